//! `content/areas.geojson` → the outlines of districts and sub-districts.
//!
//! In: a FeatureCollection of Polygons and MultiPolygons with the property `code`. Out: rings by code. Other properties are free.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::Areas;
use crate::model::area::{Outline, Point};
use crate::source::Source;

/// The outlines of areas that the register has.
pub fn outlines(
    source: &Source,
    areas: &Areas,
    found: &mut Diagnostics,
) -> BTreeMap<String, Outline> {
    let mut outlines = BTreeMap::new();
    let tree: Value = match serde_json::from_str(&source.text) {
        Ok(tree) => tree,
        Err(error) => {
            let at = byte(&source.text, error.line(), error.column());
            found.push(
                Diagnostic::error(Problem::BadGeoJson(error.to_string())).at(&source.path, at..at),
            );
            return outlines;
        }
    };
    let features = tree.get("features").and_then(Value::as_array);
    let Some(features) = features.filter(|_| tree["type"] == "FeatureCollection") else {
        let problem = Problem::BadGeoJson("FeatureCollection".to_owned());
        found.push(Diagnostic::error(problem).in_file(&source.path));
        return outlines;
    };
    for feature in features {
        let code = match &feature["properties"]["code"] {
            Value::String(code) => code.clone(),
            Value::Number(code) => code.to_string(),
            _ => {
                found.push(
                    Diagnostic::error(Problem::MissingKey("properties.code".to_owned()))
                        .in_file(&source.path),
                );
                continue;
            }
        };
        let at = |code: &str| place(&source.text, code);
        if !areas.districts.contains_key(&code) && !areas.subdistricts.contains_key(&code) {
            found.push(
                Diagnostic::warning(Problem::UnknownAreaCode(code.clone()))
                    .at(&source.path, at(&code)),
            );
            continue;
        }
        let Some(outline) = outline(&feature["geometry"]) else {
            found.push(
                Diagnostic::error(Problem::BadOutline(code.clone())).at(&source.path, at(&code)),
            );
            continue;
        };
        if outlines.contains_key(&code) {
            found.push(
                Diagnostic::error(Problem::RepeatedCode(code.clone())).at(&source.path, at(&code)),
            );
            continue;
        }
        outlines.insert(code, outline);
    }
    outlines
}

/// The rings of a geometry; `None` where it is not a whole Polygon or MultiPolygon.
fn outline(geometry: &Value) -> Option<Outline> {
    let coordinates = geometry["coordinates"].as_array()?;
    let mut rings = Vec::new();
    match geometry["type"].as_str()? {
        "Polygon" => take_rings(coordinates, &mut rings)?,
        "MultiPolygon" => {
            for polygon in coordinates {
                take_rings(polygon.as_array()?, &mut rings)?;
            }
        }
        _ => return None,
    }
    (!rings.is_empty()).then_some(Outline { rings })
}

fn take_rings(polygon: &[Value], rings: &mut Vec<Vec<Point>>) -> Option<()> {
    for ring in polygon {
        let mut points = ring
            .as_array()?
            .iter()
            .map(point)
            .collect::<Option<Vec<_>>>()?;
        if points.len() < 3 {
            return None;
        }
        if points.first() != points.last() {
            points.push(points[0]);
        }
        rings.push(points);
    }
    Some(())
}

fn point(position: &Value) -> Option<Point> {
    let (longitude, latitude) = (position.get(0)?.as_f64()?, position.get(1)?.as_f64()?);
    let is_on_earth = (-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude);
    is_on_earth.then_some(Point {
        latitude,
        longitude,
    })
}

/// Where a code stands: the tree has no positions, and a code is written once.
fn place(text: &str, code: &str) -> Range<usize> {
    let quoted = format!("\"{code}\"");
    text.find(&quoted).map_or(0..0, |at| at..at + quoted.len())
}

/// The byte of a line and a column that counts bytes, both from 1.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (start + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{District, Text};
    use crate::testing::{codes, source};

    fn read(text: &str) -> (BTreeMap<String, Outline>, Diagnostics) {
        let mut areas = Areas::default();
        areas.districts.insert(
            "3404".to_owned(),
            District {
                code: "3404".to_owned(),
                name: Text::thai("เขื่องใน"),
                province: "34".to_owned(),
                slug: "khueang-nai".to_owned(),
                letter_order: None,
                subdistricts: Vec::new(),
            },
        );
        let mut found = Diagnostics::default();
        let outlines = outlines(&source("content/areas.geojson", text), &areas, &mut found);
        (outlines, found)
    }

    fn feature(code: &str, geometry: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"code":{code}}},"geometry":{geometry}}}]}}"#
        )
    }

    #[test]
    fn reads_polygons() {
        let square = "[[[104,15],[105,15],[105,16],[104,16]]]";
        for (kind, coordinates) in [
            ("Polygon", square.to_owned()),
            ("MultiPolygon", format!("[{square}]")),
        ] {
            let text = feature(
                "\"3404\"",
                &format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#),
            );
            let (outlines, found) = read(&text);
            assert_eq!(codes(&found), [""; 0]);
            let inside = Point {
                latitude: 15.5,
                longitude: 104.5,
            };
            assert!(outlines["3404"].contains(inside), "as {kind}");
        }
    }

    #[test]
    fn reports_what_is_no_outline() {
        for (text, expected) in [
            ("{", "bad-geojson"),
            ("[]", "bad-geojson"),
            ("", "bad-geojson"),
            (&"[".repeat(10_000), "bad-geojson"),
            (&feature("\"9999\"", "null"), "unknown-area-code"),
            (&feature("null", "null"), "missing-key"),
            (&feature("3404", "null"), "bad-outline"),
            (
                &feature("\"3404\"", r#"{"type":"Point","coordinates":[104,15]}"#),
                "bad-outline",
            ),
            (
                &feature(
                    "\"3404\"",
                    r#"{"type":"Polygon","coordinates":[[[15,104],[16,104],[15,105]]]}"#,
                ),
                "bad-outline",
            ),
            (
                &feature(
                    "\"3404\"",
                    r#"{"type":"Polygon","coordinates":[[[104,15]]]}"#,
                ),
                "bad-outline",
            ),
        ] {
            let (_, found) = read(text);
            assert_eq!(codes(&found), [expected], "for {text}");
        }
    }
}
