//! Directory → Plan: which pages and files exist, at which address, showing what.
//!
//! In: a checked directory, the theme's files, the photos and the names of static files. Out: every address of the site, once.
//! Never: renders anything, and never lets one file hide another: two sources of an address are an error that names both.

mod address;
pub mod companions;
pub mod facets;
pub mod listings;
mod memory;
pub mod nearby;
pub mod similarity;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::markdown;
use crate::media::photo;
use crate::model::center::Mission;
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId, TopicId};
use crate::model::media::Place;
use crate::model::{Directory, Lang, SitePath};
use crate::search;
use crate::source::{File, Source, Sources};
use crate::theme::Theme;
use companions::CalendarOf;
use facets::{Facet, FacetFile, Facets, ListOf};
use listings::Neighbours;
pub use memory::Memory;

/// How many items a page of a list has.
pub const PAGE_SIZE: usize = 40;
/// How many awards a page of the roll of honour has: they are short.
pub const AWARDS_PAGE_SIZE: usize = 100;
/// How the names of a theme's scripts for searching begin: they are left out with the search.
pub const SEARCH_SCRIPTS: &str = "search-";
/// How many addresses a sitemap may have.
pub const SITEMAP_SIZE: usize = 50_000;

/// Every address of a site.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What each file of the output is, by its path: `centers/x/index.html`.
    pub files: BTreeMap<String, Item>,
    /// Who stands beside whom: what lists are made of.
    pub neighbours: Neighbours,
    /// How the lists of [`ListOf::ALL`] can be narrowed.
    facets: [Facets; 2],
    /// Languages, the default first.
    pub languages: Vec<Lang>,
    /// The folder of the search index, `search/1a2b3c4d5e`, where there is one.
    pub search: Option<String>,
    /// Pages by the files that they are made from.
    by_file: BTreeMap<SitePath, What>,
    /// Addresses of photos by the photo as staff put it there.
    photos: BTreeMap<SitePath, String>,
    /// Where documents and static files lie, and how long they are.
    copied: BTreeMap<SitePath, Copied>,
}

/// A file that is served as it is.
#[derive(Clone, Debug)]
pub enum Copied {
    /// It lies on disk.
    Disk(File),
    /// It is a text of the site: a table or a map offered as a document.
    Text(Arc<Source>),
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The home page.
    Home,
    /// All centres.
    Centers,
    /// A centre.
    Center(CenterId),
    /// The leaflet of a centre.
    Leaflet(CenterId),
    /// The poster of a centre.
    Poster(CenterId),
    /// The how-to sheet of a practice.
    Sheet(PracticeId),
    /// The showcase.
    BestPractices,
    /// A best practice.
    BestPractice(PracticeId),
    /// All activities.
    Activities,
    /// An activity.
    Activity(ActivityId),
    /// All districts.
    Districts,
    /// A district: which of [`Neighbours::districts`].
    District(usize),
    /// All topics.
    Topics,
    /// A topic.
    Topic(TopicId),
    /// A learning area that an entry teaches.
    Mission(Mission),
    /// The roll of honour.
    Awards,
    /// The programme's targets.
    Progress,
    /// The open data.
    Data,
    /// What a search found.
    Search,
    /// Any other page.
    Page(PageId),
    /// What a host shows where there is nothing.
    NotFound,
    /// What a reader without a network sees where nothing is kept.
    Offline,
}

/// A page in a language; of a list one of its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageItem {
    /// What it shows.
    pub what: What,
    /// In which language.
    pub lang: Lang,
    /// Which page of the list, from 1.
    pub number: usize,
}

/// Of what a feed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything.
    Site,
    /// A district.
    District(usize),
    /// A topic.
    Topic(TopicId),
}

/// A table of the open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Centres.
    Centers,
    /// Best practices.
    BestPractices,
    /// Activities.
    Activities,
    /// Progress by district.
    Progress,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON
    Json,
    /// CSV
    Csv,
    /// GeoJSON
    GeoJson,
    /// JSON Schema
    Schema,
}

