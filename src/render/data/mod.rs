//! The open data: tables as CSV, JSON and GeoJSON, what their fields mean, and the page that says so.
//!
//! Examples, drafts and planned centres are in none of them, nor anything of a person.

use serde_json::{Map, Value, json};

use crate::media_type;
use crate::model::center::{Component, Status};
use crate::model::directory::{ActivityId, CenterId, PracticeId, TopicId};
use crate::model::practice::Evidence;
use crate::model::{Center, Lang, Text};
use crate::plan::{Table, TableFormat, What, is_listed};
use crate::render::context::Voice;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::parts::Parts;
use crate::render::pieces::license;
use crate::render::view::{Data, DataField, DataFile, DataTable};

/// A field of a table: the one description that CSV, JSON, schemas and the data page share.
struct Field {
    name: &'static str,
    kind: &'static str,
    th: &'static str,
    en: &'static str,
    is_required: bool,
}

const fn must(name: &'static str, kind: &'static str, th: &'static str, en: &'static str) -> Field {
    Field {
        name,
        kind,
        th,
        en,
        is_required: true,
    }
}

const fn may(name: &'static str, kind: &'static str, th: &'static str, en: &'static str) -> Field {
    Field {
        is_required: false,
        ..must(name, kind, th, en)
    }
}

const CENTERS: &[Field] = &[
    must(
        "path",
        "string",
        "รหัสของศูนย์ฯ ไม่เปลี่ยนแปลง",
        "Stable identifier of the centre",
    ),
    must("url", "string", "ที่อยู่ของหน้าศูนย์ฯ", "Address of its page"),
    must("name_th", "string", "ชื่อศูนย์ฯ", "Name in Thai"),
    may("name_en", "string", "ชื่อศูนย์ฯ ภาษาอังกฤษ", "Name in English"),
    must(
        "level",
        "string",
        "ระดับ: province, district, subdistrict",
        "Level: province, district, subdistrict",
    ),
    must(
        "status",
        "string",
        "สถานะ: open, paused, closed",
        "Status: open, paused, closed",
    ),
    must("district_code", "string", "รหัสอำเภอ", "District code"),
    must("district_th", "string", "อำเภอ", "District in Thai"),
    may(
        "district_en",
        "string",
        "ชื่ออำเภอภาษาอังกฤษ",
        "District in English",
    ),
    may("subdistrict_code", "string", "รหัสตำบล", "Subdistrict code"),
    may("subdistrict_th", "string", "ตำบล", "Subdistrict in Thai"),
    may(
        "subdistrict_en",
        "string",
        "ชื่อตำบลภาษาอังกฤษ",
        "Subdistrict in English",
    ),
    may("province_th", "string", "จังหวัด", "Province in Thai"),
    may("postal_code", "string", "รหัสไปรษณีย์", "Postal code"),
    may("latitude", "number", "ละติจูด (WGS 84)", "Latitude (WGS 84)"),
    may(
        "longitude",
        "number",
        "ลองจิจูด (WGS 84)",
        "Longitude (WGS 84)",
    ),
    may(
        "place_th",
        "string",
        "ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม",
        "Learning centre or place of activities",
    ),
    may("summary_th", "string", "สรุปสั้น ๆ", "Summary in Thai"),
    may(
        "summary_en",
        "string",
        "สรุปสั้น ๆ เป็นภาษาอังกฤษ",
        "Summary in English",
    ),
    must("topics", "array", "หัวข้อ", "Topics"),
    must("missions", "array", "ด้านการเรียนรู้", "Learning areas"),
    may(
        "hours_th",
        "string",
        "วันและเวลาให้บริการ",
        "Opening hours in Thai",
    ),
    may("fee_th", "string", "ค่าใช้จ่าย", "Cost in Thai"),
    may(
        "group_min",
        "integer",
        "จำนวนคนต่อคณะอย่างน้อย",
        "Smallest group, people",
    ),
    may(
        "group_max",
        "integer",
        "จำนวนคนต่อคณะไม่เกิน",
        "Largest group, people",
    ),
    may("opened", "date", "วันที่จัดตั้ง", "Opened on"),
    may(
        "checked_on",
        "date",
        "วันที่ตรวจสอบข้อมูลล่าสุด",
        "Entry last checked on",
    ),
    must(
        "components",
        "array",
        "องค์ประกอบที่มีข้อมูลแล้ว",
        "Components that the entry documents",
    ),
    must(
        "learning_stations",
        "integer",
        "จำนวนฐานเรียนรู้",
        "Learning stations",
    ),
    must(
        "best_practices",
        "integer",
        "จำนวนแนวปฏิบัติที่ดี",
        "Best practices",
    ),
    must("awards", "integer", "จำนวนรางวัล", "Awards"),
];

