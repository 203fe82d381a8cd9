//! The template as a workbook: lists to choose from, a note on each column, and every cell a text.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::{TITLE, Template};
use crate::import::GUIDE;
use crate::import::headings::PATH;
use crate::import::target::{Site, district_key, subdistrict_key};
use crate::schema::{Key, Kind, Reference};

/// The sheet to fill in.
const SHEET: &str = "ศูนย์ฯ";
/// The sheet of the lists to choose from.
const LISTS: &str = "รายการ";
/// Rows above the first centre: a title, what to do, headings, paths of keys.
const HEADING_ROW: u32 = 2;
const PATH_ROW: u32 = 3;
const FIRST_ROW: u32 = 4;
/// Empty rows below the last centre for which there are lists too.
const SPARE_ROWS: u32 = 50;

/// What the first sheet says.
const GUIDE_LINES: &[&str] = &[
    "๑. กรอกในแผ่นงาน “ศูนย์ฯ” หนึ่งแถวต่อหนึ่งศูนย์ฯ ข้อมูลที่มีอยู่แล้วกรอกไว้ให้แล้ว แก้ไขได้",
    "๒. ห้ามแก้ไขคอลัมน์แรก และแถวที่ ๓–๔ ช่องที่ไม่มีข้อมูลให้เว้นว่างไว้ ช่องว่างไม่ลบข้อมูลเดิม",
    "๓. ช่องที่มีตัวเลือก ให้เลือกจากรายการ ช่องที่ตอบได้หลายข้อ คั่นด้วยจุลภาค",
    "๔. วันที่เขียนเป็น วัน/เดือน/ปี พ.ศ. เช่น ๑๓/๐๓/๒๕๖๕ ใช้เลขไทยหรือเลขอารบิกก็ได้",
    "๕. ข้อมูลส่วนบุคคลจะไม่เผยแพร่ เว้นแต่เลือก “ยินยอม” ในคอลัมน์ความยินยอม เมื่อได้รับความยินยอมจากเจ้าของข้อมูลแล้ว",
    "๖. ห้ามกรอกเลขประจำตัวประชาชน",
    "๗. บันทึกเป็น .xlsx หรือ .ods แล้วส่งให้จังหวัด จังหวัดนำเข้าด้วยคำสั่ง sala import ชื่อไฟล์ --update --dry-run เพื่อดูผลก่อน แล้วจึงสั่งซ้ำโดยไม่มี --dry-run",
];

pub(super) fn bytes(template: &Template, site: &Site<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same site makes the same bytes on any day.
    let day = ExcelDateTime::from_ymd(2022, 3, 13)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(TITLE)
            .set_creation_datetime(&day),
    );
    guide(book.add_worksheet())?;
    let mut lists = Lists::default();
    centers(book.add_worksheet(), template, site, &mut lists)?;
    lists.write(book.add_worksheet())?;
    book.worksheet_from_name(SHEET)?.set_active(true);
    book.save_to_buffer()
}

fn text() -> Format {
    Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top)
}

fn guide(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?.set_column_width(0, 110)?;
    let bold = Format::new().set_bold().set_font_size(16);
    sheet.write_string_with_format(0, 0, TITLE, &bold)?;
    let wrapped = text().set_text_wrap();
    for (number, line) in (2..).zip(GUIDE_LINES) {
        sheet.set_row_height(number, 36)?;
        sheet.write_string_with_format(number, 0, *line, &wrapped)?;
    }
    Ok(())
}

