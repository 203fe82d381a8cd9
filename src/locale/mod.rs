//! What a language asks of texts, numbers and days.
//!
//! In: values. Out: texts as a reader of the language expects them. Never: a page, an entry, or a word that a theme may choose.

pub mod both;
mod days;
pub mod excerpt;
mod numbers;
pub mod one_form;

use crate::value::Lang;
use crate::value::words::Digits;

/// A language, and the digits in which it shows numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// Its digits.
    pub digits: Digits,
}

impl Locale {
    /// A text with its Arabic digits as the language shows them.
    #[must_use]
    pub fn digits(self, text: &str) -> String {
        self.digits.shown(text)
    }
}
