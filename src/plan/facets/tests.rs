//! What is counted is what is found by looking at each entry.

use std::sync::Arc;

use super::*;
use crate::memo::Memo;
use crate::model::center::{Award, Course};
use crate::model::{BestPractice, Text};
use crate::plan::listings::Listings;
use crate::plan::names::Names;
use crate::plan::paging::{AWARDS_PAGE_SIZE, PAGE_SIZE, pages_of};
use crate::testing::{SiteBuilder, a_center, a_practice, a_site};
use proptest::prelude::*;

fn an_award() -> Award {
    Award {
        title: Text::thai("รางวัลดีเด่น"),
        level: None,
        year: None,
        by: None,
    }
}

fn a_course(mission: Mission) -> Course {
    Course {
        title: Text::thai("หลักสูตร"),
        mission: Some(mission),
        audience: None,
        duration: None,
        text: None,
    }
}

fn listings(site: &SiteBuilder) -> Listings {
    Listings::new(&Arc::new(site.directory()), &Memo::off())
}

fn facets(site: &SiteBuilder, list: ListOf) -> Facets {
    listings(site).facets(list).clone()
}

/// `level: province 1, district 2`
fn shown(facets: &Facets) -> Vec<String> {
    let value = |it: &Value| format!("{} {}", it.key, it.entries.len());
    let column = |it: &Column| {
        let values: Vec<_> = it.values.iter().map(value).collect();
        format!("{}: {}", it.facet.word(), values.join(", "))
    };
    facets.columns.iter().map(column).collect()
}

#[test]
fn centers_are_counted_by_what_they_have() {
    let site = a_site()
        .with(a_center("a").about("rice").but(|it| {
            it.record.courses = vec![
                a_course(Mission::LifeSkills),
                a_course(Mission::Leadership),
                a_course(Mission::LifeSkills),
            ];
            it.record.visit.facilities = vec![Facility::Wifi, Facility::Parking];
        }))
        .with(
            a_center("b")
                .in_area("เขมราฐ", "นาแวง")
                .but(|it| it.record.awards = vec![an_award()]),
        )
        .with(
            a_center("c")
                .at_level("district")
                .in_district("เขมราฐ")
                .but(|it| it.record.facts.status = Status::Closed),
        )
        .with(a_center("d").planned())
        .with(a_center("e").example().about("rice"))
        .with(a_practice("a", "x").but(|it| it.record.awards = vec![an_award()]))
        .with(a_practice("a", "y").but(|it| it.record.facts.missions = vec![Mission::Vocational]));
    let facets = facets(&site, ListOf::Centers);
    assert_eq!(facets.total, 4, "a planned one is in no list");
    assert_eq!(
        shown(&facets),
        [
            "district: khemarat 2, khueang-nai 2",
            "topic: rice 2",
            "mission: leadership 1, life-skills 1, vocational 1",
            "level: district 1, subdistrict 3",
            "status: open 3, closed 1",
            "practice: yes 1",
            "award: yes 2",
            "facility: parking 1, wifi 1",
        ]
    );
}

#[test]
fn practices_are_counted_by_what_they_tell() {
    let costs = [
        None,
        Some(0),
        Some(1),
        Some(5_000),
        Some(5_001),
        Some(50_001),
    ];
    let mut site = a_site()
        .with(a_center("a"))
        .with(a_center("b").in_area("เขมราฐ", "นาแวง"));
    for (number, cost) in costs.into_iter().enumerate() {
        let center = if number == 0 { "b" } else { "a" };
        site = site.with(a_practice(center, &format!("p{number}")).but(|it| {
            it.record.facts.cost_baht = cost;
            it.record.facts.evidence = (number > 3).then_some(Evidence::Verified);
            it.record.facts.missions = vec![Mission::Vocational];
        }));
    }
    assert_eq!(
        shown(&facets(&site, ListOf::BestPractices)),
        [
            "district: khemarat 1, khueang-nai 5",
            "mission: vocational 6",
            "evidence: verified 2",
            "cost: free 1, up-to-5000 2, up-to-50000 1, more 1",
            "year: 2022 6",
        ]
    );
}

