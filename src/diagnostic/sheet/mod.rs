//! What can be wrong with a spreadsheet that is imported, as facts without words: `th` and `en` have these.

pub(super) mod en;
pub(super) mod th;

use super::expected::Expected;

/// What is wrong with a spreadsheet, or with what a row of it asks for. Text in it is as the sheet has it.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetProblem {
    // Files.
    /// A workbook that cannot be read; in the reader's words.
    Unreadable(String),
    /// A file that is something else: HTML, PDF, a picture. Empty where that cannot be told.
    NotASpreadsheet(&'static str),
    /// A workbook of before 2007.
    Old,
    /// A workbook behind a password.
    Encrypted,
    /// A file that is, or unfolds into, more than a list of centres can be.
    TooLarge {
        /// Its size.
        megabytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// More cells, or parts, than are read.
    TooManyCells(usize),
    /// A text in letters that nobody knows.
    UnknownLetters,
    /// A file that is not what its name says, and what it is.
    OtherThanNamed(&'static str),
    /// A folder without a spreadsheet in it.
    NoFiles(String),

    // Tables.
    /// A file without a table that is known.
    NoKnownTable,
    /// A sheet without one, in a file that has others.
    SheetLeftOut,
    /// An area report that may be one of districts or of sub-districts.
    LevelUnclear,
    /// A heading that is not known.
    HeadingUnknown {
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
    },
    /// Headings that stand beside the columns that they mean.
    HeadingsShifted {
        /// Whether to the right of them; else to the left.
        is_right: bool,
    },
    /// Two columns for one thing.
    HeadingTwice(String),
    /// What nobody sees, and was read.
    HiddenRead {
        /// Rows, as people count them; may be empty.
        rows: String,
        /// Columns; may be empty.
        columns: String,
    },

    // Cells.
    /// A value that the column does not take.
    CellNot {
        /// The heading.
        heading: String,
        /// As written.
        written: String,
        /// What it takes.
        expected: Expected,
    },
    /// A word that is not on the list of the column.
    WordUnknown {
        /// The heading.
        heading: String,
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
        /// The list.
        allowed: Vec<&'static str>,
    },
    /// A day that cannot be read.
    DayUnclear(String),
    /// A formula that no program has worked out.
    FormulaNotWorkedOut,
    /// A formula that failed, and how.
    FormulaFailed(String),
    /// A house number that a spreadsheet took for a day.
    BecameDay(String),

    // Rows.
    /// A row that says something, but not of which area.
    RowWithoutArea,
    /// A sub-district that no district has.
    UnknownSubdistrict {
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
    },
    /// An activity whose centre nobody names.
    ActivityWithoutCenter,
    /// A person who reports, where an office does.
    PersonNotOffice,
    /// A row without a value that it needs; the heading.
    CellMissing(String),
    /// Several entries stand for the area.
    SeveralCenters(Vec<String>),
    /// The template's path of an entry that is of another area than its row.
    PathElsewhere(String),
    /// Another row says the same of the same entry; where.
    RepeatedRow(String),
    /// Another row says something else of the same entry.
    RowsDisagree {
        /// The heading.
        heading: String,
        /// The other row.
        first: String,
    },

    // Entries.
    /// An entry that cannot be changed in one place alone.
    EntryNotEditable(String),
    /// An entry that is there says something else, and stays.
    EntryKept {
        /// Its file.
        entry: String,
        /// The keys that differ.
        keys: Vec<String>,
    },
    /// Another person stands where one had agreed to be published.
    ConsentTakenBack(String),
}

impl SheetProblem {
    /// Its stable name, explained in `docs/reference/diagnostics.md`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "sheet-unreadable",
            Self::NotASpreadsheet(_) => "not-a-spreadsheet",
            Self::Old => "old-spreadsheet",
            Self::Encrypted => "sheet-encrypted",
            Self::TooLarge { .. } => "sheet-too-large",
            Self::TooManyCells(_) => "too-many-cells",
            Self::UnknownLetters => "unknown-letters",
            Self::OtherThanNamed(_) => "other-than-named",
            Self::NoFiles(_) => "no-spreadsheets",
            Self::NoKnownTable => "no-known-table",
            Self::SheetLeftOut => "sheet-left-out",
            Self::LevelUnclear => "level-unclear",
            Self::HeadingUnknown { .. } => "unknown-heading",
            Self::HeadingsShifted { .. } => "headings-shifted",
            Self::HeadingTwice(_) => "heading-twice",
            Self::HiddenRead { .. } => "hidden-read",
            Self::CellNot { .. } => "bad-cell",
            Self::WordUnknown { .. } => "bad-choice",
            Self::DayUnclear(_) => "unclear-day",
            Self::FormulaNotWorkedOut => "formula-not-worked-out",
            Self::FormulaFailed(_) => "formula-failed",
            Self::BecameDay(_) => "became-day",
            Self::RowWithoutArea => "row-without-area",
            Self::UnknownSubdistrict { .. } => "unknown-subdistrict-name",
            Self::ActivityWithoutCenter => "activity-without-center",
            Self::PersonNotOffice => "person-not-office",
            Self::CellMissing(_) => "cell-missing",
            Self::SeveralCenters(_) => "several-centers",
            Self::PathElsewhere(_) => "path-elsewhere",
            Self::RepeatedRow(_) => "repeated-row",
            Self::RowsDisagree { .. } => "rows-disagree",
            Self::EntryNotEditable(_) => "entry-not-editable",
            Self::EntryKept { .. } => "entry-kept",
            Self::ConsentTakenBack(_) => "consent-taken-back",
        }
    }
}
