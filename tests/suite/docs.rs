//! What README.md and docs/ say, held against the program.
//!
//! `samples` follows each document from top to bottom as a reader would, `links` follows its links, `reference` compares its tables with
//! the keys, flags and codes of the program, `made` holds what is made of something else to what it is made of.

mod document;
mod links;
mod made;
mod reference;
mod samples;
mod views;
