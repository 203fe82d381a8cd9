//! Disk → Sources: the only reader of a site.
//!
//! In: a site folder. Out: its texts in memory, its other files by name, and what could not be read.
//! Never follows a link out of `content`, `static` or `themes`, never reads what is hidden, never looks into the output.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads")]

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::locale::one_form::normalise;
use crate::memo::{Memo, Query};
use crate::source::{File, Marks, Plain, Source, Sources};
use crate::value::SitePath;

/// The folders of a site that are read.
pub const FOLDERS: [&str; 3] = ["content", "themes", "static"];

/// Texts that a person writes are smaller than this.
const LARGEST_TEXT: u64 = 5_000_000;
/// Tables and polygons of a whole country are smaller than this.
const LARGEST_TABLE: u64 = 100_000_000;

/// Reads a site, and remembers what it read: the next reading opens only files that changed.
#[derive(Debug)]
pub struct Loader {
    root: PathBuf,
    /// Texts by how their files look from outside.
    memo: Memo,
    /// What the last reading found, where nothing of it was in doubt: no file left out, no link followed.
    last: Option<Sources>,
}

/// A text that is to be read.
struct Wanted {
    path: SitePath,
    disk: PathBuf,
    /// How large it may be, in bytes.
    limit: u64,
}

/// A text, and how its file looks from outside.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Text {
    path: SitePath,
    disk: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
}

/// Reads a site once.
pub fn site(root: &Path) -> Result<(Sources, Diagnostics), Diagnostic> {
    let loader = Loader {
        memo: Memo::off(),
        ..Loader::new(root)
    };
    let root = loader.real_root()?;
    let (sources, found, _) = loader.everything(&root, &BTreeSet::new());
    Ok((sources, found))
}

