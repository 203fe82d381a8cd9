//! A text → the events of CommonMark, with tables, footnotes, strikethrough and task lists.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// The events of a text; what may nest without end is limited where it is written.
pub(super) type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

pub(super) fn parse(text: &str) -> Events<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut events: Events = Parser::new_ext(text, options).into_offset_iter().collect();
    take_heading_ids(&mut events);
    events
}

/// Moves the id of `## ปัญหา {#problem}` from the words of the heading to its tag.
///
/// Not the parser's own extension: that one takes whatever stands between braces at the end of a heading, and words would be lost.
fn take_heading_ids(events: &mut Events) {
    let mut start = None;
    for number in 0..events.len() {
        match &events[number].0 {
            Event::Start(Tag::Heading { .. }) => start = Some(number),
            Event::End(TagEnd::Heading(_)) => {
                let (Some(start), Some(last)) = (start.take(), number.checked_sub(1)) else {
                    continue;
                };
                let Event::Text(words) = &events[last].0 else {
                    continue;
                };
                let Some((words, written)) = heading_id(words) else {
                    continue;
                };
                if words.is_empty() && last == start + 1 {
                    continue; // nothing would be left of the heading
                }
                let (words, written) = (words.to_owned(), written.to_owned());
                events[last].0 = Event::Text(CowStr::from(words));
                if let Event::Start(Tag::Heading { id, .. }) = &mut events[start].0 {
                    *id = Some(CowStr::from(written));
                }
            }
            _ => {}
        }
    }
}

/// The words of a heading without the id that ends them, and that id: lower-case letters a to z, digits and hyphens.
fn heading_id(words: &str) -> Option<(&str, &str)> {
    let (words, id) = words.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_letter = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    (!id.is_empty() && id.chars().all(is_letter)).then(|| (words.trim_end(), id))
}
