//! What is known about photos, so that one that did not change is not read again.
//!
//! A photo's size and times tell whether it did; they are believed only where they are older than the moment they were written down.
//! The list lies in the cache as `photos`: a line that is damaged is no line, nor is one of a program that made other forms of photos, whose
//! keys are others; a lost list costs time alone.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads photos, and their times"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::diagnostic::Problem;
use crate::media::cache_file::{keep, read_file, short_hash};
use crate::value::SitePath;
use crate::value::media::Place;

/// Name of the list in the cache.
const NAME: &str = "photos";
/// A file that was changed so recently may change again without a new time.
const FRESH: Duration = Duration::from_secs(2);

/// How a file looks from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub size: u64,
    /// When it was changed, in nanoseconds; 0 where that cannot be known.
    modified: u128,
    /// When anything about it was, where the system says so.
    changed: i128,
}

/// What a page needs to know about a photo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PhotoFacts {
    pub width: u32,
    pub height: u32,
    pub is_transparent: bool,
    /// Whether it was opened, and not only its size read.
    pub is_whole: bool,
    /// Whether its file ends before the picture does.
    pub is_cut_short: bool,
}

/// What is known about photos.
#[derive(Debug, Default)]
pub struct KnownPhotos {
    /// By the key of their bytes.
    facts: BTreeMap<String, PhotoFacts>,
    /// Keys by path.
    files: BTreeMap<SitePath, (Stamp, String)>,
    is_new: bool,
}

impl Stamp {
    pub(super) fn of(disk: &Path) -> Result<Self, Problem> {
        let unreadable = |it: std::io::Error| Problem::CannotRead(it.to_string());
        let metadata = std::fs::metadata(disk).map_err(unreadable)?;
        let modified = metadata.modified().ok();
        let modified = modified.and_then(|it| it.duration_since(SystemTime::UNIX_EPOCH).ok());
        Ok(Self {
            size: metadata.len(),
            modified: modified.map_or(0, |it| it.as_nanos()),
            changed: changed(&metadata),
        })
    }

    /// Whether a change after it would be seen.
    fn is_settled(&self) -> bool {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let latest = self
            .modified
            .max(u128::try_from(self.changed).unwrap_or_default());
        self.modified > 0 && now.is_ok_and(|now| now.as_nanos() > latest + FRESH.as_nanos())
    }
}

#[cfg(unix)]
fn changed(metadata: &std::fs::Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt as _;
    i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &std::fs::Metadata) -> i128 {
    0
}

impl KnownPhotos {
    /// The list of a cache; empty where there is none.
    pub(super) fn kept_in(cache: Option<&Path>) -> Self {
        let bytes = cache.and_then(|it| read_file(&it.join(NAME)));
        let text = bytes.and_then(|it| String::from_utf8(it).ok());
        Self::read(&text.unwrap_or_default())
    }

    /// Writes it down, as far as it is about the photos of the site and can be believed later.
    pub(super) fn save(&mut self, cache: &Path, photos: &BTreeMap<SitePath, Place>) {
        if self.is_new {
            self.files.retain(|path, _| photos.contains_key(path));
            // Where it cannot be written the next run looks again.
            let _ = keep(cache, NAME, self.written().as_bytes());
            self.is_new = false;
        }
    }

    /// What is known about a file that is as it was.
    pub(super) fn unchanged(&self, path: &SitePath, stamp: &Stamp) -> Option<(String, PhotoFacts)> {
        let (known, key) = self.files.get(path)?;
        let facts = self.facts.get(key)?;
        (known == stamp && stamp.modified > 0).then(|| (key.clone(), *facts))
    }

    /// What is known about a photo.
    pub(super) fn facts(&self, key: &str) -> Option<PhotoFacts> {
        self.facts.get(key).copied()
    }

    pub(super) fn remember(&mut self, path: &SitePath, stamp: Stamp, key: &str, facts: PhotoFacts) {
        self.facts.insert(key.to_owned(), facts);
        let modified = if stamp.is_settled() {
            stamp.modified
        } else {
            0 // it is read again, and not opened where its bytes are the same
        };
        let stamp = Stamp { modified, ..stamp };
        self.files.insert(path.clone(), (stamp, key.to_owned()));
        self.is_new = true;
    }

    /// A line for each photo: a hash of the rest, its stamp, its key, its facts, its path.
    fn written(&self) -> String {
        let mut text = String::new();
        for (path, (stamp, key)) in &self.files {
            let Some(it) = self.facts.get(key) else {
                continue;
            };
            let mut line = String::new();
            _ = write!(line, "{} {} {}", stamp.size, stamp.modified, stamp.changed);
            _ = write!(line, " {key} {} {}", it.width, it.height);
            _ = write!(line, " {} {}", it.is_transparent, it.is_whole);
            _ = write!(line, " {}", it.is_cut_short);
            _ = write!(line, " {path}");
            if !line.contains(['\n', '\r']) {
                _ = writeln!(text, "{} {line}", hash(&line, FORM));
            }
        }
        text
    }

    fn read(text: &str) -> Self {
        let mut known = Self::default();
        for line in text.lines() {
            if let Some((path, stamp, key, facts)) = read_line(line) {
                known.facts.insert(key.clone(), facts);
                known.files.insert(path, (stamp, key));
            }
        }
        known
    }
}

fn hash(line: &str, form: &str) -> String {
    short_hash(&[form.as_bytes(), b"\n", line.as_bytes()])
}

fn read_line(line: &str) -> Option<(SitePath, Stamp, String, PhotoFacts)> {
    let (written, line) = line.split_once(' ')?;
    if hash(line, FORM) != written {
        return None;
    }
    let mut parts = line.splitn(10, ' ');
    let stamp = Stamp {
        size: parts.next()?.parse().ok()?,
        modified: parts.next()?.parse().ok()?,
        changed: parts.next()?.parse().ok()?,
    };
    let key = parts.next()?.to_owned();
    let facts = PhotoFacts {
        width: parts.next()?.parse().ok()?,
        height: parts.next()?.parse().ok()?,
        is_transparent: parts.next()?.parse().ok()?,
        is_whole: parts.next()?.parse().ok()?,
        is_cut_short: parts.next()?.parse().ok()?,
    };
    Some((SitePath::new(parts.next()?), stamp, key, facts))
}

/// Names what is made of a photo; changes when that changes, so that an old cache is not taken for a new one.
pub(super) const FORM: &str = "srgb1600";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_a_program_that_made_other_forms_is_none() {
        let line = "9 8 7 0123456789abcdef0123 1600 1200 false true false content/centers/a/b.jpg";
        let of = |form: &str| KnownPhotos::read(&format!("{} {line}\n", hash(line, form)));
        let path = SitePath::new("content/centers/a/b.jpg");
        assert_eq!(of(FORM).files.keys().collect::<Vec<_>>(), [&path]);
        assert_eq!(of(FORM).written(), format!("{} {line}\n", hash(line, FORM)));
        assert!(of("another form").files.is_empty());
        assert!(of("").facts.is_empty());
    }
}
