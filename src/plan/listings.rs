//! Who stands beside whom: every list of the site by key, so that a page reads only its own neighbours.
//!
//! In: a checked directory. Out: numbers of centres, practices and activities in the order in which people see them. A list is worked out
//! when the first page asks for it, and once. Examples stand in lists and never in counts; planned centres stand in counts and never in
//! lists.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::districts::{Districts, DistrictsOf};
use super::facets::{Facet, Facets, ListOf};
use super::nearby::{Spot, Tree, spot};
use super::paging::PAGE_SIZE;
use super::progress::{DistrictProgress, Progress, SiteProgress};
use super::similarity::Similarity;
use crate::memo::{Identity, Memo};
use crate::model::center::{Award, Mission, Status};
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId, TopicId};
use crate::model::text::ThaiOrder;
use crate::model::{Center, Directory, Lang, Text};

/// Every list of a site.
#[derive(Debug)]
pub struct Listings {
    directory: Arc<Directory>,
    districts: Arc<Districts>,
    centers: OnceLock<Vec<CenterId>>,
    practices: OnceLock<Vec<PracticeId>>,
    activities: OnceLock<Activities>,
    of_centers: OnceLock<Vec<CenterListing>>,
    of_districts: OnceLock<Vec<Records>>,
    of_topics: OnceLock<Vec<Records>>,
    centers_of_districts: OnceLock<Vec<DistrictListing>>,
    centers_of_topics: OnceLock<Vec<Vec<CenterId>>>,
    awards: OnceLock<Vec<AwardOf>>,
    pages: OnceLock<Vec<PageId>>,
    progress: OnceLock<SiteProgress>,
    similarity: OnceLock<Similarity>,
    places: OnceLock<Places>,
    english: OnceLock<EnglishOrder>,
    facets: [OnceLock<Facets>; ListOf::ALL.len()],
}

/// Activities in their order, and how many of them are upcoming.
#[derive(Debug)]
struct Activities {
    all: Vec<ActivityId>,
    upcoming: usize,
}

/// Where centres are.
#[derive(Debug)]
struct Places {
    /// By centre.
    spots: Vec<Option<Spot>>,
    /// Those with a page that still receive visitors.
    tree: Tree,
}

/// Centres by district, level and name, as English sorts them.
#[derive(Debug)]
struct EnglishOrder {
    centers: Vec<CenterId>,
    /// The place of each centre.
    places: Vec<usize>,
}

/// What people did and wrote down, of a district or a topic.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Newest first.
    pub practices: Vec<PracticeId>,
    /// As in [`Listings::activities`].
    pub activities: Vec<ActivityId>,
}

/// What belongs to a centre.
#[derive(Clone, Debug, Default)]
pub struct CenterListing {
    /// The number of its district.
    pub district: Option<usize>,
    /// Newest first.
    pub practices: Vec<PracticeId>,
    /// As in [`Listings::activities`].
    pub activities: Vec<ActivityId>,
}

/// The centres of a district.
#[derive(Clone, Debug, Default)]
pub struct DistrictListing {
    /// Those of district and province.
    pub centers: Vec<CenterId>,
    /// Those of each of its sub-districts, in Thai order.
    pub subdistricts: Vec<Vec<CenterId>>,
    /// The sub-districts of each of its pages, and which of their centres.
    pub pages: Vec<Vec<(usize, Range<usize>)>>,
}

/// An award and who has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwardOf {
    /// The centre.
    pub center: CenterId,
    /// The practice, where the award is for one.
    pub practice: Option<PracticeId>,
    /// Which of its awards.
    pub number: usize,
}

impl Listings {
    /// The lists of a directory; none is worked out yet.
    #[must_use]
    pub fn new(directory: &Arc<Directory>, memo: &Memo) -> Self {
        Self {
            directory: Arc::clone(directory),
            districts: memo.get(DistrictsOf(Identity(Arc::clone(&directory.areas)))),
            centers: OnceLock::new(),
            practices: OnceLock::new(),
            activities: OnceLock::new(),
            of_centers: OnceLock::new(),
            of_districts: OnceLock::new(),
            of_topics: OnceLock::new(),
            centers_of_districts: OnceLock::new(),
            centers_of_topics: OnceLock::new(),
            awards: OnceLock::new(),
            pages: OnceLock::new(),
            progress: OnceLock::new(),
            similarity: OnceLock::new(),
            places: OnceLock::new(),
            english: OnceLock::new(),
            facets: Default::default(),
        }
    }

    /// Districts of the register: by province, each in Thai order.
    #[must_use]
    pub fn districts(&self) -> &Arc<Districts> {
        &self.districts
    }

