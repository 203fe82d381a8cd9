//! A text of the command line in both languages: said in one place, as one literal, and halved when it is known who reads.
//!
//! In: a literal of `both!`. Out: its half in a language. Never: words of pages, which are the theme's.

use crate::value::Lang;

/// Stands between the halves; no text has it.
const BETWEEN: char = '\u{2063}';

/// A text in Thai and in English, as one literal.
macro_rules! both {
    ($th:literal, $en:literal) => {
        concat!($th, "\u{2063}", $en)
    };
}
pub(crate) use both;

/// The text in a language. One that has no halves is the same in both.
#[must_use]
pub fn half(text: &str, lang: Lang) -> &str {
    match (text.split_once(BETWEEN), lang) {
        (Some((th, _)), Lang::Th) => th,
        (Some((_, en)), Lang::En) => en,
        (None, _) => text,
    }
}

/// Whether a text has both halves.
#[must_use]
pub fn has_both(text: &str) -> bool {
    text.contains(BETWEEN)
}
