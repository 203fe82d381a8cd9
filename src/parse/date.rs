//! Days and years of both eras.
//!
//! In: strings and TOML dates with a year of either era, Thai or Arabic digits. Out: a [`Date`] that exists, or what is wrong.

use crate::diagnostic::Problem;
use crate::locale::one_form::{arabic_digits, normalise};
use crate::model::Date;
use crate::model::date::{BUDDHIST_ERA, THAI_MONTHS, THAI_MONTHS_SHORT};

/// From this year on a year is of the Buddhist Era.
const FIRST_BUDDHIST_YEAR: i16 = 2400;

/// From here on two digits are a Buddhist year: 65 is 2565, while 22 may be 2022.
const FIRST_SHORT_BUDDHIST_YEAR: &str = "40";

/// Years, of the Common Era, that a day in a directory can be of.
const NEAR: std::ops::RangeInclusive<i16> = 1900..=2100;
/// Those that most are of.
const RECENT: std::ops::RangeInclusive<i16> = 1980..=2060;

/// A day written `YYYY-MM-DD`.
pub fn date(written: &str) -> Result<Date, Problem> {
    let text = arabic_digits(&normalise(written));
    let bad = || Problem::BadDate {
        written: written.to_owned(),
        right: meant(&text),
    };
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

/// A day as people write it outside TOML: `13/03/2565`, `13 มี.ค. 65`, `วันที่ ๑๓ มีนาคม พ.ศ. ๒๕๖๕`.
pub fn as_written(written: &str) -> Result<Date, Problem> {
    let text = arabic_digits(&normalise(written));
    if let Some((year, month, day)) = in_another_order(&text) {
        return day_of(year, month, day).ok_or_else(|| Problem::NoSuchDay(written.to_owned()));
    }
    date(written)
}

/// A day that was written in another order, as TOML takes it: `13/03/2565`, `13 มี.ค. 65`, `2569-9-3`.
fn meant(text: &str) -> Option<String> {
    let (year, month, day) = in_another_order(text)?;
    day_of(year, month, day)?;
    let right = format!("{year:04}-{month:02}-{day:02}");
    let is_bare = Date::new(year, month, day).is_some();
    Some(if is_bare {
        right
    } else {
        format!("\"{right}\"")
    })
}

/// Year, month and day of what may be a day.
fn in_another_order(text: &str) -> Option<(i16, i8, i8)> {
    let before = text.len();
    let mut text = text.to_owned();
    for (month, name) in THAI_MONTHS.iter().enumerate() {
        text = text.replace(name, &format!(" {} ", month + 1));
    }
    for (month, name) in THAI_MONTHS_SHORT.iter().enumerate() {
        text = text.replace(name, &format!(" {} ", month + 1));
    }
    let has_name = text.len() != before;
    let text = text.replace("พ.ศ.", " ").replace("วันที่", " ");
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .filter(|it| !it.is_empty())
        .collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !parts.iter().all(|it| is_number(it)) {
        return None;
    }
    let short_year;
    let (year, day) = match (first.len(), last.len()) {
        (4, _) => (first, last),
        (_, 4) => (last, first),
        // Of a year in two digits the era is plain beside a month in words, or where only one era can be meant.
        (1..=2, 2) if has_name || last >= FIRST_SHORT_BUDDHIST_YEAR => {
            short_year = format!("25{last}");
            (short_year.as_str(), first)
        }
        _ => return None,
    };
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Some((year.parse().ok()?, month, day))
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
    let year = common_era(year);
    (year >= 1).then(|| Date::new(year, month, day)).flatten()
}

/// A year of either era, as Buddhist Era.
pub fn year(written: &str) -> Result<i16, Problem> {
    let text = arabic_digits(&normalise(written));
    let Some(year) = text.parse().ok().filter(|it| (1000..=9999).contains(it)) else {
        return Err(Problem::BadYear(written.to_owned()));
    };
    let common = common_era(year);
    if NEAR.contains(&common) {
        return Ok(common + BUDDHIST_ERA);
    }
    Err(Problem::FarYear {
        written: written.to_owned(),
        likely: likely(year).map(|it| it.to_string()),
    })
}

/// A day of a year in which something that a directory tells of can have happened, or will; else which one was meant.
pub(crate) fn near(day: Date, written: &str) -> Result<Date, Problem> {
    if NEAR.contains(&day.year()) {
        return Ok(day);
    }
    let text = arabic_digits(&normalise(written));
    let likely = text.split_once('-').and_then(|(year, rest)| {
        let year = likely(year.parse().ok()?)?;
        Some(format!("{year}-{rest}"))
    });
    Err(Problem::FarYear {
        written: written.to_owned(),
        likely,
    })
}

fn common_era(year: i16) -> i16 {
    if year >= FIRST_BUDDHIST_YEAR {
        year - BUDDHIST_ERA
    } else {
        year
    }
}

/// The year that was meant by one out of reach: an era counted twice, or two digits exchanged.
fn likely(year: i16) -> Option<i16> {
    let digits: Vec<char> = format!("{year:04}").chars().collect();
    let exchanged = (1..digits.len()).filter_map(|at| {
        let mut digits = digits.clone();
        digits.swap(at - 1, at);
        digits.iter().collect::<String>().parse::<i16>().ok()
    });
    let other_era = [
        year - BUDDHIST_ERA,
        year + BUDDHIST_ERA,
        year + 2 * BUDDHIST_ERA,
    ];
    let is_recent = |it: &i16| *it > 1000 && RECENT.contains(&common_era(*it));
    other_era.into_iter().chain(exchanged).find(is_recent)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::thai_digits;

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
            ("1900", Some(2443)),
            ("2643", Some(2643)),
            ("65", None),
            ("25650", None),
            ("-2565", None),
            ("พ.ศ. 2565", None),
        ] {
            assert_eq!(year(written).ok(), expected, "written as {written:?}");
        }
    }

    #[test]
    fn a_year_out_of_reach_asks_what_was_meant() {
        for (written, expected) in [
            ("3113-01-31", Some("2570-01-31")), // 543 added twice
            ("๓๑๑๓-๐๑-๓๑", Some("2570-01-31")),
            ("1483-05-01", Some("2026-05-01")), // 543 taken away twice
            ("2659-05-01", Some("2569-05-01")), // two digits exchanged
            ("9999-12-31", None),
            ("0256-05-12", Some("2056-05-12")),
            ("0001-01-01", None),
            ("0099-05-12", None),
            ("0202-05-12", Some("2002-05-12")),
        ] {
            let read = date(written).and_then(|it| near(it, written));
            let Err(Problem::FarYear { likely, .. }) = read else {
                panic!("{read:?} for {written}");
            };
            assert_eq!(likely.as_deref(), expected, "for {written}");
        }
        for (written, expected) in [("3112", Some("2569")), ("2399", None)] {
            let read = year(written);
            let Err(Problem::FarYear { likely, .. }) = read else {
                panic!("{read:?} for {written}");
            };
            assert_eq!(likely.as_deref(), expected, "for {written}");
        }
    }

    proptest! {
        #[test]
        fn any_string_is_a_day_or_a_problem(written in ".*") {
            let _ = date(&written);
            let _ = year(&written);
        }

        #[test]
        fn every_day_of_the_calendar_is_near_or_a_problem(year in 0_i16..=9999, month in 1_i8..=12, day in 1_i8..=28) {
            let written = format!("{year:04}-{month:02}-{day:02}");
            let _ = date(&written).and_then(|it| near(it, &written));
            let _ = super::year(&written[..4]);
        }

        #[test]
        fn thai_digits_read_like_arabic_ones(written in "[0-9]{3,5}-[0-9]{1,2}-[0-9]{2}") {
            prop_assert_eq!(date(&thai_digits(&written)).ok(), date(&written).ok());
            prop_assert_eq!(year(&thai_digits(&written[..4])).ok(), year(&written[..4]).ok());
        }
    }
}
