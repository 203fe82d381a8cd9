//! What is made from the rows of the records, for people and for other programs.
//!
//! In: the rows of [`crate::schema::FILES`], and nothing else. Out: texts. Never: reads or writes a file, and never says a thing of a key that its
//! row does not say.

pub mod reference;
pub mod starter;
pub mod stub;
