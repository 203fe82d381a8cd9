//! One address of the plan → its bytes.
//!
//! In: a checked directory, its theme, its photos and the plan. Out: the bytes of a page, feed, sitemap or data file.
//! Never: disk, clock or anything that may not be published; two calls give the same bytes.

pub mod view;
