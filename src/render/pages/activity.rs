//! The page of an activity: what happened, or will happen.

use crate::model::Activity;
use crate::model::directory::ActivityId;
use crate::plan::{CalendarOf, Route};
use crate::render::context::PageContext;
use crate::render::feeds::calendar;
use crate::render::frame::head::{Head, Thing, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::pages::center;
use crate::render::pieces::facts::{self, Row};
use crate::render::pieces::{contact, story};
use crate::render::view::{self, Fact};
use crate::schema::{Outlet, Record};

/// How many other activities are shown.
const RELATED: usize = 4;

pub(in crate::render) fn page(context: &PageContext, id: ActivityId) -> MadePage {
    let directory = context.parts.directory;
    let it = directory.activity(id);
    let at = directory.center(it.center);
    let view = view(context, id, it);
    let description = view.summary.as_ref().map_or_else(
        || format!("{} {}", view.days.text, view.center.name.text),
        |it| it.text.clone(),
    );
    let mut head = Head::new("activity", view.title.clone(), &description);
    head.breadcrumbs = center::trail(context, at);
    head.breadcrumbs
        .push((view.center.name.clone(), Route::Center(it.center)));
    head.section = Some(Route::Activities);
    head.cover = it.cover.clone().or_else(|| at.cover.clone());
    head.thing = Some(Thing::Activity(id));
    head.feed = context.district_feed(at);
    head.is_record = true;
    head.is_example = it.example;
    head.is_draft = it.draft;
    head.is_untranslated = is_untranslated(context, &it.title, &it.story);
    MadePage::new("activity.html", "activity", &view, head)
}

fn view(context: &PageContext, id: ActivityId, it: &Activity) -> view::Activity {
    let at = context.parts.directory.center(it.center);
    let own = context.parts.listings.of_center(it.center);
    let others: Vec<_> = own
        .activities
        .iter()
        .copied()
        .filter(|other| *other != id)
        .take(RELATED)
        .collect();
    let is_upcoming = context.is_upcoming(it);
    view::Activity {
        key: context.key(Route::Activity(id)),
        title: context.text(&it.title),
        days: context.days(it.date, it.end_date),
        is_upcoming,
        summary: context.maybe(it.summary.as_ref()),
        center: context.center_link(it.center),
        center_status: context.closed_status(at),
        area: context.area(at),
        topics: context.topics(&it.topics),
        cover: it.cover.as_ref().and_then(|it| story::photo(context, it)),
        facts: facts(context, it, Outlet::Page),
        results: context.maybe(it.results.as_ref()),
        story: story::story(context, &it.story),
        photos: story::photos(context, &it.photos),
        contact: is_upcoming
            .then(|| contact::of(context, at.coordinator.as_ref(), at))
            .flatten(),
        calendar: calendar::href(context, CalendarOf::Activity(id)),
        related: context.activity_cards(&others),
        extra: it.extra.clone(),
    }
}

pub(in crate::render) fn facts(context: &PageContext, it: &Activity, outlet: Outlet) -> Vec<Fact> {
    facts::rows(context, it.facts.facts(), outlet, |key| match key.name {
        "date" => Row::Own(context.fact_days("date", it.date, it.end_date)),
        "place" => Row::Own(context.fact("activity_place", context.maybe(it.place.as_ref()))),
        "participants" => {
            let people = it.participants.map(|it| context.people(it));
            let what = if context.is_upcoming(it) {
                "expected"
            } else {
                "participants"
            };
            Row::Own(context.fact(what, people))
        }
        "partners" => {
            let partners = it.partners.iter().map(|it| context.text(it));
            Row::Own(context.fact_of("activity_partners", partners.collect()))
        }
        "title" | "end_date" | "summary" | "results" | "example" => Row::Elsewhere,
        _ => Row::Usual,
    })
}
