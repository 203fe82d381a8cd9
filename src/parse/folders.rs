//! Paths of the content → what each file is, and what is wrong with its name or place.
//!
//! In: the paths of all texts. Out: centres, practices, activities and pages with their translations, by path. A file that
//! nothing would read is reported with the nearest place where something would.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::locale::one_form::normalise;
use crate::memo::{Memo, Query};
use crate::model::{Areas, SitePath};
use crate::parse::areas;
use crate::parse::nearest::nearest;
use crate::parse::web;
use crate::source::{Source, Sources};

/// Names of folders that the site needs itself under a centre's address.
pub const RESERVED: [&str; 5] = ["page", "leaflet", "poster", PRACTICES, ACTIVITIES];
const PRACTICES: &str = "best-practices";
const ACTIVITIES: &str = "activities";

/// A file of the content that something is made of, and its translation.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// What it is.
    pub what: Arc<What>,
    /// The file: `center.toml`, or Markdown.
    pub source: Arc<Source>,
    /// Markdown: of a centre its story, of any other entry nothing more.
    pub story: Option<Arc<Source>>,
    /// The English Markdown.
    pub english: Option<Arc<Source>>,
}

impl Hash for File {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.source.hash(state); // all else follows from where it lies
    }
}

/// What a file is, and its part of the address.
#[derive(Debug, PartialEq, Eq)]
pub enum What {
    /// A centre and its path.
    Center(String),
    /// A practice: its centre's path and its slug.
    Practice(String, String),
    /// An activity: its centre's path and its slug.
    Activity(String, String),
    /// A page and its path.
    Page(String),
}

/// Every file that is an entry, in order of path.
pub fn files(sources: &Sources, areas: &Areas, memo: &Memo, found: &mut Diagnostics) -> Vec<File> {
    let texts = sources.texts.range(SitePath::new(CONTENT)..);
    let texts = texts.take_while(|(path, _)| path.as_str().starts_with(CONTENT));
    let (paths, texts): (Vec<_>, Vec<_>) = texts.map(|(path, text)| (path.clone(), text)).unzip();
    let (placed, problems) = memo.get(Folders {
        paths,
        refused: sources.refused.clone(),
    });
    found.append(problems);
    let text = |number: usize| Arc::clone(texts[number]);
    let mut reported = BTreeSet::new();
    let mut files = Vec::with_capacity(placed.len());
    for it in placed.iter() {
        let file = File {
            what: Arc::clone(&it.what),
            source: text(it.number),
            story: it.story.map(text),
            english: it.english.map(text),
        };
        if !it.is_well_named {
            check_names(&file, areas, &mut reported, found);
        }
        files.push(file);
    }
    files
}

/// Where entries lie.
const CONTENT: &str = "content/";

/// The names of all texts of the content: what each of them is follows from these alone.
#[derive(Clone, PartialEq, Eq)]
struct Folders {
    /// In order.
    paths: Vec<SitePath>,
    /// What is there and could not be read, which was reported.
    refused: BTreeSet<SitePath>,
}

impl Hash for Folders {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.paths.len().hash(state); // there is one in a run
    }
}

/// A file that is an entry, and which of the texts it and its translation are.
struct Placed {
    what: Arc<What>,
    number: usize,
    story: Option<usize>,
    english: Option<usize>,
    is_well_named: bool,
}

impl Query for Folders {
    type Answer = (Arc<[Placed]>, Diagnostics);

    fn answer(self) -> Self::Answer {
        let paths = self.paths.par_iter().enumerate();
        let read: Vec<_> = paths
            .map(|(number, path)| {
                let mut found = Diagnostics::default();
                let inside = path.as_str().strip_prefix(CONTENT);
                let file = inside.and_then(|it| self.file(number, path, it, &mut found));
                (file, found)
            })
            .collect();
        let mut found = Diagnostics::default();
        let mut files = Vec::new();
        for (file, problems) in read {
            found.append(problems);
            files.extend(file);
        }
        (files.into(), found)
    }
}

