//! Rows of activity reports → activities, each below its centre.
//!
//! In: a table, and the site. Out: a request for each row. The centre is named in columns of the table or, as on the form, above it. An activity is
//! the one that is there where centre, day and title are the same. Never: makes a centre.

use std::collections::BTreeMap;

use super::Reading;
use super::entries::Entries;
use super::headings::{ACTIVITY, Form, Slot};
use super::request::{Assigned, Origin, Request};
use super::tables::Table;
use super::target::Area;
use super::values::{Given, given};
use super::workbook::{Row, Value};
use crate::diagnostic::{Diagnostic, Problem, SheetProblem};
use crate::locale::one_form::normalise;
use crate::model::District;
use crate::schema::Key;
use crate::value::words::Status;
use crate::value::{Date, SitePath};

/// The files of activities that rows are about, each with its day and title.
pub(super) type Claimed = BTreeMap<SitePath, (Date, String)>;
/// With these begin the names of people.
const TITLES: [&str; 8] = ["นาย", "นาง", "น.ส.", "ว่าที่", "ด.ต.", "ร.ต.", "ดร.", "พ.ต."];

/// Reads a table.
pub(super) fn requests(
    table: &Table<'_>,
    reading: &mut Reading<'_, '_>,
    entries: &Entries<'_>,
    claimed: &mut Claimed,
) -> Vec<Request> {
    let above = table.above.iter().rev().map(|it| it.1.as_str());
    let name = reading.file.file_name().to_owned();
    let texts: Vec<&str> = above.chain([&*table.sheet.name, &name]).collect();
    let of_all = texts.iter().find_map(|it| area_in(it, reading));
    let rows = table.sheet.rows.iter();
    let mut requests = Vec::new();
    for row in rows.filter(|it| table.rows.contains(&it.number)) {
        match request(table, row, of_all.as_ref(), reading, entries, claimed) {
            Ok(request) => requests.extend(request),
            Err(problems) => {
                for (problem, column) in problems {
                    let mut place = table.sheet.row_place(row.number);
                    place.column = column;
                    let problem = Diagnostic::error(problem).in_cell(&reading.file, place);
                    reading.found.push(problem);
                }
            }
        }
    }
    requests
}

/// The area that a title names: `ตำบลหัวดอน อำเภอเขื่องใน`, or a district alone.
fn area_in(text: &str, reading: &Reading<'_, '_>) -> Option<Area> {
    let district = reading.site.district_in(text, false)?;
    let subdistrict = subdistrict_in(text, district, reading);
    Some(Area {
        district: district.code.clone(),
        subdistrict,
    })
}

fn subdistrict_in(text: &str, district: &District, reading: &Reading<'_, '_>) -> Option<String> {
    let text: String = normalise(text)
        .chars()
        .filter(|it| !it.is_whitespace())
        .collect();
    let areas = reading.site.areas();
    let named = district
        .subdistricts
        .iter()
        .filter_map(|it| areas.subdistricts.get(it));
    let named = named.filter(|it| {
        ["ตำบล", "ต."]
            .iter()
            .any(|kind| text.contains(&format!("{kind}{}", it.name.th)))
    });
    named
        .max_by_key(|it| it.name.th.len())
        .map(|it| it.code.clone())
}

type Problems = Vec<(Problem, Option<u32>)>;

