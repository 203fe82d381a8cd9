//! What is made for paper: leaflet and poster of a centre, how-to of a practice, and QR codes.
//!
//! In: a record. Out: a page whose every text is cut so that the longest entry fits. Never: a page that is found by itself, as it is
//! reached and shared through the page of its record.

pub(super) mod how_to;
pub(super) mod leaflet;
mod page;
pub(super) mod qr;
