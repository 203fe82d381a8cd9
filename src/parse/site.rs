//! `content/site.toml` → the site's settings as written.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::center::Level;
use crate::model::media::Place;
use crate::model::site::{Deadline, Digits, MenuItem, Organization, Output, Topic};
use crate::model::{Lang, Text};
use crate::parse::document::Document;
use crate::parse::draft::{At, OfficeDraft, SiteDraft};
use crate::parse::front_matter::EXTRA;
use crate::parse::keys::{Key, Keys, Kind, key, required, words};
use crate::parse::{person, web};
use crate::source::Source;

/// The keys of `site.toml`.
pub const KEYS: &[Key] = &[
    required("title", Kind::Text, "ชื่อเว็บไซต์", "the site's title"),
    required(
        "base_url",
        Kind::String,
        "ที่อยู่จริงของเว็บไซต์",
        "the address that the site stands at",
    ),
    key(
        "description",
        Kind::Text,
        "คำอธิบายเว็บไซต์",
        "one or two sentences",
    ),
    key(
        "languages",
        Kind::Strings,
        "ภาษาของเว็บไซต์ ภาษาแรกเป็นภาษาหลัก",
        "languages, the default one first",
    ),
    key(
        "digits",
        Kind::Word(words::<Digits>),
        "ตัวเลขในหน้าภาษาไทย",
        "digits of Thai pages",
    ),
    key("theme", Kind::String, "ชื่อธีม", "name of the look"),
    key(
        "province",
        Kind::Text,
        "จังหวัด",
        "province, where areas.csv names none",
    ),
    key(
        "examples",
        Kind::Flag,
        "แสดงข้อมูลตัวอย่าง",
        "whether examples are shown",
    ),
    key(
        "license",
        Kind::String,
        "สัญญาอนุญาตของข้อความและภาพ",
        "licence of text and photos",
    ),
    key(
        "inspection_region",
        Kind::Count,
        "เขตตรวจราชการ",
        "inspection region, for the forms",
    ),
    key(
        "organization",
        Kind::Table(ORGANIZATION),
        "หน่วยงานเจ้าของเว็บไซต์",
        "who publishes",
    ),
    key(
        "offices",
        Kind::Tables(OFFICE),
        "สำนักงานพัฒนาชุมชนอำเภอ",
        "district offices",
    ),
    key(
        "output",
        Kind::Table(OUTPUT),
        "ไฟล์ที่สร้างนอกจากหน้าเว็บ",
        "what is made beside pages",
    ),
    key(
        "topics",
        Kind::Tables(TOPIC),
        "หัวข้อ",
        "what centres and practices are about",
    ),
    key(
        "deadlines",
        Kind::Tables(DEADLINE),
        "กำหนดส่งแบบรายงานพื้นที่เป้าหมาย",
        "due dates of the area reports",
    ),
    key("menu", Kind::Tables(MENU), "เมนูหลัก", "the main menu"),
    EXTRA,
];

const NAME: Key = key("name", Kind::Text, "ชื่อหน่วยงาน", "its name");
const ADDRESS: Key = key("address", Kind::Text, "ที่อยู่", "its address");
const PHONE: Key = key("phone", Kind::Phones, "โทรศัพท์", "telephone, or several");
const EMAIL: Key = key("email", Kind::Email, "อีเมล", "email address");
const LINE: Key = key("line", Kind::String, "LINE ID หรือลิงก์", "LINE ID or address");
const URL: Key = key("url", Kind::Url, "เว็บไซต์", "website");

const ORGANIZATION: &[Key] = &[NAME, ADDRESS, PHONE, EMAIL, LINE, URL];

const OFFICE: &[Key] = &[
    required(
        "district",
        Kind::NumberOrString,
        "ชื่อหรือรหัสอำเภอ",
        "name or code of the district",
    ),
    NAME,
    ADDRESS,
    PHONE,
    EMAIL,
    LINE,
    URL,
    key(
        "coordinator",
        Kind::Table(person::PERSON),
        "เจ้าหน้าที่ผู้ประสานงานโครงการ",
        "the programme's coordinator there",
    ),
];

