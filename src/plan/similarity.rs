//! What best practices are compared by, side by side in memory: each page of one looks at a hundred others.
//!
//! In: a directory. Out: how much two practices have in common. Never: more than what is compared.

use std::ops::Range;

use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::model::{Date, Directory};

/// All practices of a directory.
#[derive(Clone, Debug, Default)]
pub struct Similarity {
    practices: Vec<Compared>,
    /// Topics of all practices, one after the other.
    topics: Vec<TopicId>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The centre that tells it.
    pub center: CenterId,
    /// When it was written down.
    pub date: Date,
    topics: Range<usize>,
    /// A bit for each learning area.
    missions: u8,
}

impl Similarity {
    /// What is compared in a directory.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let mut similarity = Self::default();
        for it in &directory.practices {
            let start = similarity.topics.len();
            similarity.topics.extend(&it.topics);
            similarity.practices.push(Compared {
                center: it.center,
                date: it.date,
                topics: start..similarity.topics.len(),
                missions: it.missions.iter().fold(0, |all, it| all | 1 << *it as u8),
            });
        }
        similarity
    }

    /// How much two practices have in common: a topic counts four times a learning area.
    #[must_use]
    pub fn of(&self, one: PracticeId, other: PracticeId) -> usize {
        let (one, other) = (self.practice(one), self.practice(other));
        let topics = &self.topics[one.topics.clone()];
        let shared = self.topics[other.topics.clone()].iter();
        let shared = shared.filter(|it| topics.contains(it)).count();
        shared * 4 + (one.missions & other.missions).count_ones() as usize
    }

    /// What a practice is compared by.
    #[must_use]
    pub fn practice(&self, id: PracticeId) -> &Compared {
        &self.practices[id.0]
    }
}
