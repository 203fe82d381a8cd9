//! The id of a heading: from its words, and no other heading's of the page.

use std::collections::BTreeMap;

/// The id that a heading gets: letters, marks and digits of every script, blanks as hyphens, as Git hosts do it.
/// `taken` counts how often an id was wanted.
pub(super) fn slug(text: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            ' ' | '-' => slug.push('-'),
            '_' => slug.push('_'),
            'a'..='z' | '0'..='9' | 'ก'..='ฮ' | 'เ'..='ไ' => slug.push(letter), // most of them
            _ if is_word(letter) => slug.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    if slug.is_empty() {
        slug.push_str("section");
    }
    let mut unique = slug.clone();
    while taken.contains_key(&unique) || IDS_OF_PAGES.contains(&unique.as_str()) {
        let wanted = taken.entry(slug.clone()).or_insert(0);
        *wanted += 1;
        unique = format!("{slug}-{wanted}");
    }
    taken.insert(unique.clone(), 0);
    unique
}

/// Letters, digits, and the Thai and Lao vowels and tones that are marks and no letters.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
        || matches!(letter, '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
        || matches!(letter, '\u{300}'..='\u{36f}')
}

/// Ids that the built-in pages with a story have themselves: a heading of one of these names gets a number.
pub(super) const IDS_OF_PAGES: &[&str] = &[
    "activities",
    "adapted-by",
    "adapted-from",
    "awards",
    "best-practices",
    "centers",
    "committee",
    "components",
    "contact",
    "courses",
    "credits",
    "evidence",
    "facts",
    "highlights",
    "knowledge",
    "leaders",
    "limits",
    "location",
    "main",
    "menu",
    "nearby",
    "needs",
    "outline",
    "partners",
    "photos",
    "plan",
    "q",
    "q-hint",
    "related",
    "resource-persons",
    "results",
    "rules",
    "service",
    "sort",
    "stations",
    "steps",
    "suggestion",
    "suggestions",
    "visit",
    "words",
];
