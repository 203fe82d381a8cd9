//! What a template can do to a value: the filters of a theme.
//!
//! In: values of a view. Out: safe HTML, numbers. Never: anything that is not said by its values alone.

use tera::{Kwargs, State, Tera, Value};

use super::pattern::{Patterns, Size};
use super::words::Icons;
use crate::html::escape;

/// A tera with our filters and without templates.
pub(super) fn engine(icons: Icons) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml", ".svg"]);
    tera.register_filter("say", say);
    tera.register_filter("fill", fill);
    tera.register_filter("seed", seed);
    // `{{ center.key | weave }}`: a strip of pattern that is always the same for a text; with `whole=true` all of it with its hems.
    let patterns = Patterns::default();
    tera.register_filter(
        "weave",
        move |text: &str, values: Kwargs, _: &State| -> tera::TeraResult<Value> {
            let size = match values.get::<bool>("whole")? {
                Some(true) => Size::Whole,
                _ => Size::Strip,
            };
            Ok(Value::safe_string(&patterns.svg(text, size)))
        },
    );
    // `{{ "phone" | icon }}`: an icon of the theme, `other` for a name that it lacks.
    tera.register_filter("icon", move |name: &str, _: Kwargs, _: &State| {
        let icon = icons.get(name).or_else(|| icons.get("other"));
        icon.cloned().unwrap_or_else(Value::none)
    });
    tera
}

/// `{{ center.name | say }}`: a text that may be in another language than the page.
fn say(text: &Value, _: Kwargs, _: &State) -> Value {
    let mut html = String::new();
    push_text(&mut html, text);
    Value::safe_string(&html)
}

/// `{{ words.found | fill(count=list.total) }}`: each `{name}` becomes the value of that name.
#[expect(clippy::needless_pass_by_value, reason = "tera wants it so")]
fn fill(words: &str, values: Kwargs, _: &State) -> tera::TeraResult<Value> {
    let mut html = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}') else {
            break;
        };
        let name = &rest[start + 1..start + end];
        escape(&mut html, &rest[..start]);
        let Some(value) = values.get::<&Value>(name)? else {
            let missing = format!("fill lacks a value for {{{name}}} of \"{words}\"");
            return Err(tera::Error::message(missing));
        };
        push_text(&mut html, value);
        rest = &rest[start + end + 1..];
    }
    escape(&mut html, rest);
    Ok(Value::safe_string(&html))
}

/// `{{ center.key | seed(of=12) }}`: a number below `of` that is always the same for a text; for patterns drawn from a name.
#[expect(clippy::needless_pass_by_value, reason = "tera wants it so")]
fn seed(text: &str, values: Kwargs, _: &State) -> tera::TeraResult<u64> {
    let of: u64 = values.must_get("of")?;
    let hash = blake3::hash(text.as_bytes());
    let number = hash.as_bytes()[..8]
        .iter()
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(number % of.max(1))
}

/// A value as HTML: what has words says them, in their own language where that is another one.
fn push_text(html: &mut String, value: &Value) {
    let Some(map) = value.as_map() else {
        match value.as_str() {
            Some(text) if value.is_safe() => html.push_str(text),
            Some(text) => push_lines(html, text),
            None if value.is_none() || value.is_undefined() => {}
            None => escape(html, &value.to_string()),
        }
        return;
    };
    let text = ["text", "name", "long"]
        .into_iter()
        .find_map(|key| map.get(&tera_key(key)))
        .filter(|it| !it.is_none());
    let lang = map.get(&tera_key("lang")).and_then(Value::as_str);
    match (text, lang) {
        (Some(text), Some(lang)) => {
            html.push_str("<span lang=\"");
            html.push_str(lang);
            html.push_str("\">");
            push_text(html, text);
            html.push_str("</span>");
        }
        (Some(text), None) => push_text(html, text),
        (None, _) => {}
    }
}

/// A text whose lines are lines on the page: hours of a week, an address.
fn push_lines(html: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            html.push_str("<br>");
        }
        escape(html, line);
    }
}

fn tera_key(key: &'static str) -> tera::value::Key<'static> {
    tera::value::Key::Str(key)
}