impl Folders {
    fn file(
        &self,
        number: usize,
        path: &SitePath,
        inside: &str,
        found: &mut Diagnostics,
    ) -> Option<Placed> {
        let parts: Vec<&str> = inside.split('/').collect();
        let (name, folders) = parts.split_last()?;
        let is_entry = |it: &str| {
            let extension = it.rsplit_once('.').map_or("", |(_, extension)| extension);
            extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("toml")
        };
        // Windows hides the last ending of a name: `center.toml` is `center.toml.txt` there.
        if let Some(meant) = name.strip_suffix(".txt").filter(|it| is_entry(it)) {
            let place = format!("{}/{meant}", path.folder());
            found.push(Diagnostic::error(Problem::StrayFile(Some(place))).in_file(path));
            return None;
        }
        if matches!(inside, "site.toml" | "areas.csv" | "areas.geojson")
            || !is_entry(name)
            || name.eq_ignore_ascii_case("README.md")
        {
            return None;
        }
        let what = match (folders, *name) {
            (["centers", center @ ..], "center.toml") if !center.is_empty() => {
                What::Center(center.join("/"))
            }
            (["centers", center @ ..], "center.md" | "center.en.md") if !center.is_empty() => {
                self.center_exists(path.folder(), path, found);
                return None; // read with its centre
            }
            (["centers", center @ .., kind @ (PRACTICES | ACTIVITIES)], _)
                if is_markdown(name) && !center.is_empty() =>
            {
                if !self.original_exists(path, found) {
                    return None;
                }
                let folder = path.folder().strip_suffix(kind)?.trim_end_matches('/');
                if !self.center_exists(folder, path, found) {
                    return None;
                }
                let (center, slug) = (center.join("/"), name.strip_suffix(".md")?.to_owned());
                if *kind == PRACTICES {
                    What::Practice(center, slug)
                } else {
                    What::Activity(center, slug)
                }
            }
            (["pages", folders @ ..], _) if is_markdown(name) => {
                if !self.original_exists(path, found) {
                    return None;
                }
                let slug = name.strip_suffix(".md")?;
                What::Page([folders, &[slug]].concat().join("/"))
            }
            _ => {
                let place = right_place(folders, name);
                found.push(Diagnostic::error(Problem::StrayFile(place)).in_file(path));
                return None;
            }
        };
        let (story, english) = if let What::Center(_) = &what {
            let folder = path.folder();
            (
                self.text(folder, "center.md"),
                self.text(folder, "center.en.md"),
            )
        } else {
            let english = format!("{}.en.md", name.strip_suffix(".md")?);
            (None, self.text(path.folder(), &english))
        };
        Some(Placed {
            is_well_named: is_well_named(&what),
            what: Arc::new(what),
            number,
            story,
            english,
        })
    }

    /// Which text has a name in a folder.
    fn text(&self, folder: &str, name: &str) -> Option<usize> {
        self.number(&format!("{folder}/{name}"))
    }

    fn number(&self, path: &str) -> Option<usize> {
        self.paths.binary_search_by(|it| it.as_str().cmp(path)).ok()
    }

    fn center_exists(&self, folder: &str, path: &SitePath, found: &mut Diagnostics) -> bool {
        let center = format!("{folder}/center.toml");
        let exists = self.number(&center).is_some();
        if self.refused.contains(&SitePath::new(center)) {
            return false;
        }
        if !exists {
            let problem = Problem::EntryWithoutCenter(folder.to_owned());
            found.push(Diagnostic::error(problem).in_file(path));
        }
        exists
    }

    /// Whether the file is an original itself. A translation is read with its original; one without is reported.
    fn original_exists(&self, path: &SitePath, found: &mut Diagnostics) -> bool {
        let Some(stem) = path.file_name().strip_suffix(".en.md") else {
            return true;
        };
        let original = format!("{stem}.md");
        if self.text(path.folder(), &original).is_none() {
            let problem = Problem::TranslationWithoutOriginal(original);
            found.push(Diagnostic::error(problem).in_file(path));
        }
        false
    }
}

/// The folder of what an entry is, its address there, and its slug where it is below a centre.
fn parts(what: &What) -> (&'static str, &str, Option<&str>) {
    match what {
        What::Center(center) => ("centers", center, None),
        What::Practice(center, slug) | What::Activity(center, slug) => {
            ("centers", center, Some(slug))
        }
        What::Page(page) => ("pages", page, None),
    }
}

fn is_reserved(root: &str, part: &str) -> bool {
    is_device(part) || (root == "centers" && RESERVED.contains(&part))
}

/// Whether every part of an address can be one.
fn is_well_named(what: &What) -> bool {
    let (root, address, slug) = parts(what);
    let mut parts = address.split('/').chain(slug);
    parts.all(|it| web::is_slug(it) && !is_reserved(root, it))
}

