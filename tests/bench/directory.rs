//! How fast and how lean a build of ten provinces is, beside Hugo where `--hugo PROGRAM` names it.
//!
//! `tests/bench/run` brings Hugo and runs this. Everything happens in memory (`/dev/shm`), in one run, each build cold;
//! times are the best of three, because the machine's other work only ever adds. `--write FOLDER` writes the site alone, to look at.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench makes sites, measures time and tells it"
)]

mod synthetic;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const SALA: &str = env!("CARGO_BIN_EXE_sala");
const PRACTICE: &str = "content/centers/district-7/place-3/best-practices/practice-1.md";
const PRACTICE_PAGE: &str = "/centers/district-7/place-3/best-practices/practice-1/";
const CENTER_PAGE: &str = "/centers/district-7/place-3/";

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    let hugo = arguments
        .iter()
        .position(|it| it == "--hugo")
        .map(|at| arguments[at + 1].clone());
    if let Some(at) = arguments.iter().position(|it| it == "--write") {
        return write(Path::new(&arguments[at + 1]), &synthetic::site());
    }
    let memory = PathBuf::from("/dev/shm");
    let home = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    let home = TempDir::with_prefix_in("sala-bench-", home).expect("there is room for the sites");
    let home = home.path();
    let site = synthetic::site();
    let ours = home.join("sala");
    write(&ours, &site);

    let (time, peak) = best(|| {
        build(
            Command::new(SALA)
                .args(["build", "--quiet", "--root"])
                .arg(&ours),
            &ours,
        )
    });
    let pages = count(&ours.join("public"));
    println!(
        "sala: {pages} pages in {}, {} MiB at most",
        shown(time),
        peak / 1024
    );

    let again = Instant::now();
    run(Command::new(SALA)
        .args(["build", "--quiet", "--root"])
        .arg(&ours));
    println!(
        "sala: a second build, nothing to write: {}",
        shown(again.elapsed())
    );

    if let Some(hugo) = hugo {
        let theirs = home.join("hugo");
        write(&theirs, &for_hugo(&site));
        let (hugo_time, hugo_peak) = best(|| {
            build(
                Command::new(&hugo)
                    .args(["--quiet", "--source"])
                    .arg(&theirs),
                &theirs,
            )
        });
        println!(
            "hugo: {} pages in {}, {} MiB at most",
            count(&theirs.join("public")),
            shown(hugo_time),
            hugo_peak / 1024
        );
        println!(
            "sala takes {:.2} of Hugo's time (aim 0.33) and {:.2} of its memory",
            time.as_secs_f64() / hugo_time.as_secs_f64(),
            peak as f64 / hugo_peak as f64
        );
    }
    println!("an edit is served: {}", edits(&ours));
}

fn shown(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1000.0)
}

fn write(root: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("memory is writable");
        fs::write(path, text).expect("memory is writable");
    }
}

fn run(command: &mut Command) {
    let status = command.status().expect("the program starts");
    assert!(status.success(), "{command:?} ended with {status}");
}

/// A cold build: its time, and the most memory it held, in kB.
fn build(command: &mut Command, root: &Path) -> (Duration, u64) {
    for made in ["public", "resources", ".sala-cache"] {
        let _ = fs::remove_dir_all(root.join(made));
    }
    let begun = Instant::now();
    let mut child = command.spawn().expect("the program starts");
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status_file) {
            let now = text
                .lines()
                .find_map(|it| it.strip_prefix("VmHWM:"))
                .and_then(|it| it.trim().trim_end_matches(" kB").parse().ok());
            peak = peak.max(now.unwrap_or(0));
        }
        if let Some(status) = child.try_wait().expect("the program is ours") {
            assert!(status.success(), "{command:?} ended with {status}");
            return (begun.elapsed(), peak);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn best(mut one: impl FnMut() -> (Duration, u64)) -> (Duration, u64) {
    let runs: Vec<_> = (0..3).map(|_| one()).collect();
    let time = runs.iter().map(|it| it.0).min().expect("three runs");
    let peak = runs.iter().map(|it| it.1).max().expect("three runs");
    (time, peak)
}

/// Pages under a folder.
fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, |entries| {
        entries
            .flatten()
            .map(|it| {
                if it.path().is_dir() {
                    count(&it.path())
                } else {
                    usize::from(it.path().extension().is_some_and(|it| it == "html"))
                }
            })
            .sum()
    })
}

