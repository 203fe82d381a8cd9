//! `content/areas.csv` → the register of areas, checked in itself.
//!
//! In: a row for each sub-district. Out: provinces, districts and sub-districts by code, each code once. A row that is wrong is
//! reported where it is wrong and left out.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::locale::one_form::{arabic_digits, normalise};
use crate::model::area::{Point, Province};
use crate::model::media::Place;
use crate::model::{Areas, District, Subdistrict, Text};
use crate::parse::nearest::nearest;
use crate::parse::web;
use crate::schema::area::{ALL_COLUMNS, COLUMNS, LETTER_ORDER, PROVINCE_COLUMNS};
use crate::source::Source;

/// The register, and whether it names its provinces itself. Where it does not, they carry the name given.
pub fn areas(source: &Source, province: Option<&Text>, found: &mut Diagnostics) -> (Areas, bool) {
    let (first, separator) = sheet(&source.text);
    if let Some(problem) = other_separator(&source.text[first..], separator) {
        let end = source.text[first..].lines().next().map_or(0, str::len);
        found.push(Diagnostic::error(problem).at(&source.path, first..first + end));
        return (Areas::default(), false);
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(separator)
        .from_reader(&source.text.as_bytes()[first..]);
    let mut rows = reader
        .records()
        .filter(|it| !it.as_ref().is_ok_and(is_empty));
    let cut = Cut {
        source,
        first,
        separator,
    };
    let header = match rows.next() {
        Some(Ok(header)) => Row::new(&cut, header),
        Some(Err(error)) => {
            found.push(Diagnostic::error(Problem::BadCsv(error.to_string())).in_file(&source.path));
            return (Areas::default(), false);
        }
        None => Row::new(&cut, csv::StringRecord::new()),
    };
    let columns = Columns::new(source, &header, found);
    let names_provinces = columns.at(PROVINCE_COLUMNS[0].name).is_some();
    if COLUMNS.iter().any(|it| columns.at(it.name).is_none()) {
        return (Areas::default(), names_provinces);
    }
    let mut register = Register {
        source,
        columns,
        separator,
        areas: Areas::default(),
        places: BTreeMap::new(),
    };
    for row in rows {
        match row {
            Ok(row) => register.row(&Row::new(&cut, row), province, found),
            Err(error) => {
                let at = first + error.position().map_or(0, |it| it.byte() as usize);
                found.push(
                    Diagnostic::error(Problem::BadCsv(error.to_string())).at(&source.path, at..at),
                );
            }
        }
    }
    let mut areas = register.areas;
    name_addresses(&mut areas);
    (areas, names_provinces)
}

/// The slug of the area that a Thai name is or ends with, its kind before it or not: of a district, which then stands `above` the next
/// part of a path, or of a sub-district there.
#[must_use]
pub fn slug_of(name: &str, areas: &Areas, above: &mut Option<String>) -> Option<String> {
    let name = normalise(name);
    let after_kind = ["ตำบล", "อำเภอ", "จังหวัด"]
        .iter()
        .find_map(|it| name.rsplit_once(it).map(|(_, bare)| bare));
    let after_letter = ["ต.", "อ."].iter().find_map(|it| name.strip_prefix(it));
    let bare = after_kind.or(after_letter).unwrap_or(&name).trim();
    let mut districts = areas.districts.values();
    if above.is_none()
        && let Some(district) = districts.find(|it| it.name.th == bare || it.slug == bare)
    {
        *above = Some(district.code.clone());
        return Some(district.slug.clone());
    }
    let subdistrict = areas.subdistricts.values().find(|it| {
        let is_there = above.as_ref().is_none_or(|code| it.district == *code);
        is_there && it.name.th == bare
    })?;
    web::slug(subdistrict.name.en.as_deref()?)
}

/// Where the table begins, and what parts its columns: spreadsheets write a line `sep=;` first, and semicolons or tabs where the system
/// says so. Another separator is taken where every column can be told by it.
fn sheet(text: &str) -> (usize, u8) {
    let mut first = 0;
    let mut said = None;
    let line = text.lines().next().unwrap_or_default();
    let bare = normalise(line.trim_matches(['"', '\u{feff}'])).to_ascii_lowercase();
    if let Some(separator) = bare.trim_end_matches(',').strip_prefix("sep=") {
        said = separator.bytes().next().or(Some(b','));
        first = text.find('\n').map_or(text.len(), |it| it + 1);
    }
    let header = text[first..]
        .lines()
        .find(|it| it.contains("district_code"));
    let header = header.unwrap_or_default();
    let names_all = |separator: &u8| {
        let written: Vec<_> = header.split(*separator as char).map(column_name).collect();
        COLUMNS
            .iter()
            .all(|it| written.iter().any(|name| name == it.name))
    };
    let separators = [b',', b';', b'\t', b'|'];
    let separator = separators.into_iter().find(names_all);
    (first, separator.or(said).unwrap_or(b','))
}

/// The name of a column as it is known: in small letters, without what stands around it.
fn column_name(written: &str) -> String {
    normalise(written.trim_matches(['"', '\''])).to_ascii_lowercase()
}

/// Whether a row has nothing in it: spreadsheets write rows of commas.
fn is_empty(row: &csv::StringRecord) -> bool {
    row.iter().all(|it| normalise(it).is_empty())
}

/// Whether the columns are parted by what some spreadsheets write instead of commas, and are not all there.
fn other_separator(text: &str, separator: u8) -> Option<Problem> {
    let header = text.lines().next()?;
    let is_it = |it: &char| !header.contains(',') && header.matches(*it).count() >= 3;
    let found = [';', '\t', '|'].into_iter().find(is_it);
    found
        .filter(|it| *it as u32 != u32::from(separator))
        .map(Problem::OtherSeparator)
}

/// A table as it stands in a file.
struct Cut<'a> {
    source: &'a Source,
    /// Where it begins.
    first: usize,
    /// What parts its columns.
    separator: u8,
}