const PRACTICES: &[Field] = &[
    must("url", "string", "ที่อยู่ของหน้า", "Address of its page"),
    must("center", "string", "รหัสของศูนย์ฯ", "Identifier of the centre"),
    must("title_th", "string", "ชื่อเรื่อง", "Title in Thai"),
    may("title_en", "string", "ชื่อเรื่องภาษาอังกฤษ", "Title in English"),
    must("summary_th", "string", "สรุปสั้น ๆ", "Summary in Thai"),
    may(
        "summary_en",
        "string",
        "สรุปสั้น ๆ เป็นภาษาอังกฤษ",
        "Summary in English",
    ),
    must("date", "date", "วันที่เผยแพร่", "Published on"),
    must("topics", "array", "หัวข้อ", "Topics"),
    must("missions", "array", "ด้านการเรียนรู้", "Learning areas"),
    may(
        "evidence",
        "string",
        "หลักฐาน: told, measured, verified, replicated",
        "Evidence: told, measured, verified, replicated",
    ),
    may("cost_th", "string", "ค่าใช้จ่าย", "Cost in Thai"),
    may(
        "cost_baht",
        "integer",
        "ค่าใช้จ่ายเริ่มต้น (บาท)",
        "Cost to begin, baht",
    ),
    may("duration_th", "string", "ระยะเวลา", "Duration in Thai"),
    may(
        "audience_th",
        "string",
        "เหมาะสำหรับ",
        "Suitable for, in Thai",
    ),
    may(
        "adapted_from",
        "string",
        "ที่อยู่ของเรื่องที่นำมาขยายผล",
        "Address of the practice it was copied from",
    ),
    must(
        "adapted_by",
        "integer",
        "จำนวนเรื่องที่นำไปขยายผล",
        "Practices copied from it",
    ),
    must("awards", "integer", "จำนวนรางวัล", "Awards"),
];

const ACTIVITIES: &[Field] = &[
    must("url", "string", "ที่อยู่ของหน้า", "Address of its page"),
    must("center", "string", "รหัสของศูนย์ฯ", "Identifier of the centre"),
    must("title_th", "string", "ชื่อกิจกรรม", "Title in Thai"),
    may(
        "title_en",
        "string",
        "ชื่อกิจกรรมภาษาอังกฤษ",
        "Title in English",
    ),
    must("date", "date", "วันที่เริ่ม", "First day"),
    may("end_date", "date", "วันสุดท้าย", "Last day"),
    may("occasion_th", "string", "วาระ/วันสำคัญ", "Occasion in Thai"),
    may("place_th", "string", "สถานที่", "Place in Thai"),
    may("participants", "integer", "จำนวนผู้เข้าร่วม", "Participants"),
    may("summary_th", "string", "สรุปสั้น ๆ", "Summary in Thai"),
    may(
        "summary_en",
        "string",
        "สรุปสั้น ๆ เป็นภาษาอังกฤษ",
        "Summary in English",
    ),
    must("topics", "array", "หัวข้อ", "Topics"),
];

