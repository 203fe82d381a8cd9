//! What an entry waits for: of which kind, since when, and in which district.

use crate::diagnostic::Diagnostics;
use crate::forms::office::Office;
use crate::model::{Date, DistrictCode, Lang, SitePath};
use crate::parse::draft::Drafts;
use crate::source::Sources;

/// What is known of a site.
#[derive(Debug)]
pub struct Known<'a> {
    /// The checked site.
    pub office: &'a Office,
    /// Its entries as written.
    pub drafts: &'a Drafts,
    /// Its texts and files.
    pub sources: &'a Sources,
    /// What is wrong with them.
    pub found: &'a Diagnostics,
}

/// Something that an entry waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// What kind of thing it is.
    pub kind: Kind,
    /// The district of the entry; `None` where it has none.
    pub district: Option<DistrictCode>,
    /// The file of the entry.
    pub file: SitePath,
    /// The day that it is about.
    pub on: Option<Date>,
    /// What it is, in Thai and in English.
    pub words: (String, String),
    /// Whom it is about.
    pub person: Option<String>,
}

impl Matter {
    /// What it is, for a reader of a language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Th => &self.words.0,
            Lang::En => &self.words.1,
        }
    }
}

/// What kind of thing an entry waits for, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It has mistakes, and is no part of the site.
    Mistake,
    /// A consent has ended.
    ConsentEnded,
    /// A consent ends soon.
    ConsentEnds,
    /// A day to come, or two days that cannot both be.
    Date,
    /// Nobody has confirmed it for a year.
    Unconfirmed,
    /// Components that it does not document yet.
    Components,
    /// A practice that shows more than it claims.
    Evidence,
    /// A photo that no entry names.
    Photo,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 8] = [
        Self::Mistake,
        Self::ConsentEnded,
        Self::ConsentEnds,
        Self::Date,
        Self::Unconfirmed,
        Self::Components,
        Self::Evidence,
        Self::Photo,
    ];

    /// The word for programs: stable.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mistake => "mistake",
            Self::ConsentEnded => "consent-ended",
            Self::ConsentEnds => "consent-ends",
            Self::Date => "date",
            Self::Unconfirmed => "unconfirmed",
            Self::Components => "components",
            Self::Evidence => "evidence",
            Self::Photo => "photo",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> &'static str {
        let (th, en) = match self {
            Self::Mistake => ("มีข้อผิดพลาด", "With mistakes"),
            Self::ConsentEnded => ("ความยินยอมสิ้นสุดแล้ว", "Consents that have ended"),
            Self::ConsentEnds => (
                "ความยินยอมที่จะสิ้นสุดภายใน 90 วัน",
                "Consents that end within 90 days",
            ),
            Self::Date => (
                "วันที่ในอนาคตหรือขัดแย้งกัน",
                "Days to come, or that contradict each other",
            ),
            Self::Unconfirmed => (
                "ไม่ได้ยืนยันข้อมูลมากว่าหนึ่งปี",
                "Not confirmed for more than a year",
            ),
            Self::Components => ("องค์ประกอบที่ควรเพิ่มต่อไป", "Components to add next"),
            Self::Evidence => (
                "แนวปฏิบัติที่ดีที่ยกระดับหลักฐานได้",
                "Practices whose evidence can be raised",
            ),
            Self::Photo => ("ภาพที่ไม่มีรายการใดใช้", "Photos that no entry names"),
        };
        match lang {
            Lang::Th => th,
            Lang::En => en,
        }
    }
}

/// The district that a file belongs to: that of its centre.
pub(super) fn district_of(known: &Known, file: &SitePath) -> Option<DistrictCode> {
    let path = file.as_str().strip_prefix("content/centers/")?;
    let centers = &known.office.directory.centers;
    let found = centers.iter().filter(|it| {
        let rest = path.strip_prefix(it.path.as_str());
        rest.is_some_and(|rest| rest.starts_with('/'))
    });
    let center = found.max_by_key(|it| it.path.len());
    if let Some(center) = center {
        return Some(center.location.district.clone());
    }
    // One with mistakes is no part of the directory; its folder says where it is.
    let slug = path.split('/').next()?;
    let mut districts = known.office.directory.areas.districts.values();
    let district = districts.find(|it| it.slug == slug)?;
    Some(district.code.clone())
}
