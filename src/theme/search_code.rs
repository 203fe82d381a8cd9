//! Scripts of the built-in theme as a browser gets them: without the lines that only people read, and the search as one file made of the
//! two that it is written in.
//!
//! In: a theme's static files. Out: the same, with `search-code.js` in place of `search-engine.js` and `search-box.js`.
//! Never: renames or rewrites a word; what runs is what is written, without spaces beside operators. A site's own script may be anything,
//! and is sent as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::{Content, ThemeFile, hashed};

/// What the search is written in, in the order in which it runs.
const PARTS: [&str; 2] = ["search-engine.js", "search-box.js"];
/// What is sent.
const WHOLE: &str = "search-code.js";

/// Makes one file of the parts of the search, and takes comments and indents out of every script of the built-in theme.
pub(super) fn join(files: &mut BTreeMap<String, ThemeFile>) {
    let parts: Vec<ThemeFile> = PARTS.iter().filter_map(|it| files.remove(*it)).collect();
    if !parts.is_empty() {
        // Without the `;` a part that begins with `(` would call what the one before it ends with.
        let code = parts.iter().filter_map(|it| {
            let text = it.text()?;
            Some(
                if is_own(it) {
                    text.to_owned()
                } else {
                    bare(text)
                } + ";\n",
            )
        });
        let code: String = code.collect();
        let source = parts.into_iter().find_map(|it| it.source);
        files.insert(WHOLE.to_owned(), made(WHOLE, code, source));
    }
    for (path, file) in files {
        let is_script = matches!(path.rsplit_once('.'), Some((_, "js")));
        if is_script
            && path != WHOLE
            && !is_own(file)
            && let Some(code) = file.text().map(bare)
        {
            *file = made(path, code, file.source.clone());
        }
    }
}

fn is_own(file: &ThemeFile) -> bool {
    matches!(file.content, Content::Text(_))
}

fn made(path: &str, code: String, source: Option<crate::model::SitePath>) -> ThemeFile {
    ThemeFile {
        address: hashed(path, code.as_bytes()),
        source,
        content: Content::Made(Arc::from(code)),
    }
}

/// A script without its indents, empty lines, lines that are comments, spaces beside operators and brackets, and ends of lines inside of
/// brackets. Texts keep their spaces, but for those of several lines, which would lose their indents.
fn bare(code: &str) -> String {
    let lines = code.lines().map(str::trim_start);
    let mut bare = String::with_capacity(code.len());
    let mut has_comment = false;
    for line in lines.filter(|it| !it.is_empty() && !it.starts_with("//")) {
        // No statement ends after an opening bracket or before a closing one; a comment ends with its line.
        let goes_on = bare.ends_with(['{', '(', '[', ','])
            || line.starts_with(['}', ')', ']', '.', '?', ':']);
        if !bare.is_empty() && (has_comment || !goes_on) {
            bare.push('\n');
        }
        has_comment = line.contains("//");
        let mut before = ' ';
        // The quotation mark that ends the text that is being read, and whether a template is open around code.
        let (mut quote, mut is_in_template) = (None, false);
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied().unwrap_or(' ');
            match (quote, letter) {
                (Some(mark), it) if it == mark && before != '\\' => quote = None,
                (Some('`'), '{') if before == '$' => (quote, is_in_template) = (None, true),
                (None, '}') if is_in_template => (quote, is_in_template) = (Some('`'), false),
                (None, '\'' | '"' | '`') => quote = Some(letter),
                _ => {}
            }
            let is_needless = letter == ' '
                && quote.is_none()
                && ("=&|?:<>+-*,({[)".contains(before) || "=&|?:<>+-*({[)}".contains(next));
            if !is_needless {
                bare.push(letter);
            }
            before = letter;
        }
    }
    bare.push('\n');
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SitePath;
    use crate::source::Source;

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
                file(
                    "// Shows.\n\nshow( 'a // b' )\ntell(`${ a ? b : c } (of 1) – ${ d }`, ' = ')\n",
                ),
            ),
            (
                "search-engine.js".to_owned(),
                file(
                    "{\n  // Finds.\n  a = () => find() // It does.\n}\nif (a) {\n  b(\n    c\n  )\n}",
                ),
            ),
            ("search-loader.js".to_owned(), file("  load()\n")),
            ("other.js".to_owned(), file("  // Goes.\n  act()\n")),
            ("other.css".to_owned(), file("  // Stays.\n")),
        ]);
        join(&mut files);
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let expected = [
            "other.css",
            "other.js",
            "search-code.js",
            "search-loader.js",
        ];
        assert_eq!(names, expected);
        assert_eq!(
            files[WHOLE].text(),
            Some(
                "{a=()=>find()// It does.\n}\nif(a){b(c)}\n;\nshow('a // b')\ntell(`${a?b:c} (of 1) – ${d}`,' = ')\n;\n"
            )
        );
        assert_eq!(files["search-loader.js"].text(), Some("load()\n"));
        assert_eq!(files["other.js"].text(), Some("act()\n"));
        assert_eq!(files["other.css"].text(), Some("  // Stays.\n"));
        assert!(files[WHOLE].address.starts_with("search-code."));
    }

    #[test]
    fn a_script_of_the_site_itself_is_sent_as_it_is() {
        let code = "/* a\n   b */\nlet c = a + +b, d = /' '/ // e\n";
        let own = || ThemeFile {
            content: Content::Text(Arc::new(Source {
                path: SitePath::new("themes/ours/static/own.js"),
                text: code.into(),
                invalid_at: None,
                marks: crate::source::Marks::default(),
            })),
            ..file("")
        };
        let mut files = BTreeMap::from([
            ("own.js".to_owned(), own()),
            ("search-box.js".to_owned(), own()),
        ]);
        join(&mut files);
        assert_eq!(files["own.js"].text(), Some(code));
        assert_eq!(files[WHOLE].text(), Some(&*format!("{code};\n")));
    }
}
