//! The list of topics and of learning areas.

use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::rows::{mission_row, topic_row};
use crate::render::view::Topics;

pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let count = context.parts.directory.site.topics.len();
    let missions = Mission::ALL
        .iter()
        .filter_map(|it| mission_row(context, *it));
    let view = Topics {
        topics: (0..count)
            .map(|it| topic_row(context, TopicId(it)))
            .collect(),
        missions: missions.collect(),
    };
    let head = Head::of_list(
        context,
        "topics",
        "topics",
        "describe_topics",
        Route::Topics,
        None,
    );
    MadePage::new("topics.html", "topics", &view, head)
}