const PROGRESS: &[Field] = &[
    must("district_code", "string", "รหัสอำเภอ", "District code"),
    must("district_th", "string", "อำเภอ", "District in Thai"),
    may(
        "district_en",
        "string",
        "ชื่ออำเภอภาษาอังกฤษ",
        "District in English",
    ),
    must("target", "integer", "เป้าหมาย (แห่ง)", "Centres targeted"),
    must(
        "established",
        "integer",
        "จัดตั้งแล้ว (แห่ง)",
        "Centres established",
    ),
    must(
        "documented",
        "integer",
        "มีข้อมูลแล้ว (แห่ง)",
        "Centres documented",
    ),
    must(
        "overdue",
        "integer",
        "เกินกำหนดรายงาน (แห่ง)",
        "Reports overdue",
    ),
];

impl Table {
    fn fields(self) -> &'static [Field] {
        match self {
            Self::Centers => CENTERS,
            Self::BestPractices => PRACTICES,
            Self::Activities => ACTIVITIES,
            Self::Progress => PROGRESS,
        }
    }

    /// How many rows it has: nothing is made to know it.
    fn count(self, parts: &Parts) -> usize {
        match self {
            Self::Centers => centers(parts).count(),
            Self::BestPractices => practices(parts).count(),
            Self::Activities => activities(parts).count(),
            Self::Progress => parts.listings.districts().len(),
        }
    }

    /// Its rows, each with a value for each field. One is made at a time: all of them are far larger than their file.
    fn rows<'a>(self, parts: &'a Parts) -> Box<dyn Iterator<Item = Vec<Value>> + 'a> {
        match self {
            Self::Centers => Box::new(centers(parts).map(|id| center_row(parts, id))),
            Self::BestPractices => Box::new(practices(parts).map(|id| practice_row(parts, id))),
            Self::Activities => Box::new(activities(parts).map(|id| activity_row(parts, id))),
            Self::Progress => {
                let districts = 0..parts.listings.districts().len();
                Box::new(districts.map(|number| progress_row(parts, number)))
            }
        }
    }
}

impl TableFormat {
    fn label(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::GeoJson => "GeoJSON",
            Self::Schema => "JSON Schema",
        }
    }
}

/// A file of a table.
pub(super) fn file(parts: &Parts, table: Table, form: TableFormat) -> String {
    match form {
        TableFormat::Csv => csv(table.fields(), table.rows(parts)),
        TableFormat::Json => json_file(table.fields(), table.rows(parts)),
        TableFormat::GeoJson => geojson(table.fields(), table.rows(parts)),
        TableFormat::Schema => schema(parts, table),
    }
}

/// CSV begins with a byte order mark: without it, spreadsheets take Thai for something else.
fn csv(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".to_owned().into_bytes());
    let never = "writing to memory does not fail";
    let names = fields.iter().map(|it| it.name);
    writer.write_record(names).expect(never);
    for row in rows {
        writer.write_record(row.iter().map(cell)).expect(never);
    }
    let bytes = writer.into_inner().expect(never);
    String::from_utf8(bytes).expect("text in, text out")
}

/// A value as a cell. A text that a spreadsheet would take for a formula gets an apostrophe in front, by which it is a text to all of them.
fn cell(value: &Value) -> String {
    let text = plain(value);
    if !value.is_number() && looks_like_a_formula(&text) {
        format!("'{text}")
    } else {
        text
    }
}

/// A value as text; arrays are joined by `;`.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}

/// Whether a spreadsheet computes the text: `=cmd|…`, `@SUM(…)`, `-2+A1`; a number or a telephone with its sign is none.
fn looks_like_a_formula(text: &str) -> bool {
    match text.trim_start().chars().next() {
        Some('=' | '@') => true,
        Some('+' | '-') => text.contains(char::is_alphabetic),
        _ => false,
    }
}

