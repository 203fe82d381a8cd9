//! The static files of a theme: those of the built-in one, and over them the site's own.
//!
//! In: the theme's files. Out: files by their path, with small drawings inside the style sheets that show them. Never: the bytes of a file that lies on disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::built_in::built_in;
use super::drawings;
use super::file::{Content, ThemeFile, hashed};
use super::own::Own;

pub(super) fn files(own: &Own) -> BTreeMap<String, ThemeFile> {
    let mut files: BTreeMap<String, ThemeFile> = built_in("static")
        .into_iter()
        .map(|(path, bytes)| {
            let address = hashed(&path, bytes);
            let content = Content::BuiltIn(bytes);
            let source = None;
            let file = ThemeFile {
                address,
                source,
                content,
            };
            (path, file)
        })
        .collect();
    for (inside, source) in own.texts("static") {
        let built_in = files.get(inside).and_then(ThemeFile::text);
        if built_in == Some(&source.text) {
            continue; // a copy of it is it
        }
        let file = ThemeFile {
            address: hashed(inside, source.text.as_bytes()),
            source: Some(source.path.clone()),
            content: Content::Text(Arc::clone(source)),
        };
        files.insert(inside.to_owned(), file);
    }
    let folder = format!("themes/{}/static/", own.name);
    for (path, on_disk) in &own.files {
        if let Some(inside) = path.as_str().strip_prefix(&folder) {
            let file = ThemeFile {
                address: inside.to_owned(),
                source: Some(path.clone()),
                content: Content::Disk(on_disk.disk.clone()),
            };
            files.insert(inside.to_owned(), file);
        }
    }
    drawings::take_in(&mut files);
    files
}
