//! One entry: what was written is compared with the register, the topics and the files.
//!
//! In: a draft, and what all entries are compared with. Out: the entry, and what it takes of the site: addresses, photos,
//! documents. No entry knows another, so they are checked side by side, and what was found of one stays true as long as both the
//! draft and the context are the same.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::addresses::AddressClaims;
use super::context::CheckContext;
use super::entry_check::{Belongs, EntryCheck};
use super::files::EntryFiles;
use super::paper::EntryPaper;
use super::stories;
use crate::diagnostic::Diagnostics;
use crate::memo::{Identity, Query};
use crate::model::directory::Link;
use crate::model::{Activity, BestPractice, Center, Page};
use crate::parse::draft::{ActivityDraft, CenterDraft, PageDraft, PracticeDraft};
use crate::value::{Lang, Markdown, Place, SitePath};

/// An entry to be checked.
pub(super) struct Job<D> {
    pub(super) draft: Identity<D>,
    pub(super) belongs: Belongs,
    pub(super) context: Identity<CheckContext>,
}

impl<D> Clone for Job<D> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            belongs: self.belongs,
            context: self.context.clone(),
        }
    }
}

impl<D> PartialEq for Job<D> {
    fn eq(&self, other: &Self) -> bool {
        self.draft == other.draft && self.belongs == other.belongs && self.context == other.context
    }
}

impl<D> Eq for Job<D> {}

impl<D> Hash for Job<D> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.draft.hash(state);
    }
}

impl<D: Draft> Query for Job<D> {
    type Answer = Checked<D::Entry>;

    fn answer(self) -> Self::Answer {
        check(
            &self.context.0,
            Arc::unwrap_or_clone(self.draft.0),
            self.belongs,
        )
    }
}

/// What an entry is made from.
pub(super) trait Draft: Clone + Send + Sync + 'static {
    type Entry: Send + Sync + 'static;

    /// Compares what was written with all else: the entry, unless it has mistakes.
    fn checked(
        self,
        belongs: Belongs,
        check: &mut EntryCheck,
        found: &mut Diagnostics,
    ) -> Option<Self::Entry>;

    /// The texts of an entry that are in Markdown.
    fn texts(entry: &Self::Entry) -> Vec<(Lang, &Markdown)>;
}

impl Draft for CenterDraft {
    type Entry = Center;

    fn checked(
        self,
        _: Belongs,
        check: &mut EntryCheck,
        found: &mut Diagnostics,
    ) -> Option<Center> {
        check.center(self, found)
    }

    fn texts(entry: &Center) -> Vec<(Lang, &Markdown)> {
        stories::texts_of_center(entry)
    }
}

impl Draft for PracticeDraft {
    type Entry = BestPractice;

    fn checked(
        self,
        belongs: Belongs,
        check: &mut EntryCheck,
        found: &mut Diagnostics,
    ) -> Option<BestPractice> {
        check.practice(self, belongs, found)
    }

    fn texts(entry: &BestPractice) -> Vec<(Lang, &Markdown)> {
        stories::texts_of_story(&entry.story).collect()
    }
}

impl Draft for ActivityDraft {
    type Entry = Activity;

    fn checked(
        self,
        belongs: Belongs,
        check: &mut EntryCheck,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        check.activity(self, belongs, found)
    }

    fn texts(entry: &Activity) -> Vec<(Lang, &Markdown)> {
        stories::texts_of_story(&entry.story).collect()
    }
}

impl Draft for PageDraft {
    type Entry = Page;

    fn checked(self, _: Belongs, check: &mut EntryCheck, found: &mut Diagnostics) -> Option<Page> {
        check.page(self, found)
    }

    fn texts(entry: &Page) -> Vec<(Lang, &Markdown)> {
        stories::texts_of_story(&entry.story).collect()
    }
}

/// What became of an entry.
#[derive(Debug)]
pub(super) struct Checked<T> {
    /// `None` where it has mistakes of its own.
    pub(super) entry: Option<Arc<T>>,
    /// What else the site has to know of it.
    pub(super) claims: Arc<Claims>,
}

impl<T> Clone for Checked<T> {
    fn clone(&self) -> Self {
        Self {
            entry: self.entry.clone(),
            claims: Arc::clone(&self.claims),
        }
    }
}

/// What an entry claims of the site, whether it has mistakes or not.
#[derive(Debug)]
pub(super) struct Claims {
    pub(super) found: Diagnostics,
    pub(super) addresses: AddressClaims,
    pub(super) photos: Vec<(SitePath, Place)>,
    pub(super) documents: Vec<(SitePath, Place)>,
    pub(super) links: Arc<[Link]>,
    /// What it says for the office alone.
    pub(super) paper: Option<EntryPaper>,
}

/// Checks one entry: its facts, and where these are right its stories too.
fn check<D: Draft>(context: &CheckContext, draft: D, belongs: Belongs) -> Checked<D::Entry> {
    let mut found = Diagnostics::default();
    let mut check = EntryCheck {
        context,
        files: EntryFiles::new(&context.files),
        addresses: AddressClaims::default(),
        paper: None,
        has_page: true,
    };
    let entry = draft.checked(belongs, &mut check, &mut found);
    let entry = entry.filter(|_| !found.has_errors());
    let mut links = Vec::new();
    if let Some(entry) = &entry {
        for (lang, text) in D::texts(entry) {
            stories::check(text, lang, &mut check.files, &mut links, &mut found);
        }
    }
    let (photos, documents) = if check.has_page {
        (check.files.photos, check.files.documents)
    } else {
        Default::default()
    };
    Checked {
        entry: entry.map(Arc::new),
        claims: Arc::new(Claims {
            found,
            addresses: check.addresses,
            photos,
            documents,
            links: links.into(),
            paper: check.paper,
        }),
    }
}
