//! What a language asks of a text.
//!
//! In: texts. Out: texts. Never: a page or an entry.

pub mod excerpt;
