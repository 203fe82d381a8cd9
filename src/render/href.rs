//! Addresses → hrefs: base path, portable site and language are one mechanism.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may not stand in an address as it is.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');
/// What may not stand in the value of a query.
const QUERY: &AsciiSet = &ADDRESS.add(b'+').add(b'=').add(b'/').add(b':');

/// How a page names another address of its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Links {
    /// From the root of the host: `/`, `/sub/`.
    Prefixed(String),
    /// Relative and naming files, from a page that lies so many folders deep.
    Portable {
        /// How many folders deep the page lies.
        depth: usize,
    },
}

impl Links {
    /// The href of an address from the site's root without its `/`: `centers/x/`, `style.css`, empty for home.
    #[must_use]
    pub fn href(&self, address: &str) -> String {
        match self {
            Self::Prefixed(prefix) => {
                let mut href = String::with_capacity(prefix.len() + address.len());
                href.push_str(prefix);
                push_encoded(&mut href, address);
                href
            }
            Self::Portable { depth } => {
                let mut href = "../".repeat(*depth);
                push_encoded(&mut href, address);
                if address.is_empty() || address.ends_with('/') {
                    href.push_str("index.html");
                }
                href
            }
        }
    }
}

/// Adds an address with everything as percent signs that may not stand in one: names of documents and static files are free.
pub fn push_encoded(href: &mut String, address: &str) {
    href.extend(utf8_percent_encode(address, ADDRESS));
}

/// A text as the value of a query.
#[must_use]
pub fn query_value(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_three_forms() {
        let root = Links::Prefixed("/".to_owned());
        let sub = Links::Prefixed("/sj/".to_owned());
        let portable = Links::Portable { depth: 2 };
        for (address, at_root, below, relative) in [
            ("", "/", "/sj/", "../../index.html"),
            (
                "en/centers/x/",
                "/en/centers/x/",
                "/sj/en/centers/x/",
                "../../en/centers/x/index.html",
            ),
            ("sala.css", "/sala.css", "/sj/sala.css", "../../sala.css"),
            (
                "a b/ก.pdf",
                "/a%20b/%E0%B8%81.pdf",
                "/sj/a%20b/%E0%B8%81.pdf",
                "../../a%20b/%E0%B8%81.pdf",
            ),
        ] {
            assert_eq!(root.href(address), at_root);
            assert_eq!(sub.href(address), below);
            assert_eq!(portable.href(address), relative);
        }
        assert_eq!(Links::Portable { depth: 0 }.href(""), "index.html");
    }

    #[test]
    fn a_query_holds_any_text() {
        assert_eq!(
            query_value("ก a+b=c/d:e&f#g"),
            "%E0%B8%81%20a%2Bb%3Dc%2Fd%3Ae%26f%23g"
        );
    }
}
