//! Rendered files → disk, the whole site or nothing: the only writer of a site.
//!
//! In: every address of the plan and how to render it. Out: an output folder that holds exactly the site.
//! Nothing of the site is touched before everything was rendered once. Then new files come first, changed ones next, each written beside
//! and renamed; removals come last, and only of files that the list `.sala-files` says we wrote. A kill at any moment leaves complete files.
//! A first build waits whole in the staging folder and is moved in folder by folder.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes")]

mod compression;
mod failure;
mod folder;
mod list;
mod output;
mod path;
mod rendered_site;
mod writer;

pub use folder::may_be_output;
pub use output::OutputFolder;
pub use rendered_site::{Render, RenderedSite, try_all};

use std::collections::BTreeSet;
use std::io;

use crate::diagnostic::Diagnostic;
use compression::Encoding;
use failure::cannot_write_to;
use list::List;
use path::{ancestors, is_page};
use writer::{State, Wanted, Writer};

/// So few files are forced onto the disk one by one; a first build leaves that to the system.
const SYNCED_FILES: usize = 64;

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

/// Brings the output folder to what was rendered.
///
/// Where this fails before the first file, nothing was touched; where it fails later, every file is whole, and the next build mends the rest.
pub fn changed(
    output: &OutputFolder,
    site: &RenderedSite,
    render: &Render<'_>,
    precompresses: bool,
) -> Result<Written, Diagnostic> {
    let OutputFolder {
        folder, lock, old, ..
    } = output;
    let is_fresh = list::is_alone(folder);
    let staging = output.staging();
    let writer = Writer {
        output,
        folder: if is_fresh { &staging } else { folder },
        is_fresh,
        site,
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
        .filter(|it| it.encoding == Encoding::Plain && is_page(&it.path))
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

#[cfg(test)]
mod tests;