/// One object a line: small changes make small differences.
fn json_file(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
    let mut text = String::from("[");
    for (at, row) in rows.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&object(fields, row).to_string());
    }
    text.push_str("\n]\n");
    text
}

/// Fields by name, those without a value left out.
fn object(fields: &[Field], row: Vec<Value>) -> Value {
    let named = fields.iter().map(|it| it.name.to_owned()).zip(row);
    Value::Object(
        named
            .filter(|(_, value)| !value.is_null())
            .collect::<Map<_, _>>(),
    )
}

/// Those centres whose place is known.
fn geojson(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    let mut separator = "\n";
    for row in rows {
        let properties = object(fields, row);
        let (Some(latitude), Some(longitude)) =
            (properties.get("latitude"), properties.get("longitude"))
        else {
            continue;
        };
        let feature = json!({
            "type": "Feature",
            "id": properties["path"],
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
            "properties": properties,
        });
        text.push_str(separator);
        text.push_str(&feature.to_string());
        separator = ",\n";
    }
    text.push_str("\n]}\n");
    text
}

fn schema(parts: &Parts, table: Table) -> String {
    let fields = table.fields();
    let properties: Map<String, Value> = fields
        .iter()
        .map(|it| {
            let mut property = match it.kind {
                "array" => json!({"type": "array", "items": {"type": "string"}}),
                "date" => json!({"type": "string", "format": "date"}),
                kind => json!({"type": kind}),
            };
            property["title"] = json!(it.th);
            property["description"] = json!(it.en);
            (it.name.to_owned(), property)
        })
        .collect();
    let required: Vec<_> = fields
        .iter()
        .filter(|it| it.is_required)
        .map(|it| it.name)
        .collect();
    let address = format!("data/{}.schema.json", name_of(table));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": parts.shared.absolute(&address),
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
    });
    format!("{schema:#}\n")
}

/// `datapackage.json` as Frictionless wants it.
pub(super) fn package(parts: &Parts) -> String {
    let site = &parts.directory.site;
    let resources: Vec<Value> = Table::ALL
        .into_iter()
        .flat_map(|(name, table)| {
            let csv = json!({
                "name": name,
                "path": format!("{name}.csv"),
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": media_type::of_extension("csv"),
                "encoding": "utf-8",
                "schema": {"fields": table.fields().iter().map(table_field).collect::<Vec<_>>(), "missingValues": [""]},
            });
            let others = table.forms().iter().filter(|it| matches!(it, TableFormat::Json | TableFormat::GeoJson));
            let others = others.map(move |form| {
                let extension = form.extension();
                json!({
                    "name": format!("{name}-{extension}"),
                    "path": format!("{name}.{extension}"),
                    "format": extension,
                    "mediatype": media_type::of_extension(extension),
                    "encoding": "utf-8",
                })
            });
            std::iter::once(csv).chain(others).collect::<Vec<_>>()
        })
        .collect();
    let mut package = json!({
        "name": "sala",
        "profile": "data-package",
        "title": site.title.in_lang(Lang::En).0,
        "homepage": parts.shared.absolute("data/"),
        "resources": resources,
    });
    if let Some(description) = &site.description {
        package["description"] = json!(description.in_lang(Lang::En).0);
    }
    if let Some(name) = &site.license {
        let mut license = json!({"name": name.replace(' ', "-"), "title": name});
        if let Some(href) = license::license(name).href {
            license["path"] = json!(href);
        }
        package["licenses"] = json!([license]);
    }
    format!("{package:#}\n")
}

fn table_field(field: &Field) -> Value {
    let kind = match field.kind {
        "array" => "string",
        kind => kind,
    };
    let mut value =
        json!({"name": field.name, "type": kind, "title": field.th, "description": field.en});
    if field.is_required && field.kind != "array" {
        value["constraints"] = json!({"required": true});
    }
    value
}

