//! Problems in English.

use super::Problem;
use crate::model::Date;

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
        Problem::LinkLeavesSite => "this symbolic link leads out of the site folder".to_owned(),
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
        Problem::PhotoUnreadable(it) => format!("this photo cannot be decoded: {it}"),
        Problem::PhotoNotKept(it) => {
            format!("the reduced photo cannot be written to the cache: {it}")
        }
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
        Problem::NotASlug { written, .. } => {
            format!("\"{written}\" cannot be an address: only a–z, 0–9 and hyphens")
        }
        Problem::NoCenter(it) => format!("there is no centre at \"{it}\""),
        // What `check` finds.
        Problem::NoRegister => {
            "there is no content/areas.csv, so no area can be looked up".to_owned()
        }
        Problem::UnknownProvince { written, .. } => format!("no province is called “{written}”"),
        Problem::UnknownDistrict { written, .. } => format!("no district is called “{written}”"),
        Problem::UnknownSubdistrict {
            written, district, ..
        } => format!("{district} district has no sub-district called “{written}”"),
        Problem::SubdistrictElsewhere {
            written, district, ..
        } => format!("sub-district “{written}” is not in {district} district"),
        Problem::DistrictElsewhere { district, province } => {
            format!("{district} district is in {province} province")
        }
        Problem::AmbiguousArea { written, .. } => format!("several areas are called “{written}”"),
        Problem::PostalCodeDiffers {
            written,
            registered,
        } => format!("the postal code is {written}, but the register has {registered}"),
        Problem::PointOutside { district, km } => {
            format!("these coordinates lie {km:.1} km outside {district} district")
        }
        Problem::UnknownTopic { written, .. } => format!("no topic has the id “{written}”"),
        Problem::ConsentEnded(it) => format!(
            "this consent ended on {}, so the person is not published",
            day(*it)
        ),
        Problem::ConsentEnds { on, .. } => format!("this consent ends on {}", day(*on)),
        Problem::SeatWithoutName => "this seat has neither a name nor a position".to_owned(),
        Problem::SteeringAtSubdistrict => {
            "a sub-district centre has no steering committee".to_owned()
        }
        Problem::CountDiffers { written, listed } => {
            format!("the count is {written}, but {listed} are listed")
        }
        Problem::NotRelative(it) => format!("“{it}” is no path beside this file"),
        Problem::PathOutside(it) => format!("“{it}” leaves the content folder"),
        Problem::FileMissing { written, .. } => format!("there is no file “{written}”"),
        Problem::NotAPhoto(it) => format!("“{it}” is not a photo that can be shown"),
        Problem::NotADocument(it) => format!("“{it}” is not a document that can be offered"),
        Problem::MissingAlt(it) => format!("the picture “{it}” has no alternative text"),
        Problem::WithheldPhoto(it) => {
            format!("the photo “{it}” is left out: people in it have not agreed to its publication")
        }
        Problem::ImageElsewhere(it) => format!("the image “{it}” is not a file beside this one"),
        Problem::BadAlias(it) => format!("“{it}” cannot be an old address of this site"),
        Problem::AddressTaken(it) => format!("another entry already has the address “{it}”"),
        Problem::UnknownPractice { written, .. } => {
            format!("there is no best practice “{written}”")
        }
        Problem::AdaptedFromItself => {
            "this practice says that it was adapted from itself".to_owned()
        }
        Problem::AdaptedInACircle(it) => format!(
            "these practices were adapted from each other in a circle: {}",
            it.join(" → ")
        ),
        Problem::PointsToDraft(it) => format!("“{it}” is a draft and has no page yet"),
        Problem::PointsToExample(it) => format!("“{it}” is an example, and examples are left out"),
        Problem::EntryOfPlanned(it) => {
            format!("its centre “{it}” is still planned and has no page")
        }
        Problem::RepeatedOffice(it) => format!("{it} district already has an office"),
        Problem::HeadingLevelOne(it) => format!("the heading “{it}” begins with a single #"),
        Problem::HtmlRemoved(it) => format!("the tag <{it}> is left out"),
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
        | Problem::PhotoNotKept(_)
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
        | Problem::NotASlug { .. }
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
        | Problem::SeatWithoutName
        | Problem::SteeringAtSubdistrict
        | Problem::CountDiffers { .. }
        | Problem::NotRelative(_)
        | Problem::PathOutside(_)
        | Problem::NotAPhoto(_)
        | Problem::NotADocument(_)
        | Problem::MissingAlt(_)
        | Problem::WithheldPhoto(_)
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
        | Problem::HtmlRemoved(_) => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => Some("save it as UTF-8 in your editor".to_owned()),
        Problem::NoSiteFolder(it) => Some(format!("name it with --root, or make one with: sala new site {it}")),
        Problem::NoSiteToml => Some("run it in the folder of the site, name that with --root, or make one with: sala new site".to_owned()),
        Problem::CannotRead(_) => Some("look whether it is still there and may be read".to_owned()),
        Problem::NotAFile => Some("move it out of the site folder".to_owned()),
        Problem::PathNotUtf8 => Some("rename it: lower-case letters, digits and hyphens are safe everywhere".to_owned()),
        Problem::LinkLeavesSite => Some("put a copy of the file in its place".to_owned()),
        Problem::LinkLoop => Some("remove the link".to_owned()),
        Problem::LinkBroken => Some("remove the link, or put the file in its place".to_owned()),
        Problem::TextTooLarge { .. } => Some("split it, or move out what is not text".to_owned()),
        Problem::PhotoTooLarge { .. } => Some("make it smaller first".to_owned()),
        Problem::PhotoTooManyPixels { .. } => Some("make it smaller: 100 million pixels at most".to_owned()),
        Problem::PhotoUnreadable(_) => Some("open it in a picture editor and save it again as JPEG or PNG".to_owned()),
        Problem::PhotoNotKept(_) => Some("look at the free space and the permissions of .sala-cache".to_owned()),
        Problem::CannotWrite { .. } => Some("look at the free space and the permissions and run it again; every file that is there is whole".to_owned()),
        Problem::OutputRefused(_) => Some("choose another one with --output, such as public".to_owned()),
        Problem::OutputTaken { .. } => Some("move it away, or choose an empty folder with --output".to_owned()),
        Problem::OutputLink(_) => Some("remove the link".to_owned()),
        Problem::NameTooLong(_) => Some("choose a shorter name".to_owned()),
        Problem::FileAndFolder { .. } => Some("rename one of the two".to_owned()),
        Problem::CaseClash { .. } => Some("rename one of them: to Windows and macOS they are one file".to_owned()),
        Problem::CannotListen { .. } => Some("choose another port with --port".to_owned()),
        Problem::CannotWatch(_) => Some("the preview looks at the files every second instead".to_owned()),
        Problem::AlreadyThere(_) => Some("edit that one, or choose another name".to_owned()),
        Problem::NotASlug { proposed, .. } => (!proposed.is_empty()).then(|| format!("try {proposed}")),
        Problem::NoCenter(it) => Some(format!("make it first: sala new center {it}")),
        // What `check` finds.
        Problem::NoRegister => Some("put the register of districts and sub-districts at content/areas.csv".to_owned()),
        Problem::UnknownProvince { .. } => Some("names come from content/areas.csv, else from `province` in content/site.toml".to_owned()),
        Problem::UnknownDistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::UnknownSubdistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::SubdistrictElsewhere { .. } => Some("correct the district or the sub-district".to_owned()),
        Problem::DistrictElsewhere { .. } => Some("correct the province, or leave it out".to_owned()),
        Problem::AmbiguousArea { codes, .. } => Some(format!("write the code: {}", list_codes(codes))),
        Problem::PostalCodeDiffers { .. } => Some("correct it, or leave it out: it then comes from content/areas.csv".to_owned()),
        Problem::PointOutside { .. } => Some("check that latitude and longitude are of the centre, and not exchanged".to_owned()),
        Problem::UnknownTopic { .. } => Some("topics are declared as [[topics]] in content/site.toml".to_owned()),
        Problem::ConsentEnded(_) => Some("ask again and write the new day into `consent_until`, or take the person out".to_owned()),
        Problem::ConsentEnds { build_on, .. } => Some(format!("renew it, or build and publish the site again on {}: only then is the person gone from it", day(*build_on))),
        Problem::SeatWithoutName => Some("write `name`, or `position` where the seat belongs to an office".to_owned()),
        Problem::SteeringAtSubdistrict => Some("list its people in [[committee.working]]".to_owned()),
        Problem::CountDiffers { .. } => Some("leave the count out: it is for bodies whose seats are not listed".to_owned()),
        Problem::NotRelative(_) => Some("put the file beside the entry and write its name, such as photo.jpg".to_owned()),
        Problem::PathOutside(_) => Some("put the file beside the entry".to_owned()),
        Problem::FileMissing { written, nearest } => Some(missing_file(written, nearest.as_deref())),
        Problem::NotAPhoto(_) => Some("use jpg, jpeg, png, webp or gif".to_owned()),
        Problem::NotADocument(_) => Some("use pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt or zip".to_owned()),
        Problem::MissingAlt(_) => Some("say in a few words what it shows: `alt`, `cover_alt` or `photo_alt`, in Markdown between the square brackets".to_owned()),
        Problem::WithheldPhoto(_) => Some("choose another photo, or write `consent = true` in its [[photos]] once they agree".to_owned()),
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
    }
}

/// The question beside a misspelt word.
fn did_you_mean(it: impl std::fmt::Display) -> String {
    format!("did you mean “{it}”?")
}

/// Where names of areas come from, with the code of the nearest.
fn from_the_register(nearest: Option<&(String, String)>) -> String {
    let code = nearest.map_or(String::new(), |(_, code)| format!(" ({code})"));
    format!("names come from content/areas.csv; write the name or the code{code}")
}

fn list_codes(codes: &[(String, String)]) -> String {
    let codes: Vec<_> = codes
        .iter()
        .map(|(code, place)| format!("{code} ({place})"))
        .collect();
    codes.join(", ")
}

fn missing_file(written: &str, nearest: Option<&str>) -> String {
    if nearest.is_some_and(|it| it.to_lowercase() == written.to_lowercase()) {
        "capital and small letters must be the same as in the name of the file".to_owned()
    } else {
        "put the file beside the entry, or correct the name".to_owned()
    }
}

/// `31 December 2026`
fn day(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS[date.month() as usize - 1];
    format!("{} {month} {}", date.day(), date.year())
}