    /// Centres with a page: by district in Thai order, those that can be visited first, then by level and name.
    #[must_use]
    pub fn centers(&self) -> &[CenterId] {
        self.centers.get_or_init(|| {
            let order = ThaiOrder::new();
            let all = self.directory.centers.iter().enumerate();
            let shown = all.filter(|(_, it)| has_page(it));
            let mut centers: Vec<_> = shown.map(|(number, _)| CenterId(number)).collect();
            centers.sort_by_cached_key(|id| {
                let it = self.directory.center(*id);
                let district = self.district_of(it);
                (
                    district,
                    !it.is_open(),
                    it.level,
                    order.key(&it.name.th),
                    *id,
                )
            });
            centers
        })
    }

    /// Best practices, newest first.
    #[must_use]
    pub fn practices(&self) -> &[PracticeId] {
        self.practices.get_or_init(|| {
            let all = 0..self.directory.practices.len();
            let mut practices: Vec<_> = all.map(PracticeId).collect();
            practices.sort_by_key(|id| (Reverse(self.directory.practice(*id).date), *id));
            practices
        })
    }

    /// Activities: upcoming by day, then past ones, newest first.
    #[must_use]
    pub fn activities(&self) -> &[ActivityId] {
        &self.activities_in_order().all
    }

    /// Those of them that are upcoming.
    #[must_use]
    pub fn upcoming(&self) -> &[ActivityId] {
        let activities = self.activities_in_order();
        &activities.all[..activities.upcoming]
    }

    fn activities_in_order(&self) -> &Activities {
        self.activities.get_or_init(|| {
            let directory = &self.directory;
            let day = |id: &ActivityId| directory.activity(*id).date;
            let all = (0..directory.activities.len()).map(ActivityId);
            let (mut all, mut past): (Vec<_>, Vec<_>) =
                all.partition(|id| directory.activity(*id).last_day() >= directory.today);
            all.sort_by_key(|id| (day(id), *id));
            past.sort_by_key(|id| (Reverse(day(id)), *id));
            let upcoming = all.len();
            all.append(&mut past);
            Activities { all, upcoming }
        })
    }

    /// The number of a centre's district.
    #[must_use]
    pub fn district_of(&self, center: &Center) -> Option<usize> {
        self.districts.number(&center.location.district)
    }

    /// What belongs to a centre, which may be a planned one.
    #[must_use]
    pub fn of_center(&self, id: CenterId) -> &CenterListing {
        let all = self.of_centers.get_or_init(|| {
            let centers = self.directory.centers.iter();
            let mut all: Vec<_> = centers
                .map(|it| CenterListing {
                    district: self.district_of(it),
                    ..CenterListing::default()
                })
                .collect();
            for id in self.practices() {
                let center = self.directory.practice(*id).center;
                all[center.0].practices.push(*id);
            }
            for id in self.activities() {
                let center = self.directory.activity(*id).center;
                all[center.0].activities.push(*id);
            }
            all
        });
        &all[id.0]
    }

    /// Practices and activities of a district.
    #[must_use]
    pub fn of_district(&self, number: usize) -> &Records {
        let all = self.of_districts.get_or_init(|| {
            let mut all = vec![Records::default(); self.districts.len()];
            let district = |center| self.district_of(self.directory.center(center));
            for id in self.practices() {
                if let Some(number) = district(self.directory.practice(*id).center) {
                    all[number].practices.push(*id);
                }
            }
            for id in self.activities() {
                if let Some(number) = district(self.directory.activity(*id).center) {
                    all[number].activities.push(*id);
                }
            }
            all
        });
        &all[number]
    }

    /// Practices and activities of a topic.
    #[must_use]
    pub fn of_topic(&self, id: TopicId) -> &Records {
        let all = self.of_topics.get_or_init(|| {
            let mut all = vec![Records::default(); self.directory.site.topics.len()];
            for id in self.practices() {
                for topic in &self.directory.practice(*id).topics {
                    all[topic.0].practices.push(*id);
                }
            }
            for id in self.activities() {
                for topic in &self.directory.activity(*id).topics {
                    all[topic.0].activities.push(*id);
                }
            }
            all
        });
        &all[id.0]
    }

    /// The centres of a district, as in [`Listings::centers`].
    #[must_use]
    pub fn centers_of_district(&self, number: usize) -> &DistrictListing {
        let all = self.centers_of_districts.get_or_init(|| {
            let districts = self.districts.iter();
            let mut all: Vec<_> = districts
                .map(|it| DistrictListing {
                    subdistricts: vec![Vec::new(); it.subdistricts.len()],
                    ..DistrictListing::default()
                })
                .collect();
            for id in self.centers() {
                match self.districts.place_of(self.directory.center(*id)) {
                    Some((number, Some(here))) => all[number].subdistricts[here].push(*id),
                    Some((number, None)) => all[number].centers.push(*id),
                    None => {}
                }
            }
            for district in &mut all {
                district.pages = pages_of_district(district.subdistricts.iter().map(Vec::len));
            }
            all
        });
        &all[number]
    }

