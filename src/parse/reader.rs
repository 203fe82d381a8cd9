//! A table of TOML, read key by key: takes what is there, reports what is wrong and goes on.
//!
//! In: a table and the keys of its record. Out: the record's values in their one form, with positions where they are still in doubt.
//! Never: stops at a mistake, and never knows a key that the schema does not describe.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::expected::Expected;
use crate::diagnostic::{Diagnostics, Problem};
use crate::locale::one_form::arabic_digits;
use crate::parse::document::Document;
use crate::parse::field::{Field, json};
use crate::parse::key_spans::KeySpans;
use crate::parse::{date, phone, web};
use crate::schema::reader::Reader;
use crate::schema::{Key, Record};
use crate::value::{Date, Figure, InlineText, Phone, Place, Spanned, Text, Word};

/// A table to be read, perhaps with its translation beside it (from the `.en.md` twin of a file).
pub struct TableReader<'a, 'f> {
    pub(super) document: &'a Document<'a>,
    pub(super) table: &'a DeTable<'a>,
    /// Where the table begins in the file.
    span: Range<usize>,
    /// `location.` inside `[location]`.
    pub(super) prefix: String,
    pub(super) keys: &'static [Key],
    /// The keys of the whole document.
    pub(super) root: &'static [Key],
    pub(super) twin: Option<(&'a Document<'a>, &'a DeTable<'a>)>,
    /// Whether the table is written at all; one that is not lacks nothing.
    is_written: bool,
    /// Whether everything that is required was read.
    is_whole: bool,
    pub(super) found: &'f mut Diagnostics,
}

/// A record as it was read, and where its keys stand.
pub struct ReadRecord<T> {
    /// The record.
    pub record: T,
    /// Whether everything that is required was read; what was not was reported and is stood in for.
    pub is_whole: bool,
}

/// Reads the record of a whole document, with its translation.
pub fn record<T: Record>(
    document: &Document,
    twin: Option<&Document>,
    found: &mut Diagnostics,
) -> ReadRecord<T> {
    let reader = TableReader {
        document,
        table: &document.table,
        span: document.offset..document.offset,
        prefix: String::new(),
        keys: T::KEYS,
        root: T::KEYS,
        twin: twin.map(|it| (it, &it.table)),
        is_written: true,
        is_whole: true,
        found,
    };
    reader.read()
}

/// Where the values of a document's own keys stand.
pub fn key_spans(document: &Document) -> KeySpans {
    let values = document
        .table
        .iter()
        .map(|(key, value)| (key.get_ref().to_string(), document.in_file(value.span())));
    KeySpans::new(document.offset, values)
}

impl<'a> TableReader<'a, '_> {
    fn read<T: Record>(mut self) -> ReadRecord<T> {
        let record = T::read(&mut self);
        self.report_unknown_keys();
        ReadRecord {
            record,
            is_whole: self.is_whole,
        }
    }

    fn report_at(&mut self, problem: Problem, span: Range<usize>) {
        self.found.push(self.document.error(problem, span));
    }

    fn missing(&mut self, name: &str) {
        self.is_whole = false;
        // Where the TOML itself is broken, the key may only be unread.
        if self.is_written && !self.document.is_broken() {
            let problem = Problem::MissingKey(format!("{}{name}", self.prefix));
            self.report_at(problem, self.span.clone());
        }
    }

    /// The value of a key; a required one that is missing is reported.
    fn field(&mut self, key: &Key) -> Option<Field<'a>> {
        let Some(value) = self.table.get(key.name) else {
            if key.is_required {
                self.missing(key.name);
            }
            return None;
        };
        self.field_in(self.document, value, key.name)
    }

    /// A value that could be read; a record whose required value could not is not whole.
    fn got<T>(&mut self, key: &Key, value: Option<T>) -> Option<T> {
        self.is_whole &= value.is_some() || !key.is_required;
        value
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

    /// A text of a key, or of its `_alt`, in its languages.
    fn text_named(&mut self, name: &str, written: Option<Field>, must_speak: bool) -> Option<Text> {
        let has_thai = written.is_some();
        let th = written.and_then(|it| it.text(must_speak, self.found));
        let en = self
            .twin_field(name)
            .and_then(|it| Some((it.text(false, self.found)?, it)));
        self.pair(th, en, has_thai).map(|(th, en)| Text { th, en })
    }

    /// A text and its translation; a translation alone is reported.
    fn pair<T>(
        &mut self,
        th: Option<T>,
        en: Option<(T, Field)>,
        has_thai: bool,
    ) -> Option<(T, Option<T>)> {
        match (th, en) {
            (Some(th), en) => Some((th, en.map(|(it, _)| it))),
            (None, Some((_, field))) => {
                if !has_thai && !self.document.is_broken() {
                    let thai = field.name.strip_suffix("_en").unwrap_or(&field.name);
                    field.report(Problem::EnglishWithoutThai(thai.to_owned()), self.found);
                }
                None
            }
            (None, None) => None,
        }
    }

    /// The translation of a table or of tables, which must be of the same kind.
    fn twin_of<T>(
        &mut self,
        key: &Key,
        expected: Expected,
        part: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<(&'a Document<'a>, T)> {
        let (document, table) = self.twin?;
        let twin = part(table.get(key.name)?.get_ref());
        if twin.is_none()
            && let Some(twin) = self.twin_field(key.name)
        {
            twin.wrong(expected, self.found);
        }
        Some((document, twin?))
    }

    /// A figure outside what its key allows.
    fn out_of_range(field: &Field, written: String, range: (f64, Option<f64>)) -> Problem {
        Problem::OutOfRange {
            key: field.name.clone(),
            written,
            min: range.0,
            max: range.1,
        }
    }

    fn inner<'g, T: Record>(
        &self,
        field: &Field<'a>,
        table: &'a DeTable<'a>,
        twin: Option<(&'a Document<'a>, &'a DeTable<'a>)>,
        found: &'g mut Diagnostics,
    ) -> TableReader<'a, 'g> {
        TableReader {
            document: self.document,
            table,
            span: field.span.clone(),
            prefix: format!("{}.", field.name),
            keys: T::KEYS,
            root: self.root,
            twin,
            is_written: true,
            is_whole: true,
            found,
        }
    }
}

