//! A centre and everything of its entry that may be published.

use std::ops::{Deref, DerefMut};

use crate::model::{DistrictCode, SubdistrictCode};
use crate::schema::center::{CenterFacts, LocationFacts};
pub use crate::schema::center::{Course, Highlight, Leaders, Links, Partner, ServiceYear, Visit};
pub use crate::schema::media::Award;
use crate::schema::person::PersonFacts;
pub use crate::value::InlineText;
pub use crate::value::words::{
    AwardLevel, ChairAs, Component, Facility, HighlightKind, Level, Mission, PlaceKind, Sector,
    Status, SteeringRole, WorkingRole,
};
use crate::value::{Date, Document, Photo, Point, SitePath, Story, Text, TopicId};

/// A centre where a community learns: the record that the directory is made of. It reads as its facts: `center.name`.
///
/// Only `check::directory` makes one: its areas are in the register, its topics are declared, its photos and documents
/// exist, nobody is in it who did not consent, and no other page has its address. Practices and activities name their centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Center {
    /// Folder under `content/centers/` and public address. Never changes once published: people share it in LINE.
    pub path: String,
    /// Its `center.toml`.
    pub file: SitePath,
    /// What it is by itself. A notice whose last day has passed is not in it.
    pub facts: CenterFacts,
    /// What it is about, in the order of `site.toml`.
    pub topics: Vec<TopicId>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// Old addresses that lead here: site paths without leading `/`, ending in `/`.
    pub aliases: Vec<String>,
    /// Where it is.
    pub location: Location,
    /// How to come.
    pub visit: Visit,
    /// ความโดดเด่น
    pub highlights: Vec<Highlight>,
    /// Whoever answers, where they consented.
    pub coordinator: Option<PersonFacts>,
    /// Who signs the area report, where they consented.
    pub chair: Option<Chair>,
    /// The bodies of the committee order.
    pub committee: Option<Committee>,
    /// ฐานเรียนรู้
    pub learning_stations: Vec<LearningStation>,
    /// หลักสูตรและกิจกรรมการเรียนรู้
    pub courses: Vec<Course>,
    /// วิทยากร
    pub resource_persons: Vec<ResourcePerson>,
    /// What can be consulted there.
    pub knowledge: Vec<Knowledge>,
    /// Counts of volunteer leaders.
    pub leaders: Option<Leaders>,
    /// Yearly figures, newest first, a year once.
    pub service: Vec<ServiceYear>,
    /// ภาคีเครือข่าย
    pub partners: Vec<Partner>,
    /// Awards, newest first.
    pub awards: Vec<Award>,
    /// Photos that may be published.
    pub photos: Vec<Photo>,
    /// Its own channels.
    pub links: Links,
    /// Rules or agreements.
    pub rules: Option<TextOrDocument>,
    /// Plan for running it.
    pub plan: Option<TextOrDocument>,
    /// Its story, `center.md`.
    pub story: Story,
    /// The five areas of its courses and practices, each once, in order.
    pub missions: Vec<Mission>,
    /// The components that the entry documents, in order.
    pub documented: Vec<Component>,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

impl Center {
    /// Whether people can come now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status == Status::Open
    }

    /// When people can come: never, where it is paused or closed.
    #[must_use]
    pub fn hours(&self) -> Option<&Text> {
        self.visit.hours.as_ref().filter(|_| self.is_open())
    }
}

impl Deref for Center {
    type Target = CenterFacts;

    fn deref(&self) -> &CenterFacts {
        &self.facts
    }
}

impl DerefMut for Center {
    fn deref_mut(&mut self) -> &mut CenterFacts {
        &mut self.facts
    }
}

/// Where a centre is.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// What was written and did not have to be looked up.
    pub facts: LocationFacts,
    /// In the register; `None` for a centre of a district or province that does not say.
    pub subdistrict: Option<SubdistrictCode>,
    /// In the register.
    pub district: DistrictCode,
    /// As written, else the sub-district's of the register.
    pub postal_code: Option<String>,
    /// Where the pin stands.
    pub point: Option<Point>,
}

impl Deref for Location {
    type Target = LocationFacts;

    fn deref(&self) -> &LocationFacts {
        &self.facts
    }
}

/// The chair, the representative or the volunteer leader of the area report.
#[derive(Clone, Debug, PartialEq)]
pub struct Chair {
    /// Who.
    pub person: PersonFacts,
    /// As what.
    pub chair_as: Option<ChairAs>,
}

/// A committee order: its bodies.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Committee {
    /// Number of the order.
    pub order: Option<Text>,
    /// Date of the order.
    pub order_date: Option<Date>,
    /// ที่ปรึกษา
    pub advisers: Body<()>,
    /// คณะกรรมการอำนวยการ
    pub steering: Body<SteeringRole>,
    /// คณะทำงาน
    pub working: Body<WorkingRole>,
}

/// One body of a committee order.
#[derive(Clone, Debug, PartialEq)]
pub struct Body<Role> {
    /// How many: as counted in the entry, else the seats listed.
    pub count: u32,
    /// The seats of which something may be published.
    pub seats: Vec<Seat<Role>>,
}

impl<Role> Default for Body<Role> {
    fn default() -> Self {
        Self {
            count: 0,
            seats: Vec::new(),
        }
    }
}

/// A seat in a committee order.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat<Role> {
    /// Who sits there, where those named in the order consented.
    pub name: Option<Text>,
    /// Office that the seat belongs to, or the person's own.
    pub position: Option<Text>,
    /// Part in the committee; `None` where the order does not say.
    pub role: Option<Role>,
    /// Which of the seven sectors it stands for.
    pub sector: Option<Sector>,
}

/// A place to see and practise (ฐานเรียนรู้).
#[derive(Clone, Debug, PartialEq)]
pub struct LearningStation {
    /// Its name.
    pub title: Text,
    /// What one learns there.
    pub text: Option<Text>,
    /// A photo of it.
    pub photo: Option<Photo>,
}

/// Who teaches (วิทยากร). Without consent there is neither a name nor what they have achieved, but what is taught remains.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourcePerson {
    /// Who, where they consented.
    pub name: Option<Text>,
    /// What they teach.
    pub expertise: Option<Text>,
    /// At which learning station.
    pub station: Option<Text>,
    /// What they have achieved, where they consented: it tells who they are.
    pub proof: Option<Text>,
    /// Whether the entry says what they have achieved, published or not: a component asks for it.
    pub has_proof: bool,
}

/// What can be consulted at a centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Knowledge {
    /// Its title.
    pub title: Option<Text>,
    /// What it is.
    pub text: Option<Text>,
    /// The document itself.
    pub file: Option<Document>,
}

/// Rules or a plan: written in the entry or a PDF beside it.
#[derive(Clone, Debug, PartialEq)]
pub enum TextOrDocument {
    /// Markdown in its languages.
    Text(InlineText),
    /// A PDF.
    Document(Document),
}
