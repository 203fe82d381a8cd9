//! The programme's targets and what is there: the counts of the progress page, of districts and of home.
//!
//! In: a checked directory and the order of its districts. Out: counts by district and of the whole site. Examples are not counted,
//! planned centres are.

use std::collections::BTreeMap;

use super::districts::Districts;
use crate::model::center::{Component, Level, Status};
use crate::model::{Center, Date, Directory};

/// Counts of the levels that the programme has targets for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// District centres.
    pub district: Counts,
    /// Sub-district centres.
    pub subdistrict: Counts,
}

/// Targets and what is there. A target is an area that should have a centre, so no area counts twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Areas that should have a centre.
    pub target: usize,
    /// Those that have an entry: open, paused or closed.
    pub recorded: usize,
    /// Of these, those whose entry documents a component beside the place.
    pub documented: usize,
    /// Targets that the directory holds nothing of, though a deadline that the site shows has passed.
    pub overdue: usize,
    /// Reports that came after a deadline that the site shows.
    pub late: usize,
}

/// Counts of a district, and what is only on the target list.
#[derive(Debug)]
pub struct DistrictProgress {
    /// Its counts.
    pub counts: Progress,
    /// Its own centre is on the target list, nothing more.
    pub is_center_planned: bool,
    /// The same of the centre of each of its sub-districts, in their order.
    pub are_subdistricts_planned: Vec<bool>,
}

/// Counts of a whole site.
#[derive(Debug)]
pub(super) struct SiteProgress {
    /// By district, in their order.
    pub districts: Vec<DistrictProgress>,
    pub all: Progress,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            target: self.target + other.target,
            recorded: self.recorded + other.recorded,
            documented: self.documented + other.documented,
            overdue: self.overdue + other.overdue,
            late: self.late + other.late,
        }
    }
}

impl Progress {
    /// Both levels together.
    #[must_use]
    pub fn total(self) -> Counts {
        self.district.plus(self.subdistrict)
    }

    /// Both together, level by level.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            district: self.district.plus(other.district),
            subdistrict: self.subdistrict.plus(other.subdistrict),
        }
    }
}

/// Centres by their level and the code of their area.
type ByArea<'a> = BTreeMap<(Level, &'a str), Vec<&'a Center>>;

impl SiteProgress {
    pub(super) fn new(directory: &Directory, order: &Districts) -> Self {
        let mut by_area = ByArea::new();
        for center in directory.centers.iter().filter(|it| !it.example) {
            let code = match center.level {
                Level::District => Some(&center.location.district),
                Level::Subdistrict => center.location.subdistrict.as_ref(),
                Level::Province => None,
            };
            if let Some(code) = code {
                let here = by_area.entry((center.level, code)).or_default();
                here.push(center);
            }
        }
        let due = |level| {
            let deadlines = directory.site.deadlines.iter();
            let of_level = deadlines.filter(|it| it.show && it.level == level);
            of_level.map(|it| it.due).max()
        };
        let (district_due, subdistrict_due) = (due(Level::District), due(Level::Subdistrict));
        let mut all = Progress::default();
        let districts = order.iter().map(|district| {
            let own = at(&by_area, Level::District, &district.code);
            let mut counts = Progress {
                district: count(own, district_due, directory.today),
                ..Progress::default()
            };
            let mut are_subdistricts_planned = Vec::with_capacity(district.subdistricts.len());
            for code in &district.subdistricts {
                let here = at(&by_area, Level::Subdistrict, code);
                if directory.areas.subdistricts[code].is_target {
                    let more = count(here, subdistrict_due, directory.today);
                    counts.subdistrict = counts.subdistrict.plus(more);
                }
                are_subdistricts_planned.push(is_planned(here));
            }
            all = all.plus(counts);
            DistrictProgress {
                counts,
                is_center_planned: is_planned(own),
                are_subdistricts_planned,
            }
        });
        let districts = districts.collect();
        Self { districts, all }
    }
}

fn at<'a, 'b>(centers: &'b ByArea<'a>, level: Level, code: &'b str) -> &'b [&'a Center] {
    centers.get(&(level, code)).map_or(&[], Vec::as_slice)
}

fn is_planned(centers: &[&Center]) -> bool {
    !centers.is_empty() && centers.iter().all(|it| it.status == Status::Planned)
}

fn count(centers: &[&Center], due: Option<Date>, today: Date) -> Counts {
    let recorded: Vec<_> = centers
        .iter()
        .filter(|it| it.status != Status::Planned)
        .collect();
    let is_documented = recorded
        .iter()
        .any(|it| it.documented.iter().any(|part| *part != Component::Place));
    let reported_on = centers.iter().filter_map(|it| it.area_reported_on).min();
    let is_reported = reported_on.is_some() || !recorded.is_empty();
    let is_past = due.is_some_and(|due| due < today);
    let is_late = matches!((reported_on, due), (Some(on), Some(due)) if on > due);
    Counts {
        target: 1,
        recorded: usize::from(!recorded.is_empty()),
        documented: usize::from(is_documented),
        overdue: usize::from(is_past && !is_reported),
        late: usize::from(is_late),
    }
}