impl Reader for TableReader<'_, '_> {
    fn text(&mut self, key: &'static Key) -> Option<Text> {
        let written = self.field(key);
        let text = self.text_named(key.name, written, key.must_speak());
        self.got(key, text)
    }

    fn texts(&mut self, key: &'static Key) -> Vec<Text> {
        let th = self.field(key).map(|it| it.strings(self.found));
        let twin = self.twin_field(key.name);
        let en = twin.as_ref().map(|it| it.strings(self.found));
        let th = th.unwrap_or_default();
        let en = match (en, twin) {
            (Some(en), Some(twin)) if en.len() != th.len() => {
                let problem = Problem::ListLengths {
                    key: format!("{}{}", self.prefix, key.name),
                    thai: th.len(),
                    english: en.len(),
                };
                twin.report(problem, self.found);
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

    fn markdown(&mut self, key: &'static Key) -> Option<InlineText> {
        let written = self.field(key);
        let has_thai = written.is_some();
        let th = written.and_then(|it| it.markdown(self.found));
        let en = self
            .twin_field(key.name)
            .and_then(|it| Some((it.markdown(self.found)?, it)));
        self.pair(th, en, has_thai)
            .map(|(th, en)| InlineText { th, en })
    }

    fn string(&mut self, key: &'static Key) -> Option<String> {
        let field = self.field(key)?;
        let value = field.text(key.is_required, self.found);
        self.got(key, value)
    }

    fn strings(&mut self, key: &'static Key) -> Vec<Spanned<String>> {
        let strings = self.field(key).map(|it| it.strings(self.found));
        strings
            .unwrap_or_default()
            .into_iter()
            .filter(|it| !it.value.is_empty())
            .collect()
    }

    fn number_or_string(&mut self, key: &'static Key) -> Option<String> {
        let field = self.field(key)?;
        let value = match field.value {
            DeValue::Integer(it) if it.radix() == 10 => Some(it.as_str().to_owned()),
            DeValue::String(_) => field
                .text(key.is_required, self.found)
                .map(|it| arabic_digits(&it)),
            _ => {
                field.wrong(Expected::NumberOrText, self.found);
                None
            }
        };
        self.got(key, value)
    }

    fn word<T: Word>(&mut self, key: &'static Key) -> Option<T> {
        let field = self.field(key)?;
        let word = field
            .text(true, self.found)
            .and_then(|it| field.word(&it, field.span.clone(), self.found));
        self.got(key, word)
    }

    fn words<T: Word>(&mut self, key: &'static Key) -> Vec<T> {
        let Some(field) = self.field(key) else {
            return Vec::new();
        };
        let mut all: Vec<T> = Vec::new();
        for written in field.strings(self.found) {
            if let Some(word) = field.word(&written.value, written.span, self.found)
                && !all.contains(&word)
            {
                all.push(word);
            }
        }
        all
    }

    fn date(&mut self, key: &'static Key) -> Option<Date> {
        let field = self.field(key)?;
        let read = match field.value {
            DeValue::Datetime(it) => {
                date::toml_date(it).and_then(|day| date::near(day, &it.to_string()))
            }
            DeValue::String(it) => date::date(it).and_then(|day| date::near(day, it)),
            _ => Err(field.wrong_type(Expected::Date)),
        };
        let day = field.ok(read, self.found);
        self.got(key, day)
    }

    fn year(&mut self, key: &'static Key) -> Option<i16> {
        let field = self.field(key)?;
        let read = match field.value {
            DeValue::Integer(it) => date::year(&it.to_string()),
            DeValue::String(it) => date::year(it),
            _ => Err(field.wrong_type(Expected::Year)),
        };
        let year = field.ok(read, self.found);
        self.got(key, year)
    }

    fn count(&mut self, key: &'static Key) -> Option<u32> {
        let field = self.field(key)?;
        let number = field.whole(Expected::Count, self.found)?;
        let problem = Self::out_of_range(&field, number.clone(), (0.0, None));
        field.ok(number.parse().map_err(|_| problem), self.found)
    }

    fn integer(&mut self, key: &'static Key) -> Option<i64> {
        let field = self.field(key)?;
        let number = field.whole(Expected::Integer, self.found)?;
        let range = (i64::MIN as f64, Some(i64::MAX as f64));
        let problem = Self::out_of_range(&field, number.clone(), range);
        field.ok(number.parse().map_err(|_| problem), self.found)
    }

    fn number(&mut self, key: &'static Key) -> Option<f64> {
        let field = self.field(key)?;
        let Some((number, written)) = field.decimal() else {
            field.wrong(Expected::Number, self.found);
            return None;
        };
        let (min, max) = key.range.unwrap_or((f64::MIN, f64::MAX));
        if (min..=max).contains(&number) {
            return Some(number);
        }
        let problem = Self::out_of_range(&field, written, (min, Some(max)));
        field.report(problem, self.found);
        None
    }

    fn flag(&mut self, key: &'static Key) -> Option<bool> {
        let field = self.field(key)?;
        if let DeValue::Boolean(it) = field.value {
            Some(*it)
        } else {
            field.wrong(Expected::Flag, self.found);
            None
        }
    }

    fn phones(&mut self, key: &'static Key) -> Vec<Phone> {
        let Some(field) = self.field(key) else {
            return Vec::new();
        };
        let written = match field.value {
            DeValue::String(it) => vec![Spanned {
                value: it.to_string(),
                span: field.span.clone(),
            }],
            DeValue::Array(_) => field.strings(self.found),
            _ => {
                field.wrong(Expected::Phones, self.found);
                Vec::new()
            }
        };
        let mut phones: Vec<Phone> = Vec::new();
        let mut seen = BTreeSet::new();
        for Spanned { value, span } in written {
            match phone::phone(&value) {
                Ok(phone) => {
                    if seen.insert((phone.link.clone(), phone.written.clone())) {
                        phones.push(phone);
                    }
                }
                Err(problem) => self.found.push(field.document.error(problem, span)),
            }
        }
        phones
    }

    fn parsed<T>(&mut self, key: &'static Key, parse: fn(&str) -> Result<T, Problem>) -> Option<T> {
        let field = self.field(key)?;
        let value = field
            .text(true, self.found)
            .and_then(|it| field.ok(parse(&it), self.found));
        self.got(key, value)
    }

    fn email(&mut self, key: &'static Key) -> Option<String> {
        self.parsed(key, web::email)
    }

    fn url(&mut self, key: &'static Key) -> Option<String> {
        self.parsed(key, web::url)
    }

    fn base_url(&mut self, key: &'static Key) -> Option<String> {
        self.parsed(key, web::base_url)
    }

    fn link(&mut self, key: &'static Key) -> Option<String> {
        self.parsed(key, web::link)
    }

    fn figure(&mut self, key: &'static Key) -> Option<Figure> {
        let Some(field) = self.field(key) else {
            if let Some(twin) = self.twin_field(key.name) {
                self.pair(None::<()>, Some(((), twin)), false);
            }
            return None;
        };
        let figure = match field.decimal() {
            Some((value, digits)) if value.is_finite() => Some(Figure::Number { value, digits }),
            None if matches!(field.value, DeValue::String(_)) => {
                let th = field.text(true, self.found);
                let en = self
                    .twin_field(key.name)
                    .and_then(|it| it.text(false, self.found));
                th.map(|th| Figure::Words(Text { th, en }))
            }
            _ => {
                field.wrong(Expected::NumberOrText, self.found);
                None
            }
        };
        self.got(key, figure)
    }

    fn alt(&mut self, key: &'static Key) -> Option<Text> {
        let name = format!("{}_alt", key.name);
        let value = self.table.get(name.as_str());
        let written = value.and_then(|it| self.field_in(self.document, it, &name));
        self.text_named(&name, written, false)
    }

    fn table<T: Record>(&mut self, key: &'static Key) -> Option<Spanned<T>> {
        let field = self.field(key)?;
        let DeValue::Table(table) = field.value else {
            field.wrong(Expected::Table, self.found);
            self.got(key, None::<()>);
            return None;
        };
        let twin = self.twin_of(key, Expected::Table, DeValue::as_table);
        let mut found = std::mem::take(self.found);
        let read = self.inner::<T>(&field, table, twin, &mut found).read();
        *self.found = found;
        self.is_whole &= read.is_whole || !key.is_required;
        Some(Spanned {
            value: read.record,
            span: field.span,
        })
    }

    fn table_or_empty<T: Record>(&mut self, key: &'static Key) -> T {
        static EMPTY: LazyLock<DeTable<'static>> = LazyLock::new(DeTable::new);
        if let Some(read) = self.table(key) {
            return read.value;
        }
        let mut reader = TableReader {
            document: self.document,
            table: &EMPTY,
            span: self.span.clone(),
            prefix: String::new(),
            keys: T::KEYS,
            root: self.root,
            twin: None,
            is_written: false,
            is_whole: true,
            found: &mut *self.found,
        };
        T::read(&mut reader)
    }

    fn tables<T: Record>(&mut self, key: &'static Key) -> Vec<Spanned<T>> {
        let Some(field) = self.field(key) else {
            return Vec::new();
        };
        let DeValue::Array(tables) = field.value else {
            field.wrong(Expected::Tables, self.found);
            return Vec::new();
        };
        let twins = self.twin_of(key, Expected::Tables, DeValue::as_array);
        if let Some((_, twins)) = twins
            && twins.len() > tables.len()
            && let Some(twin) = self.twin_field(key.name)
        {
            let problem = Problem::ListLengths {
                key: field.name.clone(),
                thai: tables.len(),
                english: twins.len(),
            };
            twin.report(problem, self.found);
        }
        let mut all = Vec::with_capacity(tables.len());
        let mut found = std::mem::take(self.found);
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
                    let read = self.inner::<T>(&inner, table, twin, &mut found).read();
                    if read.is_whole {
                        all.push(Spanned {
                            value: read.record,
                            span: inner.span,
                        });
                    }
                }
                _ if inner.document.is_broken_at(&inner.span) => {}
                _ => inner.wrong(Expected::Tables, &mut found),
            }
        }
        *self.found = found;
        all
    }

