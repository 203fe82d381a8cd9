//! CommonMark → safe HTML, its outline and its links.
//!
//! In: a story as staff wrote it, trusted with nothing. Out: HTML in which only known tags, attributes and addresses occur;
//! headings with stable ids; every link and image with its place. Never: reads a file or decides where a link leads,
//! which its caller says through `resolve`.

mod outline;
mod raw;
mod write;

pub use outline::{Heading, Reference, headings, passages, plain, references};
pub use raw::{Removed, removed};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use percent_encoding::{percent_decode_str, percent_encode_byte};
use pulldown_cmark::{Event, Options, Parser};

use crate::html::has_byte;
use crate::model::Markdown;
use crate::model::site::Digits;

/// What a destination is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A link.
    Link,
    /// An image.
    Image,
}

/// Where a destination leads on the page that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The `href` of a link.
    Link(String),
    /// What an `<img>` needs, so that nothing moves when it arrives.
    Image {
        /// Its address.
        src: String,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The same in modern formats: each one's media type and its addresses with their widths (`srcset`).
        sources: Vec<(&'static str, String)>,
    },
    /// Nowhere: of a link its text stays, of an image nothing.
    Broken,
}

/// The words that a story's own furniture needs, in the language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// Names the scroll region around a table: `ตาราง`.
    pub table: &'a str,
    /// Names the list of footnotes: `เชิงอรรถ`.
    pub footnotes: &'a str,
    /// Names the link from a footnote back to its text: `กลับไปยังข้อความ`.
    pub back: &'a str,
    /// A task that is done: `ทำแล้ว`.
    pub done: &'a str,
    /// A task that is not: `ยังไม่ได้ทำ`.
    pub open: &'a str,
    /// In which digits lists and footnotes are numbered.
    pub digits: Digits,
}

/// The story as HTML, and its headings. Their ids are those of [`headings`], footnotes have `fn:1` and `fnref:1`, all of them after `id_prefix`:
/// empty for the one story of a page, another word for each further text on it. A heading of level 1 becomes one of level 2.
pub fn html(
    markdown: &Markdown,
    labels: &Labels,
    id_prefix: &str,
    resolve: &mut dyn FnMut(&str, Kind) -> Resolved,
) -> (String, Vec<Heading>) {
    let events = parse(&markdown.text);
    write::story(&events, labels, id_prefix, resolve)
}

/// The same without paragraphs, lists and headings, for a place inside a line: what stood in blocks is parted by `<br>`.
pub fn inline_html(markdown: &Markdown, resolve: &mut dyn FnMut(&str, Kind) -> Resolved) -> String {
    let events = parse(&markdown.text);
    write::inline(&events, resolve)
}

/// The scheme of an address, in lower case, as a browser would see it: blanks and control characters do not hide it.
#[must_use]
pub fn scheme(address: &str) -> Option<String> {
    let seen: String = address
        .chars()
        .filter(|it| !it.is_whitespace() && !it.is_control())
        .collect();
    let end = seen.find([':', '/', '\\', '?', '#'])?;
    (seen.as_bytes()[end] == b':').then(|| seen[..end].to_ascii_lowercase())
}

/// Whether a link may carry this address: inside the site, or a web page, a mail address or a telephone.
#[must_use]
pub fn is_safe(address: &str) -> bool {
    scheme(address).is_none_or(|it| matches!(it.as_str(), "http" | "https" | "mailto" | "tel"))
}

/// A path as the file is called: `my%20photo.jpg` → `my photo.jpg`; what is not UTF-8 stays as written.
#[must_use]
pub fn percent_decoded(written: &str) -> String {
    let decoded = percent_decode_str(written).decode_utf8();
    decoded.map_or_else(|_| written.to_owned(), Cow::into_owned)
}

/// The events of a text; what may nest without end is limited where it is written.
type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

fn parse(text: &str) -> Events<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter().collect()
}

/// Text in which `&`, `<`, `>` and `"` stand for themselves only.
fn escape(text: &str, out: &mut String) {
    let is_special = |it| {
        matches!(
            it,
            b'&' | b'<' | b'>' | b'"' | b'\0'..=b'\x1f' | b'\x7f' | b'\xc2'
        )
    };
    if !has_byte(text, is_special) {
        out.push_str(text);
        return;
    }
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let (entity, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            // HTML has no way to write these, and a page that holds them is not valid: U+0000 to U+009F but blanks.
            b'\0'..=b'\x08' | b'\x0b' | b'\x0c' | b'\x0e'..=b'\x1f' | b'\x7f' => ("", 1),
            b'\xc2' if text.as_bytes()[at + 1] <= b'\x9f' => ("", 2),
            _ => continue,
        };
        out.push_str(&text[plain..at]);
        out.push_str(entity);
        plain = at + length;
    }
    out.push_str(&text[plain..]);
}

/// An address for an attribute: what no address may hold is percent-encoded; Thai letters stay readable.
fn escape_address(address: &str, out: &mut String) {
    for letter in address.trim().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                out.push_str(percent_encode_byte(letter as u8));
            }
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

/// Ids that the built-in pages with a story have themselves: a heading of one of these names gets a number.
const IDS_OF_PAGES: &[&str] = &[
    "activities",
    "adapted-by",
    "adapted-from",
    "awards",
    "best-practices",
    "centers",
    "committee",
    "components",
    "contact",
    "courses",
    "credits",
    "evidence",
    "facts",
    "highlights",
    "knowledge",
    "leaders",
    "limits",
    "location",
    "main",
    "menu",
    "nearby",
    "needs",
    "outline",
    "partners",
    "photos",
    "plan",
    "q",
    "q-hint",
    "related",
    "resource-persons",
    "results",
    "rules",
    "service",
    "sort",
    "stations",
    "steps",
    "suggestion",
    "suggestions",
    "visit",
    "words",
];

/// The id that a heading gets: letters, marks and digits of every script, blanks as hyphens, as Git hosts do it.
/// `taken` counts how often an id was wanted.
fn slug(text: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            ' ' | '-' => slug.push('-'),
            '_' => slug.push('_'),
            'a'..='z' | '0'..='9' | 'ก'..='ฮ' | 'เ'..='ไ' => slug.push(letter), // most of them
            _ if is_word(letter) => slug.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    if slug.is_empty() {
        slug.push_str("section");
    }
    let mut unique = slug.clone();
    while taken.contains_key(&unique) || IDS_OF_PAGES.contains(&unique.as_str()) {
        let wanted = taken.entry(slug.clone()).or_insert(0);
        *wanted += 1;
        unique = format!("{slug}-{wanted}");
    }
    taken.insert(unique.clone(), 0);
    unique
}

/// Letters, digits, and the Thai and Lao vowels and tones that are marks and no letters.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
        || matches!(letter, '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
        || matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests;
