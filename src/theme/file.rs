//! A static file of a theme: its address and its bytes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::SitePath;
use crate::source::Source;

/// A static file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its address: a style or a script carries the hash of its content in its name.
    pub address: String,
    /// The file of the site's own theme; `None` for one of the built-in theme.
    pub source: Option<SitePath>,
    /// Its bytes.
    pub content: Content,
}

/// Where the bytes of a static file are.
#[derive(Clone, Debug)]
pub enum Content {
    /// In the program.
    BuiltIn(&'static [u8]),
    /// In memory.
    Text(Arc<Source>),
    /// Made of other files of the theme.
    Made(Arc<str>),
    /// On disk.
    Disk(PathBuf),
}

impl ThemeFile {
    /// What it says, where that is text in memory.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::BuiltIn(bytes) => std::str::from_utf8(bytes).ok(),
            Content::Text(source) => Some(&source.text),
            Content::Made(code) => Some(code),
            Content::Disk(_) => None,
        }
    }
}

/// `sala.css` → `sala.0123456789ab.css`; what is neither style nor script keeps its name.
pub(super) fn hashed(path: &str, bytes: &[u8]) -> String {
    match path.rsplit_once('.') {
        Some((stem, extension @ ("css" | "js"))) => {
            let hash = blake3::hash(bytes).to_hex();
            format!("{stem}.{}.{extension}", &hash[..12])
        }
        _ => path.to_owned(),
    }
}