    fn free(&mut self, key: &'static Key) -> serde_json::Value {
        let Some(field) = self.field(key) else {
            return serde_json::Value::Null;
        };
        if !matches!(field.value, DeValue::Table(_)) {
            field.wrong(Expected::Table, self.found);
            return serde_json::Value::Null;
        }
        json(field.value)
    }

    fn written(&self, name: &str) -> Option<String> {
        match self.table.get(name)?.get_ref() {
            DeValue::String(it) => Some(it.to_string()),
            _ => None,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    fn span_of(&self, name: &str) -> Range<usize> {
        self.table
            .get(name)
            .map_or_else(|| self.span.clone(), |it| self.document.in_file(it.span()))
    }

    fn report(&mut self, name: &str, problem: Problem) {
        let span = self.span_of(name);
        self.report_at(problem, span);
    }

    fn report_again(&mut self, span: Range<usize>, first: Option<Range<usize>>, problem: Problem) {
        let file = self.document.file.clone();
        let diagnostic = self.document.error(problem, span);
        self.found.push(match first {
            Some(span) => diagnostic.with_related(Place { file, span }),
            None => diagnostic,
        });
    }

    fn need_in(&mut self, table: &'static str, name: &'static str) {
        let Some(value) = self.table.get(table) else {
            return;
        };
        let DeValue::Table(inner) = value.get_ref() else {
            return;
        };
        if !inner.contains_key(name) && !self.document.is_broken() {
            let span = self.document.in_file(value.span());
            let problem = Problem::MissingKey(format!("{}{table}.{name}", self.prefix));
            self.report_at(problem, span);
        }
    }
}
