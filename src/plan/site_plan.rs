//! The plan itself: every file of a site by its address, and the address of everything.
//!
//! In: what was planned. Out: answers about addresses. Never: an address that nobody planned, but for those that are asked with "whether or
//! not it is made".

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::{self, guide_address};
use super::facets::{FacetFile, FacetNames, ListOf};
use super::names::Names;
use super::output::{FeedOf, Output};
use super::route::{LocalizedRoute, Route};
use crate::model::{Lang, SitePath};
use crate::search;
use crate::source::{File, Source};

/// Every address of a site.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What each file of the output is, by its path: `centers/x/index.html`.
    pub files: BTreeMap<String, Output>,
    /// Languages, the default first.
    pub languages: Vec<Lang>,
    /// The folder of the search index, `search/1a2b3c4d5e`, where there is one.
    pub search: Option<String>,
    /// What addresses are built from.
    pub(super) names: Arc<Names>,
    /// How the files are called that a browser filters the lists of [`ListOf::ALL`] with.
    pub(super) facets: [FacetNames; ListOf::ALL.len()],
    /// Pages by the files that they are made from.
    pub(super) by_file: BTreeMap<SitePath, Route>,
    /// Addresses of photos by the photo as staff put it there.
    pub(super) photos: BTreeMap<SitePath, String>,
    /// Where documents and static files lie, and how long they are.
    pub(super) copied: BTreeMap<SitePath, Copied>,
}

/// A file that is served as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It lies on disk.
    Disk(File),
    /// It is a text of the site: a table or a map offered as a document.
    Text(Arc<Source>),
}

impl Plan {
    /// The address of the first page of something: `centers/x/`, `en/centers/x/`; empty for home.
    #[must_use]
    pub fn address(&self, route: Route, lang: Lang) -> String {
        self.page_address(route, lang, 1)
    }

    /// The address of a page of a list.
    #[must_use]
    pub fn page_address(&self, route: Route, lang: Lang, number: usize) -> String {
        let mut address = String::with_capacity(64);
        if lang != self.languages[0] {
            address.push_str(lang.tag());
            address.push('/');
        }
        address::push(&mut address, &self.names, route);
        if number > 1 {
            address.push_str("page/");
            address.push_str(&number.to_string());
            address.push('/');
        }
        address
    }

    /// Where a feed is.
    #[must_use]
    pub fn feed_address(&self, of: FeedOf, lang: Lang) -> String {
        let route = match of {
            FeedOf::Site => Route::Home,
            FeedOf::District(number) => Route::District(number),
            FeedOf::Topic(id) => Route::Topic(id),
        };
        self.address(route, lang) + "feed.xml"
    }

    /// Where the preview of a page is; `None` where the site has none. Pages without one of their own have the home page's.
    #[must_use]
    pub fn preview_address(&self, route: Route, lang: Lang) -> Option<String> {
        let is_made = self.names.output.previews;
        is_made.then(|| self.address(route.previewed(), lang) + "share.png")
    }

    /// Where the QR code of a centre or practice is; `None` where the site has none.
    #[must_use]
    pub fn qr_address(&self, route: Route, lang: Lang) -> Option<String> {
        let has_code = matches!(route, Route::Center(_) | Route::BestPractice(_));
        (self.names.output.qr && has_code).then(|| self.address(route, lang) + "qr.svg")
    }

    /// How many entries the search finds.
    #[must_use]
    pub fn entries(&self) -> usize {
        let names = &self.names;
        names.districts.len() + names.topics.len() + names.entries().count()
    }

    /// Whether the search index has its addresses.
    #[must_use]
    pub fn has_search(&self) -> bool {
        self.search.is_some()
    }

    /// Adds the search index under the name of what is in it.
    pub fn add_search(&mut self, name: &str) {
        let folder = format!("search/{name}");
        for lang in &self.languages {
            self.files
                .insert(guide_address(*lang), Output::SearchGuide(*lang));
            for (at, file) in search::files(self.entries()).enumerate() {
                let path = format!("{folder}/{}/{file}", lang.tag());
                self.files.insert(path, Output::Search(*lang, at));
            }
        }
        self.search = Some(folder);
    }

    /// How the files are called that a browser filters a list with.
    #[must_use]
    pub fn facet_names(&self, list: ListOf) -> &FacetNames {
        &self.facets[list as usize]
    }

    /// The address of one of them.
    #[must_use]
    pub fn facet_address(&self, list: ListOf, file: FacetFile) -> String {
        self.facet_names(list).address(list, file)
    }

    /// Pages that search engines may list: none of examples, drafts and errors.
    pub fn listed_pages(&self) -> impl Iterator<Item = LocalizedRoute> {
        self.files.values().filter_map(|output| match output {
            Output::Page(page) if self.names.is_listed(page.route) => Some(*page),
            _ => None,
        })
    }

    /// The page made from a file of `content/`.
    #[must_use]
    pub fn page_of(&self, file: &SitePath) -> Option<Route> {
        self.by_file.get(file).copied()
    }

    /// What a document or a static file is.
    #[must_use]
    pub fn copied(&self, file: &SitePath) -> Option<&Copied> {
        self.copied.get(file)
    }

    /// How many bytes a document has.
    #[must_use]
    pub fn size(&self, file: &SitePath) -> Option<u64> {
        Some(match self.copied.get(file)? {
            Copied::Disk(on_disk) => on_disk.size,
            Copied::Text(source) => source.text.len() as u64,
        })
    }
}
