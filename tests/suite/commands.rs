//! Each verb through the executable: that it is wired, and how it ends.

use std::fs;
use std::process::Command;

use crate::workshop::{Folder, Run, finish};

/// A site as `sala new` makes it, with a centre, a practice and an activity.
pub fn new_site(lang: &str) -> Folder {
    let folder = Folder::new();
    for arguments in [
        &["new", "site", "."][..],
        &["new", "center", "khueang-nai"],
        &["new", "center", "khueang-nai/hua-don"],
        &["new", "best-practice", "khueang-nai/hua-don", "rice-bank"],
        &["new", "activity", "khueang-nai/hua-don", "planting-day"],
    ] {
        let run = inside(&folder, &[arguments, &["--lang", lang]].concat());
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    }
    folder
}

/// Runs the program inside a folder, as people do.
fn inside(folder: &Folder, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
    let command = command.args(arguments).current_dir(folder.path());
    finish(command.env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1"))
}

#[test]
fn new_files_are_right_at_once() {
    for lang in ["th", "en"] {
        let folder = new_site(lang);
        let run = inside(&folder, &["check", "--format", "json"]);
        assert_eq!(run.code, Some(0), "{lang}: {}", run.err);
        // What they say as an example is no text of an entry: until somebody changes it, each place is told of.
        let said: Vec<&str> = run.out.lines().collect();
        assert!(said.len() > 4, "{lang}: {said:#?}");
        assert!(
            said.iter().all(|it| it.contains("\"template-text\"")),
            "{said:#?}"
        );
        unfinished(&folder);
        let run = inside(&folder, &["check", "--strict", "--lang", "en"]);
        assert_eq!(run.code, Some(0), "{lang}: {}", run.err);
        let built = inside(&folder, &["build", "--lang", "en"]);
        assert_eq!(built.code, Some(0), "{lang}: {}", built.err);
        let page = "public/centers/khueang-nai/hua-don/index.html";
        let page = fs::read_to_string(folder.path().join(page)).unwrap();
        assert!(page.contains("ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน"));
    }
}

/// The practice and the activity of a new site, marked as not done yet.
pub fn unfinished(folder: &Folder) {
    for file in ["best-practices/rice-bank.md", "activities/planting-day.md"] {
        let path = format!("content/centers/khueang-nai/hua-don/{file}");
        let text = fs::read_to_string(folder.path().join(&path)).unwrap();
        folder.put(&path, text.replace("# draft = true", "draft = true"));
    }
}

/// Every key that a new file shows as a comment is one that exists, with a value that is right.
#[test]
fn what_new_files_propose_is_right_too() {
    for lang in ["th", "en"] {
        let folder = new_site(lang);
        let centers = folder.path().join("content/centers/khueang-nai/hua-don");
        for file in [
            "center.toml",
            "best-practices/rice-bank.md",
            "activities/planting-day.md",
        ] {
            let path = centers.join(file);
            let text = fs::read_to_string(&path).unwrap();
            let used: Vec<&str> = text.lines().map(without_comment).collect();
            let more = used.join("\n").replace("draft = true", "draft = false");
            assert!(more.lines().filter(|it| it.contains(" = ")).count() > 10);
            fs::write(&path, more).unwrap();
        }
        for photo in ["cover.jpg", "photo-1.jpg"] {
            let picture = image::RgbImage::from_pixel(8, 6, image::Rgb([90, 120, 60]));
            picture.save(centers.join(photo)).unwrap();
        }
        let run = inside(&folder, &["check", "--lang", "en", "--drafts"]);
        assert_eq!(run.code, Some(0), "{lang}: {}", run.err);
    }
}

/// `# key = value` and `# [table]` without the mark.
fn without_comment(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("# ") else {
        return line;
    };
    let key = rest.split(" = ").next().unwrap();
    let is_key =
        rest.contains(" = ") && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    if is_key || rest.starts_with('[') {
        rest
    } else {
        line
    }
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
        let run = inside(&folder, &["new", "center", written, "--lang", "en"]);
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
        let run = inside(&folder, &[&arguments[..], &["--lang", "en"]].concat());
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
        let run = inside(&folder, &[arguments, &["--lang", "en"]].concat());
        assert_eq!(run.code, Some(1), "{arguments:?}: {}", run.err);
        assert!(run.err.starts_with("error["), "{}", run.err);
    }
    assert_eq!(folder.files(""), before);
    let run = inside(
        &folder,
        &["new", "center", "khueang-nai/hua-dom", "--lang", "en"],
    );
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
    let text = fs::read_to_string(folder.path().join(path)).unwrap();
    folder.put(
        path,
        text.replace("status = \"open\"", "status = \"planned\""),
    );
    let run = inside(
        &folder,
        &["new", "activity", "khueang-nai", "day", "--lang", "en"],
    );
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
        assert_eq!(inside(&folder, arguments).code, Some(2), "{arguments:?}");
    }
    for arguments in [&["check"][..], &["build"]] {
        let nowhere = [arguments, &["--root", "nowhere"]].concat();
        assert_eq!(inside(&folder, &nowhere).code, Some(1), "{arguments:?}");
    }
    let run = finish(
        Command::new(env!("CARGO_BIN_EXE_sala"))
            .args(["build", "--lang", "en"])
            .current_dir(folder.path())
            .env("SOURCE_DATE_EPOCH", "yesterday"),
    );
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("no-such-epoch"), "{}", run.err);
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_mistake_is_said_in_three_ways() {
    let folder = new_site("en");
    unfinished(&folder);
    let path = "content/centers/khueang-nai/hua-don/center.toml";
    let text = fs::read_to_string(folder.path().join(path)).unwrap();
    let line = 1 + text
        .lines()
        .position(|it| it.starts_with("district = "))
        .unwrap();
    folder.put(
        path,
        text.replace("district = \"เขื่องใน\"", "district = \"เขื่องไน\""),
    );

    let human = inside(&folder, &["check", "--lang", "en"]);
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

    let json = inside(&folder, &["check", "--format", "json", "--lang", "en"]);
    assert_eq!(json.code, Some(1));
    let first: serde_json::Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["code"], "unknown-district");
    assert_eq!(
        (&first["line"], &first["column"]),
        (&line.into(), &12.into())
    );

    let github = inside(&folder, &["check", "--format", "github", "--lang", "en"]);
    let start = format!("::error file={path},line={line},col=12,");
    assert!(github.out.starts_with(&start), "{}", github.out);

    let thai = inside(&folder, &["check", "--lang", "th"]);
    assert!(
        thai.err.contains("เขื่องไน") && thai.err.contains("ใช่ไหม"),
        "{}",
        thai.err
    );
    let quiet = inside(&folder, &["check", "--quiet", "--lang", "en"]);
    assert!(quiet.err.contains("unknown-district"), "{}", quiet.err);
}

#[test]
fn the_locale_chooses_the_language() {
    let folder = new_site("en");
    unfinished(&folder);
    let said = |name: &str, value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
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
        let run = inside(&folder, &["completions", shell]);
        assert!(
            run.code == Some(0) && run.out.contains("best-practice"),
            "{shell}"
        );
    }
    let run = inside(&folder, &["man"]);
    assert!(run.code == Some(0) && run.out.contains(".TH sala 1"));
    let help = inside(&folder, &["build", "--help"]);
    assert!(help.code == Some(0) && help.out.contains("--precompress"));
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
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}
