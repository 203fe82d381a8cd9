//! What other programs read: feeds, the search field of a browser, old addresses.
//!
//! Every address is absolute but `href`.

use serde::Serialize;

use super::shared::LocalizedText;

/// An Atom feed: of everything, of a district or of a topic.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Language: `th` or `en`.
    pub lang: &'static str,
    /// What it is about.
    pub title: String,
    /// The feed itself, which is also its id.
    pub url: String,
    /// The page that shows the same.
    pub page: String,
    /// The moment of its newest entry: `2026-01-15T00:00:00+07:00`.
    pub updated: String,
    /// Who publishes.
    pub author: String,
    /// The licence, as written.
    pub rights: Option<String>,
    /// Newest first.
    pub entries: Vec<FeedEntry>,
}

/// A centre, a best practice or an activity in a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Its name.
    pub title: LocalizedText,
    /// Its page, which is also its id.
    pub url: String,
    /// The moment of its date.
    pub updated: String,
    /// The centre.
    pub author: String,
    /// One or two sentences.
    pub summary: Option<String>,
}

/// How the search field of a browser asks the site.
#[derive(Clone, Debug, Serialize)]
pub struct OpenSearch {
    /// Language: `th` or `en`.
    pub lang: &'static str,
    /// `words.short_title` in at most 16 letters, which a browser can show.
    pub short_name: String,
    /// The title of the site.
    pub description: String,
    /// `icon-192.png` of the theme.
    pub icon: Option<String>,
    /// The results, with `{searchTerms}` where the words come.
    pub results: String,
    /// `opensearch.xml` itself.
    pub url: String,
}

/// A page at an old address.
#[derive(Clone, Debug, Serialize)]
pub struct Redirect {
    /// Language: `th` or `en`.
    pub lang: &'static str,
    /// The name of the page that it leads to.
    pub name: LocalizedText,
    /// That page.
    pub href: String,
    /// The same, absolute: `<link rel="canonical">`.
    pub url: String,
}
