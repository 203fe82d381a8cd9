//! How a site stands, for people, spreadsheets and programs.

use std::fmt::Write as _;

use serde_json::json;

use super::matter::{Kind, Matter};
use super::{DistrictStatus, Status};
use crate::forms::delimited;
use crate::forms::document::{Block, Document, Look, Orientation, Part, Table};
use crate::locale::Locale;
use crate::locale::excerpt::width;
use crate::model::Lang;
use crate::value::words::Digits;

/// What the counts of a district are called, for programs.
const COUNTS: [&str; 7] = [
    "target",
    "recorded",
    "open",
    "paused",
    "closed",
    "planned",
    "activities",
];
/// The same for people.
const COUNTS_TH: [&str; 7] = [
    "เป้าหมาย",
    "มีข้อมูล",
    "เปิด",
    "งดชั่วคราว",
    "ยุติ",
    "รอข้อมูล",
    "กิจกรรม",
];
const COUNTS_EN: [&str; 7] = [
    "targets",
    "recorded",
    "open",
    "paused",
    "closed",
    "planned",
    "activities",
];

fn counts(district: &DistrictStatus) -> [usize; 7] {
    let [open, paused, closed, planned] = district.states;
    [
        district.target,
        district.recorded,
        open,
        paused,
        closed,
        planned,
        district.activities,
    ]
}

fn either(lang: Lang, th: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Th => th,
        Lang::En => en,
    }
}

fn named(district: &DistrictStatus, lang: Lang) -> &str {
    match lang {
        Lang::Th => &district.name.0,
        Lang::En => &district.name.1,
    }
}

impl Status {
    fn district_of<'a>(&'a self, matter: &Matter, lang: Lang) -> &'a str {
        let code = matter.district.as_ref();
        let mut districts = self.districts.iter();
        let district = districts.find(|it| Some(&it.code) == code);
        district.map_or("-", |it| named(it, lang))
    }

    /// Which report is due next, and when.
    fn report(&self, lang: Lang) -> String {
        let locale = Locale {
            lang,
            digits: Digits::Arabic,
        };
        let first = crate::model::Date::new(self.month.year, self.month.month, 1);
        let month = first.map_or_else(String::new, |it| locale.month(it));
        let Some(due) = self.month.report_due() else {
            return month;
        };
        let (day, days) = (locale.long_day(due), self.today.days_until(due));
        let count = self.total().activities;
        match lang {
            Lang::Th => format!(
                "รายงานกิจกรรมเดือน{month} ส่งถึงจังหวัดภายใน {day} (อีก {days} วัน) บันทึกแล้ว {count} กิจกรรม"
            ),
            Lang::En => format!(
                "activity report of {month}: due by {day} (in {days} days), {count} recorded"
            ),
        }
    }
}

