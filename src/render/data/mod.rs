//! The open data: tables as CSV, JSON and GeoJSON, what their fields mean, and the page that says so.
//!
//! In: the directory. Out: files of rows, their descriptions, and a page. Most columns are keys of the schema. Examples, drafts and planned centres are
//! in none of them, nor anything of a person.

mod column;
mod description;
mod formats;
mod page;
mod tables;

pub(super) use description::package;
pub(super) use page::page;

use crate::plan::{Table, TableFormat};
use crate::render::parts::Parts;

/// A file of a table.
pub(super) fn file(parts: &Parts, table: Table, form: TableFormat) -> String {
    let open = tables::open(parts, table);
    match form {
        TableFormat::Csv => formats::csv(&open.fields, open.rows),
        TableFormat::Json => formats::json_file(&open.fields, open.rows),
        TableFormat::GeoJson => formats::geojson(&open.fields, open.rows),
        TableFormat::Schema => description::schema(parts, table),
    }
}
