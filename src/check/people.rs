//! Consents and committees.

use super::Options;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::SitePath;
use crate::model::center::{Body, Committee, Level};
use crate::model::person::{Consent, Person};
use crate::parse::draft::{BodyDraft, CommitteeDraft, PersonDraft};

/// How many days before its end a consent is spoken of.
const SOON_DAYS: i32 = 30;

/// Whom to ask; says also when nobody could.
pub(super) fn contact(
    draft: PersonDraft,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Person {
    let span = draft.span.clone();
    let person = person(draft, options, file, found);
    let published = person.published(options.today);
    if published.is_some_and(|it| !it.is_reachable()) {
        found.push(Diagnostic::warning(Problem::Unreachable).at(file, span));
    }
    person
}

/// A person; says when their consent has ended or ends soon.
pub(super) fn person(
    draft: PersonDraft,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Person {
    if let Consent::Until(end) = draft.person.consent() {
        let problem = match options.today.days_until(end) {
            ..0 => Some(Problem::ConsentEnded(end)),
            0..=SOON_DAYS => Some(Problem::ConsentEnds {
                on: end,
                build_on: end.plus_days(1),
            }),
            _ => None,
        };
        if let Some(problem) = problem {
            found.push(Diagnostic::warning(problem).at(file, draft.span));
        }
    }
    draft.person
}

/// The bodies of a committee order.
pub(super) fn committee(
    draft: CommitteeDraft,
    level: Option<Level>,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Committee {
    if level == Some(Level::Subdistrict) {
        let steering = &draft.steering;
        let place = steering
            .seats
            .first()
            .map(|it| it.span.clone())
            .or_else(|| steering.count.as_ref().map(|it| it.span.clone()));
        if let Some(span) = place {
            found.push(Diagnostic::warning(Problem::SteeringAtSubdistrict).at(file, span));
        }
    }
    Committee {
        order: draft.order,
        order_date: draft.order_date,
        advisers: body(draft.advisers, file, found),
        steering: body(draft.steering, file, found),
        working: body(draft.working, file, found),
    }
}

fn body<Role>(draft: BodyDraft<Role>, file: &SitePath, found: &mut Diagnostics) -> Body<Role> {
    let listed = draft.seats.len();
    if let Some(count) = &draft.count
        && listed > count.value as usize
    // fewer may be: some names wait for their consent
    {
        let problem = Problem::CountDiffers {
            written: count.value,
            listed,
        };
        found.push(Diagnostic::warning(problem).at(file, count.span.clone()));
    }
    let mut seats = Vec::with_capacity(listed);
    for seat in draft.seats {
        if seat.value.person.is_none() && seat.value.position.is_none() {
            found.push(Diagnostic::error(Problem::SeatWithoutName).at(file, seat.span));
        }
        seats.push(seat.value);
    }
    Body {
        count: draft.count.map_or(listed as u32, |it| it.value),
        seats,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{a_center, a_person, a_site, an_office};

    #[test]
    fn nobody_is_published_without_consent() {
        let private = a_person().without_consent();
        let site = a_site();
        let center = a_center("a").coordinated_by(private).checked();
        let coordinator = center.coordinator.unwrap();
        assert_eq!(coordinator.published(site.today()), None);
        assert!(coordinator.on_paper().name.is_some());
    }

    #[test]
    fn a_contact_whom_nobody_can_reach_is_told_of() {
        let silent = a_person().without_phone();
        assert_eq!(
            a_center("a").coordinated_by(silent).codes(),
            ["warning[unreachable]"]
        );
        let private = silent.without_consent();
        assert_eq!(a_center("a").coordinated_by(private).codes(), [""; 0]);
    }

    #[test]
    fn a_consent_is_good_through_its_last_day() {
        // Today is 2022-06-15.
        for (until, is_published, expected) in [
            ("2022-06-14", false, Some("warning[consent-ended]")),
            ("2022-06-15", true, Some("warning[consent-ends]")),
            ("2022-07-15", true, Some("warning[consent-ends]")),
            ("2022-07-16", true, None),
        ] {
            let center = a_center("a").coordinated_by(a_person().until(until));
            let codes = center.clone().codes();
            assert_eq!(codes, expected.into_iter().collect::<Vec<_>>(), "{until}");
            let published = center.checked().coordinator.unwrap();
            let published = published.published(a_site().today()).is_some();
            assert_eq!(published, is_published, "until {until}");
        }
    }

    #[test]
    fn the_day_of_the_next_build_follows_the_end() {
        let center = a_center("a").coordinated_by(a_person().until("2022-06-30"));
        let found = center.problems();
        assert!(found[0].contains("ends on 30 June 2022"), "{found:?}");
        assert!(found[0].contains("again on 1 July 2022"), "{found:?}");
    }

    #[test]
    fn consents_of_chairs_contacts_and_offices_count_too() {
        let soon = || a_person().until("2022-06-16");
        assert_eq!(
            a_center("a").chaired_by(soon()).codes(),
            ["warning[consent-ends]"]
        );
        let practice = crate::testing::a_practice("a", "x").asking(soon());
        assert_eq!(
            a_site().with(a_center("a")).with(practice).codes(),
            ["warning[consent-ends]"]
        );
        let office = an_office("เขื่องใน").coordinated_by(soon());
        assert_eq!(a_site().with(office).codes(), ["warning[consent-ends]"]);
    }

    #[test]
    fn what_is_left_out_is_not_asked_about() {
        let practice = crate::testing::a_practice("a", "x").asking(a_person().until("2022-06-16"));
        let site = a_site().with(a_center("a")).with(practice.draft());
        assert_eq!(site.codes(), [""; 0]);
    }

    #[test]
    fn a_seat_has_a_name_or_an_office() {
        assert_eq!(
            a_center("a").with_seat(None, None).codes(),
            ["error[seat-without-name]"]
        );
        assert_eq!(
            a_center("a").with_seat(None, Some("กำนันตำบลหัวดอน")).codes(),
            [""; 0]
        );
        assert_eq!(
            a_center("a")
                .with_seat(Some("นายสมมติ ตัวอย่าง"), None)
                .codes(),
            [""; 0]
        );
    }

    #[test]
    fn a_subdistrict_centre_has_no_steering_committee() {
        let center = a_center("a").steered_by(3);
        assert_eq!(center.clone().codes(), ["warning[steering-at-subdistrict]"]);
        assert_eq!(center.at_level("district").codes(), [""; 0]);
    }

    #[test]
    fn a_count_covers_the_list() {
        let center = a_center("a")
            .with_seat(None, Some("กำนัน"))
            .with_seat(None, Some("ผู้ใหญ่บ้าน"));
        let one = center.clone().working_count(1);
        assert_eq!(one.codes(), ["warning[count-differs]"]);
        let five = center.clone().working_count(5);
        assert_eq!(five.clone().codes(), [""; 0]);
        assert_eq!(five.checked().committee.unwrap().working.count, 5);
        assert_eq!(center.checked().committee.unwrap().working.count, 2);
    }
}
