//! The types that a field of a record can have. The type carries what a key takes and how it is read, so that the two cannot disagree.
//!
//! In: a [`Reader`] that stands before a table. Out: the value, and for whoever shows it its [`FactValue`]s. Never: knows TOML.

use crate::schema::key::{Key, Kind};
use crate::schema::reader::{FactValue, Reader};
use crate::value::words::{Digits, Level, Status};
use crate::value::{ConsentEnd, Date, Figure, InlineText, Phone, Spanned, Text, Word};

/// What the field of a record can be.
pub trait Field: Sized {
    /// What its key takes.
    const KIND: Kind;
    /// Whether a record is nothing without it.
    const IS_REQUIRED: bool = false;

    /// Reads it; one that is missing is empty, or stands in for what was reported.
    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self;

    /// Adds what is to be shown of it.
    fn values<'a>(&'a self, _into: &mut Vec<FactValue<'a>>) {}
}

/// What one value of TOML is read as.
pub trait Single: Sized {
    /// What its key takes.
    const KIND: Kind;

    /// The value, where there is one that can be read.
    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self>;

    /// What is to be shown of it; tables show nothing by themselves.
    fn value(&self) -> Option<FactValue<'_>> {
        None
    }
}

/// What arrays of TOML are made of.
pub trait Item: Sized {
    /// What the key of the array takes.
    const KIND: Kind;

    /// All of them.
    fn read_all<R: Reader>(reader: &mut R, key: &'static Key) -> Vec<Self>;

    /// What is to be shown of one.
    fn value(&self) -> Option<FactValue<'_>> {
        None
    }
}

/// What may be left out.
impl<T: Single> Field for Option<T> {
    const KIND: Kind = T::KIND;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        T::read_one(reader, key)
    }

    fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
        into.extend(self.as_ref().and_then(T::value));
    }
}

/// Any number of things.
impl<T: Item> Field for Vec<T> {
    const KIND: Kind = T::KIND;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        T::read_all(reader, key)
    }

    fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
        into.extend(self.iter().filter_map(T::value));
    }
}

/// Declares how a type is read as one value, and shown.
macro_rules! single {
    ($($type:ty = $kind:expr, $read:ident, |$it:ident| $value:expr;)+) => {
        $(impl Single for $type {
            const KIND: Kind = $kind;

            fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
                reader.$read(key)
            }

            fn value(&self) -> Option<FactValue<'_>> {
                let $it = self;
                Some($value)
            }
        })+
    };
}
single! {
    Text = Kind::Text, text, |it| FactValue::Text(it);
    InlineText = Kind::Markdown, markdown, |it| FactValue::Markdown(it);
    String = Kind::String, string, |it| FactValue::String(it);
    Date = Kind::Date, date, |it| FactValue::Date(*it);
    u32 = Kind::Count, count, |it| FactValue::Integer(i64::from(*it));
    i64 = Kind::Integer, integer, |it| FactValue::Integer(*it);
    f64 = Kind::Number, number, |it| FactValue::Number(*it);
    bool = Kind::Flag, flag, |it| FactValue::Flag(*it);
    Figure = Kind::Figure, figure, |it| FactValue::Figure(it);
}

/// Declares a type around another one, for a key that takes something of its own.
macro_rules! wrapped {
    ($($(#[$doc:meta])* $name:ident($inner:ty) = $kind:expr, $read:ident, |$it:ident| $value:expr;)+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub struct $name(pub $inner);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::ops::Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl Single for $name {
            const KIND: Kind = $kind;

            fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
                reader.$read(key).map(Self)
            }

            fn value(&self) -> Option<FactValue<'_>> {
                let $it = &self.0;
                Some($value)
            }
        })+
    };
}
wrapped! {
    /// A string or a whole number, kept as text with Arabic digits: a village, a house number, a code.
    NumberOrString(String) = Kind::NumberOrString, number_or_string, |it| FactValue::String(it);
    /// A year, Buddhist Era.
    Year(i16) = Kind::Year, year, |it| FactValue::Year(*it);
    /// An e-mail address.
    Email(String) = Kind::Email, email, |it| FactValue::String(it);
    /// An http or https address.
    Url(String) = Kind::Url, url, |it| FactValue::Link(it);
    /// The absolute address of a site, ending in `/`.
    BaseUrl(String) = Kind::Url, base_url, |it| FactValue::Link(it);
    /// An address of the site from its root, or an http or https address.
    Link(String) = Kind::Link, link, |it| FactValue::Link(it);
}

/// What a record is nothing without.
macro_rules! required {
    ($($type:ty,)+) => {
        $(impl Field for $type {
            const KIND: Kind = <$type as Single>::KIND;
            const IS_REQUIRED: bool = true;

            fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
                <Self as Single>::read_one(reader, key).unwrap_or_default()
            }

            fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
                into.extend(Single::value(self));
            }
        })+
    };
}
required! {
    Text, Figure, Date, Year, NumberOrString, BaseUrl, Link, Level,
}

/// A flag that is not written is what the default of its key says, else no.
impl Field for bool {
    const KIND: Kind = Kind::Flag;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        reader.flag(key).unwrap_or(key.default == Some("true"))
    }

    fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
        into.push(FactValue::Flag(*self));
    }
}

