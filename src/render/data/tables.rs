//! The tables of the open data: their columns in order, and whose rows they have.

use serde_json::{Value, json};

use super::column::{Column, Described, Field, described, may, must, row};
use crate::model::center::{Component, Status};
use crate::model::directory::{ActivityId, CenterId, PracticeId, TopicId};
use crate::model::{District, Subdistrict, Text};
use crate::plan::{Route, Table, is_listed};
use crate::render::parts::Parts;
use crate::schema::activity::ActivityFacts;
use crate::schema::center::{CenterFacts, LocationFacts, Visit};
use crate::schema::practice::PracticeFacts;
use crate::schema::{Fact, Key, Record};

const CENTERS: &[Column<CenterId>] = &[
    must(
        "path",
        "string",
        "รหัสของศูนย์ฯ ไม่เปลี่ยนแปลง",
        "Stable identifier of the centre",
        |parts, id| json!(parts.directory.center(id).path),
    ),
    must(
        "url",
        "string",
        "ที่อยู่ของหน้าศูนย์ฯ",
        "Address of its page",
        |parts, id| url(parts, Route::Center(id)),
    ),
    Column::Thai("name"),
    Column::English("name"),
    Column::Plain("level"),
    Column::Plain("status"),
    must(
        "district_code",
        "string",
        "รหัสอำเภอ",
        "District code",
        |parts, id| json!(parts.directory.center(id).location.district),
    ),
    must(
        "district_th",
        "string",
        "อำเภอ",
        "District in Thai",
        |parts, id| th(district(parts, id).map(|it| &it.name)),
    ),
    may(
        "district_en",
        "string",
        "ชื่ออำเภอภาษาอังกฤษ",
        "District in English",
        |parts, id| en(district(parts, id).map(|it| &it.name)),
    ),
    may(
        "subdistrict_code",
        "string",
        "รหัสตำบล",
        "Subdistrict code",
        |parts, id| json!(parts.directory.center(id).location.subdistrict),
    ),
    may(
        "subdistrict_th",
        "string",
        "ตำบล",
        "Subdistrict in Thai",
        |parts, id| th(subdistrict(parts, id).map(|it| &it.name)),
    ),
    may(
        "subdistrict_en",
        "string",
        "ชื่อตำบลภาษาอังกฤษ",
        "Subdistrict in English",
        |parts, id| en(subdistrict(parts, id).map(|it| &it.name)),
    ),
    may(
        "province_th",
        "string",
        "จังหวัด",
        "Province in Thai",
        |parts, id| {
            let areas = &parts.directory.areas;
            let province = district(parts, id).and_then(|it| areas.provinces.get(&it.province));
            let named = province.map(|it| &it.name);
            th(named.or(parts.directory.site.province.as_ref()))
        },
    ),
    may(
        "postal_code",
        "string",
        "รหัสไปรษณีย์",
        "Postal code",
        |parts, id| json!(parts.directory.center(id).location.postal_code),
    ),
    may(
        "latitude",
        "number",
        "ละติจูด (WGS 84)",
        "Latitude (WGS 84)",
        |parts, id| {
            let point = parts.directory.center(id).location.point;
            json!(point.map(|it| it.latitude))
        },
    ),
    may(
        "longitude",
        "number",
        "ลองจิจูด (WGS 84)",
        "Longitude (WGS 84)",
        |parts, id| {
            let point = parts.directory.center(id).location.point;
            json!(point.map(|it| it.longitude))
        },
    ),
    Column::Thai("place"),
    Column::Thai("summary"),
    Column::English("summary"),
    must(
        "topics",
        "array",
        "หัวข้อ",
        "Topics",
        |parts, id| topics(parts, &parts.directory.center(id).topics),
    ),
    must(
        "missions",
        "array",
        "ด้านการเรียนรู้",
        "Learning areas",
        |parts, id| {
            let missions = parts.directory.center(id).missions.iter();
            missions.map(|it| json!(it.word())).collect()
        },
    ),
    Column::Thai("hours"),
    Column::Thai("fee"),
    Column::Plain("group_min"),
    Column::Plain("group_max"),
    Column::Plain("opened"),
    Column::Plain("checked_on"),
    must(
        "components",
        "array",
        "องค์ประกอบที่มีข้อมูลแล้ว",
        "Components that the entry documents",
        |parts, id| {
            let documented = parts.directory.center(id).documented.iter();
            documented.map(|it: &Component| json!(it.word())).collect()
        },
    ),
    must(
        "learning_stations",
        "integer",
        "จำนวนฐานเรียนรู้",
        "Learning stations",
        |parts, id| json!(parts.directory.center(id).learning_stations.len()),
    ),
    must(
        "best_practices",
        "integer",
        "จำนวนแนวปฏิบัติที่ดี",
        "Best practices",
        |parts, id| {
            let own = parts.listings.of_center(id).practices.iter();
            let is_open = |id: &&PracticeId| is_listed(parts.directory, Route::BestPractice(**id));
            json!(own.filter(is_open).count())
        },
    ),
    must(
        "awards",
        "integer",
        "จำนวนรางวัล",
        "Awards",
        |parts, id| json!(parts.directory.center(id).awards.len()),
    ),
];

