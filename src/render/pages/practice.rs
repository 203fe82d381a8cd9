//! The page of a best practice: what was reached, what it takes, and how to copy it.

use crate::model::BestPractice;
use crate::model::directory::PracticeId;
use crate::model::practice::ResultFigure;
use crate::plan::Route;
use crate::render::context::Voice;
use crate::render::frame::head::{Head, Thing, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::pages::center;
use crate::render::pieces::facts::{self, Row};
use crate::render::pieces::{contact, nearby, story};
use crate::render::view::{self, Fact};
use crate::schema::{Outlet, Record};

/// How many copies are shown.
const COPIES: usize = 24;

pub(in crate::render) fn page(voice: &Voice, id: PracticeId) -> MadePage {
    let directory = voice.parts.directory;
    let it = directory.practice(id);
    let at = directory.center(it.center);
    let view = view(voice, id, it);
    let mut head = Head::new("best-practice", view.title.clone(), &view.summary.text);
    head.breadcrumbs = center::trail(voice, at);
    head.breadcrumbs
        .push((view.center.name.clone(), Route::Center(it.center)));
    head.section = Some(Route::BestPractices);
    head.cover = it.cover.clone().or_else(|| at.cover.clone());
    head.thing = Some(Thing::Practice(id));
    head.feed = voice.district_feed(at);
    head.is_record = true;
    head.is_example = it.example;
    head.is_draft = it.draft;
    head.is_untranslated = is_untranslated(voice, &it.title, &it.story);
    MadePage::new("best-practice.html", "best_practice", &view, head)
}

fn view(voice: &Voice, id: PracticeId, it: &BestPractice) -> view::BestPractice {
    let directory = voice.parts.directory;
    let at = directory.center(it.center);
    let copies = &it.adapted_by[..it.adapted_by.len().min(COPIES)];
    let (story, outline) = story::with_outline(voice, &it.story).unzip();
    view::BestPractice {
        key: voice.key(Route::BestPractice(id)),
        qr: voice.qr(Route::BestPractice(id)),
        title: voice.said(&it.title),
        summary: voice.said(&it.summary),
        date: voice.day(it.date),
        center: voice.center_link(it.center),
        center_status: voice.closed_status(at),
        area: voice.area(at),
        topics: voice.topics(&it.topics),
        missions: voice.missions(&it.missions),
        cover: it.cover.as_ref().and_then(|it| story::photo(voice, it)),
        facts: facts(voice, it, Outlet::Page),
        evidence: it.evidence.map(|it| voice.named(it)),
        results: it.results.iter().map(|it| result(voice, it)).collect(),
        needs: it.needs.iter().map(|it| voice.said(it)).collect(),
        steps: it
            .steps
            .iter()
            .enumerate()
            .map(|(at, it)| view::Step {
                number: voice.count(at + 1),
                title: voice.maybe(it.title.as_ref()),
                text: voice.maybe(it.text.as_ref()),
            })
            .collect(),
        sheet: voice.page_href(Route::HowTo(id)),
        limits: voice.maybe(it.limits.as_ref()),
        story,
        outline: outline.unwrap_or_default(),
        awards: center::awards(voice, &it.awards),
        photos: story::photos(voice, &it.photos),
        adapted_from: it.adapted_from.map(|it| voice.practice_card(it)),
        adapted_by: voice.practice_cards(copies),
        copied: voice.count(it.adapted_by.len()),
        contact: contact::of(voice, it.asked(at), at),
        related: nearby::related_practices(voice, id),
        checked_on: at.checked_on.map(|it| voice.day(it)),
        checked_by: voice.maybe(at.checked_by.as_ref()),
        extra: it.extra.clone(),
    }
}

/// A figure that was reached.
pub(in crate::render) fn result(voice: &Voice, it: &ResultFigure) -> view::Figure {
    view::Figure {
        label: voice.said(&it.label),
        value: voice.figure(&it.value),
        unit: voice.maybe(it.unit.as_ref()),
        before: it.before.as_ref().map(|it| voice.figure(it)),
        period: voice.maybe(it.period.as_ref()),
        source: voice.maybe(it.source.as_ref()),
    }
}

/// What it takes.
pub(in crate::render) fn facts(voice: &Voice, it: &BestPractice, outlet: Outlet) -> Vec<Fact> {
    facts::rows(voice, it.facts.facts(), outlet, |key| match key.name {
        "cost" => Row::Own(voice.fact("cost", voice.cost(it))),
        "title" | "summary" | "date" | "missions" | "example" | "limits" | "needs" => {
            Row::Elsewhere
        }
        _ => Row::Usual,
    })
}
