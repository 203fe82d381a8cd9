//! A directory as large as ten provinces: the same bytes every time, for measuring.
//!
//! In: nothing. Out: the files of a site of 2,410 centres and 3,630 best practices, with text of usual length in Thai.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Districts; each has one centre of its own and those of nine sub-districts.
const DISTRICTS: usize = 241;
/// Centres of a district.
const CENTERS: usize = 10;
/// Centres with a second practice.
const SECOND_PRACTICES: usize = 1_220;
/// What centres and practices are about.
const TOPICS: [(&str, &str); 12] = [
    ("organic-farming", "เกษตรอินทรีย์"),
    ("weaving", "ทอผ้า"),
    ("rice", "ข้าว"),
    ("savings", "ออมทรัพย์"),
    ("waste", "จัดการขยะ"),
    ("water", "จัดการน้ำ"),
    ("herbs", "สมุนไพร"),
    ("food", "แปรรูปอาหาร"),
    ("elderly", "ดูแลผู้สูงอายุ"),
    ("youth", "เยาวชน"),
    ("forest", "ป่าชุมชน"),
    ("crafts", "หัตถกรรม"),
];
const MISSIONS: [&str; 5] = [
    "leadership",
    "volunteering",
    "life-skills",
    "vocational",
    "quality-of-life",
];
/// Phrases that stories are made of.
const PHRASES: [&str; 24] = [
    "ชาวบ้านร่วมกันปลูกข้าวอินทรีย์",
    "กลุ่มสตรีทอผ้าย้อมครามขายในตลาดชุมชน",
    "ทุกครัวเรือนคัดแยกขยะก่อนทิ้ง",
    "เยาวชนเรียนรู้จากปราชญ์ชาวบ้าน",
    "กองทุนหมุนเวียนช่วยลดดอกเบี้ย",
    "น้ำในหนองกลับมาใสตลอดปี",
    "รายได้เพิ่มขึ้นเมื่อขายตรงถึงผู้บริโภค",
    "ผู้สูงอายุสอนลูกหลานจักสาน",
    "แปลงผักรวมเลี้ยงได้ทั้งหมู่บ้าน",
    "ปุ๋ยหมักทำเองแทนปุ๋ยเคมี",
    "ทุกวันพระมีการประชุมกลุ่ม",
    "บัญชีครัวเรือนช่วยให้เห็นรายจ่าย",
    "ฝายมีชีวิตชะลอน้ำในลำห้วย",
    "โรงเรียนร่วมปลูกป่ากับวัด",
    "สมุนไพรพื้นบ้านแปรรูปเป็นลูกประคบ",
    "ตลาดนัดเปิดทุกเช้าวันเสาร์",
    "ผู้มาเยือนได้ลงมือทำจริงทุกฐาน",
    "วิทยากรเล่าจากประสบการณ์ของตน",
    "ธนาคารเมล็ดพันธุ์เก็บพันธุ์พื้นเมืองไว้",
    "ลานวัดเป็นที่เรียนรู้ของทุกวัย",
    "คณะกรรมการแบ่งงานกันตามความถนัด",
    "ปีแรกล้มเหลวเพราะน้ำไม่พอ",
    "ปีต่อมาขุดสระร่วมกันสามแห่ง",
    "ครัวเรือนยากจนได้กู้ก่อน",
];

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit
    }

    fn sentences(&mut self, count: usize) -> String {
        let phrases: Vec<_> = (0..count)
            .map(|_| PHRASES[self.below(PHRASES.len())])
            .collect();
        phrases.join(" ")
    }

    fn topics(&mut self) -> String {
        let first = self.below(TOPICS.len());
        let second = (first + 1 + self.below(TOPICS.len() - 1)) % TOPICS.len();
        format!("[\"{}\", \"{}\"]", TOPICS[first].0, TOPICS[second].0)
    }
}

/// The files of the site, by path.
pub fn site() -> BTreeMap<String, String> {
    site_of(DISTRICTS)
}

