//! Each verb through the executable: that it is wired, and how it ends.

use std::fs;

use sala::schema::export::starter::Values;
use sala::schema::export::stub::completed;
use sala::value::Lang;

use crate::fixture::{fixture, repository};
use crate::folder::{Folder, files_of};
use crate::pictures::png;
use crate::program::{finish, new_site, program, unfinished};

#[test]
fn new_files_are_right_at_once() {
    for lang in ["th", "en"] {
        let folder = new_site(lang);
        let run = folder.inside(&["check", "--format", "json"]);
        assert_eq!(run.code, Some(0), "{lang}: {}", run.err);
        // What they say as an example is no text of an entry: until somebody changes it, each place is told of.
        let said: Vec<&str> = run.out.lines().collect();
        assert!(said.len() > 4, "{lang}: {said:#?}");
        assert!(
            said.iter().all(|it| it.contains("\"template-text\"")),
            "{said:#?}"
        );
        unfinished(&folder);
        let run = folder.inside(&["check", "--strict", "--lang", "en"]);
        assert_eq!(run.code, Some(0), "{lang}: {}", run.err);
        let built = folder.inside(&["build", "--lang", "en"]);
        assert_eq!(built.code, Some(0), "{lang}: {}", built.err);
        let page = "public/centers/khueang-nai/hua-don/index.html";
        let page = folder.text(page);
        assert!(page.contains("ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน"));
    }
}

/// Every key that a new file shows as an example is one that exists, with a value that is right.
#[test]
fn what_new_files_propose_is_right_too() {
    let lang = ["th", "en"];
    let files = [
        "content/site.toml",
        "content/centers/khueang-nai/hua-don/center.toml",
        "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md",
        "content/centers/khueang-nai/hua-don/activities/planting-day.md",
    ];
    for (path, lang) in files.into_iter().flat_map(|it| lang.map(|lang| (it, lang))) {
        let folder = new_site(lang);
        let text = folder.text(path);
        // What is elsewhere in the site is not there: a practice that was copied, a theme, another province. A point is said in one way.
        let elsewhere = ["# adapted_from", "# theme", "# province", "# point"];
        let used: Vec<&str> = text
            .lines()
            .filter(|line| !elsewhere.iter().any(|it| line.starts_with(it)))
            .map(|it| it.strip_prefix("# ").unwrap_or(it))
            .collect();
        let used = used.join("\n").replace("draft = true", "draft = false");
        assert!(used.lines().filter(|it| it.contains(" = ")).count() > 15);
        for line in used.lines() {
            let file = line.split('"').nth(1).unwrap_or_default();
            let folder_of_entry = path.rsplit_once('/').unwrap().0;
            if let Some((_, "jpg" | "pdf")) = file.rsplit_once('.') {
                folder.put(
                    &format!("{folder_of_entry}/{file}"),
                    picture_or_document(file),
                );
            }
        }
        folder.put(path, used);
        let run = folder.inside(&["check", "--lang", "en", "--drafts"]);
        assert_eq!(run.code, Some(0), "{path} {lang}: {}", run.err);
    }
}

fn picture_or_document(file: &str) -> Vec<u8> {
    match file.rsplit_once('.') {
        Some((_, "pdf")) => b"%PDF-1.4\n%%EOF\n".to_vec(),
        _ => png(8, 6),
    }
}

