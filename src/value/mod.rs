//! What single facts are made of: texts in their languages, days, words of closed lists, telephones, places, photos and documents.
//!
//! In: nothing; every other room speaks these words. Out: plain types without behaviour beyond their own meaning.
//! Never: reads, parses, renders, or knows another room.

pub mod consent;
pub mod date;
pub mod digits;
pub mod figure;
pub mod formula;
pub mod ids;
pub mod media;
pub mod phone;
pub mod point;
pub mod sheet_cell;
pub mod spanned;
pub mod text;
pub mod words;

pub use consent::{Consent, ConsentEnd};
pub use date::Date;
pub use figure::Figure;
pub use ids::{ActivityId, CenterId, PageId, PracticeId, TopicId};
pub use media::{Document, InlineText, Markdown, Passage, Photo, Place, SitePath, Story};
pub use phone::Phone;
pub use point::Point;
pub use sheet_cell::SheetCell;
pub use spanned::Spanned;
pub use text::{Lang, Text, ThaiOrder};
pub use words::{Vocabulary, Word};
