//! Everything that can be wrong, as facts without words: one closed enum.
//!
//! `th.rs` and `en.rs` match it exhaustively, so a problem without words in both languages does not compile.

use super::expected::Expected;
use super::open_point::OpenPoint;
use super::sheet::SheetProblem;
use crate::value::Date;

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
    /// A photo whose file ends before the picture does.
    PhotoCutShort,
    /// A photo that cannot be decoded; with the decoder's own words.
    PhotoUnreadable(String),
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
    /// A file that `sala new` or `sala schema` would have to overwrite.
    AlreadyThere(String),
    /// Settings of an editor that `sala schema` cannot add to, and what it would add.
    SettingsNotAdded(String),
    /// A path for `sala new` that cannot be an address.
    NotASlug {
        /// As written.
        written: String,
        /// What would do; may be empty.
        proposed: String,
    },
    /// `SOURCE_DATE_EPOCH` is no number of seconds.
    NoSuchEpoch(String),
    /// `sala new` was asked for an entry of a centre that is only planned.
    CenterIsPlanned(String),
    /// A path for `sala new` that names no area of the register.
    NotInRegister {
        /// As typed.
        path: String,
        /// The nearest address.
        nearest: Option<String>,
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
    /// What must be decided before the site goes public.
    NotDecided(OpenPoint),
    /// A day that cannot be after today.
    FutureDay(&'static str),
    /// An activity far in the future.
    DistantDay,
    /// A day of the programme before it began.
    BeforeProgramme(&'static str),
    /// Checked by others, and nothing says by whom.
    VerifiedWithoutSource,
    /// Repeated elsewhere, and no practice was copied from it.
    ReplicatedWithoutCopy,
    /// Nothing is needed to begin, and a cost is named beside it.
    CostNotFree,
    /// Somebody to ask who agreed to be published, but cannot be reached: an office stands in.
    Unreachable,
    /// A seat with neither a name nor a position.
    SeatWithoutName,
    /// A steering committee at a sub-district centre.
    SteeringAtSubdistrict,
    /// A count beside a longer list.
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
        /// What lies in that folder, or else around the entry.
        there: Vec<String>,
    },
    /// A picture in a form that sala does not read.
    NotAPhoto(String),
    /// A document in a form that is not offered.
    NotADocument(String),
    /// A picture without words for those who do not see it.
    MissingAlt(String),
    /// A photo of people who did not agree is used.
    WithheldPhoto(String),
    /// A file with the bytes of a photo of people who did not agree; and that photo.
    WithheldCopy {
        /// The file.
        copy: String,
        /// The photo.
        of: String,
    },
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
    /// Marks in a text that are shown as they stand.
    MarkLeft(String),
    /// The mark of a note that is not there; its name.
    NoteMissing(String),
    /// A note that nothing asks for; its name.
    NoteUnused(String),
    /// A line that gives an address to a name, which no link uses; the name.
    DefinitionUnused(String),
    /// A link or a picture that is shown as its source.
    LinkLeft(String),
    /// A line under a text, which makes a heading of it.
    LineMakesHeading(String),
    /// A number of a list that is shown as another.
    NumberChanged {
        /// As written.
        written: u64,
        /// As shown.
        shown: u64,
    },
    /// A row with more cells than its table has columns.
    CellsLost {
        /// Cells of the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// Lines with bars that are no table.
    TableLeft,
    /// A line that begins code and that nothing closes.
    CodeUnclosed,
    /// A bare address that ends before Thai letters.
    AddressCut(String),
    /// A letter that no face shows.
    UnreadableLetter(char),
    /// A Thai word with a space before its vowel.
    TornWord(String),
    /// A letter that nobody sees, where it means something to the computer.
    InvisibleLetter(char),
    /// A backslash in a text that means nothing there.
    StrayBackslash,
    /// A path as Windows writes it; and as it is to be written.
    BackslashInPath(String),

    // What `parse` finds in the form of a file.
    /// The TOML cannot be read here; the parser's own words.
    TomlSyntax(String),
    /// A text without quotation marks around it; and how to write it.
    UnquotedText(Option<String>),
    /// A text in the quotation marks of word processors; and how to write it.
    CurlyQuotes(Option<String>),
    /// Quotation marks inside a text that end it; and how to write it.
    QuotesInText(Option<String>),
    /// What stands for yes or no, but is neither `true` nor `false`.
    BadFlag {
        /// As written.
        written: String,
        /// What was meant.
        right: Option<bool>,
    },
    /// A number as TOML does not take it.
    BadNumber {
        /// As written.
        written: String,
        /// How to write it.
        right: String,
    },
    /// A key without `=` after it; and how to write the line.
    NoEqualsSign(Option<String>),
    /// A key in letters that TOML does not take.
    ForeignKey {
        /// As written.
        written: String,
        /// The key that means it.
        nearest: Option<String>,
    },
    /// A comma behind a value that is not in a list; and the value without it.
    TrailingComma(Option<String>),
    /// Two items of a list without a comma between them.
    NoComma,
    /// A list, a header or a table that is never closed; with what it lacks.
    UnclosedBracket(char),
    /// A text without its closing quotation mark.
    UnclosedText,
    /// A key without a value.
    NoValue,
    /// The same key or table twice.
    RepeatedKey(String),
    /// A day that exists in the Buddhist Era but that TOML takes only in quotes.
    DateNeedsQuotes(String),
    /// Tables inside tables without end.
    NestedTooDeeply,
    /// A practice, activity or page without its `+++` lines.
    FrontMatterMissing,
    /// An opening `+++` without a closing one.
    FrontMatterUnclosed,
    /// Front matter in a story, which has none.
    FrontMatterUnwanted,

    // What `parse` finds in keys.
    /// A key that the table does not have.
    UnknownKey {
        /// As written.
        key: String,
        /// The nearest one that it has.
        nearest: Option<String>,
        /// Where in the file there is such a key.
        belongs: Option<Belongs>,
        /// All that it has.
        known: Vec<String>,
    },
    /// A required key is not there.
    MissingKey(String),
    /// A value of another kind than the key takes.
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: Expected,
    },
    /// A word that is not on the key's list.
    UnknownWord {
        /// The key.
        key: String,
        /// As written.
        written: String,
        /// The nearest one on the list.
        nearest: Option<String>,
        /// The list.
        allowed: Vec<&'static str>,
    },
    /// A name or title of spaces alone.
    BlankText(String),
    /// What `sala new` wrote to show where something goes, left as it was.
    TemplateText(String),
    /// A translation of a text that is not there.
    EnglishWithoutThai(String),
    /// A list and its translation differ in length.
    ListLengths {
        /// The key.
        key: String,
        /// Items of the Thai list.
        thai: usize,
        /// Items of the English one.
        english: usize,
    },
    /// A key in a translation that belongs in the Thai file alone.
    NotInTranslation(String),

    // What `parse` finds in values.
    /// Not a date.
    BadDate {
        /// As written.
        written: String,
        /// How to write it, where that can be told.
        right: Option<String>,
    },
    /// A date that the calendar does not have.
    NoSuchDay(String),
    /// A date with a time of day.
    DateWithTime(String),
    /// Not a year.
    BadYear(String),
    /// A year, or a day of one, in which nothing of a directory can have happened; and what was probably meant.
    FarYear {
        /// As written.
        written: String,
        /// With the year that was meant.
        likely: Option<String>,
    },
    /// A number outside its range.
    OutOfRange {
        /// The key.
        key: String,
        /// As written.
        written: String,
        /// The least.
        min: f64,
        /// The most; `None` where there is no other limit than the largest count.
        max: Option<f64>,
    },
    /// Not a telephone number.
    BadPhone(String),
    /// Not an e-mail address.
    BadEmail(String),
    /// Not an http or https address.
    BadUrl(String),
    /// Not an address that a site can stand at.
    BadBaseUrl(String),
    /// Not a postal code.
    BadPostalCode(String),
    /// A latitude without a longitude, or the other way round; the key that is missing.
    HalfAPoint(&'static str),
    /// A point that is not two numbers, nor the address of a map that carries them.
    BadPoint(String),
    /// A point beside this half of a position.
    TwoPoints(&'static str),
    /// Both numbers of a position in one half of it.
    PointInHalf(String),
    /// The smallest group is larger than the largest.
    GroupsReversed,
    /// An activity ends before it begins.
    DaysReversed,
    /// Two figures for the same year.
    RepeatedYear(i16),
    /// A topic twice.
    RepeatedTopic(String),
    /// A language that sala does not speak.
    UnknownLanguage(String),
    /// A language twice.
    RepeatedLanguage(String),
    /// The address of a menu item.
    BadMenuAddress(String),
    /// Something that looks like a national ID number.
    NationalId,

    // What `parse` finds in files and folders.
    /// A part of an address that is not a slug.
    BadSlug {
        /// As written.
        written: String,
        /// What it could be.
        proposed: Option<String>,
    },
    /// A folder with a name that the site needs itself.
    ReservedName(String),
    /// A practice, an activity or a story in a folder without `center.toml`.
    EntryWithoutCenter(String),
    /// A translation of a file that is not there.
    TranslationWithoutOriginal(String),
    /// A file that nothing reads, and where it would be read.
    StrayFile(Option<String>),

    // What `parse` finds in the register.
    /// `areas.csv` cannot be read here.
    BadCsv(String),
    /// Columns that are parted by another character than a comma.
    OtherSeparator(char),
    /// A column that is not there.
    MissingColumn(&'static str),
    /// A column that the register does not have.
    UnknownColumn {
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
    },
    /// A row with too few or too many fields.
    RowLength {
        /// Fields of the row.
        fields: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// A field without anything in it.
    EmptyField(&'static str),
    /// A field whose value cannot be.
    BadField {
        /// Its column.
        column: &'static str,
        /// As written.
        written: String,
    },
    /// A code on two rows.
    RepeatedCode(String),
    /// A code that does not begin with that of the area it lies in.
    CodeOutside {
        /// The code.
        code: String,
        /// The area's.
        area: String,
    },
    /// A district or province that rows name differently.
    AreaNamedTwice {
        /// Its code.
        code: String,
        /// The first name.
        first: String,
        /// The other.
        other: String,
    },
    /// `areas.geojson` cannot be read; the parser's own words.
    BadGeoJson(String),
    /// A polygon of an area that the register does not have.
    UnknownAreaCode(String),
    /// A polygon that is none.
    BadOutline(String),
    // Themes and addresses: theme, plan, render.
    /// `theme` names neither the built-in theme nor a folder of `themes/`.
    UnknownTheme {
        /// As written.
        written: String,
        /// The nearest one.
        nearest: Option<String>,
    },
    /// A template that cannot be read or rendered.
    BrokenTemplate {
        /// In tera's words.
        message: String,
        /// Where, for a template that is part of the program: `base.html:3:7`.
        built_in: Option<String>,
    },
    /// What a theme says of its paper cannot be read; in the parser's words.
    BrokenMeasures(String),
    /// A file of words of a theme is not TOML; in the parser's words.
    BrokenWords(String),
    /// A word of a theme is not a text.
    WordsNotText(String),
    /// Two sources of one address of the output.
    SameAddress(String),
    /// An address that the site does not have.
    NoSuchAddress(String),
    /// The program stopped where it never should; the site as it was stays in the preview.
    OwnMistake,
    /// A link that no page may carry.
    BadLink(String),
    /// A link to nothing.
    BrokenLink {
        /// As written.
        written: String,
        /// The nearest address or file.
        nearest: Option<String>,
    },
    /// A link to a part that its page does not have.
    BrokenFragment {
        /// As written, after the #.
        written: String,
        /// The nearest part of that page.
        nearest: Option<String>,
    },
    /// A link to a centre that has no page yet.
    LinkToPlanned(String),

    // What `import` finds.
    /// Something in a spreadsheet.
    Sheet(SheetProblem),
}

/// Where in a TOML file a key belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// Before the first table.
    AboveTables,
    /// In a table, by its header: `[visit]`.
    Below(String),
}

impl Problem {
    /// Its stable name, explained in `docs/reference/diagnostics.md`.
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
            Self::PhotoCutShort => "photo-cut-short",
            Self::PhotoUnreadable(_) => "photo-unreadable",
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
            Self::SettingsNotAdded(_) => "settings-not-added",
            Self::NotASlug { .. } => "not-a-slug",
            Self::NoSuchEpoch(_) => "no-such-epoch",
            Self::CenterIsPlanned(_) => "center-is-planned",
            Self::NotInRegister { .. } => "not-in-register",
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
            Self::NotDecided(_) => "not-decided",
            Self::FutureDay(_) => "future-day",
            Self::DistantDay => "distant-day",
            Self::BeforeProgramme(_) => "before-programme",
            Self::VerifiedWithoutSource => "verified-without-source",
            Self::ReplicatedWithoutCopy => "replicated-without-copy",
            Self::CostNotFree => "cost-not-free",
            Self::Unreachable => "unreachable",
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
            Self::WithheldCopy { .. } => "withheld-copy",
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
            Self::MarkLeft(_) => "mark-left",
            Self::NoteMissing(_) => "note-missing",
            Self::NoteUnused(_) => "note-unused",
            Self::DefinitionUnused(_) => "definition-unused",
            Self::LinkLeft(_) => "link-left",
            Self::LineMakesHeading(_) => "line-makes-heading",
            Self::NumberChanged { .. } => "number-changed",
            Self::CellsLost { .. } => "cells-lost",
            Self::TableLeft => "table-left",
            Self::CodeUnclosed => "code-unclosed",
            Self::AddressCut(_) => "address-cut",
            Self::UnreadableLetter(_) => "unreadable-letter",
            Self::TornWord(_) => "torn-word",
            Self::InvisibleLetter(_) => "invisible-letter",
            Self::StrayBackslash => "stray-backslash",
            Self::BackslashInPath(_) => "backslash-in-path",
            Self::TomlSyntax(_) => "toml-syntax",
            Self::UnquotedText(_) => "unquoted-text",
            Self::CurlyQuotes(_) => "curly-quotes",
            Self::QuotesInText(_) => "quotes-in-text",
            Self::BadFlag { .. } => "bad-flag",
            Self::BadNumber { .. } => "bad-number",
            Self::NoEqualsSign(_) => "no-equals-sign",
            Self::ForeignKey { .. } => "foreign-key",
            Self::TrailingComma(_) => "trailing-comma",
            Self::NoComma => "no-comma",
            Self::UnclosedBracket(_) => "unclosed-bracket",
            Self::UnclosedText => "unclosed-text",
            Self::NoValue => "no-value",
            Self::RepeatedKey(_) => "repeated-key",
            Self::DateNeedsQuotes(_) => "date-needs-quotes",
            Self::NestedTooDeeply => "nested-too-deeply",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::FrontMatterUnwanted => "front-matter-unwanted",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey(_) => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { .. } => "unknown-word",
            Self::BlankText(_) => "blank-text",
            Self::TemplateText(_) => "template-text",
            Self::EnglishWithoutThai(_) => "english-without-thai",
            Self::ListLengths { .. } => "list-lengths",
            Self::NotInTranslation(_) => "not-in-translation",
            Self::BadDate { .. } => "bad-date",
            Self::NoSuchDay(_) => "no-such-day",
            Self::DateWithTime(_) => "date-with-time",
            Self::BadYear(_) => "bad-year",
            Self::FarYear { .. } => "far-year",
            Self::OutOfRange { .. } => "out-of-range",
            Self::BadPhone(_) => "bad-phone",
            Self::BadEmail(_) => "bad-email",
            Self::BadUrl(_) => "bad-url",
            Self::BadBaseUrl(_) => "bad-base-url",
            Self::BadPostalCode(_) => "bad-postal-code",
            Self::HalfAPoint(_) => "half-a-point",
            Self::BadPoint(_) => "bad-point",
            Self::TwoPoints(_) => "two-points",
            Self::PointInHalf(_) => "point-in-half",
            Self::GroupsReversed => "groups-reversed",
            Self::DaysReversed => "days-reversed",
            Self::RepeatedYear(_) => "repeated-year",
            Self::RepeatedTopic(_) => "repeated-topic",
            Self::UnknownLanguage(_) => "unknown-language",
            Self::RepeatedLanguage(_) => "repeated-language",
            Self::BadMenuAddress(_) => "bad-menu-address",
            Self::NationalId => "national-id",
            Self::BadSlug { .. } => "bad-slug",
            Self::ReservedName(_) => "reserved-name",
            Self::EntryWithoutCenter(_) => "entry-without-center",
            Self::TranslationWithoutOriginal(_) => "translation-without-original",
            Self::StrayFile(_) => "stray-file",
            Self::BadCsv(_) => "bad-csv",
            Self::OtherSeparator(_) => "other-separator",
            Self::MissingColumn(_) => "missing-column",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::RowLength { .. } => "row-length",
            Self::EmptyField(_) => "empty-field",
            Self::BadField { .. } => "bad-field",
            Self::RepeatedCode(_) => "repeated-code",
            Self::CodeOutside { .. } => "code-outside",
            Self::AreaNamedTwice { .. } => "area-named-twice",
            Self::BadGeoJson(_) => "bad-geojson",
            Self::UnknownAreaCode(_) => "unknown-area-code",
            Self::BadOutline(_) => "bad-outline",
            Self::UnknownTheme { .. } => "unknown-theme",
            Self::BrokenTemplate { .. } => "broken-template",
            Self::BrokenMeasures(_) => "broken-measures",
            Self::BrokenWords(_) => "broken-words",
            Self::WordsNotText(_) => "words-not-text",
            Self::SameAddress(_) => "same-address",
            Self::NoSuchAddress(_) => "no-such-address",
            Self::OwnMistake => "own-mistake",
            Self::BadLink(_) => "bad-link",
            Self::BrokenLink { .. } => "broken-link",
            Self::BrokenFragment { .. } => "broken-fragment",
            Self::LinkToPlanned(_) => "link-to-planned",
            Self::Sheet(it) => it.code(),
        }
    }
}

impl From<SheetProblem> for Problem {
    fn from(it: SheetProblem) -> Self {
        Self::Sheet(it)
    }
}
