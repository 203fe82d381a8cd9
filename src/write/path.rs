//! What the path of a file says: the folders that it lies in, whether it is a page or a text, whether a disk can hold it.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Problem};

/// Longest name of a file on the systems that we know.
const LONGEST_NAME: usize = 255;

/// Longest path.
const LONGEST_PATH: usize = 4_000;

pub(super) fn has_fitting_name(output: &Path, path: &str) -> Result<(), Diagnostic> {
    let is_too_long = path.split('/').any(|it| it.len() > LONGEST_NAME)
        || output.as_os_str().len() + path.len() > LONGEST_PATH;
    if is_too_long {
        return Err(Diagnostic::error(Problem::NameTooLong(path.to_owned())));
    }
    Ok(())
}

pub(super) fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}

/// The folders that a path lies in, the nearest first.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(it, _)| it.rsplit_once('/')).map(|(it, _)| it)
}
