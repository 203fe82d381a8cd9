//! Who stands beside whom: every list of the site, built once by key, so that a page reads only its own neighbours.
//!
//! In: a checked directory. Out: numbers of centres, practices and activities in the order in which people see them, and the counts
//! of the progress page. Examples stand in lists and never in counts; planned centres stand in counts and never in lists.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::nearby::{Spot, Tree, spot};
use super::paging::PAGE_SIZE;
use super::similarity::Likeness;
use crate::model::center::{Component, Level, Status};
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId};
use crate::model::text::ThaiOrder;
use crate::model::{Center, Date, Directory, DistrictCode, Lang, SubdistrictCode};

/// Every list of a site.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    /// Centres with a page: by district in Thai order, then by level and name.
    pub centers: Vec<CenterId>,
    /// Best practices, newest first.
    pub practices: Vec<PracticeId>,
    /// Activities: upcoming by day, then past ones, newest first.
    pub activities: Vec<ActivityId>,
    /// How many of them are upcoming.
    pub upcoming: usize,
    /// Districts of the register: by province, each in Thai order.
    pub districts: Vec<DistrictNeighbours>,
    /// What practices are compared by.
    pub likeness: Likeness,
    /// Which of them has a code.
    pub district_numbers: BTreeMap<DistrictCode, usize>,
    /// By topic, in the order of `site.toml`.
    pub topics: Vec<TopicNeighbours>,
    /// By centre, planned ones included.
    pub by_center: Vec<CenterNeighbours>,
    /// The roll of honour: newest year and highest level first.
    pub awards: Vec<AwardOf>,
    /// Pages that the menu names, the lightest first.
    pub menu_pages: Vec<PageId>,
    /// All other pages, the lightest first.
    pub pages: Vec<PageId>,
    /// District centres and sub-district centres of the whole site.
    pub progress: Progress,
    /// Where centres are: made when the first page asks.
    places: OnceLock<Places>,
    /// Centres in the order of English lists: made when the first page asks.
    english: OnceLock<EnglishOrder>,
}

/// Where centres are.
#[derive(Clone, Debug)]
struct Places {
    /// By centre.
    spots: Vec<Option<Spot>>,
    /// Those with a page that still receive visitors.
    tree: Tree,
}

/// Centres by district, level and name, as English sorts them.
#[derive(Clone, Debug)]
struct EnglishOrder {
    centers: Vec<CenterId>,
    /// The place of each centre.
    places: Vec<usize>,
}

/// What belongs to a centre.
#[derive(Clone, Debug, Default)]
pub struct CenterNeighbours {
    /// The number of its district.
    pub district: Option<usize>,
    /// Newest first.
    pub practices: Vec<PracticeId>,
    /// As in [`Neighbours::activities`].
    pub activities: Vec<ActivityId>,
}

/// What belongs to a topic.
#[derive(Clone, Debug, Default)]
pub struct TopicNeighbours {
    /// In the order of the directory.
    pub centers: Vec<CenterId>,
    /// Newest first.
    pub practices: Vec<PracticeId>,
    /// As in [`Neighbours::activities`].
    pub activities: Vec<ActivityId>,
}

/// What belongs to a district.
#[derive(Clone, Debug, Default)]
pub struct DistrictNeighbours {
    /// Its code.
    pub code: DistrictCode,
    /// Centres of district and province.
    pub centers: Vec<CenterId>,
    /// Its own centre is on the target list, nothing more.
    pub is_center_planned: bool,
    /// Its sub-districts in Thai order.
    pub subdistricts: Vec<SubdistrictNeighbours>,
    /// The sub-districts of each of its pages, and which of their centres.
    pub pages: Vec<Vec<(usize, Range<usize>)>>,
    /// Newest first.
    pub practices: Vec<PracticeId>,
    /// As in [`Neighbours::activities`].
    pub activities: Vec<ActivityId>,
    /// Counts.
    pub progress: Progress,
}

/// What belongs to a sub-district.
#[derive(Clone, Debug, Default)]
pub struct SubdistrictNeighbours {
    /// Its code.
    pub code: SubdistrictCode,
    /// Its centres.
    pub centers: Vec<CenterId>,
    /// It is on the target list, nothing more.
    pub is_planned: bool,
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

/// Counts of the levels that the programme has targets for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// District centres.
    pub district: Counts,
    /// Sub-district centres.
    pub subdistrict: Counts,
}

