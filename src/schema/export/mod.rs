//! What is made from the rows of the records, for people and for other programs.
//!
//! In: the rows of [`crate::schema::FILES`], and nothing else but what a person has written where they are added. Out: texts. Never: reads or
//! writes a file, and never says a thing of a key that its row does not say.

pub mod columns;
pub mod editor;
pub mod json_schema;
mod pattern;
pub mod reference;
pub mod starter;
pub mod stub;

use crate::schema::{Bilingual, FILES};

/// The names of the records, as `sala schema` takes them.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// Which files of a site folder hold a record.
#[must_use]
pub fn files_of(record: &str) -> &'static str {
    match record {
        "site" => "content/site.toml",
        "center" => "content/centers/**/center.toml",
        "best-practice" => "content/centers/**/best-practices/*.md",
        "activity" => "content/centers/**/activities/*.md",
        "page" => "content/pages/**/*.md",
        "areas" => "content/areas.csv",
        _ => "content/**",
    }
}

/// What a record describes, in a few words.
fn title_of(record: &str) -> Bilingual {
    let (th, en) = match record {
        "site" => ("การตั้งค่าเว็บไซต์", "Settings of the site"),
        "center" => ("ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน", "Centre"),
        "best-practice" => ("แนวปฏิบัติที่ดี", "Best practice"),
        "activity" => ("กิจกรรม", "Activity"),
        "page" => ("หน้าเว็บอื่น", "Any other page"),
        "areas" => ("ทะเบียนพื้นที่ หนึ่งแถว", "A row of the register of areas"),
        _ => ("ข้อมูล", "Record"),
    };
    Bilingual { th, en }
}
