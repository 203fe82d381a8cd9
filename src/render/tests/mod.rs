//! Whole sites in memory: what stands in every file of them, whatever the theme.
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the plan writes its own endings"
)]

mod beside;

use std::collections::BTreeMap;

use crate::diagnostic::Problem;
use crate::model::{Date, Lang, SitePath};
use crate::plan::{self, Item};
use crate::testing::{PreparedSite, TestSite, codes, codes_in_files, options};
use crate::{BaseUrl, MakeIndex, Options};

const SITE: &str = r#"
title = "ทำเนียบทดสอบ"
title_en = "Test directory"
base_url = "https://example.go.th/"
languages = ["th", "en"]
digits = "thai"
province = "อุบลราชธานี"
province_en = "Ubon Ratchathani"
license = "CC BY 4.0"
[organization]
name = "สำนักงานกลาง"
name_en = "The Office"
phone = "045-344628"
[[topics]]
id = "weaving"
name = "ทอผ้า"
name_en = "Weaving"
[[deadlines]]
level = "subdistrict"
due = 2565-05-25
"#;

const AREAS: &str = "\
district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.4,104.5,true
3404,เขื่องใน,Khueang Nai,340404,หัวดอน,Hua Don,34150,15.3,104.6,true
3405,เขมราฐ,Khemarat,340501,เขมราฐ,Khemarat,34170,16.0,105.2,true
";

const CENTER: &str = r#"
name = "ศูนย์หัวดอน"
level = "subdistrict"
topics = ["weaving"]
[location]
subdistrict = "หัวดอน"
district = "เขื่องใน"
"#;

const PRACTICE: &str = r#"+++
title = "ย้อมคราม"
summary = "ย้อมผ้าด้วยคราม"
date = 2568-11-20
topics = ["weaving"]
+++

## วิธีทำ

ดู[ศูนย์ฯ](../center.toml) และ [หน้าหลัก](/)
"#;

const SETTINGS: &str = "content/site.toml";
const HUA_DON: &str = "content/centers/khueang-nai/hua-don/center.toml";
const INDIGO: &str = "content/centers/khueang-nai/hua-don/best-practices/indigo.md";

/// A small site: two districts, three sub-districts.
fn a_site() -> TestSite {
    TestSite::of(&[
        (SETTINGS, SITE),
        ("content/areas.csv", AREAS),
        (HUA_DON, CENTER),
        (INDIGO, PRACTICE),
    ])
}

/// The whole site as it is written, on the day of these tests.
fn on_the_day() -> Options {
    Options {
        index: MakeIndex::Now,
        ..options("2026-11-22")
    }
}

impl TestSite {
    /// Prepared for the day of these tests.
    fn ready(&self) -> PreparedSite {
        self.prepared(&on_the_day())
    }
}

impl PreparedSite {
    /// Every file that is made, not copied, but pictures, which have no text that could be searched.
    fn all(&self) -> BTreeMap<&str, String> {
        let made = self.plan.files.iter().filter(|(_, item)| {
            !matches!(
                item,
                Item::ThemeFile(_)
                    | Item::Static(_)
                    | Item::Document(_)
                    | Item::Photo(_)
                    | Item::Preview(..)
            )
        });
        made.map(|(path, _)| (path.as_str(), self.text(path)))
            .collect()
    }

    /// What is wrong, as a code and the file.
    fn problems(&self) -> Vec<String> {
        codes_in_files(&self.found)
    }
}

