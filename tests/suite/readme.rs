//! What the README says, held against the program.
//!
//! A block that opens with a language and a path is that file of a site, and all of them together are one without a fault.
//! A TOML block without a path is TOML by itself.

use std::collections::BTreeSet;

use clap::CommandFactory as _;
use sala::cli::Cli;
use sala::parse::keys::{Key, Kind};
use sala::parse::{activity, areas, center, page, practice, site};

use crate::workshop::{Folder, png, repository};

/// The day on which the examples of the README are true.
const TODAY: &str = "2569-11-21";

/// A fenced block.
struct Block {
    language: String,
    path: Option<String>,
    text: String,
}

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).unwrap()
}

fn blocks(readme: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in readme.lines() {
        match (line.trim_start().strip_prefix("```"), open.take()) {
            (Some(info), None) => {
                let mut words = info.split_whitespace();
                open = Some(Block {
                    language: words.next().unwrap_or_default().to_owned(),
                    path: words.next().map(str::to_owned),
                    text: String::new(),
                });
            }
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block of the README is never closed");
    blocks
}

/// The part between a heading and the next one of its rank.
fn section<'a>(readme: &'a str, heading: &str) -> &'a str {
    let rank = heading.split(' ').next().unwrap();
    let from = readme.find(&format!("\n{heading}\n")).unwrap() + 1;
    let rest = &readme[from + heading.len()..];
    &rest[..rest.find(&format!("\n{rank} ")).unwrap_or(rest.len())]
}

/// Words in backticks.
fn code_spans(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn every_toml_block_is_toml() {
    let blocks = blocks(&readme());
    let mut count = 0;
    for block in blocks.iter().filter(|it| it.language == "toml") {
        count += 1;
        if let Err(error) = toml::from_str::<toml::Table>(&block.text) {
            panic!("{:?}: {error}", block.path);
        }
    }
    assert!(count >= 2, "{count} blocks");
}

#[test]
fn the_example_entries_are_without_a_fault() {
    let folder = Folder::new();
    folder.put(
        "content/areas.csv",
        std::fs::read(repository().join("content/areas.csv")).unwrap(),
    );
    let settings = std::fs::read_to_string(repository().join("content/site.toml")).unwrap();
    folder.put("content/site.toml", format!("theme = \"mine\"\n{settings}"));
    let mut count = 0;
    for block in blocks(&readme()) {
        let Some(path) = block.path else { continue };
        count += 1;
        let (entry, _) = path.rsplit_once('/').unwrap();
        for line in block.text.lines() {
            for key in ["file = \"", "cover = \"", "photo = \""] {
                if let Some(photo) = line.strip_prefix(key) {
                    let photo = photo.trim_end_matches('"');
                    folder.put(&format!("{entry}/{photo}"), png(40, 30));
                }
            }
        }
        folder.put(&path, block.text);
    }
    assert!(count >= 5, "{count} files");
    let run = folder.sala(&["check", "--strict", "--today", TODAY]);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn the_diagnostics_it_shows_are_what_the_program_says() {
    let folder = Folder::new();
    for file in ["content/site.toml", "content/areas.csv"] {
        folder.put(file, std::fs::read(repository().join(file)).unwrap());
    }
    let readme = readme();
    let blocks = blocks(&readme);
    let entry = blocks
        .iter()
        .find(|it| it.path.as_deref() == Some("content/centers/khueang-nai/hua-don/center.toml"))
        .unwrap();
    let misspelt = entry
        .text
        .replace("เขื่องใน\"\nprovince", "เขื่องไน\"\nprovince");
    assert_ne!(misspelt, entry.text);
    folder.put(entry.path.as_deref().unwrap(), misspelt);
    folder.put(
        "content/centers/khueang-nai/hua-don/photos/weaving.jpg",
        png(40, 30),
    );
    for lang in ["th", "en"] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sala"));
        command
            .args(["check", "--color", "never", "--today", TODAY])
            .args(["--lang", lang, "--root"])
            .arg(folder.path());
        let run = crate::workshop::finish(&mut command);
        assert_eq!(run.code, Some(1), "{}", run.err);
        let unindented =
            |text: &str| -> Vec<String> { text.lines().map(|it| it.trim().to_owned()).collect() };
        let said = unindented(&run.err).join("\n");
        let shown = blocks
            .iter()
            .filter(|it| it.text.trim_start().starts_with("error["))
            .map(|it| unindented(&it.text).join("\n"))
            .any(|it| said.contains(&it));
        assert!(shown, "the README does not show this:\n{}", run.err);
    }
}

#[test]
fn every_code_is_explained_once_and_in_order() {
    let source = std::fs::read_to_string(repository().join("src/diagnostic/problem.rs")).unwrap();
    let body = &source[source.find("fn code(").unwrap()..];
    let body = &body[..body.find("\n    }\n").unwrap()];
    let codes: BTreeSet<&str> = body.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 50, "{} codes", codes.len());

    let readme = readme();
    let explained: Vec<&str> = section(&readme, "### Diagnostics")
        .lines()
        .filter_map(|it| it.strip_prefix("| `")?.split('`').next())
        .collect();
    let in_order: Vec<&str> = codes.into_iter().collect();
    assert_eq!(explained, in_order);
}

