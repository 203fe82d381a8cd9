//! What may be published of a site, once everything in it is true: the directory, and the register of areas.
//!
//! In: nothing; every later room speaks these words. Out: plain structs around the facts that the schema describes.
//! Never: reads, parses or renders, and never holds what may not be published: `check` keeps that apart.

pub mod activity;
pub mod area;
pub mod center;
pub mod directory;
pub mod page;
pub mod practice;
pub mod site;

pub use crate::value::{date, media, text};

pub use crate::value::{Date, Lang, Markdown, Photo, SitePath, Text, Word};
pub use activity::Activity;
pub use area::{Areas, District, DistrictCode, Subdistrict, SubdistrictCode};
pub use center::Center;
pub use directory::Directory;
pub use page::Page;
pub use practice::BestPractice;
pub use site::Site;