#[test]
fn nothing_of_a_person_without_consent_is_in_any_file() {
    let secrets = [
        "ลับสุดยอด",
        "899999999",
        "89-999-9999",
        "secret@",
        "secretline",
        "ห้ามเผยแพร่",
    ];
    let person = |key: &str, consent: &str| {
        format!(
            "[{key}]\nname = \"นายลับสุดยอด\"\nposition = \"ตำแหน่งลับสุดยอด\"\nphone = \"089-999-9999\"\n\
             email = \"secret@example.com\"\nline = \"secretline\"\n{consent}\n"
        )
    };
    let site_with = |consent: &str| {
        let center = format!(
            "{CENTER}\n{}{}[committee]\norder = \"1/2565\"\n{consent_of_order}\n\
             [[committee.working]]\nname = \"นางลับสุดยอด\"\nrole = \"head\"\n\
             [[resource_persons]]\nname = \"ครูลับสุดยอด\"\nexpertise = \"ทอผ้า\"\nproof = \"ห้ามเผยแพร่\"\n{consent_of_order}\n",
            person("coordinator", consent),
            person("chair", consent),
            consent_of_order = consent.split('\n').next().unwrap_or_default(),
        );
        let office = format!(
            "{SITE}\n[[offices]]\ndistrict = \"เขื่องใน\"\nname = \"สำนักงานพัฒนาชุมชนอำเภอเขื่องใน\"\n{}",
            person("offices.coordinator", consent)
        );
        let practice = PRACTICE.replacen(
            "+++\n\n",
            &format!("{}+++\n\n", person("contact", consent)),
            1,
        );
        let activity = "+++\ntitle = \"งานทอ\"\ndate = 2570-01-02\nproblems = \"ห้ามเผยแพร่\"\nsuggestions = \"ห้ามเผยแพร่\"\n+++\n";
        a_site()
            .with(SETTINGS, &office)
            .with(HUA_DON, &center)
            .with(INDIGO, &practice)
            .with(
                "content/centers/khueang-nai/hua-don/activities/weaving-day.md",
                activity,
            )
            .ready()
    };
    for consent in [
        "",
        "consent = false",
        "consent = true\nconsent_until = 2569-11-21",
    ] {
        let site = site_with(consent);
        for (path, text) in site.all() {
            // An order and its resource persons have no end of consent: there it is given.
            let is_given = consent.starts_with("consent = true");
            for secret in secrets {
                let is_of_order = is_given && ["ลับสุดยอด", "ห้ามเผยแพร่"].contains(&secret);
                assert!(
                    is_of_order || !text.contains(secret),
                    "{secret} in {path} with {consent:?}"
                );
            }
        }
    }
    let open = site_with("consent = true");
    let page = open.text("centers/khueang-nai/hua-don/index.html");
    assert!(
        page.contains("นายลับสุดยอด") && page.contains("tel:+66899999999"),
        "consent was given"
    );
    let activity = open.text("centers/khueang-nai/hua-don/activities/weaving-day/index.html");
    assert!(!activity.contains("ห้ามเผยแพร่"), "for the paper report only");
}

/// The values of every `href` and `src` of a page.
fn hrefs(html: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for name in [" href=\"", " src=\""] {
        let parts = html.split(name).skip(1);
        all.extend(parts.filter_map(|it| it.split('"').next()));
    }
    all
}

#[test]
fn every_link_leads_to_a_file_in_all_three_forms() {
    let bases = [
        (BaseUrl::FromSite, "/"),
        (
            BaseUrl::Url("https://example.go.th/sub/".to_owned()),
            "/sub/",
        ),
        (BaseUrl::Portable, ""),
    ];
    for (base, prefix) in bases {
        let about = "+++\ntitle = \"เกี่ยวกับ\"\nmenu = true\n+++\n\n[ศูนย์ฯ](../centers/khueang-nai/hua-don/center.toml#x)\n";
        let site = a_site().with("content/pages/about.md", about);
        let site = site.prepared(&Options {
            base_url: base,
            ..on_the_day()
        });
        let mut count = 0;
        for (path, text) in site
            .all()
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            for href in hrefs(text) {
                let is_elsewhere = ["http:", "https:", "tel:", "mailto:", "#"];
                if is_elsewhere.iter().any(|it| href.starts_with(it)) {
                    continue;
                }
                let target = href.split(['#', '?']).next().unwrap();
                let address = if prefix.is_empty() {
                    assert!(!href.starts_with('/'), "{href} in {path} is not relative");
                    SitePath::new(*path).beside(target).unwrap().to_string()
                } else {
                    let address = target.strip_prefix(prefix);
                    plan::file_at(address.unwrap_or_else(|| panic!("{href} in {path}")))
                };
                assert!(site.plan.files.contains_key(&address), "{href} in {path}");
                count += 1;
            }
        }
        assert!(count > 500, "{count} links were looked at");
    }
}

#[test]
fn the_same_content_makes_the_same_bytes() {
    let (one, other) = (a_site().ready(), a_site().ready());
    assert_eq!(one.all(), other.all());
    assert_eq!(one.all(), one.all());
}

