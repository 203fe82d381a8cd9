//! A value and where it was written.

use std::ops::Range;

/// A value that is still in doubt, and where it was written: bytes of the file that it belongs to.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub span: Range<usize>,
}
