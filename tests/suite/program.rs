//! The program at work in the folders of tests: what it is told, what it says, and what it leaves.

use std::fs;
use std::ops::Deref;
use std::path::Path;
use std::process::Command;

use crate::folder::{Files, Folder, replaced, text_of};

/// The day of every test that does not say another one.
pub const TODAY: &str = "2026-01-15";

/// The program, in an environment that says no day.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
    command.env_remove("SOURCE_DATE_EPOCH");
    command
}

/// What a run of the program left behind.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
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

/// With the folder as its site.
impl Folder {
    /// Runs the program in English on the day of the tests.
    pub fn sala(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command(arguments))
    }

    /// The same, on the day that the environment says.
    pub fn sala_on_any_day(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command_of_any_day(arguments))
    }

    /// Runs the program on the day of the tests, yet to be started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.command_of_any_day(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        command
    }

    /// The same, on the day that the environment says.
    pub fn command_of_any_day(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command
            .args(arguments)
            .arg("--root")
            .arg(self.path())
            .args(["--color", "never"]);
        if !arguments.contains(&"--lang") {
            command.args(["--lang", "en"]);
        }
        command
    }

    /// Runs the program inside the folder, as people do.
    pub fn inside(&self, arguments: &[&str]) -> Run {
        let mut command = program();
        let command = command.args(arguments).current_dir(self.path());
        finish(command.env("NO_COLOR", "1"))
    }

    /// Builds the site.
    pub fn built(&self, arguments: &[&str]) -> Output {
        let run = self.sala(&[&["build"], arguments].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        self.output()
    }

    /// What a build left in `public/`, which has a list of its files.
    pub fn output(&self) -> Output {
        let mut files = self.files("public");
        assert!(files.remove(".sala-files").is_some(), "no list of files");
        Output(files)
    }

    /// Takes the output away.
    pub fn forget_output(&self) {
        self.remove("public");
    }

    /// Writes a text again with other words in it, which it has once.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        self.put(path, replaced(&self.text(path), from, to));
    }

    /// Takes a file away, or a folder with all that is in it.
    pub fn remove(&self, path: &str) {
        let path = self.path().join(path);
        let removed = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
        removed.unwrap();
    }

    pub fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }
}

/// The files of a site that was built, without their list.
#[derive(Debug, PartialEq, Eq)]
pub struct Output(Files);

impl Output {
    /// A file that is a text.
    pub fn text(&self, path: &str) -> &str {
        text_of(self, path)
    }

    /// Every page by the path of its file.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.keys().filter(|it| is_page(it));
        pages.map(|it| (it.as_str(), self.text(it)))
    }
}

impl Deref for Output {
    type Target = Files;

    fn deref(&self) -> &Files {
        &self.0
    }
}

/// Whether a file of the output is a page.
pub fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}

/// A site as `sala new` makes it, with a centre, a practice and an activity.
pub fn new_site(lang: &str) -> Folder {
    let folder = Folder::new();
    for arguments in [
        &["new", "site", "."][..],
        &["new", "center", "khueang-nai"],
        &["new", "center", "khueang-nai/hua-don"],
        &["new", "best-practice", "khueang-nai/hua-don", "rice-bank"],
        &["new", "activity", "khueang-nai/hua-don", "planting-day"],
    ] {
        let run = folder.inside(&[arguments, &["--lang", lang]].concat());
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    }
    folder
}

/// The practice and the activity of a new site, marked as not done yet.
pub fn unfinished(folder: &Folder) {
    for file in ["best-practices/rice-bank.md", "activities/planting-day.md"] {
        let path = format!("content/centers/khueang-nai/hua-don/{file}");
        folder.replace(&path, "# draft = true", "draft = true");
    }
}
