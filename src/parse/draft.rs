//! Entries as written: every value that is still in doubt keeps its position.
//!
//! Values that need nothing but themselves to be right (dates, counts, words of a list, telephones, web addresses) are final here;
//! what needs the rest of the site (areas, topics, files, addresses) is an [`At`] that `check` looks up.

use std::ops::Range;
use std::sync::Arc;

use crate::model::area::Areas;
use crate::model::center::{
    Award, ChairAs, Course, HighlightKind, InlineText, Leaders, Level, Links, Mission, Partner,
    PlaceKind, ResourcePerson, ServiceYear, Status, SteeringRole, Visit, WorkingRole,
};
use crate::model::media::Story;
use crate::model::person::{Person, Seat};
use crate::model::practice::{Evidence, ResultFigure, Step};
use crate::model::site::{Deadline, Digits, MenuItem, Organization, Output, Topic};
use crate::model::{Date, Lang, SitePath, Text};

/// A value and where it was written: bytes of the file that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub span: Range<usize>,
}

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

/// `site.toml` as written.
#[derive(Clone, Debug)]
pub struct SiteDraft {
    /// The file.
    pub file: SitePath,
    /// Title.
    pub title: Text,
    /// Absolute address ending in `/`.
    pub base_url: String,
    /// Description.
    pub description: Option<Text>,
    /// At least one, each once.
    pub languages: Vec<Lang>,
    /// Digits of Thai pages.
    pub digits: Digits,
    /// Name of the theme; its folder is looked up by `theme`.
    pub theme: Option<At<String>>,
    /// Name of the province.
    pub province: Option<Text>,
    /// Whether examples are shown.
    pub shows_examples: bool,
    /// Licence.
    pub license: Option<String>,
    /// เขตตรวจราชการ
    pub inspection_region: Option<u32>,
    /// Who publishes.
    pub organization: Organization,
    /// District offices.
    pub offices: Vec<OfficeDraft>,
    /// What is made.
    pub output: Output,
    /// Topics, each id once.
    pub topics: Vec<Topic>,
    /// Deadlines.
    pub deadlines: Vec<Deadline>,
    /// The main menu.
    pub menu: Vec<At<MenuItem>>,
    /// `[extra]`
    pub extra: serde_json::Value,
}

/// An office as written.
#[derive(Clone, Debug)]
pub struct OfficeDraft {
    /// Name or code of its district.
    pub district: Option<At<String>>,
    /// Its name and channels.
    pub organization: Organization,
    /// The programme's coordinator there.
    pub coordinator: Option<PersonDraft>,
}

/// A person as written. The person is final; a consent that ends soon or has ended is `check`'s to say.
#[derive(Clone, Debug)]
pub struct PersonDraft {
    /// Who.
    pub person: Person,
    /// Where their table stands.
    pub span: Range<usize>,
}

/// A reference to a photo beside the entry.
#[derive(Clone, Debug)]
pub struct PhotoDraft {
    /// Relative path as written.
    pub file: At<String>,
    /// What it shows; `None` where nothing was written.
    pub alt: Option<Text>,
    /// Words under it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<Text>,
    /// Persons can be recognised in it and did not agree: it may be published nowhere.
    pub is_withheld: bool,
}

