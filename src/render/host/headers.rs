//! `_headers`, for hosts that read it: security for everything, and how long copies stay good.

use std::fmt::Write;

use crate::plan::facets::FacetFile;
use crate::plan::{Output, guide_address};
use crate::render::frame::policy::page_policy;
use crate::render::parts::Parts;

/// `_headers`, for hosts that read it (Netlify, Cloudflare Pages): security for everything, and how long copies stay good.
pub(in crate::render) fn headers(parts: &Parts) -> String {
    let policy = page_policy(false);
    let prefix = &parts.shared.prefix;
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         X-Frame-Options: DENY\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Permissions-Policy: camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()\n  \
         Cross-Origin-Opener-Policy: same-origin\n"
    );
    let forever = "  Cache-Control: public, max-age=31536000, immutable\n";
    _ = write!(text, "{prefix}photos/*\n{forever}");
    if let Some(index) = &parts.plan.search {
        _ = write!(text, "{prefix}{index}/*\n{forever}");
        for lang in &parts.plan.languages {
            let guide = guide_address(*lang);
            _ = write!(text, "{prefix}{guide}\n  Cache-Control: no-cache\n");
        }
    }
    if parts.plan.files.contains_key("sw.js") {
        _ = write!(text, "{prefix}sw.js\n  Cache-Control: no-cache\n");
    }
    for (path, output) in &parts.plan.files {
        let is_named_by_content = match output {
            Output::ThemeFile(name) => name != path,
            // Cards are named by the entries that they are of.
            Output::Facets(_, file) => !matches!(file, FacetFile::Cards(..)),
            _ => false,
        };
        if is_named_by_content {
            _ = write!(text, "{prefix}{path}\n{forever}");
        }
    }
    _ = write!(
        text,
        "{prefix}data/*\n  Access-Control-Allow-Origin: *\n{prefix}*.woff2\n  Cache-Control: public, max-age=2592000\n"
    );
    text
}
