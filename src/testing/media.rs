//! Texts and photos, as entries hold them.

use super::{at, nothing};
use crate::model::media::{Markdown, Story};
use crate::model::{SitePath, Text};
use crate::schema::field::{Cautious, NamedPhoto};
use crate::schema::media::NamedPicture;

/// A text of a file.
pub fn markdown(file: &str, text: &str) -> Markdown {
    Markdown {
        text: text.to_owned().into(),
        file: SitePath::new(file),
        offset: 0,
        shifts: Vec::new(),
    }
}

/// A story in Thai.
pub fn story(file: &str, text: &str) -> Story {
    Story {
        th: Some(markdown(file, text)),
        en: None,
    }
}

/// A photo with alternative text that may be published.
pub fn a_photo(file: &str) -> NamedPicture {
    NamedPicture {
        file: at(file.to_owned()),
        alt: Some(Text::thai("ศาลาเรียนรู้")),
        ..nothing()
    }
}

impl NamedPicture {
    /// Without words for those who do not see it.
    #[must_use]
    pub fn without_alt(mut self) -> Self {
        self.alt = None;
        self
    }

    /// With people in it who did not agree.
    #[must_use]
    pub fn withheld(mut self) -> Self {
        self.people = Cautious(true);
        self
    }

    /// The same where a key of its own names it: a cover, the photo of a station.
    #[must_use]
    pub fn named(self) -> NamedPhoto {
        NamedPhoto {
            file: self.file,
            alt: self.alt,
        }
    }
}