#[test]
fn a_planned_centre_is_filled_in_where_it_stands() {
    for lang in ["th", "en"] {
        let folder = new_site(lang);
        let path = "content/centers/khueang-nai/center.toml";
        let stub = "# รอแบบรายงาน\nname = \"ศูนย์ฯ เขื่องใน\"\nlevel = \"district\"\nstatus = \"planned\" # ยังไม่เปิด\n\n\
            [location]\ndistrict = \"เขื่องใน\"\n";
        folder.put(path, stub);
        let run = folder.inside(&["new", "center", "khueang-nai", "--lang", lang]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let text = folder.text(path);
        let mut lines = text.lines();
        assert!(
            stub.lines().all(|wanted| lines.any(|it| it == wanted)),
            "{text}"
        );
        assert!(text.contains("\n# [[learning_stations]]\n"), "{text}");
        unfinished(&folder);
        let run = folder.inside(&["check", "--strict", "--lang", "en"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let beside = folder.files("content/centers/khueang-nai");
        assert!(
            !beside.keys().any(|it| it.contains("tmp")),
            "{:?}",
            beside.keys()
        );

        let open = text.replace("\"planned\"", "\"open\"");
        for more in [open, format!("{stub}\n[visit]\nfee = \"ฟรี\"\n")] {
            folder.put(path, &more);
            let run = folder.inside(&["new", "center", "khueang-nai", "--lang", "en"]);
            assert_eq!(run.code, Some(1));
            assert!(run.err.contains("already-there"), "{}", run.err);
            assert_eq!(folder.text(path), more);
        }
    }
}

/// 241 officers stand before such a file.
#[test]
fn every_planned_centre_of_the_real_site_can_be_filled_in() {
    let real = files_of(&repository().join("content"));
    let folder = Folder::new();
    let mut count = 0;
    for (path, bytes) in &real {
        let mut bytes = bytes.clone();
        if path.ends_with("/center.toml") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            if text.contains("\nstatus = \"planned\"\n") {
                count += 1;
                let text = completed(&text, &Values::default(), Lang::Th);
                bytes = text.unwrap_or_else(|| panic!("{path}")).into_bytes();
            }
        }
        folder.put(&format!("content/{path}"), bytes);
    }
    assert!(count > 200, "{count}");
    let before = finish(
        program()
            .args(["check", "--format", "json", "--today", "2569-11-30"])
            .current_dir(repository()),
    );
    let after = folder.inside(&["check", "--format", "json", "--today", "2569-11-30"]);
    assert_eq!(after.code, Some(0), "{}", after.err);
    assert_eq!(after.out, before.out);
}

#[test]
fn who_names_a_centre_in_thai_is_told_its_address() {
    let folder = new_site("en");
    for (written, proposed) in [
        ("เขื่องใน/หัวดอน", "khueang-nai/hua-don"),
        ("อำเภอเขื่องใน", "khueang-nai"),
        ("khueang-nai/ต.หัวดอน", "khueang-nai/hua-don"),
        ("Khueang Nai/Hua_Don", "khueang-nai/hua-don"),
    ] {
        let run = folder.inside(&["new", "center", written, "--lang", "en"]);
        assert_eq!(run.code, Some(1), "{written}");
        assert!(run.err.contains("not-a-slug"), "{}", run.err);
        assert!(
            run.err.contains(&format!("try {proposed}\n")),
            "{}",
            run.err
        );
    }
}

#[test]
fn who_misspells_a_path_is_offered_the_whole_one() {
    let folder = new_site("en");
    let long = "a".repeat(300);
    for (arguments, said) in [
        (
            ["new", "center", "khueang-nai/hua-don2"].to_vec(),
            "did you mean \"khueang-nai/hua-don\"?",
        ),
        (
            ["new", "center", "khueang-nay"].to_vec(),
            "did you mean \"khueang-nai\"?",
        ),
        (["new", "center", &long].to_vec(), "error[name-too-long]"),
        (
            ["new", "activity", "khueang-nai/hua-don", &long].to_vec(),
            "error[name-too-long]",
        ),
    ] {
        let run = folder.inside(&[&arguments[..], &["--lang", "en"]].concat());
        assert_eq!(run.code, Some(1), "{arguments:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn new_never_overwrites() {
    let folder = new_site("en");
    let before = folder.files("");
    for arguments in [
        &["new", "site", "."][..],
        &["new", "center", "khueang-nai/hua-don"],
        &["new", "best-practice", "khueang-nai/hua-don", "rice-bank"],
        &["new", "activity", "khueang-nai/hua-don", "planting-day"],
        &["new", "center", "khueang-nai/hua-dom"],
        &["new", "center", "../../outside"],
        &["new", "center", "Khueang Nai"],
        &["new", "activity", "khueang-nai/nowhere", "day"],
        &["new", "activity", "khueang-nai/hua-don", "../day"],
    ] {
        let run = folder.inside(&[arguments, &["--lang", "en"]].concat());
        assert_eq!(run.code, Some(1), "{arguments:?}: {}", run.err);
        assert!(run.err.starts_with("error["), "{}", run.err);
    }
    assert_eq!(folder.files(""), before);
    let run = folder.inside(&["new", "center", "khueang-nai/hua-dom", "--lang", "en"]);
    assert!(
        run.err.contains("did you mean \"khueang-nai/hua-don\"?"),
        "{}",
        run.err
    );
}

#[test]
fn a_planned_centre_is_opened_before_it_tells_of_activities() {
    let folder = new_site("en");
    let path = "content/centers/khueang-nai/center.toml";
    folder.replace(path, "status = \"open\"", "status = \"planned\"");
    let run = folder.inside(&["new", "activity", "khueang-nai", "day", "--lang", "en"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.err.contains("center-is-planned") && run.err.contains(path),
        "{}",
        run.err
    );
}

#[test]
fn exit_codes_tell_typing_from_content() {
    let folder = new_site("en");
    for arguments in [
        &["biuld"][..],
        &["build", "--no-such-flag"],
        &["build", "--jobs", "0"],
        &["build", "--base-url", "example.go.th"],
        &["build", "--today", "2568-02-29"],
        &["check", "--format", "xml"],
        &["check", "--lang", "de"],
        &["build", "--output", "content/public"],
    ] {
        assert_eq!(folder.inside(arguments).code, Some(2), "{arguments:?}");
    }
    for arguments in [&["check"][..], &["build"]] {
        let nowhere = [arguments, &["--root", "nowhere"]].concat();
        assert_eq!(folder.inside(&nowhere).code, Some(1), "{arguments:?}");
    }
    let run = finish(
        program()
            .args(["build", "--lang", "en"])
            .current_dir(folder.path())
            .env("SOURCE_DATE_EPOCH", "yesterday"),
    );
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("no-such-epoch"), "{}", run.err);
    assert!(!folder.has("public"));
}

#[test]
fn a_mistake_is_said_in_three_ways() {
    let folder = new_site("en");
    unfinished(&folder);
    let path = "content/centers/khueang-nai/hua-don/center.toml";
    let text = folder.text(path);
    let line = 1 + text
        .lines()
        .position(|it| it.starts_with("district = "))
        .unwrap();
    folder.replace(path, "district = \"เขื่องใน\"", "district = \"เขื่องไน\"");

    let human = folder.inside(&["check", "--lang", "en"]);
    assert_eq!(human.code, Some(1));
    assert_eq!(human.out, "");
    assert!(
        human.err.contains("error[unknown-district]"),
        "{}",
        human.err
    );
    assert!(
        human.err.contains(&format!("--> {path}:{line}:12")),
        "{}",
        human.err
    );
    assert!(human.err.contains("^^^^^^^^ did you mean"), "{}", human.err);

    let json = folder.inside(&["check", "--format", "json", "--lang", "en"]);
    assert_eq!(json.code, Some(1));
    let first: serde_json::Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["code"], "unknown-district");
    assert_eq!(
        (&first["line"], &first["column"]),
        (&line.into(), &12.into())
    );

    let github = folder.inside(&["check", "--format", "github", "--lang", "en"]);
    let start = format!("::error file={path},line={line},col=12,");
    assert!(github.out.starts_with(&start), "{}", github.out);

    let thai = folder.inside(&["check", "--lang", "th"]);
    assert!(
        thai.err.contains("เขื่องไน") && thai.err.contains("ใช่ไหม"),
        "{}",
        thai.err
    );
    let quiet = folder.inside(&["check", "--quiet", "--lang", "en"]);
    assert!(quiet.err.contains("unknown-district"), "{}", quiet.err);
}

#[test]
fn the_locale_chooses_the_language() {
    let folder = new_site("en");
    unfinished(&folder);
    let said = |name: &str, value: &str| {
        let mut command = program();
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let command = command
            .arg("check")
            .current_dir(folder.path())
            .env(name, value);
        finish(command).err
    };
    for (name, value, is_thai) in [
        ("LANG", "th_TH.UTF-8", true),
        ("LC_ALL", "th", true),
        ("LC_MESSAGES", "en_GB.UTF-8", false),
        ("LANG", "C", false),
    ] {
        assert_eq!(
            said(name, value).contains("ตรวจ"),
            is_thai,
            "{name}={value}"
        );
    }
}

#[test]
fn what_programs_read_goes_to_stdout() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = folder.inside(&["completions", shell]);
        assert!(
            run.code == Some(0) && run.out.contains("best-practice"),
            "{shell}"
        );
    }
    let run = folder.inside(&["man"]);
    assert!(run.code == Some(0) && run.out.contains(".TH sala 1"));
    let help = folder.inside(&["build", "--help"]);
    assert!(help.code == Some(0) && help.out.contains("--precompress"));
}

/// `--lang` holds wherever it stands and whatever else is wrong; without it the locale does.
#[test]
fn the_command_line_is_explained_in_the_language_that_was_asked_for() {
    let folder = Folder::new();
    for (arguments, locale, code, said) in [
        (
            ["check", "--help", "--lang", "th"].as_slice(),
            "C",
            0,
            "วิธีใช้: sala check [ตัวเลือก]",
        ),
        (&["--lang=th", "new", "center", "--help"], "C", 0, "ค่าที่ระบุ:"),
        (
            &["check", "--help"],
            "th_TH.UTF-8",
            0,
            "วิธีใช้: sala check [ตัวเลือก]",
        ),
        (
            &["check", "--help", "--lang", "en"],
            "th_TH.UTF-8",
            0,
            "Usage: sala check [OPTIONS]",
        ),
        (
            &["check", "--lnag"],
            "th_TH.UTF-8",
            2,
            "ข้อผิดพลาด: ไม่มีตัวเลือกหรือค่า “--lnag” ในคำสั่งนี้",
        ),
        (&["buidl", "--lang", "th"], "C", 2, "หมายถึง “build” ใช่ไหม"),
        (&["buidl"], "C", 2, "error: unrecognized subcommand 'buidl'"),
        (
            &["build", "--jobs", "0"],
            "C",
            2,
            "write a number from 1 to 256",
        ),
    ] {
        let mut command = program();
        command
            .args(arguments)
            .env("LC_ALL", locale)
            .env("NO_COLOR", "1");
        let run = finish(command.current_dir(folder.path()));
        let shown = if code == 0 { &run.out } else { &run.err };
        assert_eq!(run.code, Some(code), "{arguments:?}: {run:?}");
        assert!(shown.contains(said), "{arguments:?}: {run:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn findings_that_cannot_be_handed_over_are_an_error() {
    let folder = new_site("en");
    folder.put("content/pages/about.md", "+++\ntitle = 5\n+++\n");
    let full = fs::File::create("/dev/full").unwrap();
    let run = finish(folder.command(&["check", "--format", "json"]).stdout(full));
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("cannot-write"), "{}", run.err);
}

/// `sala check --format json | head -1` is no mistake.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    use std::process::Stdio;
    let mut child = program()
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn what_must_be_decided_before_the_site_goes_public_is_named() {
    let folder = fixture("smallest").site().on_disk();
    let run = folder.sala(&["check", "--launch", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let open = run
        .out
        .lines()
        .filter(|it| it.contains("\"not-decided\""))
        .count();
    assert!(open >= 4, "{run:?}");
    assert!(
        run.out.lines().all(|it| it.contains("content/site.toml")),
        "{run:?}"
    );
    let strict = folder.sala(&["check", "--launch", "--strict"]);
    assert_eq!(strict.code, Some(1), "{strict:?}");
    let silent = folder.sala(&["check", "--format", "json"]);
    assert!(!silent.out.contains("not-decided"), "{silent:?}");
}