/// Reports parts of an address that cannot be one. A folder in `reported` was: once is enough, however much lies in it.
fn check_names(
    File { what, source, .. }: &File,
    areas: &Areas,
    reported: &mut BTreeSet<String>,
    found: &mut Diagnostics,
) {
    let path = &source.path;
    let (root, address, slug) = parts(what);
    let mut folder = root.to_owned();
    for part in address.split('/') {
        folder = format!("{folder}/{part}");
        let is_reserved = is_reserved(root, part);
        if (is_reserved || !web::is_slug(part)) && reported.insert(folder.clone()) {
            let problem = if is_reserved {
                Problem::ReservedName(part.to_owned())
            } else {
                let is_center =
                    matches!(&**what, What::Center(it) if folder == format!("centers/{it}"));
                bad_slug(part, is_center.then(|| entry_name(source)).flatten(), areas)
            };
            found.push(Diagnostic::error(problem).in_file(path));
        }
    }
    let problem = match slug {
        Some(slug) if is_device(slug) => Problem::ReservedName(slug.to_owned()),
        Some(slug) if !web::is_slug(slug) => bad_slug(slug, None, areas),
        _ => return,
    };
    found.push(Diagnostic::error(problem).in_file(path));
}

/// What a name could be instead: the English name of the area that it or the entry means, else what is left of it in
/// small Latin letters.
fn bad_slug(written: &str, entry: Option<&str>, areas: &Areas) -> Problem {
    let name = normalise(written);
    let area = |name: &str| areas::slug_of(name, areas, &mut None);
    let proposed = area(&name)
        .or_else(|| area(entry?))
        .or_else(|| web::slug(&name));
    Problem::BadSlug {
        written: written.to_owned(),
        proposed,
    }
}

/// Whether Windows takes a name for a device of its own: no folder there can have it, and who clones the site there gets none of it.
fn is_device(name: &str) -> bool {
    let is_port = |it: &str| matches!(it.as_bytes(), [b'1'..=b'9']);
    matches!(name, "con" | "prn" | "aux" | "nul")
        || (name
            .strip_prefix("com")
            .or_else(|| name.strip_prefix("lpt")))
        .is_some_and(is_port)
}

/// The name of an entry whose TOML is not read yet: what its line `name = "…"` says.
fn entry_name(source: &Source) -> Option<&str> {
    let line = source.text.lines().find_map(|it| it.strip_prefix("name"))?;
    line.split('"').nth(1)
}

/// Whether it is a file of Markdown; only small letters count, because addresses do not tell large ones apart.
fn is_markdown(name: &str) -> bool {
    name.strip_suffix(".md").is_some()
}

