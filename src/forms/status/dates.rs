//! Days that cannot be, or that contradict each other: those that the check finds, and those that only a second look shows.

use super::matter::{Kind, Known, Matter, district_of};
use crate::diagnostic::Problem;
use crate::model::{Date, SitePath};
use crate::value::Lang;

/// Whether a problem of an entry is one of its days.
pub(super) fn is_about_days(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::FutureDay(_)
            | Problem::DistantDay
            | Problem::DaysReversed
            | Problem::BeforeProgramme(_)
    )
}

/// A matter for each of them.
pub(super) fn doubtful(known: &Known, today: Date) -> Vec<Matter> {
    let matter = |file: &SitePath, on, words: (String, String)| Matter {
        kind: Kind::Date,
        district: district_of(known, file),
        file: file.clone(),
        on,
        words,
        person: None,
    };
    let mut matters = Vec::new();
    for it in known.found.iter() {
        if let Some(place) = &it.place
            && is_about_days(&it.problem)
        {
            let words = (it.message(Lang::Th), it.message(Lang::En));
            matters.push(matter(&place.file, None, words));
        }
    }
    let directory = &known.office.directory;
    let said = |th: &str, en: &str| (th.to_owned(), en.to_owned());
    for center in directory.centers.iter().filter(|it| !it.example) {
        let committee = known.office.committee(center);
        if let Some(on) = committee.and_then(|it| it.order_date)
            && on > today
        {
            let words = said("คำสั่งลงวันที่ในอนาคต", "the order is of a day to come");
            matters.push(matter(&center.file, Some(on), words));
        }
        if let (Some(opened), Some(on)) = (center.opened, center.checked_on)
            && on < opened
        {
            let words = said(
                "ตรวจสอบข้อมูลก่อนวันที่เปิดศูนย์ฯ",
                "it was checked before the centre opened",
            );
            matters.push(matter(&center.file, Some(on), words));
        }
    }
    for activity in directory.activities.iter().filter(|it| !it.example) {
        let opened = directory.center(activity.center).opened;
        if opened.is_some_and(|it| activity.date < it) {
            let words = said(
                "จัดกิจกรรมก่อนวันที่เปิดศูนย์ฯ",
                "it was held before the centre opened",
            );
            matters.push(matter(&activity.file, Some(activity.date), words));
        }
    }
    matters
}