impl Loader {
    /// A reader of a site folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            memo: Memo::default(),
            last: None,
        }
    }

    /// Everything in the site folder. Files in `changed` are read again even where size and time say that nothing happened.
    pub fn site(
        &mut self,
        changed: &BTreeSet<PathBuf>,
    ) -> Result<(Sources, Diagnostics), Diagnostic> {
        let last = self.last.take();
        let root = self.real_root()?;
        let texts_alone = last.and_then(|it| texts_alone(it, &root, changed));
        let (sources, found, is_plain) = texts_alone.map_or_else(
            || self.everything(&root, changed),
            |sources| (sources, Diagnostics::default(), true),
        );
        self.last = is_plain.then(|| sources.clone());
        Ok((sources, found))
    }

    /// The folder without links on the way to it, where it is one of a site.
    fn real_root(&self) -> Result<PathBuf, Diagnostic> {
        let no_folder =
            || Diagnostic::error(Problem::NoSiteFolder(self.root.display().to_string()));
        if !self.root.is_dir() {
            return Err(no_folder());
        }
        let root = self.root.canonicalize().map_err(|_| no_folder())?;
        if !root.join("content/site.toml").is_file() {
            return Err(Diagnostic::error(Problem::NoSiteToml));
        }
        Ok(root)
    }

    /// Walks through all folders: what is there, what is wrong with it, and whether nothing of it is in doubt.
    fn everything(&self, root: &Path, changed: &BTreeSet<PathBuf>) -> (Sources, Diagnostics, bool) {
        // To follow links, the system must be asked about every name; most sites have none.
        let mut walked = self.walk(root, changed, false);
        if walked.has_links {
            walked = self.walk(root, changed, true);
        }
        self.memo.end_run();
        let Walked {
            mut sources,
            mut found,
            has_links,
            mut read,
        } = walked;
        read.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut texts = Vec::with_capacity(read.len());
        for (path, read) in read {
            match read {
                Ok(source) => {
                    if let Some(byte) = source.invalid_at
                        && !is_document(path.as_str())
                    {
                        let not_utf8 = Diagnostic::error(Problem::NotUtf8);
                        found.push(not_utf8.at(&path, byte..byte));
                    }
                    texts.push((path, source));
                }
                Err(problem) => {
                    found.push(Diagnostic::error(problem).in_file(&path));
                    sources.refused.insert(path);
                }
            }
        }
        sources.texts = texts.into_iter().collect();
        let is_plain = found.is_empty() && !has_links;
        (sources, found, is_plain)
    }

    /// Walks through the folders, and reads their texts on the way. Where links are not followed, the first one ends it.
    fn walk(&self, root: &Path, changed: &BTreeSet<PathBuf>, follows_links: bool) -> Walked {
        let mut sources = Sources::default();
        let mut found = Diagnostics::default();
        let mut has_links = false;
        let read = Mutex::new(Vec::new());
        rayon::scope(|scope| {
            let is_text = |wanted: Wanted| {
                let read = &read;
                scope.spawn(move |_| {
                    let it = self.text(&wanted, changed);
                    read.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((wanted.path, it));
                });
            };
            for folder in FOLDERS {
                let top = root.join(folder);
                if top.symlink_metadata().is_ok() {
                    let mut walk = Walk {
                        root,
                        top: &top,
                        follows_links,
                        sources: &mut sources,
                        is_text: &is_text,
                        found: &mut found,
                        has_links: top.is_symlink(),
                    };
                    walk.folder();
                    has_links |= walk.has_links;
                }
            }
        });
        Walked {
            sources,
            found,
            has_links,
            read: read.into_inner().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// A text: as it was read before where its size and time say that nothing happened, and nobody says otherwise.
    fn text(&self, wanted: &Wanted, changed: &BTreeSet<PathBuf>) -> Result<Arc<Source>, Problem> {
        let metadata = wanted.disk.metadata();
        let text = wanted.text(&metadata.map_err(|it| Problem::CannotRead(it.to_string()))?)?;
        if text.modified.is_none() || changed.contains(&text.disk) {
            self.memo.forget(&text);
        }
        let read = self.memo.get(text.clone());
        if read.is_err() {
            self.memo.forget(&text); // it may be readable the next time
        }
        read
    }
}

/// The site where nothing changed but the words in texts that were there before: then nobody has to walk through all folders.
/// `None` where anything else may have happened.
fn texts_alone(mut sources: Sources, root: &Path, changed: &BTreeSet<PathBuf>) -> Option<Sources> {
    if changed.is_empty() {
        return None; // Something was missed.
    }
    for disk in changed {
        let path = site_path(root, disk)?;
        let metadata = disk.symlink_metadata();
        let Some(known) = sources.texts.get(&path) else {
            // What an editor wrote on the way and took away again.
            let is_gone = metadata.is_err_and(|it| it.kind() == ErrorKind::NotFound);
            if is_gone && !sources.files.contains_key(&path) && !is_folder(&sources, &path) {
                continue;
            }
            return None;
        };
        let metadata = metadata.ok().filter(Metadata::is_file)?;
        let limit = largest_text(path.as_str())?;
        let disk = disk.clone();
        let wanted = Wanted { path, disk, limit };
        let read = wanted.text(&metadata).ok()?.answer().ok()?;
        if read.invalid_at.is_some() {
            return None;
        }
        if read != *known {
            sources.texts.insert(wanted.path, read);
        }
    }
    Some(sources)
}

/// Whether texts lie in a folder of that name.
fn is_folder(sources: &Sources, path: &SitePath) -> bool {
    let folder = SitePath::new(format!("{path}/"));
    let mut inside = sources.texts.range(folder.clone()..);
    inside
        .next()
        .is_some_and(|(it, _)| it.as_str().starts_with(folder.as_str()))
}

/// What a walk came by.
struct Walked {
    /// Without texts.
    sources: Sources,
    found: Diagnostics,
    has_links: bool,
    read: Vec<(SitePath, Result<Arc<Source>, Problem>)>,
}

/// The way through one of the folders.
struct Walk<'a> {
    root: &'a Path,
    top: &'a Path,
    follows_links: bool,
    sources: &'a mut Sources,
    is_text: &'a dyn Fn(Wanted),
    found: &'a mut Diagnostics,
    has_links: bool,
}

