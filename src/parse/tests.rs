//! Whole sites in memory, through [`drafts`]: what a single rule's table cannot show.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::problem::Belongs;
use crate::model::center::Level;
use crate::model::{Date, Lang};
use crate::schema::area::COLUMNS;
use crate::testing::{TestSite, codes, mistake_in, source};
use crate::value::Consent;
use crate::value::Figure;

const SITE: &str =
    "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\n";
const SMALLEST: &str = "name = \"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน\"\nlevel = \"subdistrict\"\n\
                        [location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n";

fn read(files: &[(&str, &str)]) -> (Drafts, Diagnostics) {
    let mut found = Diagnostics::default();
    let drafts = drafts(&TestSite::of(files).sources(), &Memo::off(), &mut found);
    (drafts, found)
}

fn read_center(text: &str) -> (CenterDraft, Vec<&'static str>) {
    let mut found = Diagnostics::default();
    let source = source("content/centers/a/center.toml", text);
    let draft = center::center("a", &source, None, None, &mut found);
    (draft, codes(&found))
}

/// `more` goes before the tables of the smallest entry or, where it begins a table, after them.
fn with(more: &str) -> String {
    if more.starts_with('[') {
        format!("{SMALLEST}{more}\n")
    } else {
        format!("{more}\n{SMALLEST}")
    }
}

#[test]
fn the_smallest_entry_is_enough() {
    let (draft, found) = read_center(SMALLEST);
    assert_eq!(found, [""; 0]);
    assert_eq!(draft.record.facts.level, Level::Subdistrict);
    assert_eq!(*draft.record.location.district.unwrap().value, "เขื่องใน");
}

#[test]
fn a_key_in_the_wrong_table_is_told_the_right_one() {
    let below = |header: &str| Some(Belongs::Below(header.to_owned()));
    for (more, expected) in [
        ("[visit]\nopened = 2022-03-13", Some(Belongs::AboveTables)),
        ("[visit]\nname_en = \"Centre\"", Some(Belongs::AboveTables)),
        ("hours = \"วันพุธ\"", below("[visit]")),
        ("[visit]\nvillage = \"9\"", below("[location]")),
        ("[visit]\ntitle = \"x\"", None), // many tables have one
        ("[visit]\nhuors = \"x\"", None),
    ] {
        let mut found = Diagnostics::default();
        let source = source("content/centers/a/center.toml", &with(more));
        center::center("a", &source, None, None, &mut found);
        let belongs = found.sorted().iter().find_map(|it| match &it.problem {
            Problem::UnknownKey { belongs, .. } => Some(belongs.clone()),
            _ => None,
        });
        assert_eq!(belongs, Some(expected), "{more}");
    }
}

