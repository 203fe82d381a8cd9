//! What the columns of a table are called → the keys that they hold.
//!
//! In: headings as people write them. Out: keys of the schema, whose rows have the headings of the paper forms; beside these stand here
//! what people write instead. Never: a key that the schema does not have.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::locale::one_form::{arabic_digits, normalise};
use crate::schema::activity::ActivityRecord;
use crate::schema::center::CenterRecord;
use crate::schema::export::columns::{Column, columns, columns_of};
use crate::schema::{PaperForm, Record};

/// The tables that are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Our own template: the paths of keys stand above its columns.
    Template,
    /// An area report, of districts or of sub-districts.
    Areas,
    /// The monthly activity report.
    Activities,
    /// The summary of one centre, which is no table.
    Summary,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub enum Slot {
    /// The value of a key.
    Key(&'static Column),
    /// The number of a row, which means nothing.
    Order,
    /// The path of an entry, in the template.
    Path,
    /// What is left out on purpose: remarks, signatures.
    Remark,
}

impl Slot {
    /// The path of its key.
    #[must_use]
    pub fn path(&self) -> Option<&'static str> {
        match self {
            Self::Key(column) => Some(&column.path),
            Self::Path => Some(PATH),
            Self::Order | Self::Remark => None,
        }
    }
}

/// What stands above the template's column of paths.
pub const PATH: &str = "path";

/// The columns of a centre, as the template has them.
pub static CENTER: LazyLock<Vec<Column>> = LazyLock::new(|| columns(CenterRecord::KEYS));
/// The columns of an activity.
pub static ACTIVITY: LazyLock<Vec<Column>> = LazyLock::new(|| columns(ActivityRecord::KEYS));

/// What people write above a column of an area report.
const IN_AREAS: &[(&str, &[&str])] = &[
    (
        "name",
        &[
            "ชื่อศูนย์ฯ",
            "ชื่อศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
            "ชื่อ ศ.จอส.พช.",
            "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
        ],
    ),
    (
        "location.place",
        &[
            "ชื่อศูนย์เรียนรู้",
            "สถานที่ดำเนินกิจกรรม",
            "ชื่อศูนย์เรียนรู้/สถานที่",
            "ชื่อแหล่งเรียนรู้",
            "สถานที่",
            "ชื่อสถานที่",
            "สถานที่ตั้ง",
            "สถานที่ตั้งศูนย์ฯ",
            "ที่ตั้งศูนย์ฯ",
        ],
    ),
    ("location.house_no", &["เลขที่", "บ้านเลขที่"]),
    ("location.village", &["หมู่", "หมู่ที่", "ม.", "ม.ที่"]),
    (
        "location.village_name",
        &["ชื่อหมู่บ้าน", "หมู่บ้าน", "บ้าน", "ชื่อบ้าน"],
    ),
    ("location.subdistrict", &["ตำบล", "ต.", "ชื่อตำบล"]),
    ("location.district", &["อำเภอ", "อ.", "ชื่ออำเภอ"]),
    ("location.province", &["จังหวัด", "จ."]),
    (
        "chair.name",
        &[
            "ชื่อประธาน/ผู้แทน/ผู้นำจิตอาสา",
            "ชื่อ-สกุล",
            "ชื่อ-นามสกุล",
            "ชื่อสกุล",
            "ชื่อ นามสกุล",
            "ชื่อและนามสกุล",
            "ประธาน",
            "ชื่อประธาน",
            "ประธานศูนย์ฯ",
            "ผู้นำจิตอาสา",
            "ชื่อผู้นำจิตอาสา",
            "ผู้แทน",
            "ชื่อ-สกุลประธาน/ผู้แทน/ผู้นำจิตอาสา",
            "ชื่อ-สกุล ประธาน",
        ],
    ),
    ("chair.as", &["ฐานะ"]),
    ("chair.position", &["ตำแหน่ง"]),
    (
        "chair.phone",
        &[
            "เบอร์โทร",
            "เบอร์โทรศัพท์",
            "โทรศัพท์",
            "โทร",
            "เบอร์",
            "เบอร์ติดต่อ",
            "หมายเลขโทรศัพท์ติดต่อ",
            "โทรศัพท์มือถือ",
            "เบอร์มือถือ",
            "หมายเลขโทร",
        ],
    ),
    ("chair.email", &["อีเมล", "อีเมล์", "e-mail"]),
    ("chair.line", &["LINE ID", "ไลน์"]),
    (
        "chair.consent",
        &[
            "ความยินยอม",
            "ยินยอม",
            "ยินยอมให้เผยแพร่",
            "ยินยอมให้เผยแพร่ข้อมูล",
            "ยินยอมเผยแพร่",
            "ยินยอมเผยแพร่ข้อมูล",
            "PDPA",
            "ยินยอมให้เปิดเผยข้อมูล",
        ],
    ),
    ("chair.consent_until", &["ยินยอมถึงวันที่", "ยินยอมถึง"]),
];

