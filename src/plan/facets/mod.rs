//! Facets: by what a list can be narrowed, and which entries have each value. The one place that counts them: links to lists, the
//! filters of a page and the columns that a browser filters with are all made from it.
//!
//! In: a list in its order. Out: the entries of each value, by their place in the list. Examples are listed, so they count here.

mod names;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use names::FacetNames;

use super::districts::Districts;
use super::route::Route;
use crate::model::center::{Facility, Level, Mission, Status};
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::model::practice::{CostBand, Evidence};
use crate::model::{BestPractice, Center, Directory, Lang};

/// Lists with fewer entries are read faster than they are filtered.
const FEWEST: usize = 6;

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
    /// District: its number in [`Districts`].
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
    pub fn route(self) -> Route {
        match self {
            Self::Centers => Route::Centers,
            Self::BestPractices => Route::BestPractices,
        }
    }
}

impl Facets {
    /// The facets of centres in their order. `told` are the practices of one.
    #[must_use]
    pub fn of_centers<'a>(
        directory: &Directory,
        districts: &Districts,
        centers: &[CenterId],
        told: impl Fn(CenterId) -> &'a [PracticeId],
    ) -> Self {
        let mut counting = Counting::new(directory, districts);
        for (at, id) in centers.iter().enumerate() {
            counting.center(at, directory.center(*id), told(*id));
        }
        counting.facets(centers.len())
    }

    /// The facets of practices in their order.
    #[must_use]
    pub fn of_practices(
        directory: &Directory,
        districts: &Districts,
        practices: &[PracticeId],
    ) -> Self {
        let mut counting = Counting::new(directory, districts);
        for (at, id) in practices.iter().enumerate() {
            counting.practice(at, directory.practice(*id));
        }
        counting.facets(practices.len())
    }

    /// Whether the list is long enough to be narrowed.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        is_offered(self.total)
    }

    /// The entries of a value, by its number.
    #[must_use]
    pub fn entries(&self, facet: Facet, number: usize) -> &[usize] {
        let column = self.columns.iter().find(|it| it.facet == facet);
        let value = column.and_then(|it| it.values.iter().find(|it| it.number == number));
        value.map_or(&[], |it| &it.entries)
    }
}

/// Whether a list of so many entries can be narrowed.
fn is_offered(total: usize) -> bool {
    total >= FEWEST
}

/// The entries of a list by their values.
struct Counting<'a> {
    directory: &'a Directory,
    districts: &'a Districts,
    /// Of each value of each facet, by its place in [`Facet::ALL`].
    entries: [BTreeMap<usize, Vec<usize>>; Facet::ALL.len()],
}

impl<'a> Counting<'a> {
    fn new(directory: &'a Directory, districts: &'a Districts) -> Self {
        Self {
            directory,
            districts,
            entries: Default::default(),
        }
    }

    fn add(&mut self, facet: Facet, number: usize, at: usize) {
        let values = &mut self.entries[facet as usize];
        let entries = values.entry(place_of(facet, number)).or_default();
        if entries.last() != Some(&at) {
            entries.push(at);
        }
    }

    fn center(&mut self, at: usize, center: &Center, practices: &[PracticeId]) {
        self.shared(at, center, &center.topics, &center.missions);
        self.add(Facet::Level, center.level as usize, at);
        self.add(Facet::Status, center.status as usize, at);
        if !practices.is_empty() {
            self.add(Facet::Practice, 0, at);
        }
        let is_awarded = |id: &PracticeId| !self.directory.practice(*id).awards.is_empty();
        if !center.awards.is_empty() || practices.iter().any(is_awarded) {
            self.add(Facet::Award, 0, at);
        }
        for (number, facility) in Facility::ALL.iter().enumerate() {
            if center.visit.facilities.contains(facility) {
                self.add(Facet::Facility, number, at);
            }
        }
    }

    fn practice(&mut self, at: usize, it: &BestPractice) {
        let center = self.directory.center(it.center);
        self.shared(at, center, &it.topics, &it.missions);
        if let Some(evidence) = it.evidence {
            self.add(Facet::Evidence, evidence as usize, at);
        }
        if let Some(baht) = it.cost_baht {
            self.add(Facet::Cost, CostBand::of(baht) as usize, at);
        }
        let year = usize::try_from(it.date.year()).unwrap_or(0);
        self.add(Facet::Year, year, at);
        if !it.awards.is_empty() {
            self.add(Facet::Award, 0, at);
        }
    }

    fn shared(&mut self, at: usize, center: &Center, topics: &[TopicId], missions: &[Mission]) {
        if let Some(number) = self.districts.number(&center.location.district) {
            self.add(Facet::District, number, at);
        }
        for topic in topics {
            self.add(Facet::Topic, topic.0, at);
        }
        for mission in missions {
            self.add(Facet::Mission, *mission as usize, at);
        }
    }

    fn facets(self, total: usize) -> Facets {
        let (directory, districts) = (self.directory, self.districts);
        let columns = Facet::ALL.into_iter().zip(self.entries);
        let columns = columns
            .filter(|(_, values)| !values.is_empty())
            .map(|(facet, values)| {
                let value = |(place, entries)| {
                    let number = number_at(facet, place);
                    Value {
                        number,
                        key: key(directory, districts, facet, number),
                        entries,
                    }
                };
                let values = values.into_iter().map(value).collect();
                Column { facet, values }
            });
        Facets {
            total,
            columns: columns.collect(),
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
fn key(directory: &Directory, districts: &Districts, facet: Facet, number: usize) -> String {
    let word = match facet {
        Facet::District => &districts.get(number).slug,
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
