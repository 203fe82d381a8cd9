//! The workbook that offices fill in: a row for each centre that the programme asks for, with what is known of it.
//!
//! In: what the site says. Out: a workbook, or csv, that [`Importer`](super::Importer) reads back to the same: what it could not read back stays an empty
//! cell. Its columns are the rows of the schema. Never: holds a formula, whatever an entry says.

mod workbook;

use std::collections::BTreeMap;

use super::edit::{Entry, is_same, strings};
use super::headings::{CENTER, PATH};
use super::target::{Area, Site, district_key, subdistrict_key};
use super::values::given;
use super::workbook::Value;
use crate::diagnostic::{Diagnostic, Problem};
use crate::locale::one_form::normalise;
use crate::parse::draft::{CenterDraft, Drafts};
use crate::schema::export::columns::Column;
use crate::schema::{Key, Kind, Reference};
use crate::source::Sources;
use crate::value::formula::guarded;
use crate::value::words::{Level, Status};

/// Kinds of file that it is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With lists to choose from, and notes.
    Xlsx,
    /// The rows alone.
    Csv,
}

/// Keys that stand first, for they say which centre a row is about.
const FIRST: [&str; 6] = [
    "level",
    "location.district",
    "location.subdistrict",
    "name",
    "status",
    "location.place",
];
/// The column of paths.
const PATH_HEADING: &str = "ที่อยู่ในระบบ (ห้ามแก้ไข)";
/// What stands above the table.
const TITLE: &str = "แบบกรอกข้อมูลศูนย์ผู้นำจิตอาสาพัฒนาชุมชน";
/// No cell of a workbook holds more.
const LONGEST_CELL: usize = 32_000;

/// What is written, whatever the kind of file.
struct Template {
    /// Each with its heading.
    columns: Vec<&'static Column>,
    rows: Vec<Row>,
}

/// A row of the template.
struct Row {
    path: String,
    area: Area,
    /// By column.
    cells: Vec<String>,
}

/// The name of the file, and its bytes. `district` is a name or a code.
pub fn made(
    drafts: &Drafts,
    sources: &Sources,
    district: Option<&str>,
    format: Format,
) -> Result<(String, Vec<u8>), Diagnostic> {
    let site = Site::new(drafts);
    let district = match district {
        Some(written) => Some(site.district(written, None).map_err(Diagnostic::error)?),
        None => None,
    };
    let template = Template::new(&site, sources, district.map(|it| it.code.as_str()));
    let stem = district.map_or("template".to_owned(), |it| format!("template-{}", it.slug));
    match format {
        Format::Xlsx => {
            let bytes = workbook::bytes(&template, &site);
            let name = format!("{stem}.xlsx");
            match bytes {
                Ok(bytes) => Ok((name, bytes)),
                Err(error) => Err(Diagnostic::error(Problem::CannotWrite {
                    path: name,
                    error: error.to_string(),
                })),
            }
        }
        Format::Csv => Ok((format!("{stem}.csv"), template.csv())),
    }
}

/// The columns of the template, in order.
fn columns() -> Vec<&'static Column> {
    let is_filled_in = |it: &&Column| {
        let is_list_of_strings =
            matches!(it.key.kind, Kind::Strings) && it.key.refers_to != Some(Reference::Topic);
        !is_list_of_strings && it.path != "example"
    };
    let mut columns: Vec<&Column> = CENTER.iter().filter(is_filled_in).collect();
    let place = |it: &&Column| {
        let first = FIRST.iter().position(|path| *path == it.path);
        let group = ["location.", "chair.", "coordinator."];
        let group = group.iter().position(|group| it.path.starts_with(group));
        (first.unwrap_or(FIRST.len()), group.unwrap_or(group_count()))
    };
    columns.sort_by_key(place);
    columns
}

const fn group_count() -> usize {
    3
}

impl Template {
    fn new(site: &Site<'_>, sources: &Sources, district: Option<&str>) -> Self {
        let columns = columns();
        let areas = site.areas();
        let mut in_area: BTreeMap<Area, Vec<&CenterDraft>> = BTreeMap::new();
        let mut first = Vec::new();
        for draft in &site.drafts.centers {
            if draft.record.facts.example {
                continue;
            }
            let Some(area) = site.area_of(draft) else {
                continue;
            };
            if draft.record.facts.level == Level::Province {
                first.push((area, &**draft));
            } else {
                in_area.entry(area).or_default().push(draft);
            }
        }
        let is_wanted = |area: &Area| district.is_none_or(|it| it == area.district);
        let mut wanted: Vec<Area> = Vec::new();
        let mut districts: Vec<_> = areas.districts.values().collect();
        districts.sort_by_key(|it| (it.letter_order.unwrap_or(u32::MAX), it.code.clone()));
        for district in districts {
            wanted.push(Area {
                district: district.code.clone(),
                subdistrict: None,
            });
            for code in &district.subdistricts {
                let area = Area {
                    district: district.code.clone(),
                    subdistrict: Some(code.clone()),
                };
                let is_target = areas.subdistricts.get(code).is_some_and(|it| it.is_target);
                if is_target || in_area.contains_key(&area) {
                    wanted.push(area);
                }
            }
        }
        let mut template = Self {
            columns,
            rows: Vec::new(),
        };
        for (area, draft) in first.into_iter().filter(|it| is_wanted(&it.0)) {
            template.add(site, sources, &area, Some(draft));
        }
        for area in wanted.into_iter().filter(is_wanted) {
            match in_area.get(&area) {
                Some(drafts) => {
                    for draft in drafts {
                        template.add(site, sources, &area, Some(draft));
                    }
                }
                None => template.add(site, sources, &area, None),
            }
        }
        template
    }

