//! What the environment and the clock say, as arguments: language and colours, the day, workers, the cache.
#![expect(
    clippy::disallowed_methods,
    reason = "environment and clock are read here and handed on as arguments"
)]

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::cli::{Color, Day, GlobalArgs};
use crate::diagnostic::{Diagnostic, Problem};
use crate::media::Store;
use crate::model::{Date, Lang};
use crate::terminal::{Terminal, Volume};

/// Stack of a worker: entries may nest deeper than a thread expects.
const STACK_BYTES: usize = 8 << 20;

/// What was typed, word by word.
pub(super) fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// The language of everything that is said: the one of `--lang`, wherever it stands and whatever else is wrong, else that of the locale.
pub(super) fn lang(arguments: &[OsString]) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(variable);
    let is_thai = locale.is_some_and(|it| it.starts_with("th"));
    let of_locale = if is_thai { Lang::Th } else { Lang::En };
    asked_for(arguments).unwrap_or(of_locale)
}

/// The language that `--lang` names.
fn asked_for(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().filter_map(|it| it.to_str());
    while let Some(word) = words.next().filter(|it| *it != "--") {
        let tag = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(lang) = tag.and_then(Lang::from_tag) {
            return Some(lang);
        }
    }
    None
}

/// Whether this runs in a job of GitHub Actions, which reads annotations from what is printed.
pub(super) fn is_github_actions() -> bool {
    variable("GITHUB_ACTIONS").is_some_and(|it| it == "true")
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|it| !it.is_empty())
}

pub(super) fn terminal(global: &GlobalArgs, lang: Lang) -> Terminal {
    let has_color = match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            std::io::IsTerminal::is_terminal(&std::io::stderr())
                && variable("NO_COLOR").is_none()
                && variable("TERM").is_none_or(|it| it != "dumb")
        }
    };
    let volume = match (global.quiet, global.verbose) {
        (true, _) => Volume::Quiet,
        (false, true) => Volume::Verbose,
        (false, false) => Volume::Normal,
    };
    Terminal::new(lang, has_color, volume)
}

/// The day for which the site is made: as typed, else as reproducible builds say it, else the day in Bangkok.
pub(super) fn today(day: Day) -> Result<Date, Diagnostic> {
    if let Some(today) = day.today {
        return Ok(today);
    }
    if let Ok(written) = std::env::var("SOURCE_DATE_EPOCH") {
        let seconds = written.trim().parse().ok();
        return seconds
            .and_then(Date::in_bangkok)
            .ok_or_else(|| Diagnostic::error(Problem::NoSuchEpoch(written)));
    }
    Ok(today_in_bangkok())
}

pub(super) fn today_in_bangkok() -> Date {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |it| it.as_secs());
    i64::try_from(seconds)
        .ok()
        .and_then(Date::in_bangkok)
        .or_else(|| Date::new(1970, 1, 1))
        .expect("the first day of 1970 exists")
}

/// Workers for everything that is done in parallel.
pub(super) fn start_workers(jobs: Option<u16>) {
    // A second pool in one process is refused; then the first serves.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.map_or(0, usize::from))
        .stack_size(STACK_BYTES)
        .build_global();
}

pub(super) fn cache_folder(global: &GlobalArgs) -> PathBuf {
    global.root.join(".sala-cache")
}

/// The pictures of a verb that writes.
pub(super) fn kept_pictures(global: &GlobalArgs) -> Store {
    Store::kept_in(cache_folder(global))
}
