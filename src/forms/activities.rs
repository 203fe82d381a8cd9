//! The monthly activity report: what each centre held, with problems and suggestions, which are published nowhere else.

use super::areas::reporter;
use super::document::{Block, Cell, Document, Look, Orientation, Part, Table, dots, thai};
use super::office::{Month, Office, Wanted, days};
use crate::model::center::Level;
use crate::model::{Activity, Center};

/// The columns, whose headings are those of the form.
const COLUMNS: &[(&str, u8)] = &[
    ("ลำดับ", 5),
    ("วัน เดือน ปี", 11),
    ("ชื่อกิจกรรม", 16),
    ("วาระ/วันสำคัญ", 9),
    ("สถานที่", 11),
    ("จำนวนผู้เข้าร่วม (คน)", 7),
    ("ผลการดำเนินงาน", 18),
    ("ปัญหา อุปสรรค และข้อเสนอแนะ", 15),
    ("ภาพถ่าย", 6),
    ("ผู้รายงาน", 11),
];
const TITLE: &str = "แบบรายงานผลการดำเนินกิจกรรมศูนย์ผู้นำจิตอาสาพัฒนาชุมชน";
/// So many rows of a form to fill in by hand are a page.
const BLANK_ROWS: usize = 8;

/// The activities of a month, centre by centre.
pub(super) fn filled(office: &Office, wanted: &Wanted, month: Month) -> Document {
    let directory = &office.directory;
    let mut blocks = heads(&month.in_thai(), &place(office, wanted));
    let mut number = 0;
    for district in office.districts() {
        if !wanted.has_district(&district.code) {
            continue;
        }
        for (id, center) in directory.centers.iter().enumerate() {
            if center.example || center.location.district != district.code {
                continue;
            }
            let mut held: Vec<&Activity> = directory
                .activities
                .iter()
                .map(|it| &**it)
                .filter(|it| it.center.0 == id && !it.example && month.has(it.date))
                .collect();
            if held.is_empty() {
                continue;
            }
            held.sort_by_key(|it| (it.date, it.slug.clone()));
            let mut table = Table::new(Look::Ruled, COLUMNS);
            for activity in held {
                number += 1;
                table.rows.push(row(office, activity, number));
            }
            blocks.push(Block::Line(0, named(office, center)));
            blocks.push(Block::Table(table));
        }
    }
    let sum = match number {
        0 => "ไม่มีกิจกรรมในเดือนนี้".to_owned(),
        count => format!("รวม {} กิจกรรม", thai(count)),
    };
    blocks.push(Block::Line(0, sum));
    blocks.push(reporter());
    document(month.in_thai(), blocks)
}

/// A report to be filled in by hand.
pub(super) fn blank() -> Document {
    let mut table = Table::new(Look::Ruled, COLUMNS);
    table.fill_up_to(BLANK_ROWS);
    let mut blocks = heads(&dots(14), &format!("อำเภอ{} จังหวัด{}", dots(12), dots(12)));
    let center = format!("ศูนย์ฯ {} ตำบล{}", dots(30), dots(12));
    blocks.extend([Block::Line(0, center), Block::Table(table), reporter()]);
    document("แบบรายงาน".to_owned(), blocks)
}

fn heads(month: &str, place: &str) -> Vec<Block> {
    vec![
        Block::heading(TITLE),
        Block::heading(format!("ประจำเดือน {month}")),
        Block::heading(place),
    ]
}

fn document(name: String, blocks: Vec<Block>) -> Document {
    Document {
        title: TITLE.to_owned(),
        orientation: Orientation::Landscape,
        parts: vec![Part { name, blocks }],
    }
}

/// Of where the report is.
fn place(office: &Office, wanted: &Wanted) -> String {
    let mut districts = office.districts().into_iter();
    let first = districts.find(|it| wanted.has_district(&it.code));
    let province = first.and_then(|it| office.province(it));
    let province = format!("จังหวัด{}", province.map_or_else(|| dots(12), str::to_owned));
    match (wanted, first) {
        (Wanted::All, _) | (_, None) => province,
        (_, Some(district)) => format!("อำเภอ{} {province}", district.name.th),
    }
}

/// A centre, and where it is.
fn named(office: &Office, center: &Center) -> String {
    let name = &center.name.th;
    let subdistrict = office.subdistrict(center);
    let subdistrict = subdistrict.filter(|_| center.level == Level::Subdistrict);
    let district = office.district(&center.location.district);
    let district = district.filter(|_| center.level != Level::Province);
    let mut words = vec![name.clone()];
    words.extend(subdistrict.map(|it| format!("ตำบล{}", it.name.th)));
    words.extend(district.map(|it| format!("อำเภอ{}", it.name.th)));
    words.join(" ")
}

fn row(office: &Office, activity: &Activity, number: usize) -> Vec<Cell> {
    let center = office.directory.center(activity.center);
    let paper = office.paper.activities.get(&activity.file);
    let place = activity.place.as_ref();
    let place = place.or(center.location.place.as_ref());
    let problems = paper.and_then(|it| it.problems.as_ref());
    let suggestions = paper.and_then(|it| it.suggestions.as_ref());
    let told: Vec<String> = problems
        .map(|it| it.th.clone())
        .into_iter()
        .chain(suggestions.map(|it| format!("ข้อเสนอแนะ: {}", it.th)))
        .collect();
    let photos = activity.photos.len() + usize::from(activity.cover.is_some());
    vec![
        Some(thai(number)),
        Some(days(activity.date, activity.end_date)),
        Some(activity.title.th.clone()),
        activity.occasion.as_ref().map(|it| it.th.clone()),
        place.map(|it| it.th.clone()),
        activity.participants.map(thai),
        activity.results.as_ref().map(|it| it.th.clone()),
        (!told.is_empty()).then(|| told.join("\n")),
        (photos > 0).then(|| format!("{} ภาพ", thai(photos))),
        activity.reported_by.as_ref().map(|it| it.th.clone()),
    ]
}
