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

/// What a preview remembers from one reading to the next.
#[derive(Debug, Default)]
pub struct Memory {
    entries: HashMap<SitePath, Known>,
    /// Texts that hold nothing that no text may hold.
    clean: HashMap<SitePath, Arc<Source>>,
    register: Option<(Texts, Arc<Areas>, Diagnostics)>,
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
        let known = self.entries.get(&file.source.path)?;
        let now = [Some(file.source), file.story, file.english];
        are_same(&known.texts, now).then_some(&known.read)
    }

    /// Takes in what was read now, and forgets entries that are gone.
    pub(super) fn remember(&mut self, files: &[File], read: &[(Option<Entry>, Diagnostics)]) {
        let is_known = |memory: &Self, file: &File| memory.entry(file).is_some();
        if self.entries.len() > files.len() {
            self.entries.clear();
        }
        for (file, read) in files.iter().zip(read) {
            if !is_known(self, file) {
                let texts = [Some(file.source), file.story, file.english];
                let known = Known {
                    texts: texts.map(Option::<&Arc<Source>>::cloned),
                    read: read.clone(),
                };
                self.entries.insert(file.source.path.clone(), known);
            }
        }
    }

    pub(super) fn is_clean(&self, source: &Arc<Source>) -> bool {
        let known = self.clean.get(&source.path);
        known.is_some_and(|it| Arc::ptr_eq(it, source))
    }

    pub(super) fn remember_clean(&mut self, source: &Arc<Source>) {
        self.clean.insert(source.path.clone(), Arc::clone(source));
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
