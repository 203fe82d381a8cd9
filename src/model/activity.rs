//! An activity (กิจกรรม): what happened, or will happen, on a day.

use crate::model::directory::{CenterId, TopicId};
use crate::model::media::{Photo, Story};
use crate::model::{Date, SitePath, Text};

/// An activity of a centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// The centre that held it.
    pub center: CenterId,
    /// Last part of its address.
    pub slug: String,
    /// Its file.
    pub file: SitePath,
    /// Its title.
    pub title: Text,
    /// Its first day.
    pub date: Date,
    /// Its last day, not before `date`.
    pub end_date: Option<Date>,
    /// วาระ/วันสำคัญ
    pub occasion: Option<Text>,
    /// Where; else at the centre.
    pub place: Option<Text>,
    /// How many took part.
    pub participants: Option<u32>,
    /// One or two sentences.
    pub summary: Option<Text>,
    /// What came of it.
    pub results: Option<Text>,
    /// Who helped.
    pub partners: Vec<Text>,
    /// The office that reported it.
    pub reported_by: Option<Text>,
    /// For the paper report only: never in a view.
    pub on_paper: OnPaper,
    /// In the order of `site.toml`.
    pub topics: Vec<TopicId>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// Photos that may be published.
    pub photos: Vec<Photo>,
    /// Shown only in previews with drafts.
    pub is_draft: bool,
    /// An illustration, by itself or because its centre is one.
    pub is_example: bool,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// What happened.
    pub story: Story,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

impl Activity {
    /// The last day on which it goes on.
    #[must_use]
    pub fn last_day(&self) -> Date {
        self.end_date.unwrap_or(self.date)
    }
}

/// What the monthly report carries and the site never shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OnPaper {
    /// ปัญหา อุปสรรค
    pub problems: Option<Text>,
    /// ข้อเสนอแนะ
    pub suggestions: Option<Text>,
}
