//! A site of entries: what `check` makes of it, and what it finds wrong.

use std::path::PathBuf;
use std::sync::Arc;

use super::areas::areas;
use super::{
    ActivityBuilder, CenterBuilder, OfficeBuilder, PageBuilder, PracticeBuilder, at, day, nothing,
    source,
};
use crate::check::{self, Options, PaperRecords};
use crate::diagnostic::Diagnostics;
use crate::memo::Memo;
use crate::model::Directory;
use crate::parse::draft::{Drafts, SiteDraft};
use crate::schema::site::{MenuItem, SiteRecord, TopicRecord};
use crate::source::{File, Source, Sources};
use crate::value::{Lang, SitePath, Story, Text};

/// A site on 15 June 2022 with a small register, one topic (`rice`) and no entries.
#[derive(Clone, Debug)]
pub struct SiteBuilder {
    drafts: Drafts,
    sources: Sources,
    options: Options,
}

/// See [`SiteBuilder`].
pub fn a_site() -> SiteBuilder {
    let mut record: SiteRecord = nothing();
    record.facts.title = Text::thai("ทำเนียบศูนย์ฯ");
    "https://example.go.th/sj/".clone_into(&mut record.facts.base_url.0);
    record.facts.province = Some(Text::thai("อุบลราชธานี"));
    record.topics.push(TopicRecord {
        id: at("rice".to_owned()),
        name: Text::thai("ข้าว"),
        icon: None,
    });
    let site = SiteDraft {
        file: SitePath::new("content/site.toml"),
        record,
        languages: vec![Lang::Th],
    };
    SiteBuilder {
        drafts: Drafts {
            site: Some(site),
            areas: Arc::new(areas()),
            ..Drafts::default()
        },
        sources: Sources::default(),
        options: Options {
            today: day("2022-06-15"),
            with_drafts: false,
            with_examples: true,
        },
    }
}

impl SiteBuilder {
    /// With an entry or an office.
    pub fn with(mut self, entry: impl Into<Entry>) -> Self {
        let story = match entry.into() {
            Entry::Center(it) => {
                self.drafts.centers.push(Arc::new(it.0.clone()));
                it.0.story
            }
            Entry::Practice(it) => {
                self.drafts.practices.push(Arc::new(it.0.clone()));
                it.0.story
            }
            Entry::Activity(it) => {
                self.drafts.activities.push(Arc::new(it.0.clone()));
                it.0.story
            }
            Entry::Page(it) => {
                self.drafts.pages.push(Arc::new(it.0.clone()));
                it.0.story
            }
            Entry::Office(it) => {
                if let Some(site) = &mut self.drafts.site {
                    site.record.offices.push(it.0);
                }
                Story::default()
            }
        };
        if let Some(story) = story.th {
            self = self.with_source(source(story.file.as_str(), &story.text));
        }
        self
    }

    /// With a photo, a document or another file.
    pub fn with_file(mut self, path: &str) -> Self {
        let file = File {
            disk: PathBuf::from(path),
            size: 1,
        };
        self.sources.files.insert(SitePath::new(path), file);
        self
    }

    /// With a text whose words do not matter.
    pub fn with_text(self, path: &str) -> Self {
        self.with_source(source(path, ""))
    }

    fn with_source(mut self, source: Source) -> Self {
        let path = source.path.clone();
        self.sources.texts.insert(path, Arc::new(source));
        self
    }

    /// With an item of the menu.
    pub fn with_menu(mut self, item: MenuItem) -> Self {
        if let Some(site) = &mut self.drafts.site {
            site.record.menu.push(item);
        }
        self
    }

    /// Without a register.
    pub fn without_areas(mut self) -> Self {
        self.drafts.areas = Arc::default();
        self
    }

    /// With `examples = false`.
    pub fn without_examples(mut self) -> Self {
        if let Some(site) = &mut self.drafts.site {
            site.record.facts.examples = false;
        }
        self
    }

    /// With `--no-examples`.
    pub fn with_examples_switched_off(mut self) -> Self {
        self.options.with_examples = false;
        self
    }

    /// With `--drafts`.
    pub fn with_drafts(mut self) -> Self {
        self.options.with_drafts = true;
        self
    }

    /// Without `content/site.toml`.
    pub fn without_settings(mut self) -> Self {
        self.drafts.site = None;
        self
    }

    /// What was chosen for the run.
    pub fn options(&self) -> Options {
        self.options
    }

    /// What `check` takes.
    pub fn parts(&self) -> (Drafts, Sources) {
        (self.drafts.clone(), self.sources.clone())
    }

    /// What it makes of it: the directory, and each problem as `error[code] message label help` in English.
    pub fn check(&self) -> (Option<Directory>, Vec<String>) {
        let (made, found) = self.check_with_paper();
        (made.map(|(directory, _)| directory), found)
    }

    /// The same with what only the office may see.
    pub fn check_with_paper(&self) -> (Option<(Directory, PaperRecords)>, Vec<String>) {
        let (drafts, sources) = self.parts();
        let mut found = Diagnostics::default();
        let directory = check::directory(drafts, &sources, &self.options, &Memo::off(), &mut found);
        let shown = found.sorted().into_iter().map(|it| {
            format!(
                "{}[{}] {} {} {}",
                it.severity.word(),
                it.problem.code(),
                it.message(Lang::En),
                it.label(Lang::En).unwrap_or_default(),
                it.help(Lang::En).unwrap_or_default()
            )
        });
        (directory, shown.collect())
    }

    /// The directory alone.
    pub fn directory(&self) -> Directory {
        let (directory, found) = self.check();
        directory.unwrap_or_else(|| panic!("{found:?}"))
    }

    /// The problems alone.
    pub fn problems(&self) -> Vec<String> {
        self.check().1
    }

    /// Their severities and codes alone.
    pub fn codes(&self) -> Vec<String> {
        let found = self.problems().into_iter();
        found
            .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
            .collect()
    }
}

/// What [`SiteBuilder::with`] takes.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Entry {
    /// A centre.
    Center(CenterBuilder),
    /// A practice.
    Practice(PracticeBuilder),
    /// An activity.
    Activity(ActivityBuilder),
    /// A page.
    Page(PageBuilder),
    /// An office.
    Office(OfficeBuilder),
}

macro_rules! entry {
    ($builder:ident, $variant:ident) => {
        impl From<$builder> for Entry {
            fn from(it: $builder) -> Self {
                Self::$variant(it)
            }
        }
    };
}
entry!(CenterBuilder, Center);
entry!(PracticeBuilder, Practice);
entry!(ActivityBuilder, Activity);
entry!(PageBuilder, Page);
entry!(OfficeBuilder, Office);
