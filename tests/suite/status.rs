//! `sala status`: what a site waits for, counted as the site counts, and nobody's name unless it is asked for.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use serde_json::Value;

use crate::folder::Folder;
use crate::pictures::png;
use crate::reporting;

const CENTER: &str = "content/centers/khueang-nai/hua-don/center.toml";
const PRACTICE: &str = r#"+++
title = "ธนาคารข้าว"
summary = "ยืมข้าวคืนข้าว"
date = 2568-06-01

[[results]]
label = "ครัวเรือนที่ขาดข้าว"
value = 3
before = 41
+++
"#;

/// The site of the reports, with something of every kind to tell.
fn site() -> Folder {
    let folder = reporting::site();
    let phone = "phone = \"045-000001\"\n";
    let consent = format!("{phone}consent = true\nconsent_until = 2569-03-01\n");
    folder.replace(CENTER, phone, &consent);
    let phone = "phone = \"081-000-0001\"\n";
    let ended = format!("{phone}consent = true\nconsent_until = 2568-12-31\n");
    folder.replace(CENTER, phone, &ended);
    let level = "level = \"subdistrict\"\n";
    folder.replace(CENTER, level, &format!("{level}opened = 2568-12-20\n"));
    folder.put(
        "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md",
        PRACTICE,
    );
    folder.put("content/centers/khueang-nai/hua-don/lost.png", png(4, 4));
    folder
}

fn json(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.sala(&[&["status", "--format", "json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// Each matter as its kind and the end of its file.
fn matters(status: &Value) -> Vec<(String, String)> {
    let matters = status["matters"].as_array().unwrap().iter();
    matters
        .map(|it| {
            let file = it["file"].as_str().unwrap();
            let kind = it["kind"].as_str().unwrap();
            (kind.to_owned(), file.rsplit('/').next().unwrap().to_owned())
        })
        .collect()
}

#[test]
fn a_site_tells_what_it_waits_for() {
    let folder = site();
    let status = json(&folder, &[]);
    let expected = [
        ("consent-ended", "center.toml"),
        ("consent-ends", "center.toml"),
        ("date", "training.md"),
        ("unconfirmed", "center.toml"),
        ("components", "center.toml"),
        ("evidence", "rice-bank.md"),
        ("photo", "lost.png"),
    ];
    let expected = expected.map(|(kind, file)| (kind.to_owned(), file.to_owned()));
    assert_eq!(matters(&status), expected, "{status:#}");
    let district = &status["districts"][1];
    assert_eq!(district["name"], "Khueang Nai");
    // One district centre and two targets among its sub-districts, as the page of progress has them.
    for (count, expected) in [("target", 3), ("recorded", 1), ("open", 1), ("planned", 0)] {
        assert_eq!(district[count], expected, "{count}: {district:#}");
    }
    assert_eq!(status["districts"][0]["planned"], 1);
    assert_eq!(status["report"]["month"], "2026-01");
    assert_eq!(status["report"]["due"], "2026-02-10");
    let early = json(&folder, &["--today", "2569-01-05"]);
    assert_eq!(early["report"]["month"], "2025-12");
    assert_eq!(early["report"]["activities"], 1);
    assert_eq!(early["report"]["days"], 5);
}

#[test]
fn nobody_is_named_unless_names_are_asked_for() {
    let folder = site();
    let name = "นางสาวลับ ประสานงาน";
    for format in ["human", "csv", "json"] {
        for lang in ["th", "en"] {
            let asked = ["status", "--format", format, "--lang", lang];
            let run = folder.sala(&asked);
            assert_eq!(run.code, Some(0), "{}", run.err);
            assert!(!run.out.contains("ลับ"), "{}", run.out);
            let run = folder.sala(&[&asked[..], &["--with-people"]].concat());
            assert!(run.out.contains(name), "{}", run.out);
        }
    }
    let run = folder.sala(&["status", "--format", "xlsx", "--with-people"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let bytes = std::fs::read(folder.path().join("reports/status.xlsx")).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let matters = book.worksheet_range("Matters").unwrap();
    assert!(matters.cells().any(|it| *it.2 == name));
}

#[test]
fn a_district_sees_its_own() {
    let folder = site();
    let status = json(&folder, &["--district", "เขมราฐ"]);
    assert_eq!(status["districts"].as_array().unwrap().len(), 1);
    assert!(matters(&status).is_empty(), "{status:#}");
    let run = folder.sala(&["status", "--district", "เขมรัด"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("unknown-district"), "{}", run.err);
}

#[test]
fn an_entry_with_mistakes_does_not_hide_the_others() {
    let folder = site();
    let level = "level = \"district\"";
    folder.replace(
        "content/centers/khemarat/center.toml",
        level,
        "level = \"x\"",
    );
    folder.replace(CENTER, "opened = 2568-12-20", "opened = 2599-12-20");
    let status = json(&folder, &[]);
    let told = matters(&status);
    assert!(
        told.contains(&("mistake".to_owned(), "center.toml".to_owned())),
        "{told:?}"
    );
    assert!(
        told.contains(&("date".to_owned(), "center.toml".to_owned())),
        "{told:?}"
    );
    let mistake = &status["matters"][0];
    assert_eq!(mistake["district"], "3405", "{status:#}");
}

#[test]
fn a_photo_that_is_kept_back_is_named_all_the_same() {
    let folder = site();
    let photo = "[[photos]]\nfile = \"lost.png\"\nalt = \"ผู้เรียน\"\npeople = true\n";
    let text = format!("{}\n{photo}", folder.text(CENTER));
    folder.put(CENTER, text);
    let told = matters(&json(&folder, &[]));
    assert!(told.iter().all(|it| it.0 != "photo"), "{told:?}");
}