/// The page that says what there is.
pub(super) fn page(voice: &Voice) -> MadePage {
    let parts = voice.parts;
    let site = &parts.directory.site;
    let tables = Table::ALL
        .into_iter()
        .map(|(name, table)| {
            let address = |form: TableFormat| format!("data/{name}.{}", form.extension());
            let forms = table
                .forms()
                .iter()
                .filter(|it| **it != TableFormat::Schema);
            DataTable {
                what: voice.named_key("data", name),
                rows: voice.count(table.count(parts)),
                files: forms
                    .map(|form| DataFile {
                        format: form.label(),
                        name: format!("{name}.{}", form.extension()),
                        href: voice.links.href(&address(*form)),
                    })
                    .collect(),
                schema: voice.links.href(&address(TableFormat::Schema)),
                fields: table
                    .fields()
                    .iter()
                    .map(|it| DataField {
                        name: it.name,
                        kind: it.kind,
                        description: match voice.lang {
                            Lang::Th => it.th,
                            Lang::En => it.en,
                        },
                    })
                    .collect(),
            }
        })
        .collect();
    let title = site.title.in_lang(voice.lang).0;
    let publisher = site
        .organization
        .name
        .as_ref()
        .map_or(title, |it| it.in_lang(voice.lang).0);
    let view = Data {
        tables,
        package: voice.links.href("data/datapackage.json"),
        citation: voice.filled(
            "cite",
            &[
                ("organization", publisher),
                ("title", title),
                ("address", &voice.absolute(What::Data)),
                ("license", site.license.as_deref().unwrap_or("–")),
            ],
        ),
    };
    let mut head = Head::of_list(voice, "data", "data", "describe_data", What::Data, None);
    head.thing = Some(Thing::Data);
    MadePage::new("data.html", "data", &view, head)
}

fn name_of(table: Table) -> &'static str {
    let named = Table::ALL.into_iter().find(|(_, it)| *it == table);
    named.map_or("", |(name, _)| name)
}

fn centers(parts: &Parts) -> impl Iterator<Item = CenterId> {
    let directory = parts.directory;
    let all = directory.centers.iter().enumerate();
    all.filter(|(_, it)| !it.example && it.status != Status::Planned)
        .map(|(number, _)| CenterId(number))
}

fn practices(parts: &Parts) -> impl Iterator<Item = PracticeId> {
    let directory = parts.directory;
    let all = (0..directory.practices.len()).map(PracticeId);
    all.filter(|id| is_listed(directory, What::BestPractice(*id)))
}

fn activities(parts: &Parts) -> impl Iterator<Item = ActivityId> {
    let directory = parts.directory;
    let all = (0..directory.activities.len()).map(ActivityId);
    all.filter(|id| is_listed(directory, What::Activity(*id)))
}

fn url(parts: &Parts, what: What) -> Value {
    let lang = parts.plan.languages[0];
    json!(parts.shared.absolute(&parts.plan.address(what, lang)))
}

fn th(text: Option<&Text>) -> Value {
    text.map_or(Value::Null, |it| json!(it.th))
}

fn en(text: Option<&Text>) -> Value {
    text.and_then(|it| it.en.as_ref())
        .map_or(Value::Null, |it| json!(it))
}

fn topics(parts: &Parts, ids: &[TopicId]) -> Value {
    ids.iter()
        .map(|id| json!(parts.directory.site.topics[id.0].id))
        .collect()
}

