//! A centre and everything that its entry tells.

use crate::model::media::{Document, Markdown, Photo, Story};
use crate::model::person::{Person, Seat};
use crate::model::{
    Date, DistrictCode, SitePath, SubdistrictCode, Text, area::Point, directory::TopicId,
};

/// Declares an enum of TOML words: its variants, their words in files, and `ALL` in the order of the contract.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in files, addresses and data: stable.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl crate::model::Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}

words! {
    /// Which level of the administration a centre belongs to.
    Level {
        /// The provincial centre (จังหวัด).
        Province = "province",
        /// A district's centre (อำเภอ).
        District = "district",
        /// A sub-district's centre (ตำบล).
        Subdistrict = "subdistrict",
    }
}
words! {
    /// Whether a visitor can come.
    Status {
        /// It receives visitors.
        Open = "open",
        /// On the target list, its form not yet received: no page of its own.
        Planned = "planned",
        /// Closed for now.
        Paused = "paused",
        /// Closed for good.
        Closed = "closed",
    }
}
words! {
    /// What kind of place hosts a centre.
    PlaceKind {
        /// A learning centre.
        LearningCenter = "learning-center",
        /// A temple (วัด).
        Temple = "temple",
        /// A mosque.
        Mosque = "mosque",
        /// A church.
        Church = "church",
        /// A school.
        School = "school",
        /// A government office.
        GovernmentOffice = "government-office",
        /// A local government's office (อปท.).
        LocalGovernment = "local-government",
        /// A community hall.
        CommunityHall = "community-hall",
        /// A farm.
        Farm = "farm",
        /// A home.
        Home = "home",
        /// Any other place.
        Other = "other",
    }
}
words! {
    /// What a group finds at the place.
    Facility {
        /// Parking.
        Parking = "parking",
        /// Toilets.
        Toilets = "toilet",
        /// Wheelchair access.
        Wheelchair = "wheelchair",
        /// Lodging.
        Lodging = "lodging",
        /// Food.
        Food = "food",
        /// Wi-Fi.
        Wifi = "wifi",
        /// Camping ground.
        Camping = "camping",
    }
}
words! {
    /// In what way a centre stands out (ความโดดเด่น).
    HighlightKind {
        /// อัตลักษณ์
        Identity = "identity",
        /// เอกลักษณ์
        Uniqueness = "uniqueness",
        /// ความเชี่ยวชาญเฉพาะ
        Expertise = "expertise",
        /// ธีม
        Theme = "theme",
    }
}
words! {
    /// A learning area (ด้านการเรียนรู้): the key `mission`.
    Mission {
        /// ภาวะผู้นำ
        Leadership = "leadership",
        /// จิตอาสา
        Volunteering = "volunteering",
        /// ทักษะชีวิต
        LifeSkills = "life-skills",
        /// ทักษะอาชีพ
        Vocational = "vocational",
        /// คุณภาพชีวิตและการบริหารจัดการชุมชน
        QualityOfLife = "quality-of-life",
    }
}
words! {
    /// One of the seven sectors (ภาคส่วน).
    Sector {
        /// ภาครัฐ
        Government = "government",
        /// ภาคเอกชน
        Business = "business",
        /// ภาคประชาสังคม
        CivilSociety = "civil-society",
        /// ภาควิชาการ
        Academia = "academia",
        /// ภาคศาสนา
        Religion = "religion",
        /// ภาคประชาชน
        Citizens = "citizens",
        /// ภาคสื่อมวลชน
        Media = "media",
    }
}
words! {
    /// Which level gave an award.
    AwardLevel {
        /// Sub-district.
        Subdistrict = "subdistrict",
        /// District.
        District = "district",
        /// Province.
        Province = "province",
        /// Region.
        Region = "region",
        /// The nation.
        National = "national",
    }
}
words! {
    /// As what the chair of the area report signs.
    ChairAs {
        /// ประธาน
        Chair = "chair",
        /// ผู้แทน
        Representative = "representative",
        /// ผู้นำจิตอาสา
        VolunteerLeader = "volunteer-leader",
    }
}
words! {
    /// Parts in a steering committee (คณะกรรมการอำนวยการ).
    SteeringRole {
        /// ประธานกรรมการ
        Chair = "chair",
        /// รองประธานกรรมการ
        ViceChair = "vice-chair",
        /// กรรมการ
        Member = "member",
        /// กรรมการและเลขานุการ
        Secretary = "secretary",
        /// กรรมการและผู้ช่วยเลขานุการ
        AssistantSecretary = "assistant-secretary",
    }
}
words! {
    /// Parts in a working group (คณะทำงาน).
    WorkingRole {
        /// หัวหน้าคณะทำงาน
        Head = "head",
        /// รองหัวหน้าคณะทำงาน
        DeputyHead = "deputy-head",
        /// คณะทำงาน
        Member = "member",
        /// คณะทำงานและเลขานุการ
        Secretary = "secretary",
        /// คณะทำงานและผู้ช่วยเลขานุการ
        AssistantSecretary = "assistant-secretary",
    }
}
words! {
    /// What the guideline asks a centre to have (องค์ประกอบ).
    Component {
        /// 6.1.1 committee
        Committee = "committee",
        /// 6.1.2 rules and plan
        RulesAndPlan = "rules-and-plan",
        /// 6.1.3 register of leaders
        Leaders = "leaders",
        /// 6.1.4 place
        Place = "place",
        /// 6.1.5 resource persons
        ResourcePersons = "resource-persons",
        /// 6.1.6 knowledge
        Knowledge = "knowledge",
        /// 6.2.1 trainers who have done it
        ProvenTrainers = "proven-trainers",
        /// 6.2.2 courses
        Courses = "courses",
        /// 6.2.3 visitor records
        Service = "service",
        /// 6.2.4 learning stations
        LearningStations = "learning-stations",
        /// 6.2.5 best knowledge
        BestKnowledge = "best-knowledge",
        /// 6.3.1 publicity
        Publicity = "publicity",
        /// 6.3.2 participation
        Participation = "participation",
    }
}

