//! The list of topics and of learning areas.

use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::plan::Route;
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::rows::{mission_row, topic_row};
use crate::render::view::Topics;

pub(in crate::render) fn page(voice: &Voice) -> MadePage {
    let count = voice.parts.directory.site.topics.len();
    let missions = Mission::ALL.iter().filter_map(|it| mission_row(voice, *it));
    let view = Topics {
        topics: (0..count).map(|it| topic_row(voice, TopicId(it))).collect(),
        missions: missions.collect(),
    };
    let head = Head::of_list(
        voice,
        "topics",
        "topics",
        "describe_topics",
        Route::Topics,
        None,
    );
    MadePage::new("topics.html", "topics", &view, head)
}
