//! Entries held to the schemas of `sala schema`, by a validator that shares nothing with sala; the unit tests and the suite share this file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use sala::schema::export::json_schema;
use serde_json::Value;

/// What is wrong by its schema with a record that is written in TOML; `None` where nothing is.
pub fn mistake_in(record: &str, toml: &str) -> Option<String> {
    match toml::from_str(toml) {
        Ok(table) => mistake(record, &as_json(&toml::Value::Table(table))),
        Err(error) => Some(error.to_string()),
    }
}

/// What is wrong by its schema with a record; `best-practice.en` is a translation, which needs nothing.
pub fn mistake(record: &str, entry: &Value) -> Option<String> {
    static COMPILED: LazyLock<(Schemas, BTreeMap<String, SchemaIndex>)> = LazyLock::new(compiled);
    let (schemas, index) = &*COMPILED;
    let checked = schemas.validate(entry, index[record]);
    checked.err().map(|it| format!("{it:#}"))
}

/// Compiles every schema, which holds it to the meta-schema of 2020-12 first.
fn compiled() -> (Schemas, BTreeMap<String, SchemaIndex>) {
    let mut all = json_schema::all(None);
    let all = all.as_object_mut().unwrap();
    let translations: Vec<_> = all
        .iter()
        .map(|(name, schema)| (format!("{name}.en"), without_needs(schema)))
        .collect();
    all.extend(translations);
    let mut schemas = Schemas::new();
    let mut index = BTreeMap::new();
    for (name, schema) in all {
        index.insert(name.clone(), compile(name, schema, &mut schemas));
    }
    (schemas, index)
}

fn compile(name: &str, schema: &Value, schemas: &mut Schemas) -> SchemaIndex {
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V2020_12);
    let address = format!("https://example.org/{name}.json");
    compiler.add_resource(&address, schema.clone()).unwrap();
    compiler
        .compile(&address, schemas)
        .unwrap_or_else(|it| panic!("{name}: {it:#}"))
}

fn without_needs(schema: &Value) -> Value {
    match schema {
        Value::Object(parts) => {
            let is_kept = |it: &str| !matches!(it, "required" | "dependentRequired");
            let parts = parts.iter().filter(|(key, _)| is_kept(key));
            let parts = parts.map(|(key, it)| (key.clone(), without_needs(it)));
            Value::Object(parts.collect())
        }
        other => other.clone(),
    }
}

/// TOML as editors hand it to their validators: days as they are written.
pub fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(it) => it.to_string().into(),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            let entries = table.iter().map(|(key, it)| (key.clone(), as_json(it)));
            Value::Object(entries.collect())
        }
        other => serde_json::to_value(other).unwrap(),
    }
}
