//! What is wrong, where, and what to do about it.
//!
//! A [`Diagnostic`] holds a [`Problem`]: facts without words. `th` and `en` put it into words, `terminal` shows it.

pub mod en;
pub mod expected;
pub mod open_point;
pub mod problem;
pub mod sheet;
pub mod th;

use crate::value::media::Place;
use crate::value::{Lang, SheetCell, SitePath};

pub use problem::Problem;
pub use sheet::SheetProblem;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The site is written all the same.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub problem: Problem,
    /// Where; `None` for what has no file, such as a missing site folder.
    pub place: Option<Place>,
    /// Which cell, where the file is a spreadsheet.
    pub cell: Option<SheetCell>,
    /// Other places that belong to it: the first of two equal addresses.
    pub related: Vec<Place>,
}

impl Diagnostic {
    /// A problem that keeps the site from being written.
    #[must_use]
    pub fn error(problem: impl Into<Problem>) -> Self {
        Self {
            severity: Severity::Error,
            problem: problem.into(),
            place: None,
            cell: None,
            related: Vec::new(),
        }
    }

    /// A problem that does not.
    #[must_use]
    pub fn warning(problem: impl Into<Problem>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(problem)
        }
    }

    /// At a span of a file, in bytes.
    #[must_use]
    pub fn at(mut self, file: &SitePath, span: std::ops::Range<usize>) -> Self {
        self.place = Some(Place {
            file: file.clone(),
            span,
        });
        self
    }

    /// In a file as a whole.
    #[must_use]
    pub fn in_file(self, file: &SitePath) -> Self {
        self.at(file, 0..0)
    }

    /// In a cell of a spreadsheet.
    #[must_use]
    pub fn in_cell(self, file: &SitePath, cell: SheetCell) -> Self {
        Self {
            cell: Some(cell),
            ..self.in_file(file)
        }
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn with_related(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }

    /// The fact, in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Th => th::message(&self.problem),
            Lang::En => en::message(&self.problem),
        }
    }

    /// The nearest right thing, shown beside the place: `did you mean "เขื่องใน"?`
    #[must_use]
    pub fn label(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::Th => th::label(&self.problem),
            Lang::En => en::label(&self.problem),
        }
    }

    /// The next action, in words.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::Th => th::help(&self.problem),
            Lang::En => en::help(&self.problem),
        }
    }
}

/// Everything found wrong in one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another run.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Each, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the site must not be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|it| it.severity == Severity::Error)
    }

    /// Whether anything in this file keeps the site from being written.
    #[must_use]
    pub fn has_errors_in(&self, file: &str) -> bool {
        self.0.iter().any(|it| {
            let place = it.place.as_ref();
            it.severity == Severity::Error && place.is_some_and(|at| at.file.as_str() == file)
        })
    }

    /// How many of a severity are shown.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let shown = self.sorted().into_iter();
        shown.filter(|it| it.severity == severity).count()
    }

    /// Takes out those that are not to be told.
    pub fn retain(&mut self, is_told: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(is_told);
    }

    /// All of them by file, place and code, each once.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by(|a, b| {
            fn key(it: &Diagnostic) -> impl Ord {
                let place = it.place.as_ref();
                (
                    place.map(|at| (at.file.as_str(), at.span.start, at.span.end)),
                    it.cell.as_ref(),
                    it.severity,
                    it.problem.code(),
                )
            }
            key(a).cmp(&key(b))
        });
        all.dedup();
        all
    }
}