const PRACTICES: &[Column<PracticeId>] = &[
    must(
        "url",
        "string",
        "ที่อยู่ของหน้า",
        "Address of its page",
        |parts, id| url(parts, Route::BestPractice(id)),
    ),
    must(
        "center",
        "string",
        "รหัสของศูนย์ฯ",
        "Identifier of the centre",
        |parts, id| {
            let directory = parts.directory;
            json!(directory.center(directory.practice(id).center).path)
        },
    ),
    Column::Thai("title"),
    Column::English("title"),
    Column::Thai("summary"),
    Column::English("summary"),
    Column::Plain("date"),
    must(
        "topics",
        "array",
        "หัวข้อ",
        "Topics",
        |parts, id| topics(parts, &parts.directory.practice(id).topics),
    ),
    Column::Plain("missions"),
    Column::Plain("evidence"),
    Column::Thai("cost"),
    Column::Plain("cost_baht"),
    Column::Thai("duration"),
    Column::Thai("audience"),
    may(
        "adapted_from",
        "string",
        "ที่อยู่ของเรื่องที่นำมาขยายผล",
        "Address of the practice it was copied from",
        |parts, id| {
            let source = parts.directory.practice(id).adapted_from;
            let source = source.filter(|id| is_listed(parts.directory, Route::BestPractice(*id)));
            source.map_or(Value::Null, |it| url(parts, Route::BestPractice(it)))
        },
    ),
    must(
        "adapted_by",
        "integer",
        "จำนวนเรื่องที่นำไปขยายผล",
        "Practices copied from it",
        |parts, id| {
            let copies = parts.directory.practice(id).adapted_by.iter();
            let is_open = |id: &&PracticeId| is_listed(parts.directory, Route::BestPractice(**id));
            json!(copies.filter(is_open).count())
        },
    ),
    must(
        "awards",
        "integer",
        "จำนวนรางวัล",
        "Awards",
        |parts, id| json!(parts.directory.practice(id).awards.len()),
    ),
];

const ACTIVITIES: &[Column<ActivityId>] = &[
    must(
        "url",
        "string",
        "ที่อยู่ของหน้า",
        "Address of its page",
        |parts, id| url(parts, Route::Activity(id)),
    ),
    must(
        "center",
        "string",
        "รหัสของศูนย์ฯ",
        "Identifier of the centre",
        |parts, id| {
            let directory = parts.directory;
            json!(directory.center(directory.activity(id).center).path)
        },
    ),
    Column::Thai("title"),
    Column::English("title"),
    Column::Plain("date"),
    Column::Plain("end_date"),
    Column::Thai("occasion"),
    Column::Thai("place"),
    Column::Plain("participants"),
    Column::Thai("summary"),
    Column::English("summary"),
    must(
        "topics",
        "array",
        "หัวข้อ",
        "Topics",
        |parts, id| topics(parts, &parts.directory.activity(id).topics),
    ),
];

/// By the number of a district among the listings.
const PROGRESS: &[Column<usize>] = &[
    must(
        "district_code",
        "string",
        "รหัสอำเภอ",
        "District code",
        |parts, number| json!(parts.district(number).code),
    ),
    must(
        "district_th",
        "string",
        "อำเภอ",
        "District in Thai",
        |parts, number| json!(parts.district(number).name.th),
    ),
    may(
        "district_en",
        "string",
        "ชื่ออำเภอภาษาอังกฤษ",
        "District in English",
        |parts, number| json!(parts.district(number).name.en),
    ),
    must(
        "target",
        "integer",
        "เป้าหมาย (แห่ง)",
        "Centres targeted",
        |parts, number| json!(parts.listings.progress_of(number).counts.total().target),
    ),
    must(
        "with_entry",
        "integer",
        "มีข้อมูลในทำเนียบ (แห่ง)",
        "Centres in the directory",
        |parts, number| json!(parts.listings.progress_of(number).counts.total().recorded),
    ),
    must(
        "documented",
        "integer",
        "มีรายละเอียดแล้ว (แห่ง)",
        "Centres with details",
        |parts, number| json!(parts.listings.progress_of(number).counts.total().documented),
    ),
];

/// Where the site measures entries against a deadline.
const OVERDUE: Column<usize> = must(
    "overdue",
    "integer",
    "ยังไม่มีข้อมูลหลังพ้นกำหนด (แห่ง)",
    "Centres not in the directory after the deadline",
    |parts, number| json!(parts.listings.progress_of(number).counts.total().overdue),
);