impl Component {
    /// Its number in the guideline: `6.1.1`.
    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Self::Committee => "6.1.1",
            Self::RulesAndPlan => "6.1.2",
            Self::Leaders => "6.1.3",
            Self::Place => "6.1.4",
            Self::ResourcePersons => "6.1.5",
            Self::Knowledge => "6.1.6",
            Self::ProvenTrainers => "6.2.1",
            Self::Courses => "6.2.2",
            Self::Service => "6.2.3",
            Self::LearningStations => "6.2.4",
            Self::BestKnowledge => "6.2.5",
            Self::Publicity => "6.3.1",
            Self::Participation => "6.3.2",
        }
    }
}

pub(crate) use words;

/// A centre where a community learns: the record that the directory is made of.
///
/// Only `check::directory` makes one: its areas are in the register, its topics are declared, its photos and documents
/// exist, nothing in it lacks a consent, and no other page has its address. Practices and activities name their centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Center {
    /// Folder under `content/centers/` and public address. Never changes once published: people share it in LINE.
    pub path: String,
    /// Its `center.toml`.
    pub file: SitePath,
    /// Full name.
    pub name: Text,
    /// Level of the administration.
    pub level: Level,
    /// Whether a visitor can come.
    pub status: Status,
    /// When the entry was last confirmed.
    pub checked_on: Option<Date>,
    /// By which office.
    pub checked_by: Option<Text>,
    /// An illustration: shown with a badge, left out of figures, data, feeds and sitemap.
    pub is_example: bool,
    /// A flood, a funeral, a harvest; `None` once `notice_until` has passed.
    pub notice: Option<Text>,
    /// The last day of the notice.
    pub notice_until: Option<Date>,
    /// One or two sentences.
    pub summary: Option<Text>,
    /// `None` means that the day is not known; a centre yet to open is [`Status::Planned`].
    pub opened: Option<Date>,
    /// When its area report reached the province.
    pub area_reported_on: Option<Date>,
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
    /// Whoever answers; shows only what its consent allows.
    pub coordinator: Option<Person>,
    /// Who signs the area report.
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

/// Where a centre is.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Location {
    /// Name of the host learning centre or place.
    pub place: Option<Text>,
    /// Kind of the host place.
    pub place_kind: Option<PlaceKind>,
    /// เลขที่
    pub house_no: Option<String>,
    /// หมู่ที่, digits Arabic.
    pub village: Option<String>,
    /// Name of the village.
    pub village_name: Option<Text>,
    /// In the register; `None` for a centre of a district or province that does not say.
    pub subdistrict: Option<SubdistrictCode>,
    /// In the register.
    pub district: DistrictCode,
    /// As written, else the sub-district's of the register.
    pub postal_code: Option<String>,
    /// Where the pin stands.
    pub point: Option<Point>,
    /// The way in words.
    pub directions: Option<Text>,
}

/// Can my group come, when, for how much.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Visit {
    /// Opening hours.
    pub hours: Option<Text>,
    /// How to book.
    pub booking: Option<Text>,
    /// Days to book ahead.
    pub notice_days: Option<u32>,
    /// Smallest group, people.
    pub group_min: Option<u32>,
    /// Largest group, people; not below `group_min`.
    pub group_max: Option<u32>,
    /// How long a visit takes.
    pub duration: Option<Text>,
    /// What it costs.
    pub fee: Option<Text>,
    /// Whom it suits.
    pub audience: Option<Text>,
    /// Languages spoken.
    pub languages: Vec<Text>,
    /// What is there.
    pub facilities: Vec<Facility>,
    /// Access in words.
    pub accessibility: Option<Text>,
}

