//! The committee orders: of a district for its own centre, and of a district for the centres of all its sub-districts.
//!
//! What nobody has said yet is a dotted line; of the steering committee the seats that an office brings with it stand there by themselves.

use super::document::{Block, Cell, Document, Look, Orientation, Part, Table, dots, or_dots, thai};
use super::office::{Office, Wanted, day};
use super::summary::{adviser, steering, working};
use crate::model::{District, Subdistrict};
use crate::schema::person::Committee;

/// The columns of a list of people.
const PEOPLE: &[(&str, u8)] = &[("ที่", 3), ("รายชื่อ", 11), ("ตำแหน่ง", 15), ("หน้าที่", 12)];
const OF_DISTRICT: &str = "คำสั่งแต่งตั้งคณะกรรมการ ระดับอำเภอ";
const OF_SUBDISTRICTS: &str = "คำสั่งแต่งตั้งคณะทำงาน ระดับตำบล";
const CENTER: &str = "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน";

/// The seats of a steering committee that belong to an office or a sector.
const STEERING: &[(&str, &str)] = &[
    ("นายอำเภอ", "ประธานกรรมการ"),
    ("เกษตรอำเภอ", "กรรมการ"),
    ("ท้องถิ่นอำเภอ", "กรรมการ"),
    ("ผู้อำนวยการศูนย์ส่งเสริมการเรียนรู้ระดับอำเภอ", "กรรมการ"),
    ("ภาคีพัฒนา (พิจารณาจาก ๗ ภาคส่วน)", "กรรมการ"),
    ("นายกองค์กรปกครองส่วนท้องถิ่น (ที่ตั้งศูนย์ระดับอำเภอ)", "กรรมการ"),
    ("กำนัน (ที่ตั้งศูนย์ระดับอำเภอ)", "กรรมการ"),
    ("ประธานคณะกรรมการพัฒนาสตรีอำเภอ", "กรรมการ"),
    ("ประธานชมรมอาสาพัฒนาชุมชนอำเภอ", "กรรมการ"),
    ("ภาคีพัฒนา ๗ ภาคส่วน", "กรรมการ"),
    ("พัฒนาการอำเภอ", "กรรมการและเลขานุการ"),
    (
        "เจ้าหน้าที่ในสังกัดสำนักงานพัฒนาชุมชนอำเภอที่ได้รับมอบหมาย",
        "กรรมการและผู้ช่วยเลขานุการ",
    ),
];
/// What the ten of a working group do there.
const WORKING: &[&str] = &[
    "หัวหน้าคณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงาน",
    "คณะทำงานและเลขานุการ",
    "คณะทำงานและผู้ช่วยเลขานุการ",
];
/// The last adviser of a sub-district's centre.
const LAST_ADVISER: &str = "พัฒนากรผู้ประสานงานตำบล";
/// Advisers to be filled in by hand.
const BLANK_ADVISERS: usize = 5;

const STEERING_DUTIES: &[&str] = &[
    "กำหนดนโยบายและแนวทางการดำเนินงานของศูนย์ฯ",
    "บูรณาการแผนงาน โครงการ และงบประมาณ",
    "สนับสนุน กำกับ ติดตาม และสร้างขวัญกำลังใจในการดำเนินงาน",
    "แต่งตั้งคณะทำงานสนับสนุนการดำเนินงานตามความเหมาะสม",
    "ปฏิบัติงานอื่นตามที่ได้รับมอบหมาย",
];
const WORKING_DUTIES: &[&str] = &[
    "จัดทำแผนและดำเนินกิจกรรมของศูนย์ฯ",
    "พัฒนาผู้นำจิตอาสาและเครือข่าย",
    "พัฒนาศูนย์ฯ ให้เป็นแหล่งบ่มเพาะของชุมชน",
    "รายงานผลการดำเนินงาน ปัญหา อุปสรรค และข้อเสนอแนะต่อคณะกรรมการอำนวยการระดับอำเภอ",
    "ประชาสัมพันธ์การดำเนินงานของศูนย์ฯ",
    "ปฏิบัติงานอื่นตามที่ได้รับมอบหมาย",
];

/// The orders for the centres of districts, one each.
pub(super) fn districts(office: &Office, wanted: &Wanted) -> Document {
    let chosen = office.districts().into_iter();
    let parts = chosen
        .filter(|it| wanted.has_district(&it.code))
        .map(|district| {
            let entries = office.in_district(district);
            let committee = entries.into_iter().find_map(|it| office.committee(it));
            of_district(&Named::of(office, district), committee)
        });
    document(OF_DISTRICT, parts.collect())
}

/// An order for a district's centre to be filled in by hand.
pub(super) fn blank_district() -> Document {
    document(OF_DISTRICT, vec![of_district(&Named::blank(), None)])
}

