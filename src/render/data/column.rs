//! The columns of a table of the open data: most are keys of the schema, the others are worked out.
//!
//! In: the order in which a table wants its columns. Out: for each column its description and its value in a row: one list, from which CSV, JSON,
//! GeoJSON, schemas and the page of the data are made. A key that the schema shows in the open data and no table names stands at the end.

use serde_json::{Value, json};

use crate::model::Lang;
use crate::render::parts::Parts;
use crate::schema::reader::FactValue;
use crate::schema::{Audience, Fact, Key, Kind, Outlet};

/// What a column is called and holds.
#[derive(Clone)]
pub(super) struct Field {
    pub(super) name: String,
    /// `string`, `integer`, `number`, `boolean`, `date` or `array` (of strings).
    pub(super) kind: &'static str,
    pub(super) th: String,
    pub(super) en: String,
    pub(super) is_required: bool,
}

/// How a table names a column.
pub(super) enum Column<Id: 'static> {
    /// Worked out from the directory.
    Made(Made<Id>),
    /// A key of the schema, as its type asks.
    Plain(&'static str),
    /// The Thai text of a key.
    Thai(&'static str),
    /// Its English text.
    English(&'static str),
}

/// A column that is worked out.
pub(super) struct Made<Id: 'static> {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) is_required: bool,
    pub(super) th: &'static str,
    pub(super) en: &'static str,
    pub(super) value: fn(&Parts, Id) -> Value,
}

/// A column that every row has.
pub(super) const fn must<Id>(
    name: &'static str,
    kind: &'static str,
    th: &'static str,
    en: &'static str,
    value: fn(&Parts, Id) -> Value,
) -> Column<Id> {
    Column::Made(Made {
        name,
        kind,
        is_required: true,
        th,
        en,
        value,
    })
}

/// A column that a row may lack.
pub(super) const fn may<Id>(
    name: &'static str,
    kind: &'static str,
    th: &'static str,
    en: &'static str,
    value: fn(&Parts, Id) -> Value,
) -> Column<Id> {
    match must(name, kind, th, en, value) {
        Column::Made(made) => Column::Made(Made {
            is_required: false,
            ..made
        }),
        column => column,
    }
}

impl<Id> Column<Id> {
    /// The key or the name by which the table names it.
    fn name(&self) -> &'static str {
        match self {
            Self::Made(made) => made.name,
            Self::Plain(key) | Self::Thai(key) | Self::English(key) => key,
        }
    }
}

/// A column with its description, and where its value comes from.
pub(super) struct Described<Id: 'static> {
    pub(super) field: Field,
    value: Source<Id>,
}

enum Source<Id: 'static> {
    Made(fn(&Parts, Id) -> Value),
    /// Which of the facts of a row, and in which language where it is a text.
    Fact(usize, Lang),
}

