//! Bold words as people type them → bold words as CommonMark reads them.
//!
//! CommonMark asks for a space or a sign around marks that stand beside brackets and quotation marks. Thai has no spaces between words,
//! so that `โครงการ**(ศ.จอส.พช.)**เป็น` would keep its marks.
//!
//! In: events of a text in which marks were left. Out: the changes that make them marks. Never: touches code, addresses and escaped marks.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::edits::Edits;

/// Stands between a mark and a letter while a text is parsed: a sign, to CommonMark, that nobody writes.
pub(super) const SIGN: char = '\u{1BC9F}';

/// Marks that stayed marks: two or three `*`, two `_`.
pub(super) fn left_over(text: &str, events: &[(Event, Range<usize>)]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for part in texts(text, events) {
        let written = &text[part.clone()];
        let mut at = 0;
        while let Some(from) = written[at..].find(['*', '_']).map(|it| at + it) {
            let mark = written.as_bytes()[from];
            let run = written.as_bytes()[from..].iter();
            let length = run.take_while(|it| **it == mark).count();
            at = from + length;
            let is_mark = length == 2 || (length == 3 && mark == b'*');
            let start = part.start + from;
            if is_mark && !text[..start].ends_with('\\') {
                found.push(start..start + length);
            }
        }
    }
    let is_line = |it: &Range<usize>| text[it.clone()].starts_with('_');
    let lines = found.iter().filter(|it| is_line(it)).map(|it| it.start);
    let blocks = blocks(text, lines);
    let of = |it: &Range<usize>| blocks.partition_point(|block| block.end <= it.start);
    let mut pairs = vec![0; blocks.len()];
    for it in found.iter().filter(|it| is_line(it)) {
        pairs[of(it)] += 1;
    }
    found.retain(|it| !is_line(it) || pairs[of(it)] > 1);
    found
}

/// What to change so that marks are read; nothing where no mark was left.
pub(super) fn changes(text: &str, events: &[(Event, Range<usize>)]) -> Edits {
    let mut edits = Edits::default();
    let mut places: Vec<usize> = left_over(text, events)
        .iter()
        .map(|it| it.start)
        .chain(nested(events))
        .collect();
    places.sort_unstable();
    let blocks = blocks(text, places.into_iter());
    if blocks.is_empty() || text.contains(SIGN) {
        return edits;
    }
    let kept = untouchable(events);
    for block in blocks {
        let written = &text[block.clone()];
        let mut at = 0;
        while let Some(from) = written[at..].find(['*', '_']).map(|it| at + it) {
            let mark = written.as_bytes()[from];
            let run = written.as_bytes()[from..].iter();
            let length = run.take_while(|it| **it == mark).count();
            at = from + length;
            let span = block.start + from..block.start + at;
            let before = kept.partition_point(|it| it.start <= span.start);
            let is_kept = before > 0 && kept[before - 1].contains(&span.start);
            if !is_kept && (mark == b'*' || length == 2) && length <= 3 {
                change(text, &span, &mut edits);
            }
        }
    }
    edits
}

/// What to change so that marks with a space on their wrong side are read: `**สำคัญ **มาก`.
pub(super) fn spaces(text: &str, events: &[(Event, Range<usize>)]) -> Edits {
    let mut edits = Edits::default();
    let left = left_over(text, events);
    let mut number = 0;
    while let [open, close, ..] = &left[number..] {
        number += 1;
        let inside = &text[open.end..close.start];
        let is_loose = [inside.starts_with(' '), inside.ends_with(' ')];
        let is_pair = text[open.clone()] == text[close.clone()]
            && text[open.clone()].starts_with('*')
            && !inside.contains('\n')
            && !inside.trim().is_empty()
            && is_loose[0] != is_loose[1];
        if !is_pair {
            continue;
        }
        number += 1;
        let marks = text[open.clone()].to_owned();
        if is_loose[0] {
            let spaces = inside.len() - inside.trim_start().len();
            edits.replace(open.start..open.end + spaces, format!(" {marks}"));
        } else {
            let spaces = inside.len() - inside.trim_end().len();
            edits.replace(close.start - spaces..close.end, format!("{marks} "));
        }
    }
    edits
}

/// Makes one run of marks such that it may open and close.
fn change(text: &str, span: &Range<usize>, edits: &mut Edits) {
    let (Some(before), Some(after)) = (
        text[..span.start].chars().next_back(),
        text[span.end..].chars().next(),
    ) else {
        if text[span.clone()].starts_with('_') {
            edits.replace(span.clone(), "**");
        }
        return;
    };
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '\\';
    if before == '\\' {
        return;
    }
    let is_underscore = text[span.clone()].starts_with('_');
    if is_underscore && is_word(before) && is_word(after) {
        return; // `__init__`, a name of a file
    }
    let marks = "*".repeat(span.len());
    let is_letter = |it: char| !it.is_whitespace() && !is_sign(it);
    if is_letter(before) && is_sign(after) {
        edits.replace(span.clone(), format!("{SIGN}{marks}"));
    } else if is_sign(before) && is_letter(after) {
        edits.replace(span.clone(), format!("{marks}{SIGN}"));
    } else if is_underscore {
        edits.replace(span.clone(), marks);
    }
}

/// Whether CommonMark takes a letter for a sign: neither a letter, a digit nor a mark above or below one.
fn is_sign(it: char) -> bool {
    !it.is_whitespace()
        && !it.is_alphanumeric()
        && !matches!(it, '\u{0E30}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}')
}

/// Where words are bold inside bold ones: marks that were paired wrongly.
fn nested<'a>(events: &'a [(Event, Range<usize>)]) -> impl Iterator<Item = usize> + 'a {
    let mut depth = 0_usize;
    events.iter().filter_map(move |(event, span)| {
        match event {
            Event::Start(Tag::Strong) => depth += 1,
            Event::End(TagEnd::Strong) => {
                depth = depth.saturating_sub(1);
                return None;
            }
            _ => return None,
        }
        (depth > 1).then_some(span.start)
    })
}

/// The blocks in which places stand, each once; the places are in order.
fn blocks(text: &str, places: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for at in places {
        if blocks.last().is_none_or(|it| it.end <= at) {
            blocks.push(block(text, at));
        }
    }
    blocks
}

/// The lines around a place that belong to one block.
fn block(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind("\n\n").map_or(0, |it| it + 2);
    let end = text[at..].find("\n\n").map_or(text.len(), |it| at + it);
    start..end
}

/// Where the words of a text stand: pieces that follow each other are one.
pub(super) fn texts(text: &str, events: &[(Event, Range<usize>)]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut code = 0_usize;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code = code.saturating_sub(1),
            Event::Text(words) if code == 0 && text.get(span.clone()) == Some(words) => {
                match parts.last_mut() {
                    Some(last) if last.end == span.start => last.end = span.end,
                    _ => parts.push(span.clone()),
                }
            }
            _ => {}
        }
    }
    parts
}

/// Where nothing is a mark: code and raw HTML.
fn untouchable(events: &[(Event, Range<usize>)]) -> Vec<Range<usize>> {
    let is_one = |event: &Event| {
        matches!(
            event,
            Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
        )
    };
    let all = events.iter().filter(|(event, _)| is_one(event));
    all.map(|(_, span)| span.clone()).collect()
}