/// For a person.
#[must_use]
pub fn human(status: &Status, lang: Lang) -> String {
    let locale = Locale {
        lang,
        digits: Digits::Arabic,
    };
    let day = locale.long_day(status.today);
    let mut text = match lang {
        Lang::Th => format!("สถานะ ณ วันที่ {day}\n"),
        Lang::En => format!("as of {day}\n"),
    };
    let _ = writeln!(text, "{}\n", status.report(lang));
    let total = DistrictStatus {
        name: ("รวม".to_owned(), "total".to_owned()),
        ..status.total()
    };
    let heads = match lang {
        Lang::Th => COUNTS_TH,
        Lang::En => COUNTS_EN,
    };
    let rows: Vec<&DistrictStatus> = status.districts.iter().chain([&total]).collect();
    let widest = rows.iter().map(|it| width(named(it, lang))).max();
    let widest = widest.unwrap_or_default().max(6);
    text.push_str(&padded(either(lang, "อำเภอ", "district"), widest));
    for head in heads {
        let _ = write!(text, "  {head}");
    }
    text.push('\n');
    for row in rows {
        text.push_str(&padded(named(row, lang), widest));
        for (count, head) in counts(row).into_iter().zip(heads) {
            let _ = write!(text, "  {count:>length$}", length = width(head));
        }
        text.push('\n');
    }
    for kind in Kind::ALL {
        let of_kind: Vec<&Matter> = status.matters.iter().filter(|it| it.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{} ({})", kind.in_lang(lang), of_kind.len());
        for it in of_kind {
            let _ = write!(text, "  {}  {}", status.district_of(it, lang), it.file);
            if let Some(on) = it.on {
                let _ = write!(text, "  {}", locale.short_day(on));
            }
            let _ = write!(text, "  {}", it.in_lang(lang));
            if let Some(person) = &it.person {
                let _ = write!(text, "  {person}");
            }
            text.push('\n');
        }
    }
    // What was written by others cannot steer a terminal.
    text.chars()
        .map(|it| {
            if it.is_control() && it != '\n' {
                '\u{fffd}'
            } else {
                it
            }
        })
        .collect()
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// For a program.
#[must_use]
pub fn json(status: &Status, lang: Lang) -> String {
    let districts = status.districts.iter().map(|it| {
        let mut object = serde_json::Map::new();
        object.insert("code".to_owned(), json!(it.code));
        object.insert("name".to_owned(), json!(named(it, lang)));
        for (name, count) in COUNTS.into_iter().zip(counts(it)) {
            object.insert(name.to_owned(), json!(count));
        }
        object
    });
    let matters = status.matters.iter().map(|it| {
        json!({
            "kind": it.kind.word(),
            "district": it.district,
            "file": it.file.as_str(),
            "on": it.on,
            "message": it.in_lang(lang),
            "person": it.person,
        })
    });
    let due = status.month.report_due();
    let object = json!({
        "today": status.today,
        "report": {
            "month": format!("{:04}-{:02}", status.month.year, status.month.month),
            "due": due,
            "days": due.map(|it| status.today.days_until(it)),
            "activities": status.total().activities,
        },
        "districts": districts.collect::<Vec<_>>(),
        "matters": matters.collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

/// For a spreadsheet: a row for each count of a district, and one for each matter.
#[must_use]
pub fn csv(status: &Status, lang: Lang) -> Vec<u8> {
    let columns = [
        ("district", 1),
        ("kind", 1),
        ("count", 1),
        ("file", 1),
        ("on", 1),
        ("message", 1),
        ("person", 1),
    ];
    let mut table = Table::new(Look::Ruled, &columns);
    for district in &status.districts {
        let name = named(district, lang).to_owned();
        for (kind, count) in COUNTS.into_iter().zip(counts(district)) {
            let mut row = vec![Some(name.clone()), Some(kind.to_owned())];
            row.extend([Some(count.to_string()), None, None, None, None]);
            table.rows.push(row);
        }
    }
    for it in &status.matters {
        table.rows.push(vec![
            Some(status.district_of(it, lang).replace('-', "")),
            Some(it.kind.word().to_owned()),
            Some("1".to_owned()),
            Some(it.file.as_str().to_owned()),
            it.on.map(|it| it.to_string()),
            Some(it.in_lang(lang).to_owned()),
            it.person.clone(),
        ]);
    }
    delimited::bytes(&Document {
        title: String::new(),
        orientation: Orientation::Landscape,
        parts: vec![Part {
            name: String::new(),
            blocks: vec![Block::Table(table)],
        }],
    })
}

/// As a workbook: a sheet of districts, and one of matters.
#[must_use]
pub fn document(status: &Status, lang: Lang) -> Document {
    let heads = match lang {
        Lang::Th => COUNTS_TH,
        Lang::En => COUNTS_EN,
    };
    let mut columns = vec![(either(lang, "อำเภอ", "District"), 3)];
    columns.extend(heads.map(|it| (it, 1)));
    let mut districts = Table::new(Look::Ruled, &columns);
    for it in &status.districts {
        let mut row = vec![Some(named(it, lang).to_owned())];
        row.extend(counts(it).map(|it| Some(it.to_string())));
        districts.rows.push(row);
    }
    let columns = [
        (either(lang, "อำเภอ", "District"), 3),
        (either(lang, "เรื่อง", "Matter"), 5),
        (either(lang, "ไฟล์", "File"), 6),
        (either(lang, "วันที่", "Day"), 2),
        (either(lang, "รายละเอียด", "Details"), 8),
        (either(lang, "ชื่อ", "Name"), 4),
    ];
    let mut matters = Table::new(Look::Ruled, &columns);
    for it in &status.matters {
        matters.rows.push(vec![
            Some(status.district_of(it, lang).to_owned()),
            Some(it.kind.in_lang(lang).to_owned()),
            Some(it.file.as_str().to_owned()),
            it.on.map(|it| it.to_string()),
            Some(it.in_lang(lang).to_owned()),
            it.person.clone(),
        ]);
    }
    let part = |name: &str, table| Part {
        name: name.to_owned(),
        blocks: vec![Block::heading(status.report(lang)), Block::Table(table)],
    };
    Document {
        title: either(lang, "สถานะของทำเนียบ", "Status of the directory").to_owned(),
        orientation: Orientation::Landscape,
        parts: vec![
            part(either(lang, "อำเภอ", "Districts"), districts),
            part(either(lang, "เรื่องที่ต้องทำ", "Matters"), matters),
        ],
    }
}
