//! Leaflet and poster of a centre: what a reader of paper needs, cut at words so that it always fits its page.

use std::collections::BTreeSet;

use super::page::{head, short, short_contact, title, to};
use crate::locale::excerpt::excerpt;
use crate::markdown;
use crate::model::center::{Center, InlineText};
use crate::model::directory::CenterId;
use crate::model::{Photo, Text};
use crate::plan::Route;
use crate::render::context::Voice;
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pages::center;
use crate::render::pieces::{contact, story};
use crate::render::view::{self, Fact, PrintHighlight, PrintItem, Said};
use crate::schema::Outlet;
use crate::theme::measures::Letters;

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
pub(in crate::render) fn leaflet(voice: &Voice, id: CenterId) -> MadePage {
    let mut view = view(voice, id, &voice.parts.theme.measures.leaflet);
    view.locator = map::locator(voice, voice.parts.directory.center(id));
    let mut head = head(voice, "leaflet", Route::Center(id), &view.to.page.name);
    head.is_example = voice.parts.directory.center(id).example;
    MadePage::new("leaflet.html", "leaflet", &view, head)
}

/// The poster: A4, one printed page, to be read from three metres.
pub(in crate::render) fn poster(voice: &Voice, id: CenterId) -> MadePage {
    let view = view(voice, id, &voice.parts.theme.measures.poster);
    let mut head = head(voice, "poster", Route::Center(id), &view.to.page.name);
    head.is_example = voice.parts.directory.center(id).example;
    MadePage::new("poster.html", "poster", &view, head)
}

fn view(voice: &Voice, id: CenterId, limits: &Letters) -> view::CenterPrint {
    let parts = voice.parts;
    let it = parts.directory.center(id);
    let own = parts.listings.of_center(id);
    let item = |text: &Text| voice.excerpt(text, limits.item);
    let topics = &it.topics[..it.topics.len().min(TOPICS)];
    view::CenterPrint {
        key: it.path.clone(),
        title: title(voice, &it.name),
        level: voice.named(it.level),
        status: voice.closed_status(it),
        area: voice.area_in_full(it),
        province: voice
            .province_of(it)
            .map(|it| voice.own(voice.placed("place_province", it))),
        summary: it
            .summary
            .as_ref()
            .map(|it| voice.excerpt(it, limits.summary)),
        topics: voice.topics(topics),
        highlights: it
            .highlights
            .iter()
            .take(HIGHLIGHTS)
            .map(|it| PrintHighlight {
                kind: it.kind.map(|it| voice.named(it)),
                title: it.title.as_ref().map(item),
                text: it
                    .text
                    .as_ref()
                    .map(|it| plain(voice, it, limits.highlight)),
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
                    .map(|it| voice.excerpt(it, 2 * limits.item)),
            })
            .collect(),
        courses: it
            .courses
            .iter()
            .take(COURSES)
            .map(|it| PrintItem {
                title: item(&it.title),
                text: it.duration.as_ref().map(|it| voice.excerpt(it, 24)),
            })
            .collect(),
        best_practices: own
            .practices
            .iter()
            .take(PRACTICES)
            .map(|id| {
                let it = parts.directory.practice(*id);
                PrintItem {
                    title: voice.excerpt(&it.title, 80),
                    text: Some(voice.excerpt(&it.summary, 110)),
                }
            })
            .collect(),
        awards: it
            .awards
            .iter()
            .take(AWARDS)
            .map(|it| PrintItem {
                title: item(&it.title),
                text: (it.year.as_ref()).map(|it| voice.own(voice.fiscal_year(it.0))),
            })
            .collect(),
        visit: visit(voice, it, limits),
        location: location(voice, it, limits),
        locator: None,
        contact: contact::of(voice, it.coordinator.as_ref(), it).map(|it| short_contact(it, 2)),
        photos: photos(voice, it),
        to: to(voice, Route::Center(id), &it.name),
    }
}

/// A text without its markup.
fn plain(voice: &Voice, text: &InlineText, most: usize) -> Said {
    let said = voice.said_of(text);
    Said {
        text: excerpt(&markdown::plain(&said.text), most),
        ..said
    }
}

fn visit(voice: &Voice, it: &Center, limits: &Letters) -> Vec<Fact> {
    let facts = center::visit(voice, &it.visit, Outlet::Paper);
    // Places where one can park or sleep are words from a closed list: all of them fit.
    let (lists, texts): (Vec<Fact>, Vec<Fact>) =
        facts.into_iter().partition(|it| it.key == "facilities");
    let mut facts = short(texts, limits.fact);
    facts.extend(lists);
    facts
}

fn location(voice: &Voice, it: &Center, limits: &Letters) -> Vec<Fact> {
    let facts = center::location(voice, it, Outlet::Paper);
    let (directions, others): (Vec<Fact>, Vec<Fact>) =
        facts.into_iter().partition(|it| it.key == "directions");
    let (places, others): (Vec<Fact>, Vec<Fact>) =
        others.into_iter().partition(|it| it.key == "place");
    let mut facts = short(places, limits.fact);
    facts.extend(short(others, ADDRESS));
    facts.extend(short(directions, limits.directions));
    facts
}

/// The cover, then what the entry shows, each picture once.
fn photos(voice: &Voice, it: &Center) -> Vec<view::Photo> {
    let stations = it.learning_stations.iter();
    let stations = stations.filter_map(|it| it.photo.as_ref());
    let all: Vec<&Photo> = it.cover.iter().chain(&it.photos).chain(stations).collect();
    let mut seen = BTreeSet::new();
    all.into_iter()
        .filter(|it| seen.insert(&it.file))
        .filter_map(|it| story::photo(voice, it))
        .take(PHOTOS)
        .collect()
}
