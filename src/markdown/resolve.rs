//! What a destination is written for, and where it leads: what the caller says of every link and image.
//!
//! In: nothing. Out: types. Never: an opinion on where something is.

/// What a destination is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// A link.
    Link,
    /// An image.
    Image,
}

/// Where a destination leads on the page that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The `href` of a link.
    Link(String),
    /// What an `<img>` needs, so that nothing moves when it arrives.
    Image {
        /// Its address.
        src: String,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The same in modern formats.
        sources: Vec<ImageSource>,
    },
    /// Nowhere: of a link its text stays, of an image nothing.
    Broken,
}

/// An image in a format that not every browser has: what a `<source>` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageSource {
    /// Its media type.
    pub media_type: &'static str,
    /// Its addresses with their widths.
    pub srcset: String,
    /// How wide it is shown.
    pub sizes: String,
}