/// Targets and what is there. A target is an area that should have a centre, so no area counts twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Areas that should have a centre.
    pub target: usize,
    /// Those that have one: open, paused or closed.
    pub established: usize,
    /// Of these, those whose entry documents a component beside the place.
    pub documented: usize,
    /// Targets without a report whose deadline has passed.
    pub overdue: usize,
    /// Reports that came after the deadline.
    pub late: usize,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            target: self.target + other.target,
            established: self.established + other.established,
            documented: self.documented + other.documented,
            overdue: self.overdue + other.overdue,
            late: self.late + other.late,
        }
    }
}

impl Progress {
    /// Both levels together.
    #[must_use]
    pub fn total(self) -> Counts {
        self.district.plus(self.subdistrict)
    }

    /// Both together, level by level.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            district: self.district.plus(other.district),
            subdistrict: self.subdistrict.plus(other.subdistrict),
        }
    }
}

impl Neighbours {
    /// The lists of a directory.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let mut near = Self {
            by_center: directory
                .centers
                .iter()
                .map(|_| CenterNeighbours::default())
                .collect(),
            topics: directory
                .site
                .topics
                .iter()
                .map(|_| TopicNeighbours::default())
                .collect(),
            ..Self::default()
        };
        let order = ThaiOrder::new();
        near.order_districts(directory, &order);
        near.order_centers(directory, &order);
        near.order_practices(directory);
        near.likeness = Likeness::new(directory);
        near.order_activities(directory);
        near.order_awards(directory);
        near.order_pages(directory);
        near.count(directory);
        near
    }

    fn order_pages(&mut self, directory: &Directory) {
        let mut pages: Vec<PageId> = (0..directory.pages.len()).map(PageId).collect();
        pages.sort_by_key(|id| (directory.pages[id.0].weight, *id));
        let in_menu = |id: &PageId| directory.pages[id.0].menu;
        self.menu_pages = pages.iter().copied().filter(in_menu).collect();
        self.pages = pages;
    }

    /// The number of a centre's district.
    #[must_use]
    pub fn district_of(&self, center: &Center) -> Option<usize> {
        self.district_numbers
            .get(&center.location.district)
            .copied()
    }

    /// Centres with a page in the order of a language's lists.
    #[must_use]
    pub fn centers_in(&self, directory: &Directory, lang: Lang) -> &[CenterId] {
        match lang {
            Lang::Th => &self.centers,
            Lang::En => &self.english(directory).centers,
        }
    }

    /// Some of them, which stand in Thai order, in the order of a language's lists.
    #[must_use]
    pub fn sorted_in(
        &self,
        directory: &Directory,
        lang: Lang,
        mut centers: Vec<CenterId>,
    ) -> Vec<CenterId> {
        if lang == Lang::En {
            let places = &self.english(directory).places;
            centers.sort_by_key(|id| places[id.0]);
        }
        centers
    }

    /// The place of each centre in English lists.
    #[must_use]
    pub fn places_in_english(&self, directory: &Directory) -> &[usize] {
        &self.english(directory).places
    }

    fn english(&self, directory: &Directory) -> &EnglishOrder {
        self.english.get_or_init(|| {
            let name = |it: &crate::model::Text| it.in_lang(Lang::En).0.to_lowercase();
            let mut centers = self.centers.clone();
            centers.sort_by_cached_key(|id| {
                let it = directory.center(*id);
                let district = directory.areas.districts.get(&it.location.district);
                let district = district.map(|it| (name(&it.name), &it.code));
                (district, it.level, name(&it.name), *id)
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
        directory: &Directory,
        center: CenterId,
        count: usize,
        is_wanted: &dyn Fn(CenterId) -> bool,
    ) -> Vec<CenterId> {
        let places = self.places(directory);
        let Some(here) = places.spots[center.0] else {
            return Vec::new();
        };
        let is_wanted = |it: usize| it != center.0 && is_wanted(CenterId(it));
        let found = places.tree.nearest(here.point, count, &is_wanted);
        found.into_iter().map(CenterId).collect()
    }

    /// How far two centres are from each other in kilometres, and whether that is about so; `None` where nobody knows where one of them is.
    #[must_use]
    pub fn distance(
        &self,
        directory: &Directory,
        one: CenterId,
        other: CenterId,
    ) -> Option<(f64, bool)> {
        let spots = &self.places(directory).spots;
        let (one, other) = (spots[one.0]?, spots[other.0]?);
        let km = one.point.distance_km(other.point);
        Some((km, one.is_about || other.is_about))
    }

    fn places(&self, directory: &Directory) -> &Places {
        self.places.get_or_init(|| {
            let spots: Vec<_> = directory
                .centers
                .iter()
                .map(|it| spot(directory, it))
                .collect();
            let open = self.centers.iter().filter(|id| {
                let status = directory.center(**id).status;
                status != Status::Closed
            });
            let tree = Tree::new(open.filter_map(|id| Some((id.0, spots[id.0]?.point))));
            Places { spots, tree }
        })
    }

    fn order_districts(&mut self, directory: &Directory, order: &ThaiOrder) {
        let areas = &directory.areas;
        let mut districts: Vec<_> = areas.districts.values().collect();
        districts.sort_by_cached_key(|it| {
            let province = areas.provinces.get(&it.province);
            let province = province.map(|it| order.key(&it.name.th));
            (province, order.key(&it.name.th), it.code.clone())
        });
        for (number, district) in districts.into_iter().enumerate() {
            self.district_numbers.insert(district.code.clone(), number);
            let mut subdistricts: Vec<_> = district.subdistricts.clone();
            subdistricts.sort_by_cached_key(|code| {
                let name = areas
                    .subdistricts
                    .get(code)
                    .map(|it| order.key(&it.name.th));
                (name, code.clone())
            });
            self.districts.push(DistrictNeighbours {
                code: district.code.clone(),
                subdistricts: subdistricts
                    .into_iter()
                    .map(|code| SubdistrictNeighbours {
                        code,
                        ..SubdistrictNeighbours::default()
                    })
                    .collect(),
                ..DistrictNeighbours::default()
            });
        }
    }

    fn order_centers(&mut self, directory: &Directory, order: &ThaiOrder) {
        let shown = directory.centers.iter().enumerate();
        for (near, center) in self.by_center.iter_mut().zip(&directory.centers) {
            let district = &center.location.district;
            near.district = self.district_numbers.get(district).copied();
        }
        let mut centers: Vec<_> = shown
            .filter(|(_, it)| it.status != Status::Planned)
            .map(|(number, _)| CenterId(number))
            .collect();
        centers.sort_by_cached_key(|id| {
            let it = directory.center(*id);
            let district = self.by_center[id.0].district;
            (district, it.level, order.key(&it.name.th), *id)
        });
        for id in &centers {
            let center = directory.center(*id);
            for topic in &center.topics {
                self.topics[topic.0].centers.push(*id);
            }
            let Some(number) = self.by_center[id.0].district else {
                continue;
            };
            let district = &mut self.districts[number];
            let in_subdistrict = match center.level {
                Level::Subdistrict => center.location.subdistrict.as_ref(),
                Level::District | Level::Province => None,
            };
            let subdistrict = in_subdistrict
                .and_then(|code| district.subdistricts.iter_mut().find(|it| it.code == *code));
            match subdistrict {
                Some(subdistrict) => subdistrict.centers.push(*id),
                None => district.centers.push(*id),
            }
        }
        self.centers = centers;
        for district in &mut self.districts {
            district.pages = pages_of_district(&district.subdistricts);
        }
    }

    fn order_practices(&mut self, directory: &Directory) {
        let mut practices: Vec<_> = (0..directory.practices.len()).map(PracticeId).collect();
        practices.sort_by_key(|id| (Reverse(directory.practice(*id).date), *id));
        for id in &practices {
            let practice = directory.practice(*id);
            self.by_center[practice.center.0].practices.push(*id);
            for topic in &practice.topics {
                self.topics[topic.0].practices.push(*id);
            }
            if let Some(number) = self.by_center[practice.center.0].district {
                self.districts[number].practices.push(*id);
            }
        }
        self.practices = practices;
    }

    fn order_activities(&mut self, directory: &Directory) {
        let all = (0..directory.activities.len()).map(ActivityId);
        let (mut activities, mut past): (Vec<_>, Vec<_>) =
            all.partition(|id| directory.activity(*id).last_day() >= directory.today);
        activities.sort_by_key(|id| (directory.activity(*id).date, *id));
        past.sort_by_key(|id| (Reverse(directory.activity(*id).date), *id));
        self.upcoming = activities.len();
        activities.append(&mut past);
        for id in &activities {
            let activity = directory.activity(*id);
            self.by_center[activity.center.0].activities.push(*id);
            for topic in &activity.topics {
                self.topics[topic.0].activities.push(*id);
            }
            if let Some(number) = self.by_center[activity.center.0].district {
                self.districts[number].activities.push(*id);
            }
        }
        self.activities = activities;
    }

    fn order_awards(&mut self, directory: &Directory) {
        let mut awards = Vec::new();
        for center in self.centers.iter().copied() {
            let count = directory.center(center).awards.len();
            awards.extend((0..count).map(|number| AwardOf {
                center,
                practice: None,
                number,
            }));
            for id in self.by_center[center.0].practices.iter().copied() {
                let count = directory.practice(id).awards.len();
                awards.extend((0..count).map(|number| AwardOf {
                    center,
                    practice: Some(id),
                    number,
                }));
            }
        }
        awards.sort_by_key(|it| {
            let award = it.award(directory);
            (
                Reverse(award.year.as_deref().copied()),
                Reverse(award.level),
            )
        });
        self.awards = awards;
    }

    fn count(&mut self, directory: &Directory) {
        let mut by_area: BTreeMap<(Level, &str), Vec<&Center>> = BTreeMap::new();
        for center in directory.centers.iter().filter(|it| !it.example) {
            let code = match center.level {
                Level::District => Some(&center.location.district),
                Level::Subdistrict => center.location.subdistrict.as_ref(),
                Level::Province => None,
            };
            if let Some(code) = code {
                by_area
                    .entry((center.level, code))
                    .or_default()
                    .push(center);
            }
        }
        let due = |level| {
            let deadlines = directory.site.deadlines.iter();
            deadlines
                .filter(|it| it.level == level)
                .map(|it| it.due)
                .max()
        };
        let (district_due, subdistrict_due) = (due(Level::District), due(Level::Subdistrict));
        let count = |level, code: &str, due| {
            let none = Vec::new();
            let centers = by_area.get(&(level, code)).unwrap_or(&none);
            count_area(centers, due, directory.today)
        };
        let mut all = Progress::default();
        for district in &mut self.districts {
            let mut progress = Progress {
                district: count(Level::District, &district.code, district_due),
                ..Progress::default()
            };
            district.is_center_planned =
                is_planned(by_area.get(&(Level::District, district.code.as_str())));
            for subdistrict in &mut district.subdistricts {
                let area = &directory.areas.subdistricts[&subdistrict.code];
                if area.is_target {
                    let counts = count(Level::Subdistrict, &area.code, subdistrict_due);
                    progress.subdistrict = progress.subdistrict.plus(counts);
                }
                subdistrict.is_planned =
                    is_planned(by_area.get(&(Level::Subdistrict, area.code.as_str())));
            }
            district.progress = progress;
            all = all.plus(progress);
        }
        self.progress = all;
    }
}

impl AwardOf {
    /// The award itself.
    #[must_use]
    pub fn award(self, directory: &Directory) -> &crate::model::center::Award {
        match self.practice {
            Some(id) => &directory.practice(id).awards[self.number],
            None => &directory.center(self.center).awards[self.number],
        }
    }
}

fn is_planned(centers: Option<&Vec<&Center>>) -> bool {
    centers.is_some_and(|all| all.iter().all(|it| it.status == Status::Planned))
}

fn count_area(centers: &[&Center], due: Option<Date>, today: Date) -> Counts {
    let established: Vec<_> = centers
        .iter()
        .filter(|it| it.status != Status::Planned)
        .collect();
    let is_documented = established
        .iter()
        .any(|it| it.documented.iter().any(|part| *part != Component::Place));
    let reported_on = centers.iter().filter_map(|it| it.area_reported_on).min();
    let is_reported = reported_on.is_some() || !established.is_empty();
    let is_past = due.is_some_and(|due| due < today);
    let is_late = matches!((reported_on, due), (Some(on), Some(due)) if on > due);
    Counts {
        target: 1,
        established: usize::from(!established.is_empty()),
        documented: usize::from(is_documented),
        overdue: usize::from(is_past && !is_reported),
        late: usize::from(is_late),
    }
}

/// Splits a district into pages of about [`PAGE_SIZE`] rows; a sub-district without centres is a row too.
fn pages_of_district(subdistricts: &[SubdistrictNeighbours]) -> Vec<Vec<(usize, Range<usize>)>> {
    let mut pages = vec![Vec::new()];
    let mut room = PAGE_SIZE;
    for (number, subdistrict) in subdistricts.iter().enumerate() {
        let count = subdistrict.centers.len();
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
        let with = |count: usize| SubdistrictNeighbours {
            centers: (0..count).map(CenterId).collect(),
            ..SubdistrictNeighbours::default()
        };
        let pages = pages_of_district(&[with(30), with(0), with(50), with(2)]);
        let rows: Vec<usize> = pages
            .iter()
            .map(|page| page.iter().map(|(_, it)| it.len().max(1)).sum())
            .collect();
        assert_eq!(rows, [40, 40, 3]);
        assert_eq!(pages[1], [(2, 9..49)]);
        assert_eq!(pages[2], [(2, 49..50), (3, 0..2)]);
        assert_eq!(pages_of_district(&[]), [Vec::new()]);
    }
}
