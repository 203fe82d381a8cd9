//! A table of TOML, read key by key: takes what is there, reports what is wrong and goes on.
//!
//! In: a table and the list of its keys ([`Key`]), which stands beside each parser and is the only place that knows a key's kind,
//! whether it is required, and what it means. Out: values in their one form, with positions where they are still in doubt.
//! Never: stops at a mistake.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::problem::{Belongs, Expected};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::center::InlineText;
use crate::model::person::Phone;
use crate::model::practice::Figure;
use crate::model::{Date, SitePath, Text, Word};
use crate::parse::document::Document;
use crate::parse::draft::At;
use crate::parse::field::{Field, json};
use crate::parse::nearest::nearest;
use crate::parse::text::arabic_digits;
use crate::parse::{date, phone, web};

/// A key of a table, described once: for reading, for the help on unknown keys, for editors and for the reference.
#[derive(Debug)]
pub struct Key {
    /// As written in TOML.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether its table is nothing without it.
    pub is_required: bool,
    /// What it means, in Thai.
    pub th: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Plain text in its languages: `key` and `key_en`.
    Text,
    /// Texts in their languages: `key` and `key_en`, item by item.
    Texts,
    /// Markdown in its languages.
    Markdown,
    /// A string that is the same in every language: a path, an id, a licence.
    String,
    /// Such strings.
    Strings,
    /// A string or a whole number, kept as text: a village, a house number, a code.
    NumberOrString,
    /// One of a list of words.
    Word(fn() -> Vec<&'static str>),
    /// Some of a list of words.
    Words(fn() -> Vec<&'static str>),
    /// A day of either era.
    Date,
    /// A year of either era.
    Year,
    /// A whole number from 0.
    Count,
    /// A whole number.
    Integer,
    /// A number within a range.
    Number {
        /// The least.
        min: f64,
        /// The most.
        max: f64,
    },
    /// `true` or `false`.
    Flag,
    /// A telephone, or several.
    Phones,
    /// An e-mail address.
    Email,
    /// An http or https address.
    Url,
    /// A number, or words that stand for one, in its languages.
    Figure,
    /// A table.
    Table(&'static [Key]),
    /// Tables, any number of them.
    Tables(&'static [Key]),
    /// A table that themes are free to fill.
    Free,
}

impl Kind {
    /// Whether the key has a twin `key_en`.
    #[must_use]
    pub fn has_twin(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Texts | Self::Markdown | Self::Figure
        )
    }
}

impl Key {
    /// Whether it goes by this name, with its twin.
    fn is(&self, name: &str) -> bool {
        self.name == name || (self.kind.has_twin() && name.strip_suffix("_en") == Some(self.name))
    }
}

/// What a key of this name takes, in every table that has one.
pub(super) fn kinds_of(keys: &[Key], name: &str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for key in keys {
        if key.is(name) {
            kinds.push(key.kind);
        }
        if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
            kinds.extend(kinds_of(inner, name));
        }
    }
    kinds
}

/// The headers of all tables that have a key, as TOML writes them.
fn headers_with(keys: &[Key], name: &str, prefix: &str) -> Vec<String> {
    let tables = keys.iter().filter_map(|it| match it.kind {
        Kind::Table(inner) => Some((format!("{prefix}{}", it.name), inner, ["[", "]"])),
        Kind::Tables(inner) => Some((format!("{prefix}{}", it.name), inner, ["[[", "]]"])),
        _ => None,
    });
    let mut headers = Vec::new();
    for (path, inner, [open, close]) in tables {
        if inner.iter().any(|it| it.is(name)) {
            headers.push(format!("{open}{path}{close}"));
        }
        headers.extend(headers_with(inner, name, &format!("{path}.")));
    }
    headers
}

/// A key that may be left out.
pub(super) const fn key(name: &'static str, kind: Kind, th: &'static str, en: &'static str) -> Key {
    Key {
        name,
        kind,
        is_required: false,
        th,
        en,
    }
}

/// A key that may not.
pub(super) const fn required(
    name: &'static str,
    kind: Kind,
    th: &'static str,
    en: &'static str,
) -> Key {
    Key {
        is_required: true,
        ..key(name, kind, th, en)
    }
}

/// The words of a list.
pub(super) fn words<T: Word>() -> Vec<&'static str> {
    T::ALL.iter().map(|it| it.word()).collect()
}

/// A table to be read, perhaps with its translation beside it (from the `.en.md` twin of a file).
pub struct Keys<'a> {
    document: &'a Document<'a>,
    table: &'a DeTable<'a>,
    /// Where the table begins in the file.
    pub span: Range<usize>,
    /// `location.` inside `[location]`.
    prefix: String,
    known: &'static [Key],
    /// The keys of the whole document.
    root: &'static [Key],
    twin: Option<(&'a Document<'a>, &'a DeTable<'a>)>,
    /// What was asked for: a key that no parser reads is a mistake of ours.
    read: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    /// The keys of a whole document, and of its translation.
    pub fn new(
        document: &'a Document<'a>,
        twin: Option<&'a Document<'a>>,
        known: &'static [Key],
    ) -> Self {
        Self {
            document,
            table: &document.table,
            span: document.offset..document.offset,
            prefix: String::new(),
            known,
            root: known,
            twin: twin.map(|it| (it, &it.table)),
            read: Vec::new(),
        }
    }

