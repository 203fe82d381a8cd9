//! A person whom an entry names, and what of them may leave the content folder.
//!
//! In: what was written, and whether it may be published on the day of the build. Out: [`PublicPerson`], or nothing.
//! Never: a public field; a template cannot leak what it never gets.

use crate::model::{Date, Text};

/// A person named in an entry. Only [`Person::published`] and [`Person::on_paper`] let anything out.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    written: PublicPerson,
    consent: Consent,
}

/// Whether a person agreed to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// They did not, or nobody asked.
    Missing,
    /// They did, without an end.
    Given,
    /// They did, up to and including a day.
    Until(Date),
}

impl Consent {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(self, today: Date) -> bool {
        match self {
            Self::Missing => false,
            Self::Given => true,
            Self::Until(end) => today <= end,
        }
    }
}

/// What is known of a person, once it may be shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PublicPerson {
    /// Full name with its title.
    pub name: Option<Text>,
    /// Position or office.
    pub position: Option<Text>,
    /// Telephones as written, each with its link.
    pub phones: Vec<Phone>,
    /// E-mail address.
    pub email: Option<String>,
    /// LINE ID or address.
    pub line: Option<String>,
}

impl PublicPerson {
    /// The link of the telephone to try first.
    #[must_use]
    pub fn first_phone(&self) -> Option<&str> {
        self.phones.first().map(|it| it.link.as_str())
    }

    /// Whether a visitor can reach them at all.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.phones.is_empty() || self.email.is_some() || self.line.is_some()
    }
}

/// A telephone number: what to show and what to dial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As written, digits Arabic: `045-344628 ต่อ 12`.
    pub written: String,
    /// The address to dial: `tel:+6645344628;ext=12`.
    pub link: String,
}

impl Person {
    /// A person as an entry describes them.
    #[must_use]
    pub fn new(written: PublicPerson, consent: Consent) -> Self {
        Self { written, consent }
    }

    /// What may be published on the day of the build: nothing without consent or past its end.
    #[must_use]
    pub fn published(&self, today: Date) -> Option<&PublicPerson> {
        self.consent.holds_on(today).then_some(&self.written)
    }

    /// Everything, for the paper forms, which never leave the office.
    #[must_use]
    pub fn on_paper(&self) -> &PublicPerson {
        &self.written
    }

    /// What they agreed to.
    #[must_use]
    pub fn consent(&self) -> Consent {
        self.consent
    }
}

/// A seat in a committee order.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat<Role> {
    /// Who sits there (their name alone); `None` where the position is an ex-officio seat.
    pub person: Option<Person>,
    /// Office that the seat belongs to, or the person's own; public.
    pub position: Option<Text>,
    /// Part in the committee; `None` where the order does not say.
    pub role: Option<Role>,
    /// Which of the seven sectors it stands for.
    pub sector: Option<crate::model::center::Sector>,
}
