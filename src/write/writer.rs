//! What has to be written, how each file stands on disk, and the writing itself: beside its place, then renamed.
#![expect(clippy::disallowed_methods, reason = "part of the room that writes")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::compression::{Encoding, packed};
use super::failure::{cannot_read, cannot_write, cannot_write_to};
use super::list::{self, Hash, List};
use super::output::OutputFolder;
use super::path::{ancestors, is_page};
use super::rendered_site::{Kept, Render, RenderedSite, drawn};
use crate::diagnostic::{Diagnostic, Problem};
use crate::media_type;
use crate::render::Body;

/// Texts smaller than this are sent as they are.
const SMALLEST_COMPRESSED: u64 = 512;

/// A file of the output.
pub(super) struct Wanted<'a> {
    pub path: String,
    pub hash: Hash,
    /// Its length; `None` where compression decides it, or nobody made it yet.
    pub size: Option<u64>,
    /// The address that it is made from.
    pub from: &'a str,
    pub encoding: Encoding,
}

/// How a file of the output stands before writing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    Same,
    Changed,
    New,
    /// Something that we did not write stands there.
    Taken,
}

pub(super) struct Writer<'a> {
    pub output: &'a OutputFolder,
    /// Where files are written: the output folder or, where that is empty, beside it.
    pub folder: &'a Path,
    /// Whether nothing lies in the output folder yet.
    pub is_fresh: bool,
    pub site: &'a RenderedSite,
    pub render: &'a Render<'a>,
}

impl<'a> Writer<'a> {
    /// Every file of the output, in order of path.
    pub(super) fn wanted(&self, precompresses: bool) -> Vec<Wanted<'a>> {
        let mut wanted = Vec::new();
        for (path, rendered) in &self.site.files {
            let file = |encoding, suffix: &str| Wanted {
                path: format!("{path}{suffix}"),
                hash: rendered.hash,
                size: rendered.size.filter(|_| encoding == Encoding::Plain),
                from: path,
                encoding,
            };
            wanted.push(file(Encoding::Plain, ""));
            let is_small = rendered.size.is_some_and(|it| it < SMALLEST_COMPRESSED);
            if precompresses && !is_small && media_type::is_text(path) {
                for (encoding, suffix) in [(Encoding::Brotli, ".br"), (Encoding::Gzip, ".gz")] {
                    let packed = file(encoding, suffix);
                    if !self.site.files.contains_key(&packed.path) {
                        wanted.push(packed);
                    }
                }
            }
        }
        wanted
    }

    /// How each file stands; an error where one of them is not ours to overwrite.
    pub(super) fn states(
        &self,
        wanted: &[Wanted<'_>],
        old: &List,
    ) -> Result<Vec<State>, Diagnostic> {
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
        let kept = self.site.files.get(wanted.from);
        let body = match kept.and_then(|it| it.kept.as_ref()) {
            Some(Kept::Bytes(bytes)) => return Ok(read(&packed(bytes, wanted.encoding))),
            Some(Kept::Static(bytes)) => Body::Static(bytes),
            Some(Kept::Disk(disk)) => Body::Disk(disk.clone()),
            Some(Kept::Staged) | None => (self.render)(wanted.from)?,
        };
        Ok(match body {
            Body::Bytes(bytes) => read(&packed(&bytes, wanted.encoding)),
            Body::Static(bytes) => read(&packed(bytes, wanted.encoding)),
            Body::Disk(disk) => {
                let bytes = std::fs::read(&disk).map_err(|it| cannot_read(&disk, &it))?;
                read(&packed(&bytes, wanted.encoding))
            }
            Body::Picture(picture) => {
                let bytes = drawn(wanted.from, &picture)?;
                read(&packed(&bytes, wanted.encoding))
            }
        })
    }

    fn bytes(&self, wanted: &Wanted<'_>) -> Result<Vec<u8>, Diagnostic> {
        self.with_bytes(wanted, <[u8]>::to_vec)
    }

    pub(super) fn write(&self, files: &[&Wanted<'_>], is_synced: bool) -> Result<(), Diagnostic> {
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
        let rendered = self.site.files.get(wanted.from);
        let is_staged = matches!(rendered.and_then(|it| it.kept.as_ref()), Some(Kept::Staged));
        is_staged && wanted.encoding == Encoding::Plain
    }

    /// Moves a site that was made beside its folder into it: whole folders, and pages last.
    pub(super) fn move_in(&self) -> Result<(), Diagnostic> {
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
        let kept = self.site.files.get(wanted.from);
        let written = match (kept.and_then(|it| it.kept.as_ref()), wanted.encoding) {
            _ if self.is_staged(wanted) => std::fs::rename(self.output.staged(wanted.from), &disk),
            // A large file is copied without being held in memory.
            (Some(Kept::Disk(source)), Encoding::Plain) => {
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
    pub(super) fn remove(&self, files: &[&str]) -> Result<usize, Diagnostic> {
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