#[test]
fn every_mistake_of_a_center_is_reported() {
    for (more, expected) in [
        ("levle = \"district\"", "unknown-key"),
        ("summary = 5", "wrong-type"),
        ("summary_en = \"x\"", "english-without-thai"),
        ("status = \"opne\"", "unknown-word"),
        ("opened = 2568-02-29", "no-such-day"),
        ("opened = 2567-02-29", "date-needs-quotes"),
        ("opened = \"13 มีนาคม 2565\"", "bad-date"),
        ("opened = 2022-03-13T00:00:00+07:00", "date-with-time"),
        ("example = \"true\"", "wrong-type"),
        ("topics = \"weaving\"", "wrong-type"),
        ("topics = [\"weaving\", \"weaving\"]", "repeated-topic"),
        ("visit = \"ทุกวัน\"", "wrong-type"),
        ("[visit]\ngroup_min = 10\ngroup_max = 5", "groups-reversed"),
        ("[visit]\nnotice_days = -1", "out-of-range"),
        ("[visit]\nfacilities = [\"parkin\"]", "unknown-word"),
        (
            "[visit]\nlanguages = [\"ไทย\"]\nlanguages_en = [\"Thai\", \"Lao\"]",
            "list-lengths",
        ),
        ("[coordinator]\nphone = \"12\"", "bad-phone"),
        ("[coordinator]\nemail = \"x\"", "bad-email"),
        ("[coordinator]\nas = \"chair\"", "unknown-key"),
        ("[chair]\nas = \"boss\"", "unknown-word"),
        ("[committee]\nsteering_count = 5000000000", "out-of-range"),
        (
            "[[committee.working]]\nname = \"ก\"\nrole = \"chair\"",
            "unknown-word",
        ),
        (
            "[[committee.advisers]]\nname = \"ก\"\nrole = \"chair\"",
            "unknown-key",
        ),
        ("[[learning_stations]]\ntext = \"ก\"", "missing-key"),
        ("[[courses]]\ntitle = \"  \"", "blank-text"),
        ("[[service]]\nvisitors = 5", "missing-key"),
        (
            "[[service]]\nyear = 2565\n[[service]]\nyear = 2022",
            "repeated-year",
        ),
        (
            "[[service]]\nyear = 2565\nsatisfaction = 5.1",
            "out-of-range",
        ),
        (
            "[[service]]\nyear = 2565\nsatisfaction = nan",
            "out-of-range",
        ),
        (
            "[[service]]\nyear = 2565\nsatisfaction_percent = inf",
            "out-of-range",
        ),
        (
            "[[partners]]\nname = \"ก\"\nurl = \"www.example.go.th\"",
            "bad-url",
        ),
        ("[links]\nline = \"@id\"", "bad-url"),
        ("[leaders]\nother = \"หลายคน\"", "wrong-type"),
        ("[[highlights]]\ntitel = \"ก\"", "unknown-key"),
        ("rules = [\"ก\"]", "wrong-type"),
        ("[extra.a]\nb = 1", ""),
    ] {
        let (draft, found) = read_center(&with(more));
        assert_eq!(found.join(" "), expected, "for {more}");
        // What compares values, or needs arithmetic, is beyond a schema.
        let is_beyond = matches!(
            expected,
            "" | "groups-reversed" | "list-lengths" | "repeated-year"
        ) || more.contains("2568-02-29");
        let is_refused = mistake_in("center", &with(more)).is_some();
        assert_eq!(is_refused, !is_beyond, "by its schema, {more}");
        assert!(
            draft.is_whole || found == ["missing-key"],
            "the rest stays, for {more}"
        );
        assert!(!draft.record.facts.name.th.is_empty());
    }
    for (location, expected) in [
        ("latitude = 15.3", "half-a-point"),
        ("longitude = 104.6", "half-a-point"),
        ("latitude = 95\nlongitude = 104.6", "out-of-range"),
        ("latitude = nan\nlongitude = 104.6", "out-of-range"),
        ("latitude = \"๑๕.๓\"\nlongitude = 104.6", ""),
        ("point = \"15.3, 104.6\"", ""),
        ("point = \"https://maps.example/@15.3,104.6,17z\"", ""),
        ("point = \"104.6, 15.3\"", "bad-point"),
        (
            "point = \"15.3, 104.6\"\nlatitude = 15.3\nlongitude = 104.6",
            "two-points",
        ),
        (
            "latitude = \"15.3, 104.6\"\nlongitude = 104.6",
            "point-in-half",
        ),
        ("postal_code = \"3415\"", "bad-postal-code"),
        ("postal_code = 34150", ""),
        ("village = 9", ""),
        ("village = \"๙\"", ""),
        ("village = 9.5", "wrong-type"),
    ] {
        let (draft, found) = read_center(&format!("{SMALLEST}{location}\n"));
        assert_eq!(found.join(" "), expected, "for {location}");
        assert!(
            draft
                .record
                .location
                .facts
                .village
                .is_none_or(|it| *it == "9")
        );
    }
    assert_eq!(read_center("").1, ["missing-key"; 3]);
    assert_eq!(
        read_center("name = \"ก\"\nlevel = \"district\"\n[location]\n").1,
        ["missing-key"]
    );
}

#[test]
fn broken_toml_hides_neither_the_rest_nor_its_mistakes() {
    let text = "name = ศูนย์\nlevel = \"distrit\"\nopened = 2565-13-01\nexample = 5\n[location]\ndistrict = \"เขื่องใน\"\n";
    let (draft, found) = read_center(text);
    assert_eq!(
        found,
        ["unquoted-text", "unknown-word", "no-such-day", "wrong-type"]
    );
    assert!(draft.record.location.district.is_some());
}

