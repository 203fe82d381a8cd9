//! What a preview remembers changes no byte: after every edit the site is the one that a fresh run makes.

use std::sync::Arc;

use sala::model::{Lang, SitePath};
use sala::render::Body;
use sala::source::{File, Sources, load};
use sala::{Memo, Options};

use crate::fixture::fixture;
use crate::test_site::{options, source};

/// What somebody does to a site.
type Edit = Box<dyn Fn(&mut Sources)>;

const DON: &str = "content/centers/khueang-nai/hua-don/center.toml";
const INDIGO: &str = "content/centers/khueang-nai/hua-don/best-practices/indigo.md";

/// What stands in a site: each problem, and each file with its bytes.
fn told(sources: &Sources, memo: &Memo) -> (Vec<String>, Vec<(String, Vec<u8>)>) {
    let options = Options {
        with_drafts: true,
        ..options("2026-02-05")
    };
    let (site, found) = sala::prepare(sources.clone(), &options, &Arc::default(), memo, &|_| {});
    let problems = found.sorted().into_iter();
    let problems = problems.map(|it| format!("{:?} {}", it.place, it.message(Lang::En)));
    let mut files = Vec::new();
    if let Some(site) = site {
        for file in site.addresses() {
            let bytes = match site.render(file) {
                Ok(Body::Bytes(bytes)) => bytes,
                Ok(Body::Static(bytes)) => bytes.to_vec(),
                Ok(it @ (Body::Disk(_) | Body::Picture(_))) => format!("{it:?}").into_bytes(),
                Err(problem) => problem.message(Lang::En).into_bytes(),
            };
            files.push((file.to_owned(), bytes));
        }
    }
    (problems.collect(), files)
}

fn text(sources: &Sources, path: &str) -> String {
    sources.texts[&SitePath::new(path)].text.to_string()
}

fn put(sources: &mut Sources, path: &str, text: &str) {
    let source = source(path, text);
    sources.texts.insert(source.path.clone(), Arc::new(source));
}

fn replace(sources: &mut Sources, path: &str, from: &str, to: &str) {
    let old = text(sources, path);
    assert!(old.contains(from), "{path} has no {from:?}");
    put(sources, path, &old.replacen(from, to, 1));
}

