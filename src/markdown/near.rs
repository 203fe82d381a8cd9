//! How far a link reaches, so that looking for its ends costs the same in a text of any length.
//!
//! In: a text. Out: where a part of it ends. Never: cuts a letter.

/// How long the words or the address of a link are at most, in bytes.
pub(super) const LONGEST: usize = 1_000;

/// The beginning of the letter that a byte belongs to.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
