//! A centre.

use std::sync::Arc;

use super::{PersonBuilder, a_site, at, markdown, named, nothing, story};
use crate::model::Center;
use crate::parse::draft::CenterDraft;
use crate::parse::key_spans::KeySpans;
use crate::schema::center::{CenterRecord, Highlight, KnowledgeRecord, StationRecord};
use crate::schema::field::NamedDocument;
use crate::schema::media::NamedPicture;
use crate::schema::person::{Chair, Committee, SeatFacts, WorkingSeat};
use crate::schema::point::Degrees;
use crate::value::words::{Level, Status};
use crate::value::{InlineText, SitePath, Story, Text};

/// An open centre of the sub-district หัวดอน.
#[derive(Clone, Debug)]
pub struct CenterBuilder(pub CenterDraft);

/// See [`CenterBuilder`].
pub fn a_center(path: &str) -> CenterBuilder {
    let mut record: CenterRecord = nothing();
    record.facts.name = Text::thai("ศูนย์ฯ ตำบลหัวดอน");
    record.facts.level = Level::Subdistrict;
    record.location.subdistrict = Some(named("หัวดอน"));
    record.location.district = Some(named("เขื่องใน"));
    CenterBuilder(CenterDraft {
        path: path.to_owned(),
        file: SitePath::new(format!("content/centers/{path}/center.toml")),
        spans: KeySpans::default(),
        is_whole: true,
        record,
        story: Story::default(),
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
        let subdistrict = Some(named(subdistrict));
        self.in_district(district)
            .but(|it| it.record.location.subdistrict = subdistrict)
    }

    /// In a district, without a sub-district.
    pub fn in_district(self, district: &str) -> Self {
        self.but(|it| {
            it.record.location.subdistrict = None;
            it.record.location.district = Some(named(district));
        })
    }

    /// In a province, as written.
    pub fn in_province(self, province: &str) -> Self {
        self.but(|it| it.record.location.province = Some(named(province)))
    }

    /// At a level, by its word.
    pub fn at_level(self, level: &str) -> Self {
        let level = Level::ALL.iter().find(|it| it.word() == level).copied();
        self.but(|it| it.record.facts.level = level.unwrap())
    }

    /// With a postal code.
    pub fn with_postal_code(self, code: &str) -> Self {
        self.but(|it| {
            it.record.location.facts.postal_code = Some(named(code));
        })
    }

    /// At a latitude and a longitude.
    pub fn at_point(self, latitude: f64, longitude: f64) -> Self {
        self.but(|it| {
            it.record.location.latitude = Some(at(Degrees(latitude)));
            it.record.location.longitude = Some(at(Degrees(longitude)));
        })
    }

    /// On the target list, its form not yet received.
    pub fn planned(self) -> Self {
        self.but(|it| it.record.facts.status = Status::Planned)
    }

    /// An illustration.
    pub fn example(self) -> Self {
        self.but(|it| it.record.facts.example = true)
    }

    /// With a cover.
    pub fn with_cover(self, photo: NamedPicture) -> Self {
        self.but(|it| it.record.cover = Some(photo.named()))
    }

    /// With one more photo.
    pub fn with_photo(self, photo: NamedPicture) -> Self {
        self.but(|it| it.record.photos.push(photo))
    }

    /// With one more learning station.
    pub fn with_station(self, photo: NamedPicture) -> Self {
        self.but(|it| {
            it.record.learning_stations.push(StationRecord {
                title: Text::thai("ฐานข้าว"),
                text: None,
                photo: Some(photo.named()),
            });
        })
    }

    /// With something to consult.
    pub fn with_knowledge(self, file: &str) -> Self {
        self.but(|it| {
            it.record.knowledge.push(KnowledgeRecord {
                title: Some(Text::thai("ความรู้")),
                text: None,
                file: Some(NamedDocument(at(file.to_owned()))),
            });
        })
    }

    /// With rules in a file.
    pub fn ruled_by(self, file: &str) -> Self {
        let text = markdown(self.0.file.as_str(), file);
        self.but(|it| it.record.rules = Some(at(InlineText { th: text, en: None })))
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
            it.record.highlights.push(Highlight {
                title: None,
                text: Some(InlineText { th: text, en: None }),
                kind: None,
            });
        })
    }

    /// With an old address.
    pub fn formerly(self, alias: &str) -> Self {
        self.but(|it| it.record.aliases.push(at(alias.to_owned())))
    }

    /// About a topic.
    pub fn about(self, topic: &str) -> Self {
        self.but(|it| it.record.topics.push(at(topic.to_owned())))
    }

    /// With a coordinator.
    pub fn coordinated_by(self, person: PersonBuilder) -> Self {
        self.but(|it| it.record.coordinator = Some(person.draft()))
    }

    /// With a chair.
    pub fn chaired_by(self, person: PersonBuilder) -> Self {
        self.but(|it| {
            it.record.chair = Some(at(Chair {
                person: person.draft().value,
                chair_as: None,
            }));
        })
    }

    /// With one more seat in the working group.
    pub fn with_seat(self, name: Option<&str>, position: Option<&str>) -> Self {
        let seat = WorkingSeat {
            facts: SeatFacts {
                name: name.map(Text::thai),
                position: position.map(Text::thai),
                sector: None,
            },
            role: None,
        };
        self.committee(|it| it.working.push(at(seat)))
    }

    /// With a working group of so many.
    pub fn working_count(self, count: u32) -> Self {
        self.committee(|it| it.working_count = Some(at(count)))
    }

    /// With a steering committee of so many.
    pub fn steered_by(self, count: u32) -> Self {
        self.committee(|it| it.steering_count = Some(at(count)))
    }

    fn committee(self, change: impl FnOnce(&mut Committee)) -> Self {
        self.but(|it| {
            change(
                &mut it
                    .record
                    .committee
                    .get_or_insert_with(|| at(nothing()))
                    .value,
            );
        })
    }
}
