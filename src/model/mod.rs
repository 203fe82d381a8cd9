//! The vocabulary: what a directory of centres is made of, once everything in it is true.
//!
//! In: nothing; every other room speaks these words. Out: plain structs without behaviour beyond their own meaning.
//! Never: reads, parses, renders, or knows another room.

pub mod activity;
pub mod area;
pub mod center;
pub mod date;
pub mod directory;
pub mod media;
pub mod page;
pub mod person;
pub mod practice;
pub mod site;
pub mod text;

pub use activity::Activity;
pub use area::{Areas, District, DistrictCode, Subdistrict, SubdistrictCode};
pub use center::Center;
pub use date::Date;
pub use directory::Directory;
pub use media::{Markdown, Photo, SitePath};
pub use page::Page;
pub use person::Person;
pub use practice::BestPractice;
pub use site::Site;
pub use text::{Lang, Text};

/// A closed list of words that staff write: `level = "district"`.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value, in the order of the contract.
    const ALL: &'static [Self];

    /// The word in files, addresses and data: stable.
    fn word(self) -> &'static str;
}
