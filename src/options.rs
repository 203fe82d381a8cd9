//! What a person chose for a run.
//!
//! In: what was typed. Out: choices as values. Never: anything that is not a choice, such as a clock.

use crate::value::Date;

/// What a person chose for a run; the same sources and options make the same bytes.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day for which the site is made.
    pub today: Date,
    /// Under which address it will stand.
    pub base_url: BaseUrl,
    /// Whether drafts are part of it.
    pub with_drafts: bool,
    /// Whether examples are, where `site.toml` does not leave them out anyway.
    pub with_examples: bool,
    /// Whether needless spaces are taken out of HTML.
    pub minifies: bool,
    /// When the search index is made.
    pub index: MakeIndex,
}

/// When the search index is made, where the site has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeIndex {
    /// At once: its folder is named after what is in it.
    Now,
    /// When a browser asks for it: a page never waits for it, and its folder is called `preview`.
    WhenAsked,
}

/// The address of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseUrl {
    /// As `site.toml` says.
    FromSite,
    /// Another one: absolute, ending in `/`.
    Url(String),
    /// Every link is relative and names its file; absolute addresses are those of `site.toml`.
    Portable,
}
