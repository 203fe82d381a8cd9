//! Links between documents, and what they name in the repository.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, all, read};
use crate::fixture::repository;

/// The path that a link of a document leads to, and its fragment.
fn destination(document: &Document, link: &str) -> (String, Option<String>) {
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (link, None),
    };
    if path.is_empty() {
        return (document.path.clone(), fragment);
    }
    let mut parts: Vec<&str> = document.path.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{}: {link}", document.path),
            part => parts.push(part),
        }
    }
    (parts.join("/"), fragment)
}

fn is_elsewhere(link: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|it| link.starts_with(it))
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    for document in all() {
        for link in document.links() {
            if is_elsewhere(&link) {
                continue;
            }
            let (path, fragment) = destination(&document, &link);
            let is_there = repository().join(&path).exists()
                && fragment.is_none_or(|it| read(&path).anchors().contains(&it));
            if !is_there {
                broken.push(format!("{}: {link}", document.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_document_is_reached_from_the_readme() {
    let documents: BTreeMap<String, Document> =
        all().into_iter().map(|it| (it.path.clone(), it)).collect();
    let mut reached = BTreeSet::new();
    let mut waiting = vec!["README.md".to_owned()];
    while let Some(path) = waiting.pop() {
        if let Some(document) = documents.get(&path)
            && reached.insert(path)
        {
            let links = document.links().into_iter().filter(|it| !is_elsewhere(it));
            waiting.extend(links.map(|it| destination(document, &it).0));
        }
    }
    let lost: Vec<&String> = documents
        .keys()
        .filter(|it| !reached.contains(*it))
        .collect();
    assert!(lost.is_empty(), "no link leads to {lost:?}");
}

/// A file that a document names by its path from the repository is there: who moves it, mends the document.
#[test]
fn every_file_it_names_is_there() {
    let mut missing = Vec::new();
    for document in all() {
        let blocks = document.blocks();
        let commands = blocks.iter().filter(|it| it.language == "sh");
        let words: Vec<String> = document
            .code_spans()
            .into_iter()
            .chain(commands.flat_map(|it| it.text.split_whitespace().map(str::to_owned)))
            .collect();
        for word in words {
            let is_path = [
                "src/",
                "tests/",
                "themes/sala/",
                ".github/",
                ".ci/",
                "docs/",
            ]
            .iter()
            .any(|it| word.starts_with(it));
            let is_literal = word
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || "/.-_".contains(it));
            if is_path && is_literal && !repository().join(&word).exists() {
                missing.push(format!("{}: {word}", document.path));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// README says the figures in short that other documents explain.
#[test]
fn the_figures_of_the_readme_are_those_of_the_benchmarks() {
    let benchmarks = read("docs/benchmarks.md").text;
    let readme = read("README.md").text;
    let (_, compared) = readme.split_once("\n## How it compares\n").unwrap();
    let (compared, _) = compared.split_once("\n## ").unwrap();
    let is_figure = |it: &&str| it.contains(|it: char| it.is_ascii_digit()) && !it.contains('@');
    let figures: Vec<&str> = compared
        .split([' ', '|', '(', ')', '\n'])
        .map(|it| it.trim_matches([',', '.', ';']))
        .filter(is_figure)
        .collect();
    assert!(figures.len() > 5, "{figures:?}");
    for figure in figures {
        assert!(benchmarks.contains(figure), "{figure}");
    }
}
