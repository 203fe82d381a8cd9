//! Raw HTML in a story: what of it stays, and where it links to.
//!
//! Tags may open in one event and close in another, so what is cleaned is always the finished story, never a fragment.
//! Images are not among what stays: only Markdown's own get a size and alternative text.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::commonmark::Events;
use super::events::parse;
use super::image::in_picture;

/// More raw tags than this and all of them are shown as text: an HTML parser's work grows with their square.
const MOST_TAGS: usize = 2_000;
/// More words than this in one raw tag and the same is true: its work grows with the square of the attributes too.
const MOST_ATTRIBUTES: usize = 1_000;

/// Stands for `<img>` while a story is cleaned: ours go through, raw ones do not.
pub(super) const IMAGE: &str = "x-photo";

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
    IMAGE,
];

const CLASSES: &[(&str, &[&str])] = &[
    ("div", &["table"]),
    ("section", &["footnotes"]),
    ("sup", &["footnote"]),
    ("ol", &["thai"]),
    ("a", &["back"]),
    ("li", &["task"]),
    ("span", &["task-done", "task-open"]),
    ("td", &["align-left", "align-center", "align-right"]),
    ("th", &["align-left", "align-center", "align-right"]),
];

/// A tag of raw HTML that will not be on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its name, as written.
    pub tag: String,
    /// Where in the text its raw HTML stands.
    pub span: Range<usize>,
}

/// Raw HTML in which nothing passes for one of our images. A tag's name never spans two events.
pub(super) fn without_our_image(html: &str) -> Cow<'_, str> {
    let lower = html.to_ascii_lowercase();
    if !lower.contains(IMAGE) {
        return Cow::Borrowed(html);
    }
    let mut rest = 0;
    let mut without = String::new();
    for (at, _) in lower.match_indices(IMAGE) {
        without.push_str(&html[rest..at]);
        without.push_str("x-raw");
        rest = at + IMAGE.len();
    }
    without.push_str(&html[rest..]);
    Cow::Owned(without)
}

/// The pieces of raw HTML, comments left out, and where they stand.
pub(super) fn fragments(events: &Events) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut block: Option<(String, Range<usize>)> = None;
    for (event, span) in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((String::new(), span.clone())),
            Event::End(TagEnd::HtmlBlock) => found.extend(block.take()),
            Event::Html(html) | Event::InlineHtml(html) => match &mut block {
                Some((text, _)) => text.push_str(html),
                None => found.push((html.to_string(), span.clone())),
            },
            _ => {}
        }
    }
    found.extend(block);
    found.retain(|(html, _)| !is_comment(html));
    found
}

/// Whether a piece is one comment and nothing else.
fn is_comment(html: &str) -> bool {
    html.trim()
        .strip_prefix("<!--")
        .and_then(|it| it.strip_suffix("-->"))
        .is_some_and(|it| !it.contains("-->"))
}

/// How raw HTML is treated in a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    /// There is none but comments, which are left out.
    Absent,
    /// The finished story is cleaned.
    Cleaned,
    /// There is too much of it to be anything but an attack: it is shown as text.
    Shown,
}

/// How the raw HTML of these pieces is treated.
pub(super) fn treatment(fragments: &[(String, Range<usize>)]) -> Treatment {
    let tags: usize = fragments
        .iter()
        .map(|(html, _)| html.matches('<').count())
        .sum();
    match tags {
        0 if fragments.is_empty() => Treatment::Absent,
        0..=MOST_TAGS if fragments.iter().all(|(html, _)| is_reasonable(html)) => {
            Treatment::Cleaned
        }
        _ => Treatment::Shown,
    }
}

/// Whether an HTML parser is done with a piece in reasonable time.
fn is_reasonable(html: &str) -> bool {
    let attributes = |tag: &str| {
        let end = tag.rfind('>').unwrap_or(tag.len());
        let between = |it: char| it.is_ascii_whitespace() || matches!(it, '/' | '"' | '\'');
        tag[..end].matches(between).count()
    };
    html.matches('<').count() <= MOST_TAGS
        && html.split('<').all(|it| attributes(it) <= MOST_ATTRIBUTES)
}

/// The addresses of the links in a piece of raw HTML, in order.
pub(super) fn links(fragment: &str) -> Vec<String> {
    if !is_reasonable(fragment) || !fragment.contains("href") {
        return Vec::new();
    }
    let found = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&found);
    ammonia::Builder::empty()
        .tags(HashSet::from(["a"]))
        .link_rel(None)
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .attribute_filter(move |tag, attribute, value| {
            // ammonia asks about every attribute, also of tags that it takes out.
            if (tag, attribute) == ("a", "href") {
                seen.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(value.to_owned());
            }
            None
        })
        .clean(fragment);
    std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The tags that cleaning takes out, so that nobody wonders where they went. Comments are meant to go.
