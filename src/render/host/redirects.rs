//! Old addresses lead on: a list for hosts that read it, and a page at each of them for all others.

use std::fmt::Write;

use crate::plan::{LocalizedRoute, Output, Route};
use crate::render::context::PageContext;
use crate::render::parts::Parts;
use crate::render::view::Redirect;

/// `_redirects`
pub(in crate::render) fn list(parts: &Parts) -> String {
    let prefix = &parts.shared.prefix;
    let mut text = String::new();
    for (path, output) in &parts.plan.files {
        if let Output::Redirect(to) = output {
            let from = path.strip_suffix("index.html").unwrap_or(path);
            let to = parts.plan.address(to.route, to.lang);
            _ = writeln!(text, "{prefix}{from} {prefix}{to} 301");
        }
    }
    text
}

/// What `redirect.html` sees.
pub(in crate::render) fn page(context: &PageContext, to: LocalizedRoute) -> Redirect {
    let directory = context.parts.directory;
    let name = match to.route {
        Route::Center(id) => &directory.center(id).name,
        Route::BestPractice(id) => &directory.practice(id).title,
        Route::Activity(id) => &directory.activity(id).title,
        Route::Page(id) => &directory.pages[id.0].title,
        _ => &directory.site.title,
    };
    Redirect {
        lang: context.lang.tag(),
        name: context.text(name),
        href: context.href(to.route),
        url: context.absolute(to.route),
    }
}
