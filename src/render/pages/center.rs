//! The page of a centre: everything of the entry, in the order that a visitor needs.

use crate::model::Lang;
use crate::model::center::{
    Award, Body, Center, Committee, Component, Location, Seat, TextOrDocument, Visit,
};
use crate::model::directory::CenterId;
use crate::plan::Route;
use crate::render::context::Voice;
use crate::render::frame::head::{Head, Thing, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pieces::facts::{self, Row};
use crate::render::pieces::{contact, nearby, story};
use crate::render::view::{self, Cached, Fact, Named, Point, Said};
use crate::schema::{Outlet, Record};

/// How many best practices a centre's page shows.
const PRACTICES: usize = 24;
/// How many activities it shows.
const ACTIVITIES: usize = 12;

pub(in crate::render) fn page(voice: &Voice, id: CenterId) -> MadePage {
    let it = voice.parts.directory.center(id);
    let view = view(voice, id, it);
    let description = view.summary.as_ref().map_or_else(
        || format!("{} {}", view.name.text, view.area.text),
        |it| it.text.clone(),
    );
    let mut head = Head::new("center", view.name.clone(), &description);
    head.breadcrumbs = trail(voice, it);
    head.section = Some(Route::Centers);
    head.cover.clone_from(&it.cover);
    head.thing = Some(Thing::Center(id));
    head.feed = voice.district_feed(it);
    head.is_record = true;
    head.is_example = it.example;
    head.is_untranslated = is_untranslated(voice, &it.name, &it.story);
    MadePage::new("center.html", "center", &view, head)
}

/// The way to a centre: through its district.
pub(in crate::render) fn trail(voice: &Voice, center: &Center) -> Vec<(Said, Route)> {
    let Some(number) = voice.parts.listings.district_of(center) else {
        return Vec::new();
    };
    let district = voice.parts.district(number);
    vec![
        (voice.own(voice.word("districts")), Route::Districts),
        (
            voice.own(voice.placed("place_district", &district.name)),
            Route::District(number),
        ),
    ]
}

fn view(voice: &Voice, id: CenterId, it: &Center) -> view::Center {
    let parts = voice.parts;
    let own = parts.listings.of_center(id);
    let shown = own.practices.len().min(PRACTICES);
    let shown_activities = own.activities.len().min(ACTIVITIES);
    let (nearby, related) = nearby::centers(voice, id);
    view::Center {
        key: it.path.clone(),
        qr: voice.qr(Route::Center(id)),
        name: voice.said(&it.name),
        level: voice.named(it.level),
        status: voice.named(it.status),
        is_open: voice.closed_status(it).is_none(),
        notice: voice.maybe(it.notice.as_ref()),
        notice_until: it.notice_until.map(|it| voice.day(it)),
        summary: voice.maybe(it.summary.as_ref()),
        area: voice.area(it),
        district: district_link(voice, it),
        cover: it.cover.as_ref().and_then(|it| story::photo(voice, it)),
        topics: voice.topics(&it.topics),
        missions: voice.missions(&it.missions),
        highlights: it
            .highlights
            .iter()
            .map(|it| view::Highlight {
                kind: it.kind.map(|it| voice.named(it)),
                title: voice.maybe(it.title.as_ref()),
                text: it.text.as_ref().map(|it| story::inline(voice, it)),
            })
            .collect(),
        visit: visit(voice, &it.visit, Outlet::Page),
        location: location(voice, it, Outlet::Page),
        point: it.location.point.map(|it| point(voice, it)),
        locator: map::locator(voice, it),
        contact: contact::of(voice, it.coordinator.as_ref(), it),
        chair: chair(voice, it),
        learning_stations: it
            .learning_stations
            .iter()
            .enumerate()
            .map(|(at, it)| view::Station {
                number: voice.count(at + 1),
                title: voice.said(&it.title),
                text: voice.maybe(it.text.as_ref()),
                photo: it.photo.as_ref().and_then(|it| story::photo(voice, it)),
            })
            .collect(),
        courses: it
            .courses
            .iter()
            .map(|it| view::Course {
                title: voice.said(&it.title),
                mission: it.mission.map(|it| voice.named(it)),
                audience: voice.maybe(it.audience.as_ref()),
                duration: voice.maybe(it.duration.as_ref()),
                text: voice.maybe(it.text.as_ref()),
            })
            .collect(),
        resource_persons: resource_persons(voice, it),
        knowledge: it
            .knowledge
            .iter()
            .map(|it| view::Knowledge {
                title: voice.maybe(it.title.as_ref()),
                text: voice.maybe(it.text.as_ref()),
                file: it.file.as_ref().map(|it| story::file(voice, it)),
            })
            .collect(),
        leaders: leaders(voice, it),
        service: service(voice, it),
        partners: it
            .partners
            .iter()
            .map(|it| view::Partner {
                name: voice.said(&it.name),
                sector: it.sector.map(|it| voice.named(it)),
                href: it.url.as_deref().cloned(),
            })
            .collect(),
        awards: awards(voice, &it.awards),
        photos: story::photos(voice, &it.photos),
        committee: it.committee.as_ref().and_then(|it| committee(voice, it)),
        rules: it
            .rules
            .as_ref()
            .map(|it| text_or_file(voice, it, "rules-")),
        plan: it.plan.as_ref().map(|it| text_or_file(voice, it, "plan-")),
        leaflet: voice.page_href(Route::Leaflet(id)),
        poster: voice.page_href(Route::Poster(id)),
        contact_card: voice.file_href(&parts.plan.card_address(id, voice.lang)),
        links: it
            .links
            .all()
            .into_iter()
            .map(|(key, href)| view::Channel {
                what: voice.named_key("channel", key),
                href: href.to_owned(),
            })
            .collect(),
        story: story::story(voice, &it.story),
        best_practices: voice.practice_cards(&own.practices[..shown]),
        best_practices_total: voice.count(own.practices.len()),
        activities: voice.activity_cards(&own.activities[..shown_activities]),
        activities_total: voice.count(own.activities.len()),
        nearby,
        related,
        components: components(voice, it),
        documented: voice.count(it.documented.len()),
        components_total: voice.count(Component::ALL.len()),
        record: record(voice, it),
        checked_on: it.checked_on.map(|it| voice.day(it)),
        checked_by: voice.maybe(it.checked_by.as_ref()),
        extra: it.extra.clone(),
    }
}

fn district_link(voice: &Voice, center: &Center) -> view::Link {
    let parts = voice.parts;
    let number = parts.listings.district_of(center);
    let district = parts
        .directory
        .areas
        .districts
        .get(&center.location.district);
    let name = district.map_or_else(String::new, |it| voice.placed("place_district", &it.name));
    voice.link(
        voice.own(name),
        number.map_or(Route::Districts, Route::District),
    )
}

impl Voice<'_> {
    /// The feed of a centre's district, and the district's name.
    pub(in crate::render) fn district_feed(
        &self,
        center: &Center,
    ) -> Option<(Said, crate::plan::FeedOf)> {
        let number = self.parts.listings.district_of(center)?;
        let district = self
            .parts
            .directory
            .areas
            .districts
            .get(&center.location.district)?;
        let name = self.own(self.placed("place_district", &district.name));
        Some((name, crate::plan::FeedOf::District(number)))
    }
}

