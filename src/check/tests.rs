use crate::model::center::{Award, Component, Course, Mission, ServiceYear};
use crate::model::directory::TopicId;
use crate::model::practice::Evidence;
use crate::model::{Date, Text};
use crate::schema::center::CenterRecord;
use crate::schema::field::Year;
use crate::schema::practice::{PracticeRecord, ResultFigure};
use crate::testing::{
    SiteBuilder, a_center, a_page, a_practice, a_site, an_activity, an_office, at, nothing,
};
use crate::value::Figure;

#[test]
fn a_bad_entry_hides_nothing_and_blames_nobody() {
    let site = a_site()
        .with(a_center("a").in_area("เขื่องไน", "หัวดอน"))
        .with(a_center("b").about("no-such"))
        .with(a_center("c"))
        .with(a_practice("a", "x").about("no-such"))
        .with(an_activity("a", "y"))
        .with(a_practice("c", "z").adapted_from("a/best-practices/x"));
    let (directory, found) = site.check();
    let codes: Vec<_> = found
        .iter()
        .map(|it| it.split(' ').next().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "error[unknown-topic]",
            "error[unknown-district]",
            "error[unknown-topic]"
        ]
    );
    let directory = directory.unwrap();
    assert_eq!(directory.centers.len(), 1);
    assert_eq!(
        (directory.practices.len(), directory.activities.len()),
        (1, 0)
    );
    assert_eq!(directory.practices[0].adapted_from, None);
}

#[test]
fn who_names_a_topic_is_told_its_id() {
    let found = a_site().with(a_center("a").about("ข้าว")).problems();
    assert!(found[0].contains("did you mean \"rice\"?"), "{found:?}");
}

