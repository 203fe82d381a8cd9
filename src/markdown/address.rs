//! Addresses as staff write them: their scheme, whether they are safe, and how they stand in an attribute.
//!
//! In: what was written. Out: an address that runs nothing. Never: looks whether anything is there.

use std::borrow::Cow;

use percent_encoding::{percent_decode_str, percent_encode_byte};

/// The scheme of an address, in lower case, as a browser would see it: blanks and control characters do not hide it.
#[must_use]
pub fn scheme(address: &str) -> Option<String> {
    let seen: String = address
        .chars()
        .filter(|it| !it.is_whitespace() && !it.is_control())
        .collect();
    let end = seen.find([':', '/', '\\', '?', '#'])?;
    (seen.as_bytes()[end] == b':').then(|| seen[..end].to_ascii_lowercase())
}

/// Whether a link may carry this address: inside the site, or a web page, a mail address or a telephone.
#[must_use]
pub fn is_safe(address: &str) -> bool {
    scheme(address).is_none_or(|it| matches!(it.as_str(), "http" | "https" | "mailto" | "tel"))
}

/// A path as the file is called: `my%20photo.jpg` → `my photo.jpg`; what is not UTF-8 stays as written.
#[must_use]
pub fn percent_decoded(written: &str) -> String {
    let decoded = percent_decode_str(written).decode_utf8();
    decoded.map_or_else(|_| written.to_owned(), Cow::into_owned)
}

/// An address for an attribute: what no address may hold is percent-encoded; Thai letters stay readable.
pub(super) fn escape_address(address: &str, out: &mut String) {
    for letter in address.trim().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                out.push_str(percent_encode_byte(letter as u8));
            }
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}
