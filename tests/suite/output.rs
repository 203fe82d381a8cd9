//! The output folder through the executable: the whole site or nothing, and nobody else's files.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::program::{Output, finish, new_site, unfinished};
use crate::test_site::TestSite;

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
    folder.remove("public/index.html");
    folder.put("public/CNAME", "example.go.th");
    folder.built(&[]);
    assert_eq!(folder.files("public")["CNAME"], b"example.go.th");
}

#[test]
fn files_for_hosts_may_be_ones_own() {
    let folder = new_site("en");
    folder.put("static/robots.txt", "User-agent: *\nDisallow: /\n");
    folder.put("static/_headers", "/*\n  X-Own: 1\n");
    let built = folder.built(&[]);
    assert_eq!(built["robots.txt"], b"User-agent: *\nDisallow: /\n");
    assert_eq!(built["_headers"], b"/*\n  X-Own: 1\n");
    folder.put("static/sitemap.xml", "x");
    let run = folder.sala(&["build"]);
    assert!(run.err.contains("same-address"), "{}", run.err);
}

#[test]
fn compressed_twins_are_the_same_every_time() {
    let folder = new_site("en");
    let first = folder.built(&["--precompress"]);
    assert!(first.contains_key("index.html.gz") && first.contains_key("index.html.br"));
    folder.forget_output();
    assert_eq!(folder.built(&["--precompress", "--jobs", "1"]), first);
    assert!(!folder.built(&[]).contains_key("index.html.gz"));
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
        folder.forget_output();
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
        assert!(folder.output() == wanted);
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
    let mut other = TestSite::from(folder.files(""));
    other.files.retain(|path, _| path.starts_with("content/"));
    let second = other.on_disk().built(&[]);
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
        assert!(folder.output() == first, "after {delay} ms");
        fs::write(&settings, site.replace("ทำเนียบศูนย์", "รายชื่อศูนย์")).unwrap();
    }
}

#[test]
fn a_site_may_do_without_a_search() {
    let folder = new_site("en");
    let with = folder.built(&[]);
    assert!(with.contains_key("search/index.html") && with.contains_key("opensearch.xml"));
    let is_asking = |(_, bytes): &(&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("role=\"search\"") || text.contains("SearchAction")
    };
    assert!(with.iter().filter(is_asking).count() > 10);
    let site = folder.text("content/site.toml");
    folder.put("content/site.toml", site + "\n[output]\nsearch = false\n");
    let without = folder.built(&[]);
    assert_eq!(without.keys().find(|it| it.contains("search")), None);
    assert_eq!(without.iter().find(is_asking).map(|(path, _)| path), None);
}

#[test]
fn a_site_without_the_offline_copy_takes_the_worker_of_an_earlier_one_back() {
    let site = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/sj/\"\n";
    let folder = TestSite::of(&[("content/site.toml", site)]).on_disk();
    let with = folder.built(&[]);
    let keeps = |built: &Output| built.text("sw.js").contains("'fetch'");
    assert!(keeps(&with));
    folder.put(
        "content/site.toml",
        format!("{site}[output]\noffline = false\n"),
    );
    let without = folder.built(&[]);
    assert!(!keeps(&without));
    let worker = without.text("sw.js");
    assert!(worker.contains("registration.unregister()"), "{worker}");
    assert!(!without.contains_key("offline.html"));
    let headers = without.text("_headers");
    assert!(headers.contains("sw.js\n  Cache-Control: no-cache\n"));
    for (path, html) in without.pages() {
        assert!(!html.contains("data-worker"), "{path}");
    }
    let portable = folder.built(&["--base-url", "./"]);
    assert!(!portable.contains_key("sw.js"));
}
