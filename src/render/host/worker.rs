//! The service worker of a site: what it keeps, put into its script.
//!
//! Nothing here grows with the site without an end: of long lists the first pages are kept, of a large search index what was used.

use serde_json::json;

use crate::model::Lang;
use crate::model::directory::CenterId;
use crate::plan::{Output, Route, guide_address};
use crate::render::parts::Parts;
use crate::search;

/// How many pages of the list of centres are kept.
const LIST_PAGES: usize = 12;
/// The longest search index that is fetched whole, in files of a language.
const CHUNKS: usize = 500;

const SCRIPT: &str = include_str!("offline.js");
const UNREGISTER: &str = include_str!("unregister.js");
/// What stands in the script for what a site keeps.
const PLACE: &str = "{/* what this site keeps */}";

/// `sw.js`. A browser asks for it anew as long as it has one: without the offline copy it gets one that leaves nothing behind.
pub(in crate::render) fn worker(parts: &Parts) -> String {
    if !parts.directory.site.output.offline {
        return UNREGISTER.to_owned();
    }
    let plan = parts.plan;
    let languages = &plan.languages;
    let lists: serde_json::Map<String, serde_json::Value> = languages
        .iter()
        .map(|lang| (lang.tag().to_owned(), json!(lists(parts, *lang))))
        .collect();
    let chunks: Vec<String> = if plan.search.is_some() {
        search::files(plan.entries()).collect()
    } else {
        Vec::new()
    };
    let mut kept = json!({
        "languages": languages.iter().map(|it| it.tag()).collect::<Vec<_>>(),
        "essentials": essentials(parts),
        "lists": lists,
        "index": plan.search,
        "chunks": if chunks.len() > CHUNKS { Vec::new() } else { chunks },
    });
    kept["version"] = json!(version(parts, &kept));
    SCRIPT.replacen(PLACE, &kept.to_string(), 1)
}

/// What a first visit brings: the look, and the page that says that there is no network.
fn essentials(parts: &Parts) -> Vec<String> {
    let plan = parts.plan;
    let pages = plan.languages.iter().flat_map(|lang| {
        let of = |route| plan.address(route, *lang);
        [of(Route::Home), of(Route::Offline)]
    });
    let is_wanted = |name: &str| {
        let looks = ["sala.css", "share.js", "offline.js", "favicon.svg"];
        looks.contains(&name)
            || name.starts_with("search-")
            || name.starts_with("fonts/") && name.contains("-400.")
    };
    let files = &parts.theme.files;
    let files = files.iter().filter(|(name, _)| is_wanted(name));
    let files = files.filter(|(_, file)| plan.files.contains_key(&file.address));
    let guides = plan.languages.iter().map(|lang| guide_address(*lang));
    let guides = guides.filter(|it| plan.files.contains_key(it));
    pages
        .chain(guides)
        .chain(files.map(|(_, file)| file.address.clone()))
        .collect()
}

/// The pages from which everything is reached.
fn lists(parts: &Parts, lang: Lang) -> Vec<String> {
    let plan = parts.plan;
    let listed = plan.files.values().filter_map(|it| match it {
        Output::Page(it) if it.lang == lang && it.number <= LIST_PAGES => Some(it),
        _ => None,
    });
    listed
        .filter(|it| match it.route {
            Route::Centers => true,
            Route::BestPractices
            | Route::Districts
            | Route::Topics
            | Route::Activities
            | Route::Search => it.number == 1,
            _ => false,
        })
        .map(|it| plan.page_address(it.route, lang, it.number))
        .collect()
}

/// Changes with what the lists and the search say, and with every file of the look.
fn version(parts: &Parts, kept: &serde_json::Value) -> String {
    let directory = parts.directory;
    let mut hash = blake3::Hasher::new();
    let mut add = |text: &str| {
        hash.update(text.as_bytes());
        hash.update(&[0]);
    };
    add(&kept.to_string());
    for id in parts.listings.centers() {
        let CenterId(_) = id;
        let it = directory.center(*id);
        add(&it.path);
        add(&it.name.th);
        add(it.summary.as_ref().map_or("", |it| &it.th));
        add(it.hours().map_or("", |it| &it.th));
    }
    for it in &directory.practices {
        add(&it.slug);
        add(&it.title.th);
    }
    for it in &directory.activities {
        add(&it.slug);
        add(&it.title.th);
        add(&it.date.to_string());
    }
    hash.finalize().to_hex()[..12].to_owned()
}
