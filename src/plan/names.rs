//! What addresses are built from, and how many pages each list has: all that planning sees of a directory.
//!
//! In: a checked directory. Out: the names of its entries and the lengths of its lists. Never: anything else, so that a plan is the same
//! as long as this is, whatever an entry says.

use std::sync::Arc;

use super::districts::Districts;
use super::listed::{is_for_search_engines, is_listed};
use super::listings::{Listings, has_page, pages_of_district};
use super::paging::{AWARDS_PAGE_SIZE, pages_of};
use super::route::Route;
use crate::model::center::Mission;
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId};
use crate::model::site::Output;
use crate::model::{Directory, Lang, SitePath};

/// The names of a site.
#[derive(Debug, PartialEq)]
pub(super) struct Names {
    /// The default first.
    pub languages: Vec<Lang>,
    /// What is made.
    pub output: Output,
    /// Whether copies that browsers keep of an older site are ended.
    pub takes_worker_back: bool,
    /// Whether there are blank paper forms.
    pub offers_forms: bool,
    /// Ids, in the order of `site.toml`.
    pub topics: Vec<String>,
    pub districts: Arc<Districts>,
    pub centers: Vec<CenterNames>,
    pub practices: Vec<PracticeNames>,
    pub activities: Vec<ActivityNames>,
    pub pages: Vec<PageNames>,
    /// Where entries stood that have mistakes.
    pub mending: Vec<String>,
    pub lengths: Lengths,
}

/// Nothing in it is different from itself.
impl Eq for Names {}

