//! Links and pictures as people type them → links and pictures as CommonMark reads them.
//!
//! In: a text with `![ภาพ](IMG 2024 (1).jpg)` or `[ศูนย์] (https://…)`. Out: the changes that put the name between angle brackets and take
//! the space away. Never: touches what CommonMark reads, and what it could only guess at.

use super::commonmark::as_written;
use super::edits::Edits;
use super::emphasis::texts;
use super::near::{LONGEST, floor};

/// What to change in the links of a text.
pub(super) fn changes(text: &str) -> Edits {
    let mut edits = Edits::default();
    if !(text.contains("](") || text.contains("] (") || text.contains("]（")) {
        return edits;
    }
    let events = as_written(text).0;
    for part in texts(text, &events) {
        let mut from = part.start;
        while let Some(at) = text[from..part.end].find(']').map(|it| from + it) {
            from = at + 1;
            let near = &text[floor(text, at.saturating_sub(LONGEST))..at];
            let opening = near.rfind('[');
            if opening.is_none_or(|it| near[it..].contains('\n')) {
                continue;
            }
            let behind = &text[at + 1..];
            let gap = usize::from(behind.starts_with(' '));
            let opens = if behind[gap..].starts_with('(') {
                '('
            } else if behind[gap..].starts_with('（') {
                '（'
            } else {
                continue;
            };
            let start = at + 1 + gap + opens.len_utf8();
            if let Some((destination, title, end)) = destination(&text[start..]) {
                let right = format!("(<{destination}>{title})");
                edits.replace(at + 1..start + end, right);
                from = from.max(start + end);
            }
        }
    }
    edits
}

/// The name of a file or an address, the title behind it, and where its bracket has closed.
fn destination(text: &str) -> Option<(&str, &str, usize)> {
    let near = &text[..floor(text, LONGEST)];
    let line = near.lines().next().unwrap_or_default();
    line.char_indices()
        .filter(|(_, it)| matches!(it, ')' | '）'))
        .find_map(|(at, bracket)| {
            let inside = &line[..at];
            let (name, title) = match inside.rfind(" \"") {
                Some(quote) if inside.ends_with('"') && quote + 2 < inside.len() => {
                    inside.split_at(quote)
                }
                _ => (inside, ""),
            };
            let name = name.trim();
            let is_one = !name.is_empty() && !name.contains(['<', '>', '[', ']']);
            (is_one && leads_somewhere(name)).then_some((name, title, at + bracket.len_utf8()))
        })
}

/// Whether a text in brackets is plainly the name of a file or an address, not a remark.
fn leads_somewhere(name: &str) -> bool {
    if name.starts_with("http://") || name.starts_with("https://") {
        return !name.contains(' ');
    }
    if name.starts_with("mailto:") || name.starts_with("tel:") || name.starts_with('/') {
        return !name.contains(' ');
    }
    let path = name.split('#').next().unwrap_or_default();
    let ending = path.rsplit_once('.').map_or("", |(_, it)| it);
    (2..=5).contains(&ending.len())
        && ending.bytes().all(|it| it.is_ascii_alphanumeric())
        && ending.bytes().any(|it| it.is_ascii_alphabetic())
}