#[test]
fn thai_pages_have_the_digits_of_the_site_and_english_ones_arabic() {
    let site = a_site().ready();
    let path = "centers/khueang-nai/hua-don/best-practices/indigo/index.html";
    let thai = site.text(path);
    assert!(thai.contains("๒๐ พฤศจิกายน ๒๕๖๘"), "{thai}");
    assert!(thai.contains("datetime=\"2025-11-20\""));
    let english = site.text(&format!("en/{path}"));
    assert!(english.contains("20 November 2025"));
    let is_thai_digit = |it: char| ('๐'..='๙').contains(&it);
    assert!(!english.contains(is_thai_digit));
}

#[test]
fn days_are_said_in_both_eras() {
    let site = a_site().ready();
    let parts = site.parts();
    let (thai, english) = (parts.voice(Lang::Th, ""), parts.voice(Lang::En, ""));
    let day = |year, month, day| Date::new(year, month, day).unwrap();
    for (start, end, th, en) in [
        (day(2022, 3, 3), None, "๓ มีนาคม ๒๕๖๕", "3 March 2022"),
        (
            day(2022, 3, 3),
            Some(day(2022, 3, 3)),
            "๓ มีนาคม ๒๕๖๕",
            "3 March 2022",
        ),
        (
            day(2022, 3, 3),
            Some(day(2022, 3, 5)),
            "๓–๕ มีนาคม ๒๕๖๕",
            "3–5 March 2022",
        ),
        (
            day(2022, 3, 30),
            Some(day(2022, 4, 2)),
            "๓๐ มีนาคม–๒ เมษายน ๒๕๖๕",
            "30 March–2 April 2022",
        ),
        (
            day(2022, 12, 31),
            Some(day(2023, 1, 1)),
            "๓๑ ธันวาคม ๒๕๖๕–๑ มกราคม ๒๕๖๖",
            "31 December 2022–1 January 2023",
        ),
    ] {
        assert_eq!(thai.days(start, end).text, th);
        assert_eq!(english.days(start, end).text, en);
    }
    assert_eq!(thai.day(day(2022, 3, 13)).short, "๑๓ มี.ค. ๖๕");
    assert_eq!(english.day(day(2022, 3, 13)).short, "13 Mar 2022");
    assert_eq!(thai.number(-1_234_567).text, "−๑,๒๓๔,๕๖๗");
    assert_eq!(english.number(999).text, "999");
    assert_eq!(thai.decimal("12345.60"), "๑๒,๓๔๕.๖๐");
    assert_eq!(thai.decimal("12.50"), "๑๒.๕๐");
}

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
    let total = site.plan.neighbours.progress.total();
    assert_eq!((total.target, total.established), (5, 0));
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
    let district = &site.plan.neighbours.districts[site.plan.neighbours.district_numbers["3404"]];
    let planned: Vec<_> = district
        .subdistricts
        .iter()
        .map(|it| (it.code.as_str(), it.is_planned))
        .collect();
    assert_eq!(planned, [("340401", true), ("340404", false)]);
    let counts = district.progress.subdistrict;
    assert_eq!(
        (counts.target, counts.established, counts.overdue),
        (2, 1, 1)
    );
}

#[test]
fn a_file_never_hides_a_page() {
    for (path, code) in [
        (
            "static/centers/index.html",
            "same-address static/centers/index.html",
        ),
        ("static/centers", "same-address static/centers"),
        ("static/favicon.svg", "same-address static/favicon.svg"),
    ] {
        assert_eq!(a_site().with(path, "").ready().problems(), [code]);
    }
    let page = "+++\ntitle = \"หน้าที่ชนกับรายการ\"\n+++\n";
    let site = a_site().with("content/pages/districts.md", page).ready();
    assert!(
        site.problems()
            .contains(&"same-address content/pages/districts.md".to_owned())
    );
    assert!(
        a_site()
            .with("static/img/logo.png", "")
            .ready()
            .problems()
            .is_empty()
    );
}

