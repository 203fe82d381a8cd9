//! A text with small changes, and where each of its bytes stands in the text as it was written.
//!
//! In: a text, and what is to stand for parts of it. Out: the changed text, and the way back for places. Never: decides what to change.

use std::ops::Range;

/// Changes of one text, in order and apart from each other.
#[derive(Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

/// A changed text.
pub(super) struct Rewritten {
    pub(super) text: String,
    /// What was changed: where it stands now, and where it stood.
    moves: Vec<(Range<usize>, Range<usize>)>,
}

impl Edits {
    /// Puts a text in the place of a part. A part that touches what was changed before it stays as it is.
    pub(super) fn replace(&mut self, part: Range<usize>, by: impl Into<String>) {
        if self.0.last().is_none_or(|(last, _)| last.end <= part.start) {
            self.0.push((part, by.into()));
        }
    }

    /// Puts a text between two letters.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// The changed text; `None` where nothing was to change.
    pub(super) fn apply(self, text: &str) -> Option<Rewritten> {
        if self.0.is_empty() {
            return None;
        }
        let mut changed = String::with_capacity(text.len() + 16);
        let mut moves = Vec::with_capacity(self.0.len());
        let mut from = 0;
        for (part, by) in self.0 {
            changed.push_str(&text[from..part.start]);
            let start = changed.len();
            changed.push_str(&by);
            moves.push((start..changed.len(), part.clone()));
            from = part.end;
        }
        changed.push_str(&text[from..]);
        Some(Rewritten {
            text: changed,
            moves,
        })
    }
}

impl Rewritten {
    /// Where a span of the changed text stood.
    pub(super) fn original(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.place(span.start, |old| old.start);
        start..self.place(span.end, |old| old.end).max(start)
    }

    fn place(&self, at: usize, inside: impl Fn(&Range<usize>) -> usize) -> usize {
        let number = self.moves.partition_point(|(new, _)| new.start < at);
        match number.checked_sub(1).map(|it| &self.moves[it]) {
            None => at,
            Some((new, old)) if at < new.end => inside(old),
            Some((new, old)) => old.end + (at - new.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_what_was_written() {
        let mut edits = Edits::default();
        edits.insert(2, " ");
        edits.replace(5..8, "- ");
        let changed = edits.apply("##ab\n•cd").unwrap();
        assert_eq!(changed.text, "## ab\n- cd");
        assert_eq!(changed.original(&(3..5)), 2..4);
        assert_eq!(changed.original(&(8..10)), 8..10);
        assert_eq!(changed.original(&(6..10)), 5..10);
    }
}
