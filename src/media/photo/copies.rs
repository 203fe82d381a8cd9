//! Copies of photos that may be published nowhere: a consent that is missing does not come with another name.
//!
//! In: the photos that are withheld, and the files that a site publishes. Out: a problem for each of those with the bytes of one.
//! Only files of the same size are opened.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads photos"
)]

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::Directory;
use crate::source::Sources;
use crate::value::SitePath;
use crate::value::media::Place;

/// Reports every published file that has the bytes of a photo that is withheld.
pub fn refuse_copies(
    photos: &BTreeMap<SitePath, Place>,
    directory: &Directory,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let mut withheld: BTreeMap<u64, Vec<(&SitePath, &Place)>> = BTreeMap::new();
    for (path, place) in photos {
        if let Some(file) = sources.files.get(path) {
            withheld.entry(file.size).or_default().push((path, place));
        }
    }
    if withheld.is_empty() {
        return;
    }
    let named = directory.photos.iter().chain(&directory.documents);
    let named = named.map(|(path, place)| (path, Some(place)));
    let is_static = |path: &SitePath| {
        let path = path.as_str();
        path.starts_with("static/") || (path.starts_with("themes/") && path.contains("/static/"))
    };
    let copied = sources.files.keys().filter(|it| is_static(it));
    for (path, place) in named.chain(copied.map(|it| (it, None))) {
        let same_size = (sources.files.get(path)).and_then(|it| withheld.get(&it.size));
        for (photo, said) in same_size.into_iter().flatten() {
            if !are_same(path, photo, sources) {
                continue;
            }
            let problem = Diagnostic::error(Problem::WithheldCopy {
                copy: path.to_string(),
                of: photo.to_string(),
            });
            let problem = match place {
                Some(it) => problem.at(&it.file, it.span.clone()),
                None => problem.in_file(path),
            };
            found.push(problem.with_related((*said).clone()));
        }
    }
}

fn are_same(one: &SitePath, other: &SitePath, sources: &Sources) -> bool {
    let bytes = |path: &SitePath| std::fs::read(&sources.files.get(path)?.disk).ok();
    let bytes_of_one = bytes(one);
    bytes_of_one.is_some() && bytes_of_one == bytes(other)
}
