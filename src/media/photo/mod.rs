//! A photo → what is served of it: in a few widths, upright, without a trace of camera, place or time.
//!
//! In: the photos that a site shows. Out: where each form of them will stand, and how large it is; the forms themselves are made by
//! [`picture`](crate::media::picture) when they are wanted.
//! A photo that did not change since it was looked at is not opened again: its size and times are remembered beside the cache.
//! Never holds more than one photo's pixels per worker, and of large photos one at a time.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads photos, and their times"
)]

mod copies;
mod known;
mod make;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::picture::{Look, Store, locked, short_hash};
use crate::model::SitePath;
use crate::model::media::Place;
use crate::source::{File, Sources};
use known::Stamp;

pub use copies::refuse_copies;
pub use known::Known;
#[cfg(test)]
pub(crate) use make::COTTON;
pub use make::filling;

/// Widths that are made of a photo beside its largest form: a phone fills its screen with one of them, as fine as its pixels are.
const WIDTHS: [u32; 2] = [640, 960];
/// Names what is made of a photo; changes when that changes, so that an old cache is not taken for a new one.
const FORM: &str = "d1600";
/// The largest file.
const LARGEST_FILE: u64 = 30_000_000;

/// Every photo of a site as served.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made(BTreeMap<SitePath, MadePhoto>);

/// One photo as served.
#[derive(Clone, Debug, PartialEq)]
pub struct MadePhoto {
    /// The hash of the photo's bytes and of what is made of them.
    pub key: String,
    /// Width of its largest form in pixels.
    pub width: u32,
    /// Height of it.
    pub height: u32,
    /// Whether anything shines through.
    pub is_transparent: bool,
    /// The photo as staff put it there.
    pub disk: PathBuf,
}

/// A file that is served of a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The photo.
    photo: Arc<Source>,
    /// In which format.
    pub kind: Kind,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// What a form is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Source {
    key: String,
    disk: PathBuf,
}

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For every browser of these years: half the bytes.
    WebP,
    /// For all others, and for programs that show one picture of a page.
    Jpeg,
    /// The same where something shines through.
    Png,
}

impl Kind {
    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

impl Form {
    /// Its address, the same for the same picture: `photos/<hash>-<width>.webp`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("photos/{}.{}", self.stem(), self.kind.extension())
    }

    pub(crate) fn stem(&self) -> String {
        format!("{}-{}", self.photo.key, self.width)
    }

    pub(crate) fn key(&self) -> &str {
        &self.photo.key
    }
}

impl MadePhoto {
    /// The forms for modern browsers, the smallest first.
    #[must_use]
    pub fn modern(&self) -> Vec<Form> {
        self.widths()
            .into_iter()
            .map(|width| self.form(Kind::WebP, width))
            .collect()
    }

    /// The form for every other program: not the largest, where there is a smaller one that fills a screen.
    #[must_use]
    pub fn fallback(&self) -> Form {
        let widths = self.widths();
        let width = widths.iter().find(|it| **it >= WIDTHS[1]);
        let kind = if self.is_transparent {
            Kind::Png
        } else {
            Kind::Jpeg
        };
        self.form(kind, width.copied().unwrap_or(self.width))
    }

    /// Every form.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let mut forms = self.modern();
        forms.push(self.fallback());
        forms
    }

    /// The smallest modern form that fills an area, else the largest.
    #[must_use]
    pub fn filling(&self, width: u32, height: u32) -> Form {
        let forms = self.modern();
        let fills = forms
            .iter()
            .find(|it| it.width >= width && it.height >= height);
        fills
            .cloned()
            .unwrap_or_else(|| self.form(Kind::WebP, self.width))
    }

    /// Never wider than the photo is, and no two that are nearly the same.
    fn widths(&self) -> Vec<u32> {
        let smaller = WIDTHS.into_iter().filter(|it| it * 20 <= self.width * 17);
        smaller.chain([self.width]).collect()
    }

    fn form(&self, kind: Kind, width: u32) -> Form {
        let (of, wide) = (u64::from(self.height), u64::from(self.width.max(1)));
        let height = (of * u64::from(width) + wide / 2) / wide;
        Form {
            photo: Arc::new(Source {
                key: self.key.clone(),
                disk: self.disk.clone(),
            }),
            kind,
            width,
            height: (height as u32).max(1),
        }
    }
}

impl Made {
    /// What is served of a photo; `None` where it could not be made, which was reported.
    #[must_use]
    pub fn get(&self, photo: &SitePath) -> Option<&MadePhoto> {
        self.0.get(photo)
    }

