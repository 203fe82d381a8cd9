//! A key of a record, described once: the row from which reading, help, pages, data, JSON Schema, reference, starters and forms follow.

use crate::value::Vocabulary;

/// A key of a TOML table and everything that is to be said of it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written in TOML.
    pub name: &'static str,
    /// What it takes; told by the Rust type of its field.
    pub kind: Kind,
    /// Whether its table is nothing without it.
    pub is_required: bool,
    /// What it holds where it is left out, as TOML.
    pub default: Option<&'static str>,
    /// In a few words, as it stands before the value on pages and forms.
    pub label: Bilingual,
    /// What it means, with its unit and what is to be kept in mind.
    pub help: Bilingual,
    /// A value of it, as TOML.
    pub example: Option<&'static str>,
    /// Whether that value is so plainly made up that no entry means it: one that holds it was left as it was.
    pub is_made_up: bool,
    /// In what it is counted.
    pub unit: Option<Bilingual>,
    /// The least and the most that a number may be.
    pub range: Option<(f64, f64)>,
    /// What a string looks like, as a regular expression of JSON Schema.
    pub pattern: Option<&'static str>,
    /// What it names, where that must exist.
    pub refers_to: Option<Reference>,
    /// Who may see it.
    pub audience: Audience,
    /// The paper forms that carry it, and under what heading.
    pub forms: &'static [(PaperForm, &'static str)],
    /// Where it is shown by default.
    pub shown: &'static [Outlet],
}

/// Words in Thai and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In Thai.
    pub th: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// The words for a reader of a language.
    #[must_use]
    pub fn in_lang(self, lang: crate::value::Lang) -> &'static str {
        match lang {
            crate::value::Lang::Th => self.th,
            crate::value::Lang::En => self.en,
        }
    }
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
    /// A string that is the same in every language: an id, a licence.
    String,
    /// Such strings.
    Strings,
    /// A photo beside the entry; its twin `key_alt` says what it shows, for those who do not see it.
    Photo,
    /// A document beside the entry.
    Document,
    /// A string or a whole number, kept as text: a village, a house number, a code.
    NumberOrString,
    /// One of a list of words.
    Word(&'static Vocabulary),
    /// Some of a list of words.
    Words(&'static Vocabulary),
    /// A day of either era.
    Date,
    /// A year of either era.
    Year,
    /// A whole number from 0.
    Count,
    /// A whole number.
    Integer,
    /// A number, within the range of its key.
    Number,
    /// `true` or `false`.
    Flag,
    /// A telephone, or several.
    Phones,
    /// An e-mail address.
    Email,
    /// An http or https address.
    Url,
    /// An address of the site from its root, or an http or https address.
    Link,
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
    pub fn is_translated(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Texts | Self::Markdown | Self::Figure
        )
    }

    /// The keys of a table, or of each of several.
    #[must_use]
    pub fn keys(self) -> Option<&'static [Key]> {
        match self {
            Self::Table(keys) | Self::Tables(keys) => Some(keys),
            _ => None,
        }
    }

    /// The words that it allows.
    #[must_use]
    pub fn vocabulary(self) -> Option<&'static Vocabulary> {
        match self {
            Self::Word(vocabulary) | Self::Words(vocabulary) => Some(vocabulary),
            _ => None,
        }
    }
}

/// What a key names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// A topic of `site.toml`, by its id.
    Topic,
    /// A province of the register, by name or code.
    Province,
    /// A district of the register, by name or code.
    District,
    /// A sub-district of the register, by name or code.
    Subdistrict,
    /// A photo beside the entry.
    Photo,
    /// A document beside the entry.
    Document,
    /// A centre, by its path.
    Center,
    /// A best practice, by its path: `khueang-nai/hua-don/best-practices/indigo`.
    Practice,
    /// A theme, by the name of its folder.
    Theme,
    /// An icon of the theme.
    Icon,
}

/// Who may see what a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everyone: it is published.
    Everyone,
    /// Everyone, where the person agreed; the office and its paper forms otherwise.
    WithConsent,
    /// The office and its paper forms alone.
    Office,
}

/// Where a fact is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outlet {
    /// The page of its entry.
    Page,
    /// Cards and rows of lists.
    Card,
    /// Leaflet, poster and how-to sheet.
    Paper,
    /// The search.
    Search,
    /// The open data.
    Data,
}

/// A paper form of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperForm {
    /// Area report of a district (แบบรายงานข้อมูลพื้นที่เป้าหมาย ระดับอำเภอ).
    AreasDistricts,
    /// Area report of sub-districts.
    AreasSubdistricts,
    /// Centre summary (แบบสรุปข้อมูลศูนย์ฯ).
    Summary,
    /// Committee order of a district.
    OrderDistrict,
    /// Committee order of a district's sub-districts.
    OrderSubdistricts,
    /// Monthly activity report.
    Activities,
}

impl PaperForm {
    /// Every form, in the order of the letter.
    pub const ALL: [Self; 6] = [
        Self::AreasDistricts,
        Self::AreasSubdistricts,
        Self::Summary,
        Self::OrderDistrict,
        Self::OrderSubdistricts,
        Self::Activities,
    ];

    /// The word for it on the command line and in documents: stable.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AreasDistricts => "areas-districts",
            Self::AreasSubdistricts => "areas-subdistricts",
            Self::Summary => "summary",
            Self::OrderDistrict => "order-district",
            Self::OrderSubdistricts => "order-subdistricts",
            Self::Activities => "activities",
        }
    }
}

