//! A file of `content/pages/` → the page as written.

use crate::diagnostic::Diagnostics;
use crate::parse::draft::PageDraft;
use crate::parse::front_matter::Entry;
use crate::schema::Record;
use crate::schema::page::PageRecord;
use crate::source::Source;

/// A page: its file and the twin of it.
pub fn page(
    path: &str,
    th: &Source,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<PageDraft> {
    let entry = Entry::read(th, en, PageRecord::KEYS, found)?;
    let (read, spans, story) = entry.record(found);
    Some(PageDraft {
        file: th.path.clone(),
        spans,
        path: path.to_owned(),
        is_whole: read.is_whole,
        record: read.record,
        story,
    })
}
