//! A document of the repository: its text, and what a reader of a git host finds in it.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::fixture::repository;
use crate::folder::files_of;

/// A Markdown file.
pub struct Document {
    /// From the repository: `docs/reference/center.md`.
    pub path: String,
    pub text: String,
}

/// A fenced block. One that opens with a language and a path is that file of a site.
pub struct Block {
    pub language: String,
    pub path: Option<String>,
    pub text: String,
}

/// README.md, and everything below docs/.
pub fn all() -> Vec<Document> {
    let below = files_of(&repository().join("docs"));
    let paths = below
        .keys()
        .filter(|it| it.rsplit('.').next() == Some("md"))
        .map(|it| format!("docs/{it}"));
    std::iter::once("README.md".to_owned())
        .chain(paths)
        .map(|it| read(&it))
        .collect()
}

/// One of them.
pub fn read(path: &str) -> Document {
    let text = std::fs::read_to_string(repository().join(path));
    Document {
        path: path.to_owned(),
        text: text.unwrap_or_else(|error| panic!("{path}: {error}")),
    }
}

impl Document {
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        Parser::new_ext(&self.text, Options::ENABLE_TABLES)
    }

    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open: Option<Block> = None;
        for event in self.events() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let mut words = info.split_whitespace();
                    open = Some(Block {
                        language: words.next().unwrap_or_default().to_owned(),
                        path: words.next().map(str::to_owned),
                        text: String::new(),
                    });
                }
                Event::Text(text) => {
                    if let Some(block) = &mut open {
                        block.text.push_str(&text);
                    }
                }
                Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
                _ => {}
            }
        }
        blocks
    }

    /// Words in backticks.
    pub fn code_spans(&self) -> Vec<String> {
        let spans = self.events().filter_map(|event| match event {
            Event::Code(text) => Some(text.into_string()),
            _ => None,
        });
        spans.collect()
    }

    /// Where links and pictures lead, as written.
    pub fn links(&self) -> Vec<String> {
        let links = self.events().filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some(dest_url.into_string())
            }
            _ => None,
        });
        links.collect()
    }

    /// The fragments that lead to its headings, as git hosts make them.
    pub fn anchors(&self) -> BTreeSet<String> {
        let mut anchors = BTreeSet::new();
        let mut heading: Option<String> = None;
        for event in self.events() {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor_of(&heading.take().unwrap());
                    assert!(
                        anchors.insert(anchor.clone()),
                        "{}: two headings have the fragment #{anchor}",
                        self.path
                    );
                }
                _ => {}
            }
        }
        anchors
    }
}

/// A heading in lower case, its spaces as hyphens, without punctuation.
pub fn anchor_of(heading: &str) -> String {
    let is_mark =
        |it: char| matches!(it, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    heading
        .trim()
        .to_lowercase()
        .chars()
        .filter(|it| it.is_alphanumeric() || is_mark(*it) || matches!(it, ' ' | '-' | '_'))
        .map(|it| if it == ' ' { '-' } else { it })
        .collect()
}
