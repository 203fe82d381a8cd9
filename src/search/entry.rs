//! What is found: an entry of the index, as the page of the site shows it.

/// Of what kind an entry is, in the order in which equal results stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A district, with its sub-districts.
    District,
    /// A topic.
    Topic,
    /// A centre.
    Center,
    /// A best practice.
    BestPractice,
    /// An activity.
    Activity,
    /// Any other page.
    Page,
}

impl EntryKind {
    /// Every kind, in order.
    pub const ALL: [Self; 6] = [
        Self::District,
        Self::Topic,
        Self::Center,
        Self::BestPractice,
        Self::Activity,
        Self::Page,
    ];
}

/// Something that can be found. Everything in it stands on its page in this language, or is another name of what does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its address from the site's root: `centers/x/`.
    pub address: String,
    /// Its title.
    pub title: String,
    /// `th` or `en` where the title is not in the language of the index.
    pub lang: Option<&'static str>,
    /// What a list says of it: where, when, which centre.
    pub facts: Vec<String>,
    /// Its own text, a passage each. A result shows the one that was found, else the first.
    pub texts: Vec<String>,
    /// Its title in another language: found as the title is, never shown.
    pub other_titles: Vec<String>,
    /// Other names of what it is about: found as its text is, never shown.
    pub other_names: Vec<String>,
    /// Whether it is an illustration.
    pub is_example: bool,
}
