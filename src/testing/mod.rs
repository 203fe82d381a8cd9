//! What tests of several rooms need; compiled for tests alone.

mod folder;
mod json_schema;
mod test_site;
#[cfg(test)]
mod time;

pub use folder::Folder;
pub use json_schema::mistake_in;
pub use test_site::{PreparedSite, TestSite, day, options, source};
#[cfg(test)]
pub use time::grows_with_its_length;

// Builders of entries: each right as it is, so that a test says only what matters to it.
mod areas;
mod center;
mod media;
mod people;
mod site;
mod stories;

pub use center::{CenterBuilder, a_center};
pub use media::{a_photo, markdown, story};
pub use people::{OfficeBuilder, PersonBuilder, a_person, an_office};
pub use site::{SiteBuilder, a_site};
pub use stories::{ActivityBuilder, PageBuilder, PracticeBuilder, a_page, a_practice, an_activity};

use crate::diagnostic::Diagnostics;
use crate::parse::document::Document;
use crate::parse::reader;
use crate::schema::Record;
use crate::schema::field::NumberOrString;
use crate::value::Spanned;

/// A value as if read from the start of a file.
pub fn at<T>(value: T) -> Spanned<T> {
    Spanned { value, span: 0..0 }
}

/// A name or a code as if read from the start of a file.
pub fn named(written: &str) -> Spanned<NumberOrString> {
    at(NumberOrString(written.to_owned()))
}

/// A record of which nothing is written.
pub fn nothing<T: Record>() -> T {
    let source = source("content/nothing.toml", "");
    let mut found = Diagnostics::default();
    let document = Document::read(&source, 0..0, T::KEYS, &mut found);
    reader::record(&document, None, &mut found).record
}

/// The codes of what was found, in order of place.
pub fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.sorted().iter().map(|it| it.problem.code()).collect()
}

/// Each of what was found, in order of place, as its code and the file it stands in.
pub fn codes_in_files(found: &Diagnostics) -> Vec<String> {
    let all = found.sorted().into_iter();
    let told = all.map(|it| {
        let code = it.problem.code();
        match &it.place {
            Some(place) => format!("{code} {}", place.file),
            None => code.to_owned(),
        }
    });
    told.collect()
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
