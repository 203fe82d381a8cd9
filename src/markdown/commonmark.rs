//! A text → the events of CommonMark, with tables, footnotes, strikethrough and task lists, just as it is written.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

/// The events of a text; what may nest without end is limited where it is written.
pub(super) type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// A part of a text to which the text itself gives an address: `[name]: https://…`.
pub(super) struct Definition {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// The events of a text as CommonMark has it.
pub(super) fn as_written(text: &str) -> (Events<'_>, Vec<Definition>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(text, options).into_offset_iter();
    let definitions = parser.reference_definitions().iter();
    let definitions = definitions.map(|(name, it)| Definition {
        name: name.to_owned(),
        span: it.span.clone(),
    });
    let definitions = definitions.collect();
    (parser.collect(), definitions)
}
