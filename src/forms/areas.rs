//! The area reports (แบบรายงานข้อมูลพื้นที่เป้าหมาย): a row for each area that should have a centre, in the order of the letter.

use super::document::{Block, Cell, Document, Look, Orientation, Part, Table, dots, thai};
use super::office::{Office, Wanted};
use crate::model::center::Level;
use crate::model::{Center, District, Subdistrict};
use crate::plan::progress::Counts;
use crate::schema::PaperForm;
use crate::schema::person::Chair;
use crate::value::Phone;
use crate::value::words::{ChairAs, Word};

/// The columns, whose headings are those of the letter.
const COLUMNS: &[(&str, u8)] = &[
    ("ที่", 4),
    ("ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม", 26),
    ("เลขที่", 6),
    ("หมู่", 5),
    ("ตำบล", 13),
    ("อำเภอ", 15),
    ("ประธาน/ผู้แทน/ผู้นำจิตอาสา", 20),
    ("หมายเลขโทรศัพท์", 13),
];
/// So many rows of a form to fill in by hand are a page.
const BLANK_ROWS: usize = 12;

/// The report of district centres.
pub(super) fn districts(office: &Office, wanted: &Wanted) -> Document {
    let mut table = Table::new(Look::Ruled, COLUMNS);
    let mut counts = Counts::default();
    let districts = chosen(office, wanted);
    for (at, district) in districts.iter().enumerate() {
        let number = district.letter_order.map_or(at + 1, |it| it as usize);
        let entries = office.in_district(district);
        add_rows(&mut table, Some(number), &entries, |center| {
            row(office, district, None, center)
        });
        counts = counts.plus(counted(office, district).0);
    }
    let name = "ระดับอำเภอ";
    document(office, &districts, name, table, Some((counts, "อำเภอ")))
}

/// The report of sub-district centres.
pub(super) fn subdistricts(office: &Office, wanted: &Wanted) -> Document {
    let mut table = Table::new(Look::Ruled, COLUMNS);
    let mut counts = Counts::default();
    let districts = chosen(office, wanted);
    let mut number = 0;
    for district in &districts {
        for subdistrict in office.subdistricts(district) {
            let entries = office.in_subdistrict(subdistrict);
            // An area that is no target has no number in the letter's count.
            number += usize::from(subdistrict.is_target);
            let shown = subdistrict.is_target.then_some(number);
            add_rows(&mut table, shown, &entries, |center| {
                row(office, district, Some(subdistrict), center)
            });
        }
        counts = counts.plus(counted(office, district).1);
    }
    let name = "ระดับตำบล";
    document(office, &districts, name, table, Some((counts, "ตำบล")))
}

/// A report to be filled in by hand.
pub(super) fn blank(form: PaperForm) -> Document {
    let level = match form {
        PaperForm::AreasDistricts => "ระดับอำเภอ",
        _ => "ระดับตำบล",
    };
    let mut table = Table::new(Look::Ruled, COLUMNS);
    table.fill_up_to(BLANK_ROWS);
    let place = format!("เขตตรวจราชการที่ {} จังหวัด{}", dots(4), dots(12));
    made(level, &place, table, None)
}

fn chosen<'a>(office: &'a Office, wanted: &Wanted) -> Vec<&'a District> {
    let all = office.districts().into_iter();
    all.filter(|it| wanted.has_district(&it.code)).collect()
}

/// What the site counts in a district: its own centre, and those of its sub-districts.
fn counted(office: &Office, district: &District) -> (Counts, Counts) {
    let number = office.listings.districts().number(&district.code);
    let counts = number.map(|it| office.listings.progress_of(it).counts);
    counts.map_or_else(Default::default, |it| (it.district, it.subdistrict))
}

/// A row for each entry of an area, and one where there is none; the number stands in the first.
fn add_rows(
    table: &mut Table,
    number: Option<usize>,
    entries: &[&Center],
    row: impl Fn(Option<&Center>) -> Vec<Cell>,
) {
    let entries: Vec<Option<&Center>> = match entries {
        [] => vec![None],
        several => several.iter().map(|it| Some(*it)).collect(),
    };
    for (at, center) in entries.into_iter().enumerate() {
        let mut cells = row(center);
        let shown = number.filter(|_| at == 0).map(thai);
        cells.insert(0, Some(shown.unwrap_or_default()));
        table.rows.push(cells);
    }
}

