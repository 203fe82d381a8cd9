//! An image of a story: the size at which it is shown, and what stands for it in modern browsers.

use std::fmt::Write as _;

use super::escape::escape;

/// How wide a story shows a photo: a column of text, or a screen, of which half is said: fine screens would ask for more than is seen.
const SIZES: &str = "(min-width: 40rem) 44rem, 54vw";

/// A photo in modern formats.
pub(super) fn source_tags(sources: &[(&str, String)]) -> String {
    let mut tags = String::new();
    for (media_type, candidates) in sources {
        _ = write!(tags, "<source type=\"{media_type}\" srcset=\"");
        escape(candidates, &mut tags);
        _ = write!(tags, "\" sizes=\"{SIZES}\">");
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
