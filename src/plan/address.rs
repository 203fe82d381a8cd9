//! The address of everything, below the language: the one place that knows how addresses are built.

use super::names::Names;
use super::route::Route;
use crate::model::directory::CenterId;
use crate::model::{Lang, SitePath};

/// Adds the address of something to its language's: `centers/x/`.
pub(super) fn push(address: &mut String, names: &Names, route: Route) {
    let push_center = |address: &mut String, id: CenterId| {
        address.push_str("centers/");
        address.push_str(&names.centers[id.0].path);
        address.push('/');
    };
    match route {
        Route::Home => {}
        Route::Centers => address.push_str("centers/"),
        Route::Center(id) => push_center(address, id),
        Route::BestPractices => address.push_str("best-practices/"),
        Route::BestPractice(id) => {
            let practice = &names.practices[id.0];
            push_center(address, practice.center);
            address.push_str("best-practices/");
            address.push_str(&practice.slug);
            address.push('/');
        }
        Route::Leaflet(id) => {
            push_center(address, id);
            address.push_str("leaflet/");
        }
        Route::Poster(id) => {
            push_center(address, id);
            address.push_str("poster/");
        }
        Route::HowTo(id) => {
            push(address, names, Route::BestPractice(id));
            address.push_str("sheet/");
        }
        Route::Activities => address.push_str("activities/"),
        Route::Activity(id) => {
            let activity = &names.activities[id.0];
            push_center(address, activity.center);
            address.push_str("activities/");
            address.push_str(&activity.slug);
            address.push('/');
        }
        Route::Districts => address.push_str("districts/"),
        Route::District(number) => {
            address.push_str("districts/");
            address.push_str(&names.districts.get(number).slug);
            address.push('/');
        }
        Route::Topics => address.push_str("topics/"),
        Route::Topic(id) => {
            address.push_str("topics/");
            address.push_str(&names.topics[id.0]);
            address.push('/');
        }
        Route::Mission(mission) => {
            address.push_str("missions/");
            address.push_str(mission.word());
            address.push('/');
        }
        Route::Awards => address.push_str("awards/"),
        Route::Progress => address.push_str("progress/"),
        Route::Data => address.push_str("data/"),
        Route::Forms => address.push_str("forms/"),
        Route::Search => address.push_str("search/"),
        Route::Page(id) => {
            address.push_str(&names.pages[id.0].path);
            address.push('/');
        }
        Route::Mending(number) => address.push_str(&names.mending[number]),
        Route::NotFound => address.push_str("404.html"),
        Route::Offline => address.push_str("offline.html"),
    }
}

/// Where a document of `content/` is served: under its centre's or page's address.
#[must_use]
pub fn document_address(file: &SitePath) -> String {
    let path = file.as_str();
    let inside = path.strip_prefix("content/").unwrap_or(path);
    inside.strip_prefix("pages/").unwrap_or(inside).to_owned()
}

/// Where the file is that says where the search index of a language is. It has the same name whatever is in the index, so that no page
/// changes when another one does.
#[must_use]
pub fn guide_address(lang: Lang) -> String {
    format!("search/{}.js", lang.tag())
}

/// The file at an address: `centers/x/` → `centers/x/index.html`.
#[must_use]
pub fn file_at(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}
