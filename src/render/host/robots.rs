//! `robots.txt`: everything may be read, and where the sitemap is.

use crate::render::parts::Parts;

/// `robots.txt`
pub(in crate::render) fn robots(parts: &Parts) -> String {
    let sitemap = parts.shared.absolute("sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
