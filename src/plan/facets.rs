//! Facets: by what a list can be narrowed, and which entries have each value. The one place that counts them: links to lists, the
//! filters of a page and the columns that a browser filters with are all made from it.
//!
//! In: the order of the lists. Out: the entries of each value, by their place in the list. Examples are listed, so they count here.

use std::collections::BTreeMap;

use super::listings::Neighbours;
use super::paging::PAGE_SIZE;
use super::route::What;
use crate::model::center::{Facility, Level, Mission, Status};
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::model::practice::{CostBand, Evidence};
use crate::model::{Center, Directory, Lang};

/// Lists with fewer entries are read faster than they are filtered.
const FEWEST: usize = 6;
/// Changes whenever the files that a browser filters with change their form.
const FORM: &str = concat!(env!("CARGO_PKG_VERSION"), " 2");

/// A list that can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListOf {
    /// All centres.
    Centers,
    /// The showcase.
    BestPractices,
}

/// By what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// District: its number in [`Neighbours::districts`].
    District,
    /// Topic.
    Topic,
    /// Learning area.
    Mission,
    /// Level of the administration.
    Level,
    /// Whether a visitor can come.
    Status,
    /// How well a practice is proven.
    Evidence,
    /// What it costs to begin.
    Cost,
    /// The year in which it was written down, newest first.
    Year,
    /// A centre tells a best practice.
    Practice,
    /// It has an award; of a centre also one for its practice.
    Award,
    /// What is at the place.
    Facility,
}

impl Facet {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::District,
        Self::Topic,
        Self::Mission,
        Self::Level,
        Self::Status,
        Self::Evidence,
        Self::Cost,
        Self::Year,
        Self::Practice,
        Self::Award,
        Self::Facility,
    ];

    /// Its name in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Topic => "topic",
            Self::Mission => "mission",
            Self::Level => "level",
            Self::Status => "status",
            Self::Evidence => "evidence",
            Self::Cost => "cost",
            Self::Year => "year",
            Self::Practice => "practice",
            Self::Award => "award",
            Self::Facility => "facility",
        }
    }

    /// Whether an entry can have several of its values.
    #[must_use]
    pub fn is_multiple(self) -> bool {
        matches!(self, Self::Topic | Self::Mission | Self::Facility)
    }
}

/// A value of a facet and the entries that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Which: of a district or topic its number, of a word its place among its kind, of a year the year.
    pub number: usize,
    /// Its name in addresses.
    pub key: String,
    /// Places in the list, ascending; never none.
    pub entries: Vec<usize>,
}

/// A facet of a list with the values that entries have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// By what.
    pub facet: Facet,
    /// In the order of the facet; a value that no entry has is left out.
    pub values: Vec<Value>,
}

/// How a list can be narrowed.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    /// How many entries it has.
    pub total: usize,
    /// In the order in which they are offered.
    pub columns: Vec<Column>,
    /// Of everything that the files for filtering are made from, but for the cards.
    pub version: String,
    /// Of each [`PAGE_SIZE`] entries: which they are.
    pub slices: Vec<String>,
}

/// A file that a browser filters with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetFile {
    /// Which entry has which value.
    Columns,
    /// Other orders of the list.
    Order(Lang),
    /// Where the entries are.
    Points,
    /// Cards of some of the entries.
    Cards(Lang, usize),
}

impl ListOf {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Centers, Self::BestPractices];

    /// Its name in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Centers => "centers",
            Self::BestPractices => "best-practices",
        }
    }

    /// Its page.
    #[must_use]
    pub fn what(self) -> What {
        match self {
            Self::Centers => What::Centers,
            Self::BestPractices => What::BestPractices,
        }
    }

    /// How many entries stand before the first of the list in the index of the search, which has them in the order of the list, examples
    /// after all others.
    #[must_use]
    pub fn entries_before(self, directory: &Directory, near: &Neighbours) -> usize {
        let before = near.districts.len() + directory.site.topics.len();
        match self {
            Self::Centers => before,
            Self::BestPractices => before + near.centers.len(),
        }
    }

    /// The centre of each entry, in order.
    fn centers(self, directory: &Directory, near: &Neighbours) -> Vec<CenterId> {
        match self {
            Self::Centers => near.centers.clone(),
            Self::BestPractices => {
                let practices = near.practices.iter();
                practices.map(|id| directory.practice(*id).center).collect()
            }
        }
    }
}

