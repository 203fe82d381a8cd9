//! The folders of `tests/sites/`: a site, every file that is made of it, and what is said about it in both languages.
//!
//! Pages are compared by what each has to itself; one fixture, [`FRAME`], holds them whole. `UPDATE_EXPECTED=1` writes down what the
//! program does now; a person reads the difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use similar::TextDiff;

use crate::folder::{Files, Folder, files_of};
use crate::program::is_page;
use crate::test_site::TestSite;

/// The fixture whose pages are compared with all that stands around them, what machines read of them included: it shows every kind of
/// page in both languages.
const FRAME: &str = "showcase-plain";

/// So many files are shown when they differ; the rest are named.
const SHOWN: usize = 5;

/// The folder of this package.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A fixture and how it is built.
pub struct Fixture {
    name: &'static str,
    arguments: Vec<&'static str>,
}

/// The fixture of a name, built with nothing but the defaults.
pub fn fixture(name: &'static str) -> Fixture {
    Fixture {
        name,
        arguments: Vec::new(),
    }
}

/// The fixture that uses every key in a folder, with the built-in theme.
pub fn showcase() -> Folder {
    fixture(FRAME).with_built_in_theme().on_disk()
}

impl Fixture {
    pub fn with(mut self, arguments: &[&'static str]) -> Self {
        self.arguments.extend_from_slice(arguments);
        self
    }

    fn home(&self) -> PathBuf {
        repository().join("tests/sites").join(self.name)
    }

    /// The site with the bare theme.
    pub fn site(&self) -> TestSite {
        let theme = files_of(&repository().join("tests/themes/plain")).into_iter();
        theme.fold(self.content(), |site, (path, bytes)| {
            site.with(&format!("themes/plain/{path}"), bytes)
        })
    }

    /// The site with the built-in theme.
    pub fn with_built_in_theme(&self) -> TestSite {
        self.content()
            .replacing("content/site.toml", "theme = \"plain\"\n", "")
    }

    fn content(&self) -> TestSite {
        files_of(&self.home().join("site")).into()
    }

    /// Builds it and compares every file, none missing, none extra; then what `check` says in both languages.
    pub fn matches_expected(self) {
        let folder = self.site().on_disk();
        let built = folder.sala(&[&["build"], self.arguments.as_slice()].concat());
        let output = self.compared(folder.files("public"));
        assert_eq!(built.code == Some(0), !output.is_empty(), "{}", built.err);
        let mut said = String::new();
        for lang in ["th", "en"] {
            let run = folder.sala(&["check", "--lang", lang]);
            let code = run.code.unwrap();
            let _ = writeln!(said, "--lang {lang}: exit {code}\n{}", run.err);
        }
        let mut now: Files = output
            .into_iter()
            .map(|(path, bytes)| (format!("expected/{path}"), bytes))
            .collect();
        now.insert("expected.txt".to_owned(), said.into_bytes());
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            self.write_down(&now);
        } else {
            let mut then = files_of(&self.home());
            then.retain(|path, _| !path.starts_with("site/"));
            if let Some(difference) = difference(&then, &now) {
                panic!("{}: {difference}", self.name);
            }
        }
    }

    /// What is compared of an output.
    fn compared(&self, mut output: Files) -> Files {
        output.remove(".sala-files");
        // It names the files of the look with their hashes: `render::tests` reads it.
        output.remove("sw.js");
        output.retain(|path, _| !is_look(path));
        if let Some(headers) = output.get_mut("_headers") {
            *headers = without_look(headers);
        }
        if self.name != FRAME {
            for (path, page) in output.iter_mut().filter(|it| is_page(it.0)) {
                *page = own(path, std::str::from_utf8(page).unwrap()).into_bytes();
            }
        }
        output
    }