/// A row and where its fields stand.
struct Row {
    fields: csv::StringRecord,
    spans: Vec<Range<usize>>,
}

impl Row {
    fn new(cut: &Cut, fields: csv::StringRecord) -> Self {
        let source = cut.source;
        let start = cut.first + fields.position().map_or(0, |it| it.byte() as usize);
        let mut spans = vec![];
        let mut begin = start;
        let mut is_quoted = false;
        for (at, byte) in source.text.bytes().enumerate().skip(start) {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'\r' | b'\n' if at == begin && spans.is_empty() => begin = at + 1,
                _ if !is_quoted && (byte == cut.separator || matches!(byte, b'\r' | b'\n')) => {
                    spans.push(begin..at);
                    begin = at + 1;
                    if byte != cut.separator {
                        break;
                    }
                }
                _ => {}
            }
        }
        if spans.len() < fields.len() {
            spans.push(begin..source.text.len().max(begin));
        }
        Self { fields, spans }
    }

    fn span(&self, at: usize) -> Range<usize> {
        self.spans.get(at).cloned().unwrap_or_else(|| self.whole())
    }

    fn whole(&self) -> Range<usize> {
        match (self.spans.first(), self.spans.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Which column stands where.
struct Columns {
    at: BTreeMap<&'static str, usize>,
    /// How many there are, those without a name behind them apart.
    count: usize,
}

impl Columns {
    fn new(source: &Source, header: &Row, found: &mut Diagnostics) -> Self {
        let known = || ALL_COLUMNS.iter().map(|it| it.name);
        let mut at = BTreeMap::new();
        for (number, written) in header.fields.iter().enumerate() {
            let written = column_name(written);
            if written.is_empty() {
                continue; // a column without a name holds nothing, which its rows have to show
            }
            if let Some(column) = known().find(|it| *it == written) {
                if at.insert(column, number).is_some() {
                    let problem = Problem::RepeatedKey(written);
                    found.push(Diagnostic::error(problem).at(&source.path, header.span(number)));
                }
            } else {
                let problem = Problem::UnknownColumn {
                    nearest: nearest(&written, known()),
                    written,
                };
                found.push(Diagnostic::warning(problem).at(&source.path, header.span(number)));
            }
        }
        let wants_provinces = PROVINCE_COLUMNS.iter().any(|it| at.contains_key(it.name));
        let wanted = COLUMNS
            .iter()
            .chain(PROVINCE_COLUMNS.iter().filter(|_| wants_provinces));
        for column in wanted.map(|it| it.name).filter(|it| !at.contains_key(it)) {
            found.push(
                Diagnostic::error(Problem::MissingColumn(column)).at(&source.path, header.whole()),
            );
        }
        let named =
            (0..header.fields.len()).rfind(|it| !column_name(&header.fields[*it]).is_empty());
        Self {
            at,
            count: named.map_or(0, |it| it + 1),
        }
    }

    fn at(&self, column: &str) -> Option<usize> {
        self.at.get(column).copied()
    }
}

struct Register<'a> {
    source: &'a Source,
    columns: Columns,
    separator: u8,
    areas: Areas,
    /// Where each code of a sub-district stands.
    places: BTreeMap<String, Range<usize>>,
}

impl Register<'_> {
    /// Takes a row into the register.
    fn row(&mut self, row: &Row, province: Option<&Text>, found: &mut Diagnostics) {
        let filled = (0..row.fields.len()).rfind(|it| !normalise(&row.fields[*it]).is_empty());
        let filled = filled.map_or(0, |it| it + 1);
        if row.fields.len() < self.columns.count || filled > self.columns.count {
            let problem = Problem::RowLength {
                fields: row.fields.len(),
                columns: self.columns.count,
            };
            found.push(Diagnostic::error(problem).at(&self.source.path, row.whole()));
            return;
        }
        // Everything is read before anything is given up, so that each mistake of the row is reported.
        let district = self.code(row, "district_code", 4, found);
        let district_name = self.name(row, "district_th", "district_en", found);
        let code = self.code(row, "subdistrict_code", 6, found);
        let name = self.name(row, "subdistrict_th", "subdistrict_en", found);
        let postal_code = self.code(row, "postal_code", 5, found);
        let latitude = self.degrees(row, "lat", 90.0, found);
        let longitude = self.degrees(row, "lon", 180.0, found);
        let target = self.target(row, found);
        let letter_order = self.letter_order(row, found);
        let province = self.province(row, district.as_deref(), province, found);
        let (Some(district), Some(code)) = (district, code) else {
            return;
        };
        if !code.starts_with(&district) {
            self.report(
                row,
                "subdistrict_code",
                Problem::CodeOutside {
                    code,
                    area: district,
                },
                found,
            );
            return;
        }
        let span = row.span(self.columns.at["subdistrict_code"]);
        if let Some(first) = self.places.get(&code) {
            let first = Place {
                file: self.source.path.clone(),
                span: first.clone(),
            };
            let problem =
                Diagnostic::error(Problem::RepeatedCode(code)).at(&self.source.path, span);
            found.push(problem.with_related(first));
            return;
        }
        self.places.insert(code.clone(), span);
        let (Some(district_name), Some(province)) = (district_name, province) else {
            return;
        };
        let entry = self
            .areas
            .districts
            .entry(district.clone())
            .or_insert_with(|| District {
                code: district.clone(),
                name: district_name.clone(),
                province,
                slug: String::new(),
                letter_order,
                subdistricts: Vec::new(),
            });
        let (first_name, first_order) = (entry.name.clone(), entry.letter_order);
        if first_name != district_name {
            let problem = two_names(&district, &first_name, &district_name);
            self.report(row, "district_th", problem, found);
        }
        if first_order != letter_order && self.columns.at(LETTER_ORDER.name).is_some() {
            self.bad_field(row, LETTER_ORDER.name, found);
        }
        let (Some(name), Some(postal_code), Some(latitude), Some(longitude), Some(is_target)) =
            (name, postal_code, latitude, longitude, target)
        else {
            return;
        };
        if let Some(district) = self.areas.districts.get_mut(&district) {
            let at = district.subdistricts.partition_point(|it| *it < code);
            district.subdistricts.insert(at, code.clone());
        }
        let point = Point {
            latitude,
            longitude,
        };
        self.areas.subdistricts.insert(
            code.clone(),
            Subdistrict {
                code,
                name,
                district,
                postal_code,
                point,
                is_target,
            },
        );
    }

    /// The province of a row, by its columns or by the first digits of the district's code.
    fn province(
        &mut self,
        row: &Row,
        district: Option<&str>,
        given: Option<&Text>,
        found: &mut Diagnostics,
    ) -> Option<String> {
        let (code, name) = if self.columns.at(PROVINCE_COLUMNS[0].name).is_some() {
            let code = self.code(row, "province_code", 2, found);
            (code?, self.name(row, "province_th", "province_en", found)?)
        } else {
            (
                district?.get(..2)?.to_owned(),
                given.cloned().unwrap_or_default(),
            )
        };
        if let Some(district) = district
            && !district.starts_with(&code)
        {
            let problem = Problem::CodeOutside {
                code: district.to_owned(),
                area: code,
            };
            self.report(row, "district_code", problem, found);
            return None;
        }
        let first = self
            .areas
            .provinces
            .entry(code.clone())
            .or_insert_with(|| Province {
                code: code.clone(),
                name: name.clone(),
            })
            .name
            .clone();
        if first != name {
            self.report(row, "province_th", two_names(&code, &first, &name), found);
        }
        Some(code)
    }

    fn field<'r>(&self, row: &'r Row, column: &'static str) -> &'r str {
        self.columns
            .at(column)
            .and_then(|at| row.fields.get(at))
            .unwrap_or_default()
            .trim()
    }

    fn report(&self, row: &Row, column: &'static str, problem: Problem, found: &mut Diagnostics) {
        let span = self
            .columns
            .at(column)
            .map_or_else(|| row.whole(), |at| row.span(at));
        found.push(Diagnostic::error(problem).at(&self.source.path, span));
    }

    fn bad_field(&self, row: &Row, column: &'static str, found: &mut Diagnostics) {
        let written = self.field(row, column).to_owned();
        let problem = if written.is_empty() {
            Problem::EmptyField(column)
        } else {
            Problem::BadField { column, written }
        };
        self.report(row, column, problem, found);
    }

    fn code(
        &self,
        row: &Row,
        column: &'static str,
        length: usize,
        found: &mut Diagnostics,
    ) -> Option<String> {
        let code = arabic_digits(&normalise(self.field(row, column)));
        let is_right = code.len() == length && code.bytes().all(|it| it.is_ascii_digit());
        if !is_right {
            self.bad_field(row, column, found);
        }
        is_right.then_some(code)
    }

    fn name(
        &self,
        row: &Row,
        th: &'static str,
        en: &'static str,
        found: &mut Diagnostics,
    ) -> Option<Text> {
        let (thai, english) = (
            normalise(self.field(row, th)),
            normalise(self.field(row, en)),
        );
        for (column, name) in [(th, &thai), (en, &english)] {
            if name.is_empty() {
                self.bad_field(row, column, found);
            }
        }
        (!thai.is_empty() && !english.is_empty()).then_some(Text {
            th: thai,
            en: Some(english),
        })
    }

    fn degrees(
        &self,
        row: &Row,
        column: &'static str,
        most: f64,
        found: &mut Diagnostics,
    ) -> Option<f64> {
        let mut written = arabic_digits(&normalise(self.field(row, column)));
        if self.separator != b',' {
            written = written.replace(',', "."); // where columns are parted by semicolons, decimals are by commas
        }
        let degrees = written.parse::<f64>().ok();
        let degrees = degrees.filter(|it| (-most..=most).contains(it));
        if degrees.is_none() {
            self.bad_field(row, column, found);
        }
        degrees
    }

    fn target(&self, row: &Row, found: &mut Diagnostics) -> Option<bool> {
        let written = normalise(self.field(row, "target")).to_ascii_lowercase();
        let target = match written.as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        };
        if target.is_none() {
            self.bad_field(row, "target", found);
        }
        target
    }

    fn letter_order(&self, row: &Row, found: &mut Diagnostics) -> Option<u32> {
        let written = arabic_digits(&normalise(self.field(row, LETTER_ORDER.name)));
        if written.is_empty() {
            return None;
        }
        let order = written.parse::<u32>().ok().filter(|it| *it > 0);
        if order.is_none() {
            self.bad_field(row, LETTER_ORDER.name, found);
        }
        order
    }
}

