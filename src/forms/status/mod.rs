//! What a province or a district needs to know on a Monday: which entries there are, and what each of them waits for.
//!
//! In: a site that was checked, its entries as written, and what was found wrong. Out: counts by district and a list of matters, each of one
//! entry. Examples and drafts are no part of it. Never: shows anybody's name, unless whoever asks wants names.

mod consents;
mod dates;
mod entries;
mod matter;
mod photos;
pub mod show;

use std::collections::BTreeMap;

pub use matter::{Kind, Known, Matter};

use matter::district_of;

use super::office::{Month, Office, Wanted};
use crate::diagnostic::Severity;
use crate::model::center::Status as State;
use crate::model::{Date, DistrictCode, SitePath};

/// How a site stands on a day.
#[derive(Debug)]
pub struct Status {
    /// The day.
    pub today: Date,
    /// The month whose activity report is due next.
    pub month: Month,
    /// In the order of the letter.
    pub districts: Vec<DistrictStatus>,
    /// In the order of their kinds, districts and entries.
    pub matters: Vec<Matter>,
}

/// How a district stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistrictStatus {
    /// Its code; empty for all districts together.
    pub code: DistrictCode,
    /// Its name in Thai and in English.
    pub name: (String, String),
    /// Areas that should have a centre.
    pub target: usize,
    /// Those of which the directory holds an entry, as the site counts them.
    pub recorded: usize,
    /// Entries by their state: open, paused, closed, planned.
    pub states: [usize; 4],
    /// Activities of the month whose report is due.
    pub activities: usize,
}

/// How a site stands; names only where they are wanted.
#[must_use]
pub fn status(known: &Known, wanted: &Wanted, with_people: bool) -> Status {
    let today = known.office.directory.today;
    let month = Month::due_on(today);
    let mut matters = mistakes(known);
    matters.extend(consents::ending(known, today));
    matters.extend(dates::doubtful(known, today));
    matters.extend(entries::unconfirmed(known.office, today));
    matters.extend(entries::components(known.office));
    matters.extend(entries::evidence(known.office));
    matters.extend(photos::unnamed(known));
    matters.retain(|it| match (&it.district, wanted) {
        (Some(code), _) => wanted.has_district(code),
        (None, Wanted::All) => true,
        (None, _) => false,
    });
    if !with_people {
        for it in &mut matters {
            it.person = None;
        }
    }
    matters.sort();
    matters.dedup();
    Status {
        today,
        month,
        districts: districts(known.office, wanted, month),
        matters,
    }
}

/// Entries with mistakes, but for days, which are told as such.
fn mistakes(known: &Known) -> Vec<Matter> {
    let mut counts: BTreeMap<&SitePath, usize> = BTreeMap::new();
    for it in known.found.iter() {
        if it.severity == Severity::Error
            && !dates::is_about_days(&it.problem)
            && let Some(place) = &it.place
        {
            *counts.entry(&place.file).or_default() += 1;
        }
    }
    let matter = |(file, count): (&SitePath, usize)| Matter {
        kind: Kind::Mistake,
        district: district_of(known, file),
        file: file.clone(),
        on: None,
        words: (
            format!("ข้อผิดพลาด {count} จุด ดูได้ด้วย sala check"),
            format!("mistakes: {count}; see sala check"),
        ),
        person: None,
    };
    counts.into_iter().map(matter).collect()
}

fn districts(office: &Office, wanted: &Wanted, month: Month) -> Vec<DistrictStatus> {
    let directory = &office.directory;
    let chosen = office.districts().into_iter();
    chosen
        .filter(|it| wanted.has_district(&it.code))
        .map(|district| {
            let number = office.listings.districts().number(&district.code);
            let counts = number.map(|it| office.listings.progress_of(it).counts.total());
            let counts = counts.unwrap_or_default();
            let name = &district.name;
            let mut status = DistrictStatus {
                code: district.code.clone(),
                name: (
                    name.th.clone(),
                    name.en.clone().unwrap_or_else(|| name.th.clone()),
                ),
                target: counts.target,
                recorded: counts.recorded,
                ..DistrictStatus::default()
            };
            for center in &directory.centers {
                if !center.example && center.location.district == district.code {
                    status.states[state(center.status)] += 1;
                }
            }
            let held = directory.activities.iter().filter(|it| {
                let center = directory.center(it.center);
                !it.example && month.has(it.date) && center.location.district == district.code
            });
            status.activities = held.count();
            status
        })
        .collect()
}

fn state(state: State) -> usize {
    match state {
        State::Open => 0,
        State::Paused => 1,
        State::Closed => 2,
        State::Planned => 3,
    }
}

impl Status {
    /// All districts together.
    #[must_use]
    pub fn total(&self) -> DistrictStatus {
        let mut total = DistrictStatus::default();
        for it in &self.districts {
            total.target += it.target;
            total.recorded += it.recorded;
            total.activities += it.activities;
            for (sum, count) in total.states.iter_mut().zip(it.states) {
                *sum += count;
            }
        }
        total
    }
}
