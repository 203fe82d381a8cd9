//! Calendars and contact cards of a whole site.

use super::*;

const DAYS: &str = "+++\ntitle = \"งานทอผ้า, ครั้งที่ ๒\"\ndate = 2569-12-30\nend_date = 2570-01-02\nplace = \"ศาลากลางบ้าน\"\nsummary = \"ทอ; ย้อม\"\n+++\n";
const PAST: &str = "+++\ntitle = \"งานที่ผ่านมา\"\ndate = 2569-01-02\n+++\n";

fn with_activities() -> TestSite {
    let folder = "content/centers/khueang-nai/hua-don/activities";
    a_site()
        .with(&format!("{folder}/weaving.md"), DAYS)
        .with(&format!("{folder}/past.md"), PAST)
}

/// The lines of a file, unfolded; every one ends as it must.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    let joined = file.replace("\r\n ", "");
    joined.split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_holds_what_is_to_come_and_what_was() {
    let site = with_activities().ready();
    for path in ["calendar.ics", "districts/khueang-nai/calendar.ics"] {
        let all = lines(&site.text(path));
        let of = |name: &str| -> Vec<&str> {
            let lines = all.iter().filter_map(|it| it.strip_prefix(name));
            lines.collect()
        };
        assert_eq!(of("SUMMARY:"), ["งานที่ผ่านมา", "งานทอผ้า\\, ครั้งที่ ๒"], "{path}");
        assert_eq!(of("DTSTART;VALUE=DATE:"), ["20260102", "20261230"]);
        // The day after the last one, also over the turn of a year.
        assert_eq!(of("DTEND;VALUE=DATE:"), ["20260103", "20270103"]);
        assert_eq!(
            of("LOCATION:")[1],
            "ศาลากลางบ้าน\\, ตำบลหัวดอน อำเภอเขื่องใน\\, จังหวัดอุบลราชธานี"
        );
        assert_eq!(
            of("UID:")[1],
            "example.go.th/centers/khueang-nai/hua-don/activities/weaving/"
        );
        assert!(of("DESCRIPTION:")[1].starts_with("ทอ\\; ย้อม\\nศูนย์หัวดอน\\nhttps://"));
    }
    let thai = lines(&site.text("calendar.ics"));
    let english = lines(&site.text("en/calendar.ics"));
    let uids = |all: &[String]| -> Vec<String> {
        let uids = all.iter().filter(|it| it.starts_with("UID:"));
        uids.cloned().collect()
    };
    assert_eq!(uids(&thai), uids(&english), "one activity, two languages");
    let empty = lines(&site.text("districts/khemarat/calendar.ics"));
    assert!(
        empty.contains(&"BEGIN:VTIMEZONE".to_owned()),
        "never without a part"
    );
    assert!(!empty.contains(&"BEGIN:VEVENT".to_owned()));
}

#[test]
fn only_what_is_to_come_has_a_calendar_file_of_its_own() {
    let site = with_activities().ready();
    let folder = "centers/khueang-nai/hua-don/activities";
    let file = site.text(&format!("{folder}/weaving/calendar.ics"));
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
    assert!(
        !file.contains("X-WR-CALNAME"),
        "it is imported, not subscribed to"
    );
    let page = site.text(&format!("{folder}/weaving/index.html"));
    assert!(page.contains(&format!("href=\"/{folder}/weaving/calendar.ics\"")));
    let past = format!("{folder}/past/calendar.ics");
    assert!(!site.plan.files.contains_key(&past));
    let page = site.text(&format!("{folder}/past/index.html"));
    assert!(!page.contains(".ics"));
}

