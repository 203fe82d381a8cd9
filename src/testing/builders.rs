//! Entries of tests: each right as it is, so that a test says only what matters to it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::check::{self, Options};
use crate::diagnostic::Diagnostics;
use crate::model::area::{District, Outline, Point, Province, Subdistrict};
use crate::model::center::{InlineText, Level, Status, WorkingRole};
use crate::model::media::{Markdown, Story};
use crate::model::person::{Consent, Person, Phone, PublicPerson, Seat};
use crate::model::site::{Digits, MenuItem, Organization, Output, Topic};
use crate::model::{Areas, Center, Date, Directory, Lang, SitePath, Text};
use crate::parse::draft::{
    ActivityDraft, At, CenterDraft, CommitteeDraft, Drafts, FrontMatter, HighlightDraft,
    KnowledgeDraft, LocationDraft, OfficeDraft, PageDraft, PersonDraft, PhotoDraft, PracticeDraft,
    SiteDraft, StationDraft, TextOrPath,
};
use crate::source::{File, Source, Sources};

fn at<T>(value: T) -> At<T> {
    At { value, span: 0..0 }
}

fn markdown(file: &str, text: &str) -> Markdown {
    Markdown {
        text: text.to_owned().into(),
        file: SitePath::new(file),
        offset: 0,
        shifts: Vec::new(),
    }
}

fn story(file: &str, text: &str) -> Story {
    Story {
        th: Some(markdown(file, text)),
        en: None,
    }
}

fn day(written: &str) -> Date {
    let numbers: Vec<i16> = written.split('-').map(|it| it.parse().unwrap()).collect();
    Date::new(numbers[0], numbers[1] as i8, numbers[2] as i8).unwrap()
}

/// A site on 15 June 2022 with a small register, one topic (`rice`) and no entries.
#[derive(Clone, Debug)]
pub struct SiteBuilder {
    drafts: Drafts,
    sources: Sources,
    options: Options,
}

