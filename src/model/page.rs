//! Any other page: about, privacy, guideline.

use crate::model::media::Story;
use crate::model::{SitePath, Text};

/// A page of `content/pages/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its address: `about` for `/about/`; slugs joined by `/`.
    pub path: String,
    /// Its file.
    pub file: SitePath,
    /// Its title.
    pub title: Text,
    /// One or two sentences.
    pub summary: Option<Text>,
    /// Whether the main menu names it.
    pub is_in_menu: bool,
    /// Lighter pages come first.
    pub weight: i64,
    /// Shown only in previews with drafts.
    pub is_draft: bool,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// Its text.
    pub story: Story,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}
