//! Rendered files → disk, the whole site or nothing: the only writer of a site.
//!
//! In: every address of the plan and how to render it. Out: an output folder that holds exactly the site.
//! Nothing of the site is touched before everything was rendered once. Then new files come first, changed ones next, each written beside
//! and renamed; removals come last, and only of files that the list `.sala-files` says we wrote. A kill at any moment leaves complete files.
//! A first build waits whole in the staging folder and is moved in folder by folder.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes")]

mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::picture::Picture;
use crate::media_type;
use crate::model::SitePath;
use crate::render::Body;
use crate::source::load;
use list::{Hash, List};

/// How an address is rendered. Pure: a second call gives the same bytes.
pub type Render<'a> = dyn Fn(&str) -> Result<Body, Diagnostic> + Sync + 'a;

/// Rendered bytes that are kept in memory until they are written; what is beyond waits in the staging folder.
const KEPT_BYTES: usize = 4 << 20;
/// So many pages are rendered in a row: what is left at the end is shared by all workers.
const FEW_PAGES: usize = 8;
/// Longest name of a file on the systems that we know.
const LONGEST_NAME: usize = 255;
/// Longest path.
const LONGEST_PATH: usize = 4_000;
/// So few files are forced onto the disk one by one; a first build leaves that to the system.
const SYNCED_FILES: usize = 64;
/// Texts smaller than this are sent as they are.
const SMALLEST_COMPRESSED: u64 = 512;

/// Every file of a site rendered once, so that it is known to be right.
#[derive(Debug, Default)]
pub struct Rehearsal {
    files: BTreeMap<String, Rendered>,
}

/// What one address is, and its bytes where there was room for them.
#[derive(Debug)]
struct Rendered {
    hash: Hash,
    /// Its length; `None` of a picture, which its name alone tells from every other.
    size: Option<u64>,
    kept: Option<Kept>,
}

/// Where the bytes of a file wait.
#[derive(Debug)]
enum Kept {
    Bytes(Vec<u8>),
    Static(&'static [u8]),
    /// A file to be copied.
    Disk(PathBuf),
    /// In the staging folder.
    Staged,
}

impl Rehearsal {
    /// The hash of each picture, in hexadecimal digits.
    pub fn pictures(&self) -> impl Iterator<Item = String> {
        let pictures = self.files.values().filter(|it| it.size.is_none());
        pictures.map(|it| it.hash.to_string())
    }
}

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Written {
    /// Pages that are new or changed.
    pub pages: usize,
    /// Files that are new or changed, pages among them.
    pub files: usize,
    /// Files that are gone.
    pub removed: usize,
}

/// Whether a folder may be the output of a site; it is refused where writing into it would harm the site's own files.
pub fn may_be_output(root: &Path, output: &Path) -> Result<(), Diagnostic> {
    let real = |it: &Path| real_path(it).unwrap_or_else(|_| it.to_owned());
    let refused = || Diagnostic::error(Problem::OutputRefused(output.display().to_string()));
    let (root, output) = (real(root), real(output));
    if root.starts_with(&output) {
        return Err(refused());
    }
    for folder in load::FOLDERS.into_iter().chain([".sala-cache", ".git"]) {
        let folder = real(&root.join(folder));
        if output.starts_with(&folder) || folder.starts_with(&output) {
            return Err(refused());
        }
    }
    Ok(())
}

/// The path without links, `.` and `..`, also where its end does not exist yet.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut real = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            part => real.push(part),
        }
        if let Ok(resolved) = real.canonicalize() {
            real = resolved;
        }
    }
    Ok(real)
}

/// Renders every address and throws the bytes away: what is wrong in them.
pub fn try_all<'a>(paths: impl IntoIterator<Item = &'a str>, render: &Render<'_>) -> Diagnostics {
    let paths: Vec<&str> = paths.into_iter().collect();
    let wrong: Vec<Diagnostic> = paths
        .into_par_iter()
        .filter_map(|it| render(it).err())
        .collect();
    let mut found = Diagnostics::default();
    for diagnostic in wrong {
        found.push(diagnostic);
    }
    found
}

