//! The preview through the executable: what a browser gets, and how soon.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::folder::Folder;
use crate::program::{new_site, unfinished};

/// A preview that ends with the test.
struct Preview {
    child: Child,
    address: String,
    folder: Folder,
}

/// An answer: status, head and body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn of(folder: Folder) -> Self {
        let mut child = folder
            .command(&["serve", "--port", "0"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut all = String::new();
        let address = loop {
            let mut line = String::new();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "it ended: {all}");
            all.push_str(&line);
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap().to_owned();
            }
        };
        // Whatever it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self {
            child,
            address,
            folder,
        }
    }

    fn ask(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let all = String::from_utf8_lossy(&all);
        let (head, body) = all.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head[9..12].parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        let host = &self.address;
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    }

    /// Asks again until the answer is as wanted; how long that took.
    fn until(&self, path: &str, what: &str, is_so: impl Fn(&Answer) -> bool) -> Duration {
        let started = Instant::now();
        loop {
            let answer = self.get(path);
            if is_so(&answer) {
                return started.elapsed();
            }
            assert!(
                started.elapsed() < Duration::from_secs(10),
                "{what}: {} {}",
                answer.status,
                answer.body
            );
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn page(title: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\nเนื้อหา\n")
}

#[test]
fn a_browser_gets_the_site() {
    let preview = Preview::of(new_site("en"));
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert!(home.head.contains("content-type: text/html; charset=utf-8"));
    assert!(home.head.contains("cache-control: no-store"));
    assert!(home.body.contains("<script src=\"/.sala/reload.js\""));
    let script = preview.get("/.sala/reload.js");
    assert!(script.head.contains("text/javascript") && script.body.contains("EventSource"));
    let missing = preview.get("/nowhere/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("</html>"), "{}", missing.body);
    let folder = preview.get("/centers?a=1");
    assert_eq!(folder.status, 302);
    assert!(
        folder.head.contains("location: /centers/?a=1"),
        "{}",
        folder.head
    );
    assert_eq!(preview.get("/centers/khueang-nai/hua-don/").status, 200);
    assert!(preview.get("/sitemap.xml").head.contains("application/xml"));
}

#[test]
fn nothing_but_the_site_is_served() {
    let preview = Preview::of(new_site("en"));
    for path in [
        "/../content/site.toml",
        "/%2e%2e/content/site.toml",
        "/..%2fcontent/site.toml",
        "/content/site.toml",
        "//etc/passwd",
        "/%00",
        "/.sala-files",
        "/.gitignore",
    ] {
        let answer = preview.get(path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(
            !answer.body.contains("base_url") && !answer.body.contains("root:"),
            "{path}"
        );
    }
    let elsewhere = preview.get("//evil.example/centers");
    assert!(
        !elsewhere.head.contains("location: //"),
        "{}",
        elsewhere.head
    );
    let rebound = preview.ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(rebound.status, 421);
    let host = &preview.address;
    let post = format!(
        "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(preview.ask(&post).status, 405);
}

#[test]
fn changes_are_shown_as_they_come() {
    let preview = Preview::of(new_site("en"));
    let folder = &preview.folder;
    let content = folder.path().join("content");
    let mut waits = Vec::new();
    for number in 0..5 {
        folder.put("content/pages/about.md", page(&format!("ฉบับที่ {number}")));
        let title = format!("ฉบับที่ {number}");
        waits.push(preview.until("/about/", "an edit", |it| it.body.contains(&title)));
    }
    waits.sort();
    // A promise of 50 ms on the real site is measured elsewhere; a test machine may be busy.
    assert!(waits[2] < Duration::from_secs(2), "{waits:?}");

    // As editors save: another file, renamed into place.
    folder.put("content/pages/about.md.new~", page("ย้ายมาแทน"));
    fs::rename(
        content.join("pages/about.md.new~"),
        content.join("pages/about.md"),
    )
    .unwrap();
    preview.until("/about/", "an atomic save", |it| {
        it.body.contains("ย้ายมาแทน")
    });

    folder.put("content/pages/deep/new/page.md", page("หน้าใหม่"));
    preview.until("/deep/new/page/", "a new folder", |it| it.status == 200);
    fs::rename(content.join("pages/deep"), content.join("pages/deeper")).unwrap();
    preview.until("/deeper/new/page/", "a renamed folder", |it| {
        it.status == 200
    });
    assert_eq!(preview.get("/deep/new/page/").status, 404);
    folder.remove("content/pages/deeper");
    preview.until("/deeper/new/page/", "a removed folder", |it| {
        it.status == 404
    });

    folder.put("static/files/note.txt", "one");
    preview.until("/files/note.txt", "static begins to exist", |it| {
        it.body.contains("one")
    });
    folder.put("static/files/note.txt", "two");
    preview.until("/files/note.txt", "a static file", |it| {
        it.body.contains("two")
    });
    assert!(!folder.has("public"), "a preview writes no site");
}

#[test]
fn mistakes_take_the_place_of_pages_until_they_are_mended() {
    let folder = new_site("en");
    let preview = Preview::of(folder);
    let folder = &preview.folder;
    folder.put("content/pages/about.md", "+++\ntitle = 5\n+++\n");
    preview.until("/", "the mistake", |it| {
        it.status == 500
            && it.body.contains("content/pages/about.md:2:9")
            && it.body.contains("<script src=\"/.sala/reload.js\"")
    });
    folder.put("content/pages/about.md", page("ดีแล้ว"));
    preview.until("/about/", "the mended page", |it| {
        it.status == 200 && it.body.contains("ดีแล้ว")
    });

    let settings = "content/site.toml";
    let text = folder.text(settings);
    folder.remove(settings);
    preview.until("/", "no settings", |it| {
        it.status == 500 && it.body.contains("content/site.toml")
    });
    folder.put(settings, text);
    preview.until("/", "settings again", |it| it.status == 200);
}

#[test]
fn a_site_folder_that_went_away_comes_back() {
    let preview = Preview::of(new_site("en"));
    let files = preview.folder.files("");
    fs::remove_dir_all(preview.folder.path()).unwrap();
    preview.until("/", "no site folder", |it| it.status == 500);
    preview.folder.put_all(&files);
    preview.until("/", "the site folder again", |it| it.status == 200);
    preview
        .folder
        .put("content/pages/about.md", page("กลับมาแล้ว"));
    preview.until("/about/", "an edit after that", |it| {
        it.body.contains("กลับมาแล้ว")
    });
}

#[test]
fn browsers_are_told() {
    let preview = Preview::of(new_site("en"));
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let request = format!(
        "GET /.sala/changes HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut next = || {
        let is_data = |it: &std::io::Result<String>| it.as_ref().unwrap().starts_with("data: ");
        lines.find(is_data).unwrap().unwrap()["data: ".len()..].to_owned()
    };
    let first = next();
    assert!(
        preview
            .get("/")
            .body
            .contains(&format!("data-version=\"{first}\""))
    );
    preview.folder.put("content/pages/about.md", page("ใหม่"));
    let second = next();
    assert_ne!(first, second);
    let about = preview.get("/about/").body;
    assert!(about.contains(&format!("data-version=\"{second}\"")) && about.contains("ใหม่"));
}

#[test]
fn a_taken_port_is_no_obstacle() {
    let first = Preview::of(new_site("en"));
    let port = first.address.rsplit(':').next().unwrap().to_owned();
    let other = new_site("en");
    unfinished(&other);
    let mut child = other
        .command(&["serve", "--port", &port])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        line.contains("http://127.0.0.1:") && !line.contains(&format!(":{port}/")),
        "{line}"
    );
}
