//! Drafts → the directory: what was written is compared with the register, the files and the rest of the site.
//!
//! In: drafts, each value right in itself. Out: a [`Directory`] in which everything is true, and everything found wrong on the way.
//! An entry with a mistake of its own is left out, and what refers to it is not blamed. Never: reads a file's bytes.

mod addresses;
mod areas;
mod entries;
mod files;
mod memory;
mod paper;
mod people;
mod practices;
mod stories;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use addresses::Addresses;
use areas::Register;
use entries::{Checked, Room, Surroundings, Topics, each_once};
use files::Known;
use memory::Remembered;
use practices::State;

pub use memory::Memory;
pub use paper::{ActivityPaper, CenterPaper, PaperRecords};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::{Component, Mission, Status};
use crate::model::directory::{CenterId, LeftOut, Link, PracticeId};
use crate::model::media::Place;
use crate::model::practice::Evidence;
use crate::model::site::{Office, Topic};
use crate::model::{Activity, BestPractice, Center, Date, Directory, Site, SitePath};
use crate::parse::draft::{CenterDraft, Drafts, EntryDraft, SiteDraft};
use crate::source::Sources;

/// What a person chose for the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day for which the site is made.
    pub today: Date,
    /// Whether drafts are part of it.
    pub with_drafts: bool,
    /// Whether examples are, where `site.toml` does not leave them out anyway.
    pub with_examples: bool,
}

/// The directory of what is written, and what is wrong with it. `None` where there are no settings to make a site with.
pub fn directory(
    drafts: Drafts,
    sources: &Sources,
    options: &Options,
    found: &mut Diagnostics,
) -> Option<(Directory, PaperRecords)> {
    directory_again(drafts, sources, options, None, found)
}

