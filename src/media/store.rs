//! Where pictures are kept between runs, and what is known about photos that did not change.
//!
//! In: bytes under the name of what they were made of. Out: the same bytes, or none where they are gone or damaged. Losing the cache costs time
//! and changes no byte of the output; where it cannot be written the work is done without it.
#![expect(
    clippy::disallowed_methods,
    reason = "part of the room that keeps what was made of photos and drawings"
)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use super::cache_file::{keep, read_file, short_hash};
use super::known_photos::KnownPhotos;
use crate::diagnostic::Problem;

/// So many pictures are kept in memory where there is no cache: the forms of a few photos, each wanted soon after the other.
const RECENT: usize = 16;

/// Workers that make the same picture wait for each other; so many do not.
const LOCKS: usize = 32;

/// What no build has used for so long is let go of.
const UNUSED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// How exactly it is known when a picture was last used.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How well photos are looked at before a page names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Each is opened, so that a broken one is found.
    #[default]
    Whole,
    /// Only the size is read, so that nobody waits; each is opened when somebody looks at it.
    Size,
}

/// Where pictures are kept between runs, and what is known about photos that did not change.
#[derive(Default)]
pub struct Store {
    /// The folder; `None` where nothing is kept.
    folder: Option<PathBuf>,
    /// Whether new pictures are put into it. It ends where the folder cannot be written.
    is_filled: AtomicBool,
    look: Look,
    /// Files of the folder by what they hold, read when first asked for.
    kept: OnceLock<Mutex<BTreeMap<String, String>>>,
    /// Pictures that could not be kept.
    recent: Mutex<VecDeque<(String, Arc<Vec<u8>>)>>,
    making: [Mutex<()>; LOCKS],
    /// Held while a large photo is open.
    pub(super) is_alone: Mutex<()>,
    /// What is known about photos.
    pub(super) known: Mutex<Option<KnownPhotos>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Store");
        shown.field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// What a kept file holds; its name in the cache carries the hash of its bytes too.
pub(super) struct Name {
    stem: String,
    extension: &'static str,
}

impl Name {
    pub(super) fn new(stem: &str, extension: &'static str) -> Self {
        Self {
            stem: stem.to_owned(),
            extension,
        }
    }

    fn key(&self) -> String {
        format!("{}.{}", self.stem, self.extension)
    }

    fn file(&self, bytes: &[u8]) -> String {
        let content = short_hash(&[bytes]);
        format!("{}_{content}.{}", self.stem, self.extension)
    }
}

/// What a file of the cache holds, and the hash that its bytes must have.
fn read_name(file: &str) -> Option<(String, &str)> {
    let (stem, extension) = file.rsplit_once('.')?;
    let (stem, content) = stem.split_once('_')?;
    (content.len() == 20).then(|| (format!("{stem}.{extension}"), content))
}

impl Store {
    /// A store in a folder, which is made when something is put into it.
    #[must_use]
    pub fn kept_in(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            is_filled: AtomicBool::new(true),
            ..Self::default()
        }
    }

