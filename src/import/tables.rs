//! Sheets → the tables in them: where their headings stand, which columns they have, and where they end.
//!
//! In: a sheet. Out: its tables, wherever they stand, with what is written above each. Titles may stand above, headings may take
//! several lines, cells may have been made one, several tables may stand below each other. Never: looks at a value.

use std::collections::BTreeSet;

use super::headings::{Dictionary, Form, Slot, dictionary};
use super::workbook::{Sheet, Value};

/// A table of a sheet.
#[derive(Debug)]
pub struct Table<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// What it is.
    pub form: Form,
    /// The first row of its headings.
    pub head: u32,
    /// The columns that mean something, in order.
    pub columns: Vec<(u32, Slot)>,
    /// Columns whose headings mean nothing, and these headings.
    pub unknown: Vec<(u32, String)>,
    /// Columns whose headings say what another one says already.
    pub repeated: Vec<(u32, String)>,
    /// The rows below its headings, up to the next table or the end.
    pub rows: std::ops::Range<u32>,
    /// What is written between the table above and this one, row by row.
    pub above: Vec<(u32, String)>,
}

impl Table<'_> {
    /// The column of a key.
    #[must_use]
    pub fn column(&self, path: &str) -> Option<u32> {
        let mut columns = self.columns.iter();
        columns
            .find(|(_, it)| it.path() == Some(path))
            .map(|it| it.0)
    }
}

/// Headings take no more lines than this.
const MOST_LINES: u32 = 3;
/// A heading is no longer than this; what is longer is a sentence.
const LONGEST_HEADING: usize = 90;

/// The tables of a sheet.
#[must_use]
pub fn tables(sheet: &Sheet) -> Vec<Table<'_>> {
    let mut tables: Vec<Table<'_>> = Vec::new();
    let mut at = 0;
    while at < sheet.rows.len() {
        let number = sheet.rows[at].number;
        let Some(head) = head(sheet, number) else {
            at += 1;
            continue;
        };
        let first = tables.last().map_or(0, |it| it.rows.start);
        if let Some(last) = tables.last_mut() {
            last.rows.end = number;
        }
        tables.push(Table {
            sheet,
            form: head.form,
            head: number,
            above: written(sheet, first..number),
            columns: head.columns,
            unknown: head.unknown,
            repeated: head.repeated,
            rows: number + head.lines..u32::MAX,
        });
        while sheet
            .rows
            .get(at)
            .is_some_and(|it| it.number < number + head.lines)
        {
            at += 1;
        }
    }
    let last = sheet.rows.last().map_or(0, |it| it.number + 1);
    if let Some(table) = tables.last_mut() {
        table.rows.end = last.max(table.rows.start);
    }
    tables
}

/// What rows say, each as one text.
fn written(sheet: &Sheet, rows: std::ops::Range<u32>) -> Vec<(u32, String)> {
    let rows = sheet.rows.iter().filter(|it| rows.contains(&it.number));
    let mut lines: Vec<(u32, String)> = rows
        .map(|row| {
            let cells = row.cells.iter().map(|it| it.value.shown());
            (row.number, cells.collect::<Vec<_>>().join(" "))
        })
        .collect();
    // Of a long table above, only what stands right before this one can be about it.
    let from = lines.len().saturating_sub(12);
    lines.split_off(from)
}

/// The headings that begin in a row.
struct Head {
    form: Form,
    lines: u32,
    columns: Vec<(u32, Slot)>,
    unknown: Vec<(u32, String)>,
    repeated: Vec<(u32, String)>,
}

fn head(sheet: &Sheet, row: u32) -> Option<Head> {
    let forms = [Form::Template, Form::Areas, Form::Activities];
    let found = forms.into_iter().filter_map(|form| {
        let dictionary = dictionary(form);
        let mut best: Option<Head> = None;
        for lines in 1..=MOST_LINES {
            if lines > 1 && sheet.row(row + lines - 1).is_none() {
                break;
            }
            let head = Head::read(sheet, row, lines, form, dictionary);
            let count = best.as_ref().map_or(0, |it| it.columns.len());
            // A line belongs to the headings where it says more than those above it.
            if head.columns.len() > count {
                best = Some(head);
            }
        }
        // Where the first line says nothing by itself, the table begins below it.
        best.filter(|it| it.is_enough() && it.first_line_counts(sheet, row, dictionary))
    });
    let found = found.max_by_key(|it| (it.form == Form::Template, it.columns.len()))?;
    // Above the template's paths of keys stand headings that would do for a report.
    let is_above_paths = || {
        let dictionary = dictionary(Form::Template);
        (1..MOST_LINES)
            .any(|it| Head::read(sheet, row + it, 1, Form::Template, dictionary).is_enough())
    };
    (found.form == Form::Template || !is_above_paths()).then_some(found)
}

impl Head {
    fn read(sheet: &Sheet, row: u32, lines: u32, form: Form, dictionary: &Dictionary) -> Self {
        let mut head = Self {
            form,
            lines,
            columns: Vec::new(),
            unknown: Vec::new(),
            repeated: Vec::new(),
        };
        let rows = (row..row + lines).filter_map(|it| sheet.row(it));
        let columns: BTreeSet<u32> = rows
            .flat_map(|it| it.cells.iter().map(|it| it.column))
            .collect();
        let mut seen = BTreeSet::new();
        for column in columns {
            let texts: Vec<&str> = (row..row + lines)
                .filter_map(|it| sheet.value(it, column))
                .filter_map(Value::text)
                .collect();
            let Some(last) = texts.last() else { continue };
            let slot = if texts.iter().any(|it| it.chars().count() > LONGEST_HEADING) {
                None
            } else {
                let joined = texts.concat();
                let own = dictionary.slot(last).or_else(|| dictionary.slot(&joined));
                own.or_else(|| texts.iter().find_map(|it| dictionary.slot(it)))
            };
            match slot {
                Some(slot) => {
                    let is_new = slot.path().is_none_or(|it| seen.insert(it));
                    if is_new {
                        head.columns.push((column, slot.clone()));
                    } else {
                        head.repeated.push((column, (*last).to_owned()));
                    }
                }
                None => head.unknown.push((column, (*last).to_owned())),
            }
        }
        head
    }

    /// Whether so many columns are known that it is no accident.
    fn is_enough(&self) -> bool {
        let has = |path: &str| self.columns.iter().any(|(_, it)| it.path() == Some(path));
        let keys = self
            .columns
            .iter()
            .filter(|(_, it)| it.path().is_some())
            .count();
        match self.form {
            Form::Template => keys >= 3,
            Form::Areas => {
                let has_content = ["location.place", "chair.name", "chair.phone"]
                    .iter()
                    .any(|it| has(it));
                let has_area = ["location.district", "location.subdistrict"]
                    .iter()
                    .any(|it| has(it));
                keys >= 3 && has_content && has_area
            }
            Form::Summary => false,
            Form::Activities => keys >= 3 && has("title") && (has("date") || has("results")),
        }
    }

    fn first_line_counts(&self, sheet: &Sheet, row: u32, dictionary: &Dictionary) -> bool {
        self.lines == 1 || {
            let cells = sheet.row(row).into_iter().flat_map(|it| &it.cells);
            let known = cells
                .filter_map(|it| it.value.text())
                .filter(|it| dictionary.slot(it).is_some());
            known.count() >= 2
        }
    }
}
