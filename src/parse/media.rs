//! Photos and awards of TOML tables.

use crate::diagnostic::Diagnostics;
use crate::model::center::{Award, AwardLevel};
use crate::parse::draft::PhotoDraft;
use crate::parse::keys::{Key, Keys, Kind, key, required, words};

/// `cover` of an entry.
pub const COVER: Key = key(
    "cover",
    Kind::String,
    "ไฟล์ภาพปก",
    "the picture on top: a file beside the entry",
);
/// `cover_alt` of an entry.
pub const COVER_ALT: Key = key(
    "cover_alt",
    Kind::Text,
    "คำบรรยายภาพปกสำหรับผู้ที่มองไม่เห็น",
    "what the cover shows, for those who do not see it",
);

/// `[[photos]]`.
pub const PHOTO: &[Key] = &[
    required("file", Kind::String, "ไฟล์ภาพ", "a file beside the entry"),
    key(
        "alt",
        Kind::Text,
        "คำบรรยายภาพสำหรับผู้ที่มองไม่เห็น",
        "what it shows, for those who do not see it",
    ),
    key("caption", Kind::Text, "คำบรรยายใต้ภาพ", "words under it"),
    key("credit", Kind::Text, "เจ้าของภาพ", "who made it"),
    key(
        "people",
        Kind::Flag,
        "เห็นหน้าบุคคลในภาพ",
        "persons can be recognised in it",
    ),
    key(
        "consent",
        Kind::Flag,
        "บุคคลในภาพยินยอมให้เผยแพร่",
        "they agreed to be published",
    ),
];

/// `[[awards]]`.
pub const AWARD: &[Key] = &[
    required("title", Kind::Text, "ชื่อรางวัล", "name of the award"),
    key(
        "level",
        Kind::Word(words::<AwardLevel>),
        "ระดับของรางวัล",
        "which level gave it",
    ),
    key("year", Kind::Year, "ปีงบประมาณ พ.ศ.", "fiscal year"),
    key("by", Kind::Text, "หน่วยงานที่มอบ", "who gave it"),
];

/// A photo named by two keys: its file and what it shows.
pub fn named_photo(
    keys: &mut Keys,
    file: &'static str,
    alt: &'static str,
    found: &mut Diagnostics,
) -> Option<PhotoDraft> {
    let file = keys.string(file, found);
    let alt = keys.text(alt, found);
    Some(PhotoDraft {
        file: file?,
        alt,
        caption: None,
        credit: None,
        is_withheld: false,
    })
}

/// `[[photos]]`.
pub fn photos(keys: &mut Keys, found: &mut Diagnostics) -> Vec<PhotoDraft> {
    let tables = keys.tables("photos", found);
    tables
        .into_iter()
        .filter_map(|mut keys| {
            let file = keys.string("file", found);
            let alt = keys.text("alt", found);
            let caption = keys.text("caption", found);
            let credit = keys.text("credit", found);
            // What was written but cannot be read may mean people.
            let shows_people = keys.flag("people", found).unwrap_or(keys.has("people"));
            let agreed = keys.flag("consent", found).unwrap_or(false);
            keys.finish(found);
            Some(PhotoDraft {
                file: file?,
                alt,
                caption,
                credit,
                is_withheld: shows_people && !agreed,
            })
        })
        .collect()
}

/// `[[awards]]`.
pub fn awards(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Award> {
    let tables = keys.tables("awards", found);
    tables
        .into_iter()
        .filter_map(|mut keys| {
            let title = keys.text("title", found);
            let level = keys.word("level", found);
            let year = keys.year("year", found);
            let by = keys.text("by", found);
            keys.finish(found);
            Some(Award {
                title: title?,
                level,
                year,
                by,
            })
        })
        .collect()
}
