//! Text → HTML or XML, HTML without needless spaces, and what a line keeps whole.

mod whole;

pub use whole::whole;

/// Adds text with everything escaped that could end or begin markup, in elements and in quoted attributes.
pub fn escape(html: &mut String, text: &str) {
    if !has_byte(text, |it| matches!(it, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        html.push_str(text);
        return;
    }
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[start..at]);
        html.push_str(entity);
        start = at + 1;
    }
    html.push_str(&text[start..]);
}

/// The text escaped.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    escape(&mut html, text);
    html
}

/// JSON for a `<script>`: nothing in it can end the script or begin a comment.
#[must_use]
pub fn json_in_script(value: &impl serde::Serialize) -> String {
    // What is given is words, numbers, lists and objects with keys of words.
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.contains('<') {
        json.replace('<', "\\u003c")
    } else {
        json
    }
}

/// The same page with each run of spaces as one: a line break where it had one, else a space. What shows its spaces is left alone.
#[must_use]
pub fn minified(html: &str) -> String {
    const KEPT: [&str; 4] = ["pre", "textarea", "script", "style"];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        collapse(&mut out, &rest[..open]);
        rest = &rest[open..];
        let kept = KEPT.into_iter().find(|name| {
            let after = rest.get(1..=name.len());
            let is_name = after.is_some_and(|it| it.eq_ignore_ascii_case(name));
            let end = rest.as_bytes().get(name.len() + 1);
            is_name && end.is_some_and(|it| it.is_ascii_whitespace() || *it == b'>')
        });
        let length = match kept {
            Some(name) => end_of_element(rest, name),
            None => end_of_tag(rest),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    collapse(&mut out, rest);
    out
}

/// The length of a tag or comment at the start of `html`; quoted attributes may hold `>`.
fn end_of_tag(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |it| it + 3);
    }
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The length of an element at the start of `html`, its end tag included.
fn end_of_element(html: &str, name: &str) -> usize {
    let closing = format!("</{name}");
    let bytes = html.as_bytes();
    (0..html.len().saturating_sub(closing.len()))
        .find(|at| bytes[*at..*at + closing.len()].eq_ignore_ascii_case(closing.as_bytes()))
        .map_or(html.len(), |at| at + end_of_tag(&html[at..]))
}

fn collapse(out: &mut String, text: &str) {
    let is_space = |it: u8| matches!(it, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
    let mut rest = text;
    while let Some(start) = rest.bytes().position(is_space) {
        let run = rest[start..].bytes().take_while(|it| is_space(*it)).count();
        out.push_str(&rest[..start]);
        let is_break = rest[start..start + run].contains('\n');
        rest = &rest[start + run..];
        out.push(if is_break && !rest.starts_with('ๆ') {
            '\n'
        } else {
            ' '
        });
    }
    out.push_str(rest);
}

/// Whether a text holds such a byte; most texts are asked for what they do not hold. Parts of it are gone through to their end, for then a
/// processor looks at many bytes at once.
#[must_use]
pub fn has_byte(text: &str, is_it: impl Fn(u8) -> bool) -> bool {
    let mut parts = text.as_bytes().chunks(64);
    parts.any(|part| part.iter().fold(false, |found, it| found | is_it(*it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needless_spaces_go_and_needed_ones_stay() {
        for (html, expected) in [
            (
                "<p>\n   a  b\t<b> c</b>\n</p>\n",
                "<p>\na b <b> c</b>\n</p>\n",
            ),
            ("<pre>  a\n\n b</pre>  <i>", "<pre>  a\n\n b</pre> <i>"),
            (
                "<SCRIPT src=x>a  <  b</Script>  ",
                "<SCRIPT src=x>a  <  b</Script> ",
            ),
            ("<prefix>  a</prefix>", "<prefix> a</prefix>"),
            ("<a title=\"x  >  y\">  z", "<a title=\"x  >  y\"> z"),
            ("<!-- a  > b -->  c", "<!-- a  > b --> c"),
            ("a\u{a0}\u{a0}b", "a\u{a0}\u{a0}b"),
            ("<textarea>  x", "<textarea>  x"),
            (
                "<p title=\"ต่าง ๆ\">ต่าง ๆ <b>สั้น</b>\n  ๆ ๆ",
                "<p title=\"ต่าง ๆ\">ต่าง ๆ <b>สั้น</b> ๆ ๆ",
            ),
        ] {
            assert_eq!(minified(html), expected);
            assert_eq!(minified(expected), expected, "twice is once");
        }
    }

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(
            escaped("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
        let json = serde_json::json!("</script><!--");
        assert!(!json_in_script(&json).contains('<'));
    }
}
