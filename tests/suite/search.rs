//! The search: the index that the program writes, read by the engine that browsers run. Node.js stands in for the browser.

use std::collections::BTreeMap;
use std::process::Command;

use sala::model::Lang;
use sala::search::cluster::{Run, runs};
use sala::search::fold::fold;
use sala::search::normalise::normalise;
use serde_json::{Value, json};

use crate::fixture::{fixture, repository};
use crate::folder::Folder;
use crate::test_site::TestSite;

/// What a script of `tests/search/` says; it fails where it finds a mistake.
fn node(script: &str, arguments: &[&std::path::Path]) -> String {
    let run = Command::new("node")
        .arg(repository().join("tests/search").join(script))
        .args(arguments)
        .output()
        .expect("these tests need Node.js, which tests/run installs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{wrong}");
    said
}

/// A text as the program reads it.
fn read(text: &str) -> Value {
    let normal = normalise(text);
    let cut = runs(&normal).into_iter().map(|run| match run {
        Run::Word(word) => json!(word),
        Run::Thai(clusters) => json!(clusters),
    });
    json!({
        "text": text,
        "normal": normal,
        "runs": cut.collect::<Vec<_>>(),
        "folded": fold(&normal),
    })
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

#[test]
fn texts_are_read_as_people_agreed() {
    let file = repository().join("tests/search/vectors.json");
    let vectors: Vec<Value> = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    for vector in &vectors {
        assert_eq!(&read(vector["text"].as_str().unwrap()), vector);
    }
    node("alike.mjs", &[&file]);
}

#[test]
fn program_and_browser_read_any_text_alike() {
    let mut chance = Chance(0x5a1a);
    let thai: Vec<char> = ('ก'..='\u{E3A}').chain('฿'..='๛').collect();
    let likely: Vec<char> = "กนมรสยวอศษณธ์ิีุูัาะเแโไใ่้ำํ็ๆฯ์์ยวอ  ..--,,0123๑๒๓aAbkhthZé\u{200b}"
        .chars()
        .collect();
    let cases: Vec<Value> = (0..4_000)
        .map(|number| {
            let letters = (0..chance.below(24)).map(|_| {
                let letters = if number % 2 == 0 { &thai } else { &likely };
                letters[chance.below(letters.len())]
            });
            read(&letters.collect::<String>())
        })
        .collect();
    let folder = Folder::new();
    folder.put("cases.json", serde_json::to_vec(&cases).unwrap());
    node("alike.mjs", &[&folder.path().join("cases.json")]);
}

/// Pages of words put together by chance, and their texts by address.
fn pages(count: usize) -> (TestSite, BTreeMap<String, Vec<String>>) {
    const WORDS: [&str; 48] = [
        "ทอผ้า",
        "ไหม",
        "มัดหมี่",
        "ปุ๋ย",
        "หมัก",
        "ข้าว",
        "ข่าว",
        "ขาว",
        "หอม",
        "มะลิ",
        "ศูนย์",
        "เรียนรู้",
        "ชุมชน",
        "เขื่อง",
        "ใน",
        "ตำบล",
        "อำเภอ",
        "หัวดอน",
        "ชีทวน",
        "สมุนไพร",
        "เห็ด",
        "ฟาง",
        "นางฟ้า",
        "ปลา",
        "ดุก",
        "เลี้ยง",
        "เศรษฐกิจ",
        "พอเพียง",
        "ออม",
        "ทรัพย์",
        "สัจจะ",
        "จักสาน",
        "ไม้ไผ่",
        "ธนาคาร",
        "น้ำ",
        "ใต้ดิน",
        "กองทุน",
        "หมู่บ้าน",
        "ผู้นำ",
        "อาสา",
        "พัฒนา",
        "สตรี",
        "บทบาท",
        "วันเสาร์",
        "จันทร์",
        "ตัวอย่าง",
        "เกี่ยว",
        "เครือข่าย",
    ];
    let mut chance = Chance(7);
    let mut texts = BTreeMap::new();
    let mut site = TestSite::of(&[(
        "content/site.toml",
        "title = \"x\"\nbase_url = \"https://example.org/\"\nlanguages = [\"th\"]\nprovince = \"x\"\n",
    )]);
    for number in 0..count {
        let mut text = |most: usize| -> String {
            let count = 2 + chance.below(most);
            let words = (0..count).flat_map(|_| {
                let space = if chance.below(4) == 0 { " " } else { "" };
                [chance.one_of(&WORDS), space]
            });
            words.collect::<String>().trim().to_owned()
        };
        let own = vec![text(3), text(12), text(12)];
        let page = format!(
            "+++\ntitle = \"{}\"\n+++\n\n{}\n\n{}\n",
            own[0], own[1], own[2]
        );
        site = site.with(&format!("content/pages/p{number}.md"), page);
        texts.insert(format!("/p{number}/"), own);
    }
    (site, texts)
}

#[test]
fn every_page_with_a_row_of_clusters_is_found() {
    let (site, texts) = pages(150);
    let folder = site.on_disk();
    folder.built(&[]);
    folder.put("texts.json", serde_json::to_vec(&texts).unwrap());
    let arguments = [
        folder.path().join("public"),
        folder.path().join("texts.json"),
    ];
    node("laws.mjs", &[&arguments[0], &arguments[1]]);
}

/// Everything that the chunks of a site hold, as one text.
fn told(folder: &Folder, lang: Lang) -> String {
    let lang = folder.path().join(lang.tag());
    node("told.mjs", &[&folder.path().join("public"), &lang])
}

#[test]
fn the_index_holds_nothing_that_pages_do_not_show() {
    for (name, private) in [
        ("showcase-plain", &["unpublished"][..]),
        (
            "consent",
            &["unpublished", "081000000", "081-000-000", "6681000000"],
        ),
        (
            "drafts-and-examples",
            &[
                "unpublished",
                "examples/one",
                "best-practices/draft",
                "activities/draft",
            ],
        ),
    ] {
        let folder = fixture(name).site().on_disk();
        folder.built(&[]);
        let told = told(&folder, Lang::Th).to_lowercase();
        assert!(told.contains("centers/"), "{told}");
        for words in private {
            assert!(!told.contains(words), "{name}: {words:?} is in the index");
        }
    }
}

#[test]
fn a_list_and_the_index_number_entries_alike() {
    let folder = fixture("smallest").with_built_in_theme().on_disk();
    for number in 0..9 {
        let center = format!("content/centers/c{number}");
        let example = number % 3 == 0;
        let toml = format!(
            "name = \"ศูนย์ที่ {number}\"\nlevel = \"subdistrict\"\nexample = {example}\n[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n"
        );
        folder.put(&format!("{center}/center.toml"), toml);
        let practice = format!(
            "+++\ntitle = \"เรื่องที่ {number}\"\nsummary = \"เรื่อง\"\ndate = 2024-01-1{number}\n+++\n\nเรื่อง\n"
        );
        folder.put(&format!("{center}/best-practices/p.md"), practice);
    }
    folder.built(&[]);
    node("list.mjs", &[&folder.path().join("public")]);
}

#[test]
fn a_site_without_search_has_no_index() {
    let (mut site, _) = pages(3);
    let settings = site.files.get_mut("content/site.toml").unwrap();
    settings.extend(b"\n[output]\nsearch = false\n");
    let built = site.on_disk().built(&[]);
    assert!(
        !built.keys().any(|it| it.starts_with("search")),
        "{:?}",
        built.keys()
    );
}
