//! A file of `content/pages/` → the page as written.

use crate::diagnostic::Diagnostics;
use crate::parse::draft::PageDraft;
use crate::parse::front_matter::{ALIASES, DRAFT, EXTRA, Entry};
use crate::parse::keys::{Key, Kind, key, required};
use crate::source::Source;

/// The keys of a page's front matter.
pub const KEYS: &[Key] = &[
    required("title", Kind::Text, "ชื่อหน้า", "title"),
    key(
        "summary",
        Kind::Text,
        "สรุปหนึ่งหรือสองประโยค",
        "one or two sentences",
    ),
    key(
        "menu",
        Kind::Flag,
        "แสดงในเมนูหลัก",
        "whether the main menu names it",
    ),
    key(
        "weight",
        Kind::Integer,
        "ลำดับ ค่าน้อยแสดงก่อน",
        "lighter pages come first",
    ),
    DRAFT,
    ALIASES,
    EXTRA,
];

/// A page: its file and the twin of it.
pub fn page(
    path: &str,
    th: &Source,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<PageDraft> {
    let entry = Entry::read(th, en, KEYS, found)?;
    let mut keys = entry.keys(KEYS);
    let draft = PageDraft {
        front: entry.shared(&mut keys, found),
        path: path.to_owned(),
        title: keys.text("title", found),
        summary: keys.text("summary", found),
        is_in_menu: keys.flag("menu", found).unwrap_or(false),
        weight: keys.integer("weight", found).unwrap_or(0),
    };
    keys.finish(found);
    Some(draft)
}