/// Can a group come, when, for how much.
pub(in crate::render) fn visit(voice: &Voice, it: &Visit, outlet: Outlet) -> Vec<Fact> {
    facts::rows(voice, it.facts(), outlet, |key| match key.name {
        "notice_days" => Row::Own(voice.fact("notice_days", notice(voice, it))),
        "group_min" => {
            let group = voice.group(it, "people_between", "people_from", "people_up_to");
            Row::Own(voice.fact("group", group.map(|it| voice.own(it))))
        }
        "group_max" => Row::Elsewhere, // with the smallest group
        _ => Row::Usual,
    })
}

/// How long ahead a group books.
fn notice(voice: &Voice, it: &Visit) -> Option<Said> {
    let days = it.notice_days.filter(|it| *it > 0)?;
    let count = voice.number(days.into()).text;
    let key = if days == 1 {
        "at_least_day_one"
    } else {
        "at_least_days"
    };
    Some(voice.own(voice.filled(key, &[("count", &count)])))
}

/// Where it is.
pub(in crate::render) fn location(voice: &Voice, center: &Center, outlet: Outlet) -> Vec<Fact> {
    let it = &center.location;
    let mut rows = facts::rows(voice, it.facts.facts(), outlet, |key| match key.name {
        "house_no" => Row::Own(voice.fact("address", Some(address(voice, center, it)))),
        "village" | "village_name" | "postal_code" => Row::Elsewhere, // in the address
        _ => Row::Usual,
    });
    let coordinates = it.point.filter(|_| outlet != Outlet::Paper);
    rows.extend(coordinates.and_then(|at| {
        let at = point(voice, at);
        let fact = voice.fact("coordinates", Some(voice.own(at.text)))?;
        Some(Fact {
            href: Some(at.href),
            ..fact
        })
    }));
    rows
}

