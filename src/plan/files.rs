//! Every file of a site that is no page: feeds and data, what hosts read, photos and documents, what the theme and `static/` bring.
//!
//! In: what the directory, the theme and the site folder have. Out: files in the plan. Never: reads one of them.

use super::address::document_address;
use super::facets::ListOf;
use super::output::{FeedOf, Item, SITEMAP_SIZE, Table};
use super::planning::Planning;
use super::route::What;
use super::site_plan::Copied;
use crate::media::photo;
use crate::model::directory::TopicId;
use crate::model::media::Place;
use crate::source::Sources;
use crate::theme::Theme;

impl Planning<'_> {
    pub(super) fn feeds_and_data(&mut self) {
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

    pub(super) fn facets(&mut self) {
        for list in ListOf::ALL {
            for file in self.plan.facets(list).files(&self.plan.languages) {
                let address = self.plan.facets(list).address(list, file);
                self.add(address, Item::Facets(list, file), None);
            }
        }
    }

    pub(super) fn photos_and_documents(&mut self, photos: &photo::Made, sources: &Sources) {
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

    pub(super) fn static_files(&mut self, theme: &Theme, sources: &Sources) {
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
}

/// How the names of a theme's scripts for searching begin: they are left out with the search.
pub const SEARCH_SCRIPTS: &str = "search-";
