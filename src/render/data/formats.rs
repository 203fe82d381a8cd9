//! A table of the open data as CSV, JSON and GeoJSON.

use serde_json::{Map, Value, json};

use super::column::Field;
use crate::value::formula;

/// CSV begins with a byte order mark: without it, spreadsheets take Thai for something else.
pub(super) fn csv(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".to_owned().into_bytes());
    let never = "writing to memory does not fail";
    let names = fields.iter().map(|it| &it.name);
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
    let has_sign = text.trim_start().starts_with(['+', '-', '＋', '－']);
    formula::may_begin(text) && (!has_sign || text.contains(char::is_alphabetic))
}

/// One object a line: small changes make small differences.
pub(super) fn json_file(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
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
    let named = fields.iter().map(|it| it.name.clone()).zip(row);
    Value::Object(
        named
            .filter(|(_, value)| !value.is_null())
            .collect::<Map<_, _>>(),
    )
}

/// Those centres whose place is known.
pub(super) fn geojson(fields: &[Field], rows: impl Iterator<Item = Vec<Value>>) -> String {
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
