//! sala: from a community's TOML and Markdown to a public directory.
//!
//! ```text
//! disk ─load→ Sources ─parse→ Drafts ─check→ Directory ─plan→ Plan ─render→ OutputFile ─write→ disk
//!             text in         as written,    only what        pages and     bytes of       or serve→ browser
//!             memory          with positions is true          addresses     one address
//! ```

pub mod diagnostic;
pub mod model;
pub mod parse;
pub mod source;
