//! A best practice: a story with results and steps that others copy.

use crate::model::center::{Award, Mission, words};
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::model::media::{Photo, Story};
use crate::model::{Date, Person, SitePath, Text};

words! {
    /// How well a practice is proven.
    Evidence {
        /// Told in words: บอกเล่าจากประสบการณ์
        Told = "told",
        /// Figures before and after: มีตัวเลขก่อน–หลัง
        Measured = "measured",
        /// Checked by others: ผู้อื่นตรวจสอบแล้ว
        Verified = "verified",
        /// Repeated elsewhere: ที่อื่นทำตามได้ผลแล้ว
        Replicated = "replicated",
    }
}
words! {
    /// What it costs to begin: the facet of the showcase.
    CostBand {
        /// Nothing.
        Free = "free",
        /// Up to 5,000 baht.
        UpTo5000 = "up-to-5000",
        /// Up to 50,000 baht.
        UpTo50000 = "up-to-50000",
        /// More.
        More = "more",
    }
}

impl CostBand {
    /// The band of a sum in baht.
    #[must_use]
    pub fn of(baht: u32) -> Self {
        match baht {
            0 => Self::Free,
            1..=5_000 => Self::UpTo5000,
            5_001..=50_000 => Self::UpTo50000,
            _ => Self::More,
        }
    }
}

/// A best practice (แนวปฏิบัติที่ดี). Drafts never become one unless they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPractice {
    /// The centre that tells it.
    pub center: CenterId,
    /// Last part of its address.
    pub slug: String,
    /// Its file.
    pub file: SitePath,
    /// Its title.
    pub title: Text,
    /// One or two sentences.
    pub summary: Text,
    /// When it was written down.
    pub date: Date,
    /// In the order of `site.toml`.
    pub topics: Vec<TopicId>,
    /// Its learning areas, each once, in order.
    pub missions: Vec<Mission>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// Shown only in previews with drafts.
    pub is_draft: bool,
    /// An illustration, by itself or because its centre is one.
    pub is_example: bool,
    /// Whom it suits.
    pub audience: Option<Text>,
    /// What it costs, in words.
    pub cost: Option<Text>,
    /// What it costs to begin, baht.
    pub cost_baht: Option<u32>,
    /// How long it takes.
    pub duration: Option<Text>,
    /// Who it takes.
    pub people: Option<Text>,
    /// How well it is proven.
    pub evidence: Option<Evidence>,
    /// What failed, where it does not fit.
    pub limits: Option<Text>,
    /// What one must have first.
    pub needs: Vec<Text>,
    /// Figures.
    pub results: Vec<ResultFigure>,
    /// How to do it, numbered.
    pub steps: Vec<Step>,
    /// Awards, newest first.
    pub awards: Vec<Award>,
    /// Photos that may be published.
    pub photos: Vec<Photo>,
    /// The practice that it was copied from.
    pub adapted_from: Option<PracticeId>,
    /// Practices that were copied from it, in order of address.
    pub adapted_by: Vec<PracticeId>,
    /// Whom to ask; `None` means the centre's coordinator.
    pub contact: Option<Person>,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// The story.
    pub story: Story,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

/// A figure that a practice reached.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFigure {
    /// What was counted.
    pub label: Text,
    /// How much: a number or words.
    pub value: Figure,
    /// In what.
    pub unit: Option<Text>,
    /// How much before.
    pub before: Option<Figure>,
    /// In what time.
    pub period: Option<Text>,
    /// Who says so.
    pub source: Option<Text>,
}

/// A number, or words that stand for one.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A finite number, with as many decimals as were written.
    Number {
        /// Its value.
        value: f64,
        /// Its digits as written, Arabic, without separators: `12.50`.
        digits: String,
    },
    /// Words: `ลดลงครึ่งหนึ่ง`.
    Words(Text),
}

/// A numbered step of a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// In a few words.
    pub title: Option<Text>,
    /// How.
    pub text: Option<Text>,
}
