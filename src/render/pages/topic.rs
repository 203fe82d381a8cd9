//! The pages of a topic and of a learning area: practices, then centres.

use super::by_district::{SHORT, groups, letters};
use super::pagination::{page_of, pagination, range_of};
use crate::model::center::Mission;
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::plan::{FeedOf, Route, pages_of};
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::{self, Mixed, Topic};

fn mixed(
    context: &PageContext,
    route: Route,
    number: usize,
    practices: &[PracticeId],
    centers: &[CenterId],
) -> Mixed {
    let parts = context.parts;
    let centers = parts.listings.sorted_in(context.lang, centers.to_vec());
    let (before, total) = (practices.len(), practices.len() + centers.len());
    let range = range_of(total, number);
    let of_practices = range.start.min(before)..range.end.min(before);
    let ids = &centers[range.start.max(before) - before..range.end.max(before) - before];
    let cards = context.center_cards(ids);
    Mixed {
        best_practices: context.practice_cards(&practices[of_practices]),
        best_practices_total: context.tally(Unit::Practices, Saying::Found, practices),
        centers_total: context.tally(Unit::Centers, Saying::Found, &centers),
        groups: if centers.len() > SHORT {
            groups(context, ids, &cards)
        } else {
            Vec::new()
        },
        centers: cards,
        letters: letters(context, route, &centers, before),
        pagination: pagination(context, route, number, pages_of(total)),
    }
}

pub(in crate::render) fn page(context: &PageContext, id: TopicId, number: usize) -> MadePage {
    let lists = context.parts.listings;
    let practices = &lists.of_topic(id).practices;
    let route = Route::Topic(id);
    let feed = FeedOf::Topic(id);
    let entries = mixed(
        context,
        route,
        number,
        practices,
        lists.centers_of_topic(id),
    );
    let page_of = page_of(entries.pagination.as_ref());
    let view = Topic {
        topic: context.topic(id),
        entries,
        feed: context
            .links
            .href(&context.parts.plan.feed_address(feed, context.lang)),
    };
    let heading = view.topic.name.clone();
    let description = context.filled("describe_topic", &[("name", &heading.text)]);
    let mut head = Head::new("topic", heading.clone(), &description);
    head.breadcrumbs = vec![(context.own(context.word("topics")), Route::Topics)];
    head.section = Some(Route::Topics);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("topic.html", "topic", &view, head)
}

pub(in crate::render) fn mission(
    context: &PageContext,
    mission: Mission,
    number: usize,
) -> MadePage {
    let (centers, practices) = context.parts.listings.of_mission(mission);
    let route = Route::Mission(mission);
    let entries = mixed(context, route, number, &practices, &centers);
    let page_of = page_of(entries.pagination.as_ref());
    let view = view::Mission {
        mission: context.named(mission),
        entries,
    };
    let description = context.filled("describe_mission", &[("name", &view.mission.name)]);
    let heading = context.filled("mission_heading", &[("name", &view.mission.name)]);
    let heading = context.own(heading);
    let mut head = Head::new("mission", heading, &description);
    head.breadcrumbs = vec![(context.own(context.word("topics")), Route::Topics)];
    head.section = Some(Route::Topics);
    head.thing = Some(Thing::List);
    head.page_of = page_of;
    MadePage::new("mission.html", "mission", &view, head)
}
