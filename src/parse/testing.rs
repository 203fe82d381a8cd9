//! Sources and diagnostics in a line, for the tests of this room.

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::model::SitePath;
use crate::source::{Marks, Source, Sources};

/// A text in memory.
pub fn source(path: &str, text: &str) -> Source {
    Source {
        path: SitePath::new(path),
        text: text.into(),
        invalid_at: None,
        marks: Marks::default(),
    }
}

/// A site in memory.
pub fn sources(files: &[(&str, &str)]) -> Sources {
    let texts = files
        .iter()
        .map(|(path, text)| (SitePath::new(*path), Arc::new(source(path, text))))
        .collect();
    Sources {
        texts,
        ..Sources::default()
    }
}

/// The codes of what was found, in order of place.
pub fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.sorted().iter().map(|it| it.problem.code()).collect()
}

/// A text with Thai digits for Arabic ones.
pub fn thai_digits(written: &str) -> String {
    written
        .chars()
        .map(|it| match it.to_digit(10) {
            Some(digit) => char::from_u32('๐' as u32 + digit).unwrap(),
            None => it,
        })
        .collect()
}
