//! Everything that the site knows, checked: the one source of pages, feeds, data files and forms.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::media::Place;
use crate::model::{Activity, Areas, BestPractice, Center, Date, Lang, Page, Site, SitePath};
pub use crate::value::ids::{ActivityId, CenterId, PageId, PracticeId, TopicId};

/// The checked content of a site on a day: what may be published of it, and nothing else.
///
/// Entries are shared with whoever remembers them for the next reading: a preview of thousands copies none of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Directory {
    /// Settings.
    pub site: Site,
    /// The register.
    pub areas: Arc<Areas>,
    /// In order of path, planned ones included.
    pub centers: Vec<Arc<Center>>,
    /// In order of address.
    pub practices: Vec<Arc<BestPractice>>,
    /// In order of address.
    pub activities: Vec<Arc<Activity>>,
    /// In order of path.
    pub pages: Vec<Arc<Page>>,
    /// Every photo that the site shows, in facts and in stories, and where an entry first names it. `photo` makes what is served.
    pub photos: BTreeMap<SitePath, Place>,
    /// Every document that an entry offers as a download, and where an entry first names it.
    pub documents: BTreeMap<SitePath, Place>,
    /// Every link in a text of an entry, but for those to photos and documents; those of an entry lie together.
    pub links: Vec<Arc<[Link]>>,
    /// Entries that are written but no part of this site, by file: a link to one is answered with the reason.
    pub left_out: BTreeMap<SitePath, LeftOut>,
    /// Where entries stood that were left out of the site because of their mistakes, in order: `centers/x/`.
    pub mending: Vec<String>,
    /// The day for which the site is made.
    pub today: Date,
}

/// A link in a text of an entry, to a page of the site or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where to, as written.
    pub destination: String,
    /// The language of the text.
    pub lang: Lang,
    /// Where it stands.
    pub place: Place,
    /// Whether it leads to a heading of the text that it stands in.
    pub is_to_own_heading: bool,
}

/// Why an entry is no part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a draft.
    Draft,
    /// It is an example, and examples are off.
    Example,
    /// It has mistakes, which were reported.
    Faulty,
}

impl Directory {
    /// The centre of a number.
    #[must_use]
    pub fn center(&self, id: CenterId) -> &Center {
        &self.centers[id.0]
    }

    /// The practice of a number.
    #[must_use]
    pub fn practice(&self, id: PracticeId) -> &BestPractice {
        &self.practices[id.0]
    }

    /// The activity of a number.
    #[must_use]
    pub fn activity(&self, id: ActivityId) -> &Activity {
        &self.activities[id.0]
    }
}