impl Walk<'_> {
    fn folder(&mut self) {
        let mut entries = WalkDir::new(self.top)
            .follow_links(self.follows_links)
            .sort_by_file_name()
            .into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.unreadable(&error);
                    continue;
                }
            };
            let skip = |entries: &mut walkdir::IntoIter| {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            };
            if entry.depth() > 0 && is_hidden(&entry) {
                skip(&mut entries);
                continue;
            }
            if entry.path_is_symlink() && entry.depth() > 0 {
                self.has_links = true;
                if !self.follows_links {
                    return;
                }
            }
            if let Err(problem) = self.entry(&entry) {
                let path = self.site_path_lossy(entry.path());
                self.found.push(Diagnostic::error(problem).in_file(&path));
                self.sources.refused.insert(path);
                skip(&mut entries);
            }
        }
    }

    /// Takes a file in, or says why a file or folder is left out.
    fn entry(&mut self, entry: &DirEntry) -> Result<(), Problem> {
        let path = site_path(self.root, entry.path()).ok_or(Problem::PathNotUtf8)?;
        if entry.path_is_symlink() {
            let target = entry
                .path()
                .canonicalize()
                .map_err(|it| Problem::CannotRead(it.to_string()))?;
            // What lies beside the folder is not meant to be published: unchecked entries, the history of the repository.
            if !target.starts_with(self.top) {
                return Err(Problem::LinkLeavesSite);
            }
        }
        if entry.file_type().is_dir() {
            return Ok(());
        }
        if !entry.file_type().is_file() {
            return Err(Problem::NotAFile);
        }
        let disk = entry.path().to_owned();
        let limit = largest_text(path.as_str());
        if let Some(limit) = limit {
            let (path, disk) = (path.clone(), disk.clone());
            (self.is_text)(Wanted { path, disk, limit });
        }
        if limit.is_none() || is_document(path.as_str()) {
            let metadata = entry
                .metadata()
                .map_err(|it| Problem::CannotRead(system_words(&it)))?;
            let size = metadata.len();
            self.sources.files.insert(path, File { disk, size });
        }
        Ok(())
    }

    /// What the walk itself could not do: an unreadable folder, a link to nothing, a link in a circle.
    fn unreadable(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root);
        let is_skipped = path
            .file_name()
            .is_some_and(|it| is_hidden_name(&it.to_string_lossy()));
        if is_skipped {
            return; // Emacs locks a file by a broken link beside it.
        }
        let is_broken_link = path.is_symlink() && !path.exists();
        let problem = if error.loop_ancestor().is_some() {
            Problem::LinkLoop
        } else if is_broken_link {
            Problem::LinkBroken
        } else {
            Problem::CannotRead(system_words(error))
        };
        let path = self.site_path_lossy(path);
        self.found.push(Diagnostic::error(problem).in_file(&path));
        self.sources.refused.insert(path);
    }

    fn site_path_lossy(&self, path: &Path) -> SitePath {
        let inside = path.strip_prefix(self.root).unwrap_or(path);
        SitePath::new(inside.to_string_lossy().replace('\\', "/"))
    }
}

/// Where a file lies in the site; `None` where it does not, or its name is no text.
fn site_path(root: &Path, path: &Path) -> Option<SitePath> {
    let inside = path.strip_prefix(root).ok()?.components();
    let parts: Option<Vec<&str>> = inside.map(|it| it.as_os_str().to_str()).collect();
    Some(SitePath::new(normalise(&parts?.join("/"))))
}

/// The system's own words, without the path that walkdir puts before them: the diagnostic has it already.
fn system_words(error: &walkdir::Error) -> String {
    error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

/// How large a file may be that is a text of the site; `None` for any other file.
fn largest_text(path: &str) -> Option<u64> {
    let extension = path.rsplit_once('.')?.1.to_ascii_lowercase();
    match (path.split('/').next()?, extension.as_str()) {
        ("content", "csv" | "geojson" | "txt") => Some(LARGEST_TABLE),
        ("content", "toml" | "md")
        | (
            "themes",
            "html" | "xml" | "txt" | "toml" | "css" | "js" | "svg" | "webmanifest" | "json",
        ) => Some(LARGEST_TEXT),
        _ => None,
    }
}

/// Whether a text may be one that an entry offers as it is, in whatever letters.
fn is_document(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, it)| it);
    let is_one = ["csv", "txt"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it));
    is_one && path.starts_with("content/") && path != "content/areas.csv"
}

/// Whether a file of a site is read as a text.
#[must_use]
pub fn is_text(path: &str) -> bool {
    largest_text(path).is_some()
}

