//! The search: its page, and what every page's search box needs.
//!
//! In: the directory. Out: the page without results, which are found in the reader's browser, and what stands there instead.

use crate::model::Lang;
use crate::model::directory::TopicId;
use crate::model::site::Digits;
use crate::plan::{What, guide_address};
use crate::render::MadePage;
use crate::render::Parts;
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::host::open_search;
use crate::render::pages::home::DISTRICTS;
use crate::render::pages::lists::{district_row, topic_row};
use crate::render::view::{self, SearchBox};
use crate::search;

/// What can be searched for: values of `type` in the address, and the words `search_type_…`.
const TYPES: [&str; 6] = [
    "center",
    "best-practice",
    "activity",
    "district",
    "topic",
    "page",
];

/// What every page's search box needs; none where the site has no search.
pub(in crate::render) fn search_box(voice: &Voice) -> Option<SearchBox> {
    let parts = voice.parts;
    let site = &parts.directory.site;
    site.output.search.then(|| SearchBox {
        href: voice.href(What::Search),
        open_search: voice.links.href(&open_search::address(voice)),
        numbers: match (voice.lang, site.digits) {
            (Lang::Th, Digits::Thai) => "th-u-nu-thai",
            (Lang::Th, Digits::Arabic) => "th-u-nu-latn",
            (Lang::En, _) => "en",
        },
        guide: voice.links.href(&guide_address(voice.lang)),
    })
}

/// That file: the folder of the index, from the folder of searches, and how many chunks of keys there are.
pub(in crate::render) fn guide(parts: &Parts, lang: Lang) -> String {
    let (folder, chunks) = index(parts, lang);
    format!("salaSearch.take([\"{folder}\",{chunks}])\n")
}

/// The folder of the index, from the folder of searches, and how many chunks of keys there are.
fn index(parts: &Parts, lang: Lang) -> (String, usize) {
    let index = parts.plan.search.as_deref().unwrap_or_default();
    let folder = index.strip_prefix("search/").unwrap_or(index);
    let chunks = search::chunks(parts.plan.entries(parts.directory));
    (format!("{folder}/{}", lang.tag()), chunks)
}

pub(in crate::render) fn page(voice: &Voice) -> MadePage {
    let near = &voice.parts.plan.neighbours;
    // Every other page asks a file for it, so that it stays the same when the index changes; here that would be one wait more.
    let (folder, chunks) = index(voice.parts, voice.lang);
    let view = view::Search {
        index: format!("{folder} {chunks}"),
        types: TYPES
            .iter()
            .map(|key| voice.named_key("search_type_", key))
            .collect(),
        districts: (0..near.districts.len())
            .take_while(|_| near.districts.len() <= DISTRICTS)
            .map(|it| district_row(voice, it))
            .collect(),
        topics: (0..near.topics.len())
            .filter(|it| {
                let topic = &near.topics[*it];
                !topic.centers.is_empty() || !topic.practices.is_empty()
            })
            .map(|it| topic_row(voice, TopicId(it)))
            .collect(),
    };
    let heading = voice.own(voice.word("search"));
    let head = Head::new("search", heading, voice.word("describe_search"));
    MadePage::new("search.html", "search", &view, head)
}