/// The same, but an entry that is in `memory`, with the same draft in the same surroundings, is not checked again.
pub fn directory_again(
    drafts: Drafts,
    sources: &Sources,
    options: &Options,
    mut memory: Option<&mut Memory>,
    found: &mut Diagnostics,
) -> Option<(Directory, PaperRecords)> {
    let options = *options;
    let shows_examples = options.with_examples
        && drafts
            .site
            .as_ref()
            .is_none_or(|it| it.record.facts.examples);
    let is_register_missed = found.has_errors_in("content/areas.csv");
    let with = Surroundings {
        options,
        register: Register::new(&drafts.areas),
        topics: drafts
            .site
            .as_ref()
            .map(|it| Topics::new(&it.record.topics)),
        files: Known::new(sources, &drafts, options.today),
    };
    if let Some(memory) = &mut memory {
        memory.keep_for(&with, &drafts.areas);
    }
    let mut paper = PaperRecords {
        withheld: with.files.withheld.clone(),
        ..PaperRecords::default()
    };
    let written: HashMap<String, WrittenCenter> = drafts
        .centers
        .iter()
        .map(|it| (it.path.clone(), WrittenCenter::of(it)))
        .collect();
    let site = drafts.site.map(|it| {
        site(
            it,
            shows_examples,
            &with.register,
            options,
            &mut paper,
            found,
        )
    });
    let mut gathering = Gathering {
        addresses: Addresses::default(),
        photos: BTreeMap::new(),
        documents: BTreeMap::new(),
        links: Vec::new(),
        left_out: BTreeMap::new(),
        paper,
        is_register_missed,
        found,
    };

    let mut drafts_of_centers = drafts.centers;
    drafts_of_centers.sort_by(|a, b| a.path.cmp(&b.path));
    let mut jobs = Vec::new();
    for draft in drafts_of_centers {
        if draft.record.facts.example && !shows_examples {
            gathering.leave_out(draft.file.clone(), LeftOut::Example);
        } else {
            jobs.push(Job::new(draft.file.clone(), draft, Belongs::default()));
        }
    }
    let remembered = memory.as_deref_mut().map(|it| &mut it.centers);
    let checked = each(jobs, remembered, |draft, _| {
        let check = |room: &mut Room, found: &mut _| room.center(draft, found);
        entries::check(&with, check, stories::texts_of_center)
    });
    let mut centers = Vec::new();
    let mut ids = HashMap::new();
    for (file, checked) in checked {
        if let Some(center) = gathering.take(file, checked) {
            ids.insert(center.path.clone(), CenterId(centers.len()));
            centers.push(center);
        }
    }

    let mut drafts_of_practices = drafts.practices;
    drafts_of_practices.sort_by(|a, b| (&a.center, &a.slug).cmp(&(&b.center, &b.slug)));
    let mut states = HashMap::new();
    let mut jobs = Vec::new();
    let mut of_jobs = Vec::new();
    for draft in drafts_of_practices {
        let key = format!("{}/best-practices/{}", draft.center, draft.slug);
        let center = written.get(&draft.center);
        let shown = part_of_site(
            draft.record.facts.draft,
            draft.record.facts.example,
            center,
            options,
            shows_examples,
        );
        match shown {
            Ok((center, is_example)) => {
                let belongs = Belongs {
                    is_example,
                    center: ids.get(&draft.center).copied(),
                };
                of_jobs.push((
                    key,
                    draft.record.adapted_from.clone(),
                    center.has_pages(&draft),
                ));
                jobs.push(Job::new(draft.file.clone(), draft, belongs));
            }
            Err(why) => {
                gathering.leave_out(draft.file.clone(), why);
                states.insert(key, State::LeftOut(why));
            }
        }
    }
    let remembered = memory.as_deref_mut().map(|it| &mut it.practices);
    let checked = each(jobs, remembered, |draft, belongs| {
        let check = |room: &mut Room, found: &mut _| room.practice(draft, belongs, found);
        entries::check(&with, check, |it| {
            stories::texts_of_story(&it.story).collect()
        })
    });
    let mut practices = Vec::new();
    let mut copied = Vec::new();
    for ((file, checked), (key, from, has_pages)) in checked.into_iter().zip(of_jobs) {
        let state = match gathering.take_of_center(file, checked, has_pages) {
            Some(practice) => {
                let id = PracticeId(practices.len());
                copied.extend(from.map(|it| (id, it)));
                practices.push(practice);
                State::Shown(id)
            }
            None => State::LeftOut(LeftOut::Faulty),
        };
        states.insert(key, state);
    }

    let mut drafts_of_activities = drafts.activities;
    drafts_of_activities.sort_by(|a, b| (&a.center, &a.slug).cmp(&(&b.center, &b.slug)));
    let mut jobs = Vec::new();
    let mut of_jobs = Vec::new();
    for draft in drafts_of_activities {
        let center = written.get(&draft.center);
        let shown = part_of_site(
            draft.record.facts.draft,
            draft.record.facts.example,
            center,
            options,
            shows_examples,
        );
        match shown {
            Ok((center, is_example)) => {
                let belongs = Belongs {
                    is_example,
                    center: ids.get(&draft.center).copied(),
                };
                of_jobs.push(center.has_pages(&draft));
                jobs.push(Job::new(draft.file.clone(), draft, belongs));
            }
            Err(why) => gathering.leave_out(draft.file.clone(), why),
        }
    }
    let remembered = memory.as_deref_mut().map(|it| &mut it.activities);
    let checked = each(jobs, remembered, |draft, belongs| {
        let check = |room: &mut Room, found: &mut _| room.activity(draft, belongs, found);
        entries::check(&with, check, |it| {
            stories::texts_of_story(&it.story).collect()
        })
    });
    let mut activities = Vec::new();
    for ((file, checked), has_pages) in checked.into_iter().zip(of_jobs) {
        activities.extend(gathering.take_of_center(file, checked, has_pages));
    }

    let mut drafts_of_pages = drafts.pages;
    drafts_of_pages.sort_by(|a, b| a.path.cmp(&b.path));
    let mut jobs = Vec::new();
    for draft in drafts_of_pages {
        let file = draft.file.clone();
        if draft.record.facts.draft && !options.with_drafts {
            gathering.leave_out(file, LeftOut::Draft);
        } else {
            jobs.push(Job::new(file, draft, Belongs::default()));
        }
    }
    let remembered = memory.as_deref_mut().map(|it| &mut it.pages);
    let checked = each(jobs, remembered, |draft, _| {
        let check = |room: &mut Room, found: &mut _| room.page(draft, found);
        entries::check(&with, check, |it| {
            stories::texts_of_story(&it.story).collect()
        })
    });
    let mut pages = Vec::new();
    for (file, checked) in checked {
        pages.extend(gathering.take(file, checked));
    }

    let Gathering {
        addresses,
        photos,
        documents,
        links,
        left_out,
        paper,
        found,
        ..
    } = gathering;
    practices::link(&mut practices, &centers, &copied, &states, found);
    complete(&mut centers, &practices, &activities);
    let mut directory = Directory {
        site: site?,
        areas: drafts.areas,
        centers,
        practices,
        activities,
        pages,
        photos,
        documents,
        links,
        left_out,
        today: options.today,
    };
    if let Some(memory) = memory {
        memory.finish(&directory);
    }
    let refused = addresses.finish(found);
    if !refused.is_empty() {
        drop_aliases(&mut directory, &refused);
    }
    Some((directory, paper))
}

