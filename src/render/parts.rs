//! What every page is made from: the checked directory, its theme, its photos, the plan, and what all pages share.
//!
//! In: a directory and options. Out: values that are made once and read from everywhere. Never: how one of them is made.

use std::sync::{Arc, OnceLock};

use super::geometry::shapes::{Shapes, ShapesOf};
use super::href;
use super::kept::Kept;
use super::view::{self, Cached, Card, CenterCard, Html, NearCenter, PracticeCard, TopicLink};
use crate::diagnostic::Diagnostic;
use crate::media::{Store, photo};
use crate::memo::{Identity, Memo};
use crate::model::Directory;
use crate::model::area::District;
use crate::options::{BaseUrl, Options};
use crate::plan::Plan;
use crate::plan::listings::Listings;
use crate::search::Index;
use crate::theme::Theme;

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
    /// Who stands beside whom.
    pub listings: &'a Listings,
    /// What all pages share.
    pub shared: &'a Shared,
}

impl<'a> Parts<'a> {
    /// A district of the register, by its number in lists.
    pub(super) fn district(&self, number: usize) -> &'a District {
        let code = &self.listings.districts().get(number).code;
        &self.directory.areas.districts[code]
    }
}

/// What is rendered once, or what is wrong with its template.
pub(super) type Once<T> = OnceLock<Result<T, Diagnostic>>;

/// What all pages share, made once.
#[derive(Debug)]
pub struct Shared {
    /// Absolute, ending in `/`.
    pub(super) base_url: String,
    /// The path of `base_url`: `/`, `/sj/`.
    pub(super) prefix: String,
    pub(super) is_portable: bool,
    pub(super) minifies: bool,
    /// The view of the site by language and, in a portable site, by depth.
    pub(super) sites: [[Once<SharedSite>; DEPTHS]; 2],
    /// Cards by language; none is kept in a portable site, whose links differ from page to page.
    pub(super) center_cards: [Kept<Card<CenterCard>>; 2],
    pub(super) practice_cards: [Kept<Card<PracticeCard>>; 2],
    /// Centres as they stand on the pages of others, without the distance; kept as cards are.
    pub(super) near_centers: [Kept<NearCenter>; 2],
    /// Topics as tags; none in a portable site either.
    pub(super) topics: [Vec<OnceLock<Cached<TopicLink>>>; 2],
    /// Each component, not documented and documented.
    pub(super) components: [OnceLock<Vec<[Cached<view::Component>; 2]>>; 2],
    /// Shapes of maps.
    pub(super) maps: Arc<Shapes>,
    /// The search index by language, made when it is first asked for.
    pub(super) indexes: [OnceLock<Index>; 2],
}

/// How deep pages lie for which the view of a portable site is kept; deeper ones make their own.
const DEPTHS: usize = 12;

/// The view of a site, as templates and as page heads want it.
#[derive(Clone, Debug)]
pub(super) struct SharedSite {
    pub(super) value: tera::Value,
    /// The menu by the item that a page is at; last without one.
    pub(super) menus: Arc<[Menu]>,
}

/// The main menu as it stands on pages of one of its items.
#[derive(Debug)]
pub(super) struct Menu {
    /// The item's address; `None` for pages of none.
    pub(super) current: Option<String>,
    /// On pages that belong to the item, and on its own.
    pub(super) html: [Once<Cached<Html>>; 2],
}

impl Shared {
    /// What all pages of a site share.
    #[must_use]
    pub fn new(directory: &Directory, options: &Options, memo: &Memo) -> Self {
        let base_url = match &options.base_url {
            BaseUrl::Url(url) => url.clone(),
            BaseUrl::FromSite | BaseUrl::Portable => directory.site.base_url.to_string(),
        };
        let is_portable = options.base_url == BaseUrl::Portable;
        let kept = |count: usize| if is_portable { 0 } else { count };
        let centers = kept(directory.centers.len());
        let practices = kept(directory.practices.len());
        let topics = kept(directory.site.topics.len());
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
            center_cards: std::array::from_fn(|_| Kept::of(centers)),
            practice_cards: std::array::from_fn(|_| Kept::of(practices)),
            near_centers: std::array::from_fn(|_| Kept::of(centers)),
            topics: std::array::from_fn(|_| (0..topics).map(|_| OnceLock::new()).collect()),
            components: Default::default(),
            maps: memo.get(ShapesOf(Identity(Arc::clone(&directory.areas)))),
            indexes: Default::default(),
        }
    }

    /// The absolute address of an address from the site's root.
    pub(super) fn absolute(&self, address: &str) -> String {
        let mut url = self.base_url.clone();
        href::push_encoded(&mut url, address);
        url
    }
}
