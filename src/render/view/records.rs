//! The pages of one thing: a centre, a best practice, an activity, any other page.

use serde::Serialize;

use super::cards::{ActivityCard, MissionLink, Photo, PracticeCard};
use super::shared::{
    Cached, Card, Day, Days, Html, LineLink, Link, LocalizedText, Named, Number, PhoneLink, Prose,
    TopicLink,
};

/// A row of a `<dl>`. Rows without a value do not exist.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// Stable: `hours`, `fee`, `place`.
    pub key: &'static str,
    /// In the page's language, from the theme's words: `fact_hours`.
    pub label: String,
    /// One or several; join them with the page's comma.
    pub values: Vec<LocalizedText>,
    /// Where the value is a link.
    pub href: Option<String>,
    /// Where the value is a day: for `<time datetime>`.
    pub iso: Option<String>,
}

/// Whom to ask.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    /// `person` where somebody consented, `office` for the district's office, `organization` for whoever publishes.
    pub kind: &'static str,
    /// The person, else the office.
    pub name: Option<LocalizedText>,
    /// The person's position.
    pub position: Option<LocalizedText>,
    /// `ติดต่อผ่านสำนักงานพัฒนาชุมชนอำเภอ…`: where an office stands in for a person.
    pub through: Option<LocalizedText>,
    /// Telephones: the first is the call button.
    pub phones: Vec<PhoneLink>,
    /// E-mail.
    pub email: Option<String>,
    /// LINE.
    pub line: Option<LineLink>,
    /// Postal address of an office.
    pub address: Option<LocalizedText>,
}

/// A centre near another one.
#[derive(Clone, Debug, Serialize)]
pub struct NearCenter {
    /// Its name and page.
    pub center: Cached<Link>,
    /// Where: `ต.หัวดอน อ.เขื่องใน`.
    pub area: Cached<LocalizedText>,
    /// `ห่าง 3.2 กม.`; with "about" where the place of one of them is only known by its area.
    pub distance: String,
    /// Only where it is not open.
    pub status: Cached<Option<Named>>,
    /// Badge.
    pub is_example: bool,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// What a visit costs.
    pub fee: Cached<Option<LocalizedText>>,
}

