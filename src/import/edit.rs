//! Values → the text of an entry: a key is set where it stands, and every other byte stays.
//!
//! In: the text of an entry, and values of keys by their paths. Out: the text with them. Never: takes a value away, and never writes a text
//! that says something else of the other keys.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use super::values::Given;
use crate::locale::one_form::{arabic_digits, normalise};
use crate::parse::date;
use crate::schema::{Key, Kind, point};
use crate::value::Date;

/// The text of an entry that is being edited.
pub struct Entry {
    /// What stands before the TOML, and behind it.
    before: String,
    after: String,
    document: DocumentMut,
    is_windows: bool,
}

impl Entry {
    /// A new one.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            before: String::new(),
            after: String::new(),
            document: DocumentMut::new(),
            is_windows: false,
        }
    }

    /// A new one with front matter, and a story below it.
    #[must_use]
    pub fn with_story(story: &str) -> Self {
        Self {
            before: "+++\n".to_owned(),
            after: format!("+++\n\n{story}"),
            ..Self::empty()
        }
    }

    /// One that is written; `None` where it cannot be edited without a change elsewhere.
    #[must_use]
    pub fn read(text: &str, has_front_matter: bool) -> Option<Self> {
        let is_windows = text.contains("\r\n");
        let lines = text.replace("\r\n", "\n");
        if is_windows && lines.replace('\n', "\r\n") != text {
            return None; // lines that end in two ways
        }
        let (before, toml, after) = if has_front_matter {
            let start = lines.strip_prefix("+++\n")?;
            let end = if start.starts_with("+++") {
                0
            } else {
                start.find("\n+++")? + 1
            };
            ("+++\n", &start[..end], &start[end..])
        } else {
            ("", lines.as_str(), "")
        };
        let document: DocumentMut = toml.parse().ok()?;
        (document.to_string() == toml).then(|| Self {
            before: before.to_owned(),
            after: after.to_owned(),
            document,
            is_windows,
        })
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        let text = format!("{}{}{}", self.before, self.document, self.after);
        if self.is_windows {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    }

    /// What stands at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Item> {
        let mut names = path.split('.');
        let first = self.document.get(names.next()?)?;
        names.try_fold(first, |item, name| item.get(name))
    }

    /// Whether nothing stands at a path.
    #[must_use]
    pub fn lacks(&self, path: &str) -> bool {
        self.get(path).is_none()
    }

    /// What stands at a path, as a string.
    #[must_use]
    pub fn string(&self, path: &str) -> Option<&str> {
        self.get(path)?.as_str()
    }

    /// Sets a key. `false` where a table of its path is none.
    pub fn set(&mut self, path: &str, key: &Key, given: &Given) -> bool {
        let value = value_of(key, given);
        self.put(path, value)
    }

    /// Sets a key to a value.
    pub fn put(&mut self, path: &str, mut value: Value) -> bool {
        let trailing = self.trailing();
        let (tables, name) = split(path);
        let Some((table, is_new_table)) = self.table_of(tables, false) else {
            return false;
        };
        match table.get_mut(name) {
            Some(Item::Value(old)) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            Some(_) => return false,
            None => {
                table.insert(name, Item::Value(value));
            }
        }
        if is_new_table && !trailing.trim().is_empty() {
            self.keep_trailing(tables, &trailing);
        }
        true
    }

    /// Sets a list of tables, in place of one that is there.
    pub fn put_tables(&mut self, path: &str, rows: &[Vec<(&'static Key, Given)>]) -> bool {
        let trailing = self.trailing();
        let mut list = ArrayOfTables::new();
        for row in rows {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            for (key, given) in row {
                table.insert(key.name, Item::Value(value_of(key, given)));
            }
            list.push(table);
        }
        let (tables, name) = split(path);
        let Some((table, _)) = self.table_of(tables, true) else {
            return false;
        };
        let is_new = table.get(name).is_none();
        table.insert(name, Item::ArrayOfTables(list));
        if is_new && !trailing.trim().is_empty() {
            self.keep_trailing(path, &trailing);
        }
        true
    }

    /// Remarks at the end of the file.
    fn trailing(&self) -> String {
        let trailing = self.document.trailing().as_str();
        trailing.unwrap_or_default().to_owned()
    }

    /// The table at a path, made where it is missing, and whether it was. One that only holds others has no header of its own. `None` where
    /// something else stands in its way.
    fn table_of(&mut self, path: &str, is_implicit: bool) -> Option<(&mut dyn TableLike, bool)> {
        let mut is_new = false;
        let mut table: &mut dyn TableLike = self.document.as_table_mut();
        for part in path.split('.').filter(|it| !it.is_empty()) {
            if table.get(part).is_none() {
                let mut new = Table::new();
                new.set_implicit(is_implicit);
                new.decor_mut().set_prefix("\n");
                table.insert(part, Item::Table(new));
                is_new = true;
            }
            table = table.get_mut(part)?.as_table_like_mut()?;
        }
        Some((table, is_new))
    }

    /// Remarks at the end of a file belong to what stands above them: a table that is added comes after them.
    fn keep_trailing(&mut self, path: &str, trailing: &str) {
        let first = path.split('.').next().unwrap_or_default();
        let inner = path.split('.').nth(1);
        let end = if trailing.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        let prefix = format!("{trailing}{end}");
        let item = self.document.get_mut(first);
        let item = match (item, inner) {
            (Some(Item::Table(table)), Some(inner)) if table.is_implicit() => table.get_mut(inner),
            (item, _) => item,
        };
        let table = match item {
            Some(Item::Table(table)) => Some(table),
            Some(Item::ArrayOfTables(list)) => list.get_mut(0),
            _ => None,
        };
        if let Some(table) = table {
            table.decor_mut().set_prefix(prefix);
            self.document.set_trailing("");
        }
    }
}

/// A value as TOML.
fn value_of(key: &Key, given: &Given) -> Value {
    match given {
        Given::Text(text) => match text.parse::<i64>() {
            Ok(number) if key.name == "village" && number.to_string() == *text => number.into(),
            _ => text.into(),
        },
        Given::Integer(number) => (*number).into(),
        Given::Number(digits) => match (digits.parse::<i64>(), digits.parse::<f64>()) {
            (Ok(number), _) => number.into(),
            (_, Ok(number)) => number.into(),
            _ => digits.into(),
        },
        Given::Flag(flag) => (*flag).into(),
        Given::Day(day) => day_value(*day),
        Given::List(items) => match items.as_slice() {
            [one] if matches!(key.kind, Kind::Phones) => one.into(),
            items => items.iter().map(String::as_str).collect::<Array>().into(),
        },
    }
}

/// A day of the Buddhist Era; one that TOML's own calendar lacks stands in quotes.
fn day_value(day: Date) -> Value {
    let written = format!(
        "{:04}-{:02}-{:02}",
        day.buddhist_year(),
        day.month(),
        day.day()
    );
    let bare = written.parse::<toml_edit::Datetime>();
    bare.map_or_else(|_| written.into(), Into::into)
}

/// Whether what stands in an entry says the same. `alike` are other ways to write the value.
#[must_use]
pub fn is_same(key: &Key, item: &Item, given: &Given, alike: &[String]) -> bool {
    let Some(value) = item.as_value() else {
        return false;
    };
    let written = strings(value);
    let plain = |it: &str| match key.kind {
        Kind::NumberOrString | Kind::Phones => arabic_digits(&normalise(it)),
        _ => normalise(it),
    };
    match given {
        Given::Flag(flag) => value.as_bool() == Some(*flag),
        Given::Integer(number) => {
            let same = |it: &String| arabic_digits(it).parse() == Ok(*number);
            let year = |it: &String| date::year(it).map(i64::from) == Ok(*number);
            written
                .iter()
                .any(|it| same(it) || (matches!(key.kind, Kind::Year) && year(it)))
        }
        Given::Number(digits) => {
            let number = digits.parse::<f64>().ok();
            written
                .iter()
                .any(|it| arabic_digits(it).parse::<f64>().ok() == number)
        }
        Given::Day(day) => written.iter().any(|it| date::date(it).ok() == Some(*day)),
        Given::Text(text) if key.name == "point" => {
            let at = point::from_map(text).ok();
            at.is_some()
                && written
                    .first()
                    .is_some_and(|it| point::from_map(it).ok() == at)
        }
        Given::Text(text) => {
            let same = |it: &String| {
                let it = plain(it);
                it == plain(text) || alike.iter().any(|other| plain(other) == it)
            };
            matches!(written.as_slice(), [one] if same(one))
        }
        Given::List(items) => {
            let written = written.iter().map(|it| plain(it));
            written.eq(items.iter().map(|it| plain(it)))
        }
    }
}

/// What a value holds, as strings.
#[must_use]
pub fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(it) => vec![it.value().clone()],
        Value::Integer(it) => vec![it.value().to_string()],
        Value::Float(it) => vec![it.value().to_string()],
        Value::Boolean(it) => vec![it.value().to_string()],
        Value::Datetime(it) => vec![it.value().to_string()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::InlineTable(_) => Vec::new(),
    }
}

