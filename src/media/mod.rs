//! Pictures: photos as they are served, what is shown for a link to a page, and the cache of both.
//!
//! In: photos as staff put them there, and drawings. Out: files without a trace of camera, place or time; the same bytes on every machine.
//! Never: more than one photo's pixels for a worker.

mod cache_file;
mod known_photos;
pub mod photo;
pub mod picture;
pub mod preview;
mod store;

pub use store::{Look, Store};