impl Facets {
    /// The facets of a list.
    #[must_use]
    pub fn new(directory: &Directory, near: &Neighbours, list: ListOf) -> Self {
        let mut counting = Counting::default();
        match list {
            ListOf::Centers => {
                for (at, id) in near.centers.iter().enumerate() {
                    counting.center(directory, near, at, *id);
                }
            }
            ListOf::BestPractices => {
                for (at, id) in near.practices.iter().enumerate() {
                    counting.practice(directory, near, at, *id);
                }
            }
        }
        let columns = Facet::ALL.into_iter().zip(counting.0);
        let columns: Vec<_> = columns
            .filter(|(_, values)| !values.is_empty())
            .map(|(facet, values)| Column {
                facet,
                values: values
                    .into_iter()
                    .map(|(place, entries)| {
                        let number = number_at(facet, place);
                        let key = key(directory, near, facet, number);
                        Value {
                            number,
                            key,
                            entries,
                        }
                    })
                    .collect(),
            })
            .collect();
        let mut facets = Self {
            total: match list {
                ListOf::Centers => near.centers.len(),
                ListOf::BestPractices => near.practices.len(),
            },
            columns,
            ..Self::default()
        };
        if facets.is_offered() {
            facets.name(directory, near, list);
        }
        facets
    }

    /// Whether the list is long enough to be narrowed.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        self.total >= FEWEST
    }

    /// The entries of a value, by its number.
    #[must_use]
    pub fn entries(&self, facet: Facet, number: usize) -> &[usize] {
        let column = self.columns.iter().find(|it| it.facet == facet);
        let value = column.and_then(|it| it.values.iter().find(|it| it.number == number));
        value.map_or(&[], |it| &it.entries)
    }

    /// Names for the files: each changes with what the file is made from. Cards are read anew as pages are, so theirs say which entries
    /// they are of, and nothing has to be rendered to name them.
    fn name(&mut self, directory: &Directory, near: &Neighbours, list: ListOf) {
        let mut all = FORM.as_bytes().to_vec();
        for column in &self.columns {
            for value in &column.values {
                all.extend(value.key.as_bytes());
                for entry in &value.entries {
                    all.extend(entry.to_le_bytes());
                }
                all.push(b'\n');
            }
        }
        for district in directory.areas.districts.values() {
            all.extend(district.name.th.as_bytes());
            all.extend(district.name.in_lang(Lang::En).0.as_bytes());
        }
        for area in directory.areas.subdistricts.values() {
            all.extend(area.point.latitude.to_le_bytes());
            all.extend(area.point.longitude.to_le_bytes());
        }
        all.extend(list.entries_before(directory, near).to_le_bytes());
        let mut slice = Vec::new();
        for (at, id) in list.centers(directory, near).into_iter().enumerate() {
            if at > 0 && at % PAGE_SIZE == 0 {
                self.slices.push(short(&slice));
                slice.clear();
            }
            let center = directory.center(id);
            let (name, date, is_example) = match list {
                ListOf::Centers => (&center.name, center.opened, center.example),
                ListOf::BestPractices => {
                    let practice = directory.practice(near.practices[at]);
                    slice.extend(practice.slug.as_bytes());
                    slice.push(b' ');
                    all.extend(practice.adapted_by.len().to_le_bytes());
                    (&practice.title, Some(practice.date), practice.example)
                }
            };
            all.push(u8::from(is_example));
            slice.extend(center.path.as_bytes());
            slice.push(b'\n');
            for text in [Some(&name.th), name.en.as_ref()].into_iter().flatten() {
                all.extend(text.as_bytes());
                all.push(0);
            }
            if let Some(date) = date {
                all.extend(date.year().to_le_bytes());
                all.extend([date.month() as u8, date.day() as u8]);
            }
            let location = &center.location;
            if let Some(point) = location.point {
                all.extend(point.latitude.to_le_bytes());
                all.extend(point.longitude.to_le_bytes());
            } else {
                all.extend(location.subdistrict.iter().flat_map(String::as_bytes));
                all.extend(location.district.as_bytes());
            }
            all.push(b'\n');
        }
        self.slices.push(short(&slice));
        all.extend(self.slices.concat().as_bytes());
        self.version = short(&all);
    }

    /// Every file that a browser filters this list with.
    pub fn files(&self, languages: &[Lang]) -> Vec<FacetFile> {
        if !self.is_offered() {
            return Vec::new();
        }
        let mut files = vec![FacetFile::Columns, FacetFile::Points];
        for lang in languages {
            files.push(FacetFile::Order(*lang));
            files.extend((0..self.slices.len()).map(|it| FacetFile::Cards(*lang, it)));
        }
        files
    }

    /// The address of one of them.
    #[must_use]
    pub fn address(&self, list: ListOf, file: FacetFile) -> String {
        let (list, version) = (list.word(), &self.version);
        match file {
            FacetFile::Columns => format!("facets/{list}.{version}.js"),
            FacetFile::Points => format!("facets/{list}-points.{version}.js"),
            FacetFile::Order(lang) => format!("facets/{list}-order-{}.{version}.js", lang.tag()),
            FacetFile::Cards(lang, at) => {
                format!("facets/{list}-{}-{at}.{}.js", lang.tag(), self.slices[at])
            }
        }
    }
}

