//! The view `page`: what a page says of itself, and what follows from its address.
//!
//! In: a head and the site. Out: what templates put into the head of a page, its breadcrumbs and its menu. Never: what the page shows.

use super::head::Head;
use super::json_ld;
use crate::diagnostic::Diagnostic;
use crate::media::preview;
use crate::model::Lang;
use crate::plan::{FeedOf, LocalizedRoute, Route, is_listed};
use crate::render::context::PageContext;
use crate::render::href::query_value;
use crate::render::parts::SharedSite;
use crate::render::view::{
    Alternate, Html, Link, LocalizedText, OtherLanguage, Page, PreviewImage, Share,
};

impl Head {
    pub(in crate::render) fn view(
        &self,
        context: &PageContext,
        at: LocalizedRoute,
        site: &SharedSite,
    ) -> Result<Page, Diagnostic> {
        let parts = context.parts;
        let directory = parts.directory;
        let site_title = context.text(&directory.site.title);
        let is_error = matches!(
            at.route,
            Route::NotFound | Route::Offline | Route::Mending(_)
        );
        let address_in = |lang| parts.plan.page_address(at.route, lang, at.number);
        let address = address_in(at.lang);
        let canonical = parts.shared.absolute(&address);
        let home = context.own(context.word("home"));
        let has_breadcrumbs = !is_error && at.route != Route::Home;
        let breadcrumbs: Vec<Link> = has_breadcrumbs
            .then_some((home, Route::Home))
            .into_iter()
            .chain(self.breadcrumbs.iter().cloned())
            .map(|(name, route)| context.link(name, route))
            .collect();
        let json_ld = (!is_error && !self.is_print).then(|| {
            let crumbs: Vec<_> = breadcrumbs.iter().zip(self.trail()).collect();
            Html(json_ld::graph(context, self, &canonical, &crumbs))
        });
        let address = format!("/{address}");
        let section = self
            .section
            .map(|route| format!("/{}", context.address(route)));
        let is_in_menu = |it: &String| site.menus.iter().any(|at| at.current.as_ref() == Some(it));
        let section = [Some(address.clone()), section]
            .into_iter()
            .flatten()
            .find(is_in_menu);
        Ok(Page {
            kind: self.kind,
            lang: at.lang.tag(),
            title: self.title(context, &site_title.text, at.route),
            shared_title: self.shared_title(context),
            heading: self.heading.clone(),
            description: self.description.clone(),
            alternates: alternates(context, is_error, &address_in),
            other: other_language(context, &address_in),
            image: self.image(context, at.route),
            og_type: if self.is_record { "article" } else { "website" },
            breadcrumbs,
            menu: context.menu(site, section.as_deref(), &address)?,
            section,
            address,
            noindex: !is_listed(directory, at.route),
            is_example: self.is_example,
            is_draft: self.is_draft,
            json_ld,
            feeds: self.feeds(context, &site_title),
            share: (self.is_record || matches!(at.route, Route::District(_)))
                .then(|| share(&canonical)),
            correction: self
                .is_record
                .then(|| self.correction(context, &canonical))
                .flatten(),
            is_untranslated: self.is_untranslated,
            canonical: (!is_error).then_some(canonical),
        })
    }

    /// What the breadcrumbs lead to, home first.
    fn trail(&self) -> impl Iterator<Item = Route> {
        std::iter::once(Route::Home).chain(self.breadcrumbs.iter().map(|(_, route)| *route))
    }

    /// The heading as it is read away from the page: an illustration says that it is one, unless its name does.
    fn shared_title(&self, context: &PageContext) -> String {
        let name = &self.heading.text;
        let word = context.word("example_title");
        let says_so = name.to_lowercase().contains(&word.to_lowercase());
        if self.is_example && !says_so {
            format!("[{word}] {name}")
        } else {
            name.clone()
        }
    }

    fn title(&self, context: &PageContext, site_title: &str, route: Route) -> String {
        if route == Route::Home {
            return site_title.to_owned();
        }
        let name = self.shared_title(context);
        match &self.page_of {
            Some(page_of) => format!("{name} ({page_of}) – {site_title}"),
            None => format!("{name} – {site_title}"),
        }
    }

