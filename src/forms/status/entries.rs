//! What entries lack: a confirmation, components, and evidence that a practice has and does not claim.

use super::matter::{Kind, Matter};
use crate::forms::office::Office;
use crate::model::center::{Component, Status};
use crate::model::practice::Evidence;
use crate::model::{BestPractice, Center, Date, SitePath};
use crate::value::words::{NamedWord, Word};

/// A confirmation is good for so many days.
const YEAR_DAYS: i32 = 365;
/// So many components are proposed at once.
const NEXT: usize = 3;

fn recorded(office: &Office) -> impl Iterator<Item = &Center> {
    let centers = office.directory.centers.iter().map(|it| &**it);
    centers.filter(|it| !it.example && it.status != Status::Planned)
}

fn matter(
    kind: Kind,
    center: &Center,
    file: &SitePath,
    on: Option<Date>,
    words: (String, String),
) -> Matter {
    Matter {
        kind,
        district: Some(center.location.district.clone()),
        file: file.clone(),
        on,
        words,
        person: None,
    }
}

/// Centres that nobody has confirmed for a year.
pub(super) fn unconfirmed(office: &Office, today: Date) -> Vec<Matter> {
    let old = recorded(office).filter(|it| {
        let checked = it.checked_on;
        checked.is_none_or(|it| it.days_until(today) > YEAR_DAYS)
    });
    old.map(|it| {
        let words = match it.checked_on {
            Some(_) => ("ยืนยันล่าสุดนานกว่าหนึ่งปี", "last confirmed more than a year ago"),
            None => ("ยังไม่เคยยืนยันข้อมูล", "never confirmed"),
        };
        let words = (words.0.to_owned(), words.1.to_owned());
        matter(Kind::Unconfirmed, it, &it.file, it.checked_on, words)
    })
    .collect()
}

/// What a centre's entry could document next.
pub(super) fn components(office: &Office) -> Vec<Matter> {
    let all = Component::ALL.len();
    let lacking = recorded(office).filter(|it| it.documented.len() < all);
    lacking
        .map(|center| {
            let missing = Component::ALL.iter().copied();
            let missing = missing.filter(|it| !center.documented.contains(it));
            let next: Vec<Component> = missing.take(NEXT).collect();
            let told = |name: fn(&NamedWord) -> &'static str| {
                let words = next
                    .iter()
                    .map(|it| format!("{} {}", it.number(), name(word(*it))));
                words.collect::<Vec<_>>().join(" · ")
            };
            let count = center.documented.len();
            let words = (
                format!("มีแล้ว {count}/{all} ต่อไป: {}", told(|it| it.th)),
                format!("has {count} of {all}; next: {}", told(|it| it.en)),
            );
            matter(Kind::Components, center, &center.file, None, words)
        })
        .collect()
}

/// Practices that bear out more than they claim.
pub(super) fn evidence(office: &Office) -> Vec<Matter> {
    let directory = &office.directory;
    let practices = directory.practices.iter().filter(|it| !it.example);
    practices
        .filter_map(|practice| {
            let shown = borne_out(practice);
            if shown <= practice.evidence.unwrap_or(Evidence::Told) {
                return None;
            }
            let name = word(shown);
            let words = (
                format!("ระบุ evidence = \"{}\" ได้ ({})", name.word, name.th),
                format!("evidence = \"{}\" is borne out ({})", name.word, name.en),
            );
            let center = directory.center(practice.center);
            Some(matter(Kind::Evidence, center, &practice.file, None, words))
        })
        .collect()
}

/// What a practice's own figures show, and who copied it.
fn borne_out(practice: &BestPractice) -> Evidence {
    let results = &practice.results;
    if !practice.adapted_by.is_empty() {
        Evidence::Replicated
    } else if !results.iter().any(|it| it.before.is_some()) {
        Evidence::Told
    } else if results.iter().all(|it| it.source.is_some()) {
        Evidence::Verified
    } else {
        Evidence::Measured
    }
}

/// A word of a list with its names.
fn word<W: Word>(word: W) -> &'static NamedWord {
    let mut words = W::VOCABULARY.words.iter();
    words
        .find(|it| it.word == word.word())
        .expect("a list has each of its words")
}