#[test]
fn a_mistake_of_the_settings_blames_no_entry() {
    let center = CENTER.to_owned() + "province = \"อุบลราชธานี\"\n";
    for (right, wrong, code) in [
        ("https://example.go.th/", "example", "bad-base-url"),
        (
            "title = \"ทำเนียบทดสอบ\"\ntitle_en = \"Test directory\"",
            "",
            "missing-key",
        ),
        (
            "province = \"อุบลราชธานี\"\nprovince_en = \"Ubon Ratchathani\"",
            "",
            "missing-key",
        ),
    ] {
        let site = a_site().replacing(SETTINGS, right, wrong);
        let found = site.with(HUA_DON, &center).ready().found;
        assert_eq!(codes(&found), [code], "{right}");
    }
}

#[test]
fn a_mistake_in_a_template_has_its_place() {
    for (template, line, column) in [
        ("<p>\n{{ site.title | nothing }}</p>", 2, 17),
        ("<p>\nก {% if %}</p>", 2, 9),
    ] {
        let path = SitePath::new("themes/sala/templates/404.html");
        let site = a_site().with(path.as_str(), template);
        let sources = site.sources();
        let (_, found) = site.prepare(&on_the_day());
        let found = found.sorted();
        assert_eq!(found.len(), 1, "{found:?}");
        let place = found[0].place.clone().unwrap();
        assert_eq!(place.file, path);
        let at = sources.positions(&place).unwrap().0;
        assert_eq!((at.line, at.column), (line, column), "{found:?}");
    }
}

#[test]
fn a_mistake_that_shows_when_a_page_is_made_has_its_place() {
    let site = a_site()
        .with(
            "themes/sala/templates/404.html",
            "<p>\n{{ site.title.none.more }}</p>",
        )
        .ready();
    assert!(site.found.sorted().is_empty());
    let error = site.render("404.html").unwrap_err();
    assert!(
        matches!(
            &error.problem,
            Problem::BrokenTemplate { built_in: None, .. }
        ),
        "{error:?}"
    );
    assert_eq!(
        error.place.unwrap().file.as_str(),
        "themes/sala/templates/404.html"
    );
}

#[test]
fn a_theme_of_the_site_lies_over_the_built_in_one() {
    let site = a_site()
        .with(SETTINGS, format!("theme = \"ours\"\n{SITE}"))
        .with(
            "themes/ours/templates/404.html",
            "{{ words.home }} {{ words.districts }} {{ site.assets[\"own.css\"] }}",
        )
        .with("themes/ours/i18n/th.toml", "home = \"บ้าน\"")
        .with("themes/ours/static/own.css", "a{}")
        .ready();
    assert!(site.problems().is_empty(), "{:?}", site.problems());
    let hash = blake3::hash(b"a{}").to_hex();
    assert_eq!(
        site.text("404.html"),
        format!("บ้าน อำเภอ /own.{}.css", &hash[..12])
    );
    let list = site.text("centers/index.html");
    assert!(
        list.contains("<html"),
        "other templates are the built-in ones"
    );

    let misspelt = a_site()
        .with(SETTINGS, format!("theme = \"sara\"\n{SITE}"))
        .ready();
    let expected = Problem::UnknownTheme {
        written: "sara".to_owned(),
        nearest: Some("sala".to_owned()),
    };
    assert_eq!(misspelt.found.sorted()[0].problem, expected);
}

#[test]
fn an_old_address_leads_on_in_every_language() {
    let renamed = "aliases = [\"/centers/old-name/\"]\nlevel";
    let site = a_site().replacing(HUA_DON, "level", renamed).ready();
    for (file, to) in [
        (
            "centers/old-name/index.html",
            "/centers/khueang-nai/hua-don/",
        ),
        (
            "en/centers/old-name/index.html",
            "/en/centers/khueang-nai/hua-don/",
        ),
    ] {
        assert!(
            site.text(file)
                .contains(&format!("content=\"0; url={to}\"")),
            "{file}"
        );
    }
    assert!(
        site.text("_redirects")
            .contains("/centers/old-name/ /centers/khueang-nai/hua-don/ 301\n")
    );
    assert!(!site.text("sitemap.xml").contains("old-name"));
}

#[test]
fn text_of_an_entry_cannot_leave_its_place() {
    let evil = "</script><script>alert(1)</script>";
    let site = a_site().replacing(INDIGO, "ย้อมคราม", evil).ready();
    for (path, text) in site.all() {
        let is_markup = path.ends_with(".html") || path.ends_with(".xml");
        assert!(!is_markup || !text.contains("<script>alert"), "{path}");
    }
}

