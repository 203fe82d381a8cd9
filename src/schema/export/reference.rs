//! The tables of `docs/reference/`: each key of a file, what it takes and what it means, in English and Thai.
//!
//! What several records share is told once, where it comes first; the others lead there.

use std::fmt::Write as _;

use crate::schema::key::{Audience, Bilingual, Key, Kind, Reference};
use crate::schema::{FILES, PaperForm};
use crate::value::Vocabulary;

/// What the tables of a file begin with: how their marks are to be read.
const MARKS: &str = "Marks: `*` required, ᵉ may have an English twin, ᶜ published with consent alone, ᵒ never published \
     ([what holds in every file](README.md#what-holds-in-every-file), [paper forms](README.md#paper-forms)).\n";

/// A table of a file: `[location]` of a centre.
struct Table {
    /// The file, as [`FILES`] calls it.
    file: &'static str,
    /// Its name in TOML, with those above it: `committee.advisers`.
    path: String,
    /// Its keys.
    keys: &'static [Key],
}

/// The tables of a file of [`FILES`], as Markdown; nothing for a file that there is not.
#[must_use]
pub fn reference(file: &str) -> String {
    let Some((file, keys)) = FILES.iter().find(|(name, _)| *name == file) else {
        return String::new();
    };
    let mut text = MARKS.to_owned();
    text.push('\n');
    text.push_str(&rows(keys));
    inner(file, "", keys, &mut text);
    text
}

/// The tables below some keys, each with a heading.
fn inner(file: &'static str, above: &str, keys: &'static [Key], text: &mut String) {
    for key in keys {
        let Some(inside) = key.kind.keys() else {
            continue;
        };
        let table = Table {
            file,
            path: below(above, key.name),
            keys: inside,
        };
        let depth = "#".repeat(2 + table.path.matches('.').count());
        let name = in_brackets(&table.path, key.kind);
        let required = if key.is_required { "Required. " } else { "" };
        let help = sentence(key.help);
        let _ = write!(text, "\n{depth} `{name}`\n\n{required}{help}");
        let forms = on_paper(key);
        if !forms.is_empty() {
            let _ = write!(text, " On paper: {forms}.");
        }
        text.push_str("\n\n");
        let shared = shared_with(&table);
        if let Some(first) = &shared {
            let more = if first.keys.len() == table.keys.len() {
                "."
            } else {
                ", and:\n"
            };
            let _ = writeln!(text, "The keys of {}{more}", link(first, file));
        }
        let own = &table.keys[shared.map_or(0, |it| it.keys.len())..];
        if !own.is_empty() {
            text.push_str(&rows(own));
            inner(file, &table.path, own, text);
        }
    }
}

/// The table, told of before this one, with all of whose keys this one begins: the one with the most.
fn shared_with(table: &Table) -> Option<Table> {
    let is_this = |it: &Table| it.file == table.file && it.path == table.path;
    let begins_with = |it: &Table| {
        let mut pairs = it.keys.iter().zip(table.keys);
        it.keys.len() <= table.keys.len()
            && pairs.all(|(one, other)| one.name == other.name && one.help == other.help)
    };
    all_tables()
        .into_iter()
        .take_while(|it| !is_this(it))
        .filter(begins_with)
        .reduce(|best, it| {
            if it.keys.len() > best.keys.len() {
                it
            } else {
                best
            }
        })
}

/// Every table of every file, in the order in which they are told of: those of centres first, which have the most.
fn all_tables() -> Vec<Table> {
    fn collect(file: &'static str, above: &str, keys: &'static [Key], tables: &mut Vec<Table>) {
        for key in keys {
            if let Some(keys) = key.kind.keys() {
                let path = below(above, key.name);
                tables.push(Table {
                    file,
                    path: path.clone(),
                    keys,
                });
                collect(file, &path, keys, tables);
            }
        }
    }
    let mut tables = Vec::new();
    let mut files: Vec<_> = FILES.iter().collect();
    files.sort_by_key(|(name, _)| *name != "center");
    for (file, keys) in files {
        collect(file, "", keys, &mut tables);
    }
    tables
}

fn below(above: &str, name: &str) -> String {
    if above.is_empty() {
        name.to_owned()
    } else {
        format!("{above}.{name}")
    }
}

/// A table as TOML names it: `[visit]`, `[[courses]]`.
fn in_brackets(path: &str, kind: Kind) -> String {
    match kind {
        Kind::Tables(_) => format!("[[{path}]]"),
        _ => format!("[{path}]"),
    }
}

/// A link to the heading of a table.
fn link(table: &Table, from: &str) -> String {
    let document = if table.file == from {
        String::new()
    } else {
        format!("{}.md", table.file)
    };
    let anchor = table.path.replace('.', "");
    format!("[`{}`]({document}#{anchor})", table.path)
}

