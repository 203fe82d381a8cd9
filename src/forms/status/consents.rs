//! Consents that have ended or end soon: of everyone whom an entry names, and of photos of people.

use super::matter::{Kind, Known, Matter, district_of};
use crate::model::{Date, DistrictCode, SitePath};
use crate::parse::draft::Drafts;
use crate::schema::media::NamedPicture;
use crate::schema::person::PersonFacts;
use crate::value::{Consent, Text};

/// How many days before its end a consent is spoken of.
const SOON_DAYS: i32 = 90;

/// A consent that somebody gave, and as what.
struct Given<'a> {
    file: &'a SitePath,
    /// Where it is not that of the file: the one that an office is in.
    district: Option<DistrictCode>,
    consent: Consent,
    role: (&'static str, &'static str),
    person: Option<String>,
}

/// A matter for each consent that has ended or ends soon.
pub(super) fn ending(known: &Known, today: Date) -> Vec<Matter> {
    let mut given = of_entries(known.drafts);
    given.extend(of_offices(known));
    let matter = |it: Given| {
        let Consent::Until(end) = it.consent else {
            return None;
        };
        let days = today.days_until(end);
        let kind = match days {
            ..0 => Kind::ConsentEnded,
            0..=SOON_DAYS => Kind::ConsentEnds,
            _ => return None,
        };
        let (th, en) = it.role;
        let words = match kind {
            Kind::ConsentEnded => (th.to_owned(), en.to_owned()),
            _ => (
                format!("{th} อีก {days} วัน"),
                format!("{en}, {days} days left"),
            ),
        };
        Some(Matter {
            kind,
            district: it.district.or_else(|| district_of(known, it.file)),
            file: it.file.clone(),
            on: Some(end),
            words,
            person: it.person,
        })
    };
    given.into_iter().filter_map(matter).collect()
}

fn of_entries(drafts: &Drafts) -> Vec<Given<'_>> {
    let mut given = Vec::new();
    let mut examples = Vec::new();
    for draft in &drafts.centers {
        let record = &draft.record;
        if record.facts.example {
            examples.push(draft.path.as_str());
            continue;
        }
        let mut add = |consent, role, person: Option<String>| {
            given.push(Given {
                file: &draft.file,
                district: None,
                consent,
                role,
                person,
            });
        };
        if let Some(it) = &record.coordinator {
            let role = ("ผู้ประสานงาน", "coordinator");
            add(it.value.agreed(), role, named(&it.value.facts));
        }
        if let Some(it) = &record.chair {
            let person = &it.value.person;
            let role = ("ประธาน ผู้แทน หรือผู้นำจิตอาสา", "chair");
            add(person.agreed(), role, named(&person.facts));
        }
        if let Some(it) = &record.committee {
            add(
                it.value.agreed(),
                ("คณะกรรมการและคณะทำงาน", "committee"),
                None,
            );
        }
        for it in &record.resource_persons {
            let name = it.value.name.as_ref().map(thai);
            add(it.value.agreed(), ("วิทยากร", "resource person"), name);
        }
    }
    let is_example = |center: &str| examples.contains(&center);
    for draft in &drafts.practices {
        let record = &draft.record;
        if record.facts.example || record.facts.draft || is_example(&draft.center) {
            continue;
        }
        if let Some(it) = &record.contact {
            given.push(Given {
                file: &draft.file,
                district: None,
                consent: it.value.agreed(),
                role: ("ผู้ให้ข้อมูล", "contact"),
                person: named(&it.value.facts),
            });
        }
        given.extend(of_photos(&draft.file, &record.photos));
    }
    for draft in &drafts.activities {
        let record = &draft.record;
        if !record.facts.example && !record.facts.draft && !is_example(&draft.center) {
            given.extend(of_photos(&draft.file, &record.photos));
        }
    }
    for draft in &drafts.centers {
        if !draft.record.facts.example {
            given.extend(of_photos(&draft.file, &draft.record.photos));
        }
    }
    given
}

fn of_photos<'a>(
    file: &'a SitePath,
    photos: &'a [NamedPicture],
) -> impl Iterator<Item = Given<'a>> {
    let of_people = photos.iter().filter(|it| it.people.0);
    of_people.map(move |it| Given {
        file,
        district: None,
        consent: it.agreed(),
        role: ("บุคคลในภาพถ่าย", "people in a photo"),
        person: None,
    })
}

fn of_offices<'a>(known: &Known<'a>) -> Vec<Given<'a>> {
    let Some(site) = &known.drafts.site else {
        return Vec::new();
    };
    let offices = known.office.paper.offices.iter();
    offices
        .map(|(code, person)| Given {
            file: &site.file,
            district: Some(code.clone()),
            consent: person.agreed(),
            role: (
                "ผู้ประสานงานของสำนักงานอำเภอ",
                "coordinator of the district office",
            ),
            person: named(&person.facts),
        })
        .collect()
}

fn named(facts: &PersonFacts) -> Option<String> {
    facts.name.as_ref().map(thai)
}

fn thai(text: &Text) -> String {
    text.th.clone()
}
