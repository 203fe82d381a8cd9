//! Home, and the pages of many things.

use serde::Serialize;

use super::cards::{ActivityCard, CenterCard, PracticeCard};
use super::maps::Map;
use super::records::Contact;
use super::shared::{
    Card, Day, Link, Listed, LocalizedText, Named, Number, Pagination, Tally, TopicLink,
};

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// In this order: `open_centers` (with `target` beside it), `practices`, `stations`, `visitors` (of all years). Zero ones are left out.
    pub figures: Vec<FigureTile>,
    /// Best practices: those with an award first, then newest; at most 6.
    pub best_practices: Vec<Card<PracticeCard>>,
    /// Activities to come, by day; at most 3.
    pub upcoming: Vec<ActivityCard>,
    /// Activities that were, latest first; at most 3.
    pub activities: Vec<ActivityCard>,
    /// Centres: most documented first; at most 6.
    pub centers: Vec<Card<CenterCard>>,
    /// Every district of the site's provinces where there are at most 100 of them; else empty: link to `site.lists.districts`.
    pub districts: Vec<DistrictRow>,
    /// The same districts and the places of centres; none without `areas.geojson`.
    pub map: Option<Map>,
    /// Topics that have a centre or practice; at most 24.
    pub topics: Vec<TopicRow>,
}

/// The search page. What is found, scripts write into it; the rest is for those who have none, or find nothing.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// The folder of the index, from the folder of searches, and after a space how many chunks of keys it has.
    pub index: String,
    /// What can be searched for: each `key` is a value of `type` in the address.
    pub types: Vec<Named>,
    /// Every district where there are at most 100 of them; else empty: link to `site.lists.districts`.
    pub districts: Vec<DistrictRow>,
    /// Topics that have a centre or practice.
    pub topics: Vec<TopicRow>,
}

/// A figure of the home page.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTile {
    /// Which: words `figure_open_centers` …
    pub what: Named,
    /// How many.
    pub count: Number,
    /// Of how many.
    pub target: Option<Number>,
}

/// The whole directory, by district in Thai order, then by level and name.
#[derive(Clone, Debug, Serialize)]
pub struct Centers {
    /// This page's centres.
    pub list: Listed<Card<CenterCard>>,
    /// The same centres by district: where a heading stands before which item.
    pub groups: Vec<Group<Card<CenterCard>>>,
    /// One link for each letter that a district begins with, to its first district, on whichever page; empty up to 40 centres.
    pub letters: Vec<Letter>,
    /// On the first page: districts, and the centres of the whole list as points, as links where one page holds them all.
    pub map: Option<Map>,
    /// Where the list is seen as a map, from every page of it.
    pub map_href: Option<String>,
    /// How the list is narrowed; none where it is short.
    pub finder: Option<Finder>,
}

/// How a list is narrowed: groups of links to real pages, each value with its count. `filters.js` makes filters of them.
#[derive(Clone, Debug, Serialize)]
pub struct Finder {
    /// `centers` or `best-practices`.
    pub list: &'static str,
    /// The first page of the list, where filtered lists stand.
    pub action: String,
    /// The script with the columns.
    pub data: String,
    /// What can be chosen.
    pub groups: Vec<FacetGroup>,
    /// Orders, the list's own first.
    pub sorts: Vec<Named>,
    /// The order of the list where the columns have another one.
    pub order: Option<&'static str>,
    /// What the script says: JSON, for an attribute.
    pub words: String,
}

/// Values under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct FacetGroup {
    /// The heading.
    pub name: String,
    /// Whether it is short enough to stand open.
    pub is_open: bool,
    /// Its values.
    pub values: Vec<FacetValue>,
    /// Where there are too many values for a page: the page that has them, and `param` is their facet's name in addresses.
    pub more: Option<String>,
    /// See `more`.
    pub param: Option<&'static str>,
}

/// A value that entries of the list have.
#[derive(Clone, Debug, Serialize)]
pub struct FacetValue {
    /// The facet's name in addresses: `district`.
    pub param: &'static str,
    /// The value's: `khueang-nai`.
    pub key: String,
    /// In words.
    pub name: LocalizedText,
    /// How many entries of the list have it, in digits; examples are told apart where there is nothing else.
    pub count: Tally,
    /// The page that lists them; only districts, topics and learning areas have one.
    pub href: Option<String>,
}

