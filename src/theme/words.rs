//! The words and icons of a theme: the built-in ones, and over them the site's own, key by key.
//!
//! In: TOML files. Out: texts by key. Never: a missing language, as the built-in theme has them all.

use std::collections::BTreeMap;

use tera::Value;

use super::built_in::BUILT_IN;
use super::own::Own;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::html::escape;
use crate::model::Lang;
use crate::schema;

/// Words of the interface by key.
pub type Words = BTreeMap<String, String>;

/// Icons by name, as they stand in a page.
pub(super) type Icons = BTreeMap<String, Value>;

/// The words of a language: those that the schema has for its own words and keys, over them the built-in theme's, and over these the site's.
pub(super) fn words(own: &Own, lang: Lang, found: &mut Diagnostics) -> Words {
    let of_the_schema = schema::words(lang).map(|(key, word)| (key, word.to_owned()));
    let name = format!("i18n/{}.toml", lang.tag());
    texts(of_the_schema.collect(), own, &name, found)
}

/// The icons, each an SVG that stands in a page: the built-in ones, and over them those of the site's theme.
pub(super) fn icons(own: &Own, found: &mut Diagnostics) -> Icons {
    let paths = texts(BTreeMap::new(), own, "icons.toml", found);
    let svg = |path: &str| {
        let mut svg =
            String::from(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=""#);
        escape(&mut svg, path);
        svg.push_str(r#""/></svg>"#);
        Value::safe_string(&svg)
    };
    paths
        .iter()
        .map(|(name, path)| (name.clone(), svg(path)))
        .collect()
}

/// Texts by key: those to begin with, over them those of a TOML file of the built-in theme, and over these those of the site's theme.
fn texts(
    mut texts: BTreeMap<String, String>,
    own: &Own,
    name: &str,
    found: &mut Diagnostics,
) -> BTreeMap<String, String> {
    let built_in = BUILT_IN.get_file(name).and_then(|it| it.contents_utf8());
    let built_in: Option<BTreeMap<String, String>> =
        built_in.and_then(|it| toml::from_str(it).ok());
    texts.extend(built_in.unwrap_or_default());
    let Some(source) = own.text(name) else {
        return texts;
    };
    let path = &source.path;
    match toml::from_str::<BTreeMap<String, toml::Spanned<toml::Value>>>(&source.text) {
        Ok(own) => {
            for (key, value) in own {
                let span = value.span();
                if let toml::Value::String(text) = value.into_inner() {
                    texts.insert(key, text);
                } else {
                    found.push(Diagnostic::error(Problem::WordsNotText(key)).at(path, span));
                }
            }
        }
        Err(error) => {
            let problem = Problem::BrokenWords(error.message().to_owned());
            found.push(Diagnostic::error(problem).at(path, error.span().unwrap_or(0..0)));
        }
    }
    texts
}
