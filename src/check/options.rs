//! What is part of the site: on which day, with or without drafts and examples.

use crate::model::Date;

/// What a person chose for the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day for which the site is made.
    pub today: Date,
    /// Whether drafts are part of it.
    pub with_drafts: bool,
    /// Whether examples are, where `site.toml` does not leave them out anyway.
    pub with_examples: bool,
}