const OUTPUT: &[Key] = &[
    key("search", Kind::Flag, "ค้นหา", "search"),
    key("data", Kind::Flag, "ข้อมูลเปิด", "open data"),
    key("calendar", Kind::Flag, "ปฏิทิน", "calendar"),
    key(
        "contact_cards",
        Kind::Flag,
        "นามบัตรอิเล็กทรอนิกส์",
        "contact cards",
    ),
    key(
        "leaflets",
        Kind::Flag,
        "แผ่นพับและโปสเตอร์",
        "leaflets and posters",
    ),
    key(
        "previews",
        Kind::Flag,
        "ภาพตัวอย่างเมื่อแชร์ลิงก์",
        "pictures for shared links",
    ),
    key("qr", Kind::Flag, "คิวอาร์โค้ด", "QR codes"),
    key("offline", Kind::Flag, "ใช้งานออฟไลน์", "offline copy"),
];

const TOPIC: &[Key] = &[
    required(
        "id",
        Kind::String,
        "รหัสหัวข้อ ใช้ในที่อยู่เว็บ",
        "its part of addresses",
    ),
    required("name", Kind::Text, "ชื่อหัวข้อ", "its name"),
    key(
        "icon",
        Kind::String,
        "ไอคอนของธีม",
        "one of the look's icons",
    ),
];

const DEADLINE: &[Key] = &[
    required(
        "level",
        Kind::Word(words::<Level>),
        "ระดับของศูนย์ฯ",
        "for centres of which level",
    ),
    required("due", Kind::Date, "วันสุดท้าย", "the last day"),
];

const MENU: &[Key] = &[
    required("name", Kind::Text, "ข้อความในเมนู", "its words"),
    required(
        "url",
        Kind::String,
        "ที่อยู่",
        "an address from the site's root, or a whole one",
    ),
];

/// The settings. What is required and cannot be read was reported and is stood in for, so that entries are checked against the rest.
pub fn site(source: &Source, found: &mut Diagnostics) -> SiteDraft {
    let document = Document::read(source, 0..source.text.len(), KEYS, found);
    let mut keys = Keys::new(&document, None, KEYS);
    let languages = languages(&mut keys, found);
    let title = keys.text("title", found);
    if languages.contains(&Lang::En) && title.as_ref().is_some_and(|it| it.en.is_none()) {
        keys.missing("title_en", found);
    }
    let base_url = keys.checked("base_url", web::base_url, found);
    let description = keys.text("description", found);
    let digits = keys.word("digits", found).unwrap_or(Digits::Arabic);
    let theme = keys.string("theme", found);
    let province = keys.text("province", found);
    let shows_examples = keys.flag("examples", found).unwrap_or(true);
    let license = keys.string("license", found).map(|it| it.value);
    let inspection_region = keys.count("inspection_region", found);
    let organization =
        keys.table("organization", found)
            .map_or_else(Organization::default, |mut keys| {
                let organization = organization(&mut keys, found);
                keys.finish(found);
                organization
            });
    let offices = offices(&mut keys, found);
    let output = output(&mut keys, found);
    let topics = topics(&mut keys, found);
    let deadlines = deadlines(&mut keys, found);
    let menu = menu(&mut keys, found);
    let extra = keys.free("extra", found);
    keys.finish(found);
    SiteDraft {
        file: source.path.clone(),
        title: title.unwrap_or_else(|| Text::thai("–")),
        base_url: base_url.unwrap_or_else(|| "https://example.invalid/".to_owned()),
        description,
        languages,
        digits,
        theme,
        province,
        shows_examples,
        license,
        inspection_region,
        organization,
        offices,
        output,
        topics,
        deadlines,
        menu,
        extra,
    }
}

