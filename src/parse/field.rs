//! One value of a table: read as one kind or another, or reported.
//!
//! In: a value and where it stands. Out: texts in their one form, numbers with the digits as written, words of a list.

use std::ops::Range;

use toml::de::DeValue;

use crate::diagnostic::expected::Expected;
use crate::diagnostic::{Diagnostics, Problem};
use crate::locale::one_form::{arabic_digits, is_blank, normalise, normalise_lines};
use crate::parse::document::Document;
use crate::parse::national_id;
use crate::parse::nearest::nearest;
use crate::parse::syntax_hints;
use crate::parse::thai;
use crate::value::{Markdown, Spanned, Word};

/// A value of a table and where it stands.
pub(super) struct Field<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) value: &'a DeValue<'a>,
    pub(super) span: Range<usize>,
    /// With its prefix.
    pub(super) name: String,
}

impl Field<'_> {
    pub(super) fn report(&self, problem: Problem, found: &mut Diagnostics) {
        found.push(self.document.error(problem, self.span.clone()));
    }

    pub(super) fn wrong_type(&self, expected: Expected) -> Problem {
        Problem::WrongType {
            key: self.name.clone(),
            expected,
        }
    }

    pub(super) fn wrong(&self, expected: Expected, found: &mut Diagnostics) {
        self.report(self.wrong_type(expected), found);
    }

    pub(super) fn ok<T>(&self, read: Result<T, Problem>, found: &mut Diagnostics) -> Option<T> {
        read.map_err(|problem| self.report(problem, found)).ok()
    }

    /// A text in its one form; a blank one counts as none, and is reported where it must speak.
    pub(super) fn text(&self, must_speak: bool, found: &mut Diagnostics) -> Option<String> {
        let DeValue::String(written) = self.value else {
            self.wrong(Expected::Text, found);
            return None;
        };
        self.watch_for_escaped_ids(written, &self.span, found);
        let text = normalise(written);
        if !is_blank(&text) {
            return Some(text);
        }
        if must_speak {
            self.report(Problem::BlankText(self.name.clone()), found);
        }
        None
    }

    /// A number hidden by escapes (`\u0031`) is not seen by the search through the file.
    fn watch_for_escaped_ids(&self, decoded: &str, span: &Range<usize>, found: &mut Diagnostics) {
        let start = span.start - self.document.offset;
        let raw = self
            .document
            .text
            .get(start..start + span.len())
            .unwrap_or_default();
        if raw.contains('\\') && national_id::find(decoded).len() > national_id::find(raw).len() {
            found.push(self.document.error(Problem::NationalId, span.clone()));
        }
    }

    pub(super) fn markdown(&self, found: &mut Diagnostics) -> Option<Markdown> {
        self.text(false, found)?;
        let DeValue::String(written) = self.value else {
            return None;
        };
        let start = self.span.start - self.document.offset;
        let raw = self.document.text.get(start..).unwrap_or_default();
        let quotes = [
            "\"\"\"\r\n",
            "\"\"\"\n",
            "'''\r\n",
            "'''\n",
            "\"\"\"",
            "'''",
            "\"",
            "'",
        ];
        let opening = quotes
            .iter()
            .find(|it| raw.starts_with(**it))
            .map_or(0, |it| it.len());
        let (text, mut shifts) = normalise_lines(written);
        if !raw
            .get(opening..)
            .is_some_and(|it| it.starts_with(written.as_ref()))
        {
            shifts.clear(); // Escapes moved it already: only its beginning is known.
        }
        Some(Markdown {
            text: text.into(),
            file: self.document.file.clone(),
            offset: self.span.start + opening,
            shifts,
        })
    }

    /// The strings of an array, blank ones too, so that translations keep their places.
    pub(super) fn strings(&self, found: &mut Diagnostics) -> Vec<Spanned<String>> {
        let DeValue::Array(items) = self.value else {
            self.wrong(Expected::Texts, found);
            return Vec::new();
        };
        let mut strings = Vec::with_capacity(items.len());
        for item in items {
            let span = self.document.in_file(item.span());
            match item.get_ref() {
                _ if self.document.is_broken_at(&span) => {}
                DeValue::String(written) => {
                    self.watch_for_escaped_ids(written, &span, found);
                    strings.push(Spanned {
                        value: normalise(written),
                        span,
                    });
                }
                _ => found.push(self.document.error(self.wrong_type(Expected::Texts), span)),
            }
        }
        strings
    }

    pub(super) fn word<T: Word>(
        &self,
        written: &str,
        span: Range<usize>,
        found: &mut Diagnostics,
    ) -> Option<T> {
        let word = T::ALL.iter().copied().find(|it| it.word() == written);
        if word.is_none() {
            let allowed = T::VOCABULARY.all();
            let problem = Problem::UnknownWord {
                key: self.name.clone(),
                written: written.to_owned(),
                nearest: thai::meant(T::VOCABULARY, written)
                    .map(str::to_owned)
                    .or_else(|| nearest(written, allowed.iter().copied())),
                allowed,
            };
            found.push(self.document.error(problem, span));
        }
        word
    }

    /// A whole number in decimal digits: an integer, or a string of digits.
    pub(super) fn whole(&self, expected: Expected, found: &mut Diagnostics) -> Option<String> {
        let digits = match self.value {
            DeValue::Integer(it) => Some(decimal_digits(it)),
            DeValue::String(it) => Some(arabic_digits(&normalise(it)).replace(',', "")),
            _ => None,
        };
        let is_number = |it: &String| {
            let bare = it.strip_prefix('-').unwrap_or(it);
            !bare.is_empty() && bare.bytes().all(|it| it.is_ascii_digit())
        };
        let digits = digits.filter(is_number);
        if digits.is_none() {
            let problem = match self.value {
                DeValue::String(it) => syntax_hints::number(it).filter(is_number).map(|right| {
                    let written = it.to_string();
                    Problem::BadNumber { written, right }
                }),
                _ => None,
            };
            self.report(problem.unwrap_or_else(|| self.wrong_type(expected)), found);
        }
        digits
    }

    /// A number, and its digits as written: Arabic, without separators.
    pub(super) fn decimal(&self) -> Option<(f64, String)> {
        let digits = match self.value {
            DeValue::Integer(it) => decimal_digits(it),
            DeValue::Float(it) => it.as_str().trim_start_matches('+').to_owned(),
            DeValue::String(it) => {
                let digits = arabic_digits(&normalise(it)).replace(',', "");
                let bare = digits.strip_prefix('-').unwrap_or(&digits);
                let (whole, decimals) = bare.split_once('.').unwrap_or((bare, "0"));
                let is_number = [whole, decimals]
                    .iter()
                    .all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
                if !is_number {
                    return None;
                }
                digits
            }
            _ => return None,
        };
        let value: f64 = digits.parse().ok()?;
        let is_plain = digits
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'.'));
        Some((value, if is_plain { digits } else { value.to_string() }))
    }
}

