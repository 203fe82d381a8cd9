//! Leaflet and poster of a centre: what a reader of paper needs, cut at words so that it always fits its page.

use std::collections::BTreeSet;

use super::page::{fitted, head, short, short_contact, title, to};
use crate::locale::excerpt::excerpt;
use crate::markdown;
use crate::model::center::{Center, InlineText};
use crate::model::directory::CenterId;
use crate::model::{Photo, Text};
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pages::center;
use crate::render::pieces::{contact, story};
use crate::render::view::{self, Fact, LocalizedText, PrintHighlight, PrintItem};
use crate::schema::Outlet;
use crate::theme::measures::Letters;

/// How many of the texts of a visit may be long at once.
const VISIT_TEXTS: usize = 5;
/// A postal address: none of the usual ones is longer.
const ADDRESS: usize = 120;
const TOPICS: usize = 4;
const HIGHLIGHTS: usize = 3;
const STATIONS: usize = 6;
/// Up to so many stations are told in a sentence each.
const FEW: usize = 3;
const COURSES: usize = 4;
const PRACTICES: usize = 3;
const AWARDS: usize = 2;
const PHOTOS: usize = 4;

/// The leaflet: A4 folded in three, two printed pages.
pub(in crate::render) fn leaflet(context: &PageContext, id: CenterId) -> MadePage {
    let mut view = view(context, id, &context.parts.theme.measures.leaflet);
    view.locator = map::locator(context, context.parts.directory.center(id));
    let mut head = head(context, "leaflet", Route::Center(id), &view.to.page.name);
    head.is_example = context.parts.directory.center(id).example;
    MadePage::new("leaflet.html", "leaflet", &view, head)
}

/// The poster: A4, one printed page, to be read from three metres.
pub(in crate::render) fn poster(context: &PageContext, id: CenterId) -> MadePage {
    let view = view(context, id, &context.parts.theme.measures.poster);
    let mut head = head(context, "poster", Route::Center(id), &view.to.page.name);
    head.is_example = context.parts.directory.center(id).example;
    MadePage::new("poster.html", "poster", &view, head)
}

fn view(context: &PageContext, id: CenterId, limits: &Letters) -> view::CenterPrint {
    let parts = context.parts;
    let it = parts.directory.center(id);
    let own = parts.listings.of_center(id);
    let item = |text: &Text| context.excerpt(text, limits.item);
    let topics = &it.topics[..it.topics.len().min(TOPICS)];
    view::CenterPrint {
        key: it.path.clone(),
        title: title(context, &it.name),
        level: context.named(it.level),
        status: context.closed_status(it),
        area: context.area_in_full(it),
        province: context
            .province_of(it)
            .map(|it| context.own(context.placed("place_province", it))),
        summary: it
            .summary
            .as_ref()
            .map(|it| context.excerpt(it, limits.summary)),
        topics: context.topics(topics),
        highlights: it
            .highlights
            .iter()
            .take(HIGHLIGHTS)
            .map(|it| PrintHighlight {
                kind: it.kind.map(|it| context.named(it)),
                title: it.title.as_ref().map(item),
                text: it
                    .text
                    .as_ref()
                    .map(|it| plain(context, it, limits.highlight)),
            })
            .collect(),
        stations: it
            .learning_stations
            .iter()
            .take(STATIONS)
            .map(|station| PrintItem {
                title: item(&station.title),
                text: station
                    .text
                    .as_ref()
                    .filter(|_| it.learning_stations.len() <= FEW)
                    .map(|it| context.excerpt(it, 2 * limits.item)),
            })
            .collect(),
        courses: it
            .courses
            .iter()
            .take(COURSES)
            .map(|it| PrintItem {
                title: item(&it.title),
                text: it.duration.as_ref().map(|it| context.excerpt(it, 24)),
            })
            .collect(),
        best_practices: own
            .practices
            .iter()
            .take(PRACTICES)
            .map(|id| {
                let it = parts.directory.practice(*id);
                PrintItem {
                    title: context.excerpt(&it.title, 80),
                    text: Some(context.excerpt(&it.summary, 110)),
                }
            })
            .collect(),
        awards: it
            .awards
            .iter()
            .take(AWARDS)
            .map(|it| PrintItem {
                title: item(&it.title),
                text: (it.year.as_ref()).map(|it| context.own(context.fiscal_year(it.0))),
            })
            .collect(),
        visit: visit(context, it, limits),
        location: location(context, it, limits),
        locator: None,
        contact: contact::of(context, it.coordinator.as_ref(), it).map(|it| short_contact(it, 2)),
        photos: photos(context, it),
        to: to(context, Route::Center(id), &it.name),
    }
}

/// A text without its markup.
fn plain(context: &PageContext, text: &InlineText, most: usize) -> LocalizedText {
    let said = context.inline_text(text);
    LocalizedText {
        text: excerpt(&markdown::plain(&said.text), most),
        ..said
    }
}

fn visit(context: &PageContext, it: &Center, limits: &Letters) -> Vec<Fact> {
    let facts = center::visit(context, it, Outlet::Paper);
    // Places where one can park or sleep are words from a closed list: all of them fit.
    let (lists, texts): (Vec<Fact>, Vec<Fact>) =
        facts.into_iter().partition(|it| it.key == "facilities");
    let mut facts = fitted(texts, "hours", VISIT_TEXTS * limits.fact, limits.longest);
    facts.extend(lists);
    facts
}

fn location(context: &PageContext, it: &Center, limits: &Letters) -> Vec<Fact> {
    let facts = center::location(context, it, Outlet::Paper);
    let is_text = |it: &Fact| matches!(it.key, "directions" | "place");
    let (texts, others): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(is_text);
    let room = limits.fact + limits.directions;
    let (directions, places): (Vec<Fact>, Vec<Fact>) =
        fitted(texts, "directions", room, limits.longest)
            .into_iter()
            .partition(|it| it.key == "directions");
    let mut facts = places;
    facts.extend(short(others, ADDRESS));
    facts.extend(directions);
    facts
}

/// The cover, then what the entry shows, each picture once.
fn photos(context: &PageContext, it: &Center) -> Vec<view::Photo> {
    let stations = it.learning_stations.iter();
    let stations = stations.filter_map(|it| it.photo.as_ref());
    let all: Vec<&Photo> = it.cover.iter().chain(&it.photos).chain(stations).collect();
    let mut seen = BTreeSet::new();
    all.into_iter()
        .filter(|it| seen.insert(&it.file))
        .filter_map(|it| story::photo(context, it))
        .take(PHOTOS)
        .collect()
}