/// An output folder that nobody else writes into for now.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// `.sala-files`: locked until this is dropped.
    lock: File,
    /// What we wrote there before.
    old: List,
    /// Whether the folder is there because of us.
    is_new: bool,
    /// Whether the list is there because of us.
    is_list_new: bool,
}

impl Output {
    /// Makes the folder where it is missing and waits until no other build writes there; `on_wait` is told.
    pub fn open(folder: &Path, on_wait: &dyn Fn()) -> Result<Self, Diagnostic> {
        let is_new = folder.symlink_metadata().is_err();
        let lock_path = folder.join(list::NAME);
        let (lock, is_list_new) = loop {
            std::fs::create_dir_all(folder).map_err(|it| cannot_write_to(folder, &it))?;
            if lock_path.is_symlink() {
                return Err(Diagnostic::error(Problem::OutputLink(
                    list::NAME.to_owned(),
                )));
            }
            let is_list_new = !lock_path.exists();
            let lock = File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&lock_path)
                .map_err(|it| cannot_write_to(&lock_path, &it))?;
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    on_wait();
                    lock.lock().map_err(|it| cannot_write_to(&lock_path, &it))?;
                }
                // Some network folders know no locks; building there is not refused for it.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            // Whoever had it may have failed and left no trace, the list itself included.
            if is_at(&lock, &lock_path) {
                break (lock, is_list_new);
            }
        };
        let output = Self {
            folder: folder.to_owned(),
            lock,
            old: List::read(folder),
            is_new,
            is_list_new,
        };
        output.clear_staging();
        Ok(output)
    }

    /// Renders every address once. Bytes are kept for what the folder does not hold yet: in memory as far as that is meant to go, then
    /// in a folder beside the site, which the site does not see.
    pub fn rehearse<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a str>,
        render: &Render<'_>,
    ) -> (Rehearsal, Diagnostics) {
        let kept = AtomicUsize::new(0);
        let paths: Vec<&str> = paths.into_iter().collect();
        let rendered: Vec<_> = paths
            .into_par_iter()
            .with_max_len(FEW_PAGES)
            .map(|path| {
                has_fitting_name(&self.folder, path)?;
                let body = render(path)?;
                let (hash, size) = hash_of(&body)?;
                let kept = if self.old.hash(path) == Some(hash) {
                    None
                } else {
                    self.kept(path, body, &kept)?
                };
                Ok((path.to_owned(), Rendered { hash, size, kept }))
            })
            .collect();
        let mut rehearsal = Rehearsal::default();
        let mut found = Diagnostics::default();
        for one in rendered {
            match one {
                Ok((path, rendered)) => {
                    rehearsal.files.insert(path, rendered);
                }
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        rehearsal.report_clashes(&mut found);
        (rehearsal, found)
    }

    /// What is kept of a body until it is written.
    fn kept(&self, path: &str, body: Body, kept: &AtomicUsize) -> Result<Option<Kept>, Diagnostic> {
        Ok(match body {
            Body::Static(bytes) => Some(Kept::Static(bytes)),
            Body::Disk(disk) => Some(Kept::Disk(disk)),
            Body::Picture(picture) => {
                let bytes = drawn(path, &picture)?;
                return self.kept(path, Body::Bytes(bytes), kept);
            }
            Body::Bytes(bytes) => {
                let total = kept.fetch_add(bytes.len(), Ordering::Relaxed) + bytes.len();
                if total <= KEPT_BYTES {
                    return Ok(Some(Kept::Bytes(bytes)));
                }
                let staged = self.staged(path);
                match stage(&staged, &bytes) {
                    Ok(()) => Some(Kept::Staged),
                    // Two addresses cannot both be files here; that is told where all are known.
                    Err(it) if is_taken(&it) => None,
                    Err(it) => return Err(cannot_write_to(&staged, &it)),
                }
            }
        })
    }

    fn staging(&self) -> PathBuf {
        self.folder.join(list::STAGING)
    }

    fn staged(&self, path: &str) -> PathBuf {
        self.staging().join(path)
    }

    /// Removes what waits to be written, also what a killed build left.
    fn clear_staging(&self) {
        let staging = self.staging();
        if staging.is_symlink() {
            let _ = std::fs::remove_file(staging);
        } else if staging.is_dir() {
            let _ = std::fs::remove_dir_all(staging);
        }
    }
}

/// Writes a file where nothing is, and the folders that it lies in.
fn stage(staged: &Path, bytes: &[u8]) -> io::Result<()> {
    let opened = match (File::create_new(staged), staged.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            File::create_new(staged)
        }
        (opened, _) => opened,
    };
    opened?.write_all(bytes)
}

