//! Drafts → the directory: what was written is compared with the register, the files and the rest of the site.
//!
//! In: drafts, each value right in itself. Out: a [`Directory`] in which everything is true, and everything found wrong on the way.
//! An entry with a mistake of its own is left out, and what refers to it is not blamed. Never: reads a file's bytes.

mod addresses;
mod areas;
mod files;
mod links;
mod people;
mod practices;
mod stories;

use std::collections::HashMap;
use std::ops::Range;

use addresses::Addresses;
use areas::Register;
use files::{Files, Form};
use practices::State;

pub use links::links;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::{
    Award, Chair, Component, Highlight, Knowledge, LearningStation, Mission, Status, TextOrDocument,
};
use crate::model::directory::{CenterId, LeftOut, PracticeId, TopicId};
use crate::model::media::Place;
use crate::model::practice::Evidence;
use crate::model::site::{Office, Topic};
use crate::model::{Activity, BestPractice, Center, Date, Directory, Page, Site, SitePath};
use crate::parse::draft::{
    ActivityDraft, At, CenterDraft, Drafts, FrontMatter, PageDraft, PracticeDraft, SiteDraft,
    TextOrPath,
};
use crate::parse::nearest;
use crate::source::Sources;

/// What a person chose for the run.
#[derive(Clone, Copy, Debug)]
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
) -> Option<Directory> {
    let options = *options;
    let shows_examples =
        options.with_examples && drafts.site.as_ref().is_none_or(|it| it.shows_examples);
    let files = Files::new(sources, &drafts);
    let written: HashMap<String, WrittenCenter> = drafts
        .centers
        .iter()
        .map(|it| (it.path.clone(), WrittenCenter::of(it)))
        .collect();
    let register = Register::new(&drafts.areas, found.has_errors_in("content/areas.csv"));
    let topics = drafts.site.as_ref().map(|it| topics_by_id(&it.topics));
    let site = drafts
        .site
        .map(|it| site(it, shows_examples, &register, options, found));
    let mut room = Room {
        options,
        register,
        topics,
        files,
        addresses: Addresses::default(),
        found,
    };

    let mut left_out = std::collections::BTreeMap::new();
    let mut centers = Vec::new();
    let mut ids = HashMap::new();
    let mut drafts_of_centers = drafts.centers;
    drafts_of_centers.sort_by(|a, b| a.path.cmp(&b.path));
    for draft in drafts_of_centers {
        let file = draft.file.clone();
        if draft.is_example && !shows_examples {
            left_out.insert(file, LeftOut::Example);
            continue;
        }
        if let Some(center) = room.own(|room, found| room.center(draft, found)) {
            ids.insert(center.path.clone(), CenterId(centers.len()));
            centers.push(center);
        } else {
            left_out.insert(file, LeftOut::Faulty);
        }
    }

    let mut practices = Vec::new();
    let mut states = HashMap::new();
    let mut copied = Vec::new();
    let mut drafts_of_practices = drafts.practices;
    drafts_of_practices.sort_by(|a, b| (&a.center, &a.slug).cmp(&(&b.center, &b.slug)));
    for draft in drafts_of_practices {
        let key = format!("{}/best-practices/{}", draft.center, draft.slug);
        let file = draft.front.file.clone();
        let from = draft.adapted_from.clone();
        let center = written.get(&draft.center);
        let id = ids.get(&draft.center).copied();
        let checked = part_of_site(
            &draft.front,
            draft.is_example,
            center,
            options,
            shows_examples,
        )
        .and_then(|(center, is_example)| {
            let checked = room.own(|room, found| {
                center.has_pages(&draft.center, &draft.front, found);
                room.practice(draft, is_example, id, found)
            });
            checked.ok_or(LeftOut::Faulty)
        });
        let state = match checked {
            Ok(practice) => {
                let id = PracticeId(practices.len());
                copied.extend(from.map(|it| (id, it)));
                practices.push(practice);
                State::Shown(id)
            }
            Err(why) => {
                left_out.insert(file, why);
                State::LeftOut(why)
            }
        };
        states.insert(key, state);
    }

    let mut activities = Vec::new();
    let mut drafts_of_activities = drafts.activities;
    drafts_of_activities.sort_by(|a, b| (&a.center, &a.slug).cmp(&(&b.center, &b.slug)));
    for draft in drafts_of_activities {
        let file = draft.front.file.clone();
        let center = written.get(&draft.center);
        let id = ids.get(&draft.center).copied();
        let checked = part_of_site(
            &draft.front,
            draft.is_example,
            center,
            options,
            shows_examples,
        )
        .and_then(|(center, is_example)| {
            let checked = room.own(|room, found| {
                center.has_pages(&draft.center, &draft.front, found);
                room.activity(draft, is_example, id, found)
            });
            checked.ok_or(LeftOut::Faulty)
        });
        match checked {
            Ok(activity) => activities.push(activity),
            Err(why) => {
                left_out.insert(file, why);
            }
        }
    }

    let mut pages = Vec::new();
    let mut drafts_of_pages = drafts.pages;
    drafts_of_pages.sort_by(|a, b| a.path.cmp(&b.path));
    for draft in drafts_of_pages {
        let file = draft.front.file.clone();
        if draft.front.is_draft && !options.with_drafts {
            left_out.insert(file, LeftOut::Draft);
            continue;
        }
        match room.own(|room, found| room.page(draft, found)) {
            Some(page) => pages.push(page),
            None => {
                left_out.insert(file, LeftOut::Faulty);
            }
        }
    }

    let Room {
        addresses,
        mut files,
        found,
        ..
    } = room;
    let refused = addresses.finish(found);
    if !refused.is_empty() {
        let keep = |file: &SitePath, aliases: &mut Vec<String>| {
            aliases.retain(|it| !refused.contains(&(file.clone(), it.clone())));
        };
        for it in &mut centers {
            keep(&it.file, &mut it.aliases);
        }
        for it in &mut practices {
            keep(&it.file, &mut it.aliases);
        }
        for it in &mut activities {
            keep(&it.file, &mut it.aliases);
        }
        for it in &mut pages {
            keep(&it.file, &mut it.aliases);
        }
    }
    practices::link(&mut practices, &centers, &copied, &states, found);
    complete(&mut centers, &practices, &activities);
    let mut directory = Directory {
        site: site?,
        areas: drafts.areas,
        centers,
        practices,
        activities,
        pages,
        photos: std::collections::BTreeMap::new(),
        documents: std::collections::BTreeMap::new(),
        left_out,
        today: options.today,
    };
    stories::check(&directory, &mut files, found);
    directory.photos = files.photos;
    directory.documents = files.documents;
    Some(directory)
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
            is_example: draft.is_example,
            is_planned: draft.status == Status::Planned,
            place: Place {
                file: draft.file.clone(),
                span: draft.name_span.clone(),
            },
        }
    }

    /// Reports an entry of a centre that has no pages yet.
    fn has_pages(&self, path: &str, entry: &FrontMatter, found: &mut Diagnostics) {
        if self.is_planned {
            let problem = Problem::EntryOfPlanned(path.to_owned());
            let diagnostic = Diagnostic::error(problem).at(&entry.file, entry.title_span.clone());
            found.push(diagnostic.with_related(self.place.clone()));
        }
    }
}

