//! What search engines, feeds and data files may have: neither examples nor drafts, nor pages that only serve a reader.

use super::route::Route;
use crate::model::{Date, Directory};

/// Whether search engines, feeds and data files may have it.
#[must_use]
pub fn is_listed(directory: &Directory, route: Route) -> bool {
    match route {
        Route::Center(id) => !directory.center(id).example,
        Route::BestPractice(id) => {
            let it = directory.practice(id);
            !it.example && !it.draft
        }
        Route::Activity(id) => {
            let it = directory.activity(id);
            !it.example && !it.draft
        }
        Route::Page(id) => !directory.pages[id.0].draft,
        _ => is_for_search_engines(route),
    }
}

/// Whether search engines may have a page that is no entry's.
pub(super) fn is_for_search_engines(route: Route) -> bool {
    // Results are for those who ask; search engines want what is found, not the finding.
    // Of what is made for paper, the page that it leads to is found.
    !matches!(
        route,
        Route::Search
            | Route::Leaflet(_)
            | Route::Poster(_)
            | Route::HowTo(_)
            | Route::Mending(_)
            | Route::NotFound
            | Route::Offline
    )
}

/// When something last changed, as far as it says: never after the day of the build, also of what is still to come.
#[must_use]
pub fn updated(directory: &Directory, route: Route) -> Option<Date> {
    let date = match route {
        Route::Center(id) => {
            let it = directory.center(id);
            it.checked_on.or(it.opened)
        }
        Route::BestPractice(id) => Some(directory.practice(id).date),
        Route::Activity(id) => Some(directory.activity(id).date),
        _ => None,
    };
    date.map(|it| it.min(directory.today))
}
