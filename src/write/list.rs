//! `.sala-files`: which files of an output folder we wrote. Paths and hashes only, the same bytes for the same site.
//!
//! It is also what is locked, so it is rewritten in place; while a build writes, `.sala-files.new` says what is on its way,
//! and a build that finds one believes both. A damaged line is no line: what is not listed is never touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::fs::File;
use std::io::{self, Seek, Write as _};
use std::path::{Component, Path};

/// Name of the list.
pub const NAME: &str = ".sala-files";
/// Name of the folder where files wait that memory does not hold.
pub const STAGING: &str = ".sala-new";
/// Name of the announcement.
const ANNOUNCED: &str = ".sala-files.new";
/// How a path begins that we never wrote.
const OURS: &str = ".sala-";

/// The first half of a BLAKE3 hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash([u8; 16]);

impl Hash {
    /// Of what a hasher was fed.
    pub fn of(hasher: &blake3::Hasher) -> Self {
        Self::half(hasher.finalize())
    }

    /// Of a whole one.
    pub fn half(whole: blake3::Hash) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&whole.as_bytes()[..16]);
        Self(half)
    }

    fn read(written: &str) -> Option<Self> {
        let is_hexadecimal =
            written.len() == 32 && written.bytes().all(|it| it.is_ascii_hexdigit());
        let number = is_hexadecimal.then(|| u128::from_str_radix(written, 16))?;
        Some(Self(number.ok()?.to_be_bytes()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// A hash that nothing has: what stands there now is uncertain.
const UNCERTAIN: Hash = Hash([0; 16]);

/// Files by path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List(BTreeMap<String, Hash>);

impl List {
    /// What a site consists of.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, Hash)>) -> Self {
        let own = |(path, hash): (&str, Hash)| (path.to_owned(), hash);
        Self(files.into_iter().map(own).collect())
    }

    /// What we wrote into a folder, as far as it can be known.
    pub fn read(output: &Path) -> Self {
        let mut list = Self::default();
        list.read_from(&output.join(NAME));
        list.read_from(&output.join(ANNOUNCED));
        list
    }

    #[expect(clippy::disallowed_methods, reason = "part of the room that writes")]
    fn read_from(&mut self, path: &Path) {
        if !path.is_file() {
            return; // Reading from a pipe would never end.
        }
        let bytes = std::fs::read(path).unwrap_or_default();
        // The last line is whole only where its end was written.
        for line in bytes.split_inclusive(|it| *it == b'\n') {
            let read = line
                .strip_suffix(b"\n")
                .and_then(|it| std::str::from_utf8(it).ok())
                .and_then(|it| it.split_once(' '))
                .and_then(|(hash, path)| Some((Hash::read(hash)?, unescaped(path))));
            if let Some((hash, path)) = read.filter(|(_, path)| is_inside(path)) {
                let known = self.0.entry(path).or_insert(hash);
                if *known != hash {
                    *known = UNCERTAIN;
                }
            }
        }
    }

    /// Whether we wrote a file.
    pub fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether we wrote a file into a folder or below it.
    pub fn has_below(&self, folder: &str) -> bool {
        let start = format!("{folder}/");
        self.0
            .range(start.clone()..)
            .next()
            .is_some_and(|(path, _)| path.starts_with(&start))
    }

    /// The hash of a file that we wrote.
    pub fn hash(&self, path: &str) -> Option<Hash> {
        self.0.get(path).copied()
    }

    /// Every file, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Says what is about to be written, before it is, and clears away what a killed build left half-written.
    #[expect(clippy::disallowed_methods, reason = "part of the room that writes")]
    pub fn announce(
        output: &Path,
        old: &Self,
        new: &Self,
        same: &BTreeSet<&str>,
    ) -> io::Result<()> {
        if Self::is_unfinished(output) {
            for path in old.paths() {
                let beside = output.join(path).with_file_name(name_beside(path));
                let _ = std::fs::remove_file(beside);
            }
        }
        let mut all = old.clone();
        for (path, hash) in &new.0 {
            let is_same = same.contains(path.as_str());
            all.0
                .insert(path.clone(), if is_same { *hash } else { UNCERTAIN });
        }
        let announcement = output.join(ANNOUNCED);
        let _ = std::fs::remove_file(&announcement);
        let mut file = File::create_new(&announcement)?;
        file.write_all(all.text().as_bytes())?;
        file.sync_data()
    }

    /// Whether a build was killed here.
    pub fn is_unfinished(output: &Path) -> bool {
        output.join(ANNOUNCED).exists()
    }

    /// Whether the list on disk says just this.
    #[expect(clippy::disallowed_methods, reason = "part of the room that writes")]
    pub fn is_written(output: &Path, list: &Self) -> bool {
        let path = output.join(NAME);
        path.is_file() && std::fs::read(path).ok() == Some(list.text().into_bytes())
    }

    /// Rewrites the locked list in place; then the announcement has served.
    #[expect(clippy::disallowed_methods, reason = "part of the room that writes")]
    pub fn finish(output: &Path, mut lock: &File, list: &Self) -> io::Result<()> {
        lock.rewind()?;
        let text = list.text();
        lock.set_len(0)?;
        lock.write_all(text.as_bytes())?;
        lock.sync_data()?;
        match std::fs::remove_file(output.join(ANNOUNCED)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (path, hash) in &self.0 {
            let _ = writeln!(text, "{hash} {}", escaped(path));
        }
        text
    }
}

/// Whether an output folder holds nothing but what is ours to keep book with.
pub fn is_alone(output: &Path) -> bool {
    let entries = std::fs::read_dir(output);
    entries.is_ok_and(|mut entries| {
        entries.all(|it| it.is_ok_and(|it| it.file_name().to_string_lossy().starts_with(OURS)))
    })
}

/// The name under which a file is written before it gets its own: short, and the same in the next build, which clears it away.
pub fn name_beside(path: &str) -> String {
    format!("{OURS}{}", &blake3::hash(path.as_bytes()).to_hex()[..16])
}

/// Whether a path stays inside the output folder and is no file of the list itself.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with(OURS)
        && !path.contains('\0')
        && path.split('/').all(|it| !it.is_empty() && it != ".")
        && Path::new(path)
            .components()
            .all(|it| matches!(it, Component::Normal(_)))
}

fn escaped(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\n', "%0A")
        .replace('\r', "%0D")
}

fn unescaped(path: &str) -> String {
    path.replace("%0A", "\n")
        .replace("%0D", "\r")
        .replace("%25", "%")
}
