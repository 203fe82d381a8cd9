//! What a row asks for: an entry, and values for its keys.

use super::headings::Form;
use super::values::Given;
use crate::schema::Key;
use crate::value::{SheetCell, SitePath};

/// What a row, or a form of one centre, says about an entry.
#[derive(Clone, Debug)]
pub struct Request {
    /// The file of the entry.
    pub entry: SitePath,
    /// What it was read from.
    pub form: Form,
    /// Where it stands.
    pub origin: Origin,
    /// What a new entry says beside the values.
    pub facts: Vec<(&'static str, String)>,
    /// The values, in order.
    pub values: Vec<Assigned>,
    /// Lists of tables.
    pub lists: Vec<AssignedList>,
    /// The story of a new entry, for those that have front matter.
    pub story: Option<String>,
    /// Whether something of it is wrong: then nothing of it is taken.
    pub is_refused: bool,
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: SitePath,
    /// The row.
    pub cell: SheetCell,
}

/// A value for a key.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// Path of the key in the entry.
    pub path: String,
    /// The key.
    pub key: &'static Key,
    /// The value.
    pub given: Given,
    /// Other ways to write it, which are no change.
    pub alike: Vec<String>,
    /// Where it stands.
    pub cell: SheetCell,
}

/// Tables for a key.
#[derive(Clone, Debug)]
pub struct AssignedList {
    /// Path of the key in the entry.
    pub path: &'static str,
    /// Each table by its keys.
    pub rows: Vec<Vec<(&'static Key, Given)>>,
    /// Where the first of them stands.
    pub cell: SheetCell,
}
