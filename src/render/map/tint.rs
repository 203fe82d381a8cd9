//! How much of the target of a district is reached, as the tint of its area.

use crate::plan::progress::Counts;

/// How much of a district's target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tint {
    None,
    Some,
    Most,
    All,
}

impl Tint {
    pub(super) const ALL: [Self; 4] = [Self::None, Self::Some, Self::Most, Self::All];

    pub(super) fn of(counts: Counts) -> Self {
        match counts.recorded {
            0 => Self::None,
            it if it >= counts.target => Self::All,
            it if it * 2 >= counts.target => Self::Most,
            _ => Self::Some,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Some => "some",
            Self::Most => "most",
            Self::All => "all",
        }
    }
}
