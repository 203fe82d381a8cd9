//! Changes of a site folder, as they come: which files were touched, gathered until an editor is done with saving.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostic::{Diagnostic, Problem};
use crate::source::load::{FOLDERS, is_hidden_name};
use crate::terminal::Terminal;

/// An editor that saves does several things in a row; after this long it is done.
const QUIET: Duration = Duration::from_millis(3);
/// Whatever goes on, a change is shown after this long.
const PATIENCE: Duration = Duration::from_millis(250);
/// Files in a folder that was just made may come before it is watched: it is looked at again.
const SECOND_LOOK: Duration = Duration::from_millis(100);
/// How often files are looked at where the system cannot tell of changes.
const POLLED: Duration = Duration::from_secs(1);

/// The stream of changes.
pub struct Changes {
    root: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<&'static str>,
    looks_again: bool,
    is_gone: bool,
}

impl Changes {
    /// Watches the folders of a site. Where the system has no means left for it, files are looked at every second.
    pub fn of(root: &Path, terminal: &Terminal) -> Result<Self, Diagnostic> {
        let cannot = |it: notify::Error| Diagnostic::warning(Problem::CannotWatch(it.to_string()));
        let root = root
            .canonicalize()
            .map_err(|it| cannot(notify::Error::io(it)))?;
        let (sender, events) = mpsc::channel();
        let polling_sender = sender.clone();
        let watch = |watcher: Box<dyn Watcher + Send>, events| -> Result<Self, notify::Error> {
            let mut changes = Self {
                root: root.clone(),
                watcher,
                events,
                watched: BTreeSet::new(),
                looks_again: false,
                is_gone: false,
            };
            changes
                .watcher
                .watch(&changes.root, RecursiveMode::NonRecursive)?;
            changes.watch_folders(&BTreeSet::new())?;
            Ok(changes)
        };
        let native = RecommendedWatcher::new(sender, notify::Config::default());
        let refused = match native.and_then(|it| watch(Box::new(it), events)) {
            Ok(changes) => return Ok(changes),
            Err(error) => cannot(error),
        };
        terminal.show_one(&refused);
        drop(polling_sender);
        let (sender, events) = mpsc::channel();
        let polled = notify::Config::default().with_poll_interval(POLLED);
        let polling = PollWatcher::new(sender, polled).map_err(cannot)?;
        watch(Box::new(polling), events).map_err(cannot)
    }

    /// Watches folders that are there now, and those in `touched` anew: a renamed folder is another one.
    fn watch_folders(&mut self, touched: &BTreeSet<PathBuf>) -> Result<(), notify::Error> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if touched.contains(&path) && self.watched.remove(folder) {
                let _ = self.watcher.unwatch(&path);
            }
            if path.is_dir() && !self.watched.contains(folder) {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
                self.watched.insert(folder);
            }
        }
        Ok(())
    }

    /// The files of the next change; `None` when there can be no more.
    pub fn next(&mut self) -> Option<BTreeSet<PathBuf>> {
        if !self.root.is_dir() {
            // That it is gone is a change, which may have come to light only now.
            let is_told = std::mem::replace(&mut self.is_gone, true);
            if is_told {
                self.wait_for_folder();
            }
            return Some(BTreeSet::new());
        }
        self.is_gone = false;
        loop {
            let first = if self.looks_again {
                self.events.recv_timeout(SECOND_LOOK)
            } else {
                self.events
                    .recv()
                    .map_err(|_| RecvTimeoutError::Disconnected)
            };
            let mut changed = BTreeSet::new();
            match first {
                Ok(event) => {
                    let is_ours = self.take(event, &mut changed);
                    if !is_ours && self.root.is_dir() {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.looks_again = false;
                    return Some(changed);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            let end = Instant::now() + PATIENCE;
            while let Ok(event) = self.events.recv_timeout(QUIET) {
                self.take(event, &mut changed);
                if Instant::now() > end {
                    break;
                }
            }
            self.looks_again = changed.iter().any(|it| it.is_dir());
            // A folder that cannot be watched now is watched when it is touched again.
            let _ = self.watch_folders(&changed);
            return Some(changed);
        }
    }

    /// Waits until the site folder, which is gone, is there again: it is another one then, and watched anew.
    fn wait_for_folder(&mut self) {
        let _ = self.watcher.unwatch(&self.root);
        for folder in std::mem::take(&mut self.watched) {
            let _ = self.watcher.unwatch(&self.root.join(folder));
        }
        while self
            .watcher
            .watch(&self.root, RecursiveMode::NonRecursive)
            .is_err()
        {
            std::thread::sleep(SECOND_LOOK);
        }
        let _ = self.watch_folders(&BTreeSet::new());
        self.looks_again = true;
        self.is_gone = false;
    }

    /// Adds the files of an event; whether it is about the site at all.
    fn take(&self, event: notify::Result<Event>, changed: &mut BTreeSet<PathBuf>) -> bool {
        let Ok(event) = event else {
            return true; // Something was missed: look at everything.
        };
        let is_reading = match event.kind {
            EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
            _ => false,
        };
        if is_reading {
            return false;
        }
        let ours = event.paths.iter().filter(|it| self.is_of_site(it)).cloned();
        let before = changed.len();
        changed.extend(ours);
        changed.len() > before || event.need_rescan()
    }

    fn is_of_site(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else {
            return true; // Behind a link of the site.
        };
        let mut parts = inside
            .components()
            .map(|it| it.as_os_str().to_string_lossy());
        let folder = parts.next().unwrap_or_default();
        let is_dropping = parts
            .next_back()
            .is_some_and(|it| is_hidden_name(&it) && folder != "static");
        FOLDERS.contains(&folder.as_ref()) && !is_dropping
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::terminal::Volume;
    use crate::testing::Folder;

    #[test]
    fn a_folder_that_went_away_unseen_is_told_of_at_once() {
        let site = Folder::new();
        site.put("content/site.toml", "");
        let terminal = Terminal::new(Lang::En, false, Volume::Quiet);
        let mut changes = Changes::of(site.path(), &terminal).unwrap();
        std::fs::remove_dir_all(site.path()).unwrap();
        let (sender, told) = mpsc::channel();
        std::thread::spawn(move || sender.send(changes.next().is_some()));
        assert_eq!(told.recv_timeout(Duration::from_secs(5)), Ok(true));
    }
}