#[test]
fn every_command_of_its_blocks_is_understood() {
    let mut count = 0;
    for block in blocks(&readme()).iter().filter(|it| it.language == "sh") {
        for line in block.text.lines().map(str::trim) {
            let line = line.replace("cargo run --release --", "sala");
            if !line.starts_with("sala ") {
                continue;
            }
            count += 1;
            let words = line.split_whitespace();
            if let Err(error) = Cli::command().try_get_matches_from(words) {
                assert!(!error.use_stderr(), "{line}: {error}");
            }
        }
    }
    assert!(count >= 5, "{count} commands");
}

#[test]
fn the_tables_of_commands_and_flags_are_those_of_the_program() {
    let readme = readme();
    let commands = section(&readme, "### Commands");

    let mut verbs = BTreeSet::new();
    let mut flags = BTreeSet::new();
    let program = Cli::command();
    let mut waiting: Vec<(String, &clap::Command)> = vec![(String::new(), &program)];
    while let Some((name, command)) = waiting.pop() {
        let inner: Vec<_> = command.get_subcommands().collect();
        if inner.is_empty() {
            verbs.insert(name.trim().to_owned());
        }
        for verb in inner {
            waiting.push((format!("{name} {}", verb.get_name()), verb));
        }
        for flag in command.get_arguments().filter_map(clap::Arg::get_long) {
            flags.insert(format!("--{flag}"));
        }
    }
    flags.extend(["--help".to_owned(), "--version".to_owned()]);

    let told: BTreeSet<String> = code_spans(commands)
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
        .filter(|it| it != "new")
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
    fn look(keys: &[Key], explained: &BTreeSet<&str>, missing: &mut BTreeSet<String>) {
        let mut must = |it: String| {
            if !explained.contains(it.as_str()) {
                missing.insert(it);
            }
        };
        for key in keys {
            match key.kind {
                Kind::Table(_) | Kind::Tables(_) | Kind::Free => {}
                Kind::Word(words) | Kind::Words(words) => {
                    must(key.name.to_owned());
                    for word in words() {
                        must(word.to_owned());
                    }
                }
                _ => must(key.name.to_owned()),
            }
        }
        for key in keys {
            if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
                look(inner, explained, missing);
            }
        }
    }

    let readme = readme();
    // What several kinds of entries share is explained once, with the centres.
    let shared = code_spans(section(&readme, "### center.toml"));
    for (heading, keys) in [
        ("### site.toml", site::KEYS),
        ("### center.toml", center::KEYS),
        ("### Best practices", practice::KEYS),
        ("### Activities", activity::KEYS),
        ("### Pages", page::KEYS),
    ] {
        let section = section(&readme, heading);
        let mut explained: BTreeSet<&str> = code_spans(section)
            .into_iter()
            .chain(shared.iter().copied())
            .collect();
        let unquoted: Vec<&str> = explained.iter().map(|it| it.trim_matches('"')).collect();
        explained.extend(unquoted);
        let mut missing = BTreeSet::new();
        look(keys, &explained, &mut missing);
        assert!(missing.is_empty(), "{heading} lacks {missing:?}");
        for key in keys {
            let table = match key.kind {
                Kind::Table(_) | Kind::Free => format!("[{}]", key.name),
                Kind::Tables(_) => format!("[[{}]]", key.name),
                _ => key.name.to_owned(),
            };
            assert!(
                explained.contains(table.as_str()) && section.contains(&format!("{table}`")),
                "{heading} lacks {table}"
            );
        }
    }
    let columns = section(&readme, "### areas.csv and areas.geojson");
    for column in areas::COLUMNS {
        assert!(columns.contains(&format!("`{column}`")), "{column}");
    }
}
