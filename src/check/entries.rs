//! One entry: what was written is compared with the register, the topics and the files.
//!
//! In: a draft, and what all entries are compared with. Out: the entry, and what it takes of the site: addresses, photos,
//! documents. No entry knows another, so they are checked side by side, and what was found of one stays true as long as both the
//! draft and its surroundings are the same.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use super::addresses::Wanted;
use super::areas::Register;
use super::completeness::{each_once, own_components};
use super::files::{Files, Form, Known};
use super::paper::{ActivityPaper, CenterPaper, EntryPaper};
use super::{Belongs, Options, people, stories};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::{Identity, Query};
use crate::model::center::{Award, Chair, Knowledge, LearningStation, Status, TextOrDocument};
use crate::model::directory::Link;
use crate::model::practice::Asked;
use crate::model::{Activity, Areas, BestPractice, Center, Page};
use crate::parse::draft::{ActivityDraft, CenterDraft, EntryDraft, PageDraft, PracticeDraft};
use crate::parse::nearest;
use crate::schema::field::NamedDocument;
use crate::value::{InlineText, Lang, Markdown, Place, SitePath, Spanned, TopicId};

/// What all entries are compared with.
#[derive(Debug)]
pub(super) struct Surroundings {
    pub(super) options: Options,
    pub(super) register: Register,
    /// `None` where there are no settings: then no topic can be looked up.
    pub(super) topics: Option<Topics>,
    pub(super) files: Known,
}

/// What these are made from. As long as it is the same they are, and so is what was found in them.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct SurroundingsOf {
    pub(super) options: Options,
    pub(super) areas: Identity<Areas>,
    /// The Thai name of each topic and its id, in the order of `site.toml`.
    pub(super) topics: Option<Vec<(String, String)>>,
    pub(super) files: Known,
}

impl Hash for SurroundingsOf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.areas.hash(state); // there is one in a run
    }
}

impl Query for SurroundingsOf {
    type Answer = Identity<Surroundings>;

    fn answer(self) -> Self::Answer {
        Identity(Arc::new(Surroundings {
            options: self.options,
            register: Register::new(self.areas.0),
            topics: self.topics.map(Topics::new),
            files: self.files,
        }))
    }
}

/// An entry to be checked.
pub(super) struct Job<D> {
    pub(super) draft: Identity<D>,
    pub(super) belongs: Belongs,
    pub(super) with: Identity<Surroundings>,
}

impl<D> Clone for Job<D> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            belongs: self.belongs,
            with: self.with.clone(),
        }
    }
}

impl<D> PartialEq for Job<D> {
    fn eq(&self, other: &Self) -> bool {
        self.draft == other.draft && self.belongs == other.belongs && self.with == other.with
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
            &self.with.0,
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
        room: &mut Room,
        found: &mut Diagnostics,
    ) -> Option<Self::Entry>;

    /// The texts of an entry that are in Markdown.
    fn texts(entry: &Self::Entry) -> Vec<(Lang, &Markdown)>;
}

impl Draft for CenterDraft {
    type Entry = Center;

    fn checked(self, _: Belongs, room: &mut Room, found: &mut Diagnostics) -> Option<Center> {
        room.center(self, found)
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
        room: &mut Room,
        found: &mut Diagnostics,
    ) -> Option<BestPractice> {
        room.practice(self, belongs, found)
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
        room: &mut Room,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        room.activity(self, belongs, found)
    }

    fn texts(entry: &Activity) -> Vec<(Lang, &Markdown)> {
        stories::texts_of_story(&entry.story).collect()
    }
}

impl Draft for PageDraft {
    type Entry = Page;

    fn checked(self, _: Belongs, room: &mut Room, found: &mut Diagnostics) -> Option<Page> {
        room.page(self, found)
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
    pub(super) taken: Arc<Taken>,
}

impl<T> Clone for Checked<T> {
    fn clone(&self) -> Self {
        Self {
            entry: self.entry.clone(),
            taken: Arc::clone(&self.taken),
        }
    }
}

/// What an entry takes of the site, whether it has mistakes or not.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) found: Diagnostics,
    pub(super) wanted: Wanted,
    pub(super) photos: Vec<(SitePath, Place)>,
    pub(super) documents: Vec<(SitePath, Place)>,
    pub(super) links: Arc<[Link]>,
    /// What it says for the office alone.
    pub(super) paper: Option<EntryPaper>,
}

/// Checks one entry: its facts, and where these are right its stories too.
fn check<D: Draft>(with: &Surroundings, draft: D, belongs: Belongs) -> Checked<D::Entry> {
    let mut found = Diagnostics::default();
    let mut room = Room {
        with,
        files: Files::new(&with.files),
        wanted: Wanted::default(),
        paper: None,
        has_page: true,
    };
    let entry = draft.checked(belongs, &mut room, &mut found);
    let entry = entry.filter(|_| !found.has_errors());
    let mut links = Vec::new();
    if let Some(entry) = &entry {
        for (lang, text) in D::texts(entry) {
            stories::check(text, lang, &mut room.files, &mut links, &mut found);
        }
    }
    let (photos, documents) = if room.has_page {
        (room.files.photos, room.files.documents)
    } else {
        Default::default()
    };
    Checked {
        entry: entry.map(Arc::new),
        taken: Arc::new(Taken {
            found,
            wanted: room.wanted,
            photos,
            documents,
            links: links.into(),
            paper: room.paper,
        }),
    }
}