/// Items under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group<T> {
    /// For `id`: letters jump to it.
    pub id: String,
    /// The heading.
    pub name: LocalizedText,
    /// Where the heading leads.
    pub href: Option<String>,
    /// The items.
    pub items: Vec<T>,
}

/// A letter of the alphabet and where it begins.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// `ข`
    pub letter: String,
    /// Page and fragment.
    pub href: String,
}

/// The showcase, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct BestPractices {
    /// This page's practices.
    pub list: Listed<Card<PracticeCard>>,
    /// How the list is narrowed; none where it is short.
    pub finder: Option<Finder>,
}

/// Activities: upcoming ones by day, then past ones, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct Activities {
    /// This page's activities.
    pub list: Listed<ActivityCard>,
    /// The same by month.
    pub months: Vec<Month>,
    /// Calendar of all activities; none where it would be empty.
    pub calendar: Option<String>,
}

/// A month with activities.
#[derive(Clone, Debug, Serialize)]
pub struct Month {
    /// `2025-11`
    pub iso: String,
    /// `พฤศจิกายน ๒๕๖๘`
    pub name: String,
    /// Whether it stands among the upcoming; a month can stand among both.
    pub is_upcoming: bool,
    /// Its activities.
    pub items: Vec<ActivityCard>,
}

/// All districts.
#[derive(Clone, Debug, Serialize)]
pub struct Districts {
    /// By province, each in Thai order.
    pub provinces: Vec<ProvinceRow>,
    /// All districts; none without `areas.geojson` and for more than 100.
    pub map: Option<Map>,
    /// How many districts there are.
    pub total: Number,
}

/// A province and its districts.
#[derive(Clone, Debug, Serialize)]
pub struct ProvinceRow {
    /// `จังหวัดอุบลราชธานี`; none where the site does not say.
    pub name: Option<LocalizedText>,
    /// Provincial centres.
    pub centers: Vec<Card<CenterCard>>,
    /// Its districts.
    pub districts: Vec<DistrictRow>,
}

/// A district in a list.
#[derive(Clone, Debug, Serialize)]
pub struct DistrictRow {
    /// Slug.
    pub key: String,
    /// Official code, `3404`: the map's.
    pub code: String,
    /// Without อำเภอ.
    pub name: LocalizedText,
    /// Its page.
    pub href: String,
    /// Figures.
    pub coverage: Coverage,
    /// How many best practices its centres tell.
    pub practices: Tally,
}

/// Targets and what is there, examples never counted.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// Centres that the programme asks for.
    pub target: Number,
    /// Those recorded: open, paused or closed.
    pub recorded: Number,
    /// Of these, entries that document at least one component beside the place.
    pub documented: Number,
    /// Targets that the directory holds nothing of after the deadline; zero where the site shows no deadline.
    pub overdue: Number,
    /// Established of the target in per cent, rounded down.
    pub percent: Number,
}

/// A district.
#[derive(Clone, Debug, Serialize)]
pub struct District {
    /// Slug.
    pub key: String,
    /// Official code.
    pub code: String,
    /// Without อำเภอ.
    pub name: LocalizedText,
    /// `จังหวัดอุบลราชธานี`; none where the site does not say.
    pub province: Option<LocalizedText>,
    /// Figures.
    pub coverage: Coverage,
    /// Its sub-districts, and the centres of this page as links; none without `areas.geojson`.
    pub map: Option<Map>,
    /// The provincial centre, where it lies in this district.
    pub provincial_centers: Vec<Card<CenterCard>>,
    /// Centres of the district itself.
    pub centers: Vec<Card<CenterCard>>,
    /// The district's own centre is on the target list, its report not received.
    pub is_center_planned: bool,
    /// Its sub-districts in Thai order, those of this page.
    pub subdistricts: Vec<SubdistrictRow>,
    /// How many sub-districts there are.
    pub subdistricts_total: Number,
    /// Pages of about 40 centres; none where one page holds all.
    pub pagination: Option<Pagination>,
    /// Its newest best practices; at most 24.
    pub best_practices: Vec<Card<PracticeCard>>,
    /// All of them, where there are more: the showcase, filtered.
    pub best_practices_all: Option<String>,
    /// How many there are.
    pub best_practices_total: Tally,
    /// Its latest activities, upcoming first; at most 6.
    pub activities: Vec<ActivityCard>,
    /// The district's office.
    pub office: Option<Contact>,
    /// Feed of the district.
    pub feed: String,
    /// Calendar of the district; none where it would be empty.
    pub calendar: Option<String>,
}