#[test]
fn nothing_personal_without_consent() {
    let today = Date::new(2026, 1, 1).unwrap();
    for (consent, is_published) in [
        ("", false),
        ("consent = false", false),
        ("consent = true", true),
        ("consent = true\nconsent_until = 2569-12-31", true),
        ("consent = true\nconsent_until = 2568-12-31", false),
        ("consent = true\nconsent_until = \"เมื่อไรก็ได้\"", false),
        ("consent_until = 2569-12-31", false),
    ] {
        let (draft, _) = read_center(&with(&format!("[coordinator]\nname = \"ก\"\n{consent}")));
        let published = draft
            .record
            .coordinator
            .unwrap()
            .value
            .published(today)
            .is_some();
        assert_eq!(published, is_published, "for {consent}");
    }
    for (photo, is_withheld) in [
        ("", false),
        ("people = false", false),
        ("people = true", true),
        ("people = true\nconsent = true", false),
        ("people = \"yes\"", true),
    ] {
        let (draft, _) = read_center(&with(&format!("[[photos]]\nfile = \"a.jpg\"\n{photo}")));
        let photo = &draft.record.photos[0];
        let said = photo.people.0 && !photo.agreed().holds_on(today);
        assert_eq!(said, is_withheld, "for {photo:?}");
    }
    let committee = "[committee]\nconsent = true\n[[committee.steering]]\nname = \"ก\"\n";
    let (draft, _) = read_center(&with(committee));
    assert_eq!(
        draft.record.committee.unwrap().value.agreed(),
        Consent::Given
    );
}

/// Every key of the contract, each filled in.
const FULL: &str = include_str!("../../tests/parse/center.toml");
const FULL_SITE: &str = include_str!("../../tests/parse/site.toml");
const FULL_PRACTICE: &str = include_str!("../../tests/parse/practice.md");

