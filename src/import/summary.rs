//! The summary of one centre (แบบสรุปข้อมูลศูนย์ฯ) → its entry.
//!
//! In: a sheet on which labels stand before what they mean, in the same cell or to the left of it. Out: a request, and what is wrong with it.
//! Never: reads a sheet that does not call itself by the form's name, or has not its sections.

use super::Reading;
use super::headings::{CENTER, Form, plain};
use super::request::{Assigned, AssignedList, Origin, Request};
use super::target::{Area, subdistrict_key};
use super::values::{Given, given};
use super::workbook::{Row, Sheet, Value};
use crate::diagnostic::{Diagnostic, Problem, SheetProblem};
use crate::schema::center::Highlight;
use crate::schema::person::{SeatFacts, SteeringSeat, WorkingSeat};
use crate::schema::{Key, Record};
use crate::value::words::{HighlightKind, SteeringRole, Word, WorkingRole};
use crate::value::{SheetCell, SitePath, Vocabulary};

/// The parts of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Name,
    Location,
    Highlights,
    Coordinator,
    Advisers,
    Steering,
    Working,
    Other,
}

/// With what each part begins, without the number before it.
const SECTIONS: &[(&str, Section)] = &[
    ("ชื่อศูนย์", Section::Name),
    ("ที่ตั้ง", Section::Location),
    ("สถานที่ตั้ง", Section::Location),
    ("ความโดดเด่น", Section::Highlights),
    ("ผู้ประสานงาน", Section::Coordinator),
    ("ที่ปรึกษา", Section::Advisers),
    ("คณะที่ปรึกษา", Section::Advisers),
    ("คณะกรรมการอำนวยการ", Section::Steering),
    ("คณะทำงาน", Section::Working),
    ("โครงสร้างคณะกรรมการ", Section::Other),
    ("ลงชื่อ", Section::Other),
    ("หมายเหตุ", Section::Other),
];

/// Labels inside the parts, and the keys that they mean; the longer one of two stands first.
const LABELS: &[(Section, &[(&str, &str)])] = &[
    (
        Section::Location,
        &[
            ("บ้านเลขที่", "location.house_no"),
            ("เลขที่", "location.house_no"),
            ("หมู่ที่", "location.village"),
            ("หมู่บ้าน", "location.village_name"),
            ("หมู่", "location.village"),
            ("ตำบล", "location.subdistrict"),
            ("อำเภอ", "location.district"),
            ("จังหวัด", "location.province"),
            ("รหัสไปรษณีย์", "location.postal_code"),
        ],
    ),
    (
        Section::Coordinator,
        &[
            ("ชื่อ-สกุล", "coordinator.name"),
            ("ชื่อ - สกุล", "coordinator.name"),
            ("ชื่อ-นามสกุล", "coordinator.name"),
            ("ชื่อ สกุล", "coordinator.name"),
            ("ตำแหน่ง", "coordinator.position"),
            ("หมายเลขโทรศัพท์", "coordinator.phone"),
            ("เบอร์โทรศัพท์", "coordinator.phone"),
            ("โทรศัพท์", "coordinator.phone"),
            ("เบอร์โทร", "coordinator.phone"),
            ("โทร.", "coordinator.phone"),
            ("อีเมล", "coordinator.email"),
            ("ความยินยอม", "coordinator.consent"),
        ],
    ),
];

/// Whether a sheet is a summary.
#[must_use]
pub(super) fn is_summary(sheet: &Sheet) -> bool {
    let lines: Vec<String> = sheet.rows.iter().take(200).map(line).collect();
    let has = |section| {
        lines
            .iter()
            .any(|it| section_of(it).is_some_and(|found| found.0 == section))
    };
    has(Section::Name)
        && has(Section::Location)
        && (has(Section::Coordinator) || has(Section::Highlights))
}

/// What the cells of a row say, as one text.
fn line(row: &Row) -> String {
    let cells: Vec<String> = row
        .cells
        .iter()
        .map(|it| it.value.shown().trim().to_owned())
        .collect();
    cells.join(" ")
}

/// The part that begins in a line, and what follows its label.
fn section_of(line: &str) -> Option<(Section, &str)> {
    let is_number =
        |it: char| it.is_ascii_digit() || matches!(it, '๐'..='๙' | '.' | ')' | '(' | ' ');
    let has_number = line.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '๐'..='๙'));
    let bare = line.trim_start_matches(is_number);
    let (label, section) = SECTIONS.iter().find(|(label, _)| bare.starts_with(label))?;
    // A member's office may be called as a part is: only the form's own numbers, or a line of its own, begin one.
    let is_part = has_number || bare.chars().count() < 120;
    is_part.then(|| (*section, &bare[label.len()..]))
}

