//! Settings with which an editor checks the TOML of a site while it is written: Even Better TOML (taplo) in VS Code, and what else reads `.taplo.toml`.
//!
//! In: a settings file as a person has it, or none. Out: the same with what it lacked; what it says already stays as it is, comments too. Where
//! nothing can be added, the place where it ends and what to add by hand.

use std::fmt::Write as _;
use std::ops::Range;

use serde_json::Value;

use crate::schema::export::{files_of, names};

/// The folder of the schemas in a site folder.
pub const FOLDER: &str = "schemas";

/// The settings files, and how each is made from the one that is there.
pub const SETTINGS: [(&str, Merge); 3] = [
    (".taplo.toml", taplo),
    (".vscode/settings.json", settings),
    (".vscode/extensions.json", extensions),
];

/// A settings file with what it lacked.
pub type Merge = fn(Option<&str>) -> Result<String, Unmergeable>;

/// A settings file to which nothing can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmergeable {
    /// Where it is not what it should be.
    pub at: Range<usize>,
    /// What a person may add.
    pub missing: String,
}

/// The file of a record's schema, by its path in a site folder.
#[must_use]
pub fn schema_file(record: &str) -> String {
    format!("{FOLDER}/{record}.schema.json")
}

/// Which schema holds for which file: a rule for each record that is a TOML file.
fn taplo(old: Option<&str>) -> Result<String, Unmergeable> {
    let rules: Vec<(&str, String)> = names()
        .map(|it| (files_of(it), schema_file(it)))
        .filter(|(files, _)| is_toml(files))
        .collect();
    let old = old.unwrap_or_default();
    let at = |error: &toml::de::Error| error.span().unwrap_or(0..old.len());
    let read: Result<toml::Table, _> = toml::from_str(old);
    let has = |schema: &str| {
        let rules = read.as_ref().ok().and_then(|it| it.get("rule")?.as_array());
        let path = |it: &toml::Value| it.get("schema")?.get("path")?.as_str().map(str::to_owned);
        rules.is_some_and(|it| it.iter().filter_map(path).any(|it| it.ends_with(schema)))
    };
    let mut missing = String::new();
    for (files, schema) in rules.iter().filter(|(_, schema)| !has(schema)) {
        let _ = write!(
            missing,
            "[[rule]]\ninclude = [\"{files}\"]\n[rule.schema]\npath = \"{schema}\"\n\n"
        );
    }
    let missing = missing.trim_end().to_owned();
    if let Err(error) = &read {
        let at = at(error);
        return Err(Unmergeable { at, missing });
    }
    if missing.is_empty() {
        return Ok(old.to_owned());
    }
    let between = match old {
        "" => "",
        _ if old.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let new = format!("{old}{between}{missing}\n");
    // Rules written as an inline array cannot be added to from below.
    match toml::from_str::<toml::Table>(&new) {
        Ok(_) => Ok(new),
        Err(_) => Err(Unmergeable {
            at: old.find("rule").map_or(0..0, |at| at..at + "rule".len()),
            missing,
        }),
    }
}

/// Whether such files are TOML from beginning to end.
fn is_toml(files: &str) -> bool {
    files
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "toml")
}

/// VS Code: TOML is checked by its schemas, and Thai letters are no strange ones.
fn settings(old: Option<&str>) -> Result<String, Unmergeable> {
    let wanted = [
        ("evenBetterToml.schema.enabled", "true"),
        ("evenBetterToml.taplo.configFile.enabled", "true"),
        ("editor.unicodeHighlight.allowedLocales", "{ \"th\": true }"),
    ];
    let old = old.unwrap_or("{}\n");
    let whole: Vec<String> = wanted
        .iter()
        .map(|(key, it)| format!("\"{key}\": {it}"))
        .collect();
    let read = Json::read(old, || whole.join(",\n"))?;
    let missing: Vec<String> = wanted
        .iter()
        .zip(whole)
        .filter(|((key, _), _)| !read.keys.contains_key(*key))
        .map(|(_, line)| line)
        .collect();
    Ok(read.with(read.start, read.keys.is_empty(), "  ", &missing))
}

