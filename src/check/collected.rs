//! What all entries claim of the site together: addresses, photos, documents, links, what is for the office alone.
//!
//! In: checked entries, one by one in their order. Out: the entries that are part of the site. Never: an address given twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::addresses::Addresses;
use super::entries::Checked;
use super::paper::PaperRecords;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::directory::{LeftOut, Link};
use crate::value::{Place, SitePath};

/// What all entries take of the site together.
pub(super) struct Collected<'f> {
    pub addresses: Addresses,
    pub photos: BTreeMap<SitePath, Place>,
    pub documents: BTreeMap<SitePath, Place>,
    pub links: Vec<Arc<[Link]>>,
    pub left_out: BTreeMap<SitePath, LeftOut>,
    pub paper: PaperRecords,
    /// Whether somebody was told that there is no register: once is enough.
    pub is_register_missed: bool,
    pub found: &'f mut Diagnostics,
}

impl Collected<'_> {
    pub(super) fn leave_out(&mut self, file: SitePath, why: LeftOut) {
        self.left_out.insert(file, why);
    }

    /// The entry, with all that it takes, unless it has mistakes or its address is another's.
    pub(super) fn take<T>(&mut self, file: SitePath, checked: Checked<T>) -> Option<Arc<T>> {
        let claims = &checked.claims;
        for diagnostic in claims.found.iter() {
            let is_missed = diagnostic.problem == Problem::NoRegister;
            if !(is_missed && self.is_register_missed) {
                self.found.push(diagnostic.clone());
            }
            self.is_register_missed |= is_missed;
        }
        for (photo, place) in &claims.photos {
            self.photos
                .entry(photo.clone())
                .or_insert_with(|| place.clone());
        }
        for (document, place) in &claims.documents {
            self.documents
                .entry(document.clone())
                .or_insert_with(|| place.clone());
        }
        if let Some(paper) = &claims.paper {
            self.paper.take(paper.clone());
        }
        let has_address = self.addresses.take(&claims.addresses, self.found);
        let entry = checked.entry.filter(|_| has_address);
        if entry.is_none() {
            self.leave_out(file, LeftOut::Faulty);
        } else if !claims.links.is_empty() {
            self.links.push(Arc::clone(&claims.links));
        }
        entry
    }

    /// The same of an entry below a centre, which must be one that can have some.
    pub(super) fn take_of_center<T>(
        &mut self,
        file: SitePath,
        checked: Checked<T>,
        has_pages: Result<(), Diagnostic>,
    ) -> Option<Arc<T>> {
        match has_pages {
            Ok(()) => self.take(file, checked),
            Err(problem) => {
                self.found.push(problem);
                self.take(
                    file,
                    Checked {
                        entry: None,
                        ..checked
                    },
                )
            }
        }
    }
}