#[test]
fn short_lists_are_not_filtered_and_long_ones_have_files() {
    let with = |count: usize| {
        (0..count).fold(a_site(), |site, number| {
            site.with(a_center(&format!("c{number:02}")))
        })
    };
    let names = |count| {
        let site = with(count);
        FacetNames::by_content(&site.directory(), &listings(&site), ListOf::Centers)
    };
    assert!(names(5).files(&[Lang::Th]).is_empty());
    let long = names(41);
    let files = long.files(&[Lang::Th, Lang::En]);
    assert_eq!(files.len(), 2 + 2 * (1 + 2), "{files:?}");
    let addresses: std::collections::BTreeSet<_> = files
        .iter()
        .map(|it| long.address(ListOf::Centers, *it))
        .collect();
    assert_eq!(addresses.len(), files.len());
    assert_eq!(names(41), long);
    let more = names(42);
    assert_eq!(
        more.slices[0], long.slices[0],
        "what did not change keeps its name"
    );
    assert_ne!(more.slices[1], long.slices[1]);
    assert_ne!(more.version, long.version);
}

/// Whether an entry has a value, read from the entry itself and not from what was counted.
fn has(
    directory: &Directory,
    center: &Center,
    practice: Option<&BestPractice>,
    facet: Facet,
    key: &str,
) -> bool {
    let (topics, missions) = match practice {
        Some(it) => (&it.topics, &it.missions),
        None => (&center.topics, &center.missions),
    };
    match facet {
        Facet::District => directory.areas.districts[&center.location.district].slug == key,
        Facet::Topic => topics
            .iter()
            .any(|it| directory.site.topics[it.0].id == key),
        Facet::Mission => missions.iter().any(|it| it.word() == key),
        Facet::Level => center.level.word() == key,
        Facet::Status => center.status.word() == key,
        Facet::Facility => center.visit.facilities.iter().any(|it| it.word() == key),
        Facet::Evidence => practice
            .unwrap()
            .evidence
            .is_some_and(|it| it.word() == key),
        Facet::Cost => practice
            .unwrap()
            .cost_baht
            .is_some_and(|it| CostBand::of(it).word() == key),
        Facet::Year => practice.unwrap().date.year().to_string() == key,
        Facet::Practice => directory
            .practices
            .iter()
            .any(|it| directory.center(it.center).path == center.path),
        Facet::Award => {
            let awards = practice.map_or(&center.awards, |it| &it.awards);
            let mut own = directory.practices.iter();
            let own = practice.is_none()
                && own.any(|it| {
                    directory.center(it.center).path == center.path && !it.awards.is_empty()
                });
            own || !awards.is_empty()
        }
    }
}

fn a_random_center(number: usize, kind: u32) -> crate::testing::CenterBuilder {
    let center = a_center(&format!("c{number}"));
    let center = match kind % 3 {
        0 => center.in_area("เขมราฐ", "นาแวง"),
        1 => center.at_level("district").in_district("เขื่องใน"),
        _ => center,
    };
    let center = if kind & 8 > 0 {
        center.about("rice")
    } else {
        center
    };
    center.but(|it| {
        it.record.facts.status = Status::ALL[kind as usize / 16 % 4];
        for (bit, mission) in Mission::ALL.iter().enumerate() {
            if kind >> (6 + bit) & 1 > 0 {
                it.record.courses.push(a_course(*mission));
            }
        }
        for (bit, facility) in Facility::ALL.iter().enumerate() {
            if kind >> (11 + bit) & 1 > 0 {
                it.record.visit.facilities.push(*facility);
            }
        }
        it.record.awards.extend((kind >> 18 & 1 > 0).then(an_award));
    })
}