#[must_use]
pub fn removed(text: &str) -> Vec<Removed> {
    let allowed: BTreeSet<&str> = TAGS.iter().copied().filter(|it| *it != IMAGE).collect();
    let mut removed = Vec::new();
    for (fragment, span) in fragments(&parse(text)) {
        for piece in fragment.split('<').skip(1) {
            let tag: String = piece
                .chars()
                .take_while(|it| it.is_ascii_alphanumeric() || *it == '-')
                .collect();
            let tag = tag.to_ascii_lowercase();
            let starts_like_a_tag = tag.starts_with(|it: char| it.is_ascii_alphabetic());
            if starts_like_a_tag && !allowed.contains(tag.as_str()) {
                removed.push(Removed {
                    tag,
                    span: span.clone(),
                });
            }
        }
    }
    removed.dedup();
    removed
}

/// What a finished story is made of by us, and so may keep.
pub(super) struct Ours {
    /// Ids.
    pub ids: BTreeSet<String>,
    /// Addresses of links and images that were resolved.
    pub addresses: BTreeSet<String>,
    /// Names of regions and marks.
    pub labels: BTreeSet<String>,
    /// Modern forms of images, by the address of the image.
    pub sources: BTreeMap<String, String>,
    /// Raw addresses and where they lead; what is not here leads nowhere.
    pub raw_links: BTreeMap<String, String>,
}

/// A finished story that holds raw HTML, with what is safe of it.
pub(super) fn clean(story: &str, mut ours: Ours) -> String {
    let sources = std::mem::take(&mut ours.sources);
    let attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href", "rel", "role", "aria-label"])),
        ("div", HashSet::from(["role", "tabindex", "aria-label"])),
        ("li", HashSet::from(["value"])),
        ("ol", HashSet::from(["start"])),
        ("pre", HashSet::from(["tabindex"])),
        ("section", HashSet::from(["role", "aria-label"])),
        ("span", HashSet::from(["role", "aria-label"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ("time", HashSet::from(["datetime"])),
        (
            IMAGE,
            HashSet::from(["src", "alt", "width", "height", "loading", "decoding"]),
        ),
    ]);
    let classes = CLASSES
        .iter()
        .map(|(tag, names)| (*tag, names.iter().copied().collect()))
        .collect();
    let cleaned = ammonia::Builder::empty()
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(["id", "lang", "title"]))
        .tag_attributes(attributes)
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(move |tag, attribute, value| keep(&ours, tag, attribute, value))
        .clean(story)
        .to_string();
    with_images(&cleaned, &sources)
}

/// What stood for images becomes images again, with their modern forms.
fn with_images(cleaned: &str, sources: &BTreeMap<String, String>) -> String {
    let mut parts = cleaned.split("<x-photo ");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once("</x-photo>").unwrap_or((part, ""));
        let address = tag.split_once("src=\"").and_then(|it| it.1.split_once('"'));
        let sources = address.and_then(|it| sources.get(it.0));
        let image = format!("<img {tag}");
        html.push_str(&in_picture(sources.map_or("", String::as_str), image));
        html.push_str(rest);
    }
    html
}

/// Whether an attribute stays, and as what.
fn keep<'v>(ours: &Ours, tag: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let is_kept = match (tag, attribute) {
        (_, "id") => ours.ids.contains(value),
        ("a", "href") => {
            if !ours.addresses.contains(value) {
                return ours.raw_links.get(value).cloned().map(Cow::Owned);
            }
            true
        }
        (IMAGE, "src") => ours.addresses.contains(value),
        (_, "rel") => value == "noopener",
        (_, "role") => matches!(
            value,
            "group" | "img" | "doc-endnotes" | "doc-backlink" | "doc-noteref"
        ),
        (_, "tabindex") => value == "0",
        (_, "aria-label") => ours.labels.contains(value),
        (_, "lang") => matches!(value, "th" | "en"),
        (_, "start" | "value" | "colspan" | "rowspan" | "width" | "height") => {
            value.len() <= 5 && value.bytes().all(|it| it.is_ascii_digit())
        }
        _ => true,
    };
    is_kept.then_some(Cow::Borrowed(value))
}
