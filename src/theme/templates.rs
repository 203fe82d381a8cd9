//! A theme that is ready: its templates render pages and parts of them.
//!
//! In: views. Out: HTML, or what is wrong with a template and where. Never: reads a disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera, Value};

use super::built_in::built_in_templates;
use super::file::ThemeFile;
use super::filters::engine;
use super::look::Look;
use super::measures::Measures;
use super::mistakes;
use super::words::{Icons, Words};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Lang;
use crate::source::Source;

/// As many bytes as most pages have.
const USUAL_PAGE: usize = 64 << 10;

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    pub(super) name: String,
    pub(super) tera: Tera,
    /// The site's own templates by name: mistakes in them have a place.
    pub(super) own: BTreeMap<String, Arc<Source>>,
    pub(super) words: BTreeMap<Lang, Words>,
    pub(super) values: BTreeMap<Lang, Value>,
    /// Whether its templates could not be read; what is wrong with them was found, and no page can be rendered.
    pub is_broken: bool,
    /// Static files by their path in the theme's `static/`.
    pub files: BTreeMap<String, ThemeFile>,
    /// What of its look is needed outside of style sheets.
    pub look: Look,
    /// How much a page made for paper holds.
    pub measures: Measures,
}

impl Theme {
    /// The words of a language.
    ///
    /// # Panics
    /// Never: `prepare` fills in every language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        self.words
            .get(&lang)
            .expect("there are words for every language")
    }

    /// The same as templates see them.
    #[must_use]
    pub fn words_value(&self, lang: Lang) -> Value {
        self.values.get(&lang).cloned().unwrap_or_else(Value::none)
    }

    /// Whether there is a template of a name.
    #[must_use]
    pub fn has_template(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// A page or a part of one, as text.
    pub fn render(&self, template: &str, context: &tera::Context) -> Result<String, Diagnostic> {
        self.tera
            .render(template, context)
            .map_err(|error| self.diagnostic(&error, template))
    }

    /// A page as the bytes of its file: nobody asks again whether they are text.
    pub fn page(&self, template: &str, context: &tera::Context) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(USUAL_PAGE);
        self.tera
            .render_to(template, context, &mut bytes)
            .map_err(|error| self.diagnostic(&error, template))?;
        Ok(bytes)
    }

    pub(super) fn add_templates(&mut self, found: &mut Diagnostics) {
        let mut all: BTreeMap<String, &str> = built_in_templates();
        for (name, source) in &self.own {
            all.insert(name.clone(), &source.text);
        }
        let Err(error) = self.tera.add_raw_templates(all.iter()) else {
            return;
        };
        self.is_broken = true;
        // The first mistake stops tera: look at each template by itself, so that one run shows every mistake.
        let mut count = 0;
        for (name, source) in &self.own {
            let alone = engine(Icons::new()).add_raw_template(name, &source.text);
            if let Err(error) = alone
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                count += 1;
                found.push(self.diagnostic(&error, name));
            }
        }
        if count == 0 {
            let text = error.to_string();
            let named = self.own.keys().find(|it| text.contains(it.as_str()));
            let template = named.map_or("base.html", String::as_str);
            found.push(self.diagnostic(&error, template));
        }
    }

    fn diagnostic(&self, error: &tera::Error, template: &str) -> Diagnostic {
        mistakes::diagnostic(error, template, &self.name, &self.own)
    }
}