/// What an entry is checked as, beside what it says itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Belongs {
    is_example: bool,
    /// `None` where its centre has mistakes, or it has none.
    center: Option<CenterId>,
}

/// A draft to be checked.
struct Job<D> {
    file: SitePath,
    draft: Arc<D>,
    belongs: Belongs,
}

impl<D> Job<D> {
    fn new(file: SitePath, draft: Arc<D>, belongs: Belongs) -> Self {
        Self {
            file,
            draft,
            belongs,
        }
    }
}

/// Checks drafts side by side, in their order. Those that are remembered are not checked again.
fn each<D: Clone + Send + Sync, T: Send + Sync>(
    jobs: Vec<Job<D>>,
    mut remembered: Option<&mut Remembered<D, T>>,
    check: impl Fn(D, Belongs) -> Checked<T> + Sync,
) -> Vec<(SitePath, Checked<T>)> {
    let checked: Vec<_> = jobs
        .into_par_iter()
        .map(|job| {
            let Some(remembered) = remembered.as_deref() else {
                return (
                    job.file,
                    None,
                    check(Arc::unwrap_or_clone(job.draft), job.belongs),
                );
            };
            if let Some(known) = remembered.find(&job.draft, job.belongs) {
                return (job.file, None, known.clone());
            }
            let checked = check(D::clone(&job.draft), job.belongs);
            (job.file, Some((job.draft, job.belongs)), checked)
        })
        .collect();
    checked
        .into_iter()
        .map(|(file, new, checked)| {
            if let (Some(remembered), Some((draft, belongs))) = (&mut remembered, new) {
                remembered.remember(draft, belongs, checked.clone());
            }
            (file, checked)
        })
        .collect()
}

/// What all entries take of the site together.
struct Gathering<'f> {
    addresses: Addresses,
    photos: BTreeMap<SitePath, Place>,
    documents: BTreeMap<SitePath, Place>,
    links: Vec<Arc<[Link]>>,
    left_out: BTreeMap<SitePath, LeftOut>,
    paper: PaperRecords,
    /// Whether somebody was told that there is no register: once is enough.
    is_register_missed: bool,
    found: &'f mut Diagnostics,
}

