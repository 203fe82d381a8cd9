//! A slip of the pen in TOML → what to write instead.
//!
//! In: the parser's words about a place, and the keys that the file may have. Out: the problem as the people who wrote the line see it,
//! and which part of the line it is about. Never: judges a value that TOML can read; its key does that.

use std::ops::Range;

use crate::diagnostic::Problem;
use crate::diagnostic::expected::Expected;
use crate::locale::one_form::arabic_digits;
use crate::locale::one_form::floor;
use crate::locale::one_form::is_invisible;
use crate::parse::date;
use crate::parse::key_names::{kinds_of, names};
use crate::parse::nearest::nearest;
use crate::parse::thai_keyboard;
use crate::schema::{Key, Kind};

/// A longer text is not said again as it should be.
const LONGEST_SHOWN: usize = 80;
/// Quotation marks that word processors and telephones write, and TOML does not know.
const CURLY: [char; 11] = ['“', '”', '„', '‟', '‘', '’', '«', '»', '″', '＂', '＇'];

/// What is wrong at a place that TOML cannot read, and which part of the text to mark.
pub(super) fn problem(
    words: &str,
    span: Range<usize>,
    text: &str,
    known: &'static [Key],
) -> (Problem, Range<usize>) {
    let written = text.get(span.clone()).unwrap_or_default();
    if let Some(found) = typed_in_thai(text, span.start, known) {
        return found;
    }
    if words.contains("escape") {
        return (Problem::StrayBackslash, span);
    }
    if words.starts_with("duplicate key") {
        return (Problem::RepeatedKey(written.to_owned()), span);
    }
    if words.contains("recursion") {
        return (Problem::NestedTooDeeply, span);
    }
    if words.starts_with("invalid unquoted key") {
        if let Some(unseen) = written.chars().find(|it| is_invisible(*it)) {
            return (Problem::InvisibleLetter(unseen), span);
        }
        return (foreign_key(written, known), span);
    }
    if words.starts_with("key with no value") {
        let line = line(text, span.start);
        let written = line.text.trim();
        let from = line.start + (line.text.len() - line.text.trim_start().len());
        return (without_equals_sign(written), from..from + written.len());
    }
    if words.starts_with("unclosed") {
        let bracket = if words.contains("inline") { '}' } else { ']' };
        return (Problem::UnclosedBracket(bracket), span);
    }
    if words.starts_with("missing comma") {
        return (Problem::NoComma, span);
    }
    if words.starts_with("string values must be quoted") && written.trim().is_empty() {
        return (Problem::NoValue, span);
    }
    if let Some(value) = Value::at(text, &span)
        && let Some(problem) = value.problem(words, known)
    {
        return (problem, value.span);
    }
    let is_about_text = words.starts_with("invalid basic string")
        || words.starts_with("invalid literal string")
        || words.starts_with("invalid multi-line");
    let is_stray = |it: char| it.is_control() && it != '\n' && it != '\r';
    if is_about_text && !written.contains(is_stray) {
        return (Problem::UnclosedText, span);
    }
    (Problem::TomlSyntax(words.replace('\n', " ")), span)
}

/// A line that was typed while the keyboard was set to Thai: `บแนนพกรืฟะนพล` is `[coordinator]`.
fn typed_in_thai(text: &str, at: usize, known: &'static [Key]) -> Option<(Problem, Range<usize>)> {
    let line = line(text, at);
    let written = line.text.trim();
    if written.is_ascii() || written.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return None;
    }
    let typed = thai_keyboard::latin(written)?;
    let (meant, length) = match typed.split_once('=') {
        None => (typed.trim(), written.len()),
        Some((key, _)) => {
            let letters = key.trim_end().chars().count();
            let end = written.char_indices().nth(letters);
            (key.trim(), end.map_or(written.len(), |(at, _)| at))
        }
    };
    let name = meant.trim_matches(['[', ']']);
    let last = name.rsplit('.').next()?;
    if name.is_empty() || !names(known).any(|it| it == last) {
        return None;
    }
    let start = line.start + (line.text.len() - line.text.trim_start().len());
    let problem = Problem::ForeignKey {
        written: written[..length].to_owned(),
        nearest: Some(meant.to_owned()),
    };
    Some((problem, start..start + length))
}

/// A line of a text and where it begins.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

fn line(text: &str, at: usize) -> Line<'_> {
    let at = floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
    Line {
        text: &text[start..end],
        start,
    }
}

/// A key in letters that TOML does not take, and the one that means it.
fn foreign_key(written: &str, known: &'static [Key]) -> Problem {
    let begins = |it: &Key| {
        [it.help.th, it.label.th]
            .iter()
            .any(|it| it.starts_with(written))
    };
    let means = |it: &&Key| written.chars().count() > 1 && begins(it);
    let meant = known.iter().find(means).map(|it| it.name.to_owned());
    let names: Vec<String> = names(known).collect();
    Problem::ForeignKey {
        written: written.to_owned(),
        nearest: meant.or_else(|| nearest(written, names.iter().map(String::as_str))),
    }
}

