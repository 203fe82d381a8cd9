//! What an entry shows beside its text: photos, documents, and stories in Markdown.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::value::{Lang, Text};

/// A path inside the site folder, with `/` between its parts: `content/centers/khueang-nai/center.toml`.
/// Every place of a mistake and every photo has one, so the letters are shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// A path relative to the site folder; `/` between parts, none at the ends.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it lies in; empty for the site folder itself.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part of the path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The path that a relative reference written in this file means, with `.` and `..` resolved.
    /// `None` where it climbs out of the site folder.
    #[must_use]
    pub fn beside(&self, reference: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self
            .folder()
            .split('/')
            .filter(|it| !it.is_empty())
            .collect();
        for part in reference.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(Self(parts.join("/").into()))
    }

    /// The relative reference from this file to another: the other way round.
    #[must_use]
    pub fn way_to(&self, other: &str) -> String {
        let from: Vec<_> = self.folder().split('/').collect();
        let to: Vec<_> = other.split('/').collect();
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(from.len() - shared);
        up + &to[shared..].join("/")
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A byte range of a file, where something was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: SitePath,
    /// Bytes from its start, within the file.
    pub span: std::ops::Range<usize>,
}

/// A photo that may be published; its file exists, and no consent is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// The picture as staff put it there; `photo` makes what is served from it.
    pub file: SitePath,
    /// What it shows, for those who do not see it; empty for a decoration.
    pub alt: Text,
    /// Words under it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<Text>,
}

/// A document beside an entry, offered as a download. Its file exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Where it lies; it is served under the centre's address.
    pub file: SitePath,
}

/// A text in Markdown and where it stands, so that its links can be resolved and its mistakes located.
#[derive(Clone, Debug, PartialEq)]
pub struct Markdown {
    /// The Markdown itself.
    pub text: Passage,
    /// The file that it stands in: relative links start from there.
    pub file: SitePath,
    /// Where `text` begins in the file, in bytes; for text inside TOML the start of the value.
    pub offset: usize,
    /// Where normalising changed lengths: from this byte of `text` on, the file is so many bytes further than `offset` says.
    /// In order; empty for nearly every text.
    pub shifts: Vec<(usize, isize)>,
}

/// A text, or the rest of a longer one that is in memory anyway: the story of a file is not copied out of it.
#[derive(Clone)]
pub struct Passage {
    whole: Arc<str>,
    from: usize,
}

impl Passage {
    /// What stands from a byte of a text on.
    #[must_use]
    pub fn new(whole: Arc<str>, from: usize) -> Self {
        Self { whole, from }
    }
}

impl Deref for Passage {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.from..]
    }
}

impl From<String> for Passage {
    fn from(text: String) -> Self {
        Self::new(text.into(), 0)
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Markdown {
    /// Where a span of `text` stands in its file.
    #[must_use]
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        let in_file = |byte: usize| {
            let passed = self.shifts.partition_point(|(from, _)| *from <= byte);
            let shift = passed.checked_sub(1).map_or(0, |it| self.shifts[it].1);
            self.offset + byte.saturating_add_signed(shift)
        };
        Place {
            file: self.file.clone(),
            span: in_file(span.start)..in_file(span.end),
        }
    }
}

/// Inline Markdown in its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineText {
    /// The Thai one.
    pub th: Markdown,
    /// The English one.
    pub en: Option<Markdown>,
}

/// A story in its languages.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Story {
    /// The Thai one.
    pub th: Option<Markdown>,
    /// The English one.
    pub en: Option<Markdown>,
}

impl Story {
    /// The story for a reader of `lang`, and its language: the other one where there is no translation.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Option<(&Markdown, Lang)> {
        use Lang::{En, Th};
        let th = self.th.as_ref().map(|it| (it, Th));
        let en = self.en.as_ref().map(|it| (it, En));
        match lang {
            Th => th.or(en),
            En => en.or(th),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn a_reference_stays_inside_the_site() {
        let file = SitePath::new("content/centers/a/center.toml");
        for (reference, expected) in [
            ("photo.jpg", Some("content/centers/a/photo.jpg")),
            ("./x/../photo.jpg", Some("content/centers/a/photo.jpg")),
            ("../../../static/a.png", Some("static/a.png")),
            ("../../../../a.png", None),
        ] {
            assert_eq!(
                file.beside(reference).as_ref().map(SitePath::as_str),
                expected,
                "for {reference:?}"
            );
        }
    }
}
