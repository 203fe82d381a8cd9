//! The records as JSON Schema 2020-12, for editors and for whoever writes entries with a program.
//!
//! In: the rows of the records. Out: one schema for each, whole in itself: no reference leads out of it, because editors follow few. A date of TOML
//! counts as the string that it is written as. What no schema can tell (whether a photo exists, whether a topic is one of the site's) is left to
//! `sala check`.

use serde_json::{Map, Value, json};

use crate::schema::export::{files_of, names, pattern, title_of};
use crate::schema::{Audience, Bilingual, FILES, Key, Kind, Reference};
use crate::value::{Lang, Vocabulary};

/// What a schema says at its top of where it comes from; a file that says so can be made anew.
pub const MADE_BY: &str = "Made by `sala schema`; make it anew where sala is.";

/// All schemas by the names of their records.
#[must_use]
pub fn all(lang: Option<Lang>) -> Value {
    names()
        .filter_map(|name| Some((name.to_owned(), schema(name, lang)?)))
        .collect::<Map<_, _>>()
        .into()
}

/// The schema of a record, in one language or in both; `None` where there is no such record.
#[must_use]
pub fn schema(record: &str, lang: Option<Lang>) -> Option<Value> {
    let (name, keys) = FILES.iter().find(|(name, _)| *name == record)?;
    let exporter = Exporter {
        lang,
        is_table: *name == "areas",
    };
    let mut schema = exporter.table(keys);
    schema.insert("$schema".into(), DIALECT.into());
    schema.insert("$comment".into(), MADE_BY.into());
    schema.insert("title".into(), exporter.title(title_of(name)).into());
    schema.insert("description".into(), files_of(name).into());
    Some(schema.into())
}

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// How the rows are told.
#[derive(Clone, Copy)]
struct Exporter {
    /// The one language; `None` for both.
    lang: Option<Lang>,
    /// Whether the record is a row of a spreadsheet, where every value is a string and an unknown column is no error.
    is_table: bool,
}

/// A part of a schema.
type Part = Map<String, Value>;

impl Exporter {
    fn table(self, keys: &'static [Key]) -> Part {
        let mut properties = Part::new();
        let mut needs = Part::new();
        for key in keys {
            properties.insert(key.name.to_owned(), self.key(key).into());
            for twin in self.twins(key) {
                needs.extend(twin.needs.map(|it| (twin.name.clone(), json!([it]))));
                properties.insert(twin.name, twin.part.into());
            }
        }
        let required: Vec<&str> = keys
            .iter()
            .filter_map(|it| it.is_required.then_some(it.name))
            .collect();
        let mut part = part(json!({ "type": "object", "properties": properties }));
        if !self.is_table {
            part.insert("additionalProperties".into(), false.into());
        }
        if !required.is_empty() {
            part.insert("required".into(), required.into());
        }
        if !needs.is_empty() {
            part.insert("dependentRequired".into(), needs.into());
        }
        part
    }

    /// What a key takes and what is to be said of it.
    fn key(self, key: &'static Key) -> Part {
        let mut part = self.values(key);
        part.insert("title".into(), self.title(key.label).into());
        part.insert("description".into(), self.description(key).into());
        if let Some(default) = key.default.and_then(|it| self.value(it)) {
            part.insert("default".into(), default);
        }
        if let Some(example) = key.example.and_then(|it| self.value(it)) {
            part.insert("examples".into(), json!([example]));
        }
        part.insert("x-sala".into(), facts(key));
        part
    }

