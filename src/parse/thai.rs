//! The Thai of a word that the files write in English: who writes `"วัด"` means `temple`.
//!
//! In: what was written, and the words that would do. Out: the one that the site shows by that name. The names are those of the
//! built-in theme, so that a new word needs none here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::parse::text::normalise;

static NAMES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let words = include_str!("../../themes/sala/i18n/th.toml");
    toml::from_str(words).unwrap_or_default()
});

/// The word that a key's list shows by a Thai name, or by a name that holds it; `None` where it is none, or several.
pub(super) fn meant(key: &str, written: &str, allowed: &[&'static str]) -> Option<&'static str> {
    let written = normalise(written);
    if written.is_ascii() || written.chars().count() < 2 {
        return None;
    }
    let key = key.rsplit('.').next().unwrap_or_default();
    let one = match key.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => key.trim_end_matches('s').to_owned(),
    };
    let only = |is_it: &dyn Fn(&str, &str) -> bool| {
        let mut found = allowed.iter().filter(|word| {
            let ending = format!("_{}", word.replace('-', "_"));
            let mut named = NAMES.iter().filter(|(key, _)| key.ends_with(&ending));
            named.any(|(key, name)| is_it(&key[..key.len() - ending.len()], name))
        });
        found.next().filter(|_| found.next().is_none()).copied()
    };
    only(&|_, name| name == written)
        .or_else(|| only(&|of, name| (of == key || of == one) && name.contains(&written)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;
    use crate::model::center::{Level, Mission, PlaceKind, Status};

    fn of<T: Word>(key: &str, written: &str) -> Option<&'static str> {
        let words: Vec<_> = T::ALL.iter().map(|it| it.word()).collect();
        meant(key, written, &words)
    }

    #[test]
    fn a_thai_name_means_its_word() {
        assert_eq!(of::<Level>("level", "ตำบล"), Some("subdistrict"));
        assert_eq!(of::<Level>("level", "อำเภอ"), Some("district"));
        assert_eq!(of::<PlaceKind>("location.place_kind", "วัด"), Some("temple"));
        assert_eq!(of::<Mission>("missions", "ทักษะอาชีพ"), Some("vocational"));
        assert_eq!(of::<Status>("status", "เปิด"), Some("open"));
        assert_eq!(of::<PlaceKind>("location.place_kind", "ดวงจันทร์"), None);
        assert_eq!(of::<PlaceKind>("location.place_kind", "tample"), None);
        assert_eq!(of::<Level>("level", "ร"), None);
    }
}