/// How long after a saved edit the practice's page and the page of its centre show it: the slowest of ten.
fn edits(root: &Path) -> String {
    let port = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        free.local_addr().expect("it is bound").port()
    };
    let mut server = Command::new(SALA)
        .args(["serve", "--port", &port.to_string(), "--root"])
        .arg(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let get = |path: &str| -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        )
        .ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    };
    let begun = Instant::now();
    while get(CENTER_PAGE).is_none_or(|it| !it.starts_with("HTTP/1.1 200")) {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "serve does not answer"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    let text = fs::read_to_string(root.join(PRACTICE)).expect("it was written above");
    let (mut slowest, mut slowest_center) = (Duration::ZERO, Duration::ZERO);
    for turn in 0..10 {
        std::thread::sleep(Duration::from_millis(300));
        let name = format!("ชื่อใหม่ครั้งที่{turn}");
        let saved = Instant::now();
        fs::write(root.join(PRACTICE), text.replace("แนวปฏิบัติที่", &name))
            .expect("memory is writable");
        for (page, slowest) in [
            (PRACTICE_PAGE, &mut slowest),
            (CENTER_PAGE, &mut slowest_center),
        ] {
            while get(page).is_none_or(|it| !it.contains(&name)) {
                assert!(
                    saved.elapsed() < Duration::from_secs(10),
                    "the edit never shows on {page}"
                );
                // A browser asks once; who asks without pause takes the processor that the edit needs.
                std::thread::sleep(Duration::from_millis(2));
            }
            *slowest = (*slowest).max(saved.elapsed());
        }
    }
    server.kill().expect("the server is ours");
    let _ = server.wait();
    format!(
        "practice within {}, centre within {} (aim 50 ms)",
        shown(slowest),
        shown(slowest_center)
    )
}