/// A row to be filled in: `record!` adds name, kind and English help.
#[must_use]
pub const fn key(th: &'static str) -> Key {
    let nothing = Bilingual { th: "", en: "" };
    Key {
        name: "",
        kind: Kind::Free,
        is_required: false,
        default: None,
        label: nothing,
        help: Bilingual { th, en: "" },
        example: None,
        is_made_up: false,
        unit: None,
        range: None,
        pattern: None,
        refers_to: None,
        audience: Audience::Everyone,
        forms: &[],
        shown: &[],
    }
}

impl Key {
    /// Another name in TOML than the field has in Rust.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// Its table is nothing without it, although its type could do without.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    /// What it holds where it is left out, as TOML.
    #[must_use]
    pub const fn default(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }

    /// How it is called before its value, where that is not its help.
    #[must_use]
    pub const fn label(self, th: &'static str, en: &'static str) -> Self {
        Self {
            label: Bilingual { th, en },
            ..self
        }
    }

    /// A value of it, as TOML.
    #[must_use]
    pub const fn example(self, example: &'static str) -> Self {
        Self {
            example: Some(example),
            ..self
        }
    }

    /// A value of it, as TOML, that no entry means.
    #[must_use]
    pub const fn made_up(self, example: &'static str) -> Self {
        Self {
            example: Some(example),
            is_made_up: true,
            ..self
        }
    }

    /// In what it is counted.
    #[must_use]
    pub const fn unit(self, th: &'static str, en: &'static str) -> Self {
        Self {
            unit: Some(Bilingual { th, en }),
            ..self
        }
    }

    /// The least and the most that it may be.
    #[must_use]
    pub const fn range(self, min: f64, max: f64) -> Self {
        Self {
            range: Some((min, max)),
            ..self
        }
    }

    /// What it looks like, as a regular expression of JSON Schema.
    #[must_use]
    pub const fn pattern(self, pattern: &'static str) -> Self {
        Self {
            pattern: Some(pattern),
            ..self
        }
    }

    /// What it names.
    #[must_use]
    pub const fn refers_to(self, to: Reference) -> Self {
        Self {
            refers_to: Some(to),
            ..self
        }
    }

    /// Shown only where the person agreed.
    #[must_use]
    pub const fn with_consent(self) -> Self {
        Self {
            audience: Audience::WithConsent,
            ..self
        }
    }

    /// For the office and its paper forms alone.
    #[must_use]
    pub const fn office_only(self) -> Self {
        Self {
            audience: Audience::Office,
            ..self
        }
    }

    /// The paper forms that carry it, and under what heading.
    #[must_use]
    pub const fn on_forms(self, forms: &'static [(PaperForm, &'static str)]) -> Self {
        Self { forms, ..self }
    }

    /// Where it is shown by default.
    #[must_use]
    pub const fn shown(self, shown: &'static [Outlet]) -> Self {
        Self { shown, ..self }
    }

    /// The row as `record!` completes it.
    #[must_use]
    pub const fn complete(
        self,
        field: &'static str,
        kind: Kind,
        is_required: bool,
        help: &'static str,
    ) -> Self {
        let name = if self.name.is_empty() {
            field
        } else {
            self.name
        };
        let help = Bilingual {
            th: self.help.th,
            en: help.trim_ascii(),
        };
        let label = if self.label.th.is_empty() {
            Bilingual {
                th: help.th,
                en: without_full_stop(help.en),
            }
        } else {
            self.label
        };
        Self {
            name,
            kind,
            is_required: self.is_required || (is_required && self.default.is_none()),
            label,
            help,
            ..self
        }
    }

    /// Whether it is written under this name, or its twin is: `key_en`, `key_alt`, `key_alt_en`.
    #[must_use]
    pub fn is(&self, written: &str) -> bool {
        let Some(rest) = written.strip_prefix(self.name) else {
            return false;
        };
        match rest {
            "" => true,
            "_en" => self.kind.is_translated(),
            "_alt" | "_alt_en" => matches!(self.kind, Kind::Photo),
            _ => false,
        }
    }

    /// Whether a text of nothing but spaces is wrong: a record would have no name.
    #[must_use]
    pub fn must_speak(&self) -> bool {
        self.is_required || matches!(self.name, "name" | "title" | "label")
    }

    /// Whether it is shown somewhere by default.
    #[must_use]
    pub fn is_shown(&self, outlet: Outlet) -> bool {
        self.shown.contains(&outlet)
    }
}

/// A sentence as a label.
const fn without_full_stop(sentence: &'static str) -> &'static str {
    match sentence.as_bytes() {
        [.., b'.'] => sentence.split_at(sentence.len() - 1).0,
        _ => sentence,
    }
}

/// The keys of a record that begins with those of another: `N` is their number.
///
/// # Panics
/// Where it is not; the compiler works it out and says so.
#[must_use]
pub const fn together<const N: usize>(first: &[Key], then: &[Key]) -> [Key; N] {
    assert!(first.len() + then.len() == N, "N is the number of keys");
    let mut keys = [key(""); N];
    let mut at = 0;
    while at < N {
        keys[at] = if at < first.len() {
            first[at]
        } else {
            then[at - first.len()]
        };
        at += 1;
    }
    keys
}
