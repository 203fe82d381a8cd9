//! Problems in English.

use super::Problem;

/// The fact.
#[must_use]
pub fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "the file is not UTF-8 text".to_owned(),
    }
}

/// The nearest right thing, for beside the place.
#[must_use]
pub fn label(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => Some("save it as UTF-8 in your editor".to_owned()),
    }
}