    /// The file.
    pub fn file(&self) -> &'a SitePath {
        self.document.file
    }

    /// Reports a problem at a place of the file.
    pub fn report(&self, problem: Problem, span: Range<usize>, found: &mut Diagnostics) {
        found.push(self.document.error(problem, span));
    }

    /// Reports a key as missing that the others make necessary.
    pub fn missing(&self, name: &str, found: &mut Diagnostics) {
        // Where the TOML itself is broken, the key may only be unread.
        if !self.document.is_broken() {
            let problem = Problem::MissingKey(format!("{}{name}", self.prefix));
            self.report(problem, self.span.clone(), found);
        }
    }

    /// Where the value of a key stands; the table itself where there is none.
    pub fn span_of(&self, name: &str) -> Range<usize> {
        self.table
            .get(name)
            .map_or_else(|| self.span.clone(), |it| self.document.in_file(it.span()))
    }

    /// Reports that a key is missing which its table needs only because of what another one says.
    pub fn need(&self, name: &'static str, found: &mut Diagnostics) {
        if !self.has(name) && !self.document.is_broken() {
            let problem = Problem::MissingKey(format!("{}{name}", self.prefix));
            self.report(problem, self.span.clone(), found);
        }
    }

    /// Whether the key is written at all.
    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// Reports every key that is not of this table, also in the translation.
    pub fn finish(self, found: &mut Diagnostics) {
        for key in self.known {
            debug_assert!(
                self.read.contains(&key.name),
                "no parser reads {}{}",
                self.prefix,
                key.name
            );
        }
        for (written, _) in self.table {
            let name = written.get_ref().as_ref();
            let span = self.document.in_file(written.span());
            let is_told = self.document.is_broken_at(&span);
            if self.is_known(name) || is_told || self.document.is_adrift(&span) {
                continue;
            }
            let known = self.known.iter().map(|it| it.name);
            let belongs = self.belongs(name);
            let nearest = self.nearest(name).filter(|_| belongs.is_none());
            let problem = Problem::UnknownKey {
                key: name.to_owned(),
                nearest,
                belongs,
                known: known.map(str::to_owned).collect(),
            };
            self.report(problem, self.document.in_file(written.span()), found);
        }
        let Some((document, table)) = self.twin else {
            return;
        };
        for (written, value) in table {
            let name = written.get_ref().as_ref();
            let key = self.known.iter().find(|it| it.name == name);
            let problem = match key.map(|it| it.kind) {
                Some(kind) if kind.has_twin() => continue, // read with its Thai text
                Some(Kind::Table(_) | Kind::Tables(_)) if self.has(name) => continue, // read with its Thai table
                Some(Kind::Table(_) | Kind::Tables(_)) => {
                    Problem::EnglishWithoutThai(format!("{}{name}", self.prefix))
                }
                // Said again as it is in the Thai file, it does no harm.
                Some(_)
                    if self.table.get(name).map(|it| json(it.get_ref()))
                        == Some(json(value.get_ref())) =>
                {
                    continue;
                }
                Some(_) => Problem::NotInTranslation(format!("{}{name}", self.prefix)),
                None => Problem::UnknownKey {
                    key: name.to_owned(),
                    nearest: self.nearest(name),
                    belongs: None,
                    known: self
                        .known
                        .iter()
                        .filter(|it| it.kind.has_twin())
                        .map(|it| it.name.to_owned())
                        .collect(),
                },
            };
            if !document.is_broken_at(&document.in_file(value.span())) {
                found.push(document.error(problem, document.in_file(written.span())));
            }
        }
    }

    fn is_known(&self, name: &str) -> bool {
        self.known.iter().any(|it| it.is(name))
    }

    /// Where a key belongs that this table lacks: TOML puts into the last table whatever stands below its header.
    fn belongs(&self, name: &str) -> Option<Belongs> {
        if self.root.iter().any(|it| it.is(name)) {
            return Some(Belongs::AboveTables);
        }
        let headers = headers_with(self.root, name, "");
        match &headers[..] {
            [header] => Some(Belongs::Below(header.clone())),
            _ => None,
        }
    }

    fn nearest(&self, name: &str) -> Option<String> {
        match name.strip_suffix("_en") {
            Some(stem) => {
                let twins = self.known.iter().filter(|it| it.kind.has_twin());
                nearest(stem, twins.map(|it| it.name)).map(|it| format!("{it}_en"))
            }
            None => nearest(name, self.known.iter().map(|it| it.name)),
        }
    }

    /// The value of a key; a required one that is missing is reported.
    fn field(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<Field<'a>> {
        let key = self.known(name);
        self.read.push(key.name);
        let Some(value) = self.table.get(name) else {
            if key.is_required {
                self.missing(name, found);
            }
            return None;
        };
        self.field_in(self.document, value, name)
    }

    /// The value of a key's translation: `key_en`, or `key` in the twin of the file.
    fn twin_field(&self, name: &str) -> Option<Field<'a>> {
        let twin = format!("{name}_en");
        match (self.table.get(twin.as_str()), self.twin) {
            (Some(value), _) => self.field_in(self.document, value, &twin),
            (None, Some((document, table))) => self.field_in(document, table.get(name)?, name),
            (None, None) => None,
        }
    }

    fn field_in(
        &self,
        document: &'a Document<'a>,
        value: &'a toml::Spanned<DeValue<'a>>,
        name: &str,
    ) -> Option<Field<'a>> {
        let span = document.in_file(value.span());
        let is_leaf = !matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
        if document.is_broken()
            && (value.span().is_empty() || (is_leaf && document.is_broken_at(&span)))
        {
            return None;
        }
        Some(Field {
            document,
            value: value.get_ref(),
            span,
            name: format!("{}{name}", self.prefix),
        })
    }

    fn known(&self, name: &'static str) -> &'static Key {
        self.known
            .iter()
            .find(|it| it.name == name)
            .unwrap_or_else(|| panic!("{}{name} is read but not in KEYS", self.prefix))
    }

    /// The keys of a table inside.
    fn inner_keys(&self, name: &'static str) -> &'static [Key] {
        match self.known(name).kind {
            Kind::Table(known) | Kind::Tables(known) => known,
            _ => panic!(
                "{}{name} is read as a table but is none in KEYS",
                self.prefix
            ),
        }
    }

    /// The range of a number.
    fn range(&self, name: &'static str) -> (f64, f64) {
        match self.known(name).kind {
            Kind::Number { min, max } => (min, max),
            _ => panic!(
                "{}{name} is read as a number but is none in KEYS",
                self.prefix
            ),
        }
    }

    /// A text in its languages.
    pub fn text(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<Text> {
        let must_speak = self.known(name).is_required || matches!(name, "name" | "title" | "label");
        let written = self.field(name, found);
        let has_thai = written.is_some();
        let th = written.and_then(|it| it.text(must_speak, found));
        let en = self
            .twin_field(name)
            .and_then(|it| Some((it.text(false, found)?, it)));
        self.pair(th, en, has_thai, found)
            .map(|(th, en)| Text { th, en })
    }

    /// Markdown in its languages.
    pub fn markdown(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<InlineText> {
        let written = self.field(name, found);
        let has_thai = written.is_some();
        let th = written.and_then(|it| it.markdown(found));
        let en = self
            .twin_field(name)
            .and_then(|it| Some((it.markdown(found)?, it)));
        self.pair(th, en, has_thai, found)
            .map(|(th, en)| InlineText { th, en })
    }

    /// A text and its translation; a translation alone is reported.
    fn pair<T>(
        &self,
        th: Option<T>,
        en: Option<(T, Field)>,
        has_thai: bool,
        found: &mut Diagnostics,
    ) -> Option<(T, Option<T>)> {
        match (th, en) {
            (Some(th), en) => Some((th, en.map(|(it, _)| it))),
            (None, Some((_, field))) => {
                if !has_thai && !self.document.is_broken() {
                    let thai = field.name.strip_suffix("_en").unwrap_or(&field.name);
                    field.report(Problem::EnglishWithoutThai(thai.to_owned()), found);
                }
                None
            }
            (None, None) => None,
        }
    }

    /// Texts in their languages, item by item.
    pub fn texts(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<Text> {
        let th = self.field(name, found).map(|it| it.strings(found));
        let twin = self.twin_field(name);
        let en = twin.as_ref().map(|it| it.strings(found));
        let th = th.unwrap_or_default();
        let en = match (en, twin) {
            (Some(en), Some(twin)) if en.len() != th.len() => {
                let problem = Problem::ListLengths {
                    key: format!("{}{name}", self.prefix),
                    thai: th.len(),
                    english: en.len(),
                };
                twin.report(problem, found);
                Vec::new()
            }
            (en, _) => en.unwrap_or_default(),
        };
        let mut en = en.into_iter().map(|it| it.value);
        th.into_iter()
            .map(|it| Text {
                th: it.value,
                en: en.next().filter(|it| !it.is_empty()),
            })
            .filter(|it| !it.th.is_empty())
            .collect()
    }

    /// A string that is not blank.
    pub fn string(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<At<String>> {
        let is_required = self.known(name).is_required;
        let field = self.field(name, found)?;
        let value = field.text(is_required, found)?;
        Some(At {
            value,
            span: field.span,
        })
    }

    /// Strings that are not blank.
    pub fn strings(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<At<String>> {
        let strings = self.field(name, found).map(|it| it.strings(found));
        strings
            .unwrap_or_default()
            .into_iter()
            .filter(|it| !it.value.is_empty())
            .collect()
    }

    /// Topic ids, each once; a repeated one is reported.
    pub fn topics(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<At<String>> {
        let mut topics: Vec<At<String>> = Vec::new();
        let mut seen = BTreeSet::new();
        for topic in self.strings(name, found) {
            if seen.contains(&topic.value) {
                self.report(Problem::RepeatedTopic(topic.value), topic.span, found);
            } else {
                seen.insert(topic.value.clone());
                topics.push(topic);
            }
        }
        topics
    }

    /// A string or a whole number as text, digits Arabic.
    pub fn number_or_string(
        &mut self,
        name: &'static str,
        found: &mut Diagnostics,
    ) -> Option<At<String>> {
        let is_required = self.known(name).is_required;
        let field = self.field(name, found)?;
        let value = match field.value {
            DeValue::Integer(it) if it.radix() == 10 => it.as_str().to_owned(),
            DeValue::String(_) => arabic_digits(&field.text(is_required, found)?),
            _ => {
                field.wrong(Expected::NumberOrText, found);
                return None;
            }
        };
        Some(At {
            value,
            span: field.span,
        })
    }

    /// One of the words of a list.
    pub fn word<T: Word>(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<T> {
        let field = self.field(name, found)?;
        let written = field.text(true, found)?;
        field.word(&written, field.span.clone(), found)
    }

    /// Some of the words of a list, each once.
    pub fn some_words<T: Word>(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<T> {
        let Some(field) = self.field(name, found) else {
            return Vec::new();
        };
        let mut all: Vec<T> = Vec::new();
        for written in field.strings(found) {
            if let Some(word) = field.word(&written.value, written.span, found)
                && !all.contains(&word)
            {
                all.push(word);
            }
        }
        all
    }

    /// A day of either era.
    pub fn date(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<Date> {
        let field = self.field(name, found)?;
        let read = match field.value {
            DeValue::Datetime(it) => {
                date::toml_date(it).and_then(|day| date::near(day, &it.to_string()))
            }
            DeValue::String(it) => date::date(it).and_then(|day| date::near(day, it)),
            _ => Err(field.wrong_type(Expected::Date)),
        };
        field.ok(read, found)
    }

    /// A year of either era, as Buddhist Era.
    pub fn year(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<i16> {
        let field = self.field(name, found)?;
        let read = match field.value {
            DeValue::Integer(it) => date::year(&it.to_string()),
            DeValue::String(it) => date::year(it),
            _ => Err(field.wrong_type(Expected::Year)),
        };
        field.ok(read, found)
    }

    /// A whole number from 0.
    pub fn count(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<u32> {
        let field = self.field(name, found)?;
        let number = field.whole(Expected::Count, found)?;
        let problem = Problem::OutOfRange {
            key: field.name.clone(),
            written: number.clone(),
            min: 0.0,
            max: None,
        };
        field.ok(number.parse().map_err(|_| problem), found)
    }

    /// A whole number.
    pub fn integer(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<i64> {
        let field = self.field(name, found)?;
        let number = field.whole(Expected::Integer, found)?;
        let problem = Problem::OutOfRange {
            key: field.name.clone(),
            written: number.clone(),
            min: i64::MIN as f64,
            max: Some(i64::MAX as f64),
        };
        field.ok(number.parse().map_err(|_| problem), found)
    }

    /// A finite number within the range of its key.
    pub fn number(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<f64> {
        let (min, max) = self.range(name);
        let field = self.field(name, found)?;
        let Some((number, written)) = field.decimal() else {
            field.wrong(Expected::Number, found);
            return None;
        };
        if (min..=max).contains(&number) {
            return Some(number);
        }
        field.report(
            Problem::OutOfRange {
                key: field.name.clone(),
                written,
                min,
                max: Some(max),
            },
            found,
        );
        None
    }

    /// `true` or `false`.
    pub fn flag(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<bool> {
        let field = self.field(name, found)?;
        if let DeValue::Boolean(it) = field.value {
            Some(*it)
        } else {
            field.wrong(Expected::Flag, found);
            None
        }
    }

    /// A telephone or several.
    pub fn phones(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<Phone> {
        let Some(field) = self.field(name, found) else {
            return Vec::new();
        };
        let written = match field.value {
            DeValue::String(it) => vec![At {
                value: it.to_string(),
                span: field.span.clone(),
            }],
            DeValue::Array(_) => field.strings(found),
            _ => {
                field.wrong(Expected::Phones, found);
                Vec::new()
            }
        };
        let mut phones: Vec<Phone> = Vec::new();
        let mut seen = BTreeSet::new();
        for At { value, span } in written {
            match phone::phone(&value) {
                Ok(phone) => {
                    if seen.insert((phone.link.clone(), phone.written.clone())) {
                        phones.push(phone);
                    }
                }
                Err(problem) => found.push(field.document.error(problem, span)),
            }
        }
        phones
    }

    /// An e-mail address.
    pub fn email(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<String> {
        self.checked(name, web::email, found)
    }

    /// An http or https address.
    pub fn url(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<String> {
        self.checked(name, web::url, found)
    }

    /// A string that a function understands, or reports.
    pub fn checked<T>(
        &mut self,
        name: &'static str,
        check: fn(&str) -> Result<T, Problem>,
        found: &mut Diagnostics,
    ) -> Option<T> {
        let field = self.field(name, found);
        let field = field?;
        let written = field.text(true, found)?;
        field.ok(check(&written), found)
    }

    /// A number, or words that stand for one.
    pub fn figure(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<Figure> {
        let field = self.field(name, found);
        let has_thai = field.is_some();
        let Some(field) = field else {
            if let Some(twin) = self.twin_field(name) {
                self.pair(None::<()>, Some(((), twin)), has_thai, found);
            }
            return None;
        };
        if let Some((value, digits)) = field.decimal() {
            if value.is_finite() {
                return Some(Figure::Number { value, digits });
            }
            field.wrong(Expected::NumberOrText, found);
            return None;
        }
        if !matches!(field.value, DeValue::String(_)) {
            field.wrong(Expected::NumberOrText, found);
            return None;
        }
        let th = field.text(true, found)?;
        let en = self.twin_field(name).and_then(|it| it.text(false, found));
        Some(Figure::Words(Text { th, en }))
    }

    /// A table.
    pub fn table(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<Self> {
        let known = self.inner_keys(name);
        let field = self.field(name, found)?;
        let DeValue::Table(table) = field.value else {
            field.wrong(Expected::Table, found);
            return None;
        };
        let twin = self.twin.and_then(|(document, table)| {
            if let DeValue::Table(table) = table.get(name)?.get_ref() {
                Some((document, table))
            } else {
                self.twin_field(name)?.wrong(Expected::Table, found);
                None
            }
        });
        Some(self.inner(&field, table, twin, known))
    }

    /// Tables, in order.
    pub fn tables(&mut self, name: &'static str, found: &mut Diagnostics) -> Vec<Self> {
        let known = self.inner_keys(name);
        let Some(field) = self.field(name, found) else {
            return Vec::new();
        };
        let DeValue::Array(tables) = field.value else {
            field.wrong(Expected::Tables, found);
            return Vec::new();
        };
        let twins = self.twin.and_then(|(document, table)| {
            if let DeValue::Array(twins) = table.get(name)?.get_ref() {
                Some((document, twins))
            } else {
                self.twin_field(name)?.wrong(Expected::Tables, found);
                None
            }
        });
        if let Some((_, twins)) = twins
            && twins.len() > tables.len()
            && let Some(twin) = self.twin_field(name)
        {
            let (thai, english) = (tables.len(), twins.len());
            twin.report(
                Problem::ListLengths {
                    key: field.name.clone(),
                    thai,
                    english,
                },
                found,
            );
        }
        let mut all = Vec::with_capacity(tables.len());
        for (at, item) in tables.iter().enumerate() {
            let inner = Field {
                value: item.get_ref(),
                span: field.document.in_file(item.span()),
                name: field.name.clone(),
                ..field
            };
            match inner.value {
                DeValue::Table(table) => {
                    let twin = twins.and_then(|(document, twins)| match twins.get(at)?.get_ref() {
                        DeValue::Table(table) => Some((document, table)),
                        _ => None,
                    });
                    all.push(self.inner(&inner, table, twin, known));
                }
                _ if inner.document.is_broken_at(&inner.span) => {}
                _ => inner.wrong(Expected::Tables, found),
            }
        }
        all
    }

    fn inner(
        &self,
        field: &Field<'a>,
        table: &'a DeTable<'a>,
        twin: Option<(&'a Document<'a>, &'a DeTable<'a>)>,
        known: &'static [Key],
    ) -> Self {
        Self {
            document: self.document,
            table,
            span: field.span.clone(),
            prefix: format!("{}.", field.name),
            known,
            root: self.root,
            twin,
            read: Vec::new(),
        }
    }

    /// A free table as JSON; `null` where there is none.
    pub fn free(&mut self, name: &'static str, found: &mut Diagnostics) -> serde_json::Value {
        let Some(field) = self.field(name, found) else {
            return serde_json::Value::Null;
        };
        if !matches!(field.value, DeValue::Table(_)) {
            field.wrong(Expected::Table, found);
            return serde_json::Value::Null;
        }
        json(field.value)
    }
}
