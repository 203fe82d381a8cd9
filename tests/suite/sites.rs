//! Fixture sites, one folder of `tests/sites/` each: every file of the output and every word said, in both languages.
//!
//! `UPDATE_EXPECTED=1 cargo test --test suite` writes down what the program does now; a person reads the difference.

use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use crate::workshop::{Files, Folder, files_of, repository};

/// Whether a file belongs to the look alone: fonts, styles, scripts, icons and patterns of the built-in theme, which the bare one leaves
/// as they are, and previews, which `pictures.rs` looks at.
fn is_look(path: &str) -> bool {
    static THEME: LazyLock<Files> =
        LazyLock::new(|| files_of(&repository().join("themes/sala/static")));
    THEME.contains_key(path) || is_hashed(path) || is_index(path) || path.ends_with("share.png")
}

/// Whether a file is a part of the search index, or says where that is; nobody can read in it: `search.rs` looks into them.
fn is_index(path: &str) -> bool {
    path.strip_prefix("search/")
        .is_some_and(|it| it != "index.html")
}

/// Whether a style or a script carries the hash of its content: `sala.0123456789ab.css`.
fn is_hashed(path: &str) -> bool {
    let mut parts = path.rsplitn(3, '.').skip(1);
    let is_hash = |it: &str| it.len() == 12 && it.bytes().all(|it| it.is_ascii_hexdigit());
    parts.next().is_some_and(is_hash) && parts.next().is_some()
}

/// `_headers` without the rules for files of the look.
fn without_look(headers: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(headers);
    let mut is_kept = true;
    let kept = text.split_inclusive('\n').filter(|line| {
        if let Some((_, path)) = line
            .trim_end()
            .rsplit_once('/')
            .filter(|_| line.starts_with('/'))
        {
            is_kept = !is_look(path) && !line.contains("/search/");
        }
        is_kept
    });
    kept.collect::<String>().into_bytes()
}

/// A fixture and how it is built.
struct Site {
    name: &'static str,
    arguments: Vec<&'static str>,
}

/// The fixture of a name, built with nothing but the defaults.
fn site(name: &'static str) -> Site {
    Site {
        name,
        arguments: Vec::new(),
    }
}

impl Site {
    fn with(mut self, arguments: &[&'static str]) -> Self {
        self.arguments.extend_from_slice(arguments);
        self
    }

    /// The site in a folder of its own, with the bare theme.
    fn folder(&self) -> Folder {
        let tests = repository().join("tests");
        let folder = Folder::with(&files_of(&tests.join("sites").join(self.name).join("site")));
        for (path, bytes) in files_of(&tests.join("themes/plain")) {
            folder.put(&format!("themes/plain/{path}"), bytes);
        }
        folder
    }

    /// Builds it and compares every file, none missing, none extra; then what `check` says in both languages.
    fn matches_expected(self) {
        let folder = self.folder();
        let built = folder.sala(&[&["build"], self.arguments.as_slice()].concat());
        let mut output = folder.files("public");
        output.remove(".sala-files");
        // It names the files of the look with their hashes: `render::tests` reads it.
        output.remove("sw.js");
        output.retain(|path, _| !is_look(path));
        if let Some(headers) = output.get_mut("_headers") {
            *headers = without_look(headers);
        }
        assert_eq!(built.code == Some(0), !output.is_empty(), "{}", built.err);
        let mut said = String::new();
        for lang in ["th", "en"] {
            let run = folder.sala(&["check", "--lang", lang]);
            let _ = writeln!(
                said,
                "--lang {lang}: exit {}\n{}",
                run.code.unwrap(),
                run.err
            );
        }
        self.compare(&output, &said);
    }

    fn compare(&self, output: &Files, said: &str) {
        let home = repository().join("tests/sites").join(self.name);
        let wanted = home.join("expected");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            let _ = fs::remove_dir_all(&wanted);
            for (path, bytes) in output {
                let path = wanted.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            fs::write(home.join("expected.txt"), said).unwrap();
            return;
        }
        let expected = files_of(&wanted);
        let names = |of: &Files, but: &Files| -> Vec<String> {
            of.keys()
                .filter(|it| !but.contains_key(*it))
                .cloned()
                .collect()
        };
        let missing = names(&expected, output);
        let extra = names(output, &expected);
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{}: missing {missing:?}, extra {extra:?}",
            self.name
        );
        for (path, bytes) in output {
            let (now, then) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(&expected[path]),
            );
            if now != then {
                let line = now
                    .lines()
                    .zip(then.lines())
                    .take_while(|(a, b)| a == b)
                    .count();
                panic!(
                    "{}: {path}:{}\nnow  {}\nthen {}",
                    self.name,
                    line + 1,
                    now.lines().nth(line).unwrap_or("(end)"),
                    then.lines().nth(line).unwrap_or("(end)")
                );
            }
        }
        let then = fs::read_to_string(home.join("expected.txt")).unwrap();
        assert_eq!(said, then, "{}: what is said", self.name);
    }
}

#[test]
fn the_smallest_site() {
    site("smallest").matches_expected();
}

#[test]
fn every_key_is_shown() {
    site("showcase-plain").matches_expected();
}

#[test]
fn a_misspelt_district_is_reported() {
    site("misspelt-district").matches_expected();
}

#[test]
fn nobody_is_named_without_consent() {
    site("consent").matches_expected();
}

#[test]
fn drafts_and_examples_stay_at_home() {
    site("drafts-and-examples").matches_expected();
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let folder = site("drafts-and-examples").folder();
    let built = folder.built(&["--drafts"]);
    let practice = "centers/khueang-nai/hua-don/best-practices/draft/index.html";
    assert!(built.contains_key(practice), "{:?}", built.keys());
    assert!(!built.keys().any(|it| it.contains("examples/")));
}

#[test]
fn two_languages_and_what_lacks_a_translation() {
    site("two-languages").matches_expected();
}

#[test]
fn a_portable_site_names_files() {
    site("portable")
        .with(&["--base-url", "./"])
        .matches_expected();
}

#[test]
fn old_addresses_lead_to_new_ones() {
    site("aliases").matches_expected();
}
