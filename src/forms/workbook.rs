//! A form as a workbook: a sheet for each part, on A4, every cell a text.
//!
//! In: a form. Out: the bytes of an xlsx file, the same on every day. What nobody has said is an empty cell above a dotted line.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::document::{Block, Cell, Document, Field, Look, Orientation, Part, Table};

/// The font of official papers.
const FONT: &str = "TH Sarabun New";
/// The longest text of a cell.
const LONGEST: usize = 32_000;
/// How wide a page is, in the letters by which a spreadsheet measures.
const PORTRAIT: f64 = 82.0;
const LANDSCAPE: f64 = 128.0;
/// A4.
const PAPER: u8 = 9;

/// The bytes of a form as a workbook.
pub fn bytes(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2022, 3, 13)?;
    let properties = DocProperties::new().set_title(&document.title);
    book.set_properties(&properties.set_creation_datetime(&day));
    let mut names = BTreeSet::new();
    for part in &document.parts {
        let name = sheet_name(&part.name, &mut names);
        let sheet = book.add_worksheet();
        sheet.set_name(name)?.set_paper_size(PAPER);
        write(sheet, part, document.orientation)?;
    }
    if document.parts.is_empty() {
        book.add_worksheet().set_paper_size(PAPER);
    }
    book.save_to_buffer()
}

/// A name that a sheet may have, and no other has.
fn sheet_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let clean: String = wanted
        .chars()
        .filter(|it| !it.is_control() && !"[]:*?/\\'".contains(*it))
        .take(24)
        .collect();
    let clean = if clean.trim().is_empty() {
        "1".to_owned()
    } else {
        clean
    };
    let mut name = clean.clone();
    let mut number = 2;
    while !taken.insert(name.to_lowercase()) {
        name = format!("{clean} ({number})");
        number += 1;
    }
    name
}

/// How cells look.
struct Looks {
    plain: Format,
    heading: Format,
    head: Format,
    ruled: Format,
    open: Format,
}

impl Looks {
    fn new(size: f64) -> Self {
        let plain = Format::new()
            .set_font_name(FONT)
            .set_font_size(size)
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        let ruled = plain.clone().set_border(FormatBorder::Thin);
        Self {
            heading: plain.clone().set_bold().set_align(FormatAlign::Center),
            head: ruled.clone().set_bold().set_align(FormatAlign::Center),
            open: plain.clone().set_border_bottom(FormatBorder::Dotted),
            ruled,
            plain,
        }
    }
}

/// A sheet that is being written.
struct Sheet<'a> {
    cells: &'a mut Worksheet,
    looks: Looks,
    /// The widths of its columns.
    widths: Vec<f64>,
    row: u32,
}

