//! What an author surely did not mean: marks that stay marks, and what is in the text but not on the page.
//!
//! In: a text. Out: each such place, as a fact without words. Never: speaks of what was read as it was meant.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::bare_address;
use super::commonmark::{Definition, Events};
use super::emphasis::{left_over, texts};
use super::events::parsed;
use super::near::{LONGEST, floor};
use crate::diagnostic::Problem;

/// Everything in a text that surely was not meant, in order.
#[must_use]
pub fn unmeant(text: &str) -> Vec<(Range<usize>, Problem)> {
    if !may_have_any(text) {
        return Vec::new();
    }
    let (events, definitions) = parsed(text);
    let mut found = Vec::new();
    marks(text, &events, &mut found);
    notes(&events, &mut found);
    definitions_unused(&events, definitions, &mut found);
    blocks(text, &events, &mut found);
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// Whether a closer look is worth it.
fn may_have_any(text: &str) -> bool {
    let has_mark = ["**", "__", "[", "|", "```", "~~~", "://", "www."];
    has_mark.iter().any(|it| text.contains(it))
        || text.lines().any(|line| {
            let line = line.trim_start_matches([' ', '>', '\t']);
            line.starts_with(|it: char| it.is_numeric() || it == '=' || it == '-')
        })
}

type Found = Vec<(Range<usize>, Problem)>;

/// What stayed text and was meant as more.
fn marks(text: &str, events: &Events, found: &mut Found) {
    let mut told_to = 0; // one of a line is enough
    for span in left_over(text, events) {
        if told_to <= span.start {
            let rest = &text[span.start..];
            told_to = span.start + rest.find('\n').unwrap_or(rest.len());
            let mark = text[span.clone()].to_owned();
            found.push((span, Problem::MarkLeft(mark)));
        }
    }
    for part in texts(text, events) {
        let written = &text[part.clone()];
        for (at, _) in written.match_indices("[^") {
            let rest = &written[at + 2..];
            let rest = &rest[..floor(rest, LONGEST)];
            let name = rest.split(']').next().unwrap_or_default();
            let is_closed = written[at + 2 + name.len()..].starts_with(']');
            if is_closed && !name.is_empty() && !name.contains(char::is_whitespace) {
                let span = part.start + at..part.start + at + name.len() + 3;
                found.push((span, Problem::NoteMissing(name.to_owned())));
            }
        }
        for joint in ["](", "]["] {
            for (at, _) in written.match_indices(joint) {
                found.extend(link_left(text, &part, at));
            }
        }
    }
}

/// The whole of what looks like a link around its joint.
fn link_left(text: &str, part: &Range<usize>, joint: usize) -> Option<(Range<usize>, Problem)> {
    let at = part.start + joint;
    let near = floor(text, at.saturating_sub(LONGEST));
    let line = text[near..at].rfind('\n').map_or(near, |it| near + it + 1);
    let open = line + text[line..at].rfind('[')?;
    if text[..open].ends_with('\\') || text[open..].starts_with("[^") {
        return None;
    }
    let open = if text[..open].ends_with('!') {
        open - 1
    } else {
        open
    };
    let rest = &text[at + 2..];
    let rest = &rest[..floor(rest, LONGEST)];
    let rest = rest.lines().next().unwrap_or_default();
    let closes = if text[at + 1..].starts_with('(') {
        ')'
    } else {
        ']'
    };
    let end = rest.find(closes)?;
    let span = open..at + 2 + end + 1;
    let written = text[span.clone()].to_owned();
    (end > 0 || closes == ')').then_some((span, Problem::LinkLeft(written)))
}

/// Notes that nothing asks for, and those of a name that another one has.
fn notes(events: &Events, found: &mut Found) {
    let asked: BTreeSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(name) => Some(name.to_lowercase()),
            _ => None,
        })
        .collect();
    let mut told = BTreeSet::new();
    for (event, span) in events {
        if let Event::Start(Tag::FootnoteDefinition(name)) = event {
            let small = name.to_lowercase();
            if !asked.contains(&small) || !told.insert(small) {
                let end = span.start + name.len() + 4;
                found.push((span.start..end, Problem::NoteUnused(name.to_string())));
            }
        }
    }
}

/// `[name]: …` that no link uses, so that all of the line is lost.
fn definitions_unused(events: &Events, definitions: Vec<Definition>, found: &mut Found) {
    if definitions.is_empty() {
        return;
    }
    let fold = |it: &str| {
        it.to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let used: BTreeSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) => {
                let is_by_name = matches!(
                    link_type,
                    LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
                );
                is_by_name.then(|| fold(id))
            }
            _ => None,
        })
        .collect();
    for it in definitions {
        if !used.contains(&fold(&it.name)) {
            found.push((it.span, Problem::DefinitionUnused(it.name)));
        }
    }
}

