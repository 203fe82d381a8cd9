//! Text of a story → HTML in which it stands for itself: no markup, and nothing that HTML has no way to write.

use crate::html::has_byte;

/// Text in which `&`, `<`, `>` and `"` stand for themselves only.
pub(super) fn escape(text: &str, out: &mut String) {
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
