//! A site without the entries that have mistakes: a consent ends on its day, whatever is broken in somebody else's file.
//!
//! In: the texts of a site. Out: the site without those entries and without what lies below them, and every mistake, also those that kept
//! an entry out. Never: a site whose settings, register or theme have mistakes, and never a photo that an entry left out names: it may be
//! one that it withholds.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Severity};
use crate::memo::Memo;
use crate::options::Options;
use crate::source::Sources;
use crate::value::SitePath;
use crate::{Event, Prepared, media, write};

/// So often what an entry leaves behind may be another's mistake before nobody can say what is wrong.
const MOST_ROUNDS: usize = 20;

/// The site, everything found wrong, and which files were left out for it. `None` where what is wrong is no entry's.
pub fn prepare(
    mut sources: Sources,
    unreadable: Diagnostics,
    options: &Options,
    pictures: &Arc<media::Store>,
    seen: &(dyn Fn(Event) + Sync),
) -> (Option<Prepared>, Diagnostics, BTreeSet<SitePath>) {
    let mut all = unreadable;
    for _ in 0..MOST_ROUNDS {
        let (site, found) = crate::prepare(sources.clone(), options, pictures, &Memo::off(), seen);
        all.append(found);
        if let Some(site) = &site {
            all.append(write::try_all(site.addresses(), &|it: &str| {
                site.render(it)
            }));
        }
        let Some(faulty) = faulty(&all) else {
            return (None, all, sources.set_aside);
        };
        if faulty.is_subset(&sources.set_aside) {
            return (site, all, sources.set_aside);
        }
        set_aside(&mut sources, faulty);
    }
    (None, all, sources.set_aside)
}

/// The entries with errors; `None` where an error is no entry's.
fn faulty(found: &Diagnostics) -> Option<BTreeSet<SitePath>> {
    let errors = found.iter().filter(|it| it.severity == Severity::Error);
    errors
        .map(|it| entry_of(&it.place.as_ref()?.file))
        .collect()
}

/// The file in which the entry begins that a file belongs to; of what is no text of an entry the file itself.
fn entry_of(file: &SitePath) -> Option<SitePath> {
    let path = file.as_str();
    let is_entry = ["content/centers/", "content/pages/", "content/trails/"]
        .iter()
        .any(|it| path.starts_with(it));
    if !is_entry {
        return None;
    }
    let of_center = ["center.md", "center.en.md"].contains(&file.file_name());
    Some(if of_center {
        SitePath::new(format!("{}/center.toml", file.folder()))
    } else if let Some(stem) = path.strip_suffix(".en.md") {
        SitePath::new(format!("{stem}.md"))
    } else {
        file.clone()
    })
}

/// Leaves entries out: their photos with them, and files that are no texts of entries.
fn set_aside(sources: &mut Sources, entries: BTreeSet<SitePath>) {
    let mut refused = BTreeSet::new();
    for entry in entries.difference(&sources.set_aside) {
        if !is_begun_by(entry) {
            refused.insert(entry.clone());
            continue;
        }
        let texts: Vec<_> = texts_of(entry)
            .into_iter()
            .filter_map(|it| sources.texts.get(&it))
            .collect();
        let names = |file: &SitePath| {
            let name = file.file_name();
            texts.iter().any(|it| it.text.contains(name))
        };
        let around = format!("{}/", top_of(entry));
        for file in sources.files.keys() {
            let path = entry.way_to(file.as_str());
            let is_near = file.as_str().starts_with(&around);
            let is_named = texts.iter().any(|it| it.text.contains(&path));
            if is_named || (is_near && names(file)) {
                refused.insert(file.clone());
            }
        }
    }
    sources.files.retain(|it, _| !refused.contains(it));
    sources.texts.retain(|it, _| !refused.contains(it));
    sources.refused.extend(refused);
    sources.set_aside.extend(entries);
}

/// Whether an entry begins with this file.
fn is_begun_by(file: &SitePath) -> bool {
    let path = file.as_str();
    file.file_name() == "center.toml" || path.strip_suffix(".md").is_some()
}

/// Every text of an entry.
fn texts_of(entry: &SitePath) -> Vec<SitePath> {
    let beside = |name: &str| SitePath::new(format!("{}/{name}", entry.folder()));
    let mut texts = vec![entry.clone()];
    match entry.as_str().strip_suffix(".md") {
        Some(stem) => texts.push(SitePath::new(format!("{stem}.en.md"))),
        None => texts.extend(["center.md", "center.en.md"].map(beside)),
    }
    texts
}

/// The folder of the centre of an entry, else its own.
fn top_of(entry: &SitePath) -> &str {
    let folder = entry.folder();
    let inside = ["/best-practices", "/activities"];
    let center = inside.iter().find_map(|it| folder.strip_suffix(it));
    center.unwrap_or(folder)
}
