//! What nobody should write, and what the program answers: exit 1, the right file, line and columns, nothing written.
//!
//! Each row changes a small valid site. `⟦…⟧` in what is written shows where the answer must point; the codes stand in that order.
//! A row holds all errors of that run: one mistake must not be reported twice, nor hide another.

#[rustfmt::skip] // a row is a line
mod files;
#[rustfmt::skip]
mod places;
#[rustfmt::skip]
mod texts;
#[rustfmt::skip]
mod values;

use crate::folder::Folder;
use crate::pictures::png;
use crate::schemas::is_told;
use crate::test_site::TestSite;

/// Which file of the small site a row changes.
enum In {
    /// Lines of `content/site.toml`. A key that the file has already is replaced.
    Site,
    /// Lines of the `center.toml` of Hua Don.
    Center,
    /// Lines of the front matter of its best practice.
    Practice,
    /// Lines of the front matter of its activity.
    Activity,
    /// Lines of the front matter of the page `about`.
    Page,
    /// The story of the best practice.
    Story,
    /// The whole of a file.
    File(&'static str),
}
use In::{Activity, Center, File, Page, Practice, Site, Story};

const SITE: &str = "content/site.toml";
const AREAS: &str = "content/areas.csv";
const DISTRICT: &str = "content/centers/khueang-nai/center.toml";
const CENTER: &str = "content/centers/khueang-nai/hua-don/center.toml";
const PRACTICE: &str = "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md";
const ACTIVITY: &str = "content/centers/khueang-nai/hua-don/activities/planting.md";
const PAGE: &str = "content/pages/about.md";

/// A small site without a mistake.
fn base() -> Case {
    let site = TestSite::of(&[
        (
            SITE,
            r#"title = "ทำเนียบทดสอบ"
base_url = "https://example.go.th/"
province = "อุบลราชธานี"
topics = [{ id = "rice", name = "ข้าว" }]
"#,
        ),
        (
            AREAS,
            "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,340101,ในเมือง,Nai Mueang,34000,15.2417,104.85348,false
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true
",
        ),
        (
            DISTRICT,
            r#"name = "ศูนย์อำเภอเขื่องใน"
level = "district"
location = { district = "เขื่องใน" }
"#,
        ),
        (
            CENTER,
            r#"name = "ศูนย์ตำบลหัวดอน"
level = "subdistrict"
location = { subdistrict = "หัวดอน", district = "เขื่องใน" }
"#,
        ),
        (
            PRACTICE,
            r#"+++
title = "ธนาคารข้าว"
summary = "ชาวบ้านมีข้าวกินตลอดปี"
date = 2025-05-01
+++
## ที่มา

ชาวบ้านช่วยกัน
"#,
        ),
        (
            ACTIVITY,
            r#"+++
title = "ปลูกป่า"
date = 2025-06-01
+++
ปลูกต้นไม้
"#,
        ),
        (
            PAGE,
            r#"+++
title = "เกี่ยวกับเรา"
+++
ข้อความ
"#,
        ),
    ]);
    Case {
        site: site.with(&beside("photo.png"), png(8, 6)),
        spots: Vec::new(),
    }
}

/// A file in the folder of Hua Don.
fn beside(name: &str) -> String {
    format!("content/centers/khueang-nai/hua-don/{name}")
}

/// A small site with something written in it, and where the answer must point.
struct Case {
    site: TestSite,
    spots: Vec<Spot>,
}

impl Case {
    /// With a text in its place; its marks are where the answer must point.
    fn written(mut self, place: &In, text: &str) -> Self {
        let (path, marked) = written(place, text, &self.site);
        let (clean, mut spots) = unmarked(&path, &marked);
        self.spots.append(&mut spots);
        self.with(&path, clean)
    }

    /// With a file.
    fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.site = self.site.with(path, bytes);
        self
    }

    /// See [`errors`].
    fn errors(&self, name: &str) -> Vec<String> {
        errors(&self.site.on_disk(), name)
    }

    /// What is said where it is anything but these codes at the marks.
    fn difference(&self, codes: &str, name: &str) -> Option<String> {
        let codes: Vec<_> = codes.split_whitespace().collect();
        assert_eq!(codes.len(), self.spots.len(), "codes and marks of {name:?}");
        let expected: Vec<_> = codes
            .iter()
            .zip(&self.spots)
            .map(|(code, spot)| format!("{code} {spot}"))
            .collect();
        let said = self.errors(name);
        (said != expected).then(|| format!("{name}\nexpected {expected:#?}\n    said {said:#?}"))
    }
}