/// The orders for the centres of sub-districts, one for each district.
pub(super) fn subdistricts(office: &Office, wanted: &Wanted) -> Document {
    let chosen = office.districts().into_iter();
    let parts = chosen
        .filter(|it| wanted.has_district(&it.code))
        .map(|district| {
            let subdistricts = office.subdistricts(district);
            let bodies: Vec<_> = subdistricts
                .into_iter()
                .map(|it| (it.name.th.clone(), of_centers(office, it)))
                .collect();
            of_subdistricts(&Named::of(office, district), &bodies)
        });
    document(OF_SUBDISTRICTS, parts.collect())
}

/// An order for the centres of sub-districts to be filled in by hand.
pub(super) fn blank_subdistricts() -> Document {
    let bodies = [(dots(12), None)];
    document(
        OF_SUBDISTRICTS,
        vec![of_subdistricts(&Named::blank(), &bodies)],
    )
}

fn of_centers<'a>(office: &'a Office, subdistrict: &Subdistrict) -> Option<&'a Committee> {
    let entries = office.in_subdistrict(subdistrict);
    entries.into_iter().find_map(|it| office.committee(it))
}

fn document(title: &str, parts: Vec<Part>) -> Document {
    Document {
        title: title.to_owned(),
        orientation: Orientation::Portrait,
        parts,
    }
}

/// Where an order is from.
struct Named {
    district: String,
    province: String,
    /// The name of its sheet.
    sheet: String,
}

impl Named {
    fn of(office: &Office, district: &District) -> Self {
        Self {
            district: district.name.th.clone(),
            province: or_dots(office.province(district), 12),
            sheet: district.name.th.clone(),
        }
    }

    fn blank() -> Self {
        Self {
            district: dots(12),
            province: dots(12),
            sheet: "คำสั่ง".to_owned(),
        }
    }
}

fn of_district(named: &Named, committee: Option<&Committee>) -> Part {
    let district = &named.district;
    let body = "คณะกรรมการบริหารจัดการและขับเคลื่อนการดำเนินงาน";
    let about = format!("แต่งตั้ง{body}{CENTER} อำเภอ{district}");
    let mut blocks = head(named, committee, &about);
    blocks.push(Block::Paragraph(format!(
        "เพื่อให้การบริหารจัดการและขับเคลื่อนการดำเนินงาน{CENTER} อำเภอ{district} เป็นไปด้วยความเรียบร้อย \
         มีประสิทธิภาพ และบรรลุวัตถุประสงค์ จึง{about} ดังต่อไปนี้"
    )));
    blocks.push(Block::Line(1, "(ก) ที่ปรึกษา".to_owned()));
    blocks.push(advisers(committee, None));
    let second = "(ข) คณะกรรมการอำนวยการ";
    blocks.push(next(second));
    blocks.push(Block::Line(1, second.to_owned()));
    blocks.push(steering_committee(committee));
    blocks.extend(duties("คณะกรรมการอำนวยการมีหน้าที่ ดังนี้", STEERING_DUTIES));
    let third = "(ค) คณะทำงาน";
    blocks.push(next(third));
    blocks.push(Block::Line(1, third.to_owned()));
    blocks.push(working_group(committee));
    blocks.extend(duties("คณะทำงานมีหน้าที่ ดังนี้", WORKING_DUTIES));
    blocks.extend(foot(named, committee));
    Part {
        name: named.sheet.clone(),
        blocks,
    }
}

fn of_subdistricts(named: &Named, bodies: &[(String, Option<&Committee>)]) -> Part {
    let district = &named.district;
    let about = format!(
        "แต่งตั้งที่ปรึกษาและคณะทำงานบริหารจัดการและขับเคลื่อนการดำเนินงาน{CENTER} ระดับตำบล อำเภอ{district}"
    );
    // One order appoints all, so that its number and its day stand in every entry that knows them.
    let mut known = bodies.iter().filter_map(|it| it.1);
    let order = known.find(|it| it.order.is_some() || it.order_date.is_some());
    let mut blocks = head(named, order, &about);
    blocks.push(Block::Paragraph(format!(
        "เพื่อให้การบริหารจัดการและขับเคลื่อนการดำเนินงาน{CENTER} ระดับตำบล ในพื้นที่อำเภอ{district} เป็นไปด้วยความเรียบร้อย \
         มีประสิทธิภาพ และบรรลุวัตถุประสงค์ จึง{about} ดังต่อไปนี้"
    )));
    for (number, (subdistrict, committee)) in (1..).zip(bodies) {
        let number = thai(number);
        let first = format!("{number}. แต่งตั้งที่ปรึกษาและคณะทำงาน{CENTER} ตำบล{subdistrict}");
        blocks.push(next(&first));
        blocks.push(Block::Line(1, format!("{first} ประกอบด้วย")));
        blocks.push(Block::Line(2, format!("{number}.๑ ที่ปรึกษา")));
        blocks.push(advisers(*committee, Some(LAST_ADVISER)));
        blocks.push(Block::Line(2, format!("{number}.๒ คณะทำงาน")));
        blocks.push(working_group(*committee));
    }
    let number = thai(bodies.len() + 1);
    let last = format!("{number}. ให้คณะทำงานแต่ละตำบลมีหน้าที่ ดังนี้");
    blocks.push(next(&last));
    blocks.extend(duties(&last, WORKING_DUTIES));
    blocks.extend(foot(named, order));
    Part {
        name: named.sheet.clone(),
        blocks,
    }
}