#[test]
fn a_preview_that_remembers_shows_what_a_fresh_one_would() {
    let folder = fixture("showcase-plain").site().on_disk();
    let (mut sources, found) = load::site(folder.path()).unwrap();
    assert!(found.is_empty());
    let before = sources.clone();
    let memo = Memo::default();
    let edits: Vec<(&str, Edit)> = vec![
        ("nothing", Box::new(|_| {})),
        (
            "a story",
            Box::new(|it| {
                let old = text(it, INDIGO);
                put(
                    it,
                    INDIGO,
                    &(old + "\n## หัวข้อใหม่\n\nเรื่องต่อ [อำเภอ](/districts/)\n"),
                );
            }),
        ),
        (
            "a link to nothing",
            Box::new(|it| {
                let old = text(it, INDIGO);
                put(it, INDIGO, &(old + "\n[ไม่มี](/nothing/)\n"));
            }),
        ),
        (
            "the link mended",
            Box::new(|it| {
                replace(it, INDIGO, "[ไม่มี](/nothing/)", "[มี](/)");
            }),
        ),
        (
            "a title",
            Box::new(|it| replace(it, INDIGO, "title = \"", "title = \"ใหม่ ")),
        ),
        (
            "a day",
            Box::new(|it| replace(it, INDIGO, "+++\n", "+++\nextra = { a = 1 }\n")),
        ),
        (
            "the evidence",
            Box::new(|it| {
                let old = text(it, INDIGO);
                let lines = old.lines().filter(|line| !line.starts_with("evidence"));
                put(it, INDIGO, &(lines.collect::<Vec<_>>().join("\n") + "\n"));
            }),
        ),
        (
            "the name of a centre",
            Box::new(|it| replace(it, DON, "name = \"", "name = \"ก ")),
        ),
        (
            "an unknown key",
            Box::new(|it| replace(it, DON, "name = \"", "nam = 1\nname = \"")),
        ),
        (
            "the key mended",
            Box::new(|it| replace(it, DON, "nam = 1\n", "")),
        ),
        (
            "a centre that is planned",
            Box::new(|it| {
                replace(it, DON, "name = \"", "status = \"planned\"\nname = \"");
            }),
        ),
        (
            "and open again",
            Box::new(|it| replace(it, DON, "status = \"planned\"\n", "")),
        ),
        (
            "a new practice",
            Box::new(|it| {
                let copy = text(it, INDIGO).replace("title = \"", "title = \"อีกเรื่อง ");
                put(
                    it,
                    "content/centers/khueang-nai/best-practices/again.md",
                    &copy,
                );
            }),
        ),
        (
            "a practice less",
            Box::new(|it| {
                let path = SitePath::new("content/centers/khueang-nai/best-practices/again.md");
                it.texts.remove(&path);
            }),
        ),
        (
            "a new centre",
            Box::new(|it| {
                let copy = text(it, "content/centers/mueang/hua-ruea/center.toml");
                put(it, "content/centers/a-first/center.toml", &copy);
            }),
        ),
        (
            "a centre less",
            Box::new(|it| {
                it.texts
                    .remove(&SitePath::new("content/centers/a-first/center.toml"));
            }),
        ),
        (
            "two entries of one old address",
            Box::new(|it| {
                for path in [DON, "content/centers/mueang/hua-ruea/center.toml"] {
                    replace(it, path, "name = \"", "aliases = [\"/old/\"]\nname = \"");
                }
            }),
        ),
        (
            "one of them",
            Box::new(|it| replace(it, DON, "aliases = [\"/old/\"]\n", "")),
        ),
        (
            "a photo less",
            Box::new(|it| {
                let photo = "content/centers/khueang-nai/hua-don/cover.png";
                assert!(it.files.remove(&SitePath::new(photo)).is_some());
            }),
        ),
        (
            "its topics",
            Box::new(|it| replace(it, DON, "topics = [\"weaving\", ", "topics = [")),
        ),
        (
            "another sub-district",
            Box::new(|it| replace(it, DON, "\"340405\"", "\"340401\"")),
        ),
        (
            "a document that is a text of the site",
            Box::new(|it| {
                let table = "content/centers/khueang-nai/hua-don/table.csv";
                put(it, table, "a,b\n1,2\n");
                replace(it, INDIGO, "[มี](/)", "[ตาราง](../table.csv)");
            }),
        ),
        (
            "other words in it",
            Box::new(|it| {
                let table = "content/centers/khueang-nai/hua-don/table.csv";
                put(it, table, "a,b\n3,4\n");
            }),
        ),
        (
            "a file of its own beside the pages",
            Box::new(|it| {
                let file = File {
                    disk: "static/extra.txt".into(),
                    size: 3,
                };
                it.files.insert(SitePath::new("static/extra.txt"), file);
            }),
        ),
        (
            "a file where a page is",
            Box::new(|it| {
                let path = SitePath::new("static/topics/index.html");
                let disk = "static/topics/index.html".into();
                it.files.insert(path, File { disk, size: 3 });
            }),
        ),
        (
            "the file taken away",
            Box::new(|it| {
                it.files.remove(&SitePath::new("static/topics/index.html"));
            }),
        ),
        (
            "a template",
            Box::new(|it| {
                let card = "themes/plain/templates/center-card.html";
                put(it, card, &(text(it, card) + "<hr>\n"));
            }),
        ),
        (
            "words of the theme",
            Box::new(|it| put(it, "themes/plain/i18n/th.toml", "centers = \"ทุกศูนย์\"\n")),
        ),
        (
            "every file touched, and the same in it",
            Box::new(|it| {
                let paths: Vec<String> = it.texts.keys().map(ToString::to_string).collect();
                for path in paths {
                    put(it, &path, &text(it, &path));
                }
            }),
        ),
        (
            "the settings",
            Box::new(|it| {
                replace(it, "content/site.toml", "title = \"", "title = \"ใหม่ ");
            }),
        ),
        (
            "a topic more",
            Box::new(|it| {
                let settings = text(it, "content/site.toml");
                let more = "\n[[topics]]\nid = \"more\"\nname = \"อื่น ๆ\"\n";
                put(it, "content/site.toml", &(settings + more));
            }),
        ),
        (
            "a sub-district less",
            Box::new(|it| {
                let register = text(it, "content/areas.csv");
                let lines = register.lines().filter(|it| !it.contains("340104"));
                let register = lines.collect::<Vec<_>>().join("\n") + "\n";
                put(it, "content/areas.csv", &register);
            }),
        ),
        (
            "no register",
            Box::new(|it| {
                it.texts.remove(&SitePath::new("content/areas.csv"));
            }),
        ),
        (
            "everything as it was",
            Box::new(move |it| *it = before.clone()),
        ),
    ];
    for (name, edit) in edits {
        edit(&mut sources);
        let (problems, files) = told(&sources, &memo);
        let (fresh_problems, fresh_files) = told(&sources, &Memo::off());
        assert_eq!(problems, fresh_problems, "after {name}");
        assert!(name == "no register" || fresh_files.len() > 50, "{name}");
        let names = |all: &[(String, Vec<u8>)]| -> Vec<String> {
            all.iter().map(|it| it.0.clone()).collect()
        };
        assert_eq!(names(&files), names(&fresh_files), "after {name}");
        for (one, other) in files.iter().zip(&fresh_files) {
            assert!(one == other, "{} differs after {name}", one.0);
        }
    }
}

#[test]
fn what_a_centre_is_called_moves_no_address() {
    let mut sources = fixture("showcase-plain").site().sources();
    let memo = Memo::default();
    let plan = |sources: &Sources| {
        let options = options("2026-02-05");
        let (site, _) = sala::prepare(sources.clone(), &options, &Arc::default(), &memo, &|_| {});
        site.expect("the fixture is a site").plan
    };
    let before = plan(&sources);
    replace(&mut sources, DON, "name = \"", "name = \"ก ");
    replace(&mut sources, DON, "topics = [\"weaving\", ", "topics = [");
    replace(&mut sources, INDIGO, "title = \"", "title = \"ก ");
    assert!(Arc::ptr_eq(&plan(&sources), &before));
    replace(&mut sources, DON, "aliases = [", "aliases = [\"/older/\", ");
    assert!(!Arc::ptr_eq(&plan(&sources), &before));
}
