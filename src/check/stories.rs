//! What stands in stories and other Markdown: headings, raw HTML, images and documents.
//!
//! In: a text of an entry. Out: the photos and documents that it shows, added to those that the entry's facts name, and its links to
//! pages. Where these lead is `links`' to check: here only files beside the entry are looked up.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::files::{EntryFiles, FileKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::html;
use crate::markdown::{self, ReferenceKind};
use crate::model::Lang;
use crate::model::center::{Center, TextOrDocument};
use crate::model::directory::Link;
use crate::model::media::{Markdown, Place, Story};
use crate::parse::national_id;

/// Checks a text that is in Markdown, and takes its links out of it.
pub(super) fn check(
    markdown: &Markdown,
    lang: Lang,
    files: &mut EntryFiles,
    links: &mut Vec<Link>,
    found: &mut Diagnostics,
) {
    if hides_a_national_id(&markdown.text) {
        let place = markdown.place(0..0);
        found.push(Diagnostic::error(Problem::NationalId).at(&place.file, place.span));
    }
    let read = Read::of(markdown);
    for (span, problem) in read.problems {
        let place = markdown.place(span);
        found.push(Diagnostic::warning(problem).at(&place.file, place.span));
    }
    let headings = LazyCell::new(|| -> BTreeSet<String> {
        let headings = markdown::headings(&markdown.text).into_iter();
        headings.map(|it| it.id).collect()
    });
    let is_own_heading = |destination: &str| {
        let fragment = destination.strip_prefix('#').map(markdown::percent_decoded);
        fragment.is_some_and(|it| headings.contains(&it))
    };
    for reference in read.references {
        let place = markdown.place(reference.span.clone());
        if reference.kind == ReferenceKind::Image || file_of(&reference.destination).is_some() {
            look_up(&reference, &place, files, found);
        } else {
            links.push(Link {
                is_to_own_heading: is_own_heading(&reference.destination),
                destination: reference.destination,
                lang,
                place,
            });
        }
    }
}

/// Whether Markdown shows a number that is not written as one: marks, escapes and entities stand between its digits, or a line ends there.
fn hides_a_national_id(written: &str) -> bool {
    let is_mark = |it: char| matches!(it, '*' | '_' | '`' | '\\' | '~');
    if !has_one_of(written, b"*_`\\~&\n") || !national_id::may_hold_one(written) {
        return false;
    }
    let shown = if written.contains("&#") {
        markdown::plain(written)
    } else {
        written.replace(is_mark, "").replace('\n', " ")
    };
    national_id::find(&shown).len() > national_id::find(written).len()
}

/// Texts of a centre that are in Markdown, in order, and their languages.
pub(super) fn texts_of_center(center: &Center) -> Vec<(Lang, &Markdown)> {
    let highlights = center.highlights.iter().filter_map(|it| it.text.as_ref());
    let written = [&center.rules, &center.plan].into_iter().flatten();
    let written = written.filter_map(|it| match it {
        TextOrDocument::Text(text) => Some(text),
        TextOrDocument::Document(_) => None,
    });
    let inline = highlights.chain(written);
    let inline = inline.flat_map(|it| both(Some(&it.th), it.en.as_ref()));
    inline.chain(texts_of_story(&center.story)).collect()
}

/// Those of a story.
pub(super) fn texts_of_story(story: &Story) -> impl Iterator<Item = (Lang, &Markdown)> {
    both(story.th.as_ref(), story.en.as_ref())
}

fn both<'a>(
    th: Option<&'a Markdown>,
    en: Option<&'a Markdown>,
) -> impl Iterator<Item = (Lang, &'a Markdown)> {
    let th = th.into_iter().map(|it| (Lang::Th, it));
    th.chain(en.map(|it| (Lang::En, it)))
}

/// What was read in one text.
#[derive(Default)]
struct Read {
    problems: Vec<(Range<usize>, Problem)>,
    /// Images and links.
    references: Vec<markdown::Reference>,
}

impl Read {
    fn of(markdown: &Markdown) -> Self {
        let text = &markdown.text;
        let mut read = Self::default();
        if may_have_top_heading(text) {
            let headings = markdown::headings(text).into_iter();
            let has_mark = |it: &markdown::Heading| text[it.span.clone()].starts_with('#');
            let top = headings.filter(|it| it.level == 1 && has_mark(it));
            read.problems
                .extend(top.map(|it| (it.span, Problem::HeadingLevelOne(it.text))));
        }
        let unmeant = markdown::unmeant(text).into_iter();
        read.problems.extend(unmeant);
        if text.contains('<') {
            let removed = markdown::removed(text).into_iter();
            read.problems
                .extend(removed.map(|it| (it.span, Problem::HtmlRemoved(it.tag))));
        }
        if has_one_of(text, b"[<@:") || text.contains("www.") {
            read.references = markdown::references(text);
        }
        read
    }
}

