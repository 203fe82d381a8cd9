//! A centre.

use std::sync::Arc;

use super::{PersonBuilder, a_site, at, markdown, story};
use crate::model::area::Point;
use crate::model::center::{InlineText, Level, Status, WorkingRole};
use crate::model::media::Story;
use crate::model::person::{Consent, Person, PublicPerson, Seat};
use crate::model::{Center, SitePath, Text};
use crate::parse::draft::{
    CenterDraft, CommitteeDraft, HighlightDraft, KnowledgeDraft, LocationDraft, PhotoDraft,
    StationDraft, TextOrPath,
};

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
