//! What is true of every site: the same bytes anywhere, nothing unpublished, every address where links say it is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::fixture::{fixture, repository, showcase};
use crate::folder::{Files, Folder, files_of};
use crate::program::{Output, finish, program};

#[path = "../bench/synthetic.rs"]
pub mod synthetic;

/// Differences by path, short enough to read.
fn differing(a: &Files, b: &Files) -> Vec<String> {
    let paths: BTreeSet<_> = a.keys().chain(b.keys()).collect();
    paths
        .into_iter()
        .filter(|it| a.get(*it) != b.get(*it))
        .cloned()
        .collect()
}

#[test]
fn the_same_sources_make_the_same_bytes() {
    let first = showcase().built(&[]);
    assert!(first.len() > 40, "{:?}", first.keys());
    let again = showcase();
    let other = Folder::new();
    let other_output = other.path().join("some/where else");
    for (what, command) in [
        ("another path", &mut again.command(&["build"])),
        ("cached photos", &mut again.command(&["build"])),
        ("one job", &mut again.command(&["build", "--jobs", "1"])),
        ("many jobs", &mut again.command(&["build", "--jobs", "7"])),
        (
            "another zone",
            again.command(&["build"]).env("TZ", "America/Los_Angeles"),
        ),
        (
            "another locale",
            again
                .command(&["build", "--lang", "th"])
                .env("LC_ALL", "th_TH.UTF-8")
                .env("LANG", "th_TH.UTF-8"),
        ),
        ("another folder", again.command(&["build"]).current_dir("/")),
    ] {
        let run = finish(command);
        assert_eq!(run.code, Some(0), "{what}: {}", run.err);
        assert_eq!(differing(&first, &again.output()), [""; 0], "{what}");
        again.forget_output();
    }
    let elsewhere = other_output.to_str().unwrap();
    assert_eq!(again.sala(&["build", "--output", elsewhere]).code, Some(0));
    let mut files = files_of(&other_output);
    files.remove(".sala-files");
    assert_eq!(differing(&first, &files), [""; 0], "another output");
}

#[test]
fn the_day_comes_from_outside() {
    let folder = showcase();
    let today = folder.built(&["--today", "2026-02-05"]);
    let ten_in_bangkok = "1770260400";
    let run = finish(
        folder
            .command_of_any_day(&["build"])
            .env("SOURCE_DATE_EPOCH", ten_in_bangkok),
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(differing(&today, &folder.output()), [""; 0]);
}

/// Texts of fixtures that must stay in the content folder say so themselves.
#[test]
fn what_is_not_published_is_in_no_file() {
    for (name, private) in [
        ("showcase-plain", &["UNPUBLISHED"][..]),
        (
            "consent",
            &[
                "UNPUBLISHED",
                "unpublished",
                "081-000-000",
                "081000000",
                "6681000000",
                "081 000",
            ],
        ),
        (
            "drafts-and-examples",
            &[
                "UNPUBLISHED",
                "examples/one",
                "best-practices/draft",
                "activities/draft",
            ],
        ),
    ] {
        let site = fixture(name).with_built_in_theme();
        let built = site.on_disk().built(&[]);
        assert!(built.len() > 10);
        for (path, bytes) in built.iter() {
            assert!(!path.contains("withheld"), "{path}");
            if Path::new(path)
                .extension()
                .is_some_and(|it| it == "css" || it == "js" || it == "woff2")
            {
                continue;
            }
            for words in private {
                let found = bytes.windows(words.len()).any(|it| it == words.as_bytes());
                assert!(!found, "{name}: {words:?} is in {path}");
            }
        }
    }
}

/// With consent they are published: the law above is not kept by publishing nothing.
#[test]
fn what_is_published_is_on_its_page() {
    let site = fixture("consent").with_built_in_theme();
    let built = site.on_disk().built(&[]);
    let page = built.text("centers/khueang-nai/hua-don/index.html");
    for words in ["นางบุญมี แสงทอง", "tel:+66812345678", "นายทองดี มีสุข"]
    {
        assert!(page.contains(words), "{words:?} is missing");
    }
    let page = built.text("centers/khueang-nai/index.html");
    assert!(
        page.contains("สำนักงานพัฒนาชุมชนอำเภอเขื่องใน"),
        "the office stands in"
    );
}

/// `href` and `src` of every page, with the page.
fn links(built: &Output) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for (path, html) in built.pages() {
        for part in html
            .split(" href=\"")
            .skip(1)
            .chain(html.split(" src=\"").skip(1))
        {
            let link = part.split('"').next().unwrap().replace("&amp;", "&");
            links.push((path.to_owned(), link));
        }
    }
    assert!(links.len() > 100, "only {} links", links.len());
    links
}

/// A path of an address as the file of the site, `%E0` read.
fn file_of(address: &str) -> String {
    let path = address.split(['#', '?']).next().unwrap();
    let path = percent_encoding::percent_decode_str(path);
    path.decode_utf8().unwrap().into_owned()
}

fn leads_elsewhere(link: &str) -> bool {
    ["tel:", "mailto:", "geo:", "https://", "http://"]
        .iter()
        .any(|it| link.starts_with(it))
}

#[test]
fn under_a_path_every_link_has_the_path() {
    let built = showcase().built(&["--base-url", "https://example.org/sub/path/"]);
    for (page, link) in links(&built) {
        let inside = match link.strip_prefix("https://example.org/sub/path/") {
            Some(inside) => inside,
            None if leads_elsewhere(&link) || link.starts_with('#') => continue,
            None => link
                .strip_prefix("/sub/path/")
                .unwrap_or_else(|| panic!("{page}: {link}")),
        };
        let mut file = file_of(inside);
        if file.is_empty() || file.ends_with('/') {
            file.push_str("index.html");
        }
        assert!(built.contains_key(&file), "{page}: {link}");
    }
}

