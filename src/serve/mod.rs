//! The site in a browser while it is edited: pages are rendered from memory when they are asked for.
//!
//! In: a site folder and changes of it. Out: answers to one browser on this machine, and its reload when a change is in.
//! Where the content has errors every page shows them instead; the page itself comes back when they are mended.
//! Never writes the site, and serves nothing that is not in the plan.
#![expect(
    clippy::disallowed_methods,
    reason = "a preview reads files, watches them and measures how long a change took"
)]

mod answer;
mod listen;
mod mistakes;
mod rebuild;
mod snapshot;
mod watch;

pub use rebuild::ServeOptions;

use std::collections::BTreeSet;
use std::sync::{Arc, RwLock};
use std::time::{Instant, SystemTime};

use tokio::sync::watch as signal;

use crate::Memo;
use crate::diagnostic::{Diagnostic, Problem};
use crate::source::load::Loader;
use crate::terminal::Terminal;
use listen::{cannot_listen, listen, reachable};
use rebuild::Rebuilder;
use snapshot::Preview;

/// Shows the site until the process ends.
pub fn run(options: ServeOptions, terminal: &Terminal) -> Result<(), Diagnostic> {
    let started = Instant::now();
    let (listener, address) = listen(options.bind, options.port)?;
    let root = options.root.clone();
    let is_local = options.bind.is_loopback();
    let opens = options.opens;
    let address = format!("http://{}/", reachable(address));
    let run = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |it| it.as_millis());
    let mut rebuilder = Rebuilder {
        loader: Loader::new(&root),
        memo: Memo::default(),
        options,
        address: address.clone(),
        run,
        versions: 0,
    };
    if !root.is_dir() {
        let root = root.display().to_string();
        return Err(Diagnostic::error(Problem::NoSiteFolder(root)));
    }
    // Watched before it is read: a change in between is not lost.
    let changes = watch::Changes::of(&root, terminal)?;
    let snapshot = rebuilder.read_anew(&BTreeSet::new());
    terminal.show(&snapshot.found, &snapshot.sources);
    if !snapshot.found.is_empty() {
        terminal.counted(&snapshot.found);
    }
    let (version, _) = signal::channel(snapshot.version.clone());
    let preview = Arc::new(Preview {
        snapshot: RwLock::new(Arc::new(snapshot)),
        version,
        lang: terminal.lang,
        is_local,
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|it| cannot_listen(&address, &it))?;
    let server = Arc::clone(&preview);
    runtime.spawn(answer::serve(listener, server));
    let seconds = started.elapsed().as_secs_f64();
    terminal.say(
        &format!("ดูเว็บไซต์ที่ {address} (พร้อมใน {seconds:.2} วินาที) กด Ctrl+C เพื่อหยุด"),
        &format!("the site is at {address} (ready in {seconds:.2} s), press Ctrl+C to stop"),
    );
    if opens && let Err(error) = open::that_detached(&address) {
        terminal.say(
            &format!("เปิดเบราว์เซอร์ไม่ได้: {error}"),
            &format!("the browser cannot be opened: {error}"),
        );
    }
    follow(changes, &mut rebuilder, &preview, terminal);
    Ok(())
}

/// Takes changes in as they come. Ends when watching ends, which it does not by itself.
fn follow(
    mut changes: watch::Changes,
    rebuilder: &mut Rebuilder,
    preview: &Preview,
    terminal: &Terminal,
) {
    while let Some(changed) = changes.next() {
        let started = Instant::now();
        let before = preview.snapshot();
        let Some(snapshot) = rebuilder.read(&changed, &before) else {
            continue;
        };
        let is_mended = !before.found.is_empty() && snapshot.found.is_empty();
        let is_news = snapshot.found.sorted() != before.found.sorted();
        let (found, sources) = (snapshot.found.clone(), Arc::clone(&snapshot.sources));
        preview.replace(snapshot);
        let took = started.elapsed().as_secs_f64() * 1000.0;
        terminal.say(
            &format!("แก้ไขแล้ว แสดงผลใน {took:.0} มิลลิวินาที"),
            &format!("changed, shown in {took:.0} ms"),
        );
        if is_news && !found.is_empty() {
            terminal.show(&found, &sources);
        }
        if !found.is_empty() || is_mended {
            terminal.counted(&found);
        }
    }
}
