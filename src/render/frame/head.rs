//! What stands in the head of every page.

use crate::locale::excerpt::excerpt;
use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::model::media::Photo;
use crate::model::{Lang, Text};
use crate::plan::{FeedOf, Route};
use crate::render::context::PageContext;
use crate::render::view::LocalizedText;

/// How long a description may be: what search engines and LINE show of it.
const DESCRIPTION: usize = 160;

/// What a page says of itself; the rest follows from its address.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a page")]
pub(in crate::render) struct Head {
    pub kind: &'static str,
    pub heading: LocalizedText,
    pub description: String,
    /// From home to the parent, home left out.
    pub breadcrumbs: Vec<(LocalizedText, Route)>,
    /// The list that it belongs to: an item of the menu.
    pub section: Option<Route>,
    /// `หน้า 2 จาก 9`
    pub page_of: Option<String>,
    pub cover: Option<Photo>,
    pub thing: Option<Thing>,
    pub feed: Option<(LocalizedText, FeedOf)>,
    /// Records can be shared and corrected.
    pub is_record: bool,
    pub is_example: bool,
    pub is_draft: bool,
    pub is_untranslated: bool,
    /// Made for paper: found and shared through the page that it leads to.
    pub is_print: bool,
}

impl Head {
    pub(in crate::render) fn new(
        kind: &'static str,
        heading: LocalizedText,
        description: &str,
    ) -> Self {
        Self {
            kind,
            heading,
            description: excerpt(description, DESCRIPTION),
            breadcrumbs: Vec::new(),
            section: None,
            page_of: None,
            cover: None,
            thing: None,
            feed: None,
            is_record: false,
            is_example: false,
            is_draft: false,
            is_untranslated: false,
            is_print: false,
        }
    }

    /// The head of a list that is its own item of the menu.
    pub(in crate::render) fn of_list(
        context: &PageContext,
        kind: &'static str,
        word: &str,
        description: &str,
        route: Route,
        page_of: Option<String>,
    ) -> Self {
        let mut head = Self::new(
            kind,
            context.own(context.word(word)),
            context.word(description),
        );
        head.section = Some(route);
        head.thing = Some(Thing::List);
        head.page_of = page_of;
        head
    }
}

/// Whether a text of the page is shown in Thai for want of a translation.
pub(in crate::render) fn is_untranslated(
    context: &PageContext,
    title: &Text,
    story: &crate::model::media::Story,
) -> bool {
    context.lang == Lang::En && (title.en.is_none() || (story.th.is_some() && story.en.is_none()))
}

/// What a page is about.
#[derive(Clone, Copy)]
pub(in crate::render) enum Thing {
    /// The site itself.
    Site,
    /// A centre.
    Center(CenterId),
    /// A best practice.
    Practice(PracticeId),
    /// An activity.
    Activity(ActivityId),
    /// A list.
    List,
    /// The open data.
    Data,
}