fn short(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..10].to_owned()
}

/// The entries of each value of each facet, by its place in [`Facet::ALL`].
#[derive(Default)]
struct Counting([BTreeMap<usize, Vec<usize>>; Facet::ALL.len()]);

impl Counting {
    fn add(&mut self, facet: Facet, number: usize, at: usize) {
        let values = &mut self.0[facet as usize];
        let entries = values.entry(place_of(facet, number)).or_default();
        if entries.last() != Some(&at) {
            entries.push(at);
        }
    }

    fn center(&mut self, directory: &Directory, near: &Neighbours, at: usize, id: CenterId) {
        let center = directory.center(id);
        self.shared(near, at, center, &center.topics, &center.missions);
        self.add(Facet::Level, center.level as usize, at);
        self.add(Facet::Status, center.status as usize, at);
        let practices = &near.by_center[id.0].practices;
        if !practices.is_empty() {
            self.add(Facet::Practice, 0, at);
        }
        let is_awarded = |id: &PracticeId| !directory.practice(*id).awards.is_empty();
        if !center.awards.is_empty() || practices.iter().any(is_awarded) {
            self.add(Facet::Award, 0, at);
        }
        for (number, facility) in Facility::ALL.iter().enumerate() {
            if center.visit.facilities.contains(facility) {
                self.add(Facet::Facility, number, at);
            }
        }
    }

    fn practice(&mut self, directory: &Directory, near: &Neighbours, at: usize, id: PracticeId) {
        let it = directory.practice(id);
        let center = directory.center(it.center);
        self.shared(near, at, center, &it.topics, &it.missions);
        if let Some(evidence) = it.evidence {
            self.add(Facet::Evidence, evidence as usize, at);
        }
        if let Some(baht) = it.cost_baht {
            self.add(Facet::Cost, CostBand::of(baht) as usize, at);
        }
        self.add(
            Facet::Year,
            usize::try_from(it.date.year()).unwrap_or(0),
            at,
        );
        if !it.awards.is_empty() {
            self.add(Facet::Award, 0, at);
        }
    }

