//! Markdown of entries → HTML on a page: links and photos of a story lead where the plan says.

use crate::markdown::{self, ImageSource, Labels, Resolved};
use crate::media::photo::{MadePhoto, PhotoFormat};
use crate::media_type;
use crate::model::center::InlineText;
use crate::model::media::{Document, Markdown, Story};
use crate::model::site::Digits;
use crate::model::{Lang, Photo};
use crate::plan::{TargetFile, document_address};
use crate::render::context::PageContext;
use crate::render::view::{self, File, Heading, Html, PhotoSource, Prose};

/// A story in the page's language, else in the one that it has.
pub(in crate::render) fn story(context: &PageContext, story: &Story) -> Option<Prose> {
    Some(with_outline(context, story)?.0)
}

/// The same, and its headings for a table of contents.
pub(in crate::render) fn with_outline(
    context: &PageContext,
    story: &Story,
) -> Option<(Prose, Vec<Heading>)> {
    let (markdown, lang) = story.in_lang(context.lang)?;
    let (prose, headings) = prose(context, markdown, lang, "");
    let outline = headings
        .into_iter()
        .filter(|it| it.level <= 3)
        .map(|it| Heading {
            level: it.level.max(2),
            id: it.id,
            text: it.text,
        })
        .collect();
    Some((prose, outline))
}

/// A further text of a page, in blocks. Its ids begin with `prefix`.
pub(in crate::render) fn blocks(context: &PageContext, text: &InlineText, prefix: &str) -> Prose {
    let (markdown, lang) = in_lang(context, text);
    prose(context, markdown, lang, prefix).0
}

/// A text without paragraphs.
pub(in crate::render) fn inline(context: &PageContext, text: &InlineText) -> Prose {
    let (markdown, lang) = in_lang(context, text);
    let html = markdown::inline_html(markdown, &mut |destination, kind| {
        resolved(context, markdown, destination, kind)
    });
    localized(context, html, lang)
}

/// A photo as served; `None` where it could not be made, which was reported.
pub(in crate::render) fn photo(context: &PageContext, photo: &Photo) -> Option<view::Photo> {
    let made = context.parts.photos.get(&photo.file)?;
    Some(view::Photo {
        src: context.links.href(&made.fallback().address()),
        width: made.width,
        height: made.height,
        sources: vec![sources(context, made)],
        alt: context.text(&photo.alt),
        caption: context.maybe(photo.caption.as_ref()),
        credit: context.maybe(photo.credit.as_ref()),
    })
}

/// The modern forms of a photo.
fn sources(context: &PageContext, made: &MadePhoto) -> PhotoSource {
    let forms = made.modern().into_iter();
    let candidates = forms.map(|it| {
        let href = context.links.href(&it.address());
        format!("{href} {}w", it.width)
    });
    PhotoSource {
        media_type: media_type::of_extension(PhotoFormat::WebP.extension()),
        srcset: candidates.collect::<Vec<_>>().join(", "),
    }
}

/// The same inside a story: as wide as its column, or on a phone as the screen, of which half is said: fine screens would ask for more
/// than is seen.
fn image_source(context: &PageContext, made: &MadePhoto) -> ImageSource {
    let PhotoSource { media_type, srcset } = sources(context, made);
    let column = &context.parts.theme.look.story_width;
    ImageSource {
        media_type,
        srcset,
        sizes: format!("(min-width: 40rem) {column}, 54vw"),
    }
}

/// Photos as served.
pub(in crate::render) fn photos(context: &PageContext, photos: &[Photo]) -> Vec<view::Photo> {
    photos.iter().filter_map(|it| photo(context, it)).collect()
}

/// A document to download.
pub(in crate::render) fn file(context: &PageContext, document: &Document) -> File {
    let name = document.file.file_name();
    let extension = name.rsplit_once('.').map_or("", |(_, it)| it);
    File {
        name: name.to_owned(),
        href: context.links.href(&document_address(&document.file)),
        format: extension.to_ascii_uppercase(),
        size: context
            .parts
            .plan
            .size(&document.file)
            .map(|it| size(context, it)),
    }
}

fn size(context: &PageContext, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    let (key, count) = if kilobytes < 1_000 {
        ("bytes_kb", kilobytes.to_string())
    } else {
        let tenths = bytes.div_ceil(100_000);
        ("bytes_mb", format!("{}.{}", tenths / 10, tenths % 10))
    };
    context.filled(key, &[("count", &context.digits(&count))])
}

fn in_lang<'a>(context: &PageContext, text: &'a InlineText) -> (&'a Markdown, Lang) {
    match (context.lang, &text.en) {
        (Lang::En, Some(en)) => (en, Lang::En),
        _ => (&text.th, Lang::Th),
    }
}

fn prose(
    context: &PageContext,
    markdown: &Markdown,
    lang: Lang,
    prefix: &str,
) -> (Prose, Vec<markdown::Heading>) {
    let words = context.parts.theme.words(lang);
    let word = |key| words.get(key).map_or("", String::as_str);
    let labels = Labels {
        table: word("story_table"),
        footnotes: word("story_footnotes"),
        back: word("story_back"),
        done: word("story_done"),
        open: word("story_open"),
        digits: match lang {
            Lang::Th => context.parts.directory.site.digits,
            Lang::En => Digits::Arabic,
        },
    };
    let (html, headings) = markdown::html(markdown, &labels, prefix, &mut |destination, kind| {
        resolved(context, markdown, destination, kind)
    });
    (localized(context, html, lang), headings)
}

fn localized(context: &PageContext, html: String, lang: Lang) -> Prose {
    Prose {
        html: Html(html),
        lang: (lang != context.lang).then(|| lang.tag()),
    }
}

/// Where a destination of a story leads. What leads nowhere was reported by `check`, and is shown as plain text.
fn resolved(
    context: &PageContext,
    markdown: &Markdown,
    destination: &str,
    kind: markdown::ReferenceKind,
) -> Resolved {
    let parts = context.parts;
    if kind == markdown::ReferenceKind::Image {
        let made = markdown
            .file
            .beside(&markdown::percent_decoded(destination))
            .and_then(|it| parts.photos.get(&it));
        return made.map_or(Resolved::Broken, |made| Resolved::Image {
            src: context.links.href(&made.fallback().address()),
            width: made.width,
            height: made.height,
            sources: vec![image_source(context, made)],
        });
    }
    if markdown::scheme(destination).is_some() || destination.starts_with("//") {
        return Resolved::Link(destination.to_owned());
    }
    let Some(target) = parts.plan.resolve(&markdown.file, destination) else {
        return Resolved::Broken;
    };
    // A fragment of the same page needs no way to it.
    if destination.starts_with('#') {
        return Resolved::Link(target.suffix);
    }
    let address = match target.to {
        TargetFile::Page(route, number, asked) => {
            let lang = asked.unwrap_or(context.lang);
            parts.plan.page_address(route, lang, number)
        }
        TargetFile::File(address) => address,
    };
    Resolved::Link(context.links.href(&address) + &target.suffix)
}
