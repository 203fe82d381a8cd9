//! Addresses that stand in a text as they are → links.
//!
//! In: events. Out: the same, with links around `https://…`, `www.…` and addresses of mail. An address ends before a space, a quotation
//! mark or a Thai letter, which people type right behind it. Never: looks into links, code and raw HTML.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::commonmark::Events;

/// Puts links around the bare addresses of a text.
pub(super) fn link(events: &mut Events) {
    let may_have_one = |(event, _): &(Event, Range<usize>)| match event {
        Event::Text(it) => it.contains(['@', '.', ':']),
        _ => false,
    };
    if !events.iter().any(may_have_one) {
        return;
    }
    let mut linked: Events = Vec::with_capacity(events.len() + 8);
    let mut closed = 0_usize;
    let mut is_in_tag = false;
    for (event, span) in merged(std::mem::take(events)) {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                closed = closed.saturating_sub(1);
            }
            Event::InlineHtml(tag) => {
                let tag = tag.to_ascii_lowercase();
                if tag.starts_with("<a ") {
                    is_in_tag = true;
                } else if tag.starts_with("</a") {
                    is_in_tag = false;
                }
            }
            Event::Text(text) if closed == 0 && !is_in_tag => {
                let found = addresses(text);
                if !found.is_empty() {
                    split(text, &span, found, &mut linked);
                    continue;
                }
            }
            _ => {}
        }
        linked.push((event, span));
    }
    *events = linked;
}

/// An address in a text, and where it leads.
struct Bare {
    part: Range<usize>,
    leads_to: String,
    kind: LinkType,
}

fn split(text: &str, span: &Range<usize>, found: Vec<Bare>, out: &mut Events) {
    // Entities are longer than what they stand for; then the whole text is the place of each of its parts.
    let place = |part: &Range<usize>| {
        if span.len() == text.len() {
            span.start + part.start..span.start + part.end
        } else {
            span.clone()
        }
    };
    let words = |part: Range<usize>, out: &mut Events| {
        if !part.is_empty() {
            let span = place(&part);
            let words = CowStr::from(text[part].to_owned());
            out.push((Event::Text(words), span));
        }
    };
    let mut from = 0;
    for it in found {
        words(from..it.part.start, out);
        from = it.part.end;
        let span = place(&it.part);
        let tag = Tag::Link {
            link_type: it.kind,
            dest_url: it.leads_to.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        out.push((Event::Start(tag), span.clone()));
        words(it.part, out);
        out.push((Event::End(TagEnd::Link), span));
    }
    words(from..text.len(), out);
}

/// Pieces of text that follow each other, as one: marks and `&` part the text of one address.
fn merged(events: Events) -> Events {
    let mut merged: Events = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some((event, mut span)) = events.next() {
        let Event::Text(first) = event else {
            merged.push((event, span));
            continue;
        };
        let mut words = String::new();
        let goes_on = |(next, at): &(Event, Range<usize>), end: usize| {
            matches!(next, Event::Text(_)) && at.start == end
        };
        while let Some((Event::Text(more), at)) = events.next_if(|it| goes_on(it, span.end)) {
            if words.is_empty() {
                words.push_str(&first);
            }
            words.push_str(&more);
            span.end = at.end;
        }
        let text = if words.is_empty() {
            first
        } else {
            words.into()
        };
        merged.push((Event::Text(text), span));
    }
    merged
}

fn addresses(text: &str) -> Vec<Bare> {
    let mut found: Vec<Bare> = Vec::new();
    let mut from = 0;
    for (start, prefix) in starts(text) {
        if start < from {
            continue;
        }
        let end = start + length(&text[start..]);
        let written = &text[start..end];
        from = start + prefix.len();
        let host = written
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        let (_, last) = host.rsplit_once('.').unwrap_or_default();
        let is_host = last.len() > 1 && !host.starts_with('.') && !host.contains("..");
        if is_host {
            found.push(Bare {
                part: start..end,
                leads_to: if prefix == "www." {
                    format!("https://{written}")
                } else {
                    written.to_owned()
                },
                kind: LinkType::Autolink,
            });
            from = end;
        }
    }
    let pages = found.len();
    for (at, _) in text.match_indices('@') {
        let before = found[..pages].partition_point(|it| it.part.start <= at);
        let is_taken = before > 0 && found[before - 1].part.contains(&at);
        if let Some(part) = mail(text, at).filter(|_| !is_taken) {
            found.push(Bare {
                leads_to: text[part.clone()].to_owned(),
                part,
                kind: LinkType::Email,
            });
        }
    }
    found.sort_by_key(|it| it.part.start);
    found
}

/// Where addresses may begin, and with what, in order.
fn starts(text: &str) -> Vec<(usize, &'static str)> {
    let mut starts = Vec::new();
    for prefix in ["https://", "http://", "www."] {
        let is_begin = |at: &usize| {
            let goes_on = |it: char| it.is_ascii_alphanumeric() || matches!(it, '/' | '.');
            !text[..*at].ends_with(goes_on)
        };
        let places = text.match_indices(prefix).map(|(at, _)| at);
        starts.extend(places.filter(is_begin).map(|at| (at, prefix)));
    }
    starts.sort_unstable();
    starts
}

/// How long the address is with which a text begins.
fn length(text: &str) -> usize {
    let is_end =
        |it: char| !it.is_ascii_graphic() || matches!(it, '<' | '>' | '"' | '`' | '|' | '\\');
    let mut address = &text[..text.find(is_end).unwrap_or(text.len())];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let unopened = |open: char, close: char| {
            shorter.ends_with(close)
                && shorter.matches(close).count() > shorter.matches(open).count()
        };
        let shorter = if unopened('(', ')') || unopened('[', ']') || unopened('{', '}') {
            &shorter[..shorter.len() - 1]
        } else {
            shorter
        };
        if shorter.len() == address.len() {
            return address.len();
        }
        address = shorter;
    }
}

