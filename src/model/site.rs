//! The site's own settings: `content/site.toml`.

use crate::model::center::{Level, words};
use crate::model::person::{Person, Phone};
use crate::model::{Date, DistrictCode, Lang, Text};

/// The settings of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Title.
    pub title: Text,
    /// Absolute http(s) address, ending in `/`; may carry a path.
    pub base_url: String,
    /// One or two sentences.
    pub description: Option<Text>,
    /// At least one, each once; the first is the default, at `/`.
    pub languages: Vec<Lang>,
    /// How numbers and dates are shown in Thai.
    pub digits: Digits,
    /// The look: a folder of `themes/`, or the built-in theme.
    pub theme: Option<String>,
    /// Name of the province where the register has no province columns.
    pub province: Option<Text>,
    /// Whether examples are part of the site.
    pub shows_examples: bool,
    /// Licence of text and photos.
    pub license: Option<String>,
    /// เขตตรวจราชการ
    pub inspection_region: Option<u32>,
    /// Who publishes.
    pub organization: Organization,
    /// District offices by district.
    pub offices: std::collections::BTreeMap<DistrictCode, Office>,
    /// What is made beside pages, feeds and sitemap.
    pub output: Output,
    /// In the order of the file.
    pub topics: Vec<Topic>,
    /// Due dates of the area reports.
    pub deadlines: Vec<Deadline>,
    /// The main menu; empty where the theme's default serves.
    pub menu: Vec<MenuItem>,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

words! {
    /// Digits in which Thai pages show numbers.
    Digits {
        /// 0-9
        Arabic = "arabic",
        /// ๐-๙
        Thai = "thai",
    }
}

impl Digits {
    /// A text with its Arabic digits as these.
    #[must_use]
    pub fn shown(self, text: &str) -> String {
        let thai = |it: char| {
            let digit = it.to_digit(10).and_then(|it| char::from_u32(0xe50 + it));
            digit.unwrap_or(it)
        };
        match self {
            Self::Arabic => text.to_owned(),
            Self::Thai => text.chars().map(thai).collect(),
        }
    }
}

/// The organisation that publishes: footer, JSON-LD; stands in for a contact without consent.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Organization {
    /// Its name.
    pub name: Option<Text>,
    /// Its address.
    pub address: Option<Text>,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// E-mail address.
    pub email: Option<String>,
    /// LINE.
    pub line: Option<String>,
    /// Website.
    pub url: Option<String>,
}

/// A district's Community Development Office.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// Its name and channels.
    pub organization: Organization,
    /// The programme's coordinator there.
    pub coordinator: Option<Person>,
}

/// Which parts of the output are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "eight switches of site.toml, each with its key"
)]
pub struct Output {
    /// The search index.
    pub search: bool,
    /// The open data.
    pub data: bool,
    /// Calendars.
    pub calendar: bool,
    /// Contact cards.
    pub contact_cards: bool,
    /// Leaflets and posters.
    pub leaflets: bool,
    /// Preview pictures.
    pub previews: bool,
    /// QR codes.
    pub qr: bool,
    /// The offline copy.
    pub offline: bool,
    /// Whether the worker of an earlier site, which kept copies with its readers, is taken back: on a host, where there is no offline copy.
    pub takes_worker_back: bool,
}

/// What centres and practices are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its slug: `/topics/<id>/`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// One of the look's icons.
    pub icon: Option<String>,
}

/// Until when area reports were due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deadline {
    /// For which centres.
    pub level: Level,
    /// The last day.
    pub due: Date,
}

/// An item of the main menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// Its words.
    pub name: Text,
    /// An address of the site from its root (`/best-practices/`), or an absolute one.
    pub url: String,
}