    fn shared(
        &mut self,
        near: &Neighbours,
        at: usize,
        center: &Center,
        topics: &[TopicId],
        missions: &[Mission],
    ) {
        if let Some(number) = near.district_of(center) {
            self.add(Facet::District, number, at);
        }
        for topic in topics {
            self.add(Facet::Topic, topic.0, at);
        }
        for mission in missions {
            self.add(Facet::Mission, *mission as usize, at);
        }
    }
}

/// Where a value stands among those of its facet: years from the newest.
fn place_of(facet: Facet, number: usize) -> usize {
    match facet {
        Facet::Year => usize::MAX - number,
        _ => number,
    }
}

fn number_at(facet: Facet, place: usize) -> usize {
    place_of(facet, place)
}

/// The name of a value in addresses.
fn key(directory: &Directory, near: &Neighbours, facet: Facet, number: usize) -> String {
    let word = match facet {
        Facet::District => &directory.areas.districts[&near.districts[number].code].slug,
        Facet::Topic => &directory.site.topics[number].id,
        Facet::Mission => Mission::ALL[number].word(),
        Facet::Level => Level::ALL[number].word(),
        Facet::Status => Status::ALL[number].word(),
        Facet::Evidence => Evidence::ALL[number].word(),
        Facet::Cost => CostBand::ALL[number].word(),
        Facet::Facility => Facility::ALL[number].word(),
        Facet::Practice | Facet::Award => "yes",
        Facet::Year => return number.to_string(),
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::center::{Award, Course};
    use crate::model::{BestPractice, Text};
    use crate::testing::{SiteBuilder, a_center, a_practice, a_site};
    use proptest::prelude::*;

    fn an_award() -> Award {
        Award {
            title: Text::thai("รางวัลดีเด่น"),
            level: None,
            year: None,
            by: None,
        }
    }

    fn a_course(mission: Mission) -> Course {
        Course {
            title: Text::thai("หลักสูตร"),
            mission: Some(mission),
            audience: None,
            duration: None,
            text: None,
        }
    }

    fn facets(site: &SiteBuilder, list: ListOf) -> Facets {
        let directory = site.directory();
        Facets::new(&directory, &Neighbours::new(&directory), list)
    }

    /// `level: province 1, district 2`
    fn shown(facets: &Facets) -> Vec<String> {
        let value = |it: &Value| format!("{} {}", it.key, it.entries.len());
        let column = |it: &Column| {
            let values: Vec<_> = it.values.iter().map(value).collect();
            format!("{}: {}", it.facet.word(), values.join(", "))
        };
        facets.columns.iter().map(column).collect()
    }

    #[test]
    fn centers_are_counted_by_what_they_have() {
        let site = a_site()
            .with(a_center("a").about("rice").but(|it| {
                it.record.courses = vec![
                    a_course(Mission::LifeSkills),
                    a_course(Mission::Leadership),
                    a_course(Mission::LifeSkills),
                ];
                it.record.visit.facilities = vec![Facility::Wifi, Facility::Parking];
            }))
            .with(
                a_center("b")
                    .in_area("เขมราฐ", "นาแวง")
                    .but(|it| it.record.awards = vec![an_award()]),
            )
            .with(
                a_center("c")
                    .at_level("district")
                    .in_district("เขมราฐ")
                    .but(|it| it.record.facts.status = Status::Closed),
            )
            .with(a_center("d").planned())
            .with(a_center("e").example().about("rice"))
            .with(a_practice("a", "x").but(|it| it.record.awards = vec![an_award()]))
            .with(
                a_practice("a", "y").but(|it| it.record.facts.missions = vec![Mission::Vocational]),
            );
        let facets = facets(&site, ListOf::Centers);
        assert_eq!(facets.total, 4, "a planned one is in no list");
        assert_eq!(
            shown(&facets),
            [
                "district: khemarat 2, khueang-nai 2",
                "topic: rice 2",
                "mission: leadership 1, life-skills 1, vocational 1",
                "level: district 1, subdistrict 3",
                "status: open 3, closed 1",
                "practice: yes 1",
                "award: yes 2",
                "facility: parking 1, wifi 1",
            ]
        );
    }

    #[test]
    fn practices_are_counted_by_what_they_tell() {
        let costs = [
            None,
            Some(0),
            Some(1),
            Some(5_000),
            Some(5_001),
            Some(50_001),
        ];
        let mut site = a_site()
            .with(a_center("a"))
            .with(a_center("b").in_area("เขมราฐ", "นาแวง"));
        for (number, cost) in costs.into_iter().enumerate() {
            let center = if number == 0 { "b" } else { "a" };
            site = site.with(a_practice(center, &format!("p{number}")).but(|it| {
                it.record.facts.cost_baht = cost;
                it.record.facts.evidence = (number > 3).then_some(Evidence::Verified);
                it.record.facts.missions = vec![Mission::Vocational];
            }));
        }
        assert_eq!(
            shown(&facets(&site, ListOf::BestPractices)),
            [
                "district: khemarat 1, khueang-nai 5",
                "mission: vocational 6",
                "evidence: verified 2",
                "cost: free 1, up-to-5000 2, up-to-50000 1, more 1",
                "year: 2022 6",
            ]
        );
    }

    #[test]
    fn short_lists_are_not_filtered_and_long_ones_have_files() {
        let with = |count: usize| {
            (0..count).fold(a_site(), |site, number| {
                site.with(a_center(&format!("c{number:02}")))
            })
        };
        let short = facets(&with(5), ListOf::Centers);
        assert!(short.files(&[Lang::Th]).is_empty());
        let long = facets(&with(41), ListOf::Centers);
        let files = long.files(&[Lang::Th, Lang::En]);
        assert_eq!(files.len(), 2 + 2 * (1 + 2), "{files:?}");
        let addresses: std::collections::BTreeSet<_> = files
            .iter()
            .map(|it| long.address(ListOf::Centers, *it))
            .collect();
        assert_eq!(addresses.len(), files.len());
        let again = facets(&with(41), ListOf::Centers);
        assert_eq!(
            (&again.version, &again.slices),
            (&long.version, &long.slices)
        );
        let more = facets(&with(42), ListOf::Centers);
        assert_eq!(
            more.slices[0], long.slices[0],
            "what did not change keeps its name"
        );
        assert_ne!(more.slices[1], long.slices[1]);
        assert_ne!(more.version, long.version);
    }

    /// Whether an entry has a value, read from the entry itself and not from what was counted.
    fn has(
        directory: &Directory,
        center: &Center,
        practice: Option<&BestPractice>,
        facet: Facet,
        key: &str,
    ) -> bool {
        let (topics, missions) = match practice {
            Some(it) => (&it.topics, &it.missions),
            None => (&center.topics, &center.missions),
        };
        match facet {
            Facet::District => directory.areas.districts[&center.location.district].slug == key,
            Facet::Topic => topics
                .iter()
                .any(|it| directory.site.topics[it.0].id == key),
            Facet::Mission => missions.iter().any(|it| it.word() == key),
            Facet::Level => center.level.word() == key,
            Facet::Status => center.status.word() == key,
            Facet::Facility => center.visit.facilities.iter().any(|it| it.word() == key),
            Facet::Evidence => practice
                .unwrap()
                .evidence
                .is_some_and(|it| it.word() == key),
            Facet::Cost => practice
                .unwrap()
                .cost_baht
                .is_some_and(|it| CostBand::of(it).word() == key),
            Facet::Year => practice.unwrap().date.year().to_string() == key,
            Facet::Practice => directory
                .practices
                .iter()
                .any(|it| directory.center(it.center).path == center.path),
            Facet::Award => {
                let awards = practice.map_or(&center.awards, |it| &it.awards);
                let mut own = directory.practices.iter();
                let own = practice.is_none()
                    && own.any(|it| {
                        directory.center(it.center).path == center.path && !it.awards.is_empty()
                    });
                own || !awards.is_empty()
            }
        }
    }

    fn a_random_center(number: usize, kind: u32) -> crate::testing::CenterBuilder {
        let center = a_center(&format!("c{number}"));
        let center = match kind % 3 {
            0 => center.in_area("เขมราฐ", "นาแวง"),
            1 => center.at_level("district").in_district("เขื่องใน"),
            _ => center,
        };
        let center = if kind & 8 > 0 {
            center.about("rice")
        } else {
            center
        };
        center.but(|it| {
            it.record.facts.status = Status::ALL[kind as usize / 16 % 4];
            for (bit, mission) in Mission::ALL.iter().enumerate() {
                if kind >> (6 + bit) & 1 > 0 {
                    it.record.courses.push(a_course(*mission));
                }
            }
            for (bit, facility) in Facility::ALL.iter().enumerate() {
                if kind >> (11 + bit) & 1 > 0 {
                    it.record.visit.facilities.push(*facility);
                }
            }
            it.record.awards.extend((kind >> 18 & 1 > 0).then(an_award));
        })
    }

    fn a_random_practice(
        number: usize,
        center: usize,
        kind: u32,
    ) -> crate::testing::PracticeBuilder {
        let it = a_practice(&format!("c{center}"), &format!("p{number}"));
        let it = if kind & 1 > 0 { it.about("rice") } else { it };
        it.but(|it| {
            it.record.facts.missions = Mission::ALL
                .iter()
                .copied()
                .filter(|mission| kind >> (1 + *mission as u32) & 1 > 0)
                .collect();
            it.record.facts.evidence = Evidence::ALL.get(kind as usize / 64 % 5).copied();
            it.record.facts.cost_baht =
                [None, Some(0), Some(900), Some(7_000), Some(90_000)][kind as usize / 320 % 5];
            it.record.awards.extend((kind >> 20 & 1 > 0).then(an_award));
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn as_many_are_counted_as_are_found(
            centers in prop::collection::vec(any::<u32>(), 1..12),
            practices in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>()), 0..12),
        ) {
            let mut site = a_site();
            for (number, kind) in centers.iter().enumerate() {
                site = site.with(a_random_center(number, *kind));
            }
            for (number, (center, kind)) in practices.iter().enumerate() {
                site = site.with(a_random_practice(number, center.index(centers.len()), *kind));
            }
            let directory = site.directory();
            let near = Neighbours::new(&directory);
            for list in ListOf::ALL {
                let facets = Facets::new(&directory, &near, list);
                for column in &facets.columns {
                    for value in &column.values {
                        let found = (0..facets.total).filter(|at| match list {
                            ListOf::Centers => has(&directory, directory.center(near.centers[*at]), None, column.facet, &value.key),
                            ListOf::BestPractices => {
                                let it = directory.practice(near.practices[*at]);
                                has(&directory, directory.center(it.center), Some(it), column.facet, &value.key)
                            }
                        });
                        prop_assert_eq!(&value.entries, &found.collect::<Vec<_>>(), "{:?} {}", column.facet, value.key);
                        prop_assert!(!value.entries.is_empty());
                    }
                }
                // The pages that exist without a script list as many.
                for (number, it) in near.districts.iter().enumerate() {
                    let listed = match list {
                        ListOf::Centers => it.centers.len() + it.subdistricts.iter().map(|it| it.centers.len()).sum::<usize>(),
                        ListOf::BestPractices => it.practices.len(),
                    };
                    prop_assert_eq!(facets.entries(Facet::District, number).len(), listed);
                }
                for (number, it) in near.topics.iter().enumerate() {
                    let listed = match list {
                        ListOf::Centers => it.centers.len(),
                        ListOf::BestPractices => it.practices.len(),
                    };
                    prop_assert_eq!(facets.entries(Facet::Topic, number).len(), listed);
                }
            }
        }
    }
}
