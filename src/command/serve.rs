//! `sala serve`: the site in a browser while it is edited.

use std::process::ExitCode;
use std::sync::Arc;

use super::environment;
use crate::cli::{GlobalArgs, ServeArgs};
use crate::diagnostic::Diagnostic;
use crate::serve::{self, ServeOptions};
use crate::terminal::Terminal;

pub fn run(
    args: &ServeArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    environment::start_workers(None);
    let day = environment::today(args.day)?;
    let is_fixed = args.day.today.is_some() || day != environment::today_in_bangkok();
    let options = ServeOptions {
        root: global.root.clone(),
        port: args.port,
        bind: args.bind,
        opens: args.open,
        with_drafts: args.drafts,
        pictures: Arc::new(environment::kept_pictures(global).looking_at_sizes()),
        // A preview that runs past midnight shows the new day.
        today: Box::new(move || {
            if is_fixed {
                day
            } else {
                environment::today_in_bangkok()
            }
        }),
    };
    serve::run(options, terminal)?;
    Ok(ExitCode::SUCCESS)
}