/// The tables of a path, and its key.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::CENTER;

    fn key(path: &str) -> &'static Key {
        CENTER.iter().find(|it| it.path == path).unwrap().key
    }

    fn edited(text: &str, values: &[(&str, Given)]) -> String {
        let mut entry = Entry::read(text, false).unwrap();
        for (path, given) in values {
            assert!(entry.set(path, key(path), given), "{path}");
        }
        entry.text()
    }

    #[test]
    fn what_is_not_set_stays_byte_for_byte() {
        let text = "# หัว\n\nname=\"ก\" # ชื่อ\nlevel =  'district'\n\n[location]   # ที่ตั้ง\ndistrict = \"ข\"\n# ท้าย\n";
        let place = Given::Text("วัด \"ก\"".to_owned());
        let phone = Given::List(vec!["045-000000".to_owned()]);
        let name = Given::Text("ค".to_owned());
        let text_of = |end: &str| text.replace('\n', end);
        for end in ["\n", "\r\n"] {
            let after = edited(
                &text_of(end),
                &[
                    ("name", name.clone()),
                    ("location.place", place.clone()),
                    ("chair.phone", phone.clone()),
                ],
            );
            let expected = "# หัว\n\nname=\"ค\" # ชื่อ\nlevel =  'district'\n\n[location]   # ที่ตั้ง\ndistrict = \"ข\"\nplace = 'วัด \"ก\"'\n# ท้าย\n\n[chair]\nphone = \"045-000000\"\n";
            assert_eq!(after, expected.replace('\n', end));
        }
    }

    #[test]
    fn days_and_lists_are_written_as_people_write_them() {
        let day = |year, month, day| Given::Day(Date::new(year, month, day).unwrap());
        let text = edited(
            "name = \"ก\"\n",
            &[
                ("opened", day(2022, 3, 13)),
                ("checked_on", day(2024, 2, 29)),
                ("topics", Given::List(vec!["a".to_owned(), "b".to_owned()])),
                ("location.village", Given::Text("9".to_owned())),
                ("location.postal_code", Given::Text("34150".to_owned())),
            ],
        );
        let expected = "name = \"ก\"\nopened = 2565-03-13\nchecked_on = \"2567-02-29\"\ntopics = [\"a\", \"b\"]\n\n[location]\nvillage = 9\npostal_code = \"34150\"\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_value_is_the_same_however_it_is_written() {
        let text = "village = '๙'\nphone = '๐๔๕-๐๐๐๐๐๐'\nopened = '๒๕๖๕-๐๓-๑๓'\nlatitude = 15.0\nname = 'เเม่'\ndays = 2022-03-13\n";
        let entry = Entry::read(text, false).unwrap();
        let day = Given::Day(Date::new(2022, 3, 13).unwrap());
        for (path, at, given) in [
            ("location.village", "village", Given::Text("9".to_owned())),
            (
                "chair.phone",
                "phone",
                Given::List(vec!["045-000000".to_owned()]),
            ),
            ("opened", "opened", day.clone()),
            ("opened", "days", day),
            (
                "location.latitude",
                "latitude",
                Given::Number("15".to_owned()),
            ),
            ("name", "name", Given::Text("แม่".to_owned())),
        ] {
            assert!(
                is_same(key(path), entry.get(at).unwrap(), &given, &[]),
                "{path}"
            );
        }
    }
}
