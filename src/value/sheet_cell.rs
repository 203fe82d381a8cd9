//! Where in a spreadsheet something stands.

use std::fmt;
use std::sync::Arc;

/// A cell by the names that spreadsheets show: `Sheet1 · D14`. Rows and columns are counted from 0, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetCell {
    /// Which of the file's sheets, from 0.
    pub number: usize,
    /// Its name; empty in a file that has but one without a name, such as csv.
    pub sheet: Arc<str>,
    /// Row.
    pub row: u32,
    /// Column; `None` for the row as a whole.
    pub column: Option<u32>,
}

impl SheetCell {
    /// Another cell of the same row.
    #[must_use]
    pub fn in_column(&self, column: u32) -> Self {
        Self {
            column: Some(column),
            ..self.clone()
        }
    }

    /// Its name within the sheet: `D14`, or `14` for the row.
    #[must_use]
    pub fn name(&self) -> String {
        let row = u64::from(self.row) + 1;
        match self.column {
            Some(column) => format!("{}{row}", column_name(column)),
            None => row.to_string(),
        }
    }
}

impl fmt::Display for SheetCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sheet.is_empty() {
            write!(f, "{}", self.name())
        } else {
            write!(f, "{} · {}", self.sheet, self.name())
        }
    }
}

/// The letters of a column: `A`, `Z`, `AA`.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_name(column), expected);
        }
        let cell = SheetCell {
            number: 0,
            sheet: "Sheet1".into(),
            row: 13,
            column: Some(3),
        };
        assert_eq!(cell.to_string(), "Sheet1 · D14");
    }
}
