//! ods: read as it comes, so that a cell that is repeated a million times is one cell.

use std::io::{BufRead, BufReader, Cursor};
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::xlsx::{attribute, iso_day, text_value};
use super::{Allowance, damaged};
use crate::diagnostic::SheetProblem;
use crate::import::workbook::{Cell, Merged, Row, Sheet, Value};

/// A row or a cell that stands more often than this is filled down to the edge of the sheet, and means one.
const MOST_REPEATED: u32 = 20_000;

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, SheetProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let part = archive.by_name("content.xml").map_err(damaged)?;
    let mut reading = Reading {
        sheets: Vec::new(),
        allowance: Allowance::new(),
        row: 0,
        repeats: 1,
        cells: Vec::new(),
        column: 0,
        cell: None,
        hidden_styles: Vec::new(),
        style: String::new(),
        column_of_definitions: 0,
        depth_of_notes: 0,
        tables: 0,
    };
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    reading.everything(&mut reader)?;
    Ok(reading.sheets)
}

/// What was read up to here.
struct Reading {
    sheets: Vec<Sheet>,
    allowance: Allowance,
    /// The number of the row that is being read, and how often it stands.
    row: u32,
    repeats: u32,
    cells: Vec<Cell>,
    column: u32,
    cell: Option<Open>,
    /// Names of styles of tables that are not shown, and the style that is being read.
    hidden_styles: Vec<String>,
    style: String,
    column_of_definitions: u32,
    /// Inside a note: its words are not the cell's.
    depth_of_notes: usize,
    /// Tables inside each other: only the outer one is a sheet.
    tables: usize,
}

/// A cell that is being read.
struct Open {
    kind: String,
    /// What an attribute says that it holds, where its text is only how that is shown.
    held: Option<String>,
    is_formula: bool,
    repeats: u32,
    rows: u32,
    columns: u32,
    text: String,
    paragraphs: usize,
}

