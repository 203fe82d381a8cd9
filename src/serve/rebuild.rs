//! The site as it is on disk, read again and prepared.
//!
//! In: what changed. Out: the site as it is now, or nothing where nothing is different. Never: what did not change is not read again.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;

use super::snapshot::Snapshot;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::Store;
use crate::model::Date;
use crate::source::load::Loader;
use crate::source::{File, Sources};
use crate::{BaseUrl, MakeIndex, Memo, Options};

/// How a person wants the preview.
pub struct ServeOptions {
    /// The site folder.
    pub root: PathBuf,
    /// The port that was typed.
    pub port: Option<u16>,
    /// The address to listen at.
    pub bind: IpAddr,
    /// Whether the browser opens.
    pub opens: bool,
    /// Whether drafts are shown.
    pub with_drafts: bool,
    /// Where pictures are kept.
    pub pictures: Arc<Store>,
    /// The day, asked at every change.
    pub today: Box<dyn Fn() -> Date + Send>,
}

/// Reads the site again and prepares it.
pub(super) struct Rebuilder {
    pub loader: Loader,
    pub memo: Memo,
    pub options: ServeOptions,
    pub address: String,
    /// When this run began, in milliseconds, and how many versions it made.
    pub run: u128,
    pub versions: usize,
}

impl Rebuilder {
    /// The site as it is on disk.
    pub(super) fn read_anew(&mut self, changed: &BTreeSet<PathBuf>) -> Snapshot {
        let (sources, found) = self.load(changed);
        self.prepare(sources, found)
    }

    /// The site as it is on disk; `None` where nothing is different from `before`.
    pub(super) fn read(
        &mut self,
        changed: &BTreeSet<PathBuf>,
        before: &Snapshot,
    ) -> Option<Snapshot> {
        let (sources, found) = self.load(changed);
        let is_same = is_same(&before.sources, &sources, changed) && before.unreadable == found;
        (!is_same).then(|| self.prepare(sources, found))
    }

    fn load(&mut self, changed: &BTreeSet<PathBuf>) -> (Sources, Diagnostics) {
        self.loader.site(changed).unwrap_or_else(|diagnostic| {
            let mut found = Diagnostics::default();
            found.push(diagnostic);
            (Sources::default(), found)
        })
    }

    fn prepare(&mut self, sources: Sources, unreadable: Diagnostics) -> Snapshot {
        let mut found = unreadable.clone();
        let sources = Arc::new(sources);
        let mut site = None;
        if !sources.texts.is_empty() {
            let options = Options {
                today: (self.options.today)(),
                base_url: BaseUrl::Url(self.address.clone()),
                with_drafts: self.options.with_drafts,
                with_examples: true,
                minifies: false,
                index: MakeIndex::WhenAsked,
            };
            // A mistake in sala itself must not end the preview: the next change is looked at again.
            let prepared = std::panic::catch_unwind(AssertUnwindSafe(|| {
                crate::prepare(
                    Sources::clone(&sources),
                    &options,
                    &self.options.pictures,
                    &self.memo,
                    &|_| {},
                )
            }));
            if let Ok((prepared, problems)) = prepared {
                site = prepared;
                found.append(problems);
            } else {
                found.push(Diagnostic::error(Problem::OwnMistake));
            }
        }
        self.versions += 1;
        Snapshot {
            version: format!("{}-{}", self.run, self.versions),
            sources,
            site,
            unreadable,
            found,
        }
    }
}

/// Whether reading found the same texts and files as before, but for files that are known to have changed.
fn is_same(before: &Sources, after: &Sources, changed: &BTreeSet<PathBuf>) -> bool {
    let is_changed = |it: &File| changed.contains(&it.disk);
    before.texts == after.texts
        && before.files == after.files
        && !after.files.values().any(is_changed)
}
