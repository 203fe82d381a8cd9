//! The texts of a site in memory, and where in them something stands.
//!
//! In: what `load` read. Out: texts by path, and byte spans as lines and columns that count characters from 1.

pub mod load;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::value::SitePath;
use crate::value::media::Place;

/// Everything that `load` found in a site folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Texts of `content/` and of the site's own theme, by path. Always UTF-8 without a byte order mark.
    pub texts: BTreeMap<SitePath, Arc<Source>>,
    /// Every other file of `content/`, `static/` and the site's own theme: photos, documents, static files. Not read yet.
    pub files: BTreeMap<SitePath, File>,
    /// What is there and was left out, which was reported: nobody may say that it is missing.
    pub refused: BTreeSet<SitePath>,
    /// The files of entries that are no part of the site, because they have mistakes.
    pub set_aside: BTreeSet<SitePath>,
}

/// A file that is not a text of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct File {
    /// Where it lies on disk.
    pub disk: PathBuf,
    /// Its length in bytes.
    pub size: u64,
}

/// One text.
#[derive(Debug)]
pub struct Source {
    /// Its path in the site folder.
    pub path: SitePath,
    /// The text as it stands in the file.
    pub text: Arc<str>,
    /// `None` where the file is UTF-8; else the byte at which it stops being so, and `text` holds replacement characters from there.
    pub invalid_at: Option<usize>,
    /// Where in it positions were counted.
    pub marks: Marks,
    /// What a reader of its form made of it, as long as the text itself; empty until one asks.
    pub plain: Plain,
}

/// A text without the letters that nobody sees, where it has any: made once, by the reader of its form.
#[derive(Debug, Default)]
pub struct Plain(OnceLock<Option<Box<str>>>);

impl Plain {
    /// What was made before, or is made now.
    pub fn get(&self, make: impl FnOnce() -> Option<String>) -> Option<&str> {
        let made = self.0.get_or_init(|| make().map(String::into_boxed_str));
        made.as_deref()
    }
}

/// Positions along a long text, counted when the first is asked for: a file with thousands of mistakes is not counted from its
/// beginning for each.
#[derive(Debug, Default)]
pub struct Marks(OnceLock<Vec<(usize, Position)>>);

/// How many bytes lie between two of them.
const STEP: usize = 4096;

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// Two texts are the same where path and letters are.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.invalid_at == other.invalid_at && self.text == other.text
    }
}

impl Eq for Source {}

/// Who looks a text up among others finds it by its path; few of one path are ever remembered.
impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.path.hash(state);
        self.text.len().hash(state);
    }
}

impl Source {
    /// The text, where it is one: what is not UTF-8 is reported once and read no further.
    #[must_use]
    pub fn readable(&self) -> Option<&Self> {
        self.invalid_at.is_none().then_some(self)
    }

    /// Line and column of a byte; a byte past the end counts as the end.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let marks = self.marks.0.get_or_init(|| marks(&self.text));
        let number = marks.partition_point(|(byte, _)| *byte <= end);
        let (from, position) = marks[number - 1];
        position.after(&self.text[from..end])
    }
}

impl Position {
    /// The position behind a text that begins here.
    fn after(self, text: &str) -> Self {
        match text.rfind('\n') {
            Some(last) => Self {
                line: self.line + text.bytes().filter(|it| *it == b'\n').count(),
                column: text[last + 1..].chars().count() + 1,
            },
            None => Self {
                line: self.line,
                column: self.column + text.chars().count(),
            },
        }
    }
}

fn marks(text: &str) -> Vec<(usize, Position)> {
    let mut marks = vec![(0, Position { line: 1, column: 1 })];
    let (mut from, mut position) = marks[0];
    while text.len() - from > STEP {
        let mut to = from + STEP;
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        position = position.after(&text[from..to]);
        from = to;
        marks.push((from, position));
    }
    marks
}

impl Sources {
    /// Lets go of the texts of entries, which are most of what is in memory: once parsed, nobody reads more of them than their stories,
    /// but to show a mistake.
    pub fn forget_entries(&mut self) {
        for (path, source) in &mut self.texts {
            let is_entry = ["content/centers/", "content/pages/"]
                .iter()
                .any(|it| path.as_str().starts_with(it));
            if is_entry {
                *source = Arc::new(Source {
                    path: path.clone(),
                    text: Arc::default(),
                    invalid_at: source.invalid_at,
                    marks: Marks::default(),
                    plain: Plain::default(),
                });
            }
        }
    }

    /// Where a place begins and ends, where its text is known.
    #[must_use]
    pub fn positions(&self, place: &Place) -> Option<(Position, Position)> {
        let source = self.texts.get(&place.file)?;
        Some((
            source.position(place.span.start),
            source.position(place.span.end),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::source;

    #[test]
    fn columns_count_characters() {
        let source = source("a.toml", "ก = 1\nชื่อ = \"ศาลา\"\n");
        let byte = source.text.find("\"ศ").unwrap();
        assert_eq!(source.position(byte), Position { line: 2, column: 8 });
        assert_eq!(source.position(9_999), Position { line: 3, column: 1 });
    }

    #[test]
    fn positions_in_a_long_text_are_those_of_counting() {
        let line = "ศาลา ".repeat(700);
        let text = format!("ก\n{line}\n\n{line}{line}\nx");
        let source = source("a.md", &text);
        for (byte, _) in text.char_indices() {
            let before = &text[..byte];
            let start = before.rfind('\n').map_or(0, |it| it + 1);
            let counted = Position {
                line: before.matches('\n').count() + 1,
                column: before[start..].chars().count() + 1,
            };
            assert_eq!(source.position(byte), counted, "at {byte}");
        }
    }
}