/// The text of a row in its file, marks included.
fn written(place: &In, text: &str, site: &TestSite) -> (String, String) {
    let (path, has_front_matter) = match place {
        Site => (SITE, false),
        Center => (CENTER, false),
        Practice | Story => (PRACTICE, true),
        Activity => (ACTIVITY, true),
        Page => (PAGE, true),
        File(path) => return ((*path).to_owned(), text.to_owned()),
    };
    let old = site.text(path);
    let (keys, body) = match old.rsplit_once("+++\n") {
        Some((keys, body)) if has_front_matter => (keys.strip_prefix("+++\n").unwrap(), body),
        _ => (old, ""),
    };
    if let Story = place {
        return (path.to_owned(), format!("+++\n{keys}+++\n{text}"));
    }
    let said_again = |line: &str| {
        let key = line.split(" =").next().unwrap();
        let new = text.replace(['⟦', '⟧'], "");
        let mut top = new.lines().take_while(|it| !it.starts_with('['));
        top.any(|it| it.starts_with(&format!("{key} ="))) || new.contains(&format!("[{key}]"))
    };
    let kept: String = keys
        .split_inclusive('\n')
        .filter(|line| !said_again(line))
        .collect();
    let whole = if has_front_matter {
        format!("+++\n{kept}{text}\n+++\n{body}")
    } else {
        format!("{kept}{text}\n")
    };
    (path.to_owned(), whole)
}

/// `path:line:column-line:column`, the form in which places are compared.
type Spot = String;

/// The text without its marks, and what they stand around.
fn unmarked(path: &str, text: &str) -> (String, Vec<Spot>) {
    let (mut clean, mut spots, mut start) = (String::new(), Vec::new(), (0, 0));
    let (mut line, mut column) = (1, 1);
    for letter in text.chars() {
        match letter {
            '⟦' => start = (line, column),
            '⟧' => spots.push(format!("{path}:{}:{}-{line}:{column}", start.0, start.1)),
            _ => {
                clean.push(letter);
                (line, column) = if letter == '\n' {
                    (line + 1, 1)
                } else {
                    (line, column + 1)
                };
            }
        }
    }
    (clean, spots)
}

/// What `check` says about a site, as `code path:line:column-line:column`, errors only, and that `build` leaves no trace.
fn errors(site: &Folder, name: &str) -> Vec<String> {
    let checked = site.sala(&["check", "--format", "json"]);
    let said: Vec<String> = checked
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|it| it["severity"] == "error")
        .map(|it| {
            let code = it["code"].as_str().unwrap();
            assert!(!it["message"].as_str().unwrap().is_empty(), "{name}: {it}");
            match it["file"].as_str() {
                Some(file) => format!(
                    "{code} {file}:{}:{}-{}:{}",
                    it["line"], it["column"], it["end_line"], it["end_column"]
                ),
                None => code.to_owned(),
            }
        })
        .collect();
    assert_eq!(
        checked.code,
        Some(i32::from(!said.is_empty())),
        "{name}: {checked:?}"
    );
    if !said.is_empty() {
        site.put("public/index.html", "the old site");
        site.put("public/.sala-files", "");
        let old = site.files("");
        let built = site.sala(&["build"]);
        assert_eq!(built.code, Some(1), "{name}: {built:?}");
        let mut new = site.files("");
        new.retain(|path, _| !path.starts_with(".sala-cache/"));
        assert!(new == old, "{name}: a failed build changed something");
    }
    said
}

/// Every row is answered with exactly its codes at its marks, and refused by its schema where that can tell.
fn reports<const N: usize>(rows: [(&str, In, &str); N]) {
    let wrong: Vec<_> = rows
        .into_iter()
        .filter_map(|(codes, place, text)| {
            let case = base().written(&place, text);
            let (path, _) = written(&place, text, &base().site);
            assert!(
                is_told(codes, &path, case.site.text(&path)),
                "its schema takes {text}"
            );
            case.difference(codes, text)
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// One site of several changed files is answered with exactly these codes, at the marks of all files in order.
fn reports_all<const N: usize>(codes: &str, changes: [(In, &str); N]) {
    let changes = changes.into_iter();
    let case = changes.fold(base(), |case, (place, text)| case.written(&place, text));
    assert_eq!(case.difference(codes, codes), None);
}

/// One site with these bytes in a file.
fn reports_bytes(code: &str, path: &str, bytes: &[u8]) {
    let said = base().with(path, bytes).errors(path);
    let start = format!("{code} {path}:");
    assert!(
        said.len() == 1 && said[0].starts_with(&start),
        "expected {start}, said {said:?}"
    );
}

/// A site without a mistake passes, or every row below would prove nothing.
#[test]
fn the_small_site_is_right() {
    let site = base().site.on_disk();
    assert_eq!(errors(&site, "base"), [""; 0]);
    assert!(site.built(&[]).contains_key("index.html"));
}

/// Every mistake of every file in one run, sorted by file and line.
#[rustfmt::skip] // a row is a line
#[test]
fn all_mistakes_are_told_at_once() {
    reports_all(
        "unknown-district wrong-type no-such-day unknown-key bad-phone missing-key broken-link unknown-key",
        [
            (File(DISTRICT), "name = \"ก\"\nlevel = \"district\"\nlocation = { district = ⟦\"เขื่อง\"⟧ }\n"),
            (Activity, "title = ⟦5⟧"),
            (Practice, "date = ⟦\"2025-02-31\"⟧\n⟦summry⟧ = \"ข\""),
            (Center, "[coordinator]\nphone = ⟦\"1\"⟧\n⟦[[awards]]⟧\nyear = 2565"),
            (File(PAGE), "+++\ntitle = \"ก\"\n+++\n⟦[ก](/x/)⟧\n"),
            (Site, "⟦languge⟧ = \"th\""),
        ],
    );
}
