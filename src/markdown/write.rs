//! Events of a story → HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::address::{escape_address, is_safe, scheme};
use super::commonmark::Events;
use super::escape::escape;
use super::image::{in_picture, source_tags};
use super::outline::{Heading, headings_of, link_destination};
use super::raw::{self, Ours, Treatment};
use super::resolve::{ReferenceKind, Resolved};
use crate::value::words::Digits;

/// Deeper than this, tags are left out and their content stays: no story needs it, and no browser likes it.
const DEEPEST: usize = 64;

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

/// A whole story, and its headings.
pub(super) fn story(
    events: &Events,
    labels: &Labels,
    id_prefix: &str,
    resolve: &mut dyn FnMut(&str, ReferenceKind) -> Resolved,
) -> (String, Vec<Heading>) {
    let headings = headings_of(events);
    let html = Writer::new(events, &headings, Some(labels), id_prefix, resolve).finish();
    (html, headings)
}

/// A text inside a line.
pub(super) fn inline(
    events: &Events,
    resolve: &mut dyn FnMut(&str, ReferenceKind) -> Resolved,
) -> String {
    Writer::new(events, &headings_of(events), None, "", resolve).finish()
}

struct Writer<'a, 'e> {
    events: &'a Events<'e>,
    out: String,
    /// `None` inside a line, where there are no blocks.
    labels: Option<&'a Labels<'a>>,
    id_prefix: &'a str,
    resolve: &'a mut dyn FnMut(&str, ReferenceKind) -> Resolved,
    /// By the event that opens a tag, the number of the one that closes it.
    closings: Vec<usize>,
    /// Ids of headings by the event that opens them.
    heading_ids: BTreeMap<usize, String>,
    notes: Notes,
    raw: Treatment,
    ours: Ours,
    /// What closes each open tag; empty where it was left out.
    open: Vec<&'static str>,
    alignments: Vec<Alignment>,
    column: usize,
    is_in_table_head: bool,
}

/// Footnotes: what they say, and how often they were asked for.
#[derive(Default)]
struct Notes {
    /// First and last event of what a note says, by its name in lower case.
    texts: BTreeMap<String, (usize, usize)>,
    /// Names in the order of their first mark.
    order: Vec<String>,
    /// The number of a note and how many marks it has, by name.
    marks: BTreeMap<String, (usize, usize)>,
}

impl Notes {
    fn of(events: &Events) -> Self {
        let mut notes = Self::default();
        let mut open = Vec::new();
        for (number, (event, _)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open.push((name.to_lowercase(), number));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, start)) = open.pop() {
                        notes.texts.entry(name).or_insert((start, number));
                    }
                }
                _ => {}
            }
        }
        notes
    }
}

impl<'a, 'e> Writer<'a, 'e> {
    fn new(
        events: &'a Events<'e>,
        headings: &[Heading],
        labels: Option<&'a Labels<'a>>,
        id_prefix: &'a str,
        resolve: &'a mut dyn FnMut(&str, ReferenceKind) -> Resolved,
    ) -> Self {
        let fragments = raw::fragments(events);
        let raw = raw::treatment(&fragments);
        let mut ours = Ours {
            ids: BTreeSet::new(),
            addresses: BTreeSet::new(),
            labels: BTreeSet::new(),
            raw_links: BTreeMap::new(),
            sources: BTreeMap::new(),
        };
        if raw == Treatment::Cleaned {
            for written in fragments.iter().flat_map(|(html, _)| raw::links(html)) {
                if is_safe(&written)
                    && let Resolved::Link(address) = resolve(&written, ReferenceKind::Link)
                    && is_safe(&address)
                {
                    ours.raw_links.insert(written, address);
                }
            }
            if let Some(labels) = labels {
                let words = [
                    labels.table,
                    labels.footnotes,
                    labels.back,
                    labels.done,
                    labels.open,
                ];
                ours.labels = words.into_iter().map(str::to_owned).collect();
            }
        }
        let starts = events
            .iter()
            .enumerate()
            .filter(|(_, (event, _))| matches!(event, Event::Start(Tag::Heading { .. })))
            .map(|(number, _)| number);
        let heading_ids = starts
            .zip(headings)
            .map(|(number, heading)| (number, format!("{id_prefix}{}", heading.id)))
            .collect();
        Self {
            events,
            out: String::new(),
            labels,
            id_prefix,
            resolve,
            closings: closings(events),
            heading_ids,
            notes: Notes::of(events),
            raw,
            ours,
            open: Vec::new(),
            alignments: Vec::new(),
            column: 0,
            is_in_table_head: false,
        }
    }