/// A list that is numbered, as it is read.
struct Numbered {
    shown: u64,
    /// The numbers that were written so far were all this one.
    all: Option<u64>,
    is_told: bool,
}

/// Blocks that are not what they look like in the source.
fn blocks(text: &str, events: &Events, found: &mut Found) {
    let mut lists: Vec<Option<Numbered>> = Vec::new();
    let mut columns = 0;
    let mut line_of_table = None;
    let mut link_start = None;
    for (event, span) in events {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                let written = &text[span.clone()];
                let lines = written.trim_end().rsplit_once('\n');
                let is_line =
                    |it: &str| it.len() > 1 && it.bytes().all(|it| it == b'-' || it == b'=');
                if let Some((words, _)) = lines.filter(|(_, line)| is_line(line.trim())) {
                    let first = words.lines().next().unwrap_or_default().trim();
                    let fact = Problem::LineMakesHeading(first.to_owned());
                    found.push((span.clone(), fact));
                }
            }
            Event::Start(Tag::List(first)) => lists.push(first.map(|first| Numbered {
                shown: first,
                all: None,
                is_told: false,
            })),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => {
                if let Some(Some(list)) = lists.last_mut() {
                    number(text, span, list, found);
                }
            }
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => {
                let row = text[span.clone()].trim();
                let cells = cells(row);
                if cells > columns {
                    let span = span.start..span.start + row.len();
                    found.push((span, Problem::CellsLost { cells, columns }));
                }
            }
            Event::Start(Tag::Paragraph) => {
                let written = &text[span.clone()];
                let is_row = |it: &str| it.trim().starts_with('|') && it.matches('|').count() > 1;
                if written.lines().filter(|it| is_row(it)).count() > 1
                    && line_of_table != Some(span.start)
                {
                    line_of_table = Some(span.start);
                    found.push((span.clone(), Problem::TableLeft));
                }
            }
            Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(_))) => {
                let written = text[span.clone()].trim_end();
                let fence = &written[..written.len().min(3)];
                let last = written.lines().last().unwrap_or_default().trim();
                let is_closed = written.lines().count() > 1
                    && last.starts_with(fence)
                    && last.trim_start_matches(['`', '~']).is_empty();
                if !is_closed {
                    let first = written.lines().next().map_or(0, str::len);
                    found.push((span.start..span.start + first, Problem::CodeUnclosed));
                }
            }
            Event::Start(Tag::Link {
                link_type: LinkType::Autolink,
                ..
            }) => {
                link_start = Some(span.clone());
            }
            Event::End(TagEnd::Link) => {
                if let Some(span) = link_start.take()
                    && let Some(written) = text.get(span.clone())
                    && bare_address::is_cut(written, &text[span.end..])
                {
                    found.push((span.clone(), Problem::AddressCut(written.to_owned())));
                }
            }
            _ => {}
        }
    }
}

/// The number of an item, beside the one that is shown.
fn number(text: &str, span: &Range<usize>, list: &mut Numbered, found: &mut Found) {
    let line = text[span.clone()].trim_start();
    let digits = line.chars().map_while(|it| {
        let thai = (it as u32).checked_sub('๐' as u32).filter(|it| *it < 10);
        it.to_digit(10).or(thai)
    });
    let digits: Vec<u32> = digits.collect();
    let written = digits.iter().fold(0_u64, |sum, it| {
        sum.wrapping_mul(10).wrapping_add(u64::from(*it))
    });
    let shown = list.shown;
    list.shown += 1;
    // A list whose numbers are all the same is numbered by the program, which its author knows.
    let is_first = list.all.is_none();
    let is_same = list.all.is_none_or(|it| it == written);
    if is_first {
        list.all = Some(written);
    }
    if digits.is_empty() || is_same || written == shown || list.is_told {
        return;
    }
    list.is_told = true;
    let end = span.start + line.lines().next().map_or(0, |it| it.trim_end().len());
    found.push((span.start..end, Problem::NumberChanged { written, shown }));
}

/// How many cells a row has.
fn cells(row: &str) -> usize {
    let inside = row.strip_prefix('|').unwrap_or(row);
    let mut bars = 0;
    let mut is_escaped = false;
    let mut ends_with_bar = false;
    for it in inside.chars() {
        ends_with_bar = it == '|' && !is_escaped;
        bars += usize::from(ends_with_bar);
        is_escaped = it == '\\' && !is_escaped;
    }
    bars + usize::from(!ends_with_bar)
}
