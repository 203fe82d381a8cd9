//! `sala report`: paper forms and the workbook to fill in. They hold what is not for everyone, so they go into `reports/` and nobody else may read them.
#![expect(clippy::disallowed_methods, reason = "a command that writes files")]

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::{GlobalArgs, ReportArgs, ReportForm};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::import::template;
use crate::memo::Memo;
use crate::parse;
use crate::source::load;
use crate::terminal::Terminal;

/// The folder of reports in a site folder; it is not in git.
const FOLDER: &str = "reports";

pub fn run(
    args: &ReportArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let (name, bytes) = match &args.form {
        ReportForm::Template { district, format } => {
            let (sources, _) = load::site(&global.root)?;
            let drafts = parse::drafts(&sources, &Memo::off(), &mut Diagnostics::default());
            let format = if format == "csv" {
                template::Format::Csv
            } else {
                template::Format::Xlsx
            };
            template::made(&drafts, &sources, district.as_deref(), format)?
        }
    };
    let path = global.root.join(FOLDER).join(name);
    write(&path, &bytes).map_err(|error| {
        Diagnostic::error(Problem::CannotWrite {
            path: path.display().to_string(),
            error: error.to_string(),
        })
    })?;
    let path = path.display();
    terminal.say(&format!("เขียน {path}"), &format!("wrote {path}"));
    Ok(ExitCode::SUCCESS)
}

/// Puts a report into its place, whole or not at all, for the person alone who asked for it.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    if folder.is_symlink() {
        return Err(std::io::Error::other("the folder is a symbolic link"));
    }
    std::fs::create_dir_all(folder)?;
    // A file that is made for a moment is its maker's alone (0600), and stays so.
    let mut beside = tempfile::Builder::new()
        .prefix(".report-")
        .tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}
