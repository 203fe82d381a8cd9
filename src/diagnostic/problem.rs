//! Everything that can be wrong, as facts without words: one closed enum.
//!
//! `th.rs` and `en.rs` match it exhaustively, so a problem without words in both languages does not compile.

use crate::model::Date;

/// What is wrong. Text in it is as staff wrote it.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A file is not UTF-8.
    NotUtf8,
    // Files: load, photo, write, serve, new.
    /// The site folder does not exist.
    NoSiteFolder(String),
    /// The site folder has no `content/site.toml`.
    NoSiteToml,
    /// A file or folder cannot be read; with the system's own words.
    CannotRead(String),
    /// Neither a file nor a folder: a device, a pipe, a socket.
    NotAFile,
    /// The name of a file is not UTF-8.
    PathNotUtf8,
    /// A symbolic link that leads out of the site folder.
    LinkLeavesSite,
    /// A symbolic link that leads to a folder it lies in.
    LinkLoop,
    /// A symbolic link that leads nowhere.
    LinkBroken,
    /// A text larger than any text that a person writes.
    TextTooLarge {
        /// Its size.
        megabytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// A photo whose file is too large.
    PhotoTooLarge {
        /// Its size.
        megabytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// A photo with too many pixels.
    PhotoTooManyPixels {
        /// Width.
        width: u32,
        /// Height.
        height: u32,
    },
    /// A photo that cannot be decoded; with the decoder's own words.
    PhotoUnreadable(String),
    /// A photo could not be written to the cache; with the system's own words.
    PhotoNotKept(String),
    /// A file of the output cannot be written; with the system's own words.
    CannotWrite {
        /// Which file.
        path: String,
        /// The system's words.
        error: String,
    },
    /// The output folder would harm the site's own files.
    OutputRefused(String),
    /// A file that sala did not write stands at an address of the site.
    OutputTaken {
        /// Which file.
        path: String,
        /// How many more there are.
        others: usize,
    },
    /// A folder of the output is a symbolic link, and would lead writing elsewhere.
    OutputLink(String),
    /// An address whose parts are too long for a file name.
    NameTooLong(String),
    /// A file whose address is also a folder of other files.
    FileAndFolder {
        /// The file.
        file: String,
        /// A file in the folder of that name.
        path: String,
    },
    /// Two addresses that differ in case only.
    CaseClash {
        /// One address.
        one: String,
        /// The other.
        other: String,
    },
    /// The preview cannot listen at its address; with the system's own words.
    CannotListen {
        /// Where.
        address: String,
        /// The system's words.
        error: String,
    },
    /// Changes cannot be watched; with the system's own words.
    CannotWatch(String),
    /// A file that `sala new` would have to overwrite.
    AlreadyThere(String),
    /// A path for `sala new` that cannot be an address.
    NotASlug {
        /// As written.
        written: String,
        /// What would do; may be empty.
        proposed: String,
    },
    /// `sala new` was asked for an entry of a centre that does not exist.
    NoCenter(String),

    // What `check` finds.
    /// There are centres, but no register of areas.
    NoRegister,
    /// A province that the register does not have.
    UnknownProvince {
        /// As written.
        written: String,
        /// The nearest name of the register.
        nearest: Option<String>,
    },
    /// A district that the register does not have.
    UnknownDistrict {
        /// As written.
        written: String,
        /// The nearest name of the register and its code.
        nearest: Option<(String, String)>,
    },
    /// A sub-district that the district does not have.
    UnknownSubdistrict {
        /// As written.
        written: String,
        /// The name of the district.
        district: String,
        /// The nearest name of the district and its code.
        nearest: Option<(String, String)>,
    },
    /// A sub-district of another district.
    SubdistrictElsewhere {
        /// As written.
        written: String,
        /// The name of the district that the entry gives.
        district: String,
        /// Names of the districts that have it.
        elsewhere: Vec<String>,
    },
    /// A district of another province than the entry gives.
    DistrictElsewhere {
        /// The name of the district.
        district: String,
        /// The name of the province that it lies in.
        province: String,
    },
    /// A name that several areas have.
    AmbiguousArea {
        /// As written.
        written: String,
        /// Codes of the areas with that name, each with where it lies.
        codes: Vec<(String, String)>,
    },
    /// A postal code that is not the register's.
    PostalCodeDiffers {
        /// As written.
        written: String,
        /// As the register has it.
        registered: String,
    },
    /// Coordinates outside the district.
    PointOutside {
        /// The name of the district.
        district: String,
        /// How far outside it lies.
        km: f64,
    },
    /// A topic that `site.toml` does not have.
    UnknownTopic {
        /// As written.
        written: String,
        /// The nearest id.
        nearest: Option<String>,
    },
    /// A consent that has ended: nothing personal is published.
    ConsentEnded(Date),
    /// A consent that ends soon.
    ConsentEnds {
        /// Its last day.
        on: Date,
        /// The day on which a new build leaves the person out.
        build_on: Date,
    },
    /// A seat with neither a name nor a position.
    SeatWithoutName,
    /// A steering committee at a sub-district centre.
    SteeringAtSubdistrict,
    /// A count beside a list of another length.
    CountDiffers {
        /// As written.
        written: u32,
        /// How many seats are listed.
        listed: usize,
    },
    /// A file that is not named by a relative path.
    NotRelative(String),
    /// A path that leaves the content folder.
    PathOutside(String),
    /// A file that does not exist.
    FileMissing {
        /// As written.
        written: String,
        /// The nearest file there.
        nearest: Option<String>,
    },
    /// A picture in a form that sala does not read.
    NotAPhoto(String),
    /// A document in a form that is not offered.
    NotADocument(String),
    /// A picture without words for those who do not see it.
    MissingAlt(String),
    /// A photo of people who did not agree is used.
    WithheldPhoto(String),
    /// An image of another host.
    ImageElsewhere(String),
    /// An old address that cannot be one.
    BadAlias(String),
    /// Two entries want one address.
    AddressTaken(String),
    /// A practice that does not exist.
    UnknownPractice {
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
    },
    /// A practice that says that it copies itself.
    AdaptedFromItself,
    /// Practices that were copied from each other in a circle.
    AdaptedInACircle(Vec<String>),
    /// Something published points to a draft.
    PointsToDraft(String),
    /// Something real points to an example, and examples are off.
    PointsToExample(String),
    /// A practice or an activity of a centre that is only planned.
    EntryOfPlanned(String),
    /// Two offices of one district.
    RepeatedOffice(String),
    /// A heading `#` in a story: the page's title is the only one.
    HeadingLevelOne(String),
    /// A tag of raw HTML that is not kept.
    HtmlRemoved(String),
}

impl Problem {
    /// Its stable name, explained in the README.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::NoSiteFolder(_) => "no-site-folder",
            Self::NoSiteToml => "no-site-toml",
            Self::CannotRead(_) => "cannot-read",
            Self::NotAFile => "not-a-file",
            Self::PathNotUtf8 => "path-not-utf8",
            Self::LinkLeavesSite => "link-leaves-site",
            Self::LinkLoop => "link-loop",
            Self::LinkBroken => "link-broken",
            Self::TextTooLarge { .. } => "text-too-large",
            Self::PhotoTooLarge { .. } => "photo-too-large",
            Self::PhotoTooManyPixels { .. } => "photo-too-many-pixels",
            Self::PhotoUnreadable(_) => "photo-unreadable",
            Self::PhotoNotKept(_) => "photo-not-kept",
            Self::CannotWrite { .. } => "cannot-write",
            Self::OutputRefused(_) => "output-refused",
            Self::OutputTaken { .. } => "output-taken",
            Self::OutputLink(_) => "output-link",
            Self::NameTooLong(_) => "name-too-long",
            Self::FileAndFolder { .. } => "file-and-folder",
            Self::CaseClash { .. } => "case-clash",
            Self::CannotListen { .. } => "cannot-listen",
            Self::CannotWatch(_) => "cannot-watch",
            Self::AlreadyThere(_) => "already-there",
            Self::NotASlug { .. } => "not-a-slug",
            Self::NoCenter(_) => "no-center",
            Self::NoRegister => "no-register",
            Self::UnknownProvince { .. } => "unknown-province",
            Self::UnknownDistrict { .. } => "unknown-district",
            Self::UnknownSubdistrict { .. } => "unknown-subdistrict",
            Self::SubdistrictElsewhere { .. } => "subdistrict-elsewhere",
            Self::DistrictElsewhere { .. } => "district-elsewhere",
            Self::AmbiguousArea { .. } => "ambiguous-area",
            Self::PostalCodeDiffers { .. } => "postal-code-differs",
            Self::PointOutside { .. } => "point-outside",
            Self::UnknownTopic { .. } => "unknown-topic",
            Self::ConsentEnded(_) => "consent-ended",
            Self::ConsentEnds { .. } => "consent-ends",
            Self::SeatWithoutName => "seat-without-name",
            Self::SteeringAtSubdistrict => "steering-at-subdistrict",
            Self::CountDiffers { .. } => "count-differs",
            Self::NotRelative(_) => "not-a-relative-path",
            Self::PathOutside(_) => "path-outside",
            Self::FileMissing { .. } => "file-missing",
            Self::NotAPhoto(_) => "not-a-photo",
            Self::NotADocument(_) => "not-a-document",
            Self::MissingAlt(_) => "missing-alt",
            Self::WithheldPhoto(_) => "withheld-photo",
            Self::ImageElsewhere(_) => "image-elsewhere",
            Self::BadAlias(_) => "bad-alias",
            Self::AddressTaken(_) => "address-taken",
            Self::UnknownPractice { .. } => "unknown-practice",
            Self::AdaptedFromItself => "adapted-from-itself",
            Self::AdaptedInACircle(_) => "adapted-in-a-circle",
            Self::PointsToDraft(_) => "points-to-draft",
            Self::PointsToExample(_) => "points-to-example",
            Self::EntryOfPlanned(_) => "entry-of-planned",
            Self::RepeatedOffice(_) => "repeated-office",
            Self::HeadingLevelOne(_) => "heading-level-one",
            Self::HtmlRemoved(_) => "html-removed",
        }
    }
}
