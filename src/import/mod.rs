//! Spreadsheets → entries: what an office filled in becomes what the site says.
//!
//! ```text
//! bytes ─read→ Workbook ─tables→ Table ─rows→ Request ─entries→ Outcome
//!              cells of    headings   what a row   text of an entry, before
//!              any file    found      asks for     and after
//! ```
//!
//! In: files in memory, and what the site says already. Out: what becomes of each entry, and what is wrong, by file, sheet and cell.
//! A row with a mistake is refused as a whole and holds no other row back. Never: touches the disk, and never takes a formula along.

mod activities;
pub mod edit;
pub mod entries;
pub mod headings;
pub mod read;
pub mod request;
mod rows;
mod summary;
pub mod tables;
pub mod target;
pub mod template;
pub mod values;
pub mod workbook;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, SheetProblem};
use crate::parse::draft::{CenterDraft, Drafts};
use crate::source::Sources;
use crate::value::SitePath;
use crate::value::sheet_cell::column_name;
use crate::value::words::Level;
use entries::{Entries, Outcome};
use headings::{Form, dictionary};
use tables::Table;
use target::{Area, Site};
use workbook::{Sheet, Workbook};

/// The sheet of the template that explains the others.
pub const GUIDE: &str = "คำแนะนำ";

/// What was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether entries that are there may be changed.
    pub may_change: bool,
    /// The level of the centres of area reports, where these do not say it.
    pub level: Option<Level>,
}

/// Files that are being read into entries.
pub struct Importer<'a> {
    site: Site<'a>,
    options: Options,
    in_area: BTreeMap<Area, Vec<&'a CenterDraft>>,
    entries: Entries<'a>,
    /// The activities that rows are about.
    claimed: activities::Claimed,
    /// What is wrong.
    pub found: Diagnostics,
}

/// A file that is being read.
struct Reading<'a, 'b> {
    site: &'b Site<'a>,
    in_area: &'b BTreeMap<Area, Vec<&'a CenterDraft>>,
    file: SitePath,
    level: Option<Level>,
    found: &'b mut Diagnostics,
}

impl<'a> Importer<'a> {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(drafts: &'a Drafts, sources: &'a Sources, options: Options) -> Self {
        let site = Site::new(drafts);
        let mut in_area: BTreeMap<Area, Vec<&CenterDraft>> = BTreeMap::new();
        for draft in &drafts.centers {
            let facts = &draft.record.facts;
            if !facts.example
                && facts.level != Level::Province
                && let Some(area) = site.area_of(draft)
            {
                in_area.entry(area).or_default().push(draft);
            }
        }
        Self {
            site,
            options,
            in_area,
            entries: Entries::new(sources, options.may_change),
            claimed: activities::Claimed::new(),
            found: Diagnostics::default(),
        }
    }

    /// Reads a file.
    pub fn file(&mut self, file: &SitePath, bytes: &[u8]) {
        let Some(book) = read::workbook(file, bytes, &mut self.found) else {
            return;
        };
        let mut has_table = false;
        let mut without: Vec<&Sheet> = Vec::new();
        // In the template there is a sheet of lists to choose from beside the one that is filled in.
        let all: Vec<_> = book.sheets.iter().map(tables::tables).collect();
        let is_template = all.iter().flatten().any(|it| it.form == Form::Template);
        for (sheet, mut tables) in book.sheets.iter().zip(all) {
            tables.retain(|it| !is_template || it.form == Form::Template);
            for table in &tables {
                self.table(&book, table);
            }
            let is_summary = tables.is_empty() && !is_template && summary::is_summary(sheet);
            if is_summary {
                self.summary(&book, sheet);
            }
            if !tables.is_empty() || is_summary {
                has_table = true;
                self.tell_hidden(&book, sheet);
            } else if !sheet.rows.is_empty() && !sheet.is_hidden {
                without.push(sheet);
            }
        }
        if !has_table {
            let problem = SheetProblem::NoKnownTable;
            self.found.push(Diagnostic::error(problem).in_file(file));
            return;
        }
        for sheet in without.iter().filter(|it| &*it.name != GUIDE) {
            let first = sheet.rows.first().map_or(0, |it| it.number);
            let problem = Diagnostic::warning(SheetProblem::SheetLeftOut);
            self.found
                .push(problem.in_cell(file, sheet.row_place(first)));
        }
    }

