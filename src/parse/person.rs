//! People, committees and offices of TOML tables: who, and what they agreed to.

use crate::diagnostic::Diagnostics;
use crate::model::center::{ChairAs, ResourcePerson, Sector, SteeringRole, WorkingRole};
use crate::model::person::{Consent, PublicPerson, Seat};
use crate::model::{Person, Word};
use crate::parse::draft::{At, BodyDraft, CommitteeDraft, PersonDraft};
use crate::parse::keys::{Key, Keys, Kind, key, words};

const NAME: Key = key(
    "name",
    Kind::Text,
    "ชื่อและนามสกุล พร้อมคำนำหน้า",
    "full name with its title",
);
const POSITION: Key = key("position", Kind::Text, "ตำแหน่ง", "position or office");
const PHONE: Key = key("phone", Kind::Phones, "โทรศัพท์", "telephone, or several");
const EMAIL: Key = key("email", Kind::Email, "อีเมล", "email address");
const LINE: Key = key("line", Kind::String, "LINE ID หรือลิงก์", "LINE ID or address");
const CONSENT: Key = key(
    "consent",
    Kind::Flag,
    "ยินยอมให้เผยแพร่ข้อมูลส่วนบุคคล",
    "agreed to be published",
);
const CONSENT_UNTIL: Key = key(
    "consent_until",
    Kind::Date,
    "ยินยอมถึงวันที่",
    "the last day of the consent",
);
const SECTOR: Key = key(
    "sector",
    Kind::Word(words::<Sector>),
    "ภาคส่วน",
    "one of the seven sectors",
);

/// `[coordinator]`, `[contact]`.
pub const PERSON: &[Key] = &[NAME, POSITION, PHONE, EMAIL, LINE, CONSENT, CONSENT_UNTIL];

/// `[chair]`.
pub const CHAIR: &[Key] = &[
    NAME,
    POSITION,
    PHONE,
    EMAIL,
    LINE,
    CONSENT,
    CONSENT_UNTIL,
    key(
        "as",
        Kind::Word(words::<ChairAs>),
        "ฐานะในแบบรายงานพื้นที่เป้าหมาย",
        "as what they sign the area report",
    ),
];

/// `[committee]`.
pub const COMMITTEE: &[Key] = &[
    key("order", Kind::Text, "เลขที่คำสั่ง", "number of the order"),
    key("order_date", Kind::Date, "วันที่ของคำสั่ง", "date of the order"),
    key(
        "consent",
        Kind::Flag,
        "ผู้มีชื่อในคำสั่งยินยอมให้เผยแพร่ชื่อ",
        "those named agreed to be published",
    ),
    key(
        "advisers_count",
        Kind::Count,
        "จำนวนที่ปรึกษา (คน)",
        "how many advisers",
    ),
    key(
        "steering_count",
        Kind::Count,
        "จำนวนกรรมการอำนวยการ (คน)",
        "how many in the steering committee",
    ),
    key(
        "working_count",
        Kind::Count,
        "จำนวนผู้อยู่ในคณะทำงาน (คน)",
        "how many in the working group",
    ),
    key("advisers", Kind::Tables(ADVISER), "ที่ปรึกษา", "advisers"),
    key(
        "steering",
        Kind::Tables(STEERING),
        "คณะกรรมการอำนวยการ",
        "steering committee",
    ),
    key(
        "working",
        Kind::Tables(WORKING),
        "คณะทำงาน",
        "working group",
    ),
];

const ADVISER: &[Key] = &[NAME, POSITION, SECTOR];
const STEERING: &[Key] = &[
    NAME,
    POSITION,
    key(
        "role",
        Kind::Word(words::<SteeringRole>),
        "หน้าที่ในคณะกรรมการ",
        "part in the committee",
    ),
    SECTOR,
];
const WORKING: &[Key] = &[
    NAME,
    POSITION,
    key(
        "role",
        Kind::Word(words::<WorkingRole>),
        "หน้าที่ในคณะทำงาน",
        "part in the working group",
    ),
    SECTOR,
];