/// One entry and what it takes.
pub(super) struct Room<'s> {
    with: &'s Surroundings,
    files: Files<'s>,
    wanted: Wanted,
    paper: Option<EntryPaper>,
    /// Whether anything shows its photos and documents: what nobody shows is not published.
    has_page: bool,
}

impl Room<'_> {
    fn center(&mut self, draft: CenterDraft, found: &mut Diagnostics) -> Option<Center> {
        let CenterDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        let options = self.with.options;
        let paper = CenterPaper {
            coordinator: record.coordinator.as_ref().map(|it| it.value.clone()),
            chair: record.chair.as_ref().map(|it| it.value.clone()),
            committee: record.committee.as_ref().map(|it| it.value.clone()),
            resource_persons: (record.resource_persons.iter())
                .map(|it| it.value.clone())
                .collect(),
        };
        if paper != CenterPaper::default() {
            self.paper = Some(EntryPaper::Center(draft.path.clone(), Box::new(paper)));
        }
        let topics = self.topics(&record.topics, &file, found);
        let location = (self.with.register).location(record.location, facts.level, &file, found);
        let coordinator = record.coordinator.as_ref();
        let coordinator = coordinator.and_then(|it| people::contact(it, options, &file, found));
        let chair = record.chair.and_then(|Spanned { value: it, span }| {
            let person = people::person(&it.person, &span, options, &file, found)?;
            let chair_as = it.chair_as;
            Some(Chair { person, chair_as })
        });
        let committee =
            (record.committee).map(|it| people::committee(it, facts.level, options, &file, found));
        let resource_persons = record.resource_persons.into_iter();
        let resource_persons = resource_persons
            .map(|it| people::resource_person(it, options, &file, found))
            .collect();
        let files = &mut self.files;
        let cover = record.cover.and_then(|it| files.photo(it, &file, found));
        let stations = record.learning_stations.into_iter();
        let learning_stations = stations
            .map(|it| LearningStation {
                title: it.title,
                text: it.text,
                photo: it.photo.and_then(|photo| files.photo(photo, &file, found)),
            })
            .collect();
        let knowledge = record.knowledge.into_iter();
        let knowledge = knowledge
            .map(|it| Knowledge {
                title: it.title,
                text: it.text,
                file: it.file.and_then(|NamedDocument(Spanned { value, span })| {
                    files.document(&value, Form::Document, &file, &span, found)
                }),
            })
            .collect();
        let photos = files.photos(record.photos, &file, found);
        let mut text_or_document = |written: Option<Spanned<InlineText>>| {
            let Spanned { value: text, span } = written?;
            let Some(path) = path_of_pdf(&text) else {
                return Some(TextOrDocument::Text(text));
            };
            files
                .document(path, Form::Pdf, &file, &span, found)
                .map(TextOrDocument::Document)
        };
        let rules = text_or_document(record.rules);
        let plan = text_or_document(record.plan);
        let aliases = self.wanted.aliases(&record.aliases, &file, found);
        self.has_page = facts.status != Status::Planned;
        if self.has_page {
            let address = format!("centers/{}/", draft.path);
            self.address(address, &file, draft.name_span);
        }
        if facts.notice_until.is_some_and(|it| it < options.today) {
            facts.notice = None;
            facts.notice_until = None;
        }
        let mut service = record.service;
        service.sort_by_key(|it| std::cmp::Reverse(it.year.value.0));
        let missions = record.courses.iter().filter_map(|it| it.mission);
        let missions = each_once(missions.collect());
        let mut center = Center {
            path: draft.path,
            facts,
            topics,
            cover,
            aliases,
            location: location?,
            visit: record.visit,
            highlights: record.highlights,
            coordinator,
            chair,
            committee,
            learning_stations,
            courses: record.courses,
            resource_persons,
            knowledge,
            leaders: record.leaders,
            service,
            partners: record.partners,
            awards: newest_first(record.awards),
            photos,
            links: record.links,
            rules,
            plan,
            story: draft.story,
            missions,
            documented: Vec::new(),
            extra: record.extra,
            file,
        };
        center.documented = own_components(&center);
        draft.is_whole.then_some(center)
    }

    fn practice(
        &mut self,
        draft: PracticeDraft,
        belongs: Belongs,
        found: &mut Diagnostics,
    ) -> Option<BestPractice> {
        let EntryDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        facts.example = belongs.is_example;
        let topics = self.topics(&record.topics, &file, found);
        let cover = record
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(record.photos, &file, found);
        let contact = match record.contact {
            None => Asked::Coordinator,
            Some(it) => {
                let published = people::contact(&it, self.with.options, &file, found);
                self.paper = Some(EntryPaper::Contact(file.clone(), it.value));
                Asked::Own(published)
            }
        };
        let aliases = self.wanted.aliases(&record.aliases, &file, found);
        let address = format!("centers/{}/best-practices/{}/", draft.center, draft.slug);
        self.address(address, &file, draft.title_span);
        let practice = BestPractice {
            center: belongs.center?,
            slug: draft.slug,
            facts,
            topics,
            cover,
            results: record.results,
            steps: record.steps,
            awards: newest_first(record.awards),
            photos,
            adapted_from: None,
            adapted_by: Vec::new(),
            contact,
            aliases,
            story: draft.story,
            extra: record.extra,
            file,
        };
        draft.is_whole.then_some(practice)
    }

    fn activity(
        &mut self,
        draft: ActivityDraft,
        belongs: Belongs,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        let EntryDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        facts.example = belongs.is_example;
        let paper = ActivityPaper {
            problems: record.problems,
            suggestions: record.suggestions,
        };
        if paper != ActivityPaper::default() {
            self.paper = Some(EntryPaper::Activity(file.clone(), paper));
        }
        let topics = self.topics(&record.topics, &file, found);
        let cover = record
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(record.photos, &file, found);
        let aliases = self.wanted.aliases(&record.aliases, &file, found);
        let address = format!("centers/{}/activities/{}/", draft.center, draft.slug);
        self.address(address, &file, draft.title_span);
        let activity = Activity {
            center: belongs.center?,
            slug: draft.slug,
            facts,
            topics,
            cover,
            photos,
            aliases,
            story: draft.story,
            extra: record.extra,
            file,
        };
        draft.is_whole.then_some(activity)
    }

    fn page(&mut self, draft: PageDraft, found: &mut Diagnostics) -> Option<Page> {
        let PageDraft { file, record, .. } = draft;
        let aliases = self.wanted.aliases(&record.aliases, &file, found);
        let address = format!("{}/", draft.path);
        self.address(address, &file, draft.title_span);
        let page = Page {
            path: draft.path,
            facts: record.facts,
            aliases,
            story: draft.story,
            extra: record.extra,
            file,
        };
        draft.is_whole.then_some(page)
    }

    fn address(&mut self, address: String, file: &SitePath, span: Range<usize>) {
        let place = Place {
            file: file.clone(),
            span,
        };
        self.wanted.page = Some((address, place));
    }

    /// The topics of an entry, in the order of `site.toml`.
    fn topics(
        &self,
        written: &[Spanned<String>],
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Vec<TopicId> {
        let Some(topics) = &self.with.topics else {
            return Vec::new();
        };
        let mut ids = Vec::new();
        for topic in written {
            if let Some(id) = topics.by_id.get(&topic.value) {
                ids.push(*id);
                continue;
            }
            let problem = Problem::UnknownTopic {
                written: topic.value.clone(),
                nearest: topics.nearest(&topic.value),
            };
            found.push(Diagnostic::error(problem).at(file, topic.span.clone()));
        }
        each_once(ids)
    }
}

