//! What was read before: a text that is still the same is not read again.
//!
//! In: the texts of this reading. Out: what an earlier reading made of them. An entry is remembered together with the very texts
//! that it was read from, so that nothing has to be thrown away when something changes: it is simply not found.

use std::collections::HashMap;
use std::sync::Arc;

use super::folders::File;
use super::{Entry, register};
use crate::diagnostic::Diagnostics;
use crate::model::{Areas, SitePath};
use crate::parse::draft::SiteDraft;
use crate::source::{Source, Sources};

/// So many old texts are kept before everything is remembered anew.
const LEFT_BEHIND: usize = 200;

/// What a preview remembers from one reading to the next.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the first of its texts.
    entries: HashMap<Spot, Known>,
    /// Texts that hold nothing that no text may hold.
    clean: HashMap<Spot, Arc<Source>>,
    register: Option<(Texts, Arc<Areas>, Diagnostics)>,
}

/// Where a text lies in memory. Whoever remembers the spot holds the text, so that no other can come to lie there.
type Spot = usize;

fn spot(source: &Arc<Source>) -> Spot {
    Arc::as_ptr(source).addr()
}

/// The texts that something was read from. They are held, so that no other text can lie where they lay.
type Texts = [Option<Arc<Source>>; 3];

#[derive(Debug)]
struct Known {
    texts: Texts,
    read: (Option<Entry>, Diagnostics),
}

impl Memory {
    /// What was read from a file and its stories.
    pub(super) fn entry(&self, file: &File) -> Option<&(Option<Entry>, Diagnostics)> {
        let known = self.entries.get(&spot(file.source))?;
        let now = [Some(file.source), file.story, file.english];
        are_same(&known.texts, now).then_some(&known.read)
    }

    /// Takes in what was read now, and forgets entries that are gone.
    pub(super) fn remember(&mut self, files: &[File], read: &[(Option<Entry>, Diagnostics)]) {
        let is_known = |memory: &Self, file: &File| memory.entry(file).is_some();
        // Texts that changed and files that went leave something behind.
        if self.entries.len() > files.len() + LEFT_BEHIND {
            self.entries.clear();
            self.clean.clear();
        }
        for (file, read) in files.iter().zip(read) {
            if !is_known(self, file) {
                let texts = [Some(file.source), file.story, file.english];
                let known = Known {
                    texts: texts.map(Option::<&Arc<Source>>::cloned),
                    read: read.clone(),
                };
                self.entries.insert(spot(file.source), known);
            }
        }
    }

    pub(super) fn is_clean(&self, source: &Arc<Source>) -> bool {
        self.clean.contains_key(&spot(source))
    }

    pub(super) fn remember_clean(&mut self, source: &Arc<Source>) {
        self.clean.insert(spot(source), Arc::clone(source));
    }

    /// The register, read again only where its files or the settings are others.
    pub(super) fn register(
        &mut self,
        sources: &Sources,
        site: Option<&SiteDraft>,
        found: &mut Diagnostics,
    ) -> Arc<Areas> {
        let files = ["site.toml", "areas.csv", "areas.geojson"];
        let now = files.map(|it| {
            let path = SitePath::new(format!("content/{it}"));
            sources.texts.get(&path)
        });
        if let Some((texts, areas, problems)) = &self.register
            && are_same(texts, now)
        {
            found.append(problems.clone());
            return Arc::clone(areas);
        }
        let mut problems = Diagnostics::default();
        let areas = Arc::new(register(sources, site, &mut problems));
        found.append(problems.clone());
        self.register = Some((
            now.map(Option::<&Arc<Source>>::cloned),
            Arc::clone(&areas),
            problems,
        ));
        areas
    }
}

fn are_same(before: &Texts, now: [Option<&Arc<Source>>; 3]) -> bool {
    before
        .iter()
        .zip(now)
        .all(|(before, now)| match (before, now) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (None, None) => true,
            _ => false,
        })
}