/// The postal address on one line.
fn address(voice: &Voice, center: &Center, it: &Location) -> Said {
    let areas = &voice.parts.directory.areas;
    let mut line = Vec::new();
    let numbered = |key, number: &String| voice.filled(key, &[("number", &voice.digits(number))]);
    line.extend(it.house_no.as_ref().map(|it| numbered("address_house", it)));
    line.extend(
        it.village
            .as_ref()
            .map(|it| numbered("address_village", it)),
    );
    let village = it.village_name.as_ref().map(|it| it.in_lang(voice.lang));
    line.extend(village.map(|(name, _)| name.to_owned()));
    let subdistrict = it
        .subdistrict
        .as_ref()
        .and_then(|it| areas.subdistricts.get(it));
    line.extend(subdistrict.map(|it| voice.placed("place_subdistrict", &it.name)));
    let district = areas.districts.get(&it.district);
    line.extend(district.map(|it| voice.placed("place_district", &it.name)));
    let province = voice.province_of(center);
    line.extend(province.map(|it| voice.placed("place_province", it)));
    let mut text = line.join(match voice.lang {
        Lang::Th => " ",
        Lang::En => ", ",
    });
    if let Some(code) = &it.postal_code {
        text.push(' ');
        text.push_str(&voice.digits(code));
    }
    voice.own(text)
}

fn point(voice: &Voice, it: crate::model::area::Point) -> Point {
    let text = format!("{:.5}, {:.5}", it.latitude, it.longitude);
    let at = format!("{:.6},{:.6}", it.latitude, it.longitude);
    Point {
        latitude: it.latitude,
        longitude: it.longitude,
        text: voice.digits(&text),
        href: format!("https://www.google.com/maps/search/?api=1&query={at}"),
        app: format!("geo:{at}?q={at}"),
    }
}

pub(in crate::render) fn chair(voice: &Voice, center: &Center) -> Option<view::Chair> {
    let chair = center.chair.as_ref()?;
    Some(view::Chair {
        chair_as: chair.chair_as.map(|it| voice.named(it)),
        name: voice.maybe(chair.person.name.as_ref()),
        position: voice.maybe(chair.person.position.as_ref()),
    })
}

pub(in crate::render) fn resource_persons(
    voice: &Voice,
    center: &Center,
) -> Vec<view::ResourcePerson> {
    center
        .resource_persons
        .iter()
        .map(|it| view::ResourcePerson {
            name: voice.maybe(it.name.as_ref()),
            expertise: voice.maybe(it.expertise.as_ref()),
            station: voice.maybe(it.station.as_ref()),
            proof: voice.maybe(it.proof.as_ref()),
        })
        .filter(|it| it.name.is_some() || it.expertise.is_some())
        .collect()
}

fn leaders(voice: &Voice, center: &Center) -> Vec<view::Count> {
    let Some(leaders) = &center.leaders else {
        return Vec::new();
    };
    leaders
        .counts()
        .into_iter()
        .map(|(key, count)| view::Count {
            what: voice.named_key("leaders", key),
            count: voice.number(count.into()),
        })
        .collect()
}