    fn write_down(&self, now: &Files) {
        let home = self.home();
        let _ = fs::remove_dir_all(home.join("expected"));
        for (path, bytes) in now {
            let path = home.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}

/// What a page has to itself: its `<main>`, and of its head the title and what tells a search engine or a browser where to look.
fn own(path: &str, html: &str) -> String {
    let mut own = String::new();
    let head = html.split("</head>").next().unwrap();
    for (start, end) in [
        ("<title>", "</title>"),
        ("<meta name=\"robots\"", ">"),
        ("<meta http-equiv=\"refresh\"", ">"),
        ("<link rel=\"canonical\"", ">"),
    ] {
        own.extend(head.match_indices(start).flat_map(|(from, _)| {
            let to = from + head[from..].find(end).unwrap() + end.len();
            [&head[from..to], "\n"]
        }));
    }
    let parts: Vec<&str> = html.split("<main>").collect();
    let [_, main] = parts[..] else {
        panic!("{path} has {} <main>", parts.len() - 1);
    };
    let (main, _) = main.split_once("</main>").unwrap();
    own + "<main>" + main + "</main>\n"
}

/// What is missing, extra or other than it was, to be read by a person; nothing where all is the same.
fn difference(then: &Files, now: &Files) -> Option<String> {
    let mut told = String::new();
    let mut count = 0;
    let paths: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    for path in paths {
        let line = match (then.get(path), now.get(path)) {
            (Some(_), None) => format!("missing: {path}\n"),
            (None, Some(_)) => format!("extra: {path}\n"),
            (Some(then), Some(now)) if then != now => {
                count += 1;
                match (std::str::from_utf8(then), std::str::from_utf8(now)) {
                    (Ok(then), Ok(now)) if count <= SHOWN => lines(path, then, now),
                    _ => format!("differs: {path}\n"),
                }
            }
            _ => continue,
        };
        told.push_str(&line);
    }
    (!told.is_empty()).then(|| format!("not as expected\n{told}"))
}

/// The lines of a text that differ, with those around them. Long ones, such as data inside a page, are broken for the eye.
pub fn lines(path: &str, then: &str, now: &str) -> String {
    let (short_then, short_now) = (broken(then), broken(now));
    let (then, now) = if short_then == short_now {
        (then, now)
    } else {
        (short_then.as_str(), short_now.as_str())
    };
    TextDiff::from_lines(then, now)
        .unified_diff()
        .context_radius(2)
        .header(path, "now")
        .to_string()
}

fn broken(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        if line.len() > 300 {
            line.replace("><", ">\n<").replace(",\"", ",\n\"")
        } else {
            line.to_owned()
        }
    });
    lines.collect()
}

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

#[test]
fn a_difference_is_told_by_lines() {
    let then = TestSite::of(&[
        ("a.html", "one\ntwo\nthree\nfour\nfive\n"),
        ("gone.txt", ""),
        ("same.txt", "same"),
    ])
    .files;
    let mut now = TestSite::of(&[
        ("a.html", "one\ntwo\nthree\n4\nfive\n"),
        ("new.txt", ""),
        ("same.txt", "same"),
    ])
    .files;
    assert_eq!(difference(&then, &then), None);
    assert_eq!(
        difference(&then, &now).unwrap(),
        "not as expected\n--- a.html\n+++ now\n@@ -2,4 +2,4 @@\n two\n three\n-four\n+4\n five\n\
         missing: gone.txt\nextra: new.txt\n"
    );
    let data = |last: &str| format!("{{{}\"last\":{last}}}\n", "\"a\":1,".repeat(60));
    assert_eq!(
        lines("a.json", &data("1"), &data("2")),
        "--- a.json\n+++ now\n@@ -59,3 +59,3 @@\n \"a\":1,\n \"a\":1,\n-\"last\":1}\n+\"last\":2}\n"
    );
    now.insert("a.html".to_owned(), vec![0xff]);
    let told = difference(&then, &now).unwrap();
    assert!(told.contains("differs: a.html\n"), "{told}");
}

#[test]
fn a_page_is_compared_by_what_it_has_to_itself() {
    let page = "<html lang=\"th\">\n<head><title>ก</title>\n<meta name=\"description\" content=\"\">\
                <meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"/a/\">\n</head>\n<body>\n\
                <nav></nav>\n<main>\n<h1>ก</h1>\n</main>\n<footer></footer>\n</body>\n</html>\n";
    assert_eq!(
        own("a.html", page),
        "<title>ก</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"/a/\">\n\
         <main>\n<h1>ก</h1>\n</main>\n"
    );
    let around = page.replace("<nav></nav>", "<nav>ข</nav>");
    assert_eq!(own("a.html", &around), own("a.html", page));
    let inside = page.replace("<h1>ก", "<h1>ข");
    assert_ne!(own("a.html", &inside), own("a.html", page));
}
