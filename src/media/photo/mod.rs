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
mod form;
mod make;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use form::Original;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::cache_file::short_hash;
use crate::media::known_photos::{FORM, KnownPhotos, PhotoFacts, Stamp};
use crate::media::store::{Look, Name, Store, locked};
use crate::source::{File, Sources};
use crate::value::SitePath;
use crate::value::media::Place;

pub use copies::refuse_copies;
pub use form::{Made, MadePhoto, PhotoForm, PhotoFormat};
pub use make::filling;

/// The largest file.
const LARGEST_FILE: u64 = 30_000_000;

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
    let known = || KnownPhotos::kept_in(store.folder());
    locked(&store.known).get_or_insert_with(known);
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
    if let (Some(known), Some(folder), true) =
        (locked(&store.known).as_mut(), store.folder(), store.keeps())
    {
        known.save(folder, photos);
    }
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
    let known = |key: &str, it: &PhotoFacts| MadePhoto {
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
                keep(make::forms(picture, &known(&key, &facts))?, store);
            }
            facts
        }
    };
    facts.is_cut_short = make::is_cut_short(&bytes);
    with_known(store, |it| it.remember(path, stamp, &key, facts));
    Ok((known(&key, &facts), facts.is_cut_short))
}

fn with_known<T: Default>(store: &Store, ask: impl FnOnce(&mut KnownPhotos) -> T) -> T {
    locked(&store.known).as_mut().map_or_else(T::default, ask)
}

fn read(disk: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(disk).map_err(|it| Problem::CannotRead(it.to_string()))
}

/// The bytes of a form, kept or made now. All forms of a photo are made at once, because opening it is what takes long.
pub(super) fn bytes(form: &PhotoForm, store: &Store) -> Result<Vec<u8>, Problem> {
    store.made_beside(&name(form), form.key(), || {
        let mut wanted = None;
        for (other, bytes) in made(form, store)? {
            if other == *form {
                wanted = Some(bytes);
            } else {
                store.keep(&name(&other), bytes);
            }
        }
        wanted.ok_or_else(changed)
    })
}

/// Keeps the forms of a photo that was opened to be looked at.
fn keep(forms: Vec<(PhotoForm, Vec<u8>)>, store: &Store) {
    for (form, bytes) in forms {
        store.keep(&name(&form), bytes);
    }
}

/// Under which name a form is kept.
fn name(form: &PhotoForm) -> Name {
    Name::new(&form.stem(), form.format.extension())
}

/// All forms of the photo that a form is of.
fn made(form: &PhotoForm, store: &Store) -> Result<Vec<(PhotoForm, Vec<u8>)>, Problem> {
    let Original { key, disk } = &*form.photo;
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
fn changed() -> Problem {
    Problem::CannotRead("the photo has just changed".to_owned())
}
