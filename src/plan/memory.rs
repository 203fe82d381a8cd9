//! The plan of the run before: it is the same where entries differ in nothing but prose.
//!
//! In: everything that a plan is made of. Out: a plan, made anew unless all of that is the same. An entry that was touched is compared
//! whole but for the fields that no address, list or count can depend on, so that a new field is safe until it is named here.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages;
use super::site_plan::Plan;
use crate::diagnostic::Diagnostics;
use crate::media::photo;
use crate::model::{Activity, Areas, BestPractice, Center, Date, Directory, Page, Site, SitePath};
use crate::source::{File, Sources};
use crate::theme::Theme;

/// What a preview remembers from one run to the next.
#[derive(Debug, Default)]
pub struct Memory(Option<Known>);

/// What a plan was made of.
#[derive(Debug)]
struct Known {
    site: Site,
    areas: Arc<Areas>,
    centers: Vec<Arc<Center>>,
    practices: Vec<Arc<BestPractice>>,
    activities: Vec<Arc<Activity>>,
    pages: Vec<Arc<Page>>,
    photos: Vec<SitePath>,
    documents: Vec<SitePath>,
    today: Date,
    theme: Arc<Theme>,
    made: photo::Made,
    files: BTreeMap<SitePath, File>,
    plan: Arc<Plan>,
}

impl Memory {
    /// As [`pages`].
    pub fn pages(
        &mut self,
        directory: &Directory,
        theme: &Arc<Theme>,
        photos: &photo::Made,
        sources: &Sources,
        found: &mut Diagnostics,
    ) -> Arc<Plan> {
        if let Some(known) = &mut self.0
            && known.is_same(directory, theme, photos, sources)
        {
            known.take(directory);
            return Arc::clone(&known.plan);
        }
        let mut own = Diagnostics::default();
        let plan = Arc::new(pages(directory, theme, photos, sources, &mut own));
        // A document that is a text of the site is held by the plan as it was.
        let holds_texts = (directory.documents.keys()).any(|it| sources.texts.contains_key(it));
        self.0 = (own.is_empty() && !holds_texts).then(|| Known {
            site: directory.site.clone(),
            areas: Arc::clone(&directory.areas),
            centers: directory.centers.clone(),
            practices: directory.practices.clone(),
            activities: directory.activities.clone(),
            pages: directory.pages.clone(),
            photos: directory.photos.keys().cloned().collect(),
            documents: directory.documents.keys().cloned().collect(),
            today: directory.today,
            theme: Arc::clone(theme),
            made: photos.clone(),
            files: sources.files.clone(),
            plan: Arc::clone(&plan),
        });
        found.append(own);
        plan
    }
}

impl Memory {
    /// The plan as it became in the end.
    pub fn keep(&mut self, plan: &Arc<Plan>) {
        if let Some(known) = &mut self.0 {
            known.plan = Arc::clone(plan);
        }
    }
}

impl Known {
    fn is_same(
        &self,
        directory: &Directory,
        theme: &Arc<Theme>,
        photos: &photo::Made,
        sources: &Sources,
    ) -> bool {
        self.today == directory.today
            && Arc::ptr_eq(&self.theme, theme)
            && Arc::ptr_eq(&self.areas, &directory.areas)
            && all_same(&self.centers, &directory.centers, center_but_for_prose)
            && all_same(
                &self.practices,
                &directory.practices,
                practice_but_for_prose,
            )
            && all_same(
                &self.activities,
                &directory.activities,
                activity_but_for_prose,
            )
            && all_same(&self.pages, &directory.pages, page_but_for_prose)
            && self.photos.iter().eq(directory.photos.keys())
            && self.documents.iter().eq(directory.documents.keys())
            && self.site == directory.site
            && self.files == sources.files
            && self.made == *photos
    }

    /// Entries as they are now, so that the next run finds them at a glance.
    fn take(&mut self, directory: &Directory) {
        self.centers.clone_from(&directory.centers);
        self.practices.clone_from(&directory.practices);
        self.activities.clone_from(&directory.activities);
        self.pages.clone_from(&directory.pages);
    }
}

/// Whether two lists of entries are the same, but for the fields that `but_for_prose` copies from the one before.
fn all_same<T: Clone + PartialEq>(
    before: &[Arc<T>],
    now: &[Arc<T>],
    but_for_prose: impl Fn(&mut T, &T),
) -> bool {
    before.len() == now.len()
        && before.iter().zip(now).all(|(before, now)| {
            Arc::ptr_eq(before, now) || {
                let mut now = T::clone(now);
                but_for_prose(&mut now, before);
                now == **before
            }
        })
}

fn center_but_for_prose(now: &mut Center, before: &Center) {
    now.summary.clone_from(&before.summary);
    now.highlights.clone_from(&before.highlights);
    now.story.clone_from(&before.story);
}

/// Its title is in the name of a file for filtering, so that browsers fetch it anew; of a preview they keep none.
fn practice_but_for_prose(now: &mut BestPractice, before: &BestPractice) {
    now.title.clone_from(&before.title);
    now.summary.clone_from(&before.summary);
    now.limits.clone_from(&before.limits);
    now.needs.clone_from(&before.needs);
    now.results.clone_from(&before.results);
    // With its first step it has a sheet to be printed.
    if now.steps.is_empty() == before.steps.is_empty() {
        now.steps.clone_from(&before.steps);
    }
    now.story.clone_from(&before.story);
}

fn activity_but_for_prose(now: &mut Activity, before: &Activity) {
    now.title.clone_from(&before.title);
    now.summary.clone_from(&before.summary);
    now.results.clone_from(&before.results);
    now.story.clone_from(&before.story);
}

fn page_but_for_prose(now: &mut Page, before: &Page) {
    now.story.clone_from(&before.story);
}
