//! A spreadsheet in memory, whatever kind of file it was: what its cells say, without formulas, colours and pictures.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::value::{Date, SheetCell, SitePath};

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// Its name, as it is shown where something is wrong.
    pub file: SitePath,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Which of the sheets of its file, from 0.
    pub number: usize,
    /// Its name; empty in csv.
    pub name: Arc<str>,
    /// Whether the sheet itself is hidden.
    pub is_hidden: bool,
    /// The rows in which something stands, in order.
    pub rows: Vec<Row>,
    /// Cells that were made one: the first of them has the value.
    pub merged: Vec<Merged>,
    /// Rows that nobody sees: hidden by hand, or by a filter.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that nobody sees.
    pub hidden_columns: BTreeSet<u32>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// From 0.
    pub number: u32,
    /// The cells in which something stands, in order of column.
    pub cells: Vec<Cell>,
}

/// A cell in which something stands.
#[derive(Clone, Debug)]
pub struct Cell {
    /// From 0.
    pub column: u32,
    /// What it says.
    pub value: Value,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, as written.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A day, its time left out.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// What a spreadsheet writes where a formula fails: `#REF!`.
    Failed(Arc<str>),
    /// A formula that no program has worked out yet.
    NotWorkedOut,
}

/// Cells that were made one, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

impl Sheet {
    /// A row of this sheet, as a place.
    #[must_use]
    pub fn row_place(&self, row: u32) -> SheetCell {
        SheetCell {
            number: self.number,
            sheet: Arc::clone(&self.name),
            row,
            column: None,
        }
    }

    /// The row of a number.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |it| it.number);
        at.ok().map(|at| &self.rows[at])
    }

    /// What a cell says; of cells that were made one, each says the same.
    #[must_use]
    pub fn value(&self, row: u32, column: u32) -> Option<&Value> {
        self.own_value(row, column).or_else(|| {
            let covers = |it: &&Merged| {
                (it.top..=it.bottom).contains(&row) && (it.left..=it.right).contains(&column)
            };
            let merged = self.merged.iter().find(covers)?;
            self.own_value(merged.top, merged.left)
        })
    }

    /// What a cell says by itself.
    #[must_use]
    pub fn own_value(&self, row: u32, column: u32) -> Option<&Value> {
        self.row(row)?.value(column)
    }
}

impl Row {
    /// What the cell in a column says.
    #[must_use]
    pub fn value(&self, column: u32) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |it| it.column);
        at.ok().map(|at| &self.cells[at].value)
    }
}

impl Value {
    /// What a person sees in the cell, nearly.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Failed(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Flag(true) => "TRUE".to_owned(),
            Self::Flag(false) => "FALSE".to_owned(),
            Self::NotWorkedOut => String::new(),
        }
    }

    /// Its text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
