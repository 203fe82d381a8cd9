//! The programme's targets: what is open, documented and overdue.

use std::collections::BTreeMap;

use crate::model::center::{Component, Level, Status};
use crate::plan::progress::Counts;
use crate::plan::{MOST_DISTRICTS, Route};
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::areas::province_name;
use crate::render::pieces::rows::coverage;
use crate::render::view::{ComponentProgress, LevelProgress, Progress, ProgressRow};

pub(in crate::render) fn page(voice: &Voice) -> MadePage {
    let directory = voice.parts.directory;
    let progress = voice.parts.listings.progress();
    let view = Progress {
        total: coverage(voice, progress.total()),
        levels: vec![
            level(voice, Level::District, progress.district),
            level(voice, Level::Subdistrict, progress.subdistrict),
        ],
        rows: rows(voice),
        components: components(voice),
        today: voice.day(directory.today),
    };
    let head = Head::of_list(
        voice,
        "progress",
        "progress",
        "describe_progress",
        Route::Progress,
        None,
    );
    MadePage::new("progress.html", "progress", &view, head)
}

fn level(voice: &Voice, level: Level, counts: Counts) -> LevelProgress {
    let directory = voice.parts.directory;
    let deadlines = directory.site.deadlines.iter();
    let due = deadlines
        .filter(|it| it.level == level)
        .map(|it| it.due)
        .max();
    LevelProgress {
        level: voice.named(level),
        coverage: coverage(voice, counts),
        due: due.map(|it| voice.day(it)),
        is_past: due.is_some_and(|it| it < directory.today),
        late: voice.count(counts.late),
    }
}

/// By district; where these are too many to be read, by province.
fn rows(voice: &Voice) -> Vec<ProgressRow> {
    let directory = voice.parts.directory;
    let parts = voice.parts;
    let districts = 0..parts.listings.districts().len();
    let counts = |number| parts.listings.progress_of(number).counts.total();
    if districts.len() <= MOST_DISTRICTS {
        return districts
            .map(|number| ProgressRow {
                name: voice.said(&parts.district(number).name),
                href: Some(voice.href(Route::District(number))),
                coverage: coverage(voice, counts(number)),
            })
            .collect();
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
                name: name.map_or_else(|| voice.own(code), |it| voice.said(it)),
                href: None,
                coverage: coverage(voice, sums[code]),
            }
        })
        .collect()
}

fn components(voice: &Voice) -> Vec<ComponentProgress> {
    let all = voice.parts.directory.centers.iter();
    let established: Vec<_> = all
        .filter(|it| !it.example && it.status != Status::Planned)
        .collect();
    Component::ALL
        .iter()
        .map(|it| {
            let count = established
                .iter()
                .filter(|center| center.documented.contains(it));
            let count = count.count();
            ComponentProgress {
                number: voice.digits(it.number()),
                what: voice.named(*it),
                centers: voice.count(count),
                percent: voice.count((count * 100).checked_div(established.len()).unwrap_or(0)),
            }
        })
        .collect()
}
