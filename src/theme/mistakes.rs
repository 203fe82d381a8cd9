//! What the template engine says is wrong → a diagnostic at its place in a template.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::ErrorKind;

use crate::diagnostic::{Diagnostic, Problem};
use crate::model::SitePath;
use crate::source::Source;

/// What tera says, as a diagnostic at its place. `template` is where it was said, where tera does not know better; `theme` is the name of the
/// theme, `own` are the site's own templates.
pub(super) fn diagnostic(
    error: &tera::Error,
    template: &str,
    theme: &str,
    own: &BTreeMap<String, Arc<Source>>,
) -> Diagnostic {
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let end = (span.end_line == span.start_line).then_some(span.end_col);
            let place = TemplatePlace {
                template: report.filename().to_owned(),
                line: span.start_line,
                column: span.start_col + 1,
                width: end.map_or(1, |it| it.saturating_sub(span.start_col).max(1)),
            };
            (report.message().to_owned(), place)
        }
        other => read_report(&other.to_string(), template),
    };
    let Some(source) = own.get(&place.template) else {
        let at = format!("{}:{}:{}", place.template, place.line, place.column);
        let built_in = Some(at);
        let problem = Problem::BrokenTemplate { message, built_in };
        return Diagnostic::error(problem).in_file(&SitePath::new(format!(
            "themes/{}/templates/{}",
            theme, place.template
        )));
    };
    let start = byte_of(&source.text, place.line, place.column);
    let width: usize = source.text[start..]
        .chars()
        .take(place.width)
        .take_while(|it| *it != '\n')
        .map(char::len_utf8)
        .sum();
    let problem = Problem::BrokenTemplate {
        message,
        built_in: None,
    };
    Diagnostic::error(problem).at(&source.path, start..start + width)
}

/// A place in a template.
#[derive(Debug, PartialEq)]
struct TemplatePlace {
    template: String,
    line: usize,
    column: usize,
    width: usize,
}

/// The message and place of a report that exists as text only (tera says unknown filters and blocks so).
fn read_report(text: &str, template: &str) -> (String, TemplatePlace) {
    let place = text.lines().find_map(|line| {
        let (_, at) = line.split_once("--> ")?;
        let mut parts = at.trim().rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        Some(TemplatePlace {
            template: parts.next()?.to_owned(),
            line,
            column,
            width: 1,
        })
    });
    let first = text.lines().next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    let unknown = TemplatePlace {
        template: template.to_owned(),
        line: 1,
        column: 1,
        width: 1,
    };
    (message, place.unwrap_or(unknown))
}

/// The byte of a line and a column, both from 1; columns count characters.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let rest = &text[start.min(text.len())..];
    let inside: usize = rest
        .chars()
        .take(column.saturating_sub(1))
        .take_while(|it| *it != '\n')
        .map(char::len_utf8)
        .sum();
    (start + inside).min(text.len())
}
