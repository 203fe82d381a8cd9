//! The search: its page, what every page's search box needs, and how a browser's own search field asks.
//!
//! In: the directory. Out: the page without results, which are found in the reader's browser, and what stands there instead.

use std::fmt::Write;

use crate::html::escape;
use crate::model::Lang;
use crate::model::directory::TopicId;
use crate::model::site::Digits;
use crate::plan::{What, guide_address};
use crate::render::MadePage;
use crate::render::Parts;
use crate::render::context::Voice;
use crate::render::frame::head::Head;
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
        open_search: voice.links.href(&open_search_address(voice)),
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

fn open_search_address(voice: &Voice) -> String {
    format!("{}opensearch.xml", voice.address(What::Home))
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

/// `opensearch.xml`
pub(in crate::render) fn open_search(voice: &Voice) -> String {
    let parts = voice.parts;
    let title = parts.directory.site.title.in_lang(voice.lang).0;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n",
    );
    let mut element = |name: &str, text: &str| {
        _ = write!(xml, "<{name}>");
        escape(&mut xml, text);
        _ = writeln!(xml, "</{name}>");
    };
    // A short name has at most 16 letters, so that a browser can show it.
    let short: String = voice.word("short_title").chars().take(16).collect();
    element("ShortName", &short);
    element("Description", title);
    element("InputEncoding", "UTF-8");
    element("Language", voice.lang.tag());
    if let Some(icon) = parts.theme.files.get("icon-192.png") {
        xml.push_str("<Image width=\"192\" height=\"192\" type=\"image/png\">");
        escape(&mut xml, &parts.shared.absolute(&icon.address));
        xml.push_str("</Image>\n");
    }
    xml.push_str("<Url type=\"text/html\" template=\"");
    escape(&mut xml, &query_template(voice, "{searchTerms}"));
    xml.push_str(
        "\"/>\n<Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"",
    );
    escape(
        &mut xml,
        &parts.shared.absolute(&open_search_address(voice)),
    );
    xml.push_str("\"/>\n</OpenSearchDescription>\n");
    xml
}

/// The absolute address of the results, with a place for the query.
pub(in crate::render) fn query_template(voice: &Voice, place: &str) -> String {
    format!("{}?q={place}", voice.absolute(What::Search))
}