/// What the system or an editor left there, not a part of the site.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_for_hosts = matches!(&*name, ".well-known" | ".htaccess" | ".nojekyll");
    is_hidden_name(&name) && !is_for_hosts
}

/// Hidden files, backups and locks of editors, droppings of systems.
#[must_use]
pub fn is_hidden_name(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || [
            ".swp",
            ".swx",
            ".swo",
            ".bak",
            ".tmp",
            ".orig",
            ".part",
            ".crdownload",
        ]
        .iter()
        .any(|it| name.ends_with(it))
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

impl Wanted {
    /// How the file looks from outside, unless it is too large.
    fn text(&self, metadata: &Metadata) -> Result<Text, Problem> {
        if metadata.len() > self.limit {
            return Err(Problem::TextTooLarge {
                megabytes: metadata.len().div_ceil(1_000_000),
                limit: self.limit / 1_000_000,
            });
        }
        Ok(Text {
            path: self.path.clone(),
            disk: self.disk.clone(),
            size: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

impl Query for Text {
    type Answer = Result<Arc<Source>, Problem>;

    /// Reads the text. What is not UTF-8 is replaced from there, and the place remembered.
    fn answer(self) -> Self::Answer {
        let bytes = std::fs::read(&self.disk).map_err(|it| Problem::CannotRead(it.to_string()))?;
        let bytes = from_utf16(&bytes).map_or(bytes, String::into_bytes);
        let (mut text, mut invalid_at) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                (text, Some(valid))
            }
        };
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
            invalid_at = invalid_at.map(|it| it.saturating_sub('\u{feff}'.len_utf8()));
        }
        Ok(Arc::new(Source {
            path: self.path,
            text: text.into(),
            invalid_at,
            marks: Marks::default(),
            plain: Plain::default(),
        }))
    }
}

/// A text that a spreadsheet saved as Unicode: UTF-16, with the mark that says so.
fn from_utf16(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xff, 0xfe] => u16::from_le_bytes,
        [0xfe, 0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, rest) = bytes[2..].as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|it| read(*it)).collect();
    rest.is_empty().then(|| String::from_utf16(&units).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Folder, TestSite, codes, codes_in_files};

    #[test]
    fn takes_texts_and_files_and_leaves_droppings() {
        let mut site = TestSite::of(&[
            ("content/site.toml", "\u{feff}title = \"ก\""),
            ("content/centers/a/center.toml", "name = \"ก\""),
            ("content/centers/a/photo.jpg", "x"),
            ("themes/own/templates/base.html", "x"),
            ("themes/own/static/font.woff2", "x"),
            ("static/a.html", "x"),
            ("static/.well-known/security.txt", "x"),
            ("public/index.html", "x"),
        ]);
        for dropping in [
            ".center.toml.swp",
            "center.toml~",
            ".DS_Store",
            "#center.toml#",
            ".git/a.toml",
        ] {
            site = site.with(&format!("content/centers/a/{dropping}"), "x");
        }
        let site = site.on_disk();
        let (sources, found) = super::site(site.path()).unwrap();
        assert_eq!(codes_in_files(&found), [""; 0]);
        let texts: Vec<_> = sources.texts.keys().map(SitePath::as_str).collect();
        assert_eq!(
            texts,
            [
                "content/centers/a/center.toml",
                "content/site.toml",
                "themes/own/templates/base.html"
            ]
        );
        let files: Vec<_> = sources.files.keys().map(SitePath::as_str).collect();
        assert_eq!(
            files,
            [
                "content/centers/a/photo.jpg",
                "static/.well-known/security.txt",
                "static/a.html",
                "themes/own/static/font.woff2"
            ]
        );
        assert_eq!(
            &*sources.texts[&SitePath::new("content/site.toml")].text,
            "title = \"ก\""
        );
    }

    /// Tests that prepare a site in memory are true of sites on disk.
    #[test]
    fn a_site_in_memory_is_the_one_on_disk() {
        let memory = TestSite::of(&[
            ("content/site.toml", "title = \"ก\""),
            ("content/areas.csv", "x"),
            ("content/pages/a.md", "ข"),
            ("content/pages/photo.JPG", "xx"),
            ("themes/own/templates/base.html", "x"),
            ("themes/own/static/font.woff2", "xxx"),
            ("static/a.html", "x"),
        ]);
        let (read, found) = super::site(memory.on_disk().path()).unwrap();
        assert!(found.is_empty());
        let texts = |it: &Sources| -> Vec<(SitePath, String)> {
            let all = it.texts.values();
            all.map(|it| (it.path.clone(), it.text.to_string()))
                .collect()
        };
        let sizes = |it: &Sources| -> Vec<(SitePath, u64)> {
            let all = it.files.iter();
            all.map(|(path, file)| (path.clone(), file.size)).collect()
        };
        assert_eq!(texts(&memory.sources()), texts(&read));
        assert_eq!(sizes(&memory.sources()), sizes(&read));
        assert_eq!((read.texts.len(), read.files.len()), (4, 3));
    }

    #[test]
    fn a_missing_site_is_one_plain_problem() {
        let site = Folder::new();
        let code = |root: &Path| super::site(root).unwrap_err().problem.code();
        assert_eq!(code(&site.path().join("nowhere")), "no-site-folder");
        assert_eq!(code(site.path()), "no-site-toml");
    }

    #[test]
    fn bytes_that_are_no_text_are_located() {
        let site = Folder::new();
        site.put("content/site.toml", "");
        site.put("content/pages/a.md", b"+++\n\xff\n+++\n");
        let (sources, found) = super::site(site.path()).unwrap();
        assert_eq!(codes_in_files(&found), ["not-utf8 content/pages/a.md"]);
        let place = found.sorted()[0].place.clone().unwrap();
        assert_eq!(sources.positions(&place).unwrap().0.line, 2);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside_the_site() {
        use std::os::unix::fs::symlink;
        let outside = Folder::new();
        outside.put("secret.toml", "x");
        let site = Folder::new();
        site.put("content/site.toml", "");
        site.put("content/pages/a.md", "x");
        let pages = site.path().join("content/pages");
        symlink(outside.path().join("secret.toml"), pages.join("b.md")).unwrap();
        symlink(outside.path(), pages.join("c")).unwrap();
        symlink("nowhere", pages.join("d.md")).unwrap();
        symlink(".", pages.join("e")).unwrap();
        symlink("a.md", pages.join("f.md")).unwrap();
        let (sources, found) = super::site(site.path()).unwrap();
        assert_eq!(
            codes_in_files(&found),
            [
                "link-leaves-site content/pages/b.md",
                "link-leaves-site content/pages/c",
                "link-broken content/pages/d.md",
                "link-loop content/pages/e",
            ]
        );
        let texts: Vec<_> = sources.texts.keys().map(SitePath::as_str).collect();
        assert_eq!(
            texts,
            [
                "content/pages/a.md",
                "content/pages/f.md",
                "content/site.toml"
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn odd_files_are_named_and_not_opened() {
        use std::os::unix::ffi::OsStrExt;
        let site = Folder::new();
        site.put("content/site.toml", "");
        site.put("content/big.md", " ".repeat(5_000_001));
        let name = std::ffi::OsStr::from_bytes(b"content/\xff.md");
        std::fs::write(site.path().join(name), "x").unwrap();
        std::os::unix::net::UnixListener::bind(site.path().join("content/socket.md")).unwrap();
        let (_, found) = super::site(site.path()).unwrap();
        let codes: BTreeSet<_> = codes(&found).into_iter().collect();
        assert_eq!(
            codes,
            BTreeSet::from(["text-too-large", "path-not-utf8", "not-a-file"])
        );
    }

    #[test]
    fn reads_again_only_what_changed() {
        let site = Folder::new();
        site.put("content/site.toml", "");
        site.put("content/pages/a.md", "one");
        site.put("content/pages/b.md", "one");
        let mut loader = Loader::new(site.path());
        let (before, _) = loader.site(&BTreeSet::new()).unwrap();
        site.put("content/pages/a.md", "two");
        let disk = site
            .path()
            .canonicalize()
            .unwrap()
            .join("content/pages/a.md");
        let (after, _) = loader.site(&BTreeSet::from([disk])).unwrap();
        let (a, b) = (
            SitePath::new("content/pages/a.md"),
            SitePath::new("content/pages/b.md"),
        );
        assert_eq!(&*after.texts[&a].text, "two");
        assert!(Arc::ptr_eq(&before.texts[&b], &after.texts[&b]));
    }
}