/// VS Code: the extension that checks TOML.
fn extensions(old: Option<&str>) -> Result<String, Unmergeable> {
    const EXTENSION: &str = "tamasfe.even-better-toml";
    const LIST: &str = "recommendations";
    let old = old.unwrap_or("{}\n");
    let item = format!("\"{EXTENSION}\"");
    let line = format!("\"{LIST}\": [{item}]");
    let read = Json::read(old, || line.clone())?;
    match read.keys.get(LIST) {
        None => Ok(read.with(read.start, read.keys.is_empty(), "  ", &[line])),
        Some(Value::Array(items)) => {
            let has = items.iter().any(|it| it.as_str() == Some(EXTENSION));
            let start = read.value_of(LIST).map_or(read.start, |at| at + 1);
            let missing = if has { vec![] } else { vec![item] };
            Ok(read.with(start, items.is_empty(), "    ", &missing))
        }
        Some(_) => Err(Unmergeable {
            at: read.value_of(LIST).map_or(0..0, |at| at..at + 1),
            missing: line,
        }),
    }
}

/// An object of JSON as VS Code takes it: with comments and commas before closing brackets.
struct Json<'a> {
    text: &'a str,
    /// The text with spaces in place of comments and needless commas, byte for byte as long.
    bare: String,
    keys: serde_json::Map<String, Value>,
    /// Behind its opening bracket.
    start: usize,
}

