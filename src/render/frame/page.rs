//! A page before its template, and its bytes: its own view, and around it the views `site`, `page` and `words`.
//!
//! In: what a page says. Out: HTML, smaller where that is wanted; or what is wrong with a template.

use serde::Serialize;

use super::head::Head;
use crate::diagnostic::Diagnostic;
use crate::html;
use crate::plan::LocalizedRoute;
use crate::render::context::PageContext;

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
        context: &PageContext,
        at: LocalizedRoute,
    ) -> Result<Vec<u8>, Diagnostic> {
        if let Some(problem) = context.failed.take() {
            return Err(problem);
        }
        let theme = context.parts.theme;
        let site = context.site()?;
        let mut values = tera::Context::new();
        values.insert("page", &self.head.view(context, at, &site)?);
        values.insert_value("site", site.value);
        values.insert_value("words", theme.words_value(at.lang));
        if let Some((name, value)) = self.variable {
            values.insert_value(name, value);
        }
        Ok(html::whole(if context.parts.shared.minifies {
            html::minified(&theme.render(self.template, &values)?).into_bytes()
        } else {
            theme.page(self.template, &values)?
        }))
    }
}

/// What other programs read, by its template.
pub(in crate::render) fn by_template(
    context: &PageContext,
    template: &str,
    variable: &'static str,
    view: &impl Serialize,
) -> Result<String, Diagnostic> {
    let theme = context.parts.theme;
    let mut values = tera::Context::new();
    values.insert_value("site", context.site()?.value);
    values.insert_value("words", theme.words_value(context.lang));
    values.insert(variable, view);
    theme.render(template, &values)
}
