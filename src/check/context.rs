//! What every entry is compared with: options, the register, topics and files.
//!
//! In: the day, areas, the names of topics, the files of the site. Out: a context, made anew only where one of these is another.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::areas::Register;
use super::files::SiteFiles;
use super::options::Options;
use super::topics::Topics;
use crate::memo::{Identity, Query};
use crate::model::Areas;

/// What all entries are compared with.
#[derive(Debug)]
pub(super) struct CheckContext {
    pub(super) options: Options,
    pub(super) register: Register,
    /// `None` where there are no settings: then no topic can be looked up.
    pub(super) topics: Option<Topics>,
    pub(super) files: SiteFiles,
}

/// What these are made from. As long as it is the same they are, and so is what was found in them.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct CheckContextQuery {
    pub(super) options: Options,
    pub(super) areas: Identity<Areas>,
    /// The Thai name of each topic and its id, in the order of `site.toml`.
    pub(super) topics: Option<Vec<(String, String)>>,
    pub(super) files: SiteFiles,
}

impl Hash for CheckContextQuery {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.areas.hash(state); // there is one in a run
    }
}

impl Query for CheckContextQuery {
    type Answer = Identity<CheckContext>;

    fn answer(self) -> Self::Answer {
        Identity(Arc::new(CheckContext {
            options: self.options,
            register: Register::new(self.areas.0),
            topics: self.topics.map(Topics::new),
            files: self.files,
        }))
    }
}
