//! What the examples of the real site promise: nobody real is named, nobody can be called, and every figure says where it comes from.

use std::path::PathBuf;

use crate::fixture::repository;
use crate::folder::files_of;

/// What starts a text that names whom nobody can meet.
const INVENTED_BODY: &str = "หน่วยงานสมมติ";
const MAKERS: &str = "คณะผู้จัดทำเว็บไซต์ (ตัวอย่าง)";

/// Texts of all examples and their translations, by path.
fn examples() -> Vec<(PathBuf, String)> {
    let folder = repository().join("content/centers/examples");
    let texts = files_of(&folder)
        .into_iter()
        .map(|(path, bytes)| (PathBuf::from(path), bytes))
        .filter(|(path, _)| {
            path.extension()
                .is_some_and(|it| it == "toml" || it == "md")
        })
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect::<Vec<_>>();
    assert!(texts.len() > 40, "{} texts of examples", texts.len());
    texts
}

/// Complaints of a rule about each line of each text that has the key, its quotes gone.
fn complaints(key: &str, is_right: impl Fn(&str) -> bool) -> Vec<String> {
    let start = format!("{key} = \"");
    let mut found = Vec::new();
    for (path, text) in examples() {
        for line in text.lines().filter(|it| it.starts_with(&start)) {
            if !is_right(line[start.len()..].trim_end_matches('"')) {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    found
}

fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn an_example_is_one_at_first_sight() {
    for (path, text) in examples() {
        if path.ends_with("center.toml") {
            let name = text.lines().next().unwrap();
            let shown = path.display();
            assert!(
                name.starts_with("name = \"ศูนย์ฯ ตัวอย่าง: "),
                "{shown}: {name}"
            );
            assert!(text.contains("\nname_en = \"Example centre: "), "{shown}");
            assert!(text.contains("\nexample = true\n"), "{shown}");
        }
    }
}

#[test]
fn no_example_has_a_witness_that_exists() {
    none(&complaints("checked_by", |it| it == MAKERS));
    none(&complaints("reported_by", |it| {
        it == MAKERS || it == "The website's makers (example)"
    }));
    none(&complaints("by", |it| it.starts_with(INVENTED_BODY)));
}

#[test]
fn no_example_has_a_telephone() {
    for (path, text) in examples() {
        assert!(!text.contains("phone ="), "{}", path.display());
        for line in text.lines() {
            // Digits in a row, with at most a hyphen or a space between two: years stand alone, numbers have commas.
            let mut digits = 0;
            let mut gap = 0;
            for letter in line.chars() {
                match letter {
                    '0'..='9' | '๐'..='๙' => (digits, gap) = (digits + 1, 0),
                    '-' | ' ' if gap == 0 => gap = 1,
                    _ => (digits, gap) = (0, 0),
                }
                assert!(digits < 9, "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn every_figure_of_an_example_says_where_it_comes_from() {
    for (path, text) in examples() {
        let figures = text.matches("[[results]]").count();
        let sources = text.lines().filter(|it| it.starts_with("source = "));
        assert_eq!(figures, sources.count(), "{}", path.display());
        if text.contains("evidence = \"verified\"") {
            assert!(text.contains("## ใครตรวจสอบผล"), "{}", path.display());
        }
    }
    let is_source = |it: &str| it.ends_with("(ตัวเลขสมมติ)") && it.len() > "(ตัวเลขสมมติ)".len() + 30;
    none(&complaints("source", is_source));
}

#[test]
fn a_cost_of_an_example_is_the_sum_of_its_words() {
    for (path, text) in examples() {
        let value = |key: &str| text.lines().find_map(|it| it.strip_prefix(key));
        let Some(sum) = value("cost_baht = ") else {
            continue;
        };
        let words = value("cost = ").unwrap_or_default();
        let baht: u32 = words
            .match_indices(" บาท")
            .map(|(at, _)| {
                let number = words[..at].rsplit(' ').next().unwrap();
                let digits = number.chars().filter_map(|it| match it {
                    '๐'..='๙' => Some(u32::from(it) - u32::from('๐')),
                    _ => None,
                });
                digits.fold(0, |all, it| all * 10 + it)
            })
            .sum();
        // A price a rai is no sum: it is told for how many.
        if !words.contains("ไร่ละ") {
            assert_eq!(sum.parse(), Ok(baht), "{}: {words}", path.display());
        }
    }
}
