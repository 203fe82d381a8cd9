//! One address of the plan → its bytes.
//!
//! In: a checked directory, its theme, its photos and the plan. Out: the bytes of a page, feed, sitemap or data file.
//! Never: disk, clock or anything that may not be published; two calls give the same bytes.

pub mod view;

use std::path::PathBuf;

/// The bytes of one address.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Made for this site.
    Bytes(Vec<u8>),
    /// Part of the program: a file of the built-in theme.
    Static(&'static [u8]),
    /// A file that is served as it is: a photo from the cache, a document, a static file.
    Disk(PathBuf),
}