/// What a file of the output is.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A page.
    Page(PageItem),
    /// A page that leads from an old address to a new one.
    Redirect(PageItem),
    /// An Atom feed.
    Feed(FeedOf, Lang),
    /// A calendar.
    Calendar(CalendarOf, Lang),
    /// The contact card of a centre.
    ContactCard(CenterId, Lang),
    /// A table of the open data.
    Data(Table, Form),
    /// `datapackage.json`
    DataPackage,
    /// `sitemap.xml`: all of it, or the index of its parts.
    Sitemap,
    /// One of the parts, from 1.
    SitemapPart(usize),
    /// `sw.js`: what keeps copies for where there is no network, or ends that.
    Worker,
    /// `robots.txt`
    Robots,
    /// `site.webmanifest`
    Manifest(Lang),
    /// `opensearch.xml`: how a browser's own search field asks this site.
    OpenSearch(Lang),
    /// `_headers`
    Headers,
    /// `_redirects`
    Redirects,
    /// `.nojekyll`
    NoJekyll,
    /// The file that says where the search index of a language is.
    SearchGuide(Lang),
    /// A chunk of the search index in a language: which of [`search::files`].
    Search(Lang, usize),
    /// `qr.svg` of a centre or practice: the absolute address of its page in a language.
    Qr(What, Lang),
    /// `share.png` of a page: what is shown for a link to it.
    Preview(What, Lang),
    /// A form of a photo.
    Photo(photo::Form),
    /// A document beside an entry.
    Document(SitePath),
    /// What a browser filters a list with.
    Facets(ListOf, FacetFile),
    /// A static file of the theme, by its path there.
    ThemeFile(String),
    /// A file of `static/`.
    Static(SitePath),
}

/// Where a link of a story or a menu leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The page or file.
    pub to: TargetFile,
    /// What follows it, as written: `#story`, `?q=rice`, or nothing.
    pub suffix: String,
}

/// The page or file that a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetFile {
    /// A page, in the language of whoever reads, unless the link asks for another.
    Page(What, usize, Option<Lang>),
    /// A file of the output: a photo, a document, a static file.
    File(String),
}

