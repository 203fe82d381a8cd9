//! The centre summary (แบบสรุปข้อมูลศูนย์ฯ): one page for each centre.

use super::areas::{in_title, phones};
use super::document::{Block, Cell, Document, Field, Look, Orientation, Part, Table, dots, thai};
use super::office::{Office, Wanted};
use crate::markdown;
use crate::model::Center;
use crate::model::center::{Highlight, Level, Status};
use crate::schema::person::{Committee, Person, SeatFacts};
use crate::value::words::{SteeringRole, Word, WorkingRole};

const TITLE: &str = "แบบสรุปข้อมูลศูนย์ผู้นำจิตอาสาพัฒนาชุมชน";
/// The columns of a body of the committee.
const SEATS: &[(&str, u8)] = &[("ที่", 1), ("รายชื่อ", 6), ("ตำแหน่ง", 6), ("หน้าที่", 5)];
/// Rows of a body to fill in by hand.
const BLANK_SEATS: usize = 4;
const BLANK_HIGHLIGHTS: usize = 3;

/// The summaries of the centres that are asked for: those with an entry, and of one that is named even where it is planned.
pub(super) fn filled(office: &Office, wanted: &Wanted) -> Document {
    let centers = match wanted {
        Wanted::Center(center) => vec![*center],
        Wanted::All | Wanted::District(_) => recorded(office, wanted),
    };
    let parts = centers.into_iter().map(|it| part(office, it)).collect();
    document(parts)
}

/// The centres that are more than planned, in the order of the letter.
fn recorded<'a>(office: &'a Office, wanted: &Wanted) -> Vec<&'a Center> {
    let all = office.directory.centers.iter().map(|it| &**it);
    let recorded = all.filter(|it| !it.example && it.status != Status::Planned);
    let mut centers: Vec<_> = recorded
        .filter(|it| wanted.has_district(&it.location.district))
        .collect();
    let order = |it: &Center| {
        let district = office.district(&it.location.district);
        district.and_then(|it| it.letter_order).unwrap_or(u32::MAX)
    };
    centers.sort_by_key(|it| (order(it), it.level, it.path.clone()));
    centers
}

/// A summary to be filled in by hand.
pub(super) fn blank() -> Document {
    let mut blocks = vec![
        Block::heading(TITLE),
        Block::heading(format!("ระดับ{}", dots(10))),
    ];
    blocks.push(Block::Fields(vec![Field::new("๑. ชื่อศูนย์ฯ", None)]));
    blocks.push(Block::Fields(location(None, None, None, None)));
    blocks.extend(highlights(&[]));
    blocks.push(Block::Fields(coordinator(None)));
    blocks.push(Block::Line(0, "๕. โครงสร้างคณะกรรมการ".to_owned()));
    for body in [
        "๕.๑ ที่ปรึกษา จำนวน",
        "๕.๒ คณะกรรมการอำนวยการ จำนวน",
        "๕.๓ คณะทำงาน จำนวน",
    ] {
        blocks.extend(self::body(body, None, Vec::new()));
    }
    document(vec![Part {
        name: "แบบสรุป".to_owned(),
        blocks,
    }])
}

fn document(parts: Vec<Part>) -> Document {
    Document {
        title: TITLE.to_owned(),
        orientation: Orientation::Portrait,
        parts,
    }
}

fn part(office: &Office, center: &Center) -> Part {
    let people = office.people(center);
    let district = office.district(&center.location.district);
    let subdistrict = office.subdistrict(center);
    let mut level = in_title(center.level).to_owned();
    let area = match center.level {
        Level::Province => None,
        Level::District => district.map(|it| &it.name.th),
        Level::Subdistrict => subdistrict.map(|it| &it.name.th),
    };
    let name = match area {
        Some(area) => {
            level.push_str(area);
            area.clone()
        }
        None => "จังหวัด".to_owned(),
    };
    let mut blocks = vec![Block::heading(TITLE), Block::heading(level)];
    let own_name = Some(center.name.th.clone());
    blocks.push(Block::Fields(vec![Field::new("๑. ชื่อศูนย์ฯ", own_name)]));
    blocks.push(Block::Fields(location(
        Some(center),
        subdistrict.map(|it| it.name.th.clone()),
        district.map(|it| it.name.th.clone()),
        district
            .and_then(|it| office.province(it))
            .map(str::to_owned),
    )));
    blocks.extend(highlights(&center.highlights));
    blocks.push(Block::Fields(coordinator(
        people.and_then(|it| it.coordinator.as_ref()),
    )));
    blocks.push(Block::Line(0, "๕. โครงสร้างคณะกรรมการ".to_owned()));
    blocks.extend(committee(
        office.committee(center),
        center.level == Level::Subdistrict,
    ));
    Part { name, blocks }
}

fn location(
    center: Option<&Center>,
    subdistrict: Cell,
    district: Cell,
    province: Cell,
) -> Vec<Field> {
    let location = center.map(|it| &it.location);
    let place = location.and_then(|it| it.place.as_ref());
    vec![
        Field::new("๒. ที่ตั้ง", place.map(|it| it.th.clone())),
        Field::new(
            "เลขที่",
            location.and_then(|it| it.house_no.as_ref()).map(thai),
        ),
        Field::new("หมู่ที่", location.and_then(|it| it.village.as_ref()).map(thai)),
        Field::new("ตำบล", subdistrict),
        Field::new("อำเภอ", district),
        Field::new("จังหวัด", province),
    ]
}

