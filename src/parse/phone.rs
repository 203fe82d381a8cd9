//! Telephone numbers as people write them → what to show and what to dial.
//!
//! In: 9 digits (02 to 07), 10 digits (06, 08, 09), 3 or 4 digits, or +66; then perhaps a range and an extension, in Thai or
//! Arabic digits. Out: a [`Phone`], or that it is none. Never: guesses at a number that is too short or too long.

use crate::diagnostic::Problem;
use crate::locale::one_form::{arabic_digits, normalise};
use crate::value::Phone;

/// A telephone number.
pub fn phone(written: &str) -> Result<Phone, Problem> {
    let text = arabic_digits(&normalise(written));
    link(&text)
        .map(|link| Phone {
            written: text.clone(),
            link,
        })
        .ok_or_else(|| Problem::BadPhone(written.to_owned()))
}

fn link(text: &str) -> Option<String> {
    let (number, extension) = split_extension(text)?;
    let number = number.trim();
    let dialled = dialled(number).or_else(|| {
        // A range: the last one or two digits of the numbers that follow.
        let (first, last) = number.rsplit_once(is_dash)?;
        let last = last.trim();
        ((1..=2).contains(&last.len()) && is_digits(last)).then(|| dialled(first.trim()))?
    })?;
    Some(match extension {
        Some(extension) => format!("tel:{dialled};ext={extension}"),
        None => format!("tel:{dialled}"),
    })
}

/// The number before an extension, and the extension.
fn split_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let small = text.to_ascii_lowercase(); // as long as `text`
    let Some((at, word)) = ["ต่อ", "ext.", "ext"]
        .into_iter()
        .find_map(|word| small.find(word).map(|at| (at, word)))
    else {
        return Some((text, None));
    };
    let extension = text[at + word.len()..].trim();
    ((1..=6).contains(&extension.len()) && is_digits(extension))
        .then_some((&text[..at], Some(extension)))
}

/// What to dial for one whole number.
fn dialled(number: &str) -> Option<String> {
    if let Some(rest) = number.strip_prefix("+66") {
        let rest = rest.trim_start_matches(|it| it == ' ' || is_dash(it));
        let rest = rest.strip_prefix("(0)").unwrap_or(rest);
        let national = format!("0{}", bare(rest)?);
        return is_national(&national).then(|| format!("+66{}", &national[1..]));
    }
    if (3..=4).contains(&number.len()) && is_digits(number) && !number.starts_with('0') {
        return Some(number.to_owned());
    }
    let digits = bare(number)?;
    is_national(&digits).then(|| format!("+66{}", &digits[1..]))
}

/// Whether it is a whole number as dialled inside the country.
fn is_national(digits: &str) -> bool {
    let begins = digits.as_bytes().get(1);
    digits.starts_with('0')
        && match digits.len() {
            9 => matches!(begins, Some(b'2'..=b'7')),
            10 => matches!(begins, Some(b'6' | b'8' | b'9')),
            _ => false,
        }
}

/// The digits of a number that may be grouped by single spaces, dashes, dots or brackets.
fn bare(number: &str) -> Option<String> {
    let begins_and_ends = number.starts_with(|it: char| it.is_ascii_digit() || it == '(')
        && number.ends_with(|it: char| it.is_ascii_digit());
    let is_allowed =
        |it: char| it.is_ascii_digit() || is_dash(it) || matches!(it, ' ' | '.' | '(' | ')');
    (begins_and_ends && number.chars().all(is_allowed))
        .then(|| number.chars().filter(char::is_ascii_digit).collect())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn is_dash(it: char) -> bool {
    matches!(it, '-' | '\u{2010}'..='\u{2014}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::thai_digits;

    #[test]
    fn reads_numbers_as_people_write_them() {
        for (written, expected) in [
            ("045-344628", "tel:+6645344628"),
            ("045344628", "tel:+6645344628"),
            ("๐๔๕-๓๔๔๖๒๘", "tel:+6645344628"),
            ("0 4534 4628", "tel:+6645344628"),
            ("(045) 344-628", "tel:+6645344628"),
            ("02-123-4567", "tel:+6621234567"),
            ("081-234-5678", "tel:+66812345678"),
            ("0612345678", "tel:+66612345678"),
            ("+66 45 344 628", "tel:+6645344628"),
            ("+66 (0)81 234 5678", "tel:+66812345678"),
            // What helps and new files offer: plainly nobody's.
            ("045-000000", "tel:+6645000000"),
            ("081-000-0000", "tel:+66810000000"),
            ("+66 45 000000", "tel:+6645000000"),
            ("045-000000-9", "tel:+6645000000"),
            ("1567", "tel:1567"),
            ("191", "tel:191"),
            ("๑๕๖๗", "tel:1567"),
            ("045-344628 ต่อ 12", "tel:+6645344628;ext=12"),
            ("๐๔๕-๓๔๔๖๒๘ ต่อ ๑๒", "tel:+6645344628;ext=12"),
            ("045-344628 ext. 12", "tel:+6645344628;ext=12"),
            ("045-344628 Ext 12", "tel:+6645344628;ext=12"),
            ("045-344628-9", "tel:+6645344628"),
            ("02-123-4567-70 ต่อ 3", "tel:+6621234567;ext=3"),
            ("045-34462", "bad-phone"),
            ("0812345", "bad-phone"),
            ("081-234-56789", "bad-phone"),
            ("0123456789", "bad-phone"),
            ("+1 202 555 0100", "bad-phone"),
            ("+66", "bad-phone"),
            ("12", "bad-phone"),
            ("045-344628 ต่อ", "bad-phone"),
            ("ไม่มี", "bad-phone"),
            ("", "bad-phone"),
        ] {
            let shown = phone(written).map_or_else(|it| it.code().to_owned(), |it| it.link);
            assert_eq!(shown, expected, "written as {written:?}");
        }
        assert_eq!(
            phone("๐๔๕-๓๔๔๖๒๘ ต่อ ๑๒").unwrap().written,
            "045-344628 ต่อ 12"
        );
    }

    proptest! {
        #[test]
        fn thai_digits_read_like_arabic_ones(written in "(.*|\\+?[0-9]{2,4}[- ]?[0-9]{3,7}(-[0-9]| ต่อ [0-9]{1,3})?)") {
            prop_assert_eq!(phone(&thai_digits(&written)).ok(), phone(&written).ok());
        }
    }
}