fn request(
    table: &Table<'_>,
    row: &Row,
    of_all: Option<&Area>,
    reading: &mut Reading<'_, '_>,
    entries: &Entries<'_>,
    claimed: &mut Claimed,
) -> Result<Option<Request>, Problems> {
    let text = |path: &str| {
        let column = table.column(path)?;
        let text = row.value(column)?.shown();
        let text = text.trim().to_owned();
        (!text.chars().all(|it| matches!(it, '.' | '-' | '…' | ' '))).then_some((text, column))
    };
    let (title, day) = (text("title"), text("date"));
    if title.is_none() && (day.is_none() || text("results").is_none()) {
        return Ok(None); // empty, or what stands below a table
    }
    let is_total = row
        .cells
        .iter()
        .take(2)
        .any(|it| it.value.shown().trim().starts_with("รวม"));
    if is_total {
        return Ok(None);
    }
    let mut problems: Problems = Vec::new();
    let mut values = Vec::new();
    for (column, slot) in &table.columns {
        let (Slot::Key(about), Some(value)) = (slot, row.value(*column)) else {
            continue;
        };
        if !ACTIVITY.iter().any(|it| std::ptr::eq(it, *about)) {
            continue; // of the centre
        }
        let cell = table.sheet.row_place(row.number).in_column(*column);
        let mut add = |path: &str, given| {
            if let Some(key) = key(path) {
                values.push(Assigned {
                    path: path.to_owned(),
                    key,
                    given,
                    alike: Vec::new(),
                    cell: cell.clone(),
                });
            }
        };
        if about.path == "date"
            && let Value::Text(text) = value
            && let Some((first, last)) = days(text)
        {
            add("date", Given::Day(first));
            add("end_date", Given::Day(last));
            continue;
        }
        match given(about.key, value, &reading.site.topics) {
            Ok(None) => {}
            Ok(Some(Given::Text(name))) if about.path == "reported_by" && is_person(&name) => {
                let problem = Diagnostic::warning(SheetProblem::PersonNotOffice);
                reading
                    .found
                    .push(problem.in_cell(&reading.file, cell.clone()));
            }
            Ok(Some(given)) => add(&about.path, given),
            Err(problem) => problems.push((problem, Some(*column))),
        }
    }
    for path in ["title", "date"] {
        let is_there = values.iter().any(|it| it.path == path);
        if !is_there && problems.is_empty() {
            let heading = key(path).map_or("", |it| it.label.th).to_owned();
            problems.push((
                SheetProblem::CellMissing(heading).into(),
                table.column(path),
            ));
        }
    }
    let center = match center(table, row, of_all, reading, entries) {
        Ok(center) => Some(center),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let (Some(center), []) = (center, problems.as_slice()) else {
        return Err(problems);
    };
    values.sort_by_key(|it| ACTIVITY.iter().position(|column| column.path == it.path));
    let Some(entry) = entry(&center, &values, reading, claimed) else {
        return Ok(None);
    };
    Ok(Some(Request {
        entry,
        form: Form::Activities,
        origin: Origin {
            file: reading.file.clone(),
            cell: table.sheet.row_place(row.number),
        },
        facts: Vec::new(),
        values,
        lists: Vec::new(),
        story: Some(String::new()),
        is_refused: false,
    }))
}

fn key(path: &str) -> Option<&'static Key> {
    ACTIVITY.iter().find(|it| it.path == path).map(|it| it.key)
}

/// Who reports is an office: the name of a person is not published.
fn is_person(name: &str) -> bool {
    TITLES.iter().any(|it| name.starts_with(it))
}

/// The path of the centre of a row.
fn center(
    table: &Table<'_>,
    row: &Row,
    of_all: Option<&Area>,
    reading: &Reading<'_, '_>,
    entries: &Entries<'_>,
) -> Result<String, (Problem, Option<u32>)> {
    let text = |path: &str| {
        let column = table.column(path)?;
        let text = row.value(column)?.shown().trim().to_owned();
        (!text.is_empty()).then_some((text, column))
    };
    let mut area = of_all.cloned();
    if let Some((written, column)) = text("location.district") {
        let district = reading.site.district(&written, None);
        let district = district.map_err(|it| (it, Some(column)))?;
        area = Some(Area {
            district: district.code.clone(),
            subdistrict: None,
        });
    }
    if let Some((written, column)) = text("location.subdistrict") {
        let district = area
            .as_ref()
            .and_then(|it| reading.site.areas().districts.get(&it.district));
        let found = reading.site.subdistrict(&written, district);
        let found = found.map_err(|it| (it, Some(column)))?;
        area = Some(Area {
            district: found.district.clone(),
            subdistrict: Some(found.code.clone()),
        });
    }
    if let Some((written, _)) = text("name")
        && let Some(named) = area_in(&written, reading)
    {
        area = Some(named);
    }
    let area = area.ok_or((SheetProblem::ActivityWithoutCenter.into(), None))?;
    let in_area = reading.in_area.get(&area).map_or(&[][..], Vec::as_slice);
    let target = reading
        .site
        .target(&area, in_area)
        .map_err(|it| (it, None))?;
    let is_planned = target
        .draft
        .is_some_and(|it| it.record.facts.status == Status::Planned);
    let file = SitePath::new(format!("content/centers/{}/center.toml", target.path));
    if entries.opens(&file) {
        return Ok(target.path); // by another row of this import
    }
    match target.draft {
        None => Err((Problem::NoCenter(target.path), None)),
        Some(_) if is_planned => Err((Problem::CenterIsPlanned(target.path), None)),
        Some(_) => Ok(target.path),
    }
}

