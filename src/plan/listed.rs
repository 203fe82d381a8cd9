//! What search engines, feeds and data files may have: neither examples nor drafts, nor pages that only serve a reader.

use super::route::What;
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
        _ => is_for_search_engines(what),
    }
}

/// Whether search engines may have a page that is no entry's.
pub(super) fn is_for_search_engines(what: What) -> bool {
    // Results are for those who ask; search engines want what is found, not the finding.
    // Of what is made for paper, the page that it leads to is found.
    !matches!(
        what,
        What::Search
            | What::Leaflet(_)
            | What::Poster(_)
            | What::Sheet(_)
            | What::NotFound
            | What::Offline
    )
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
