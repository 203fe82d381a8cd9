//! What each verb does, step by step: the rooms do the work.
//!
//! In: what was typed, the environment, the clock. Out: an exit code. Nobody else looks at environment or clock.

mod build;
mod check;
mod environment;
mod man;
mod new;
mod schema;
mod serve;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::cli::{Cli, Command};
use crate::diagnostic::Problem;
use crate::terminal::to_program;
use environment::terminal;

/// Does what was typed.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(error.exit_code() as u8);
        }
    };
    let Cli { command, global } = cli;
    let terminal = terminal(&global);
    let done = match command {
        Command::Build(args) => build::run(&args, &global, &terminal),
        Command::Check(args) => check::run(&args, &global, &terminal),
        Command::Serve(args) => serve::run(&args, &global, &terminal),
        Command::New(what) => new::run(&what, &global, &terminal),
        Command::Schema(args) => schema::run(&args, &global, &terminal),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "sala", &mut script);
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
