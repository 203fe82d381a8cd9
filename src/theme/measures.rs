//! How much a page made for paper holds: what the style of a theme means for what is said on it.
//!
//! In: `paper.toml` of the built-in theme, or the site's own in its place. Out: letters, millimetres. Never: a part of one and of the other,
//! for they are measured on one style.

use serde::Deserialize;

use super::built_in::BUILT_IN;
use super::own::Own;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};

const FILE: &str = "paper.toml";

/// How much each page made for paper holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// The leaflet of a centre.
    pub leaflet: Letters,
    /// Its poster.
    pub poster: Letters,
    /// The how-to sheet of a best practice.
    pub how_to: Sheet,
}

/// How many letters each text may have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// One or two sentences below the name.
    pub summary: usize,
    /// The text of a highlight.
    pub highlight: usize,
    /// An item of a list.
    pub item: usize,
    /// A fact.
    pub fact: usize,
    /// How to get there.
    pub directions: usize,
    /// The longest that a fact may be where others leave their room to it: opening hours and the way there are rarely longer.
    pub longest: usize,
}

/// A page on which steps are set as large as they fit. Heights are millimetres, widths letters in a line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Height of a page without its margins.
    pub page: f64,
    /// Height of what always stands on it.
    pub frame: f64,
    /// Height of a heading and the space around it.
    pub heading: f64,
    /// Height of boxes of facts without their lines.
    pub facts: f64,
    /// Height of a line of text.
    pub line: f64,
    /// Width of a line across the page.
    pub width: f64,
    /// Width of a line of what one must have first.
    pub need_width: f64,
    /// Space between two of them.
    pub need_gap: f64,
    /// Space between two steps.
    pub step_gap: f64,
    /// What the number of a step takes of its width.
    pub step_number: f64,
    /// What two columns take of the width.
    pub gutter: f64,
    /// What the number of a step takes of the width of a column.
    pub column_number: f64,
    /// Lines of the name, by how long it is.
    pub title: Title,
    /// How the steps may be set, the largest letters first.
    pub densities: Vec<Density>,
}

/// Lines of a name, by how long it is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    short: Lines,
    middle: Lines,
    long: Lines,
    longest: Lines,
}

/// Lines of a size.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// Height of a line.
    pub line: f64,
    /// Its width.
    pub width: f64,
}

/// A size in which steps may be set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Density {
    /// A class of the style.
    pub name: String,
    /// Height of a line.
    pub line: f64,
    /// Width of a line across the page.
    pub width: f64,
}

impl Title {
    /// Those of a name that is `short`, `middle`, `long` or `longest`.
    #[must_use]
    pub fn of(&self, length: &str) -> Lines {
        match length {
            "longest" => self.longest,
            "long" => self.long,
            "middle" => self.middle,
            _ => self.short,
        }
    }
}

impl Measures {
    /// Those of the built-in theme.
    ///
    /// # Panics
    /// Never: they are part of the program, and a test reads them.
    #[must_use]
    pub fn built_in() -> Self {
        let text = BUILT_IN.get_file(FILE).and_then(|it| it.contents_utf8());
        text.and_then(|it| toml::from_str(it).ok())
            .expect("the built-in measures are part of the program, and a test reads them")
    }

    /// As a site's theme has them.
    pub(super) fn of(own: &Own, found: &mut Diagnostics) -> Self {
        let Some(source) = own.text(FILE) else {
            return Self::built_in();
        };
        match toml::from_str::<Self>(&source.text) {
            Ok(own) if !own.how_to.densities.is_empty() => return own,
            Ok(_) => {
                let problem = Problem::BrokenMeasures("how_to.densities is empty".to_owned());
                found.push(Diagnostic::error(problem).in_file(&source.path));
            }
            Err(error) => {
                let problem = Problem::BrokenMeasures(error.message().to_owned());
                let span = error.span().unwrap_or(0..0);
                found.push(Diagnostic::error(problem).at(&source.path, span));
            }
        }
        Self::built_in()
    }
}