impl<'a> Json<'a> {
    fn read(text: &'a str, missing: impl Fn() -> String) -> Result<Self, Unmergeable> {
        let bare = without_comments(text);
        let fails = |at: Range<usize>| Unmergeable {
            at,
            missing: missing(),
        };
        match serde_json::from_str(&bare) {
            Ok(Value::Object(keys)) => {
                let start = bare.find('{').map_or(0, |at| at + 1);
                Ok(Self {
                    text,
                    bare,
                    keys,
                    start,
                })
            }
            Ok(_) => Err(fails(0..text.trim_end().len())),
            Err(error) => {
                let lines = text
                    .split_inclusive('\n')
                    .take(error.line().saturating_sub(1));
                let line: usize = lines.map(str::len).sum();
                let mut at = (line + error.column().saturating_sub(1)).min(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                Err(fails(at..at))
            }
        }
    }

    /// Where the value of a key of the object itself begins.
    fn value_of(&self, key: &str) -> Option<usize> {
        let quoted = format!("\"{key}\"");
        let mut depth = 0_usize;
        let mut at = 0;
        while let Some(letter) = self.bare.get(at..).and_then(|it| it.chars().next()) {
            match letter {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                '"' => {
                    let end = at + string_length(&self.bare[at..]);
                    let after = self.bare[end..].trim_start();
                    if depth == 1 && self.bare[at..end] == quoted && after.starts_with(':') {
                        let colon = self.bare.len() - after.len();
                        let value = self.bare[colon + 1..].trim_start();
                        return Some(self.bare.len() - value.len());
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += letter.len_utf8();
        }
        None
    }

    /// The text with lines added behind an opening bracket.
    fn with(&self, start: usize, was_empty: bool, indent: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return self.text.to_owned();
        }
        let (before, after) = self.text.split_at(start);
        let lines: Vec<String> = lines.iter().map(|it| format!("\n{indent}{it}")).collect();
        let mut new = format!("{before}{}", lines.join(","));
        if !was_empty {
            new.push(',');
        }
        // What stood on the line of the bracket goes on below; an empty object closes below.
        if !after.starts_with(['\n', '\r']) {
            new.push('\n');
            if !was_empty {
                new.push_str(indent);
            }
        }
        new.push_str(if was_empty {
            after
        } else {
            after.trim_start_matches(' ')
        });
        new
    }
}

/// The text with spaces in place of comments, and of commas before a closing bracket.
fn without_comments(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let blank = |part: &str| -> String {
        let blanks = part.bytes().map(|it| if it == b'\n' { '\n' } else { ' ' });
        blanks.collect()
    };
    while let Some(rest) = text.get(bare.len()..).filter(|it| !it.is_empty()) {
        let length = if rest.starts_with('"') {
            let length = string_length(rest);
            bare.push_str(&rest[..length]);
            continue;
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |it| it + 2)
        } else {
            let letter = rest.chars().next().map_or(1, char::len_utf8);
            bare.push_str(&rest[..letter]);
            continue;
        };
        bare.push_str(&blank(&rest[..length]));
    }
    let mut commas = Vec::new();
    let mut comma = None;
    let mut at = 0;
    while let Some(letter) = bare.get(at..).and_then(|it| it.chars().next()) {
        match letter {
            '"' => {
                comma = None;
                at += string_length(&bare[at..]);
                continue;
            }
            ',' => comma = Some(at),
            '}' | ']' => commas.extend(comma.take()),
            it if it.is_whitespace() => {}
            _ => comma = None,
        }
        at += letter.len_utf8();
    }
    for at in commas {
        bare.replace_range(at..=at, " ");
    }
    bare
}

/// How long the string is that a text begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_added_to_and_never_changed() {
        for (old, new) in [
            (
                "{}\n",
                "{\n  \"recommendations\": [\"tamasfe.even-better-toml\"]\n}\n",
            ),
            (
                "// ours\n{\n  /* { */ \"recommendations\": [\n    \"a.b\", // kept\n  ],\n}",
                "// ours\n{\n  /* { */ \"recommendations\": [\n    \"tamasfe.even-better-toml\",\n    \"a.b\", // kept\n  ],\n}",
            ),
            (
                "{ \"x\": { \"recommendations\": [] }, \"recommendations\": [] }",
                "{ \"x\": { \"recommendations\": [] }, \"recommendations\": [\n    \"tamasfe.even-better-toml\"\n] }",
            ),
            (
                "{ \"x\": 1 }",
                "{\n  \"recommendations\": [\"tamasfe.even-better-toml\"],\n  \"x\": 1 }",
            ),
        ] {
            assert_eq!(extensions(Some(old)).unwrap(), new, "for {old}");
            assert_eq!(extensions(Some(new)).unwrap(), new, "twice");
        }
        let own = "{\n  \"evenBetterToml.schema.enabled\": false, // too slow here\n}\n";
        let new = settings(Some(own)).unwrap();
        assert!(new.contains("false, // too slow here"), "{new}");
        assert!(new.contains("configFile"), "{new}");
        assert_eq!(settings(Some(&new)).unwrap(), new);
    }

    #[test]
    fn what_cannot_be_added_to_is_told() {
        for (old, at) in [("{ \"a\": ", 6..6), ("[1]\n", 0..3), ("{ก}", 1..1)] {
            let refused = settings(Some(old)).unwrap_err();
            assert_eq!(refused.at, at, "for {old}");
            assert!(refused.missing.contains("evenBetterToml"));
        }
        let refused = extensions(Some("{ \"recommendations\": 5 }")).unwrap_err();
        assert_eq!(refused.at, 21..22);
    }

    #[test]
    fn rules_are_added_where_they_are_missing() {
        let new = taplo(None).unwrap();
        assert_eq!(taplo(Some(&new)).unwrap(), new);
        let own = "[formatting]\ncolumn_width = 100";
        let both = taplo(Some(own)).unwrap();
        assert_eq!(both, format!("{own}\n\n{new}"));
        assert!(taplo(Some("rule = []\n")).is_err());
        assert!(taplo(Some("rule = \n")).is_err());
    }
}