/// The columns of a table, in its order and then those that it does not name. `keys` are those of the facts of a row.
pub(super) fn described<Id: Copy>(
    columns: &[&'static Column<Id>],
    keys: &[&'static Key],
) -> Vec<Described<Id>> {
    let mut all = Vec::new();
    for column in columns {
        let of_key = |name: &str, suffix: &str, lang| {
            let at = keys.iter().position(|it| it.name == name);
            let at = at.expect("a table names keys of its records");
            Described {
                field: field(keys[at], suffix, lang),
                value: Source::Fact(at, lang),
            }
        };
        all.push(match column {
            Column::Made(made) => Described {
                field: Field {
                    name: made.name.to_owned(),
                    kind: made.kind,
                    th: made.th.to_owned(),
                    en: made.en.to_owned(),
                    is_required: made.is_required,
                },
                value: Source::Made(made.value),
            },
            Column::Plain(key) => of_key(key, "", Lang::Th),
            Column::Thai(key) => of_key(key, "_th", Lang::Th),
            Column::English(key) => of_key(key, "_en", Lang::En),
        });
    }
    for (at, key) in keys.iter().enumerate() {
        let is_open = key.is_shown(Outlet::Data) && key.audience == Audience::Everyone;
        if !is_open || columns.iter().any(|it| it.name() == key.name) {
            continue;
        }
        let languages: &[(&str, Lang)] = if key.kind.is_translated() {
            &[("_th", Lang::Th), ("_en", Lang::En)]
        } else {
            &[("", Lang::Th)]
        };
        all.extend(languages.iter().map(|(suffix, lang)| Described {
            field: field(key, suffix, *lang),
            value: Source::Fact(at, *lang),
        }));
    }
    all
}

/// The description of a column that is a key.
fn field(key: &Key, suffix: &str, lang: Lang) -> Field {
    let mut th = key.label.th.to_owned();
    let mut en = key.label.en.to_owned();
    match (suffix, lang) {
        ("", _) => {}
        (_, Lang::Th) => en.push_str(", in Thai"),
        (_, Lang::En) => {
            th.push_str(" (ภาษาอังกฤษ)");
            en.push_str(", in English");
        }
    }
    if let Some(unit) = key.unit {
        th = format!("{th} ({})", unit.th);
        en = format!("{en}, {}", unit.en);
    }
    if let Some(list) = key.kind.vocabulary() {
        let words = list.all().join(", ");
        th = format!("{th}: {words}");
        en = format!("{en}: {words}");
    }
    Field {
        name: format!("{}{suffix}", key.name),
        kind: match key.kind {
            Kind::Count | Kind::Integer | Kind::Year => "integer",
            Kind::Number => "number",
            Kind::Flag => "boolean",
            Kind::Date => "date",
            Kind::Texts | Kind::Strings | Kind::Words(_) | Kind::Phones => "array",
            _ => "string",
        },
        th,
        en,
        // What has a default stands in every row; a translation never has to.
        is_required: (key.is_required || key.default.is_some() || is_list(key.kind))
            && lang == Lang::Th,
    }
}

fn is_list(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Texts | Kind::Strings | Kind::Words(_) | Kind::Phones
    )
}

/// A row of a table.
pub(super) fn row<Id: Copy>(
    columns: &[Described<Id>],
    parts: &Parts,
    id: Id,
    facts: &[Fact],
) -> Vec<Value> {
    let value = |it: &Described<Id>| match it.value {
        Source::Made(value) => value(parts, id),
        Source::Fact(at, lang) => of_fact(&facts[at], lang),
    };
    columns.iter().map(value).collect()
}

fn of_fact(fact: &Fact, lang: Lang) -> Value {
    let values = fact.values.iter().map(|it| of_value(it, lang));
    if is_list(fact.key.kind) {
        return values.collect();
    }
    values.into_iter().next().unwrap_or(Value::Null)
}

fn of_value(value: &FactValue, lang: Lang) -> Value {
    match (value, lang) {
        (FactValue::Text(text), Lang::Th) => json!(text.th),
        (FactValue::Text(text), Lang::En) => json!(text.en),
        (FactValue::Markdown(text), Lang::Th) => json!(crate::markdown::plain(&text.th.text)),
        (FactValue::Markdown(text), Lang::En) => {
            json!(text.en.as_ref().map(|it| crate::markdown::plain(&it.text)))
        }
        (FactValue::String(text) | FactValue::Link(text), _) => json!(text),
        (FactValue::Word(_, word), _) => json!(word),
        (FactValue::Date(day), _) => json!(day),
        (FactValue::Year(year), _) => json!(year),
        (FactValue::Integer(number), _) => json!(number),
        (FactValue::Number(number), _) => json!(number),
        (FactValue::Flag(flag), _) => json!(flag),
        (FactValue::Phone(phone), _) => json!(phone.written),
        (FactValue::Figure(crate::value::Figure::Number { value, .. }), _) => json!(value),
        (FactValue::Figure(crate::value::Figure::Words(text)), Lang::Th) => json!(text.th),
        (FactValue::Figure(crate::value::Figure::Words(text)), Lang::En) => json!(text.en),
    }
}
