//! `sala check`: everything that is wrong, and nothing written.

use std::process::ExitCode;
use std::sync::Arc;

use super::environment;
use crate::check::launch;
use crate::cli::{CheckArgs, GlobalArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::media::Store;
use crate::model::SitePath;
use crate::source::{Sources, load};
use crate::terminal::{Format, Terminal};
use crate::{BaseUrl, Event, MakeIndex, Memo, Options, write};

pub fn run(
    args: &CheckArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    environment::start_workers(None);
    let options = Options {
        today: environment::today(args.day)?,
        base_url: BaseUrl::FromSite,
        with_drafts: args.drafts,
        with_examples: true,
        minifies: false,
        index: MakeIndex::Now,
    };
    let (sources, found) = match load::site(&global.root) {
        Ok((sources, found)) => everything(sources, found, &options, args, global, terminal),
        Err(diagnostic) => {
            let mut found = Diagnostics::default();
            found.push(diagnostic);
            (Sources::default(), found)
        }
    };
    terminal.report(&found, &sources, args.format, &way_to(global))?;
    if args.format == Format::Human {
        terminal.counted(&found);
    }
    let fails = found.has_errors() || (args.strict && found.count(Severity::Warning) > 0);
    Ok(if fails {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Prepares the site and renders every page, for what is wrong in them.
fn everything(
    sources: Sources,
    mut found: Diagnostics,
    options: &Options,
    args: &CheckArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> (Sources, Diagnostics) {
    let seen = |event: Event| {
        if let Event::Photo { done, total } = event {
            terminal.progress(done, total, "ภาพ", "photos");
        }
    };
    let pictures = Arc::new(Store::read_from(environment::cache_folder(global)));
    let (site, problems) = crate::prepare(sources.clone(), options, &pictures, &Memo::off(), &seen);
    found.append(problems);
    if let Some(site) = site {
        let render = |path: &str| site.render(path);
        found.append(write::try_all(site.addresses(), &render));
        if let Some(settings) = sources
            .texts
            .get(&SitePath::new("content/site.toml"))
            .filter(|_| args.launch)
        {
            found.append(launch::open_points(&site.directory, settings));
        }
    }
    (sources, found)
}

/// The way from the current folder to the site, for annotations: `--root docs` makes `docs/content/…`.
pub(super) fn way_to(global: &GlobalArgs) -> String {
    let root = global.root.to_string_lossy().replace('\\', "/");
    match root.trim_start_matches("./").trim_end_matches('/') {
        "" | "." => String::new(),
        way => format!("{way}/"),
    }
}