/// Whether an entry below a centre is part of the site: its centre, and whether it is an example; else why it is not.
fn part_of_site<'w>(
    front: &FrontMatter,
    is_example: bool,
    center: Option<&'w WrittenCenter>,
    options: Options,
    shows_examples: bool,
) -> Result<(&'w WrittenCenter, bool), LeftOut> {
    let center = center.ok_or(LeftOut::Faulty)?; // `parse` said that there is no centre
    let is_example = is_example || center.is_example;
    if is_example && !shows_examples {
        return Err(LeftOut::Example);
    }
    if front.is_draft && !options.with_drafts {
        return Err(LeftOut::Draft);
    }
    Ok((center, is_example))
}

/// Everything that entries are compared with.
struct Room<'r, 's, 'f> {
    options: Options,
    register: Register<'r>,
    /// `None` where there are no settings: then no topic can be looked up.
    topics: Option<HashMap<String, TopicId>>,
    files: Files<'s>,
    addresses: Addresses,
    found: &'f mut Diagnostics,
}

impl Room<'_, '_, '_> {
    /// Checks one entry; it is dropped where something in it is an error.
    fn own<T>(
        &mut self,
        check: impl FnOnce(&mut Self, &mut Diagnostics) -> Option<T>,
    ) -> Option<T> {
        let mut own = Diagnostics::default();
        let entry = check(self, &mut own).filter(|_| !own.has_errors());
        self.found.append(own);
        entry
    }

    fn center(&mut self, draft: CenterDraft, found: &mut Diagnostics) -> Option<Center> {
        let file = draft.file;
        let topics = self.topics(&draft.topics, &file, found);
        let location = self
            .register
            .location(draft.location, draft.level, &file, found);
        let options = self.options;
        let coordinator = draft
            .coordinator
            .map(|it| people::person(it, options, &file, found));
        let chair = draft.chair.map(|(person, chair_as)| Chair {
            person: people::person(person, options, &file, found),
            chair_as,
        });
        let committee = draft
            .committee
            .map(|it| people::committee(it, draft.level, &file, found));
        let files = &mut self.files;
        let cover = draft.cover.and_then(|it| files.photo(it, &file, found));
        let stations = draft.learning_stations.into_iter();
        let learning_stations = stations
            .map(|it| LearningStation {
                title: it.title,
                text: it.text,
                photo: it.photo.and_then(|photo| files.photo(photo, &file, found)),
            })
            .collect();
        let knowledge = draft.knowledge.into_iter();
        let knowledge = knowledge
            .map(|it| Knowledge {
                title: it.title,
                text: it.text,
                file: it.file.and_then(|At { value, span }| {
                    files.document(&value, Form::Document, &file, &span, found)
                }),
            })
            .collect();
        let photos = files.photos(draft.photos, &file, found);
        let mut text_or_document = |written: Option<TextOrPath>| match written? {
            TextOrPath::Text(text) => Some(TextOrDocument::Text(text)),
            TextOrPath::Path(At { value, span }) => files
                .document(&value, Form::Pdf, &file, &span, found)
                .map(TextOrDocument::Document),
        };
        let rules = text_or_document(draft.rules);
        let plan = text_or_document(draft.plan);
        let aliases = self.addresses.aliases(&draft.aliases, &file, found);
        if draft.status != Status::Planned {
            let address = format!("centers/{}/", draft.path);
            self.address(address, &file, draft.name_span, found);
        }
        let is_over = draft.notice_until.is_some_and(|it| it < options.today);
        let mut service: Vec<_> = draft.service.into_iter().map(|it| it.value).collect();
        service.sort_by_key(|it| std::cmp::Reverse(it.year));
        Some(Center {
            path: draft.path,
            file,
            name: draft.name?,
            level: draft.level?,
            status: draft.status,
            checked_on: draft.checked_on,
            checked_by: draft.checked_by,
            is_example: draft.is_example,
            notice: draft.notice.filter(|_| !is_over),
            notice_until: draft.notice_until.filter(|_| !is_over),
            summary: draft.summary,
            opened: draft.opened,
            area_reported_on: draft.area_reported_on,
            topics,
            cover,
            aliases,
            location: location?,
            visit: draft.visit,
            highlights: draft
                .highlights
                .into_iter()
                .map(|it| Highlight {
                    title: it.title,
                    text: it.text,
                    kind: it.kind,
                })
                .collect(),
            coordinator,
            chair,
            committee,
            learning_stations,
            courses: draft.courses,
            resource_persons: draft.resource_persons,
            knowledge,
            leaders: draft.leaders,
            service,
            partners: draft.partners,
            awards: newest_first(draft.awards),
            photos,
            links: draft.links,
            rules,
            plan,
            story: draft.story,
            missions: Vec::new(),
            documented: Vec::new(),
            extra: draft.extra,
        })
    }

    fn practice(
        &mut self,
        draft: PracticeDraft,
        is_example: bool,
        center: Option<CenterId>,
        found: &mut Diagnostics,
    ) -> Option<BestPractice> {
        let front = draft.front;
        let file = front.file;
        let topics = self.topics(&draft.topics, &file, found);
        let cover = draft
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(draft.photos, &file, found);
        let contact = draft
            .contact
            .map(|it| people::person(it, self.options, &file, found));
        let aliases = self.addresses.aliases(&front.aliases, &file, found);
        let address = format!("centers/{}/best-practices/{}/", draft.center, draft.slug);
        self.address(address, &file, front.title_span, found);
        Some(BestPractice {
            center: center?,
            slug: draft.slug,
            file,
            title: draft.title?,
            summary: draft.summary?,
            date: draft.date?,
            topics,
            missions: each_once(draft.missions),
            cover,
            is_draft: front.is_draft,
            is_example,
            audience: draft.audience,
            cost: draft.cost,
            cost_baht: draft.cost_baht,
            duration: draft.duration,
            people: draft.people,
            evidence: draft.evidence,
            limits: draft.limits,
            needs: draft.needs,
            results: draft.results,
            steps: draft.steps,
            awards: newest_first(draft.awards),
            photos,
            adapted_from: None,
            adapted_by: Vec::new(),
            contact,
            aliases,
            story: front.story,
            extra: front.extra,
        })
    }

    fn activity(
        &mut self,
        draft: ActivityDraft,
        is_example: bool,
        center: Option<CenterId>,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        let front = draft.front;
        let file = front.file;
        let topics = self.topics(&draft.topics, &file, found);
        let cover = draft
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(draft.photos, &file, found);
        let aliases = self.addresses.aliases(&front.aliases, &file, found);
        let address = format!("centers/{}/activities/{}/", draft.center, draft.slug);
        self.address(address, &file, front.title_span, found);
        Some(Activity {
            center: center?,
            slug: draft.slug,
            file,
            title: draft.title?,
            date: draft.date?,
            end_date: draft.end_date,
            occasion: draft.occasion,
            place: draft.place,
            participants: draft.participants,
            summary: draft.summary,
            results: draft.results,
            partners: draft.partners,
            reported_by: draft.reported_by,
            on_paper: draft.on_paper,
            topics,
            cover,
            photos,
            is_draft: front.is_draft,
            is_example,
            aliases,
            story: front.story,
            extra: front.extra,
        })
    }

    fn page(&mut self, draft: PageDraft, found: &mut Diagnostics) -> Option<Page> {
        let front = draft.front;
        let aliases = self.addresses.aliases(&front.aliases, &front.file, found);
        let address = format!("{}/", draft.path);
        self.address(address, &front.file, front.title_span, found);
        Some(Page {
            path: draft.path,
            file: front.file,
            title: draft.title?,
            summary: draft.summary,
            is_in_menu: draft.is_in_menu,
            weight: draft.weight,
            is_draft: front.is_draft,
            aliases,
            story: front.story,
            extra: front.extra,
        })
    }

    fn address(
        &mut self,
        address: String,
        file: &SitePath,
        span: Range<usize>,
        found: &mut Diagnostics,
    ) {
        let place = Place {
            file: file.clone(),
            span,
        };
        self.addresses.page(address, place, found);
    }

    /// The topics of an entry, in the order of `site.toml`.
    fn topics(
        &self,
        written: &[At<String>],
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Vec<TopicId> {
        let Some(topics) = &self.topics else {
            return Vec::new();
        };
        let mut ids = Vec::new();
        for topic in written {
            if let Some(id) = topics.get(&topic.value) {
                ids.push(*id);
                continue;
            }
            let mut known: Vec<_> = topics.keys().map(String::as_str).collect();
            known.sort_unstable();
            let problem = Problem::UnknownTopic {
                written: topic.value.clone(),
                nearest: nearest(&topic.value, known),
            };
            found.push(Diagnostic::error(problem).at(file, topic.span.clone()));
        }
        each_once(ids)
    }
}

