//! Any other page, and the page that a host shows where there is nothing.

use crate::markdown;
use crate::model::directory::PageId;
use crate::plan::What;
use crate::render::head::{Head, is_untranslated};
use crate::render::view;
use crate::render::voice::Voice;
use crate::render::{MadePage, story};

pub(super) fn page(voice: &Voice, id: PageId) -> MadePage {
    let pages = &voice.parts.directory.pages;
    let it = &pages[id.0];
    let named = |at: usize| (voice.said(&pages[at].title), What::Page(PageId(at)));
    let children = pages.iter().enumerate().filter(|(_, other)| {
        let below = other.path.strip_prefix(&it.path);
        below.is_some_and(|rest| rest.starts_with('/'))
    });
    let view = view::Article {
        key: it.path.clone(),
        title: voice.said(&it.title),
        summary: voice.maybe(it.summary.as_ref()),
        story: story::story(voice, &it.story),
        outline: story::outline(voice, &it.story),
        children: children
            .map(|(at, _)| {
                let (name, what) = named(at);
                voice.link(name, what)
            })
            .collect(),
        extra: it.extra.clone(),
    };
    let description = view.summary.as_ref().map_or_else(
        || {
            let told = it.story.in_lang(voice.lang);
            told.map_or_else(String::new, |(markdown, _)| markdown::plain(&markdown.text))
        },
        |it| it.text.clone(),
    );
    let mut head = Head::new("page", view.title.clone(), &description);
    head.breadcrumbs = pages
        .iter()
        .enumerate()
        .filter(|(_, other)| {
            let below = it.path.strip_prefix(&other.path);
            below.is_some_and(|rest| rest.starts_with('/'))
        })
        .map(|(at, _)| named(at))
        .collect();
    head.section = Some(What::Page(id));
    head.is_draft = it.is_draft;
    head.is_untranslated = is_untranslated(voice, &it.title, &it.story);
    MadePage::new("page.html", "article", &view, head)
}

pub(super) fn not_found(voice: &Voice) -> MadePage {
    let heading = voice.own(voice.word("page_not_found"));
    MadePage {
        template: "404.html",
        variable: None,
        head: Head::new("404", heading, voice.word("page_not_found_text")),
    }
}

pub(super) fn offline(voice: &Voice) -> MadePage {
    let heading = voice.own(voice.word("not_kept"));
    MadePage {
        template: "offline.html",
        variable: None,
        head: Head::new("offline", heading, voice.word("not_kept_text")),
    }
}
