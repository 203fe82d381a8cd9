//! The address of everything, below the language: the one place that knows how addresses are built.

use super::names::Names;
use super::route::What;
use crate::model::directory::CenterId;
use crate::model::{Lang, SitePath};

/// Adds the address of something to its language's: `centers/x/`.
pub(super) fn push(address: &mut String, names: &Names, what: What) {
    let push_center = |address: &mut String, id: CenterId| {
        address.push_str("centers/");
        address.push_str(&names.centers[id.0].path);
        address.push('/');
    };
    match what {
        What::Home => {}
        What::Centers => address.push_str("centers/"),
        What::Center(id) => push_center(address, id),
        What::BestPractices => address.push_str("best-practices/"),
        What::BestPractice(id) => {
            let practice = &names.practices[id.0];
            push_center(address, practice.center);
            address.push_str("best-practices/");
            address.push_str(&practice.slug);
            address.push('/');
        }
        What::Leaflet(id) => {
            push_center(address, id);
            address.push_str("leaflet/");
        }
        What::Poster(id) => {
            push_center(address, id);
            address.push_str("poster/");
        }
        What::Sheet(id) => {
            push(address, names, What::BestPractice(id));
            address.push_str("sheet/");
        }
        What::Activities => address.push_str("activities/"),
        What::Activity(id) => {
            let activity = &names.activities[id.0];
            push_center(address, activity.center);
            address.push_str("activities/");
            address.push_str(&activity.slug);
            address.push('/');
        }
        What::Districts => address.push_str("districts/"),
        What::District(number) => {
            address.push_str("districts/");
            address.push_str(&names.districts.get(number).slug);
            address.push('/');
        }
        What::Topics => address.push_str("topics/"),
        What::Topic(id) => {
            address.push_str("topics/");
            address.push_str(&names.topics[id.0]);
            address.push('/');
        }
        What::Mission(mission) => {
            address.push_str("missions/");
            address.push_str(mission.word());
            address.push('/');
        }
        What::Awards => address.push_str("awards/"),
        What::Progress => address.push_str("progress/"),
        What::Data => address.push_str("data/"),
        What::Search => address.push_str("search/"),
        What::Page(id) => {
            address.push_str(&names.pages[id.0].path);
            address.push('/');
        }
        What::NotFound => address.push_str("404.html"),
        What::Offline => address.push_str("offline.html"),
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