/// A sub-district on its district's page.
#[derive(Clone, Debug, Serialize)]
pub struct SubdistrictRow {
    /// Official code.
    pub code: String,
    /// Without ตำบล.
    pub name: LocalizedText,
    /// Its centres.
    pub centers: Vec<Card<CenterCard>>,
    /// On the target list, its report not received: say `words.status_planned`, no link.
    pub is_planned: bool,
    /// The programme asks for a centre here.
    pub is_target: bool,
}

/// All topics, in the order of `site.toml`.
#[derive(Clone, Debug, Serialize)]
pub struct Topics {
    /// The topics.
    pub topics: Vec<TopicRow>,
    /// The learning areas that an entry teaches.
    pub missions: Vec<MissionRow>,
}

/// A learning area in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MissionRow {
    /// Which.
    pub mission: Named,
    /// Its page.
    pub href: String,
    /// How many centres.
    pub centers: Tally,
    /// How many best practices.
    pub practices: Tally,
}

/// A topic in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TopicRow {
    /// The topic.
    pub topic: TopicLink,
    /// How many centres.
    pub centers: Tally,
    /// How many best practices.
    pub practices: Tally,
}

/// A topic: its best practices, newest first, then its centres; 40 in all on a page.
#[derive(Clone, Debug, Serialize)]
pub struct Topic {
    /// The topic.
    pub topic: TopicLink,
    /// What is about it: `topic.best_practices`.
    #[serde(flatten)]
    pub entries: Mixed,
    /// Feed of the topic.
    pub feed: String,
}

/// A learning area: as a topic.
#[derive(Clone, Debug, Serialize)]
pub struct Mission {
    /// Which.
    pub mission: Named,
    /// What teaches it: `mission.best_practices`.
    #[serde(flatten)]
    pub entries: Mixed,
}

/// Best practices, then centres, of one topic or learning area: one list on pages of its own.
#[derive(Clone, Debug, Serialize)]
pub struct Mixed {
    /// The best practices of this page.
    pub best_practices: Vec<Card<PracticeCard>>,
    /// How many there are.
    pub best_practices_total: Tally,
    /// The centres of this page.
    pub centers: Vec<Card<CenterCard>>,
    /// The same by district where there are more than 40 in all; else empty.
    pub groups: Vec<Group<Card<CenterCard>>>,
    /// How many there are.
    pub centers_total: Tally,
    /// As of [`Centers`], for its centres.
    pub letters: Vec<Letter>,
    /// The other pages.
    pub pagination: Option<Pagination>,
}

/// The roll of honour.
#[derive(Clone, Debug, Serialize)]
pub struct Awards {
    /// How many awards there are.
    pub total: Tally,
    /// How many of which level in which year, on the first page; none where there are only examples, which are never counted.
    pub counts: Option<AwardCounts>,
    /// By fiscal year, newest first; those without a year last.
    pub years: Vec<AwardYear>,
    /// The other pages.
    pub pagination: Option<Pagination>,
}

/// Awards by year and level.
#[derive(Clone, Debug, Serialize)]
pub struct AwardCounts {
    /// The levels that were reached, highest first; none for awards that do not say.
    pub levels: Vec<Option<Named>>,
    /// Newest first, at most 12; then all earlier ones, then those without a year.
    pub rows: Vec<AwardCountRow>,
    /// Of all rows.
    pub total: AwardCountRow,
}

/// How many awards of each level.
#[derive(Clone, Debug, Serialize)]
pub struct AwardCountRow {
    /// Which: `year`, `earlier` or `unknown`; of the total `total`.
    pub kind: &'static str,
    /// The year in words, of the kind `year`.
    pub year: Option<String>,
    /// By level, as in `levels`.
    pub counts: Vec<Number>,
    /// Of all levels.
    pub total: Number,
    /// Of the largest row, per cent, for a bar.
    pub percent: Number,
}