fn centers(
    sheet: &mut Worksheet,
    template: &Template,
    site: &Site<'_>,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    sheet.set_name(SHEET)?.set_landscape();
    let text = text();
    let grey = Color::RGB(0x0066_6666);
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E6_EFE9))
        .set_border(FormatBorder::Thin);
    let small = Format::new().set_font_size(8).set_font_color(grey);
    let fixed = text.clone().set_font_color(grey);
    let title = Format::new().set_bold().set_font_size(16);
    sheet.write_string_with_format(0, 0, TITLE, &title)?;
    let hint = "วิธีกรอกอยู่ในแผ่นงาน “คำแนะนำ” คำอธิบายของแต่ละคอลัมน์อยู่ในหมายเหตุของหัวตาราง";
    sheet.write_string(1, 0, hint)?;

    let last = FIRST_ROW + template.rows.len() as u32 + SPARE_ROWS;
    let headings = template.headings();
    for (column, (name, path)) in (0..).zip(headings.iter().zip(template.paths())) {
        let width = match path.as_str() {
            PATH => 34.0,
            "name" | "location.place" => 44.0,
            _ => width(name),
        };
        let format = if path == PATH { &fixed } else { &text };
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, format)?;
        sheet.write_string_with_format(HEADING_ROW, column, name, &heading)?;
        sheet.write_string_with_format(PATH_ROW, column, path, &small)?;
    }
    for (row, written) in (FIRST_ROW..).zip(&template.rows) {
        sheet.write_string_with_format(row, 0, &written.path, &fixed)?;
        for (column, cell) in (1..).zip(&written.cells).filter(|(_, it)| !it.is_empty()) {
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    for (column, about) in (1..).zip(&template.columns) {
        let note = Note::new(explanation(about.key))
            .add_author_prefix(false)
            .set_width(260)
            .set_height(140);
        sheet.insert_note(HEADING_ROW, column, &note)?;
        if about.path == "location.subdistrict" {
            subdistricts(sheet, column, template, site, lists, last)?;
        } else if let Some((name, choices)) = choices(about.key, site) {
            let takes_several = matches!(about.key.kind, Kind::Words(_) | Kind::Strings);
            let list = lists
                .validation(&name, choices)
                .show_error_message(!takes_several);
            sheet.add_data_validation(FIRST_ROW, column, last, column, &list)?;
        }
    }
    sheet.set_row_height(HEADING_ROW, 48)?;
    sheet.set_freeze_panes(FIRST_ROW, 4)?;
    Ok(())
}

/// Of the rows of a district, its sub-districts can be chosen; of the empty ones below, all.
fn subdistricts(
    sheet: &mut Worksheet,
    column: u16,
    template: &Template,
    site: &Site<'_>,
    lists: &mut Lists,
    last: u32,
) -> Result<(), XlsxError> {
    let areas = site.areas();
    let mut from = FIRST_ROW;
    for rows in template
        .rows
        .chunk_by(|a, b| a.area.district == b.area.district)
    {
        let to = from + rows.len() as u32 - 1;
        let district = &areas.districts[&rows[0].area.district];
        let names = district
            .subdistricts
            .iter()
            .filter_map(|it| areas.subdistricts.get(it));
        let names = names.map(|it| subdistrict_key(areas, it)).collect();
        let list = lists.validation(&format!("ตำบล {}", district.name.th), names);
        sheet.add_data_validation(from, column, to, column, &list)?;
        from = to + 1;
    }
    let mut names: Vec<String> = areas
        .subdistricts
        .values()
        .map(|it| it.name.th.clone())
        .collect();
    names.sort();
    names.dedup();
    let list = lists.validation("ตำบลทั้งหมด", names);
    sheet.add_data_validation(from, column, last, column, &list)?;
    Ok(())
}

/// What can be chosen for a key, and what the list is called.
fn choices(key: &Key, site: &Site<'_>) -> Option<(String, Vec<String>)> {
    let areas = site.areas();
    let words = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect();
    let list = match (key.kind, key.refers_to) {
        (_, Some(Reference::Topic)) => site.topics.iter().map(|it| it.1.clone()).collect(),
        (_, Some(Reference::District)) => areas
            .districts
            .keys()
            .map(|it| district_key(areas, it))
            .collect(),
        (_, Some(Reference::Province)) => areas
            .provinces
            .values()
            .map(|it| it.name.th.clone())
            .collect(),
        (Kind::Flag, _) if key.name == "consent" => {
            return Some(("ความยินยอม".to_owned(), words(&["ยินยอม", "ไม่ยินยอม"])));
        }
        (Kind::Flag, _) => return Some(("ใช่".to_owned(), words(&["ใช่", "ไม่ใช่"]))),
        (kind, _) => kind
            .vocabulary()?
            .words
            .iter()
            .map(|it| it.th.to_owned())
            .collect(),
    };
    Some((key.label.th.to_owned(), list))
}

/// What a column means.
fn explanation(key: &Key) -> String {
    let mut text = key.help.th.to_owned();
    if let Some(unit) = key.unit {
        text = format!("{text}\nหน่วย: {}", unit.th);
    }
    if let (Some(example), None) = (key.example, key.kind.vocabulary()) {
        let example = example
            .trim_matches(['"', '[', ']'])
            .replace("\", \"", ", ");
        text = format!("{text}\nตัวอย่าง: {example}");
    }
    text
}

/// As wide as its words are, within reason.
fn width(heading: &str) -> f64 {
    let letters = heading
        .chars()
        .filter(|it| !matches!(it, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}'));
    (letters.count() as f64).clamp(18.0, 32.0)
}

/// The lists to choose from, each a column of a sheet that nobody sees.
#[derive(Default)]
struct Lists(BTreeMap<String, (u16, Vec<String>)>);

impl Lists {
    /// That a cell takes what is on a list.
    fn validation(&mut self, name: &str, choices: Vec<String>) -> DataValidation {
        let next = self.0.len() as u16;
        let (column, choices) = self.0.entry(name.to_owned()).or_insert((next, choices));
        let letters = crate::value::sheet_cell::column_name(u32::from(*column));
        let last = choices.len().max(1) + 1;
        let range = format!("='{LISTS}'!${letters}$2:${letters}${last}");
        DataValidation::new().allow_list_formula(Formula::new(range))
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_hidden(true);
        for (name, (column, choices)) in &self.0 {
            sheet.write_string(0, *column, name)?;
            for (row, choice) in (1..).zip(choices) {
                sheet.write_string(row, *column, choice)?;
            }
        }
        Ok(())
    }
}