    fn add(
        &mut self,
        site: &Site<'_>,
        sources: &Sources,
        area: &Area,
        draft: Option<&CenterDraft>,
    ) {
        let areas = site.areas();
        let subdistrict = area.subdistrict.as_ref().map(|it| &areas.subdistricts[it]);
        let level = draft.map_or(
            if subdistrict.is_some() {
                Level::Subdistrict
            } else {
                Level::District
            },
            |it| it.record.facts.level,
        );
        let entry = draft
            .and_then(|it| sources.texts.get(&it.file))
            .and_then(|it| Entry::read(&it.text, false));
        let cell = |column: &&Column| match column.path.as_str() {
            "level" => name_of(column.key, level.word()),
            "location.district" => district_key(areas, &area.district),
            "location.subdistrict" if subdistrict.is_some() => subdistrict
                .map(|it| subdistrict_key(areas, it))
                .unwrap_or_default(),
            path => entry
                .as_ref()
                .and_then(|it| it.get(path))
                .and_then(|it| known(column.key, it, site))
                .unwrap_or_default(),
        };
        let cells = self.columns.iter().map(cell).collect();
        self.rows.push(Row {
            path: draft.map_or_else(|| site.path_of(area), |it| it.path.clone()),
            area: area.clone(),
            cells,
        });
    }

    /// The heading of each column, the one of paths first.
    fn headings(&self) -> Vec<String> {
        let headings = self.columns.iter().map(|it| it.heading.clone());
        std::iter::once(PATH_HEADING.to_owned())
            .chain(headings)
            .collect()
    }

    /// The path of the key of each column.
    fn paths(&self) -> Vec<String> {
        let paths = self.columns.iter().map(|it| it.path.clone());
        std::iter::once(PATH.to_owned()).chain(paths).collect()
    }

    fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
        let mut write = |row: Vec<String>| {
            let row: Vec<String> = row.iter().map(|it| guarded(it)).collect();
            writer
                .write_record(row)
                .expect("rows of one length go into memory");
        };
        write(self.headings());
        write(self.paths());
        for row in &self.rows {
            write(
                std::iter::once(row.path.clone())
                    .chain(row.cells.iter().cloned())
                    .collect(),
            );
        }
        writer.into_inner().expect("memory takes every byte")
    }
}

/// What stands in the cell of a value that is known; nothing where it would be read back as something else.
fn known(key: &Key, item: &toml_edit::Item, site: &Site<'_>) -> Option<String> {
    let written = strings(item.as_value()?);
    let shown: Vec<String> = match key.kind {
        Kind::Word(_) if written.iter().any(|it| it == Status::Planned.word()) => return None,
        Kind::Word(_) | Kind::Words(_) => written.iter().map(|it| name_of(key, it)).collect(),
        Kind::Flag => written
            .iter()
            .map(|it| {
                let is_on = it == "true";
                let (yes, no) = if key.name == "consent" {
                    ("ยินยอม", "ไม่ยินยอม")
                } else {
                    ("ใช่", "ไม่ใช่")
                };
                (if is_on { yes } else { no }).to_owned()
            })
            .collect(),
        Kind::Date => written.iter().map(|it| day(it)).collect::<Option<_>>()?,
        Kind::Strings => written
            .iter()
            .map(|id| {
                let topic = site.topics.iter().find(|it| it.0 == *id);
                topic.map_or_else(|| id.clone(), |it| it.1.clone())
            })
            .collect(),
        _ => written.iter().map(|it| normalise(it)).collect(),
    };
    let shown = shown.join(", ");
    // Some programs take `_x0041_` for a letter.
    if shown.is_empty() || shown.len() > LONGEST_CELL || shown.contains("_x") {
        return None;
    }
    let read = given(key, &Value::Text(shown.as_str().into()), &site.topics).ok()??;
    is_same(key, item, &read, &[]).then_some(shown)
}

/// A day as people write it.
fn day(written: &str) -> Option<String> {
    let day = crate::parse::date(written).ok()?;
    Some(format!(
        "{}/{}/{}",
        day.day(),
        day.month(),
        day.buddhist_year()
    ))
}

/// What a word is called.
fn name_of(key: &Key, word: &str) -> String {
    let list = key.kind.vocabulary();
    let named = list.and_then(|it| it.words.iter().find(|it| it.word == word));
    named.map_or(word, |it| it.th).to_owned()
}