/// The decimal digits of an integer; those of a huge one in another base are left as they are, which is no number then.
fn decimal_digits(integer: &toml::de::DeInteger) -> String {
    let text = integer.as_str().trim_start_matches('+');
    match integer.radix() {
        10 => text.to_owned(),
        radix => i128::from_str_radix(text, radix)
            .map_or_else(|_| integer.to_string(), |it| it.to_string()),
    }
}

/// A value of TOML as JSON: days as strings, what is not finite as null.
pub(super) fn json(value: &DeValue) -> serde_json::Value {
    use serde_json::Value;
    match value {
        DeValue::String(it) => Value::String(normalise(it)),
        DeValue::Boolean(it) => Value::Bool(*it),
        DeValue::Datetime(it) => Value::String(it.to_string()),
        DeValue::Integer(it) => {
            let digits = decimal_digits(it);
            digits.parse::<i64>().map_or_else(
                |_| digits.parse::<f64>().unwrap_or(f64::NAN).into(),
                Value::from,
            )
        }
        DeValue::Float(it) => it.as_str().parse::<f64>().unwrap_or(f64::NAN).into(),
        DeValue::Array(items) => items.iter().map(|it| json(it.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, it)| (key.get_ref().to_string(), json(it.get_ref())))
            .collect(),
    }
}