/// `summary: "x"`, `summary "x"`
fn without_equals_sign(text: &str) -> Problem {
    let is_end = |it: char| !(it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '.'));
    let (key, rest) = text.split_at(text.find(is_end).unwrap_or(text.len()));
    let value = rest.trim_start_matches([':', ' ', '\t', '：']).trim_end();
    let right = match value.chars().next() {
        None | Some('#') => None,
        Some('"' | '\'' | '[' | '{') => Some(format!("{key} = {value}")),
        Some(_) => Some(format!("{key} = {}", quoted(value))),
    };
    Problem::NoEqualsSign(right.filter(|it| is_short(it)))
}

/// What stands for a value: after `=`, or between the commas of a list.
struct Value<'a> {
    text: &'a str,
    span: Range<usize>,
    /// The key before it.
    key: &'a str,
    /// Whether it stands alone, not in a list or in braces.
    is_alone: bool,
}

impl<'a> Value<'a> {
    /// The value in which a span lies; `None` where the span lies in no value of one line.
    fn at(text: &'a str, span: &Range<usize>) -> Option<Self> {
        let Line { text: line, start } = line(text, span.start);
        let at = floor(line, span.start - start);
        let first_equals = line
            .find('=')
            .filter(|it| *it < at || line[..at].is_empty());
        let alone = first_equals.and_then(|equals| {
            let value = line[equals + 1..].trim_start();
            (!value.starts_with(['[', '{'])).then(|| line.len() - value.len())
        });
        let from = match alone {
            Some(from) => from,
            None => line[..at]
                .rfind(['[', '{', ',', '='])
                .map_or(0, |it| it + 1),
        };
        let rest = line.get(from..)?;
        let end = if alone.is_some() {
            comment(rest)
        } else {
            rest.find([',', ']', '}']).unwrap_or(rest.len())
        };
        let value = rest[..end].trim();
        if value.is_empty() || value.starts_with("\"\"\"") || value.starts_with("'''") {
            return None;
        }
        let from = from + (rest.len() - rest.trim_start().len());
        let before = &line[..from];
        let key = before.rfind('=').map_or("", |it| before[..it].trim_end());
        let is_end = |it: char| !(it.is_ascii_alphanumeric() || matches!(it, '_' | '-'));
        Some(Self {
            text: value,
            span: start + from..start + from + value.len(),
            key: key.rsplit(is_end).next().unwrap_or_default(),
            is_alone: alone.is_some(),
        })
    }

    fn problem(&self, words: &str, known: &'static [Key]) -> Option<Problem> {
        let text = self.text;
        let bare = text.trim_matches(CURLY);
        let inside = text.strip_prefix('"');
        if text.starts_with(CURLY) || (inside.is_some() && text.ends_with(CURLY)) {
            let right = quoted(bare.trim_matches(['"', '\'']).trim_matches(CURLY));
            return Some(Problem::CurlyQuotes(Some(right).filter(|it| is_short(it))));
        }
        if words.starts_with("unexpected key or value") && self.is_alone {
            if let Some(value) = text.strip_suffix(',') {
                return Some(Problem::TrailingComma(
                    Some(value.to_owned()).filter(|it| is_short(it)),
                ));
            }
            if let Some(inside) = inside.and_then(|it| it.strip_suffix('"'))
                && !inside.contains(['=', '\\'])
            {
                let right = Some(quoted(inside)).filter(|it| is_short(it));
                return Some(Problem::QuotesInText(right));
            }
        }
        if text.starts_with(['"', '\'', '[', '{', '#']) || text.contains(char::is_control) {
            return None;
        }
        Some(self.bare(Takes::of(self.key, known)))
    }

    /// A value without quotation marks that TOML does not take so.
    fn bare(&self, takes: Takes) -> Problem {
        let (text, key) = (self.text, self.key.to_owned());
        let unopened = text.strip_suffix('"').filter(|it| !it.contains('"'));
        let meant = quoted(unopened.unwrap_or(text));
        let is_flag = matches!(text.to_lowercase().as_str(), "true" | "false");
        let looks_like_a_day = text.len() >= 8
            && text.starts_with(|it: char| it.is_ascii_digit())
            && text.bytes().filter(|it| *it == b'-').count() == 2;
        match takes {
            Takes::Flag => Problem::BadFlag {
                written: text.to_owned(),
                right: flag(text),
            },
            Takes::Unknown if is_flag => Problem::BadFlag {
                written: text.to_owned(),
                right: flag(text),
            },
            Takes::Date => match date::date(text) {
                Ok(_) => Problem::DateNeedsQuotes(text.to_owned()),
                Err(problem) => problem,
            },
            Takes::Unknown if looks_like_a_day => match date::date(text) {
                Ok(_) => Problem::DateNeedsQuotes(text.to_owned()),
                Err(problem) => problem,
            },
            Takes::Number(expected) => match number(text) {
                Some(right) => Problem::BadNumber {
                    written: text.to_owned(),
                    right,
                },
                None => Problem::WrongType { key, expected },
            },
            Takes::Texts if self.is_alone => unquoted(format!("[{meant}]")),
            Takes::Texts | Takes::Text | Takes::Unknown => unquoted(meant),
        }
    }
}

