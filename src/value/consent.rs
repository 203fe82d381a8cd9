//! Whether somebody agreed to be published, and until when.

use crate::value::Date;

/// What a person agreed to.
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
    /// What the keys `consent` and `consent_until` say together. An end that cannot be read is no consent.
    #[must_use]
    pub fn new(agreed: bool, end: ConsentEnd) -> Self {
        match (agreed, end) {
            (true, ConsentEnd::On(end)) => Self::Until(end),
            (true, ConsentEnd::Open) => Self::Given,
            (true, ConsentEnd::Unreadable) | (false, _) => Self::Missing,
        }
    }

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

/// The key `consent_until` as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ConsentEnd {
    /// Nothing is written.
    #[default]
    Open,
    /// The last day.
    On(Date),
    /// Something is written that is no day.
    Unreadable,
}