/// A whole number that is not written is 0.
impl Field for i64 {
    const KIND: Kind = Kind::Integer;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        reader.integer(key).unwrap_or_default()
    }

    fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
        into.push(FactValue::Integer(*self));
    }
}

/// A flag of which what cannot be read is taken for yes: whether people can be recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cautious(pub bool);

impl Field for Cautious {
    const KIND: Kind = Kind::Flag;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        Self(reader.flag(key).unwrap_or_else(|| reader.has(key.name)))
    }
}

impl Field for ConsentEnd {
    const KIND: Kind = Kind::Date;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        match reader.date(key) {
            Some(day) => Self::On(day),
            None if reader.has(key.name) => Self::Unreadable,
            None => Self::Open,
        }
    }
}

/// The free table of themes.
impl Field for serde_json::Value {
    const KIND: Kind = Kind::Free;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        reader.free(key)
    }
}

/// A photo beside an entry, as an entry names it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPhoto {
    /// Relative path as written.
    pub file: Spanned<String>,
    /// What it shows; `None` where nothing was written.
    pub alt: Option<Text>,
}

impl Single for NamedPhoto {
    const KIND: Kind = Kind::Photo;

    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
        let file = Option::<Spanned<String>>::read(reader, key);
        let alt = reader.alt(key);
        Some(Self { file: file?, alt })
    }
}

/// The relative path of a document beside an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedDocument(pub Spanned<String>);

impl Single for NamedDocument {
    const KIND: Kind = Kind::Document;

    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
        Spanned::read_one(reader, key).map(Self)
    }
}

/// A value that the rest of the site must confirm keeps its place.
impl<T: Single> Single for Spanned<T> {
    const KIND: Kind = T::KIND;

    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
        let value = T::read_one(reader, key)?;
        let span = reader.span_of(key.name);
        Some(Self { value, span })
    }

    fn value(&self) -> Option<FactValue<'_>> {
        self.value.value()
    }
}

impl<T: Single + Default> Field for Spanned<T> {
    const KIND: Kind = T::KIND;
    const IS_REQUIRED: bool = true;

    fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
        Self {
            value: T::read_one(reader, key).unwrap_or_default(),
            span: reader.span_of(key.name),
        }
    }

    fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
        into.extend(self.value.value());
    }
}

impl Item for Spanned<String> {
    const KIND: Kind = Kind::Strings;

    fn read_all<R: Reader>(reader: &mut R, key: &'static Key) -> Vec<Self> {
        reader.strings(key)
    }
}

impl Item for Text {
    const KIND: Kind = Kind::Texts;

    fn read_all<R: Reader>(reader: &mut R, key: &'static Key) -> Vec<Self> {
        reader.texts(key)
    }

    fn value(&self) -> Option<FactValue<'_>> {
        Some(FactValue::Text(self))
    }
}

impl Item for Phone {
    const KIND: Kind = Kind::Phones;

    fn read_all<R: Reader>(reader: &mut R, key: &'static Key) -> Vec<Self> {
        reader.phones(key)
    }

    fn value(&self) -> Option<FactValue<'_>> {
        Some(FactValue::Phone(self))
    }
}

/// Words of closed lists, one or several.
macro_rules! lists {
    ($($type:ident,)+) => {
        $(impl Single for crate::value::words::$type {
            const KIND: Kind = Kind::Word(Self::VOCABULARY);

            fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
                reader.word(key)
            }

            fn value(&self) -> Option<FactValue<'_>> {
                Some(FactValue::Word(Self::VOCABULARY, self.word()))
            }
        }

        impl Item for crate::value::words::$type {
            const KIND: Kind = Kind::Words(Self::VOCABULARY);

            fn read_all<R: Reader>(reader: &mut R, key: &'static Key) -> Vec<Self> {
                reader.words(key)
            }

            fn value(&self) -> Option<FactValue<'_>> {
                Some(FactValue::Word(Self::VOCABULARY, self.word()))
            }
        })+
    };
}
lists! {
    Level, Status, PlaceKind, Facility, HighlightKind, Mission, Sector, AwardLevel, ChairAs, SteeringRole, WorkingRole, Evidence, Digits,
}

/// Words that stand for what was not written.
macro_rules! words_with_default {
    ($($type:ident = $default:ident,)+) => {
        $(impl Default for $type {
            fn default() -> Self {
                Self::$default
            }
        })+
    };
}
words_with_default! {
    Level = District,
    Status = Open,
    Digits = Arabic,
}

/// Words of which one is meant where none is written: the default of their keys.
macro_rules! optional_words {
    ($($type:ident,)+) => {
        $(impl Field for $type {
            const KIND: Kind = Kind::Word(Self::VOCABULARY);

            fn read<R: Reader>(reader: &mut R, key: &'static Key) -> Self {
                reader.word(key).unwrap_or_default()
            }

            fn values<'a>(&'a self, into: &mut Vec<FactValue<'a>>) {
                into.push(FactValue::Word(Self::VOCABULARY, self.word()));
            }
        })+
    };
}
optional_words! {
    Status, Digits,
}
