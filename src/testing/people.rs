//! A person, and an office that one coordinates.

use super::{at, day, named, nothing};
use crate::schema::person::Person;
use crate::schema::site::OfficeRecord;
use crate::value::{Consent, ConsentEnd, Phone, Spanned, Text};

/// A district's office.
#[derive(Clone, Debug)]
pub struct OfficeBuilder(pub OfficeRecord);

/// See [`OfficeBuilder`].
pub fn an_office(district: &str) -> OfficeBuilder {
    OfficeBuilder(OfficeRecord {
        district: Some(named(district)),
        ..nothing()
    })
}

impl OfficeBuilder {
    /// With a coordinator.
    pub fn coordinated_by(mut self, person: PersonBuilder) -> Self {
        self.0.coordinator = Some(person.draft());
        self
    }
}

/// A person with a name and a telephone who consented without an end.
#[derive(Clone, Copy, Debug)]
pub struct PersonBuilder {
    consent: Consent,
    has_phone: bool,
}

/// See [`PersonBuilder`].
pub fn a_person() -> PersonBuilder {
    PersonBuilder {
        consent: Consent::Given,
        has_phone: true,
    }
}

impl PersonBuilder {
    /// Who did not consent.
    pub fn without_consent(mut self) -> Self {
        self.consent = Consent::Missing;
        self
    }

    /// Whom nobody can call.
    pub fn without_phone(mut self) -> Self {
        self.has_phone = false;
        self
    }

    /// Who consented until a day.
    pub fn until(mut self, end: &str) -> Self {
        self.consent = Consent::Until(day(end));
        self
    }

    /// As written in an entry.
    pub fn draft(self) -> Spanned<Person> {
        let mut person: Person = nothing();
        person.facts.name = Some(Text::thai("นางสาวสมมติ ตัวอย่าง"));
        if self.has_phone {
            person.facts.phone.push(Phone {
                written: "045-000000".to_owned(),
                link: "tel:+6645000000".to_owned(),
            });
        }
        person.consent = self.consent != Consent::Missing;
        if let Consent::Until(end) = self.consent {
            person.consent_until = ConsentEnd::On(end);
        }
        at(person)
    }
}
