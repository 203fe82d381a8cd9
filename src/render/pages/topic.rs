//! The pages of a topic and of a learning area: practices, then centres.

use super::by_district::{SHORT, groups, letters};
use super::pagination::{page_of, pagination, range_of};
use crate::model::center::Mission;
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::plan::{FeedOf, Route, pages_of};
use crate::render::context::Voice;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::view::{self, Mixed, Topic};

fn mixed(
    voice: &Voice,
    route: Route,
    number: usize,
    practices: &[PracticeId],
    centers: &[CenterId],
) -> Mixed {
    let parts = voice.parts;
    let centers = parts.listings.sorted_in(voice.lang, centers.to_vec());
    let (before, total) = (practices.len(), practices.len() + centers.len());
    let range = range_of(total, number);
    let of_practices = range.start.min(before)..range.end.min(before);
    let ids = &centers[range.start.max(before) - before..range.end.max(before) - before];
    let cards = voice.center_cards(ids);
    Mixed {
        best_practices: voice.practice_cards(&practices[of_practices]),
        best_practices_total: voice.count(practices.len()),
        centers_total: voice.count(centers.len()),
        groups: if centers.len() > SHORT {
            groups(voice, ids, &cards)
        } else {
            Vec::new()
        },
        centers: cards,
        letters: letters(voice, route, &centers, before),
        pagination: pagination(voice, route, number, pages_of(total)),
    }
}

pub(in crate::render) fn page(voice: &Voice, id: TopicId, number: usize) -> MadePage {
    let lists = voice.parts.listings;
    let practices = &lists.of_topic(id).practices;
    let route = Route::Topic(id);
    let feed = FeedOf::Topic(id);
    let entries = mixed(voice, route, number, practices, lists.centers_of_topic(id));
    let page_of = page_of(entries.pagination.as_ref());
    let view = Topic {
        topic: voice.topic(id),
        entries,
        feed: voice
            .links
            .href(&voice.parts.plan.feed_address(feed, voice.lang)),
    };
    let heading = view.topic.name.clone();
    let description = voice.filled("describe_topic", &[("name", &heading.text)]);
    let mut head = Head::new("topic", heading.clone(), &description);
    head.breadcrumbs = vec![(voice.own(voice.word("topics")), Route::Topics)];
    head.section = Some(Route::Topics);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("topic.html", "topic", &view, head)
}

pub(in crate::render) fn mission(voice: &Voice, mission: Mission, number: usize) -> MadePage {
    let (centers, practices) = voice.parts.listings.of_mission(mission);
    let route = Route::Mission(mission);
    let entries = mixed(voice, route, number, &practices, &centers);
    let page_of = page_of(entries.pagination.as_ref());
    let view = view::Mission {
        mission: voice.named(mission),
        entries,
    };
    let description = voice.filled("describe_mission", &[("name", &view.mission.name)]);
    let heading = voice.filled("mission_heading", &[("name", &view.mission.name)]);
    let heading = voice.own(heading);
    let mut head = Head::new("mission", heading, &description);
    head.breadcrumbs = vec![(voice.own(voice.word("topics")), Route::Topics)];
    head.section = Some(Route::Topics);
    head.thing = Some(Thing::List);
    head.page_of = page_of;
    MadePage::new("mission.html", "mission", &view, head)
}
