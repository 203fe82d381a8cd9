//! National ID numbers, which must never reach a public page.
//!
//! In: any text of the content. Out: where something in it looks like such a number: thirteen digits, Thai or Arabic, the first
//! 1 to 8, plain or grouped 1-4-5-2-1 by dashes, spaces, dots, slashes or the like, with a right check digit. A part of a longer run of
//! digits is none.

use std::ops::Range;

use crate::locale::one_form::is_invisible;

const GROUPS: [usize; 5] = [1, 4, 5, 2, 1];

/// Every place of a text that looks like a national ID number.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !may_hold_one(text) {
        return found;
    }
    let bytes = text.as_bytes();
    for at in parts(bytes).filter(|it| digits(bytes, it) > 0).flatten() {
        let Some(start) = digit_ending_at(bytes, at) else {
            continue;
        };
        if !goes_on(&text[..start])
            && digit_at(&text[start..]).is_some_and(|it| (1..=8).contains(&it))
            && let Some(length) = number_at(&text[start..])
        {
            found.push(start..start + length);
        }
    }
    found
}

/// Whether a digit after this text is one of a number in it, or one of its decimals.
fn goes_on(before: &str) -> bool {
    let mut before = before.chars().rev().filter(|it| !is_invisible(*it));
    match before.next() {
        Some('.') => before.next().and_then(digit).is_some(),
        it => it.and_then(digit).is_some(),
    }
}

fn digit_at(text: &str) -> Option<u32> {
    text.chars().next().and_then(digit)
}

/// Where the digit begins whose last byte is at this place. Bytes are faster to go through than letters.
fn digit_ending_at(text: &[u8], at: usize) -> Option<usize> {
    match text[at] {
        b'0'..=b'9' => Some(at),
        0x90..=0x99 => {
            let start = at.checked_sub(2)?;
            matches!(text[start..at], [0xe0, 0xb9] | [0xef, 0xbc]).then_some(start)
        }
        _ => None,
    }
}

/// Whether looking is worth it: a text with fewer than thirteen digits holds none.
#[must_use]
pub fn may_hold_one(text: &str) -> bool {
    let text = text.as_bytes();
    parts(text).map(|it| digits(text, &it)).sum::<usize>() >= 13
}

/// A text in parts that a processor goes through many bytes at once.
fn parts(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..text.len()).step_by(64);
    starts.map(|it| it..text.len().min(it + 64))
}

/// How many digits end in a part of a text, as far as two bytes tell.
fn digits(text: &[u8], part: &Range<usize>) -> usize {
    // Without branches, for then a processor does sixteen bytes at once.
    let is_arabic = |it: u8| u8::from(it.wrapping_sub(b'0') < 10);
    let is_other = |before: u8, it: u8| {
        (u8::from(before == 0xb9) | u8::from(before == 0xbc)) & u8::from(it.wrapping_sub(0x90) < 10)
    };
    let first = text[part.start..].first().filter(|_| part.start == 0);
    let with_one_before = &text[part.start.saturating_sub(1)..part.end];
    let pairs = with_one_before.iter().zip(&with_one_before[1..]);
    let ends = pairs.map(|(before, it)| is_arabic(*it) | is_other(*before, *it));
    let count = ends.fold(0_u8, u8::wrapping_add);
    usize::from(count) + usize::from(first.is_some_and(u8::is_ascii_digit))
}

/// The length in bytes of the number that a text begins with.
fn number_at(text: &str) -> Option<usize> {
    let mut letters = text
        .char_indices()
        .filter(|(_, it)| !is_invisible(*it))
        .peekable();
    let mut digits = Vec::with_capacity(13);
    let mut end = 0;
    let mut is_grouped = None;
    for group in GROUPS {
        if !digits.is_empty() {
            let mut has_separator = false;
            while letters.next_if(|(_, it)| is_separator(*it)).is_some() {
                has_separator = true;
            }
            if *is_grouped.get_or_insert(has_separator) != has_separator {
                return None;
            }
        }
        for _ in 0..group {
            let (at, letter) = letters.next()?;
            digits.push(digit(letter)?);
            end = at + letter.len_utf8();
        }
    }
    let goes_on = letters.next().is_some_and(|(_, it)| digit(it).is_some());
    (!goes_on && has_check_digit(&digits)).then_some(end)
}

fn has_check_digit(digits: &[u32]) -> bool {
    let sum: u32 = (2..=13)
        .rev()
        .zip(digits)
        .map(|(weight, it)| weight * it)
        .sum();
    digits.get(12) == Some(&((11 - sum % 11) % 10))
}

fn digit(it: char) -> Option<u32> {
    match it {
        '0'..='9' => Some(it as u32 - '0' as u32),
        '๐'..='๙' => Some(it as u32 - '๐' as u32),
        '０'..='９' => Some(it as u32 - '０' as u32),
        _ => None,
    }
}

fn is_separator(it: char) -> bool {
    matches!(
        it,
        ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '-'
            | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{FF0E}' | '\u{FF0F}' | '\u{FF3F}' | '\u{30FB}' | '\u{B7}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_' | '/' | ':'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_numbers_however_they_are_written() {
        for (text, expected) in [
            ("1234567890121", 1),
            ("1-2345-67890-12-1", 1),
            ("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", 1),
            ("1 2345 67890 12 1", 1),
            ("1 - 2345 - 67890 - 12 - 1", 1),
            ("เลข 12345678\u{200B}90121.", 1),
            ("1234567890121 และ 1-2345-67890-12-1", 2),
            ("1234567890122", 0), // wrong check digit
            ("9234567890121", 0),
            ("0234567890121", 0),
            ("12345678901211", 0), // longer
            ("51234567890121", 0),
            ("104.1234567890121", 0),
            ("1.2345.67890.12.1", 1),
            ("1/2345/67890/12/1", 1),
            ("1_2345_67890_12_1", 1),
            ("1-234567890-121", 0), // other groups
            ("1\t2345\t67890\t12\t1", 1),
            ("1\u{2009}2345\u{202F}67890\u{2007}12\u{3000}1", 1),
            ("1－2345－67890－12－1", 1),
            ("１－２３４５－６７８９０－１２－１", 1),
            ("1·2345·67890·12·1", 1),
            ("045-344628", 0),
            ("", 0),
            (&format!("{} 1234567890121", "ก".repeat(40)), 1),
            (&format!("{}1234567890121", "ก".repeat(21)), 1),
            (&format!("{}๑๒๓๔๕๖๗๘๙๐๑๒๑", "ก ".repeat(15)), 1),
        ] {
            assert_eq!(find(text).len(), expected, "in {text:?}");
        }
        let text = "ก ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ ข";
        assert_eq!(&text[find(text)[0].clone()], "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑");
    }
}
