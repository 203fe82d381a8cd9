//! A day of the calendar, Common Era inside.
//!
//! In: years, months and days. Out: a day that exists, in ISO 8601. Buddhist Era is read by `parse` and shown by `render`.

use std::fmt;

/// Months in Thai.
pub const THAI_MONTHS: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];
/// The same as forms shorten them.
pub const THAI_MONTHS_SHORT: [&str; 12] = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
];

/// Months in English.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day that exists. Orders by time; displays as ISO 8601 (`2022-03-13`). The default stands in for one that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date(jiff::civil::Date);

/// What a Buddhist Era year is ahead of the Common Era year.
pub const BUDDHIST_ERA: i16 = 543;

impl Date {
    /// The day of the letter that began the programme, 13 March 2565.
    pub const PROGRAMME_START: Self = Self(jiff::civil::date(2022, 3, 13));

    /// The day, or `None` where the calendar has no such day. `year` is Common Era, 1 to 9999.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day in Bangkok (UTC+7, no summer time since 1920) at a number of seconds since 1970-01-01T00:00:00Z.
    /// `None` outside the years -9999 to 9999.
    #[must_use]
    pub fn in_bangkok(seconds_since_1970: i64) -> Option<Self> {
        let bangkok = jiff::tz::Offset::constant(7);
        let timestamp = jiff::Timestamp::from_second(seconds_since_1970).ok()?;
        Some(Self(bangkok.to_datetime(timestamp).date()))
    }

    /// Common Era year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Buddhist Era year: พ.ศ.
    #[must_use]
    pub fn buddhist_year(self) -> i16 {
        self.0.year() + BUDDHIST_ERA
    }

    /// The Thai fiscal year, Buddhist Era: year N runs from 1 October N-1 to 30 September N.
    #[must_use]
    pub fn fiscal_year(self) -> i16 {
        self.buddhist_year() + i16::from(self.0.month() >= 10)
    }

    /// Whole days from `self` until `later`; negative where `later` is before.
    #[must_use]
    pub fn days_until(self, later: Self) -> i32 {
        self.0.duration_until(later.0).as_hours() as i32 / 24
    }

    /// The day a number of days later, the last day of the calendar at most.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_begins_in_october() {
        let september = Date::new(2022, 9, 30).unwrap();
        assert_eq!(september.fiscal_year(), 2565);
        assert_eq!(september.plus_days(1).fiscal_year(), 2566);
    }

    #[test]
    fn the_day_changes_at_midnight_in_bangkok() {
        assert_eq!(
            Date::in_bangkok(1_647_104_400 - 1).unwrap().to_string(),
            "2022-03-12"
        );
        assert_eq!(
            Date::in_bangkok(1_647_104_400).unwrap().to_string(),
            "2022-03-13"
        );
    }

    #[test]
    fn counts_days() {
        let day = Date::new(2024, 2, 28).unwrap();
        assert_eq!(day.days_until(Date::new(2024, 3, 1).unwrap()), 2);
        assert_eq!(day.days_until(Date::new(2024, 2, 27).unwrap()), -1);
    }
}