/// The same entries as a Hugo site with the same kinds of pages, in a look far plainer than ours.
fn for_hugo(site: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let topics: Vec<&str> = site["content/site.toml"]
        .lines()
        .filter_map(|it| it.strip_prefix("id = "))
        .collect();
    files.insert(
        "hugo.toml".to_owned(),
        format!(
            "baseURL = 'https://example.go.th/'\ntitle = 'ทำเนียบขนาดใหญ่'\nlanguageCode = 'th'\n[taxonomies]\ntopic = 'topics'\ndistrict = 'districts'\n[outputs]\nsection = ['HTML']\n[pagination]\npagerSize = 40\n[params]\ntopics = [{}]\n",
            topics.join(", ")
        ),
    );
    for (path, text) in site {
        let path = path.as_str();
        if let Some(folder) = path.strip_suffix("/center.toml") {
            let district = folder
                .split('/')
                .nth(2)
                .expect("content/centers/<district>");
            let story = &site[&format!("{folder}/center.md")];
            let (keys, tables) = text.split_once("\n\n").expect("tables follow the keys");
            let keys = keys.replacen("name = ", "title = ", 1);
            files.insert(
                format!("{folder}/_index.md"),
                format!("+++\n{keys}\ndate = 2025-01-01\ntype = \"center\"\ndistricts = [\"{district}\"]\n\n{tables}+++\n{story}"),
            );
        } else if path.contains("/best-practices/") {
            let district = path.split('/').nth(2).expect("content/centers/<district>");
            let district = format!("+++\ntype = \"practice\"\ndistricts = [\"{district}\"]\n");
            files.insert(
                path.replace("/best-practices/", "/"),
                text.replacen("+++\n", &district, 1),
            );
        }
    }
    let layouts = [
        (
            "_default/baseof.html",
            "<!doctype html><html lang=\"th\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{{ .Title }} | {{ site.Title }}</title><meta name=\"description\" content=\"{{ .Params.summary }}\"><link rel=\"canonical\" href=\"{{ .Permalink }}\"><meta property=\"og:title\" content=\"{{ .Title }}\">{{ block \"head\" . }}{{ end }}</head><body><a href=\"#main\">ข้าม</a><header><a href=\"{{ \"/\" | relURL }}\">{{ site.Title }}</a><nav><a href=\"{{ \"/centers/\" | relURL }}\">ศูนย์</a> <a href=\"{{ \"/districts/\" | relURL }}\">อำเภอ</a> <a href=\"{{ \"/topics/\" | relURL }}\">หัวข้อ</a></nav></header><main id=\"main\">{{ block \"main\" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>",
        ),
        (
            "index.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ len (where site.Pages \"Type\" \"center\") }}</p>{{ range first 12 (where site.RegularPages \"Type\" \"practice\") }}{{ partial \"card.html\" . }}{{ end }}<ul>{{ range site.Taxonomies.districts }}<li><a href=\"{{ .Page.RelPermalink }}\">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}",
        ),
        (
            "partials/card.html",
            "<article><h3><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p><p>{{ range .Params.topics }}<a href=\"{{ printf \"/topics/%s/\" . | relURL }}\">{{ . }}</a> {{ end }}{{ range .Params.districts }}<a href=\"{{ printf \"/districts/%s/\" . | relURL }}\">{{ . }}</a>{{ end }}</p></article>",
        ),
        (
            "partials/pages.html",
            "{{ if gt .TotalPages 1 }}<nav>{{ with .Prev }}<a href=\"{{ .URL }}\">ก่อนหน้า</a>{{ end }} {{ .PageNumber }}/{{ .TotalPages }} {{ with .Next }}<a href=\"{{ .URL }}\">ถัดไป</a>{{ end }}</nav>{{ end }}",
        ),
        (
            "_default/list.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages }}{{ range $p.Pages }}{{ partial \"card.html\" . }}{{ end }}{{ partial \"pages.html\" $p }}{{ end }}",
        ),
        (
            "centers/list.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate (where site.Pages \"Type\" \"center\") }}{{ range $p.Pages }}{{ partial \"card.html\" . }}{{ end }}{{ partial \"pages.html\" $p }}{{ end }}",
        ),
        (
            "_default/terms.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}",
        ),
        (
            "center/list.html",
            "{{ define \"head\" }}<script type=\"application/ld+json\">{{ dict \"@context\" \"https://schema.org\" \"@type\" \"Place\" \"name\" .Title \"description\" .Params.summary | jsonify | safeJS }}</script>{{ end }}{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><dl><dt>สถานที่</dt><dd>{{ .Params.location.place }} หมู่ที่ {{ .Params.location.village }}</dd><dt>เวลา</dt><dd>{{ .Params.visit.hours }}</dd><dt>จอง</dt><dd>{{ .Params.visit.booking }} {{ .Params.visit.notice_days }}</dd><dt>ตรวจสอบ</dt><dd>{{ .Params.checked_on }} {{ .Params.checked_by }}</dd></dl>{{ range .Params.highlights }}<h2>{{ .title }}</h2>{{ .text | markdownify }}{{ end }}{{ .Content }}{{ range .Params.learning_stations }}<h3>{{ .title }}</h3><p>{{ .text }}</p>{{ end }}{{ range .Params.courses }}<p>{{ .title }} {{ .mission }}</p>{{ end }}{{ range .Params.service }}<p>{{ .year }} {{ .visitors }} {{ .groups }}</p>{{ end }}{{ range .RegularPages }}{{ partial \"card.html\" . }}{{ end }}{{ end }}",
        ),
        (
            "practice/single.html",
            "{{ define \"head\" }}<script type=\"application/ld+json\">{{ dict \"@context\" \"https://schema.org\" \"@type\" \"Article\" \"headline\" .Title \"description\" .Params.summary | jsonify | safeJS }}</script>{{ end }}{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><p><a href=\"{{ .Parent.RelPermalink }}\">{{ .Parent.Title }}</a> {{ .Date.Format \"2006-01-02\" }}</p><dl>{{ range .Params.results }}<dt>{{ .label }}</dt><dd>{{ .value }} {{ .unit }}</dd>{{ end }}</dl><ol>{{ range .Params.steps }}<li><b>{{ .title }}</b> {{ .text }}</li>{{ end }}</ol>{{ .Content }}{{ end }}",
        ),
    ];
    for (path, text) in layouts {
        files.insert(format!("layouts/{path}"), text.to_owned());
    }
    files.insert(
        "content/centers/_index.md".to_owned(),
        "+++\ntitle = \"ศูนย์\"\n+++\n".to_owned(),
    );
    files
}