/// What every order begins with.
fn head(named: &Named, committee: Option<&Committee>, about: &str) -> Vec<Block> {
    let Named {
        district, province, ..
    } = named;
    let order = committee.and_then(|it| it.order.as_ref());
    let order = order.map_or_else(|| format!("{}/{}", dots(6), dots(5)), |it| thai(&it.th));
    vec![
        Block::Emblem,
        Block::heading(format!("คำสั่งอำเภอ{district}")),
        Block::heading(format!("ที่ {order}")),
        Block::heading(format!("เรื่อง {about}")),
        Block::Rule,
        Block::Paragraph(format!(
            "ด้วยจังหวัด{province}ได้ดำเนินโครงการส่งเสริมการขับเคลื่อนการดำเนินงาน{CENTER} \
             เพื่อให้ศูนย์ฯ เป็นคลังภูมิปัญญา แหล่งบ่มเพาะ และศูนย์กลางเครือข่ายผู้นำจิตอาสาของชุมชนในระดับอำเภอและตำบล"
        )),
    ]
}

/// What every order ends with.
fn foot(named: &Named, committee: Option<&Committee>) -> Vec<Block> {
    let signed = committee.and_then(|it| it.order_date);
    let signed = signed.map_or_else(
        || format!("{} เดือน {} พ.ศ. {}", dots(4), dots(9), dots(5)),
        day,
    );
    vec![
        Block::Paragraph("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป".to_owned()),
        Block::Paragraph(format!("สั่ง ณ วันที่ {signed}")),
        Block::Signature(vec![
            format!("ลงชื่อ{}", dots(22)),
            format!("({})", dots(22)),
            format!("นายอำเภอ{}", named.district),
        ]),
    ]
}

/// The end of a page before a text, of which its first words stand there.
fn next(text: &str) -> Block {
    let first = text.split(CENTER).next().unwrap_or(text).trim_end();
    Block::NextPage(format!("/{first}…"))
}

fn duties(head: &str, duties: &[&str]) -> Vec<Block> {
    let mut blocks = vec![Block::Line(1, head.to_owned())];
    for (number, duty) in (1..).zip(duties) {
        blocks.push(Block::Line(2, format!("{}) {duty}", thai(number))));
    }
    blocks
}

fn people(rows: Vec<Vec<Cell>>) -> Block {
    let mut table = Table::new(Look::List, PEOPLE);
    for (number, mut row) in (1..).zip(rows) {
        row.insert(0, Some(format!("{})", thai(number))));
        table.rows.push(row);
    }
    Block::Table(table)
}

fn advisers(committee: Option<&Committee>, last: Option<&str>) -> Block {
    let mut rows: Vec<Vec<Cell>> = committee
        .map(|it| it.advisers.iter().map(|it| adviser(&it.value)).collect())
        .unwrap_or_default();
    if rows.is_empty() {
        let role = Some("ที่ปรึกษา".to_owned());
        rows = vec![vec![None, None, role]; BLANK_ADVISERS];
        if let (Some(row), Some(last)) = (rows.last_mut(), last) {
            row[1] = Some(last.to_owned());
        }
    }
    people(rows)
}

fn steering_committee(committee: Option<&Committee>) -> Block {
    let listed: Vec<Vec<Cell>> = committee
        .map(|it| {
            let seats = it.steering.iter().map(|it| &it.value);
            seats.map(|it| steering(&it.facts, it.role)).collect()
        })
        .unwrap_or_default();
    if !listed.is_empty() {
        return people(listed);
    }
    let seats = STEERING.iter();
    people(
        seats
            .map(|(position, role)| {
                vec![None, Some((*position).to_owned()), Some((*role).to_owned())]
            })
            .collect(),
    )
}

fn working_group(committee: Option<&Committee>) -> Block {
    let mut rows: Vec<Vec<Cell>> = committee
        .map(|it| {
            let seats = it.working.iter().map(|it| &it.value);
            seats.map(|it| working(&it.facts, it.role)).collect()
        })
        .unwrap_or_default();
    if rows.is_empty() {
        let roles = WORKING.iter();
        rows.extend(roles.map(|role| vec![None, None, Some((*role).to_owned())]));
    }
    while rows.len() < WORKING.len() {
        rows.push(vec![None, None, None]);
    }
    people(rows)
}
