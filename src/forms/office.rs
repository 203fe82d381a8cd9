//! What an office has in hand when it fills in a form: the directory, what the site counts, and what is for paper alone.
//!
//! In: a checked site. Out: districts in the order of the letter, the centres of an area, and the people whom an entry names, consent or not.
//! Examples are no part of it.

use std::cmp::Reverse;
use std::sync::Arc;

use super::document::thai;
use crate::check::{CenterPaper, PaperRecords};
use crate::locale::Locale;
use crate::memo::Memo;
use crate::model::center::{Level, Status};
use crate::model::{Center, Date, Directory, District, DistrictCode, Subdistrict};
use crate::plan::listings::Listings;
use crate::schema::person::Committee;
use crate::value::Lang;
use crate::value::date::THAI_MONTHS;
use crate::value::words::Digits;

/// A checked site as its office sees it.
#[derive(Debug)]
pub struct Office {
    /// What is published.
    pub directory: Arc<Directory>,
    /// What is not.
    pub paper: PaperRecords,
    /// What the site counts.
    pub listings: Listings,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Wanted<'a> {
    /// All that the site has.
    All,
    /// What belongs to a district.
    District(DistrictCode),
    /// What belongs to a centre: its summary.
    Center(&'a Center),
}

impl Wanted<'_> {
    /// Whether a district is asked for.
    pub(super) fn has_district(&self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::District(wanted) => wanted == code,
            Self::Center(center) => center.location.district == code,
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Common Era.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

/// The day of a month on which the report of the month before is due.
const DUE: i8 = 10;

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The month whose report is due next on a day: through the 10th that before, from then on the day's own.
    #[must_use]
    pub fn due_on(day: Date) -> Self {
        let this = Self::of(day);
        if day.day() <= DUE {
            this.before()
        } else {
            this
        }
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        match self.month {
            1 => Self {
                year: self.year - 1,
                month: 12,
            },
            month => Self {
                month: month - 1,
                ..self
            },
        }
    }

    /// The day by which its report reaches the province.
    #[must_use]
    pub fn report_due(self) -> Option<Date> {
        match self.month {
            12 => Date::new(self.year + 1, 1, DUE),
            month => Date::new(self.year, month + 1, DUE),
        }
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// `พฤศจิกายน ๒๕๖๙`
    #[must_use]
    pub fn in_thai(self) -> String {
        let name = THAI_MONTHS[(self.month - 1) as usize];
        format!(
            "{name} {}",
            thai(self.year + crate::value::date::BUDDHIST_ERA)
        )
    }
}

impl Office {
    /// An office of a checked site.
    #[must_use]
    pub fn new(directory: Directory, paper: PaperRecords) -> Self {
        let directory = Arc::new(directory);
        Self {
            listings: Listings::new(&directory, &Memo::off()),
            directory,
            paper,
        }
    }

    /// Districts in the order of the letter; those without a number after all others.
    #[must_use]
    pub fn districts(&self) -> Vec<&District> {
        let mut districts: Vec<_> = self.directory.areas.districts.values().collect();
        districts.sort_by_key(|it| {
            let number = it.letter_order.unwrap_or(u32::MAX);
            (it.province.clone(), number, it.code.clone())
        });
        districts
    }

    /// The sub-districts of a district for which the programme has a target, or which have an entry all the same.
    #[must_use]
    pub fn subdistricts<'a>(&'a self, district: &'a District) -> Vec<&'a Subdistrict> {
        let all = district.subdistricts.iter();
        all.filter_map(|code| self.directory.areas.subdistricts.get(code))
            .filter(|it| it.is_target || !self.in_subdistrict(it).is_empty())
            .collect()
    }

    /// The entries of a district's own centre: those that are more than planned first.
    #[must_use]
    pub fn in_district(&self, district: &District) -> Vec<&Center> {
        self.entries(|it| it.level == Level::District && it.location.district == district.code)
    }

    /// The entries of a sub-district's centre, likewise.
    #[must_use]
    pub fn in_subdistrict(&self, subdistrict: &Subdistrict) -> Vec<&Center> {
        let code = Some(&subdistrict.code);
        self.entries(|it| {
            it.level == Level::Subdistrict && it.location.subdistrict.as_ref() == code
        })
    }

    fn entries(&self, wanted: impl Fn(&Center) -> bool) -> Vec<&Center> {
        let all = self.directory.centers.iter().map(|it| &**it);
        let mut entries: Vec<_> = all.filter(|it| !it.example && wanted(it)).collect();
        entries.sort_by_key(|it| Reverse(it.status != Status::Planned));
        if entries
            .first()
            .is_some_and(|it| it.status != Status::Planned)
        {
            entries.retain(|it| it.status != Status::Planned);
        }
        entries
    }

    /// The people whom the entry of a centre names.
    #[must_use]
    pub fn people(&self, center: &Center) -> Option<&CenterPaper> {
        self.paper.centers.get(&center.path)
    }

    /// The committee order of a centre, with its names.
    #[must_use]
    pub fn committee(&self, center: &Center) -> Option<&Committee> {
        self.people(center)?.committee.as_ref()
    }

    /// The name of the province that a district lies in.
    #[must_use]
    pub fn province(&self, district: &District) -> Option<&str> {
        let provinces = &self.directory.areas.provinces;
        let province = provinces.get(&district.province).map(|it| &it.name);
        let province = province.or(self.directory.site.province.as_ref());
        province.map(|it| it.th.as_str())
    }

    /// The district of a code.
    #[must_use]
    pub fn district(&self, code: &str) -> Option<&District> {
        self.directory.areas.districts.get(code)
    }

    /// The sub-district of a centre.
    #[must_use]
    pub fn subdistrict(&self, center: &Center) -> Option<&Subdistrict> {
        let code = center.location.subdistrict.as_ref()?;
        self.directory.areas.subdistricts.get(code)
    }
}

/// A day as official papers write it: `๑๓ มีนาคม ๒๕๖๕`.
#[must_use]
pub(super) fn day(date: Date) -> String {
    THAI.long_day(date)
}

/// Several days, likewise.
#[must_use]
pub(super) fn days(start: Date, end: Option<Date>) -> String {
    match end {
        Some(end) if end > start => THAI.days(start, end),
        _ => day(start),
    }
}

const THAI: Locale = Locale {
    lang: Lang::Th,
    digits: Digits::Thai,
};
