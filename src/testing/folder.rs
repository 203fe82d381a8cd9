//! A folder of a test; the unit tests and the suite share this file.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that they read"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// Every file under a folder, by path with `/` between its parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A folder on disk, gone when the test ends. Its name has nothing to do with what is in it.
#[derive(Debug)]
pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(TempDir::with_prefix("sala-test-").unwrap())
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, with the folders that it lies in.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Writes files by their paths.
    pub fn put_all(&self, files: &Files) {
        for (path, bytes) in files {
            self.put(path, bytes);
        }
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> String {
        let text = fs::read_to_string(self.path().join(path));
        text.unwrap_or_else(|it| panic!("{path}: {it}"))
    }

    /// Every file under a folder of this one; nothing where there is no such folder.
    pub fn files(&self, under: &str) -> Files {
        files_of(&self.path().join(under))
    }
}

/// A file as text.
pub fn text_of<'a>(files: &'a Files, path: &str) -> &'a str {
    let bytes = files.get(path);
    std::str::from_utf8(bytes.unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// A text with other words in it, which it has once.
pub fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {text}");
    text.replace(from, to)
}

/// Every file under a folder, links not followed; nothing where there is no such folder.
pub fn files_of(folder: &Path) -> Files {
    if !folder.exists() {
        return Files::new();
    }
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|it| it.file_type().is_file())
        .map(|it| {
            let path = it.path().strip_prefix(folder).unwrap().to_str().unwrap();
            (path.to_owned(), fs::read(it.path()).unwrap())
        })
        .collect()
}
