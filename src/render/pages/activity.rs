//! The page of an activity: what happened, or will happen.

use crate::model::Activity;
use crate::model::directory::ActivityId;
use crate::plan::{CalendarOf, Route};
use crate::render::context::Voice;
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

pub(in crate::render) fn page(voice: &Voice, id: ActivityId) -> MadePage {
    let directory = voice.parts.directory;
    let it = directory.activity(id);
    let at = directory.center(it.center);
    let view = view(voice, id, it);
    let description = view.summary.as_ref().map_or_else(
        || format!("{} {}", view.days.text, view.center.name.text),
        |it| it.text.clone(),
    );
    let mut head = Head::new("activity", view.title.clone(), &description);
    head.breadcrumbs = center::trail(voice, at);
    head.breadcrumbs
        .push((view.center.name.clone(), Route::Center(it.center)));
    head.section = Some(Route::Activities);
    head.cover = it.cover.clone().or_else(|| at.cover.clone());
    head.thing = Some(Thing::Activity(id));
    head.feed = voice.district_feed(at);
    head.is_record = true;
    head.is_example = it.example;
    head.is_draft = it.draft;
    head.is_untranslated = is_untranslated(voice, &it.title, &it.story);
    MadePage::new("activity.html", "activity", &view, head)
}

fn view(voice: &Voice, id: ActivityId, it: &Activity) -> view::Activity {
    let at = voice.parts.directory.center(it.center);
    let own = voice.parts.listings.of_center(it.center);
    let others: Vec<_> = own
        .activities
        .iter()
        .copied()
        .filter(|other| *other != id)
        .take(RELATED)
        .collect();
    let is_upcoming = voice.is_upcoming(it);
    view::Activity {
        key: voice.key(Route::Activity(id)),
        title: voice.said(&it.title),
        days: voice.days(it.date, it.end_date),
        is_upcoming,
        summary: voice.maybe(it.summary.as_ref()),
        center: voice.center_link(it.center),
        center_status: voice.closed_status(at),
        area: voice.area(at),
        topics: voice.topics(&it.topics),
        cover: it.cover.as_ref().and_then(|it| story::photo(voice, it)),
        facts: facts(voice, it, Outlet::Page),
        results: voice.maybe(it.results.as_ref()),
        story: story::story(voice, &it.story),
        photos: story::photos(voice, &it.photos),
        contact: is_upcoming
            .then(|| contact::of(voice, at.coordinator.as_ref(), at))
            .flatten(),
        calendar: calendar::href(voice, CalendarOf::Activity(id)),
        related: voice.activity_cards(&others),
        extra: it.extra.clone(),
    }
}

pub(in crate::render) fn facts(voice: &Voice, it: &Activity, outlet: Outlet) -> Vec<Fact> {
    facts::rows(voice, it.facts.facts(), outlet, |key| match key.name {
        "date" => Row::Own(voice.fact_days("date", it.date, it.end_date)),
        "place" => Row::Own(voice.fact("activity_place", voice.maybe(it.place.as_ref()))),
        "participants" => {
            let people = it.participants.map(|it| voice.people(it));
            Row::Own(voice.fact("participants", people))
        }
        "partners" => {
            let partners = it.partners.iter().map(|it| voice.said(it));
            Row::Own(voice.fact_of("activity_partners", partners.collect()))
        }
        "title" | "end_date" | "summary" | "results" | "example" => Row::Elsewhere,
        _ => Row::Usual,
    })
}
