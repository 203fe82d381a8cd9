//! What cannot be read or written, as a diagnostic.

use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Problem};

/// A file that becomes part of the output as it is, and cannot be read now.
pub(super) fn cannot_read(path: &Path, error: &io::Error) -> Diagnostic {
    let words = format!("{}: {error}", path.display());
    Diagnostic::error(Problem::CannotRead(words))
}

pub(super) fn cannot_write(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotWrite {
        path: path.to_owned(),
        error: error.to_string(),
    })
}

pub(super) fn cannot_write_to(path: &Path, error: &io::Error) -> Diagnostic {
    cannot_write(&path.display().to_string(), error)
}
