//! Practices, activities and pages: files that begin with front matter.

use super::{PersonBuilder, at, day, story};
use crate::model::media::Story;
use crate::model::{SitePath, Text};
use crate::parse::draft::{ActivityDraft, FrontMatter, PageDraft, PhotoDraft, PracticeDraft};

/// What practices, activities and pages begin with.
fn front(file: &str) -> FrontMatter {
    FrontMatter {
        file: SitePath::new(file),
        title_span: 0..0,
        is_draft: false,
        aliases: Vec::new(),
        story: Story::default(),
        extra: serde_json::Value::Null,
    }
}

/// A practice of a centre.
#[derive(Clone, Debug)]
pub struct PracticeBuilder(pub PracticeDraft);

/// See [`PracticeBuilder`].
pub fn a_practice(center: &str, slug: &str) -> PracticeBuilder {
    PracticeBuilder(PracticeDraft {
        front: front(&format!(
            "content/centers/{center}/best-practices/{slug}.md"
        )),
        center: center.to_owned(),
        slug: slug.to_owned(),
        title: Some(Text::thai("ข้าวอินทรีย์")),
        summary: Some(Text::thai("ปลูกข้าวโดยไม่ใช้สารเคมี")),
        date: Some(day("2022-05-01")),
        topics: Vec::new(),
        missions: Vec::new(),
        cover: None,
        is_example: false,
        audience: None,
        cost: None,
        cost_baht: None,
        duration: None,
        people: None,
        evidence: None,
        limits: None,
        needs: Vec::new(),
        results: Vec::new(),
        steps: Vec::new(),
        awards: Vec::new(),
        photos: Vec::new(),
        adapted_from: None,
        contact: None,
    })
}

impl PracticeBuilder {
    /// With a photo in its list.
    pub fn with_photo(mut self, photo: PhotoDraft) -> Self {
        self.0.photos.push(photo);
        self
    }

    /// Anything that has no builder of its own.
    pub fn but(mut self, change: impl FnOnce(&mut PracticeDraft)) -> Self {
        change(&mut self.0);
        self
    }

    /// With `draft = true`.
    pub fn draft(self) -> Self {
        self.but(|it| it.front.is_draft = true)
    }

    /// An illustration.
    pub fn example(self) -> Self {
        self.but(|it| it.is_example = true)
    }

    /// Copied from another.
    pub fn adapted_from(self, practice: &str) -> Self {
        self.but(|it| it.adapted_from = Some(at(practice.to_owned())))
    }

    /// With a contact of its own.
    pub fn asking(self, person: PersonBuilder) -> Self {
        self.but(|it| it.contact = Some(person.draft()))
    }

    /// About a topic.
    pub fn about(self, topic: &str) -> Self {
        self.but(|it| it.topics.push(at(topic.to_owned())))
    }

    /// With a cover.
    pub fn with_cover(self, photo: PhotoDraft) -> Self {
        self.but(|it| it.cover = Some(photo))
    }

    /// With an old address.
    pub fn formerly(self, alias: &str) -> Self {
        self.but(|it| it.front.aliases.push(at(alias.to_owned())))
    }

    /// With a story.
    pub fn telling(self, words: &str) -> Self {
        self.but(|it| it.front.story = story(it.front.file.as_str(), words))
    }
}

/// An activity of a centre.
#[derive(Clone, Debug)]
pub struct ActivityBuilder(pub ActivityDraft);

/// See [`ActivityBuilder`].
pub fn an_activity(center: &str, slug: &str) -> ActivityBuilder {
    ActivityBuilder(ActivityDraft {
        front: front(&format!("content/centers/{center}/activities/{slug}.md")),
        center: center.to_owned(),
        slug: slug.to_owned(),
        title: Some(Text::thai("วันลงแขก")),
        date: Some(day("2022-05-01")),
        end_date: None,
        occasion: None,
        place: None,
        participants: None,
        summary: None,
        results: None,
        partners: Vec::new(),
        reported_by: None,
        on_paper: crate::model::activity::OnPaper::default(),
        topics: Vec::new(),
        cover: None,
        photos: Vec::new(),
        is_example: false,
    })
}

impl ActivityBuilder {
    /// Anything that has no builder of its own.
    pub fn but(mut self, change: impl FnOnce(&mut ActivityDraft)) -> Self {
        change(&mut self.0);
        self
    }

    /// With `draft = true`.
    pub fn draft(self) -> Self {
        self.but(|it| it.front.is_draft = true)
    }

    /// With one more photo.
    pub fn with_photo(self, photo: PhotoDraft) -> Self {
        self.but(|it| it.photos.push(photo))
    }
}

/// A page.
#[derive(Clone, Debug)]
pub struct PageBuilder(pub PageDraft);

/// See [`PageBuilder`].
pub fn a_page(path: &str) -> PageBuilder {
    PageBuilder(PageDraft {
        front: front(&format!("content/pages/{path}.md")),
        path: path.to_owned(),
        title: Some(Text::thai("เกี่ยวกับโครงการ")),
        summary: None,
        is_in_menu: false,
        weight: 0,
    })
}

impl PageBuilder {
    /// With `draft = true`.
    pub fn draft(mut self) -> Self {
        self.0.front.is_draft = true;
        self
    }

    /// With a text.
    pub fn telling(mut self, words: &str) -> Self {
        self.0.front.story = story(self.0.front.file.as_str(), words);
        self
    }
}
