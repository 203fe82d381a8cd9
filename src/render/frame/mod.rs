//! What stands around the content of every page: its head, what search engines and links to it say, the site's menu and foot.
//!
//! In: what a page says of itself. Out: the views `site` and `page`. Never: what a page is about, which is its own affair.

pub(super) mod head;
mod json_ld;
mod menu;
pub(super) mod page;
mod page_view;
pub(super) mod policy;
pub(super) mod preview;
mod schema_org;
mod site;
