//! `site.webmanifest`: how the site is named and drawn where a telephone keeps it.

use serde_json::json;

use crate::media_type;
use crate::plan::Route;
use crate::render::context::Voice;

/// `site.webmanifest`, with those of the usual icons that the theme has.
pub(in crate::render) fn manifest(voice: &Voice) -> String {
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
        "start_url": voice.href(Route::Home),
        "scope": voice.href(Route::Home),
        "display": "browser",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
