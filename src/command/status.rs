//! `sala status`: which entries there are, and what each of them waits for.

use std::process::ExitCode;

use super::environment;
use super::office;
use super::report;
use crate::cli::{GlobalArgs, StatusArgs, StatusFormat};
use crate::diagnostic::Diagnostic;
use crate::forms::status::{Known, show, status};
use crate::forms::{Wanted, workbook};
use crate::terminal::{Terminal, to_program};

pub fn run(
    args: &StatusArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let today = environment::today(args.day)?;
    let site = office::read(global, today)?;
    let Some(office) = &site.office else {
        office::show(&site, terminal);
        return Ok(ExitCode::FAILURE);
    };
    let wanted = match &args.district {
        Some(written) => {
            let district = office::district(&office.directory, written)?;
            Wanted::District(district.code.clone())
        }
        None => Wanted::All,
    };
    let known = Known {
        office,
        drafts: &site.drafts,
        sources: &site.sources,
        found: &site.found,
    };
    let status = status(&known, &wanted, args.with_people);
    let lang = terminal.lang;
    match args.format {
        StatusFormat::Human => to_program(show::human(&status, lang).as_bytes())?,
        StatusFormat::Json => to_program(show::json(&status, lang).as_bytes())?,
        StatusFormat::Csv => to_program(&show::csv(&status, lang))?,
        StatusFormat::Xlsx => {
            let document = show::document(&status, lang);
            let bytes = workbook::bytes(&document);
            return report::put_made("status.xlsx", bytes, global, terminal);
        }
    }
    Ok(ExitCode::SUCCESS)
}
