//! Whose lines a map shows: `[extra] credits` of the site, the licences that it names linked.

use crate::html::escape;
use crate::model::Lang;
use crate::render::context::PageContext;
use crate::render::pieces::license::license;
use crate::render::view::{Html, Prose};

/// The credit line in the page's language, else the Thai one.
pub(in crate::render) fn credits(context: &PageContext) -> Option<Prose> {
    let extra = &context.parts.directory.site.extra;
    let of = |key: &str| extra.get(key).and_then(serde_json::Value::as_str);
    let english = of("credits_en").filter(|_| context.lang == Lang::En);
    let (text, lang) = match english {
        Some(text) => (text, Lang::En),
        None => (of("credits")?, Lang::Th),
    };
    Some(Prose {
        html: Html(linked(text)),
        lang: (lang != context.lang).then(|| lang.tag()),
    })
}

/// `CC BY 3.0 IGO` becomes a link to that licence.
fn linked(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 200);
    let mut rest = text;
    while let Some(start) = rest.find("CC ") {
        let (before, after) = rest.split_at(start);
        escape(&mut html, before);
        let words: Vec<&str> = after.splitn(4, ' ').collect();
        let version = words.get(2).map_or("", |it| {
            it.trim_end_matches(|it: char| !it.is_ascii_digit())
        });
        let name = format!("CC {} {version}", words.get(1).copied().unwrap_or_default());
        let is_igo = after.starts_with(&format!("{name} IGO"));
        match license(&name).href {
            Some(href) if !version.is_empty() && after.starts_with(&name) => {
                let end = name.len() + if is_igo { " IGO".len() } else { 0 };
                html.push_str("<a rel=\"license\" href=\"");
                escape(&mut html, &href);
                html.push_str(if is_igo { "igo/\">" } else { "\">" });
                escape(&mut html, &after[..end]);
                html.push_str("</a>");
                rest = &after[end..];
            }
            _ => {
                html.push_str("CC ");
                rest = &after["CC ".len()..];
            }
        }
    }
    escape(&mut html, rest);
    html
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn a_licence_is_linked_where_it_is_named() {
        let by = "https://creativecommons.org/licenses/by";
        for (text, expected) in [
            (
                "ขอบเขต: A (CC BY 3.0 IGO) <x>",
                format!(
                    "ขอบเขต: A (<a rel=\"license\" href=\"{by}/3.0/igo/\">CC BY 3.0 IGO</a>) &lt;x&gt;"
                ),
            ),
            (
                "CC BY 4.0.",
                format!("<a rel=\"license\" href=\"{by}/4.0/\">CC BY 4.0</a>."),
            ),
            (
                "a CC BY 3.0 IGO, b · CC BY-SA 4.0",
                format!(
                    "a <a rel=\"license\" href=\"{by}/3.0/igo/\">CC BY 3.0 IGO</a>, b · <a rel=\"license\" href=\"{by}-sa/4.0/\">CC BY-SA 4.0</a>"
                ),
            ),
            (
                "CC  and CC BY, CC BY ก CC ",
                "CC  and CC BY, CC BY ก CC ".to_owned(),
            ),
            ("", String::new()),
        ] {
            assert_eq!(linked(text), expected);
        }
    }
}
