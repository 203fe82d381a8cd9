//! Consents and committees: what of the people whom an entry names may be published.

use super::options::Options;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::{Body, Committee, Level, ResourcePerson, Seat};
use crate::schema::person::{self, Person, PersonFacts, SeatFacts};
use crate::source::Sources;
use crate::value::Date;
use crate::value::media::Place;
use crate::value::{Consent, SitePath, Spanned};

/// How many days before its end a consent is spoken of.
const SOON_DAYS: i32 = 30;

/// Whom to ask, where they consented; says also when nobody could be reached.
pub(super) fn contact(
    written: &Spanned<Person>,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Option<PersonFacts> {
    let published = person(&written.value, &written.span, options, file, found);
    if published.as_ref().is_some_and(|it| !it.is_reachable()) {
        found.push(Diagnostic::warning(Problem::Unreachable).at(file, written.span.clone()));
    }
    published
}

/// Takes out what only follows from a telephone or an address that is written wrongly: its owner is not without one.
pub(super) fn tell_once(sources: &Sources, found: &mut Diagnostics) {
    let is_wrong =
        |it: &&Diagnostic| matches!(it.problem, Problem::BadPhone(_) | Problem::BadEmail(_));
    let wrong: Vec<Place> = found
        .iter()
        .filter(is_wrong)
        .filter_map(|it| it.place.clone())
        .collect();
    let follows = |of: &Place, from: &Place| {
        let between = of.span.end..from.span.start;
        let text = sources
            .texts
            .get(&of.file)
            .and_then(|it| it.text.get(between));
        of.file == from.file && text.is_some_and(|it| !it.contains("\n["))
    };
    found.retain(|it| {
        it.problem != Problem::Unreachable
            || !(it.place.as_ref()).is_some_and(|of| wrong.iter().any(|from| follows(of, from)))
    });
}

/// A person, where they consented; says when their consent has ended or ends soon.
pub(super) fn person(
    written: &Person,
    span: &std::ops::Range<usize>,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Option<PersonFacts> {
    tell_of_end(written.agreed(), span, options, file, found);
    written.published(options.today).cloned()
}

/// Says that a consent has ended or ends soon.
fn tell_of_end(
    consent: Consent,
    span: &std::ops::Range<usize>,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) {
    let Consent::Until(end) = consent else {
        return;
    };
    let problem = match options.today.days_until(end) {
        ..0 => Problem::ConsentEnded(end),
        0..=SOON_DAYS => Problem::ConsentEnds {
            on: end,
            build_on: end.plus_days(1),
        },
        _ => return,
    };
    found.push(Diagnostic::warning(problem).at(file, span.clone()));
}

/// Who teaches: the name and what they have achieved with their consent, what is taught always.
pub(super) fn resource_person(
    written: Spanned<person::ResourcePerson>,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> ResourcePerson {
    let Spanned { value: it, span } = written;
    tell_of_end(it.agreed(), &span, options, file, found);
    let is_published = it.agreed().holds_on(options.today);
    ResourcePerson {
        has_proof: it.proof.is_some(),
        name: it.name.filter(|_| is_published),
        expertise: it.expertise,
        station: it.station,
        proof: it.proof.filter(|_| is_published),
    }
}

/// The bodies of a committee order, with names where those named in it consented.
pub(super) fn committee(
    written: Spanned<person::Committee>,
    level: Level,
    options: Options,
    file: &SitePath,
    found: &mut Diagnostics,
) -> Committee {
    let Spanned { value: it, span } = written;
    tell_of_end(it.agreed(), &span, options, file, found);
    if it.order_date.is_some_and(|it| it < Date::PROGRAMME_START) {
        let problem = Problem::BeforeProgramme("order_date");
        found.push(Diagnostic::warning(problem).at(file, span.clone()));
    }
    if level == Level::Subdistrict {
        let first = it.steering.first().map(|it| it.span.clone());
        let place = first.or_else(|| it.steering_count.as_ref().map(|it| it.span.clone()));
        if let Some(span) = place {
            found.push(Diagnostic::warning(Problem::SteeringAtSubdistrict).at(file, span));
        }
    }
    let has_names = it.agreed().holds_on(options.today);
    let mut bodies = Bodies {
        has_names,
        file,
        found,
    };
    Committee {
        advisers: bodies.body(it.advisers_count, it.advisers, |it| (it, None)),
        steering: bodies.body(it.steering_count, it.steering, |it| (it.facts, it.role)),
        working: bodies.body(it.working_count, it.working, |it| (it.facts, it.role)),
        order: it.order,
        order_date: it.order_date,
    }
}

/// How the bodies of an order are read.
struct Bodies<'a> {
    has_names: bool,
    file: &'a SitePath,
    found: &'a mut Diagnostics,
}

impl Bodies<'_> {
    fn body<S, Role>(
        &mut self,
        count: Option<Spanned<u32>>,
        seats: Vec<Spanned<S>>,
        parts: impl Fn(S) -> (SeatFacts, Option<Role>),
    ) -> Body<Role> {
        let listed = seats.len();
        // Fewer may be listed: some names wait for their consent.
        if let Some(count) = count.as_ref().filter(|it| listed > it.value as usize) {
            let problem = Problem::CountDiffers {
                written: count.value,
                listed,
            };
            let warning = Diagnostic::warning(problem);
            self.found.push(warning.at(self.file, count.span.clone()));
        }
        let mut published = Vec::with_capacity(listed);
        for Spanned { value, span } in seats {
            let (it, role) = parts(value);
            if it.name.is_none() && it.position.is_none() {
                let error = Diagnostic::error(Problem::SeatWithoutName);
                self.found.push(error.at(self.file, span));
            }
            let seat = Seat {
                name: it.name.filter(|_| self.has_names),
                position: it.position,
                role,
                sector: it.sector,
            };
            if seat.name.is_some() || seat.position.is_some() {
                published.push(seat);
            }
        }
        Body {
            count: count.map_or(listed as u32, |it| it.value),
            seats: published,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{a_center, a_person, a_site, an_office};

    #[test]
    fn nobody_is_published_without_consent() {
        let private = a_person().without_consent();
        let site = a_site().with(a_center("a").coordinated_by(private));
        let (made, _) = site.check_with_paper();
        let (directory, paper) = made.unwrap();
        assert_eq!(directory.centers[0].coordinator, None);
        let coordinator = paper.centers["a"].coordinator.as_ref().unwrap();
        assert!(coordinator.facts.name.is_some());
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
            let coordinator = center.checked().coordinator;
            assert_eq!(coordinator.is_some(), is_published, "until {until}");
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