fn center_row(parts: &Parts, id: CenterId) -> Vec<Value> {
    let directory = parts.directory;
    let it: &Center = directory.center(id);
    let place = &it.location;
    let areas = &directory.areas;
    let district = areas.districts.get(&place.district);
    let code = place.subdistrict.as_ref();
    let subdistrict = code.and_then(|it| areas.subdistricts.get(it));
    let province = district
        .and_then(|it| areas.provinces.get(&it.province))
        .map(|it| &it.name);
    let province = province.or(directory.site.province.as_ref());
    let own = parts.listings.of_center(id).practices.iter();
    let own = own
        .filter(|id| is_listed(directory, What::BestPractice(**id)))
        .count();
    vec![
        json!(it.path),
        url(parts, What::Center(id)),
        json!(it.name.th),
        json!(it.name.en),
        json!(it.level.word()),
        json!(it.status.word()),
        json!(place.district),
        th(district.map(|it| &it.name)),
        en(district.map(|it| &it.name)),
        json!(place.subdistrict),
        th(subdistrict.map(|it| &it.name)),
        en(subdistrict.map(|it| &it.name)),
        th(province),
        json!(place.postal_code),
        json!(place.point.map(|it| it.latitude)),
        json!(place.point.map(|it| it.longitude)),
        th(place.place.as_ref()),
        th(it.summary.as_ref()),
        en(it.summary.as_ref()),
        topics(parts, &it.topics),
        it.missions.iter().map(|it| json!(it.word())).collect(),
        th(it.visit.hours.as_ref()),
        th(it.visit.fee.as_ref()),
        json!(it.visit.group_min),
        json!(it.visit.group_max),
        json!(it.opened),
        json!(it.checked_on),
        it.documented
            .iter()
            .map(|it: &Component| json!(it.word()))
            .collect(),
        json!(it.learning_stations.len()),
        json!(own),
        json!(it.awards.len()),
    ]
}

fn practice_row(parts: &Parts, id: PracticeId) -> Vec<Value> {
    let directory = parts.directory;
    let it = directory.practice(id);
    let copies = it.adapted_by.iter();
    let copies = copies
        .filter(|id| is_listed(directory, What::BestPractice(**id)))
        .count();
    let source = it
        .adapted_from
        .filter(|id| is_listed(directory, What::BestPractice(*id)));
    vec![
        url(parts, What::BestPractice(id)),
        json!(directory.center(it.center).path),
        json!(it.title.th),
        json!(it.title.en),
        json!(it.summary.th),
        json!(it.summary.en),
        json!(it.date),
        topics(parts, &it.topics),
        it.missions.iter().map(|it| json!(it.word())).collect(),
        json!(it.evidence.map(Evidence::word)),
        th(it.cost.as_ref()),
        json!(it.cost_baht),
        th(it.duration.as_ref()),
        th(it.audience.as_ref()),
        source.map_or(Value::Null, |it| url(parts, What::BestPractice(it))),
        json!(copies),
        json!(it.awards.len()),
    ]
}

fn activity_row(parts: &Parts, id: ActivityId) -> Vec<Value> {
    let directory = parts.directory;
    let it = directory.activity(id);
    vec![
        url(parts, What::Activity(id)),
        json!(directory.center(it.center).path),
        json!(it.title.th),
        json!(it.title.en),
        json!(it.date),
        json!(it.end_date),
        th(it.occasion.as_ref()),
        th(it.place.as_ref()),
        json!(it.participants),
        th(it.summary.as_ref()),
        en(it.summary.as_ref()),
        topics(parts, &it.topics),
    ]
}

fn progress_row(parts: &Parts, number: usize) -> Vec<Value> {
    let it = parts.district(number);
    let counts = parts.listings.progress_of(number).counts.total();
    vec![
        json!(it.code),
        json!(it.name.th),
        json!(it.name.en),
        json!(counts.target),
        json!(counts.established),
        json!(counts.documented),
        json!(counts.overdue),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (value, expected) in [
            (json!("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0"),
            (json!(" =1+1"), "' =1+1"),
            (json!("@SUM(A1)"), "'@SUM(A1)"),
            (json!("- ทำนา"), "'- ทำนา"),
            (json!(["+A1", "ก"]), "'+A1;ก"),
            (json!("+66 45 344 628"), "+66 45 344 628"),
            (json!(-1.5e-9), "-1.5e-9"),
            (json!("ก = ข"), "ก = ข"),
        ] {
            assert_eq!(cell(&value), expected);
        }
    }
}
