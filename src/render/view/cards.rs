//! Items of lists, and pictures.

use serde::Serialize;

use super::shared::{Cached, Days, Link, LocalizedText, Named, Number, TopicLink};

/// A photo as served: resized, no metadata.
#[derive(Clone, Debug, Serialize)]
pub struct Photo {
    /// Address of a file that every browser can show: `<img src>`.
    pub src: String,
    /// Pixels of the largest form.
    pub width: u32,
    /// Pixels of the largest form.
    pub height: u32,
    /// The same in modern formats and several widths: a `<source>` each, in a `<picture>` around the `<img>`.
    pub sources: Vec<PhotoSource>,
    /// What it shows; its text is empty for a decoration.
    pub alt: LocalizedText,
    /// Words under it.
    pub caption: Option<LocalizedText>,
    /// Who made it.
    pub credit: Option<LocalizedText>,
}

/// A photo in one format.
#[derive(Clone, Debug, Serialize)]
pub struct PhotoSource {
    /// `image/webp`
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// Addresses with their widths: `/photos/a-400.webp 400w, /photos/a-800.webp 800w`.
    pub srcset: String,
}

/// A centre in a list: what, where, for whom, for how much.
#[derive(Clone, Debug, Serialize)]
pub struct CenterCard {
    /// Path, `khueang-nai/hua-don`: unique; the woven pattern can be drawn from it.
    pub key: String,
    /// Full name: the link's text.
    pub name: LocalizedText,
    /// Its page.
    pub href: String,
    /// Level.
    pub level: Named,
    /// Only where it is not open: say it before everything else.
    pub status: Option<Named>,
    /// A notice that is still valid.
    pub notice: Option<LocalizedText>,
    /// Badge.
    pub is_example: bool,
    /// Where: `ต.หัวดอน อ.เขื่องใน`, in English `Hua Don, Khueang Nai`.
    pub area: LocalizedText,
    /// One or two sentences, cut at a word.
    pub summary: Option<LocalizedText>,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// Opening hours.
    pub hours: Option<LocalizedText>,
    /// `รับคณะละ 10–50 คน`
    pub group: Option<String>,
    /// What a visit costs.
    pub fee: Option<LocalizedText>,
    /// Whom it suits.
    pub audience: Option<LocalizedText>,
    /// How many best practices it tells.
    pub practices: Number,
    /// How many awards it has.
    pub awards: Number,
    /// The cover.
    pub photo: Option<Photo>,
}

/// A best practice in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PracticeCard {
    /// Address below `/`, unique: `centers/x/best-practices/y/`.
    pub key: String,
    /// Its title: the link's text.
    pub title: LocalizedText,
    /// Its page.
    pub href: String,
    /// One or two sentences, cut at a word.
    pub summary: LocalizedText,
    /// The centre that tells it.
    pub center: Link,
    /// Where.
    pub area: LocalizedText,
    /// When it was written down.
    pub date: super::Day,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// Learning areas.
    pub missions: Vec<Named>,
    /// How well it is proven.
    pub evidence: Option<Named>,
    /// What it costs, in words; else the sum to begin.
    pub cost: Option<LocalizedText>,
    /// What it costs to begin: `free`, `up-to-5000`, `up-to-50000`, `more`.
    pub cost_band: Option<Named>,
    /// How long it takes.
    pub duration: Option<LocalizedText>,
    /// Whom it suits.
    pub audience: Option<LocalizedText>,
    /// How many practices were copied from it.
    pub copied: Number,
    /// How many awards it has.
    pub awards: Number,
    /// Badge.
    pub is_example: bool,
    /// Badge.
    pub is_draft: bool,
    /// The cover.
    pub photo: Option<Photo>,
}

/// An activity in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ActivityCard {
    /// Address below `/`, unique.
    pub key: String,
    /// Its title: the link's text.
    pub title: LocalizedText,
    /// Its page.
    pub href: String,
    /// One or two sentences, cut at a word.
    pub summary: Option<LocalizedText>,
    /// When.
    pub days: Days,
    /// Whether its last day is not over.
    pub is_upcoming: bool,
    /// The centre that holds it.
    pub center: Link,
    /// Where: the place, else the centre's area.
    pub place: LocalizedText,
    /// วาระ/วันสำคัญ
    pub occasion: Option<LocalizedText>,
    /// How many took part.
    pub participants: Option<Number>,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// Badge.
    pub is_example: bool,
    /// Badge.
    pub is_draft: bool,
    /// The cover.
    pub photo: Option<Photo>,
}

/// A learning area as a tag.
#[derive(Clone, Debug, Serialize)]
pub struct MissionLink {
    /// `quality-of-life`
    pub key: &'static str,
    /// In words.
    pub name: String,
    /// Its page.
    pub href: String,
}