    /// The centres of a topic, as in [`Listings::centers`].
    #[must_use]
    pub fn centers_of_topic(&self, id: TopicId) -> &[CenterId] {
        let all = self.centers_of_topics.get_or_init(|| {
            let mut all = vec![Vec::new(); self.directory.site.topics.len()];
            for id in self.centers() {
                for topic in &self.directory.center(*id).topics {
                    all[topic.0].push(*id);
                }
            }
            all
        });
        &all[id.0]
    }

    /// Whether a topic has centres or practices.
    #[must_use]
    pub fn has_entries(&self, topic: TopicId) -> bool {
        !self.of_topic(topic).practices.is_empty() || !self.centers_of_topic(topic).is_empty()
    }

    /// The centres and practices of a learning area, in the order of their lists.
    #[must_use]
    pub fn of_mission(&self, mission: Mission) -> (Vec<CenterId>, Vec<PracticeId>) {
        let entries = |list| {
            let facets = self.facets(list);
            facets.entries(Facet::Mission, mission as usize).iter()
        };
        let centers = entries(ListOf::Centers).map(|at| self.centers()[*at]);
        let practices = entries(ListOf::BestPractices).map(|at| self.practices()[*at]);
        (centers.collect(), practices.collect())
    }

    /// How a list can be narrowed.
    #[must_use]
    pub fn facets(&self, list: ListOf) -> &Facets {
        self.facets[list as usize].get_or_init(|| {
            let (directory, districts) = (&self.directory, &self.districts);
            let told = |id| &*self.of_center(id).practices;
            match list {
                ListOf::Centers => Facets::of_centers(directory, districts, self.centers(), told),
                ListOf::BestPractices => {
                    Facets::of_practices(directory, districts, self.practices())
                }
            }
        })
    }

    /// How many entries stand before the first of a list in the index of the search, which has them in the order of the list, examples
    /// after all others.
    #[must_use]
    pub fn entries_before(&self, list: ListOf) -> usize {
        let before = self.districts.len() + self.directory.site.topics.len();
        match list {
            ListOf::Centers => before,
            ListOf::BestPractices => before + self.centers().len(),
        }
    }

    /// Whether an entry of a list is an example.
    #[must_use]
    pub fn is_example(&self, directory: &Directory, list: ListOf, at: usize) -> bool {
        match list {
            ListOf::Centers => directory.center(self.centers()[at]).example,
            ListOf::BestPractices => directory.practice(self.practices()[at]).example,
        }
    }

    /// The roll of honour: newest year and highest level first.
    #[must_use]
    pub fn awards(&self) -> &[AwardOf] {
        self.awards.get_or_init(|| {
            let mut awards = Vec::new();
            for center in self.centers().iter().copied() {
                let mut add = |practice, count| {
                    awards.extend((0..count).map(|number| AwardOf {
                        center,
                        practice,
                        number,
                    }));
                };
                add(None, self.directory.center(center).awards.len());
                for id in self.of_center(center).practices.iter().copied() {
                    add(Some(id), self.directory.practice(id).awards.len());
                }
            }
            awards.sort_by_key(|it| {
                let award = it.award(&self.directory);
                let year = award.year.as_deref().copied();
                (Reverse(year), Reverse(award.level))
            });
            awards
        })
    }

    /// Pages that are no entry of a centre, the lightest first.
    #[must_use]
    pub fn pages(&self) -> &[PageId] {
        self.pages.get_or_init(|| {
            let mut pages: Vec<_> = (0..self.directory.pages.len()).map(PageId).collect();
            pages.sort_by_key(|id| (self.directory.pages[id.0].weight, *id));
            pages
        })
    }

    /// Those of them that the menu names.
    pub fn menu_pages(&self) -> impl Iterator<Item = &PageId> {
        let pages = self.pages().iter();
        pages.filter(|id| self.directory.pages[id.0].menu)
    }

