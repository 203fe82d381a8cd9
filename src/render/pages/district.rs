//! The page of a district: its centres by sub-district, its practices and activities, its office.

use std::ops::Range;

use super::pagination::{page_of, pagination};
use crate::model::center::Level;
use crate::model::directory::CenterId;
use crate::plan::{CalendarOf, FeedOf, Route};
use crate::render::context::PageContext;
use crate::render::feeds::calendar;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::map;
use crate::render::pieces::areas::province_name;
use crate::render::pieces::contact;
use crate::render::pieces::rows::coverage;
use crate::render::pieces::rows::in_own_order;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::{District, SubdistrictRow};

/// How many practices a district's page shows.
const PRACTICES: usize = 24;

/// How many activities it shows.
const SHOWN: usize = 6;

pub(in crate::render) fn page(context: &PageContext, number: usize, page: usize) -> MadePage {
    let directory = context.parts.directory;
    let it = context.parts.district(number);
    let lists = context.parts.listings;
    let listed = lists.centers_of_district(number);
    let progress = lists.progress_of(number);
    let records = lists.of_district(number);
    let route = Route::District(number);
    let feed = FeedOf::District(number);
    let pagination = pagination(context, route, page, listed.pages.len());
    let page_of = page_of(pagination.as_ref());
    let province = province_name(directory, &it.province);
    let shown: &[CenterId] = if page == 1 { &listed.centers } else { &[] };
    let rows = listed.pages.get(page - 1).map_or(&[][..], Vec::as_slice);
    let of_rows = rows
        .iter()
        .flat_map(|(at, range)| &listed.subdistricts[*at][range.clone()]);
    let on_page: Vec<CenterId> = shown.iter().chain(of_rows).copied().collect();
    let (provincial, centers): (Vec<CenterId>, Vec<CenterId>) = shown
        .iter()
        .partition(|id| directory.center(**id).level == Level::Province);
    let view = District {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: context.text(&it.name),
        province: province.map(|it| context.own(context.placed("place_province", it))),
        coverage: coverage(context, progress.counts.total()),
        map: map::district(context, number, &on_page),
        provincial_centers: context.center_cards(&provincial),
        centers: context.center_cards(&centers),
        is_center_planned: progress.is_center_planned,
        subdistricts: subdistricts(context, number, rows),
        subdistricts_total: context.count(listed.subdistricts.len()),
        pagination,
        best_practices: context
            .practice_cards(&records.practices[..records.practices.len().min(PRACTICES)]),
        best_practices_all: (records.practices.len() > PRACTICES).then(|| {
            format!(
                "{}?district={}",
                context.href(Route::BestPractices),
                it.slug
            )
        }),
        best_practices_total: context.tally(Unit::Practices, Saying::Beside, &records.practices),
        activities: context
            .activity_cards(&records.activities[..records.activities.len().min(SHOWN)]),
        office: contact::office(context, &it.code),
        feed: context
            .links
            .href(&context.parts.plan.feed_address(feed, context.lang)),
        calendar: calendar::has_any(context, &records.activities)
            .then(|| calendar::href(context, CalendarOf::District(number)))
            .flatten(),
    };
    let heading = context.own(context.placed("place_district", &it.name));
    let description = context.filled("describe_district", &[("name", &view.name.text)]);
    let mut head = Head::new("district", heading.clone(), &description);
    head.breadcrumbs = vec![(context.own(context.word("districts")), Route::Districts)];
    head.section = Some(Route::Districts);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("district.html", "district", &view, head)
}

fn subdistricts(
    context: &PageContext,
    number: usize,
    rows: &[(usize, Range<usize>)],
) -> Vec<SubdistrictRow> {
    let lists = context.parts.listings;
    let centers = &lists.centers_of_district(number).subdistricts;
    let codes = &lists.districts().get(number).subdistricts;
    let are_planned = &lists.progress_of(number).are_subdistricts_planned;
    let rows = rows.iter().map(|(at, range)| {
        let code = &codes[*at];
        let area = &context.parts.directory.areas.subdistricts[code];
        SubdistrictRow {
            code: code.clone(),
            name: context.text(&area.name),
            centers: context.center_cards(&centers[*at][range.clone()]),
            is_planned: are_planned[*at],
            is_target: area.is_target,
        }
    });
    in_own_order(context, rows.collect(), |it| &it.name)
}