/// `center.toml` and its stories as written. Absent required keys were reported; the draft is there all the same.
#[derive(Clone, Debug)]
pub struct CenterDraft {
    /// Folder under `content/centers/`; its slugs are valid or were reported.
    pub path: String,
    /// `center.toml`.
    pub file: SitePath,
    /// Full name; `None` where missing (reported).
    pub name: Option<Text>,
    /// Where the name stands.
    pub name_span: Range<usize>,
    /// Level; `None` where missing or wrong (reported).
    pub level: Option<Level>,
    /// Status.
    pub status: Status,
    /// When last confirmed.
    pub checked_on: Option<Date>,
    /// By which office.
    pub checked_by: Option<Text>,
    /// An illustration.
    pub is_example: bool,
    /// A notice.
    pub notice: Option<Text>,
    /// Until when.
    pub notice_until: Option<Date>,
    /// Summary.
    pub summary: Option<Text>,
    /// Opening day.
    pub opened: Option<Date>,
    /// Its area report reached the province.
    pub area_reported_on: Option<Date>,
    /// Topic ids.
    pub topics: Vec<At<String>>,
    /// Cover with `cover_alt`.
    pub cover: Option<PhotoDraft>,
    /// Old addresses.
    pub aliases: Vec<At<String>>,
    /// Where it is.
    pub location: LocationDraft,
    /// How to come.
    pub visit: Visit,
    /// ความโดดเด่น
    pub highlights: Vec<HighlightDraft>,
    /// Coordinator.
    pub coordinator: Option<PersonDraft>,
    /// Chair, and as what they sign.
    pub chair: Option<(PersonDraft, Option<ChairAs>)>,
    /// Committee.
    pub committee: Option<CommitteeDraft>,
    /// Learning stations: title, text, photo.
    pub learning_stations: Vec<StationDraft>,
    /// Courses.
    pub courses: Vec<Course>,
    /// Resource persons.
    pub resource_persons: Vec<ResourcePerson>,
    /// Knowledge.
    pub knowledge: Vec<KnowledgeDraft>,
    /// Leaders.
    pub leaders: Option<Leaders>,
    /// Service figures with the place of their year.
    pub service: Vec<At<ServiceYear>>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Awards.
    pub awards: Vec<Award>,
    /// Photos.
    pub photos: Vec<PhotoDraft>,
    /// Links.
    pub links: Links,
    /// Rules.
    pub rules: Option<TextOrPath>,
    /// Plan.
    pub plan: Option<TextOrPath>,
    /// `center.md`, `center.en.md`.
    pub story: Story,
    /// `[extra]`
    pub extra: serde_json::Value,
}

/// `[location]` as written.
#[derive(Clone, Debug, Default)]
pub struct LocationDraft {
    /// Host place.
    pub place: Option<Text>,
    /// Its kind.
    pub place_kind: Option<PlaceKind>,
    /// เลขที่
    pub house_no: Option<String>,
    /// หมู่ที่
    pub village: Option<String>,
    /// Name of the village.
    pub village_name: Option<Text>,
    /// Name or code.
    pub subdistrict: Option<At<String>>,
    /// Name or code.
    pub district: Option<At<String>>,
    /// Name or code.
    pub province: Option<At<String>>,
    /// Postal code, five digits.
    pub postal_code: Option<String>,
    /// A point within range, with the span of the latitude.
    pub point: Option<At<crate::model::area::Point>>,
    /// The way in words.
    pub directions: Option<Text>,
}

/// A highlight as written.
#[derive(Clone, Debug)]
pub struct HighlightDraft {
    /// Title.
    pub title: Option<Text>,
    /// Inline Markdown.
    pub text: Option<InlineText>,
    /// Kind.
    pub kind: Option<HighlightKind>,
}

/// `[committee]` as written.
#[derive(Clone, Debug, Default)]
pub struct CommitteeDraft {
    /// Number of the order.
    pub order: Option<Text>,
    /// Its date.
    pub order_date: Option<Date>,
    /// Advisers: how many, and who.
    pub advisers: BodyDraft<()>,
    /// Steering committee.
    pub steering: BodyDraft<SteeringRole>,
    /// Working group.
    pub working: BodyDraft<WorkingRole>,
}

/// A body of the committee as written.
#[derive(Clone, Debug)]
pub struct BodyDraft<Role> {
    /// `…_count`
    pub count: Option<At<u32>>,
    /// Its seats, each with the place of its table.
    pub seats: Vec<At<Seat<Role>>>,
}

impl<Role> Default for BodyDraft<Role> {
    fn default() -> Self {
        Self {
            count: None,
            seats: Vec::new(),
        }
    }
}

/// A learning station as written.
#[derive(Clone, Debug)]
pub struct StationDraft {
    /// Title.
    pub title: Text,
    /// Text.
    pub text: Option<Text>,
    /// Photo with `photo_alt`.
    pub photo: Option<PhotoDraft>,
}

/// Knowledge as written.
#[derive(Clone, Debug)]
pub struct KnowledgeDraft {
    /// Title.
    pub title: Option<Text>,
    /// Text.
    pub text: Option<Text>,
    /// Relative path of a document.
    pub file: Option<At<String>>,
}

