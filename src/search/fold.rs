//! What sounds alike is one: tones, silenced letters and letters of one sound. `fold`, `skeleton` in `search-engine.js` are the twins.
//!
//! In: a cluster or a word. Out: what names the chunk of its keys, so that every variant of a key lies where the key does.

use super::normalise::is_consonant;

/// Letters of one sound, each beside the one that stands for it.
const ALIKE: [(char, char); 18] = [
    ('ศ', 'ส'),
    ('ษ', 'ส'),
    ('ณ', 'น'),
    ('ญ', 'ย'),
    ('ฎ', 'ด'),
    ('ฏ', 'ต'),
    ('ฐ', 'ถ'),
    ('ฑ', 'ท'),
    ('ฒ', 'ท'),
    ('ธ', 'ท'),
    ('ภ', 'พ'),
    ('ฆ', 'ค'),
    ('ฅ', 'ค'),
    ('ฌ', 'ช'),
    ('ฬ', 'ล'),
    ('ฃ', 'ข'),
    ('ใ', 'ไ'),
    ('ๅ', 'า'),
];

fn alike(it: char) -> char {
    let found = ALIKE.iter().find(|(letter, _)| *letter == it);
    found.map_or(it, |(_, other)| *other)
}

/// Thai letters without tones and silenced letters, and one letter for each sound.
#[must_use]
pub fn fold(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut folded = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        at += match *rest {
            [it, '\u{E4C}', ..] if is_consonant(it) => 2,
            [it, '\u{E34}' | '\u{E38}', '\u{E4C}', ..] if is_consonant(it) => 3,
            [it, ..] if !matches!(it, '\u{E47}'..='\u{E4E}') => {
                folded.push(alike(it));
                1
            }
            _ => 1,
        };
    }
    folded
}

/// The sound with which a cluster begins; `None` where it has no consonant.
#[must_use]
pub fn skeleton(cluster: &str) -> Option<char> {
    cluster.chars().find(|it| is_consonant(*it)).map(alike)
}

/// The first three consonants of a Latin word, `kh`, `ph`, `th` and `ch` as one and no letter twice; of a number its first three digits.
#[must_use]
pub fn word_skeleton(word: &str) -> String {
    if word.starts_with(|it: char| it.is_ascii_digit()) {
        return word.chars().take(3).collect();
    }
    let mut consonants = String::new();
    let mut before = None;
    for letter in word.chars() {
        let is_breath = letter == 'h' && matches!(before, Some('k' | 'p' | 't' | 'c'));
        before = Some(letter);
        let is_silent = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
        if !is_breath && !is_silent && !consonants.ends_with(letter) {
            consonants.push(letter);
        }
    }
    if consonants.is_empty() {
        consonants.extend(word.chars().next());
    }
    consonants.chars().take(3).collect()
}