/// The path of a PDF where a text is nothing but that.
fn path_of_pdf(text: &InlineText) -> Option<&str> {
    let line = text.th.text.trim();
    let is_path = !line.contains('\n') && line.to_ascii_lowercase().ends_with(".pdf");
    is_path.then_some(line)
}

/// The topics of a site, by what entries call them.
#[derive(Debug)]
pub(super) struct Topics {
    by_id: HashMap<String, TopicId>,
    /// The Thai name of each and its id, in the order of `site.toml`.
    names: Vec<(String, String)>,
}

impl Topics {
    fn new(names: Vec<(String, String)>) -> Self {
        let numbered = names.iter().enumerate();
        Self {
            by_id: numbered
                .map(|(number, (_, id))| (id.clone(), TopicId(number)))
                .collect(),
            names,
        }
    }

    /// The id that was meant: of the topic of that name, of the only one whose name holds it, else the nearest.
    fn nearest(&self, written: &str) -> Option<String> {
        let named = self.names.iter().find(|(name, _)| name == written);
        let is_name = !written.is_ascii() && written.chars().count() > 1;
        let holds = |it: &&(String, String)| is_name && it.0.contains(written);
        let mut holding = self.names.iter().filter(holds);
        let only = holding.next().filter(|_| holding.next().is_none());
        match named.or(only) {
            Some((_, id)) => Some(id.clone()),
            None => nearest(written, self.names.iter().map(|(_, id)| id.as_str())),
        }
    }
}

/// Awards by year, the newest first, those without a year last.
fn newest_first(mut awards: Vec<Award>) -> Vec<Award> {
    awards.sort_by_key(|it| std::cmp::Reverse(it.year.as_ref().map(|it| it.0)));
    awards
}
