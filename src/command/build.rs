//! `sala build`: writes the site, or writes nothing and says why.
#![expect(clippy::disallowed_methods, reason = "a command measures time")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::check::way_to;
use super::environment;
use crate::cli::{BuildArgs, GlobalArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::load;
use crate::terminal::{Built, Format, Terminal};
use crate::{BaseUrl, Event, MakeIndex, Memo, Options, Step, set_aside, write};

pub fn run(
    args: &BuildArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let clock = Clock::start();
    let root = &global.root;
    let output = args.output.clone().unwrap_or_else(|| root.join("public"));
    write::may_be_output(root, &output)?;
    environment::start_workers(args.jobs);
    let options = Options {
        today: environment::today(args.day)?,
        base_url: args.base_url.clone().unwrap_or(BaseUrl::FromSite),
        with_drafts: args.drafts,
        with_examples: !args.no_examples,
        minifies: args.minify,
        index: MakeIndex::Now,
    };

    let (sources, mut found) = load::site(root)?;
    clock.done(Step::Load);
    let pictures = Arc::new(environment::kept_pictures(global));
    let seen = |event: Event| match event {
        Event::Done(step) => clock.done(step),
        Event::Photo { done, total } => terminal.progress(done, total, "ภาพ", "photos"),
    };
    let mut left_out = BTreeSet::new();
    let site = if args.set_aside {
        let (site, all, files) = set_aside::prepare(sources, found, &options, &pictures, &seen);
        (found, left_out) = (all, files);
        site
    } else {
        let (site, problems) = crate::prepare(sources, &options, &pictures, &Memo::off(), &seen);
        found.append(problems);
        site
    };
    let Some(site) = site else {
        show(&found, root, terminal);
        terminal.counted(&found);
        return Ok(ExitCode::FAILURE);
    };
    let render = |path: &str| site.render(path);
    let on_wait = || {
        terminal.say(
            "รออีกงานหนึ่งที่กำลังเขียนโฟลเดอร์เดียวกัน",
            "waiting for another build that writes into this folder",
        );
    };
    let output = write::OutputFolder::open(&output, &on_wait)
        .inspect_err(|_| show(&found, root, terminal))?;
    let (rendered, problems) = output.render_all(site.addresses(), &render);
    clock.done(Step::Render);
    let is_right = !problems.has_errors() && (args.set_aside || !found.has_errors());
    found.append(problems);
    show(&found, root, terminal);
    if !is_right {
        terminal.counted(&found);
        return Ok(ExitCode::FAILURE);
    }
    let written = write::changed(&output, &rendered, &render, args.precompress)?;
    let photos = site.photos.iter().map(|(_, it)| it.key.clone());
    pictures.prune(photos.chain(rendered.pictures()));
    clock.done(Step::Write);
    if !left_out.is_empty() {
        annotate(&found, global, terminal)?;
        let count = left_out.len();
        terminal.say(
            &format!("ไม่รวม {count} ไฟล์ที่มีข้อผิดพลาด"),
            &format!("left out {count} files with errors"),
        );
    }
    if args.timings {
        clock.show(terminal);
    }
    terminal.built(&Built {
        pages: rendered.pages(),
        changed: written.pages,
        removed: written.removed,
        took: clock.total(),
        warnings: found.count(Severity::Warning),
    });
    // The system takes it all back at once; giving it back piece by piece takes longer than writing the files.
    std::mem::forget((site, rendered));
    Ok(ExitCode::SUCCESS)
}

/// Hangs errors on the lines of the repository, where GitHub Actions runs: they stop nothing, and nobody reads a log of what went well.
fn annotate(
    found: &Diagnostics,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<(), Diagnostic> {
    if !environment::is_github_actions() {
        return Ok(());
    }
    let (sources, _) = load::site(&global.root).unwrap_or_default();
    terminal.report(found, &sources, Format::Github, &way_to(global))
}

/// Shows what was found, with the lines in question. Texts are read again for it: a site that is right never needs them twice.
fn show(found: &Diagnostics, root: &Path, terminal: &Terminal) {
    if !found.is_empty() {
        let (sources, _) = load::site(root).unwrap_or_default();
        terminal.show(found, &sources);
    }
}

/// How long each step took.
struct Clock {
    started: Instant,
    steps: Mutex<Vec<(Step, Instant)>>,
}

impl Clock {
    fn start() -> Self {
        Self {
            started: Instant::now(),
            steps: Mutex::default(),
        }
    }

    fn done(&self, step: Step) {
        if let Ok(mut steps) = self.steps.lock() {
            steps.push((step, Instant::now()));
        }
    }

    fn total(&self) -> Duration {
        self.started.elapsed()
    }

    fn show(&self, terminal: &Terminal) {
        let mut before = self.started;
        let steps = self.steps.lock().map(|it| it.clone()).unwrap_or_default();
        for (step, done) in steps {
            let (th, en) = step.words();
            let took = (done - before).as_secs_f64() * 1000.0;
            terminal.say(
                &format!("{took:>9.1} ms  {th}"),
                &format!("{took:>9.1} ms  {en}"),
            );
            before = done;
        }
    }
}