/// Whether something else stands where a file or one of its folders is meant to be.
fn is_taken(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}

/// Whether an open file is the one at this path, and not one that stood there before.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), path.metadata()) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Whether an open file is the one at this path: here a file that is open keeps its name.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for Output {
    /// Leaves no trace where nothing was written.
    fn drop(&mut self) {
        self.clear_staging();
        if self.is_list_new && self.lock.metadata().is_ok_and(|it| it.len() == 0) {
            let _ = std::fs::remove_file(self.folder.join(list::NAME));
            if self.is_new {
                let _ = std::fs::remove_dir(&self.folder);
            }
        }
    }
}

impl Rehearsal {
    /// How many of the addresses are pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|it| is_page(it)).count()
    }

    /// `Logo.png` and `logo.png` are one file to Windows and macOS; `a` and `a/b` are impossible anywhere.
    fn report_clashes(&self, found: &mut Diagnostics) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for path in self.files.keys() {
            if let Some(one) = seen.insert(path.to_lowercase(), path) {
                found.push(Diagnostic::warning(Problem::CaseClash {
                    one: one.to_owned(),
                    other: path.clone(),
                }));
            }
            if let Some(file) = ancestors(path).find(|it| self.files.contains_key(*it)) {
                found.push(Diagnostic::error(Problem::FileAndFolder {
                    file: file.to_owned(),
                    path: path.clone(),
                }));
            }
        }
    }
}

fn has_fitting_name(output: &Path, path: &str) -> Result<(), Diagnostic> {
    let is_too_long = path.split('/').any(|it| it.len() > LONGEST_NAME)
        || output.as_os_str().len() + path.len() > LONGEST_PATH;
    if is_too_long {
        return Err(Diagnostic::error(Problem::NameTooLong(path.to_owned())));
    }
    Ok(())
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}

/// The bytes of a picture, made now or before.
fn drawn(path: &str, picture: &Picture) -> Result<Vec<u8>, Diagnostic> {
    let wrong = |problem| Diagnostic::error(problem).in_file(&SitePath::new(path));
    picture.bytes().map_err(wrong)
}

/// The hash and the length of a body. A picture is not made for it: what it is made of has a hash too.
fn hash_of(body: &Body) -> Result<(Hash, Option<u64>), Diagnostic> {
    let mut hasher = blake3::Hasher::new();
    match body {
        Body::Bytes(bytes) => hasher.update(bytes),
        Body::Static(bytes) => hasher.update(bytes),
        Body::Disk(path) => File::open(path)
            .and_then(|file| hasher.update_reader(file).map(|_| ()))
            .map(|()| &mut hasher)
            .map_err(|it| cannot_read(path, &it))?,
        Body::Picture(picture) => return Ok((Hash::half(picture.hash()), None)),
    };
    Ok((Hash::of(&hasher), Some(hasher.count())))
}

/// A file that becomes part of the output as it is, and cannot be read now.
fn cannot_read(path: &Path, error: &io::Error) -> Diagnostic {
    let words = format!("{}: {error}", path.display());
    Diagnostic::error(Problem::CannotRead(words))
}

