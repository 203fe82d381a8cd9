//! One address of the plan → its bytes.
//!
//! In: a checked directory, its theme, its photos and the plan. Out: the bytes of a page, feed, sitemap or data file.
//! Never: disk, clock or anything that may not be published; two calls give the same bytes.

mod context;
mod data;
mod feeds;
mod filters;
mod frame;
mod host;
pub mod href;
mod map;
mod pages;
mod pieces;
mod print;
mod search;
#[cfg(test)]
mod tests;
pub mod view;

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Problem};
use crate::media::Store;
use crate::media::photo;
use crate::media::picture::{Picture, Recipe};
use crate::model::{Directory, Lang};
use crate::options::{BaseUrl, Options};
use crate::plan::{Copied, Item, PageItem, Plan, What};
use crate::search::Index;
use crate::theme::{Content, Theme};
use context::Voice;
use feeds::{atom, calendar, contact_card};
use frame::{head, preview, site};
use host::{open_search, redirects, sitemap, worker};
use href::Links;
use pages::{activity, article, center, home, lists, practice, progress, search_page};
use print::{how_to, leaflet, qr};
use search::entries;
use view::{Card, CenterCard, Html, NearCenter, PracticeCard, Ready, TopicLink};

/// Everything that the bytes of an address depend on.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    /// The checked content.
    pub directory: &'a Directory,
    /// The look.
    pub theme: &'a Theme,
    /// Photos as served.
    pub photos: &'a photo::Made,
    /// Where pictures are kept: named by what is rendered, and asked only by whoever wants their bytes.
    pub pictures: &'a Arc<Store>,
    /// Every address.
    pub plan: &'a Plan,
    /// What all pages share.
    pub shared: &'a Shared,
}

/// What is rendered once, or what is wrong with its template.
type Once<T> = OnceLock<Result<T, Diagnostic>>;

/// What all pages share, made once.
#[derive(Debug)]
pub struct Shared {
    /// Absolute, ending in `/`.
    base_url: String,
    /// The path of `base_url`: `/`, `/sj/`.
    prefix: String,
    is_portable: bool,
    minifies: bool,
    /// The view of the site by language and, in a portable site, by depth.
    sites: [[Once<SharedSite>; DEPTHS]; 2],
    /// Cards by language; empty in a portable site, whose links differ from page to page, and where there would be too many to keep.
    center_cards: [Vec<Once<Card<CenterCard>>>; 2],
    practice_cards: [Vec<Once<Card<PracticeCard>>>; 2],
    /// Centres as they stand on the pages of others, without the distance; kept as cards are.
    near_centers: [Vec<OnceLock<NearCenter>>; 2],
    /// Topics as tags; kept as cards are.
    topics: [Vec<OnceLock<Ready<TopicLink>>>; 2],
    /// Each component, not documented and documented.
    components: [OnceLock<Vec<[Ready<view::Component>; 2]>>; 2],
    /// Shapes of maps.
    maps: map::Shapes,
    /// The search index by language, made when it is first asked for.
    indexes: [OnceLock<Index>; 2],
}

/// How many cards of a kind are kept.
const KEPT_CARDS: usize = 10_000;

/// How deep pages lie for which the view of a portable site is kept; deeper ones make their own.
const DEPTHS: usize = 12;

/// The view of a site, as templates and as page heads want it.
#[derive(Clone, Debug)]
struct SharedSite {
    value: tera::Value,
    /// The menu by the item that a page is at; last without one.
    menus: Arc<[Menu]>,
}

/// The main menu as it stands on pages of one of its items.
#[derive(Debug)]
struct Menu {
    /// The item's address; `None` for pages of none.
    current: Option<String>,
    /// On pages that belong to the item, and on its own.
    html: [Once<Ready<Html>>; 2],
}

/// The bytes of an address.
#[derive(Clone, Debug)]
pub enum Body {
    /// Made.
    Bytes(Vec<u8>),
    /// Part of the program.
    Static(&'static [u8]),
    /// A file to be copied.
    Disk(PathBuf),
    /// Made when its bytes are wanted.
    Picture(Picture),
}

/// Places for so many values.
fn empty<T>(count: usize) -> Vec<OnceLock<T>> {
    std::iter::repeat_with(OnceLock::new).take(count).collect()
}

impl Shared {
    /// What all pages of a site share.
    #[must_use]
    pub fn new(directory: &Directory, options: &Options) -> Self {
        let base_url = match &options.base_url {
            BaseUrl::Url(url) => url.clone(),
            BaseUrl::FromSite | BaseUrl::Portable => directory.site.base_url.clone(),
        };
        let is_portable = options.base_url == BaseUrl::Portable;
        let kept = |count: usize| {
            let is_kept = !is_portable && count <= KEPT_CARDS;
            if is_kept { count } else { 0 }
        };
        let centers = kept(directory.centers.len());
        let practices = kept(directory.practices.len());
        let host = base_url.find("://").map_or(0, |it| it + 3);
        let path = base_url[host..]
            .find('/')
            .map_or("/", |it| &base_url[host + it..]);
        Self {
            prefix: path.to_owned(),
            base_url,
            is_portable,
            minifies: options.minifies,
            sites: Default::default(),
            center_cards: std::array::from_fn(|_| empty(centers)),
            practice_cards: std::array::from_fn(|_| empty(practices)),
            near_centers: std::array::from_fn(|_| empty(centers)),
            topics: std::array::from_fn(|_| empty(kept(directory.site.topics.len()))),
            components: Default::default(),
            maps: map::Shapes::default(),
            indexes: Default::default(),
        }
    }

