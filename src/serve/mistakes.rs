//! What is wrong, as a page in place of the page that cannot be shown.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::Lang;
use crate::source::Sources;
use crate::terminal::lines_of;

/// Its own: what is wrong may be the theme.
const STYLE: &str = include_str!("mistakes.css");

/// The page. `script` reloads it when the mistakes are mended.
pub fn page(found: &Diagnostics, sources: &Sources, lang: Lang, script: &str) -> String {
    let errors = found.count(Severity::Error);
    let (title, hint) = match lang {
        Lang::Th => (
            format!("พบข้อผิดพลาด {errors} จุด"),
            "แก้ไขแล้วบันทึก หน้านี้จะกลับเป็นหน้าเว็บเอง",
        ),
        Lang::En => (
            format!(
                "{errors} mistake{} to mend",
                if errors == 1 { "" } else { "s" }
            ),
            "Mend and save: this page becomes the website again by itself",
        ),
    };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{hint}</p>\n",
        lang.tag()
    );
    for diagnostic in found.sorted() {
        article(&mut html, diagnostic, sources, lang);
    }
    let _ = write!(html, "</main>\n{script}\n</body>\n</html>\n");
    html
}

fn article(html: &mut String, diagnostic: &Diagnostic, sources: &Sources, lang: Lang) {
    let _ = write!(
        html,
        "<article class=\"{}\">\n<h2>{}</h2>\n",
        diagnostic.severity.word(),
        escaped(&diagnostic.message(lang))
    );
    if let Some(place) = &diagnostic.place {
        let at = sources.positions(place).map_or(String::new(), |(at, _)| {
            format!(":{}:{}", at.line, at.column)
        });
        let _ = writeln!(
            html,
            "<p><code>{}{at}</code></p>",
            escaped(place.file.as_str())
        );
        let line = sources
            .texts
            .get(&place.file)
            .filter(|_| place.span != (0..0))
            .and_then(|it| lines_of(it, &place.span));
        if let Some((line, start)) = line {
            let from = (place.span.start - start).min(line.len());
            let to = (place.span.end - start).clamp(from, line.len());
            let _ = writeln!(
                html,
                "<pre>{}<mark>{}</mark>{}</pre>",
                escaped(&line[..from]),
                escaped(&line[from..to]),
                escaped(&line[to..])
            );
        }
    }
    for words in [diagnostic.label(lang), diagnostic.help(lang)]
        .into_iter()
        .flatten()
    {
        let _ = writeln!(html, "<p>{}</p>", escaped(&words));
    }
    let _ = write!(
        html,
        "<p class=\"code\"><code>{}</code></p>\n</article>\n",
        diagnostic.problem.code()
    );
}

/// Text that cannot be taken for markup, and shows nothing that could steer.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' => safe.push('\t'),
            it if it.is_control() => safe.push(char::REPLACEMENT_CHARACTER),
            it => safe.push(it),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problem;
    use crate::model::SitePath;
    use crate::testing::TestSite;

    #[test]
    fn shows_the_place_and_runs_nothing() {
        let text = "name = \"<script>x</script>\"\n";
        let sources = TestSite::of(&[("content/a.toml", text)]).sources();
        let path = SitePath::new("content/a.toml");
        let mut found = Diagnostics::default();
        found.push(Diagnostic::error(Problem::NoCenter("<img>".to_owned())).at(&path, 7..26));
        for lang in Lang::ALL {
            let html = page(&found, &sources, lang, "");
            assert!(html.contains("content/a.toml:1:8") && html.contains("no-center"));
            assert!(
                html.contains("<mark>&quot;&lt;script&gt;x&lt;/script&gt;</mark>"),
                "{html}"
            );
            assert!(!html.contains("<script>") && !html.contains("<img>"));
        }
    }
}
