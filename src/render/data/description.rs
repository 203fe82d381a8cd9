//! What the fields of the open data mean: a JSON Schema for each table, and `datapackage.json` for all of them.

use serde_json::{Map, Value, json};

use super::column::Field;
use super::tables::open;
use crate::media_type;
use crate::model::Lang;
use crate::plan::{Table, TableFormat};
use crate::render::parts::Parts;
use crate::render::pieces::license;

/// The JSON Schema of a table's JSON file.
pub(super) fn schema(parts: &Parts, table: Table) -> String {
    let fields = open(parts, table).fields;
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
            (it.name.clone(), property)
        })
        .collect();
    let required: Vec<_> = fields
        .iter()
        .filter(|it| it.is_required)
        .map(|it| &it.name)
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
pub(in crate::render) fn package(parts: &Parts) -> String {
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
                "schema": {"fields": open(parts, table).fields.iter().map(table_field).collect::<Vec<_>>(), "missingValues": [""]},
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

/// The name of a table's files.
fn name_of(table: Table) -> &'static str {
    let named = Table::ALL.into_iter().find(|(_, it)| *it == table);
    named.map_or("", |(name, _)| name)
}
