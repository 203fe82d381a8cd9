//! Where the values of an entry's own keys stand: checks that come later name the place.

use std::ops::Range;

/// Where the values of a document's own keys stand in its file.
#[derive(Clone, Debug, Default)]
pub struct KeySpans {
    start: usize,
    values: Vec<(String, Range<usize>)>,
}

impl KeySpans {
    /// Of a document that begins at a byte of its file.
    pub(super) fn new(start: usize, values: impl Iterator<Item = (String, Range<usize>)>) -> Self {
        let values = values.collect();
        Self { start, values }
    }

    /// Where the value of a key stands; the beginning of the document where there is none.
    #[must_use]
    pub fn of(&self, key: &str) -> Range<usize> {
        let found = self.values.iter().find(|(name, _)| name == key);
        found.map_or(self.start..self.start, |(_, span)| span.clone())
    }
}