impl Gathering<'_> {
    fn leave_out(&mut self, file: SitePath, why: LeftOut) {
        self.left_out.insert(file, why);
    }

    /// The entry, with all that it takes, unless it has mistakes or its address is another's.
    fn take<T>(&mut self, file: SitePath, checked: Checked<T>) -> Option<Arc<T>> {
        let taken = &checked.taken;
        for diagnostic in taken.found.iter() {
            let is_missed = diagnostic.problem == Problem::NoRegister;
            if !(is_missed && self.is_register_missed) {
                self.found.push(diagnostic.clone());
            }
            self.is_register_missed |= is_missed;
        }
        for (photo, place) in &taken.photos {
            self.photos
                .entry(photo.clone())
                .or_insert_with(|| place.clone());
        }
        for (document, place) in &taken.documents {
            self.documents
                .entry(document.clone())
                .or_insert_with(|| place.clone());
        }
        if let Some(paper) = &taken.paper {
            self.paper.take(paper.clone());
        }
        let has_address = self.addresses.take(&taken.wanted, self.found);
        let entry = checked.entry.filter(|_| has_address);
        if entry.is_none() {
            self.leave_out(file, LeftOut::Faulty);
        } else if !taken.links.is_empty() {
            self.links.push(Arc::clone(&taken.links));
        }
        entry
    }

    /// The same of an entry below a centre, which must be one that can have some.
    fn take_of_center<T>(
        &mut self,
        file: SitePath,
        checked: Checked<T>,
        has_pages: Result<(), Diagnostic>,
    ) -> Option<Arc<T>> {
        match has_pages {
            Ok(()) => self.take(file, checked),
            Err(problem) => {
                self.found.push(problem);
                self.take(
                    file,
                    Checked {
                        entry: None,
                        ..checked
                    },
                )
            }
        }
    }
}

/// Takes away old addresses that are somebody else's.
fn drop_aliases(directory: &mut Directory, refused: &BTreeSet<(SitePath, String)>) {
    let keep = |file: &SitePath, aliases: &mut Vec<String>| {
        aliases.retain(|it| !refused.contains(&(file.clone(), it.clone())));
    };
    for it in directory.centers.iter_mut().map(Arc::make_mut) {
        keep(&it.file, &mut it.aliases);
    }
    for it in directory.practices.iter_mut().map(Arc::make_mut) {
        keep(&it.file, &mut it.aliases);
    }
    for it in directory.activities.iter_mut().map(Arc::make_mut) {
        keep(&it.file, &mut it.aliases);
    }
    for it in directory.pages.iter_mut().map(Arc::make_mut) {
        keep(&it.file, &mut it.aliases);
    }
}

/// What the entries below a centre must know of it, whether it has mistakes or not.
struct WrittenCenter {
    is_example: bool,
    is_planned: bool,
    place: Place,
}

impl WrittenCenter {
    fn of(draft: &CenterDraft) -> Self {
        Self {
            is_example: draft.record.facts.example,
            is_planned: draft.record.facts.status == Status::Planned,
            place: Place {
                file: draft.file.clone(),
                span: draft.name_span.clone(),
            },
        }
    }

    /// Whether an entry can stand below it: a planned centre has no pages yet.
    fn has_pages<R>(&self, entry: &EntryDraft<R>) -> Result<(), Diagnostic> {
        if !self.is_planned {
            return Ok(());
        }
        let problem = Problem::EntryOfPlanned(entry.center.clone());
        let diagnostic = Diagnostic::error(problem).at(&entry.file, entry.title_span.clone());
        Err(diagnostic.with_related(self.place.clone()))
    }
}

/// Whether an entry below a centre is part of the site: its centre, and whether it is an example; else why it is not.
fn part_of_site(
    is_draft: bool,
    is_example: bool,
    center: Option<&WrittenCenter>,
    options: Options,
    shows_examples: bool,
) -> Result<(&WrittenCenter, bool), LeftOut> {
    let center = center.ok_or(LeftOut::Faulty)?; // `parse` said that there is no centre
    let is_example = is_example || center.is_example;
    if is_example && !shows_examples {
        return Err(LeftOut::Example);
    }
    if is_draft && !options.with_drafts {
        return Err(LeftOut::Draft);
    }
    Ok((center, is_example))
}

