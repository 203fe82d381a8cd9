//! What a page shows, in which language, and which part of a list: every kind of page there is.
//!
//! In: numbers of entries. Out: values that name a page whatever its address is. Never: an address.

use crate::model::Lang;
use crate::model::center::Mission;
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId, TopicId};

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The home page.
    Home,
    /// All centres.
    Centers,
    /// A centre.
    Center(CenterId),
    /// The leaflet of a centre.
    Leaflet(CenterId),
    /// The poster of a centre.
    Poster(CenterId),
    /// The how-to of a practice, on paper.
    HowTo(PracticeId),
    /// The showcase.
    BestPractices,
    /// A best practice.
    BestPractice(PracticeId),
    /// All activities.
    Activities,
    /// An activity.
    Activity(ActivityId),
    /// All districts.
    Districts,
    /// A district: which of [`Districts`](super::districts::Districts).
    District(usize),
    /// All topics.
    Topics,
    /// A topic.
    Topic(TopicId),
    /// A learning area that an entry teaches.
    Mission(Mission),
    /// The roll of honour.
    Awards,
    /// The programme's targets.
    Progress,
    /// The open data.
    Data,
    /// The blank paper forms.
    Forms,
    /// What a search found.
    Search,
    /// Any other page.
    Page(PageId),
    /// What a host shows where there is nothing.
    NotFound,
    /// What stands in the place of an entry that has mistakes: which of [`mending`](crate::model::Directory::mending).
    Mending(usize),
    /// What a reader without a network sees where nothing is kept.
    Offline,
}

/// A page in a language; of a list one of its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalizedRoute {
    /// What it shows.
    pub route: Route,
    /// In which language.
    pub lang: Lang,
    /// Which page of the list, from 1.
    pub number: usize,
}

impl Route {
    /// The page whose preview stands for this one: its own, that of the record it is paper of, or the home page's.
    #[must_use]
    pub fn previewed(self) -> Self {
        match self {
            Self::Center(_) | Self::BestPractice(_) | Self::District(_) => self,
            Self::Leaflet(id) | Self::Poster(id) => Self::Center(id),
            Self::HowTo(id) => Self::BestPractice(id),
            _ => Self::Home,
        }
    }
}
