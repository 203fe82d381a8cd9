//! The output folder through the executable: the whole site or nothing, and nobody else's files.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::commands::{new_site, unfinished};
use crate::workshop::{Files, Folder, files, finish, is_page};

fn output(folder: &Folder) -> Files {
    let mut files = folder.files("public");
    files.remove(".sala-files");
    files
}

#[test]
fn a_mistake_leaves_the_old_site_whole() {
    let folder = new_site("en");
    folder.built(&[]);
    let before = folder.files("public");
    folder.put("content/pages/about.md", "+++\ntitle = 5\n+++\n");
    folder.put("content/pages/more.md", "+++\ntitle = \"ก\"\n+++\n");
    let run = folder.sala(&["build"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert_eq!(folder.files("public"), before);
}

#[test]
fn a_file_of_someone_else_is_not_overwritten() {
    let folder = new_site("en");
    folder.put("public/index.html", "mine");
    let run = folder.sala(&["build"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("output-taken"), "{}", run.err);
    assert_eq!(folder.files("public").len(), 1);
    fs::remove_file(folder.path().join("public/index.html")).unwrap();
    folder.put("public/CNAME", "example.go.th");
    folder.built(&[]);
    assert_eq!(folder.files("public")["CNAME"], b"example.go.th");
}

#[test]
fn compressed_twins_are_the_same_every_time() {
    let folder = new_site("en");
    folder.built(&["--precompress"]);
    let first = output(&folder);
    assert!(first.contains_key("index.html.gz") && first.contains_key("index.html.br"));
    fs::remove_dir_all(folder.path().join("public")).unwrap();
    folder.built(&["--precompress", "--jobs", "1"]);
    assert_eq!(output(&folder), first);
    folder.built(&[]);
    assert!(!output(&folder).contains_key("index.html.gz"));
}

#[test]
fn the_last_line_says_what_was_built() {
    let folder = new_site("en");
    unfinished(&folder);
    let run = folder.sala(&["build"]);
    let last = run.err.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("built ") && last.ends_with(", 0 warnings"),
        "{}",
        run.err
    );
    let again = folder.sala(&["build", "--timings"]);
    let last = again.err.lines().last().unwrap_or_default();
    assert!(last.contains("(0 changed)"), "{}", again.err);
    assert!(again.err.contains(" ms  parse"), "{}", again.err);
    assert_eq!(folder.sala(&["build", "--quiet"]).err, "");
}

/// Two builds into one folder wait for each other, and what they leave is one site.
#[test]
fn two_builds_at_once_make_one_site() {
    let folder = new_site("en");
    let wanted = folder.built(&[]);
    for _ in 0..3 {
        fs::remove_dir_all(folder.path().join("public")).unwrap();
        let children: Vec<_> = (0..3)
            .map(|_| {
                let mut command = folder.command(&["build", "--quiet"]);
                command.stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for child in children {
            let run = child.wait_with_output().unwrap();
            assert!(
                run.status.success(),
                "{}",
                String::from_utf8_lossy(&run.stderr)
            );
        }
        assert!(output(&folder) == wanted);
    }
}

/// Killed at any moment, a build leaves complete files, and the next one the whole site.
#[test]
fn a_killed_build_leaves_complete_files() {
    let folder = new_site("en");
    for number in 0..150 {
        let text = format!("+++\ntitle = \"หน้า {number}\"\n+++\nเนื้อหา\n");
        folder.put(&format!("content/pages/p{number}.md"), text);
    }
    let first = folder.built(&[]);
    let settings = folder.path().join("content/site.toml");
    let site = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, site.replace("ทำเนียบศูนย์", "รายชื่อศูนย์")).unwrap();
    let other = Folder::with(
        &folder
            .files("content")
            .into_iter()
            .map(|(path, bytes)| (format!("content/{path}"), bytes))
            .collect(),
    );
    let second = other.built(&[]);
    assert!(first["index.html"] != second["index.html"]);
    for delay in [5, 20, 40, 60, 80, 100, 120, 150] {
        let mut child = folder.command(&["build", "--quiet"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in folder.files("public") {
            let is_ours = path.rsplit('/').next().unwrap().starts_with(".sala-");
            let is_complete = first.get(&path) == Some(&bytes) || second.get(&path) == Some(&bytes);
            assert!(is_ours || is_complete, "{path} is torn after {delay} ms");
        }
        // And back, so that each kill has something to interrupt.
        fs::write(&settings, &site).unwrap();
        let run = finish(&mut folder.command(&["build", "--quiet"]));
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(output(&folder) == first, "after {delay} ms");
        fs::write(&settings, site.replace("ทำเนียบศูนย์", "รายชื่อศูนย์")).unwrap();
    }
}

#[test]
fn a_site_may_do_without_a_search() {
    let folder = new_site("en");
    folder.built(&[]);
    let with = output(&folder);
    assert!(with.contains_key("search/index.html") && with.contains_key("opensearch.xml"));
    let is_asking = |(_, bytes): &(&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("role=\"search\"") || text.contains("SearchAction")
    };
    assert!(with.iter().filter(is_asking).count() > 10);
    let mut site = folder.files("content")["site.toml"].clone();
    site.extend_from_slice(b"\n[output]\nsearch = false\n");
    folder.put("content/site.toml", site);
    folder.built(&[]);
    let without = output(&folder);
    assert_eq!(without.keys().find(|it| it.contains("search")), None);
    assert_eq!(without.iter().find(is_asking).map(|(path, _)| path), None);
}

#[test]
fn a_site_without_the_offline_copy_takes_the_worker_of_an_earlier_one_back() {
    let folder = Folder::with(&files([("content/site.toml", "")]));
    let site = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/sj/\"\n";
    folder.put("content/site.toml", site);
    let with = folder.built(&[]);
    let keeps = |built: &Files| {
        std::str::from_utf8(&built["sw.js"])
            .unwrap()
            .contains("'fetch'")
    };
    assert!(keeps(&with));
    folder.put(
        "content/site.toml",
        format!("{site}[output]\noffline = false\n"),
    );
    let without = folder.built(&[]);
    assert!(!keeps(&without));
    let farewell = std::str::from_utf8(&without["sw.js"]).unwrap();
    assert!(farewell.contains("registration.unregister()"), "{farewell}");
    assert!(!without.contains_key("offline.html"));
    let headers = std::str::from_utf8(&without["_headers"]).unwrap();
    assert!(headers.contains("sw.js\n  Cache-Control: no-cache\n"));
    for (path, bytes) in without.iter().filter(|(path, _)| is_page(path)) {
        let html = std::str::from_utf8(bytes).unwrap();
        assert!(!html.contains("data-worker"), "{path}");
    }
    let portable = folder.built(&["--base-url", "./"]);
    assert!(!portable.contains_key("sw.js"));
}
