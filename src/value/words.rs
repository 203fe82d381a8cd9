//! The closed lists of words that staff write, such as `level = "district"`: each word, and what it is called in Thai and English.
//!
//! In: nothing. Out: an enum for each list, and its [`Vocabulary`] for whoever reads, explains or shows a word. A theme's `i18n` files may call a
//! word something else, under the list's name and the word: `level_district`.

/// One of the words of a list, with its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedWord {
    /// As written in files, addresses and data: stable.
    pub word: &'static str,
    /// Its name in Thai.
    pub th: &'static str,
    /// Its name in English.
    pub en: &'static str,
}

/// A closed list of words.
#[derive(Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// What the keys of its words begin with in a theme's `i18n` files: `level`.
    pub name: &'static str,
    /// Its words, in the order of the contract.
    pub words: &'static [NamedWord],
}

impl Vocabulary {
    /// The words alone, in order.
    #[must_use]
    pub fn all(&self) -> Vec<&'static str> {
        self.words.iter().map(|it| it.word).collect()
    }

    /// The key of a word in a theme's `i18n` files: `level_district`.
    #[must_use]
    pub fn key_of(&self, word: &str) -> String {
        format!("{}_{}", self.name, word.replace('-', "_"))
    }
}

/// A word of a closed list.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value, in the order of the contract.
    const ALL: &'static [Self];
    /// The same words with their names.
    const VOCABULARY: &'static Vocabulary;

    /// The word in files, addresses and data: stable.
    fn word(self) -> &'static str;
}

/// Every list that there is: what themes can call by other names.
pub const VOCABULARIES: &[&Vocabulary] = &[
    Level::VOCABULARY,
    Status::VOCABULARY,
    PlaceKind::VOCABULARY,
    Facility::VOCABULARY,
    HighlightKind::VOCABULARY,
    Mission::VOCABULARY,
    Sector::VOCABULARY,
    AwardLevel::VOCABULARY,
    ChairAs::VOCABULARY,
    SteeringRole::VOCABULARY,
    WorkingRole::VOCABULARY,
    Component::VOCABULARY,
    Evidence::VOCABULARY,
    CostBand::VOCABULARY,
    Digits::VOCABULARY,
];

/// Declares a list: the name of its enum and of the list, then for each variant its word, its Thai and its English name.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident as $list:literal {
        $($(#[$variant_doc:meta])* $variant:ident = $word:literal: $th:literal, $en:literal,)+
    }) => {
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

        impl Word for $name {
            const ALL: &'static [Self] = Self::ALL;
            const VOCABULARY: &'static Vocabulary = &Vocabulary {
                name: $list,
                words: &[$(NamedWord { word: $word, th: $th, en: $en },)+],
            };

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}

