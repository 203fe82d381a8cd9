//! Problems in English.
#![expect(
    clippy::match_same_arms,
    reason = "one line for each problem, so that words can change one at a time"
)]

use super::expected::Expected;
use super::open_point::OpenPoint;
use super::problem::Belongs;
use super::{Problem, sheet};
use crate::value::Date;
use crate::value::date::ENGLISH_MONTHS;

/// The fact.
#[must_use]
pub fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "the file is not UTF-8 text".to_owned(),
        Problem::NoSiteFolder(it) => format!("there is no site folder \"{it}\""),
        Problem::NoSiteToml => "the site folder has no content/site.toml".to_owned(),
        Problem::CannotRead(it) => format!("cannot be read: {it}"),
        Problem::NotAFile => "this is neither a file nor a folder".to_owned(),
        Problem::PathNotUtf8 => "the name of this file is not UTF-8 text".to_owned(),
        Problem::LinkLeavesSite => {
            "this symbolic link leads out of its folder: content, static or themes".to_owned()
        }
        Problem::LinkLoop => "this symbolic link leads back to a folder that it lies in".to_owned(),
        Problem::LinkBroken => "this symbolic link leads to nothing".to_owned(),
        Problem::TextTooLarge { megabytes, limit } => {
            format!("this text is too large ({megabytes} MB, more than {limit} MB)")
        }
        Problem::PhotoTooLarge { megabytes, limit } => {
            format!("the file of this photo is too large ({megabytes} MB, more than {limit} MB)")
        }
        Problem::PhotoTooManyPixels { width, height } => {
            format!("this photo has too many pixels ({width} × {height})")
        }
        Problem::PhotoCutShort => {
            "the file of this photo is incomplete: the lower part will be missing".to_owned()
        }
        Problem::PhotoUnreadable(it) => format!("this photo cannot be opened: {it}"),
        Problem::CannotWrite { path, error } => format!("\"{path}\" cannot be written: {error}"),
        Problem::OutputRefused(it) => format!(
            "\"{it}\" cannot be the output folder: it would mix with the files of the site itself"
        ),
        Problem::OutputTaken { path, others: 0 } => {
            format!(
                "\"{path}\" is there already and was not written by sala: nothing was overwritten"
            )
        }
        Problem::OutputTaken { path, others } => format!(
            "\"{path}\" and {others} more files are there already and were not written by sala: nothing was overwritten"
        ),
        Problem::OutputLink(it) => format!(
            "\"{it}\" in the output folder is a symbolic link: nothing is written through it"
        ),
        Problem::NameTooLong(it) => format!("the address \"{it}\" is too long for a file name"),
        Problem::FileAndFolder { file, path } => {
            format!("\"{file}\" would be both a file and the folder of \"{path}\"")
        }
        Problem::CaseClash { one, other } => {
            format!("the addresses \"{one}\" and \"{other}\" differ in case only")
        }
        Problem::CannotListen { address, error } => {
            format!("the preview cannot listen at {address}: {error}")
        }
        Problem::CannotWatch(it) => format!("changes of files cannot be watched: {it}"),
        Problem::AlreadyThere(it) => format!("\"{it}\" is there already and was not overwritten"),
        Problem::SettingsNotAdded(_) => "settings cannot be added to this file as it is written".to_owned(),
        Problem::NotASlug { written, .. } => {
            format!("\"{written}\" cannot be an address: only a–z, 0–9 and hyphens")
        }
        Problem::NoSuchEpoch(it) => {
            format!("SOURCE_DATE_EPOCH must be a number of seconds, but is \"{it}\"")
        }
        Problem::CenterIsPlanned(it) => {
            format!(
                "the centre \"{it}\" is only planned: it cannot have practices or activities yet"
            )
        }
        Problem::NotInRegister { path, .. } => {
            format!("content/areas.csv has no district or subdistrict for \"{path}\"")
        }
        Problem::NoCenter(it) => format!("there is no centre at \"{it}\""),
        // What `check` finds.
        Problem::NoRegister => {
            "content/areas.csv is missing or names no area, so none can be looked up".to_owned()
        }
        Problem::UnknownProvince { written, .. } => format!("no province is called \"{written}\""),
        Problem::UnknownDistrict { written, .. } => format!("no district is called \"{written}\""),
        Problem::UnknownSubdistrict {
            written, district, ..
        } => format!("{district} district has no subdistrict called \"{written}\""),
        Problem::SubdistrictElsewhere {
            written, district, ..
        } => format!("subdistrict \"{written}\" is not in {district} district"),
        Problem::DistrictElsewhere { district, province } => {
            format!("{district} district is in {province} province")
        }
        Problem::AmbiguousArea { written, .. } => format!("several areas are called \"{written}\""),
        Problem::PostalCodeDiffers {
            written,
            registered,
        } => format!("the postal code is {written}, but the register has {registered}"),
        Problem::PointOutside { district, km } => {
            format!("these coordinates lie {km:.1} km outside {district} district")
        }
        Problem::UnknownTopic { written, .. } => format!("no topic has the id \"{written}\""),
        Problem::ConsentEnded(it) => format!(
            "this consent ended on {}, so the person is not published",
            day(*it)
        ),
        Problem::ConsentEnds { on, .. } => format!("this consent ends on {}", day(*on)),
        Problem::NotDecided(it) => match it {
            OpenPoint::Address(it) => format!("`base_url` is still an example ({it})"),
            OpenPoint::Contact => "the organization cannot be reached yet".to_owned(),
            OpenPoint::License => "the conditions for using text and photos are not decided".to_owned(),
            OpenPoint::Official => "the organization has not said that the site is its own".to_owned(),
            OpenPoint::Controller => "the controller of personal data is not named".to_owned(),
            OpenPoint::ControllerContact(key) => format!("the organization has no `{key}` for people to write to about their personal data"),
            OpenPoint::Examples(count) => format!("{count} examples are still shown"),
        },
        Problem::FutureDay(key) => format!("`{key}` is a day still to come"),
        Problem::DistantDay => "this activity is more than two years ahead".to_owned(),
        Problem::BeforeProgramme(key) => format!("`{key}` is before the letter that began the programme (13 March 2022)"),
        Problem::VerifiedWithoutSource => "others are said to have checked this, but no result names its `source`".to_owned(),
        Problem::ReplicatedWithoutCopy => "this is said to have worked elsewhere, but no practice in the directory says that it was copied from it".to_owned(),
        Problem::CostNotFree => "`cost_baht` is 0, but `cost` names a sum of money".to_owned(),
        Problem::Unreachable => {
            "this person agreed to be published, but has no telephone, email or LINE: an office is shown instead".to_owned()
        }
        Problem::SeatWithoutName => "this seat has neither a name nor a position".to_owned(),
        Problem::SteeringAtSubdistrict => {
            "a subdistrict centre has no steering committee".to_owned()
        }
        Problem::CountDiffers { written, listed } => {
            format!("the count is {written}, but the list has {listed}")
        }
        Problem::NotRelative(it) => format!("\"{it}\" is not a path that starts from this file"),
        Problem::PathOutside(it) => format!("\"{it}\" leaves the content folder"),
        Problem::FileMissing { written, .. } => format!("there is no file \"{written}\""),
        Problem::NotAPhoto(it) => format!("\"{it}\" is not a photo that can be shown"),
        Problem::NotADocument(it) => format!("\"{it}\" is not a document that can be offered"),
        Problem::MissingAlt(it) => format!("the picture \"{it}\" has no alternative text"),
        Problem::WithheldPhoto(it) => {
            format!(
                "the photo \"{it}\" is left out: people in it have not agreed to its publication"
            )
        }
        Problem::WithheldCopy { copy, of } => {
            format!("\"{copy}\" is the same picture as \"{of}\", and those in it have not agreed")
        }
        Problem::ImageElsewhere(it) => format!("the image \"{it}\" is not a file beside this one"),
        Problem::BadAlias(it) => format!("\"{it}\" cannot be an old address of this site"),
        Problem::AddressTaken(it) => format!("another entry already has the address \"{it}\""),
        Problem::UnknownPractice { written, .. } => {
            format!("there is no best practice \"{written}\"")
        }
        Problem::AdaptedFromItself => {
            "this practice is given as adapted from itself".to_owned()
        }
        Problem::AdaptedInACircle(it) => format!(
            "these practices were adapted from each other in a circle: {}",
            it.join(" → ")
        ),
        Problem::PointsToDraft(it) => format!("\"{it}\" is a draft and has no page yet"),
        Problem::PointsToExample(it) => {
            format!("\"{it}\" is an example, and examples are left out")
        }
        Problem::EntryOfPlanned(it) => {
            format!("its centre \"{it}\" is still planned and has no page")
        }
        Problem::RepeatedOffice(it) => format!("{it} district already has an office"),
        Problem::HeadingLevelOne(it) => format!("the heading \"{it}\" begins with a single #"),
        Problem::HtmlRemoved(it) => format!("the tag <{it}> is left out"),
        Problem::MarkLeft(it) => format!("this {it} is shown as it stands: it makes nothing bold"),
        Problem::NoteMissing(it) => format!("there is no text of the note [^{it}], so its mark is shown as it stands"),
        Problem::NoteUnused(it) => format!("nothing in the text refers to the note [^{it}], so no page shows it"),
        Problem::DefinitionUnused(it) => format!("the line that begins with [{it}]: is shown on no page"),
        Problem::LinkLeft(it) => format!("\"{it}\" is neither a link nor a picture: it is shown as it stands"),
        Problem::LineMakesHeading(it) => format!("the line under \"{it}\" makes it a heading"),
        Problem::NumberChanged { written, shown } => format!("number {written} is shown as {shown}: a list counts by itself"),
        Problem::CellsLost { cells, columns } => format!("this row has {cells} cells, but the table has {columns} columns: the others are lost"),
        Problem::TableLeft => "these lines are no table: their | are shown as they stand".to_owned(),
        Problem::CodeUnclosed => "everything from this line on is shown as code: no line closes it".to_owned(),
        Problem::AddressCut(it) => format!("the link {it} ends before the Thai letters behind it"),
        Problem::UnreadableLetter(it) => format!("nobody can read the character {} here", code_point(*it)),
        Problem::TornWord(it) => format!("\"{it}\" is torn: a space stands before its vowel"),
        Problem::InvisibleLetter(it) => format!("a character that nobody sees ({}) stands here", code_point(*it)),
        Problem::StrayBackslash => "this \\ in a text means nothing to TOML".to_owned(),
        Problem::BackslashInPath(_) => "a path is written with /, not with \\".to_owned(),
        // What parse finds.
        Problem::TomlSyntax(words) => format!("this is not TOML: {words}"),
        Problem::UnquotedText(_) => "a text must be in quotation marks".to_owned(),
        Problem::CurlyQuotes(_) => {
            "curly quotation marks cannot enclose a text; use straight ones".to_owned()
        }
        Problem::QuotesInText(_) => "a quotation mark inside the text ends it too early".to_owned(),
        Problem::BadFlag { written, .. } => format!("\"{written}\" is neither true nor false"),
        Problem::BadNumber { written, .. } => {
            format!("\"{written}\" is not a number as it is written here")
        }
        Problem::NoEqualsSign(_) => "there is no = after the key".to_owned(),
        Problem::ForeignKey { written, .. } => {
            format!("\"{written}\" cannot be a key: keys are in English letters")
        }
        Problem::TrailingComma(_) => "there is an extra comma at the end of the line".to_owned(),
        Problem::NoComma => "there is no comma between two items of the list".to_owned(),
        Problem::UnclosedBracket(it) => format!("the closing {it} is missing"),
        Problem::UnclosedText => "the quotation marks are never closed".to_owned(),
        Problem::NoValue => "there is no value after the =".to_owned(),
        Problem::RepeatedKey(key) => format!("\"{key}\" is given twice"),
        Problem::DateNeedsQuotes(written) => {
            format!("{written} is a day of the Buddhist Era and must be in quotation marks")
        }
        Problem::NestedTooDeeply => "tables inside tables inside tables: too deep".to_owned(),
        Problem::FrontMatterMissing => {
            "the file does not begin with its facts between +++ lines".to_owned()
        }
        Problem::FrontMatterUnclosed => "the +++ that opens the facts is never closed".to_owned(),
        Problem::FrontMatterUnwanted => {
            "a centre's story has no facts between +++ lines".to_owned()
        }
        Problem::UnknownKey { key, .. } => format!("there is no key \"{key}\" here"),
        Problem::MissingKey(key) => format!("\"{key}\" is missing"),
        Problem::WrongType { key, expected } => format!("\"{key}\" takes {}", kind(*expected)),
        Problem::UnknownWord { key, written, .. } => format!("\"{key}\" cannot be \"{written}\""),
        Problem::BlankText(key) => format!("\"{key}\" has no text in it"),
        Problem::TemplateText(it) => format!("\"{it}\" is what sala new wrote as an example"),
        Problem::EnglishWithoutThai(key) => {
            format!("\"{key}\" is there in English, but not in Thai")
        }
        Problem::ListLengths { key, thai, english } => {
            format!("\"{key}\" has {thai} items in Thai and {english} in English")
        }
        Problem::NotInTranslation(key) => format!("\"{key}\" is not a text to translate"),
        Problem::BadDate { written, .. } => format!("\"{written}\" is not a date"),
        Problem::NoSuchDay(written) => format!("there is no day \"{written}\""),
        Problem::DateWithTime(written) => format!("\"{written}\" is more than a date"),
        Problem::FarYear { written, .. } => format!("the year of \"{written}\" is out of reach"),
        Problem::BadYear(written) => format!("\"{written}\" is not a year"),
        Problem::OutOfRange {
            key,
            written,
            min,
            max,
        } => match max {
            Some(max) => format!("\"{key}\" is {written}, but must lie between {min} and {max}"),
            None => format!(
                "\"{key}\" is {written}, but must be a whole number from {min} to 4294967295"
            ),
        },
        Problem::BadPhone(written) => format!("\"{written}\" is not a telephone number"),
        Problem::BadEmail(written) => format!("\"{written}\" is not an email address"),
        Problem::BadUrl(written) => format!("\"{written}\" is not a web address"),
        Problem::BadBaseUrl(written) => format!("a site cannot be at \"{written}\""),
        Problem::BadPostalCode(written) => format!("\"{written}\" is not a postal code"),
        Problem::BadPoint(written) => format!("\"{written}\" is not a position"),
        Problem::TwoPoints(half) => format!("the position is given twice: as point and as {half}"),
        Problem::PointInHalf(written) => format!("\"{written}\" is a whole position, not one number"),
        Problem::HalfAPoint(key) => format!("half of the position is missing: \"{key}\""),
        Problem::GroupsReversed => "group_min is larger than group_max".to_owned(),
        Problem::DaysReversed => "the activity ends before it begins".to_owned(),
        Problem::RepeatedYear(year) => format!("the year {year} is given twice"),
        Problem::RepeatedTopic(id) => format!("the topic \"{id}\" is given twice"),
        Problem::UnknownLanguage(tag) => format!("the language \"{tag}\" is not supported"),
        Problem::RepeatedLanguage(tag) => format!("the language \"{tag}\" is given twice"),
        Problem::BadMenuAddress(written) => format!("a menu cannot lead to \"{written}\""),
        Problem::NationalId => "this looks like a national ID number".to_owned(),
        Problem::BadSlug { written, .. } => format!("\"{written}\" cannot be part of an address"),
        Problem::ReservedName(name) => {
            format!("the site or Windows needs the name \"{name}\" itself")
        }
        Problem::EntryWithoutCenter(folder) => format!("the folder {folder} has no center.toml"),
        Problem::TranslationWithoutOriginal(original) => {
            format!("this is a translation, but there is no {original}")
        }
        Problem::StrayFile(_) => "no part of the site uses this file".to_owned(),
        Problem::BadCsv(words) => format!("this is not CSV: {words}"),
        Problem::OtherSeparator(it) => {
            format!("its columns are separated by {}, not by commas", separator(*it))
        }
        Problem::MissingColumn(column) => format!("the column {column} is missing"),
        Problem::UnknownColumn { written, .. } => {
            format!("the register has no column \"{written}\"")
        }
        Problem::RowLength { fields, columns } => {
            format!("this row has {fields} fields, the header {columns} columns")
        }
        Problem::EmptyField(column) => format!("{column} is empty"),
        Problem::BadField { column, written } => format!("{column} cannot be \"{written}\""),
        Problem::RepeatedCode(code) => format!("the code {code} is given twice"),
        Problem::CodeOutside { code, area } => {
            format!("the code {code} does not begin with {area}")
        }
        Problem::AreaNamedTwice { code, first, other } => {
            format!("{code} is called \"{first}\" and \"{other}\"")
        }
        Problem::BadGeoJson(words) => format!("this is not GeoJSON: {words}"),
        Problem::UnknownAreaCode(code) => format!("the register has no area {code}"),
        Problem::BadOutline(code) => format!(
            "the outline of {code} is not a Polygon or MultiPolygon of longitudes and latitudes"
        ),
        Problem::UnknownTheme { written, .. } => format!("there is no theme \"{written}\""),
        Problem::BrokenTemplate {
            message,
            built_in: Some(at),
        } => format!("template {at}: {message}"),
        Problem::BrokenTemplate { message, .. } => format!("the template is wrong: {message}"),
        Problem::BrokenMeasures(it) => format!("the measures of the theme's paper cannot be read: {it}"),
        Problem::BrokenWords(it) => format!("the words of the theme cannot be read: {it}"),
        Problem::WordsNotText(key) => format!("\"{key}\" must be a text"),
        Problem::SameAddress(it) => format!("two sources have the address \"{it}\""),
        Problem::NoSuchAddress(it) => format!("the site has no address \"{it}\""),
        Problem::OwnMistake => "sala itself made a mistake while it read the content".to_owned(),
        Problem::BadLink(it) => format!("\"{it}\" is not an address that a page can link to"),
        Problem::BrokenLink { written, .. } => format!("the link \"{written}\" leads nowhere"),
        Problem::BrokenFragment { written, .. } => format!("the page has no part \"#{written}\""),
        Problem::LinkToPlanned(it) => format!("\"{it}\" is still planned and has no page"),
        Problem::Sheet(it) => sheet::en::message(it),
    }
}

