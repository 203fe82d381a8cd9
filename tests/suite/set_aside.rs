//! What `--set-aside` leaves out of a site, what it keeps, and what it does not take over.

use crate::folder::Folder;
use crate::program::Run;

const AREAS: &str = "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true
";

/// Two centres with a practice each.
fn site() -> Folder {
    let folder = Folder::new();
    folder.put(
        "content/site.toml",
        "title = \"ทำเนียบ\"\ntitle_en = \"Directory\"\nlanguages = [\"th\", \"en\"]\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\n",
    );
    folder.put("content/areas.csv", AREAS);
    for (path, subdistrict) in [("a", "หัวดอน"), ("b", "เขื่องใน")] {
        folder.put(
            &format!("content/centers/{path}/center.toml"),
            center(subdistrict, "2026-12-31"),
        );
        folder.put(
            &format!("content/centers/{path}/best-practices/rice.md"),
            "+++\ntitle = \"ข้าว\"\nsummary = \"ข้าว\"\ndate = 2025-01-01\n+++\nเรื่อง [อีกเรื่อง](../../a/best-practices/rice.md)\n",
        );
    }
    folder
}

fn center(subdistrict: &str, until: &str) -> String {
    format!(
        "name = \"ศูนย์{subdistrict}\"\nlevel = \"subdistrict\"\nlocation = {{ subdistrict = \"{subdistrict}\", district = \"เขื่องใน\" }}\n[coordinator]\nname = \"นางสาวสมใจ\"\nphone = \"045-000000\"\nconsent = true\nconsent_until = {until}\n"
    )
}

fn build(folder: &Folder) -> Run {
    folder.sala(&["build", "--set-aside", "--lang", "en"])
}

fn text(folder: &Folder, path: &str) -> String {
    folder.text(&format!("public/{path}"))
}

#[test]
fn an_entry_with_errors_is_left_out_and_a_consent_ends() {
    let folder = site();
    assert_eq!(build(&folder).code, Some(0));
    assert!(text(&folder, "centers/b/index.html").contains("นางสาวสมใจ"));
    folder.put(
        "content/centers/b/center.toml",
        center("เขื่องใน", "2026-01-14"),
    );
    for broken in ["name = ", "name = \"ก\"\nlevel = \"town\"\n", "\u{0}"] {
        folder.put("content/centers/a/center.toml", broken);
        assert_eq!(folder.sala(&["build", "--lang", "en"]).code, Some(1));
        let run = build(&folder);
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.err.contains("content/centers/a/center.toml"), "{run:?}");
        assert!(!text(&folder, "centers/b/index.html").contains("นางสาวสมใจ"));
        for (path, word) in [
            ("centers/a/index.html", "กำลังแก้ไข"),
            ("en/centers/a/index.html", "being mended"),
            ("centers/a/best-practices/rice/index.html", "กำลังแก้ไข"),
        ] {
            let page = text(&folder, path);
            assert!(page.contains(word) && page.contains("noindex"), "{path}");
        }
        let files = folder.files("public");
        let is_told = |path: &str| String::from_utf8_lossy(&files[path]).contains("ศูนย์หัวดอน");
        let told: Vec<_> = files.keys().filter(|it| is_told(it)).collect();
        assert!(told.is_empty(), "{told:?}");
        assert!(!text(&folder, "sitemap.xml").contains("centers/a/"));
    }
}

#[test]
fn only_the_entry_with_errors_goes() {
    let folder = site();
    folder.put(
        "content/centers/a/best-practices/rice.md",
        "+++\ntitle = 1\n+++\nเลข 1101700230708\n",
    );
    let run = build(&folder);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(text(&folder, "centers/a/index.html").contains("ศูนย์หัวดอน"));
    let gone = text(&folder, "centers/a/best-practices/rice/index.html");
    assert!(gone.contains("กำลังแก้ไข"));
    let other = text(&folder, "centers/b/best-practices/rice/index.html");
    assert!(other.contains("อีกเรื่อง") && !other.contains("กำลังแก้ไข"));
    let files = folder.files("public");
    assert!(
        files
            .values()
            .all(|it| !String::from_utf8_lossy(it).contains("1101700230708"))
    );
}

#[test]
fn errors_of_the_whole_site_still_stop() {
    for (path, text) in [
        ("content/site.toml", "title = "),
        ("content/areas.csv", "code\n1\n"),
        ("themes/sala/templates/404.html", "{% if %}"),
    ] {
        let folder = site();
        folder.put(path, text);
        let run = build(&folder);
        assert_eq!(run.code, Some(1), "{path}: {run:?}");
        assert!(folder.files("public").is_empty(), "{path}");
    }
}
