//! Every page of a site and every old address that leads to one.
//!
//! In: the names of the directory. Out: pages in the plan, in each language. Never: what is no page.

use super::address::file_at;
use super::output::Item;
use super::planning::{Asked, Planning};
use super::route::{PageItem, What};
use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::model::{Lang, SitePath};

impl Planning<'_> {
    pub(super) fn all_pages(&mut self) {
        let names = self.names;
        let lengths = &names.lengths;
        let mut all = vec![
            (What::Home, 1),
            (What::Centers, lengths.centers),
            (What::BestPractices, lengths.practices),
            (What::Activities, lengths.activities),
            (What::Districts, 1),
            (What::Topics, 1),
            (What::Awards, lengths.awards),
            (What::Progress, 1),
            (What::NotFound, 1),
        ];
        if names.output.data {
            all.push((What::Data, 1));
        }
        if names.output.search {
            all.push((What::Search, 1));
        }
        let districts = lengths.districts.iter().enumerate();
        all.extend(districts.map(|(number, pages)| (What::District(number), *pages)));
        let topics = lengths.topics.iter().enumerate();
        all.extend(topics.map(|(number, pages)| (What::Topic(TopicId(number)), *pages)));
        let missions = Mission::ALL.iter().zip(&lengths.missions);
        all.extend(missions.map(|(mission, pages)| (What::Mission(*mission), *pages)));
        for (what, pages) in all {
            self.page(what, pages, None);
        }
        for (what, entry) in names.entries() {
            self.remember_files(what, &entry.file);
            self.page(what, 1, Some(&entry.file));
        }
        if names.output.offline {
            self.page(What::Offline, 1, None);
        }
        for what in self.paper_pages() {
            self.page(what, 1, None);
        }
    }

    /// A page in every language; of a list all of its pages.
    fn page(&mut self, what: What, pages: usize, file: Option<&SitePath>) {
        for lang in self.names.languages.iter().copied() {
            for number in 1..=pages {
                let address = self.plan.page_address(what, lang, number);
                let item = Item::Page(PageItem { what, lang, number });
                let asked = file.cloned().map(Asked::File);
                self.add(file_at(&address), item, asked);
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

    pub(super) fn redirects(&mut self) {
        let languages = &self.names.languages;
        for (what, entry) in self.names.entries() {
            for alias in &entry.aliases {
                let other = languages[1..].iter().copied().find(|lang| {
                    let rest = alias.strip_prefix(lang.tag());
                    rest.is_some_and(|it| it.starts_with('/'))
                });
                // An old address was one in every language, unless it names its language.
                let number = 1;
                let mut add = |prefix: &str, lang: Lang| {
                    let item = Item::Redirect(PageItem { what, lang, number });
                    let path = file_at(&format!("{prefix}{alias}"));
                    self.add(path, item, Some(Asked::File(entry.file.clone())));
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
