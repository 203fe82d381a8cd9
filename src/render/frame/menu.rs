//! The main menu and what the foot of every page names beside it.
//!
//! In: `site.toml`, else the lists that every site has. Out: items whose links lead to the page in the reader's language.

use crate::diagnostic::Diagnostic;
use crate::model::directory::PageId;
use crate::plan::{Route, TargetFile};
use crate::render::context::PageContext;
use crate::render::parts::{Menu, SharedSite};
use crate::render::view::{Cached, Html, LocalizedText, MenuItem};

/// How many pages of a site the foot names beside those of the menu: those that weigh least, and none below another page, which names them
/// itself. It stands on every page, and so must not grow with the site.
const IN_FOOT: usize = 20;

/// The main menu, and what the foot names beside it.
pub(super) fn menus(context: &PageContext) -> (Vec<MenuItem>, Vec<MenuItem>) {
    let parts = context.parts;
    let directory = parts.directory;
    let own = |route: Route, name: LocalizedText| MenuItem {
        name,
        href: context.href(route),
        address: format!("/{}", context.address(route)),
        is_external: false,
    };
    let list = |route, key| own(route, context.own(context.word(key)));
    let lists = parts.listings;
    let page = |id: &PageId| own(Route::Page(*id), context.text(&directory.pages[id.0].title));
    let mut menu: Vec<MenuItem> = if directory.site.menu.is_empty() {
        let mut menu = vec![
            list(Route::Centers, "centers"),
            list(Route::BestPractices, "menu_best_practices"),
            list(Route::Activities, "activities"),
            list(Route::Districts, "districts"),
            list(Route::Topics, "topics"),
        ];
        menu.extend(lists.menu_pages().map(page));
        menu
    } else {
        let items = directory.site.menu.iter();
        items.map(|it| written(context, it)).collect()
    };
    let mut footer = vec![
        list(Route::Awards, "awards"),
        list(Route::Progress, "progress"),
    ];
    if directory.site.output.data {
        footer.push(list(Route::Data, "data"));
    }
    if context.parts.directory.site.offers_forms {
        footer.push(list(Route::Forms, "forms"));
    }
    let is_in_menu = |it: &MenuItem| menu.iter().any(|other| other.address == it.address);
    footer.retain(|it| !is_in_menu(it));
    let is_first = |id: &&PageId| !directory.pages[id.0].path.contains('/');
    let others = lists.pages().iter().filter(is_first).map(page);
    footer.extend(others.filter(|it| !is_in_menu(it)).take(IN_FOOT));
    menu.dedup_by(|a, b| a.address == b.address);
    (menu, footer)
}

/// An item as `site.toml` has it: an address of the site leads to the page in the reader's language.
fn written(context: &PageContext, item: &crate::model::site::MenuItem) -> MenuItem {
    let parts = context.parts;
    let file = crate::model::SitePath::new("content/site.toml");
    let name = context.text(&item.name);
    let url: &str = &item.url.value;
    let is_external = !url.starts_with('/') || url.starts_with("//");
    let target = if is_external {
        None
    } else {
        parts.plan.resolve(&file, url)
    };
    let Some(target) = target else {
        let href = match url.strip_prefix('/') {
            Some(address) if !is_external => context.links.href(address),
            _ => url.to_owned(),
        };
        return MenuItem {
            name,
            href,
            address: url.to_owned(),
            is_external,
        };
    };
    let address = match target.to {
        TargetFile::Page(route, number, asked) => {
            let lang = asked.unwrap_or(context.lang);
            parts.plan.page_address(route, lang, number)
        }
        TargetFile::File(address) => address,
    };
    MenuItem {
        name,
        href: context.links.href(&address) + &target.suffix,
        address: format!("/{address}"),
        is_external: false,
    }
}

impl PageContext<'_> {
    /// The items of the main menu on a page of one of them, made once for each.
    pub(super) fn menu(
        &self,
        site: &SharedSite,
        section: Option<&str>,
        address: &str,
    ) -> Result<Cached<Html>, Diagnostic> {
        let is_here = |it: &&Menu| it.current.as_deref() == section;
        let Some(menu) = site.menus.iter().find(is_here) else {
            return Ok(Html::default().into());
        };
        let is_page = section == Some(address);
        let make = || {
            let mut values = tera::Context::new();
            values.insert_value("site", site.value.clone());
            values.insert("current", &section);
            values.insert("is_page", &is_page);
            let html = self.parts.theme.render("menu.html", &values)?;
            Ok(Html(html.trim().to_owned()).into())
        };
        menu.html[usize::from(is_page)].get_or_init(make).clone()
    }
}
