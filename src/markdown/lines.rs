//! Lines as people type and paste them → lines as CommonMark reads them.
//!
//! In: a text. Out: the changes that make headings and lists of what surely was meant as such: a mark without a space behind it, Thai
//! numerals, the bullets of word processors. Never: touches code, hashtags, or numbers inside a line.

use super::edits::Edits;
use crate::value::digits::arabic;

/// Bullets that word processors write, also those of their own fonts.
const BULLETS: &[char] = &[
    '•', '●', '▪', '■', '◦', '‣', '⁃', '∙', '\u{F0B7}', '\u{F0A7}', '\u{F0D8}', '\u{F076}',
    '\u{F0FC}', '\u{F0A8}',
];
/// Dashes that stand for bullets where several lines begin so.
const DASHES: &[char] = &['–', '—', '−', '·', '‐', '‑'];

/// What to change in the lines of a text.
pub(super) fn changes(text: &str) -> Edits {
    let lines = lines(text);
    let mut edits = Edits::default();
    for number in 0..lines.len() {
        let line = &lines[number];
        if line.is_code {
            continue;
        }
        let (before, after) = (neighbour(&lines, number, -1), neighbour(&lines, number, 1));
        line.change(before, after, &mut edits);
    }
    edits
}

/// Whether a letter is drawn as a space but does not part marks from words for CommonMark.
fn is_wide_space(it: char) -> bool {
    matches!(
        it,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}'
    )
}

/// A line, its indentation apart.
struct Line<'a> {
    /// What stands behind the indentation, to the end of the line.
    text: &'a str,
    /// Where it begins.
    start: usize,
    is_code: bool,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut fence: Option<&str> = None;
    let mut start = 0;
    let mut lines = Vec::new();
    for whole in text.split_inclusive('\n') {
        let body = whole.trim_start_matches([' ', '\t']);
        let begins = start + (whole.len() - body.len());
        start += whole.len();
        let body = body.trim_end_matches(['\n', '\r']);
        let run = &body[..body.len() - body.trim_start_matches(['`', '~']).len()];
        let is_run = run.len() >= 3 && run.bytes().all(|it| it == run.as_bytes()[0]);
        let is_code = match fence {
            Some(open) => {
                let closes = is_run && run.starts_with(open) && body.trim_end() == run;
                if closes {
                    fence = None;
                }
                true
            }
            None if is_run && !(run.starts_with('`') && body[run.len()..].contains('`')) => {
                fence = Some(run);
                true
            }
            None => false,
        };
        lines.push(Line {
            text: body,
            start: begins,
            is_code,
        });
    }
    lines
}