/// What all entries have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct EntryNames {
    pub file: SitePath,
    pub aliases: Vec<String>,
    /// Whether search engines may have its page.
    pub is_listed: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct CenterNames {
    pub entry: EntryNames,
    pub path: String,
    /// A planned centre has none.
    pub has_page: bool,
    /// Whether people can come now: who cannot is not invited by leaflet, poster or contact card.
    pub is_open: bool,
    pub is_example: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct PracticeNames {
    pub entry: EntryNames,
    pub center: CenterId,
    pub slug: String,
    /// Whether there is something to be printed.
    pub has_steps: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct ActivityNames {
    pub entry: EntryNames,
    pub center: CenterId,
    pub slug: String,
    pub is_upcoming: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct PageNames {
    pub entry: EntryNames,
    pub path: String,
}

/// How many pages lists have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lengths {
    pub centers: usize,
    pub practices: usize,
    pub activities: usize,
    pub awards: usize,
    pub districts: Vec<usize>,
    pub topics: Vec<usize>,
    /// 0 for one that no entry teaches.
    pub missions: [usize; Mission::ALL.len()],
}

impl Names {
    /// Those of a directory.
    pub(super) fn of(directory: &Directory, listings: &Listings) -> Self {
        let names = |file: &SitePath, aliases: &Vec<String>, route| EntryNames {
            file: file.clone(),
            aliases: aliases.clone(),
            is_listed: is_listed(directory, route),
        };
        let centers = directory.centers.iter().enumerate();
        let centers = centers.map(|(number, it)| CenterNames {
            entry: names(&it.file, &it.aliases, Route::Center(CenterId(number))),
            path: it.path.clone(),
            has_page: has_page(it),
            is_open: it.is_open(),
            is_example: it.example,
        });
        let practices = directory.practices.iter().enumerate();
        let practices = practices.map(|(number, it)| PracticeNames {
            entry: names(
                &it.file,
                &it.aliases,
                Route::BestPractice(PracticeId(number)),
            ),
            center: it.center,
            slug: it.slug.clone(),
            has_steps: !it.steps.is_empty(),
        });
        let activities = directory.activities.iter().enumerate();
        let activities = activities.map(|(number, it)| ActivityNames {
            entry: names(&it.file, &it.aliases, Route::Activity(ActivityId(number))),
            center: it.center,
            slug: it.slug.clone(),
            is_upcoming: it.last_day() >= directory.today,
        });
        let pages = directory.pages.iter().enumerate();
        let pages = pages.map(|(number, it)| PageNames {
            entry: names(&it.file, &it.aliases, Route::Page(PageId(number))),
            path: it.path.clone(),
        });
        let topics = directory.site.topics.iter();
        Self {
            mending: directory.mending.clone(),
            languages: directory.site.languages.clone(),
            output: directory.site.output.clone(),
            takes_worker_back: directory.site.takes_worker_back,
            offers_forms: directory.site.offers_forms,
            topics: topics.map(|it| it.id.clone()).collect(),
            districts: Arc::clone(listings.districts()),
            centers: centers.collect(),
            practices: practices.collect(),
            activities: activities.collect(),
            pages: pages.collect(),
            lengths: Lengths::of(directory, listings.districts()),
        }
    }

    /// The numbers of centres with a page.
    pub(super) fn shown_centers(&self) -> impl Iterator<Item = CenterId> {
        let centers = self.centers.iter().enumerate();
        let shown = centers.filter(|(_, it)| it.has_page);
        shown.map(|(number, _)| CenterId(number))
    }

    /// Whether search engines may have a page.
    pub(super) fn is_listed(&self, route: Route) -> bool {
        match route {
            Route::Center(id) => self.centers[id.0].entry.is_listed,
            Route::BestPractice(id) => self.practices[id.0].entry.is_listed,
            Route::Activity(id) => self.activities[id.0].entry.is_listed,
            Route::Page(id) => self.pages[id.0].entry.is_listed,
            _ => is_for_search_engines(route),
        }
    }

    /// Of each entry that has a page: which, and its file and old addresses.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Route, &EntryNames)> {
        let centers = self.shown_centers();
        let centers = centers.map(|id| (Route::Center(id), &self.centers[id.0].entry));
        let practices = self.practices.iter().enumerate();
        let practices = practices.map(|(at, it)| (Route::BestPractice(PracticeId(at)), &it.entry));
        let activities = self.activities.iter().enumerate();
        let activities = activities.map(|(at, it)| (Route::Activity(ActivityId(at)), &it.entry));
        let pages = self.pages.iter().enumerate();
        let pages = pages.map(|(at, it)| (Route::Page(PageId(at)), &it.entry));
        centers.chain(practices).chain(activities).chain(pages)
    }
}

impl Lengths {
    /// Counted without sorting: how long a list is does not depend on its order.
    fn of(directory: &Directory, districts: &Districts) -> Self {
        let mut centers = 0;
        let mut awards = 0;
        let mut topics = vec![0; directory.site.topics.len()];
        let mut missions = [0; Mission::ALL.len()];
        let mut rows: Vec<Vec<usize>> = districts
            .iter()
            .map(|it| vec![0; it.subdistricts.len()])
            .collect();
        for it in directory.centers.iter().filter(|it| has_page(it)) {
            centers += 1;
            awards += it.awards.len();
            it.topics.iter().for_each(|topic| topics[topic.0] += 1);
            it.missions
                .iter()
                .for_each(|it| missions[*it as usize] += 1);
            if let Some((number, Some(here))) = districts.place_of(it) {
                rows[number][here] += 1;
            }
        }
        for it in &directory.practices {
            awards += it.awards.len();
            it.topics.iter().for_each(|topic| topics[topic.0] += 1);
            it.missions
                .iter()
                .for_each(|it| missions[*it as usize] += 1);
        }
        let pages_of_some = |count: usize| if count > 0 { pages_of(count) } else { 0 };
        Self {
            centers: pages_of(centers),
            practices: pages_of(directory.practices.len()),
            activities: pages_of(directory.activities.len()),
            awards: awards.div_ceil(AWARDS_PAGE_SIZE).max(1),
            districts: rows
                .into_iter()
                .map(|it| pages_of_district(it.into_iter()).len())
                .collect(),
            topics: topics.into_iter().map(pages_of).collect(),
            missions: missions.map(pages_of_some),
        }
    }
}
