//! CommonMark → safe HTML, its outline and its links.
//!
//! In: a story as staff wrote it, trusted with nothing. Out: HTML in which only known tags, attributes and addresses occur;
//! headings with stable ids; every link and image with its place. Never: reads a file or decides where a link leads,
//! which its caller says through `resolve`.

mod address;
mod bare_address;
mod commonmark;
mod edits;
mod emphasis;
mod escape;
mod events;
mod image;
mod lines;
mod link_text;
mod near;
mod outline;
mod raw;
mod resolve;
mod slug;
mod unmeant;
mod write;

pub use address::{is_safe, percent_decoded, scheme};
pub use outline::{Heading, Reference, headings, passages, plain, references};
pub use raw::{Removed, removed};
pub use resolve::{ImageSource, ReferenceKind, Resolved};
pub use unmeant::unmeant;
pub use write::Labels;

use events::parse;

use crate::value::Markdown;

/// The story as HTML, and its headings. Their ids are those of [`headings`], footnotes have `fn:1` and `fnref:1`, all of them after `id_prefix`:
/// empty for the one story of a page, another word for each further text on it. A heading of level 1 becomes one of level 2.
pub fn html(
    markdown: &Markdown,
    labels: &Labels,
    id_prefix: &str,
    resolve: &mut dyn FnMut(&str, ReferenceKind) -> Resolved,
) -> (String, Vec<Heading>) {
    let events = parse(&markdown.text);
    write::story(&events, labels, id_prefix, resolve)
}

/// The same without paragraphs, lists and headings, for a place inside a line: what stood in blocks is parted by `<br>`.
pub fn inline_html(
    markdown: &Markdown,
    resolve: &mut dyn FnMut(&str, ReferenceKind) -> Resolved,
) -> String {
    let events = parse(&markdown.text);
    write::inline(&events, resolve)
}

#[cfg(test)]
mod meant_tests;
#[cfg(test)]
mod tests;