/// The line before or behind another one, where the two belong together.
fn neighbour<'a>(lines: &'a [Line<'a>], number: usize, step: isize) -> Option<&'a str> {
    let line = lines.get(number.checked_add_signed(step)?)?;
    (!line.is_code && !line.text.trim().is_empty()).then_some(line.text)
}

impl Line<'_> {
    fn change(&self, before: Option<&str>, after: Option<&str>, edits: &mut Edits) {
        if self.heading(edits) || self.bullet(before, after, edits) || self.numbered(edits) {
            return;
        }
        let text = self.text;
        if text.starts_with('>') && text[1..].starts_with(is_digit) {
            edits.insert(self.start, "\\"); // more than a number, no quotation
        } else if sign(text).is_some_and(|it| after.and_then(sign) == Some(it)) {
            let end = self.start + text.trim_end().len();
            edits.insert(end, "\\");
            return;
        }
        for (at, _) in text.match_indices('*') {
            let is_between = text[..at].ends_with(is_digit) && text[at + 1..].starts_with(is_digit);
            if is_between {
                edits.insert(self.start + at, "\\"); // 2*3*4
            }
        }
    }

    /// `##สภาพปัญหา`, and any heading with a space that is none. A single `#` before a word is a hashtag.
    fn heading(&self, edits: &mut Edits) -> bool {
        let rest = self.text.trim_start_matches(['#', '＃']);
        let marks = &self.text[..self.text.len() - rest.len()];
        let count = marks.chars().count();
        if !(1..=6).contains(&count) {
            return false;
        }
        let words = rest.trim_start_matches(is_wide_space);
        let has_wide_space = words.len() < rest.len();
        let has_space = rest.starts_with([' ', '\t']) || has_wide_space;
        let is_meant = if has_space {
            has_wide_space || marks.contains('＃')
        } else {
            count > 1 && rest.starts_with(begins_words)
        };
        if is_meant && !words.trim().is_empty() {
            let end = self.start + self.text.len() - words.len();
            edits.replace(self.start..end, "#".repeat(count) + " ");
        }
        has_space || is_meant
    }

    /// `•ทอผ้า`, `-ทอผ้า`, `– ทอผ้า`.
    fn bullet(&self, before: Option<&str>, after: Option<&str>, edits: &mut Edits) -> bool {
        let Some(mark) = self.text.chars().next() else {
            return false;
        };
        let rest = &self.text[mark.len_utf8()..];
        let words = rest.trim_start_matches(|it| it == ' ' || it == '\t' || is_wide_space(it));
        let has_space = words.len() < rest.len();
        let is_alike = |it: &str| it.starts_with(mark) && !it[mark.len_utf8()..].starts_with(mark);
        let has_company = before.is_some_and(is_alike) || after.is_some_and(is_alike);
        let is_bullet = match mark {
            _ if words.is_empty() => false,
            _ if BULLETS.contains(&mark) => true,
            _ if DASHES.contains(&mark) => {
                has_company && (has_space || rest.starts_with(begins_words))
            }
            '-' | '*' if rest.starts_with(is_wide_space) => true,
            '-' if !has_space && rest.starts_with(begins_words) => {
                (before.is_none() || has_company) && !rest.trim_end().ends_with('-')
            }
            '*' if !has_space && rest.starts_with(begins_words) => {
                has_company && !rest.contains('*')
            }
            'o' => rest.starts_with('\t'),
            _ => false,
        };
        if is_bullet {
            let end = self.start + self.text.len() - words.len();
            edits.replace(self.start..end, "- ");
        }
        is_bullet
    }

    /// `1.ทอผ้า`, `๑. ทอผ้า`, `๑) ทอผ้า`. Behind the point of an hour or of a part stands a digit: `08.30`, `1.1`.
    fn numbered(&self, edits: &mut Edits) -> bool {
        let rest = self.text.trim_start_matches(is_digit);
        let number = &self.text[..self.text.len() - rest.len()];
        if !(1..=3).contains(&number.chars().count()) {
            return false;
        }
        let Some(mark) = rest.chars().next().filter(|it| matches!(it, '.' | ')')) else {
            return false;
        };
        let rest = &rest[1..];
        let words = rest.trim_start_matches(|it| it == ' ' || it == '\t' || is_wide_space(it));
        let is_plain = number.is_ascii() && rest.starts_with([' ', '\t']);
        if words.is_empty() || words.starts_with(is_digit) && words.len() == rest.len() {
            return false;
        }
        if !is_plain && words.len() == rest.len() && !words.starts_with(begins_words) {
            return false;
        }
        if !is_plain {
            let end = self.start + self.text.len() - words.len();
            let number: String = number.chars().map(arabic).collect();
            edits.replace(self.start..end, format!("{number}{mark} "));
        }
        true
    }
}

/// What a line begins with, where lines that begin alike are lines of their own: a sign, a part's number, a letter that counts.
fn sign(text: &str) -> Option<Sign> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    if first >= '\u{2190}' && !first.is_alphanumeric() && !BULLETS.contains(&first) {
        return Some(Sign::Picture);
    }
    let after_number = text.trim_start_matches(is_digit);
    if after_number.len() < text.len()
        && after_number.starts_with('.')
        && after_number[1..].starts_with(is_digit)
    {
        let behind = after_number.trim_start_matches(|it| is_digit(it) || it == '.');
        return behind.starts_with([' ', '\t']).then_some(Sign::Part);
    }
    if matches!(first, 'ก'..='ฮ') && rest.starts_with(['.', ')']) && rest[1..].starts_with(' ')
    {
        return Some(Sign::Letter);
    }
    let inside = text.strip_prefix('(')?;
    let (inside, _) = inside.split_once(')')?;
    let is_short = (1..=3).contains(&inside.chars().count());
    let counts = |it: char| is_digit(it) || matches!(it, 'ก'..='ฮ' | 'a'..='z');
    (is_short && inside.chars().all(counts)).then_some(Sign::Bracket)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Picture,
    Part,
    Letter,
    Bracket,
}

fn is_digit(it: char) -> bool {
    it.is_ascii_digit() || matches!(it, '๐'..='๙')
}

/// Whether a letter begins words, and no number.
fn begins_words(it: char) -> bool {
    (it.is_alphabetic() && !is_digit(it)) || matches!(it, '“' | '"' | '\'' | '‘' | '(' | '[' | '*')
}
