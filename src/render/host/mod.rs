//! What hosts and browsers read beside pages: policies and caching, old addresses, robots, sitemaps, how the site is installed, searched
//! and kept.
//!
//! In: the plan. Out: files in the format of each standard. Never: what a reader sees, but for the page at an old address.

pub(super) mod headers;
pub(super) mod manifest;
pub(super) mod open_search;
pub(super) mod redirects;
pub(super) mod robots;
pub(super) mod sitemap;
pub(super) mod worker;
