//! The search as a browser gets it: one file made of the two that it is written in, without the lines that only people read.
//!
//! In: a theme's static files. Out: the same, with `search-code.js` in place of `search-engine.js` and `search-box.js`.
//! Never: renames or rewrites a word; what runs is what is written, without spaces beside operators.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Content, ThemeFile, hashed};

/// What the search is written in, in the order in which it runs.
const PARTS: [&str; 2] = ["search-engine.js", "search-box.js"];
/// What is sent.
const WHOLE: &str = "search-code.js";
/// What every page has of it.
const LOADER: &str = "search-loader.js";

/// Makes one file of the parts, and takes comments and indents out of what every page loads.
pub(super) fn join(files: &mut BTreeMap<String, ThemeFile>) {
    let parts: Vec<ThemeFile> = PARTS.iter().filter_map(|it| files.remove(*it)).collect();
    if !parts.is_empty() {
        // Without the `;` a part that begins with `(` would call what the one before it ends with.
        let code = parts.iter().filter_map(text).map(|it| bare(it) + ";\n");
        let code: String = code.collect();
        let source = parts.into_iter().find_map(|it| it.source);
        files.insert(WHOLE.to_owned(), made(WHOLE, code, source));
    }
    if let Some(loader) = files.get_mut(LOADER)
        && let Some(code) = text(loader).map(bare)
    {
        *loader = made(LOADER, code, loader.source.clone());
    }
}

fn made(path: &str, code: String, source: Option<crate::model::SitePath>) -> ThemeFile {
    ThemeFile {
        address: hashed(path, code.as_bytes()),
        source,
        content: Content::Made(Arc::from(code)),
    }
}

fn text(file: &ThemeFile) -> Option<&str> {
    match &file.content {
        Content::BuiltIn(bytes) => std::str::from_utf8(bytes).ok(),
        Content::Text(source) => Some(&source.text),
        Content::Made(code) => Some(code),
        Content::Disk(_) => None,
    }
}

/// A script without its indents, empty lines, lines that are comments, and spaces beside operators and brackets. Texts of several lines
/// would lose their indents, and texts with an operator its spaces: it has none.
fn bare(code: &str) -> String {
    let lines = code.lines().map(str::trim_start);
    let mut bare = String::with_capacity(code.len());
    for line in lines.filter(|it| !it.is_empty() && !it.starts_with("//")) {
        let mut before = ' ';
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().unwrap_or(' ');
            let is_needless = letter == ' '
                && ("=&|?:<>+-*,({[)".contains(before) || "=&|?:<>+-*({[)}".contains(next));
            if !is_needless {
                bare.push(letter);
            }
            before = letter;
        }
        bare.push('\n');
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(code: &'static str) -> ThemeFile {
        ThemeFile {
            address: String::new(),
            source: None,
            content: Content::BuiltIn(code.as_bytes()),
        }
    }

    #[test]
    fn the_parts_become_one_file_without_comments() {
        let mut files = BTreeMap::from([
            (
                "search-box.js".to_owned(),
                file("// Shows.\n\nshow( 'a // b' )\n"),
            ),
            (
                "search-engine.js".to_owned(),
                file("{\n  // Finds.\n  a = () => find()\n}"),
            ),
            ("search-loader.js".to_owned(), file("  load()\n")),
            ("other.js".to_owned(), file("  // Stays.\n")),
        ]);
        join(&mut files);
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["other.js", "search-code.js", "search-loader.js"]);
        assert_eq!(
            text(&files[WHOLE]),
            Some("{\na=()=>find()\n}\n;\nshow('a // b')\n;\n")
        );
        assert_eq!(text(&files[LOADER]), Some("load()\n"));
        assert_eq!(text(&files["other.js"]), Some("  // Stays.\n"));
        assert!(files[WHOLE].address.starts_with("search-code."));
    }
}