/// A file of the output.
struct Wanted<'a> {
    path: String,
    hash: Hash,
    /// Its length; `None` where compression decides it, or nobody made it yet.
    size: Option<u64>,
    /// The address that it is made from.
    from: &'a str,
    form: Form,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Plain,
    Gzip,
    Brotli,
}

/// How a file of the output stands before writing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Same,
    Changed,
    New,
    /// Something that we did not write stands there.
    Taken,
}

/// Brings the output folder to what was rehearsed.
///
/// Where this fails before the first file, nothing was touched; where it fails later, every file is whole, and the next build mends the rest.
pub fn changed(
    output: &Output,
    rehearsal: &Rehearsal,
    render: &Render<'_>,
    precompresses: bool,
) -> Result<Written, Diagnostic> {
    let Output {
        folder, lock, old, ..
    } = output;
    let is_fresh = list::is_alone(folder);
    let staging = output.staging();
    let writer = Writer {
        output,
        folder: if is_fresh { &staging } else { folder },
        is_fresh,
        rehearsal,
        render,
    };
    let failed = |error: io::Error| cannot_write_to(&folder.join(list::NAME), &error);
    let wanted = writer.wanted(precompresses);
    let states = writer.states(&wanted, old)?;
    let new = List::new(wanted.iter().map(|it| (it.path.as_str(), it.hash)));
    let in_state = |state: State| {
        wanted
            .iter()
            .zip(&states)
            .filter(move |(_, it)| **it == state)
            .map(|(it, _)| it)
    };
    let gone: Vec<&str> = old.paths().filter(|it| !new.contains(it)).collect();
    let writes = states.iter().filter(|it| **it != State::Same).count();
    if writes == 0 && gone.is_empty() {
        if !List::is_unfinished(folder) && List::is_written(folder, &new) {
            return Ok(Written::default());
        }
    } else {
        let same: BTreeSet<&str> = in_state(State::Same).map(|it| it.path.as_str()).collect();
        List::announce(folder, old, &new, &same).map_err(failed)?;
    }

    let new_folded: BTreeSet<String> = new.paths().map(str::to_lowercase).collect();
    let (in_the_way, last): (Vec<&str>, Vec<&str>) = gone
        .iter()
        .partition(|it| is_in_the_way(it, &new, &new_folded));
    let mut removed = writer.remove(&in_the_way)?;
    if is_fresh {
        std::fs::create_dir_all(&staging).map_err(|it| cannot_write_to(&staging, &it))?;
    }
    let is_synced = writes <= SYNCED_FILES;
    for state in [State::New, State::Changed] {
        for pages in [false, true] {
            let files: Vec<&Wanted<'_>> = in_state(state)
                .filter(|it| is_page(it.from) == pages)
                .collect();
            writer.write(&files, is_synced)?;
        }
    }
    if is_fresh {
        writer.move_in()?;
    }
    removed += writer.remove(&last)?;
    List::finish(folder, lock, &new).map_err(failed)?;
    let pages = [State::New, State::Changed]
        .into_iter()
        .flat_map(in_state)
        .filter(|it| it.form == Form::Plain && is_page(&it.path))
        .count();
    Ok(Written {
        pages,
        files: writes,
        removed,
    })
}

/// Whether an old file stands where a folder must be, or the other way round, or differs from a new one in case only.
fn is_in_the_way(old: &str, new: &List, new_folded: &BTreeSet<String>) -> bool {
    let lies_under_a_file = ancestors(old).any(|it| new.contains(it));
    lies_under_a_file || new.has_below(old) || new_folded.contains(&old.to_lowercase())
}

/// The folders that a path lies in, the nearest first.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(it, _)| it.rsplit_once('/')).map(|(it, _)| it)
}

struct Writer<'a> {
    output: &'a Output,
    /// Where files are written: the output folder or, where that is empty, beside it.
    folder: &'a Path,
    /// Whether nothing lies in the output folder yet.
    is_fresh: bool,
    rehearsal: &'a Rehearsal,
    render: &'a Render<'a>,
}