/// A centre.
#[derive(Clone, Debug, Serialize)]
pub struct Center {
    /// Path: unique; the woven pattern can be drawn from it.
    pub key: String,
    /// QR code of the page's absolute address, for paper: a square SVG with its margin. None where `[output] qr = false`.
    pub qr: Option<String>,
    /// Full name.
    pub name: LocalizedText,
    /// Level.
    pub level: Named,
    /// Whether a visitor can come: `open`, `paused` or `closed`.
    pub status: Named,
    /// A status other than open is said before everything else.
    pub is_open: bool,
    /// Said above everything.
    pub notice: Option<LocalizedText>,
    /// Last day of the notice.
    pub notice_until: Option<Day>,
    /// One or two sentences.
    pub summary: Option<LocalizedText>,
    /// Where, in short: `ต.หัวดอน อ.เขื่องใน`.
    pub area: LocalizedText,
    /// Its district's page.
    pub district: Link,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// Learning areas of its courses and practices.
    pub missions: Vec<MissionLink>,
    /// ความโดดเด่น
    pub highlights: Vec<Highlight>,
    /// When, how, for whom, for how much, in this order: `hours` `booking` `notice_days` `group` `duration` `fee` `audience` `languages`
    /// `facilities` `accessibility`.
    pub visit: Vec<Fact>,
    /// Where, in this order: `place` `place_kind` `address` `directions` `coordinates`.
    pub location: Vec<Fact>,
    /// The pin.
    pub point: Option<Point>,
    /// A small `<svg class="locator">`: the province, the district (`.here`) and the place; none without `areas.geojson`.
    pub locator: Option<Html>,
    /// Whom to ask; none only where neither person, office nor organisation can be reached.
    pub contact: Option<Contact>,
    /// Who chairs it, with consent.
    pub chair: Option<Chair>,
    /// ฐานเรียนรู้
    pub learning_stations: Vec<Station>,
    /// Courses.
    pub courses: Vec<Course>,
    /// วิทยากร
    pub resource_persons: Vec<ResourcePerson>,
    /// What can be consulted.
    pub knowledge: Vec<Knowledge>,
    /// Volunteer leaders by kind, then `networks`: counts only.
    pub leaders: Vec<Count>,
    /// Service figures, newest year first.
    pub service: Vec<ServiceYear>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Awards, newest first.
    pub awards: Vec<Award>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// The committee order.
    pub committee: Option<Committee>,
    /// Rules or agreements.
    pub rules: Option<TextOrFile>,
    /// Plan.
    pub plan: Option<TextOrFile>,
    /// Its leaflet; none where `[output] leaflets = false`.
    pub leaflet: Option<String>,
    /// Its poster, likewise.
    pub poster: Option<String>,
    /// Its contact card; none where `[output] contact_cards = false`.
    pub contact_card: Option<String>,
    /// Its own channels: `website` `facebook` `line` `youtube` `tiktok` `instagram`.
    pub links: Vec<Channel>,
    /// Its story.
    pub story: Option<Prose>,
    /// Its best practices, newest first; at most 24.
    pub best_practices: Vec<Card<PracticeCard>>,
    /// How many it has in all.
    pub best_practices_total: Number,
    /// Its activities, upcoming first, then newest first; at most 12.
    pub activities: Vec<ActivityCard>,
    /// How many it has in all.
    pub activities_total: Number,
    /// The nearest centres that are not closed for good; at most 6.
    pub nearby: Vec<NearCenter>,
    /// Others near it that share a topic; at most 3.
    pub related: Vec<NearCenter>,
    /// The thirteen components and which of them the entry documents.
    pub components: Vec<Cached<Component>>,
    /// How many are documented.
    pub documented: Number,
    /// How many there are.
    pub components_total: Number,
    /// Opening and confirmation, in this order: `opened` `checked_on` `checked_by`.
    pub record: Vec<Fact>,
    /// When the entry was last confirmed.
    pub checked_on: Option<Day>,
    /// By which office.
    pub checked_by: Option<LocalizedText>,
    /// `[extra]` of the entry.
    pub extra: serde_json::Value,
}

/// A way in which a centre stands out.
#[derive(Clone, Debug, Serialize)]
pub struct Highlight {
    /// `identity` `uniqueness` `expertise` `theme`
    pub kind: Option<Named>,
    /// In a few words.
    pub title: Option<LocalizedText>,
    /// Inline.
    pub text: Option<Prose>,
}

/// A place on the map.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Both in words: `15.00850, 104.97420`.
    pub text: String,
    /// Link to a map that opens outside.
    pub href: String,
    /// `geo:…`: opens the phone's own map, where it has one.
    pub app: String,
}

/// Who chairs a centre.
#[derive(Clone, Debug, Serialize)]
pub struct Chair {
    /// As what: `chair` `representative` `volunteer-leader`.
    pub chair_as: Option<Named>,
    /// The name.
    pub name: Option<LocalizedText>,
    /// The position.
    pub position: Option<LocalizedText>,
}

/// A learning station.
#[derive(Clone, Debug, Serialize)]
pub struct Station {
    /// Its number, from 1.
    pub number: Number,
    /// Its name.
    pub title: LocalizedText,
    /// What one learns there.
    pub text: Option<LocalizedText>,
    /// A photo.
    pub photo: Option<Photo>,
}

/// A course.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// Its name.
    pub title: LocalizedText,
    /// Its learning area.
    pub mission: Option<Named>,
    /// Whom it suits.
    pub audience: Option<LocalizedText>,
    /// How long.
    pub duration: Option<LocalizedText>,
    /// What it teaches.
    pub text: Option<LocalizedText>,
}

