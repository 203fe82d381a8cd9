//! Entries as written: the records of the schema, and where what is still in doubt stands.
//!
//! Values that need nothing but themselves to be right (dates, counts, words of a list, telephones, web addresses) are final here;
//! what needs the rest of the site (areas, topics, files, addresses) is [`Spanned`](crate::value::Spanned), and `check` looks it up.

use std::sync::Arc;

use crate::model::area::Areas;
use crate::parse::key_spans::KeySpans;
use crate::schema::activity::ActivityRecord;
use crate::schema::center::CenterRecord;
use crate::schema::page::PageRecord;
use crate::schema::practice::PracticeRecord;
use crate::schema::site::SiteRecord;
use crate::value::{Lang, SitePath, Story};

/// Everything that `parse` read. Entries are shared with whoever remembers them for the next reading.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// `content/site.toml`; `None` where it is missing or lacks what is required.
    pub site: Option<SiteDraft>,
    /// The register, checked in itself (codes once, rows whole, slugs unique).
    pub areas: Arc<Areas>,
    /// Centres, in order of path.
    pub centers: Vec<Arc<CenterDraft>>,
    /// Practices, in order of file.
    pub practices: Vec<Arc<PracticeDraft>>,
    /// Activities, in order of file.
    pub activities: Vec<Arc<ActivityDraft>>,
    /// Pages, in order of file.
    pub pages: Vec<Arc<PageDraft>>,
}

/// `site.toml` as written. What is required and could not be read was reported and is stood in for, so that entries are checked against the rest.
#[derive(Clone, Debug)]
pub struct SiteDraft {
    /// The file.
    pub file: SitePath,
    /// What it says.
    pub record: SiteRecord,
    /// Its languages: at least one, each once.
    pub languages: Vec<Lang>,
}

/// `center.toml` and its stories as written. Absent required keys were reported; the draft is there all the same.
#[derive(Clone, Debug)]
pub struct CenterDraft {
    /// Folder under `content/centers/`; its slugs are valid or were reported.
    pub path: String,
    /// `center.toml`.
    pub file: SitePath,
    /// Where its keys stand.
    pub spans: KeySpans,
    /// Whether everything that is required was read.
    pub is_whole: bool,
    /// What it says.
    pub record: CenterRecord,
    /// `center.md`, `center.en.md`.
    pub story: Story,
}

/// A file with front matter below a centre, and its `.en.md` twin, as written.
#[derive(Clone, Debug)]
pub struct EntryDraft<Record> {
    /// The Thai file.
    pub file: SitePath,
    /// Where its keys stand.
    pub spans: KeySpans,
    /// Path of the centre whose folder it lies in.
    pub center: String,
    /// Last part of its address.
    pub slug: String,
    /// Whether everything that is required was read.
    pub is_whole: bool,
    /// What its front matter says.
    pub record: Record,
    /// Body, and that of the twin.
    pub story: Story,
}

/// A best practice as written.
pub type PracticeDraft = EntryDraft<PracticeRecord>;
/// An activity as written.
pub type ActivityDraft = EntryDraft<ActivityRecord>;

/// A page as written.
#[derive(Clone, Debug)]
pub struct PageDraft {
    /// The Thai file.
    pub file: SitePath,
    /// Where its keys stand.
    pub spans: KeySpans,
    /// Its address: slugs joined by `/`.
    pub path: String,
    /// Whether everything that is required was read.
    pub is_whole: bool,
    /// What its front matter says.
    pub record: PageRecord,
    /// Body, and that of the twin.
    pub story: Story,
}
