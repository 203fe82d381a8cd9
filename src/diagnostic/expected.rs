//! Of what kind a value has to be, as far as a message says it.

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `"…"`
    Text,
    /// `["…", "…"]`
    Texts,
    /// `2565-03-13`
    Date,
    /// `2565`
    Year,
    /// A whole number from 0.
    Count,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`
    Flag,
    /// A telephone or a list of them.
    Phones,
    /// A number or a text.
    NumberOrText,
    /// `[key]`
    Table,
    /// `[[key]]`
    Tables,
}
