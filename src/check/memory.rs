//! What was checked before: an entry whose draft and surroundings are the same is not checked again.
//!
//! In: what entries are compared with, now. Out: what an earlier run made of an entry. Everything is forgotten when the surroundings
//! change: register, topics, files, withheld photos or the options of the run.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::entries::{Checked, Surroundings, Topics};
use super::{Belongs, Options};
use crate::model::media::Place;
use crate::model::{Activity, Areas, BestPractice, Center, Directory, Page, SitePath};
use crate::parse::draft::{ActivityDraft, CenterDraft, PageDraft, PracticeDraft};

/// So many old drafts of a kind are kept, and entries that have mistakes, before everything is remembered anew.
const LEFT_BEHIND: usize = 200;

/// What a preview remembers from one run to the next.
#[derive(Debug, Default)]
pub struct Memory {
    surroundings: Option<Kept>,
    pub(super) centers: Remembered<CenterDraft, Center>,
    pub(super) practices: Remembered<PracticeDraft, BestPractice>,
    pub(super) activities: Remembered<ActivityDraft, Activity>,
    pub(super) pages: Remembered<PageDraft, Page>,
}

/// The surroundings in which what is remembered is true.
#[derive(Debug)]
struct Kept {
    options: Options,
    areas: Arc<Areas>,
    topics: Option<Topics>,
    files: Vec<SitePath>,
    refused: BTreeSet<SitePath>,
    withheld: BTreeMap<SitePath, Place>,
}

impl Kept {
    fn of(with: &Surroundings, areas: &Arc<Areas>) -> Self {
        Self {
            options: with.options,
            areas: Arc::clone(areas),
            topics: with.topics.clone(),
            files: with.files.files.keys().cloned().collect(),
            refused: with.files.refused.clone(),
            withheld: with.files.withheld.clone(),
        }
    }

    fn is_same(&self, with: &Surroundings, areas: &Arc<Areas>) -> bool {
        self.options == with.options
            && Arc::ptr_eq(&self.areas, areas)
            && self.topics == with.topics
            && self.files.iter().eq(with.files.files.keys())
            && self.refused == *with.files.refused
            && self.withheld == with.files.withheld
    }
}

impl Memory {
    /// Forgets what is not true in these surroundings.
    pub(super) fn keep_for(&mut self, with: &Surroundings, areas: &Arc<Areas>) {
        let is_same = |it: &Kept| it.is_same(with, areas);
        if !self.surroundings.as_ref().is_some_and(is_same) {
            *self = Self {
                surroundings: Some(Kept::of(with, areas)),
                ..Self::default()
            };
        }
    }

    /// Takes entries in as they became in the end, so that the next run need not complete them again.
    pub(super) fn finish(&mut self, directory: &Directory) {
        self.centers.finish(&directory.centers, |it| &it.file);
        self.practices.finish(&directory.practices, |it| &it.file);
        self.activities.finish(&directory.activities, |it| &it.file);
        self.pages.finish(&directory.pages, |it| &it.file);
    }
}

/// What became of the drafts of a kind, by file.
#[derive(Debug)]
pub(super) struct Remembered<D, T> {
    /// By where the draft lies in memory; it is held, so that no other can come to lie there.
    entries: HashMap<usize, (Arc<D>, Belongs, Checked<T>)>,
    /// Those that came in and are not finished.
    fresh: Vec<usize>,
}

impl<D, T> Default for Remembered<D, T> {
    fn default() -> Self {
        Self {
            entries: HashMap::new(),
            fresh: Vec::new(),
        }
    }
}

impl<D, T> Remembered<D, T> {
    pub(super) fn find(&self, draft: &Arc<D>, belongs: Belongs) -> Option<&Checked<T>> {
        let (_, belonged, checked) = self.entries.get(&Arc::as_ptr(draft).addr())?;
        (*belonged == belongs).then_some(checked)
    }

    pub(super) fn remember(&mut self, draft: Arc<D>, belongs: Belongs, checked: Checked<T>) {
        let spot = Arc::as_ptr(&draft).addr();
        self.fresh.push(spot);
        self.entries.insert(spot, (draft, belongs, checked));
    }

    /// Takes entries that are new in as they are in the directory, and forgets everything where too many drafts of before are left.
    fn finish(&mut self, entries: &[Arc<T>], file: impl Fn(&T) -> &SitePath) {
        let fresh = std::mem::take(&mut self.fresh);
        if fresh.is_empty() {
            return;
        }
        if self.entries.len() > entries.len() + LEFT_BEHIND {
            self.entries.clear();
            return;
        }
        let finished: HashMap<&SitePath, &Arc<T>> =
            entries.iter().map(|it| (file(it), it)).collect();
        for spot in fresh {
            if let Some((_, _, checked)) = self.entries.get_mut(&spot)
                && let Some(entry) = &checked.entry
                && let Some(finished) = finished.get(file(entry))
            {
                checked.entry = Some(Arc::clone(finished));
            }
        }
    }
}
