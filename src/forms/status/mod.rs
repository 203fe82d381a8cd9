//! What a province or a district needs to know on a Monday: which entries there are, and what each of them waits for.
//!
//! In: a site that was checked, its entries as written, and what was found wrong. Out: counts by district and a list of matters, each of one
//! entry. Examples and drafts are no part of it. Never: shows anybody's name, unless whoever asks wants names.

mod consents;
mod dates;
mod entries;
mod photos;
pub mod show;

use std::collections::BTreeMap;

use super::{Month, Office, Wanted};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::center::Status as State;
use crate::model::{Date, DistrictCode, Lang, SitePath};
use crate::parse::draft::Drafts;
use crate::source::Sources;

/// What is known of a site.
#[derive(Debug)]
pub struct Known<'a> {
    /// The checked site.
    pub office: &'a Office,
    /// Its entries as written.
    pub drafts: &'a Drafts,
    /// Its texts and files.
    pub sources: &'a Sources,
    /// What is wrong with them.
    pub found: &'a Diagnostics,
}

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

/// Something that an entry waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// What kind of thing it is.
    pub kind: Kind,
    /// The district of the entry; `None` where it has none.
    pub district: Option<DistrictCode>,
    /// The file of the entry.
    pub file: SitePath,
    /// The day that it is about.
    pub on: Option<Date>,
    /// What it is, in Thai and in English.
    pub words: (String, String),
    /// Whom it is about.
    pub person: Option<String>,
}

impl Matter {
    /// What it is, for a reader of a language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Th => &self.words.0,
            Lang::En => &self.words.1,
        }
    }
}

/// What kind of thing an entry waits for, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It has mistakes, and is no part of the site.
    Mistake,
    /// A consent has ended.
    ConsentEnded,
    /// A consent ends soon.
    ConsentEnds,
    /// A day to come, or two days that cannot both be.
    Date,
    /// Nobody has confirmed it for a year.
    Unconfirmed,
    /// Components that it does not document yet.
    Components,
    /// A practice that shows more than it claims.
    Evidence,
    /// A photo that no entry names.
    Photo,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 8] = [
        Self::Mistake,
        Self::ConsentEnded,
        Self::ConsentEnds,
        Self::Date,
        Self::Unconfirmed,
        Self::Components,
        Self::Evidence,
        Self::Photo,
    ];

    /// The word for programs: stable.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mistake => "mistake",
            Self::ConsentEnded => "consent-ended",
            Self::ConsentEnds => "consent-ends",
            Self::Date => "date",
            Self::Unconfirmed => "unconfirmed",
            Self::Components => "components",
            Self::Evidence => "evidence",
            Self::Photo => "photo",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> &'static str {
        let (th, en) = match self {
            Self::Mistake => ("มีข้อผิดพลาด", "With mistakes"),
            Self::ConsentEnded => ("ความยินยอมสิ้นสุดแล้ว", "Consents that have ended"),
            Self::ConsentEnds => (
                "ความยินยอมที่จะสิ้นสุดภายใน 90 วัน",
                "Consents that end within 90 days",
            ),
            Self::Date => (
                "วันที่ในอนาคตหรือขัดแย้งกัน",
                "Days to come, or that contradict each other",
            ),
            Self::Unconfirmed => (
                "ไม่ได้ยืนยันข้อมูลมากว่าหนึ่งปี",
                "Not confirmed for more than a year",
            ),
            Self::Components => ("องค์ประกอบที่ควรเพิ่มต่อไป", "Components to add next"),
            Self::Evidence => (
                "แนวปฏิบัติที่ดีที่ยกระดับหลักฐานได้",
                "Practices whose evidence can be raised",
            ),
            Self::Photo => ("ภาพที่ไม่มีรายการใดใช้", "Photos that no entry names"),
        };
        match lang {
            Lang::Th => th,
            Lang::En => en,
        }
    }
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

/// The district that a file belongs to: that of its centre.
fn district_of(known: &Known, file: &SitePath) -> Option<DistrictCode> {
    let path = file.as_str().strip_prefix("content/centers/")?;
    let centers = &known.office.directory.centers;
    let found = centers.iter().filter(|it| {
        let rest = path.strip_prefix(it.path.as_str());
        rest.is_some_and(|rest| rest.starts_with('/'))
    });
    let center = found.max_by_key(|it| it.path.len());
    if let Some(center) = center {
        return Some(center.location.district.clone());
    }
    // One with mistakes is no part of the directory; its folder says where it is.
    let slug = path.split('/').next()?;
    let mut districts = known.office.directory.areas.districts.values();
    let district = districts.find(|it| it.slug == slug)?;
    Some(district.code.clone())
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
