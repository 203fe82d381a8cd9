//! The page of a centre: everything of the entry, in the order that a visitor needs.

use crate::model::Lang;
use crate::model::center::{
    Award, Body, Center, Committee, Component, Location, Seat, TextOrDocument, Visit,
};
use crate::model::directory::CenterId;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, Thing, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pieces::facts::{self, Row};
use crate::render::pieces::{contact, nearby, story};
use crate::render::view::{self, Cached, Fact, LocalizedText, Named, Point};
use crate::schema::{Outlet, Record};

/// How many best practices a centre's page shows.
const PRACTICES: usize = 24;
/// How many activities it shows.
const ACTIVITIES: usize = 12;

pub(in crate::render) fn page(context: &PageContext, id: CenterId) -> MadePage {
    let it = context.parts.directory.center(id);
    let view = view(context, id, it);
    let description = view.summary.as_ref().map_or_else(
        || format!("{} {}", view.name.text, view.area.text),
        |it| it.text.clone(),
    );
    let mut head = Head::new("center", view.name.clone(), &description);
    head.breadcrumbs = trail(context, it);
    head.section = Some(Route::Centers);
    head.cover.clone_from(&it.cover);
    head.thing = Some(Thing::Center(id));
    head.feed = context.district_feed(it);
    head.is_record = true;
    head.is_example = it.example;
    head.is_untranslated = is_untranslated(context, &it.name, &it.story);
    MadePage::new("center.html", "center", &view, head)
}

/// The way to a centre: through its district.
pub(in crate::render) fn trail(
    context: &PageContext,
    center: &Center,
) -> Vec<(LocalizedText, Route)> {
    let Some(number) = context.parts.listings.district_of(center) else {
        return Vec::new();
    };
    let district = context.parts.district(number);
    vec![
        (context.own(context.word("districts")), Route::Districts),
        (
            context.own(context.placed("place_district", &district.name)),
            Route::District(number),
        ),
    ]
}

fn view(context: &PageContext, id: CenterId, it: &Center) -> view::Center {
    let parts = context.parts;
    let own = parts.listings.of_center(id);
    let shown = own.practices.len().min(PRACTICES);
    let shown_activities = own.activities.len().min(ACTIVITIES);
    let (nearby, related) = nearby::centers(context, id);
    view::Center {
        key: it.path.clone(),
        qr: context.qr(Route::Center(id)),
        name: context.text(&it.name),
        level: context.named(it.level),
        status: context.named(it.status),
        is_open: context.closed_status(it).is_none(),
        notice: context.maybe(it.notice.as_ref()),
        notice_until: it.notice_until.map(|it| context.day(it)),
        summary: context.maybe(it.summary.as_ref()),
        area: context.area(it),
        district: district_link(context, it),
        cover: it.cover.as_ref().and_then(|it| story::photo(context, it)),
        topics: context.topics(&it.topics),
        missions: context.missions(&it.missions),
        highlights: it
            .highlights
            .iter()
            .map(|it| view::Highlight {
                kind: it.kind.map(|it| context.named(it)),
                title: context.maybe(it.title.as_ref()),
                text: it.text.as_ref().map(|it| story::inline(context, it)),
            })
            .collect(),
        visit: visit(context, it, Outlet::Page),
        location: location(context, it, Outlet::Page),
        point: it.location.point.map(point),
        locator: map::locator(context, it),
        contact: contact::of(context, it.coordinator.as_ref(), it),
        chair: chair(context, it),
        learning_stations: it
            .learning_stations
            .iter()
            .enumerate()
            .map(|(at, it)| view::Station {
                number: context.count(at + 1),
                title: context.text(&it.title),
                text: context.maybe(it.text.as_ref()),
                photo: it.photo.as_ref().and_then(|it| story::photo(context, it)),
            })
            .collect(),
        courses: it
            .courses
            .iter()
            .map(|it| view::Course {
                title: context.text(&it.title),
                mission: it.mission.map(|it| context.named(it)),
                audience: context.maybe(it.audience.as_ref()),
                duration: context.maybe(it.duration.as_ref()),
                text: context.maybe(it.text.as_ref()),
            })
            .collect(),
        resource_persons: resource_persons(context, it),
        knowledge: it
            .knowledge
            .iter()
            .map(|it| view::Knowledge {
                title: context.maybe(it.title.as_ref()),
                text: context.maybe(it.text.as_ref()),
                file: it.file.as_ref().map(|it| story::file(context, it)),
            })
            .collect(),
        leaders: leaders(context, it),
        service: service(context, it),
        partners: it
            .partners
            .iter()
            .map(|it| view::Partner {
                name: context.text(&it.name),
                sector: it.sector.map(|it| context.named(it)),
                href: it.url.as_deref().cloned(),
            })
            .collect(),
        awards: awards(context, &it.awards),
        photos: story::photos(context, &it.photos),
        committee: it.committee.as_ref().and_then(|it| committee(context, it)),
        rules: it
            .rules
            .as_ref()
            .map(|it| text_or_file(context, it, "rules:")),
        plan: it
            .plan
            .as_ref()
            .map(|it| text_or_file(context, it, "plan:")),
        leaflet: context.page_href(Route::Leaflet(id)),
        poster: context.page_href(Route::Poster(id)),
        contact_card: context.file_href(&parts.plan.card_address(id, context.lang)),
        links: it
            .links
            .all()
            .into_iter()
            .map(|(key, href)| view::Channel {
                what: context.named_key("channel", key),
                href: href.to_owned(),
            })
            .collect(),
        story: story::story(context, &it.story),
        best_practices: context.practice_cards(&own.practices[..shown]),
        best_practices_total: context.count(own.practices.len()),
        activities: context.activity_cards(&own.activities[..shown_activities]),
        activities_total: context.count(own.activities.len()),
        nearby,
        related,
        components: components(context, it),
        documented: context.count(it.documented.len()),
        components_total: context.count(Component::ALL.len()),
        record: record(context, it),
        checked_on: it.checked_on.map(|it| context.day(it)),
        checked_by: context.maybe(it.checked_by.as_ref()),
        extra: it.extra.clone(),
    }
}

