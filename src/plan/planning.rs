//! A plan in the making: an address is given once.
//!
//! In: addresses with what stands there and which file of the site asks for it. Out: the plan, and what asked for an address in vain.
//! Never: lets one file hide another.

use std::collections::BTreeMap;

use super::output::Item;
use super::site_plan::Plan;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::Directory;
use crate::model::media::Place;

/// A plan in the making.
pub(super) struct Planning<'a> {
    pub plan: Plan,
    pub directory: &'a Directory,
    /// Which file asked for an address.
    pub places: BTreeMap<String, Place>,
    pub found: &'a mut Diagnostics,
}

impl Planning<'_> {
    /// A file `centers` would stand where a folder `centers/` has to be.
    pub(super) fn files_in_the_way_of_folders(&mut self) {
        let mut clashes = Vec::new();
        for path in self.plan.files.keys() {
            let mut end = 0;
            while let Some(slash) = path[end..].find('/') {
                end += slash;
                if self.plan.files.contains_key(&path[..end]) {
                    clashes.push((path[..end].to_owned(), path.clone()));
                }
                end += 1;
            }
        }
        clashes.dedup_by(|a, b| a.0 == b.0);
        for (file, inside) in clashes {
            let place = self.places.get(&file).cloned();
            let other = self.places.get(&inside).cloned();
            self.report(&file, place, other);
        }
    }

    pub(super) fn add(&mut self, path: String, item: Item, place: Option<Place>) {
        if let Some(first) = self.plan.files.get(&path) {
            // Two entries with one address were reported by `check`.
            let is_entry = |it: &Item| matches!(it, Item::Page(_) | Item::Redirect(_));
            let first_place = self.places.get(&path).cloned();
            let is_known = is_entry(first) && is_entry(&item);
            if !(is_known && first_place.is_some() && place.is_some()) {
                self.report(&path, place, first_place);
            }
            return;
        }
        if let Some(place) = place {
            self.places.insert(path.clone(), place);
        }
        self.plan.files.insert(path, item);
    }

    fn report(&mut self, path: &str, place: Option<Place>, other: Option<Place>) {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let mut diagnostic = Diagnostic::error(Problem::SameAddress(format!("/{address}")));
        // Where only one of the two is a file of the site, it is the one to be changed.
        let (place, other) = match (place, other) {
            (None, other) => (other, None),
            both => both,
        };
        diagnostic.place = place;
        diagnostic.related.extend(other);
        self.found.push(diagnostic);
    }
}
