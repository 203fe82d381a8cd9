//! What pages need in order to search: the box of every page, and where the index is.
//!
//! In: the plan. Out: addresses. Never: the index.

use crate::model::Lang;
use crate::model::site::Digits;
use crate::plan::{Route, guide_address};
use crate::render::context::PageContext;
use crate::render::parts::Parts;
use crate::render::view::SearchBox;
use crate::search;

/// What every page's search box needs; none where the site has no search.
pub(in crate::render) fn search_box(context: &PageContext) -> Option<SearchBox> {
    let parts = context.parts;
    let site = &parts.directory.site;
    site.output.search.then(|| SearchBox {
        href: context.href(Route::Search),
        open_search: context.links.href(&open_search_address(context)),
        numbers: match (context.lang, site.digits) {
            (Lang::Th, Digits::Thai) => "th-u-nu-thai",
            (Lang::Th, Digits::Arabic) => "th-u-nu-latn",
            (Lang::En, _) => "en",
        },
        guide: context.links.href(&guide_address(context.lang)),
    })
}

/// That file: the folder of the index, from the folder of searches, and how many chunks of keys there are.
pub(in crate::render) fn guide(parts: &Parts, lang: Lang) -> String {
    let (folder, chunks) = index(parts, lang);
    format!("salaSearch.take([\"{folder}\",{chunks}])\n")
}

/// The folder of the index, from the folder of searches, and how many chunks of keys there are.
pub(in crate::render) fn index(parts: &Parts, lang: Lang) -> (String, usize) {
    let index = parts.plan.search.as_deref().unwrap_or_default();
    let folder = index.strip_prefix("search/").unwrap_or(index);
    let chunks = search::chunks(parts.plan.entries());
    (format!("{folder}/{}", lang.tag()), chunks)
}

/// Where the file stands that says how the search field of a browser asks.
pub(in crate::render) fn open_search_address(context: &PageContext) -> String {
    format!("{}opensearch.xml", context.address(Route::Home))
}

/// The absolute address of the results, with a place for the query.
pub(in crate::render) fn query_template(context: &PageContext, place: &str) -> String {
    format!("{}?q={place}", context.absolute(Route::Search))
}
