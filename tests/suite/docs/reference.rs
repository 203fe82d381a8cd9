//! The tables of docs/, held against the program: keys, words, flags, codes, templates, rooms.

use std::collections::BTreeSet;

use clap::CommandFactory as _;
use sala::cli::Cli;
use sala::schema::{self, Key, Kind};
use sala::value::Vocabulary;

use super::document::read;
use crate::fixture::repository;
use crate::folder::files_of;

/// Words in backticks, line by line.
fn code_spans(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn every_code_is_explained_once_and_in_order() {
    let sources = ["problem.rs", "sheet/mod.rs"].map(|it| {
        let path = repository().join("src/diagnostic").join(it);
        std::fs::read_to_string(path).unwrap()
    });
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for source in &sources {
        let body = &source[source.find("fn code(").unwrap()..];
        let body = &body[..body.find("\n    }\n").unwrap()];
        codes.extend(body.split('"').skip(1).step_by(2));
    }
    assert!(codes.len() > 50, "{} codes", codes.len());

    let diagnostics = read("docs/reference/diagnostics.md").text;
    let explained: Vec<&str> = diagnostics
        .lines()
        .filter_map(|it| it.strip_prefix("| `")?.split('`').next())
        .collect();
    let in_order: Vec<&str> = codes.into_iter().collect();
    assert_eq!(explained, in_order);
}

#[test]
fn the_tables_of_commands_and_flags_are_those_of_the_program() {
    let commands = read("docs/reference/commands.md").text;

    let mut verbs = BTreeSet::new();
    let mut groups = BTreeSet::new();
    let mut flags = BTreeSet::new();
    let program = Cli::command();
    let mut waiting: Vec<(String, &clap::Command)> = vec![(String::new(), &program)];
    while let Some((name, command)) = waiting.pop() {
        let inner: Vec<_> = command.get_subcommands().collect();
        let of = if inner.is_empty() {
            &mut verbs
        } else {
            &mut groups
        };
        of.insert(name.trim().to_owned());
        for verb in inner {
            waiting.push((format!("{name} {}", verb.get_name()), verb));
        }
        for flag in command.get_arguments().filter_map(clap::Arg::get_long) {
            flags.insert(format!("--{flag}"));
        }
    }
    flags.extend(["--help".to_owned(), "--version".to_owned()]);

    let told: BTreeSet<String> = code_spans(&commands)
        .into_iter()
        .filter_map(|it| it.strip_prefix("sala "))
        .map(|it| {
            let words: Vec<&str> = it
                .split(' ')
                .filter(|word| word.chars().all(|it| it.is_ascii_lowercase() || it == '-'))
                .take(2)
                .collect();
            words.join(" ")
        })
        .filter(|it| !groups.contains(it))
        .collect();
    assert_eq!(told, verbs);

    let told: BTreeSet<String> = commands
        .lines()
        .filter_map(|it| it.strip_prefix("| "))
        .filter_map(|it| it.split(" | ").next())
        .flat_map(code_spans)
        .filter_map(|it| it.split(' ').next())
        .filter(|it| it.starts_with("--"))
        .map(str::to_owned)
        .collect();
    assert_eq!(told, flags);
}

#[test]
fn every_key_and_every_word_of_its_list_is_explained() {
    fn look(above: &str, keys: &[Key], explained: &BTreeSet<String>, missing: &mut Vec<String>) {
        for key in keys {
            let path = format!("{above}{}", key.name);
            let written = match key.kind {
                Kind::Table(_) | Kind::Free => format!("[{path}]"),
                Kind::Tables(_) => format!("[[{path}]]"),
                _ => key.name.to_owned(),
            };
            let words = key.kind.vocabulary().map(Vocabulary::all);
            let words = words.unwrap_or_default().into_iter().map(str::to_owned);
            let told = std::iter::once(written).chain(words);
            missing.extend(told.filter(|it| !explained.contains(it)));
            if let Some(inner) = key.kind.keys() {
                look(&format!("{path}."), inner, explained, missing);
            }
        }
    }

    // What several kinds of entries share is explained once, with the centres.
    let shared = read("docs/reference/center.md").code_spans();
    for (name, keys) in schema::FILES {
        let document = read(&format!("docs/reference/{name}.md"));
        let explained = document.code_spans().into_iter().chain(shared.clone());
        let mut missing = Vec::new();
        look("", keys, &explained.collect(), &mut missing);
        assert!(missing.is_empty(), "{name}.md lacks {missing:?}");
    }
}

/// Names of files in a folder of the theme, without their endings.
fn stems(folder: &str) -> BTreeSet<String> {
    files_of(&repository().join(folder))
        .keys()
        .filter_map(|it| Some(it.rsplit_once('.')?.0.to_owned()))
        .collect()
}

#[test]
fn the_templates_and_filters_of_a_theme_are_named() {
    let themes = read("docs/themes.md").text;
    let named: BTreeSet<&str> = code_spans(&themes)
        .into_iter()
        .map(|it| it.trim_end_matches(".html").trim_end_matches(".xml"))
        .collect();
    for template in stems("themes/sala/templates") {
        assert!(named.contains(template.as_str()), "{template}");
    }

    let sources = files_of(&repository().join("src"));
    let filters: BTreeSet<String> = sources
        .values()
        .map(|it| String::from_utf8_lossy(it))
        .flat_map(|it| {
            let words = it.split("register_filter(").skip(1);
            let names = words.filter_map(|it| it.trim_start().strip_prefix('"')?.split_once('"'));
            names.map(|it| it.0.to_owned()).collect::<Vec<_>>()
        })
        .collect();
    let (_, table) = themes.split_once("| filter |").unwrap();
    let told: BTreeSet<String> = table
        .lines()
        .filter_map(|it| it.strip_prefix("| `")?.split('`').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(told, filters);
}

#[test]
fn every_room_of_the_house_is_told() {
    let architecture = read("docs/architecture.md").text;
    let told: BTreeSet<&str> = architecture
        .lines()
        .filter_map(|it| it.strip_prefix("| ")?.split(" | ").next())
        .flat_map(code_spans)
        .collect();
    let source = std::fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    let rooms = source.lines().filter_map(|it| {
        let room = it.strip_prefix("pub ").unwrap_or(it).strip_prefix("mod ")?;
        room.strip_suffix(';')
    });
    for room in rooms.filter(|it| *it != "testing") {
        assert!(told.contains(room), "docs/architecture.md lacks {room}");
    }
}
