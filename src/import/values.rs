//! What a cell says → the value of a key, as people write it in spreadsheets.
//!
//! In: a cell and the key that its column holds. Out: a value in its one form, nothing where the cell says that there is none, or what is
//! wrong. Telephones get back the zero that a spreadsheet took, serial numbers become days. Never: guesses where two things may be meant.

use super::workbook::Value;
use crate::diagnostic::expected::Expected;
use crate::diagnostic::{Problem, SheetProblem};
use crate::locale::one_form::{arabic_digits, is_blank, normalise};
use crate::parse::date::{self, as_written};
use crate::parse::{national_id, phone, web};
use crate::schema::{Key, Kind, point};
use crate::value::date::BUDDHIST_ERA;
use crate::value::{Date, Vocabulary};

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number, with its digits.
    Number(String),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Date),
    /// Several strings.
    List(Vec<String>),
}

/// Names of things that stand for ids: those of the topics of a site.
pub type Names = [(String, String)];

/// The value that a cell gives to a key. `topics` are ids and names.
pub fn given(key: &Key, value: &Value, topics: &Names) -> Result<Option<Given>, Problem> {
    match value {
        Value::NotWorkedOut => return Err(SheetProblem::FormulaNotWorkedOut.into()),
        Value::Failed(error) => return Err(SheetProblem::FormulaFailed(error.to_string()).into()),
        _ => {}
    }
    let text = shown(value);
    let text = text.trim();
    if is_blank(text) || is_dotted(text) {
        return Ok(None);
    }
    if !national_id::find(text).is_empty() {
        return Err(Problem::NationalId);
    }
    let wrong = |expected| {
        Problem::from(SheetProblem::CellNot {
            heading: key.label.th.to_owned(),
            written: text.to_owned(),
            expected,
        })
    };
    let given = match key.kind {
        Kind::NumberOrString if matches!(value, Value::Day(_)) => {
            return Err(SheetProblem::BecameDay(key.label.th.to_owned()).into());
        }
        Kind::NumberOrString => Given::Text(number_or_string(key, text)),
        Kind::Date => Given::Day(day(value, text)?),
        Kind::Year => {
            let year = without(text, &["พ.ศ.", "ปีงบประมาณ", "ปี"]);
            Given::Integer(i64::from(date::year(&year)?))
        }
        Kind::Count | Kind::Integer => {
            Given::Integer(count(text).ok_or_else(|| wrong(Expected::Count))?)
        }
        Kind::Number | Kind::Figure => {
            let digits = text.replace([',', ' '], "");
            let number: f64 = digits.parse().map_err(|_| wrong(Expected::Number))?;
            if let Some((min, max)) = key.range
                && !(min..=max).contains(&number)
            {
                return Err(Problem::OutOfRange {
                    key: key.label.th.to_owned(),
                    written: text.to_owned(),
                    min,
                    max: Some(max),
                });
            }
            Given::Number(digits)
        }
        Kind::Flag => Given::Flag(match value {
            Value::Flag(it) => *it,
            _ => flag(text).ok_or_else(|| wrong(Expected::Flag))?,
        }),
        Kind::Phones => match phones(value, text)? {
            phones if phones.is_empty() => return Ok(None),
            phones => Given::List(phones),
        },
        Kind::Email => Given::Text(web::email(text)?),
        Kind::Url => Given::Text(web::url(text)?),
        Kind::Link => Given::Text(web::link(text)?),
        Kind::Word(list) => Given::Text(word(list, key, text)?.to_owned()),
        Kind::Words(list) => {
            let mut words: Vec<String> = Vec::new();
            for part in parts(text) {
                let word = word(list, key, &part)?.to_owned();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            Given::List(words)
        }
        Kind::Strings if key.refers_to == Some(crate::schema::Reference::Topic) => Given::List(
            parts(text)
                .map(|it| topic(&it, topics))
                .collect::<Result<_, _>>()?,
        ),
        Kind::Strings | Kind::Texts => Given::List(parts(text).collect()),
        Kind::String if key.name == "point" => {
            point::from_map(text)?;
            Given::Text(text.to_owned())
        }
        Kind::Text if key.audience == crate::schema::Audience::WithConsent && is_none(text) => {
            return Ok(None);
        }
        _ => Given::Text(text.to_owned()),
    };
    Ok(Some(given))
}

/// A cell as text: whole numbers without decimals.
fn shown(value: &Value) -> String {
    match value {
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        other => normalise(&other.shown()),
    }
}

/// Dots and dashes where something is to be written.
fn is_dotted(text: &str) -> bool {
    text.chars()
        .all(|it| matches!(it, '.' | '…' | '-' | '–' | '—' | '_' | '/' | ' ' | '\n'))
}

/// What people write where there is nothing.
fn is_none(text: &str) -> bool {
    matches!(text, "ไม่มี" | "ไม่มีข้อมูล" | "ไม่ทราบ" | "ยังไม่มี" | "ว่าง")
}

fn without(text: &str, words: &[&str]) -> String {
    let mut text = text.to_owned();
    for word in words {
        text = text.replace(word, "");
    }
    text.trim().to_owned()
}

/// Parts of a list in one cell.
fn parts(text: &str) -> impl Iterator<Item = String> {
    text.split([',', ';', '\n', '、', '•'])
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
}

/// A village, a house number, an area: without the word for it.
fn number_or_string(key: &Key, text: &str) -> String {
    let kinds: &[&str] = match key.name {
        "village" => &["หมู่ที่", "หมู่", "ม."],
        "house_no" => &["บ้านเลขที่", "เลขที่"],
        "subdistrict" => &["ตำบล", "ต.", "แขวง"],
        "district" => &["กิ่งอำเภอ", "อำเภอ", "อ.", "เขต"],
        "province" => &["จังหวัด", "จ."],
        _ => &[],
    };
    let bare = kinds
        .iter()
        .find_map(|it| text.strip_prefix(it))
        .map(str::trim);
    let bare = bare.filter(|it| !it.is_empty()).unwrap_or(text);
    arabic_digits(bare)
}

/// A count as people write it: `๑,๒๐๐ คน`.
fn count(text: &str) -> Option<i64> {
    let text = arabic_digits(text);
    let text = text.trim_start_matches("จำนวน").trim();
    let end = text
        .find(|it: char| !(it.is_ascii_digit() || matches!(it, ',' | ' ')))
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let unit = unit.trim();
    let is_unit = unit.is_empty()
        || !unit.contains(|it: char| it.is_ascii_digit() || matches!(it, '.' | '-' | '–'));
    let digits = digits.replace([',', ' '], "");
    (is_unit && unit.chars().count() <= 12).then(|| digits.parse().ok())?
}

fn flag(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    match text.as_str() {
        "ใช่" | "ยินยอม" | "มี" | "true" | "yes" | "y" | "1" | "✓" | "✔" | "/" | "√" | "☑" | "จริง"
        | "ฟรี" => Some(true),
        "ไม่ใช่"
        | "ไม่ยินยอม"
        | "ไม่"
        | "ไม่มี"
        | "false"
        | "no"
        | "n"
        | "0"
        | "✗"
        | "x"
        | "×"
        | "☐"
        | "เท็จ" => Some(false),
        _ if text.starts_with("ยินยอม") => Some(true),
        _ if text.starts_with("ไม่ยินยอม") => Some(false),
        _ => None,
    }
}

/// The word that a name means, in Thai or English, or the word itself.
fn word(list: &'static Vocabulary, key: &Key, written: &str) -> Result<&'static str, Problem> {
    let small = written.to_lowercase();
    let exact = list
        .words
        .iter()
        .find(|it| it.word == small || it.th == written || it.en.to_lowercase() == small);
    if let Some(word) = exact {
        return Ok(word.word);
    }
    crate::parse::meant_word(list, written).ok_or_else(|| {
        Problem::from(SheetProblem::WordUnknown {
            heading: key.label.th.to_owned(),
            written: written.to_owned(),
            nearest: crate::parse::nearest(written, list.words.iter().map(|it| it.th)),
            allowed: list.words.iter().map(|it| it.th).collect(),
        })
    })
}

/// The id of a topic, by its id or its name.
fn topic(written: &str, topics: &Names) -> Result<String, Problem> {
    let found = topics
        .iter()
        .find(|(id, name)| id == written || name == written);
    found
        .map(|it| it.0.clone())
        .ok_or_else(|| Problem::UnknownTopic {
            written: written.to_owned(),
            nearest: crate::parse::nearest(
                written,
                topics
                    .iter()
                    .flat_map(|(id, name)| [id.as_str(), name.as_str()]),
            ),
        })
}

/// A day: of a cell that is one, of a serial number, or as people write it.
fn day(value: &Value, text: &str) -> Result<Date, Problem> {
    let of_era = |it: Date| {
        // Who types a Buddhist year gets a day five centuries ahead.
        let year = if it.year() >= 2400 {
            it.year() - BUDDHIST_ERA
        } else {
            it.year()
        };
        Date::new(year, it.month(), it.day()).ok_or_else(|| Problem::NoSuchDay(it.to_string()))
    };
    let day = match value {
        Value::Day(day) => of_era(*day)?,
        Value::Number(number)
            if (20_000.0..400_000.0).contains(number) && number.fract() == 0.0 =>
        {
            let first = Date::new(1899, 12, 30).ok_or(Problem::NoSuchDay(text.to_owned()))?;
            of_era(first.plus_days(*number as i32))?
        }
        _ => as_written(text).map_err(|problem| match problem {
            Problem::BadDate { written, .. } => SheetProblem::DayUnclear(written).into(),
            other => other,
        })?,
    };
    date::near(day, text)
}

/// The telephones of a cell.
fn phones(value: &Value, text: &str) -> Result<Vec<String>, Problem> {
    let text = arabic_digits(text);
    let text = without(&text, &["โทรศัพท์", "โทร.", "โทร", "เบอร์", "มือถือ"]);
    let text = text.trim_matches(|it: char| matches!(it, ':' | '.' | ' '));
    if is_none(text) {
        return Ok(Vec::new());
    }
    if let Ok(one) = one_phone(text) {
        return Ok(vec![one]);
    }
    if let Value::Number(_) = value {
        return Err(Problem::BadPhone(text.to_owned()));
    }
    let several = text
        .split([',', ';', '/', '\n', '、'])
        .flat_map(|it| it.split("และ"))
        .flat_map(|it| it.split("หรือ"))
        .map(str::trim)
        .filter(|it| !it.is_empty());
    several.map(one_phone).collect()
}

fn one_phone(written: &str) -> Result<String, Problem> {
    if phone::phone(written).is_ok() {
        return Ok(written.to_owned());
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let is_bare = written
        .chars()
        .all(|it| it.is_ascii_digit() || matches!(it, '-' | ' ' | '.'));
    let first = digits.bytes().next().unwrap_or(b'0');
    // A spreadsheet takes a number's leading zero: 81-234-5678 was 081-234-5678.
    let restored = match (digits.len(), first) {
        (9, b'6' | b'8' | b'9') => {
            format!("0{}-{}-{}", &digits[..2], &digits[2..5], &digits[5..])
        }
        (8, b'2') => format!("0{}-{}-{}", &digits[..1], &digits[1..4], &digits[4..]),
        (8, b'3'..=b'7') => format!("0{}-{}", &digits[..2], &digits[2..]),
        _ => String::new(),
    };
    if is_bare && phone::phone(&restored).is_ok() {
        return Ok(restored);
    }
    Err(Problem::BadPhone(written.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::{ACTIVITY, CENTER};

    fn read(path: &str, value: &Value) -> String {
        let mut columns = CENTER.iter().chain(ACTIVITY.iter());
        let key = columns.find(|it| it.path == path).unwrap().key;
        let topics = [("weaving".to_owned(), "ผ้าทอ".to_owned())];
        match given(key, value, &topics) {
            Ok(None) => "-".to_owned(),
            Ok(Some(Given::Text(it) | Given::Number(it))) => it,
            Ok(Some(Given::Integer(it))) => it.to_string(),
            Ok(Some(Given::Flag(it))) => it.to_string(),
            Ok(Some(Given::Day(it))) => it.to_string(),
            Ok(Some(Given::List(it))) => it.join("|"),
            Err(problem) => problem.code().to_owned(),
        }
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        for (path, written, expected) in [
            ("location.village", "หมู่ ๙", "9"),
            ("location.village", "หมู่ที่ 9", "9"),
            ("location.village", "ม.9", "9"),
            ("location.house_no", "บ้านเลขที่ ๑๒/๓", "12/3"),
            ("location.house_no", "-", "-"),
            ("location.house_no", "........", "-"),
            ("chair.phone", "081-000-0000", "081-000-0000"),
            ("chair.phone", "๐๘๑-๐๐๐-๐๐๐๐", "081-000-0000"),
            ("chair.phone", "81 000 0000", "081-000-0000"),
            (
                "chair.phone",
                "045-000000 / 081-000-0000",
                "045-000000|081-000-0000",
            ),
            ("chair.phone", "โทร. 045-000000 ต่อ 12", "045-000000 ต่อ 12"),
            ("chair.phone", "ไม่มี", "-"),
            ("chair.phone", "08100", "bad-phone"),
            ("chair.consent", "ยินยอม", "true"),
            ("chair.consent", "ไม่ยินยอม", "false"),
            ("chair.consent", "อาจจะ", "bad-cell"),
            ("opened", "13 มี.ค. 65", "2022-03-13"),
            ("opened", "๑๓ มีนาคม พ.ศ. ๒๕๖๕", "2022-03-13"),
            ("opened", "13/03/2565", "2022-03-13"),
            ("opened", "13/3/65", "2022-03-13"),
            ("opened", "13/3/22", "unclear-day"),
            ("opened", "2022-03-13", "2022-03-13"),
            ("opened", "31/02/2565", "no-such-day"),
            ("opened", "ไม่ทราบ", "unclear-day"),
            ("status", "เปิดให้บริการ", "open"),
            ("status", "paused", "paused"),
            ("status", "เปิดแน่นอน", "bad-choice"),
            ("location.place_kind", "วัด", "temple"),
            ("visit.facilities", "ที่จอดรถ, ห้องน้ำ", "parking|toilet"),
            ("topics", "ผ้าทอ", "weaving"),
            ("topics", "ผ้าทิ", "unknown-topic"),
            ("participants", "๑,๒๐๐ คน", "1200"),
            ("participants", "สิบคน", "bad-cell"),
            (
                "chair.name",
                "นายสมมติ 1-1019-00000-00-9",
                "นายสมมติ 1-1019-00000-00-9",
            ),
        ] {
            let value = Value::Text(written.into());
            assert_eq!(read(path, &value), expected, "{path}: {written}");
        }
    }

    #[test]
    fn numbers_and_days_are_what_they_were_before_a_spreadsheet() {
        let day = |year| Value::Day(Date::new(year, 3, 13).unwrap());
        for (path, value, expected) in [
            ("chair.phone", Value::Number(810_000_000.0), "081-000-0000"),
            ("chair.phone", Value::Number(45_000_000.0), "045-000000"),
            ("chair.phone", Value::Number(20_000_000.0), "02-000-0000"),
            ("chair.phone", Value::Number(123.5), "bad-phone"),
            ("location.village", Value::Number(9.0), "9"),
            ("location.house_no", day(2022), "became-day"),
            ("opened", day(2022), "2022-03-13"),
            ("opened", day(2565), "2022-03-13"),
            ("opened", Value::Number(44_633.0), "2022-03-13"),
            ("opened", Value::Number(12.0), "unclear-day"),
            ("participants", Value::Number(45.0), "45"),
            ("participants", Value::Number(45.5), "bad-cell"),
            ("visit.fee_free", Value::Flag(true), ""),
            ("chair.name", Value::NotWorkedOut, "formula-not-worked-out"),
            (
                "chair.name",
                Value::Failed("#REF!".into()),
                "formula-failed",
            ),
        ] {
            if !expected.is_empty() {
                assert_eq!(read(path, &value), expected, "{path}: {value:?}");
            }
        }
    }
}
