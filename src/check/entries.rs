//! One entry: what was written is compared with the register, the topics and the files.
//!
//! In: a draft, and what all entries are compared with. Out: the entry, and what it takes of the site: addresses, photos,
//! documents. No entry knows another, so they are checked side by side, and what was found of one stays true as long as both the
//! draft and its surroundings are the same.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::addresses::Wanted;
use super::areas::Register;
use super::files::{Files, Form, Known};
use super::{Belongs, Options, people, stories};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::{
    Award, Chair, Highlight, Knowledge, LearningStation, Status, TextOrDocument,
};
use crate::model::directory::{Link, TopicId};
use crate::model::media::{Markdown, Place};
use crate::model::site::Topic;
use crate::model::{Activity, BestPractice, Center, Lang, Page, SitePath};
use crate::parse::draft::{ActivityDraft, At, CenterDraft, PageDraft, PracticeDraft, TextOrPath};
use crate::parse::nearest;

/// What all entries are compared with.
pub(super) struct Surroundings<'s> {
    pub(super) options: Options,
    pub(super) register: Register<'s>,
    /// `None` where there are no settings: then no topic can be looked up.
    pub(super) topics: Option<Topics>,
    pub(super) files: Known<'s>,
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
}

/// Checks one entry: its facts, and where these are right its stories too.
pub(super) fn check<'s, T>(
    with: &'s Surroundings<'s>,
    check: impl FnOnce(&mut Room<'s>, &mut Diagnostics) -> Option<T>,
    texts: impl Fn(&T) -> Vec<(Lang, &Markdown)>,
) -> Checked<T> {
    let mut found = Diagnostics::default();
    let mut room = Room {
        with,
        files: Files::new(&with.files),
        wanted: Wanted::default(),
        has_page: true,
    };
    let entry = check(&mut room, &mut found).filter(|_| !found.has_errors());
    let mut links = Vec::new();
    if let Some(entry) = &entry {
        for (lang, text) in texts(entry) {
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
        }),
    }
}

/// One entry and what it takes.
pub(super) struct Room<'s> {
    with: &'s Surroundings<'s>,
    files: Files<'s>,
    wanted: Wanted,
    /// Whether anything shows its photos and documents: what nobody shows is not published.
    has_page: bool,
}

impl Room<'_> {
    pub(super) fn center(&mut self, draft: CenterDraft, found: &mut Diagnostics) -> Option<Center> {
        let file = draft.file;
        let topics = self.topics(&draft.topics, &file, found);
        let location = (self.with.register).location(draft.location, draft.level, &file, found);
        let options = self.with.options;
        let coordinator = draft
            .coordinator
            .map(|it| people::contact(it, options, &file, found));
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
        let aliases = self.wanted.aliases(&draft.aliases, &file, found);
        self.has_page = draft.status != Status::Planned;
        if self.has_page {
            let address = format!("centers/{}/", draft.path);
            self.address(address, &file, draft.name_span);
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

    pub(super) fn practice(
        &mut self,
        draft: PracticeDraft,
        belongs: Belongs,
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
            .map(|it| people::contact(it, self.with.options, &file, found));
        let aliases = self.wanted.aliases(&front.aliases, &file, found);
        let address = format!("centers/{}/best-practices/{}/", draft.center, draft.slug);
        self.address(address, &file, front.title_span);
        Some(BestPractice {
            center: belongs.center?,
            slug: draft.slug,
            file,
            title: draft.title?,
            summary: draft.summary?,
            date: draft.date?,
            topics,
            missions: each_once(draft.missions),
            cover,
            is_draft: front.is_draft,
            is_example: belongs.is_example,
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

    pub(super) fn activity(
        &mut self,
        draft: ActivityDraft,
        belongs: Belongs,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        let front = draft.front;
        let file = front.file;
        let topics = self.topics(&draft.topics, &file, found);
        let cover = draft
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(draft.photos, &file, found);
        let aliases = self.wanted.aliases(&front.aliases, &file, found);
        let address = format!("centers/{}/activities/{}/", draft.center, draft.slug);
        self.address(address, &file, front.title_span);
        Some(Activity {
            center: belongs.center?,
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
            is_example: belongs.is_example,
            aliases,
            story: front.story,
            extra: front.extra,
        })
    }

    pub(super) fn page(&mut self, draft: PageDraft, found: &mut Diagnostics) -> Option<Page> {
        let front = draft.front;
        let aliases = self.wanted.aliases(&front.aliases, &front.file, found);
        let address = format!("{}/", draft.path);
        self.address(address, &front.file, front.title_span);
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
        written: &[At<String>],
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

/// The topics of a site, by what entries call them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Topics {
    by_id: HashMap<String, TopicId>,
    /// The Thai name of each and its id, in the order of `site.toml`.
    names: Vec<(String, String)>,
}

impl Topics {
    pub(super) fn new(topics: &[Topic]) -> Self {
        let numbered = topics.iter().enumerate();
        Self {
            by_id: numbered
                .map(|(number, it)| (it.id.clone(), TopicId(number)))
                .collect(),
            names: (topics.iter().map(|it| (it.name.th.clone(), it.id.clone()))).collect(),
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
    awards.sort_by_key(|it| std::cmp::Reverse(it.year));
    awards
}

/// Each value once, in order.
pub(super) fn each_once<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}