fn topics_by_id(topics: &[Topic]) -> HashMap<String, TopicId> {
    let numbered = topics.iter().enumerate();
    numbered
        .map(|(number, it)| (it.id.clone(), TopicId(number)))
        .collect()
}

/// The settings, with the offices by district.
fn site(
    draft: SiteDraft,
    shows_examples: bool,
    register: &Register,
    options: Options,
    found: &mut Diagnostics,
) -> Site {
    let file = draft.file;
    let mut offices = std::collections::BTreeMap::new();
    for office in draft.offices {
        let coordinator = office
            .coordinator
            .map(|it| people::person(it, options, &file, found));
        let Some(written) = office.district else {
            continue; // reported by `parse`
        };
        let Some(district) = register.district(&written, None, &file, found) else {
            continue;
        };
        let office = Office {
            organization: office.organization,
            coordinator,
        };
        if offices.insert(district.code.clone(), office).is_some() {
            let problem = Problem::RepeatedOffice(district.name.th.clone());
            found.push(Diagnostic::error(problem).at(&file, written.span));
        }
    }
    Site {
        title: draft.title,
        base_url: draft.base_url,
        description: draft.description,
        languages: draft.languages,
        digits: draft.digits,
        theme: draft.theme.map(|it| it.value),
        province: draft.province,
        shows_examples,
        license: draft.license,
        inspection_region: draft.inspection_region,
        organization: draft.organization,
        offices,
        output: draft.output,
        topics: draft.topics,
        deadlines: draft.deadlines,
        menu: draft.menu.into_iter().map(|it| it.value).collect(),
        extra: draft.extra,
    }
}