impl Reading {
    fn everything(
        &mut self,
        reader: &mut quick_xml::Reader<impl BufRead>,
    ) -> Result<(), SheetProblem> {
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Eof => return Ok(()),
                Event::Start(it) => self.begins(&it),
                Event::End(it) => self.ends(it.local_name().as_ref())?,
                Event::Text(it) => {
                    self.says(&it);
                }
                Event::GeneralRef(it) => {
                    let text = format!("&{};", &*it);
                    let text = quick_xml::escape::unescape(&text).map_err(damaged)?;
                    self.says(&text);
                }
                Event::CData(it) => {
                    self.says(&it);
                }
                _ => {}
            }
            buffer.clear();
        }
    }

    fn says(&mut self, text: &str) {
        if self.depth_of_notes == 0
            && let Some(cell) = &mut self.cell
            && cell.paragraphs > 0
        {
            cell.text.push_str(text);
        }
    }

    fn begins(&mut self, it: &BytesStart<'_>) {
        let number = |name| attribute(it, name).and_then(|it| it.parse::<u32>().ok());
        match it.local_name().as_ref() {
            "style" => self.style = attribute(it, "name").unwrap_or_default(),
            "table-properties" if attribute(it, "display").as_deref() == Some("false") => {
                self.hidden_styles.push(self.style.clone());
            }
            "table" => {
                self.tables += 1;
                if self.tables == 1 {
                    let style = attribute(it, "style-name").unwrap_or_default();
                    self.sheets.push(Sheet {
                        name: attribute(it, "name").unwrap_or_default().into(),
                        is_hidden: self.hidden_styles.contains(&style),
                        ..Sheet::default()
                    });
                    (self.row, self.column_of_definitions) = (0, 0);
                }
            }
            "table-column" if self.tables == 1 => {
                let repeats = number("number-columns-repeated").unwrap_or(1).max(1);
                let first = self.column_of_definitions;
                self.column_of_definitions = first.saturating_add(repeats);
                if is_hidden(it)
                    && repeats < MOST_REPEATED / 2
                    && let Some(sheet) = self.sheets.last_mut()
                {
                    sheet.hidden_columns.extend(first..first + repeats);
                }
            }
            "table-row" if self.tables == 1 => {
                self.repeats = number("number-rows-repeated").unwrap_or(1).max(1);
                self.cells.clear();
                self.column = 0;
                if is_hidden(it)
                    && self.repeats < MOST_REPEATED
                    && let Some(sheet) = self.sheets.last_mut()
                {
                    let rows = self.row..self.row.saturating_add(self.repeats);
                    sheet.hidden_rows.extend(rows);
                }
            }
            "table-cell" | "covered-table-cell" if self.tables == 1 => {
                let kind = attribute(it, "value-type").unwrap_or_default();
                let held = match kind.as_str() {
                    "date" => attribute(it, "date-value"),
                    "boolean" => attribute(it, "boolean-value"),
                    "string" => attribute(it, "string-value"),
                    _ => attribute(it, "value"),
                };
                self.cell = Some(Open {
                    kind,
                    held,
                    is_formula: attribute(it, "formula").is_some(),
                    repeats: number("number-columns-repeated").unwrap_or(1).max(1),
                    rows: number("number-rows-spanned").unwrap_or(1).max(1),
                    columns: number("number-columns-spanned").unwrap_or(1).max(1),
                    text: String::new(),
                    paragraphs: 0,
                });
            }
            "annotation" => self.depth_of_notes += 1,
            "p" | "h" if self.depth_of_notes == 0 => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" => {
                let count = number("c").unwrap_or(1).min(1_000);
                self.says(&" ".repeat(count as usize));
            }
            "tab" => self.says("\t"),
            "line-break" => self.says("\n"),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str) -> Result<(), SheetProblem> {
        match name {
            "annotation" => self.depth_of_notes = self.depth_of_notes.saturating_sub(1),
            "table" => self.tables = self.tables.saturating_sub(1),
            "table-cell" | "covered-table-cell" if self.tables == 1 => self.cell_ends()?,
            "table-row" if self.tables == 1 => self.row_ends()?,
            _ => {}
        }
        Ok(())
    }

    fn cell_ends(&mut self) -> Result<(), SheetProblem> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let first = self.column;
        self.column = first.saturating_add(cell.repeats);
        if (cell.rows > 1 || cell.columns > 1)
            && let Some(sheet) = self.sheets.last_mut()
        {
            sheet.merged.push(Merged {
                top: self.row,
                bottom: self.row.saturating_add(cell.rows - 1),
                left: first,
                right: first.saturating_add(cell.columns - 1),
            });
        }
        let repeats = cell.repeats;
        let Some(value) = cell.value() else {
            return Ok(());
        };
        let count = if repeats > MOST_REPEATED / 2 {
            1
        } else {
            repeats
        };
        for column in first..first + count {
            self.allowance.take()?;
            let value = value.clone();
            self.cells.push(Cell { column, value });
        }
        Ok(())
    }

    fn row_ends(&mut self) -> Result<(), SheetProblem> {
        let first = self.row;
        self.row = first.saturating_add(self.repeats);
        if self.cells.is_empty() {
            return Ok(());
        }
        let count = if self.repeats > MOST_REPEATED {
            1
        } else {
            self.repeats
        };
        let cells = std::mem::take(&mut self.cells);
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        for number in first..first + count {
            if number > first {
                for _ in &cells {
                    self.allowance.take()?;
                }
            }
            let cells = cells.clone();
            sheet.rows.push(Row { number, cells });
        }
        Ok(())
    }
}

impl Open {
    fn value(self) -> Option<Value> {
        let number = || self.held.as_deref().and_then(|it| it.parse::<f64>().ok());
        let value = match self.kind.as_str() {
            "float" | "percentage" | "currency" => number().map(Value::Number),
            "date" => self.held.as_deref().map(iso_day),
            "boolean" => Some(Value::Flag(self.held.as_deref() == Some("true"))),
            _ if self.text.starts_with('#') && self.is_formula => {
                Some(Value::Failed(Arc::from(self.text.as_str())))
            }
            _ => None,
        };
        let written = self.held.clone().filter(|_| self.kind == "string");
        let value = value.or_else(|| text_value(written.unwrap_or(self.text)));
        value.or_else(|| self.is_formula.then_some(Value::NotWorkedOut))
    }
}

/// Whether a row or a column is not shown: by hand, or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(
        attribute(element, "visibility").as_deref(),
        Some("collapse" | "filter")
    )
}
