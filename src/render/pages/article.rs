//! Any other page, and the page that a host shows where there is nothing.

use crate::markdown;
use crate::model::directory::PageId;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, is_untranslated};
use crate::render::frame::page::MadePage;
use crate::render::pieces::story;
use crate::render::view;

pub(in crate::render) fn page(context: &PageContext, id: PageId) -> MadePage {
    let pages = &context.parts.directory.pages;
    let it = &pages[id.0];
    let named = |at: usize| (context.text(&pages[at].title), Route::Page(PageId(at)));
    // In the order of paths, those below this one stand together, and those above it are found one by one.
    let below = format!("{}/", it.path);
    let first = pages.partition_point(|other| other.path < below);
    let children = pages.iter().enumerate().skip(first);
    let children = children.take_while(|(_, other)| other.path.starts_with(&below));
    let above = it.path.match_indices('/').map(|(at, _)| &it.path[..at]);
    let above = above.filter_map(|path| {
        let place = pages.binary_search_by(|other| other.path.as_str().cmp(path));
        place.ok()
    });
    let (story, outline) = story::with_outline(context, &it.story).unzip();
    let view = view::Article {
        key: it.path.clone(),
        title: context.text(&it.title),
        summary: context.maybe(it.summary.as_ref()),
        story,
        outline: outline.unwrap_or_default(),
        children: children
            .map(|(at, _)| {
                let (name, route) = named(at);
                context.link(name, route)
            })
            .collect(),
        extra: it.extra.clone(),
    };
    let description = view.summary.as_ref().map_or_else(
        || {
            let told = it.story.in_lang(context.lang);
            told.map_or_else(String::new, |(markdown, _)| markdown::plain(&markdown.text))
        },
        |it| it.text.clone(),
    );
    let mut head = Head::new("page", view.title.clone(), &description);
    head.breadcrumbs = above.map(named).collect();
    head.section = Some(Route::Page(id));
    head.is_draft = it.draft;
    head.is_untranslated = is_untranslated(context, &it.title, &it.story);
    MadePage::new("page.html", "article", &view, head)
}

pub(in crate::render) fn not_found(context: &PageContext) -> MadePage {
    let heading = context.own(context.word("page_not_found"));
    MadePage {
        template: "404.html",
        variable: None,
        head: Head::new("404", heading, context.word("page_not_found_text")),
    }
}

pub(in crate::render) fn mending(context: &PageContext) -> MadePage {
    let heading = context.own(context.word("mending"));
    MadePage {
        template: "mending.html",
        variable: None,
        head: Head::new("mending", heading, context.word("mending_text")),
    }
}

pub(in crate::render) fn offline(context: &PageContext) -> MadePage {
    let heading = context.own(context.word("not_kept"));
    MadePage {
        template: "offline.html",
        variable: None,
        head: Head::new("offline", heading, context.word("not_kept_text")),
    }
}
