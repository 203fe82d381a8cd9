//! The output folder while a build has it: locked, with a staging folder beside the site.
#![expect(clippy::disallowed_methods, reason = "part of the room that writes")]

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::failure::cannot_write_to;
use super::list::{self, List};
use crate::diagnostic::{Diagnostic, Problem};

/// An output folder that nobody else writes into for now.
#[derive(Debug)]
pub struct OutputFolder {
    pub(super) folder: PathBuf,
    /// `.sala-files`: locked until this is dropped.
    pub(super) lock: File,
    /// What we wrote there before.
    pub(super) old: List,
    /// Whether the folder is there because of us.
    is_new: bool,
    /// Whether the list is there because of us.
    is_list_new: bool,
}

impl OutputFolder {
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

    pub(super) fn staging(&self) -> PathBuf {
        self.folder.join(list::STAGING)
    }

    pub(super) fn staged(&self, path: &str) -> PathBuf {
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

impl Drop for OutputFolder {
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

/// Writes a file where nothing is, and the folders that it lies in.
pub(super) fn stage(staged: &Path, bytes: &[u8]) -> io::Result<()> {
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
pub(super) fn is_taken(error: &io::Error) -> bool {
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
