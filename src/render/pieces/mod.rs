//! What pages of several kinds show: cards, stories and photos, whom to ask, what is near.
//!
//! In: records of the directory. Out: views of them in the language of a page. Never: a whole page.

pub(super) mod areas;
pub(super) mod cards;
pub(super) mod contact;
pub(super) mod facts;
pub(super) mod license;
pub(super) mod nearby;
pub(super) mod rows;
pub(super) mod search_box;
pub(super) mod story;
pub(super) mod tally;