/// `rules` or `plan` as written: a path where it ends in `.pdf` and is one line, else Markdown.
#[derive(Clone, Debug)]
pub enum TextOrPath {
    /// Markdown.
    Text(InlineText),
    /// Relative path of a PDF.
    Path(At<String>),
}

/// What practices, activities and pages share: a file with front matter.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// The Thai file.
    pub file: SitePath,
    /// Where the title stands.
    pub title_span: Range<usize>,
    /// A draft.
    pub is_draft: bool,
    /// Old addresses.
    pub aliases: Vec<At<String>>,
    /// Body, and that of the `.en.md` twin.
    pub story: Story,
    /// `[extra]`
    pub extra: serde_json::Value,
}

/// A best practice as written.
#[derive(Clone, Debug)]
pub struct PracticeDraft {
    /// Shared parts.
    pub front: FrontMatter,
    /// Path of the centre whose folder it lies in.
    pub center: String,
    /// Last part of its address.
    pub slug: String,
    /// Title; `None` where missing (reported).
    pub title: Option<Text>,
    /// Summary; `None` where missing (reported).
    pub summary: Option<Text>,
    /// Date; `None` where missing (reported).
    pub date: Option<Date>,
    /// Topic ids.
    pub topics: Vec<At<String>>,
    /// Missions.
    pub missions: Vec<Mission>,
    /// Cover with `cover_alt`.
    pub cover: Option<PhotoDraft>,
    /// An illustration.
    pub is_example: bool,
    /// Audience.
    pub audience: Option<Text>,
    /// Cost in words.
    pub cost: Option<Text>,
    /// Cost in baht.
    pub cost_baht: Option<u32>,
    /// Duration.
    pub duration: Option<Text>,
    /// People.
    pub people: Option<Text>,
    /// Evidence.
    pub evidence: Option<Evidence>,
    /// Limits.
    pub limits: Option<Text>,
    /// Needs.
    pub needs: Vec<Text>,
    /// Results.
    pub results: Vec<ResultFigure>,
    /// Steps.
    pub steps: Vec<Step>,
    /// Awards.
    pub awards: Vec<Award>,
    /// Photos.
    pub photos: Vec<PhotoDraft>,
    /// `<center>/best-practices/<slug>`
    pub adapted_from: Option<At<String>>,
    /// Contact.
    pub contact: Option<PersonDraft>,
}

/// An activity as written.
#[derive(Clone, Debug)]
pub struct ActivityDraft {
    /// Shared parts.
    pub front: FrontMatter,
    /// Path of the centre whose folder it lies in.
    pub center: String,
    /// Last part of its address.
    pub slug: String,
    /// Title; `None` where missing (reported).
    pub title: Option<Text>,
    /// First day; `None` where missing (reported).
    pub date: Option<Date>,
    /// Last day; not before the first, or reported.
    pub end_date: Option<Date>,
    /// Occasion.
    pub occasion: Option<Text>,
    /// Place.
    pub place: Option<Text>,
    /// Participants.
    pub participants: Option<u32>,
    /// Summary.
    pub summary: Option<Text>,
    /// Results.
    pub results: Option<Text>,
    /// Partners.
    pub partners: Vec<Text>,
    /// Reported by.
    pub reported_by: Option<Text>,
    /// For the paper report only.
    pub on_paper: crate::model::activity::OnPaper,
    /// Topic ids.
    pub topics: Vec<At<String>>,
    /// Cover with `cover_alt`.
    pub cover: Option<PhotoDraft>,
    /// Photos.
    pub photos: Vec<PhotoDraft>,
    /// An illustration.
    pub is_example: bool,
}

/// A page as written.
#[derive(Clone, Debug)]
pub struct PageDraft {
    /// Shared parts.
    pub front: FrontMatter,
    /// Its address: slugs joined by `/`.
    pub path: String,
    /// Title; `None` where missing (reported).
    pub title: Option<Text>,
    /// Summary.
    pub summary: Option<Text>,
    /// Whether the menu names it.
    pub is_in_menu: bool,
    /// Weight.
    pub weight: i64,
}