fn two_names(code: &str, first: &Text, other: &Text) -> Problem {
    let differ_in_thai = first.th != other.th;
    let name = |it: &Text| {
        if differ_in_thai {
            it.th.clone()
        } else {
            it.en.clone().unwrap_or_default()
        }
    };
    Problem::AreaNamedTwice {
        code: code.to_owned(),
        first: name(first),
        other: name(other),
    }
}

/// Gives each district its address: its English name; with the province's where two share it, with the code where even that is shared.
fn name_addresses(areas: &mut Areas) {
    let short = |district: &District| {
        district
            .name
            .en
            .as_deref()
            .and_then(web::slug)
            .unwrap_or_else(|| district.code.clone())
    };
    let long = |district: &District, areas: &Areas| {
        let province = areas.provinces.get(&district.province);
        let province = province.and_then(|it| web::slug(it.name.en.as_deref()?));
        format!(
            "{}-{}",
            short(district),
            province.unwrap_or_else(|| district.province.clone())
        )
    };
    let count = |slugs: Vec<String>| {
        let mut counts = BTreeMap::<String, usize>::new();
        for slug in slugs {
            *counts.entry(slug).or_default() += 1;
        }
        counts
    };
    let shorts = count(areas.districts.values().map(short).collect());
    let longs = count(areas.districts.values().map(|it| long(it, areas)).collect());
    let slugs: Vec<(String, String)> = areas
        .districts
        .values()
        .map(|it| {
            let (short, long) = (short(it), long(it, areas));
            let slug = if shorts[&short] == 1 {
                short
            } else if longs[&long] == 1 && !shorts.contains_key(&long) {
                long
            } else {
                format!("{short}-{}", it.code)
            };
            (it.code.clone(), slug)
        })
        .collect();
    for (code, slug) in slugs {
        if let Some(district) = areas.districts.get_mut(&code) {
            district.slug = slug;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{codes, source};

    const HEADER: &str = "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target";
    const ROW: &str = "3404,เขื่องใน,Khueang Nai,340409,หัวดอน,Hua Don,34150,15.3,104.6,true";

    fn read(text: &str) -> (Areas, Diagnostics) {
        let mut found = Diagnostics::default();
        let province = Text {
            th: "อุบลราชธานี".to_owned(),
            en: Some("Ubon Ratchathani".to_owned()),
        };
        let (areas, _) = areas(
            &source("content/areas.csv", text),
            Some(&province),
            &mut found,
        );
        (areas, found)
    }

    #[test]
    fn columns_that_another_character_parts_are_told_once() {
        for separator in [";", "\t"] {
            let header = HEADER.replace("target", "goal");
            let text = format!("{header}\n{ROW}\n").replace(',', separator);
            assert_eq!(codes(&read(&text).1), ["other-separator"], "{separator:?}");
        }
    }

    #[test]
    fn a_sheet_is_read_as_spreadsheets_save_it() {
        let empty = ",".repeat(9);
        let table = format!("{HEADER}\n{ROW}\n");
        for text in [
            format!("{table}{empty}\n{empty}\n"),
            format!("{empty}\n{table}"),
            format!("{HEADER}\n{empty}\r\n{ROW}"),
            format!("sep=,\n{table}"),
            format!("\"sep=;\"\r\n{}", table.replace(',', ";")),
            format!("sep=;\n{}", table.replace(',', ";").replace("15.3", "15,3")),
            table.replace(',', ";"),
            table.replace(',', "\t"),
            format!("{HEADER},,\n{ROW},,\n"),
            format!("{HEADER},\n{ROW}\n"),
            format!("{HEADER}\n{ROW},,\n"),
            table.replace("district_code", "\u{FEFF}District_Code\u{A0}"),
            table.replace(',', "\u{A0},\u{200B}"),
            table.replace("3404,", "\u{200B}๓๔๐๔,"),
            table.replace("true", "TRUE"),
        ] {
            let (areas, found) = read(&text);
            assert_eq!(codes(&found), [""; 0], "for {text:?}");
            assert_eq!(
                areas.subdistricts["340409"].name.th, "หัวดอน",
                "for {text:?}"
            );
        }
        for (text, expected) in [
            (format!("{HEADER},\n{ROW},x\n"), "row-length 2:1"),
            (
                format!("sep=,\n{HEADER}\n{}\n", ROW.replace("true", "maybe")),
                "bad-field 3:66",
            ),
        ] {
            let (_, found) = read(&text);
            let source = source("content/areas.csv", &text);
            let found = found.sorted();
            let at = source.position(found[0].place.as_ref().unwrap().span.start);
            let shown = format!("{} {}:{}", found[0].problem.code(), at.line, at.column);
            assert_eq!((found.len(), shown.as_str()), (1, expected), "for {text:?}");
        }
    }

    #[test]
    fn reads_a_register() {
        let (areas, found) = read(&format!("{HEADER},letter_order\r\n{ROW},๖\r\n"));
        assert_eq!(codes(&found), [""; 0]);
        let district = &areas.districts["3404"];
        assert_eq!(
            (district.slug.as_str(), district.letter_order),
            ("khueang-nai", Some(6))
        );
        assert_eq!(district.subdistricts, ["340409"]);
        let point = areas.subdistricts["340409"].point;
        let expected = Point {
            latitude: 15.3,
            longitude: 104.6,
        };
        assert_eq!(point, expected);
        assert_eq!(areas.provinces["34"].name.th, "อุบลราชธานี");
    }

    #[test]
    fn a_shared_name_takes_its_province() {
        let text = format!(
            "province_code,province_th,province_en,{HEADER}\n\
             34,อุบลราชธานี,Ubon Ratchathani,{ROW}\n\
             33,ศรีสะเกษ,Si Sa Ket,3301,เขื่องใน,Khueang Nai,330101,ก,K,33000,15,104,false\n"
        );
        let (areas, found) = read(&text);
        assert_eq!(codes(&found), [""; 0]);
        assert_eq!(areas.districts["3404"].slug, "khueang-nai-ubon-ratchathani");
        assert_eq!(areas.districts["3301"].slug, "khueang-nai-si-sa-ket");
    }

    #[test]
    fn every_wrong_row_is_reported_where_it_is_wrong() {
        for (text, expected) in [
            (format!("{HEADER}\n{ROW}\n{ROW}\n"), "repeated-code 3:27"),
            (format!("{HEADER}\n{ROW},1\n"), "row-length 2:1"),
            (format!("{HEADER}\n3404,x\n"), "row-length 2:1"),
            (
                format!("{}\n", &HEADER[..HEADER.len() - 7]),
                "missing-column 1:1",
            ),
            (
                format!("province_code,{HEADER}\n"),
                "missing-column 1:1 missing-column 1:1",
            ),
            (format!("{HEADER},notes\n{ROW},x\n"), "unknown-column 1:113"),
            (
                format!("{HEADER}\n{}\n", ROW.replace("15.3", "95.3")),
                "bad-field 2:55",
            ),
            (
                format!("{HEADER}\n{}\n", ROW.replace("104.6", "NaN")),
                "bad-field 2:60",
            ),
            (
                format!("{HEADER}\n{}\n", ROW.replace("true", "maybe")),
                "bad-field 2:66",
            ),
            (
                format!("{HEADER}\n{}\n", ROW.replace("หัวดอน", " ")),
                "empty-field 2:34",
            ),
            (
                format!("{HEADER}\n{}\n", ROW.replace("340409", "350409")),
                "code-outside 2:27",
            ),
            (
                format!("{HEADER}\n{}\n", ROW.replace("34150", "3415")),
                "bad-field 2:49",
            ),
            (
                format!(
                    "{HEADER}\n{ROW}\n{}\n",
                    ROW.replace("340409", "340410").replace("เขื่องใน", "เขื่อง")
                ),
                "area-named-twice 3:6",
            ),
            (String::new(), &"missing-column 1:1 ".repeat(10)),
        ] {
            let (_, found) = read(&text);
            let source = source("content/areas.csv", &text);
            let shown: Vec<String> = found
                .sorted()
                .iter()
                .map(|it| {
                    let at = source.position(it.place.as_ref().unwrap().span.start);
                    format!("{} {}:{}", it.problem.code(), at.line, at.column)
                })
                .collect();
            assert_eq!(shown.join(" "), expected.trim(), "for {text}");
        }
    }
}