/// See [`SiteBuilder`].
pub fn a_site() -> SiteBuilder {
    let all = Output {
        search: true,
        data: true,
        calendar: true,
        contact_cards: true,
        leaflets: true,
        previews: true,
        qr: true,
        offline: true,
        takes_worker_back: false,
    };
    let site = SiteDraft {
        file: SitePath::new("content/site.toml"),
        title: Text::thai("ทำเนียบศูนย์ฯ"),
        base_url: "https://example.go.th/sj/".to_owned(),
        description: None,
        languages: vec![Lang::Th],
        digits: Digits::Arabic,
        theme: None,
        province: Some(Text::thai("อุบลราชธานี")),
        shows_examples: true,
        license: None,
        inspection_region: None,
        organization: Organization::default(),
        offices: Vec::new(),
        output: all,
        topics: vec![Topic {
            id: "rice".to_owned(),
            name: Text::thai("ข้าว"),
            icon: None,
        }],
        deadlines: Vec::new(),
        menu: Vec::new(),
        extra: serde_json::Value::Null,
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

/// Two provinces; two districts called เมือง, two sub-districts called โนนสูง; a square for an outline of เขื่องใน.
fn areas() -> Areas {
    let name = |th: &str, en: &str| Text {
        th: th.to_owned(),
        en: Some(en.to_owned()),
    };
    let mut areas = Areas::default();
    for (code, th, en) in [
        ("34", "อุบลราชธานี", "Ubon Ratchathani"),
        ("35", "ยโสธร", "Yasothon"),
    ] {
        let province = Province {
            code: code.to_owned(),
            name: name(th, en),
        };
        areas.provinces.insert(code.to_owned(), province);
    }
    let here = Point {
        latitude: 15.5,
        longitude: 104.5,
    };
    for (code, th, en, subdistricts) in [
        ("3401", "เมือง", "Mueang Ubon", &[][..]),
        (
            "3404",
            "เขื่องใน",
            "Khueang Nai",
            &[
                ("340412", "หัวดอน", "Hua Don"),
                ("340413", "โนนสูง", "Non Sung"),
                ("340414", "โนนสูง", "Non Sung"),
            ],
        ),
        (
            "3405",
            "เขมราฐ",
            "Khemarat",
            &[("340501", "นาแวง", "Na Waeng")],
        ),
        ("3501", "เมือง", "Mueang Yasothon", &[]),
    ] {
        for (subdistrict, th, en) in subdistricts {
            let subdistrict = Subdistrict {
                code: (*subdistrict).to_owned(),
                name: name(th, en),
                district: code.to_owned(),
                postal_code: "34150".to_owned(),
                point: here,
                is_target: true,
            };
            areas
                .subdistricts
                .insert(subdistrict.code.clone(), subdistrict);
        }
        let district = District {
            code: code.to_owned(),
            name: name(th, en),
            province: code[..2].to_owned(),
            slug: en.to_lowercase().replace(' ', "-"),
            letter_order: None,
            subdistricts: subdistricts.iter().map(|it| it.0.to_owned()).collect(),
        };
        areas.districts.insert(code.to_owned(), district);
    }
    let corner = |latitude, longitude| Point {
        latitude,
        longitude,
    };
    let ring = vec![
        corner(15.0, 104.0),
        corner(15.0, 105.0),
        corner(16.0, 105.0),
        corner(16.0, 104.0),
        corner(15.0, 104.0),
    ];
    areas.outlines = BTreeMap::from([("3404".to_owned(), Outline { rings: vec![ring] })]);
    areas
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
                it.0.front.story
            }
            Entry::Activity(it) => {
                self.drafts.activities.push(Arc::new(it.0.clone()));
                it.0.front.story
            }
            Entry::Page(it) => {
                self.drafts.pages.push(Arc::new(it.0.clone()));
                it.0.front.story
            }
            Entry::Office(it) => {
                if let Some(site) = &mut self.drafts.site {
                    site.offices.push(it.0);
                }
                Story::default()
            }
        };
        if let Some(story) = story.th {
            let source = Source {
                path: story.file.clone(),
                text: (*story.text).into(),
                invalid_at: None,
                marks: crate::source::Marks::default(),
            };
            self.sources.texts.insert(story.file, Arc::new(source));
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
    pub fn with_text(mut self, path: &str) -> Self {
        let source = Source {
            path: SitePath::new(path),
            text: Arc::default(),
            invalid_at: None,
            marks: crate::source::Marks::default(),
        };
        let path = source.path.clone();
        self.sources.texts.insert(path, Arc::new(source));
        self
    }

    /// With an item of the menu.
    pub fn with_menu(mut self, item: At<MenuItem>) -> Self {
        if let Some(site) = &mut self.drafts.site {
            site.menu.push(item);
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
            site.shows_examples = false;
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

    /// The day for which it is made.
    pub fn today(&self) -> Date {
        self.options.today
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
        let (drafts, sources) = self.parts();
        let mut found = Diagnostics::default();
        let directory = check::directory(drafts, &sources, &self.options, &mut found);
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

/// An open centre of the sub-district หัวดอน.
#[derive(Clone, Debug)]
pub struct CenterBuilder(pub CenterDraft);

/// See [`CenterBuilder`].
pub fn a_center(path: &str) -> CenterBuilder {
    CenterBuilder(CenterDraft {
        path: path.to_owned(),
        file: SitePath::new(format!("content/centers/{path}/center.toml")),
        name: Some(Text::thai("ศูนย์ฯ ตำบลหัวดอน")),
        name_span: 0..0,
        level: Some(Level::Subdistrict),
        status: Status::Open,
        checked_on: None,
        checked_by: None,
        is_example: false,
        notice: None,
        notice_until: None,
        summary: None,
        opened: None,
        area_reported_on: None,
        topics: Vec::new(),
        cover: None,
        aliases: Vec::new(),
        location: LocationDraft {
            subdistrict: Some(at("หัวดอน".to_owned())),
            district: Some(at("เขื่องใน".to_owned())),
            ..LocationDraft::default()
        },
        visit: crate::model::center::Visit::default(),
        highlights: Vec::new(),
        coordinator: None,
        chair: None,
        committee: None,
        learning_stations: Vec::new(),
        courses: Vec::new(),
        resource_persons: Vec::new(),
        knowledge: Vec::new(),
        leaders: None,
        service: Vec::new(),
        partners: Vec::new(),
        awards: Vec::new(),
        photos: Vec::new(),
        links: crate::model::center::Links::default(),
        rules: None,
        plan: None,
        story: Story::default(),
        extra: serde_json::Value::Null,
    })
}

impl CenterBuilder {
    /// As its only entry, a site makes this of it; panics where it is left out.
    pub fn checked(self) -> Center {
        let (directory, found) = a_site().with(self).check();
        let mut centers = directory.unwrap().centers;
        assert_eq!(centers.len(), 1, "{found:?}");
        Arc::unwrap_or_clone(centers.remove(0))
    }

    /// What is wrong with it alone.
    pub fn problems(self) -> Vec<String> {
        a_site().with(self).problems()
    }

    /// The same as severities and codes.
    pub fn codes(self) -> Vec<String> {
        a_site().with(self).codes()
    }

    /// Anything that has no builder of its own.
    pub fn but(mut self, change: impl FnOnce(&mut CenterDraft)) -> Self {
        change(&mut self.0);
        self
    }

    /// In a district and a sub-district, as written.
    pub fn in_area(self, district: &str, subdistrict: &str) -> Self {
        let subdistrict = at(subdistrict.to_owned());
        self.in_district(district)
            .but(|it| it.location.subdistrict = Some(subdistrict))
    }

    /// In a district, without a sub-district.
    pub fn in_district(self, district: &str) -> Self {
        self.but(|it| {
            it.location.subdistrict = None;
            it.location.district = Some(at(district.to_owned()));
        })
    }

    /// In a province, as written.
    pub fn in_province(self, province: &str) -> Self {
        self.but(|it| it.location.province = Some(at(province.to_owned())))
    }

    /// At a level, by its word.
    pub fn at_level(self, level: &str) -> Self {
        let level = Level::ALL.iter().find(|it| it.word() == level).copied();
        assert!(level.is_some());
        self.but(|it| it.level = level)
    }

    /// With a postal code.
    pub fn with_postal_code(self, code: &str) -> Self {
        self.but(|it| it.location.postal_code = Some(code.to_owned()))
    }

    /// At a latitude and a longitude.
    pub fn at_point(self, latitude: f64, longitude: f64) -> Self {
        let point = Point {
            latitude,
            longitude,
        };
        self.but(|it| it.location.point = Some(at(point)))
    }

    /// On the target list, its form not yet received.
    pub fn planned(self) -> Self {
        self.but(|it| it.status = Status::Planned)
    }

    /// An illustration.
    pub fn example(self) -> Self {
        self.but(|it| it.is_example = true)
    }

    /// With a cover.
    pub fn with_cover(self, photo: PhotoDraft) -> Self {
        self.but(|it| it.cover = Some(photo))
    }

    /// With one more photo.
    pub fn with_photo(self, photo: PhotoDraft) -> Self {
        self.but(|it| it.photos.push(photo))
    }

    /// With one more learning station.
    pub fn with_station(self, photo: PhotoDraft) -> Self {
        self.but(|it| {
            it.learning_stations.push(StationDraft {
                title: Text::thai("ฐานข้าว"),
                text: None,
                photo: Some(photo),
            });
        })
    }

    /// With something to consult.
    pub fn with_knowledge(self, file: &str) -> Self {
        self.but(|it| {
            it.knowledge.push(KnowledgeDraft {
                title: Some(Text::thai("ความรู้")),
                text: None,
                file: Some(at(file.to_owned())),
            });
        })
    }

    /// With rules in a file.
    pub fn ruled_by(self, file: &str) -> Self {
        self.but(|it| it.rules = Some(TextOrPath::Path(at(file.to_owned()))))
    }

    /// With a story.
    pub fn telling(self, words: &str) -> Self {
        let file = format!("content/centers/{}/center.md", self.0.path);
        self.but(|it| it.story = story(&file, words))
    }

    /// With a highlight.
    pub fn highlighting(self, words: &str) -> Self {
        let text = markdown(self.0.file.as_str(), words);
        self.but(|it| {
            it.highlights.push(HighlightDraft {
                title: None,
                text: Some(InlineText { th: text, en: None }),
                kind: None,
            });
        })
    }

    /// With an old address.
    pub fn formerly(self, alias: &str) -> Self {
        self.but(|it| it.aliases.push(at(alias.to_owned())))
    }

    /// About a topic.
    pub fn about(self, topic: &str) -> Self {
        self.but(|it| it.topics.push(at(topic.to_owned())))
    }

    /// With a coordinator.
    pub fn coordinated_by(self, person: PersonBuilder) -> Self {
        self.but(|it| it.coordinator = Some(person.draft()))
    }

    /// With a chair.
    pub fn chaired_by(self, person: PersonBuilder) -> Self {
        self.but(|it| it.chair = Some((person.draft(), None)))
    }

    /// With one more seat in the working group.
    pub fn with_seat(self, name: Option<&str>, position: Option<&str>) -> Self {
        let seat = Seat {
            person: name.map(|it| {
                let written = PublicPerson {
                    name: Some(Text::thai(it)),
                    ..PublicPerson::default()
                };
                Person::new(written, Consent::Missing)
            }),
            position: position.map(Text::thai),
            role: None::<WorkingRole>,
            sector: None,
        };
        self.committee(|it| it.working.seats.push(at(seat)))
    }

    /// With a working group of so many.
    pub fn working_count(self, count: u32) -> Self {
        self.committee(|it| it.working.count = Some(at(count)))
    }

    /// With a steering committee of so many.
    pub fn steered_by(self, count: u32) -> Self {
        self.committee(|it| it.steering.count = Some(at(count)))
    }

    fn committee(self, change: impl FnOnce(&mut CommitteeDraft)) -> Self {
        self.but(|it| change(it.committee.get_or_insert_default()))
    }
}

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

/// A district's office.
#[derive(Clone, Debug)]
pub struct OfficeBuilder(pub OfficeDraft);

/// See [`OfficeBuilder`].
pub fn an_office(district: &str) -> OfficeBuilder {
    OfficeBuilder(OfficeDraft {
        district: Some(at(district.to_owned())),
        organization: Organization::default(),
        coordinator: None,
    })
}

impl OfficeBuilder {
    /// With a coordinator.
    pub fn coordinated_by(mut self, person: PersonBuilder) -> Self {
        self.0.coordinator = Some(person.draft());
        self
    }
}

/// A person with a name and a telephone who consented without an end.
#[derive(Clone, Copy, Debug)]
pub struct PersonBuilder {
    consent: Consent,
    has_phone: bool,
}

/// See [`PersonBuilder`].
pub fn a_person() -> PersonBuilder {
    PersonBuilder {
        consent: Consent::Given,
        has_phone: true,
    }
}

impl PersonBuilder {
    /// Who did not consent.
    pub fn without_consent(mut self) -> Self {
        self.consent = Consent::Missing;
        self
    }

    /// Whom nobody can call.
    pub fn without_phone(mut self) -> Self {
        self.has_phone = false;
        self
    }

    /// Who consented until a day.
    pub fn until(mut self, end: &str) -> Self {
        self.consent = Consent::Until(day(end));
        self
    }

    fn draft(self) -> PersonDraft {
        let written = PublicPerson {
            name: Some(Text::thai("นางสาวสมมติ ตัวอย่าง")),
            phones: if self.has_phone {
                vec![Phone {
                    written: "045-000000".to_owned(),
                    link: "tel:+6645000000".to_owned(),
                }]
            } else {
                Vec::new()
            },
            ..PublicPerson::default()
        };
        PersonDraft {
            person: Person::new(written, self.consent),
            span: 0..0,
        }
    }
}

/// A photo with alternative text that may be published.
pub fn a_photo(file: &str) -> PhotoDraft {
    PhotoDraft {
        file: at(file.to_owned()),
        alt: Some(Text::thai("ศาลาเรียนรู้")),
        caption: None,
        credit: None,
        is_withheld: false,
    }
}

impl PhotoDraft {
    /// Without words for those who do not see it.
    #[must_use]
    pub fn without_alt(mut self) -> Self {
        self.alt = None;
        self
    }

    /// With people in it who did not agree.
    #[must_use]
    pub fn withheld(mut self) -> Self {
        self.is_withheld = true;
        self
    }
}