words! {
    /// Which level of the administration a centre belongs to.
    Level as "level" {
        /// The provincial centre (จังหวัด).
        Province = "province": "ศูนย์ฯ ระดับจังหวัด", "Provincial centre",
        /// A district's centre (อำเภอ).
        District = "district": "ศูนย์ฯ ระดับอำเภอ", "District centre",
        /// A sub-district's centre (ตำบล).
        Subdistrict = "subdistrict": "ศูนย์ฯ ระดับตำบล", "Subdistrict centre",
    }
}
words! {
    /// Whether a visitor can come.
    Status as "status" {
        /// It receives visitors.
        Open = "open": "เปิดให้บริการ", "Open",
        /// On the target list, its form not yet received: no page of its own.
        Planned = "planned": "ยังไม่มีข้อมูลในทำเนียบ", "Not in the directory yet",
        /// Closed for now.
        Paused = "paused": "งดให้บริการชั่วคราว", "Temporarily closed",
        /// Closed for good.
        Closed = "closed": "ยุติการดำเนินงาน", "Permanently closed",
    }
}
words! {
    /// What kind of place hosts a centre.
    PlaceKind as "place_kind" {
        /// A learning centre.
        LearningCenter = "learning-center": "ศูนย์เรียนรู้", "Learning centre",
        /// A temple (วัด).
        Temple = "temple": "วัด", "Temple",
        /// A mosque.
        Mosque = "mosque": "มัสยิด", "Mosque",
        /// A church.
        Church = "church": "คริสตจักร", "Church",
        /// A school.
        School = "school": "โรงเรียน", "School",
        /// A government office.
        GovernmentOffice = "government-office": "สถานที่ราชการ", "Government office",
        /// A local government's office (อปท.).
        LocalGovernment = "local-government": "องค์กรปกครองส่วนท้องถิ่น", "Local government",
        /// A community hall.
        CommunityHall = "community-hall": "ศาลาประชาคม", "Community hall",
        /// A farm.
        Farm = "farm": "สวนหรือไร่นา", "Farm",
        /// A home.
        Home = "home": "บ้าน", "Home",
        /// Any other place.
        Other = "other": "สถานที่อื่น ๆ", "Other place",
    }
}
words! {
    /// What a group finds at the place.
    Facility as "facility" {
        /// Parking.
        Parking = "parking": "ที่จอดรถ", "Parking",
        /// Toilets.
        Toilets = "toilet": "ห้องน้ำ", "Toilets",
        /// Wheelchair access.
        Wheelchair = "wheelchair": "ทางสำหรับรถเข็น", "Wheelchair access",
        /// Lodging.
        Lodging = "lodging": "ที่พัก", "Lodging",
        /// Food.
        Food = "food": "อาหาร", "Food",
        /// Wi-Fi.
        Wifi = "wifi": "Wi-Fi", "Wi-Fi",
        /// Camping ground.
        Camping = "camping": "ลานกางเต็นท์", "Camping ground",
    }
}
words! {
    /// In what way a centre stands out (ความโดดเด่น).
    HighlightKind as "highlight" {
        /// อัตลักษณ์
        Identity = "identity": "อัตลักษณ์", "Identity",
        /// เอกลักษณ์
        Uniqueness = "uniqueness": "เอกลักษณ์", "Uniqueness",
        /// ความเชี่ยวชาญเฉพาะ
        Expertise = "expertise": "ความเชี่ยวชาญเฉพาะ", "Special expertise",
        /// ธีม
        Theme = "theme": "ธีม", "Theme",
    }
}
words! {
    /// A learning area (ด้านการเรียนรู้): the key `mission`.
    Mission as "mission" {
        /// ภาวะผู้นำ
        Leadership = "leadership": "ภาวะผู้นำ", "Leadership",
        /// จิตอาสา
        Volunteering = "volunteering": "จิตอาสา", "Volunteering",
        /// ทักษะชีวิต
        LifeSkills = "life-skills": "ทักษะชีวิต", "Life skills",
        /// ทักษะอาชีพ
        Vocational = "vocational": "ทักษะอาชีพ", "Vocational skills",
        /// คุณภาพชีวิตและการบริหารจัดการชุมชน
        QualityOfLife = "quality-of-life": "คุณภาพชีวิตและการบริหารจัดการชุมชน", "Quality of life and community management",
    }
}
words! {
    /// One of the seven sectors (ภาคส่วน).
    Sector as "sector" {
        /// ภาครัฐ
        Government = "government": "ภาครัฐ", "Government",
        /// ภาคเอกชน
        Business = "business": "ภาคเอกชน", "Private sector",
        /// ภาคประชาสังคม
        CivilSociety = "civil-society": "ภาคประชาสังคม", "Civil society",
        /// ภาควิชาการ
        Academia = "academia": "ภาควิชาการ", "Academia",
        /// ภาคศาสนา
        Religion = "religion": "ภาคศาสนา", "Religious sector",
        /// ภาคประชาชน
        Citizens = "citizens": "ภาคประชาชน", "People's sector",
        /// ภาคสื่อมวลชน
        Media = "media": "ภาคสื่อมวลชน", "Media",
    }
}
words! {
    /// Which level gave an award.
    AwardLevel as "award_level" {
        /// Sub-district.
        Subdistrict = "subdistrict": "ระดับตำบล", "Subdistrict level",
        /// District.
        District = "district": "ระดับอำเภอ", "District level",
        /// Province.
        Province = "province": "ระดับจังหวัด", "Provincial level",
        /// Region.
        Region = "region": "ระดับภาค", "Regional level",
        /// The nation.
        National = "national": "ระดับประเทศ", "National level",
    }
}
words! {
    /// As what the chair of the area report signs.
    ChairAs as "chair_as" {
        /// ประธาน
        Chair = "chair": "ประธาน", "Chair",
        /// ผู้แทน
        Representative = "representative": "ผู้แทน", "Representative",
        /// ผู้นำจิตอาสา
        VolunteerLeader = "volunteer-leader": "ผู้นำจิตอาสา", "Volunteer leader",
    }
}
words! {
    /// Parts in a steering committee (คณะกรรมการอำนวยการ).
    SteeringRole as "steering" {
        /// ประธานกรรมการ
        Chair = "chair": "ประธานกรรมการ", "Chair",
        /// รองประธานกรรมการ
        ViceChair = "vice-chair": "รองประธานกรรมการ", "Vice chair",
        /// กรรมการ
        Member = "member": "กรรมการ", "Member",
        /// กรรมการและเลขานุการ
        Secretary = "secretary": "กรรมการและเลขานุการ", "Member and secretary",
        /// กรรมการและผู้ช่วยเลขานุการ
        AssistantSecretary = "assistant-secretary": "กรรมการและผู้ช่วยเลขานุการ", "Member and assistant secretary",
    }
}
words! {
    /// Parts in a working group (คณะทำงาน).
    WorkingRole as "working" {
        /// หัวหน้าคณะทำงาน
        Head = "head": "หัวหน้าคณะทำงาน", "Head",
        /// รองหัวหน้าคณะทำงาน
        DeputyHead = "deputy-head": "รองหัวหน้าคณะทำงาน", "Deputy head",
        /// คณะทำงาน
        Member = "member": "คณะทำงาน", "Member",
        /// คณะทำงานและเลขานุการ
        Secretary = "secretary": "คณะทำงานและเลขานุการ", "Member and secretary",
        /// คณะทำงานและผู้ช่วยเลขานุการ
        AssistantSecretary = "assistant-secretary": "คณะทำงานและผู้ช่วยเลขานุการ", "Member and assistant secretary",
    }
}
words! {
    /// What the guideline asks a centre to have (องค์ประกอบ).
    Component as "component" {
        /// 6.1.1 committee
        Committee = "committee": "คณะกรรมการจากผู้นำจิตอาสาและเครือข่าย และที่ปรึกษาจากภาคีการพัฒนา 7 ภาคส่วน", "Committee of volunteer leaders and networks, and advisers from the seven sectors",
        /// 6.1.2 rules and plan
        RulesAndPlan = "rules-and-plan": "ระเบียบหรือข้อตกลง และแผนการบริหารจัดการศูนย์ฯ", "Rules or agreements, and a plan for running the centre",
        /// 6.1.3 register of leaders
        Leaders = "leaders": "ทะเบียนผู้นำจิตอาสาและเครือข่าย", "Register of volunteer leaders and networks",
        /// 6.1.4 place
        Place = "place": "สถานที่แลกเปลี่ยนเรียนรู้และสภาพแวดล้อมที่เอื้อต่อการเรียนรู้", "A place for exchange and surroundings fit for learning",
        /// 6.1.5 resource persons
        ResourcePersons = "resource-persons": "วิทยากรประจำศูนย์ฯ หรือประจำฐานเรียนรู้", "Resource persons at the centre or its learning stations",
        /// 6.1.6 knowledge
        Knowledge = "knowledge": "ข้อมูลและองค์ความรู้สำหรับศึกษาค้นคว้า", "Data and knowledge resources",
        /// 6.2.1 trainers who have done it
        ProvenTrainers = "proven-trainers": "วิทยากรที่ปฏิบัติจริงจนเห็นผล", "Trainers with proven practice",
        /// 6.2.2 courses
        Courses = "courses": "หลักสูตรหรือกิจกรรมในด้านการเรียนรู้ 5 ด้าน", "Courses or activities in the five learning areas",
        /// 6.2.3 visitor records
        Service = "service": "ข้อมูลผู้รับบริการ การศึกษาดูงาน และการประเมินผล", "Records of visitors, study tours and evaluation",
        /// 6.2.4 learning stations
        LearningStations = "learning-stations": "ฐานเรียนรู้หรือจุดเรียนรู้", "Learning stations or learning spots",
        /// 6.2.5 best knowledge
        BestKnowledge = "best-knowledge": "แนวปฏิบัติที่ดีที่มีหลักฐานมากกว่าการบอกเล่า", "Best practices with more evidence than a first-hand account",
        /// 6.3.1 publicity
        Publicity = "publicity": "การประชาสัมพันธ์และการเชื่อมโยงกับแหล่งเรียนรู้อื่น", "Publicity and ties with other learning centres",
        /// 6.3.2 participation
        Participation = "participation": "กิจกรรมที่ภาคีทุกภาคส่วนมีส่วนร่วม", "Activities with partners from every sector",
    }
}
words! {
    /// How well a practice is proven.
    Evidence as "evidence" {
        /// Told in words: บอกเล่าจากประสบการณ์
        Told = "told": "บอกเล่าจากประสบการณ์", "First-hand account",
        /// Figures before and after: มีตัวเลขก่อน–หลัง
        Measured = "measured": "มีตัวเลขก่อน–หลัง", "Measured",
        /// Checked by others: ผู้อื่นตรวจสอบแล้ว
        Verified = "verified": "ผู้อื่นตรวจสอบแล้ว", "Verified",
        /// Repeated elsewhere: ที่อื่นทำตามได้ผลแล้ว
        Replicated = "replicated": "ที่อื่นทำตามได้ผลแล้ว", "Replicated",
    }
}
words! {
    /// What it costs to begin: the facet of the showcase.
    CostBand as "cost" {
        /// Nothing.
        Free = "free": "ไม่มีค่าใช้จ่าย", "Free of charge",
        /// Up to 5,000 baht.
        UpTo5000 = "up-to-5000": "ไม่เกิน {amount} บาท", "Up to {amount} baht",
        /// Up to 50,000 baht.
        UpTo50000 = "up-to-50000": "{least}–{amount} บาท", "{least}–{amount} baht",
        /// More.
        More = "more": "มากกว่า {amount} บาท", "More than {amount} baht",
    }
}
words! {
    /// Digits in which Thai pages show numbers.
    Digits as "digits" {
        /// 0-9
        Arabic = "arabic": "เลขอารบิก", "Arabic digits",
        /// ๐-๙
        Thai = "thai": "เลขไทย", "Thai digits",
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

impl CostBand {
    /// The band of a sum in baht.
    #[must_use]
    pub fn of(baht: u32) -> Self {
        match baht {
            0 => Self::Free,
            1..=5_000 => Self::UpTo5000,
            5_001..=50_000 => Self::UpTo50000,
            _ => Self::More,
        }
    }
}

impl Digits {
    /// A text with its Arabic digits as these.
    #[must_use]
    pub fn shown(self, text: &str) -> String {
        let thai = |it: char| {
            let digit = it.to_digit(10).and_then(|it| char::from_u32(0xe50 + it));
            digit.unwrap_or(it)
        };
        match self {
            Self::Arabic => text.to_owned(),
            Self::Thai => text.chars().map(thai).collect(),
        }
    }
}
