//! A best practice: a story with results and steps that others copy.

use std::ops::{Deref, DerefMut};

use crate::model::Center;
use crate::schema::media::Award;
use crate::schema::person::PersonFacts;
use crate::schema::practice::PracticeFacts;
pub use crate::schema::practice::{ResultFigure, Step};
pub use crate::value::Figure;
pub use crate::value::words::{CostBand, Evidence};
use crate::value::{CenterId, Photo, PracticeId, SitePath, Story, TopicId};

/// A best practice (แนวปฏิบัติที่ดี). It reads as its facts: `practice.title`. Drafts never become one unless they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPractice {
    /// The centre that tells it.
    pub center: CenterId,
    /// Last part of its address.
    pub slug: String,
    /// Its file.
    pub file: SitePath,
    /// What it is by itself. It is an example by itself or because its centre is one.
    pub facts: PracticeFacts,
    /// In the order of `site.toml`.
    pub topics: Vec<TopicId>,
    /// The picture on top.
    pub cover: Option<Photo>,
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
    /// Whom to ask.
    pub contact: Asked,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// The story.
    pub story: Story,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

/// Whom to ask about a practice.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// The centre's coordinator: the practice names nobody.
    Coordinator,
    /// Somebody whom the practice names, where they consented; else an office stands in.
    Own(Option<PersonFacts>),
}

impl BestPractice {
    /// The person to ask, where there is one who consented.
    #[must_use]
    pub fn asked<'a>(&'a self, center: &'a Center) -> Option<&'a PersonFacts> {
        match &self.contact {
            Asked::Own(person) => person.as_ref(),
            Asked::Coordinator => center.coordinator.as_ref(),
        }
    }
}

impl Deref for BestPractice {
    type Target = PracticeFacts;

    fn deref(&self) -> &PracticeFacts {
        &self.facts
    }
}

impl DerefMut for BestPractice {
    fn deref_mut(&mut self) -> &mut PracticeFacts {
        &mut self.facts
    }
}
