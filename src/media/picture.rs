//! A picture that a page names → its bytes, made when somebody wants them and kept for the next time.
//!
//! In: a form of a photo, or a drawing. Out: its file. What a picture is made of names it, so whoever has a file of that name needs
//! nothing of this room: a site that did not change is built again without looking at a picture.
//! The cache lies in `.sala-cache/`; losing it costs time and changes no byte of the output, and where it cannot be written the work is
//! done without it. Of each photo one worker makes all forms; pixels never queue.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that keeps what was made of photos and drawings"
)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use tempfile::Builder;

use crate::diagnostic::Problem;
use crate::media::photo::{self, Form, Known};
use crate::media::preview::{self, Drawing};

/// So many pictures are kept in memory where there is no cache: the forms of a few photos, each wanted soon after the other.
const RECENT: usize = 16;
/// Workers that make the same picture wait for each other; so many do not.
const LOCKS: usize = 32;
/// What no build has used for so long is let go of.
const UNUSED: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// How exactly it is known when a picture was last used.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A picture of the output.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it is made of.
    pub recipe: Recipe,
    /// Where it is kept.
    pub store: Arc<Store>,
}

/// What a picture is made of.
#[derive(Clone, Debug)]
pub enum Recipe {
    /// A form of a photo.
    Photo(Form),
    /// A link's preview, and the cover on it.
    Preview(Box<Drawing>, Option<Form>),
}

impl Picture {
    /// Another one for every picture that differs.
    #[must_use]
    pub fn hash(&self) -> blake3::Hash {
        match &self.recipe {
            Recipe::Photo(form) => blake3::hash(form.address().as_bytes()),
            Recipe::Preview(drawing, cover) => {
                drawing.hash(cover.as_ref().map(Form::address).as_deref())
            }
        }
    }

    /// Its bytes: kept, or made now.
    pub fn bytes(&self) -> Result<Vec<u8>, Problem> {
        match &self.recipe {
            Recipe::Photo(form) => self.store.photo(form),
            Recipe::Preview(drawing, cover) => {
                let name = Name::new(&self.hash().to_hex()[..20], "png");
                self.store.made(&name, || {
                    let cover = cover.as_ref().map(|it| self.cover(it)).transpose()?;
                    Ok(drawing.png(cover.as_ref()))
                })
            }
        }
    }

    fn cover(&self, form: &Form) -> Result<image::RgbImage, Problem> {
        let bytes = self.store.photo(form)?;
        photo::filling(&bytes, preview::COVER_WIDTH_PX, preview::HEIGHT_PX)
    }
}

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
    pub(crate) is_alone: Mutex<()>,
    /// What is known about photos.
    pub(crate) known: Mutex<Option<Known>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Store");
        shown.field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// What a kept file holds; its name in the cache carries the hash of its bytes too.
struct Name {
    stem: String,
    extension: &'static str,
}

impl Name {
    fn new(stem: &str, extension: &'static str) -> Self {
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

/// The first 20 hexadecimal digits of a hash: enough for more pictures than there are.
pub(crate) fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().to_hex()[..20].to_owned()
}

/// The bytes of a file of the cache; `None` where it is gone, or is no file: who opens a pipe waits for somebody at its other end.
pub(crate) fn read_file(path: &Path) -> Option<Vec<u8>> {
    let is_file = std::fs::metadata(path).is_ok_and(|it| it.is_file());
    is_file.then(|| std::fs::read(path).ok()).flatten()
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
    pub(crate) fn keeps(&self) -> bool {
        self.folder.is_some() && self.is_filled.load(Ordering::Relaxed)
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// A form of a photo. All of them are made at once, because opening the photo is what takes long.
    fn photo(&self, form: &Form) -> Result<Vec<u8>, Problem> {
        let name = Name::new(&form.stem(), form.kind.extension());
        self.made_beside(&name, form.key(), || {
            let mut wanted = None;
            for (other, bytes) in photo::made(form, self)? {
                if other == *form {
                    wanted = Some(bytes);
                } else {
                    self.keep(&Name::new(&other.stem(), other.kind.extension()), bytes);
                }
            }
            wanted.ok_or_else(photo::changed)
        })
    }

    /// Keeps the forms of a photo that was opened to be looked at.
    pub(crate) fn keep_photo(&self, forms: Vec<(Form, Vec<u8>)>) {
        for (form, bytes) in forms {
            self.keep(&Name::new(&form.stem(), form.kind.extension()), bytes);
        }
    }

    fn made(
        &self,
        name: &Name,
        make: impl FnOnce() -> Result<Vec<u8>, Problem>,
    ) -> Result<Vec<u8>, Problem> {
        self.made_beside(name, &name.stem, make)
    }

    /// A kept picture, else one made now. Whoever wants one with the same `lock` meanwhile waits for it.
    fn made_beside(
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
    fn keep(&self, name: &Name, bytes: Vec<u8>) {
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

    /// Lets go of what no build has used for a month. `made` and `drawn` are the photos and the previews that this one used.
    ///
    /// The time of a file says when it was last used, to the day. Another build or a preview that wants what is gone makes it anew, and
    /// files that are not of the cache stay.
    pub fn prune(&self, made: &photo::Made, drawn: impl Iterator<Item = String>) {
        let now = SystemTime::now();
        if self.keeps() {
            let photos = made.iter().map(|(_, it)| it.key.clone());
            let used = photos.chain(drawn.map(|it| it[..20].to_owned()));
            self.prune_at(now, &used.collect());
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
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts a file into the cache, whole or not at all.
pub(crate) fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut beside = Builder::new();
    beside.prefix("new-");
    // A folder that several people build in has one cache, which all of them may read.
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = beside.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.persist(folder.join(name))?;
    Ok(())
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
