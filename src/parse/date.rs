//! Days and years of both eras.
//!
//! In: strings and TOML dates with a year of either era, Thai or Arabic digits. Out: a [`Date`] that exists, or what is wrong.

use crate::diagnostic::Problem;
use crate::model::Date;
use crate::model::date::BUDDHIST_ERA;
use crate::parse::text::{arabic_digits, normalise};

/// From this year on a year is of the Buddhist Era.
const FIRST_BUDDHIST_YEAR: i16 = 2400;

/// A day written `YYYY-MM-DD`.
pub fn date(written: &str) -> Result<Date, Problem> {
    let text = arabic_digits(&normalise(written));
    let bad = || Problem::BadDate(written.to_owned());
    let parts: Vec<&str> = text.split('-').collect();
    let &[year, month, day] = parts.as_slice() else {
        return Err(bad());
    };
    let is_number =
        |it: &str, length| it.len() == length && it.bytes().all(|it| it.is_ascii_digit());
    if !(is_number(year, 4) && is_number(month, 2) && is_number(day, 2)) {
        return Err(bad());
    }
    let number = |it: &str| it.parse::<i16>().map_err(|_| bad());
    day_of(number(year)?, number(month)? as i8, number(day)? as i8)
        .ok_or_else(|| Problem::NoSuchDay(written.to_owned()))
}

/// A day that TOML read.
pub(super) fn toml_date(read: &toml::value::Datetime) -> Result<Date, Problem> {
    match read {
        toml::value::Datetime {
            date: Some(day),
            time: None,
            offset: None,
        } => day_of(
            day.year.cast_signed(),
            day.month.cast_signed(),
            day.day.cast_signed(),
        )
        .ok_or_else(|| Problem::NoSuchDay(read.to_string())),
        _ => Err(Problem::DateWithTime(read.to_string())),
    }
}

/// A day of a year of either era.
fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    let year = if year >= FIRST_BUDDHIST_YEAR {
        year - BUDDHIST_ERA
    } else {
        year
    };
    (year >= 1).then(|| Date::new(year, month, day)).flatten()
}

/// A year of either era, as Buddhist Era.
pub fn year(written: &str) -> Result<i16, Problem> {
    let text = arabic_digits(&normalise(written));
    match text.parse::<i16>() {
        Ok(year) if (FIRST_BUDDHIST_YEAR..=2999).contains(&year) => Ok(year),
        Ok(year) if (1900..FIRST_BUDDHIST_YEAR).contains(&year) => Ok(year + BUDDHIST_ERA),
        _ => Err(Problem::BadYear(written.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::testing::thai_digits;

    #[test]
    fn reads_days_of_both_eras() {
        for (written, expected) in [
            ("2022-03-13", "2022-03-13"),
            ("2565-03-13", "2022-03-13"),
            ("๒๕๖๕-๐๓-๑๓", "2022-03-13"),
            (" 2565-03-13 ", "2022-03-13"),
            ("2567-02-29", "2024-02-29"),
            ("2568-02-29", "no-such-day"), // 2025 had no leap day
            ("2565-13-01", "no-such-day"),
            ("2565-00-10", "no-such-day"),
            ("0000-01-01", "no-such-day"),
            ("9999-12-31", "9456-12-31"),
            ("13-03-2565", "bad-date"),
            ("2565-3-13", "bad-date"),
            ("2565/03/13", "bad-date"),
            ("+565-03-13", "bad-date"),
            ("", "bad-date"),
        ] {
            let shown = date(written).map_or_else(|it| it.code().to_owned(), |it| it.to_string());
            assert_eq!(shown, expected, "written as {written:?}");
        }
    }

    #[test]
    fn reads_years_of_both_eras() {
        for (written, expected) in [
            ("2565", Some(2565)),
            ("๒๕๖๕", Some(2565)),
            ("2022", Some(2565)),
            ("2399", Some(2942)),
            ("2400", Some(2400)),
            ("65", None),
            ("25650", None),
            ("-2565", None),
            ("พ.ศ. 2565", None),
        ] {
            assert_eq!(year(written).ok(), expected, "written as {written:?}");
        }
    }

    proptest! {
        #[test]
        fn any_string_is_a_day_or_a_problem(written in ".*") {
            let _ = date(&written);
            let _ = year(&written);
        }

        #[test]
        fn thai_digits_read_like_arabic_ones(written in "[0-9]{3,5}-[0-9]{1,2}-[0-9]{2}") {
            prop_assert_eq!(date(&thai_digits(&written)).ok(), date(&written).ok());
            prop_assert_eq!(year(&thai_digits(&written[..4])).ok(), year(&written[..4]).ok());
        }
    }
}
