//! Which folder may be the output of a site.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Problem};
use crate::source::load;

/// Whether a folder may be the output of a site; it is refused where writing into it would harm the site's own files.
pub fn may_be_output(root: &Path, output: &Path) -> Result<(), Diagnostic> {
    let real = |it: &Path| real_path(it).unwrap_or_else(|_| it.to_owned());
    let refused = || Diagnostic::error(Problem::OutputRefused(output.display().to_string()));
    let (root, output) = (real(root), real(output));
    if root.starts_with(&output) {
        return Err(refused());
    }
    for folder in load::FOLDERS
        .into_iter()
        .chain([".sala-cache", ".git", "reports"])
    {
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