    fn table(&mut self, book: &Workbook, table: &Table<'_>) {
        self.tell_headings(book, table);
        let mut reading = Reading {
            site: &self.site,
            in_area: &self.in_area,
            file: book.file.clone(),
            level: self.options.level,
            found: &mut self.found,
        };
        let requests = match table.form {
            Form::Areas | Form::Template => rows::requests(table, &mut reading),
            Form::Activities => {
                activities::requests(table, &mut reading, &self.entries, &mut self.claimed)
            }
            Form::Summary => Vec::new(),
        };
        for request in requests {
            self.entries.take(&request, &mut self.found);
        }
    }

    fn summary(&mut self, book: &Workbook, sheet: &Sheet) {
        let mut reading = Reading {
            site: &self.site,
            in_area: &self.in_area,
            file: book.file.clone(),
            level: self.options.level,
            found: &mut self.found,
        };
        if let Some(request) = summary::request(sheet, &mut reading) {
            self.entries.take(&request, &mut self.found);
        }
    }

    /// Tells of columns that are not read: of what they hold, nothing is taken.
    fn tell_headings(&mut self, book: &Workbook, table: &Table<'_>) {
        let in_column = |column| table.sheet.row_place(table.head).in_column(column);
        for (column, heading) in &table.repeated {
            let problem = SheetProblem::HeadingTwice(heading.clone());
            let problem = Diagnostic::warning(problem);
            self.found
                .push(problem.in_cell(&book.file, in_column(*column)));
        }
        for (column, heading) in &table.unknown {
            let mut rows = table.sheet.rows.iter();
            let has_values =
                rows.any(|it| table.rows.contains(&it.number) && it.value(*column).is_some());
            if has_values && heading.trim().chars().count() > 1 {
                let problem = SheetProblem::HeadingUnknown {
                    written: heading.clone(),
                    nearest: dictionary(table.form).nearest(heading),
                };
                let problem = Diagnostic::warning(problem);
                self.found
                    .push(problem.in_cell(&book.file, in_column(*column)));
            }
        }
    }

    /// Tells of what was read although nobody sees it.
    fn tell_hidden(&mut self, book: &Workbook, sheet: &Sheet) {
        let said: Vec<u32> = sheet.rows.iter().map(|it| it.number).collect();
        let rows = sheet
            .hidden_rows
            .iter()
            .filter(|it| said.binary_search(it).is_ok());
        let rows: Vec<u32> = rows.copied().collect();
        let columns: Vec<u32> = sheet.hidden_columns.iter().copied().collect();
        if rows.is_empty() && columns.is_empty() && !sheet.is_hidden {
            return;
        }
        let problem = SheetProblem::HiddenRead {
            rows: ranges(&rows, |it| (u64::from(it) + 1).to_string()),
            columns: ranges(&columns, column_name),
        };
        let first = rows.first().copied().unwrap_or_default();
        let problem = Diagnostic::warning(problem);
        self.found
            .push(problem.in_cell(&book.file, sheet.row_place(first)));
    }

    /// What becomes of each entry, and everything that is wrong.
    #[must_use]
    pub fn finish(self) -> (Vec<Outcome>, Diagnostics) {
        (self.entries.outcomes(), self.found)
    }
}

/// Numbers in order, those that follow each other as one: `5–9, 12`.
fn ranges(numbers: &[u32], shown: impl Fn(u32) -> String) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => parts.push((*number, *number)),
        }
    }
    let parts = parts.into_iter().map(|(first, last)| {
        if first == last {
            shown(first)
        } else {
            format!("{}–{}", shown(first), shown(last))
        }
    });
    parts.collect::<Vec<_>>().join(", ")
}
