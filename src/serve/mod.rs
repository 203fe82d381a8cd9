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
mod mistakes;
mod watch;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Instant, SystemTime};

use tokio::sync::watch as signal;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::Store;
use crate::model::{Date, Lang};
use crate::source::Sources;
use crate::source::load::Loader;
use crate::terminal::Terminal;
use crate::{BaseUrl, MakeIndex, Memory, Options, Prepared};

/// The port that is tried first.
const PORT: u16 = 1111;
/// How many ports after it are tried.
const MORE_PORTS: u16 = 20;

/// How a person wants the preview.
pub struct Wishes {
    /// The site folder.
    pub root: PathBuf,
    /// The port that was typed.
    pub port: Option<u16>,
    /// The address to listen at.
    pub bind: IpAddr,
    /// Whether the browser opens.
    pub opens: bool,
    /// Whether drafts are shown.
    pub with_drafts: bool,
    /// Where pictures are kept.
    pub pictures: Arc<Store>,
    /// The day, asked at every change.
    pub today: Box<dyn Fn() -> Date + Send>,
}

/// The site as it is now.
pub(crate) struct Now {
    /// Differs after every change, and from every other run.
    version: String,
    sources: Arc<Sources>,
    /// `None` where the content has errors that leave no site.
    site: Option<Prepared>,
    /// What went wrong in reading files alone.
    unreadable: Diagnostics,
    /// Everything that is wrong.
    found: Diagnostics,
}

/// What the watcher writes and the browser reads.
pub(crate) struct Preview {
    now: RwLock<Arc<Now>>,
    /// The version, told to browsers that wait for one.
    version: signal::Sender<String>,
    lang: Lang,
    /// Whether only this machine can ask; then a request must also be addressed to it.
    is_local: bool,
}

impl Preview {
    fn now(&self) -> Arc<Now> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, now: Now) {
        let version = now.version.clone();
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(now);
        self.version.send_replace(version);
    }
}

/// Reads the site again and prepares it.
struct Workshop {
    loader: Loader,
    memory: Memory,
    wishes: Wishes,
    address: String,
    /// When this run began, in milliseconds, and how many versions it made.
    run: u128,
    versions: usize,
}

impl Workshop {
    /// The site as it is on disk.
    fn read_anew(&mut self, changed: &BTreeSet<PathBuf>) -> Now {
        let (sources, found) = self.load(changed);
        self.prepare(sources, found)
    }

    /// The site as it is on disk; `None` where nothing is different from `before`.
    fn read(&mut self, changed: &BTreeSet<PathBuf>, before: &Now) -> Option<Now> {
        let (sources, found) = self.load(changed);
        let is_same = is_same(&before.sources, &sources, changed) && before.unreadable == found;
        (!is_same).then(|| self.prepare(sources, found))
    }

    fn load(&mut self, changed: &BTreeSet<PathBuf>) -> (Sources, Diagnostics) {
        self.loader.site(changed).unwrap_or_else(|diagnostic| {
            let mut found = Diagnostics::default();
            found.push(diagnostic);
            (Sources::default(), found)
        })
    }

    fn prepare(&mut self, sources: Sources, unreadable: Diagnostics) -> Now {
        let mut found = unreadable.clone();
        let sources = Arc::new(sources);
        let mut site = None;
        if !sources.texts.is_empty() {
            let options = Options {
                today: (self.wishes.today)(),
                base_url: BaseUrl::Url(self.address.clone()),
                with_drafts: self.wishes.with_drafts,
                with_examples: true,
                minifies: false,
                index: MakeIndex::WhenAsked,
            };
            let (prepared, problems) = crate::prepare(
                Sources::clone(&sources),
                &options,
                &self.wishes.pictures,
                Some(&mut self.memory),
                &|_| {},
            );
            site = prepared;
            found.append(problems);
        }
        self.versions += 1;
        Now {
            version: format!("{}-{}", self.run, self.versions),
            sources,
            site,
            unreadable,
            found,
        }
    }
}

/// Whether reading found the same texts and files as before, but for files that are known to have changed.
fn is_same(before: &Sources, after: &Sources, changed: &BTreeSet<PathBuf>) -> bool {
    let texts = before.texts.len() == after.texts.len()
        && (before.texts.iter().zip(&after.texts))
            .all(|(a, b)| a.0 == b.0 && (Arc::ptr_eq(a.1, b.1) || a.1.text == b.1.text));
    let files = before.files.len() == after.files.len()
        && before.files.iter().zip(&after.files).all(|(a, b)| {
            a.0 == b.0
                && a.1.size == b.1.size
                && a.1.disk == b.1.disk
                && !changed.contains(&b.1.disk)
        });
    texts && files
}

/// Shows the site until the process ends.
pub fn run(wishes: Wishes, terminal: &Terminal) -> Result<(), Diagnostic> {
    let started = Instant::now();
    let (listener, address) = listen(wishes.bind, wishes.port)?;
    let root = wishes.root.clone();
    let is_local = wishes.bind.is_loopback();
    let opens = wishes.opens;
    let address = format!("http://{}/", reachable(address));
    let run = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |it| it.as_millis());
    let mut workshop = Workshop {
        loader: Loader::new(&root),
        memory: Memory::default(),
        wishes,
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
    let now = workshop.read_anew(&BTreeSet::new());
    terminal.show(&now.found, &now.sources);
    if !now.found.is_empty() {
        terminal.counted(&now.found);
    }
    let (version, _) = signal::channel(now.version.clone());
    let preview = Arc::new(Preview {
        now: RwLock::new(Arc::new(now)),
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
    follow(changes, &mut workshop, &preview, terminal);
    Ok(())
}

/// Takes changes in as they come. Ends when watching ends, which it does not by itself.
fn follow(
    mut changes: watch::Changes,
    workshop: &mut Workshop,
    preview: &Preview,
    terminal: &Terminal,
) {
    while let Some(changed) = changes.next() {
        let started = Instant::now();
        let before = preview.now();
        let Some(now) = workshop.read(&changed, &before) else {
            continue;
        };
        let is_mended = !before.found.is_empty() && now.found.is_empty();
        let is_news = now.found.sorted() != before.found.sorted();
        let (found, sources) = (now.found.clone(), Arc::clone(&now.sources));
        preview.replace(now);
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

/// The port that was typed or the usual one, else the next that is free.
fn listen(bind: IpAddr, port: Option<u16>) -> Result<(TcpListener, SocketAddr), Diagnostic> {
    let first = port.unwrap_or(PORT);
    let mut port = first;
    loop {
        let address = SocketAddr::new(bind, port);
        let error = |it| cannot_listen(&address, &it);
        match TcpListener::bind(address) {
            Ok(listener) => {
                listener.set_nonblocking(true).map_err(error)?;
                let address = listener.local_addr().map_err(error)?;
                return Ok((listener, address));
            }
            Err(it)
                if it.kind() == ErrorKind::AddrInUse && port < first.saturating_add(MORE_PORTS) =>
            {
                port += 1;
            }
            Err(it) => return Err(error(it)),
        }
    }
}

fn cannot_listen(address: &dyn std::fmt::Display, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotListen {
        address: address.to_string(),
        error: error.to_string(),
    })
}

/// Where a browser on this machine finds what listens at an address: `0.0.0.0` is everywhere, this machine too.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::from(([127, 0, 0, 1], address.port()))
    } else {
        address
    }
}
