//! Markdown files: facts between `+++` lines, then a body; and the `.en.md` twin that translates them.
//!
//! In: a file and its twin. Out: both documents and the story. A twin needs no facts; those it has are translations: `title` in
//! `rice-bank.en.md` is the English `title` of `rice-bank.md`, and what is no text (a date, a weight) is the Thai file's
//! to say; the twin may only repeat it.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::locale::one_form::{is_in_its_one_form, is_invisible, normalise_lines};
use crate::parse::document::Document;
use crate::parse::key_spans::KeySpans;
use crate::parse::reader::{self, ReadRecord};
use crate::schema::{Key, Record};
use crate::source::Source;
use crate::value::{Markdown, Passage, Story};

/// A file with front matter, its twin, and their bodies.
pub struct Entry<'a> {
    th: Document<'a>,
    en: Option<Document<'a>>,
    story: Story,
}

impl<'a> Entry<'a> {
    /// Reads a file and its twin, which may have these keys; `None` where the facts of the Thai file cannot be told from its body.
    pub fn read(
        th: &'a Source,
        en: Option<&'a Source>,
        known: &'static [Key],
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let facts = match split(&th.text) {
            Ok(Some(parts)) => Some(parts),
            Ok(None) => {
                let missing = Diagnostic::error(Problem::FrontMatterMissing);
                found.push(missing.at(&th.path, first_line(&th.text)));
                None
            }
            Err(opening) => {
                found.push(Diagnostic::error(Problem::FrontMatterUnclosed).at(&th.path, opening));
                None
            }
        };
        let twin = en.and_then(|en| match split(&en.text) {
            Ok(parts) => Some((en, parts)),
            Err(opening) => {
                found.push(Diagnostic::error(Problem::FrontMatterUnclosed).at(&en.path, opening));
                None
            }
        });
        let mut story = Story::default();
        let mut english = None;
        if let Some((source, parts)) = twin {
            let body = parts.as_ref().map_or(0, |(_, body)| *body);
            story.en = markdown(source, body);
            english = parts.map(|(toml, _)| Document::read(source, toml, known, found));
        }
        let (toml, body) = facts?;
        story.th = markdown(th, body);
        Some(Self {
            th: Document::read(th, toml, known, found),
            en: english,
            story,
        })
    }

    /// The facts, with their translations beside them, where they stand, and the story.
    pub fn record<T: Record>(self, found: &mut Diagnostics) -> (ReadRecord<T>, KeySpans, Story) {
        let read = reader::record(&self.th, self.en.as_ref(), found);
        (read, reader::key_spans(&self.th), self.story)
    }
}

/// Markdown from a byte of a file to its end; `None` where there is only space.
pub(super) fn markdown(source: &Source, from: usize) -> Option<Markdown> {
    let written = &source.text[from..];
    if written.trim().is_empty() {
        return None;
    }
    let (text, shifts) = if is_in_its_one_form(written) {
        let whole = Arc::clone(&source.text);
        (Passage::new(whole, from), Vec::new())
    } else {
        let (text, shifts) = normalise_lines(written);
        (text.into(), shifts)
    };
    Some(Markdown {
        text,
        file: source.path.clone(),
        offset: from,
        shifts,
    })
}

/// Whether a text begins with front matter.
pub(super) fn has_front_matter(text: &str) -> bool {
    !matches!(split(text), Ok(None))
}

/// The first line with anything on it.
fn first_line(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    let line = text[start..].lines().next().unwrap_or_default();
    if line.is_empty() {
        0..0
    } else {
        start..start + line.trim_end().len()
    }
}

/// Whether a letter beside `+++` is one that nobody sees.
fn is_unseen(it: char) -> bool {
    it.is_whitespace() || is_invisible(it)
}

/// Where the facts stand and where the body begins; `None` without facts. The span of an opening line that nothing closes.
fn split(text: &str) -> Result<Option<(Range<usize>, usize)>, Range<usize>> {
    let mut at = 0;
    let mut opening = None;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let is_fence = line.trim_matches(is_unseen) == "+++";
        match &opening {
            None if is_fence => opening = Some(at..end),
            None if line.trim_matches(is_unseen).is_empty() => {}
            None => return Ok(None),
            Some(open) if is_fence => return Ok(Some((open.end..at, end))),
            Some(_) => {}
        }
        at = end;
    }
    opening.map_or(Ok(None), |it| {
        let line = &text[it.clone()];
        Err(it.start..it.start + line.trim_end().len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_between_two_lines() {
        for (text, expected) in [
            ("+++\ntitle = 1\n+++\nbody", Ok(Some((4..14, 18)))),
            (
                "\u{A0}+++\u{200B}\na = 1\n+++ \u{FEFF}\n",
                Ok(Some((9..15, 23))),
            ),
            ("+++\r\na = 1\r\n+++\r\nbody", Ok(Some((5..12, 17)))),
            ("\n+++\n+++", Ok(Some((5..5, 8)))),
            ("+++\ntitle = 1\n", Err(0..3)),
            ("body\n+++\n+++\n", Ok(None)),
            ("---\ntitle: x\n---\n", Ok(None)),
            ("", Ok(None)),
        ] {
            assert_eq!(split(text), expected, "for {text:?}");
        }
    }
}