/// The address of mail around an `@`.
fn mail(text: &str, at: usize) -> Option<Range<usize>> {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | '+');
    let before = text[..at].len() - text[..at].trim_end_matches(is_part).len();
    let after = &text[at + 1..];
    let host = &after[..after.find(|it| !is_part(it)).unwrap_or(after.len())];
    let host = host.trim_end_matches(['.', '-', '_', '+']);
    let start = at - before;
    let name = text[start..at].trim_start_matches(['.', '-', '_', '+']);
    let (first, last) = host.rsplit_once('.')?;
    let is_one = !name.is_empty()
        && !first.is_empty()
        && !host.contains("..")
        && last.len() > 1
        && last.bytes().all(|it| it.is_ascii_alphabetic())
        && !text[..start].ends_with(['/', ':', '@']);
    is_one.then(|| at - name.len()..at + 1 + host.len())
}

/// Whether a Thai letter follows right behind the part of an address that may go on with it: `https://example.go.th/จอง`.
pub(super) fn is_cut(address: &str, rest: &str) -> bool {
    address.ends_with(['/', '=', '-', '_', '?', '#', '%'])
        && rest.starts_with(|it: char| matches!(it, '\u{0E01}'..='\u{0E5B}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_people_end_it() {
        for (text, expected) in [
            (
                "ดูที่ https://example.go.th/a?b=1&c=2.",
                "https://example.go.th/a?b=1&c=2",
            ),
            (
                "(https://example.go.th/a_(b))",
                "https://example.go.th/a_(b)",
            ),
            ("https://example.go.thครับ", "https://example.go.th"),
            ("ที่www.example.go.thและ", "www.example.go.th"),
            ("http://a.co, http://b.co", "http://a.co http://b.co"),
            ("อีเมลsomeone@example.go.thค่ะ", "someone@example.go.th"),
            ("@line_id ของศูนย์", ""),
            ("https://", ""),
            ("www.", ""),
            ("08.30-16.30 น.", ""),
            (
                "https://user@example.go.th/x",
                "https://user@example.go.th/x",
            ),
        ] {
            let found = addresses(text);
            let shown: Vec<_> = found.iter().map(|it| &text[it.part.clone()]).collect();
            assert_eq!(shown.join(" "), expected, "in {text:?}");
        }
    }
}
