//! The site as it is now, what the watcher writes and the browser reads.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch as signal;

use crate::Prepared;
use crate::diagnostic::Diagnostics;
use crate::model::Lang;
use crate::source::Sources;

/// The site as it is now.
pub(super) struct Snapshot {
    /// Differs after every change, and from every other run.
    pub version: String,
    pub sources: Arc<Sources>,
    /// `None` where the content has errors that leave no site.
    pub site: Option<Prepared>,
    /// What went wrong in reading files alone.
    pub unreadable: Diagnostics,
    /// Everything that is wrong.
    pub found: Diagnostics,
}

/// What the watcher writes and the browser reads.
pub(super) struct Preview {
    pub snapshot: RwLock<Arc<Snapshot>>,
    /// The version, told to browsers that wait for one.
    pub version: signal::Sender<String>,
    pub lang: Lang,
    /// Whether only this machine can ask; then a request must also be addressed to it.
    pub is_local: bool,
}

impl Preview {
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn replace(&self, snapshot: Snapshot) {
        let version = snapshot.version.clone();
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.version.send_replace(version);
    }
}