    /// District centres and sub-district centres of the whole site.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.site_progress().all
    }

    /// Those of a district.
    #[must_use]
    pub fn progress_of(&self, number: usize) -> &DistrictProgress {
        &self.site_progress().districts[number]
    }

    fn site_progress(&self) -> &SiteProgress {
        self.progress
            .get_or_init(|| SiteProgress::new(&self.directory, &self.districts))
    }

    /// What practices are compared by.
    #[must_use]
    pub fn similarity(&self) -> &Similarity {
        self.similarity
            .get_or_init(|| Similarity::new(&self.directory))
    }

    /// Centres with a page in the order of a language's lists.
    #[must_use]
    pub fn centers_in(&self, lang: Lang) -> &[CenterId] {
        match lang {
            Lang::Th => self.centers(),
            Lang::En => &self.english().centers,
        }
    }

    /// Some of them, which stand in Thai order, in the order of a language's lists.
    #[must_use]
    pub fn sorted_in(&self, lang: Lang, mut centers: Vec<CenterId>) -> Vec<CenterId> {
        if lang == Lang::En {
            let places = &self.english().places;
            centers.sort_by_key(|id| places[id.0]);
        }
        centers
    }

    /// The place of each centre in English lists.
    #[must_use]
    pub fn places_in_english(&self) -> &[usize] {
        &self.english().places
    }

    fn english(&self) -> &EnglishOrder {
        self.english.get_or_init(|| {
            let directory = &self.directory;
            let name = |it: &Text| it.in_lang(Lang::En).0.to_lowercase();
            let mut centers = self.centers().to_vec();
            centers.sort_by_cached_key(|id| {
                let it = directory.center(*id);
                let district = directory.areas.districts.get(&it.location.district);
                let district = district.map(|it| (name(&it.name), &it.code));
                (district, !it.is_open(), it.level, name(&it.name), *id)
            });
            let mut places = vec![usize::MAX; directory.centers.len()];
            for (at, id) in centers.iter().enumerate() {
                places[id.0] = at;
            }
            EnglishOrder { centers, places }
        })
    }

    /// The nearest centres that are wanted and not closed for good.
    #[must_use]
    pub fn nearest(
        &self,
        center: CenterId,
        count: usize,
        is_wanted: &dyn Fn(CenterId) -> bool,
    ) -> Vec<CenterId> {
        let places = self.places();
        let Some(here) = places.spots[center.0] else {
            return Vec::new();
        };
        let is_wanted = |it: usize| it != center.0 && is_wanted(CenterId(it));
        let found = places.tree.nearest(here.point, count, &is_wanted);
        found.into_iter().map(CenterId).collect()
    }

    /// How far two centres are from each other in kilometres, and whether that is about so; `None` where nobody knows where one of them is.
    #[must_use]
    pub fn distance(&self, one: CenterId, other: CenterId) -> Option<(f64, bool)> {
        let spots = &self.places().spots;
        let (one, other) = (spots[one.0]?, spots[other.0]?);
        let km = one.point.distance_km(other.point);
        Some((km, one.is_about || other.is_about))
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let centers = self.directory.centers.iter();
            let spots: Vec<_> = centers.map(|it| spot(&self.directory, it)).collect();
            let centers = self.directory.centers.iter().enumerate();
            let open = centers.filter(|(_, it)| has_page(it) && it.status != Status::Closed);
            let tree = Tree::new(open.filter_map(|(at, _)| Some((at, spots[at]?.point))));
            Places { spots, tree }
        })
    }
}

/// Whether a centre stands in lists and has a page.
pub(super) fn has_page(center: &Center) -> bool {
    center.status != Status::Planned
}

impl AwardOf {
    /// The award itself.
    #[must_use]
    pub fn award(self, directory: &Directory) -> &Award {
        match self.practice {
            Some(id) => &directory.practice(id).awards[self.number],
            None => &directory.center(self.center).awards[self.number],
        }
    }
}

/// Splits a district into pages of about [`PAGE_SIZE`] rows, by how many centres each sub-district has; one without is a row too.
pub(super) fn pages_of_district(
    counts: impl Iterator<Item = usize>,
) -> Vec<Vec<(usize, Range<usize>)>> {
    let mut pages = vec![Vec::new()];
    let mut room = PAGE_SIZE;
    for (number, count) in counts.enumerate() {
        let mut start = 0;
        loop {
            if room == 0 {
                pages.push(Vec::new());
                room = PAGE_SIZE;
            }
            let end = count.min(start + room);
            pages
                .last_mut()
                .expect("there is always a page")
                .push((number, start..end));
            room -= (end - start).max(1);
            start = end;
            if start == count {
                break;
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_is_split_into_pages() {
        let pages = pages_of_district([30, 0, 50, 2].into_iter());
        let rows: Vec<usize> = pages
            .iter()
            .map(|page| page.iter().map(|(_, it)| it.len().max(1)).sum())
            .collect();
        assert_eq!(rows, [40, 40, 3]);
        assert_eq!(pages[1], [(2, 9..49)]);
        assert_eq!(pages[2], [(2, 49..50), (3, 0..2)]);
        assert_eq!(pages_of_district(std::iter::empty()), [Vec::new()]);
    }
}
