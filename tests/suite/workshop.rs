//! Site folders that last as long as a test, and the program at work in them.
//!
//! In: files in memory. Out: exit code, what was said, and every byte that was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The day of every test that does not say another one.
pub const TODAY: &str = "2026-01-15";

/// Every file under a folder, by path with `/` between its parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A folder on disk that goes when the test ends.
pub struct Folder(TempDir);

/// What a run of the program left behind.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// An empty one. Its name has nothing to do with what is built in it.
    pub fn new() -> Self {
        Self(TempDir::with_prefix("sala-suite-").unwrap())
    }

    /// One with these files.
    pub fn with(files: &Files) -> Self {
        let folder = Self::new();
        folder.put_all(files);
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn put_all(&self, files: &Files) {
        for (path, bytes) in files {
            self.put(path, bytes);
        }
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Every file under a folder of this one; nothing where there is no such folder.
    pub fn files(&self, under: &str) -> Files {
        files_of(&self.path().join(under))
    }

    /// Runs the program on this folder as its site, in English, on the day of the tests.
    pub fn sala(&self, arguments: &[&str]) -> Run {
        let mut command = self.command(arguments);
        finish(&mut command)
    }

    /// The same, yet to be started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.command_of_any_day(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        command
    }

    /// The same, on the day that the environment says.
    pub fn command_of_any_day(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
        command
            .args(arguments)
            .arg("--root")
            .arg(self.path())
            .args(["--color", "never"])
            .env_remove("SOURCE_DATE_EPOCH");
        if !arguments.contains(&"--lang") {
            command.args(["--lang", "en"]);
        }
        command
    }

    /// Builds the site and gives what `public/` holds.
    pub fn built(&self, arguments: &[&str]) -> Files {
        let run = self.sala(&[&["build"], arguments].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        let mut files = self.files("public");
        assert!(files.remove(".sala-files").is_some(), "no list of files");
        files
    }
}

/// Waits for the end of a run, which must not be a panic.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let run = Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    assert!(
        run.code.is_some_and(|it| it <= 2) && !run.err.contains("panicked"),
        "a panic is a bug: {run:?}"
    );
    run
}

/// Every file under a folder, links not followed.
pub fn files_of(folder: &Path) -> Files {
    fn walk(folder: &Path, prefix: &str, found: &mut Files) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else if kind.is_file() {
                found.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = Files::new();
    walk(folder, "", &mut found);
    found
}

/// Files written down in a test.
pub fn files<const N: usize>(list: [(&str, &str); N]) -> Files {
    list.into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// A picture of one colour, as PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([180, 120, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The folder of this package.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether a file of the output is a page.
pub fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}
