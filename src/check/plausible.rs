//! What one entry says that cannot be, or that it does not bear out itself: days to come, days before the programme, evidence without what
//! makes it evidence.
//!
//! In: the facts of an entry, and where its keys stand. Out: errors where a value cannot be true, warnings where it only looks wrong.

use super::Options;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::Date;
use crate::parse::key_spans::KeySpans;
use crate::schema::activity::ActivityFacts;
use crate::schema::center::CenterFacts;
use crate::schema::practice::{PracticeFacts, ResultFigure};
use crate::value::SitePath;
use crate::value::words::Evidence;

/// An activity more than two years ahead is a slip of the pen.
const DAYS_AHEAD: i32 = 731;

/// Where problems of an entry are told.
pub(super) struct Told<'a> {
    pub file: &'a SitePath,
    pub spans: &'a KeySpans,
    pub found: &'a mut Diagnostics,
}

impl<'a> Told<'a> {
    pub(super) fn new(file: &'a SitePath, spans: &'a KeySpans, found: &'a mut Diagnostics) -> Self {
        Self { file, spans, found }
    }

    fn error(&mut self, key: &str, problem: Problem) {
        let error = Diagnostic::error(problem);
        self.found.push(error.at(self.file, self.spans.of(key)));
    }

    fn warning(&mut self, key: &str, problem: Problem) {
        let warning = Diagnostic::warning(problem);
        self.found.push(warning.at(self.file, self.spans.of(key)));
    }
}

/// The days of a centre.
pub(super) fn center(facts: &CenterFacts, options: Options, told: &mut Told) {
    for (key, day) in [
        ("opened", facts.opened),
        ("area_reported_on", facts.area_reported_on),
        ("checked_on", facts.checked_on),
    ] {
        if day.is_some_and(|it| it > options.today) {
            told.error(key, Problem::FutureDay(key));
        }
    }
    if facts.opened.is_some_and(|it| it < Date::PROGRAMME_START) {
        told.warning("opened", Problem::BeforeProgramme("opened"));
    }
}

/// The day of an activity.
pub(super) fn activity(facts: &ActivityFacts, options: Options, told: &mut Told) {
    if options.today.days_until(facts.date) > DAYS_AHEAD {
        told.warning("date", Problem::DistantDay);
    }
}

/// What a practice claims of its results and its cost.
pub(super) fn practice(facts: &PracticeFacts, results: &[ResultFigure], told: &mut Told) {
    if facts.evidence == Some(Evidence::Verified) && results.iter().all(|it| it.source.is_none()) {
        told.warning("evidence", Problem::VerifiedWithoutSource);
    }
    let cost = facts.cost.as_ref();
    if facts.cost_baht == Some(0) && cost.is_some_and(|it| names_a_sum(&it.th)) {
        told.warning("cost_baht", Problem::CostNotFree);
    }
}

/// Whether a text names a sum of money above nothing: `๔๐ บาท`.
fn names_a_sum(text: &str) -> bool {
    text.match_indices("บาท").any(|(at, _)| {
        let before = text[..at].trim_end();
        let digits = before.chars().rev().take_while(|it| {
            it.is_ascii_digit() || ('๐'..='๙').contains(it) || matches!(it, ',' | '.')
        });
        digits
            .into_iter()
            .any(|it| matches!(it, '1'..='9' | '๑'..='๙'))
    })
}

#[cfg(test)]
mod tests {
    use super::names_a_sum;

    #[test]
    fn a_sum_is_a_number_of_baht() {
        for (text, expected) in [
            ("เกลือและไข่ ประมาณ ๔๐ บาท", true),
            ("1,200 บาท", true),
            ("ไม่มีค่าใช้จ่าย (๐ บาท)", false),
            ("ใช้แรงงาน ๕ คน", false),
            ("ไม่กี่บาท", false),
        ] {
            assert_eq!(names_a_sum(text), expected, "{text}");
        }
    }
}
