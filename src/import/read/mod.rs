//! The bytes of a file → a workbook, whatever kind of spreadsheet it is.
//!
//! In: a file's name and its bytes. Out: its sheets, or why it cannot be read. What a file is, is seen from its bytes: a name may be wrong.
//! Never: runs a formula, opens a picture, or takes more memory than a whole country's lists need.

mod container;
mod delimited;
mod ods;
mod xlsx;

use crate::diagnostic::{Diagnostic, Diagnostics, SheetProblem};
use crate::import::workbook::{Sheet, Workbook};
use crate::value::SitePath;

/// A file that is larger than this is no list of centres.
pub const LARGEST_FILE: u64 = 100_000_000;
/// So many cells with something in them are read of a file, and no more.
const MOST_CELLS: usize = 3_000_000;

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Ods,
    Delimited,
}

impl Kind {
    /// What its files are called.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Xlsx => &["xlsx", "xlsm"],
            Self::Ods => &["ods"],
            Self::Delimited => &["csv", "tsv", "txt"],
        }
    }
}

/// The endings of the files that are taken from a folder.
pub fn endings() -> impl Iterator<Item = &'static str> {
    let kinds = [Kind::Xlsx, Kind::Ods, Kind::Delimited];
    kinds
        .into_iter()
        .flat_map(Kind::endings)
        .copied()
        .filter(|it| *it != "txt")
}

/// Reads a file. What is wrong with it as a whole is reported, and then there is no workbook.
pub fn workbook(file: &SitePath, bytes: &[u8], found: &mut Diagnostics) -> Option<Workbook> {
    match sheets(bytes) {
        Ok((kind, sheets)) => {
            let ending = file.file_name().rsplit_once('.');
            let ending = ending.map(|it| it.1.to_lowercase()).unwrap_or_default();
            if !kind.endings().contains(&ending.as_str()) {
                let problem = SheetProblem::OtherThanNamed(kind.endings()[0]);
                found.push(Diagnostic::warning(problem).in_file(file));
            }
            let file = file.clone();
            Some(Workbook { file, sheets })
        }
        Err(problem) => {
            found.push(Diagnostic::error(problem).in_file(file));
            None
        }
    }
}

fn sheets(bytes: &[u8]) -> Result<(Kind, Vec<Sheet>), SheetProblem> {
    let kind = container::kind(bytes)?;
    let mut sheets = match kind {
        Kind::Xlsx => xlsx::sheets(bytes)?,
        Kind::Ods => ods::sheets(bytes)?,
        Kind::Delimited => vec![delimited::sheet(bytes)?],
    };
    for (number, sheet) in sheets.iter_mut().enumerate() {
        sheet.number = number;
    }
    Ok((kind, sheets))
}

/// How much more may be read of a file.
#[derive(Debug)]
struct Allowance(usize);

impl Allowance {
    fn new() -> Self {
        Self(MOST_CELLS)
    }

    /// One more cell.
    fn take(&mut self) -> Result<(), SheetProblem> {
        self.0 = self
            .0
            .checked_sub(1)
            .ok_or(SheetProblem::TooManyCells(MOST_CELLS))?;
        Ok(())
    }
}

/// That a file is damaged, in the words of whoever read it.
fn damaged(words: impl std::fmt::Display) -> SheetProblem {
    SheetProblem::Unreadable(words.to_string())
}
