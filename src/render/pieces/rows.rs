//! Rows of districts, topics and learning areas, with their counts.

use crate::model::Lang;
use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::plan::Route;
use crate::plan::progress::Counts;
use crate::render::context::PageContext;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::{Coverage, DistrictRow, LocalizedText, MissionRow, TopicRow};

fn district_row(context: &PageContext, number: usize) -> DistrictRow {
    let it = context.parts.district(number);
    let lists = context.parts.listings;
    DistrictRow {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: context.text(&it.name),
        href: context.href(Route::District(number)),
        coverage: coverage(context, lists.progress_of(number).counts.total()),
        practices: context.tally(
            Unit::Practices,
            Saying::Beside,
            &lists.of_district(number).practices,
        ),
    }
}

/// Rows of areas in the order of the page's language: they come in Thai order, and an English page has them from A to Z, those without an
/// English name last.
pub(in crate::render) fn in_own_order<T>(
    context: &PageContext,
    mut rows: Vec<T>,
    name: impl Fn(&T) -> &LocalizedText,
) -> Vec<T> {
    if context.lang == Lang::En {
        rows.sort_by_cached_key(|it| {
            let name = name(it);
            (name.lang.is_some(), name.text.to_lowercase())
        });
    }
    rows
}

/// Rows of districts, by number.
pub(in crate::render) fn district_rows(
    context: &PageContext,
    numbers: impl Iterator<Item = usize>,
) -> Vec<DistrictRow> {
    let rows = numbers.map(|it| district_row(context, it)).collect();
    in_own_order(context, rows, |it| &it.name)
}

pub(in crate::render) fn coverage(context: &PageContext, it: Counts) -> Coverage {
    Coverage {
        target: context.count(it.target),
        recorded: context.count(it.recorded),
        documented: context.count(it.documented),
        overdue: context.count(it.overdue),
        percent: context.count((it.recorded * 100).checked_div(it.target).unwrap_or(0)),
    }
}

pub(in crate::render) fn topic_row(context: &PageContext, id: TopicId) -> TopicRow {
    let lists = context.parts.listings;
    TopicRow {
        topic: context.topic(id),
        centers: context.tally(Unit::Centers, Saying::Beside, lists.centers_of_topic(id)),
        practices: context.tally(
            Unit::Practices,
            Saying::Beside,
            &lists.of_topic(id).practices,
        ),
    }
}

/// A learning area in a list; none where no entry teaches it.
pub(in crate::render) fn mission_row(
    context: &PageContext,
    mission: Mission,
) -> Option<MissionRow> {
    let (centers, practices) = context.parts.listings.of_mission(mission);
    let is_empty = centers.is_empty() && practices.is_empty();
    (!is_empty).then(|| MissionRow {
        mission: context.named(mission),
        href: context.href(Route::Mission(mission)),
        centers: context.tally(Unit::Centers, Saying::Beside, &centers),
        practices: context.tally(Unit::Practices, Saying::Beside, &practices),
    })
}
