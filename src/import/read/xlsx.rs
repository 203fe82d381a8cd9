//! xlsx and xlsm: calamine reads the cells one by one, so that one far away costs no more than one near by.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor};
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, SheetVisible, Xlsx};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Allowance, damaged};
use crate::diagnostic::SheetProblem;
use crate::import::workbook::{Cell, Merged, Row, Sheet, Value};
use crate::value::Date;

/// A range of hidden columns that reaches to the end of the sheet says no more than that nothing is there.
const LAST_COLUMN: u32 = 16_383;

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, SheetProblem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let known = book.sheets_metadata().to_vec();
    let mut hidden = hidden(bytes);
    let mut allowance = Allowance::new();
    let mut sheets = Vec::new();
    for about in known {
        if !matches!(about.typ, calamine::SheetType::WorkSheet) {
            continue;
        }
        let rows = rows(&mut book, &about.name, &mut allowance)?;
        let merged = book
            .merge_cells_by_sheet_name(&about.name)
            .unwrap_or_default();
        let merged = merged.into_iter().map(|it| Merged {
            top: it.start.0,
            bottom: it.end.0,
            left: it.start.1,
            right: it.end.1,
        });
        let (hidden_rows, hidden_columns) = hidden.remove(&about.name).unwrap_or_default();
        sheets.push(Sheet {
            number: 0,
            name: about.name.as_str().into(),
            is_hidden: about.visible != SheetVisible::Visible,
            rows,
            merged: merged.collect(),
            hidden_rows,
            hidden_columns,
        });
    }
    Ok(sheets)
}

fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    allowance: &mut Allowance,
) -> Result<Vec<Row>, SheetProblem> {
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
        let is_formula = record.formula.is_some();
        let Some(value) = value(&record.value, is_formula) else {
            continue;
        };
        allowance.take()?;
        let (row, column) = record.pos;
        rows.entry(row).or_default().push(Cell { column, value });
    }
    let row = |(number, mut cells): (u32, Vec<Cell>)| {
        cells.sort_by_key(|it| it.column);
        Row { number, cells }
    };
    Ok(rows.into_iter().map(row).collect())
}

fn value(data: &DataRef<'_>, is_formula: bool) -> Option<Value> {
    let text = |it: &str| (!it.trim().is_empty()).then(|| Value::Text(it.into()));
    let read = match data {
        DataRef::Empty => None,
        DataRef::String(it) => text(it),
        DataRef::SharedString(it) => text(it),
        other => match Data::from(other.clone()) {
            Data::Int(it) => Some(Value::Number(it as f64)),
            Data::Float(it) => Some(Value::Number(it)),
            Data::Bool(it) => Some(Value::Flag(it)),
            Data::DateTime(it) => Some(day(it)),
            Data::DateTimeIso(it) => Some(iso_day(&it)),
            Data::DurationIso(it) | Data::String(it) => text(&it),
            Data::Error(it) => Some(Value::Failed(it.to_string().into())),
            Data::Empty => None,
        },
    };
    match read {
        None if is_formula => Some(Value::NotWorkedOut),
        read => read,
    }
}

/// The day of a serial number; a time of day alone is none.
fn day(written: ExcelDateTime) -> Value {
    let (year, month, day, ..) = written.to_ymd_hms_milli();
    let is_day = written.is_datetime() && written.as_f64() >= 1.0;
    let day = Date::new(year.cast_signed(), month.cast_signed(), day.cast_signed());
    match day.filter(|_| is_day) {
        Some(day) => Value::Day(day),
        None => Value::Number(written.as_f64()),
    }
}

/// The day of `2026-11-05` or `2026-11-05T00:00:00`.
pub(super) fn iso_day(written: &str) -> Value {
    let parts: Vec<i16> = written
        .split('T')
        .next()
        .unwrap_or_default()
        .split('-')
        .filter_map(|it| it.parse().ok())
        .collect();
    let day = match parts.as_slice() {
        &[year, month, day] => {
            let small = |it: i16| i8::try_from(it).ok();
            small(month)
                .zip(small(day))
                .and_then(|(month, day)| Date::new(year, month, day))
        }
        _ => None,
    };
    day.map_or_else(|| Value::Text(written.into()), Value::Day)
}

type Hidden = (BTreeSet<u32>, BTreeSet<u32>);

/// Hidden rows and columns by the names of the sheets; nothing where that cannot be told, for nothing but a hint follows from it.
fn hidden(bytes: &[u8]) -> BTreeMap<String, Hidden> {
    let mut found = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return found;
    };
    for (name, path) in parts(&mut archive).unwrap_or_default() {
        if let Ok(part) = archive.by_name(&path)
            && let Some(hidden) = hidden_in(BufReader::new(part))
        {
            found.insert(name, hidden);
        }
    }
    found
}

/// The names of the sheets and the parts in which they are.
fn parts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Vec<(String, String)>> {
    let mut targets = BTreeMap::new();
    let part = archive.by_name("xl/_rels/workbook.xml.rels").ok()?;
    each_element(BufReader::new(part), |it| {
        if it.local_name().as_ref() == "Relationship" {
            let target = attribute(it, "Target").unwrap_or_default();
            let target = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(attribute(it, "Id").unwrap_or_default(), target);
        }
    })?;
    let mut sheets = Vec::new();
    let part = archive.by_name("xl/workbook.xml").ok()?;
    each_element(BufReader::new(part), |it| {
        if it.local_name().as_ref() == "sheet"
            && let Some(name) = attribute(it, "name")
            && let Some(path) = attribute(it, "id").and_then(|it| targets.get(&it))
        {
            sheets.push((name, path.clone()));
        }
    })?;
    Some(sheets)
}

fn hidden_in(part: impl std::io::BufRead) -> Option<Hidden> {
    let (mut rows, mut columns) = Hidden::default();
    let is_on =
        |it: &BytesStart<'_>| matches!(attribute(it, "hidden").as_deref(), Some("1" | "true"));
    each_element(part, |it| {
        let number = |name| attribute(it, name).and_then(|it| it.parse::<u32>().ok());
        match it.local_name().as_ref() {
            "row" if is_on(it) => {
                rows.extend(number("r").and_then(|it| it.checked_sub(1)));
            }
            "col" if is_on(it) => {
                let first = number("min").unwrap_or(1).max(1) - 1;
                let last = number("max").unwrap_or(1).max(1) - 1;
                if last < LAST_COLUMN {
                    columns.extend(first..=last);
                }
            }
            _ => {}
        }
    })?;
    Some((rows, columns))
}

/// Shows every element as it begins; `None` where it is no XML.
pub(super) fn each_element(
    part: impl std::io::BufRead,
    mut seen: impl FnMut(&BytesStart<'_>),
) -> Option<()> {
    let mut reader = quick_xml::Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Eof => return Some(()),
            Event::Start(it) | Event::Empty(it) => seen(&it),
            _ => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever stands before its `:`.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).filter_map(Result::ok);
    let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    let text = &found.value;
    Some(quick_xml::escape::unescape(text).map_or_else(|_| text.to_string(), Cow::into_owned))
}

/// What a cell of text says.
pub(super) fn text_value(text: String) -> Option<Value> {
    (!text.trim().is_empty()).then(|| Value::Text(Arc::from(text)))
}