fn row(
    office: &Office,
    district: &District,
    subdistrict: Option<&Subdistrict>,
    center: Option<&Center>,
) -> Vec<Cell> {
    let location = center.map(|it| &it.location);
    let people = center.and_then(|it| office.people(it));
    let chair = people.and_then(|it| it.chair.as_ref());
    let own = || center.and_then(|it| office.subdistrict(it));
    let subdistrict = subdistrict.or_else(own);
    vec![
        location
            .and_then(|it| it.place.as_ref())
            .map(|it| it.th.clone()),
        location.and_then(|it| it.house_no.as_ref()).map(thai),
        location.and_then(|it| it.village.as_ref()).map(thai),
        subdistrict.map(|it| it.name.th.clone()),
        Some(district.name.th.clone()),
        chair.and_then(named),
        chair.and_then(|it| phones(&it.person.facts.phone)),
    ]
}

/// The name, and as what its bearer signs: `นายสมมติ ตัวอย่าง (ประธาน)`.
fn named(chair: &Chair) -> Cell {
    let name = &chair.person.facts.name.as_ref()?.th;
    Some(match chair.chair_as {
        Some(role) => format!("{name} ({})", thai_word(role)),
        None => name.clone(),
    })
}

fn thai_word(role: ChairAs) -> &'static str {
    let mut words = ChairAs::VOCABULARY.words.iter();
    let named = words.find(|it| it.word == role.word());
    named.map_or("", |it| it.th)
}

/// Telephones as official papers write them.
pub(super) fn phones(phones: &[Phone]) -> Cell {
    let written: Vec<String> = phones.iter().map(|it| thai(&it.written)).collect();
    (!written.is_empty()).then(|| written.join(", "))
}

/// A report of what the office knows.
fn document(
    office: &Office,
    districts: &[&District],
    level: &str,
    table: Table,
    counts: Option<(Counts, &str)>,
) -> Document {
    let region = office.paper.inspection_region.map(thai);
    let mut provinces: Vec<&str> = districts
        .iter()
        .filter_map(|it| office.province(it))
        .collect();
    provinces.dedup();
    let province = match provinces.as_slice() {
        [] => dots(12),
        names => names.join(" "),
    };
    let mut place = format!(
        "เขตตรวจราชการที่ {} จังหวัด{province}",
        region.unwrap_or_else(|| dots(4))
    );
    if let [one] = districts
        && office.districts().len() > 1
    {
        place = format!("{place} อำเภอ{}", one.name.th);
    }
    let sum = counts.map(|(counts, area)| {
        format!(
            "รวมเป้าหมาย {} {area} มีข้อมูลในทำเนียบแล้ว {} {area}",
            thai(counts.target),
            thai(counts.recorded)
        )
    });
    made(level, &place, table, sum)
}

fn made(level: &str, place: &str, table: Table, sum: Option<String>) -> Document {
    let title = format!("แบบรายงานข้อมูลพื้นที่เป้าหมาย {level}");
    let mut blocks = vec![
        Block::heading(&title),
        Block::heading("โครงการส่งเสริมการขับเคลื่อนการดำเนินงานศูนย์ผู้นำจิตอาสาพัฒนาชุมชน"),
        Block::heading(place),
        Block::Table(table),
    ];
    blocks.extend(sum.map(|it| Block::Line(0, it)));
    blocks.push(reporter());
    Document {
        title,
        orientation: Orientation::Landscape,
        parts: vec![Part {
            name: level.to_owned(),
            blocks,
        }],
    }
}

/// Who reports signs here.
pub(super) fn reporter() -> Block {
    Block::Signature(vec![
        format!("ลงชื่อ{}ผู้รายงาน", dots(20)),
        format!("({})", dots(22)),
        format!("ตำแหน่ง{}", dots(20)),
        format!("วันที่{}", dots(21)),
    ])
}

/// The level of an area report, in the words of its title.
#[must_use]
pub(super) fn in_title(level: Level) -> &'static str {
    match level {
        Level::Province => "ระดับจังหวัด",
        Level::District => "ระดับอำเภอ",
        Level::Subdistrict => "ระดับตำบล",
    }
}
