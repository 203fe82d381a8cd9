//! Any other page: about, privacy, guideline.

use std::ops::Deref;

use crate::schema::page::PageFacts;
use crate::value::{SitePath, Story};

/// A page of `content/pages/`. It reads as its facts: `page.title`.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its address: `about` for `/about/`; slugs joined by `/`.
    pub path: String,
    /// Its file.
    pub file: SitePath,
    /// What it is by itself.
    pub facts: PageFacts,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// Its text.
    pub story: Story,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

impl Deref for Page {
    type Target = PageFacts;

    fn deref(&self) -> &PageFacts {
        &self.facts
    }
}