    /// All of them, by the photo as staff put it there.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &MadePhoto)> {
        self.0.iter()
    }

    /// A photo that was looked at elsewhere.
    pub fn insert(&mut self, photo: SitePath, made: MadePhoto) {
        self.0.insert(photo, made);
    }
}

/// Looks at every photo that is not known yet. What is wrong with one is reported where an entry names it.
pub fn prepare(
    photos: &BTreeMap<SitePath, Place>,
    sources: &Sources,
    store: &Store,
    progress: &(dyn Fn(usize, usize) + Sync),
    found: &mut Diagnostics,
) -> Made {
    if photos.is_empty() {
        return Made::default();
    }
    Known::load(store);
    let done = AtomicUsize::new(0);
    let all: Vec<_> = photos
        .par_iter()
        .filter_map(|(path, place)| Some((path, place, sources.files.get(path)?)))
        .map(|(path, place, file)| {
            let made = one(path, file, store);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, photos.len());
            (path, place, made)
        })
        .collect();
    let mut made = Made::default();
    for (path, place, one) in all {
        match one {
            Ok((photo, is_cut_short)) => {
                if is_cut_short {
                    let diagnostic = Diagnostic::warning(Problem::PhotoCutShort);
                    found.push(diagnostic.at(&place.file, place.span.clone()));
                }
                made.insert(path.clone(), photo);
            }
            Err(problem) => {
                let diagnostic = Diagnostic::error(problem);
                found.push(diagnostic.at(&place.file, place.span.clone()));
            }
        }
    }
    Known::save(store, photos);
    made
}

/// One photo, known or looked at now, and whether its file ends too early.
fn one(path: &SitePath, file: &File, store: &Store) -> Result<(MadePhoto, bool), Problem> {
    let stamp = Stamp::of(&file.disk)?;
    if stamp.size > LARGEST_FILE {
        return Err(Problem::PhotoTooLarge {
            megabytes: stamp.size.div_ceil(1_000_000),
            limit: LARGEST_FILE / 1_000_000,
        });
    }
    let is_enough = |is_whole: bool| is_whole || store.look() == Look::Size;
    let known = |key: &str, it: &known::Facts| MadePhoto {
        key: key.to_owned(),
        width: it.width,
        height: it.height,
        is_transparent: it.is_transparent,
        disk: file.disk.clone(),
    };
    if let Some((key, facts)) = with_known(store, |it| it.unchanged(path, &stamp))
        && is_enough(facts.is_whole)
    {
        return Ok((known(&key, &facts), facts.is_cut_short));
    }
    let bytes = read(&file.disk)?;
    let key = short_hash(&[FORM.as_bytes(), b"\n", &bytes]);
    let remembered = with_known(store, |it| it.facts(&key));
    let mut facts = match remembered {
        Some(facts) if is_enough(facts.is_whole) => facts,
        _ if store.look() == Look::Size => make::looked_at(&bytes, store)?,
        _ => {
            let picture = make::opened(&bytes, store)?;
            let facts = make::facts(&picture);
            if store.keeps() {
                store.keep_photo(make::forms(picture, &known(&key, &facts))?);
            }
            facts
        }
    };
    facts.is_cut_short = make::is_cut_short(&bytes);
    with_known(store, |it| it.remember(path, stamp, &key, facts));
    Ok((known(&key, &facts), facts.is_cut_short))
}

fn with_known<T: Default>(store: &Store, ask: impl FnOnce(&mut Known) -> T) -> T {
    locked(&store.known).as_mut().map_or_else(T::default, ask)
}

fn read(disk: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(disk).map_err(|it| Problem::CannotRead(it.to_string()))
}

/// All forms of the photo that a form is of.
pub(crate) fn made(form: &Form, store: &Store) -> Result<Vec<(Form, Vec<u8>)>, Problem> {
    let Source { key, disk } = &*form.photo;
    let bytes = read(disk)?;
    if short_hash(&[FORM.as_bytes(), b"\n", &bytes]) != *key {
        return Err(changed());
    }
    let picture = make::opened(&bytes, store)?;
    let facts = make::facts(&picture);
    let photo = MadePhoto {
        key: key.clone(),
        width: facts.width,
        height: facts.height,
        is_transparent: facts.is_transparent,
        disk: disk.clone(),
    };
    make::forms(picture, &photo)
}

/// A photo that is another one than it was when the site was read.
pub(crate) fn changed() -> Problem {
    Problem::CannotRead("the photo has just changed".to_owned())
}