fn unquoted(right: String) -> Problem {
    Problem::UnquotedText(Some(right).filter(|it| is_short(it)))
}

/// What a key takes, as far as a hint is concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Flag,
    Date,
    Number(Expected),
    Text,
    Texts,
    /// It is not known, or differs from table to table.
    Unknown,
}

impl Takes {
    fn of(key: &str, known: &'static [Key]) -> Self {
        let mut all = kinds_of(known, key).into_iter().map(|it| match it {
            Kind::Flag => Self::Flag,
            Kind::Date => Self::Date,
            Kind::Year => Self::Number(Expected::Year),
            Kind::Count => Self::Number(Expected::Count),
            Kind::Integer => Self::Number(Expected::Integer),
            Kind::Number => Self::Number(Expected::Number),
            Kind::Texts | Kind::Strings | Kind::Words(_) => Self::Texts,
            Kind::Table(_) | Kind::Tables(_) | Kind::Free => Self::Unknown,
            _ => Self::Text,
        });
        let first = all.next().unwrap_or(Self::Unknown);
        if all.all(|it| it == first) {
            first
        } else {
            Self::Unknown
        }
    }
}

fn flag(written: &str) -> Option<bool> {
    match written.to_lowercase().as_str() {
        "true" | "yes" | "ใช่" | "จริง" => Some(true),
        "false" | "no" | "ไม่" | "ไม่ใช่" | "เท็จ" => Some(false),
        _ => None,
    }
}

/// The number that was meant: `1,000`, `๑๒`, `012`, `40 คน`.
pub(super) fn number(written: &str) -> Option<String> {
    let is_unit = |it: char| !it.is_ascii_digit();
    let digits = arabic_digits(written);
    let digits = digits.trim_end_matches(is_unit).replace([',', ' '], "");
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = [whole, decimals]
        .iter()
        .all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
    let bare = digits.trim_start_matches('0');
    let zero = if bare.is_empty() || bare.starts_with('.') {
        "0"
    } else {
        ""
    };
    is_number.then(|| format!("{sign}{zero}{bare}"))
}

/// A text as TOML takes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn is_short(right: &str) -> bool {
    right.chars().count() <= LONGEST_SHOWN
}