fn languages(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Lang> {
    let mut languages = Vec::new();
    for At { value: tag, span } in keys.strings("languages", found) {
        match Lang::from_tag(&tag) {
            Some(lang) if languages.contains(&lang) => {
                keys.report(Problem::RepeatedLanguage(tag), span, found);
            }
            Some(lang) => languages.push(lang),
            None => keys.report(Problem::UnknownLanguage(tag), span, found),
        }
    }
    if languages.is_empty() {
        languages.push(Lang::Th);
    }
    languages
}

fn organization(keys: &mut Keys, found: &mut Diagnostics) -> Organization {
    Organization {
        name: keys.text("name", found),
        address: keys.text("address", found),
        phones: keys.phones("phone", found),
        email: keys.email("email", found),
        line: keys.string("line", found).map(|it| it.value),
        url: keys.url("url", found),
    }
}

fn offices(keys: &mut Keys, found: &mut Diagnostics) -> Vec<OfficeDraft> {
    let mut offices = Vec::new();
    for mut keys in keys.tables("offices", found) {
        offices.push(OfficeDraft {
            district: keys.number_or_string("district", found),
            organization: organization(&mut keys, found),
            coordinator: keys
                .table("coordinator", found)
                .map(|it| person::whole_person(it, found)),
        });
        keys.finish(found);
    }
    offices
}

fn output(keys: &mut Keys, found: &mut Diagnostics) -> Output {
    let mut switches = [true; 8];
    if let Some(mut keys) = keys.table("output", found) {
        for (switch, key) in switches.iter_mut().zip(OUTPUT) {
            *switch = keys.flag(key.name, found).unwrap_or(true);
        }
        keys.finish(found);
    }
    let [
        search,
        data,
        calendar,
        contact_cards,
        leaflets,
        previews,
        qr,
        offline,
    ] = switches;
    Output {
        search,
        data,
        calendar,
        contact_cards,
        leaflets,
        previews,
        qr,
        offline,
        takes_worker_back: false, // whoever knows for which host the site is made says so
    }
}

fn topics(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Topic> {
    let mut topics = Vec::new();
    let mut places = BTreeMap::new();
    for mut keys in keys.tables("topics", found) {
        let id = keys.string("id", found);
        let name = keys.text("name", found);
        let icon = keys.string("icon", found).map(|it| it.value);
        let file = keys.file().clone();
        keys.finish(found);
        let Some(id) = id else { continue };
        if !web::is_slug(&id.value) {
            let proposed = web::slug(&id.value);
            let problem = Problem::BadSlug {
                written: id.value,
                proposed,
            };
            found.push(Diagnostic::error(problem).at(&file, id.span));
            continue;
        }
        let place = Place {
            file: file.clone(),
            span: id.span.clone(),
        };
        if let Some(first) = places.get(&id.value) {
            let problem = Problem::RepeatedTopic(id.value.clone());
            found.push(
                Diagnostic::error(problem)
                    .at(&file, id.span)
                    .with_related(Place::clone(first)),
            );
            continue;
        }
        places.insert(id.value.clone(), place);
        if let Some(name) = name {
            topics.push(Topic {
                id: id.value,
                name,
                icon,
            });
        }
    }
    topics
}

fn deadlines(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    for mut keys in keys.tables("deadlines", found) {
        let (level, due) = (keys.word("level", found), keys.date("due", found));
        keys.finish(found);
        if let (Some(level), Some(due)) = (level, due) {
            deadlines.push(Deadline { level, due });
        }
    }
    deadlines
}

fn menu(keys: &mut Keys, found: &mut Diagnostics) -> Vec<At<MenuItem>> {
    let mut menu = Vec::new();
    for mut keys in keys.tables("menu", found) {
        let span = keys.span_of("url");
        let (name, url) = (
            keys.text("name", found),
            keys.checked("url", menu_address, found),
        );
        keys.finish(found);
        if let (Some(name), Some(url)) = (name, url) {
            menu.push(At {
                value: MenuItem { name, url },
                span,
            });
        }
    }
    menu
}

/// An address of the site from its root, or an absolute one.
fn menu_address(written: &str) -> Result<String, Problem> {
    let is_in_site = written.starts_with('/')
        && !written.starts_with("//")
        && !written.contains(|it: char| it.is_whitespace() || it == '\\');
    if is_in_site {
        return Ok(written.to_owned());
    }
    web::url(written).map_err(|_| Problem::BadMenuAddress(written.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{codes, source};

    const SMALLEST: &str = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/sj\"\n";

    #[test]
    fn the_smallest_site_has_defaults() {
        let mut found = Diagnostics::default();
        let site = site(&source("content/site.toml", SMALLEST), &mut found);
        assert_eq!(codes(&found), [""; 0]);
        assert_eq!(site.base_url, "https://example.go.th/sj/");
        assert_eq!(site.languages, [Lang::Th]);
        assert!(site.shows_examples && site.output.search && site.output.offline);
    }

    #[test]
    fn every_mistake_of_a_site_is_reported() {
        for (more, expected) in [
            ("languages = [\"th\", \"en\"]", "missing-key"),
            ("languages = [\"fr\"]", "unknown-language"),
            ("languages = [\"th\", \"th\"]", "repeated-language"),
            ("digits = \"roman\"", "unknown-word"),
            ("examples = \"yes\"", "wrong-type"),
            ("inspection_region = -1", "out-of-range"),
            ("desciption = \"x\"", "unknown-key"),
            ("description_en = \"x\"", "english-without-thai"),
            ("[organization]\nphone = \"1\"", "bad-phone"),
            ("[organization]\nurl = \"javascript:x\"", "bad-url"),
            ("[organization]\nfax = \"1\"", "unknown-key"),
            ("[[offices]]\nname = \"x\"", "missing-key"),
            ("[output]\nqr = 1", "wrong-type"),
            ("[output]\nseach = true", "unknown-key"),
            ("[[topics]]\nid = \"Rice Bank\"\nname = \"x\"", "bad-slug"),
            ("[[topics]]\nid = \"a\"\nname = \" \"", "blank-text"),
            (
                "[[topics]]\nid = \"a\"\nname = \"ก\"\n[[topics]]\nid = \"a\"\nname = \"ข\"",
                "repeated-topic",
            ),
            ("[[deadlines]]\nlevel = \"district\"", "missing-key"),
            (
                "[[deadlines]]\nlevel = \"district\"\ndue = 2565-03-23T10:00:00",
                "date-with-time",
            ),
            (
                "[[menu]]\nname = \"x\"\nurl = \"best-practices/\"",
                "bad-menu-address",
            ),
            (
                "[[menu]]\nname = \"x\"\nurl = \"//evil.example/\"",
                "bad-menu-address",
            ),
            ("[menu]\nname = \"x\"\nurl = \"/x/\"", "wrong-type"),
        ] {
            let mut found = Diagnostics::default();
            let text = format!("{SMALLEST}{more}\n");
            site(&source("content/site.toml", &text), &mut found);
            assert_eq!(codes(&found), [expected], "for {more}");
        }
    }

    #[test]
    fn one_mistake_never_hides_the_next() {
        let text = "titel = \"x\"\nbase_url = \"./\"\ndigits = 5\nprovince = \"ยโสธร\"\n[organization]\nemail = \"x\"\nphone = \"x\"\n";
        let mut found = Diagnostics::default();
        let site = site(&source("content/site.toml", text), &mut found);
        assert_eq!(
            codes(&found),
            [
                "missing-key",
                "unknown-key",
                "bad-base-url",
                "wrong-type",
                "bad-email",
                "bad-phone"
            ]
        );
        assert_eq!(site.province, Some(Text::thai("ยโสธร")));
    }
}
