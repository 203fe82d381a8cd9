//! What is counted and told as open data.

use super::*;

#[test]
fn an_example_is_listed_and_nowhere_counted() {
    let example = "example = true\nchecked_on = 2568-01-01\nlevel";
    let site = a_site().replacing(HUA_DON, "level", example).ready();
    for (path, text) in site.all() {
        let is_machine_read =
            path.starts_with("data/") && !path.ends_with(".html") || path.ends_with(".xml");
        if is_machine_read {
            assert!(!text.contains("khueang-nai/hua-don"), "{path}");
        }
    }
    for page in ["", "best-practices/indigo/"] {
        let html = site.text(&format!("centers/khueang-nai/hua-don/{page}index.html"));
        assert!(html.contains("noindex"), "{page}");
    }
    assert!(site.text("centers/index.html").contains("ศูนย์หัวดอน"));
    let total = site.listings.progress().total();
    assert_eq!((total.target, total.recorded), (5, 0));
}

#[test]
fn a_planned_centre_is_counted_and_has_no_page() {
    let planned = CENTER
        .replacen("level", "status = \"planned\"\nlevel", 1)
        .replace("หัวดอน", "เขื่องใน");
    let site = a_site()
        .with(
            "content/centers/khueang-nai/khueang-nai/center.toml",
            &planned,
        )
        .ready();
    assert!(
        !site
            .plan
            .files
            .keys()
            .any(|it| it.contains("khueang-nai/khueang-nai"))
    );
    let number = site.listings.districts().number("3404").unwrap();
    let subdistricts = &site.listings.districts().get(number).subdistricts;
    assert_eq!(*subdistricts, ["340401", "340404"]);
    let progress = site.listings.progress_of(number);
    assert_eq!(progress.are_subdistricts_planned, [true, false]);
    let counts = progress.counts.subdistrict;
    assert_eq!((counts.target, counts.recorded, counts.overdue), (2, 1, 1));
}

#[test]
fn open_data_is_what_its_schema_says() {
    let site = a_site().ready();
    for (name, _) in plan::Table::ALL {
        let rows: serde_json::Value =
            serde_json::from_str(&site.text(&format!("data/{name}.json"))).unwrap();
        let schema: serde_json::Value =
            serde_json::from_str(&site.text(&format!("data/{name}.schema.json"))).unwrap();
        let properties = schema["items"]["properties"].as_object().unwrap();
        let required = schema["items"]["required"].as_array().unwrap();
        let rows = rows.as_array().unwrap();
        assert!(!rows.is_empty() || name == "activities", "{name}");
        for row in rows {
            assert!(
                row.as_object()
                    .unwrap()
                    .keys()
                    .all(|it| properties.contains_key(it)),
                "{row}"
            );
            assert!(
                required
                    .iter()
                    .all(|it| row.get(it.as_str().unwrap()).is_some()),
                "{row}"
            );
        }
        let csv = site.text(&format!("data/{name}.csv"));
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let header: Vec<_> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        assert!(header.iter().all(|it| properties.contains_key(it)));
        assert_eq!(reader.records().count(), rows.len());
    }
}

#[test]
fn a_deadline_measures_nothing_unless_the_site_shows_it() {
    let shown = a_site().ready();
    let hidden = a_site()
        .replacing("content/site.toml", "show = true", "show = false")
        .ready();
    let word = shown.theme.words(Lang::Th).get("overdue").unwrap();
    assert!(shown.text("progress/index.html").contains(word));
    assert!(!hidden.text("progress/index.html").contains(word));
    assert!(shown.text("data/progress.csv").contains("overdue"));
    assert!(!hidden.text("data/progress.csv").contains("overdue"));
    assert_eq!(hidden.listings.progress().total().overdue, 0);
}

#[test]
fn before_the_first_entry_home_and_progress_invite_and_show_no_zeros() {
    let planned = "status = \"planned\"\nlevel";
    let site = TestSite::of(&[
        (SETTINGS, SITE),
        ("content/areas.csv", AREAS),
        (HUA_DON, &CENTER.replacen("level", planned, 1)),
    ])
    .ready();
    let invite = site.theme.words(Lang::Th).get("invite").unwrap();
    for page in ["index.html", "progress/index.html"] {
        let html = site.text(page);
        assert!(html.contains(invite), "{page}");
        assert!(!html.contains("class=\"figures\""), "{page}");
    }
}

#[test]
fn a_number_counts_what_is_real_and_tells_examples_apart() {
    let example = CENTER.replacen("level", "example = true\nlevel", 1);
    let at = "content/centers/examples/one/center.toml";
    let site = a_site().with(at, example).ready();
    let list = site.text("centers/index.html");
    assert!(list.contains("พบ ๑ แห่ง · ตัวอย่าง ๑ แห่ง"), "{list}");
    let topics = site.text("topics/index.html");
    assert!(topics.contains("๑ เรื่อง"), "{topics}");
    let only = a_site()
        .replacing(HUA_DON, "level", "example = true\nlevel")
        .ready();
    for (page, said) in [
        ("centers/index.html", "<strong>ตัวอย่าง ๑ แห่ง"),
        ("best-practices/index.html", "<strong>ตัวอย่าง ๑ เรื่อง"),
        ("topics/index.html", "ตัวอย่าง ๑ เรื่อง"),
    ] {
        assert!(only.text(page).contains(said), "{page}");
    }
}

#[test]
fn the_site_is_the_offices_own_and_has_a_licence_only_where_it_says_so() {
    let quiet = a_site()
        .replacing(SETTINGS, "license = \"CC BY 4.0\"\n", "")
        .ready();
    let own = a_site()
        .replacing(
            SETTINGS,
            "[organization]",
            "[organization]\nofficial = true\ncontroller = \"สำนักงานกลาง\"",
        )
        .ready();
    for (path, text) in quiet.all() {
        for claim in [
            "CC BY",
            "creativecommons.org/licenses/by/4.0/",
            "เว็บไซต์ของสำนักงานกลาง",
            "GovernmentOrganization",
            "<author><name>สำนักงานกลาง",
        ] {
            assert!(!text.contains(claim), "{path}: {claim}");
        }
    }
    let home = own.text("index.html");
    assert!(home.contains("เว็บไซต์ของสำนักงานกลาง"));
    assert!(home.contains("ผู้ควบคุมข้อมูลส่วนบุคคล: สำนักงานกลาง"));
    assert!(own.text("feed.xml").contains("<author><name>สำนักงานกลาง"));
}

#[test]
fn an_example_says_that_it_is_one_away_from_its_page() {
    let site = a_site()
        .replacing(HUA_DON, "level", "example = true\nlevel")
        .ready();
    for page in ["", "best-practices/indigo/"] {
        let html = site.text(&format!("centers/khueang-nai/hua-don/{page}index.html"));
        assert!(html.contains("<title>[ตัวอย่าง] "), "{page}");
        assert!(html.contains("og:title\" content=\"[ตัวอย่าง] "), "{page}");
    }
}
