//! An activity (กิจกรรม): what happened, or will happen, on a day.

use std::ops::{Deref, DerefMut};

use crate::schema::activity::ActivityFacts;
use crate::value::{CenterId, Date, Photo, SitePath, Story, TopicId};

/// An activity of a centre. It reads as its facts: `activity.title`.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// The centre that held it.
    pub center: CenterId,
    /// Last part of its address.
    pub slug: String,
    /// Its file.
    pub file: SitePath,
    /// What it is by itself. It is an example by itself or because its centre is one.
    pub facts: ActivityFacts,
    /// In the order of `site.toml`.
    pub topics: Vec<TopicId>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// Photos that may be published.
    pub photos: Vec<Photo>,
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

impl Deref for Activity {
    type Target = ActivityFacts;

    fn deref(&self) -> &ActivityFacts {
        &self.facts
    }
}

impl DerefMut for Activity {
    fn deref_mut(&mut self) -> &mut ActivityFacts {
        &mut self.facts
    }
}
