//! A record and whoever reads it: what the two promise each other.
//!
//! In: a table of TOML, behind a [`Reader`]. Out: a [`Record`], and for whoever shows it its [`Fact`]s. Never: knows TOML, nor a record by name.

use crate::diagnostic::Problem;
use crate::schema::key::Key;
use crate::value::{Date, Figure, InlineText, Phone, Spanned, Text, Vocabulary, Word};

/// A table that is read key by key. A value that is wrong is reported by whoever implements this, and counts as not written.
pub trait Reader: Sized {
    /// A text in its languages.
    fn text(&mut self, key: &'static Key) -> Option<Text>;
    /// Texts in their languages.
    fn texts(&mut self, key: &'static Key) -> Vec<Text>;
    /// Markdown in its languages.
    fn markdown(&mut self, key: &'static Key) -> Option<InlineText>;
    /// A string that is not blank.
    fn string(&mut self, key: &'static Key) -> Option<String>;
    /// Strings that are not blank.
    fn strings(&mut self, key: &'static Key) -> Vec<Spanned<String>>;
    /// A string or a whole number as text, digits Arabic.
    fn number_or_string(&mut self, key: &'static Key) -> Option<String>;
    /// One of the words of a list.
    fn word<T: Word>(&mut self, key: &'static Key) -> Option<T>;
    /// Some of the words of a list, each once.
    fn words<T: Word>(&mut self, key: &'static Key) -> Vec<T>;
    /// A day.
    fn date(&mut self, key: &'static Key) -> Option<Date>;
    /// A year, Buddhist Era.
    fn year(&mut self, key: &'static Key) -> Option<i16>;
    /// A whole number from 0.
    fn count(&mut self, key: &'static Key) -> Option<u32>;
    /// A whole number.
    fn integer(&mut self, key: &'static Key) -> Option<i64>;
    /// A finite number within the range of its key.
    fn number(&mut self, key: &'static Key) -> Option<f64>;
    /// Yes or no.
    fn flag(&mut self, key: &'static Key) -> Option<bool>;
    /// Telephones, each once.
    fn phones(&mut self, key: &'static Key) -> Vec<Phone>;
    /// A string that a function understands, or says why it does not.
    fn parsed<T>(&mut self, key: &'static Key, parse: fn(&str) -> Result<T, Problem>) -> Option<T>;
    /// An e-mail address.
    fn email(&mut self, key: &'static Key) -> Option<String>;
    /// An http or https address.
    fn url(&mut self, key: &'static Key) -> Option<String>;
    /// The absolute address of a site: without a query or a fragment, ending in `/`.
    fn base_url(&mut self, key: &'static Key) -> Option<String>;
    /// An address of the site from its root, or an http or https address.
    fn link(&mut self, key: &'static Key) -> Option<String>;
    /// A number, or words that stand for one.
    fn figure(&mut self, key: &'static Key) -> Option<Figure>;
    /// The `key_alt` of a photo.
    fn alt(&mut self, key: &'static Key) -> Option<Text>;
    /// A table.
    fn table<T: Record>(&mut self, key: &'static Key) -> Option<Spanned<T>>;
    /// A table; an empty one where it is not written.
    fn table_or_empty<T: Record>(&mut self, key: &'static Key) -> T;
    /// Tables that have what they need, in order.
    fn tables<T: Record>(&mut self, key: &'static Key) -> Vec<Spanned<T>>;
    /// A free table as JSON; `null` where there is none.
    fn free(&mut self, key: &'static Key) -> serde_json::Value;

    /// What a key holds where that is a string, as written.
    fn written(&self, name: &str) -> Option<String>;
    /// Whether a key is written at all.
    fn has(&self, name: &str) -> bool;
    /// Where the value of a key stands; the table itself where there is none.
    fn span_of(&self, name: &str) -> std::ops::Range<usize>;
    /// Reports a problem with the value of a key.
    fn report(&mut self, name: &str, problem: Problem);
    /// Reports a problem at a place of the file, and where the first of its kind stands.
    fn report_again(
        &mut self,
        span: std::ops::Range<usize>,
        first: Option<std::ops::Range<usize>>,
        problem: Problem,
    );
    /// Reports a key of a table inside as missing that the others make necessary.
    fn need_in(&mut self, table: &'static str, name: &'static str);
}

/// A value of a fact, for whoever shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum FactValue<'a> {
    /// A text in its languages.
    Text(&'a Text),
    /// Markdown in its languages.
    Markdown(&'a InlineText),
    /// A text that is the same in every language.
    String(&'a str),
    /// An http or https address.
    Link(&'a str),
    /// A word of a list.
    Word(&'static Vocabulary, &'static str),
    /// A day.
    Date(Date),
    /// A fiscal year, Buddhist Era.
    Year(i16),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A telephone.
    Phone(&'a Phone),
    /// A number, or words that stand for one.
    Figure(&'a Figure),
}

/// A table of the content. `record!` declares one.
pub trait Record: Sized {
    /// Its keys, in the order in which they are told of.
    const KEYS: &'static [Key];

    /// Reads every key.
    fn read<R: Reader>(reader: &mut R) -> Self;

    /// Every key with what is to be shown of it, in order; tables show nothing by themselves.
    fn facts(&self) -> Vec<Fact<'_>>;
}

/// A key and what is to be shown of it: nothing, a value or several.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// The key.
    pub key: &'static Key,
    /// Its values.
    pub values: Vec<FactValue<'a>>,
}

/// What no single key can promise: that a group does not begin above its end.
pub trait Rules {
    /// Reports what does not fit together.
    fn check<R: Reader>(&mut self, _reader: &mut R) {}
}
