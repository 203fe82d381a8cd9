//! Numbers of things in the lists of a directory: small, and good for one directory alone.

/// Declares the number of a thing.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    };
}

id! {
    /// Which centre of the directory.
    CenterId
}
id! {
    /// Which best practice of the directory.
    PracticeId
}
id! {
    /// Which activity of the directory.
    ActivityId
}
id! {
    /// Which page of the directory.
    PageId
}
id! {
    /// Which of the site's topics.
    TopicId
}