/// Who teaches. Without consent there is no name, but what is taught remains.
#[derive(Clone, Debug, Serialize)]
pub struct ResourcePerson {
    /// With consent.
    pub name: Option<LocalizedText>,
    /// What they teach.
    pub expertise: Option<LocalizedText>,
    /// Where.
    pub station: Option<LocalizedText>,
    /// What they have achieved.
    pub proof: Option<LocalizedText>,
}

/// What can be consulted.
#[derive(Clone, Debug, Serialize)]
pub struct Knowledge {
    /// Its title.
    pub title: Option<LocalizedText>,
    /// What it is.
    pub text: Option<LocalizedText>,
    /// The document.
    pub file: Option<File>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// Its name: `plan-2570.pdf`.
    pub name: String,
    /// Its address.
    pub href: String,
    /// `PDF`
    pub format: String,
    /// `๒๓๐ กิโลไบต์`, in English `230 kB`; none where not known.
    pub size: Option<String>,
}

/// A labelled count.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// Which.
    pub what: Named,
    /// How many.
    pub count: Number,
}

/// Service figures of a fiscal year.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceYear {
    /// `ปีงบประมาณ พ.ศ. ๒๕๖๘`; in English `2025 (B.E. 2568)`.
    pub year: String,
    /// People served.
    pub visitors: Option<Number>,
    /// Visiting groups.
    pub groups: Option<Number>,
    /// `๔.๖ จาก ๕`, or `๙๒%`, as it was written.
    pub satisfaction: Option<String>,
}

/// A partner.
#[derive(Clone, Debug, Serialize)]
pub struct Partner {
    /// Its name.
    pub name: LocalizedText,
    /// Its sector.
    pub sector: Option<Named>,
    /// Its website.
    pub href: Option<String>,
}

/// An award.
#[derive(Clone, Debug, Serialize)]
pub struct Award {
    /// Its name.
    pub title: LocalizedText,
    /// Level.
    pub level: Option<Named>,
    /// Fiscal year in words, as in [`ServiceYear::year`].
    pub year: Option<String>,
    /// Who gave it.
    pub by: Option<LocalizedText>,
}

/// A committee order.
#[derive(Clone, Debug, Serialize)]
pub struct Committee {
    /// Number of the order.
    pub order: Option<LocalizedText>,
    /// Its day.
    pub order_date: Option<Day>,
    /// `advisers` `steering` `working`: those that have a count or seats.
    pub bodies: Vec<Body>,
}

/// A body of the order.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// Which: `body_advisers` …
    pub what: Named,
    /// How many sit in it.
    pub count: Number,
    /// The seats that have anything to show.
    pub seats: Vec<Seat>,
}

/// A seat.
#[derive(Clone, Debug, Serialize)]
pub struct Seat {
    /// With consent.
    pub name: Option<LocalizedText>,
    /// Office.
    pub position: Option<LocalizedText>,
    /// Part in the body.
    pub role: Option<Named>,
    /// Sector it stands for.
    pub sector: Option<Named>,
}

/// A text or a document: one of the two.
#[derive(Clone, Debug, Serialize)]
pub struct TextOrFile {
    /// The text.
    pub text: Option<Prose>,
    /// The document.
    pub file: Option<File>,
}

/// A channel of a centre.
#[derive(Clone, Debug, Serialize)]
pub struct Channel {
    /// `facebook`, with its name in words: `channel_facebook`.
    pub what: Named,
    /// Where.
    pub href: String,
}

/// A component of the guideline.
#[derive(Clone, Debug, Serialize)]
pub struct Component {
    /// `๖.๑.๑`
    pub number: String,
    /// Its key and name: `component_committee`.
    pub what: Named,
    /// Whether the entry documents it.
    pub is_documented: bool,
}

