//! `sala import`: reads spreadsheets into entries. Each entry is written whole or not at all, and never over a change that somebody made meanwhile.
#![expect(
    clippy::disallowed_methods,
    reason = "a command that reads and writes files"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use walkdir::WalkDir;

use crate::cli::{GlobalArgs, ImportArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, SheetProblem};
use crate::import::entries::{Action, Outcome};
use crate::import::{Importer, Options, read};
use crate::memo::Memo;
use crate::parse;
use crate::source::{Sources, load};
use crate::terminal::{Format, Terminal, to_program};
use crate::value::SitePath;
use crate::value::words::Level;

pub fn run(
    args: &ImportArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let (sources, _) = load::site(&global.root)?;
    let drafts = parse::drafts(&sources, &Memo::off(), &mut Diagnostics::default());
    let level = args.level.as_deref();
    let options = Options {
        may_change: args.update,
        level: Level::ALL
            .iter()
            .copied()
            .find(|it| Some(it.word()) == level),
    };
    let mut importer = Importer::new(&drafts, &sources, options);
    let files = files(&args.files)?;
    for (done, (name, path)) in files.iter().enumerate() {
        terminal.progress(done, files.len(), "ไฟล์", "files");
        match bytes(path) {
            Ok(bytes) => importer.file(name, &bytes),
            Err(problem) => importer
                .found
                .push(Diagnostic::error(problem).in_file(name)),
        }
    }
    let (mut outcomes, mut found) = importer.finish();
    let is_held_back = args.strict && found.has_errors();
    if !args.dry_run && !is_held_back {
        for outcome in &mut outcomes {
            let is_written = matches!(
                outcome.action,
                Action::New | Action::Filled | Action::Changed
            );
            if is_written && let Err(diagnostic) = write(&global.root, outcome) {
                outcome.action = Action::Refused;
                found.push(diagnostic);
            }
        }
    }
    let format = if args.format == "json" {
        Format::Json
    } else {
        Format::Human
    };
    show(&outcomes, format, terminal)?;
    terminal.report(&found, &Sources::default(), format, "")?;
    if format == Format::Human {
        if found.has_errors() {
            terminal.counted(&found);
        }
        summary(&outcomes, args.dry_run, is_held_back, terminal);
    }
    Ok(if found.has_errors() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The files that were named, and those in folders that were, in order; each with the name by which it is shown.
fn files(named: &[PathBuf]) -> Result<Vec<(SitePath, PathBuf)>, Diagnostic> {
    let shown = |path: &Path| SitePath::new(path.to_string_lossy().replace('\\', "/"));
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push((shown(path), path.clone()));
            continue;
        }
        let before = files.len();
        let entries = WalkDir::new(path).sort_by_file_name().into_iter();
        let entries = entries
            .filter_entry(|it| it.depth() == 0 || !is_hidden(&it.file_name().to_string_lossy()));
        for entry in entries
            .filter_map(Result::ok)
            .filter(|it| it.file_type().is_file())
        {
            let ending = entry
                .path()
                .extension()
                .map(|it| it.to_string_lossy().to_lowercase());
            if ending.is_some_and(|it| read::endings().any(|known| known == it)) {
                files.push((shown(entry.path()), entry.into_path()));
            }
        }
        if files.len() == before {
            let problem = SheetProblem::NoFiles(path.display().to_string());
            return Err(Diagnostic::error(problem));
        }
    }
    Ok(files)
}

/// Whether a file is one that spreadsheet programs leave while they have another one open, or hidden.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let cannot_read = |error: std::io::Error| Problem::CannotRead(error.to_string());
    let about = std::fs::metadata(path).map_err(cannot_read)?;
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    if about.len() > read::LARGEST_FILE {
        let too_large = SheetProblem::TooLarge {
            megabytes: about.len() / 1_000_000,
            limit: read::LARGEST_FILE / 1_000_000,
        };
        return Err(too_large.into());
    }
    std::fs::read(path).map_err(cannot_read)
}

