//! How the search field of a browser asks the site.

use crate::render::context::PageContext;
use crate::render::pieces::search_box::{open_search_address, query_template};
use crate::render::view::OpenSearch;

/// The most letters of a short name that a browser shows.
const SHORT: usize = 16;

/// What `opensearch.xml` sees.
pub(in crate::render) fn view(context: &PageContext) -> OpenSearch {
    let parts = context.parts;
    let icon = parts.theme.files.get("icon-192.png");
    OpenSearch {
        lang: context.lang.tag(),
        short_name: context.word("short_title").chars().take(SHORT).collect(),
        description: parts
            .directory
            .site
            .title
            .in_lang(context.lang)
            .0
            .to_owned(),
        icon: icon.map(|it| parts.shared.absolute(&it.address)),
        results: query_template(context, "{searchTerms}"),
        url: parts.shared.absolute(&open_search_address(context)),
    }
}
