//! A person, and an office that one coordinates.

use super::{at, day};
use crate::model::Text;
use crate::model::person::{Consent, Person, Phone, PublicPerson};
use crate::model::site::Organization;
use crate::parse::draft::{OfficeDraft, PersonDraft};

/// A district's office.
#[derive(Clone, Debug)]
pub struct OfficeBuilder(pub OfficeDraft);

/// See [`OfficeBuilder`].
pub fn an_office(district: &str) -> OfficeBuilder {
    OfficeBuilder(OfficeDraft {
        district: Some(at(district.to_owned())),
        organization: Organization::default(),
        coordinator: None,
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
    pub fn draft(self) -> PersonDraft {
        let written = PublicPerson {
            name: Some(Text::thai("นางสาวสมมติ ตัวอย่าง")),
            phones: if self.has_phone {
                vec![Phone {
                    written: "045-000000".to_owned(),
                    link: "tel:+6645000000".to_owned(),
                }]
            } else {
                Vec::new()
            },
            ..PublicPerson::default()
        };
        PersonDraft {
            person: Person::new(written, self.consent),
            span: 0..0,
        }
    }
}
