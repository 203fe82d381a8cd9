//! What search engines, feeds and data files may have: neither examples nor drafts, nor pages that only serve a reader.

use super::output::Item;
use super::route::{PageItem, What};
use super::site_plan::Plan;
use crate::model::{Date, Directory};

/// Whether search engines, feeds and data files may have it.
#[must_use]
pub fn is_listed(directory: &Directory, what: What) -> bool {
    match what {
        What::Center(id) => !directory.center(id).example,
        What::BestPractice(id) => {
            let it = directory.practice(id);
            !it.example && !it.draft
        }
        What::Activity(id) => {
            let it = directory.activity(id);
            !it.example && !it.draft
        }
        What::Page(id) => !directory.pages[id.0].draft,
        // Results are for those who ask; search engines want what is found, not the finding.
        // Of what is made for paper, the page that it leads to is found.
        What::Search
        | What::Leaflet(_)
        | What::Poster(_)
        | What::Sheet(_)
        | What::NotFound
        | What::Offline => false,
        _ => true,
    }
}

impl Plan {
    /// Pages that search engines may list: none of examples, drafts and errors.
    pub fn listed_pages(&self, directory: &Directory) -> impl Iterator<Item = PageItem> {
        self.files.values().filter_map(|item| match item {
            Item::Page(page) if is_listed(directory, page.what) => Some(*page),
            _ => None,
        })
    }
}

/// When something last changed, as far as it says.
#[must_use]
pub fn updated(directory: &Directory, what: What) -> Option<Date> {
    match what {
        What::Center(id) => {
            let it = directory.center(id);
            it.checked_on.or(it.opened)
        }
        What::BestPractice(id) => Some(directory.practice(id).date),
        What::Activity(id) => Some(directory.activity(id).date),
        _ => None,
    }
}
