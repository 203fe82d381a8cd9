//! The table of keys, walked: every row says what it must, its example is read, and what it holds is shown to those who may see it and
//! to nobody else. Entries are written from the rows themselves, so that a key is tested from the day it exists.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sala::diagnostic::Severity;
use sala::render::Body;
use sala::schema::{self, Audience, Key, Kind, Outlet, Reference};

use crate::fixture::repository;
use crate::test_site::{PreparedSite, TestSite, options};

/// The day on which the entries are true.
const TODAY: &str = "2026-11-30";

/// A record written from its rows: every key has its example, or words that stand nowhere else.
#[derive(Default)]
struct Written {
    toml: String,
    /// The words of each key that takes words, by its path.
    words: BTreeMap<String, (String, Key)>,
}

impl Written {
    fn new(record: &str, agreed: bool) -> Self {
        let mut written = Self::default();
        written.table("", record, keys_of(record), agreed);
        written
    }

    /// A table: its values first, then the tables in it, as TOML wants it.
    fn table(&mut self, header: &str, path: &str, keys: &[Key], agreed: bool) {
        for key in keys.iter().filter(|it| it.kind.keys().is_none()) {
            let path = format!("{path}.{}", key.name);
            if let Some(value) = self.value(&path, key, agreed) {
                writeln!(self.toml, "{} = {value}", key.name).unwrap();
            }
        }
        for key in keys {
            let needs_a_file = |it: &Key| it.is_required && names_a_file(it);
            let Some(inner) = key.kind.keys().filter(|it| !it.iter().any(needs_a_file)) else {
                continue;
            };
            let name = format!("{header}{}", key.name);
            match key.kind {
                Kind::Tables(_) => writeln!(self.toml, "\n[[{name}]]").unwrap(),
                _ => writeln!(self.toml, "\n[{name}]").unwrap(),
            }
            let path = format!("{path}.{}", key.name);
            self.table(&format!("{name}."), &path, inner, agreed);
        }
    }

    /// A value of a key; none where it names something that these sites lack, or would take the entry out of the site.
    fn value(&mut self, path: &str, key: &Key, agreed: bool) -> Option<String> {
        match (key.name, key.kind) {
            ("consent", _) => Some(agreed.to_string()),
            ("aliases" | "example" | "draft" | "topics" | "province" | "point", _)
            | (_, Kind::Free) => None,
            _ if names_a_file(key) => None,
            (_, Kind::Text | Kind::Markdown) => Some(format!("\"{}\"", self.word(path, key))),
            (_, Kind::Texts) => Some(format!("[\"{}\"]", self.word(path, key))),
            _ => key.example.or(key.default).map(str::to_owned),
        }
    }

    /// Words that stand nowhere else.
    fn word(&mut self, path: &str, key: &Key) -> String {
        let number = self.words.len();
        let letters: String = format!("{number:03}")
            .bytes()
            .map(|it| char::from(b'k' + it - b'0'))
            .collect();
        let word = format!("Zq{}{letters}", &path[..1]);
        self.words.insert(path.to_owned(), (word.clone(), *key));
        word
    }
}

/// Whether it names a file, or an entry, that these sites lack.
fn names_a_file(key: &Key) -> bool {
    matches!(
        key.refers_to,
        Some(Reference::Photo | Reference::Document | Reference::Practice)
    )
}

fn keys_of(record: &str) -> &'static [Key] {
    let file = schema::FILES.iter().find(|(name, _)| *name == record);
    file.unwrap().1
}

/// Every key of every record, by its path.
fn all_keys() -> Vec<(String, Key)> {
    fn walk(path: &str, keys: &[Key], all: &mut Vec<(String, Key)>) {
        for key in keys {
            let path = format!("{path}.{}", key.name);
            walk(&path, key.kind.keys().unwrap_or_default(), all);
            all.push((path, *key));
        }
    }
    let mut all = Vec::new();
    for (record, keys) in schema::FILES {
        walk(record, keys, &mut all);
    }
    all
}

