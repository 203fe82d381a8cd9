//! What is served of a photo: in which formats and widths, and at which addresses.
//!
//! In: how large a photo is. Out: its forms. Never: pixels.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::value::SitePath;

/// Widths that are made of a photo beside its largest form: a phone fills its screen with one of them, as fine as its pixels are.
pub(super) const WIDTHS: [u32; 2] = [640, 960];

/// Every photo of a site as served.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made(BTreeMap<SitePath, MadePhoto>);

/// One photo as served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePhoto {
    /// The hash of the photo's bytes and of what is made of them.
    pub key: String,
    /// Width of its largest form in pixels.
    pub width: u32,
    /// Height of it.
    pub height: u32,
    /// Whether anything shines through.
    pub is_transparent: bool,
    /// The photo as staff put it there.
    pub disk: PathBuf,
}

/// A file that is served of a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoForm {
    /// The photo.
    pub(super) photo: Arc<Original>,
    /// In which format.
    pub format: PhotoFormat,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// What a form is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Original {
    pub key: String,
    pub disk: PathBuf,
}

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFormat {
    /// For every browser of these years: half the bytes.
    WebP,
    /// For all others, and for programs that show one picture of a page.
    Jpeg,
    /// The same where something shines through.
    Png,
}

impl PhotoFormat {
    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

impl PhotoForm {
    /// Its address, the same for the same picture: `photos/<hash>-<width>.webp`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("photos/{}.{}", self.stem(), self.format.extension())
    }

    pub(super) fn stem(&self) -> String {
        format!("{}-{}", self.photo.key, self.width)
    }

    pub(super) fn key(&self) -> &str {
        &self.photo.key
    }
}

impl MadePhoto {
    /// The forms for modern browsers, the smallest first.
    #[must_use]
    pub fn modern(&self) -> Vec<PhotoForm> {
        self.widths()
            .into_iter()
            .map(|width| self.form(PhotoFormat::WebP, width))
            .collect()
    }

    /// The form for every other program: not the largest, where there is a smaller one that fills a screen.
    #[must_use]
    pub fn fallback(&self) -> PhotoForm {
        let widths = self.widths();
        let width = widths.iter().find(|it| **it >= WIDTHS[1]);
        let format = if self.is_transparent {
            PhotoFormat::Png
        } else {
            PhotoFormat::Jpeg
        };
        self.form(format, width.copied().unwrap_or(self.width))
    }

    /// Every form.
    #[must_use]
    pub fn forms(&self) -> Vec<PhotoForm> {
        let mut forms = self.modern();
        forms.push(self.fallback());
        forms
    }

    /// The smallest modern form that fills an area, else the largest.
    #[must_use]
    pub fn filling(&self, width: u32, height: u32) -> PhotoForm {
        let forms = self.modern();
        let fills = forms
            .iter()
            .find(|it| it.width >= width && it.height >= height);
        fills
            .cloned()
            .unwrap_or_else(|| self.form(PhotoFormat::WebP, self.width))
    }

    /// Never wider than the photo is, and no two that are nearly the same.
    fn widths(&self) -> Vec<u32> {
        let smaller = WIDTHS.into_iter().filter(|it| it * 20 <= self.width * 17);
        smaller.chain([self.width]).collect()
    }

    fn form(&self, format: PhotoFormat, width: u32) -> PhotoForm {
        let (of, wide) = (u64::from(self.height), u64::from(self.width.max(1)));
        let height = (of * u64::from(width) + wide / 2) / wide;
        PhotoForm {
            photo: Arc::new(Original {
                key: self.key.clone(),
                disk: self.disk.clone(),
            }),
            format,
            width,
            height: (height as u32).max(1),
        }
    }
}

impl Made {
    /// What is served of a photo; `None` where it could not be made, which was reported.
    #[must_use]
    pub fn get(&self, photo: &SitePath) -> Option<&MadePhoto> {
        self.0.get(photo)
    }

    /// All of them, by the photo as staff put it there.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &MadePhoto)> {
        self.0.iter()
    }

    /// A photo that was looked at elsewhere.
    pub fn insert(&mut self, photo: SitePath, made: MadePhoto) {
        self.0.insert(photo, made);
    }
}
