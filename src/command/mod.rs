//! What each verb does, step by step: the rooms do the work.
//!
//! In: what was typed, the environment, the clock. Out: an exit code. Nobody else looks at environment or clock.

mod build;
mod check;
mod environment;
mod import;
mod man;
mod new;
mod office;
mod report;
mod schema;
mod serve;
mod status;

use std::process::ExitCode;

use std::ffi::OsString;

use clap::FromArgMatches;

use crate::cli::{self, Cli, Command};
use crate::diagnostic::Problem;
use crate::terminal::{refuse, to_program};
use crate::value::Lang;
use environment::{arguments, lang, terminal};

/// Does what was typed.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = arguments();
    let lang = lang(&arguments);
    let Cli { command, global } = match read(arguments, lang) {
        Ok(cli) => cli,
        Err(refusal) => return refused(&refusal, lang),
    };
    let terminal = terminal(&global, lang);
    let done = match command {
        Command::Build(args) => build::run(&args, &global, &terminal),
        Command::Check(args) => check::run(&args, &global, &terminal),
        Command::Serve(args) => serve::run(&args, &global, &terminal),
        Command::New(what) => new::run(&what, &global, &terminal),
        Command::Import(args) => import::run(&args, &global, &terminal),
        Command::Report(args) => report::run(&args, &global, &terminal),
        Command::Status(args) => status::run(&args, &global, &terminal),
        Command::Schema(args) => schema::run(&args, &global, &terminal),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut cli::command(lang), "sala", &mut script);
            to_program(&script).map(|()| ExitCode::SUCCESS)
        }
        Command::Man => to_program(&man::page()).map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|diagnostic| {
        terminal.show_one(&diagnostic);
        match diagnostic.problem {
            Problem::OutputRefused(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    })
}

/// What was typed, as the verbs take it.
fn read(arguments: Vec<OsString>, lang: Lang) -> Result<Cli, clap::Error> {
    let mut command = cli::command(lang);
    let matches = command.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches(&matches).map_err(|it| it.format(&mut command))
}

/// Says why what was typed is refused, or shows the help that was asked for.
fn refused(refusal: &clap::Error, lang: Lang) -> ExitCode {
    use clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    let is_mistake =
        refusal.use_stderr() && refusal.kind() != DisplayHelpOnMissingArgumentOrSubcommand;
    if is_mistake && lang == Lang::Th {
        refuse(&cli::refusal::thai(refusal));
    } else {
        let _ = refusal.print();
    }
    ExitCode::from(refusal.exit_code() as u8)
}
