//! The page of a district: its centres by sub-district, its practices and activities, its office.

use std::ops::Range;

use super::pagination::{page_of, pagination};
use crate::model::center::Level;
use crate::model::directory::CenterId;
use crate::plan::listings::DistrictNeighbours;
use crate::plan::{CalendarOf, FeedOf, What};
use crate::render::context::Voice;
use crate::render::feeds::calendar;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pieces::areas::province_name;
use crate::render::pieces::contact;
use crate::render::pieces::rows::coverage;
use crate::render::view::{District, SubdistrictRow};

/// How many practices a district's page shows.
const PRACTICES: usize = 24;

/// How many activities it shows.
const SHOWN: usize = 6;

pub(in crate::render) fn page(voice: &Voice, number: usize, page: usize) -> MadePage {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours.districts[number];
    let it = &directory.areas.districts[&near.code];
    let what = What::District(number);
    let feed = FeedOf::District(number);
    let pagination = pagination(voice, what, page, near.pages.len());
    let page_of = page_of(pagination.as_ref());
    let province = province_name(directory, &it.province);
    let shown: &[CenterId] = if page == 1 { &near.centers } else { &[] };
    let rows = near.pages.get(page - 1).map_or(&[][..], Vec::as_slice);
    let of_rows = rows
        .iter()
        .flat_map(|(at, range)| &near.subdistricts[*at].centers[range.clone()]);
    let on_page: Vec<CenterId> = shown.iter().chain(of_rows).copied().collect();
    let (provincial, centers): (Vec<CenterId>, Vec<CenterId>) = shown
        .iter()
        .partition(|id| directory.center(**id).level == Level::Province);
    let view = District {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: voice.said(&it.name),
        province: province.map(|it| voice.own(voice.placed("place_province", it))),
        coverage: coverage(voice, near.progress.total()),
        map: map::district(voice, number, &on_page),
        provincial_centers: voice.center_cards(&provincial),
        centers: voice.center_cards(&centers),
        is_center_planned: near.is_center_planned,
        subdistricts: subdistricts(voice, near, page),
        subdistricts_total: voice.count(near.subdistricts.len()),
        pagination,
        best_practices: voice
            .practice_cards(&near.practices[..near.practices.len().min(PRACTICES)]),
        best_practices_all: (near.practices.len() > PRACTICES)
            .then(|| format!("{}?district={}", voice.href(What::BestPractices), it.slug)),
        best_practices_total: voice.count(near.practices.len()),
        activities: voice.activity_cards(&near.activities[..near.activities.len().min(SHOWN)]),
        office: contact::office(voice, &near.code),
        feed: voice
            .links
            .href(&voice.parts.plan.feed_address(directory, feed, voice.lang)),
        calendar: calendar::has_any(voice, &near.activities)
            .then(|| calendar::href(voice, CalendarOf::District(number)))
            .flatten(),
    };
    let heading = voice.own(voice.placed("place_district", &it.name));
    let description = voice.filled("describe_district", &[("name", &view.name.text)]);
    let mut head = Head::new("district", heading.clone(), &description);
    head.breadcrumbs = vec![(voice.own(voice.word("districts")), What::Districts)];
    head.section = Some(What::Districts);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("district.html", "district", &view, head)
}

fn subdistricts(voice: &Voice, near: &DistrictNeighbours, page: usize) -> Vec<SubdistrictRow> {
    let rows: &[(usize, Range<usize>)] = near.pages.get(page - 1).map_or(&[], Vec::as_slice);
    rows.iter()
        .map(|(at, range)| {
            let it = &near.subdistricts[*at];
            let area = &voice.parts.directory.areas.subdistricts[&it.code];
            SubdistrictRow {
                code: it.code.clone(),
                name: voice.said(&area.name),
                centers: voice.center_cards(&it.centers[range.clone()]),
                is_planned: it.is_planned,
                is_target: area.is_target,
            }
        })
        .collect()
}