/// A line for each key that is no table; a column for paper forms where one of them is on any.
fn rows(keys: &[Key]) -> String {
    let keys: Vec<&Key> = keys.iter().filter(|it| it.kind.keys().is_none()).collect();
    if keys.is_empty() {
        return String::new();
    }
    let has_forms = keys.iter().any(|it| !it.forms.is_empty());
    let mut text = String::from("| key | takes | meaning | example |");
    text.push_str(if has_forms { " on paper |\n" } else { "\n" });
    text.push_str(if has_forms {
        "|---|---|---|---|---|\n"
    } else {
        "|---|---|---|---|\n"
    });
    for key in keys {
        let example = key.example.map_or(String::new(), |it| format!("`{it}`"));
        let _ = write!(
            text,
            "| {} | {} | {} | {example} |",
            name(key),
            takes(key),
            meaning(key.help),
        );
        if has_forms {
            let _ = write!(text, " {} |", on_paper(key));
        }
        text.push('\n');
    }
    text
}

/// The key with its marks.
fn name(key: &Key) -> String {
    let mut text = match key.kind {
        Kind::Free => format!("`[{}]`", key.name),
        Kind::Photo => format!("`{0}`, `{0}_alt` ᵉ", key.name),
        _ => format!("`{}`", key.name),
    };
    if key.is_required {
        text.push_str(" *");
    }
    if key.kind.is_translated() {
        text.push_str(" ᵉ");
    }
    match key.audience {
        Audience::Everyone => {}
        Audience::WithConsent => text.push_str(" ᶜ"),
        Audience::Office => text.push_str(" ᵒ"),
    }
    text
}

/// What it takes: kind, words, unit, range and default.
fn takes(key: &Key) -> String {
    let mut text = match (key.kind, key.refers_to) {
        (Kind::Word(words), _) => format!("one of<br>{}", named(words)),
        (Kind::Words(words), _) => format!("a list of<br>{}", named(words)),
        (_, Some(Reference::Topic)) => "a list of ids of topics".to_owned(),
        (_, Some(Reference::Province | Reference::District | Reference::Subdistrict)) => {
            "a name or code of `areas.csv`".to_owned()
        }
        (_, Some(Reference::Photo)) => "the path of a photo".to_owned(),
        (_, Some(Reference::Document)) => "the path of a document".to_owned(),
        (_, Some(Reference::Practice)) => "the path of a best practice".to_owned(),
        (kind, _) => kind_in_words(kind).to_owned(),
    };
    match (key.range, key.kind) {
        (Some((least, most)), _) => {
            let _ = write!(text, ", {least} to {most}");
        }
        (None, Kind::Count) => text.push_str(", 0 or more"),
        _ => {}
    }
    if let Some(Bilingual { th, en }) = key.unit {
        let _ = write!(text, "<br>{en}, {th}");
    }
    if let Some(default) = key.default {
        let _ = write!(text, "<br>default `{default}`");
    }
    text
}

fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::String => "text",
        Kind::Texts | Kind::Strings => "a list of texts",
        Kind::Markdown => "inline Markdown",
        Kind::Photo => "the path of a photo",
        Kind::Document => "the path of a document",
        Kind::NumberOrString => "text or a whole number",
        Kind::Word(_) => "a word",
        Kind::Words(_) => "a list of words",
        Kind::Date => "a date",
        Kind::Year => "a year",
        Kind::Count | Kind::Integer => "a whole number",
        Kind::Number => "a number",
        Kind::Flag => "`true` or `false`",
        Kind::Phones => "a telephone, or a list of them",
        Kind::Email => "an e-mail address",
        Kind::Url => "a web address",
        Kind::Link => "an address of the site, or a web address",
        Kind::Figure => "a number or text",
        Kind::Table(_) => "a table",
        Kind::Tables(_) => "tables",
        Kind::Free => "anything",
    }
}

/// The words of a list, a line each, with what each is called.
fn named(words: &Vocabulary) -> String {
    let lines: Vec<String> = words
        .words
        .iter()
        .map(|it| format!("`{}` {}, {}", it.word, it.en, it.th))
        .collect();
    lines.join("<br>")
}

/// A help in both languages, a line each.
fn meaning(help: Bilingual) -> String {
    format!("{}<br>{}", help.en.trim(), help.th)
}

/// A help in both languages, on a line.
fn sentence(help: Bilingual) -> String {
    format!("{} {}", help.en.trim(), help.th)
}

/// The paper forms that carry a key, by the heading under which they do.
fn on_paper(key: &Key) -> String {
    let mut headings: Vec<(&str, Vec<PaperForm>)> = Vec::new();
    for (form, heading) in key.forms {
        match headings.iter_mut().find(|(known, _)| known == heading) {
            Some((_, forms)) => forms.push(*form),
            None => headings.push((heading, vec![*form])),
        }
    }
    let told: Vec<String> = headings
        .into_iter()
        .map(|(heading, forms)| {
            let forms: Vec<String> = forms.iter().map(|it| format!("`{}`", it.word())).collect();
            format!("{heading} ({})", forms.join(", "))
        })
        .collect();
    told.join("<br>")
}