/// A way in which a centre stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// In a few words.
    pub title: Option<Text>,
    /// Inline Markdown.
    pub text: Option<InlineText>,
    /// Of what kind.
    pub kind: Option<HighlightKind>,
}

/// Inline Markdown in its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineText {
    /// The Thai one.
    pub th: Markdown,
    /// The English one.
    pub en: Option<Markdown>,
}

/// The chair, the representative or the volunteer leader of the area report.
#[derive(Clone, Debug, PartialEq)]
pub struct Chair {
    /// Who.
    pub person: Person,
    /// As what.
    pub chair_as: Option<ChairAs>,
}

/// A committee order: its bodies. The names in it carry the order's consent.
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
    /// The seats that the entry lists.
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

/// A course or a learning activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Its name.
    pub title: Text,
    /// Its learning area.
    pub mission: Option<Mission>,
    /// Whom it suits.
    pub audience: Option<Text>,
    /// How long it takes.
    pub duration: Option<Text>,
    /// What it teaches.
    pub text: Option<Text>,
}

/// Who teaches (วิทยากร).
#[derive(Clone, Debug, PartialEq)]
pub struct ResourcePerson {
    /// Shows their name only with consent.
    pub person: Person,
    /// What they teach.
    pub expertise: Option<Text>,
    /// At which learning station.
    pub station: Option<Text>,
    /// What they have achieved.
    pub proof: Option<Text>,
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

/// Counts of volunteer leaders by kind; never a list of people.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Leaders {
    /// ผู้นำ อช./อช.
    pub volunteer_developers: Option<u32>,
    /// ผู้นำการเปลี่ยนแปลง
    pub change_leaders: Option<u32>,
    /// ปราชญ์ชุมชน
    pub community_sages: Option<u32>,
    /// ปราชญ์สัมมาชีพ
    pub vocational_sages: Option<u32>,
    /// ผู้นำด้านภูมิปัญญา
    pub wisdom_leaders: Option<u32>,
    /// ผู้นำด้านทุนชุมชน
    pub capital_leaders: Option<u32>,
    /// Others.
    pub other: Option<u32>,
    /// Their networks.
    pub networks: Option<u32>,
}

impl Leaders {
    /// The counts of people by their key, in the order of the guideline, those not given left out; networks are not people.
    #[must_use]
    pub fn by_kind(&self) -> Vec<(&'static str, u32)> {
        [
            ("volunteer_developers", self.volunteer_developers),
            ("change_leaders", self.change_leaders),
            ("community_sages", self.community_sages),
            ("vocational_sages", self.vocational_sages),
            ("wisdom_leaders", self.wisdom_leaders),
            ("capital_leaders", self.capital_leaders),
            ("other", self.other),
        ]
        .into_iter()
        .filter_map(|(kind, count)| count.map(|it| (kind, it)))
        .collect()
    }
}

/// Service figures of one fiscal year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ServiceYear {
    /// Fiscal year, Buddhist Era.
    pub year: i16,
    /// People served.
    pub visitors: Option<u32>,
    /// Visiting groups.
    pub groups: Option<u32>,
    /// Satisfaction as a share, 0 to 100 per cent, whichever scale was written.
    pub satisfaction_percent: Option<f64>,
    /// Satisfaction on the scale of 0 to 5, where it was written so.
    pub satisfaction: Option<f64>,
}

/// A partner (ภาคี).
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Its name.
    pub name: Text,
    /// Its sector.
    pub sector: Option<Sector>,
    /// Its website: http or https.
    pub url: Option<String>,
}

/// An award (รางวัลเชิดชูเกียรติ).
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// Its name.
    pub title: Text,
    /// Who gave it, by level.
    pub level: Option<AwardLevel>,
    /// Fiscal year, Buddhist Era.
    pub year: Option<i16>,
    /// Who gave it.
    pub by: Option<Text>,
}

/// A centre's own channels: http or https addresses.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Links {
    /// Website.
    pub website: Option<String>,
    /// Facebook page.
    pub facebook: Option<String>,
    /// LINE.
    pub line: Option<String>,
    /// YouTube.
    pub youtube: Option<String>,
    /// TikTok.
    pub tiktok: Option<String>,
    /// Instagram.
    pub instagram: Option<String>,
}

impl Links {
    /// The channels that there are, by key, in the order of the contract.
    #[must_use]
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        [
            ("website", &self.website),
            ("facebook", &self.facebook),
            ("line", &self.line),
            ("youtube", &self.youtube),
            ("tiktok", &self.tiktok),
            ("instagram", &self.instagram),
        ]
        .into_iter()
        .filter_map(|(key, url)| url.as_deref().map(|it| (key, it)))
        .collect()
    }
}

/// Rules or a plan: written in the entry or a PDF beside it.
#[derive(Clone, Debug, PartialEq)]
pub enum TextOrDocument {
    /// Markdown in its languages.
    Text(InlineText),
    /// A PDF.
    Document(Document),
}