#[test]
fn reads_every_key_of_the_contract() {
    let (drafts, found) = read(&[
        (
            "content/centers/khueang-nai/hua-don/best-practices/indigo.en.md",
            "+++\ntitle = \"Indigo\"\n+++\nA story.\n",
        ),
        (
            "content/centers/khueang-nai/hua-don/best-practices/indigo.md",
            FULL_PRACTICE,
        ),
        (
            "content/centers/khueang-nai/hua-don/center.en.md",
            "## Story\n",
        ),
        ("content/centers/khueang-nai/hua-don/center.md", "## เรื่อง\n"),
        ("content/centers/khueang-nai/hua-don/center.toml", FULL),
        ("content/site.toml", FULL_SITE),
    ]);
    let shown: Vec<_> = found
        .sorted()
        .iter()
        .map(|it| it.message(Lang::En))
        .collect();
    assert_eq!(shown, [""; 0]);

    let site = drafts.site.unwrap();
    assert_eq!(site.languages, [Lang::Th, Lang::En]);
    let site = site.record;
    assert_eq!(site.deadlines[0].due.to_string(), "2022-03-23");
    assert_eq!(
        site.offices[0].coordinator.as_ref().unwrap().value.agreed(),
        Consent::Missing
    );
    assert!(!site.output.qr && site.output.search);

    let draft = &drafts.centers[0];
    assert_eq!(draft.path, "khueang-nai/hua-don");
    let center = &draft.record;
    assert_eq!(center.facts.opened.unwrap().to_string(), "2022-03-13");
    let latitude = center.location.latitude.as_ref().unwrap().value.0;
    assert_eq!(latitude.to_string(), "15.3");
    assert_eq!(center.service[0].satisfaction, Some(4.5));
    assert_eq!(
        center
            .committee
            .as_ref()
            .unwrap()
            .value
            .advisers_count
            .as_ref()
            .unwrap()
            .value,
        5
    );
    assert_eq!(center.leaders.as_ref().unwrap().by_kind().len(), 7);
    assert_eq!(center.links.all().len(), 6);
    let rules = &center.rules.as_ref().unwrap().value.th;
    assert_eq!(&FULL[rules.place(0..2).span], "1.");
    assert_eq!(center.extra["looms"], 6);
    assert!(draft.story.th.is_some() && draft.story.en.is_some());

    let practice = &drafts.practices[0];
    assert_eq!(
        (practice.center.as_str(), practice.slug.as_str()),
        ("khueang-nai/hua-don", "indigo")
    );
    assert_eq!(practice.record.facts.title.en.as_deref(), Some("Indigo"));
    assert!(
        matches!(&practice.record.results[0].value, Figure::Number { digits, .. } if digits == "12.50")
    );
    let story = practice.story.th.as_ref().unwrap();
    let at = story.text.find("เรื่อง").unwrap();
    assert_eq!(
        &FULL_PRACTICE[story.place(at..at + "เรื่อง".len()).span],
        "เรื่อง"
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let (unix, found) = read_center(FULL);
    let (windows, windows_found) = read_center(&FULL.replace('\n', "\r\n"));
    assert_eq!((found, windows_found), (vec![], vec![]));
    assert_eq!(unix.record.facts, windows.record.facts);
    assert_eq!(unix.record.visit, windows.record.visit);
}

#[test]
fn a_national_id_is_found_wherever_it_stands() {
    let id = "1-2345-67890-12-1";
    let escaped = with("summary = \"\\u0031234567890121\"");
    for (path, text) in [
        (
            "content/centers/a/center.toml",
            with(&format!("summary = \"เลข {id}\"")),
        ),
        ("content/centers/a/center.toml", with(&format!("# {id}"))),
        ("content/centers/a/center.toml", escaped),
        (
            "content/pages/a.md",
            format!("+++\ntitle = \"ก\"\n+++\nเลข {id}\n"),
        ),
        (
            "content/pages/a.md",
            "+++\ntitle = \"ก\"\n+++\n๑๒๓๔๕๖๗๘๙๐๑๒๑\n".to_owned(),
        ),
    ] {
        let (_, found) = read(&[(path, &text), ("content/site.toml", SITE)]);
        assert_eq!(codes(&found), ["national-id"], "in {text}");
    }
}

#[test]
fn what_is_not_utf8_is_said_once_and_read_no_further() {
    let mut sources = TestSite::of(&[("content/site.toml", SITE)]).sources();
    let mut broken = source(
        "content/centers/a/center.toml",
        "name = \"\u{FFFD}\"\nlevle = 1\n",
    );
    broken.invalid_at = Some(8);
    sources.texts.insert(broken.path.clone(), Arc::new(broken));
    let mut found = Diagnostics::default();
    let drafts = drafts(&sources, &Memo::off(), &mut found);
    assert_eq!(codes(&found), ["not-utf8"]);
    assert!(drafts.centers.is_empty());
}

#[test]
fn a_site_needs_its_settings() {
    assert_eq!(codes(&read(&[]).1), ["no-site-toml"]);
    let columns: Vec<_> = COLUMNS.iter().map(|it| it.name).collect();
    let header = columns.join(",");
    let row = "3404,เขื่องใน,Khueang Nai,340409,หัวดอน,Hua Don,34150,15.3,104.6,true";
    let register = format!("{header}\n{row}\n");
    let without_province = SITE.replace("province", "description");
    let (_, found) = read(&[
        ("content/areas.csv", &register),
        ("content/site.toml", &without_province),
    ]);
    assert_eq!(codes(&found), ["missing-key"]);
}

#[test]
fn no_text_is_too_strange() {
    let long = format!("summary = \"{}\"", "ก".repeat(400_000));
    let shouting = format!("a = {}", "9".repeat(1_000_000));
    for text in [
        "",
        "\0",
        "\0\0\0 = \0",
        "\u{FEFF}name = 1",
        "name = \"\\u0000\"",
        "= = =",
        "[[[",
        "[a]\n[a.b]\n[[a]]\n[a]",
        "location = { district = { district = 1 } }",
        "location = [[]]",
        "[[location]]\n[location.x]",
        "visit.a.b = 1\nvisit.a = 2",
        "a.b = 1\n[a]\n[a.b]",
        "[highlights]\n[[highlights]]",
        "opened = 99999-99-99",
        "opened = 0x",
        "level = \"",
        "level = \"\"\"",
        &long,
        &shouting,
        &"\"".repeat(10_001),
        &"[".repeat(100_000),
        &"{".repeat(100_000),
        &"[a.".repeat(50_000),
        &"a = {".repeat(50_000),
        &format!("a = {}", "{a.a.a.a.a.a.a.a.a.a=".repeat(10_000)),
    ] {
        read_center(text);
        read(&[("content/pages/a.md", &format!("+++\n{text}\n+++\n"))]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "(?s).*") {
        read_center(&text);
        read(&[("content/pages/a.md", &format!("+++\n{text}")), ("content/areas.csv", &text), ("content/areas.geojson", &text)]);
    }

    #[test]
    fn any_toml_is_read_without_a_panic(
        lines in prop::collection::vec(
            ("(\\[|\\[\\[|)(name|level|location|location\\.district|visit|highlights|service|committee\\.steering|extra|opened|rules)(\\]|\\]\\]|)",
             "( = | )", "(1|-1|nan|0x7f|\"ก\"|'''|\"\"\"|\\[1, \"a\"\\]|\\{a = 1, year = \"๒๕๖๕\"\\}|2567-02-29|true|ก|)"), 0..12)
    ) {
        let text: String = lines.iter().map(|(key, is, value)| {
            if key.starts_with('[') { format!("{key}\n") } else { format!("{key}{is}{value}\n") }
        }).collect();
        let (_, found) = read_center(&text);
        let fact = text.clone();
        read(&[("content/pages/a.md", &format!("+++\n{text}+++\n")), ("content/site.toml", &fact)]);
        prop_assert!(!found.is_empty());
    }
}
