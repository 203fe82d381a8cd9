//! A text → the events of CommonMark, with tables, footnotes, strikethrough and task lists.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

/// The events of a text; what may nest without end is limited where it is written.
pub(super) type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

pub(super) fn parse(text: &str) -> Events<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter().collect()
}
