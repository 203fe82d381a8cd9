//! Problems in English.

use super::Problem;

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
    }
}