fn service(voice: &Voice, center: &Center) -> Vec<view::ServiceYear> {
    center
        .service
        .iter()
        .map(|it| view::ServiceYear {
            year: voice.fiscal_year(it.year.value.0),
            visitors: it.visitors.map(|it| voice.number(it.into())),
            groups: it.groups.map(|it| voice.number(it.into())),
            satisfaction: match (it.satisfaction, it.satisfaction_percent) {
                (Some(score), _) => {
                    let (score, most) = (voice.digits(&score.to_string()), voice.digits("5"));
                    let values = [("score", score.as_str()), ("most", most.as_str())];
                    Some(voice.filled("satisfaction_of_five", &values))
                }
                (None, Some(percent)) => {
                    let value = voice.digits(&percent.to_string());
                    Some(voice.filled("percent", &[("value", &value)]))
                }
                (None, None) => None,
            },
        })
        .collect()
}

/// Awards as they are listed on a record.
pub(in crate::render) fn awards(voice: &Voice, awards: &[Award]) -> Vec<view::Award> {
    awards
        .iter()
        .map(|it| view::Award {
            title: voice.said(&it.title),
            level: it.level.map(|it| voice.named(it)),
            year: (it.year.as_ref()).map(|it| voice.fiscal_year(it.0)),
            by: voice.maybe(it.by.as_ref()),
        })
        .collect()
}

pub(in crate::render) fn committee(voice: &Voice, it: &Committee) -> Option<view::Committee> {
    let no_role = |(): &()| -> Option<Named> { None };
    let bodies: Vec<_> = [
        body(voice, "advisers", &it.advisers, no_role),
        body(voice, "steering", &it.steering, |it| Some(voice.named(*it))),
        body(voice, "working", &it.working, |it| Some(voice.named(*it))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let is_empty = bodies.is_empty() && it.order.is_none() && it.order_date.is_none();
    (!is_empty).then(|| view::Committee {
        order: it.order.as_ref().map(|it| {
            let said = voice.said(it);
            Said {
                text: voice.digits(&said.text),
                ..said
            }
        }),
        order_date: it.order_date.map(|it| voice.day(it)),
        bodies,
    })
}

fn body<Role>(
    voice: &Voice,
    key: &'static str,
    it: &Body<Role>,
    role: impl Fn(&Role) -> Option<Named>,
) -> Option<view::Body> {
    let seat = |seat: &Seat<Role>| view::Seat {
        name: voice.maybe(seat.name.as_ref()),
        position: voice.maybe(seat.position.as_ref()),
        role: seat.role.as_ref().and_then(&role),
        sector: seat.sector.map(|it| voice.named(it)),
    };
    let seats: Vec<_> = it.seats.iter().map(seat).collect();
    (it.count > 0 || !seats.is_empty()).then(|| view::Body {
        what: voice.named_key("body", key),
        count: voice.number(it.count.into()),
        seats,
    })
}

fn text_or_file(voice: &Voice, it: &TextOrDocument, prefix: &str) -> view::TextOrFile {
    match it {
        TextOrDocument::Text(text) => view::TextOrFile {
            text: Some(story::blocks(voice, text, prefix)),
            file: None,
        },
        TextOrDocument::Document(document) => view::TextOrFile {
            text: None,
            file: Some(story::file(voice, document)),
        },
    }
}

fn components(voice: &Voice, center: &Center) -> Vec<Cached<view::Component>> {
    let both_ways = |it: &Component| {
        [false, true].map(|is_documented| {
            Cached::from(view::Component {
                number: voice.digits(it.number()),
                what: voice.named(*it),
                is_documented,
            })
        })
    };
    let kept = &voice.parts.shared.components[voice.lang as usize];
    let all = kept.get_or_init(|| Component::ALL.iter().map(both_ways).collect());
    Component::ALL
        .iter()
        .zip(all)
        .map(|(it, views)| views[usize::from(center.documented.contains(it))].clone())
        .collect()
}

/// When it opened and was confirmed, and whatever else has no place of its own on the page.
fn record(voice: &Voice, it: &Center) -> Vec<Fact> {
    facts::rows(voice, it.facts.facts(), Outlet::Page, |key| {
        match key.name {
            "name" | "level" | "status" | "example" | "notice" | "notice_until" | "summary" => {
                Row::Elsewhere
            }
            _ => Row::Usual,
        }
    })
}
