//! Texts → drafts: TOML and Markdown as written, with positions; everything wrong in a file is reported in one run.
//!
//! In: the texts of a site. Out: [`Drafts`], in order of path, whatever is wrong. Files are read in parallel and their problems
//! kept in order of path. Never: looks at another file to understand one, but for its translation and the register's names.

use std::sync::Arc;

pub mod areas;
pub mod center;
pub mod date;
pub mod document;
pub mod draft;
pub mod entry;
mod field;
pub mod folders;
pub mod front_matter;
mod key_names;
pub mod key_spans;
pub mod national_id;
pub mod nearest;
pub mod outlines;
pub mod page;
pub mod phone;
pub mod reader;
mod register;
pub mod site;
mod syntax_hints;
mod template;
#[cfg(test)]
mod tests;
mod thai;
mod thai_keyboard;
mod toml_letters;
mod unknown_keys;
mod unreadable;
pub mod web;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::{Memo, Query};
use crate::model::SitePath;
use crate::source::{Source, Sources};
use draft::{ActivityDraft, CenterDraft, Drafts, PageDraft, PracticeDraft, SiteDraft};
use folders::{File, What};

pub use date::date;
pub use nearest::nearest;
pub use phone::phone;
pub(crate) use thai::meant as meant_word;

/// Everything that a site folder says.
pub fn drafts(sources: &Sources, memo: &Memo, found: &mut Diagnostics) -> Drafts {
    watch_texts(sources, memo, found);
    let site = site_draft(sources, found);
    let (areas, problems) = memo.get(register::Register::of(sources, site.as_ref()));
    found.append(problems);
    let mut drafts = Drafts {
        site,
        areas,
        ..Drafts::default()
    };
    let files = folders::files(sources, &drafts.areas, memo, found);
    for (entry, problems) in memo.get_all(files) {
        found.append(problems);
        match entry {
            Some(Entry::Center(it)) => drafts.centers.push(it),
            Some(Entry::Practice(it)) => drafts.practices.push(it),
            Some(Entry::Activity(it)) => drafts.activities.push(it),
            Some(Entry::Page(it)) => drafts.pages.push(it),
            None => {}
        }
    }
    drafts.centers.sort_by(|a, b| a.path.cmp(&b.path));
    drafts
}

/// An entry, and what is wrong with it.
impl Query for File {
    type Answer = (Option<Entry>, Diagnostics);

    fn answer(self) -> Self::Answer {
        let mut found = Diagnostics::default();
        (entry(&self, &mut found), found)
    }
}

/// What a file of the content says.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A centre.
    Center(Arc<CenterDraft>),
    /// A best practice.
    Practice(Arc<PracticeDraft>),
    /// An activity.
    Activity(Arc<ActivityDraft>),
    /// A page.
    Page(Arc<PageDraft>),
}

impl Entry {
    /// Whether it is of a kind that `sala new` begins, and does not say that it is not done yet.
    fn is_meant(&self) -> bool {
        match self {
            Self::Center(_) => true,
            Self::Practice(it) => !it.record.facts.draft,
            Self::Activity(it) => !it.record.facts.draft,
            Self::Page(_) => false,
        }
    }
}

fn entry(file: &File, found: &mut Diagnostics) -> Option<Entry> {
    let source = file.source.readable()?;
    let story = file.story.as_deref().and_then(Source::readable);
    let english = file.english.as_deref().and_then(Source::readable);
    let entry = read(file, source, story, english, found)?;
    if entry.is_meant() {
        for source in [Some(source), story, english].into_iter().flatten() {
            template::watch(source, found);
        }
    }
    Some(entry)
}

fn read(
    file: &File,
    source: &Source,
    story: Option<&Source>,
    english: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<Entry> {
    match &*file.what {
        What::Center(path) => {
            let center = center::center(path, source, story, english, found);
            Some(Entry::Center(Arc::new(center)))
        }
        What::Practice(center, slug) => {
            let practice = entry::entry(center, slug, source, english, found)?;
            Some(Entry::Practice(Arc::new(practice)))
        }
        What::Activity(center, slug) => {
            let activity = entry::entry(center, slug, source, english, found)?;
            Some(Entry::Activity(Arc::new(activity)))
        }
        What::Page(path) => {
            page::page(path, source, english, found).map(|it| Entry::Page(Arc::new(it)))
        }
    }
}

fn site_draft(sources: &Sources, found: &mut Diagnostics) -> Option<SiteDraft> {
    let path = SitePath::new("content/site.toml");
    if let Some(source) = sources.texts.get(&path) {
        return Some(site::site(source.readable()?, found));
    }
    if !sources.refused.contains(&path) {
        found.push(Diagnostic::error(Problem::NoSiteToml).in_file(&path));
    }
    None
}

/// Reports what no text of the content may hold, whatever it is: bytes that are no text, and national ID numbers.
fn watch_texts(sources: &Sources, memo: &Memo, found: &mut Diagnostics) {
    let texts: Vec<_> = sources
        .texts
        .values()
        .filter(|it| is_shown(it.path.as_str()))
        .map(|it| Watched(Arc::clone(it)))
        .collect();
    for problems in memo.get_all(texts) {
        found.append(problems);
    }
}

/// A text in which nothing may stand that no text may hold.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Watched(Arc<Source>);

impl Query for Watched {
    type Answer = Diagnostics;

    fn answer(self) -> Self::Answer {
        watch(&self.0)
    }
}

/// Whether a text is one of the site's words: content, or what a theme says.
fn is_shown(path: &str) -> bool {
    path.starts_with("content/") || (path.starts_with("themes/") && path.contains("/i18n/"))
}

/// Whether a text is none that the site is made of.
fn is_document(path: &SitePath) -> bool {
    let is_one = path
        .file_name()
        .rsplit_once('.')
        .is_some_and(|(_, ending)| {
            ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("txt")
        });
    is_one && path.as_str() != "content/areas.csv" && path.as_str().starts_with("content/")
}

fn watch(source: &Source) -> Diagnostics {
    let mut found = Diagnostics::default();
    if !national_id::find(source.path.as_str()).is_empty() {
        found.push(Diagnostic::error(Problem::NationalId).in_file(&source.path));
    }
    if let Some(at) = source.invalid_at {
        if is_document(&source.path) {
            return found; // offered as it is, or not at all
        }
        found.push(Diagnostic::error(Problem::NotUtf8).at(&source.path, at..at));
        return found;
    }
    let name = source.path.file_name();
    let is_written_by_people = [".toml", ".md", ".csv", ".txt"]
        .iter()
        .any(|it| name.ends_with(it));
    if is_written_by_people {
        for span in national_id::find(&source.text) {
            found.push(Diagnostic::error(Problem::NationalId).at(&source.path, span));
        }
        for (span, problem) in unreadable::find(&source.text) {
            found.push(Diagnostic::warning(problem).at(&source.path, span));
        }
    }
    found
}
