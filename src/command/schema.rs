//! `sala schema`: what each file of the content may hold, for editors and for programs.
#![expect(clippy::disallowed_methods, reason = "a command that writes files")]

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use tempfile::NamedTempFile;

use crate::cli::{GlobalArgs, SchemaArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::{Lang, SitePath};
use crate::schema::export::editor::{SETTINGS, schema_file};
use crate::schema::export::{json_schema, names};
use crate::source::{Marks, Plain, Source, Sources};
use crate::terminal::{Terminal, to_program};

pub fn run(
    args: &SchemaArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let lang = global.lang();
    if args.write {
        return write(&global.root, lang, terminal);
    }
    let schema = match &args.record {
        Some(record) => json_schema::schema(record, lang).expect("clap knows the records"),
        None => json_schema::all(lang),
    };
    to_program(text_of(&schema).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn text_of(schema: &serde_json::Value) -> String {
    format!("{schema:#}\n")
}

/// Writes schemas and settings into a site folder: all of them or, where one cannot be, none.
fn write(root: &Path, lang: Option<Lang>, terminal: &Terminal) -> Result<ExitCode, Diagnostic> {
    if !root.join("content/site.toml").is_file() {
        let problem = if root.is_dir() {
            Problem::NoSiteToml
        } else {
            Problem::NoSiteFolder(root.display().to_string())
        };
        return Err(Diagnostic::error(problem));
    }
    let mut sources = Sources::default();
    let mut found = Diagnostics::default();
    let mut changes = Vec::new();
    for record in names() {
        let path = schema_file(record);
        let old = read(root, &path)?;
        if old
            .as_ref()
            .is_some_and(|it| !it.contains(json_schema::MADE_BY))
        {
            found.push(Diagnostic::error(Problem::AlreadyThere(path)));
            continue;
        }
        let schema = json_schema::schema(record, lang).expect("every name is one of a record");
        changes.push(Change::new(path, old, text_of(&schema)));
    }
    for (path, merge) in SETTINGS {
        let old = read(root, path)?;
        match merge(old.as_deref()) {
            Ok(new) => changes.push(Change::new(path.to_owned(), old, new)),
            Err(unmergeable) => {
                let path = SitePath::new(path);
                let problem = Problem::SettingsNotAdded(unmergeable.missing);
                found.push(Diagnostic::error(problem).at(&path, unmergeable.at));
                let source = Source {
                    path: path.clone(),
                    text: old.unwrap_or_default().into(),
                    invalid_at: None,
                    marks: Marks::default(),
                    plain: Plain::default(),
                };
                sources.texts.insert(path, Arc::new(source));
            }
        }
    }
    if found.has_errors() {
        terminal.show(&found, &sources);
        return Ok(ExitCode::FAILURE);
    }
    changes.retain(|it| it.old.as_ref() != Some(&it.new));
    put(root, &changes)?;
    for Change { path, old, .. } in &changes {
        let path = root.join(path);
        let path = path.display();
        match old {
            Some(_) => terminal.say(&format!("ปรับ {path}"), &format!("changed {path}")),
            None => terminal.say(&format!("สร้าง {path}"), &format!("made {path}")),
        }
    }
    if changes.is_empty() {
        terminal.say("ทุกไฟล์เป็นปัจจุบันแล้ว", "every file is as it should be");
    }
    Ok(ExitCode::SUCCESS)
}

/// A file that is to be written.
struct Change {
    path: String,
    old: Option<String>,
    new: String,
}

impl Change {
    fn new(path: String, old: Option<String>, new: String) -> Self {
        Self { path, old, new }
    }
}

fn read(root: &Path, path: &str) -> Result<Option<String>, Diagnostic> {
    match std::fs::read_to_string(root.join(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let problem = Problem::CannotRead(error.to_string());
            Err(Diagnostic::error(problem).in_file(&SitePath::new(path)))
        }
    }
}

/// Puts every file in its place once all of them are written whole; where one cannot be put there, the others go back.
fn put(root: &Path, changes: &[Change]) -> Result<(), Diagnostic> {
    let fails = |path: &Path, error: &std::io::Error| {
        Diagnostic::error(Problem::CannotWrite {
            path: path.display().to_string(),
            error: error.to_string(),
        })
    };
    let mut staged: Vec<(PathBuf, NamedTempFile)> = Vec::new();
    for change in changes {
        let path = root.join(&change.path);
        let file = stage(&path, &change.new).map_err(|error| fails(&path, &error))?;
        staged.push((path, file));
    }
    for (done, (path, file)) in staged.into_iter().enumerate() {
        if let Err(error) = file.persist(&path) {
            for change in &changes[..done] {
                let path = root.join(&change.path);
                // What cannot be put back is as new, and whole.
                let _ = match &change.old {
                    Some(old) => std::fs::write(&path, old),
                    None => std::fs::remove_file(&path),
                };
            }
            return Err(fails(&path, &error.error));
        }
    }
    Ok(())
}

/// A file beside its place, with the rights of any new file.
fn stage(path: &Path, text: &str) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::Builder::new();
    beside.prefix(".new-");
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = beside.tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    Ok(beside)
}