/// Puts an entry into its place: the file holds what it held or the new text, whatever happens.
fn write(root: &Path, outcome: &Outcome) -> Result<(), Diagnostic> {
    let path = root.join(outcome.entry.as_str());
    let put = || -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(root);
        std::fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&path).map_or(0o666, |it| it.permissions().mode());
            builder.permissions(std::fs::Permissions::from_mode(mode));
        }
        let mut beside = builder.prefix(".import-").tempfile_in(folder)?;
        beside.write_all(outcome.after.as_bytes())?;
        beside.as_file().sync_all()?;
        match &outcome.before {
            Some(before) => {
                let now = std::fs::read(&path)?;
                let now = now.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&now);
                if path.is_symlink() || now != before.as_bytes() {
                    return Err(std::io::Error::other("somebody changed it just now"));
                }
                beside.persist(&path)?;
            }
            None => {
                beside.persist_noclobber(&path)?;
            }
        }
        Ok(())
    };
    put().map_err(|error| {
        Diagnostic::error(Problem::CannotWrite {
            path: path.display().to_string(),
            error: error.to_string(),
        })
    })
}

/// What becomes of each entry: a line each.
fn show(outcomes: &[Outcome], format: Format, terminal: &Terminal) -> Result<(), Diagnostic> {
    if format == Format::Json {
        let lines: String = outcomes.iter().map(json).collect();
        return to_program(lines.as_bytes());
    }
    for outcome in outcomes.iter().filter(|it| it.action != Action::Same) {
        let (th, en) = words(outcome.action);
        let Outcome { entry, origin, .. } = outcome;
        let keys = match outcome.action {
            Action::New | Action::Refused => String::new(),
            _ => format!("  {}", outcome.keys.join(", ")),
        };
        let rest = format!("{entry}  ({} · {}){keys}", origin.file, origin.cell);
        terminal.say(&format!("{th}  {rest}"), &format!("{en:<8}  {rest}"));
    }
    Ok(())
}

fn json(outcome: &Outcome) -> String {
    let line = serde_json::json!({
        "entry": outcome.entry.as_str(),
        "action": outcome.action.word(),
        "keys": outcome.keys,
        "file": outcome.origin.file.as_str(),
        "sheet": &*outcome.origin.cell.sheet,
        "row": outcome.origin.cell.row + 1,
    });
    format!("{line}\n")
}

/// What became of an entry, in Thai and in English.
fn words(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::New => ("ใหม่", "new"),
        Action::Filled => ("กรอกแล้ว", "filled"),
        Action::Changed => ("แก้ไข", "changed"),
        Action::Same => ("เหมือนเดิม", "the same"),
        Action::Kept => ("คงเดิม", "kept"),
        Action::Refused => ("ไม่รับ", "refused"),
    }
}

/// The last line: how many of each.
fn summary(outcomes: &[Outcome], is_dry: bool, is_held_back: bool, terminal: &Terminal) {
    let count = |action| outcomes.iter().filter(|it| it.action == action).count();
    let changes = count(Action::New) + count(Action::Filled) + count(Action::Changed);
    if changes == 0 && count(Action::Refused) + count(Action::Kept) == 0 {
        terminal.say(
            "ไม่มีอะไรเปลี่ยนแปลง",
            if is_dry {
                "nothing would change"
            } else {
                "nothing changed"
            },
        );
        return;
    }
    let all = [
        Action::New,
        Action::Filled,
        Action::Changed,
        Action::Same,
        Action::Kept,
        Action::Refused,
    ];
    let told = all.into_iter().filter(|it| count(*it) > 0);
    let (th, en): (Vec<String>, Vec<String>) = told
        .map(|it| {
            let (th, en) = words(it);
            (format!("{th} {}", count(it)), format!("{} {en}", count(it)))
        })
        .unzip();
    let (th, en) = (th.join(" · "), en.join(" · "));
    if is_held_back {
        terminal.say(
            &format!("ไม่ได้เขียนไฟล์ใด เพราะมีข้อผิดพลาด (--strict): {th}"),
            &format!("nothing was written, because something is wrong (--strict): {en}"),
        );
    } else if is_dry {
        terminal.say(
            &format!("หากนำเข้าจริง: {th}"),
            &format!("would become: {en}"),
        );
    } else {
        terminal.say(&format!("นำเข้าแล้ว: {th}"), &format!("imported: {en}"));
    }
}
