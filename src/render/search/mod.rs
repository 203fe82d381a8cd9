//! What the search of the site is made of: what its index says of each page.
//!
//! In: the views of pages. Out: entries of [`search`](crate::search). Never: what a page does not show.

mod entries;
pub(super) mod index;
