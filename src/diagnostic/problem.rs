//! Everything that can be wrong, as facts without words: one closed enum.
//!
//! `th.rs` and `en.rs` match it exhaustively, so a problem without words in both languages does not compile.

/// What is wrong. Text in it is as staff wrote it.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A file is not UTF-8.
    NotUtf8,
}

impl Problem {
    /// Its stable name, explained in the README.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
        }
    }
}
