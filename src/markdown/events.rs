//! A text → the events of CommonMark, with tables, footnotes, strikethrough and task lists, and with what surely was meant as such:
//! paragraphs that begin with spaces, marks beside brackets, bare addresses.
//!
//! In: a text as staff wrote it. Out: events, with their places in that text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::commonmark::{Definition, Events, as_written};
use super::edits::{Edits, Rewritten};
use super::{bare_address, emphasis, lines, link_text};

pub(super) fn parse(text: &str) -> Events<'_> {
    parsed(text).0
}

/// The events of a text, and what it defines.
pub(super) fn parsed(text: &str) -> (Events<'_>, Vec<Definition>) {
    let mut steps: Vec<Rewritten> = Vec::new();
    for change in [
        indented,
        lines::changes,
        link_text::changes,
        bold,
        loose_bold,
    ] {
        let now = steps.last().map_or(text, |it| it.text.as_str());
        let changed = change(now).apply(now);
        steps.extend(changed);
    }
    let (mut events, mut definitions) = match steps.last() {
        None => as_written(text),
        Some(last) => {
            let (events, mut definitions) = as_written(&last.text);
            let back = |span: &Range<usize>| {
                let steps = steps.iter().rev();
                steps.fold(span.clone(), |it, step| step.original(&it))
            };
            for it in &mut definitions {
                it.span = back(&it.span);
            }
            let events = events
                .into_iter()
                .map(|(event, span)| (without_sign(event).into_static(), back(&span)));
            (events.collect(), definitions)
        }
    };
    take_heading_ids(&mut events);
    keep_single_tildes(text, &mut events);
    bare_address::link(&mut events);
    definitions.sort_by_key(|it| it.span.start);
    (events, definitions)
}

/// Paragraphs that begin with spaces, as letters of offices do, are paragraphs; code stands between ``` lines.
fn indented(text: &str) -> Edits {
    let mut edits = Edits::default();
    let is_deep =
        |line: &str| line.starts_with("    ") || line.trim_start_matches(' ').starts_with('\t');
    if !text.lines().any(is_deep) {
        return edits;
    }
    let mut is_inside = false;
    for (event, span) in as_written(text).0 {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => is_inside = true,
            Event::End(TagEnd::CodeBlock) => is_inside = false,
            Event::Text(_) if is_inside => {
                let before = &text[..span.start];
                let start = before.strip_suffix('\t').map_or_else(
                    || {
                        let bare = before.trim_end_matches(' ').len();
                        bare.max(before.len().saturating_sub(4))
                    },
                    str::len,
                );
                let words = &text[span.clone()];
                let end = span.start + (words.len() - words.trim_start_matches([' ', '\t']).len());
                if start < end {
                    edits.replace(start..end, "");
                }
            }
            _ => {}
        }
    }
    edits
}

fn bold(text: &str) -> Edits {
    if text.contains("**") || text.contains("__") {
        emphasis::changes(text, &as_written(text).0)
    } else {
        Edits::default()
    }
}

fn loose_bold(text: &str) -> Edits {
    if text.contains("** ") || text.contains(" **") {
        emphasis::spaces(text, &as_written(text).0)
    } else {
        Edits::default()
    }
}

/// An event without what stood beside marks while the text was parsed.
fn without_sign(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(it) if it.contains(emphasis::SIGN) => {
            Event::Text(it.replace(emphasis::SIGN, "").into())
        }
        other => other,
    }
}

/// One tilde means "about", or "to" between two numbers; two of them strike words out.
fn keep_single_tildes(text: &str, events: &mut Events) {
    let mut open = Vec::new();
    for (event, span) in events.iter_mut() {
        match event {
            Event::Start(Tag::Strikethrough) => {
                let is_single = !text[span.clone()].starts_with("~~");
                open.push(is_single);
                if is_single {
                    *event = Event::Text("~".into());
                    span.end = span.start + 1;
                }
            }
            Event::End(TagEnd::Strikethrough) if open.pop() == Some(true) => {
                *event = Event::Text("~".into());
                span.start = span.end - 1;
            }
            _ => {}
        }
    }
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
