//! TOML text → a tree with positions, with every mistake of its form reported.
//!
//! In: a file, and which part of it is TOML. Out: the tree as far as it could be read, and the places that could not.

use std::ops::Range;

use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::locale::one_form::floor;
use crate::model::SitePath;
use crate::parse::syntax_hints;
use crate::parse::toml_letters;
use crate::schema::Key;
use crate::source::Source;

/// The TOML of a file.
pub struct Document<'a> {
    pub(super) file: &'a SitePath,
    /// The TOML alone.
    pub(super) text: &'a str,
    /// Where it begins in the file.
    pub(super) offset: usize,
    pub(super) table: DeTable<'a>,
    /// What of it was reported and means nothing.
    broken: Broken,
}

/// The parts of a document that were reported and mean nothing, as they are asked for: a file may have as many mistakes as lines.
#[derive(Default)]
struct Broken {
    /// Where each begins in the file, in order, and how far it and those before it reach.
    parts: Vec<(usize, usize)>,
    /// Where the first `[header]` stands that could not be read.
    header: Option<usize>,
}

impl Broken {
    /// Of spans in a file; `begins_header` says of a byte whether it stands in the line of a header.
    fn of(mut spans: Vec<Range<usize>>, begins_header: impl Fn(usize) -> bool) -> Self {
        spans.sort_by_key(|it| it.start);
        let header = spans
            .iter()
            .map(|it| it.start)
            .find(|it| begins_header(*it));
        let mut reach = 0;
        let parts = spans.into_iter().map(|it| {
            reach = reach.max(it.end).max(it.start + 1);
            (it.start, reach)
        });
        Self {
            parts: parts.collect(),
            header,
        }
    }

    fn touches(&self, span: &Range<usize>) -> bool {
        let before = self.parts.partition_point(|(start, _)| *start < span.end);
        before > 0 && span.start < self.parts[before - 1].1
    }
}

/// How many keys may be joined by dots: far more than any table needs, few enough for every stack.
const MOST_DOTS: usize = 32;

impl<'a> Document<'a> {
    /// The TOML in a part of a file, which may have these keys.
    pub fn read(
        source: &'a Source,
        part: Range<usize>,
        known: &'static [Key],
        found: &mut Diagnostics,
    ) -> Self {
        let plain = source.plain.get(|| {
            let toml = toml_letters::plain(&source.text[part.clone()])?;
            Some([&source.text[..part.start], &toml, &source.text[part.end..]].concat())
        });
        let mut document = Self {
            file: &source.path,
            text: &plain.unwrap_or(&source.text)[part.clone()],
            offset: part.start,
            table: DeTable::new(),
            broken: Broken::default(),
        };
        if let Some(at) = too_many_dots(document.text) {
            let span = document.in_file(at..at + 1);
            document.broken = Broken::of(vec![span.clone()], |_| false);
            found.push(document.error(Problem::NestedTooDeeply, span));
            return document;
        }
        for path in toml_letters::windows_paths(&source.text[part.clone()]) {
            let span = document.in_file(path.span);
            found.push(document.error(Problem::BackslashInPath(path.right), span));
        }
        let (table, errors) = DeTable::parse_recoverable(document.text);
        document.table = table.into_inner();
        if errors.is_empty() {
            return document;
        }
        let lines = line_starts(&source.text);
        let line_of = |at: usize| lines.partition_point(|start| *start <= at) - 1;
        let mut broken = Vec::with_capacity(errors.len() * 2);
        let mut last_line = None;
        for error in errors {
            let span = document.in_file(error.span().unwrap_or(0..0));
            broken.push(span.clone());
            // One slip of the pen breaks the rest of its line; the first thing said about a line is the useful one.
            let line = line_of(span.start);
            if last_line.replace(line) == Some(line) {
                continue;
            }
            let (problem, span) = syntax_hints::problem(error.message(), span, &source.text, known);
            broken.push(span.clone());
            found.push(document.error(problem, span));
        }
        document.broken = Broken::of(broken, |at| {
            let at = floor(&source.text, at);
            let line = &source.text[lines[line_of(at)].max(part.start).min(at)..at];
            line.trim_start().starts_with('[')
        });
        document
    }

    /// A diagnostic at a span of the file.
    pub(super) fn error(&self, problem: Problem, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(problem).at(self.file, span)
    }

    /// A span of the TOML as a span of the file.
    pub(super) fn in_file(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }

    /// Whether the form of the TOML was wrong anywhere: then what is missing may only be unread.
    pub(super) fn is_broken(&self) -> bool {
        !self.broken.parts.is_empty()
    }

    /// Whether a key at this span of the file follows a `[header]` that could not be read: nobody knows to which table it belongs.
    pub(super) fn is_adrift(&self, span: &Range<usize>) -> bool {
        self.broken.header.is_some_and(|it| it < span.start)
    }

    /// Whether a value at this span of the file was reported already.
    pub(super) fn is_broken_at(&self, span: &Range<usize>) -> bool {
        self.is_broken() && (span.is_empty() || self.broken.touches(span))
    }
}

/// Where each line of a text begins.
fn line_starts(text: &str) -> Vec<usize> {
    let after = text.bytes().enumerate().filter(|(_, it)| *it == b'\n');
    std::iter::once(0)
        .chain(after.map(|(at, _)| at + 1))
        .collect()
}

