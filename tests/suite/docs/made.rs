//! The guides of docs/guide/ are pages of the real site, made to be read on a git host.
//!
//! The tables of docs/reference/ are the rows of `schema::FILES`; what stands before and after them there is written by hand.
//!
//! `UPDATE_EXPECTED=1 cargo test --test suite docs` makes them anew; without it a stale one fails.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag};

use sala::schema;
use sala::schema::export::reference::reference;

use crate::fixture::{lines, repository};

/// Holds a document to what it is made of.
pub fn is_made(path: &str, text: &str) {
    let file = repository().join(path);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == text,
        "{path} is stale: UPDATE_EXPECTED=1 cargo test --test suite docs\n{}",
        lines(path, &written, text)
    );
}

/// A page of the site as a document: its title as heading, its links to pages as links to their files.
fn guide(page: &str, other: &str, more: &str) -> String {
    let text = std::fs::read_to_string(repository().join(page)).unwrap();
    let (front_matter, body) = text
        .strip_prefix("+++\n")
        .and_then(|it| it.split_once("\n+++\n"))
        .unwrap();
    let front_matter: toml::Table = toml::from_str(front_matter).unwrap();
    let fact = |key: &str| front_matter[key].as_str().unwrap();
    let mut guide = format!(
        "<!-- Made from {page}: change it there, then UPDATE_EXPECTED=1 cargo test --test suite docs -->\n\n\
         # {}\n\n{} · {other}\n\n",
        fact("title"),
        fact("summary"),
    );
    let ending = if page.ends_with(".en.md") {
        ".en.md"
    } else {
        ".md"
    };
    let body = body.trim_start();
    let mut done = 0;
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else {
            continue;
        };
        let link = &body[range.clone()];
        let words = &link[1..link.rfind("](").unwrap()];
        guide.push_str(&body[done..range.start]);
        if let Some(name) = dest_url.strip_suffix(".md") {
            let _ = write!(guide, "[{words}](../../content/pages/{name}{ending})");
        } else if dest_url.starts_with('/') {
            guide.push_str(words); // a page of the site, which is not here
        } else {
            guide.push_str(link);
        }
        done = range.end;
    }
    guide.push_str(&body[done..]);
    let _ = write!(guide, "\n---\n\n{more}\n");
    guide
}

#[test]
fn the_guides_are_the_pages_for_staff() {
    is_made(
        "docs/guide/th.md",
        &guide(
            "content/pages/publish.md",
            "[In English](en.md)",
            "ดูเพิ่มเติม: [ความหมายของรหัสปัญหา](../reference/diagnostics.md) (ภาษาอังกฤษ ส่วน `sala check --lang th` อธิบายเป็นภาษาไทย) · ช่องทั้งหมดของ[ศูนย์ฯ](../reference/center.md) \
             [แนวปฏิบัติที่ดี](../reference/best-practice.md) และ[กิจกรรม](../reference/activity.md) · \
             [คำสั่งทั้งหมด](../reference/commands.md)",
        ),
    );
    is_made(
        "docs/guide/en.md",
        &guide(
            "content/pages/publish.en.md",
            "[ภาษาไทย](th.md)",
            "More: [what each code means](../reference/diagnostics.md) · all keys of [centres](../reference/center.md), \
             [best practices](../reference/best-practice.md) and [activities](../reference/activity.md) · \
             [all commands](../reference/commands.md)",
        ),
    );
}

const KEYS_BEGIN: &str = "<!-- Keys, made from src/schema: change them there, then UPDATE_EXPECTED=1 cargo test --test suite docs -->\n";
const KEYS_END: &str = "<!-- End of keys -->\n";

#[test]
fn the_tables_of_keys_are_the_rows_of_the_schema() {
    for (name, _) in schema::FILES {
        let path = format!("docs/reference/{name}.md");
        let text = std::fs::read_to_string(repository().join(&path)).unwrap();
        let parts = text.split_once(KEYS_BEGIN).and_then(|(before, rest)| {
            let (_, after) = rest.split_once(KEYS_END)?;
            Some((before, after))
        });
        let (before, after) = parts.unwrap_or_else(|| panic!("{path} has no place for its keys"));
        let keys = reference(name);
        is_made(
            &path,
            &format!("{before}{KEYS_BEGIN}\n{keys}\n{KEYS_END}{after}"),
        );
    }
}
