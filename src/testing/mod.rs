//! What tests of several rooms need; compiled for tests alone.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that they read"
)]

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

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::Date;
use crate::parse::draft::At;

/// A value as if read from the start of a file.
pub fn at<T>(value: T) -> At<T> {
    At { value, span: 0..0 }
}

/// A day, written `2022-06-15`.
pub fn day(written: &str) -> Date {
    let numbers: Vec<i16> = written.split('-').map(|it| it.parse().unwrap()).collect();
    Date::new(numbers[0], numbers[1] as i8, numbers[2] as i8).unwrap()
}

/// A folder of a test, gone when the test ends.
#[derive(Debug)]
pub struct TempSite(PathBuf);

impl TempSite {
    /// An empty folder.
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "sala-test-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders that it lies in.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// A file as text.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).unwrap()
    }
}

impl Drop for TempSite {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