/// Where a file that nothing reads would be read.
fn right_place(folders: &[&str], name: &str) -> Option<String> {
    let here = |name: &str| [&["content"], folders, &[name]].concat().join("/");
    let small = name.to_ascii_lowercase();
    let stem = small
        .rsplit_once('.')
        .map_or(small.as_str(), |(stem, _)| stem);
    match folders {
        [] if is_markdown(&small) => Some(format!("content/pages/{name}")),
        [] => nearest(&small, ["site.toml"]).map(|it| here(&it)),
        ["pages", ..] => Some(here(&format!("{stem}.md"))),
        ["centers"] => Some(format!(
            "content/centers/{}/center.toml",
            web::slug(stem).unwrap_or("…".to_owned())
        )),
        ["centers", center @ .., PRACTICES | ACTIVITIES] if !center.is_empty() => {
            Some(here(&format!("{stem}.md")))
        }
        ["centers", rest @ ..] => {
            if matches!(rest, [PRACTICES | ACTIVITIES, ..]) {
                return None; // of no centre
            }
            if let Some(depth) = rest
                .iter()
                .rposition(|it| matches!(*it, PRACTICES | ACTIVITIES))
            {
                // A folder inside best-practices/: practices lie beside each other.
                let folder = rest[..=depth].join("/");
                return Some(format!("content/centers/{folder}/{stem}.md"));
            }
            if let Some((last, center)) = rest.split_last()
                && is_markdown(&small)
                && let Some(kind) = nearest(last, [PRACTICES, ACTIVITIES])
            {
                let center = center.join("/");
                return Some(format!("content/centers/{center}/{kind}/{name}"));
            }
            let own = ["center.toml", "center.md", "center.en.md"];
            if let Some(own) = own
                .into_iter()
                .find(|it| *it == small)
                .map(str::to_owned)
                .or_else(|| nearest(&small, own))
            {
                return Some(here(&own));
            }
            is_markdown(&small).then(|| here(&format!("{PRACTICES}/{name}")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::model::Text;
    use crate::testing::TestSite;

    fn read(paths: &[&str]) -> (Vec<String>, Vec<String>) {
        read_texts(&paths.iter().map(|it| (*it, "")).collect::<Vec<_>>())
    }

    fn read_texts(texts: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let mut areas = Areas::default();
        let name = Text {
            th: "หัวดอน".to_owned(),
            en: Some("Hua Don".to_owned()),
        };
        let point = crate::model::area::Point {
            latitude: 15.0,
            longitude: 104.0,
        };
        areas.subdistricts.insert(
            "340409".to_owned(),
            crate::model::Subdistrict {
                code: "340409".to_owned(),
                name,
                district: "3404".to_owned(),
                postal_code: "34150".to_owned(),
                point,
                is_target: true,
            },
        );
        let mut found = Diagnostics::default();
        let sources = TestSite::of(texts).sources();
        let files = files(&sources, &areas, &Memo::off(), &mut found)
            .iter()
            .map(|it| format!("{:?}", it.what))
            .collect();
        let problems = found
            .sorted()
            .iter()
            .map(|it| {
                assert_eq!(it.severity, Severity::Error);
                let label = it.label(crate::model::Lang::En).unwrap_or_default();
                format!("{} {label}", it.problem.code()).trim().to_owned()
            })
            .collect();
        (files, problems)
    }

    #[test]
    fn every_file_is_something() {
        let (files, problems) = read(&[
            "content/areas.csv",
            "content/centers/a/activities/c.md",
            "content/centers/a/b/center.toml",
            "content/centers/a/best-practices/c.en.md",
            "content/centers/a/best-practices/c.md",
            "content/centers/a/center.en.md",
            "content/centers/a/center.md",
            "content/centers/a/center.toml",
            "content/pages/x/y.md",
            "content/README.md",
            "content/site.toml",
            "themes/t/notes.md",
        ]);
        assert_eq!(problems, [""; 0]);
        assert_eq!(
            files,
            [
                "Activity(\"a\", \"c\")",
                "Center(\"a/b\")",
                "Practice(\"a\", \"c\")",
                "Center(\"a\")",
                "Page(\"x/y\")"
            ]
        );
    }

    #[test]
    fn an_address_is_proposed_from_the_name_of_the_entry() {
        let text = "# ศูนย์ฯ\nname = \"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน\"\n";
        let (_, problems) = read_texts(&[("content/centers/ศูนย์_1/center.toml", text)]);
        assert_eq!(problems, ["bad-slug did you mean \"hua-don\"?"]);
    }

    #[test]
    fn wrong_names_and_places_are_reported() {
        for (paths, expected) in [
            (
                &["content/centers/Khueang Nai/center.toml"][..],
                &["bad-slug did you mean \"khueang-nai\"?"][..],
            ),
            (
                &["content/centers/ตำบลหัวดอน/center.toml"],
                &["bad-slug did you mean \"hua-don\"?"],
            ),
            (
                &[
                    "content/centers/ก/center.toml",
                    "content/centers/ก/ข/center.toml",
                ],
                &["bad-slug", "bad-slug"],
            ),
            (&["content/centers/poster/center.toml"], &["reserved-name"]),
            (
                &[
                    "content/centers/a/center.toml",
                    "content/centers/a/best-practices/ข้าว.md",
                ],
                &["bad-slug"],
            ),
            (
                &["content/centers/a/best-practices/b.md"],
                &["entry-without-center"],
            ),
            (&["content/centers/a/center.md"], &["entry-without-center"]),
            (
                &["content/pages/a.en.md"],
                &["translation-without-original"],
            ),
            (
                &["content/about.md"],
                &["stray-file did you mean \"content/pages/about.md\"?"],
            ),
            (
                &["content/sites.toml"],
                &["stray-file did you mean \"content/site.toml\"?"],
            ),
            (
                &["content/centers/a/Center.toml"],
                &["stray-file did you mean \"content/centers/a/center.toml\"?"],
            ),
            (
                &["content/centers/a/notes.md"],
                &["stray-file did you mean \"content/centers/a/best-practices/notes.md\"?"],
            ),
            (
                &["content/centers/a/activity/b.md"],
                &["stray-file did you mean \"content/centers/a/activities/b.md\"?"],
            ),
            (
                &["content/centers/a/best-practices/b.toml"],
                &["stray-file did you mean \"content/centers/a/best-practices/b.md\"?"],
            ),
            (
                &["content/centers/a/best-practices/b/c.md"],
                &["stray-file did you mean \"content/centers/a/best-practices/c.md\"?"],
            ),
            (&["content/centers/best-practices/b.md"], &["stray-file"]),
            (
                &["content/centers/center.toml"],
                &["stray-file did you mean \"content/centers/center/center.toml\"?"],
            ),
            (&["content/other/x.toml"], &["stray-file"]),
        ] {
            assert_eq!(read(paths).1, expected, "for {paths:?}");
        }
    }
}