#[test]
fn long_lists_are_split_and_say_so() {
    let mut site = a_site();
    for number in 0..85 {
        let text = CENTER.replace("ศูนย์หัวดอน", &format!("ศูนย์ที่ {number}"));
        site = site.with(
            &format!("content/centers/many/c{number}/center.toml"),
            &text,
        );
    }
    let site = site.ready();
    for list in ["centers", "topics/weaving", "districts/khueang-nai"] {
        let second = site.text(&format!("{list}/page/2/index.html"));
        assert!(second.contains("หน้า ๒ จาก ๓"), "{list}");
        assert!(
            site.plan
                .files
                .contains_key(&format!("en/{list}/page/3/index.html"))
        );
        assert!(
            !site
                .plan
                .files
                .contains_key(&format!("{list}/page/4/index.html"))
        );
    }
}

#[test]
fn the_foot_of_a_page_does_not_grow_with_the_site() {
    let mut site = a_site();
    for number in 10..70 {
        let text = format!("+++\ntitle = \"เรื่อง\"\nweight = {}\n+++\n", 70 - number);
        site = site.with(&format!("content/pages/story-{number}.md"), &text);
    }
    let home = site.ready().text("index.html");
    let named: Vec<_> = hrefs(&home)
        .into_iter()
        .filter(|it| it.starts_with("/story-"))
        .collect();
    let lightest = (50..70).rev().map(|it| format!("/story-{it}/"));
    assert_eq!(named, lightest.collect::<Vec<_>>());
}

/// Sixty centres of six districts, whose Thai and English names begin with different letters in different orders.
fn a_long_list() -> PreparedSite {
    let mut areas = AREAS.lines().next().unwrap().to_owned() + "\n";
    let mut site = a_site();
    let names = [
        ("กุดข้าวปุ้น", "Zuk"),
        ("เขมราฐ", "Yot"),
        ("เขื่องใน", "Bua"),
        ("ดอนมดแดง", "Don"),
        ("เดชอุดม", "Chan"),
        ("อื่น", "Ann"),
    ];
    for (number, (th, en)) in names.into_iter().enumerate() {
        let code = 3404 + number;
        let rest = format!("{code}04,หัวดอน,Hua Don,34150,15.{number},104.6,true\n");
        areas += &[&code.to_string(), th, en, &rest].join(",");
        for place in 0..10 {
            let text = CENTER.replace("\"เขื่องใน\"", &format!("\"{th}\""))
                + "[[courses]]\ntitle = \"หลักสูตร\"\nmission = \"vocational\"\n";
            let path = format!("content/centers/d{number}/c{place}/center.toml");
            site = site.with(&path, &text);
        }
    }
    site.with("content/areas.csv", &areas).ready()
}

#[test]
fn letters_lead_to_where_they_begin_in_lists_of_both_languages() {
    let site = a_long_list();
    for list in ["centers", "topics/weaving", "missions/vocational"] {
        for (folder, expected) in [("", "กขดอ"), ("en/", "ABCDYZ")] {
            let page = format!("{folder}{list}/index.html");
            let html = site.text(&page);
            let letters = html.split_once("class=\"letters\"").unwrap().1;
            let letters = letters.split_once("</ul>").unwrap().0;
            let links = letters.split("href=\"").skip(1).map(|it| {
                let (href, rest) = it.split_once('"').unwrap();
                (href, rest[1..].split_once('<').unwrap().0)
            });
            let links: Vec<_> = links.collect();
            let shown: String = links.iter().map(|it| it.1).collect();
            assert_eq!(shown, expected, "{page}");
            for (href, letter) in links {
                let (address, id) = href[1..].split_once('#').unwrap();
                let target = site.text(&format!("{address}index.html"));
                let place = target.find(&format!("id=\"{id}\""));
                let place = place.unwrap_or_else(|| panic!("{page}: {href} leads nowhere"));
                // It is the first heading of the letter: on the page before, no district begins with it.
                let before = &target[..place];
                let heading = if folder.is_empty() {
                    format!(">อำเภอ{letter}")
                } else {
                    format!("id=\"district-{}", letter.to_lowercase())
                };
                let earlier = before.matches(&heading).count();
                assert_eq!(earlier, 0, "{page}: {href} is not the first");
            }
        }
    }
}

