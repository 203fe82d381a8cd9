//! What a story holds: its headings, its links and images, its bare text.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::commonmark::Events;
use super::events::parse;
use super::raw;
use super::resolve::ReferenceKind;
use super::slug::slug;

/// A link or an image of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// As written, entities and escapes resolved; of an address between angle brackets with its `mailto:`.
    pub destination: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// Text of a link, alternative text of an image.
    pub alt: String,
    /// Where in the text it stands, in bytes.
    pub span: Range<usize>,
}

/// A heading of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// As written, 1 to 6.
    pub level: u8,
    /// Its id on the page.
    pub id: String,
    /// Its bare text.
    pub text: String,
    /// Where in the text it stands, in bytes.
    pub span: Range<usize>,
}

/// Every link and image, in order; those inside raw HTML too.
#[must_use]
pub fn references(text: &str) -> Vec<Reference> {
    let events = parse(text);
    let mut found: Vec<Reference> = Vec::new();
    // Numbers of references that are still open: an image may stand inside a link, and no deeper is anything shown.
    let mut open: Vec<usize> = Vec::new();
    // How many tags are open inside an image: they are words of its alternative text and nothing else.
    let mut inside_image = 0_usize;
    for (event, span) in &events {
        match event {
            Event::Start(_) if inside_image > 0 => inside_image += 1,
            Event::End(TagEnd::Image) if inside_image == 1 => {
                inside_image = 0;
                open.pop();
            }
            Event::End(_) if inside_image > 0 => inside_image -= 1,
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                open.push(found.len());
                found.push(Reference {
                    destination: link_destination(*link_type, dest_url),
                    kind: ReferenceKind::Link,
                    alt: String::new(),
                    span: span.clone(),
                });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                inside_image = 1;
                open.push(found.len());
                found.push(Reference {
                    destination: dest_url.to_string(),
                    kind: ReferenceKind::Image,
                    alt: String::new(),
                    span: span.clone(),
                });
            }
            Event::End(TagEnd::Link) => {
                open.pop();
            }
            Event::Text(text) | Event::Code(text) => {
                for &number in &open {
                    found[number].alt.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                for &number in &open {
                    found[number].alt.push(' ');
                }
            }
            _ => {}
        }
    }
    for (fragment, span) in raw::fragments(&events) {
        let mut from = span.start;
        for destination in raw::links(&fragment) {
            // They come in their order, so that each is looked for behind the one before.
            let at = text[from..span.end].find(&destination).map(|it| from + it);
            let span = at.map_or_else(|| span.clone(), |at| at..at + destination.len());
            from = at.map_or(from, |_| span.end);
            found.push(Reference {
                destination,
                kind: ReferenceKind::Link,
                alt: String::new(),
                span,
            });
        }
    }
    found.sort_by_key(|it| it.span.start);
    found
}

/// The headings in order, with the ids that they have on the page.
#[must_use]
pub fn headings(text: &str) -> Vec<Heading> {
    headings_of(&parse(text))
}

/// The same of events.
pub(super) fn headings_of(events: &Events) -> Vec<Heading> {
    let mut taken = BTreeMap::new();
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_open = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                is_open = true;
                headings.push(Heading {
                    level: *level as u8,
                    id: id.as_deref().unwrap_or_default().to_owned(),
                    text: String::new(),
                    span: span.clone(),
                });
            }
            Event::End(TagEnd::Heading(_)) => {
                is_open = false;
                if let Some(heading) = headings.last_mut() {
                    let words = match heading.id.as_str() {
                        "" => &heading.text,
                        written => written,
                    };
                    heading.id = slug(words, &mut taken);
                }
            }
            Event::Text(text) | Event::Code(text) if is_open => {
                if let Some(heading) = headings.last_mut() {
                    heading.text.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak if is_open => {
                if let Some(heading) = headings.last_mut() {
                    heading.text.push(' ');
                }
            }
            _ => {}
        }
    }
    headings
}

/// The words alone, for excerpts and descriptions: one line, without footnotes, images, code blocks and raw HTML.
#[must_use]
pub fn plain(text: &str) -> String {
    passages(text).join(" ")
}

/// The same, a line for each paragraph, heading, item and cell.
#[must_use]
pub fn passages(text: &str) -> Vec<String> {
    let mut words = String::new();
    let mut hidden = 0_usize;
    for (event, _) in parse(text) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::CodeBlock(_)) => {
                hidden += 1;
            }
            Event::End(TagEnd::Image | TagEnd::FootnoteDefinition | TagEnd::CodeBlock) => {
                hidden = hidden.saturating_sub(1);
            }
            // What stands inside of these is no text, and no page shows it.
            Event::InlineHtml(tag) => match tag.to_ascii_lowercase() {
                it if is_tag(&it, "<script") || is_tag(&it, "<style") => hidden += 1,
                it if is_tag(&it, "</script") || is_tag(&it, "</style") => {
                    hidden = hidden.saturating_sub(1);
                }
                _ => {}
            },
            _ if hidden > 0 => {}
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Rule
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::BlockQuote(_),
            ) => words.push('\n'),
            _ => {}
        }
    }
    let lines = words.lines();
    let lines = lines.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|it| !it.is_empty()).collect()
}

/// Whether a tag is the one that begins so.
fn is_tag(tag: &str, begins: &str) -> bool {
    let rest = tag.strip_prefix(begins);
    rest.is_some_and(|it| !it.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '-'))
}

/// The address of a link: that of `<name@example.go.th>` is a mail address.
pub(super) fn link_destination(kind: LinkType, destination: &str) -> String {
    match kind {
        LinkType::Email => format!("mailto:{destination}"),
        _ => destination.to_owned(),
    }
}