/// The same with another number of districts.
pub fn site_of(districts: usize) -> BTreeMap<String, String> {
    let mut chance = Chance(2565);
    let mut files = BTreeMap::new();
    let mut settings =
        "title = \"ทำเนียบขนาดใหญ่\"\nbase_url = \"https://example.go.th/\"\nprovince = \"ตัวอย่าง\"\n"
            .to_owned();
    // The pages that other generators make too: what stands beside them is measured by itself.
    settings.push_str("[output]\n");
    for extra in [
        "search",
        "calendar",
        "contact_cards",
        "leaflets",
        "previews",
        "qr",
        "offline",
    ] {
        let _ = writeln!(settings, "{extra} = false");
    }
    for (id, name) in TOPICS {
        let _ = write!(settings, "[[topics]]\nid = \"{id}\"\nname = \"{name}\"\n");
    }
    files.insert("content/site.toml".to_owned(), settings);
    let mut areas = "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target\n".to_owned();
    let mut number = 0;
    for district in 0..districts {
        let code = 1001 + district;
        for place in 0..CENTERS {
            let _ = writeln!(
                areas,
                "{code},อำเภอที่{district},District {district},{code}{:02},ตำบลที่{district}-{place},Subdistrict {district} {place},34000,15.{:04},104.{:04},true",
                place + 1,
                chance.below(9999),
                chance.below(9999)
            );
            let folder = if place == 0 {
                format!("content/centers/district-{district}")
            } else {
                format!("content/centers/district-{district}/place-{place}")
            };
            files.insert(
                format!("{folder}/center.toml"),
                center(&mut chance, district, place),
            );
            files.insert(format!("{folder}/center.md"), story(&mut chance, 3));
            for second in 0..=usize::from(number < SECOND_PRACTICES) {
                let path = format!("{folder}/best-practices/practice-{}.md", second + 1);
                files.insert(path, practice(&mut chance, number, second));
            }
            number += 1;
        }
    }
    files.insert("content/areas.csv".to_owned(), areas);
    files
}

fn center(chance: &mut Chance, district: usize, place: usize) -> String {
    let code = 1001 + district;
    let (level, area) = if place == 0 {
        ("district", format!("district = \"{code}\""))
    } else {
        (
            "subdistrict",
            format!(
                "subdistrict = \"{code}{:02}\"\ndistrict = \"{code}\"",
                place + 1
            ),
        )
    };
    format!(
        "name = \"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนที่ {district}-{place}\"
level = \"{level}\"
checked_on = 2025-{:02}-{:02}
checked_by = \"สำนักงานพัฒนาชุมชนอำเภอ\"
summary = \"{}\"
opened = 2022-03-13
topics = {}

[location]
place = \"ศูนย์เรียนรู้ชุมชนที่ {district}-{place}\"
place_kind = \"learning-center\"
village = {}
{area}

[visit]
hours = \"ทุกวัน 08.30-16.30 น.\"
booking = \"โทรนัดล่วงหน้า\"
notice_days = {}
group_max = {}

[[highlights]]
title = \"{}\"
text = \"{}\"

[[learning_stations]]
title = \"ฐานที่ 1\"
text = \"{}\"

[[courses]]
title = \"หลักสูตรพื้นฐาน\"
mission = \"{}\"

[[service]]
year = 2567
visitors = {}
groups = {}
",
        chance.below(12) + 1,
        chance.below(28) + 1,
        chance.sentences(2),
        chance.topics(),
        chance.below(15) + 1,
        chance.below(10),
        chance.below(80) + 10,
        chance.sentences(1),
        chance.sentences(2),
        chance.sentences(3),
        MISSIONS[chance.below(MISSIONS.len())],
        chance.below(3000),
        chance.below(90),
    )
}

fn practice(chance: &mut Chance, number: usize, second: usize) -> String {
    format!(
        "+++
title = \"แนวปฏิบัติที่ {number}-{second} {}\"
summary = \"{}\"
date = 202{}-{:02}-{:02}
topics = {}
missions = [\"{}\"]
cost_baht = {}
evidence = \"measured\"

[[results]]
label = \"รายได้ต่อเดือน\"
value = {}
unit = \"บาท\"

[[steps]]
title = \"เริ่มต้น\"
text = \"{}\"

[[steps]]
title = \"ลงมือทำ\"
text = \"{}\"
+++
{}",
        chance.sentences(1),
        chance.sentences(2),
        chance.below(5),
        chance.below(12) + 1,
        chance.below(28) + 1,
        chance.topics(),
        MISSIONS[chance.below(MISSIONS.len())],
        chance.below(20) * 500,
        chance.below(9000),
        chance.sentences(2),
        chance.sentences(2),
        story(chance, 4),
    )
}

/// Headings, paragraphs, a list and some emphasis.
fn story(chance: &mut Chance, parts: usize) -> String {
    let mut text = String::new();
    for part in 1..=parts {
        let _ = write!(
            text,
            "## ตอนที่ {part}\n\n{} **{}** {}\n\n- {}\n- {}\n\n{}\n\n",
            chance.sentences(4),
            chance.sentences(1),
            chance.sentences(4),
            chance.sentences(1),
            chance.sentences(1),
            chance.sentences(5),
        );
    }
    text
}
