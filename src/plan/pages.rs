//! Every page of a site and every old address that leads to one.
//!
//! In: the names of the directory. Out: pages in the plan, in each language. Never: what is no page.

use super::address::file_at;
use super::output::Output;
use super::planning::{Asked, Planning};
use super::route::{LocalizedRoute, Route};
use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::model::{Lang, SitePath};

impl Planning<'_> {
    pub(super) fn all_pages(&mut self) {
        let names = self.names;
        let lengths = &names.lengths;
        let mut all = vec![
            (Route::Home, 1),
            (Route::Centers, lengths.centers),
            (Route::BestPractices, lengths.practices),
            (Route::Activities, lengths.activities),
            (Route::Districts, 1),
            (Route::Topics, 1),
            (Route::Awards, lengths.awards),
            (Route::Progress, 1),
            (Route::NotFound, 1),
        ];
        if names.output.data {
            all.push((Route::Data, 1));
        }
        if names.offers_forms {
            all.push((Route::Forms, 1));
        }
        if names.output.search {
            all.push((Route::Search, 1));
        }
        let districts = lengths.districts.iter().enumerate();
        all.extend(districts.map(|(number, pages)| (Route::District(number), *pages)));
        let topics = lengths.topics.iter().enumerate();
        all.extend(topics.map(|(number, pages)| (Route::Topic(TopicId(number)), *pages)));
        let missions = Mission::ALL.iter().zip(&lengths.missions);
        all.extend(missions.map(|(mission, pages)| (Route::Mission(*mission), *pages)));
        for (route, pages) in all {
            self.page(route, pages, None);
        }
        for (route, entry) in names.entries() {
            self.remember_files(route, &entry.file);
            self.page(route, 1, Some(&entry.file));
        }
        if names.output.offline {
            self.page(Route::Offline, 1, None);
        }
        for route in self.print_pages() {
            self.page(route, 1, None);
        }
    }

    /// What stands in the place of entries that have mistakes, where nothing else does.
    pub(super) fn mending(&mut self) {
        for number in 0..self.names.mending.len() {
            let route = Route::Mending(number);
            let mut languages = self.names.languages.iter();
            let is_taken = |lang: &Lang| {
                let file = file_at(&self.plan.address(route, *lang));
                self.plan.files.contains_key(&file)
            };
            if !languages.any(is_taken) {
                self.page(route, 1, None);
            }
        }
    }

    /// A page in every language; of a list all of its pages.
    fn page(&mut self, route: Route, pages: usize, file: Option<&SitePath>) {
        for lang in self.names.languages.iter().copied() {
            for number in 1..=pages {
                let address = self.plan.page_address(route, lang, number);
                let output = Output::Page(LocalizedRoute {
                    route,
                    lang,
                    number,
                });
                let asked = file.cloned().map(Asked::File);
                self.add(file_at(&address), output, asked);
            }
        }
    }

    /// A link may name any file of an entry: its facts, its story, its translation.
    fn remember_files(&mut self, route: Route, file: &SitePath) {
        let files = &mut self.plan.by_file;
        if let Some(folder) = file.as_str().strip_suffix("center.toml") {
            for story in ["center.md", "center.en.md"] {
                files.insert(SitePath::new(format!("{folder}{story}")), route);
            }
        } else if let Some(stem) = file.as_str().strip_suffix(".md") {
            files.insert(SitePath::new(format!("{stem}.en.md")), route);
        }
        files.insert(file.clone(), route);
    }

    pub(super) fn redirects(&mut self) {
        let languages = &self.names.languages;
        for (route, entry) in self.names.entries() {
            for alias in &entry.aliases {
                let other = languages[1..].iter().copied().find(|lang| {
                    let rest = alias.strip_prefix(lang.tag());
                    rest.is_some_and(|it| it.starts_with('/'))
                });
                // An old address was one in every language, unless it names its language.
                let number = 1;
                let mut add = |prefix: &str, lang: Lang| {
                    let output = Output::Redirect(LocalizedRoute {
                        route,
                        lang,
                        number,
                    });
                    let path = file_at(&format!("{prefix}{alias}"));
                    self.add(path, output, Some(Asked::File(entry.file.clone())));
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
}