fn highlights(highlights: &[Highlight]) -> Vec<Block> {
    let asked = "๓. ความโดดเด่น (อัตลักษณ์ เอกลักษณ์ ความเชี่ยวชาญเฉพาะ หรือธีม)";
    let mut blocks = vec![Block::Line(0, asked.to_owned())];
    if highlights.is_empty() {
        blocks.extend((0..BLANK_HIGHLIGHTS).map(|_| Block::Fields(vec![Field::new("", None)])));
    }
    for (number, it) in (1..).zip(highlights) {
        let title = it.title.as_ref().map(|it| it.th.clone());
        let text = it.text.as_ref().map(|it| markdown::plain(&it.th.text));
        let kind = it.kind.map(|it| format!("({})", in_thai(it)));
        let said: Vec<String> = kind.into_iter().chain(title).chain(text).collect();
        let line = format!("๓.{} {}", thai(number), said.join(" "));
        blocks.push(Block::Line(1, line));
    }
    blocks
}

fn coordinator(person: Option<&Person>) -> Vec<Field> {
    let facts = person.map(|it| &it.facts);
    let name = facts.and_then(|it| it.name.as_ref());
    let position = facts.and_then(|it| it.position.as_ref());
    vec![
        Field::new("๔. ผู้ประสานงาน ชื่อ-สกุล", name.map(|it| it.th.clone())),
        Field::new("ตำแหน่ง", position.map(|it| it.th.clone())),
        Field::new("หมายเลขโทรศัพท์", facts.and_then(|it| phones(&it.phone))),
    ]
}

/// The bodies: a sub-district's centre has no steering committee, so that its working group stands in the second place.
fn committee(committee: Option<&Committee>, is_subdistrict: bool) -> Vec<Block> {
    let count =
        |written: Option<u32>, listed: usize| written.or((listed > 0).then_some(listed as u32));
    let advisers: Vec<Vec<Cell>> = committee
        .map(|it| it.advisers.iter().map(|it| adviser(&it.value)).collect())
        .unwrap_or_default();
    let steering: Vec<Vec<Cell>> = committee
        .map(|it| {
            it.steering
                .iter()
                .map(|it| steering(&it.value.facts, it.value.role))
                .collect()
        })
        .unwrap_or_default();
    let working: Vec<Vec<Cell>> = committee
        .map(|it| {
            it.working
                .iter()
                .map(|it| working(&it.value.facts, it.value.role))
                .collect()
        })
        .unwrap_or_default();
    let written = |of: fn(&Committee) -> Option<u32>| committee.and_then(of);
    let of_advisers = written(|it| it.advisers_count.as_ref().map(|it| it.value));
    let of_steering = written(|it| it.steering_count.as_ref().map(|it| it.value));
    let of_working = written(|it| it.working_count.as_ref().map(|it| it.value));
    let mut blocks = body(
        "๕.๑ ที่ปรึกษา จำนวน",
        count(of_advisers, advisers.len()),
        advisers,
    );
    let of_working = count(of_working, working.len());
    if is_subdistrict && steering.is_empty() {
        blocks.extend(body("๕.๒ คณะทำงาน จำนวน", of_working, working));
    } else {
        let of_steering = count(of_steering, steering.len());
        blocks.extend(body("๕.๒ คณะกรรมการอำนวยการ จำนวน", of_steering, steering));
        blocks.extend(body("๕.๓ คณะทำงาน จำนวน", of_working, working));
    }
    blocks
}

fn body(label: &str, count: Option<u32>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
    let mut table = Table::new(Look::Ruled, SEATS);
    for (number, mut row) in (1..).zip(rows) {
        row.insert(0, Some(thai(number)));
        table.rows.push(row);
    }
    if table.rows.is_empty() {
        table.fill_up_to(BLANK_SEATS);
    }
    let count = count.map(|it| format!("{} คน", thai(it)));
    vec![
        Block::Fields(vec![Field::new(label, count)]),
        Block::Table(table),
    ]
}

/// Name and position of whoever sits somewhere, and what they do there.
pub(super) fn seat(facts: &SeatFacts, role: Option<&'static str>) -> Vec<Cell> {
    vec![
        facts.name.as_ref().map(|it| it.th.clone()),
        facts.position.as_ref().map(|it| it.th.clone()),
        role.map(str::to_owned),
    ]
}

pub(super) fn adviser(facts: &SeatFacts) -> Vec<Cell> {
    seat(facts, Some("ที่ปรึกษา"))
}

pub(super) fn steering(facts: &SeatFacts, role: Option<SteeringRole>) -> Vec<Cell> {
    seat(facts, role.map(in_thai))
}

pub(super) fn working(facts: &SeatFacts, role: Option<WorkingRole>) -> Vec<Cell> {
    seat(facts, role.map(in_thai))
}

fn in_thai<W: Word>(role: W) -> &'static str {
    let mut words = W::VOCABULARY.words.iter();
    words
        .find(|it| it.word == role.word())
        .map_or("", |it| it.th)
}