/// A site of one centre with one practice and one activity, written from the rows.
fn site(agreed: bool) -> (PreparedSite, BTreeMap<String, (String, Key)>) {
    let center = Written::new("center", agreed);
    let practice = Written::new("best-practice", agreed);
    let activity = Written::new("activity", agreed);
    let front = |toml: &str| format!("+++\n{toml}+++\n## เรื่อง\n");
    let settings = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\n\
                    [organization]\nname = \"สำนักงานตัวอย่าง\"\nphone = \"045-000-000\"\n";
    let areas = std::fs::read(repository().join("content/areas.csv")).unwrap();
    let site = TestSite::of(&[
        ("content/site.toml", settings),
        ("content/centers/a/center.toml", &center.toml),
        (
            "content/centers/a/best-practices/b.md",
            &front(&practice.toml),
        ),
        ("content/centers/a/activities/c.md", &front(&activity.toml)),
    ])
    .with("content/areas.csv", areas);
    let prepared = site.prepared(&options(TODAY));
    let errors: Vec<_> = prepared
        .found
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{}", center.toml);
    let mut words = center.words;
    words.extend(practice.words);
    words.extend(activity.words);
    (prepared, words)
}

/// Every file of the output that is a text.
fn texts(site: &PreparedSite) -> Vec<(String, String)> {
    let addresses: Vec<String> = site.addresses().map(str::to_owned).collect();
    let text = |path: String| match site.render(&path) {
        Ok(Body::Bytes(bytes)) => String::from_utf8(bytes).ok().map(|it| (path, it)),
        _ => None,
    };
    addresses.into_iter().filter_map(text).collect()
}

#[test]
fn every_row_says_what_it_must() {
    for (path, key) in all_keys() {
        assert!(!key.help.th.is_empty(), "{path} lacks its Thai help");
        assert!(!key.help.en.is_empty(), "{path} lacks its English help");
        assert!(!key.label.th.is_empty(), "{path} lacks its Thai label");
        assert!(!key.label.en.is_empty(), "{path} lacks its English label");
        let needs_example = key.kind.keys().is_none() && !matches!(key.kind, Kind::Free);
        assert!(
            !needs_example || key.example.is_some() || key.default.is_some(),
            "{path} lacks an example"
        );
        if let (Some(example), false) = (key.example, path.starts_with("areas.")) {
            let toml = format!("key = {example}");
            assert!(
                toml::from_str::<toml::Table>(&toml).is_ok(),
                "{path}: {toml}"
            );
        }
    }
}

#[test]
fn the_example_of_every_row_is_read_and_every_key_is_shown_where_its_row_says() {
    let (site, words) = site(true);
    let page = |path: &str| {
        let folder = match path.split('.').next().unwrap() {
            "center" => "centers/a",
            "best-practice" => "centers/a/best-practices/b",
            _ => "centers/a/activities/c",
        };
        site.text(&format!("{folder}/index.html"))
    };
    let data =
        ["centers", "best-practices", "activities"].map(|it| site.text(&format!("data/{it}.json")));
    for (path, (word, key)) in &words {
        if key.audience != Audience::Office && key.is_shown(Outlet::Page) {
            assert!(page(path).contains(word), "{path} is not on its page");
        }
        let is_in_data = data.iter().any(|it| it.contains(word));
        let is_single = path.matches('.').count() == 1
            || path.starts_with("center.visit.")
            || path.starts_with("center.location.");
        if is_single {
            assert_eq!(
                is_in_data,
                key.is_shown(Outlet::Data),
                "{path} in the open data"
            );
        }
    }
}

#[test]
fn nobody_else_sees_what_is_not_for_everyone() {
    let (site, words) = site(false);
    let texts = texts(&site);
    assert!(texts.len() > 30, "{} files", texts.len());
    let mut count = 0;
    for (path, (word, key)) in &words {
        if key.audience == Audience::Everyone {
            continue;
        }
        count += 1;
        for (file, text) in &texts {
            assert!(!text.contains(word), "{path} is in {file}");
        }
        let directory = format!("{:?}", site.directory);
        assert!(!directory.contains(word), "{path} is in the directory");
        let paper = format!("{:?}", site.paper);
        assert!(paper.contains(word), "{path} is not with the paper records");
    }
    assert!(count > 10, "{count} keys");
}
