//! `center.toml` with its stories → a centre as written.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::parse::document::Document;
use crate::parse::draft::CenterDraft;
use crate::parse::front_matter::{has_front_matter, markdown};
use crate::parse::reader;
use crate::schema::Record;
use crate::schema::center::CenterRecord;
use crate::source::Source;
use crate::value::{Markdown, Story};

/// A centre: its facts, and its story in each language.
pub fn center(
    path: &str,
    source: &Source,
    th: Option<&Source>,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> CenterDraft {
    let document = Document::read(source, 0..source.text.len(), CenterRecord::KEYS, found);
    let read = reader::record(&document, None, found);
    CenterDraft {
        path: path.to_owned(),
        file: source.path.clone(),
        spans: reader::key_spans(&document),
        is_whole: read.is_whole,
        record: read.record,
        story: Story {
            th: th.and_then(|it| story(it, found)),
            en: en.and_then(|it| story(it, found)),
        },
    }
}

/// `center.md`: plain Markdown.
fn story(source: &Source, found: &mut Diagnostics) -> Option<Markdown> {
    if has_front_matter(&source.text) {
        found.push(Diagnostic::error(Problem::FrontMatterUnwanted).in_file(&source.path));
        return None;
    }
    markdown(source, 0)
}