/// Awards of a fiscal year.
#[derive(Clone, Debug, Serialize)]
pub struct AwardYear {
    /// In words, as in [`super::ServiceYear::year`]; none for awards that do not say.
    pub year: Option<String>,
    /// Highest level first; awards without a level last.
    pub levels: Vec<AwardLevel>,
}

/// Awards of a level.
#[derive(Clone, Debug, Serialize)]
pub struct AwardLevel {
    /// Level.
    pub level: Option<Named>,
    /// The awards.
    pub awards: Vec<Honour>,
}

/// An award and who has it.
#[derive(Clone, Debug, Serialize)]
pub struct Honour {
    /// Name of the award.
    pub title: LocalizedText,
    /// Who gave it.
    pub by: Option<LocalizedText>,
    /// The centre.
    pub center: Link,
    /// The best practice, where the award is for one.
    pub practice: Option<Link>,
    /// Where.
    pub area: LocalizedText,
    /// Badge.
    pub is_example: bool,
}

/// The programme's targets. Examples are never counted.
#[derive(Clone, Debug, Serialize)]
pub struct Progress {
    /// All of it.
    pub total: Coverage,
    /// District centres, then sub-district centres.
    pub levels: Vec<LevelProgress>,
    /// By district in Thai order; of a site with more than 100 districts by province.
    pub rows: Vec<ProgressRow>,
    /// How many recorded centres document each component.
    pub components: Vec<ComponentProgress>,
    /// Whether the site measures entries against deadlines (`[[deadlines]]` with `show = true`): only then are `due`, `late` and `overdue` to be
    /// shown.
    pub shows_deadlines: bool,
}

/// Progress of a level.
#[derive(Clone, Debug, Serialize)]
pub struct LevelProgress {
    /// `district` or `subdistrict`.
    pub level: Named,
    /// Figures.
    pub coverage: Coverage,
    /// Until when area reports were due, where the site shows it.
    pub due: Option<Day>,
    /// Whether that day is over.
    pub is_past: bool,
    /// Reports that came after it.
    pub late: Number,
}

/// Progress of a district.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressRow {
    /// Its name.
    pub name: LocalizedText,
    /// Its page.
    pub href: Option<String>,
    /// Figures.
    pub coverage: Coverage,
}

/// How many centres document a component.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentProgress {
    /// `๖.๑.๑`
    pub number: String,
    /// Which.
    pub what: Named,
    /// How many centres.
    pub centers: Number,
    /// Of the recorded ones, per cent, rounded down.
    pub percent: Number,
}

/// The blank paper forms.
#[derive(Clone, Debug, Serialize)]
pub struct Forms {
    /// In the order of the letter.
    pub forms: Vec<BlankForm>,
}

/// A paper form to be filled in by hand.
#[derive(Clone, Debug, Serialize)]
pub struct BlankForm {
    /// `areas-districts`: words `form_areas_districts` …
    pub what: Named,
    /// To be printed and filled in by hand, or filled in on a computer.
    pub workbook: String,
}

/// The open data.
#[derive(Clone, Debug, Serialize)]
pub struct Data {
    /// The tables: centres, best practices, activities, progress.
    pub tables: Vec<DataTable>,
    /// `datapackage.json`
    pub package: String,
    /// How to cite, in one line.
    pub citation: String,
}

/// A table of the open data.
#[derive(Clone, Debug, Serialize)]
pub struct DataTable {
    /// `centers`: words `data_centers` …
    pub what: Named,
    /// How many rows it has.
    pub rows: Number,
    /// Its files: CSV, JSON, GeoJSON.
    pub files: Vec<DataFile>,
    /// Its JSON Schema.
    pub schema: String,
    /// Its fields.
    pub fields: Vec<DataField>,
}

/// A file of the open data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    /// `CSV`
    pub format: &'static str,
    /// Its name: `centers.csv`.
    pub name: String,
    /// Its address.
    pub href: String,
}

/// A field of a table.
#[derive(Clone, Debug, Serialize)]
pub struct DataField {
    /// Its name.
    pub name: String,
    /// `string` `integer` `number` `boolean` `date` `array`
    pub kind: &'static str,
    /// What it holds, in the page's language.
    pub description: String,
}
