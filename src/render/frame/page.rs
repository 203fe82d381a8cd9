//! A page before its template, and its bytes: its own view, and around it the views `site`, `page` and `words`.
//!
//! In: what a page says. Out: HTML, smaller where that is wanted; or what is wrong with a template.

use serde::Serialize;

use super::head::Head;
use crate::diagnostic::Diagnostic;
use crate::html;
use crate::plan::LocalizedRoute;
use crate::render::context::Voice;

/// A page before its template: what stands in its head, and what it is about.
pub(in crate::render) struct MadePage {
    pub template: &'static str,
    /// The name and the value of its own view; none where it has no more to say than its head.
    pub variable: Option<(&'static str, tera::Value)>,
    pub head: Head,
}

impl MadePage {
    pub(in crate::render) fn new<T: Serialize>(
        template: &'static str,
        variable: &'static str,
        view: &T,
        head: Head,
    ) -> Self {
        Self {
            template,
            variable: Some((variable, tera::Value::from_serializable(view))),
            head,
        }
    }

    /// Its bytes.
    pub(in crate::render) fn bytes(
        self,
        voice: &Voice,
        at: LocalizedRoute,
    ) -> Result<Vec<u8>, Diagnostic> {
        if let Some(problem) = voice.failed.take() {
            return Err(problem);
        }
        let theme = voice.parts.theme;
        let site = voice.site()?;
        let mut context = tera::Context::new();
        context.insert("page", &self.head.view(voice, at, &site)?);
        context.insert_value("site", site.value);
        context.insert_value("words", theme.words_value(at.lang));
        if let Some((name, value)) = self.variable {
            context.insert_value(name, value);
        }
        Ok(if voice.parts.shared.minifies {
            html::minified(&theme.render(self.template, &context)?).into_bytes()
        } else {
            theme.page(self.template, &context)?
        })
    }
}

/// What other programs read, by its template.
pub(in crate::render) fn by_template(
    voice: &Voice,
    template: &str,
    variable: &'static str,
    view: &impl Serialize,
) -> Result<String, Diagnostic> {
    let theme = voice.parts.theme;
    let mut context = tera::Context::new();
    context.insert_value("site", voice.site()?.value);
    context.insert_value("words", theme.words_value(voice.lang));
    context.insert(variable, view);
    theme.render(template, &context)
}
