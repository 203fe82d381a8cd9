//! A form as data: what stands on it from top to bottom, before it is a page, a workbook or a table.
//!
//! In: nothing. Out: blocks of plain text, where `None` is what nobody has said: a dotted line on paper, an empty cell elsewhere.

use crate::value::words::Digits;

/// A form, or several of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// How its paper lies.
    pub orientation: Orientation,
    /// Each begins on paper of its own, and is a sheet of a workbook.
    pub parts: Vec<Part>,
}

/// How paper lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// Higher than wide.
    Portrait,
    /// Wider than high.
    Landscape,
}

/// One form.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The name of its sheet in a workbook.
    pub name: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A piece of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The space for the national emblem (ตราครุฑ).
    Emblem,
    /// A line in the middle.
    Heading(String),
    /// The short line below the head of an order.
    Rule,
    /// A text whose first line is set in.
    Paragraph(String),
    /// A line, set in by so many steps.
    Line(u8, String),
    /// What is asked for, and the answers.
    Fields(Vec<Field>),
    /// Rows below headings.
    Table(Table),
    /// Lines around the middle of the right half.
    Signature(Vec<String>),
    /// The end of a page, with the first words of the next: `/๔. แต่งตั้ง…`
    NextPage(String),
}

/// What is asked for, and the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The words before the answer.
    pub label: String,
    /// The answer.
    pub value: Cell,
}

/// An answer; `None` where there is none.
pub type Cell = Option<String>;

/// Rows below headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How it looks on paper.
    pub look: Look,
    /// From the left.
    pub columns: Vec<Column>,
    /// From the top; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// How a table looks on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Headings and lines around every cell.
    Ruled,
    /// Only the rows, as orders list people.
    List,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: &'static str,
    /// Its share of the width.
    pub width: u8,
}

impl Table {
    /// A table of headings and their shares of the width, without rows.
    #[must_use]
    pub fn new(look: Look, columns: &[(&'static str, u8)]) -> Self {
        let columns = columns.iter();
        Self {
            look,
            columns: columns
                .map(|(heading, width)| Column {
                    heading,
                    width: *width,
                })
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds empty rows until there are so many.
    pub fn fill_up_to(&mut self, count: usize) {
        while self.rows.len() < count {
            self.rows.push(vec![None; self.columns.len()]);
        }
    }
}

impl Field {
    /// A question and its answer.
    pub fn new(label: &str, value: Cell) -> Self {
        Self {
            label: label.to_owned(),
            value,
        }
    }
}

impl Block {
    /// A line in the middle.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into())
    }
}

/// A dotted line in a text, as long as so many letters.
#[must_use]
pub fn dots(length: usize) -> String {
    ".".repeat(length * 2)
}

/// An answer within a text.
#[must_use]
pub fn or_dots(answer: Option<&str>, length: usize) -> String {
    answer.map_or_else(|| dots(length), str::to_owned)
}

/// A number as official papers write it.
#[must_use]
#[expect(
    clippy::needless_pass_by_value,
    reason = "numbers are small, and read better without `&`"
)]
pub fn thai(number: impl ToString) -> String {
    Digits::Thai.shown(&number.to_string())
}