/// What people write above a column of an activity report. A centre is named in a column of its own, or above the table.
const IN_ACTIVITIES: &[(&str, &[&str])] = &[
    (
        "title",
        &["ชื่อกิจกรรม", "กิจกรรม", "กิจกรรม/โครงการ", "ชื่อกิจกรรม/โครงการ"],
    ),
    (
        "date",
        &[
            "วัน เดือน ปี",
            "วันที่",
            "ว/ด/ป",
            "วันเดือนปีที่จัด",
            "วันที่จัดกิจกรรม",
            "วันที่ดำเนินการ",
        ],
    ),
    ("end_date", &["ถึงวันที่", "วันสิ้นสุด"]),
    (
        "occasion",
        &["วาระ", "วันสำคัญ", "วาระ/วันสำคัญ", "เนื่องในโอกาส"],
    ),
    (
        "place",
        &["สถานที่", "สถานที่จัด", "สถานที่ดำเนินการ", "สถานที่จัดกิจกรรม"],
    ),
    (
        "participants",
        &[
            "จำนวนผู้เข้าร่วม",
            "ผู้เข้าร่วม",
            "ผู้เข้าร่วม (คน)",
            "จำนวนคน",
            "จำนวน (คน)",
        ],
    ),
    (
        "results",
        &["ผลการดำเนินงาน", "ผลการดำเนินการ", "ผลที่ได้รับ", "ผลลัพธ์"],
    ),
    (
        "problems",
        &[
            "ปัญหา อุปสรรค และข้อเสนอแนะ",
            "ปัญหา อุปสรรค",
            "ปัญหา/อุปสรรค",
            "ปัญหา",
            "ปัญหา อุปสรรค/ข้อเสนอแนะ",
        ],
    ),
    ("suggestions", &["ข้อเสนอแนะ"]),
    ("reported_by", &["ผู้รายงาน", "หน่วยงานผู้รายงาน", "หน่วยงาน"]),
    ("summary", &["สรุป", "สรุปกิจกรรม"]),
];

/// Columns that name the centre of an activity; they are keys of the centre.
const OF_CENTER: &[(&str, &[&str])] = &[
    ("name", &["ศูนย์ฯ", "ชื่อศูนย์ฯ", "ชื่อศูนย์ผู้นำจิตอาสาพัฒนาชุมชน"]),
    ("location.subdistrict", &["ตำบล", "ต."]),
    ("location.district", &["อำเภอ", "อ."]),
];

/// Columns that hold the number of a row.
const ORDER: &[&str] = &["ที่", "ลำดับ", "ลำดับที่", "no", "no."];
/// Columns that are left out on purpose.
const REMARKS: &[&str] = &[
    "หมายเหตุ",
    "ลายมือชื่อ",
    "ลงชื่อ",
    "ภาพถ่าย",
    "รูปภาพ",
    "ภาพกิจกรรม",
    "เขตตรวจราชการ",
    "เขตตรวจราชการที่",
    "ภาพถ่ายกิจกรรม",
];

/// What each heading means in a form.
#[derive(Debug)]
pub struct Dictionary {
    slots: HashMap<String, Slot>,
}

/// The headings of a form.
#[must_use]
pub fn dictionary(form: Form) -> &'static Dictionary {
    static TEMPLATE: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(Form::Template));
    static AREAS: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(Form::Areas));
    static ACTIVITIES: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(Form::Activities));
    match form {
        Form::Template => &TEMPLATE,
        Form::Areas => &AREAS,
        Form::Activities | Form::Summary => &ACTIVITIES,
    }
}

