//! The page of a best practice: what was reached, what it takes, and how to copy it.

use crate::model::BestPractice;
use crate::model::directory::PracticeId;
use crate::model::practice::ResultFigure;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, Thing, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::pages::center;
use crate::render::pieces::facts::{self, Row};
use crate::render::pieces::{contact, nearby, story};
use crate::render::view::{self, Fact};
use crate::schema::{Outlet, Record};

/// How many copies are shown.
const COPIES: usize = 24;

pub(in crate::render) fn page(context: &PageContext, id: PracticeId) -> MadePage {
    let directory = context.parts.directory;
    let it = directory.practice(id);
    let at = directory.center(it.center);
    let view = view(context, id, it);
    let mut head = Head::new("best-practice", view.title.clone(), &view.summary.text);
    head.breadcrumbs = center::trail(context, at);
    head.breadcrumbs
        .push((view.center.name.clone(), Route::Center(it.center)));
    head.section = Some(Route::BestPractices);
    head.cover = it.cover.clone().or_else(|| at.cover.clone());
    head.thing = Some(Thing::Practice(id));
    head.feed = context.district_feed(at);
    head.is_record = true;
    head.is_example = it.example;
    head.is_draft = it.draft;
    head.is_untranslated = is_untranslated(context, &it.title, &it.story);
    MadePage::new("best-practice.html", "best_practice", &view, head)
}

fn view(context: &PageContext, id: PracticeId, it: &BestPractice) -> view::BestPractice {
    let directory = context.parts.directory;
    let at = directory.center(it.center);
    let copies = &it.adapted_by[..it.adapted_by.len().min(COPIES)];
    let (story, outline) = story::with_outline(context, &it.story).unzip();
    view::BestPractice {
        key: context.key(Route::BestPractice(id)),
        qr: context.qr(Route::BestPractice(id)),
        title: context.text(&it.title),
        summary: context.text(&it.summary),
        date: context.day(it.date),
        center: context.center_link(it.center),
        center_status: context.closed_status(at),
        area: context.area(at),
        topics: context.topics(&it.topics),
        missions: context.missions(&it.missions),
        cover: it.cover.as_ref().and_then(|it| story::photo(context, it)),
        facts: facts(context, it, Outlet::Page),
        evidence: it.evidence.map(|it| context.named(it)),
        results: it.results.iter().map(|it| result(context, it)).collect(),
        needs: it.needs.iter().map(|it| context.text(it)).collect(),
        steps: it
            .steps
            .iter()
            .enumerate()
            .map(|(at, it)| view::Step {
                number: context.count(at + 1),
                title: context.maybe(it.title.as_ref()),
                text: context.maybe(it.text.as_ref()),
            })
            .collect(),
        sheet: context.page_href(Route::HowTo(id)),
        limits: context.maybe(it.limits.as_ref()),
        story,
        outline: outline.unwrap_or_default(),
        awards: center::awards(context, &it.awards),
        photos: story::photos(context, &it.photos),
        adapted_from: it.adapted_from.map(|it| context.practice_card(it)),
        adapted_by: context.practice_cards(copies),
        copied: context.count(it.adapted_by.len()),
        contact: contact::of(context, it.asked(at), at),
        related: nearby::related_practices(context, id),
        checked_on: at.checked_on.map(|it| context.day(it)),
        checked_by: context.maybe(at.checked_by.as_ref()),
        extra: it.extra.clone(),
    }
}

/// A figure that was reached.
pub(in crate::render) fn result(context: &PageContext, it: &ResultFigure) -> view::Figure {
    view::Figure {
        label: context.text(&it.label),
        value: context.figure(&it.value),
        unit: context.maybe(it.unit.as_ref()),
        before: it.before.as_ref().map(|it| context.figure(it)),
        period: context.maybe(it.period.as_ref()),
        source: context.maybe(it.source.as_ref()),
    }
}

/// What it takes.
pub(in crate::render) fn facts(
    context: &PageContext,
    it: &BestPractice,
    outlet: Outlet,
) -> Vec<Fact> {
    facts::rows(context, it.facts.facts(), outlet, |key| match key.name {
        "cost" => Row::Own(context.fact("cost", context.cost(it))),
        "title" | "summary" | "date" | "missions" | "example" | "limits" | "needs" => {
            Row::Elsewhere
        }
        _ => Row::Usual,
    })
}