/// Fills in what a centre has from the practices and activities below it.
fn complete(centers: &mut [Center], practices: &[BestPractice], activities: &[Activity]) {
    let mut has_best_knowledge = vec![false; centers.len()];
    let mut has_activities = vec![false; centers.len()];
    for center in centers.iter_mut() {
        center.missions = center.courses.iter().filter_map(|it| it.mission).collect();
    }
    for practice in practices {
        centers[practice.center.0]
            .missions
            .extend(&practice.missions);
        has_best_knowledge[practice.center.0] |=
            practice.evidence.is_some_and(|it| it > Evidence::Told);
    }
    for activity in activities {
        has_activities[activity.center.0] = true;
    }
    for (number, center) in centers.iter_mut().enumerate() {
        center.missions = each_once::<Mission>(std::mem::take(&mut center.missions));
        let components = Component::ALL.iter().copied();
        center.documented = components
            .filter(|it| match it {
                Component::BestKnowledge => has_best_knowledge[number],
                Component::Participation => has_activities[number] && !center.partners.is_empty(),
                _ => documents(center, *it),
            })
            .collect();
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
            .is_some_and(|it| !it.by_kind().is_empty() || it.networks.is_some()),
        Component::Place => {
            center.location.place.is_some() && (center.cover.is_some() || !center.photos.is_empty())
        }
        Component::ResourcePersons => center
            .resource_persons
            .iter()
            .any(|it| it.station.is_some()),
        Component::Knowledge => !center.knowledge.is_empty(),
        Component::ProvenTrainers => center.resource_persons.iter().any(|it| it.proof.is_some()),
        Component::Courses => !center.courses.is_empty(),
        Component::Service => !center.service.is_empty(),
        Component::LearningStations => !center.learning_stations.is_empty(),
        Component::Publicity => !center.links.all().is_empty() && !center.partners.is_empty(),
        Component::BestKnowledge | Component::Participation => false, // known by practices and activities
    }
}

/// Awards by year, the newest first, those without a year last.
fn newest_first(mut awards: Vec<Award>) -> Vec<Award> {
    awards.sort_by_key(|it| std::cmp::Reverse(it.year));
    awards
}

/// Each value once, in order.
fn each_once<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

#[cfg(test)]
mod tests;