#[test]
fn the_nearest_come_first_and_guesses_are_said() {
    let pin = |site: TestSite, name: &str, more: &str| {
        let path = format!("content/centers/khueang-nai/{name}/center.toml");
        site.with(&path, &(CENTER.replace("ศูนย์หัวดอน", name) + more))
    };
    let at = |north: &str| format!("latitude = {north}\nlongitude = 104.6\n");
    let site = pin(a_site(), "here", &at("15.30"));
    let site = pin(site, "near", &at("15.31"));
    let site = pin(site, "far", &at("15.50"));
    let site = pin(site, "no-pin", "");
    let closed = CENTER.replace("level =", "status = \"closed\"\nlevel =");
    let site = site.with(
        "content/centers/khueang-nai/closed/center.toml",
        &(closed + &at("15.3001")),
    );
    let site = site.ready();
    let html = site.text("centers/khueang-nai/here/index.html");
    let nearby = html.split_once("id=\"nearby\"").unwrap().1;
    let nearby = nearby.split_once("</section>").unwrap().0;
    let order: Vec<_> = ["no-pin", "near", "far"]
        .map(|name| nearby.find(&format!("/centers/khueang-nai/{name}/")))
        .to_vec();
    assert!(order.iter().all(Option::is_some), "{nearby}");
    assert!(order.is_sorted(), "{nearby}");
    assert!(!nearby.contains("/khueang-nai/closed/"), "{nearby}");
    for words in ["ห่าง ๑.๑ กม.", "ห่าง ๒๒ กม.", "ในพื้นที่เดียวกัน"]
    {
        assert!(nearby.contains(words), "{words}: {nearby}");
    }
}

#[test]
fn parts_of_filters_hold_the_cards_of_their_entries() {
    let site = a_long_list();
    for (lang, folder) in [("th", ""), ("en", "en/")] {
        let part = |at: usize| {
            let start = format!("facets/centers-{lang}-{at}.");
            let path = site.plan.files.keys().find(|it| it.starts_with(&start));
            let text = site.text(path.unwrap());
            let json = text.trim().strip_prefix("salaFacets(").unwrap();
            let json = json.strip_suffix(')').unwrap();
            serde_json::from_str::<Vec<String>>(json).unwrap()
        };
        let cards = [part(0), part(1)].concat();
        assert_eq!(cards.len(), 61, "the sixty and the one of every test");
        let near = &site.plan.neighbours;
        for (card, id) in cards.iter().zip(&near.centers) {
            let href = format!(
                "href=\"/{folder}centers/{}/\"",
                site.directory.center(*id).path
            );
            assert!(card.contains(&href), "{card}");
        }
    }
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
fn every_word_that_the_program_says_is_in_the_built_in_theme() {
    let site = a_site().ready();
    let (th, en) = (site.theme.words(Lang::Th), site.theme.words(Lang::En));
    assert!(
        th.keys().eq(en.keys()),
        "both languages have the same words"
    );
    // What the sources of this room ask for by name.
    let sources = [
        include_str!("../pages/activity.rs"),
        include_str!("../pieces/cards.rs"),
        include_str!("../pages/center.rs"),
        include_str!("../frame/head.rs"),
        include_str!("../pages/home.rs"),
        include_str!("../pages/lists.rs"),
        include_str!("../pages/practice.rs"),
        include_str!("../frame/site.rs"),
        include_str!("../pieces/story.rs"),
        include_str!("../data/mod.rs"),
        include_str!("../host/mod.rs"),
        include_str!("../pages/article.rs"),
    ];
    let mut count = 0;
    for source in sources {
        for (call, prefix) in [
            (".word(\"", ""),
            (".filled(\"", ""),
            (".placed(\"", ""),
            ("fact(\"", "fact_"),
            ("fact_of(\"", "fact_"),
            ("fact_day(\"", "fact_"),
        ] {
            for part in source.split(call).skip(1) {
                let key = format!("{prefix}{}", part.split('"').next().unwrap());
                assert!(th.contains_key(&key), "{key}");
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count} words were looked for");
}
