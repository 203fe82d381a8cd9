//! The programme's targets and what the directory holds of them. It speaks of the directory, never of what an office has done.

use std::collections::BTreeMap;

use crate::model::center::{Component, Level, Status};
use crate::plan::progress::Counts;
use crate::plan::{MOST_DISTRICTS, Route};
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::areas::province_name;
use crate::render::pieces::rows::{coverage, in_own_order};
use crate::render::view::{ComponentProgress, LevelProgress, Progress, ProgressRow};

pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let directory = context.parts.directory;
    let progress = context.parts.listings.progress();
    let view = Progress {
        total: coverage(context, progress.total()),
        levels: vec![
            level(context, Level::District, progress.district),
            level(context, Level::Subdistrict, progress.subdistrict),
        ],
        rows: rows(context),
        components: components(context),
        shows_deadlines: directory.site.shows_deadlines(),
    };
    let head = Head::of_list(
        context,
        "progress",
        "progress",
        "describe_progress",
        Route::Progress,
        None,
    );
    MadePage::new("progress.html", "progress", &view, head)
}

fn level(context: &PageContext, level: Level, counts: Counts) -> LevelProgress {
    let directory = context.parts.directory;
    let deadlines = directory.site.deadlines.iter();
    let due = deadlines
        .filter(|it| it.show && it.level == level)
        .map(|it| it.due)
        .max();
    LevelProgress {
        level: context.named(level),
        coverage: coverage(context, counts),
        due: due.map(|it| context.day(it)),
        is_past: due.is_some_and(|it| it < directory.today),
        late: context.count(counts.late),
    }
}

/// By district; where these are too many to be read, by province.
fn rows(context: &PageContext) -> Vec<ProgressRow> {
    let directory = context.parts.directory;
    let parts = context.parts;
    let districts = 0..parts.listings.districts().len();
    let counts = |number| parts.listings.progress_of(number).counts.total();
    if districts.len() <= MOST_DISTRICTS {
        let rows = districts.map(|number| ProgressRow {
            name: context.text(&parts.district(number).name),
            href: Some(context.href(Route::District(number))),
            coverage: coverage(context, counts(number)),
        });
        return in_own_order(context, rows.collect(), |it| &it.name);
    }
    let mut order = Vec::new();
    let mut sums: BTreeMap<&str, Counts> = BTreeMap::new();
    for number in districts {
        let code = parts.district(number).province.as_str();
        if !sums.contains_key(code) {
            order.push(code);
        }
        let sum = sums.entry(code).or_default();
        *sum = sum.plus(counts(number));
    }
    order
        .into_iter()
        .map(|code| {
            let name = province_name(directory, code);
            ProgressRow {
                name: name.map_or_else(|| context.own(code), |it| context.text(it)),
                href: None,
                coverage: coverage(context, sums[code]),
            }
        })
        .collect()
}

fn components(context: &PageContext) -> Vec<ComponentProgress> {
    let all = context.parts.directory.centers.iter();
    let recorded: Vec<_> = all
        .filter(|it| !it.example && it.status != Status::Planned)
        .collect();
    Component::ALL
        .iter()
        .map(|it| {
            let count = recorded
                .iter()
                .filter(|center| center.documented.contains(it));
            let count = count.count();
            ComponentProgress {
                number: context.digits(it.number()),
                what: context.named(*it),
                centers: context.count(count),
                percent: context.count((count * 100).checked_div(recorded.len()).unwrap_or(0)),
            }
        })
        .collect()
}
