//! Addresses → hrefs: base path, portable site and language are one mechanism.

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
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$'()*+,;=:@".contains(&byte) {
            href.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            href.push('%');
            href.push(char::from(HEX[usize::from(byte >> 4)]));
            href.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// A text as the value of a query.
#[must_use]
pub fn query_value(text: &str) -> String {
    let mut value = String::new();
    push_encoded(&mut value, text);
    value
        .replace('+', "%2B")
        .replace('=', "%3D")
        .replace('/', "%2F")
        .replace(':', "%3A")
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
}
