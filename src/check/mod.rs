//! Drafts → the directory: what was written is compared with the register, the files and the rest of the site.
//!
//! In: drafts, each value right in itself. Out: a [`Directory`] in which everything is true, and everything found wrong on the way.
//! An entry with a mistake of its own is left out, and what refers to it is not blamed. Never: reads a file's bytes.

mod addresses;
mod areas;
mod collected;
mod completeness;
mod context;
mod entries;
mod entry_check;
mod files;
pub mod launch;
mod options;
mod order;
mod paper;
mod people;
mod plausible;
mod practices;
mod set_aside;
mod stories;
mod topics;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use addresses::Addresses;
pub(crate) use areas::Register;
use collected::Collected;
use completeness::complete;
use context::{CheckContext, CheckContextQuery};
use entries::Job;
use entry_check::Belongs;
use files::SiteFiles;
use practices::State;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::{Identity, Memo};
use crate::model::center::Status;
use crate::model::directory::{CenterId, LeftOut, PracticeId};
use crate::model::media::Place;
use crate::model::site::{Office, Topic};
use crate::model::{Directory, Site, SitePath};
use crate::parse::draft::{CenterDraft, Drafts, EntryDraft, SiteDraft};
use crate::source::Sources;

pub use options::Options;
pub use paper::{ActivityPaper, CenterPaper, PaperRecords};

