//! The facts of one entry: compared with the register, the topics and the files.
//!
//! In: a draft and the context. Out: the entry, unless it has mistakes of its own, and what it claims of the site. Never: another entry.

use std::ops::Range;

use super::addresses::AddressClaims;
use super::completeness::own_components;
use super::context::CheckContext;
use super::files::{EntryFiles, FileKind};
use super::order::{each_once, newest_first};
use super::paper::{ActivityPaper, CenterPaper, EntryPaper};
use super::people;
use super::plausible::{self, Told};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::{Chair, Knowledge, LearningStation, Status, TextOrDocument};
use crate::model::directory::CenterId;
use crate::model::practice::Asked;
use crate::model::{Activity, BestPractice, Center, Page};
use crate::parse::draft::{ActivityDraft, CenterDraft, EntryDraft, PageDraft, PracticeDraft};
use crate::schema::field::NamedDocument;
use crate::value::{InlineText, Place, SitePath, Spanned, TopicId};

/// One entry while it is checked, and what it claims of the site.
pub(super) struct EntryCheck<'s> {
    pub context: &'s CheckContext,
    pub files: EntryFiles<'s>,
    pub addresses: AddressClaims,
    pub paper: Option<EntryPaper>,
    /// Whether anything shows its photos and documents: what nobody shows is not published.
    pub has_page: bool,
}

impl EntryCheck<'_> {
    pub(super) fn center(&mut self, draft: CenterDraft, found: &mut Diagnostics) -> Option<Center> {
        let CenterDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        let options = self.context.options;
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
        let location = (self.context.register).location(record.location, facts.level, &file, found);
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
                    files.document(&value, FileKind::Document, &file, &span, found)
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
                .document(path, FileKind::Pdf, &file, &span, found)
                .map(TextOrDocument::Document)
        };
        let rules = text_or_document(record.rules);
        let plan = text_or_document(record.plan);
        let aliases = self.addresses.aliases(&record.aliases, &file, found);
        self.has_page = facts.status != Status::Planned;
        if self.has_page {
            let address = format!("centers/{}/", draft.path);
            self.address(address, &file, draft.spans.of("name"));
        }
        plausible::center(&facts, options, &mut Told::new(&file, &draft.spans, found));
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

    pub(super) fn practice(
        &mut self,
        draft: PracticeDraft,
        belongs: Belongs,
        found: &mut Diagnostics,
    ) -> Option<BestPractice> {
        let EntryDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        facts.example = belongs.is_example;
        plausible::practice(
            &facts,
            &record.results,
            &mut Told::new(&file, &draft.spans, found),
        );
        let topics = self.topics(&record.topics, &file, found);
        let cover = record
            .cover
            .and_then(|it| self.files.photo(it, &file, found));
        let photos = self.files.photos(record.photos, &file, found);
        let contact = match record.contact {
            None => Asked::Coordinator,
            Some(it) => {
                let published = people::contact(&it, self.context.options, &file, found);
                self.paper = Some(EntryPaper::Contact(file.clone(), it.value));
                Asked::Own(published)
            }
        };
        let aliases = self.addresses.aliases(&record.aliases, &file, found);
        let address = format!("centers/{}/best-practices/{}/", draft.center, draft.slug);
        self.address(address, &file, draft.spans.of("title"));
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

    pub(super) fn activity(
        &mut self,
        draft: ActivityDraft,
        belongs: Belongs,
        found: &mut Diagnostics,
    ) -> Option<Activity> {
        let EntryDraft { file, record, .. } = draft;
        let mut facts = record.facts;
        facts.example = belongs.is_example;
        plausible::activity(
            &facts,
            self.context.options,
            &mut Told::new(&file, &draft.spans, found),
        );
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
        let aliases = self.addresses.aliases(&record.aliases, &file, found);
        let address = format!("centers/{}/activities/{}/", draft.center, draft.slug);
        self.address(address, &file, draft.spans.of("title"));
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

    pub(super) fn page(&mut self, draft: PageDraft, found: &mut Diagnostics) -> Option<Page> {
        let PageDraft { file, record, .. } = draft;
        let aliases = self.addresses.aliases(&record.aliases, &file, found);
        let address = format!("{}/", draft.path);
        self.address(address, &file, draft.spans.of("title"));
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
        self.addresses.page = Some((address, place));
    }

    /// The topics of an entry, in the order of `site.toml`.
    fn topics(
        &self,
        written: &[Spanned<String>],
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Vec<TopicId> {
        let Some(topics) = &self.context.topics else {
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

/// What an entry is checked as, beside what it says itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Belongs {
    pub is_example: bool,
    /// `None` where its centre has mistakes, or it has none.
    pub center: Option<CenterId>,
}
