//! A text in its languages, and Thai order.
//!
//! In: strings already normalised by `parse`. Out: which words a reader of one language gets, and a key to sort names by.
//! Never: translates, and never sorts by bytes.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use serde::Serialize;

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Thai, in which every text exists.
    Th,
    /// English, in which a text may exist.
    En,
}

impl Lang {
    /// Every language that sala speaks.
    pub const ALL: [Self; 2] = [Self::Th, Self::En];

    /// The BCP 47 tag: `th` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Th => "th",
            Self::En => "en",
        }
    }

    /// The language of a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// One text in its languages; the Thai one always exists and is never only spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Text {
    /// As written under the key itself.
    pub th: String,
    /// As written under the key's `_en` twin.
    pub en: Option<String>,
}

impl Text {
    /// A text that exists in Thai alone.
    pub fn thai(th: impl Into<String>) -> Self {
        Self {
            th: th.into(),
            en: None,
        }
    }

    /// The text for a reader of `lang`, and the language it really is in: Thai where there is no translation.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => (en, Lang::En),
            _ => (&self.th, Lang::Th),
        }
    }
}

/// Thai dictionary order: leading vowels sort after their consonant, tones last.
///
/// Making one is cheap (its data is compiled in); comparing is not, so sort by [`ThaiOrder::key`] where there are many.
pub struct ThaiOrder(CollatorBorrowed<'static>);

impl ThaiOrder {
    /// The order of the root collation tailored for `th`.
    ///
    /// # Panics
    /// Never: the data for Thai is part of the program.
    #[must_use]
    pub fn new() -> Self {
        let thai = icu_locale_core::locale!("th");
        Self(
            Collator::try_new(thai.into(), CollatorOptions::default())
                .expect("the collation data for Thai is compiled in"),
        )
    }

    /// Bytes that compare as the names do.
    #[must_use]
    pub fn key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        match self.0.write_sort_key_to(name, &mut key) {
            Ok(()) => key,
            Err(never) => match never {},
        }
    }
}

impl Default for ThaiOrder {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_leading_vowels_after_their_consonant() {
        let order = ThaiOrder::new();
        let mut names = vec![
            "โขงเจียม",
            "เขมราฐ",
            "ขุนหาญ",
            "กุดข้าวปุ้น",
            "เดชอุดม",
            "ดอนมดแดง",
        ];
        names.sort_by_key(|name| order.key(name));
        assert_eq!(
            names,
            [
                "กุดข้าวปุ้น",
                "ขุนหาญ",
                "เขมราฐ",
                "โขงเจียม",
                "ดอนมดแดง",
                "เดชอุดม"
            ]
        );
    }

    #[test]
    fn a_missing_translation_is_the_thai_text_and_says_so() {
        let text = Text::thai("ศาลา");
        assert_eq!(text.in_lang(Lang::En), ("ศาลา", Lang::Th));
    }
}