/// The file of an activity: the one that has its day and title, else a new one, named after the day.
fn entry(
    center: &str,
    values: &[Assigned],
    reading: &Reading<'_, '_>,
    claimed: &mut Claimed,
) -> Option<SitePath> {
    let value = |path: &str| values.iter().find(|it| it.path == path).map(|it| &it.given);
    let (Some(Given::Text(title)), Some(Given::Day(day))) = (value("title"), value("date")) else {
        return None;
    };
    let there = reading.site.drafts.activities.iter().find(|it| {
        let facts = &it.record.facts;
        it.center == center && facts.date == *day && facts.title.th == *title
    });
    if let Some(draft) = there {
        return Some(draft.file.clone());
    }
    let what = (*day, title.clone());
    let slug = format!(
        "{:04}-{:02}-{:02}",
        day.buddhist_year(),
        day.month(),
        day.day()
    );
    let file = (1..).map(|number| {
        let end = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        SitePath::new(format!(
            "content/centers/{center}/activities/{slug}{end}.md"
        ))
    });
    let is_free = |it: &SitePath| {
        let is_there = reading
            .site
            .drafts
            .activities
            .iter()
            .any(|draft| draft.file == *it);
        !is_there && claimed.get(it).is_none_or(|other| *other == what)
    };
    let file = file.take(1_000).find(is_free)?;
    claimed.insert(file.clone(), what);
    Some(file)
}

/// The first and the last day of what takes several: `๕-๖ พ.ย. ๒๕๖๙`, `5 พ.ย. 2569 ถึง 2 ธ.ค. 2569`.
fn days(written: &str) -> Option<(Date, Date)> {
    let text = normalise(written)
        .replace("ถึงวันที่", "–")
        .replace("ถึง", "–")
        .replace(" - ", "–");
    let (first, last) = text.split_once('–').or_else(|| {
        let parts = text.split_once('-')?;
        (!parts.1.contains('-')).then_some(parts)
    })?;
    let first = first.trim().trim_start_matches("วันที่").trim();
    let end = crate::parse::date::as_written(last.trim()).ok()?;
    let begin = crate::parse::date::as_written(first).ok().or_else(|| {
        let day: i8 = crate::locale::one_form::arabic_digits(first).parse().ok()?;
        Date::new(end.year(), end.month(), day)
    })?;
    (begin < end).then_some((begin, end))
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn several_days_are_two() {
        for (written, expected) in [
            ("๕-๖ พ.ย. ๒๕๖๙", Some("2026-11-05 2026-11-06")),
            ("5 – 6 พฤศจิกายน 2569", Some("2026-11-05 2026-11-06")),
            ("5 พ.ย. 2569 ถึง 2 ธ.ค. 2569", Some("2026-11-05 2026-12-02")),
            ("5 พ.ย. 2569", None),
            ("2026-11-05", None),
            ("6-5 พ.ย. 2569", None),
        ] {
            let read = days(written).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(read.as_deref(), expected, "for {written}");
        }
    }
}
