//! A telephone number.

/// What to show of a telephone, and what to dial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As written, digits Arabic: `045-344628 ต่อ 12`.
    pub written: String,
    /// The address to dial: `tel:+6645344628;ext=12`.
    pub link: String,
}
