//! The search: its page, and what every page's search box needs.
//!
//! In: the directory. Out: the page without results, which are found in the reader's browser, and what stands there instead.

use crate::model::directory::TopicId;
use crate::plan::MOST_DISTRICTS;
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::rows::{district_rows, topic_row};
use crate::render::pieces::search_box;
use crate::render::view;

/// What can be searched for: values of `type` in the address, and the words `search_type_…`.
const TYPES: [&str; 6] = [
    "center",
    "best-practice",
    "activity",
    "district",
    "topic",
    "page",
];

pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let lists = context.parts.listings;
    let districts = lists.districts().len();
    // Every other page asks a file for it, so that it stays the same when the index changes; here that would be one wait more.
    let (folder, chunks) = search_box::index(context.parts, context.lang);
    let view = view::Search {
        index: format!("{folder} {chunks}"),
        types: TYPES
            .iter()
            .map(|key| context.named_key("search_type", key))
            .collect(),
        districts: district_rows(
            context,
            (0..districts).take_while(|_| districts <= MOST_DISTRICTS),
        ),
        topics: (0..context.parts.directory.site.topics.len())
            .map(TopicId)
            .filter(|id| lists.has_entries(*id))
            .map(|id| topic_row(context, id))
            .collect(),
    };
    let heading = context.own(context.word("search"));
    let head = Head::new("search", heading, context.word("describe_search"));
    MadePage::new("search.html", "search", &view, head)
}