/// Where a chain of keys joined by dots grows too long.
fn too_many_dots(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_word = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-');
    let (mut at, mut dots, mut is_after_word) = (0, 0, false);
    while at < bytes.len() {
        match bytes[at] {
            b'.' if is_after_word => {
                dots += 1;
                is_after_word = false;
                if dots > MOST_DOTS {
                    return Some(at);
                }
            }
            b' ' | b'\t' => {}
            quote @ (b'"' | b'\'') => {
                let line = &bytes[at + 1..];
                let end = line.iter().position(|it| *it == quote || *it == b'\n');
                if is_after_word {
                    dots = 0;
                }
                is_after_word = true;
                at += end.map_or(0, |it| it + 1);
            }
            it if is_word(it) => {
                if is_after_word {
                    dots = 0; // two words without a dot between them
                }
                while bytes.get(at + 1).is_some_and(|it| is_word(*it)) {
                    at += 1;
                }
                is_after_word = true;
            }
            _ => {
                dots = 0;
                is_after_word = false;
            }
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Record;
    use crate::schema::center::CenterRecord;
    use crate::testing::grows_with_its_length;

    fn codes(text: &str) -> Vec<String> {
        let source = Source {
            path: SitePath::new("content/centers/a/center.toml"),
            text: text.into(),
            invalid_at: None,
            marks: crate::source::Marks::default(),
            plain: crate::source::Plain::default(),
        };
        let mut found = Diagnostics::default();
        Document::read(&source, 0..text.len(), CenterRecord::KEYS, &mut found);
        found
            .sorted()
            .iter()
            .map(|it| {
                let at = it.place.as_ref().unwrap().span.start;
                let position = source.position(at);
                format!(
                    "{}:{} {}",
                    position.line,
                    position.column,
                    it.problem.code()
                )
            })
            .collect()
    }

    #[test]
    fn every_slip_is_reported_where_it_is() {
        for (text, expected) in [
            ("a = 1\nb = 'x'\n", &[][..]),
            ("name = ศูนย์\nlevel = \"x\"\n", &["1:8 unquoted-text"]),
            ("a = 1\na = 2\n", &["2:1 repeated-key"]),
            ("[a]\n[a]\n", &["2:2 repeated-key"]),
            ("opened = 2567-02-29\n", &["1:10 date-needs-quotes"]),
            ("opened = 2566-02-29\n", &["1:10 no-such-day"]),
            ("opened = 2565-13-01\n", &["1:10 no-such-day"]),
            (
                "a = \nb = \"x\nc = 1\n",
                &["1:5 no-value", "2:7 unclosed-text"],
            ),
            ("", &[]),
        ] {
            assert_eq!(codes(text), expected, "for {text:?}");
        }
    }

    #[test]
    fn time_grows_with_the_text_and_not_with_its_square() {
        for line in [
            "= x\n",
            "\"\n",
            "'\n",
            "[\n",
            "[[\n",
            "[a\n",
            "a = 1\n",
            "a = [\n",
            "a = {\n",
            "[a]\n",
            "[[steps]]\n",
            "[[steps]]\ntitle = \"a\"\n",
            "[[steps]]\nx = 1\n",
            "[[a]]\n",
            "[[a.b]]\n",
            "[[a]]\n[a.b]\n",
            "x\n",
            "ก\n",
            "a = ก\n",
            "a = ก, ",
            "= ",
            "\"\"\"\n",
            "a.b = 1\n",
            "#\n",
            "a = 1 2\n",
            "a = 2567-02-29\n",
            "\u{0}",
            "}\n",
            "a = [1,,\n",
        ] {
            let text = |bytes: usize| line.repeat(bytes / line.len());
            let run = |text: &str| {
                let source = crate::testing::source("content/centers/a/center.toml", text);
                let mut found = Diagnostics::default();
                crate::parse::center::center("a", &source, None, None, &mut found);
            };
            grows_with_its_length(&format!("{line:?} alone"), text, |text| {
                let _ = DeTable::parse_recoverable(text);
            });
            grows_with_its_length(&format!("{line:?}"), text, run);
        }
        for of in [
            "k{} = 1\n",
            "[k{}]\n",
            "[[k{}]]\n",
            "k{} = ก\n",
            "k{}\n",
            "k{}.a = 1\n[b\n",
            "[b\nk{} = 1\n",
        ] {
            let text = |bytes: usize| {
                let lines = (0..bytes / 10).map(|it| of.replace("{}", &it.to_string()));
                lines.collect::<String>()
            };
            let run = |text: &str| {
                let source = crate::testing::source("content/centers/a/center.toml", text);
                let mut found = Diagnostics::default();
                crate::parse::center::center("a", &source, None, None, &mut found);
            };
            grows_with_its_length(&format!("{of:?} alone"), text, |text| {
                let _ = DeTable::parse_recoverable(text);
            });
            grows_with_its_length(&format!("{of:?}"), text, run);
        }
    }

    #[test]
    fn depth_has_a_limit() {
        let deep = format!("a = {}", "[".repeat(100_000));
        assert!(
            codes(&deep)
                .iter()
                .any(|it| it.ends_with("nested-too-deeply"))
        );
        let dotted = format!("{}a = 1", "a.".repeat(100_000));
        assert_eq!(codes(&dotted), ["1:66 nested-too-deeply"]);
        let quoted = format!("{}a = 1", "\"b c\" . ".repeat(1_000));
        assert!(codes(&quoted)[0].ends_with("nested-too-deeply"));
        let prose = format!("a = \"{}\"", "One thing. Another thing. ".repeat(1_000));
        assert!(codes(&prose).is_empty());
        let widest = format!("{}a = 1\n", "a.".repeat(MOST_DOTS))
            .replace(" = ", &format!(" = {}", "[".repeat(79)));
        assert!(!codes(&widest).is_empty());
    }
}