    /// The search index of a language. Making it takes all workers: it is first asked for outside of them.
    fn index(&self, parts: &Parts, lang: Lang) -> &Index {
        self.indexes[lang as usize].get_or_init(|| Index::new(entries::all(parts, lang)))
    }

    /// The absolute address of an address from the site's root.
    fn absolute(&self, address: &str) -> String {
        let mut url = self.base_url.clone();
        href::push_encoded(&mut url, address);
        url
    }
}

/// Makes the search index of every language, and says by what name it goes: the hash of what is in it.
#[must_use]
pub fn index(parts: &Parts) -> String {
    let mut hasher = blake3::Hasher::new();
    for lang in &parts.plan.languages {
        parts.shared.index(parts, *lang).add_to(&mut hasher);
    }
    hasher.finalize().to_hex()[..10].to_owned()
}

/// The bytes of a file of the plan, by its path in the output. `Err` holds what is wrong with a template or a missing address.
pub fn file(parts: &Parts, path: &str) -> Result<Body, Diagnostic> {
    let nothing = || Diagnostic::error(Problem::NoSuchAddress(path.to_owned()));
    let item = parts.plan.files.get(path).ok_or_else(nothing)?;
    let text = match item {
        Item::Page(item) => return Ok(Body::Bytes(page(parts, path, *item)?)),
        Item::Redirect(item) => {
            let voice = parts.voice(item.lang, path);
            by_template(
                &voice,
                "redirect.html",
                "redirect",
                &redirects::page(&voice, *item),
            )?
        }
        Item::Feed(of, lang) => {
            let voice = parts.voice(*lang, path);
            by_template(&voice, "feed.xml", "feed", &atom::feed(&voice, *of))?
        }
        Item::Calendar(of, lang) => calendar::calendar(&parts.voice(*lang, path), *of),
        Item::ContactCard(id, lang) => contact_card::card(&parts.voice(*lang, path), *id),
        Item::Data(table, form) => data::file(parts, *table, *form),
        Item::DataPackage => data::package(parts),
        Item::Sitemap => sitemap::sitemap(parts),
        Item::SitemapPart(part) => sitemap::part(parts, *part),
        Item::Worker => worker::worker(parts),
        Item::Robots => host::robots(parts),
        Item::Manifest(lang) => host::manifest(&parts.voice(*lang, path)),
        Item::OpenSearch(lang) => {
            let voice = parts.voice(*lang, path);
            by_template(
                &voice,
                "opensearch.xml",
                "open_search",
                &open_search::view(&voice),
            )?
        }
        Item::Headers => host::headers(parts),
        Item::Redirects => redirects::list(parts),
        Item::NoJekyll => String::new(),
        Item::SearchGuide(lang) => search_page::guide(parts, *lang),
        Item::Search(lang, at) => {
            let chunk = parts.shared.index(parts, *lang).chunk(*at);
            return Ok(Body::Bytes(chunk.ok_or_else(nothing)?.to_vec()));
        }
        Item::Qr(what, lang) => {
            let address = parts.plan.address(parts.directory, *what, *lang);
            let too_long = || Diagnostic::error(Problem::NameTooLong(address.clone()));
            qr::svg(&parts.shared.absolute(&address)).ok_or_else(too_long)?
        }
        Item::Facets(list, file) => filters::file(parts, *list, *file)?,
        Item::Photo(form) => return Ok(parts.picture(Recipe::Photo(form.clone()))),
        Item::Preview(what, lang) => {
            return Ok(parts.picture(preview::recipe(&parts.voice(*lang, path), *what)));
        }
        Item::Document(source) | Item::Static(source) => {
            return Ok(match parts.plan.copied(source).ok_or_else(nothing)? {
                Copied::Disk(on_disk) => Body::Disk(on_disk.disk.clone()),
                Copied::Text(source) => Body::Bytes(source.text.as_bytes().to_vec()),
            });
        }
        Item::ThemeFile(name) => {
            let file = parts.theme.files.get(name).ok_or_else(nothing)?;
            return Ok(match &file.content {
                Content::BuiltIn(bytes) => Body::Static(bytes),
                Content::Text(source) => Body::Bytes(source.text.as_bytes().to_vec()),
                Content::Made(code) => Body::Bytes(code.as_bytes().to_vec()),
                Content::Disk(disk) => Body::Disk(disk.clone()),
            });
        }
    };
    Ok(Body::Bytes(text.into_bytes()))
}

/// What other programs read, by its template.
fn by_template(
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

fn page(parts: &Parts, path: &str, item: PageItem) -> Result<Vec<u8>, Diagnostic> {
    let voice = parts.voice(item.lang, path);
    let number = item.number;
    let made = match item.what {
        What::Home => home::page(&voice),
        What::Centers => lists::centers(&voice, number),
        What::Center(id) => center::page(&voice, id),
        What::Leaflet(id) => leaflet::leaflet(&voice, id),
        What::Poster(id) => leaflet::poster(&voice, id),
        What::Sheet(id) => how_to::page(&voice, id),
        What::BestPractices => lists::best_practices(&voice, number),
        What::BestPractice(id) => practice::page(&voice, id),
        What::Activities => lists::activities(&voice, number),
        What::Activity(id) => activity::page(&voice, id),
        What::Districts => lists::districts(&voice),
        What::District(district) => lists::district(&voice, district, number),
        What::Topics => lists::topics(&voice),
        What::Topic(id) => lists::topic(&voice, id, number),
        What::Mission(mission) => lists::mission(&voice, mission, number),
        What::Awards => lists::awards(&voice, number),
        What::Progress => progress::page(&voice),
        What::Data => data::page(&voice),
        What::Search => search_page::page(&voice),
        What::Page(id) => article::page(&voice, id),
        What::NotFound => article::not_found(&voice),
        What::Offline => article::offline(&voice),
    };
    if let Some(problem) = voice.failed.take() {
        return Err(problem);
    }
    let site = voice.site()?;
    let mut context = tera::Context::new();
    context.insert("page", &made.head.view(&voice, item, &site)?);
    context.insert_value("site", site.value);
    context.insert_value("words", parts.theme.words_value(item.lang));
    if let Some((name, value)) = made.variable {
        context.insert_value(name, value);
    }
    Ok(if parts.shared.minifies {
        crate::html::minified(&parts.theme.render(made.template, &context)?).into_bytes()
    } else {
        parts.theme.page(made.template, &context)?
    })
}

/// A page before its template: what stands in its head, and what it is about.
struct MadePage {
    template: &'static str,
    variable: Option<(&'static str, tera::Value)>,
    head: head::Head,
}

impl MadePage {
    fn new<T: Serialize>(
        template: &'static str,
        variable: &'static str,
        view: &T,
        head: head::Head,
    ) -> Self {
        Self {
            template,
            variable: Some((variable, tera::Value::from_serializable(view))),
            head,
        }
    }
}

impl Parts<'_> {
    fn picture(&self, recipe: Recipe) -> Body {
        Body::Picture(Picture {
            recipe,
            store: Arc::clone(self.pictures),
        })
    }

    /// The voice of a page, by its file in the output.
    fn voice(&self, lang: Lang, path: &str) -> Voice<'_> {
        let links = if self.shared.is_portable {
            Links::Portable {
                depth: path.matches('/').count(),
            }
        } else {
            Links::Prefixed(self.shared.prefix.clone())
        };
        Voice {
            parts: self,
            lang,
            links,
            words: self.theme.words(lang),
            failed: RefCell::default(),
        }
    }
}

impl Voice<'_> {
    /// The view of the site, made once for each language and depth.
    fn site(&self) -> Result<SharedSite, Diagnostic> {
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

    /// The items of the main menu on a page of one of them, made once for each.
    fn menu(
        &self,
        site: &SharedSite,
        section: Option<&str>,
        address: &str,
    ) -> Result<Ready<Html>, Diagnostic> {
        let is_here = |it: &&Menu| it.current.as_deref() == section;
        let Some(menu) = site.menus.iter().find(is_here) else {
            return Ok(Html::default().into());
        };
        let is_page = section == Some(address);
        let make = || {
            let mut context = tera::Context::new();
            context.insert_value("site", site.value.clone());
            context.insert("current", &section);
            context.insert("is_page", &is_page);
            let html = self.parts.theme.render("menu.html", &context)?;
            Ok(Html(html.trim().to_owned()).into())
        };
        menu.html[usize::from(is_page)].get_or_init(make).clone()
    }

    fn make_site(&self) -> Result<SharedSite, Diagnostic> {
        let theme = self.parts.theme;
        let mut view = site::view(self);
        let mut context = tera::Context::new();
        context.insert("site", &view);
        context.insert_value("words", theme.words_value(self.lang));
        context.insert("lang", self.lang.tag());
        let parts = [
            ("head.html", &mut view.head),
            ("brand.html", &mut view.brand),
            ("foot.html", &mut view.foot),
        ];
        for (template, part) in parts {
            if theme.has_template(template) {
                let html = theme.render(template, &context)?;
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