#[test]
fn without_settings_entries_are_checked_all_the_same() {
    let site = a_site()
        .without_settings()
        .with(a_center("a").about("rice").in_area("เขื่องไน", "หัวดอน"));
    let (directory, found) = site.check();
    assert!(directory.is_none());
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn drafts_are_part_of_previews_alone() {
    let site = a_site()
        .with(a_center("a"))
        .with(a_practice("a", "x").draft())
        .with(an_activity("a", "x").draft())
        .with(a_page("about").draft());
    let count = |site: SiteBuilder| {
        let directory = site.directory();
        (
            directory.practices.len(),
            directory.activities.len(),
            directory.pages.len(),
        )
    };
    assert_eq!(count(site.clone()), (0, 0, 0));
    assert_eq!(count(site.clone().with_drafts()), (1, 1, 1));
    let directory = site.with_drafts().directory();
    assert!(
        directory.practices[0].draft && directory.activities[0].draft && directory.pages[0].draft
    );
}

#[test]
fn what_a_centre_of_examples_tells_is_an_example() {
    let site = a_site()
        .with(a_center("a"))
        .with(a_center("e").example())
        .with(a_practice("a", "real"))
        .with(a_practice("a", "shown").example())
        .with(a_practice("e", "x"))
        .with(an_activity("e", "y"));
    let directory = site.directory();
    let examples: Vec<_> = directory.practices.iter().map(|it| it.example).collect();
    assert_eq!(examples, [false, true, true]);
    assert!(directory.activities[0].example && directory.site.examples);
    for without in [
        site.clone().without_examples(),
        site.with_examples_switched_off(),
    ] {
        let (directory, found) = without.check();
        assert_eq!(found, [""; 0]);
        let directory = directory.unwrap();
        let slugs: Vec<_> = directory
            .practices
            .iter()
            .map(|it| it.slug.as_str())
            .collect();
        assert_eq!(slugs, ["real"]);
        assert_eq!(
            (directory.centers.len(), directory.activities.len()),
            (1, 0)
        );
        assert!(!directory.site.examples);
    }
}

#[test]
fn a_planned_centre_has_no_entries() {
    let planned = || a_site().with(a_center("a").planned());
    assert_eq!(planned().codes(), [""; 0]);
    assert_eq!(
        planned().with(a_practice("a", "x")).codes(),
        ["error[entry-of-planned]"]
    );
    assert_eq!(
        planned().with(an_activity("a", "x")).codes(),
        ["error[entry-of-planned]"]
    );
    assert_eq!(
        planned().with(a_practice("a", "x").draft()).codes(),
        [""; 0]
    );
}

#[test]
fn a_notice_goes_after_its_last_day() {
    for (until, is_shown) in [(14, false), (15, true), (16, true)] {
        let center = a_center("a").but(|it| {
            it.record.facts.notice = Some(Text::thai("น้ำท่วม"));
            it.record.facts.notice_until = Date::new(2022, 6, until);
        });
        assert_eq!(
            center.checked().notice.is_some(),
            is_shown,
            "until {until} June"
        );
    }
}

#[test]
fn topics_are_in_the_order_of_the_settings() {
    assert_eq!(
        a_center("a").about("rice").about("rice").checked().topics,
        [TopicId(0)]
    );
    let found = a_center("a").about("rise").problems();
    assert!(found[0].contains("did you mean \"rice\"?"), "{found:?}");
}

#[test]
fn the_newest_comes_first() {
    let award = |title: &str, year: Option<i16>| Award {
        title: Text::thai(title),
        level: None,
        year: year.map(Year),
        by: None,
    };
    let service = |year| ServiceYear {
        year: at(Year(year)),
        ..nothing()
    };
    let center = a_center("a").but(|it| {
        it.record.awards = vec![
            award("ก", None),
            award("ข", Some(2564)),
            award("ค", Some(2565)),
            award("ง", Some(2564)),
        ];
        it.record.service = vec![service(2563), service(2565)];
    });
    let center = center.checked();
    let titles: Vec<_> = center
        .awards
        .iter()
        .map(|it| it.title.th.as_str())
        .collect();
    assert_eq!(titles, ["ค", "ข", "ง", "ก"]);
    assert_eq!(center.service[0].year.value.0, 2565);
}

#[test]
fn a_centre_teaches_what_its_courses_and_practices_do() {
    let course = Course {
        title: Text::thai("ทอผ้า"),
        mission: Some(Mission::Vocational),
        audience: None,
        duration: None,
        text: None,
    };
    let practice = a_practice("a", "x")
        .but(|it| it.record.facts.missions = vec![Mission::Vocational, Mission::Leadership]);
    let (directory, _) = a_site()
        .with(a_center("a").but(|it| it.record.courses = vec![course]))
        .with(practice)
        .check();
    assert_eq!(
        directory.unwrap().centers[0].missions,
        [Mission::Leadership, Mission::Vocational]
    );
}

#[test]
fn components_are_documented_by_what_the_entry_has() {
    let documented = |site: SiteBuilder| site.directory().centers.remove(0).documented.clone();
    assert_eq!(documented(a_site().with(a_center("a"))), []);
    let told = a_practice("a", "x").but(|it| it.record.facts.evidence = Some(Evidence::Told));
    assert_eq!(documented(a_site().with(a_center("a")).with(told)), []);
    let measured =
        a_practice("a", "x").but(|it| it.record.facts.evidence = Some(Evidence::Measured));
    let center = a_center("a").working_count(10).but(|it| {
        it.record.partners = vec![crate::model::center::Partner {
            name: Text::thai("วัด"),
            sector: None,
            url: None,
        }];
    });
    let all = a_site()
        .with(center)
        .with(measured)
        .with(an_activity("a", "y"));
    assert_eq!(
        documented(all),
        [
            Component::Committee,
            Component::BestKnowledge,
            Component::Participation
        ]
    );
}

#[test]
fn a_district_has_one_office() {
    let (directory, found) = a_site()
        .with(an_office("เขื่องใน"))
        .with(an_office("เขมราฐ"))
        .check();
    assert_eq!(found, [""; 0]);
    let codes: Vec<_> = directory.unwrap().site.offices.into_keys().collect();
    assert_eq!(codes, ["3404", "3405"]);
    assert_eq!(
        a_site()
            .with(an_office("เขื่องใน"))
            .with(an_office("3404"))
            .codes(),
        ["error[repeated-office]"]
    );
    assert_eq!(
        a_site().with(an_office("เขื่อง")).codes(),
        ["error[unknown-district]"]
    );
}

#[test]
fn entries_are_in_the_order_of_their_addresses() {
    let site = a_site()
        .with(a_center("b"))
        .with(a_center("a"))
        .with(a_practice("b", "x"))
        .with(a_practice("a", "z"))
        .with(a_practice("a", "y"));
    let directory = site.directory();
    let paths: Vec<_> = directory
        .centers
        .iter()
        .map(|it| it.path.as_str())
        .collect();
    assert_eq!(paths, ["a", "b"]);
    let slugs: Vec<_> = directory
        .practices
        .iter()
        .map(|it| it.slug.as_str())
        .collect();
    assert_eq!(slugs, ["y", "z", "x"]);
}

#[test]
fn what_an_entry_does_not_bear_out_is_warned_of() {
    let day = |year, month, day| Date::new(year, month, day);
    let result = |source: Option<&str>| ResultFigure {
        label: Text::thai("ครัวเรือน"),
        value: Figure::Words(Text::thai("ครึ่งหนึ่ง")),
        unit: None,
        before: None,
        period: None,
        source: source.map(Text::thai),
    };
    let practice = |change: &dyn Fn(&mut PracticeRecord)| {
        let site = a_site().with(a_center("a"));
        let practice = a_practice("a", "x").but(|it| change(&mut it.record));
        site.with(practice).codes()
    };
    let center =
        |change: &dyn Fn(&mut CenterRecord)| a_center("a").but(|it| change(&mut it.record)).codes();
    assert_eq!(
        center(&|it| it.facts.opened = day(2022, 3, 12)),
        ["warning[before-programme]"]
    );
    assert_eq!(center(&|it| it.facts.opened = day(2022, 3, 13)), [""; 0]);
    let claims = |evidence, results: Vec<ResultFigure>| {
        practice(&|it| {
            it.facts.evidence = Some(evidence);
            it.results = results.clone();
        })
    };
    assert_eq!(claims(Evidence::Told, vec![]), [""; 0]);
    assert_eq!(claims(Evidence::Measured, vec![]), [""; 0]);
    assert_eq!(claims(Evidence::Measured, vec![result(None)]), [""; 0]);
    assert_eq!(
        claims(Evidence::Verified, vec![result(None)]),
        ["warning[verified-without-source]"]
    );
    assert_eq!(
        claims(Evidence::Verified, vec![result(Some("ปศุสัตว์อำเภอ"))]),
        [""; 0]
    );
    assert_eq!(
        claims(Evidence::Replicated, vec![result(None)]),
        ["warning[replicated-without-copy]"]
    );
    let free = |words: &str| {
        practice(&|it| {
            it.facts.cost_baht = Some(0);
            it.facts.cost = Some(Text::thai(words));
        })
    };
    assert_eq!(free("เกลือ ๔๐ บาท"), ["warning[cost-not-free]"]);
    assert_eq!(free("ใช้แรงงานในบ้าน"), [""; 0]);
    let activity = |date| {
        let site = a_site().with(a_center("a"));
        site.with(an_activity("a", "x").but(|it| it.record.facts.date = date))
            .codes()
    };
    assert_eq!(activity(day(2053, 1, 1).unwrap()), ["warning[distant-day]"]);
}
