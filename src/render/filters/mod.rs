//! How a list is narrowed: the panel of its page, and the files with which a browser filters and sorts it.
//!
//! In: what `plan::facets` counted. Out: links with counts, and classic scripts that hand over columns, orders, points and cards: no page
//! carries more than its own part of the list, and nothing is asked for before a filter is touched.

pub(super) mod files;
mod packing;
pub(super) mod panel;
