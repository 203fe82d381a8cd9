//! Every file of a site that is no page: feeds and data, what hosts read, photos and documents, what the theme and `static/` bring.
//!
//! In: what the directory, the theme and the site folder have. Out: files in the plan. Never: reads one of them.

use super::address::document_address;
use super::facets::ListOf;
use super::output::{FeedOf, Output, SITEMAP_SIZE, Table, form_address};
use super::planning::{Asked, Planning};
use super::route::Route;
use super::site_plan::Copied;
use crate::media::photo::MadePhoto;
use crate::model::SitePath;
use crate::model::directory::TopicId;
use crate::schema::PaperForm;
use crate::source::File;

impl Planning<'_> {
    pub(super) fn feeds_and_data(&mut self) {
        let names = self.names;
        for lang in names.languages.iter().copied() {
            let mut feeds = vec![FeedOf::Site];
            feeds.extend((0..names.districts.len()).map(FeedOf::District));
            feeds.extend((0..names.topics.len()).map(|it| FeedOf::Topic(TopicId(it))));
            for of in feeds {
                let address = self.plan.feed_address(of, lang);
                self.add(address, Output::Feed(of, lang), None);
            }
            let home = self.plan.address(Route::Home, lang);
            self.add(
                format!("{home}site.webmanifest"),
                Output::Manifest(lang),
                None,
            );
            if names.output.search {
                let path = format!("{home}opensearch.xml");
                self.add(path, Output::OpenSearch(lang), None);
            }
        }
        if names.output.data {
            for (name, table) in Table::ALL {
                for form in table.forms() {
                    let path = format!("data/{name}.{}", form.extension());
                    self.add(path, Output::Data(table, *form), None);
                }
            }
            self.add(
                "data/datapackage.json".to_owned(),
                Output::DataPackage,
                None,
            );
        }
        if names.offers_forms {
            for form in PaperForm::ALL {
                self.add(form_address(form), Output::BlankForm(form), None);
            }
        }
        for (path, output) in [
            ("robots.txt", Output::Robots),
            ("_headers", Output::Headers),
            ("_redirects", Output::Redirects),
            (".nojekyll", Output::NoJekyll),
            ("sitemap.xml", Output::Sitemap),
        ] {
            self.add(path.to_owned(), output, None);
        }
        let listed = self.plan.listed_pages().count();
        if listed > SITEMAP_SIZE {
            for part in 1..=listed.div_ceil(SITEMAP_SIZE) {
                self.add(
                    format!("sitemap-{part}.xml"),
                    Output::SitemapPart(part),
                    None,
                );
            }
        }
    }

    pub(super) fn facets(&mut self) {
        for list in ListOf::ALL {
            for file in self.plan.facet_names(list).files(&self.names.languages) {
                let address = self.plan.facet_address(list, file);
                self.add(address, Output::Facets(list, file), None);
            }
        }
    }

    pub(super) fn photos(&mut self, photos: &[(SitePath, MadePhoto)]) {
        for (file, made) in photos {
            let address = made.fallback().address();
            self.plan.photos.insert(file.clone(), address);
            for form in made.forms() {
                // The same picture may lie in two folders: it is served once.
                let address = form.address();
                if !self.plan.files.contains_key(&address) {
                    let asked = Asked::Photo(file.clone());
                    self.add(address, Output::Photo(form), Some(asked));
                }
            }
        }
    }

    pub(super) fn documents(&mut self, documents: Vec<(SitePath, Option<Copied>)>) {
        for (file, copied) in documents {
            if let Some(copied) = copied {
                self.plan.copied.insert(file.clone(), copied);
            }
            let output = Output::Document(file.clone());
            let asked = Asked::Document(file.clone());
            self.add(document_address(&file), output, Some(asked));
        }
    }

    pub(super) fn theme_files(&mut self, files: Vec<ThemeFileNames>) {
        for it in files {
            if it.path.starts_with(SEARCH_SCRIPTS) && !self.names.output.search {
                continue;
            }
            let asked = it.source.map(Asked::File);
            self.add(it.address, Output::ThemeFile(it.path), asked);
        }
    }

    pub(super) fn static_files(&mut self, files: Vec<(SitePath, File)>) {
        for (path, on_disk) in files {
            if let Some(address) = path.as_str().strip_prefix(STATIC) {
                let copied = Copied::Disk(on_disk);
                self.plan.copied.insert(path.clone(), copied);
                let asked = Asked::File(path.clone());
                let output = Output::Static(path.clone());
                self.add(address.to_owned(), output, Some(asked));
            }
        }
    }
}

/// Where files lie that are served as they are.
pub(super) const STATIC: &str = "static/";

/// A static file of a theme: its path there, its address, and the file of the site that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ThemeFileNames {
    pub path: String,
    pub address: String,
    pub source: Option<SitePath>,
}

/// How the names of a theme's scripts for searching begin: they are left out with the search.
pub const SEARCH_SCRIPTS: &str = "search-";
