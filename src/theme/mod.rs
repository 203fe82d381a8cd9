//! One theme: its templates, words and static files.
//!
//! In: the theme built into the program, and the site's own files that lie over it, file by file. Out: rendered templates.
//! Never: reads a disk; a mistake in a template is a diagnostic with the template's file and position, as one in content is.

mod built_in;
mod drawings;
mod file;
mod filters;
pub mod look;
pub mod measures;
mod mistakes;
mod own;
pub mod pattern;
mod static_files;
mod templates;
mod words;

pub use built_in::BUILT_IN_NAME;
pub use file::{Content, ThemeFile};
pub use templates::Theme;
pub use words::Words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::{Memo, Query};
use crate::model::{Lang, SitePath};
use crate::source::{Source, Sources};
use crate::value::Spanned;
use built_in::is_template;
use filters::engine;
use look::Look;
use measures::Measures;
use own::Own;
use static_files::files;
use words::{icons, words};

/// The theme of a name, the built-in one without; what is wrong with it is found.
pub fn prepare(
    sources: &Sources,
    name: Option<&Spanned<String>>,
    memo: &Memo,
    found: &mut Diagnostics,
) -> Arc<Theme> {
    let wanted = name.map_or(BUILT_IN_NAME, |it| it.value.as_str());
    let is_known = wanted == BUILT_IN_NAME || is_folder(sources, &format!("themes/{wanted}/"));
    if let (false, Some(at)) = (is_known, name) {
        let problem = Problem::UnknownTheme {
            written: wanted.to_owned(),
            nearest: nearest(sources, wanted),
        };
        let file = SitePath::new("content/site.toml");
        found.push(Diagnostic::error(problem).at(&file, at.span.clone()));
    }
    let (theme, problems) = memo.get(Own::new(sources, wanted));
    found.append(problems);
    theme
}

impl Query for Own {
    type Answer = (Arc<Theme>, Diagnostics);

    fn answer(self) -> Self::Answer {
        let mut found = Diagnostics::default();
        (Arc::new(theme(&self, &mut found)), found)
    }
}

fn theme(own: &Own, found: &mut Diagnostics) -> Theme {
    let icons = icons(own, found);
    let words: BTreeMap<Lang, Words> = Lang::ALL
        .into_iter()
        .map(|lang| (lang, words(own, lang, found)))
        .collect();
    let values = words
        .iter()
        .map(|(lang, words)| (*lang, Value::from_serializable(words)))
        .collect();
    let mut theme = Theme {
        name: own.name.clone(),
        tera: engine(icons),
        own: templates(own),
        words,
        values,
        is_broken: false,
        files: files(own),
        look: Look::of(own),
        measures: Measures::of(own, found),
    };
    theme.add_templates(found);
    theme
}

fn is_folder(sources: &Sources, folder: &str) -> bool {
    sources
        .texts
        .keys()
        .any(|it| it.as_str().starts_with(folder))
        || sources
            .files
            .keys()
            .any(|it| it.as_str().starts_with(folder))
        || sources
            .refused
            .iter()
            .any(|it| it.as_str().starts_with(folder))
}

/// The theme whose name is nearest to what was written.
fn nearest(sources: &Sources, written: &str) -> Option<String> {
    let folders = sources.texts.keys().chain(sources.files.keys());
    let own = folders.filter_map(|it| it.as_str().strip_prefix("themes/")?.split('/').next());
    std::iter::once(BUILT_IN_NAME)
        .chain(own)
        .map(|name| (strsim::damerau_levenshtein(name, written), name))
        .min()
        .filter(|(distance, name)| *distance <= name.len().max(4) / 2)
        .map(|(_, name)| name.to_owned())
}

fn templates(own: &Own) -> BTreeMap<String, Arc<Source>> {
    own.texts("templates")
        .filter(|(name, _)| is_template(name))
        .map(|(name, source)| (name.to_owned(), Arc::clone(source)))
        .collect()
}
