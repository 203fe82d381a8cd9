//! Practices, activities and pages: files that begin with front matter.

use super::{PersonBuilder, at, day, nothing, story};
use crate::parse::draft::{ActivityDraft, EntryDraft, PageDraft, PracticeDraft};
use crate::parse::key_spans::KeySpans;
use crate::schema::Record;
use crate::schema::media::NamedPicture;
use crate::schema::page::PageRecord;
use crate::value::{SitePath, Story, Text};

/// An entry below a centre of which nothing is written.
fn an_entry<T: Record>(center: &str, folder: &str, slug: &str) -> EntryDraft<T> {
    EntryDraft {
        file: SitePath::new(format!("content/centers/{center}/{folder}/{slug}.md")),
        spans: KeySpans::default(),
        center: center.to_owned(),
        slug: slug.to_owned(),
        is_whole: true,
        record: nothing(),
        story: Story::default(),
    }
}

/// A practice of a centre.
#[derive(Clone, Debug)]
pub struct PracticeBuilder(pub PracticeDraft);

/// See [`PracticeBuilder`].
pub fn a_practice(center: &str, slug: &str) -> PracticeBuilder {
    let mut draft: PracticeDraft = an_entry(center, "best-practices", slug);
    draft.record.facts.title = Text::thai("ข้าวอินทรีย์");
    draft.record.facts.summary = Text::thai("ปลูกข้าวโดยไม่ใช้สารเคมี");
    draft.record.facts.date = day("2022-05-01");
    PracticeBuilder(draft)
}

impl PracticeBuilder {
    /// With a photo in its list.
    pub fn with_photo(mut self, photo: NamedPicture) -> Self {
        self.0.record.photos.push(photo);
        self
    }

    /// Anything that has no builder of its own.
    pub fn but(mut self, change: impl FnOnce(&mut PracticeDraft)) -> Self {
        change(&mut self.0);
        self
    }

    /// With `draft = true`.
    pub fn draft(self) -> Self {
        self.but(|it| it.record.facts.draft = true)
    }

    /// An illustration.
    pub fn example(self) -> Self {
        self.but(|it| it.record.facts.example = true)
    }

    /// Copied from another.
    pub fn adapted_from(self, practice: &str) -> Self {
        self.but(|it| it.record.adapted_from = Some(at(practice.to_owned())))
    }

    /// With a contact of its own.
    pub fn asking(self, person: PersonBuilder) -> Self {
        self.but(|it| it.record.contact = Some(person.draft()))
    }

    /// About a topic.
    pub fn about(self, topic: &str) -> Self {
        self.but(|it| it.record.topics.push(at(topic.to_owned())))
    }

    /// With a cover.
    pub fn with_cover(self, photo: NamedPicture) -> Self {
        self.but(|it| it.record.cover = Some(photo.named()))
    }

    /// With an old address.
    pub fn formerly(self, alias: &str) -> Self {
        self.but(|it| it.record.aliases.push(at(alias.to_owned())))
    }

    /// With a story.
    pub fn telling(self, words: &str) -> Self {
        self.but(|it| it.story = story(it.file.as_str(), words))
    }
}

/// An activity of a centre.
#[derive(Clone, Debug)]
pub struct ActivityBuilder(pub ActivityDraft);

/// See [`ActivityBuilder`].
pub fn an_activity(center: &str, slug: &str) -> ActivityBuilder {
    let mut draft: ActivityDraft = an_entry(center, "activities", slug);
    draft.record.facts.title = Text::thai("วันลงแขก");
    draft.record.facts.date = day("2022-05-01");
    ActivityBuilder(draft)
}

impl ActivityBuilder {
    /// Anything that has no builder of its own.
    pub fn but(mut self, change: impl FnOnce(&mut ActivityDraft)) -> Self {
        change(&mut self.0);
        self
    }

    /// With `draft = true`.
    pub fn draft(self) -> Self {
        self.but(|it| it.record.facts.draft = true)
    }

    /// With one more photo.
    pub fn with_photo(self, photo: NamedPicture) -> Self {
        self.but(|it| it.record.photos.push(photo))
    }
}

/// A page.
#[derive(Clone, Debug)]
pub struct PageBuilder(pub PageDraft);

/// See [`PageBuilder`].
pub fn a_page(path: &str) -> PageBuilder {
    let mut record: PageRecord = nothing();
    record.facts.title = Text::thai("เกี่ยวกับโครงการ");
    PageBuilder(PageDraft {
        file: SitePath::new(format!("content/pages/{path}.md")),
        spans: KeySpans::default(),
        path: path.to_owned(),
        is_whole: true,
        record,
        story: Story::default(),
    })
}

impl PageBuilder {
    /// With `draft = true`.
    pub fn draft(mut self) -> Self {
        self.0.record.facts.draft = true;
        self
    }

    /// With a text.
    pub fn telling(mut self, words: &str) -> Self {
        self.0.story = story(self.0.file.as_str(), words);
        self
    }
}
