//! Small drawings as a browser gets them: inside the style sheet that shows them, so that nobody asks for them one by one.
//!
//! In: a theme's static files. Out: the same, with `url("patterns/hem.svg")` of a style sheet holding the drawing itself.
//! Never: takes in what is large, or what cannot stand between quotes.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::file::{Content, ThemeFile, hashed};

/// The largest drawing that travels in a style sheet, in bytes.
const MOST_BYTES: usize = 1024;
/// What has a meaning of its own in an address that is a drawing.
const RESERVED: &AsciiSet = &CONTROLS.add(b'#').add(b'%');

/// Puts small drawings into the style sheets that name them. A site's own drawing of the name comes in as the built-in one does.
pub(super) fn take_in(files: &mut BTreeMap<String, ThemeFile>) {
    let drawings: Vec<(String, String)> = files
        .iter()
        .filter(|(path, _)| is_a(path, "svg"))
        .filter_map(|(path, file)| Some((format!("url(\"{path}\")"), address(file.text()?)?)))
        .collect();
    for (path, file) in files.iter_mut() {
        // What a style sheet in a folder names lies beside it.
        if !is_a(path, "css") || path.contains('/') {
            continue;
        }
        let Some(sheet) = file.text() else { continue };
        let mut whole = sheet.to_owned();
        for (named, address) in &drawings {
            whole = whole.replace(named, &format!("url(\"{address}\")"));
        }
        if whole != sheet {
            file.address = hashed(path, whole.as_bytes());
            file.content = Content::Made(Arc::from(whole));
        }
    }
}

pub(super) fn is_a(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|it| it == extension)
}

/// A drawing as an address: `data:image/svg+xml,…`
fn address(svg: &str) -> Option<String> {
    if svg.len() > MOST_BYTES || svg.contains(['\'', '\\']) {
        return None;
    }
    let line = svg
        .trim_end()
        .replace('"', "'")
        .replace(['\n', '\r', '\t'], " ");
    let drawing = utf8_percent_encode(&line, RESERVED);
    Some(format!("data:image/svg+xml,{drawing}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> ThemeFile {
        ThemeFile {
            address: String::new(),
            source: None,
            content: Content::Made(Arc::from(text)),
        }
    }

    #[test]
    fn a_small_drawing_travels_in_the_style_sheet_that_shows_it() {
        let mut files = BTreeMap::from([
            (
                "a.css".to_owned(),
                file("p { background: url(\"p/hem.svg\") } q { background: url(\"p/large.svg\") }"),
            ),
            ("b.css".to_owned(), file("p { color: red }")),
            (
                "p/hem.svg".to_owned(),
                file("<svg\n fill=\"#fff\" width=\"9%\"/>\n"),
            ),
            (
                "p/large.svg".to_owned(),
                file(&"<g/>".repeat(MOST_BYTES / 4 + 1)),
            ),
        ]);
        take_in(&mut files);
        assert_eq!(
            files["a.css"].text(),
            Some(
                "p { background: url(\"data:image/svg+xml,<svg  fill='%23fff' width='9%25'/>\") } q { background: url(\"p/large.svg\") }"
            )
        );
        assert!(files["a.css"].address.starts_with("a."));
        assert_eq!(files["b.css"].address, "");
    }
}
