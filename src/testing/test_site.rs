//! Sites made of text: in memory, prepared, or in a folder; the unit tests and the suite share this file.

use std::ops::Deref;
use std::sync::Arc;

use sala::diagnostic::Diagnostics;
use sala::model::{Date, SitePath};
use sala::render::Body;
use sala::source::{File, Marks, Plain, Source, Sources};
use sala::{BaseUrl, MakeIndex, Memo, Options, Prepared};

use super::folder::{Files, Folder, replaced, text_of};

/// A site as the files that it is made of.
#[derive(Clone, Debug, Default)]
pub struct TestSite {
    /// Every file by its path in the site folder.
    pub files: Files,
}

impl TestSite {
    /// Of files by their paths.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter();
        files.fold(Self::default(), |site, (path, text)| site.with(path, text))
    }

    /// With a file, in place of one that has its path.
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// With other words in a text, which has them once.
    pub fn replacing(self, path: &str, from: &str, to: &str) -> Self {
        let new = replaced(self.text(path), from, to);
        self.with(path, new)
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> &str {
        text_of(&self.files, path)
    }

    /// What a reader of the folder would have: texts as such, and of other files the size. These cannot be opened.
    pub fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        for (path, bytes) in &self.files {
            if sala::source::load::is_text(path) {
                let text = source(path, std::str::from_utf8(bytes).unwrap());
                sources.texts.insert(text.path.clone(), Arc::new(text));
            } else {
                let size = bytes.len() as u64;
                let disk = path.into();
                let file = File { disk, size };
                sources.files.insert(SitePath::new(path.as_str()), file);
            }
        }
        sources
    }

    /// What the program makes of it, in memory.
    pub fn prepare(&self, options: &Options) -> (Option<Prepared>, Diagnostics) {
        sala::prepare(
            self.sources(),
            options,
            &Arc::default(),
            &Memo::off(),
            &|_| {},
        )
    }

    /// The same where there is a site, ready for any of its pages to be rendered.
    pub fn prepared(&self, options: &Options) -> PreparedSite {
        let (site, found) = self.prepare(options);
        let site = site.unwrap_or_else(|| panic!("there is no site: {found:?}"));
        PreparedSite { site, found }
    }

    /// In a folder of its own.
    pub fn on_disk(&self) -> Folder {
        let folder = Folder::new();
        folder.put_all(&self.files);
        folder
    }
}

impl From<Files> for TestSite {
    fn from(files: Files) -> Self {
        Self { files }
    }
}

/// A site of which any page can be rendered, and what was found wrong on the way.
#[derive(Debug)]
pub struct PreparedSite {
    site: Prepared,
    /// What was found wrong.
    pub found: Diagnostics,
}

impl Deref for PreparedSite {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.site
    }
}

impl PreparedSite {
    /// A file of the output that is a text: a space that does not break is a space, and what only joins words is not there.
    pub fn text(&self, path: &str) -> String {
        match self.render(path) {
            Ok(Body::Bytes(bytes)) => String::from_utf8(bytes)
                .unwrap()
                .replace('\u{a0}', " ")
                .replace('\u{2060}', ""),
            other => panic!("{path} is {other:?}"),
        }
    }
}

/// What a run is asked for where a test asks for nothing else: the whole site as it is served by a preview, on a day written
/// `2026-01-15`.
pub fn options(today: &str) -> Options {
    Options {
        today: day(today),
        base_url: BaseUrl::FromSite,
        with_drafts: false,
        with_examples: true,
        minifies: false,
        index: MakeIndex::WhenAsked,
    }
}

/// A day, written `2026-01-15`.
pub fn day(written: &str) -> Date {
    let numbers: Vec<i16> = written.split('-').map(|it| it.parse().unwrap()).collect();
    Date::new(numbers[0], numbers[1] as i8, numbers[2] as i8).unwrap()
}

/// A text in memory.
pub fn source(path: &str, text: &str) -> Source {
    Source {
        path: SitePath::new(path),
        text: text.into(),
        invalid_at: None,
        marks: Marks::default(),
        plain: Plain::default(),
    }
}
