//! What a file of the site is: a page, a feed, a table, a photo, one of the files that hosts read.
//!
//! In: routes and names. Out: one value for each kind of file, which says all that is needed to make its bytes. Never: the bytes.

use super::facets::{FacetFile, ListOf};
use super::route::{LocalizedRoute, Route};
use crate::media::photo;
use crate::model::directory::{ActivityId, CenterId, TopicId};
use crate::model::{Lang, SitePath};
use crate::schema::PaperForm;

/// What a file of the output is.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// A page.
    Page(LocalizedRoute),
    /// A page that leads from an old address to a new one.
    Redirect(LocalizedRoute),
    /// An Atom feed.
    Feed(FeedOf, Lang),
    /// A calendar.
    Calendar(CalendarOf, Lang),
    /// The contact card of a centre.
    ContactCard(CenterId, Lang),
    /// A table of the open data.
    Data(Table, TableFormat),
    /// `datapackage.json`
    DataPackage,
    /// A paper form to be filled in by hand.
    BlankForm(PaperForm),
    /// `sitemap.xml`: all of it, or the index of its parts.
    Sitemap,
    /// One of the parts, from 1.
    SitemapPart(usize),
    /// `sw.js`: what keeps copies for where there is no network, or ends that.
    Worker,
    /// `robots.txt`
    Robots,
    /// `site.webmanifest`
    Manifest(Lang),
    /// `opensearch.xml`: how a browser's own search field asks this site.
    OpenSearch(Lang),
    /// `_headers`
    Headers,
    /// `_redirects`
    Redirects,
    /// `.nojekyll`
    NoJekyll,
    /// The file that says where the search index of a language is.
    SearchGuide(Lang),
    /// A chunk of the search index in a language: which of [`files`](crate::search::files).
    Search(Lang, usize),
    /// `qr.svg` of a centre or practice: the absolute address of its page in a language.
    Qr(Route, Lang),
    /// `share.png` of a page: what is shown for a link to it.
    Preview(Route, Lang),
    /// A form of a photo.
    Photo(photo::PhotoForm),
    /// A document beside an entry.
    Document(SitePath),
    /// What a browser filters a list with.
    Facets(ListOf, FacetFile),
    /// A static file of the theme, by its path there.
    ThemeFile(String),
    /// A file of `static/`.
    Static(SitePath),
}

/// Of what a feed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything.
    Site,
    /// A district.
    District(usize),
    /// A topic.
    Topic(TopicId),
}

/// A table of the open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Centres.
    Centers,
    /// Best practices.
    BestPractices,
    /// Activities.
    Activities,
    /// Progress by district.
    Progress,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// JSON
    Json,
    /// CSV
    Csv,
    /// GeoJSON
    GeoJson,
    /// JSON Schema
    Schema,
}

impl Table {
    /// Every table, by the name of its files.
    pub const ALL: [(&'static str, Self); 4] = [
        ("centers", Self::Centers),
        ("best-practices", Self::BestPractices),
        ("activities", Self::Activities),
        ("progress", Self::Progress),
    ];

    /// The forms in which it is written.
    #[must_use]
    pub fn forms(self) -> &'static [TableFormat] {
        match self {
            Self::Centers => &[
                TableFormat::Csv,
                TableFormat::Json,
                TableFormat::GeoJson,
                TableFormat::Schema,
            ],
            _ => &[TableFormat::Csv, TableFormat::Json, TableFormat::Schema],
        }
    }
}

impl TableFormat {
    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::Schema => "schema.json",
        }
    }
}

/// Where a blank form is: a workbook. What is printed from a browser brings styles of its own, which the policy of pages forbids.
#[must_use]
pub fn form_address(form: PaperForm) -> String {
    format!("forms/{}.xlsx", form.word())
}

/// Of what a calendar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarOf {
    /// Everything.
    Site,
    /// A district: which of [`Districts`](super::districts::Districts).
    District(usize),
    /// One activity.
    Activity(ActivityId),
}

/// How many addresses a sitemap may have.
pub const SITEMAP_SIZE: usize = 50_000;
