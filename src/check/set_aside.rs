//! Entries that are left out of a site because of their mistakes, and their addresses, where readers are told so.
//!
//! In: the file of an entry. Out: its address. Never: whether it was right.

use crate::value::SitePath;

/// Where a reader looks for an entry: `centers/x/`; `None` where its name is no address.
pub(super) fn address_of(entry: &SitePath) -> Option<String> {
    let path = entry.as_str().strip_prefix("content/")?;
    let path = match path.strip_suffix("/center.toml") {
        Some(center) => center,
        None => path.strip_suffix(".md")?,
    };
    let path = path.strip_prefix("pages/").unwrap_or(path);
    let is_letter = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let is_slug = |it: &str| !it.is_empty() && it.chars().all(is_letter);
    path.split('/').all(is_slug).then(|| format!("{path}/"))
}