/// A table: its columns, and its rows with a value for each. One row is made at a time: all of them are far larger than their file.
pub(super) struct Open<'a> {
    pub(super) fields: Vec<Field>,
    pub(super) rows: Box<dyn Iterator<Item = Vec<Value>> + 'a>,
}

/// A table of a site.
pub(super) fn open<'a>(parts: &'a Parts<'a>, table: Table) -> Open<'a> {
    let directory = parts.directory;
    match table {
        Table::Centers => {
            let records = [CenterFacts::KEYS, LocationFacts::KEYS, Visit::KEYS];
            rows(parts, CENTERS.iter(), &records, centers(parts), move |id| {
                let it = directory.center(id);
                let mut facts = it.facts.facts();
                facts.extend(it.location.facts.facts());
                facts.extend(it.visit.facts());
                facts
            })
        }
        Table::BestPractices => {
            let records = [PracticeFacts::KEYS];
            rows(
                parts,
                PRACTICES.iter(),
                &records,
                practices(parts),
                move |id| directory.practice(id).facts.facts(),
            )
        }
        Table::Activities => {
            let records = [ActivityFacts::KEYS];
            rows(
                parts,
                ACTIVITIES.iter(),
                &records,
                activities(parts),
                move |id| directory.activity(id).facts.facts(),
            )
        }
        Table::Progress => {
            let districts = 0..parts.listings.districts().len();
            let shown = directory.site.shows_deadlines().then_some(&OVERDUE);
            let columns = PROGRESS.iter().chain(shown);
            rows(parts, columns, &[], districts, |_| Vec::new())
        }
    }
}

/// How many rows a table has: nothing is made to know it.
pub(super) fn count(parts: &Parts, table: Table) -> usize {
    match table {
        Table::Centers => centers(parts).count(),
        Table::BestPractices => practices(parts).count(),
        Table::Activities => activities(parts).count(),
        Table::Progress => parts.listings.districts().len(),
    }
}

/// A table of things whose facts are those of some records.
fn rows<'a, Id: Copy + 'static>(
    parts: &'a Parts<'a>,
    columns: impl Iterator<Item = &'static Column<Id>>,
    records: &[&'static [Key]],
    ids: impl Iterator<Item = Id> + 'a,
    facts: impl Fn(Id) -> Vec<Fact<'a>> + 'a,
) -> Open<'a> {
    let keys: Vec<&'static Key> = records.iter().flat_map(|it| it.iter()).collect();
    let columns = described(&columns.collect::<Vec<_>>(), &keys);
    let fields = columns.iter().map(|it: &Described<Id>| it.field.clone());
    Open {
        fields: fields.collect(),
        rows: Box::new(ids.map(move |id| row(&columns, parts, id, &facts(id)))),
    }
}

fn centers<'a>(parts: &Parts<'a>) -> impl Iterator<Item = CenterId> + use<'a> {
    let all = parts.directory.centers.iter().enumerate();
    all.filter(|(_, it)| !it.example && it.status != Status::Planned)
        .map(|(number, _)| CenterId(number))
}

fn practices<'a>(parts: &Parts<'a>) -> impl Iterator<Item = PracticeId> + use<'a> {
    let directory = parts.directory;
    let all = (0..directory.practices.len()).map(PracticeId);
    all.filter(|id| is_listed(directory, Route::BestPractice(*id)))
}

fn activities<'a>(parts: &Parts<'a>) -> impl Iterator<Item = ActivityId> + use<'a> {
    let directory = parts.directory;
    let all = (0..directory.activities.len()).map(ActivityId);
    all.filter(|id| is_listed(directory, Route::Activity(*id)))
}

fn district<'a>(parts: &Parts<'a>, id: CenterId) -> Option<&'a District> {
    let location = &parts.directory.center(id).location;
    parts.directory.areas.districts.get(&location.district)
}

fn subdistrict<'a>(parts: &Parts<'a>, id: CenterId) -> Option<&'a Subdistrict> {
    let code = parts.directory.center(id).location.subdistrict.as_ref()?;
    parts.directory.areas.subdistricts.get(code)
}

fn url(parts: &Parts, route: Route) -> Value {
    let lang = parts.plan.languages[0];
    let address = parts.plan.address(route, lang);
    json!(parts.shared.absolute(&address))
}

fn th(text: Option<&Text>) -> Value {
    json!(text.map(|it| &it.th))
}

fn en(text: Option<&Text>) -> Value {
    json!(text.and_then(|it| it.en.as_ref()))
}

fn topics(parts: &Parts, ids: &[TopicId]) -> Value {
    let topics = &parts.directory.site.topics;
    ids.iter().map(|id| json!(topics[id.0].id)).collect()
}
