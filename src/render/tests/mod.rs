//! Whole sites in memory: what stands in every file of them, whatever the theme.
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the plan writes its own endings"
)]

mod addresses;
mod companions;
mod counts;
mod lists;
mod themes;
mod words;

use std::collections::BTreeMap;

use crate::diagnostic::Problem;
use crate::model::{Date, Lang, SitePath};
use crate::plan::{self, Output};
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
show = true
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
        let made = self.plan.files.iter().filter(|(_, output)| {
            !matches!(
                output,
                Output::ThemeFile(_)
                    | Output::Static(_)
                    | Output::Document(_)
                    | Output::Photo(_)
                    | Output::Preview(..)
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

#[test]
fn the_same_content_makes_the_same_bytes() {
    let (one, other) = (a_site().ready(), a_site().ready());
    assert_eq!(one.all(), other.all());
    assert_eq!(one.all(), one.all());
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
fn text_of_an_entry_cannot_leave_its_place() {
    let evil = "</script><script>alert(1)</script>";
    let site = a_site().replacing(INDIGO, "ย้อมคราม", evil).ready();
    for (path, text) in site.all() {
        let is_markup = path.ends_with(".html") || path.ends_with(".xml");
        assert!(!is_markup || !text.contains("<script>alert"), "{path}");
    }
}
