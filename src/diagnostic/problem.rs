//! Everything that can be wrong, as facts without words: one closed enum.
//!
//! `th.rs` and `en.rs` match it exhaustively, so a problem without words in both languages does not compile.

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
        }
    }
}
