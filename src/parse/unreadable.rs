//! Letters that nobody can read, and words that a PDF tore apart.
//!
//! In: any text of the content, as written. Out: where such a letter or word stands. Forms of Thai letters that old fonts draw are no such
//! letters: `text` reads them; nor are bullets at the beginning of a line, of which `markdown` makes lists.

use std::ops::Range;

use crate::diagnostic::Problem;

/// Every place of a text that nobody can read.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, Problem)> {
    let mut found = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut before = ['\n'; 2];
    for (at, letter) in text.char_indices() {
        let is_bullet = matches!(
            letter,
            '\u{F0A7}' | '\u{F0A8}' | '\u{F0B7}' | '\u{F0D8}' | '\u{F076}' | '\u{F0FC}'
        ) && text[..at]
            .trim_end_matches([' ', '\t'])
            .ends_with(['\n', '"']);
        if is_unreadable(letter) && !is_bullet {
            let span = at..at + letter.len_utf8();
            found.push((span, Problem::UnreadableLetter(letter)));
        }
        let is_vowel = matches!(letter, 'า' | 'ำ');
        if is_vowel && before[1] == ' ' && is_consonant(before[0]) {
            let start = at - 1 - before[0].len_utf8();
            let rest = &text[at..];
            let is_end = |it: char| !matches!(it, '\u{0E01}'..='\u{0E4E}');
            let end = at + rest.find(is_end).unwrap_or(rest.len());
            let written = text[start..end].to_owned();
            found.push((start..end, Problem::TornWord(written)));
        }
        before = [before[1], letter];
    }
    found
}

/// Whether a letter has no meaning but in the font that it was written with, or stands for one that was lost.
fn is_unreadable(it: char) -> bool {
    matches!(it, '\u{E000}'..='\u{F6FF}' | '\u{F71B}'..='\u{F8FF}' | '\u{FFFD}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Whether a word can be torn behind this letter.
fn is_consonant(it: char) -> bool {
    matches!(it, 'ก'..='ฮ' | '\u{0E48}'..='\u{0E4B}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_reads_is_told_where_it_stands() {
        for (text, expected) in [
            ("ท\u{F701}\u{F70A}", ""),
            ("\u{F0B7} ก\n\t\u{F0B7} ข", "unreadable-letter \u{F0B7}"),
            ("ก\n\u{F0B7} ข", ""),
            ("ก \u{FFFD}", "unreadable-letter \u{FFFD}"),
            ("ส ำนัก จ านวน", "torn-word ส ำนัก; torn-word จ านวน"),
            ("สระ า และ ๑ า", ""),
            ("plain", ""),
        ] {
            let found = find(text);
            let found: Vec<_> = found
                .into_iter()
                .map(|(span, it)| format!("{} {}", it.code(), &text[span]))
                .collect();
            assert_eq!(found.join("; "), expected, "in {text:?}");
        }
    }
}