/// Whether one of these letters stands in a text.
fn has_one_of<const N: usize>(text: &str, letters: &[u8; N]) -> bool {
    html::has_byte(text, |it| letters.contains(&it))
}

/// Whether reading the headings is worth it.
fn may_have_top_heading(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start_matches([' ', '>', '-', '*', '+', '\t']);
        line.starts_with('=') || (line.starts_with('#') && !line.starts_with("##"))
    })
}

/// The relative path of a photo or document that a link leads to, blanks and other letters decoded.
fn file_of(destination: &str) -> Option<(String, FileKind)> {
    if destination.starts_with(['/', '#', '?']) || markdown::scheme(destination).is_some() {
        return None;
    }
    let path = markdown::percent_decoded(destination.split(['#', '?']).next()?);
    let form = FileKind::of(&path)?;
    Some((path, form))
}

fn look_up(
    reference: &markdown::Reference,
    place: &Place,
    files: &mut EntryFiles,
    found: &mut Diagnostics,
) {
    let (file, span) = (&place.file, &place.span);
    let written = &reference.destination;
    if reference.kind == ReferenceKind::Image {
        if written.starts_with('/') || markdown::scheme(written).is_some() {
            let problem = Problem::ImageElsewhere(written.clone());
            found.push(Diagnostic::error(problem).at(file, span.clone()));
            return;
        }
        if reference.alt.trim().is_empty() {
            let problem = Problem::MissingAlt(written.clone());
            found.push(Diagnostic::error(problem).at(file, span.clone()));
        }
        let path = markdown::percent_decoded(written);
        if let Some(photo) = files.find(&path, FileKind::Photo, file, span, found) {
            files.shown_photo(photo, written, file, span, found);
        }
        return;
    }
    match file_of(written) {
        Some((path, FileKind::Photo)) => {
            if let Some(photo) = files.find(&path, FileKind::Photo, file, span, found) {
                files.shown_photo(photo, written, file, span, found);
            }
        }
        Some((path, form)) => {
            files.document(&path, form, file, span, found);
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::hides_a_national_id;
    use crate::memo::Memo;
    use crate::testing::{a_center, a_page, a_site};

    #[test]
    fn headings_begin_at_the_second_level() {
        for (story, expected) in [
            ("## ข้าว", vec![]),
            ("# ข้าว", vec!["warning[heading-level-one]"]),
            ("ข้าว\n====", vec!["warning[line-makes-heading]"]),
            ("```\n# ข้าว\n```", vec![]),
        ] {
            assert_eq!(a_center("a").telling(story).codes(), expected, "{story:?}");
        }
    }

    #[test]
    fn tags_that_go_are_named() {
        let found = a_site()
            .with(a_page("about").telling("ก\n\n<iframe src=\"x\"></iframe>"))
            .problems();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("warning[html-removed] the tag <iframe>"),
            "{found:?}"
        );
    }

    #[test]
    fn a_place_counts_from_the_start_of_the_file() {
        let site = a_site().with(a_center("a").telling("ก ![](x.jpg)"));
        let (drafts, sources) = site.parts();
        let mut found = crate::diagnostic::Diagnostics::default();
        super::super::directory(drafts, &sources, &site.options(), &Memo::off(), &mut found);
        let all = found.sorted();
        let place = all[0].place.clone().unwrap();
        assert_eq!(&sources.texts[&place.file].text[place.span], "![](x.jpg)");
    }

    #[test]
    fn links_to_headings_are_looked_up_once() {
        let of = |bytes: usize| "## a\n\n[b](#a)\n\n".repeat(bytes / 15);
        crate::testing::grows_with_its_length("links to headings", of, |story| {
            a_center("a").telling(story).codes();
        });
    }

    #[test]
    fn a_number_behind_marks_is_one() {
        for (markdown, expected) in [
            ("123456789&#48;121", true),
            ("1\\-2345\\-67890\\-12\\-1", true),
            ("1-2345-**67890**-12-1", true),
            ("1-2345-\n67890-12-1", true),
            ("1234567890121 *ก*", false), // found as it is written
            ("*1*\n2\n3 45-344628 2568", false),
        ] {
            assert_eq!(hides_a_national_id(markdown), expected, "in {markdown:?}");
        }
    }
}