fn district_link(context: &PageContext, center: &Center) -> view::Link {
    let parts = context.parts;
    let number = parts.listings.district_of(center);
    let district = parts
        .directory
        .areas
        .districts
        .get(&center.location.district);
    let name = district.map_or_else(String::new, |it| context.placed("place_district", &it.name));
    context.link(
        context.own(name),
        number.map_or(Route::Districts, Route::District),
    )
}

impl PageContext<'_> {
    /// The feed of a centre's district, and the district's name.
    pub(in crate::render) fn district_feed(
        &self,
        center: &Center,
    ) -> Option<(LocalizedText, crate::plan::FeedOf)> {
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

/// Can a group come, when, for how much. Nobody books at a centre that is paused or closed.
pub(in crate::render) fn visit(
    context: &PageContext,
    center: &Center,
    outlet: Outlet,
) -> Vec<Fact> {
    let it = &center.visit;
    let is_open = center.is_open();
    facts::rows(context, it.facts(), outlet, |key| match key.name {
        "hours" | "booking" | "notice_days" if !is_open => Row::Elsewhere,
        "notice_days" => Row::Own(context.fact("notice_days", notice(context, it))),
        "group_min" => {
            let group = context.group(it, "people_between", "people_from", "people_up_to");
            Row::Own(context.fact("group", group.map(|it| context.own(it))))
        }
        "group_max" => Row::Elsewhere, // with the smallest group
        _ => Row::Usual,
    })
}

/// How long ahead a group books.
fn notice(context: &PageContext, it: &Visit) -> Option<LocalizedText> {
    let days = it.notice_days.filter(|it| *it > 0)?;
    let count = context.number(days.into()).text;
    let key = if days == 1 {
        "at_least_day_one"
    } else {
        "at_least_days"
    };
    Some(context.own(context.filled(key, &[("count", &count)])))
}

/// Where it is.
pub(in crate::render) fn location(
    context: &PageContext,
    center: &Center,
    outlet: Outlet,
) -> Vec<Fact> {
    let it = &center.location;
    let mut rows = facts::rows(context, it.facts.facts(), outlet, |key| match key.name {
        "house_no" => Row::Own(context.fact("address", Some(address(context, center, it)))),
        "village" | "village_name" | "postal_code" => Row::Elsewhere, // in the address
        _ => Row::Usual,
    });
    let coordinates = it.point.filter(|_| outlet != Outlet::Paper);
    rows.extend(coordinates.and_then(|at| {
        let at = point(at);
        let fact = context.fact("coordinates", Some(context.own(at.text)))?;
        Some(Fact {
            href: Some(at.href),
            ..fact
        })
    }));
    rows
}

/// The postal address on one line.
fn address(context: &PageContext, center: &Center, it: &Location) -> LocalizedText {
    let areas = &context.parts.directory.areas;
    let mut line = Vec::new();
    let numbered =
        |key, number: &String| context.filled(key, &[("number", &context.digits(number))]);
    line.extend(it.house_no.as_ref().map(|it| numbered("address_house", it)));
    line.extend(
        it.village
            .as_ref()
            .map(|it| numbered("address_village", it)),
    );
    let village = it.village_name.as_ref().map(|it| it.in_lang(context.lang));
    line.extend(village.map(|(name, _)| name.to_owned()));
    let subdistrict = it
        .subdistrict
        .as_ref()
        .and_then(|it| areas.subdistricts.get(it));
    line.extend(subdistrict.map(|it| context.placed("place_subdistrict", &it.name)));
    let district = areas.districts.get(&it.district);
    line.extend(district.map(|it| context.placed("place_district", &it.name)));
    let province = context.province_of(center);
    line.extend(province.map(|it| context.placed("place_province", it)));
    let mut text = line.join(match context.lang {
        Lang::Th => " ",
        Lang::En => ", ",
    });
    if let Some(code) = &it.postal_code {
        text.push(' ');
        text.push_str(&context.digits(code));
    }
    context.own(text)
}

fn point(it: crate::model::area::Point) -> Point {
    let text = format!("{:.5}, {:.5}", it.latitude, it.longitude);
    let at = format!("{:.6},{:.6}", it.latitude, it.longitude);
    Point {
        latitude: it.latitude,
        longitude: it.longitude,
        // In Arabic digits on every page: maps read no others.
        text,
        href: format!("https://www.google.com/maps/search/?api=1&query={at}"),
        app: format!("geo:{at}?q={at}"),
    }
}

pub(in crate::render) fn chair(context: &PageContext, center: &Center) -> Option<view::Chair> {
    let chair = center.chair.as_ref()?;
    Some(view::Chair {
        chair_as: chair.chair_as.map(|it| context.named(it)),
        name: context.maybe(chair.person.name.as_ref()),
        position: context.maybe(chair.person.position.as_ref()),
    })
}

pub(in crate::render) fn resource_persons(
    context: &PageContext,
    center: &Center,
) -> Vec<view::ResourcePerson> {
    center
        .resource_persons
        .iter()
        .map(|it| view::ResourcePerson {
            name: context.maybe(it.name.as_ref()),
            expertise: context.maybe(it.expertise.as_ref()),
            station: context.maybe(it.station.as_ref()),
            proof: context.maybe(it.proof.as_ref()),
        })
        .filter(|it| it.name.is_some() || it.expertise.is_some())
        .collect()
}

fn leaders(context: &PageContext, center: &Center) -> Vec<view::Count> {
    let Some(leaders) = &center.leaders else {
        return Vec::new();
    };
    leaders
        .counts()
        .into_iter()
        .map(|(key, count)| view::Count {
            what: context.named_key("leaders", key),
            count: context.number(count.into()),
        })
        .collect()
}

fn service(context: &PageContext, center: &Center) -> Vec<view::ServiceYear> {
    center
        .service
        .iter()
        .map(|it| view::ServiceYear {
            year: context.fiscal_year(it.year.value.0),
            visitors: it.visitors.map(|it| context.number(it.into())),
            groups: it.groups.map(|it| context.number(it.into())),
            satisfaction: match (it.satisfaction, it.satisfaction_percent) {
                (Some(score), _) => {
                    let (score, most) = (context.digits(&score.to_string()), context.digits("5"));
                    let values = [("score", score.as_str()), ("most", most.as_str())];
                    Some(context.filled("satisfaction_of_five", &values))
                }
                (None, Some(percent)) => {
                    let value = context.digits(&percent.to_string());
                    Some(context.filled("percent", &[("value", &value)]))
                }
                (None, None) => None,
            },
        })
        .collect()
}

/// Awards as they are listed on a record.
pub(in crate::render) fn awards(context: &PageContext, awards: &[Award]) -> Vec<view::Award> {
    awards
        .iter()
        .map(|it| view::Award {
            title: context.text(&it.title),
            level: it.level.map(|it| context.named(it)),
            year: (it.year.as_ref()).map(|it| context.fiscal_year(it.0)),
            by: context.maybe(it.by.as_ref()),
        })
        .collect()
}

pub(in crate::render) fn committee(
    context: &PageContext,
    it: &Committee,
) -> Option<view::Committee> {
    let no_role = |(): &()| -> Option<Named> { None };
    let bodies: Vec<_> = [
        body(context, "advisers", &it.advisers, no_role),
        body(context, "steering", &it.steering, |it| {
            Some(context.named(*it))
        }),
        body(context, "working", &it.working, |it| {
            Some(context.named(*it))
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let is_empty = bodies.is_empty() && it.order.is_none() && it.order_date.is_none();
    (!is_empty).then(|| view::Committee {
        order: it.order.as_ref().map(|it| {
            let text = context.text(it);
            LocalizedText {
                text: context.digits(&text.text),
                ..text
            }
        }),
        order_date: it.order_date.map(|it| context.day(it)),
        bodies,
    })
}

fn body<Role>(
    context: &PageContext,
    key: &'static str,
    it: &Body<Role>,
    role: impl Fn(&Role) -> Option<Named>,
) -> Option<view::Body> {
    let seat = |seat: &Seat<Role>| view::Seat {
        name: context.maybe(seat.name.as_ref()),
        position: context.maybe(seat.position.as_ref()),
        role: seat.role.as_ref().and_then(&role),
        sector: seat.sector.map(|it| context.named(it)),
    };
    let seats: Vec<_> = it.seats.iter().map(seat).collect();
    (it.count > 0 || !seats.is_empty()).then(|| view::Body {
        what: context.named_key("body", key),
        count: context.number(it.count.into()),
        seats,
    })
}

fn text_or_file(context: &PageContext, it: &TextOrDocument, prefix: &str) -> view::TextOrFile {
    match it {
        TextOrDocument::Text(text) => view::TextOrFile {
            text: Some(story::blocks(context, text, prefix)),
            file: None,
        },
        TextOrDocument::Document(document) => view::TextOrFile {
            text: None,
            file: Some(story::file(context, document)),
        },
    }
}

fn components(context: &PageContext, center: &Center) -> Vec<Cached<view::Component>> {
    let both_ways = |it: &Component| {
        [false, true].map(|is_documented| {
            Cached::from(view::Component {
                number: context.digits(it.number()),
                what: context.named(*it),
                is_documented,
            })
        })
    };
    let kept = &context.parts.shared.components[context.lang as usize];
    let all = kept.get_or_init(|| Component::ALL.iter().map(both_ways).collect());
    Component::ALL
        .iter()
        .zip(all)
        .map(|(it, views)| views[usize::from(center.documented.contains(it))].clone())
        .collect()
}

/// When it opened and was confirmed, and whatever else has no place of its own on the page.
fn record(context: &PageContext, it: &Center) -> Vec<Fact> {
    facts::rows(context, it.facts.facts(), Outlet::Page, |key| {
        match key.name {
            "name" | "level" | "status" | "example" | "notice" | "notice_until" | "summary" => {
                Row::Elsewhere
            }
            _ => Row::Usual,
        }
    })
}