    fn finish(mut self) -> String {
        self.events(0, self.events.len());
        self.footnotes();
        match self.raw {
            Treatment::Absent | Treatment::Shown => self.out,
            Treatment::Cleaned => raw::clean(&self.out, self.ours),
        }
    }

    /// Writes the events from `number` until `end`; footnotes' texts are passed over.
    fn events(&mut self, mut number: usize, end: usize) {
        let events = self.events;
        while number < end {
            let (event, _) = &events[number];
            match event {
                Event::Start(Tag::FootnoteDefinition(_)) => {
                    number = self.closings[number];
                }
                Event::Start(Tag::Image {
                    dest_url, title, ..
                }) => {
                    let last = self.closings[number];
                    self.image(dest_url, title, number + 1, last);
                    number = last;
                }
                Event::Start(tag) => self.start(tag, number),
                Event::End(tag) => self.end(*tag),
                Event::Text(text) => escape(text, &mut self.out),
                Event::Code(text) => {
                    self.out.push_str("<code>");
                    escape(text, &mut self.out);
                    self.out.push_str("</code>");
                }
                Event::Html(html) | Event::InlineHtml(html) => match self.raw {
                    Treatment::Absent => {}
                    Treatment::Cleaned => self.out.push_str(&raw::without_our_image(html)),
                    Treatment::Shown => escape(html, &mut self.out),
                },
                Event::SoftBreak => self.out.push('\n'),
                Event::HardBreak => self.out.push_str("<br>\n"),
                Event::Rule => self.block("<hr>\n"),
                Event::FootnoteReference(name) => self.mark(name),
                Event::TaskListMarker(is_done) => self.task(*is_done),
                // Mathematics is not switched on.
                Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
            number += 1;
        }
    }

    /// Opens a tag: writes `start` now and `end` when it closes, unless it lies too deep.
    fn tag(&mut self, start: &str, end: &'static str) {
        if self.open.len() < DEEPEST {
            self.out.push_str(start);
            self.open.push(end);
        } else {
            self.open.push("");
        }
    }

    /// Writes what only a story of blocks may hold.
    fn block(&mut self, html: &str) {
        if self.labels.is_some() {
            self.out.push_str(html);
        } else {
            self.part();
        }
    }

    /// Parts two blocks inside a line.
    fn part(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("<br>") {
            self.out.push_str("<br>");
        }
    }

    fn start(&mut self, tag: &Tag, number: usize) {
        match tag {
            Tag::Emphasis => self.tag("<em>", "</em>"),
            Tag::Strong => self.tag("<strong>", "</strong>"),
            Tag::Strikethrough => self.tag("<del>", "</del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(&link_destination(*link_type, dest_url), title),
            _ if self.labels.is_none() => {
                self.part();
                self.open.push("");
            }
            Tag::Paragraph => self.tag("<p>", "</p>\n"),
            Tag::Heading { level, .. } => {
                let id = self.heading_ids.get(&number).cloned().unwrap_or_default();
                let level = (*level as usize).max(2);
                let mut start = format!("<h{level} id=\"");
                escape(&id, &mut start);
                start.push_str("\">");
                self.ours.ids.insert(id);
                let end = ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][level - 2];
                self.tag(&start, end);
            }
            Tag::BlockQuote(_) => self.tag("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => self.tag("<pre tabindex=\"0\"><code>", "</code></pre>\n"),
            Tag::List(None) => self.tag("<ul>\n", "</ul>\n"),
            Tag::List(Some(first)) => {
                let mut start = format!("<ol{}", self.numbered());
                if *first != 1 {
                    let _ = write!(start, " start=\"{first}\"");
                }
                self.tag(&(start + ">\n"), "</ol>\n");
            }
            Tag::Item => {
                let start = if self.is_task(number) {
                    "<li class=\"task\">"
                } else {
                    "<li>"
                };
                self.tag(start, "</li>\n");
            }
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                let mut start =
                    "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"".to_owned();
                escape(self.labels.map_or("", |it| it.table), &mut start);
                start.push_str("\"><table>\n");
                self.tag(&start, "</tbody></table></div>\n");
            }
            Tag::TableHead => {
                self.is_in_table_head = true;
                self.column = 0;
                self.tag("<thead><tr>", "</tr></thead><tbody>\n");
            }
            Tag::TableRow => {
                self.is_in_table_head = false;
                self.column = 0;
                self.tag("<tr>", "</tr>\n");
            }
            Tag::TableCell => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Left) => " class=\"align-left\"",
                    Some(Alignment::Center) => " class=\"align-center\"",
                    Some(Alignment::Right) => " class=\"align-right\"",
                    Some(Alignment::None) | None => "",
                };
                self.column += 1;
                if self.is_in_table_head {
                    self.tag(&format!("<th scope=\"col\"{class}>"), "</th>");
                } else {
                    self.tag(&format!("<td{class}>"), "</td>");
                }
            }
            // Raw HTML has no tag of its own; the rest is not switched on, or is written elsewhere.
            Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::Image { .. }
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => self.open.push(""),
        }
    }

    fn end(&mut self, _: TagEnd) {
        let end = self.open.pop().unwrap_or("");
        self.out.push_str(end);
    }

    /// Whether a list item begins with the box of a task.
    fn is_task(&self, item: usize) -> bool {
        let at = |number: usize| self.events.get(number).map(|(event, _)| event);
        match at(item + 1) {
            Some(Event::TaskListMarker(_)) => true,
            Some(Event::Start(Tag::Paragraph)) => {
                matches!(at(item + 2), Some(Event::TaskListMarker(_)))
            }
            _ => false,
        }
    }

    /// A mark that is read aloud, and no form control that nobody can use.
    fn task(&mut self, is_done: bool) {
        let Some(labels) = self.labels else { return };
        let (class, label, mark) = if is_done {
            ("task-done", labels.done, "☑")
        } else {
            ("task-open", labels.open, "☐")
        };
        let _ = write!(
            self.out,
            "<span class=\"{class}\" role=\"img\" aria-label=\""
        );
        escape(label, &mut self.out);
        let _ = write!(self.out, "\">{mark}</span> ");
    }

    fn link(&mut self, destination: &str, title: &str) {
        let address = if is_safe(destination) {
            (self.resolve)(destination, ReferenceKind::Link)
        } else {
            Resolved::Broken
        };
        let Resolved::Link(address) = address else {
            self.open.push("");
            return;
        };
        if !is_safe(&address) || self.open.len() >= DEEPEST {
            self.open.push("");
            return;
        }
        let mut start = "<a href=\"".to_owned();
        let mut href = String::new();
        escape_address(&address, &mut href);
        start.push_str(&href);
        start.push('"');
        self.ours.addresses.insert(href.replace("&amp;", "&"));
        if scheme(&address).is_some_and(|it| it.starts_with("http")) {
            start.push_str(" rel=\"noopener\"");
        }
        attribute_title(title, &mut start);
        start.push('>');
        self.tag(&start, "</a>");
    }

    fn image(&mut self, destination: &str, title: &str, first: usize, last: usize) {
        let Resolved::Image {
            src,
            width,
            height,
            sources,
        } = (self.resolve)(destination, ReferenceKind::Image)
        else {
            return;
        };
        if !is_safe(&src) {
            return;
        }
        let is_cleaned = self.raw == Treatment::Cleaned;
        let mut html = String::from(if is_cleaned { "<x-photo" } else { "<img" });
        let mut address = String::new();
        escape_address(&src, &mut address);
        let sources = source_tags(&sources);
        let _ = write!(html, " src=\"{address}\" alt=\"");
        self.ours.addresses.insert(address.replace("&amp;", "&"));
        for (event, _) in &self.events[first..last] {
            match event {
                Event::Text(text) | Event::Code(text) => escape(text, &mut html),
                Event::SoftBreak | Event::HardBreak => html.push(' '),
                _ => {}
            }
        }
        let _ = write!(
            html,
            "\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\""
        );
        attribute_title(title, &mut html);
        if is_cleaned {
            html.push_str("></x-photo>");
            self.ours.sources.insert(address, sources);
        } else {
            html = in_picture(&sources, html + ">");
        }
        self.out.push_str(&html);
    }

    fn digits(&self) -> Digits {
        self.labels.map_or(Digits::Arabic, |it| it.digits)
    }

    /// What a list says where it is numbered ๑ ๒ ๓.
    fn numbered(&self) -> &'static str {
        match self.digits() {
            Digits::Thai => " class=\"thai\"",
            Digits::Arabic => "",
        }
    }

    /// The mark of a footnote in the text.
    fn mark(&mut self, name: &str) {
        let name = name.to_lowercase();
        if self.labels.is_none() || !self.notes.texts.contains_key(&name) {
            return;
        }
        let next = self.notes.order.len() + 1;
        let marks = self.notes.marks.entry(name.clone()).or_insert((next, 0));
        marks.1 += 1;
        let (number, times) = *marks;
        if times == 1 {
            self.notes.order.push(name);
        }
        let id = mark_id(self.id_prefix, number, times);
        let shown = self.digits().shown(&number.to_string());
        let _ = write!(
            self.out,
            "<sup class=\"footnote\"><a id=\"{id}\" href=\"#{}fn:{number}\" role=\"doc-noteref\">{shown}</a></sup>",
            self.id_prefix
        );
        self.ours.ids.insert(id);
        self.ours
            .addresses
            .insert(format!("#{}fn:{number}", self.id_prefix));
    }

    /// The footnotes that are asked for, in the order of their marks; a note may ask for another.
    fn footnotes(&mut self) {
        let Some(labels) = self.labels else { return };
        if self.notes.order.is_empty() {
            return;
        }
        self.out
            .push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        escape(labels.footnotes, &mut self.out);
        let _ = writeln!(self.out, "\"><ol{}>", self.numbered());
        let mut number = 0;
        while let Some(name) = self.notes.order.get(number).cloned() {
            number += 1;
            let id = format!("{}fn:{number}", self.id_prefix);
            let _ = writeln!(self.out, "<li id=\"{id}\">");
            self.ours.ids.insert(id);
            if let Some(&(first, last)) = self.notes.texts.get(&name) {
                self.events(first + 1, last);
            }
            let has_paragraph = self.out.ends_with("</p>\n");
            if has_paragraph {
                self.out.truncate(self.out.len() - "</p>\n".len());
            }
            for times in 1..=self.notes.marks.get(&name).map_or(0, |it| it.1) {
                let href = format!("#{}", mark_id(self.id_prefix, number, times));
                let _ = write!(
                    self.out,
                    " <a class=\"back\" href=\"{href}\" role=\"doc-backlink\" aria-label=\""
                );
                escape(labels.back, &mut self.out);
                self.out.push_str("\">↩</a>");
                self.ours.addresses.insert(href);
            }
            self.out.push_str(if has_paragraph {
                "</p></li>\n"
            } else {
                "</li>\n"
            });
        }
        self.out.push_str("</ol></section>\n");
    }
}

/// By the event that opens a tag, the number of the one that closes it; of every other its own.
fn closings(events: &Events) -> Vec<usize> {
    let mut closings: Vec<usize> = (0..events.len()).collect();
    let mut open = Vec::new();
    for (number, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(number),
            Event::End(_) => {
                if let Some(start) = open.pop() {
                    closings[start] = number;
                }
            }
            _ => {}
        }
    }
    closings
}

/// The id of the n-th mark of a footnote.
fn mark_id(prefix: &str, number: usize, times: usize) -> String {
    if times == 1 {
        format!("{prefix}fnref:{number}")
    } else {
        format!("{prefix}fnref:{number}-{times}")
    }
}

fn attribute_title(title: &str, out: &mut String) {
    if !title.is_empty() {
        out.push_str(" title=\"");
        escape(title, out);
        out.push('"');
    }
}