/// The nearest right thing, for beside the place.
#[must_use]
pub fn label(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8
        | Problem::NoSiteFolder(_)
        | Problem::NoSiteToml
        | Problem::CannotRead(_)
        | Problem::NotAFile
        | Problem::PathNotUtf8
        | Problem::LinkLeavesSite
        | Problem::LinkLoop
        | Problem::LinkBroken
        | Problem::TextTooLarge { .. }
        | Problem::PhotoTooLarge { .. }
        | Problem::PhotoTooManyPixels { .. }
        | Problem::PhotoUnreadable(_)
        | Problem::PhotoCutShort
        | Problem::CannotWrite { .. }
        | Problem::OutputRefused(_)
        | Problem::OutputTaken { .. }
        | Problem::OutputLink(_)
        | Problem::NameTooLong(_)
        | Problem::FileAndFolder { .. }
        | Problem::CaseClash { .. }
        | Problem::CannotListen { .. }
        | Problem::CannotWatch(_)
        | Problem::AlreadyThere(_)
        | Problem::SettingsNotAdded(_)
        | Problem::NotASlug { .. }
        | Problem::NoSuchEpoch(_)
        | Problem::CenterIsPlanned(_)
        | Problem::NoCenter(_) => None,
        // What `check` finds.
        Problem::UnknownProvince { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::UnknownDistrict { nearest, .. } => {
            nearest.as_ref().map(|(name, _)| did_you_mean(name))
        }
        Problem::UnknownSubdistrict { nearest, .. } => {
            nearest.as_ref().map(|(name, _)| did_you_mean(name))
        }
        Problem::SubdistrictElsewhere { elsewhere, .. } => {
            Some(format!("it is in {}", elsewhere.join(", ")))
        }
        Problem::UnknownTopic { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::FileMissing { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::UnknownPractice { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::NoRegister
        | Problem::DistrictElsewhere { .. }
        | Problem::AmbiguousArea { .. }
        | Problem::PostalCodeDiffers { .. }
        | Problem::PointOutside { .. }
        | Problem::ConsentEnded(_)
        | Problem::ConsentEnds { .. }
        | Problem::NotDecided(_)
        | Problem::FutureDay(_)
        | Problem::DistantDay
        | Problem::BeforeProgramme(_)
        | Problem::VerifiedWithoutSource
        | Problem::ReplicatedWithoutCopy
        | Problem::CostNotFree
        | Problem::Unreachable
        | Problem::SeatWithoutName
        | Problem::SteeringAtSubdistrict
        | Problem::CountDiffers { .. }
        | Problem::NotRelative(_)
        | Problem::PathOutside(_)
        | Problem::NotAPhoto(_)
        | Problem::NotADocument(_)
        | Problem::MissingAlt(_)
        | Problem::WithheldPhoto(_)
        | Problem::WithheldCopy { .. }
        | Problem::ImageElsewhere(_)
        | Problem::BadAlias(_)
        | Problem::AddressTaken(_)
        | Problem::AdaptedFromItself
        | Problem::AdaptedInACircle(_)
        | Problem::PointsToDraft(_)
        | Problem::PointsToExample(_)
        | Problem::EntryOfPlanned(_)
        | Problem::RepeatedOffice(_)
        | Problem::HeadingLevelOne(_)
        | Problem::MarkLeft(_)
        | Problem::NoteMissing(_)
        | Problem::NoteUnused(_)
        | Problem::DefinitionUnused(_)
        | Problem::LinkLeft(_)
        | Problem::LineMakesHeading(_)
        | Problem::NumberChanged { .. }
        | Problem::CellsLost { .. }
        | Problem::TableLeft
        | Problem::CodeUnclosed
        | Problem::AddressCut(_)
        | Problem::UnreadableLetter(_)
        | Problem::TornWord(_)
        | Problem::InvisibleLetter(_)
        | Problem::StrayBackslash
        | Problem::HtmlRemoved(_) => None,
        Problem::BackslashInPath(right) => Some(format!("write \"{right}\"")),
        // What parse finds.
        Problem::UnknownKey { nearest, .. }
        | Problem::UnknownWord { nearest, .. }
        | Problem::UnknownColumn { nearest, .. } => {
            nearest.as_ref().map(|it| format!("did you mean \"{it}\"?"))
        }
        Problem::BadSlug { proposed, .. } => proposed
            .as_ref()
            .map(|it| format!("did you mean \"{it}\"?")),
        Problem::DateNeedsQuotes(written) => Some(format!("write \"{written}\"")),
        Problem::UnquotedText(right)
        | Problem::CurlyQuotes(right)
        | Problem::QuotesInText(right)
        | Problem::NoEqualsSign(right)
        | Problem::TrailingComma(right)
        | Problem::BadDate { right, .. } => right.as_ref().map(|it| format!("write {it}")),
        Problem::BadFlag { right, .. } => right.map(|it| format!("write {it}")),
        Problem::BadNumber { right, .. } => Some(format!("write {right}")),
        Problem::ForeignKey { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::FarYear { likely, .. } => likely.as_deref().map(did_you_mean),
        Problem::StrayFile(place) => place.as_ref().map(|it| format!("did you mean \"{it}\"?")),
        Problem::UnknownTheme { nearest, .. } => nearest.as_ref().map(did_you_mean),
        Problem::NotInRegister { nearest, .. } => {
            nearest.as_ref().map(|it| format!("did you mean \"{it}\"?"))
        }
        Problem::BrokenLink { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::BrokenFragment { nearest, .. } => {
            nearest.as_deref().map(|it| did_you_mean(format!("#{it}")))
        }
        Problem::Sheet(it) => sheet::en::label(it),
        _ => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::Sheet(it) => Some(sheet::en::help(it)),
        Problem::NotUtf8 => Some("save it as UTF-8 in your editor".to_owned()),
        Problem::NoSiteFolder(it) => Some(format!("name it with --root, or make one with: sala new site {it}")),
        Problem::NoSiteToml => Some("run it in the folder of the site, name that with --root, or make one with: sala new site".to_owned()),
        Problem::CannotRead(_) => Some("check that it exists and can be read".to_owned()),
        Problem::NotAFile => Some("move it out of the site folder".to_owned()),
        Problem::PathNotUtf8 => Some("rename it: lower-case letters, digits and hyphens are safe everywhere".to_owned()),
        Problem::LinkLeavesSite => Some("put a copy of the file in its place".to_owned()),
        Problem::LinkLoop => Some("remove the link".to_owned()),
        Problem::LinkBroken => Some("remove the link, or put the file in its place".to_owned()),
        Problem::TextTooLarge { .. } => Some("split it, or move out what is not text".to_owned()),
        Problem::PhotoTooLarge { .. } => Some("make it smaller first".to_owned()),
        Problem::PhotoTooManyPixels { .. } => Some("make it smaller: 100 million pixels at most".to_owned()),
        Problem::PhotoCutShort => Some("copy or download the original again".to_owned()),
        Problem::PhotoUnreadable(_) => Some("open it in a picture editor and save it again as JPEG or PNG".to_owned()),
        Problem::CannotWrite { .. } => Some("check the free space and the permissions, then run it again; the files that were there are unharmed".to_owned()),
        Problem::OutputRefused(_) => Some("choose another one with --output, such as public".to_owned()),
        Problem::OutputTaken { .. } => Some("move it away, or choose an empty folder with --output".to_owned()),
        Problem::OutputLink(_) => Some("remove the link".to_owned()),
        Problem::NameTooLong(_) => Some("choose a shorter name".to_owned()),
        Problem::FileAndFolder { .. } => Some("rename one of the two".to_owned()),
        Problem::CaseClash { .. } => Some("rename one of them: to Windows and macOS they are one file".to_owned()),
        Problem::CannotListen { .. } => Some("choose another port with --port".to_owned()),
        Problem::CannotWatch(_) => Some("the preview looks at the files every second instead".to_owned()),
        Problem::AlreadyThere(_) => Some("edit that one, or choose another name".to_owned()),
        Problem::SettingsNotAdded(missing) => {
            Some(format!("correct it and run this again, or add by hand: {}", missing.replace('\n', " ")))
        }
        Problem::NotASlug { proposed, .. } => Some(if proposed.is_empty() {
            "use an English word, or a Thai one in Latin letters: weaving-day".to_owned()
        } else {
            format!("try {proposed}")
        }),
        Problem::NoSuchEpoch(_) => {
            Some("unset it, or give the day with --today".to_owned())
        }
        Problem::CenterIsPlanned(_) => {
            Some("write status = \"open\" in this file first".to_owned())
        }
        Problem::NotInRegister { .. } => Some(
            "use the English names of the register in lower case with hyphens: khueang-nai/hua-don"
                .to_owned(),
        ),
        Problem::NoCenter(it) => Some(format!("make it first: sala new center {it}")),
        // What `check` finds.
        Problem::NoRegister => Some("put the register of districts and subdistricts at content/areas.csv".to_owned()),
        Problem::UnknownProvince { .. } => Some("names come from content/areas.csv, else from `province` in content/site.toml".to_owned()),
        Problem::UnknownDistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::UnknownSubdistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::SubdistrictElsewhere { .. } => Some("correct the district or the subdistrict".to_owned()),
        Problem::DistrictElsewhere { .. } => Some("correct the province, or leave it out".to_owned()),
        Problem::AmbiguousArea { codes, .. } => Some(format!("write the code: {}", list_codes(codes))),
        Problem::PostalCodeDiffers { .. } => Some("correct it, or leave it out: it is then taken from content/areas.csv".to_owned()),
        Problem::PointOutside { .. } => Some("check that latitude and longitude are of the centre, and not exchanged".to_owned()),
        Problem::UnknownTopic { .. } => Some("topics are declared as [[topics]] in content/site.toml".to_owned()),
        Problem::ConsentEnded(_) => Some("ask again and write the new date into `consent_until`, or take the person out".to_owned()),
        Problem::ConsentEnds { build_on, .. } => Some(format!("renew it, or build and publish the site again on {}: only then does the person disappear from it", day(*build_on))),
        Problem::NotDecided(it) => Some(match it {
            OpenPoint::Address(_) => "write the address at which the site will stand: QR codes and shared links carry it".to_owned(),
            OpenPoint::Contact => "add phone, email or line to [organization]".to_owned(),
            OpenPoint::License => "once the office has decided, write for example license = \"CC BY 4.0\"".to_owned(),
            OpenPoint::Official => "once it has, write official = true in [organization]".to_owned(),
            OpenPoint::Controller => "name the office as controller in [organization]".to_owned(),
            OpenPoint::ControllerContact(key) => format!("add {key} to [organization]"),
            OpenPoint::Examples(_) => "once there are real entries, write examples = false".to_owned(),
        }),
        Problem::FutureDay(_) => Some("check day, month and year".to_owned()),
        Problem::DistantDay => Some("check the year".to_owned()),
        Problem::BeforeProgramme(_) => Some("check the year; where the place is older, write the day on which it became a volunteer leader centre".to_owned()),
        Problem::VerifiedWithoutSource => Some("say in `source` who checked it and when, or write evidence = \"measured\"".to_owned()),
        Problem::ReplicatedWithoutCopy => Some("write `adapted_from` in the practice that was copied from it, or evidence = \"measured\" here".to_owned()),
        Problem::CostNotFree => Some("write that sum in `cost_baht`".to_owned()),
        Problem::Unreachable => Some("add phone, email or line".to_owned()),
        Problem::SeatWithoutName => Some("write `name`, or `position` where the seat belongs to an office".to_owned()),
        Problem::SteeringAtSubdistrict => Some("list its people in [[committee.working]]".to_owned()),
        Problem::CountDiffers { .. } => Some("correct the count, or leave it out where all seats are listed".to_owned()),
        Problem::NotRelative(_) => Some("put the file beside the entry and write its name, such as photo.jpg".to_owned()),
        Problem::PathOutside(_) => Some("put the file beside the entry".to_owned()),
        Problem::FileMissing { written, nearest, there } => Some(missing_file(written, nearest.as_deref(), there)),
        Problem::NotAPhoto(it) => Some(other_photo(it)),
        Problem::NotADocument(_) => Some("use pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt or zip".to_owned()),
        Problem::MissingAlt(_) => Some("say in a few words what it shows: `alt`, `cover_alt` or `photo_alt`, in Markdown between the square brackets".to_owned()),
        Problem::WithheldPhoto(_) => Some("choose another photo, or write `consent = true` in its [[photos]] once they agree".to_owned()),
        Problem::WithheldCopy { .. } => Some("take this file out; if they agreed, write consent = true in the [[photos]] of every entry that has it".to_owned()),
        Problem::ImageElsewhere(_) => Some("nothing is loaded from other websites: save the picture beside the entry and write its name".to_owned()),
        Problem::BadAlias(_) => Some("write it from the root of the site, such as /centers/old-name/".to_owned()),
        Problem::AddressTaken(_) => Some("rename one of them, or take the alias out".to_owned()),
        Problem::UnknownPractice { .. } => Some("write it as <centre>/best-practices/<name>, such as khueang-nai/hua-don/best-practices/indigo".to_owned()),
        Problem::AdaptedFromItself => Some("name the practice that it was copied from, or take `adapted_from` out".to_owned()),
        Problem::AdaptedInACircle(_) => Some("take `adapted_from` out of the one that was first".to_owned()),
        Problem::PointsToDraft(_) => Some("publish it by taking `draft = true` out, or take this reference out".to_owned()),
        Problem::PointsToExample(_) => Some("take this reference out, or show examples (`examples = true` in content/site.toml, no --no-examples)".to_owned()),
        Problem::EntryOfPlanned(_) => Some("set `status = \"open\"` in its center.toml".to_owned()),
        Problem::RepeatedOffice(_) => Some("keep one [[offices]] for each district".to_owned()),
        Problem::HeadingLevelOne(_) => Some("begin headings with ##: the title of the page is the only # and is shown as one".to_owned()),
        Problem::HtmlRemoved(it) => Some(if it == "img" { "write pictures as ![what it shows](photo.jpg)".to_owned() } else { "write it in Markdown: stories keep only simple, safe HTML".to_owned() }),
        Problem::MarkLeft(_) => Some("write **bold** with marks on both sides that touch the words; for a star write \\*".to_owned()),
        Problem::NoteMissing(it) => Some(format!("add a line [^{it}]: text at the end, or remove the mark")),
        Problem::NoteUnused(it) => Some(format!("write [^{it}] where it belongs, or remove the note")),
        Problem::DefinitionUnused(_) => Some("put \\ before the bracket to make it a text, or write the link as [text](address)".to_owned()),
        Problem::LinkLeft(_) => Some("write [text](address) or ![what it shows](photo.jpg); put a name with spaces between < and >".to_owned()),
        Problem::LineMakesHeading(_) => Some("write headings with ## before them; for a line alone, leave an empty line above it".to_owned()),
        Problem::NumberChanged { .. } => Some("number the items in order, or put \\ before the point (3\\.) to keep the number as it stands".to_owned()),
        Problem::CellsLost { .. } => Some("add columns to the first row; for a | in a text write \\|".to_owned()),
        Problem::TableLeft => Some("put a line |---|---| under the first row, with as many cells".to_owned()),
        Problem::CodeUnclosed => Some("remove the line, or write the same line below the code".to_owned()),
        Problem::AddressCut(_) => Some("if they belong to the address, put < and > around all of it; if not, leave a space".to_owned()),
        Problem::UnreadableLetter(_) => Some("type it again: it comes from a PDF, or from a font of a word processor".to_owned()),
        Problem::TornWord(_) => Some("type the word again: text copied from a PDF often loses such vowels".to_owned()),
        Problem::InvisibleLetter(_) => Some("delete it, or type the line again".to_owned()),
        Problem::StrayBackslash => Some("write / instead, or \\\\ for one \\".to_owned()),
        Problem::BackslashInPath(_) => Some("put the file beside the entry, and write its name with /".to_owned()),
        // What parse finds.
        Problem::TomlSyntax(_) => Some("a line is key = value; put texts in \"…\"".to_owned()),
        Problem::UnquotedText(_) => Some("put \" before and after it".to_owned()),
        Problem::CurlyQuotes(_) => Some("type \" in a plain text editor: word processors turn it into curly ones".to_owned()),
        Problem::QuotesInText(_) => Some("inside a text write \\\", or use “ ”".to_owned()),
        Problem::BadFlag { .. } => Some("write true or false, in small letters and without quotation marks".to_owned()),
        Problem::BadNumber { .. } => Some("write Arabic digits alone: no unit, commas, spaces or leading zeros".to_owned()),
        Problem::NoEqualsSign(_) => Some("a line is key = value; put texts in \"…\"".to_owned()),
        Problem::ForeignKey { .. } => Some("use the English keys of the file that sala new makes; in [extra] put the name in \"…\"".to_owned()),
        Problem::TrailingComma(_) => Some("remove it: commas go between the items of [ ] or { } only".to_owned()),
        Problem::NoComma => Some("put , between them: [\"…\", \"…\"]".to_owned()),
        Problem::UnclosedBracket(it) => Some(format!("put {it} at its end")),
        Problem::UnclosedText => Some("put \" at its end, and \\\" where the text itself contains one".to_owned()),
        Problem::NoValue => Some("write the value, or remove the line".to_owned()),
        Problem::RepeatedKey(_) => Some("keep one of the two".to_owned()),
        Problem::DateNeedsQuotes(_) => Some("put the date in quotation marks".to_owned()),
        Problem::NestedTooDeeply => Some("write fewer levels; no table of the directory has more than three".to_owned()),
        Problem::FrontMatterMissing => Some("begin the file with a line +++, then title = \"…\", then a line +++".to_owned()),
        Problem::FrontMatterUnclosed => Some("put a line with +++ alone between the facts and the text".to_owned()),
        Problem::FrontMatterUnwanted => Some("move the facts to center.toml".to_owned()),
        Problem::UnknownKey { key, belongs: Some(Belongs::AboveTables), .. } => Some(format!("move {key} up, above the first line that begins with [")),
        Problem::UnknownKey { key, belongs: Some(Belongs::Below(header)), .. } => Some(format!("move {key} below {header}; add that line where the file lacks it")),
        Problem::UnknownKey { known, .. } => Some(format!("the keys here are {}", known.join(", "))),
        Problem::MissingKey(key) => Some(format!("add {key}")),
        Problem::WrongType { expected, .. } => Some(format!("write it as {}", example(*expected))),
        Problem::UnknownWord { allowed, .. } => Some(format!("choose one of {}", allowed.join(", "))),
        Problem::BlankText(_) => Some("write the text, or remove the key where it may be left out".to_owned()),
        Problem::TemplateText(_) => Some("write what is true instead, or remove it; until it is done, draft = true keeps it unpublished".to_owned()),
        Problem::EnglishWithoutThai(_) => Some("write the Thai text first, then the English beside it".to_owned()),
        Problem::ListLengths { .. } => Some("translate each item, in the same order".to_owned()),
        Problem::NotInTranslation(_) => Some("keep it in the Thai file alone".to_owned()),
        Problem::BadDate { .. } => Some("write year-month-day, such as 2565-03-13".to_owned()),
        Problem::NoSuchDay(_) => Some("check the day and the month; years from 2400 are of the Buddhist Era".to_owned()),
        Problem::DateWithTime(_) => Some("leave out the time".to_owned()),
        Problem::FarYear { .. } => Some("years are 2443 to 2643 of the Buddhist Era or 1900 to 2100 of the Common Era; from 2400 on they are taken as Buddhist, so nothing has to be added".to_owned()),
        Problem::BadYear(_) => Some("write four digits, such as 2565".to_owned()),
        Problem::OutOfRange { .. } => Some("check the number".to_owned()),
        Problem::BadPhone(_) => Some("write it as 045-000000, 081-000-0000 or +66 45 000000; an extension as \"ต่อ 12\" or \"ext. 12\", a range as 045-000000-9".to_owned()),
        Problem::BadEmail(_) => Some("write it as name@example.go.th".to_owned()),
        Problem::BadUrl(_) => Some("begin it with https:// or http://".to_owned()),
        Problem::BadBaseUrl(_) => Some("write it as https://example.go.th/ or https://example.go.th/folder/, without ? and #".to_owned()),
        Problem::BadPostalCode(_) => Some("write five digits in quotation marks, such as \"34150\"".to_owned()),
        Problem::BadPoint(_) => Some("write latitude, then longitude: point = \"15.3329, 104.6688\"; open a short link and copy the two numbers".to_owned()),
        Problem::TwoPoints(half) => Some(format!("keep one of them: remove point, or {half}")),
        Problem::PointInHalf(written) => Some(format!("write both in one key: point = \"{written}\"")),
        Problem::HalfAPoint(key) => Some(format!("add {key}, or remove the other half")),
        Problem::GroupsReversed => Some("swap the two numbers".to_owned()),
        Problem::DaysReversed => Some("check date and end_date".to_owned()),
        Problem::RepeatedYear(_) => Some("put all figures of a year into one [[service]]".to_owned()),
        Problem::RepeatedTopic(_) | Problem::RepeatedLanguage(_) => Some("remove one of the two".to_owned()),
        Problem::UnknownLanguage(_) => Some("choose \"th\" or \"en\"".to_owned()),
        Problem::BadMenuAddress(_) => Some("write an address from the site's root, such as /best-practices/, or one that begins with https://".to_owned()),
        Problem::NationalId => Some("remove it: such a number must never be published".to_owned()),
        Problem::BadSlug { .. } => Some("rename it: small letters a to z, digits and hyphens; nothing else stays readable when an address is shared".to_owned()),
        Problem::ReservedName(_) => Some("rename the folder or file".to_owned()),
        Problem::EntryWithoutCenter(folder) => Some(format!("add {folder}/center.toml, or move the file to the centre's folder")),
        Problem::TranslationWithoutOriginal(original) => Some(format!("add the Thai text as {original}")),
        Problem::StrayFile(_) => Some("move or rename it, or remove it from content/".to_owned()),
        Problem::BadCsv(_) => Some("save the sheet as CSV, UTF-8".to_owned()),
        Problem::OtherSeparator(_) => Some("save the sheet again as CSV, UTF-8, separated by commas".to_owned()),
        Problem::MissingColumn(column) => Some(format!("add {column} to the first row")),
        Problem::UnknownColumn { .. } => Some("rename or remove the column".to_owned()),
        Problem::RowLength { .. } => Some("put a field that contains a comma in quotation marks".to_owned()),
        Problem::EmptyField(_) => Some("fill it in".to_owned()),
        Problem::BadField { column, .. } => Some(field(column).to_owned()),
        Problem::RepeatedCode(_) => Some("each code may appear once; check both rows".to_owned()),
        Problem::CodeOutside { .. } => Some("check the codes of the row".to_owned()),
        Problem::AreaNamedTwice { .. } => Some("write one name in all its rows".to_owned()),
        Problem::BadGeoJson(_) => Some("export the polygons again as GeoJSON".to_owned()),
        Problem::UnknownAreaCode(_) => Some("add the area to areas.csv, or remove its polygon".to_owned()),
        Problem::BadOutline(_) => Some("export the polygons again in WGS84".to_owned()),
        Problem::UnknownTheme { .. } => Some("make a folder themes/<name>/, or take `theme` out for the theme of the program".to_owned()),
        Problem::BrokenTemplate { built_in: Some(_), .. } => Some("look at the files under themes/ that this template uses".to_owned()),
        Problem::BrokenTemplate { .. } => Some("correct the template at this place; docs/reference/views.md lists what it can use".to_owned()),
        Problem::BrokenMeasures(_) => Some("copy themes/sala/paper.toml whole, and change its numbers".to_owned()),
        Problem::BrokenWords(_) => Some("write one word a line, such as home = \"Home\"".to_owned()),
        Problem::WordsNotText(_) => Some("put quotation marks around it".to_owned()),
        Problem::SameAddress(_) => Some("rename one of the two".to_owned()),
        Problem::NoSuchAddress(_) => None,
        Problem::OwnMistake => Some("undo the last change, and report it with the words above".to_owned()),
        Problem::BadLink(_) => Some("write an address that begins with https://, mailto: or tel:, a path to a file, or an address from the root of the site such as /centers/".to_owned()),
        Problem::BrokenLink { .. } => Some("write the path of the entry's file from this one, or its address from the root of the site".to_owned()),
        Problem::BrokenFragment { .. } => Some("a heading's part is its text in lower case, with hyphens for spaces".to_owned()),
        Problem::LinkToPlanned(_) => Some("set `status = \"open\"` in its center.toml, or link to its district".to_owned()),
    }
}

/// The question beside a misspelt word.
fn did_you_mean(it: impl std::fmt::Display) -> String {
    format!("did you mean \"{it}\"?")
}

/// Where names of areas come from, with the code of the nearest.
fn from_the_register(nearest: Option<&(String, String)>) -> String {
    let code = nearest.map_or(String::new(), |(_, code)| format!(" ({code})"));
    format!("names come from content/areas.csv; write the name or the code{code}")
}

/// A character by its number: `U+00A0`.
fn code_point(it: char) -> String {
    format!("U+{:04X}", it as u32)
}

/// What stands between columns.
fn separator(it: char) -> &'static str {
    match it {
        ';' => "semicolons",
        '\t' => "tabs",
        _ => "bars",
    }
}

fn list_codes(codes: &[(String, String)]) -> String {
    let codes: Vec<_> = codes
        .iter()
        .map(|(code, place)| format!("{code} ({place})"))
        .collect();
    codes.join(", ")
}

fn missing_file(written: &str, nearest: Option<&str>, there: &[String]) -> String {
    if nearest.is_some_and(|it| it.to_lowercase() == written.to_lowercase()) {
        "capital and small letters must match the name of the file".to_owned()
    } else if there.is_empty() {
        "put the file beside the entry, or correct the name".to_owned()
    } else {
        format!(
            "put the file beside the entry, or correct the name (what is there: {})",
            there.join(", ")
        )
    }
}

/// What to use instead of a photo that is none: telephones of Apple save HEIC.
fn other_photo(written: &str) -> String {
    let ending = written.rsplit_once('.').map_or("", |(_, it)| it);
    if ["heic", "heif"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it))
    {
        "save it as JPEG: iPhone: Settings › Camera › Formats › Most Compatible; Android: turn HEIF pictures off in the camera's settings; Windows: open it in Photos and save it as .jpg".to_owned()
    } else {
        "use jpg, jpeg, png, webp or gif".to_owned()
    }
}

/// `31 December 2026`
fn day(date: Date) -> String {
    let month = ENGLISH_MONTHS[date.month() as usize - 1];
    format!("{} {month} {}", date.day(), date.year())
}

/// What a key takes.
fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text in quotation marks",
        Expected::Texts => "a list of texts",
        Expected::Date => "a date",
        Expected::Year => "a year",
        Expected::Count => "a whole number, 0 or more",
        Expected::Integer => "a whole number",
        Expected::Number => "a number",
        Expected::Flag => "true or false",
        Expected::Phones => "a telephone number in quotation marks, or a list of them",
        Expected::NumberOrText => "a number, or a text in quotation marks",
        Expected::Table => "a table",
        Expected::Tables => "tables, one for each",
    }
}

/// How a value is written.
fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "\"…\"",
        Expected::Texts => "[\"…\", \"…\"]",
        Expected::Date => "year-month-day, such as 2565-03-13",
        Expected::Year => "four digits, such as 2565",
        Expected::Count => "digits alone, such as 12",
        Expected::Integer => "digits alone, such as 10",
        Expected::Number => "digits alone, such as 4.5",
        Expected::Flag => "true or false, without quotation marks",
        Expected::Phones => "\"045-000000\"",
        Expected::NumberOrText => "12 or \"…\"",
        Expected::Table => "[key] on a line of its own, its values below",
        Expected::Tables => "[[key]] on a line of its own, its values below, once for each",
    }
}

/// What a column of the register holds.
fn field(column: &str) -> &'static str {
    match column {
        "province_code" => "write two digits",
        "district_code" => "write four digits",
        "subdistrict_code" => "write six digits",
        "postal_code" => "write five digits",
        "lat" => "write degrees from -90 to 90",
        "lon" => "write degrees from -180 to 180",
        "target" => "write true or false",
        "letter_order" => "write a whole number from 1, the same in all rows of a district",
        _ => "check the field",
    }
}
