//! An image of a story, and what stands for it in modern browsers.

use std::fmt::Write as _;

use super::escape::escape;
use super::resolve::ImageSource;

/// A photo in modern formats.
pub(super) fn source_tags(sources: &[ImageSource]) -> String {
    let mut tags = String::new();
    for it in sources {
        _ = write!(tags, "<source type=\"{}\" srcset=\"", it.media_type);
        escape(&it.srcset, &mut tags);
        tags.push_str("\" sizes=\"");
        escape(&it.sizes, &mut tags);
        tags.push_str("\">");
    }
    tags
}

/// An image with what stands for it in modern browsers.
pub(super) fn in_picture(sources: &str, image: String) -> String {
    if sources.is_empty() {
        image
    } else {
        format!("<picture>{sources}{image}</picture>")
    }
}