/// The settings, with the offices by district.
fn site(
    draft: SiteDraft,
    shows_examples: bool,
    register: &Register,
    options: Options,
    paper: &mut PaperRecords,
    found: &mut Diagnostics,
) -> Site {
    let SiteDraft {
        file,
        record,
        languages,
    } = draft;
    let mut facts = record.facts;
    facts.examples = shows_examples;
    paper.inspection_region = record.inspection_region;
    let mut offices = BTreeMap::new();
    for office in record.offices {
        let coordinator = office.coordinator.as_ref();
        let published =
            coordinator.and_then(|it| people::person(&it.value, &it.span, options, &file, found));
        let Some(written) = office.district else {
            continue; // reported by `parse`
        };
        let Some(district) = register.district(&written, None, &file, found) else {
            continue;
        };
        let code = district.code.clone();
        if let Some(it) = office.coordinator {
            paper.offices.insert(code.clone(), it.value);
        }
        let office = Office {
            organization: office.organization,
            coordinator: published,
        };
        if offices.insert(code, office).is_some() {
            let problem = Problem::RepeatedOffice(district.name.th.clone());
            found.push(Diagnostic::error(problem).at(&file, written.span));
        }
    }
    let topics = record.topics.into_iter().map(|it| Topic {
        id: it.id.value,
        name: it.name,
        icon: it.icon,
    });
    Site {
        facts,
        languages,
        theme: record.theme.map(|it| it.value),
        organization: record.organization,
        offices,
        output: record.output,
        takes_worker_back: false, // whoever knows for which host the site is made says so
        topics: topics.collect(),
        deadlines: record.deadlines,
        menu: record.menu,
        extra: record.extra,
    }
}

/// Fills in what a centre has from the practices and activities below it. One that has it already, because it was remembered, is
/// left as it is.
fn complete(
    centers: &mut [Arc<Center>],
    practices: &[Arc<BestPractice>],
    activities: &[Arc<Activity>],
) {
    let courses = |it: &Arc<Center>| it.courses.iter().filter_map(|it| it.mission).collect();
    let mut missions: Vec<Vec<Mission>> = centers.iter().map(courses).collect();
    let mut has_best_knowledge = vec![false; centers.len()];
    let mut has_activities = vec![false; centers.len()];
    for practice in practices {
        missions[practice.center.0].extend(&practice.missions);
        has_best_knowledge[practice.center.0] |=
            practice.evidence.is_some_and(|it| it > Evidence::Told);
    }
    for activity in activities {
        has_activities[activity.center.0] = true;
    }
    for (number, (center, missions)) in centers.iter_mut().zip(missions).enumerate() {
        let missions = each_once(missions);
        let components = Component::ALL.iter().copied();
        let documented: Vec<_> = components
            .filter(|it| match it {
                Component::BestKnowledge => has_best_knowledge[number],
                Component::Participation => has_activities[number] && !center.partners.is_empty(),
                _ => documents(center, *it),
            })
            .collect();
        if center.missions != missions || center.documented != documented {
            let center = Arc::make_mut(center);
            center.missions = missions;
            center.documented = documented;
        }
    }
}

/// Whether the entry alone documents a component: it does where all is there that the guideline's table names for it.
fn documents(center: &Center, component: Component) -> bool {
    match component {
        Component::Committee => center.committee.as_ref().is_some_and(|it| {
            it.advisers.count > 0 || it.steering.count > 0 || it.working.count > 0
        }),
        Component::RulesAndPlan => center.rules.is_some() && center.plan.is_some(),
        Component::Leaders => center
            .leaders
            .as_ref()
            .is_some_and(|it| !it.by_kind().is_empty() || it.networks.is_some()),
        Component::Place => {
            center.location.place.is_some() && (center.cover.is_some() || !center.photos.is_empty())
        }
        Component::ResourcePersons => center
            .resource_persons
            .iter()
            .any(|it| it.station.is_some()),
        Component::Knowledge => !center.knowledge.is_empty(),
        Component::ProvenTrainers => center.resource_persons.iter().any(|it| it.has_proof),
        Component::Courses => !center.courses.is_empty(),
        Component::Service => !center.service.is_empty(),
        Component::LearningStations => !center.learning_stations.is_empty(),
        Component::Publicity => !center.links.all().is_empty() && !center.partners.is_empty(),
        Component::BestKnowledge | Component::Participation => false, // known by practices and activities
    }
}

#[cfg(test)]
mod tests;