impl Dictionary {
    fn new(form: Form) -> Self {
        let mut dictionary = Self {
            slots: HashMap::new(),
        };
        match form {
            Form::Template => {
                for column in CENTER.iter() {
                    dictionary
                        .slots
                        .insert(column.path.clone(), Slot::Key(column));
                }
                dictionary.slots.insert(PATH.to_owned(), Slot::Path);
            }
            Form::Areas => {
                let forms = [PaperForm::AreasDistricts, PaperForm::AreasSubdistricts];
                for form in forms {
                    for told in columns_of(form, CenterRecord::KEYS) {
                        dictionary.add(&told.heading, of(&CENTER, &told.path));
                    }
                }
                dictionary.add_all(&CENTER, IN_AREAS);
                for column in CENTER.iter() {
                    dictionary.add(&column.heading, Some(column));
                }
                dictionary.add_unread();
            }
            Form::Activities | Form::Summary => {
                for told in columns_of(PaperForm::Activities, ActivityRecord::KEYS) {
                    dictionary.add(&told.heading, of(&ACTIVITY, &told.path));
                }
                dictionary.add_all(&ACTIVITY, IN_ACTIVITIES);
                dictionary.add_all(&CENTER, OF_CENTER);
                dictionary.add_unread();
            }
        }
        dictionary
    }

    fn add_all(&mut self, columns: &'static [Column], written: &[(&str, &[&str])]) {
        for (path, headings) in written {
            for heading in *headings {
                self.add(heading, of(columns, path));
            }
        }
    }

    /// The first meaning of a heading stands.
    fn add(&mut self, heading: &str, column: Option<&'static Column>) {
        if let Some(column) = column {
            self.slots
                .entry(plain(heading))
                .or_insert(Slot::Key(column));
        }
    }

    fn add_unread(&mut self) {
        for heading in ORDER {
            self.slots.entry(plain(heading)).or_insert(Slot::Order);
        }
        for heading in REMARKS {
            self.slots.entry(plain(heading)).or_insert(Slot::Remark);
        }
    }

    /// What a heading means.
    #[must_use]
    pub fn slot(&self, heading: &str) -> Option<&Slot> {
        self.slots
            .get(heading.trim())
            .or_else(|| self.slots.get(&plain(heading)))
    }

    /// The heading that was probably meant.
    #[must_use]
    pub fn nearest(&self, heading: &str) -> Option<String> {
        let mut known: Vec<&str> = self.slots.keys().map(String::as_str).collect();
        known.sort_unstable();
        crate::parse::nearest(&plain(heading), known)
    }
}

fn of(columns: &'static [Column], path: &str) -> Option<&'static Column> {
    columns.iter().find(|it| it.path == path)
}

/// A heading as it is compared: without spaces, signs, ฯ and the number before it.
#[must_use]
pub fn plain(heading: &str) -> String {
    let text = arabic_digits(&normalise(heading)).to_lowercase();
    let text =
        text.trim_start_matches(|it: char| it.is_ascii_digit() || matches!(it, '.' | ')' | ' '));
    text.chars()
        .filter(|it| !it.is_whitespace())
        .filter(|it| {
            !matches!(
                it,
                '.' | ':'
                    | '/'
                    | '\\'
                    | '('
                    | ')'
                    | '-'
                    | '–'
                    | '—'
                    | ','
                    | 'ฯ'
                    | '*'
                    | '"'
                    | '_'
                    | '…'
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_as_people_write_them() {
        for (form, heading, expected) in [
            (Form::Areas, "ประธาน / ผู้แทน / ผู้นำจิตอาสา", Some("chair.name")),
            (
                Form::Areas,
                "ชื่อศูนย์เรียนรู้/\nสถานที่ดำเนินกิจกรรม",
                Some("location.place"),
            ),
            (Form::Areas, "หมู่ที่", Some("location.village")),
            (Form::Areas, "๓. อำเภอ", Some("location.district")),
            (Form::Areas, "เบอร์โทร.", Some("chair.phone")),
            (Form::Areas, "ชื่อศูนย์ฯ", Some("name")),
            (Form::Areas, "งบประมาณ", None),
            (Form::Activities, "วัน เดือน ปี", Some("date")),
            (Form::Activities, "จำนวนผู้เข้าร่วม (คน)", Some("participants")),
            (
                Form::Template,
                "location.house_no",
                Some("location.house_no"),
            ),
        ] {
            let slot = dictionary(form).slot(heading);
            assert_eq!(slot.and_then(Slot::path), expected, "{heading}");
        }
    }
}
