//! `sala schema`: what is right passes, what is wrong does not where a schema can tell, and editors find both.

use std::fs;

use boon::{Compiler, Schemas};
use sala::parse::{date, phone, web};
use serde_json::{Value, json};

use crate::fixture::repository;
use crate::folder::files_of;
use crate::json_schema::{mistake, mistake_in};
use crate::program::{finish, new_site, program};

/// Mistakes that no schema of one file can tell, and why.
const BEYOND: &[(&str, &str)] = &[
    ("adapted-from-itself", "needs the address of the entry"),
    ("address-taken", "needs the other entries"),
    ("bad-alias", "needs the address of the entry"),
    ("broken-fragment", "needs the other entries"),
    ("broken-link", "needs the other entries"),
    ("days-reversed", "compares two values"),
    ("entry-without-center", "needs the folder"),
    ("file-missing", "needs the folder"),
    ("future-day", "depends on the day"),
    ("groups-reversed", "compares two values"),
    ("half-a-point", "is a rule between keys, which no row holds"),
    ("list-lengths", "compares two values"),
    ("missing-alt", "depends on whether the photo is published"),
    ("national-id", "is a sum of digits, and looked for in comments too"),
    ("not-a-document", "depends on what stands in the file"),
    ("not-a-photo", "depends on what stands in the file"),
    ("not-a-relative-path", "is about where the entry lies"),
    ("path-outside", "is about where the entry lies"),
    ("photo-unreadable", "depends on what stands in the file"),
    ("repeated-language", "is a rule of the settings, which no row holds"),
    ("repeated-year", "compares entries of an array by one key"),
    ("subdistrict-elsewhere", "needs the register"),
    ("unknown-district", "needs the register"),
    ("unknown-language", "is a rule of the settings, which no row holds"),
    ("unknown-practice", "needs the other entries"),
    ("unknown-province", "needs the register"),
    ("unknown-subdistrict", "needs the register"),
    ("unknown-theme", "needs the folder"),
    ("unknown-topic", "needs the settings"),
];

/// Single rows of other codes that none can tell, by what is written in them.
const BEYOND_IN: &[(&str, &str)] = &[
    ("-02-29", "29 February needs arithmetic"),
    ("-๐๒-๒๙", "29 February needs arithmetic"),
    ("location = { district = ", "a sub-district is needed at one level alone"),
    ("languages = [\"th\", \"en\"]", "an English title is needed in one case alone"),
    ("id = \"rice\", name = \"นา\"", "compares entries of an array by one key"),
    ("?a=1", "an address of a site is one of many kinds of address"),
    ("#x", "an address of a site is one of many kinds of address"),
];

/// The record that a file holds, and whether it is a translation.
fn record_of(path: &str) -> Option<&'static str> {
    let is_english = path.ends_with(".en.md");
    Some(match path {
        "content/site.toml" => "site",
        _ if path.ends_with("/center.toml") => "center",
        _ if path.ends_with("/center.md") || path.ends_with("/center.en.md") => return None,
        _ if !path.contains(".md") => return None,
        _ if path.contains("/best-practices/") && is_english => "best-practice.en",
        _ if path.contains("/best-practices/") => "best-practice",
        _ if path.contains("/activities/") && is_english => "activity.en",
        _ if path.contains("/activities/") => "activity",
        _ if path.starts_with("content/pages/") && is_english => "page.en",
        _ if path.starts_with("content/pages/") => "page",
        _ => return None,
    })
}

/// What is wrong by its schema with a file of the content; `None` where nothing is, or no schema is for it.
fn mistake_in_file(path: &str, text: &str) -> Option<String> {
    let record = record_of(path)?;
    let text = text.replace("\r\n", "\n");
    let facts = match text.strip_prefix("+++\n") {
        Some(rest) => rest.split_once("+++\n").map_or(rest, |(facts, _)| facts),
        None if record.contains(".en") => "",
        None => &text,
    };
    mistake_in(record, facts).map(|it| format!("{path}: {it}"))
}

/// A file that is wrong, with the codes of its mistakes, is refused wherever a schema can tell.
pub fn is_told(codes: &str, path: &str, text: &str) -> bool {
    let is_beyond = |code: &str| BEYOND.iter().any(|(it, _)| *it == code);
    record_of(path).is_none()
        || codes.split_whitespace().all(is_beyond)
        || BEYOND_IN.iter().any(|(it, _)| text.contains(it))
        || mistake_in_file(path, text).is_some()
}

