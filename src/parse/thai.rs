//! The Thai of a word that the files write in English: who writes `"วัด"` means `temple`.
//!
//! In: what was written, and the list of words that would do. Out: the one that is called so.

use crate::locale::one_form::normalise;
use crate::value::Vocabulary;

/// The word of a list that a Thai name means, or a name that holds it; `None` where it is none, or several.
pub(crate) fn meant(list: &Vocabulary, written: &str) -> Option<&'static str> {
    let written = normalise(written);
    if written.is_ascii() || written.chars().count() < 2 {
        return None;
    }
    let only = |is_it: &dyn Fn(&str) -> bool| {
        let mut found = list.words.iter().filter(|it| is_it(it.th));
        found.next().filter(|_| found.next().is_none())
    };
    only(&|name| name == written)
        .or_else(|| only(&|name| name.contains(&written)))
        .map(|it| it.word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Word;
    use crate::value::words::{Level, Mission, PlaceKind, Status};

    #[test]
    fn a_thai_name_means_its_word() {
        assert_eq!(meant(Level::VOCABULARY, "ตำบล"), Some("subdistrict"));
        assert_eq!(meant(Level::VOCABULARY, "อำเภอ"), Some("district"));
        assert_eq!(meant(PlaceKind::VOCABULARY, "วัด"), Some("temple"));
        assert_eq!(meant(Mission::VOCABULARY, "ทักษะอาชีพ"), Some("vocational"));
        assert_eq!(meant(Status::VOCABULARY, "เปิด"), Some("open"));
        assert_eq!(meant(PlaceKind::VOCABULARY, "ดวงจันทร์"), None);
        assert_eq!(meant(PlaceKind::VOCABULARY, "tample"), None);
        assert_eq!(meant(Level::VOCABULARY, "ร"), None);
    }
}