#[test]
fn in_a_portable_site_every_link_names_a_file() {
    let built = showcase().built(&["--base-url", "./"]);
    for (page, link) in links(&built) {
        if leads_elsewhere(&link) || link.starts_with('#') {
            continue;
        }
        assert!(!link.starts_with('/'), "{page}: {link}");
        let mut parts: Vec<_> = page.split('/').collect();
        parts.pop();
        let file = file_of(&link);
        for part in file.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{page}: {link}"),
                "." | "" => {}
                name => parts.push(name),
            }
        }
        assert!(built.contains_key(&parts.join("/")), "{page}: {link}");
    }
}

/// Modification times of every file, to the nanosecond.
fn times(folder: &Path) -> Vec<(String, std::time::SystemTime)> {
    files_of(folder)
        .into_keys()
        .map(|it| {
            let time = fs::metadata(folder.join(&it)).unwrap().modified().unwrap();
            (it, time)
        })
        .collect()
}

#[test]
fn a_build_that_changes_one_page_writes_few_files() {
    let folder = showcase();
    let before = folder.built(&[]);
    let public = folder.path().join("public");
    let old = times(&public);
    folder.built(&[]);
    assert_eq!(old, times(&public), "a second build touched files");
    let about = "content/pages/about.md";
    folder.replace(about, "กลับไปที่", "กลับไปดู");
    let after = folder.built(&[]);
    // What is kept of all pages together is another one too: the index of the search, which the page of results names, and what a reader
    // without a network has.
    let is_search = |it: &str| it.trim_start_matches("en/").starts_with("search/");
    let is_page = |it: &String| !is_search(it) && it != "sw.js" && it != "_headers";
    let pages: Vec<String> = differing(&before, &after)
        .into_iter()
        .filter(is_page)
        .collect();
    assert_eq!(pages, ["about/index.html"]);
    folder.remove("content/centers/khueang-nai/hua-don/activities/harvest.md");
    folder.put(
        "content/centers/khueang-nai/hua-don/center.md",
        "## ความเป็นมา\n\nสั้น ๆ\n",
    );
    folder.put("public/from-someone-else.txt", "kept");
    let run = folder.sala(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(public.join("from-someone-else.txt").exists());
    let gone = "centers/khueang-nai/hua-don/activities/harvest";
    assert!(
        !public.join(gone).exists(),
        "a page of a removed entry stays"
    );
    folder.remove("public/from-someone-else.txt");
    let files = folder.output();
    folder.forget_output();
    let fresh = folder.built(&[]);
    assert_eq!(differing(&files, &fresh), [""; 0]);
}

#[test]
fn check_writes_nothing() {
    let folder = showcase();
    let before = folder.files("");
    assert_eq!(folder.sala(&["check"]).code, Some(0));
    assert_eq!(differing(&before, &folder.files("")), [""; 0]);
}

#[test]
fn an_output_folder_that_would_eat_the_content_is_refused() {
    let folder = showcase();
    let before = folder.files("");
    for output in [
        ".",
        "..",
        "content",
        "content/public",
        "static",
        "themes/x",
        "/",
    ] {
        let output = folder.path().join(output);
        let run = folder.sala(&["build", "--output", output.to_str().unwrap()]);
        assert_eq!(run.code, Some(2), "{output:?}: {run:?}");
    }
    assert_eq!(differing(&before, &folder.files("")), [""; 0]);
}

/// The real content of this repository is right, without a warning.
#[test]
fn the_real_site_is_right() {
    let mut command = program();
    command
        .args(["check", "--strict", "--lang", "en", "--today", "2026-12-01"])
        .arg("--root")
        .arg(repository());
    let run = finish(&mut command);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

/// Ten provinces: in bounded memory, and a second build touches no file.
#[test]
fn a_large_directory_fits_in_memory() {
    let folder = Folder::new();
    for (path, text) in synthetic::site() {
        folder.put(&path, text);
    }
    let public = folder.path().join("public");
    // Threads that wait for a busy machine only ever add: the leanest of three cold builds counts.
    let limit = 150 * 1024;
    let mut peak = u64::MAX;
    for _ in 0..3 {
        if public.exists() {
            fs::remove_dir_all(&public).unwrap();
        }
        peak = peak.min(peak_of_a_build(&folder));
        if peak <= limit {
            break;
        }
    }
    assert!(peak <= limit, "peak of {peak} kB");
    let old = times(&public);
    assert!(old.len() > 6_000, "only {} files", old.len());
    folder.built(&["--quiet"]);
    assert_eq!(old, times(&public));
}

/// The most memory that a build held, in kilobytes.
fn peak_of_a_build(folder: &Folder) -> u64 {
    let mut child = folder
        .command(&["build", "--quiet"])
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        if let Ok(text) = fs::read_to_string(&status_file) {
            let kilobytes = text
                .lines()
                .find_map(|it| it.strip_prefix("VmHWM:"))
                .and_then(|it| it.trim().trim_end_matches(" kB").parse::<u64>().ok());
            peak = peak.max(kilobytes.unwrap_or(0));
        }
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert_eq!(status.code(), Some(0));
    assert!(peak > 0, "no memory was measured");
    peak
}