/// Where the remark behind a value begins.
fn comment(rest: &str) -> usize {
    let mut quote = None;
    for (at, letter) in rest.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            (None, '#') if at == 0 || rest[..at].ends_with([' ', '\t']) => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::model::Lang;
    use crate::parse::center;
    use crate::testing::source;

    /// Everything said about a centre with these lines: where, which part of the line, the code, and what to write.
    fn said(lines: &str) -> Vec<String> {
        let text = format!(
            "name = \"ก\"\nlevel = \"district\"\nlocation = {{ district = \"ข\" }}\n{lines}\n"
        );
        let source = source("content/centers/a/center.toml", &text);
        let mut found = Diagnostics::default();
        center::center("a", &source, None, None, &mut found);
        let said = found.sorted().into_iter().map(|it| {
            let span = it.place.clone().unwrap().span;
            let label = it.label(Lang::En).unwrap_or_default();
            format!("{} {} {label}", it.problem.code(), &text[span])
        });
        said.map(|it| it.trim_end().to_owned()).collect()
    }

    #[test]
    fn a_slip_is_told_once_and_with_what_to_write() {
        let mut wrong = Vec::new();
        for (lines, expected) in [
            (
                "[coordinator]\nphone = 045-344628",
                "unquoted-text 045-344628 write \"045-344628\"",
            ),
            (
                "[coordinator]\nphone = 0812345678",
                "unquoted-text 0812345678 write \"0812345678\"",
            ),
            (
                "[coordinator]\nphone = 081 234 5678 # มือถือ",
                "unquoted-text 081 234 5678 write \"081 234 5678\"",
            ),
            (
                "[coordinator]\nphone = ๐๘๑-๒๓๔-๕๖๗๘",
                "unquoted-text ๐๘๑-๒๓๔-๕๖๗๘ write \"๐๘๑-๒๓๔-๕๖๗๘\"",
            ),
            ("summary = ศูนย์ดี", "unquoted-text ศูนย์ดี write \"ศูนย์ดี\""),
            ("summary = ศูนย์ดี\"", "unquoted-text ศูนย์ดี\" write \"ศูนย์ดี\""),
            ("summary = “ศูนย์ดี”", "curly-quotes “ศูนย์ดี” write \"ศูนย์ดี\""),
            ("summary = \"ศูนย์ดี”", "curly-quotes \"ศูนย์ดี” write \"ศูนย์ดี\""),
            ("summary = ”ศูนย์ดี\"", "curly-quotes ”ศูนย์ดี\" write \"ศูนย์ดี\""),
            ("summary = ‘ศูนย์ดี’", "curly-quotes ‘ศูนย์ดี’ write \"ศูนย์ดี\""),
            (
                "summary = \"เขา \"ดี\" มาก\"",
                "quotes-in-text \"เขา \"ดี\" มาก\" write \"เขา \\\"ดี\\\" มาก\"",
            ),
            ("opened = 2569-9-3", "bad-date 2569-9-3 write 2569-09-03"),
            (
                "opened = 13/03/2565",
                "bad-date 13/03/2565 write 2565-03-13",
            ),
            (
                "opened = 13 มีนาคม 2565",
                "bad-date 13 มีนาคม 2565 write 2565-03-13",
            ),
            (
                "opened = \"13 มี.ค. 65\"",
                "bad-date \"13 มี.ค. 65\" write 2565-03-13",
            ),
            (
                "opened = 29/2/2567",
                "bad-date 29/2/2567 write \"2567-02-29\"",
            ),
            (
                "opened = 2567-02-29",
                "date-needs-quotes 2567-02-29 write \"2567-02-29\"",
            ),
            (
                "opened = ๒๕๖๕-๐๓-๑๓",
                "date-needs-quotes ๒๕๖๕-๐๓-๑๓ write \"๒๕๖๕-๐๓-๑๓\"",
            ),
            ("opened = 2566-02-30", "no-such-day 2566-02-30"),
            ("opened = วันนี้", "bad-date วันนี้"),
            ("example = True", "bad-flag True write true"),
            ("example = FALSE", "bad-flag FALSE write false"),
            ("example = ใช่", "bad-flag ใช่ write true"),
            ("example = แล้ว", "bad-flag แล้ว"),
            (
                "[visit]\nhours = 08.30-16.30",
                "unquoted-text 08.30-16.30 write \"08.30-16.30\"",
            ),
            ("[visit]\ngroup_max = 1,000", "bad-number 1,000 write 1000"),
            ("[visit]\ngroup_max = ๒๐", "bad-number ๒๐ write 20"),
            ("[visit]\ngroup_max = 020", "bad-number 020 write 20"),
            ("[visit]\ngroup_max = 20 คน", "bad-number 20 คน write 20"),
            ("[visit]\ngroup_max = ยี่สิบ", "wrong-type ยี่สิบ"),
            (
                "[visit]\ngroup_max = \"20 คน\"",
                "bad-number \"20 คน\" write 20",
            ),
            (
                "topics = weaving",
                "unquoted-text weaving write [\"weaving\"]",
            ),
            (
                "topics = [weaving]",
                "unquoted-text weaving write \"weaving\"",
            ),
            (
                "[visit]\nfacilities = [\"parking\", “toilet”]",
                "curly-quotes “toilet” write \"toilet\"",
            ),
            ("topics = [\"weaving\"", "unclosed-bracket "),
            ("[visit]\ngroup_max = 20,", "trailing-comma 20, write 20"),
            (
                "summary: \"ศูนย์ดี\"",
                "no-equals-sign summary: \"ศูนย์ดี\" write summary = \"ศูนย์ดี\"",
            ),
            (
                "summary ศูนย์ดี",
                "no-equals-sign summary ศูนย์ดี write summary = \"ศูนย์ดี\"",
            ),
            ("สรุป = \"ศูนย์ดี\"", "foreign-key สรุป"),
            ("บแนนพกรืฟะนพล", "foreign-key บแนนพกรืฟะนพล"),
            ("หีททฟพั ช \"ก\"", "foreign-key หีททฟพั"),
            ("summary = \"ศูนย์\\ดี\"", "stray-backslash"),
            (
                "[links]\nwebsite = https://example.go.th/",
                "unquoted-text https://example.go.th/ write \"https://example.go.th/\"",
            ),
            ("summary = ", "no-value"),
            ("summary = \"ศูนย์", "unclosed-text"),
        ] {
            let said = said(lines);
            if said.len() != 1 || !said[0].starts_with(expected.trim_end()) {
                wrong.push(format!(
                    "{lines}\n  expected {expected}\n  said {}",
                    said.join("; ")
                ));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