    /// The values that a key takes.
    fn values(self, key: &'static Key) -> Part {
        let strings = |pattern: String| json!({ "type": "string", "pattern": pattern });
        part(match key.kind {
            Kind::Text | Kind::Markdown | Kind::String => {
                let mut text = part(json!({ "type": "string" }));
                let must_speak = match key.kind {
                    Kind::Text => key.must_speak(),
                    Kind::String => key.is_required,
                    _ => false,
                };
                let speaks = must_speak.then_some(pattern::SPEAKS);
                text.extend(
                    key.pattern
                        .or(speaks)
                        .map(|it| ("pattern".into(), it.into())),
                );
                text.into()
            }
            Kind::Photo | Kind::Document => json!({ "type": "string" }),
            Kind::Texts | Kind::Strings => {
                let mut items = part(json!({ "type": "array", "items": { "type": "string" } }));
                if key.refers_to == Some(Reference::Topic) {
                    items.insert("uniqueItems".into(), true.into());
                }
                items.into()
            }
            Kind::NumberOrString => {
                let mut either = part(json!({ "type": ["string", "integer"] }));
                let speaks = key.is_required.then_some(pattern::SPEAKS);
                either.extend(
                    key.pattern
                        .or(speaks)
                        .map(|it| ("pattern".into(), it.into())),
                );
                either.into()
            }
            Kind::Word(words) => self.word(words).into(),
            Kind::Words(words) => json!({ "type": "array", "items": self.word(words) }),
            Kind::Date => strings(pattern::date()),
            Kind::Year => {
                let whole =
                    |(first, last)| json!({ "type": "integer", "minimum": first, "maximum": last });
                let mut any: Vec<Value> = pattern::YEARS.map(whole).into();
                any.push(strings(pattern::year()));
                json!({ "anyOf": any })
            }
            Kind::Count => {
                let mut written = pattern::count();
                if self.is_table && !key.is_required {
                    written = pattern::or_empty(&written);
                }
                json!({ "type": ["integer", "string"], "minimum": 0, "maximum": u32::MAX, "pattern": written })
            }
            Kind::Integer => {
                json!({ "type": ["integer", "string"], "pattern": pattern::integer() })
            }
            Kind::Number => {
                let mut number =
                    part(json!({ "type": ["number", "string"], "pattern": pattern::number() }));
                if let Some((least, most)) = key.range {
                    number.insert("minimum".into(), least.into());
                    number.insert("maximum".into(), most.into());
                }
                number.into()
            }
            Kind::Figure => {
                json!({ "type": ["number", "string"], "pattern": pattern::SPEAKS })
            }
            Kind::Flag if self.is_table => {
                json!({ "type": ["boolean", "string"], "pattern": pattern::flag() })
            }
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Phones => {
                let phone = strings(pattern::phone());
                json!({ "type": ["string", "array"], "pattern": pattern::phone(), "items": phone })
            }
            Kind::Email => strings(pattern::email()),
            Kind::Url => strings(pattern::url()),
            Kind::Link => strings(pattern::link()),
            Kind::Table(keys) => self.table(keys).into(),
            Kind::Tables(keys) => json!({ "type": "array", "items": self.table(keys) }),
            Kind::Free => json!({ "type": "object" }),
        })
    }

    /// One of a list of words, each with its name: for editors made of VS Code's parts, and for taplo's.
    fn word(self, words: &'static Vocabulary) -> Part {
        let named = |it: &crate::value::words::NamedWord| {
            let (th, en) = (it.th, it.en);
            self.title(Bilingual { th, en })
        };
        let names: Vec<String> = words.words.iter().map(named).collect();
        part(json!({
            "type": "string",
            "enum": words.all(),
            "enumDescriptions": names,
            "x-taplo": { "docs": { "enumValues": names } },
        }))
    }

    /// The other keys that belong to one: its translation, and what a photo shows.
    fn twins(self, key: &'static Key) -> Vec<Twin> {
        let mut twins = Vec::new();
        if matches!(key.kind, Kind::Photo) {
            let alt = format!("{}_alt", key.name);
            twins.push(self.twin(
                key,
                &alt,
                None,
                ("คำบรรยายภาพ", "description"),
                (
                    "บอกสั้น ๆ ว่าในภาพมีอะไร สำหรับผู้ที่มองไม่เห็น",
                    "What the photo shows, in a few words, for those who do not see it.",
                ),
            ));
            twins.push(self.twin(
                key,
                &format!("{alt}_en"),
                Some(alt.clone()),
                ("คำบรรยายภาพ ภาษาอังกฤษ", "description, in English"),
                ("คำบรรยายภาพเป็นภาษาอังกฤษ", "The same in English."),
            ));
        }
        if key.kind.is_translated() {
            twins.push(self.twin(
                key,
                &format!("{}_en", key.name),
                Some(key.name.to_owned()),
                ("ภาษาอังกฤษ", "in English"),
                (
                    "คำแปลภาษาอังกฤษ ถ้าไม่มี หน้าภาษาอังกฤษจะแสดงภาษาไทย",
                    "Its translation; where there is none, English pages show the Thai.",
                ),
            ));
        }
        twins
    }