#[test]
fn a_contact_card_is_of_whoever_answers() {
    let coordinator = "[coordinator]\nname = \"นายสมชาย ใจดี\"\nposition = \"ประธาน\"\nphone = \"๐๘๑-๒๓๔-๕๖๗๘\"\nconsent = ";
    let path = "centers/khueang-nai/hua-don/contact.vcf";
    let card = |consent: &str| {
        let center = format!("{CENTER}{coordinator}{consent}\n");
        let site = a_site().with(HUA_DON, &center);
        lines(&site.ready().text(path))
    };
    let has = |card: &[String], line: &str| card.iter().any(|it| it == line);
    let person = card("true");
    assert_eq!(
        (person[0].as_str(), person[1].as_str()),
        ("BEGIN:VCARD", "VERSION:3.0")
    );
    for line in [
        "FN:นายสมชาย ใจดี",
        "N:;นายสมชาย ใจดี;;;",
        "ORG:ศูนย์หัวดอน",
        "TITLE:ประธาน",
        "TEL;TYPE=WORK,VOICE:+66812345678",
        "ADR;TYPE=WORK:;;ตำบลหัวดอน;อำเภอเขื่องใน;จังหวัดอุบลราชธานี;34150;",
        "URL:https://example.go.th/centers/khueang-nai/hua-don/",
    ] {
        assert!(has(&person, line), "{line} in {person:#?}");
    }
    let office = card("false");
    for line in [
        "FN:ศูนย์หัวดอน",
        "ORG:สำนักงานกลาง",
        "TEL;TYPE=WORK,VOICE:+6645344628",
        "NOTE:ติดต่อผ่านสำนักงานกลาง",
    ] {
        assert!(has(&office, line), "{line} in {office:#?}");
    }
    assert!(!office.concat().contains("สมชาย") && !office.concat().contains("812345678"));
}

#[test]
fn switches_leave_them_out() {
    let settings = format!("{SITE}[output]\ncalendar = false\ncontact_cards = false\n");
    let site = with_activities().with(SETTINGS, &settings).ready();
    let left = site.plan.files.keys();
    let left: Vec<_> = left
        .filter(|it| it.ends_with(".ics") || it.ends_with(".vcf"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    for (path, text) in site.all() {
        assert!(
            !text.contains(".ics\"") && !text.contains(".vcf\""),
            "link in {path}"
        );
    }
}

#[test]
fn the_worker_keeps_only_what_there_is() {
    let site = with_activities().ready();
    let script = site.text("sw.js");
    let line = script
        .lines()
        .find_map(|it| it.strip_prefix("const kept = "));
    let kept: serde_json::Value = serde_json::from_str(line.unwrap()).unwrap();
    let all = |it: &serde_json::Value| -> Vec<String> {
        let list = it.as_array().unwrap().iter();
        list.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let essentials = all(&kept["essentials"]);
    for path in ["", "en/", "offline.html", "en/offline.html"] {
        assert!(essentials.contains(&path.to_owned()), "{path}");
    }
    assert!(
        essentials
            .iter()
            .any(|it| it.starts_with("sala.") && it.ends_with(".css"))
    );
    assert!(all(&kept["lists"]["en"]).contains(&"en/centers/".to_owned()));
    let lists = all(&kept["lists"]["th"]).into_iter();
    for address in lists.chain(all(&kept["lists"]["en"])).chain(essentials) {
        let file = plan::file_at(&address);
        assert!(site.plan.files.contains_key(&file), "{file}");
    }
    let other = with_activities().replacing(HUA_DON, "ศูนย์หัวดอน", "ศูนย์ใหม่");
    assert_ne!(
        script,
        other.ready().text("sw.js"),
        "what is new is a new worker"
    );
    assert_eq!(script, with_activities().ready().text("sw.js"));
    assert!(site.text("index.html").contains("data-worker=\"/sw.js\""));
    let settings = format!("{SITE}[output]\noffline = false\nleaflets = false\n");
    let site = with_activities().with(SETTINGS, &settings).ready();
    let worker = site.text("sw.js");
    assert!(worker.contains("registration.unregister()"), "{worker}");
    for (path, text) in site.all() {
        assert!(!text.contains("data-worker"), "{path}");
        let is_switched_off = ["offline.html", "/leaflet/index.html", "/poster/index.html"];
        assert!(
            !is_switched_off.iter().any(|it| path.ends_with(it)),
            "{path}"
        );
    }
}
