//! sala: from a community's TOML and Markdown to a public directory.
//!
//! ```text
//! disk ─load→ Sources ─parse→ Drafts ─check→ Directory ─plan→ Plan ─render→ OutputFile ─write→ disk
//!             text in         as written,    only what        pages and     bytes of       or serve→ browser
//!             memory          with positions is true          addresses     one address
//! ```

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod load;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod photo;
pub mod plan;
pub mod render;
pub mod source;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod write;

/// What a person chose for a run; the same sources and options make the same bytes.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day for which the site is made.
    pub today: model::Date,
    /// Under which address it will stand.
    pub base_url: BaseUrl,
    /// Whether drafts are part of it.
    pub with_drafts: bool,
    /// Whether examples are, where `site.toml` does not leave them out anyway.
    pub with_examples: bool,
    /// Whether needless spaces are taken out of HTML.
    pub minifies: bool,
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
