//! Every file of a site rendered once: what is wrong is found before anything is written.
//!
//! In: the addresses of a plan and how to render one. Out: a hash for each, and the bytes for which there is room. Never: touches a file of
//! the site; what memory does not hold waits in the staging folder.
#![expect(clippy::disallowed_methods, reason = "part of the room that writes")]

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::failure::{cannot_read, cannot_write_to};
use super::list::Hash;
use super::output::{OutputFolder, is_taken, stage};
use super::path::{ancestors, has_fitting_name, is_page};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::media::picture::Picture;
use crate::model::SitePath;
use crate::render::Body;

/// How an address is rendered. Pure: a second call gives the same bytes.
pub type Render<'a> = dyn Fn(&str) -> Result<Body, Diagnostic> + Sync + 'a;

/// RenderedFile bytes that are kept in memory until they are written; what is beyond waits in the staging folder.
pub(super) const KEPT_BYTES: usize = 4 << 20;

/// So many pages are rendered in a row: what is left at the end is shared by all workers.
const FEW_PAGES: usize = 8;

/// Every file of a site rendered once, so that it is known to be right.
#[derive(Debug, Default)]
pub struct RenderedSite {
    pub(super) files: BTreeMap<String, RenderedFile>,
}

/// What one address is, and its bytes where there was room for them.
#[derive(Debug)]
pub(super) struct RenderedFile {
    pub hash: Hash,
    /// Its length; `None` of a picture, which its name alone tells from every other.
    pub size: Option<u64>,
    pub kept: Option<Kept>,
}

/// Where the bytes of a file wait.
#[derive(Debug)]
pub(super) enum Kept {
    Bytes(Vec<u8>),
    Static(&'static [u8]),
    /// A file to be copied.
    Disk(PathBuf),
    /// In the staging folder.
    Staged,
}

impl RenderedSite {
    /// The hash of each picture, in hexadecimal digits.
    pub fn pictures(&self) -> impl Iterator<Item = String> {
        let pictures = self.files.values().filter(|it| it.size.is_none());
        pictures.map(|it| it.hash.to_string())
    }
}

impl RenderedSite {
    /// How many of the addresses are pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|it| is_page(it)).count()
    }

    /// `Logo.png` and `logo.png` are one file to Windows and macOS; `a` and `a/b` are impossible anywhere.
    fn report_clashes(&self, found: &mut Diagnostics) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for path in self.files.keys() {
            if let Some(one) = seen.insert(path.to_lowercase(), path) {
                found.push(Diagnostic::warning(Problem::CaseClash {
                    one: one.to_owned(),
                    other: path.clone(),
                }));
            }
            if let Some(file) = ancestors(path).find(|it| self.files.contains_key(*it)) {
                found.push(Diagnostic::error(Problem::FileAndFolder {
                    file: file.to_owned(),
                    path: path.clone(),
                }));
            }
        }
    }
}

/// Renders every address and throws the bytes away: what is wrong in them.
pub fn try_all<'a>(paths: impl IntoIterator<Item = &'a str>, render: &Render<'_>) -> Diagnostics {
    let paths: Vec<&str> = paths.into_iter().collect();
    let wrong: Vec<Diagnostic> = paths
        .into_par_iter()
        .filter_map(|it| render(it).err())
        .collect();
    let mut found = Diagnostics::default();
    for diagnostic in wrong {
        found.push(diagnostic);
    }
    found
}

/// The bytes of a picture, made now or before.
pub(super) fn drawn(path: &str, picture: &Picture) -> Result<Vec<u8>, Diagnostic> {
    let wrong = |problem| Diagnostic::error(problem).in_file(&SitePath::new(path));
    picture.bytes().map_err(wrong)
}

/// The hash and the length of a body. A picture is not made for it: what it is made of has a hash too.
pub(super) fn hash_of(body: &Body) -> Result<(Hash, Option<u64>), Diagnostic> {
    let mut hasher = blake3::Hasher::new();
    match body {
        Body::Bytes(bytes) => hasher.update(bytes),
        Body::Static(bytes) => hasher.update(bytes),
        Body::Disk(path) => File::open(path)
            .and_then(|file| hasher.update_reader(file).map(|_| ()))
            .map(|()| &mut hasher)
            .map_err(|it| cannot_read(path, &it))?,
        Body::Picture(picture) => return Ok((Hash::half(picture.hash()), None)),
    };
    Ok((Hash::of(&hasher), Some(hasher.count())))
}

impl OutputFolder {
    /// Renders every address once. Bytes are kept for what the folder does not hold yet: in memory as far as that is meant to go, then
    /// in a folder beside the site, which the site does not see.
    pub fn render_all<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a str>,
        render: &Render<'_>,
    ) -> (RenderedSite, Diagnostics) {
        let kept = AtomicUsize::new(0);
        let paths: Vec<&str> = paths.into_iter().collect();
        let rendered: Vec<_> = paths
            .into_par_iter()
            .with_max_len(FEW_PAGES)
            .map(|path| {
                has_fitting_name(&self.folder, path)?;
                let body = render(path)?;
                let (hash, size) = hash_of(&body)?;
                let kept = if self.old.hash(path) == Some(hash) {
                    None
                } else {
                    self.kept(path, body, &kept)?
                };
                Ok((path.to_owned(), RenderedFile { hash, size, kept }))
            })
            .collect();
        let mut site = RenderedSite::default();
        let mut found = Diagnostics::default();
        for one in rendered {
            match one {
                Ok((path, rendered)) => {
                    site.files.insert(path, rendered);
                }
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        site.report_clashes(&mut found);
        (site, found)
    }

    /// What is kept of a body until it is written.
    fn kept(&self, path: &str, body: Body, kept: &AtomicUsize) -> Result<Option<Kept>, Diagnostic> {
        Ok(match body {
            Body::Static(bytes) => Some(Kept::Static(bytes)),
            Body::Disk(disk) => Some(Kept::Disk(disk)),
            Body::Picture(picture) => {
                let bytes = drawn(path, &picture)?;
                return self.kept(path, Body::Bytes(bytes), kept);
            }
            Body::Bytes(bytes) => {
                let total = kept.fetch_add(bytes.len(), Ordering::Relaxed) + bytes.len();
                if total <= KEPT_BYTES {
                    return Ok(Some(Kept::Bytes(bytes)));
                }
                let staged = self.staged(path);
                match stage(&staged, &bytes) {
                    Ok(()) => Some(Kept::Staged),
                    // Two addresses cannot both be files here; that is told where all are known.
                    Err(it) if is_taken(&it) => None,
                    Err(it) => return Err(cannot_write_to(&staged, &it)),
                }
            }
        })
    }
}