/// The directory of what is written, and what is wrong with it. `None` where there are no settings to make a site with.
pub fn directory(
    drafts: Drafts,
    sources: &Sources,
    options: &Options,
    memo: &Memo,
    found: &mut Diagnostics,
) -> Option<(Directory, PaperRecords)> {
    let options = *options;
    let shows_examples = options.with_examples
        && drafts
            .site
            .as_ref()
            .is_none_or(|it| it.record.facts.examples);
    let is_register_missed = found.has_errors_in("content/areas.csv");
    let topics = drafts.site.as_ref().map(|it| {
        let topics = it.record.topics.iter();
        topics.map(|it| (it.name.th.clone(), it.id.value.clone()))
    });
    let context = memo.get(CheckContextQuery {
        options,
        areas: Identity(Arc::clone(&drafts.areas)),
        topics: topics.map(Iterator::collect),
        files: SiteFiles::new(sources, &drafts, options.today),
    });
    let mut paper = PaperRecords {
        withheld: context.0.files.withheld.clone(),
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
            &context.0.register,
            options,
            &mut paper,
            found,
        )
    });
    let mut collected = Collected {
        addresses: Addresses::default(),
        photos: BTreeMap::new(),
        documents: BTreeMap::new(),
        links: Vec::new(),
        left_out: BTreeMap::new(),
        paper,
        is_register_missed,
        found,
    };
    for file in &sources.set_aside {
        collected.leave_out(file.clone(), LeftOut::Faulty);
    }

    let mut drafts_of_centers = drafts.centers;
    drafts_of_centers.sort_by(|a, b| a.path.cmp(&b.path));
    let (mut files, mut jobs) = (Vec::new(), Vec::new());
    for draft in drafts_of_centers {
        if draft.record.facts.example && !shows_examples {
            collected.leave_out(draft.file.clone(), LeftOut::Example);
        } else if !sources.set_aside.contains(&draft.file) {
            files.push(draft.file.clone());
            jobs.push(job(draft, Belongs::default(), &context));
        }
    }
    let mut centers = Vec::new();
    let mut ids = HashMap::new();
    for (file, checked) in files.into_iter().zip(memo.get_all(jobs)) {
        if let Some(center) = collected.take(file, checked) {
            ids.insert(center.path.clone(), CenterId(centers.len()));
            centers.push(center);
        }
    }

    let mut drafts_of_practices = drafts.practices;
    drafts_of_practices.sort_by(|a, b| (&a.center, &a.slug).cmp(&(&b.center, &b.slug)));
    let mut states: HashMap<String, State> = (sources.set_aside.iter())
        .filter_map(set_aside::address_of)
        .filter_map(|it| {
            Some(
                it.strip_prefix("centers/")?
                    .trim_end_matches('/')
                    .to_owned(),
            )
        })
        .map(|it| (it, State::LeftOut(LeftOut::Faulty)))
        .collect();
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
            Ok(_) if sources.set_aside.contains(&draft.file) => {}
            Ok((center, is_example)) => {
                let belongs = Belongs {
                    is_example,
                    center: ids.get(&draft.center).copied(),
                };
                of_jobs.push((
                    draft.file.clone(),
                    key,
                    draft.record.adapted_from.clone(),
                    draft.spans.of("evidence"),
                    center.has_pages(&draft),
                ));
                jobs.push(job(draft, belongs, &context));
            }
            Err(why) => {
                collected.leave_out(draft.file.clone(), why);
                states.insert(key, State::LeftOut(why));
            }
        }
    }
    let mut practices = Vec::new();
    let mut copied = Vec::new();
    let mut claims = Vec::new();
    let checked = of_jobs.into_iter().zip(memo.get_all(jobs));
    for ((file, key, from, claim, has_pages), checked) in checked {
        let state = match collected.take_of_center(file, checked, has_pages) {
            Some(practice) => {
                let id = PracticeId(practices.len());
                copied.extend(from.map(|it| (id, it)));
                practices.push(practice);
                claims.push(claim);
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
            Ok(_) if sources.set_aside.contains(&draft.file) => {}
            Ok((center, is_example)) => {
                let belongs = Belongs {
                    is_example,
                    center: ids.get(&draft.center).copied(),
                };
                of_jobs.push((draft.file.clone(), center.has_pages(&draft)));
                jobs.push(job(draft, belongs, &context));
            }
            Err(why) => collected.leave_out(draft.file.clone(), why),
        }
    }
    let mut activities = Vec::new();
    for ((file, has_pages), checked) in of_jobs.into_iter().zip(memo.get_all(jobs)) {
        activities.extend(collected.take_of_center(file, checked, has_pages));
    }

    let mut drafts_of_pages = drafts.pages;
    drafts_of_pages.sort_by(|a, b| a.path.cmp(&b.path));
    let (mut files, mut jobs) = (Vec::new(), Vec::new());
    for draft in drafts_of_pages {
        let file = draft.file.clone();
        if draft.record.facts.draft && !options.with_drafts {
            collected.leave_out(file, LeftOut::Draft);
        } else if !sources.set_aside.contains(&file) {
            files.push(file);
            jobs.push(job(draft, Belongs::default(), &context));
        }
    }
    let mut pages = Vec::new();
    for (file, checked) in files.into_iter().zip(memo.get_all(jobs)) {
        pages.extend(collected.take(file, checked));
    }

    let Collected {
        addresses,
        photos,
        documents,
        links,
        left_out,
        paper,
        found,
        ..
    } = collected;
    people::tell_once(sources, found);
    let practices = practices::link(practices, &centers, &copied, &states, memo, found);
    practices::tell_claims(&practices, &claims, found);
    let centers = complete(centers, &practices, &activities, memo);
    let is_set_aside = |why: &LeftOut| *why == LeftOut::Faulty && !sources.set_aside.is_empty();
    let mending = left_out.iter().filter(|(_, why)| is_set_aside(why));
    let mending = mending.filter_map(|(file, _)| set_aside::address_of(file));
    let mut directory = Directory {
        mending: mending.collect(),
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
    let refused = addresses.finish(found);
    if !refused.is_empty() {
        drop_aliases(&mut directory, &refused);
    }
    Some((directory, paper))
}

fn job<D>(draft: Arc<D>, belongs: Belongs, context: &Identity<CheckContext>) -> Job<D> {
    Job {
        draft: Identity(draft),
        belongs,
        context: context.clone(),
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
                span: draft.spans.of("name"),
            },
        }
    }

    /// Whether an entry can stand below it: a planned centre has no pages yet.
    fn has_pages<R>(&self, entry: &EntryDraft<R>) -> Result<(), Diagnostic> {
        if !self.is_planned {
            return Ok(());
        }
        let problem = Problem::EntryOfPlanned(entry.center.clone());
        let diagnostic = Diagnostic::error(problem).at(&entry.file, entry.spans.of("title"));
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
        organization: record.organization.office,
        is_official: record.organization.official,
        controller: record.organization.controller,
        offices,
        output: record.output,
        offers_forms: record.inspection_region.is_some(),
        takes_worker_back: false, // whoever knows for which host the site is made says so
        topics: topics.collect(),
        deadlines: record.deadlines,
        menu: record.menu,
        extra: record.extra,
    }
}

#[cfg(test)]
mod tests;