    fn twin(
        self,
        key: &'static Key,
        name: &str,
        needs: Option<String>,
        title: (&str, &str),
        help: (&str, &str),
    ) -> Twin {
        let label = |lang, more: &str| format!("{} ({more})", words(key.label, lang));
        let told = |lang: Lang, help: &str| format!("{help}{}", audience(key.audience, lang));
        let texts = matches!(key.kind, Kind::Texts);
        let values = if texts {
            json!({ "type": "array", "items": { "type": "string" } })
        } else {
            json!({ "type": "string" })
        };
        let mut part = part(values);
        part.insert(
            "title".into(),
            self.said(" · ", label(Lang::Th, title.0), label(Lang::En, title.1))
                .into(),
        );
        part.insert(
            "description".into(),
            self.said("\n\n", told(Lang::Th, help.0), told(Lang::En, help.1))
                .into(),
        );
        Twin {
            name: name.to_owned(),
            needs,
            part,
        }
    }

    fn title(self, label: Bilingual) -> String {
        let in_lang = |lang| words(label, lang);
        self.said(" · ", in_lang(Lang::Th), in_lang(Lang::En))
    }

    /// The help of a key, in what it is counted, and who does not see it.
    fn description(self, key: &Key) -> String {
        let in_lang = |lang: Lang| {
            let help = key.help.in_lang(lang).trim();
            let unit = key.unit.map_or(String::new(), |it| match lang {
                Lang::Th => format!(" หน่วย: {}", it.th),
                Lang::En => format!(" Unit: {}.", it.en),
            });
            format!("{help}{unit}{}", audience(key.audience, lang))
        };
        self.said("\n\n", in_lang(Lang::Th), in_lang(Lang::En))
    }

    /// Words in the language that was asked for, or in both, each once.
    fn said(self, between: &str, th: String, en: String) -> String {
        match self.lang {
            Some(Lang::Th) => th,
            Some(Lang::En) => en,
            None if th == en => th,
            None => format!("{th}{between}{en}"),
        }
    }

    /// A value that a row says as TOML; a row of a spreadsheet says it as it stands there.
    fn value(self, written: &str) -> Option<Value> {
        if self.is_table {
            return Some(written.into());
        }
        let table: toml::Table = toml::from_str(&format!("value = {written}")).ok()?;
        Some(from_toml(table.get("value")?))
    }
}

/// A key beside another one.
struct Twin {
    name: String,
    /// The key that it is nothing without.
    needs: Option<String>,
    part: Part,
}

/// The words of a label: without the full stop that ends a help.
fn words(label: Bilingual, lang: Lang) -> String {
    label.in_lang(lang).trim().trim_end_matches('.').to_owned()
}

/// Who does not see what a key holds; nothing where everyone does.
fn audience(audience: Audience, lang: Lang) -> &'static str {
    match (audience, lang) {
        (Audience::Everyone, _) => "",
        (Audience::WithConsent, Lang::Th) => " (เผยแพร่เมื่อเจ้าของข้อมูลยินยอมเท่านั้น)",
        (Audience::WithConsent, Lang::En) => " Published with consent only.",
        (Audience::Office, Lang::Th) => " (ใช้ในแบบรายงานเท่านั้น ไม่เผยแพร่)",
        (Audience::Office, Lang::En) => " For the paper forms; never published.",
    }
}

/// What no keyword of JSON Schema says of a key: who sees it, what it names, where it is shown, and on which paper forms.
fn facts(key: &Key) -> Value {
    let forms: Vec<Value> = key
        .forms
        .iter()
        .map(|(form, heading)| json!({ "form": form.word(), "heading": heading }))
        .collect();
    let mut facts = part(json!({ "audience": key.audience }));
    facts.extend(key.refers_to.map(|it| ("refers_to".into(), json!(it))));
    if !key.shown.is_empty() {
        facts.insert("shown".into(), json!(key.shown));
    }
    if !forms.is_empty() {
        facts.insert("forms".into(), forms.into());
    }
    facts.into()
}

/// A value of TOML as editors hand it to a validator: days as they are written.
fn from_toml(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(it) => it.as_str().into(),
        toml::Value::Integer(it) => (*it).into(),
        toml::Value::Float(it) => (*it).into(),
        toml::Value::Boolean(it) => (*it).into(),
        toml::Value::Datetime(it) => it.to_string().into(),
        toml::Value::Array(items) => items.iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            let entries = table.iter();
            let entries = entries.map(|(key, it)| (key.clone(), from_toml(it)));
            Value::Object(entries.collect())
        }
    }
}

/// An object of `json!` as what it is made of.
fn part(value: Value) -> Part {
    match value {
        Value::Object(part) => part,
        _ => Part::new(),
    }
}