fn a_random_practice(number: usize, center: usize, kind: u32) -> crate::testing::PracticeBuilder {
    let it = a_practice(&format!("c{center}"), &format!("p{number}"));
    let it = if kind & 1 > 0 { it.about("rice") } else { it };
    it.but(|it| {
        it.record.facts.missions = Mission::ALL
            .iter()
            .copied()
            .filter(|mission| kind >> (1 + *mission as u32) & 1 > 0)
            .collect();
        it.record.facts.evidence = Evidence::ALL.get(kind as usize / 64 % 5).copied();
        it.record.facts.cost_baht =
            [None, Some(0), Some(900), Some(7_000), Some(90_000)][kind as usize / 320 % 5];
        it.record.awards.extend((kind >> 20 & 1 > 0).then(an_award));
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn as_many_are_counted_as_are_found(
        centers in prop::collection::vec(any::<u32>(), 1..12),
        practices in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>()), 0..12),
    ) {
        let mut site = a_site();
        for (number, kind) in centers.iter().enumerate() {
            site = site.with(a_random_center(number, *kind));
        }
        for (number, (center, kind)) in practices.iter().enumerate() {
            site = site.with(a_random_practice(number, center.index(centers.len()), *kind));
        }
        let directory = Arc::new(site.directory());
        let lists = Listings::new(&directory, &Memo::off());
        // Planned are as many pages of each list as it fills.
        let lengths = Names::of(&directory, &lists).lengths;
        prop_assert_eq!(lengths.centers, pages_of(lists.centers().len()));
        prop_assert_eq!(lengths.awards, lists.awards().len().div_ceil(AWARDS_PAGE_SIZE).max(1));
        for (number, pages) in lengths.districts.iter().enumerate() {
            prop_assert_eq!(*pages, lists.centers_of_district(number).pages.len());
        }
        for (number, pages) in lengths.topics.iter().enumerate() {
            let id = TopicId(number);
            let entries = lists.centers_of_topic(id).len() + lists.of_topic(id).practices.len();
            prop_assert_eq!(*pages, pages_of(entries));
        }
        for (mission, pages) in Mission::ALL.iter().zip(lengths.missions) {
            let (centers, practices) = lists.of_mission(*mission);
            prop_assert_eq!(pages, (centers.len() + practices.len()).div_ceil(PAGE_SIZE));
        }
        for list in ListOf::ALL {
            let facets = lists.facets(list);
            for column in &facets.columns {
                for value in &column.values {
                    let found = (0..facets.total).filter(|at| match list {
                        ListOf::Centers => has(&directory, directory.center(lists.centers()[*at]), None, column.facet, &value.key),
                        ListOf::BestPractices => {
                            let it = directory.practice(lists.practices()[*at]);
                            has(&directory, directory.center(it.center), Some(it), column.facet, &value.key)
                        }
                    });
                    prop_assert_eq!(&value.entries, &found.collect::<Vec<_>>(), "{:?} {}", column.facet, value.key);
                    prop_assert!(!value.entries.is_empty());
                }
            }
            // The pages that exist without a script list as many.
            for number in 0..lists.districts().len() {
                let centers = lists.centers_of_district(number);
                let listed = match list {
                    ListOf::Centers => centers.centers.len() + centers.subdistricts.iter().map(Vec::len).sum::<usize>(),
                    ListOf::BestPractices => lists.of_district(number).practices.len(),
                };
                prop_assert_eq!(facets.entries(Facet::District, number).len(), listed);
            }
            for number in 0..directory.site.topics.len() {
                let listed = match list {
                    ListOf::Centers => lists.centers_of_topic(TopicId(number)).len(),
                    ListOf::BestPractices => lists.of_topic(TopicId(number)).practices.len(),
                };
                prop_assert_eq!(facets.entries(Facet::Topic, number).len(), listed);
            }
        }
    }
}
