//! What hosts and browsers read beside pages: policies, caching, robots, manifest; old addresses, the search field of browsers,
//! sitemaps and the service worker have files of their own.

pub(super) mod open_search;
pub(super) mod redirects;
pub(super) mod sitemap;
pub(super) mod worker;

use std::fmt::Write;

use serde_json::json;

use crate::media_type;
use crate::plan::facets::FacetFile;
use crate::plan::{Item, What, guide_address};
use crate::render::context::Voice;
use crate::render::frame::policy::page_policy;
use crate::render::parts::Parts;

/// `_headers`, for hosts that read it (Netlify, Cloudflare Pages): security for everything, and how long copies stay good.
pub(super) fn headers(parts: &Parts) -> String {
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
    for (path, item) in &parts.plan.files {
        let is_named_by_content = match item {
            Item::ThemeFile(name) => name != path,
            // Cards are named by the entries that they are of.
            Item::Facets(_, file) => !matches!(file, FacetFile::Cards(..)),
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

/// `robots.txt`
pub(super) fn robots(parts: &Parts) -> String {
    let sitemap = parts.shared.absolute("sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

/// `site.webmanifest`, with those of the usual icons that the theme has.
pub(super) fn manifest(voice: &Voice) -> String {
    let parts = voice.parts;
    let site = &parts.directory.site;
    let icon = |path: &str, sizes: &str, purpose: &str| {
        let file = parts.theme.files.get(path)?;
        let src = voice.links.href(&file.address);
        let kind = media_type::of(path);
        Some(json!({"src": src, "sizes": sizes, "type": kind, "purpose": purpose}))
    };
    let icons: Vec<_> = [
        icon("favicon.svg", "any", "any"),
        icon("icon-192.png", "192x192", "any"),
        icon("icon-512.png", "512x512", "any"),
        icon("icon-maskable-512.png", "512x512", "maskable"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let title = site.title.in_lang(voice.lang).0;
    let manifest = json!({
        "name": title,
        "short_name": voice.word("short_title"),
        "lang": voice.lang.tag(),
        "start_url": voice.href(What::Home),
        "scope": voice.href(What::Home),
        "display": "browser",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
