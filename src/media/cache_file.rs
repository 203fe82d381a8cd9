//! A file of the cache: put there whole or not at all, read back only where it is a file.
#![expect(
    clippy::disallowed_methods,
    reason = "part of the room that keeps what was made of photos and drawings"
)]

use std::io::Write;
use std::path::Path;

use tempfile::Builder;

/// The first 20 hexadecimal digits of a hash: enough for more pictures than there are.
pub(super) fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().to_hex()[..20].to_owned()
}

/// The bytes of a file of the cache; `None` where it is gone, or is no file: who opens a pipe waits for somebody at its other end.
pub(super) fn read_file(path: &Path) -> Option<Vec<u8>> {
    let is_file = std::fs::metadata(path).is_ok_and(|it| it.is_file());
    is_file.then(|| std::fs::read(path).ok()).flatten()
}

/// Puts a file into the cache, whole or not at all.
pub(super) fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut beside = Builder::new();
    beside.prefix("new-");
    // A folder that several people build in has one cache, which all of them may read.
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = beside.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.persist(folder.join(name))?;
    Ok(())
}