/// A best practice.
#[derive(Clone, Debug, Serialize)]
pub struct BestPractice {
    /// Address below `/`, unique.
    pub key: String,
    /// As a centre's.
    pub qr: Option<String>,
    /// Title.
    pub title: LocalizedText,
    /// One or two sentences.
    pub summary: LocalizedText,
    /// When it was written down.
    pub date: Day,
    /// The centre that tells it.
    pub center: Link,
    /// The centre's status, where it is not open.
    pub center_status: Option<Named>,
    /// Where.
    pub area: LocalizedText,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// Learning areas.
    pub missions: Vec<MissionLink>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// The headline box, in this order: `cost` `duration` `people` `audience` `evidence`.
    pub facts: Vec<Fact>,
    /// How well it is proven.
    pub evidence: Option<Named>,
    /// Figures.
    pub results: Vec<Figure>,
    /// What one must have first.
    pub needs: Vec<LocalizedText>,
    /// How to do it.
    pub steps: Vec<Step>,
    /// Its steps as a sheet for paper; none without steps and where `[output] leaflets = false`.
    pub sheet: Option<String>,
    /// What failed, where it does not fit.
    pub limits: Option<LocalizedText>,
    /// The story.
    pub story: Option<Prose>,
    /// Its headings, for a table of contents.
    pub outline: Vec<Heading>,
    /// Awards, newest first.
    pub awards: Vec<Award>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// The practice that it was copied from.
    pub adapted_from: Option<Card<PracticeCard>>,
    /// Practices copied from it; at most 24.
    pub adapted_by: Vec<Card<PracticeCard>>,
    /// How many there are.
    pub copied: Number,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Others of the same topics, then of the same centre; at most 4.
    pub related: Vec<Card<PracticeCard>>,
    /// When the centre's entry was last confirmed.
    pub checked_on: Option<Day>,
    /// By which office.
    pub checked_by: Option<LocalizedText>,
    /// `[extra]` of the entry.
    pub extra: serde_json::Value,
}

/// A figure that a practice reached.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// What was counted.
    pub label: LocalizedText,
    /// How much: a number in the site's digits, or words.
    pub value: LocalizedText,
    /// In what.
    pub unit: Option<LocalizedText>,
    /// How much before.
    pub before: Option<LocalizedText>,
    /// In what time.
    pub period: Option<LocalizedText>,
    /// Who says so.
    pub source: Option<LocalizedText>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// From 1.
    pub number: Number,
    /// In a few words.
    pub title: Option<LocalizedText>,
    /// How.
    pub text: Option<LocalizedText>,
}

/// A heading of a story.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// 2 or 3.
    pub level: u8,
    /// Its id: link to `#{{ id }}`.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// An activity.
#[derive(Clone, Debug, Serialize)]
pub struct Activity {
    /// Address below `/`, unique.
    pub key: String,
    /// Title.
    pub title: LocalizedText,
    /// When.
    pub days: Days,
    /// Whether its last day is not over.
    pub is_upcoming: bool,
    /// One or two sentences.
    pub summary: Option<LocalizedText>,
    /// The centre that holds it.
    pub center: Link,
    /// The centre's status, where it is not open.
    pub center_status: Option<Named>,
    /// Where: the centre's area.
    pub area: LocalizedText,
    /// Topics.
    pub topics: Vec<Cached<TopicLink>>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// In this order: `date` `occasion` `activity_place` `participants` (`expected` while it is to come) `activity_partners` `reported_by`.
    pub facts: Vec<Fact>,
    /// What came of it.
    pub results: Option<LocalizedText>,
    /// What happened.
    pub story: Option<Prose>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Whom to ask while it is still to come.
    pub contact: Option<Contact>,
    /// A calendar file with this entry, while it is still to come.
    pub calendar: Option<String>,
    /// Others of the same centre, newest first; at most 4.
    pub related: Vec<ActivityCard>,
    /// `[extra]` of the entry.
    pub extra: serde_json::Value,
}

/// Any other page.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// Path: `about`.
    pub key: String,
    /// Title.
    pub title: LocalizedText,
    /// One or two sentences.
    pub summary: Option<LocalizedText>,
    /// Its text.
    pub story: Option<Prose>,
    /// Its headings, for a table of contents.
    pub outline: Vec<Heading>,
    /// Pages whose path begins with this one's.
    pub children: Vec<Link>,
    /// `[extra]` of the page.
    pub extra: serde_json::Value,
}