impl<'a> Writer<'a> {
    /// Every file of the output, in order of path.
    fn wanted(&self, precompresses: bool) -> Vec<Wanted<'a>> {
        let mut wanted = Vec::new();
        for (path, rendered) in &self.rehearsal.files {
            let file = |form, suffix: &str| Wanted {
                path: format!("{path}{suffix}"),
                hash: rendered.hash,
                size: rendered.size.filter(|_| form == Form::Plain),
                from: path,
                form,
            };
            wanted.push(file(Form::Plain, ""));
            let is_small = rendered.size.is_some_and(|it| it < SMALLEST_COMPRESSED);
            if precompresses && !is_small && media_type::is_text(path) {
                for (form, suffix) in [(Form::Brotli, ".br"), (Form::Gzip, ".gz")] {
                    let packed = file(form, suffix);
                    if !self.rehearsal.files.contains_key(&packed.path) {
                        wanted.push(packed);
                    }
                }
            }
        }
        wanted
    }

    /// How each file stands; an error where one of them is not ours to overwrite.
    fn states(&self, wanted: &[Wanted<'_>], old: &List) -> Result<Vec<State>, Diagnostic> {
        if self.is_fresh {
            return Ok(vec![State::New; wanted.len()]);
        }
        let folders: BTreeSet<&str> = wanted.iter().flat_map(|it| ancestors(&it.path)).collect();
        let mut taken = Vec::new();
        for folder in folders {
            match self.folder.join(folder).symlink_metadata() {
                Ok(it) if it.is_symlink() => {
                    return Err(Diagnostic::error(Problem::OutputLink(folder.to_owned())));
                }
                Ok(it) if !it.is_dir() && !old.contains(folder) => taken.push(folder),
                _ => {}
            }
        }
        let states: Vec<State> = wanted
            .par_iter()
            .map(|it| self.state(it, old))
            .collect::<Result<_, _>>()?;
        let files = wanted.iter().zip(&states);
        taken.extend(
            files
                .filter(|(_, it)| **it == State::Taken)
                .map(|(it, _)| it.path.as_str()),
        );
        match taken[..] {
            [] => Ok(states),
            [first, ref others @ ..] => Err(Diagnostic::error(Problem::OutputTaken {
                path: first.to_owned(),
                others: others.len(),
            })),
        }
    }

    fn state(&self, wanted: &Wanted<'_>, old: &List) -> Result<State, Diagnostic> {
        let disk = self.folder.join(&wanted.path);
        let Ok(metadata) = disk.symlink_metadata() else {
            return Ok(State::New);
        };
        let has_size = wanted.size.is_none_or(|it| it == metadata.len());
        if metadata.is_dir() {
            let is_ours = self.is_all_ours(&disk, old);
            return Ok(if is_ours { State::New } else { State::Taken });
        }
        if old.contains(&wanted.path) {
            let is_same =
                metadata.is_file() && has_size && old.hash(&wanted.path) == Some(wanted.hash);
            return Ok(if is_same { State::Same } else { State::Changed });
        }
        // Not ours, but what we would write: nothing is lost by calling it ours.
        let is_equal = metadata.is_file()
            && has_size
            && std::fs::read(&disk).ok() == Some(self.bytes(wanted)?);
        Ok(if is_equal { State::Same } else { State::Taken })
    }

    /// Whether a folder holds nothing but files that we wrote.
    fn is_all_ours(&self, folder: &Path, old: &List) -> bool {
        let mut entries = walkdir::WalkDir::new(folder).into_iter();
        entries.all(|entry| {
            entry.is_ok_and(|it| {
                it.file_type().is_dir()
                    || it
                        .path()
                        .strip_prefix(self.folder)
                        .ok()
                        .and_then(Path::to_str)
                        .is_some_and(|path| old.contains(&path.replace('\\', "/")))
            })
        })
    }

    /// Gives the bytes of a file to a reader, without a copy where they are in memory.
    fn with_bytes<T>(
        &self,
        wanted: &Wanted<'_>,
        read: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, Diagnostic> {
        let kept = self.rehearsal.files.get(wanted.from);
        let body = match kept.and_then(|it| it.kept.as_ref()) {
            Some(Kept::Bytes(bytes)) => return Ok(read(&packed(bytes, wanted.form))),
            Some(Kept::Static(bytes)) => Body::Static(bytes),
            Some(Kept::Disk(disk)) => Body::Disk(disk.clone()),
            Some(Kept::Staged) | None => (self.render)(wanted.from)?,
        };
        Ok(match body {
            Body::Bytes(bytes) => read(&packed(&bytes, wanted.form)),
            Body::Static(bytes) => read(&packed(bytes, wanted.form)),
            Body::Disk(disk) => {
                let bytes = std::fs::read(&disk).map_err(|it| cannot_read(&disk, &it))?;
                read(&packed(&bytes, wanted.form))
            }
            Body::Picture(picture) => {
                let bytes = drawn(wanted.from, &picture)?;
                read(&packed(&bytes, wanted.form))
            }
        })
    }

    fn bytes(&self, wanted: &Wanted<'_>) -> Result<Vec<u8>, Diagnostic> {
        self.with_bytes(wanted, <[u8]>::to_vec)
    }

    fn write(&self, files: &[&Wanted<'_>], is_synced: bool) -> Result<(), Diagnostic> {
        let folders: BTreeSet<&str> = files
            .iter()
            .filter(|it| !self.is_in_place(it))
            .flat_map(|it| ancestors(&it.path))
            .collect();
        let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for folder in folders {
            let depth = ancestors(folder).count();
            by_depth.entry(depth).or_default().push(folder);
        }
        by_depth
            .values()
            .try_for_each(|folders| folders.par_iter().try_for_each(|it| self.folder(it)))?;
        files
            .par_iter()
            .try_for_each(|wanted| self.write_one(wanted, is_synced))
    }

    /// Whether a file waits where it is written to.
    fn is_in_place(&self, wanted: &Wanted<'_>) -> bool {
        self.is_fresh && self.is_staged(wanted)
    }

    fn is_staged(&self, wanted: &Wanted<'_>) -> bool {
        let rendered = self.rehearsal.files.get(wanted.from);
        let is_staged = matches!(rendered.and_then(|it| it.kept.as_ref()), Some(Kept::Staged));
        is_staged && wanted.form == Form::Plain
    }

    /// Moves a site that was made beside its folder into it: whole folders, and pages last.
    fn move_in(&self) -> Result<(), Diagnostic> {
        let failed = |error: io::Error| cannot_write_to(self.folder, &error);
        let entries: Vec<_> = std::fs::read_dir(self.folder)
            .and_then(Iterator::collect)
            .map_err(failed)?;
        let mut names: Vec<_> = entries.iter().map(std::fs::DirEntry::file_name).collect();
        names.sort_by_cached_key(|it| (is_page(&it.to_string_lossy()), it.clone()));
        for name in names {
            std::fs::rename(self.folder.join(&name), self.output.folder.join(&name))
                .map_err(|error| cannot_write(&name.to_string_lossy(), &error))?;
        }
        Ok(())
    }

    /// A folder of the output whose own folder is there.
    fn folder(&self, folder: &str) -> Result<(), Diagnostic> {
        let disk = self.folder.join(folder);
        match std::fs::create_dir(&disk) {
            // Looked at again: between planning and writing someone may have put a link there.
            Err(error) if !disk.symlink_metadata().is_ok_and(|it| it.is_dir()) => {
                Err(cannot_write(folder, &error))
            }
            _ => Ok(()),
        }
    }

    fn write_one(&self, wanted: &Wanted<'_>, is_synced: bool) -> Result<(), Diagnostic> {
        if self.is_in_place(wanted) {
            return Ok(());
        }
        let disk = self.folder.join(&wanted.path);
        let beside = disk.with_file_name(list::name_beside(&wanted.path));
        if !self.is_fresh && disk.is_dir() {
            remove_empty_folders(&disk);
        }
        let write = |bytes: &mut dyn io::Read| {
            // Whatever stands there was left by a build that was killed; a link would not be followed.
            let _ = std::fs::remove_file(&beside);
            let mut file = File::create_new(&beside)?;
            io::copy(bytes, &mut file)?;
            if is_synced {
                file.sync_data()?;
            }
            drop(file);
            std::fs::rename(&beside, &disk)
        };
        let kept = self.rehearsal.files.get(wanted.from);
        let written = match (kept.and_then(|it| it.kept.as_ref()), wanted.form) {
            _ if self.is_staged(wanted) => std::fs::rename(self.output.staged(wanted.from), &disk),
            // A large file is copied without being held in memory.
            (Some(Kept::Disk(source)), Form::Plain) => {
                let mut source = File::open(source).map_err(|it| cannot_read(source, &it))?;
                write(&mut source)
            }
            _ => self.with_bytes(wanted, |mut bytes| write(&mut bytes))?,
        };
        written.map_err(|error| {
            let _ = std::fs::remove_file(&beside);
            cannot_write(&wanted.path, &error)
        })
    }

    /// Removes files of ours and the folders that they leave empty. How many there were.
    fn remove(&self, files: &[&str]) -> Result<usize, Diagnostic> {
        let mut removed = 0;
        let mut folders = BTreeSet::new();
        for path in files {
            let is_behind_link = ancestors(path).any(|it| self.output.folder.join(it).is_symlink());
            if is_behind_link {
                continue; // What we wrote is not behind it.
            }
            match std::fs::remove_file(self.output.folder.join(path)) {
                Ok(()) => removed += 1,
                Err(error) if is_gone(&error) => {}
                // A folder stands there now; it is not ours.
                Err(_) if self.output.folder.join(path).is_dir() => {}
                Err(error) => return Err(cannot_write(path, &error)),
            }
            folders.extend(ancestors(path));
        }
        // Deepest first; a folder that still holds something stays.
        for folder in folders.iter().rev() {
            let _ = std::fs::remove_dir(self.output.folder.join(folder));
        }
        Ok(removed)
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Removes a folder that holds nothing but folders.
fn remove_empty_folders(folder: &Path) {
    let entries = walkdir::WalkDir::new(folder).contents_first(true);
    for entry in entries.into_iter().flatten() {
        let _ = std::fs::remove_dir(entry.path());
    }
}

fn cannot_write(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotWrite {
        path: path.to_owned(),
        error: error.to_string(),
    })
}

fn cannot_write_to(path: &Path, error: &io::Error) -> Diagnostic {
    cannot_write(&path.display().to_string(), error)
}

/// Bytes in a form; the same bytes always, because neither form gets a time or a name.
fn packed(bytes: &[u8], form: Form) -> std::borrow::Cow<'_, [u8]> {
    use std::borrow::Cow;
    match form {
        Form::Plain => Cow::Borrowed(bytes),
        Form::Gzip => {
            let packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            let packed = into_memory(packer, bytes, flate2::write::GzEncoder::finish);
            Cow::Owned(packed)
        }
        Form::Brotli => {
            let packer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
            let packed = into_memory(packer, bytes, |it| Ok(it.into_inner()));
            Cow::Owned(packed)
        }
    }
}

fn into_memory<W: io::Write>(
    mut packer: W,
    bytes: &[u8],
    finish: impl FnOnce(W) -> io::Result<Vec<u8>>,
) -> Vec<u8> {
    packer
        .write_all(bytes)
        .and_then(|()| finish(packer))
        .expect("writing into memory does not fail")
}

#[cfg(test)]
mod tests;