fn write(sheet: &mut Worksheet, part: &Part, orientation: Orientation) -> Result<(), XlsxError> {
    let (all, size) = match orientation {
        Orientation::Portrait => (PORTRAIT, 16.0),
        Orientation::Landscape => (LANDSCAPE, 14.0),
    };
    if orientation == Orientation::Landscape {
        sheet.set_landscape();
    }
    sheet
        .set_margins(1.18, 0.79, 0.79, 0.59, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C&P");
    let tables = part.blocks.iter().filter_map(|it| match it {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let widest = tables.max_by_key(|it| it.columns.len());
    let widths: Vec<f64> = match widest {
        Some(table) => {
            let sum: f64 = table.columns.iter().map(|it| f64::from(it.width)).sum();
            let columns = table.columns.iter();
            columns.map(|it| f64::from(it.width) * all / sum).collect()
        }
        None => vec![all / 3.0, all * 2.0 / 3.0],
    };
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, *width)?;
    }
    let mut sheet = Sheet {
        cells: sheet,
        looks: Looks::new(size),
        widths,
        row: 0,
    };
    let mut breaks = Vec::new();
    for block in &part.blocks {
        match block {
            Block::Emblem => {
                sheet.cells.set_row_height(sheet.row, 85)?;
                sheet.row += 1;
            }
            Block::Rule => sheet.row += 1,
            Block::Heading(text) => {
                let format = sheet.looks.heading.clone();
                sheet.line(text, &format)?;
            }
            Block::Paragraph(text) => sheet.plain(&format!("            {text}"))?,
            Block::Line(step, text) => {
                let space = "      ".repeat(usize::from(*step));
                sheet.plain(&format!("{space}{text}"))?;
            }
            Block::Fields(fields) => {
                for field in fields {
                    sheet.field(field)?;
                }
            }
            Block::Table(table) => sheet.table(table)?,
            Block::Signature(lines) => {
                sheet.row += 1;
                let format = sheet.looks.plain.clone().set_align(FormatAlign::Center);
                for line in lines {
                    sheet.right(line, &format)?;
                }
            }
            Block::NextPage(text) => {
                let format = sheet.looks.plain.clone().set_align(FormatAlign::Right);
                sheet.line(text, &format)?;
                breaks.push(sheet.row);
            }
        }
    }
    if !breaks.is_empty() {
        sheet.cells.set_page_breaks(&breaks)?;
    }
    Ok(())
}

impl Sheet<'_> {
    fn last_column(&self) -> u16 {
        self.widths.len().saturating_sub(1) as u16
    }

    fn plain(&mut self, text: &str) -> Result<(), XlsxError> {
        let format = self.looks.plain.clone();
        self.line(text, &format)
    }

    /// A text across all columns, and as high as it needs to be: a spreadsheet does not measure cells that were made one.
    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let (row, last) = (self.row, self.last_column());
        let text = short(text);
        self.cells.merge_range(row, 0, row, last, &text, format)?;
        let width: f64 = self.widths.iter().sum();
        let lines = (columns_of(&text) / width).ceil().max(1.0);
        self.cells.set_row_height(row, lines * 24.0)?;
        self.row += 1;
        Ok(())
    }

    /// A text across the right half.
    fn right(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let (row, last) = (self.row, self.last_column());
        let first = last / 2 + 1;
        let text = short(text);
        if first < last {
            self.cells
                .merge_range(row, first, row, last, &text, format)?;
        } else {
            self.cells
                .write_string_with_format(row, last, &text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// What is asked in the left half, the answer in the right.
    fn field(&mut self, field: &Field) -> Result<(), XlsxError> {
        let (row, last) = (self.row, self.last_column());
        let middle = last / 2;
        let label = short(&field.label);
        if middle > 0 {
            let plain = &self.looks.plain;
            self.cells.merge_range(row, 0, row, middle, &label, plain)?;
        } else {
            let plain = &self.looks.plain;
            self.cells.write_string_with_format(row, 0, &label, plain)?;
        }
        let value = short(field.value.as_deref().unwrap_or_default());
        let format = match field.value {
            Some(_) => &self.looks.plain,
            None => &self.looks.open,
        };
        if middle + 1 < last {
            let first = middle + 1;
            self.cells
                .merge_range(row, first, row, last, &value, format)?;
        } else {
            self.cells
                .write_string_with_format(row, last, &value, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        for (column, it) in (0..).zip(&table.columns) {
            let head = &self.looks.head;
            self.cells
                .write_string_with_format(self.row, column, it.heading, head)?;
        }
        if table.look == Look::Ruled && table.rows.len() > 10 {
            self.cells.set_repeat_rows(self.row, self.row)?;
        }
        self.row += 1;
        for row in &table.rows {
            for (column, cell) in (0..).zip(row) {
                self.cell(column, cell, table.look)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell, look: Look) -> Result<(), XlsxError> {
        let format = match (cell, look) {
            (Some(_), Look::List) => &self.looks.plain,
            (None, Look::List) => &self.looks.open,
            (_, Look::Ruled) => &self.looks.ruled,
        };
        match cell.as_deref() {
            None | Some("") => self.cells.write_blank(self.row, column, format)?,
            Some(text) => {
                let text = short(text);
                self.cells
                    .write_string_with_format(self.row, column, &text, format)?
            }
        };
        Ok(())
    }
}

/// How wide a text is: Thai marks stand above and below other letters.
fn columns_of(text: &str) -> f64 {
    crate::locale::excerpt::width(text) as f64
}

/// A text that a cell can hold, without what a file of this kind cannot.
fn short(text: &str) -> String {
    let clean = text.chars().filter(|it| !it.is_control() || *it == '\n');
    clean.take(LONGEST).collect()
}
