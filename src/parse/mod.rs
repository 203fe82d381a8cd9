//! Texts → drafts: TOML and Markdown as written, with positions; everything wrong in a file is reported in one run.

pub mod draft;