    /// A store that is read and never written.
    #[must_use]
    pub fn read_from(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            ..Self::default()
        }
    }

    /// The same for somebody who does not want to wait for photos.
    #[must_use]
    pub fn looking_at_sizes(mut self) -> Self {
        self.look = Look::Size;
        self
    }

    /// How well photos are looked at.
    #[must_use]
    pub fn look(&self) -> Look {
        self.look
    }

    /// Whether new pictures are kept.
    pub(super) fn keeps(&self) -> bool {
        self.folder.is_some() && self.is_filled.load(Ordering::Relaxed)
    }

    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    pub(super) fn made(
        &self,
        name: &Name,
        make: impl FnOnce() -> Result<Vec<u8>, Problem>,
    ) -> Result<Vec<u8>, Problem> {
        self.made_beside(name, &name.stem, make)
    }

    /// A kept picture, else one made now. Whoever wants one with the same `lock` meanwhile waits for it.
    pub(super) fn made_beside(
        &self,
        name: &Name,
        lock: &str,
        make: impl FnOnce() -> Result<Vec<u8>, Problem>,
    ) -> Result<Vec<u8>, Problem> {
        if let Some(bytes) = self.read(name) {
            return Ok(bytes);
        }
        let bytes = lock.bytes().map(usize::from);
        let number = bytes.fold(0, |it, byte| (it * 31 + byte) % LOCKS);
        let _others_wait = locked(&self.making[number]);
        if let Some(bytes) = self.read(name) {
            return Ok(bytes);
        }
        let bytes = make()?;
        self.keep(name, bytes.clone());
        Ok(bytes)
    }

    /// A picture as it was kept; `None` where it was not, or is damaged.
    fn read(&self, name: &Name) -> Option<Vec<u8>> {
        let key = name.key();
        let recent = locked(&self.recent);
        if let Some((_, bytes)) = recent.iter().find(|it| it.0 == key) {
            return Some(Vec::clone(bytes));
        }
        drop(recent);
        let file = locked(self.files()).get(&key).cloned()?;
        let bytes = read_file(&self.folder.as_deref()?.join(&file))?;
        let (_, content) = read_name(&file)?;
        (short_hash(&[&bytes]) == content).then_some(bytes)
    }

    /// Keeps a picture, if only for a moment.
    pub(super) fn keep(&self, name: &Name, bytes: Vec<u8>) {
        if self.keeps()
            && let Some(folder) = &self.folder
        {
            let file = name.file(&bytes);
            match keep(folder, &file, &bytes) {
                Ok(()) => {
                    locked(self.files()).insert(name.key(), file);
                    return;
                }
                // A site folder that cannot be written, or a full disk: the work goes on without.
                Err(_) => self.is_filled.store(false, Ordering::Relaxed),
            }
        }
        let mut recent = locked(&self.recent);
        recent.push_back((name.key(), Arc::new(bytes)));
        if recent.len() > RECENT {
            recent.pop_front();
        }
    }

    /// Lets go of what no build has used for a month. `used` are the names of the photos and the previews that this one used.
    ///
    /// The time of a file says when it was last used, to the day. Another build or a preview that wants what is gone makes it anew, and
    /// files that are not of the cache stay.
    pub fn prune(&self, used: impl Iterator<Item = String>) {
        if self.keeps() {
            let used = used.map(|it| it[..20].to_owned());
            self.prune_at(SystemTime::now(), &used.collect());
        }
    }

    fn prune_at(&self, now: SystemTime, used: &BTreeSet<String>) {
        let entries = self.folder.as_deref().map(std::fs::read_dir);
        for entry in entries.into_iter().flatten().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            // One that was never finished has the name under which it was begun.
            let key = read_name(name).map(|(key, _)| key);
            if key.is_none() && !name.starts_with("new-") {
                continue;
            }
            let Ok(metadata) = entry.metadata() else {
                continue;
            };
            if !metadata.is_file() {
                continue; // to open a pipe is to wait for somebody at its other end
            }
            let modified = metadata.modified();
            let age = modified.ok().and_then(|it| now.duration_since(it).ok());
            let age = age.unwrap_or_default();
            let stem = key.as_deref().and_then(|it| it.split(['-', '.']).next());
            // What cannot be marked or removed is tried again by the next build.
            if stem.is_some_and(|it| used.contains(it)) {
                if age > DAY {
                    let file = std::fs::File::options().write(true).open(entry.path());
                    let _ = file.and_then(|it| it.set_modified(now));
                }
            } else if age > UNUSED || (key.is_none() && age > DAY) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    fn files(&self) -> &Mutex<BTreeMap<String, String>> {
        self.kept.get_or_init(|| {
            let entries = self.folder.as_deref().map(std::fs::read_dir);
            let names = entries.into_iter().flatten().flatten();
            let names = names.filter_map(|it| it.ok()?.file_name().into_string().ok());
            let files = names.filter_map(|name| Some((read_name(&name)?.0, name)));
            Mutex::new(files.collect())
        })
    }
}

/// What a lock holds, whoever failed while holding it: nothing here is ever half done.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Folder;

    #[test]
    fn a_month_after_its_last_use_a_picture_is_let_go_of() {
        let folder = Folder::new();
        let store = Store::kept_in(folder.path().to_owned());
        let now = SystemTime::now();
        let begun = now - Duration::from_secs(200 * 24 * 60 * 60);
        let days = |it: u64| begun + Duration::from_secs(it * 24 * 60 * 60);
        let photo = "11111111111111111111-400_00000000000000000000.webp";
        let preview = "22222222222222222222_00000000000000000000.png";
        for name in [photo, preview, "photos", "new-1-2", "a note of mine"] {
            folder.put(name, name);
            let disk = folder.path().join(name);
            let file = std::fs::File::options().write(true).open(disk);
            file.unwrap().set_modified(begun).unwrap();
        }
        let names = || folder.files("").into_keys().collect::<BTreeSet<_>>();
        let of = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        let both: BTreeSet<String> = of(&["11111111111111111111", "22222222222222222222"]);
        let one: BTreeSet<String> = of(&["11111111111111111111"]);

        store.prune_at(days(0), &both);
        assert_eq!(names().len(), 5);
        store.prune_at(days(29), &one);
        assert_eq!(names(), of(&[photo, preview, "photos", "a note of mine"]));
        store.prune_at(days(31), &one);
        assert_eq!(names(), of(&[photo, "photos", "a note of mine"]));
        // It was used on the thirty-first day, and so lives until the sixty-first.
        store.prune_at(days(60), &BTreeSet::new());
        assert!(names().contains(photo));
        store.prune_at(days(62), &BTreeSet::new());
        assert_eq!(names(), of(&["photos", "a note of mine"]));
    }
}
