//! Every page of a site and every old address that leads to one.
//!
//! In: the lists of the directory. Out: pages in the plan, in each language. Never: what is no page.

use super::address::file_at;
use super::output::Item;
use super::paging::{AWARDS_PAGE_SIZE, pages_of};
use super::planning::Planning;
use super::route::{PageItem, What};
use crate::model::center::Mission;
use crate::model::directory::{ActivityId, PageId, PracticeId, TopicId};
use crate::model::media::Place;
use crate::model::{Lang, SitePath};

impl Planning<'_> {
    pub(super) fn all_pages(&mut self) {
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

    pub(super) fn redirects(&mut self) {
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
}
