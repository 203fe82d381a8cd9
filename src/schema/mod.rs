//! Each record of the content, described once.
//!
//! A record is declared by `record!` ([`mod@record`]): a struct whose fields are the keys of a table, each with its row ([`Key`]): what it means in Thai and
//! English, an example, its unit and range, what it refers to, who may see it, which paper forms carry it and where it is shown. The type of a field
//! says what its key takes and how it is read ([`field`]). In: nothing. Out: the rows, and the structs that drafts and checked entries share.
//! Never: reads a file, and never says a thing that another row says.

pub mod activity;
pub mod area;
pub mod center;
pub mod export;
pub mod field;
pub mod key;
pub mod media;
pub mod page;
pub mod person;
pub mod point;
pub mod practice;
pub mod reader;
pub mod record;
pub mod site;
mod topics;

pub use key::{Audience, Bilingual, Key, Kind, Outlet, PaperForm, Reference};
pub use reader::{Fact, Record, Rules};

use crate::value::Lang;
use crate::value::words::VOCABULARIES;

/// The records that files of the content are: the name that `sala schema` calls each by, and its keys.
pub const FILES: &[(&str, &[Key])] = &[
    ("site", site::SiteRecord::KEYS),
    ("center", center::CenterRecord::KEYS),
    ("best-practice", practice::PracticeRecord::KEYS),
    ("activity", activity::ActivityRecord::KEYS),
    ("page", page::PageRecord::KEYS),
    ("areas", area::ALL_COLUMNS),
];

/// What a theme's words begin with, before its `i18n` files say otherwise: the names of the words of closed lists (`level_district`), and the labels
/// of keys as they stand before values (`fact_hours`, `leaders_networks`, `channel_line`).
pub fn words(lang: Lang) -> impl Iterator<Item = (String, &'static str)> {
    let lists = VOCABULARIES.iter().flat_map(move |list| {
        list.words.iter().map(move |it| {
            let name = match lang {
                Lang::Th => it.th,
                Lang::En => it.en,
            };
            (list.key_of(it.word), name)
        })
    });
    let labels = [
        // Where two records have a key of one name, the later label stands.
        ("fact_", practice::PracticeFacts::KEYS),
        ("fact_activity_", activity::ActivityFacts::KEYS),
        ("fact_", activity::ActivityFacts::KEYS),
        ("fact_", center::CenterFacts::KEYS),
        ("fact_", center::LocationFacts::KEYS),
        ("fact_", center::Visit::KEYS),
        ("leaders_", center::Leaders::KEYS),
        ("channel_", center::Links::KEYS),
    ];
    let labels = labels.into_iter().flat_map(move |(prefix, keys)| {
        keys.iter()
            .map(move |it| (format!("{prefix}{}", it.name), it.label.in_lang(lang)))
    });
    lists.chain(labels)
}
