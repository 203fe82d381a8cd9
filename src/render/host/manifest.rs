//! `site.webmanifest`: how the site is named and drawn where a telephone keeps it.

use serde_json::json;

use crate::media_type;
use crate::plan::Route;
use crate::render::context::PageContext;

/// `site.webmanifest`, with those of the usual icons that the theme has.
pub(in crate::render) fn manifest(context: &PageContext) -> String {
    let parts = context.parts;
    let site = &parts.directory.site;
    let icon = |path: &str, sizes: &str, purpose: &str| {
        let file = parts.theme.files.get(path)?;
        let src = context.links.href(&file.address);
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
    let title = site.title.in_lang(context.lang).0;
    let manifest = json!({
        "name": title,
        "short_name": context.word("short_title"),
        "lang": context.lang.tag(),
        "start_url": context.href(Route::Home),
        "scope": context.href(Route::Home),
        "display": "browser",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
