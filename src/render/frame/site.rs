//! The view of the site as a whole.

use super::menu::menus;
use super::policy::page_policy;
use crate::diagnostic::Diagnostic;
use crate::model::directory::PageId;
use crate::model::site::Organization;
use crate::plan::{FeedOf, Route};
use crate::render::context::PageContext;
use crate::render::href::Links;
use crate::render::parts::{Menu, SharedSite};
use crate::render::pieces::contact::{line_link, phone_links};
use crate::render::pieces::license::license;
use crate::render::pieces::search_box;
use crate::render::view::{self, Html, Lists};

pub(in crate::render) fn view(context: &PageContext) -> view::Site {
    let parts = context.parts;
    let site = &parts.directory.site;
    let (menu, footer) = menus(context);
    let output = &site.output;
    let feed = parts.plan.feed_address(FeedOf::Site, context.lang);
    let home = context.address(Route::Home);
    view::Site {
        title: context.text(&site.title),
        description: context.maybe(site.description.as_ref()),
        home: context.href(Route::Home),
        base_url: parts.shared.base_url.clone(),
        menu,
        footer,
        organization: organization(context, &site.organization),
        is_official: site.is_official,
        how_to_send: context.first_page(&["publish", "contact"]),
        controller: context.maybe(site.controller.as_ref()),
        today: context.day(parts.directory.today),
        license: site.license.as_deref().map(license),
        assets: parts
            .theme
            .files
            .iter()
            .map(|(path, file)| (path.clone(), context.links.href(&file.address)))
            .collect(),
        lists: Lists {
            centers: context.href(Route::Centers),
            best_practices: context.href(Route::BestPractices),
            districts: context.href(Route::Districts),
            topics: context.href(Route::Topics),
            activities: context.href(Route::Activities),
            awards: context.href(Route::Awards),
            progress: context.href(Route::Progress),
            data: output.data.then(|| context.href(Route::Data)),
        },
        search: search_box::search_box(context),
        worker: (output.offline)
            .then(|| context.file_href("sw.js"))
            .flatten(),
        feed: context.links.href(&feed),
        manifest: context.links.href(&format!("{home}site.webmanifest")),
        csp: page_policy(parts.shared.is_portable),
        generator: concat!("sala ", env!("CARGO_PKG_VERSION")).to_owned(),
        is_multilingual: parts.plan.languages.len() > 1,
        is_portable: parts.shared.is_portable,
        output: [
            ("search", output.search),
            ("data", output.data),
            ("calendar", output.calendar),
            ("contact_cards", output.contact_cards),
            ("leaflets", output.leaflets),
            ("previews", output.previews),
            ("qr", output.qr),
            ("offline", output.offline),
        ]
        .into(),
        extra: site.extra.clone(),
        head: Html::default(),
        brand: Html::default(),
        foot: Html::default(),
    }
}

fn organization(context: &PageContext, it: &Organization) -> view::Organization {
    view::Organization {
        name: context.maybe(it.name.as_ref()),
        address: context.maybe(it.address.as_ref()),
        phones: phone_links(context, &it.phone),
        email: it.email.as_deref().cloned(),
        line: it.line.as_deref().map(line_link),
        url: it.url.as_deref().cloned(),
    }
}

impl PageContext<'_> {
    /// The view of the site, made once for each language and depth.
    pub(super) fn site(&self) -> Result<SharedSite, Diagnostic> {
        let depth = match self.links {
            Links::Prefixed(_) => 0,
            Links::Portable { depth } => depth,
        };
        let kept = self.parts.shared.sites[self.lang as usize].get(depth);
        kept.map_or_else(
            || self.make_site(),
            |it| it.get_or_init(|| self.make_site()).clone(),
        )
    }

    /// Where the first of these pages that staff have written stands.
    pub(super) fn first_page(&self, paths: &[&str]) -> Option<String> {
        let pages = &self.parts.directory.pages;
        let mut found = paths
            .iter()
            .filter_map(|path| pages.iter().position(|it| it.path == *path));
        found.next().map(|it| self.href(Route::Page(PageId(it))))
    }

    fn make_site(&self) -> Result<SharedSite, Diagnostic> {
        let theme = self.parts.theme;
        let mut view = view(self);
        let mut values = tera::Context::new();
        values.insert("site", &view);
        values.insert_value("words", theme.words_value(self.lang));
        values.insert("lang", self.lang.tag());
        let parts = [
            ("head.html", &mut view.head),
            ("brand.html", &mut view.brand),
            ("foot.html", &mut view.foot),
        ];
        for (template, part) in parts {
            if theme.has_template(template) {
                let html = theme.render(template, &values)?;
                html.trim().clone_into(&mut part.0);
            }
        }
        Ok(SharedSite {
            menus: view
                .menu
                .iter()
                .map(|it| Some(it.address.clone()))
                .chain([None])
                .map(|current| Menu {
                    current,
                    html: Default::default(),
                })
                .collect(),
            value: tera::Value::from_serializable(&view),
        })
    }
}