/// `[[resource_persons]]`.
pub const RESOURCE_PERSON: &[Key] = &[
    NAME,
    key("expertise", Kind::Text, "ความเชี่ยวชาญ", "what they teach"),
    key(
        "station",
        Kind::Text,
        "ประจำฐานเรียนรู้",
        "at which learning station",
    ),
    key(
        "proof",
        Kind::Text,
        "ผลงานที่ประจักษ์",
        "what they have achieved",
    ),
    CONSENT,
];

/// A person, all keys of [`PERSON`]; the caller finishes the table.
pub fn person(keys: &mut Keys, found: &mut Diagnostics) -> PersonDraft {
    let written = PublicPerson {
        name: keys.text("name", found),
        position: keys.text("position", found),
        phones: keys.phones("phone", found),
        email: keys.email("email", found),
        line: keys.string("line", found).map(|it| it.value),
    };
    let agreed = keys.flag("consent", found).unwrap_or(false);
    let has_end = keys.has("consent_until");
    let consent = match (agreed, keys.date("consent_until", found)) {
        (true, Some(end)) => Consent::Until(end),
        (true, None) if !has_end => Consent::Given,
        // An end that cannot be read is no consent.
        _ => Consent::Missing,
    };
    PersonDraft {
        person: Person::new(written, consent),
        span: keys.span.clone(),
    }
}

/// A table that is one person.
pub fn whole_person(mut keys: Keys, found: &mut Diagnostics) -> PersonDraft {
    let draft = person(&mut keys, found);
    keys.finish(found);
    draft
}

/// `[chair]`.
pub fn chair(mut keys: Keys, found: &mut Diagnostics) -> (PersonDraft, Option<ChairAs>) {
    let draft = person(&mut keys, found);
    let chair_as = keys.word("as", found);
    keys.finish(found);
    (draft, chair_as)
}

/// `[[resource_persons]]`.
pub fn resource_person(mut keys: Keys, found: &mut Diagnostics) -> ResourcePerson {
    let written = PublicPerson {
        name: keys.text("name", found),
        ..PublicPerson::default()
    };
    let draft = ResourcePerson {
        expertise: keys.text("expertise", found),
        station: keys.text("station", found),
        proof: keys.text("proof", found),
        person: Person::new(written, consent(keys.flag("consent", found))),
    };
    keys.finish(found);
    draft
}

/// `[committee]`.
pub fn committee(mut keys: Keys, found: &mut Diagnostics) -> CommitteeDraft {
    let agreed = consent(keys.flag("consent", found));
    let no_role = |_: &mut Keys, _: &mut Diagnostics| None;
    let draft = CommitteeDraft {
        order: keys.text("order", found),
        order_date: keys.date("order_date", found),
        advisers: body(
            &mut keys,
            "advisers_count",
            "advisers",
            agreed,
            no_role,
            found,
        ),
        steering: body(&mut keys, "steering_count", "steering", agreed, role, found),
        working: body(&mut keys, "working_count", "working", agreed, role, found),
    };
    keys.finish(found);
    draft
}

fn role<Role: Word>(keys: &mut Keys, found: &mut Diagnostics) -> Option<Role> {
    keys.word("role", found)
}

fn body<Role>(
    keys: &mut Keys,
    count: &'static str,
    name: &'static str,
    consent: Consent,
    role: fn(&mut Keys, &mut Diagnostics) -> Option<Role>,
    found: &mut Diagnostics,
) -> BodyDraft<Role> {
    let span = keys.span_of(count);
    let count = keys.count(count, found).map(|value| At { value, span });
    let mut seats = Vec::new();
    for mut keys in keys.tables(name, found) {
        let span = keys.span.clone();
        let name = keys.text("name", found);
        let seat = Seat {
            position: keys.text("position", found),
            role: role(&mut keys, found),
            sector: keys.word("sector", found),
            person: name.map(|name| {
                Person::new(
                    PublicPerson {
                        name: Some(name),
                        ..PublicPerson::default()
                    },
                    consent,
                )
            }),
        };
        keys.finish(found);
        seats.push(At { value: seat, span });
    }
    BodyDraft { count, seats }
}

fn consent(agreed: Option<bool>) -> Consent {
    if agreed == Some(true) {
        Consent::Given
    } else {
        Consent::Missing
    }
}