/// Plans a site. Addresses with two sources are found, and the first keeps the address.
#[must_use]
pub fn pages(
    directory: &Directory,
    theme: &Theme,
    photos: &photo::Made,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Plan {
    let neighbours = Neighbours::new(directory);
    let facets = ListOf::ALL.map(|list| Facets::new(directory, &neighbours, list));
    let mut planning = Planning {
        plan: Plan {
            files: BTreeMap::new(),
            neighbours,
            facets,
            languages: directory.site.languages.clone(),
            search: None,
            by_file: BTreeMap::new(),
            photos: BTreeMap::new(),
            copied: BTreeMap::new(),
        },
        directory,
        places: BTreeMap::new(),
        found,
    };
    planning.all_pages();
    planning.redirects();
    planning.feeds_and_data();
    planning.qr_codes();
    planning.previews();
    planning.calendars_and_cards();
    planning.offline();
    planning.facets();
    planning.photos_and_documents(photos, sources);
    planning.static_files(theme, sources);
    planning.files_in_the_way_of_folders();
    planning.plan
}

impl What {
    /// The page whose preview stands for this one: its own, that of the record it is paper of, or the home page's.
    #[must_use]
    pub fn previewed(self) -> Self {
        match self {
            Self::Center(_) | Self::BestPractice(_) | Self::District(_) => self,
            Self::Leaflet(id) | Self::Poster(id) => Self::Center(id),
            Self::Sheet(id) => Self::BestPractice(id),
            _ => Self::Home,
        }
    }
}

impl Plan {
    /// The address of the first page of something: `centers/x/`, `en/centers/x/`; empty for home.
    #[must_use]
    pub fn address(&self, directory: &Directory, what: What, lang: Lang) -> String {
        self.page_address(directory, what, lang, 1)
    }

    /// The address of a page of a list.
    #[must_use]
    pub fn page_address(
        &self,
        directory: &Directory,
        what: What,
        lang: Lang,
        number: usize,
    ) -> String {
        let mut address = String::with_capacity(64);
        if lang != self.languages[0] {
            address.push_str(lang.tag());
            address.push('/');
        }
        address::push(&mut address, directory, &self.neighbours, what);
        if number > 1 {
            address.push_str("page/");
            address.push_str(&number.to_string());
            address.push('/');
        }
        address
    }

    /// Where a feed is.
    #[must_use]
    pub fn feed_address(&self, directory: &Directory, of: FeedOf, lang: Lang) -> String {
        let what = match of {
            FeedOf::Site => What::Home,
            FeedOf::District(number) => What::District(number),
            FeedOf::Topic(id) => What::Topic(id),
        };
        self.address(directory, what, lang) + "feed.xml"
    }

    /// Where the preview of a page is; `None` where the site has none. Pages without one of their own have the home page's.
    #[must_use]
    pub fn preview_address(&self, directory: &Directory, what: What, lang: Lang) -> Option<String> {
        let is_made = directory.site.output.previews;
        is_made.then(|| self.address(directory, what.previewed(), lang) + "share.png")
    }

    /// Where the QR code of a centre or practice is; `None` where the site has none.
    #[must_use]
    pub fn qr_address(&self, directory: &Directory, what: What, lang: Lang) -> Option<String> {
        let has_code = matches!(what, What::Center(_) | What::BestPractice(_));
        (directory.site.output.qr && has_code)
            .then(|| self.address(directory, what, lang) + "qr.svg")
    }

    /// How many entries the search finds.
    #[must_use]
    pub fn entries(&self, directory: &Directory) -> usize {
        let near = &self.neighbours;
        let lists = [near.districts.len(), near.topics.len(), near.centers.len()];
        let more = [
            near.practices.len(),
            near.activities.len(),
            directory.pages.len(),
        ];
        lists.iter().chain(&more).sum()
    }

    /// Whether the search index has its addresses.
    #[must_use]
    pub fn has_search(&self) -> bool {
        self.search.is_some()
    }

    /// Adds the search index under the name of what is in it.
    pub fn add_search(&mut self, directory: &Directory, name: &str) {
        let folder = format!("search/{name}");
        for lang in &self.languages {
            self.files
                .insert(guide_address(*lang), Item::SearchGuide(*lang));
            for (at, file) in search::files(self.entries(directory)).enumerate() {
                let path = format!("{folder}/{}/{file}", lang.tag());
                self.files.insert(path, Item::Search(*lang, at));
            }
        }
        self.search = Some(folder);
    }

    /// How a list can be narrowed.
    #[must_use]
    pub fn facets(&self, list: ListOf) -> &Facets {
        &self.facets[list as usize]
    }

    /// The centres and practices of a learning area, in the order of their lists.
    #[must_use]
    pub fn of_mission(&self, mission: Mission) -> (Vec<CenterId>, Vec<PracticeId>) {
        let entries = |list| {
            let facets = self.facets(list);
            facets.entries(Facet::Mission, mission as usize).iter()
        };
        let centers = entries(ListOf::Centers).map(|at| self.neighbours.centers[*at]);
        let practices = entries(ListOf::BestPractices).map(|at| self.neighbours.practices[*at]);
        (centers.collect(), practices.collect())
    }

    /// The page made from a file of `content/`.
    #[must_use]
    pub fn page_of(&self, file: &SitePath) -> Option<What> {
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

    /// Where a destination leads that is written in a file of `content/`: a relative path to a file, or an address from the site's root.
    /// `None` where it leads nowhere. Addresses of other sites are not to be asked for.
    #[must_use]
    pub fn resolve(&self, from: &SitePath, destination: &str) -> Option<Target> {
        let cut = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, suffix) = destination.split_at(cut);
        let path = markdown::percent_decoded(path);
        let suffix = suffix.to_owned();
        let to = if path.is_empty() {
            TargetFile::Page(self.page_of(from)?, 1, None)
        } else if let Some(address) = path.strip_prefix('/') {
            self.at_address(address)?
        } else {
            self.at_file(&from.beside(&path)?)?
        };
        Some(Target { to, suffix })
    }

    /// What stands at an address from the site's root.
    fn at_address(&self, address: &str) -> Option<TargetFile> {
        let is_folder = address.is_empty() || address.ends_with('/');
        let path = if is_folder {
            format!("{address}index.html")
        } else {
            address.to_owned()
        };
        let item = self.files.get(&path).or_else(|| {
            let folder = format!("{path}/index.html");
            self.files.get(&folder)
        })?;
        Some(match item {
            Item::Page(page) | Item::Redirect(page) => {
                let asked = (page.lang != self.languages[0]).then_some(page.lang);
                TargetFile::Page(page.what, page.number, asked)
            }
            _ => TargetFile::File(path),
        })
    }

    /// What is made from a file of the site.
    fn at_file(&self, file: &SitePath) -> Option<TargetFile> {
        if let Some(what) = self.page_of(file) {
            return Some(TargetFile::Page(what, 1, None));
        }
        if let Some(address) = self.photos.get(file) {
            return Some(TargetFile::File(address.clone()));
        }
        // A folder stands for the entry in it.
        let entry = SitePath::new(format!("{file}/center.toml"));
        if let Some(what) = self.page_of(&entry) {
            return Some(TargetFile::Page(what, 1, None));
        }
        let address = file
            .as_str()
            .strip_prefix("static/")
            .map_or_else(|| document_address(file), str::to_owned);
        self.files
            .contains_key(&address)
            .then_some(TargetFile::File(address))
    }
}

/// Where a document of `content/` is served: under its centre's or page's address.
#[must_use]
pub fn document_address(file: &SitePath) -> String {
    let path = file.as_str();
    let inside = path.strip_prefix("content/").unwrap_or(path);
    inside.strip_prefix("pages/").unwrap_or(inside).to_owned()
}

/// Where the file is that says where the search index of a language is. It has the same name whatever is in the index, so that no page
/// changes when another one does.
#[must_use]
pub fn guide_address(lang: Lang) -> String {
    format!("search/{}.js", lang.tag())
}

/// The file at an address: `centers/x/` → `centers/x/index.html`.
#[must_use]
pub fn file_at(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// A plan in the making.
struct Planning<'a> {
    plan: Plan,
    directory: &'a Directory,
    /// Which file asked for an address.
    places: BTreeMap<String, Place>,
    found: &'a mut Diagnostics,
}

impl Planning<'_> {
    fn all_pages(&mut self) {
        let directory = self.directory;
        let near = &self.plan.neighbours;
        let mut all = vec![
            (What::Home, 1, None),
            (What::Centers, pages_of(near.centers.len()), None),
            (What::BestPractices, pages_of(near.practices.len()), None),
            (What::Activities, pages_of(near.activities.len()), None),
            (What::Districts, 1, None),
            (What::Topics, 1, None),
            (
                What::Awards,
                near.awards.len().div_ceil(AWARDS_PAGE_SIZE).max(1),
                None,
            ),
            (What::Progress, 1, None),
            (What::NotFound, 1, None),
        ];
        if directory.site.output.data {
            all.push((What::Data, 1, None));
        }
        if directory.site.output.search {
            all.push((What::Search, 1, None));
        }
        for number in 0..near.districts.len() {
            let pages = near.districts[number].pages.len();
            all.push((What::District(number), pages, None));
        }
        for (number, topic) in near.topics.iter().enumerate() {
            let pages = pages_of(topic.practices.len() + topic.centers.len());
            all.push((What::Topic(TopicId(number)), pages, None));
        }
        for mission in Mission::ALL {
            let (centers, practices) = self.plan.of_mission(*mission);
            let count = centers.len() + practices.len();
            if count > 0 {
                all.push((What::Mission(*mission), pages_of(count), None));
            }
        }
        for id in near.centers.iter().copied() {
            all.push((What::Center(id), 1, Some(&directory.center(id).file)));
        }
        for (number, practice) in directory.practices.iter().enumerate() {
            let what = What::BestPractice(PracticeId(number));
            all.push((what, 1, Some(&practice.file)));
        }
        for (number, activity) in directory.activities.iter().enumerate() {
            let what = What::Activity(ActivityId(number));
            all.push((what, 1, Some(&activity.file)));
        }
        for (number, page) in directory.pages.iter().enumerate() {
            all.push((What::Page(PageId(number)), 1, Some(&page.file)));
        }
        if directory.site.output.offline {
            all.push((What::Offline, 1, None));
        }
        all.extend(self.paper_pages().map(|what| (what, 1, None)));
        for (what, pages, file) in all {
            if let Some(file) = file {
                self.remember_files(what, file);
            }
            let place = file.map(|file| Place {
                file: file.clone(),
                span: 0..0,
            });
            for lang in self.plan.languages.clone() {
                for number in 1..=pages {
                    let address = self.plan.page_address(directory, what, lang, number);
                    let item = Item::Page(PageItem { what, lang, number });
                    self.add(file_at(&address), item, place.clone());
                }
            }
        }
    }

    /// A link may name any file of an entry: its facts, its story, its translation.
    fn remember_files(&mut self, what: What, file: &SitePath) {
        let files = &mut self.plan.by_file;
        if let Some(folder) = file.as_str().strip_suffix("center.toml") {
            for story in ["center.md", "center.en.md"] {
                files.insert(SitePath::new(format!("{folder}{story}")), what);
            }
        } else if let Some(stem) = file.as_str().strip_suffix(".md") {
            files.insert(SitePath::new(format!("{stem}.en.md")), what);
        }
        files.insert(file.clone(), what);
    }

    fn redirects(&mut self) {
        let directory = self.directory;
        let near = &self.plan.neighbours;
        let mut all = Vec::new();
        for id in near.centers.iter().copied() {
            let center = directory.center(id);
            all.push((What::Center(id), &center.aliases, &center.file));
        }
        for (number, it) in directory.practices.iter().enumerate() {
            let what = What::BestPractice(PracticeId(number));
            all.push((what, &it.aliases, &it.file));
        }
        for (number, it) in directory.activities.iter().enumerate() {
            let what = What::Activity(ActivityId(number));
            all.push((what, &it.aliases, &it.file));
        }
        for (number, it) in directory.pages.iter().enumerate() {
            all.push((What::Page(PageId(number)), &it.aliases, &it.file));
        }
        let languages = self.plan.languages.clone();
        for (what, aliases, file) in all {
            let place = Place {
                file: file.clone(),
                span: 0..0,
            };
            for alias in aliases {
                let other = languages[1..].iter().copied().find(|lang| {
                    let rest = alias.strip_prefix(lang.tag());
                    rest.is_some_and(|it| it.starts_with('/'))
                });
                // An old address was one in every language, unless it names its language.
                let number = 1;
                let mut add = |prefix: &str, lang: Lang| {
                    let item = Item::Redirect(PageItem { what, lang, number });
                    let path = file_at(&format!("{prefix}{alias}"));
                    self.add(path, item, Some(place.clone()));
                };
                if let Some(lang) = other {
                    add("", lang);
                } else {
                    add("", languages[0]);
                    for lang in languages[1..].iter().copied() {
                        add(&format!("{}/", lang.tag()), lang);
                    }
                }
            }
        }
    }

    fn feeds_and_data(&mut self) {
        let directory = self.directory;
        for lang in self.plan.languages.clone() {
            let mut feeds = vec![FeedOf::Site];
            feeds.extend((0..self.plan.neighbours.districts.len()).map(FeedOf::District));
            feeds.extend((0..directory.site.topics.len()).map(|it| FeedOf::Topic(TopicId(it))));
            for of in feeds {
                let address = self.plan.feed_address(directory, of, lang);
                self.add(address, Item::Feed(of, lang), None);
            }
            let home = self.plan.address(directory, What::Home, lang);
            self.add(
                format!("{home}site.webmanifest"),
                Item::Manifest(lang),
                None,
            );
            if directory.site.output.search {
                let path = format!("{home}opensearch.xml");
                self.add(path, Item::OpenSearch(lang), None);
            }
        }
        if directory.site.output.data {
            for (name, table) in Table::ALL {
                for form in table.forms() {
                    let path = format!("data/{name}.{}", form.extension());
                    self.add(path, Item::Data(table, *form), None);
                }
            }
            self.add("data/datapackage.json".to_owned(), Item::DataPackage, None);
        }
        for (path, item) in [
            ("robots.txt", Item::Robots),
            ("_headers", Item::Headers),
            ("_redirects", Item::Redirects),
            (".nojekyll", Item::NoJekyll),
            ("sitemap.xml", Item::Sitemap),
        ] {
            self.add(path.to_owned(), item, None);
        }
        let listed = self.plan.listed_pages(directory).count();
        if listed > SITEMAP_SIZE {
            for part in 1..=listed.div_ceil(SITEMAP_SIZE) {
                self.add(format!("sitemap-{part}.xml"), Item::SitemapPart(part), None);
            }
        }
    }

    fn previews(&mut self) {
        let directory = self.directory;
        let near = &self.plan.neighbours;
        let centers = near.centers.iter().copied().map(What::Center);
        let practices = (0..directory.practices.len()).map(|it| What::BestPractice(PracticeId(it)));
        let districts = (0..near.districts.len()).map(What::District);
        let all = [What::Home].into_iter().chain(centers).chain(practices);
        for what in all.chain(districts).collect::<Vec<_>>() {
            for lang in self.plan.languages.clone() {
                if let Some(address) = self.plan.preview_address(directory, what, lang) {
                    self.add(address, Item::Preview(what, lang), None);
                }
            }
        }
    }

    fn qr_codes(&mut self) {
        let directory = self.directory;
        let centers = self.plan.neighbours.centers.iter().copied();
        let centers = centers.map(What::Center);
        let practices = (0..directory.practices.len()).map(|it| What::BestPractice(PracticeId(it)));
        for what in centers.chain(practices).collect::<Vec<_>>() {
            for lang in self.plan.languages.clone() {
                if let Some(address) = self.plan.qr_address(directory, what, lang) {
                    self.add(address, Item::Qr(what, lang), None);
                }
            }
        }
    }

    fn facets(&mut self) {
        for list in ListOf::ALL {
            for file in self.plan.facets(list).files(&self.plan.languages) {
                let address = self.plan.facets(list).address(list, file);
                self.add(address, Item::Facets(list, file), None);
            }
        }
    }

    fn photos_and_documents(&mut self, photos: &photo::Made, sources: &Sources) {
        let directory = self.directory;
        for (file, place) in &directory.photos {
            if let Some(made) = photos.get(file) {
                let address = made.fallback().address();
                self.plan.photos.insert(file.clone(), address);
                for form in made.forms() {
                    // The same picture may lie in two folders: it is served once.
                    let address = form.address();
                    if !self.plan.files.contains_key(&address) {
                        self.add(address, Item::Photo(form), Some(place.clone()));
                    }
                }
            }
        }
        for (file, place) in &directory.documents {
            let on_disk = sources.files.get(file).cloned().map(Copied::Disk);
            let text = || sources.texts.get(file).cloned().map(Copied::Text);
            if let Some(copied) = on_disk.or_else(text) {
                self.plan.copied.insert(file.clone(), copied);
            }
            let item = Item::Document(file.clone());
            self.add(document_address(file), item, Some(place.clone()));
        }
    }

    fn static_files(&mut self, theme: &Theme, sources: &Sources) {
        let searches = self.directory.site.output.search;
        for (path, file) in &theme.files {
            if path.starts_with(SEARCH_SCRIPTS) && !searches {
                continue;
            }
            let place = file.source.clone().map(|file| Place { file, span: 0..0 });
            let item = Item::ThemeFile(path.clone());
            self.add(file.address.clone(), item, place);
        }
        for (path, on_disk) in &sources.files {
            if let Some(address) = path.as_str().strip_prefix("static/") {
                let copied = Copied::Disk(on_disk.clone());
                self.plan.copied.insert(path.clone(), copied);
                let place = Place {
                    file: path.clone(),
                    span: 0..0,
                };
                let item = Item::Static(path.clone());
                self.add(address.to_owned(), item, Some(place));
            }
        }
    }

    /// A file `centers` would stand where a folder `centers/` has to be.
    fn files_in_the_way_of_folders(&mut self) {
        let mut clashes = Vec::new();
        for path in self.plan.files.keys() {
            let mut end = 0;
            while let Some(slash) = path[end..].find('/') {
                end += slash;
                if self.plan.files.contains_key(&path[..end]) {
                    clashes.push((path[..end].to_owned(), path.clone()));
                }
                end += 1;
            }
        }
        clashes.dedup_by(|a, b| a.0 == b.0);
        for (file, inside) in clashes {
            let place = self.places.get(&file).cloned();
            let other = self.places.get(&inside).cloned();
            self.report(&file, place, other);
        }
    }

    fn add(&mut self, path: String, item: Item, place: Option<Place>) {
        if let Some(first) = self.plan.files.get(&path) {
            // Two entries with one address were reported by `check`.
            let is_entry = |it: &Item| matches!(it, Item::Page(_) | Item::Redirect(_));
            let first_place = self.places.get(&path).cloned();
            let is_known = is_entry(first) && is_entry(&item);
            if !(is_known && first_place.is_some() && place.is_some()) {
                self.report(&path, place, first_place);
            }
            return;
        }
        if let Some(place) = place {
            self.places.insert(path.clone(), place);
        }
        self.plan.files.insert(path, item);
    }

    fn report(&mut self, path: &str, place: Option<Place>, other: Option<Place>) {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let mut diagnostic = Diagnostic::error(Problem::SameAddress(format!("/{address}")));
        // Where only one of the two is a file of the site, it is the one to be changed.
        let (place, other) = match (place, other) {
            (None, other) => (other, None),
            both => both,
        };
        diagnostic.place = place;
        diagnostic.related.extend(other);
        self.found.push(diagnostic);
    }
}

/// How many pages a list has; an empty one has one.
fn pages_of(items: usize) -> usize {
    items.div_ceil(PAGE_SIZE).max(1)
}

impl Table {
    /// Every table, by the name of its files.
    pub const ALL: [(&'static str, Self); 4] = [
        ("centers", Self::Centers),
        ("best-practices", Self::BestPractices),
        ("activities", Self::Activities),
        ("progress", Self::Progress),
    ];

    /// The forms in which it is written.
    #[must_use]
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Centers => &[Form::Csv, Form::Json, Form::GeoJson, Form::Schema],
            _ => &[Form::Csv, Form::Json, Form::Schema],
        }
    }
}

impl Form {
    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::Schema => "schema.json",
        }
    }
}