/// The files of a folder that its schemas refuse.
fn refused(folder: &str) -> (usize, Vec<String>) {
    let mut read = 0;
    let mut refused = Vec::new();
    for (path, bytes) in files_of(&repository().join(folder)) {
        let Some(at) = path.find("content/").filter(|_| !path.contains("misspelt")) else {
            continue;
        };
        if record_of(&path[at..]).is_some() {
            read += 1;
            let text = String::from_utf8(bytes).unwrap();
            refused.extend(mistake_in_file(&path[at..], &text));
        }
    }
    (read, refused)
}

#[test]
fn every_entry_passes() {
    let mut all = Vec::new();
    for (path, bytes) in files_of(&repository().join("content")) {
        let path = format!("content/{path}");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        all.extend(mistake_in_file(&path, &text));
    }
    let (read, of_fixtures) = refused("tests/sites");
    assert!(read > 20, "{read} entries");
    all.extend(of_fixtures);
    for (path, file) in [
        ("content/centers/a/center.toml", "center.toml"),
        ("content/site.toml", "site.toml"),
        ("content/centers/a/best-practices/b.md", "practice.md"),
    ] {
        let text = fs::read_to_string(repository().join("tests/parse").join(file)).unwrap();
        all.extend(mistake_in_file(path, &text));
    }
    for lang in ["th", "en"] {
        for (path, bytes) in new_site(lang).files("content/") {
            let path = format!("content/{}", path.trim_start_matches("content/"));
            all.extend(mistake_in_file(&path, &String::from_utf8(bytes).unwrap()));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_row_of_the_register_passes() {
    let text = fs::read_to_string(repository().join("content/areas.csv")).unwrap();
    let mut lines = text.lines().map(|it| it.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let mut rows = 0;
    for line in lines {
        let pairs = header.iter().zip(&line);
        let mut row: Value = pairs.map(|(key, it)| ((*key).to_owned(), json!(it))).collect();
        assert_eq!(mistake("areas", &row), None, "{line:?}");
        row["lat"] = json!("เหนือ");
        assert!(mistake("areas", &row).is_some());
        row["lat"] = json!(15.3);
        row["target"] = json!("maybe");
        assert!(mistake("areas", &row).is_some());
        rows += 1;
    }
    assert!(rows > 100, "{rows} rows");
}

/// What is wrong with a string that stands for something, by a pattern and by the reader.
#[test]
fn patterns_and_readers_agree() {
    let center = |more: &str| {
        let entry = format!(
            "name = \"ก\"\nlevel = \"district\"\nlocation = {{ district = \"ก\" }}\n{more}"
        );
        mistake_in("center", &entry).is_none()
    };
    for year in 1000..=9999 {
        let is_right = date::year(&year.to_string()).is_ok();
        let whole = center(&format!("[[service]]\nyear = {year}"));
        let written = center(&format!("[[service]]\nyear = \"{year}\""));
        assert_eq!((whole, written), (is_right, is_right), "{year}");
        let day = center(&format!("opened = \"{year}-03-13\""));
        assert_eq!(day, is_right, "13 March {year}");
    }
    for day in (1..=12).flat_map(|month| (0..=32).map(move |day| format!("2567-{month:02}-{day:02}"))) {
        let is_right = date::date(&day).is_ok();
        assert_eq!(center(&format!("opened = \"{day}\"")), is_right, "{day}");
    }
    for written in [
        "045-344628", "๐๔๕-๓๔๔๖๒๘", "0 4534 4628", "(045) 344-628", "02-123-4567", "081-234-5678", "+66 45 344 628",
        "+66 (0)81 234 5678", "1567", "191", "๑๕๖๗", "045-344628 ต่อ 12", "045-344628 ext. 12", "045-344628 Ext 12",
        "045-344628-9", "02-123-4567-70 ต่อ 3", "045-34462", "0812345", "081-234-56789", "0123456789", "+1 202 555 0100",
        "+66", "12", "045-344628 ต่อ", "ไม่มี", "",
    ] {
        let is_right = phone::phone(written).is_ok();
        let one = center(&format!("[coordinator]\nphone = \"{written}\""));
        let several = center(&format!("[coordinator]\nphone = [\"191\", \"{written}\"]"));
        assert_eq!((one, several), (is_right, is_right), "{written:?}");
    }
    for written in ["a@example.org", "a.b+c@example.co.th", "a@b", "a b@example.org", "a@@example.org", "@example.org", "ก@example.org"] {
        let is_right = web::email(written).is_ok();
        assert_eq!(center(&format!("[coordinator]\nemail = \"{written}\"")), is_right, "{written:?}");
    }
    for written in [
        "https://example.go.th/", "HTTPS://Example.go.th/a?b=c#d", "https://ตัวอย่าง.ไทย/หน้า", "http://127.0.0.1:8080/", "javascript:alert(1)",
        "ftp://example.org", "www.example.org", "https://", "https:///a", "https://exa mple.org", "https://user@example.org",
    ] {
        let is_right = web::url(written).is_ok();
        assert_eq!(center(&format!("[links]\nwebsite = \"{written}\"")), is_right, "{written:?}");
    }
}

#[test]
fn one_record_or_all_in_one_language_or_both() {
    let run = finish(program().arg("schema"));
    let all: Value = serde_json::from_str(&run.out).unwrap();
    let names: Vec<&String> = all.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    for lang in ["th", "en"] {
        let mut command = program();
        let run = finish(command.args(["schema", "center", "--lang", lang]));
        let schema: Value = serde_json::from_str(&run.out).unwrap();
        let mut compiler = Compiler::new();
        compiler.add_resource("https://example.org/a.json", schema.clone()).unwrap();
        compiler.compile("https://example.org/a.json", &mut Schemas::new()).unwrap();
        let has_thai = schema["properties"]["name"]["description"].to_string().contains("ชื่อเต็ม");
        assert_eq!(has_thai, lang == "th");
    }
    let told = &all["center"]["properties"]["coordinator"]["properties"]["phone"];
    let description = told["description"].as_str().unwrap();
    assert!(description.contains("ยินยอม") && description.contains("with consent only"), "{told}");
    let refused = finish(program().args(["schema", "centre"]));
    assert_eq!(refused.code, Some(2));
}

#[test]
fn editors_are_told_and_keep_what_a_person_set() {
    let folder = new_site("en");
    let run = folder.inside(&["schema", "--write", "--lang", "en"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let schema: Value = serde_json::from_str(&folder.text("schemas/center.schema.json")).unwrap();
    assert_eq!(schema["type"], "object");
    let rules: toml::Table = toml::from_str(&folder.text(".taplo.toml")).unwrap();
    for rule in rules["rule"].as_array().unwrap() {
        let path = rule["schema"]["path"].as_str().unwrap();
        assert!(!folder.text(path).is_empty());
    }
    let before = folder.files("");
    let run = folder.inside(&["schema", "--write", "--lang", "en"]);
    assert!(run.err.contains("every file is as it should be"), "{}", run.err);
    assert!(before == folder.files(""));

    // A person's own settings stay; what cannot be added to is told, and then nothing is written.
    folder.put(".vscode/settings.json", "{\n  // ours\n  \"editor.fontSize\": 18,\n}\n");
    assert_eq!(folder.inside(&["schema", "--write"]).code, Some(0));
    let settings = folder.text(".vscode/settings.json");
    assert!(settings.contains("// ours") && settings.contains("evenBetterToml"), "{settings}");
    folder.put(".vscode/extensions.json", "{\n  \"recommendations\": [\n");
    folder.put(".taplo.toml", "");
    let before = folder.files("");
    let run = folder.inside(&["schema", "--write", "--lang", "en"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("error[settings-not-added]"), "{}", run.err);
    assert!(run.err.contains(".vscode/extensions.json:3:") && run.err.contains("even-better-toml"), "{}", run.err);
    assert!(before == folder.files(""));
    folder.put(".vscode/extensions.json", "{}");
    folder.put("schemas/page.schema.json", "{}");
    let run = folder.inside(&["schema", "--write", "--lang", "en"]);
    assert!(run.err.contains("error[already-there]"), "{}", run.err);
}
