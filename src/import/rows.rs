//! Rows of area reports and of the template → what each says about the entry of which centre.
//!
//! In: a table, and the site. Out: a request for each row that says something, and what is wrong with the others, cell by cell. Titles,
//! totals, numbers of columns, signatures and empty rows are no rows of data.

use super::headings::{Form, Slot};
use super::request::{Assigned, Origin, Request};
use super::tables::Table;
use super::target::{Area, Site, Target};
use super::values::{Given, given};
use super::workbook::{Row, Value};
use super::{Level, Reading};
use crate::diagnostic::{Diagnostic, Problem, SheetProblem};
use crate::model::District;
use crate::schema::Key;
use crate::value::words::{ChairAs, Word};
use crate::value::{SheetCell, SitePath};

/// So many rows show how a table is meant.
const LOOKED_AT: usize = 200;

/// The rows of a table.
struct Rows<'a, 'b> {
    table: &'b Table<'b>,
    file: &'b SitePath,
    site: &'b Site<'a>,
    /// The level of its centres, where that is not said row by row.
    level: Option<Level>,
    /// The district of all rows, as the title, the sheet or the file says; or of those that follow.
    district: Option<&'a District>,
    /// The district of the row above.
    above: Option<&'a District>,
}

/// Reads a table.
pub(super) fn requests(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Vec<Request> {
    let file = reading.file.clone();
    let site = reading.site;
    let named = |text: &str| site.district_in(text, true);
    let title = table
        .above
        .iter()
        .rev()
        .find_map(|it| site.district_in(&it.1, false));
    let stem = file
        .file_name()
        .rsplit_once('.')
        .map_or(file.file_name(), |it| it.0);
    let district = title
        .or_else(|| named(&table.sheet.name))
        .or_else(|| named(stem));
    let mut rows = Rows {
        table,
        file: &file,
        site,
        level: None,
        district,
        above: None,
    };
    if table.form == Form::Areas {
        let Some(level) = rows.level_of_all(reading.level, stem) else {
            let place = table.sheet.row_place(table.head);
            let problem = Diagnostic::error(SheetProblem::LevelUnclear).in_cell(&file, place);
            reading.found.push(problem);
            return Vec::new();
        };
        rows.level = Some(level);
    }
    if let Some((column, is_right)) = rows.shift() {
        let place = table.sheet.row_place(table.head).in_column(column);
        let problem = Diagnostic::error(SheetProblem::HeadingsShifted { is_right });
        reading.found.push(problem.in_cell(&file, place));
        return Vec::new();
    }
    let mut requests = Vec::new();
    for row in table
        .sheet
        .rows
        .iter()
        .filter(|it| table.rows.contains(&it.number))
    {
        requests.extend(rows.request(row, reading));
    }
    requests
}

impl<'a> Rows<'a, '_> {
    /// Whether the report is one of districts or of sub-districts: as it says itself, else as its rows show.
    fn level_of_all(&self, asked: Option<Level>, stem: &str) -> Option<Level> {
        if asked.is_some() {
            return asked;
        }
        let mut titles: Vec<&str> = self
            .table
            .above
            .iter()
            .rev()
            .map(|it| it.1.as_str())
            .collect();
        titles.extend([&*self.table.sheet.name, stem]);
        for title in titles {
            let title: String = title.chars().filter(|it| !it.is_whitespace()).collect();
            match (title.contains("ระดับอำเภอ"), title.contains("ระดับตำบล"))
            {
                (true, false) => return Some(Level::District),
                (false, true) => return Some(Level::Subdistrict),
                _ => {}
            }
        }
        let column = |path| self.table.column(path);
        let (Some(district), Some(subdistrict)) =
            (column("location.district"), column("location.subdistrict"))
        else {
            return match (column("location.district"), column("location.subdistrict")) {
                (Some(_), None) => Some(Level::District),
                (None, Some(_)) => Some(Level::Subdistrict),
                _ => None,
            };
        };
        // Both columns stand in both reports: a district stands once in the one, and often in the other.
        let mut districts: Vec<String> = Vec::new();
        let mut has_subdistricts = true;
        for row in self
            .table
            .sheet
            .rows
            .iter()
            .filter(|it| self.table.rows.contains(&it.number))
        {
            let text = |column| {
                self.value(row, column)
                    .map(Value::shown)
                    .unwrap_or_default()
            };
            if let Ok(it) = self.site.district(&text(district), None) {
                districts.push(it.code.clone());
                has_subdistricts &= !text(subdistrict).trim().is_empty();
            }
        }
        let count = districts.len();
        districts.sort();
        districts.dedup();
        match (count, districts.len()) {
            (2.., one) if one == count => Some(Level::District),
            (2.., _) if has_subdistricts => Some(Level::Subdistrict),
            _ => None,
        }
    }

    /// Whether the names of areas stand in the column beside the one that is called so: in which, and whether the headings stand to the
    /// right of what they mean.
    fn shift(&self) -> Option<(u32, bool)> {
        let is_district = self.table.column("location.district").is_some();
        let path = if is_district {
            "location.district"
        } else {
            "location.subdistrict"
        };
        let column = self.table.column(path)?;
        let count = |column: u32| {
            let rows = self.table.sheet.rows.iter();
            let rows = rows
                .filter(|it| self.table.rows.contains(&it.number))
                .take(LOOKED_AT);
            let named = rows.filter_map(|it| it.value(column));
            named
                .filter(|it| self.names_area(&it.shown(), is_district))
                .count()
        };
        let left = column.checked_sub(1).map_or(0, count);
        let right = count(column + 1);
        match (count(column), left, right) {
            (0, 1.., 0) => Some((column, true)),
            (0, 0, 1..) => Some((column, false)),
            _ => None,
        }
    }

    fn names_area(&self, written: &str, is_district: bool) -> bool {
        let areas = self.site.areas();
        let name = crate::locale::one_form::normalise(written);
        let kinds = if is_district {
            ["อำเภอ", "อ."]
        } else {
            ["ตำบล", "ต."]
        };
        let bare = kinds
            .iter()
            .find_map(|it| name.strip_prefix(it))
            .unwrap_or(&name)
            .trim();
        if is_district {
            areas.districts.values().any(|it| it.name.th == bare)
        } else {
            areas.subdistricts.values().any(|it| it.name.th == bare)
        }
    }

    /// What a cell says; one that was made one with those above it says what these do.
    fn value<'r>(&'r self, row: &'r Row, column: u32) -> Option<&'r Value> {
        row.value(column).or_else(|| {
            let sheet = self.table.sheet;
            let merged = sheet.merged.iter().find(|it| {
                it.left == column
                    && (it.top..=it.bottom).contains(&row.number)
                    && it.top >= self.table.rows.start
            })?;
            sheet.own_value(merged.top, merged.left)
        })
    }

    fn text(&self, row: &Row, path: &str) -> Option<(String, u32)> {
        let column = self.table.column(path)?;
        let text = self.value(row, column)?.shown().trim().to_owned();
        let is_dotted = text
            .chars()
            .all(|it| matches!(it, '.' | '-' | '–' | '…' | ' '));
        (!is_dotted).then_some((text, column))
    }

    fn place(&self, row: &Row, column: Option<u32>) -> SheetCell {
        SheetCell {
            column,
            ..self.table.sheet.row_place(row.number)
        }
    }

    fn request(&mut self, row: &Row, reading: &mut Reading<'a, '_>) -> Option<Request> {
        if self.is_aside(row) {
            return None;
        }
        if self.table.form == Form::Template && is_in(row, &["location.district"]) {
            return None; // the paths of keys once more
        }
        let mut problems = Vec::new();
        let target = match self.target(row, reading) {
            Ok(Some(found)) => Some(found),
            Ok(None) => return None,
            Err((problem, column)) => {
                problems.push((problem, column));
                None
            }
        };
        let values = self.values(row, target.as_ref().map(|it| &it.1), &mut problems);
        let is_refused = !problems.is_empty();
        for (problem, column) in problems {
            let place = self.place(row, column);
            reading
                .found
                .push(Diagnostic::error(problem).in_cell(self.file, place));
        }
        let (target, area) = target?;
        let facts = match &area {
            Some(area) => self.site.facts(area),
            None => Vec::new(),
        };
        Some(Request {
            entry: SitePath::new(format!("content/centers/{}/center.toml", target.path)),
            form: self.table.form,
            origin: Origin {
                file: self.file.clone(),
                cell: self.place(row, None),
            },
            facts,
            values,
            lists: Vec::new(),
            story: None,
            is_refused,
        })
    }

    /// Whether a row is none of data.
    fn is_aside(&mut self, row: &Row) -> bool {
        let texts: Vec<String> = row
            .cells
            .iter()
            .map(|it| it.value.shown().trim().to_owned())
            .collect();
        let shown: Vec<&String> = texts.iter().filter(|it| !it.is_empty()).collect();
        if shown.is_empty() {
            return true;
        }
        let begins = |it: &str, words: &[&str]| words.iter().any(|word| it.starts_with(word));
        if shown
            .iter()
            .take(3)
            .any(|it| begins(it, &["รวม", "ทั้งหมด", "จำนวนทั้งสิ้น", "ยอดรวม"]))
        {
            return true;
        }
        if let [one] = shown.as_slice() {
            // A line between rows may say whose they are.
            if begins(one, &["อำเภอ", "อ."]) && one.chars().count() < 60 {
                if let Some(district) = self.site.district_in(one, false) {
                    self.district = Some(district);
                    self.above = None;
                }
                return true;
            }
        }
        // (1) (2) (3): the numbers of the columns.
        let number = |it: &String| {
            let digits = crate::locale::one_form::arabic_digits(it);
            digits.trim_matches(['(', ')', ' ']).parse::<u32>().ok()
        };
        let numbers: Option<Vec<u32>> = shown.iter().map(|it| number(it)).collect();
        numbers.is_some_and(|it| it.len() >= 3 && it.windows(2).all(|it| it[0] + 1 == it[1]))
    }

    /// The entry that a row is about, and its area; nothing where the row is about none.
    #[expect(clippy::type_complexity, reason = "a problem and its column")]
    fn target(
        &mut self,
        row: &Row,
        reading: &Reading<'a, '_>,
    ) -> Result<Option<(Target<'a>, Option<Area>)>, (Problem, Option<u32>)> {
        let district = self.text(row, "location.district");
        let subdistrict = self.text(row, "location.subdistrict");
        let level = match self.level {
            Some(level) => level,
            None => match self.level_of(row)? {
                Some(level) => level,
                None if subdistrict.is_some() => Level::Subdistrict,
                None => Level::District,
            },
        };
        if let Some((path, column)) = self.text(row, super::headings::PATH)
            && let Some(draft) = self.site.center(&path)
        {
            let area = self.site.area_of(draft);
            // Who sorts some columns and not others moves a row to another centre.
            let named = self.named(level, district.as_ref(), subdistrict.as_ref());
            if draft.record.facts.level != Level::Province && named.is_some() && named != area {
                return Err((SheetProblem::PathElsewhere(path).into(), Some(column)));
            }
            let draft = Some(draft);
            return Ok(Some((Target { path, draft }, area)));
        }
        let is_named = match level {
            Level::Subdistrict => subdistrict.is_some(),
            _ => district.is_some(),
        };
        if !is_named {
            return if self.left_out(row) {
                Ok(None)
            } else {
                Err((SheetProblem::RowWithoutArea.into(), None))
            };
        }
        let province = self.text(row, "location.province").map(|it| it.0);
        let district = match &district {
            Some((written, column)) => {
                let district = self.site.district(written, province.as_deref());
                let district = district.map_err(|it| (it, Some(*column)))?;
                self.above = Some(district);
                Some(district)
            }
            None => self.above.or(self.district),
        };
        let area = match (level, subdistrict) {
            (Level::District, _) => {
                let district = district.ok_or((SheetProblem::RowWithoutArea.into(), None))?;
                Area {
                    district: district.code.clone(),
                    subdistrict: None,
                }
            }
            (Level::Subdistrict, Some((written, column))) => {
                let found = self.site.subdistrict(&written, district);
                let found = found.map_err(|it| (it, Some(column)))?;
                Area {
                    district: found.district.clone(),
                    subdistrict: Some(found.code.clone()),
                }
            }
            (Level::Province, _) | (Level::Subdistrict, None) => {
                return Err((SheetProblem::RowWithoutArea.into(), None));
            }
        };
        let in_area = reading.in_area.get(&area).map_or(&[][..], Vec::as_slice);
        let target = self.site.target(&area, in_area).map_err(|it| (it, None))?;
        Ok(Some((target, Some(area))))
    }

    /// The area that a row names, as far as it names one that there is.
    fn named(
        &self,
        level: Level,
        district: Option<&(String, u32)>,
        subdistrict: Option<&(String, u32)>,
    ) -> Option<Area> {
        let district = self.site.district(&district?.0, None).ok()?;
        let subdistrict = match (level, subdistrict) {
            (Level::Subdistrict, Some((written, _))) => Some(
                self.site
                    .subdistrict(written, Some(district))
                    .ok()?
                    .code
                    .clone(),
            ),
            (Level::Province, _) | (Level::Subdistrict, None) => return None,
            _ => None,
        };
        Some(Area {
            district: district.code.clone(),
            subdistrict,
        })
    }

    /// The level that a row says.
    fn level_of(&self, row: &Row) -> Result<Option<Level>, (Problem, Option<u32>)> {
        let Some((text, column)) = self.text(row, "level") else {
            return Ok(None);
        };
        let key = self.key("level");
        let word = key.map(|it| given(it, &Value::Text(text.into()), &[]));
        match word {
            Some(Err(problem)) => Err((problem, Some(column))),
            Some(Ok(Some(Given::Text(word)))) => {
                Ok(Level::ALL.iter().copied().find(|it| it.word() == word))
            }
            _ => Ok(None),
        }
    }

    fn key(&self, path: &str) -> Option<&'static Key> {
        self.table.columns.iter().find_map(|(_, slot)| match slot {
            Slot::Key(column) if column.path == path => Some(column.key),
            _ => None,
        })
    }

    /// Whether a row without an area says nothing that would be lost: a remark, a signature.
    fn left_out(&self, row: &Row) -> bool {
        let said: Vec<String> = self
            .table
            .columns
            .iter()
            .filter(|(_, it)| it.path().is_some())
            .filter_map(|(column, _)| row.value(*column))
            .map(|it| it.shown().trim().to_owned())
            .filter(|it| {
                !it.chars()
                    .all(|it| matches!(it, '.' | '-' | '–' | '…' | ' '))
            })
            .collect();
        let aside = [
            "หมายเหตุ",
            "ลงชื่อ",
            "ผู้รายงาน",
            "(",
            "ตำแหน่ง",
            "วันที่",
            "ที่มา",
            "ข้อมูล ณ",
            "*",
            "ผู้รับรอง",
            "ผู้ตรวจ",
            "โทร",
        ];
        match said.as_slice() {
            [] => true,
            several if several.len() <= 2 => several
                .iter()
                .any(|it| aside.iter().any(|word| it.starts_with(word))),
            several => several
                .iter()
                .all(|it| aside.iter().any(|word| it.starts_with(word))),
        }
    }

    /// The values of a row, in the order of the schema.
    fn values(
        &self,
        row: &Row,
        area: Option<&Option<Area>>,
        problems: &mut Vec<(Problem, Option<u32>)>,
    ) -> Vec<Assigned> {
        let mut values = Vec::new();
        let is_subdistrict = matches!(
            area,
            Some(Some(Area {
                subdistrict: Some(_),
                ..
            }))
        );
        for (column, slot) in &self.table.columns {
            let Slot::Key(about) = slot else { continue };
            let is_identity = match about.path.as_str() {
                "level" | "location.district" | "location.province" => true,
                "location.subdistrict" => is_subdistrict || !matches!(area, Some(Some(_))),
                _ => false,
            };
            let value = if is_identity {
                None
            } else {
                self.value(row, *column)
            };
            let Some(value) = value else { continue };
            let place = self.place(row, Some(*column));
            let assign = |path: &str, key, given, alike| Assigned {
                path: path.to_owned(),
                key,
                given,
                alike,
                cell: place.clone(),
            };
            if about.path == "chair.name"
                && let Value::Text(text) = value
                && let Some((name, role)) = with_role(text)
            {
                if let Some(key) = super::headings::CENTER
                    .iter()
                    .find(|it| it.path == "chair.as")
                {
                    values.push(assign(
                        "chair.as",
                        key.key,
                        Given::Text(role.to_owned()),
                        Vec::new(),
                    ));
                }
                match given(about.key, &Value::Text(name.into()), &self.site.topics) {
                    Ok(Some(name)) => {
                        values.push(assign("chair.name", about.key, name, Vec::new()));
                    }
                    Ok(None) => {}
                    Err(problem) => problems.push((problem, Some(*column))),
                }
                continue;
            }
            match given(about.key, value, &self.site.topics) {
                Ok(None) => {}
                Ok(Some(Given::Text(written))) if about.path == "location.subdistrict" => {
                    let district = match area {
                        Some(Some(area)) => self.site.areas().districts.get(&area.district),
                        _ => None,
                    };
                    match self.site.subdistrict(&written, district) {
                        Ok(it) => {
                            let key = super::target::subdistrict_key(self.site.areas(), it);
                            let name = &it.name.th;
                            let alike = vec![
                                it.code.clone(),
                                name.clone(),
                                format!("ตำบล{name}"),
                                format!("ต.{name}"),
                            ];
                            values.push(assign(&about.path, about.key, Given::Text(key), alike));
                        }
                        Err(problem) => problems.push((problem, Some(*column))),
                    }
                }
                Ok(Some(given)) => values.push(assign(&about.path, about.key, given, Vec::new())),
                Err(problem) => problems.push((problem, Some(*column))),
            }
        }
        values
    }
}

/// A name with the part that its bearer plays: `นายสมมติ ตัวอย่าง (ประธาน)`, `ผู้แทน: นางสมมติ ตัวอย่าง`.
fn with_role(text: &str) -> Option<(&str, &'static str)> {
    let text = text.trim();
    ChairAs::VOCABULARY.words.iter().find_map(|it| {
        let before = text.strip_prefix(it.th).and_then(|rest| {
            let rest = rest.trim_start();
            rest.strip_prefix(':')
                .or_else(|| rest.strip_prefix('-'))
                .map(str::trim)
        });
        let behind = || {
            let (name, rest) = text.rsplit_once('(')?;
            let role = rest.strip_suffix(')')?.trim();
            (role == it.th).then(|| name.trim())
        };
        let name = before.or_else(behind).filter(|name| !name.is_empty())?;
        Some((name, it.word))
    })
}

/// Whether a cell of a row says one of these texts.
fn is_in(row: &Row, texts: &[&str]) -> bool {
    row.cells
        .iter()
        .any(|it| it.value.text().is_some_and(|it| texts.contains(&it)))
}