    /// The page's preview, or the site's. Where none are drawn the cover, else the theme's picture of the site.
    fn image(&self, context: &PageContext, route: Route) -> Option<PreviewImage> {
        let parts = context.parts;
        let directory = parts.directory;
        if let Some(address) = parts.plan.preview_address(route, context.lang) {
            return Some(PreviewImage {
                url: parts.shared.absolute(&address),
                width: Some(preview::WIDTH_PX),
                height: Some(preview::HEIGHT_PX),
                alt: if route.previewed() == Route::Home {
                    context.text(&directory.site.title).text
                } else {
                    self.heading.text.clone()
                },
            });
        }
        let cover = self.cover.as_ref().and_then(|cover| {
            let made = parts.photos.get(&cover.file)?;
            Some(PreviewImage {
                url: parts.shared.absolute(&made.fallback().address()),
                width: Some(made.fallback().width),
                height: Some(made.fallback().height),
                alt: context.text(&cover.alt).text,
            })
        });
        cover.or_else(|| {
            let file = ["preview.png", "preview.jpg"]
                .into_iter()
                .find_map(|it| parts.theme.files.get(it))?;
            Some(PreviewImage {
                url: parts.shared.absolute(&file.address),
                width: Some(1200),
                height: Some(630),
                alt: context.text(&parts.directory.site.title).text,
            })
        })
    }

    fn feeds(&self, context: &PageContext, site_title: &LocalizedText) -> Vec<Link> {
        let parts = context.parts;
        let link = |name, of| {
            let address = parts.plan.feed_address(of, context.lang);
            let href = context.links.href(&address);
            Link { name, href }
        };
        let own = self.feed.iter().map(|(name, of)| {
            let title = &site_title.text;
            let values = [("title", title.as_str()), ("name", name.text.as_str())];
            link(context.own(context.filled("feed_of", &values)), *of)
        });
        std::iter::once(link(site_title.clone(), FeedOf::Site))
            .chain(own)
            .collect()
    }

    /// A letter that names the record, else the page that says where to turn.
    fn correction(&self, context: &PageContext, canonical: &str) -> Option<String> {
        let directory = context.parts.directory;
        if let Some(email) = &directory.site.organization.email {
            let subject = context.filled("correction_subject", &[("name", &self.heading.text)]);
            let (subject, body) = (query_value(&subject), query_value(canonical));
            return Some(format!("mailto:{email}?subject={subject}&body={body}"));
        }
        let phone = directory.site.organization.phone.first();
        context
            .first_page(&["correction", "contact"])
            .or_else(|| phone.map(|it| it.link.clone()))
    }
}

fn alternates(
    context: &PageContext,
    is_error: bool,
    address_in: &dyn Fn(Lang) -> String,
) -> Vec<Alternate> {
    let languages = &context.parts.plan.languages;
    if is_error || languages.len() < 2 {
        return Vec::new();
    }
    let alternate = |lang: &'static str, of| Alternate {
        lang,
        href: context.parts.shared.absolute(&address_in(of)),
    };
    let mut all: Vec<_> = languages
        .iter()
        .map(|lang| alternate(lang.tag(), *lang))
        .collect();
    all.push(alternate("x-default", languages[0]));
    all
}

fn other_language(
    context: &PageContext,
    address_in: &dyn Fn(Lang) -> String,
) -> Option<OtherLanguage> {
    let lang = context
        .parts
        .plan
        .languages
        .iter()
        .copied()
        .find(|it| *it != context.lang)?;
    Some(OtherLanguage {
        lang: lang.tag(),
        name: match lang {
            Lang::Th => "ไทย",
            Lang::En => "English",
        },
        href: context.links.href(&address_in(lang)),
    })
}

fn share(canonical: &str) -> Share {
    let url = query_value(canonical);
    Share {
        line: format!("https://social-plugins.line.me/lineit/share?url={url}"),
        facebook: format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
    }
}
