//! A site as its office sees it: what `sala report` and `sala status` begin with.

use super::environment;
use crate::check;
use crate::cli::GlobalArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::forms::Office;
use crate::memo::Memo;
use crate::model::{Date, Directory, District};
use crate::parse;
use crate::parse::draft::Drafts;
use crate::source::{Sources, load};
use crate::terminal::Terminal;

/// A site, as far as it is right.
pub(super) struct Site {
    pub(super) sources: Sources,
    pub(super) drafts: Drafts,
    pub(super) found: Diagnostics,
    /// `None` where there are no settings.
    pub(super) office: Option<Office>,
}

/// Reads a site, and finds everything wrong in its entries; those with mistakes are no part of it.
pub(super) fn read(global: &GlobalArgs, today: Date) -> Result<Site, Diagnostic> {
    environment::start_workers(None);
    let (sources, mut found) = load::site(&global.root)?;
    let drafts = parse::drafts(&sources, &Memo::off(), &mut found);
    let options = check::Options {
        today,
        with_drafts: false,
        with_examples: false,
    };
    let made = check::directory(drafts.clone(), &sources, &options, &Memo::off(), &mut found);
    Ok(Site {
        sources,
        drafts,
        found,
        office: made.map(|(directory, paper)| Office::new(directory, paper)),
    })
}

/// The checked site; where its entries have errors these are shown, and there is none.
pub(super) fn of(
    global: &GlobalArgs,
    today: Date,
    terminal: &Terminal,
) -> Result<Option<Office>, Diagnostic> {
    let site = read(global, today)?;
    if site.found.has_errors() {
        show(&site, terminal);
        return Ok(None);
    }
    Ok(site.office)
}

/// Shows what is wrong.
pub(super) fn show(site: &Site, terminal: &Terminal) {
    terminal.show(&site.found, &site.sources);
    terminal.counted(&site.found);
}

/// The district that a person means by a name, a code or a slug.
pub(super) fn district<'a>(
    directory: &'a Directory,
    written: &str,
) -> Result<&'a District, Diagnostic> {
    let written = crate::locale::one_form::normalise(written);
    let name = ["อำเภอ", "อ."]
        .into_iter()
        .find_map(|it| written.strip_prefix(it))
        .unwrap_or(&written)
        .trim();
    let code = crate::locale::one_form::arabic_digits(name);
    let districts = &directory.areas.districts;
    let is_it = |it: &&District| {
        it.code == code
            || it.slug == name
            || it.name.th == name
            || it.name.en.as_deref() == Some(name)
    };
    let found: Vec<&District> = districts.values().filter(is_it).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Diagnostic::error(Problem::UnknownDistrict {
            written: name.to_owned(),
            nearest: nearest(directory, name),
        })),
        several => Err(Diagnostic::error(Problem::AmbiguousArea {
            written: name.to_owned(),
            codes: several
                .iter()
                .map(|it| (it.code.clone(), it.name.th.clone()))
                .collect(),
        })),
    }
}

/// The name and the code of the district that was probably meant.
fn nearest(directory: &Directory, name: &str) -> Option<(String, String)> {
    let districts = &directory.areas.districts;
    let names = districts.values().map(|it| it.name.th.as_str());
    let name = parse::nearest(name, names)?;
    let district = districts.values().find(|it| it.name.th == name)?;
    Some((name, district.code.clone()))
}