/// A sheet that is being read.
struct Summary<'s> {
    sheet: &'s Sheet,
    values: Vec<(&'static str, String, SheetCell)>,
    highlights: Vec<Vec<(&'static Key, Given)>>,
    seats: [Vec<Vec<(&'static Key, Given)>>; 3],
    counts: [Option<(String, SheetCell)>; 3],
    first: [Option<SheetCell>; 4],
}

/// Reads a sheet.
pub(super) fn request(sheet: &Sheet, reading: &mut Reading<'_, '_>) -> Option<Request> {
    let mut form = Summary {
        sheet,
        values: Vec::new(),
        highlights: Vec::new(),
        seats: [Vec::new(), Vec::new(), Vec::new()],
        counts: [None, None, None],
        first: [None, None, None, None],
    };
    let mut section = Section::Other;
    for row in &sheet.rows {
        let line = line(row);
        if let Some((begun, rest)) = section_of(&line).filter(|it| it.0 != section) {
            section = begun;
            form.line(section, rest, row, true);
        } else {
            form.line(section, &line, row, false);
        }
    }
    form.request(reading)
}

impl Summary<'_> {
    fn line(&mut self, section: Section, text: &str, row: &Row, is_first: bool) {
        let place = SheetCell {
            column: row.cells.iter().map(|it| it.column).next_back(),
            ..self.sheet.row_place(row.number)
        };
        match section {
            Section::Name => {
                let text = written(text.trim_start_matches(['ฯ', ' ', ':']));
                if is_first && !text.is_empty() {
                    self.values.push(("name", text, place));
                }
            }
            Section::Location | Section::Coordinator => self.labelled(section, text, &place),
            Section::Highlights => self.highlight(text, place, is_first),
            Section::Advisers => self.seat(0, text, row, place, is_first),
            Section::Steering => self.seat(1, text, row, place, is_first),
            Section::Working => self.seat(2, text, row, place, is_first),
            Section::Other => {}
        }
    }

    /// Labels and what stands between them.
    fn labelled(&mut self, section: Section, text: &str, place: &SheetCell) {
        let labels = LABELS
            .iter()
            .find(|it| it.0 == section)
            .map_or(&[][..], |it| it.1);
        let mut found: Vec<(usize, usize, &'static str)> = Vec::new();
        for (label, path) in labels {
            if let Some(at) = text.find(label)
                && !found
                    .iter()
                    .any(|(from, to, known)| known == path || (*from..*to).contains(&at))
            {
                found.push((at, at + label.len(), path));
            }
        }
        found.sort_unstable();
        let before = found.first().map_or(text, |it| &text[..it.0]);
        let before = written(before);
        if section == Section::Location && !before.is_empty() {
            self.values.push(("location.place", before, place.clone()));
        }
        for (number, (_, end, path)) in found.iter().enumerate() {
            let next = found.get(number + 1).map_or(text.len(), |it| it.0);
            let value = written(&text[*end..next.max(*end)]);
            if !value.is_empty() {
                self.values.push((path, value, place.clone()));
            }
        }
    }

    fn highlight(&mut self, text: &str, place: SheetCell, is_first: bool) {
        // What the form itself says in brackets is no highlight.
        let text = if is_first {
            text.rsplit_once(')').map_or(text, |it| it.1)
        } else {
            text
        };
        let text = written(text.trim_start_matches(|it: char| {
            it.is_ascii_digit() || matches!(it, '๐'..='๙' | '.' | ')' | '-' | '•' | '(' | ' ' | ':')
        }));
        if text.chars().count() < 2 {
            return;
        }
        let kind = HighlightKind::VOCABULARY.words.iter().find_map(|it| {
            let rest = text.strip_prefix(it.th)?.trim_start();
            Some((
                it.word,
                rest.trim_start_matches([':', '-']).trim().to_owned(),
            ))
        });
        let mut row = Vec::new();
        let mut add = |name: &str, text: String| {
            row.extend(key(Highlight::KEYS, name).map(|it| (it, Given::Text(text))));
        };
        match kind {
            Some((_, rest)) if rest.is_empty() => return,
            Some((word, rest)) => {
                add("text", rest);
                add("kind", word.to_owned());
            }
            None => add("text", text),
        }
        self.highlights.push(row);
        self.first[3].get_or_insert(place);
    }

    /// A member of a body: number, name, position, part.
    fn seat(&mut self, body: usize, text: &str, row: &Row, place: SheetCell, is_first: bool) {
        if is_first || text.trim_start().starts_with("จำนวน") {
            if let Some((_, rest)) = text.split_once("จำนวน") {
                let digits: String = crate::locale::one_form::arabic_digits(rest)
                    .chars()
                    .skip_while(|it| !it.is_ascii_digit())
                    .take_while(char::is_ascii_digit)
                    .collect();
                if !digits.is_empty() {
                    self.counts[body] = Some((digits, place));
                }
            }
            return;
        }
        let (keys, roles): (&'static [Key], Option<&'static Vocabulary>) = match body {
            0 => (SeatFacts::KEYS, None),
            1 => (SteeringSeat::KEYS, Some(SteeringRole::VOCABULARY)),
            _ => (WorkingSeat::KEYS, Some(WorkingRole::VOCABULARY)),
        };
        let mut parts: Vec<String> = row.cells.iter().map(|it| it.value.shown()).collect();
        if let [one] = parts.as_slice() {
            parts = one
                .replace("ตำแหน่ง", "\n")
                .split('\n')
                .map(str::to_owned)
                .collect();
        }
        let number = |it: &str| plain(it).is_empty();
        let mut parts: Vec<String> = parts
            .iter()
            .map(|it| {
                written(it.trim_start_matches(|it: char| {
                    it.is_ascii_digit() || matches!(it, '๐'..='๙' | '.' | ')' | '(' | ' ' | '-')
                }))
            })
            .filter(|it| !it.is_empty() && !number(it))
            .collect();
        if parts.is_empty()
            || parts
                .iter()
                .any(|it| matches!(it.as_str(), "ชื่อ-สกุล" | "รายชื่อ" | "ตำแหน่ง" | "หน้าที่"))
        {
            return;
        }
        // The form has one heading for the bodies of both levels, and so the words of both.
        let words = || {
            let lists = [roles, roles.map(|_| WorkingRole::VOCABULARY)];
            lists.into_iter().flatten().flat_map(|it| it.words)
        };
        let at = parts
            .iter()
            .position(|it| words().any(|word| word.th == it));
        let role = at.and_then(|at| {
            let said = parts.remove(at);
            words()
                .find(|it| it.th == said)
                .map(|it| it.word.to_owned())
        });
        let mut seat = Vec::new();
        let mut add = |name: &str, text: Option<String>| {
            if let (Some(key), Some(text)) = (key(keys, name), text) {
                seat.push((key, Given::Text(text)));
            }
        };
        let mut parts = parts.into_iter();
        let first = parts.next();
        let is_person = first
            .as_deref()
            .is_some_and(|it| TITLES.iter().any(|title| it.starts_with(title)));
        if is_person {
            add("name", first);
            add("position", parts.next());
        } else {
            add("position", first); // an ex-officio seat
            add("name", parts.next());
        }
        add("role", role);
        self.seats[body].push(seat);
        self.first[body].get_or_insert(place);
    }

    /// What the sheet asks for.
    fn request(self, reading: &mut Reading<'_, '_>) -> Option<Request> {
        let mut problems: Vec<(Problem, SheetCell)> = Vec::new();
        let first = self
            .sheet
            .row_place(self.sheet.rows.first().map_or(0, |it| it.number));
        let target = match self.area(reading) {
            Ok(area) => {
                let in_area = reading.in_area.get(&area).map_or(&[][..], Vec::as_slice);
                let target = reading.site.target(&area, in_area);
                target
                    .map(|it| (it.path, area))
                    .map_err(|it| (it, first.clone()))
            }
            Err(problem) => Err(problem),
        };
        let target = target.map_err(|it| problems.push(it)).ok();
        let mut values = Vec::new();
        let counts = [
            "committee.advisers_count",
            "committee.steering_count",
            "committee.working_count",
        ];
        let counted = counts.into_iter().zip(&self.counts).zip(&self.seats);
        let counted = counted.filter(|(_, seats)| seats.is_empty());
        let counted = counted.filter_map(|((path, count), _)| {
            let (count, place) = count.clone()?;
            Some((path, count, place))
        });
        for (path, text, cell) in self.values.iter().cloned().chain(counted) {
            let is_identity = matches!(path, "location.district" | "location.province")
                || (path == "location.subdistrict"
                    && target.as_ref().is_none_or(|it| it.1.subdistrict.is_some()));
            let Some(column) = CENTER
                .iter()
                .find(|it| it.path == path)
                .filter(|_| !is_identity)
            else {
                continue;
            };
            let mut alike = Vec::new();
            let read = match given(
                column.key,
                &Value::Text(text.as_str().into()),
                &reading.site.topics,
            ) {
                Ok(Some(Given::Text(name))) if path == "location.subdistrict" => {
                    let areas = reading.site.areas();
                    let district = target
                        .as_ref()
                        .and_then(|it| areas.districts.get(&it.1.district));
                    reading.site.subdistrict(&name, district).map(|it| {
                        alike = vec![
                            it.code.clone(),
                            it.name.th.clone(),
                            format!("ตำบล{}", it.name.th),
                        ];
                        Some(Given::Text(subdistrict_key(areas, it)))
                    })
                }
                read => read,
            };
            match read {
                Ok(None) => {}
                Ok(Some(given)) => values.push(Assigned {
                    path: path.to_owned(),
                    key: column.key,
                    given,
                    alike,
                    cell,
                }),
                Err(problem) => problems.push((problem, cell)),
            }
        }
        let is_refused = !problems.is_empty();
        for (problem, cell) in problems {
            reading
                .found
                .push(Diagnostic::error(problem).in_cell(&reading.file, cell));
        }
        let (path, area) = target?;
        let mut lists = Vec::new();
        let [advisers, mut steering, mut working] = self.seats;
        let mut first_of = self.first;
        if area.subdistrict.is_some() && working.is_empty() {
            // A centre of a sub-district has no steering committee: under its heading stands the working group.
            working = std::mem::take(&mut steering);
            working.iter_mut().flatten().for_each(as_of_working_group);
            first_of[2] = first_of[1].take();
        }
        let paths = [
            "committee.advisers",
            "committee.steering",
            "committee.working",
            "highlights",
        ];
        for ((path, rows), cell) in paths
            .into_iter()
            .zip([advisers, steering, working, self.highlights])
            .zip(first_of)
        {
            if let Some(cell) = cell {
                lists.push(AssignedList { path, rows, cell });
            }
        }
        Some(Request {
            entry: SitePath::new(format!("content/centers/{path}/center.toml")),
            form: Form::Summary,
            origin: Origin {
                file: reading.file.clone(),
                cell: first,
            },
            facts: reading.site.facts(&area),
            values,
            lists,
            story: None,
            is_refused,
        })
    }

    /// The area of the centre: its name says whether it is one of a district or of a sub-district.
    fn area(&self, reading: &Reading<'_, '_>) -> Result<Area, (Problem, SheetCell)> {
        let value = |path: &str| self.values.iter().find(|it| it.0 == path);
        let first = self.sheet.row_place(0);
        let (_, district, cell) =
            value("location.district").ok_or((SheetProblem::RowWithoutArea.into(), first))?;
        let district = reading
            .site
            .district(district, None)
            .map_err(|it| (it, cell.clone()))?;
        let name = value("name").map(|it| it.1.as_str()).unwrap_or_default();
        let is_of_subdistrict = name.contains("ตำบล") || name.contains("ต.");
        let is_of_district = !is_of_subdistrict && (name.contains("อำเภอ") || name.contains("อ."));
        let subdistrict = match value("location.subdistrict") {
            Some((_, written, cell)) if is_of_subdistrict => {
                let found = reading.site.subdistrict(written, Some(district));
                Some(found.map_err(|it| (it, cell.clone()))?.code.clone())
            }
            _ if is_of_district => None,
            _ => return Err((SheetProblem::LevelUnclear.into(), cell.clone())),
        };
        Ok(Area {
            district: district.code.clone(),
            subdistrict,
        })
    }
}

/// A part in a steering committee, as the one in a working group.
fn as_of_working_group((key, given): &mut (&'static Key, Given)) {
    if key.name == "role"
        && let Given::Text(role) = given
    {
        match role.as_str() {
            "chair" => "head".clone_into(role),
            "vice-chair" => "deputy-head".clone_into(role),
            _ => {}
        }
    }
}

/// With these begin the names of people.
const TITLES: [&str; 9] = [
    "นาย",
    "นาง",
    "น.ส.",
    "ว่าที่",
    "พระ",
    "ดร.",
    "ร.ต.",
    "พ.ต.",
    "ด.ต.",
];

fn key(keys: &'static [Key], name: &str) -> Option<&'static Key> {
    keys.iter().find(|it| it.name == name)
}

/// What somebody wrote into a dotted line.
fn written(text: &str) -> String {
    let text = crate::locale::one_form::normalise(text);
    let mut shown = String::new();
    for part in text.split(['…', '_']).flat_map(|it| it.split("..")) {
        let part = part.trim();
        if !part.trim_matches('.').is_empty() {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(part);
        }
    }
    shown.trim_matches([':', ' ', ';']).trim().to_owned()
}
