//! What other programs subscribe to or take in: Atom feeds, calendars, contact cards.
//!
//! In: lists of the plan. Out: text in the format of each standard. Never: an example, and nothing that a page does not say.

pub(super) mod atom;
pub(super) mod calendar;
pub(super) mod contact_card;
mod content_lines;
