//! The topics of a site, by what entries call them.

use std::collections::HashMap;

use crate::parse::nearest;
use crate::value::TopicId;

/// The topics of a site, by what entries call them.
#[derive(Debug)]
pub(super) struct Topics {
    pub by_id: HashMap<String, TopicId>,
    /// The Thai name of each and its id, in the order of `site.toml`.
    names: Vec<(String, String)>,
}

impl Topics {
    pub(super) fn new(names: Vec<(String, String)>) -> Self {
        let numbered = names.iter().enumerate();
        Self {
            by_id: numbered
                .map(|(number, (_, id))| (id.clone(), TopicId(number)))
                .collect(),
            names,
        }
    }

    /// The id that was meant: of the topic of that name, of the only one whose name holds it, else the nearest.
    pub(super) fn nearest(&self, written: &str) -> Option<String> {
        let named = self.names.iter().find(|(name, _)| name == written);
        let is_name = !written.is_ascii() && written.chars().count() > 1;
        let holds = |it: &&(String, String)| is_name && it.0.contains(written);
        let mut holding = self.names.iter().filter(holds);
        let only = holding.next().filter(|_| holding.next().is_none());
        match named.or(only) {
            Some((_, id)) => Some(id.clone()),
            None => nearest(written, self.names.iter().map(|(_, id)| id.as_str())),
        }
    }
}
