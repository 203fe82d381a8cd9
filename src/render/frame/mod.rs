//! What stands around the content of every page: its head, what search engines and links to it say, the site's menu and foot.
//!
//! In: what a page says of itself. Out: the views `site` and `page`. Never: what a page is about, which is its own affair.

pub(super) mod head;
pub(super) mod json_ld;
pub(super) mod preview;
mod schema_org;
pub(super) mod site;
