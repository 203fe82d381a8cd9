//! `center.toml` with its stories → a centre as written.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::area::Point;
use crate::model::center::{
    Course, Facility, HighlightKind, Leaders, Level, Links, Mission, Partner, PlaceKind, Sector,
    ServiceYear, Status, Visit,
};
use crate::model::media::{Place, Story};
use crate::parse::document::Document;
use crate::parse::draft::{
    At, CenterDraft, HighlightDraft, KnowledgeDraft, LocationDraft, StationDraft, TextOrPath,
};
use crate::parse::front_matter::{ALIASES, EXAMPLE, EXTRA, has_front_matter, markdown};
use crate::parse::keys::{Key, Keys, Kind, key, required, words};
use crate::parse::{media, person};
use crate::source::Source;

/// The keys of `center.toml`.
pub const KEYS: &[Key] = &[
    required("name", Kind::Text, "ชื่อเต็มของศูนย์ฯ", "full name"),
    required(
        "level",
        Kind::Word(words::<Level>),
        "ระดับของศูนย์ฯ",
        "level of the administration",
    ),
    key(
        "status",
        Kind::Word(words::<Status>),
        "สถานะการให้บริการ",
        "whether visitors can come",
    ),
    key(
        "checked_on",
        Kind::Date,
        "วันที่ยืนยันข้อมูลล่าสุด",
        "when the entry was last confirmed",
    ),
    key(
        "checked_by",
        Kind::Text,
        "หน่วยงานที่ยืนยันข้อมูล",
        "by which office",
    ),
    EXAMPLE,
    key(
        "notice",
        Kind::Text,
        "ประกาศชั่วคราว",
        "a notice: a flood, a funeral, a harvest",
    ),
    key(
        "notice_until",
        Kind::Date,
        "วันสุดท้ายของประกาศ",
        "its last day",
    ),
    key(
        "summary",
        Kind::Text,
        "สรุปหนึ่งหรือสองประโยค",
        "one or two sentences",
    ),
    key("opened", Kind::Date, "วันที่เปิดศูนย์ฯ", "when it opened"),
    key(
        "area_reported_on",
        Kind::Date,
        "วันที่จังหวัดได้รับแบบรายงานพื้นที่เป้าหมาย",
        "when its area report reached the province",
    ),
    key("topics", Kind::Strings, "รหัสหัวข้อ", "topic ids of site.toml"),
    media::COVER,
    media::COVER_ALT,
    ALIASES,
    required("location", Kind::Table(LOCATION), "ที่ตั้ง", "where it is"),
    key("visit", Kind::Table(VISIT), "การเข้าเยี่ยมชม", "how to come"),
    key(
        "highlights",
        Kind::Tables(HIGHLIGHT),
        "ความโดดเด่น",
        "how it stands out",
    ),
    key(
        "coordinator",
        Kind::Table(person::PERSON),
        "ผู้ประสานงาน",
        "coordinator",
    ),
    key(
        "chair",
        Kind::Table(person::CHAIR),
        "ประธาน ผู้แทน หรือผู้นำจิตอาสา",
        "who signs the area report",
    ),
    key(
        "committee",
        Kind::Table(person::COMMITTEE),
        "คณะกรรมการและคณะทำงาน",
        "the committee order",
    ),
    key(
        "learning_stations",
        Kind::Tables(STATION),
        "ฐานเรียนรู้",
        "learning stations",
    ),
    key(
        "courses",
        Kind::Tables(COURSE),
        "หลักสูตรและกิจกรรมการเรียนรู้",
        "courses",
    ),
    key(
        "resource_persons",
        Kind::Tables(person::RESOURCE_PERSON),
        "วิทยากร",
        "resource persons",
    ),
    key(
        "knowledge",
        Kind::Tables(KNOWLEDGE),
        "ข้อมูลและองค์ความรู้ที่ศึกษาได้",
        "what can be consulted there",
    ),
    key(
        "leaders",
        Kind::Table(LEADERS),
        "จำนวนผู้นำจิตอาสาและเครือข่าย",
        "counts of volunteer leaders",
    ),
    key(
        "service",
        Kind::Tables(SERVICE),
        "ผลการให้บริการรายปี",
        "yearly figures",
    ),
    key("partners", Kind::Tables(PARTNER), "ภาคีเครือข่าย", "partners"),
    key(
        "awards",
        Kind::Tables(media::AWARD),
        "รางวัลเชิดชูเกียรติ",
        "awards",
    ),
    key("photos", Kind::Tables(media::PHOTO), "ภาพถ่าย", "photos"),
    key(
        "links",
        Kind::Table(LINKS),
        "ช่องทางออนไลน์",
        "its own channels",
    ),
    key(
        "rules",
        Kind::Markdown,
        "ระเบียบหรือข้อตกลง หรือไฟล์ PDF",
        "rules: Markdown, or a PDF beside it",
    ),
    key(
        "plan",
        Kind::Markdown,
        "แผนการดำเนินงาน หรือไฟล์ PDF",
        "plan: Markdown, or a PDF beside it",
    ),
    EXTRA,
];

const LOCATION: &[Key] = &[
    key(
        "place",
        Kind::Text,
        "ชื่อศูนย์เรียนรู้หรือสถานที่ดำเนินกิจกรรม",
        "name of the host place",
    ),
    key(
        "place_kind",
        Kind::Word(words::<PlaceKind>),
        "ประเภทของสถานที่",
        "its kind",
    ),
    key("house_no", Kind::NumberOrString, "เลขที่", "house number"),
    key("village", Kind::NumberOrString, "หมู่ที่", "village number"),
    key("village_name", Kind::Text, "ชื่อหมู่บ้าน", "name of the village"),
    key(
        "subdistrict",
        Kind::NumberOrString,
        "ชื่อหรือรหัสตำบล",
        "sub-district, name or code",
    ),
    required(
        "district",
        Kind::NumberOrString,
        "ชื่อหรือรหัสอำเภอ",
        "district, name or code",
    ),
    key(
        "province",
        Kind::NumberOrString,
        "ชื่อหรือรหัสจังหวัด",
        "province, name or code",
    ),
    key(
        "postal_code",
        Kind::NumberOrString,
        "รหัสไปรษณีย์",
        "postal code, five digits",
    ),
    key(
        "latitude",
        Kind::Number {
            min: -90.0,
            max: 90.0,
        },
        "ละติจูด",
        "degrees north",
    ),
    key(
        "longitude",
        Kind::Number {
            min: -180.0,
            max: 180.0,
        },
        "ลองจิจูด",
        "degrees east",
    ),
    key("directions", Kind::Text, "การเดินทาง", "the way in words"),
];

const VISIT: &[Key] = &[
    key("hours", Kind::Text, "วันและเวลาให้บริการ", "opening hours"),
    key("booking", Kind::Text, "วิธีนัดหมาย", "how to book"),
    key(
        "notice_days",
        Kind::Count,
        "นัดหมายล่วงหน้าอย่างน้อยกี่วัน",
        "days to book ahead",
    ),
    key(
        "group_min",
        Kind::Count,
        "จำนวนคนต่อคณะอย่างน้อย",
        "smallest group",
    ),
    key(
        "group_max",
        Kind::Count,
        "จำนวนคนต่อคณะไม่เกิน",
        "largest group",
    ),
    key("duration", Kind::Text, "ระยะเวลา", "how long a visit takes"),
    key("fee", Kind::Text, "ค่าใช้จ่าย", "what it costs"),
    key("audience", Kind::Text, "เหมาะสำหรับ", "whom it suits"),
    key("languages", Kind::Texts, "ภาษาที่ใช้", "languages spoken"),
    key(
        "facilities",
        Kind::Words(words::<Facility>),
        "สิ่งอำนวยความสะดวก",
        "what is there",
    ),
    key(
        "accessibility",
        Kind::Text,
        "การเข้าถึงสำหรับทุกคน",
        "access in words",
    ),
];

const HIGHLIGHT: &[Key] = &[
    key("title", Kind::Text, "ชื่อความโดดเด่น", "in a few words"),
    key("text", Kind::Markdown, "คำอธิบาย", "inline Markdown"),
    key(
        "kind",
        Kind::Word(words::<HighlightKind>),
        "ประเภทของความโดดเด่น",
        "of what kind",
    ),
];

const STATION: &[Key] = &[
    required("title", Kind::Text, "ชื่อฐานเรียนรู้", "its name"),
    key("text", Kind::Text, "สิ่งที่ได้เรียนรู้", "what one learns there"),
    key("photo", Kind::String, "ไฟล์ภาพ", "a file beside the entry"),
    key(
        "photo_alt",
        Kind::Text,
        "คำบรรยายภาพสำหรับผู้ที่มองไม่เห็น",
        "what it shows, for those who do not see it",
    ),
];

const COURSE: &[Key] = &[
    required("title", Kind::Text, "ชื่อหลักสูตร", "its name"),
    key(
        "mission",
        Kind::Word(words::<Mission>),
        "ด้านการเรียนรู้",
        "its learning area",
    ),
    key("audience", Kind::Text, "เหมาะสำหรับ", "whom it suits"),
    key("duration", Kind::Text, "ระยะเวลา", "how long it takes"),
    key("text", Kind::Text, "เนื้อหา", "what it teaches"),
];

const KNOWLEDGE: &[Key] = &[
    key("title", Kind::Text, "ชื่อเรื่อง", "its title"),
    key("text", Kind::Text, "คำอธิบาย", "what it is"),
    key(
        "file",
        Kind::String,
        "ไฟล์เอกสาร",
        "a document beside the entry",
    ),
];

const LEADERS: &[Key] = &[
    key(
        "volunteer_developers",
        Kind::Count,
        "ผู้นำ อช./อช.",
        "volunteer development leaders",
    ),
    key(
        "change_leaders",
        Kind::Count,
        "ผู้นำการเปลี่ยนแปลง",
        "change leaders",
    ),
    key(
        "community_sages",
        Kind::Count,
        "ปราชญ์ชุมชน",
        "community sages",
    ),
    key(
        "vocational_sages",
        Kind::Count,
        "ปราชญ์สัมมาชีพ",
        "vocational sages",
    ),
    key(
        "wisdom_leaders",
        Kind::Count,
        "ผู้นำด้านภูมิปัญญา",
        "wisdom leaders",
    ),
    key(
        "capital_leaders",
        Kind::Count,
        "ผู้นำด้านทุนชุมชน",
        "community capital leaders",
    ),
    key("other", Kind::Count, "อื่น ๆ", "others"),
    key("networks", Kind::Count, "เครือข่าย", "their networks"),
];

const SERVICE: &[Key] = &[
    required("year", Kind::Year, "ปีงบประมาณ พ.ศ.", "fiscal year"),
    key("visitors", Kind::Count, "ผู้รับบริการ (คน)", "people served"),
    key(
        "groups",
        Kind::Count,
        "คณะศึกษาดูงาน (คณะ)",
        "visiting groups",
    ),
    key(
        "satisfaction",
        Kind::Number { min: 0.0, max: 5.0 },
        "ความพึงพอใจ (0–5)",
        "satisfaction, 0 to 5",
    ),
    key(
        "satisfaction_percent",
        Kind::Number {
            min: 0.0,
            max: 100.0,
        },
        "ความพึงพอใจ (ร้อยละ)",
        "satisfaction, per cent",
    ),
];

const PARTNER: &[Key] = &[
    required("name", Kind::Text, "ชื่อภาคี", "its name"),
    key(
        "sector",
        Kind::Word(words::<Sector>),
        "ภาคส่วน",
        "one of the seven sectors",
    ),
    key("url", Kind::Url, "เว็บไซต์", "its website"),
];

const LINKS: &[Key] = &[
    key("website", Kind::Url, "เว็บไซต์", "website"),
    key("facebook", Kind::Url, "Facebook", "Facebook page"),
    key("line", Kind::Url, "ลิงก์ LINE", "LINE address"),
    key("youtube", Kind::Url, "YouTube", "YouTube channel"),
    key("tiktok", Kind::Url, "TikTok", "TikTok account"),
    key("instagram", Kind::Url, "Instagram", "Instagram account"),
];

/// A centre: its facts, and its story in each language.
pub fn center(
    path: &str,
    source: &Source,
    th: Option<&Source>,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> CenterDraft {
    let document = Document::read(source, 0..source.text.len(), KEYS, found);
    let mut keys = Keys::new(&document, None, KEYS);
    let level = keys.word("level", found);
    let location = keys
        .table("location", found)
        .map(|it| location(it, level, found));
    let draft = CenterDraft {
        path: path.to_owned(),
        file: source.path.clone(),
        name: keys.text("name", found),
        name_span: keys.span_of("name"),
        level,
        status: keys.word("status", found).unwrap_or(Status::Open),
        checked_on: keys.date("checked_on", found),
        checked_by: keys.text("checked_by", found),
        is_example: keys.flag("example", found).unwrap_or(false),
        notice: keys.text("notice", found),
        notice_until: keys.date("notice_until", found),
        summary: keys.text("summary", found),
        opened: keys.date("opened", found),
        area_reported_on: keys.date("area_reported_on", found),
        topics: keys.topics("topics", found),
        cover: media::named_photo(&mut keys, "cover", "cover_alt", found),
        aliases: keys.strings("aliases", found),
        location: location.unwrap_or_default(),
        visit: keys
            .table("visit", found)
            .map(|it| visit(it, found))
            .unwrap_or_default(),
        highlights: highlights(&mut keys, found),
        coordinator: keys
            .table("coordinator", found)
            .map(|it| person::whole_person(it, found)),
        chair: keys
            .table("chair", found)
            .map(|it| person::chair(it, found)),
        committee: keys
            .table("committee", found)
            .map(|it| person::committee(it, found)),
        learning_stations: learning_stations(&mut keys, found),
        courses: courses(&mut keys, found),
        resource_persons: keys
            .tables("resource_persons", found)
            .into_iter()
            .map(|it| person::resource_person(it, found))
            .collect(),
        knowledge: knowledge(&mut keys, found),
        leaders: keys.table("leaders", found).map(|it| leaders(it, found)),
        service: service(&mut keys, found),
        partners: partners(&mut keys, found),
        awards: media::awards(&mut keys, found),
        photos: media::photos(&mut keys, found),
        links: keys
            .table("links", found)
            .map(|it| links(it, found))
            .unwrap_or_default(),
        rules: text_or_path(&mut keys, "rules", found),
        plan: text_or_path(&mut keys, "plan", found),
        story: Story {
            th: th.and_then(|it| story(it, found)),
            en: en.and_then(|it| story(it, found)),
        },
        extra: keys.free("extra", found),
    };
    keys.finish(found);
    draft
}

/// `center.md`: plain Markdown.
fn story(source: &Source, found: &mut Diagnostics) -> Option<crate::model::Markdown> {
    if has_front_matter(&source.text) {
        found.push(Diagnostic::error(Problem::FrontMatterUnwanted).in_file(&source.path));
        return None;
    }
    markdown(source, 0)
}

fn location(mut keys: Keys, level: Option<Level>, found: &mut Diagnostics) -> LocationDraft {
    if level == Some(Level::Subdistrict) {
        keys.need("subdistrict", found);
    }
    let draft = LocationDraft {
        place: keys.text("place", found),
        place_kind: keys.word("place_kind", found),
        house_no: keys.number_or_string("house_no", found).map(|it| it.value),
        village: keys.number_or_string("village", found).map(|it| it.value),
        village_name: keys.text("village_name", found),
        subdistrict: keys.number_or_string("subdistrict", found),
        district: keys.number_or_string("district", found),
        province: keys.number_or_string("province", found),
        postal_code: postal_code(&mut keys, found),
        point: point(&mut keys, found),
        directions: keys.text("directions", found),
    };
    keys.finish(found);
    draft
}

fn postal_code(keys: &mut Keys, found: &mut Diagnostics) -> Option<String> {
    let At { value, span } = keys.number_or_string("postal_code", found)?;
    if value.len() == 5 && value.bytes().all(|it| it.is_ascii_digit()) {
        return Some(value);
    }
    keys.report(Problem::BadPostalCode(value), span, found);
    None
}

/// Both halves of a position, with the place of the latitude.
fn point(keys: &mut Keys, found: &mut Diagnostics) -> Option<At<Point>> {
    let span = keys.span_of("latitude");
    let latitude = keys.number("latitude", found);
    let longitude = keys.number("longitude", found);
    for (half, other) in [("latitude", "longitude"), ("longitude", "latitude")] {
        if keys.has(half) && !keys.has(other) {
            keys.report(Problem::HalfAPoint(other), keys.span_of(half), found);
        }
    }
    let value = Point {
        latitude: latitude?,
        longitude: longitude?,
    };
    Some(At { value, span })
}

fn visit(mut keys: Keys, found: &mut Diagnostics) -> Visit {
    let draft = Visit {
        hours: keys.text("hours", found),
        booking: keys.text("booking", found),
        notice_days: keys.count("notice_days", found),
        group_min: keys.count("group_min", found),
        group_max: keys.count("group_max", found),
        duration: keys.text("duration", found),
        fee: keys.text("fee", found),
        audience: keys.text("audience", found),
        languages: keys.texts("languages", found),
        facilities: keys.some_words("facilities", found),
        accessibility: keys.text("accessibility", found),
    };
    if let (Some(least), Some(most)) = (draft.group_min, draft.group_max)
        && least > most
    {
        keys.report(Problem::GroupsReversed, keys.span_of("group_min"), found);
    }
    keys.finish(found);
    draft
}

fn highlights(keys: &mut Keys, found: &mut Diagnostics) -> Vec<HighlightDraft> {
    let mut all = Vec::new();
    for mut keys in keys.tables("highlights", found) {
        all.push(HighlightDraft {
            title: keys.text("title", found),
            text: keys.markdown("text", found),
            kind: keys.word("kind", found),
        });
        keys.finish(found);
    }
    all
}

fn learning_stations(keys: &mut Keys, found: &mut Diagnostics) -> Vec<StationDraft> {
    let mut all = Vec::new();
    for mut keys in keys.tables("learning_stations", found) {
        let title = keys.text("title", found);
        let text = keys.text("text", found);
        let photo = media::named_photo(&mut keys, "photo", "photo_alt", found);
        keys.finish(found);
        all.extend(title.map(|title| StationDraft { title, text, photo }));
    }
    all
}

fn courses(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Course> {
    let mut all = Vec::new();
    for mut keys in keys.tables("courses", found) {
        let title = keys.text("title", found);
        let mission = keys.word("mission", found);
        let audience = keys.text("audience", found);
        let duration = keys.text("duration", found);
        let text = keys.text("text", found);
        keys.finish(found);
        all.extend(title.map(|title| Course {
            title,
            mission,
            audience,
            duration,
            text,
        }));
    }
    all
}

fn knowledge(keys: &mut Keys, found: &mut Diagnostics) -> Vec<KnowledgeDraft> {
    let mut all = Vec::new();
    for mut keys in keys.tables("knowledge", found) {
        all.push(KnowledgeDraft {
            title: keys.text("title", found),
            text: keys.text("text", found),
            file: keys.string("file", found),
        });
        keys.finish(found);
    }
    all
}

fn leaders(mut keys: Keys, found: &mut Diagnostics) -> Leaders {
    let draft = Leaders {
        volunteer_developers: keys.count("volunteer_developers", found),
        change_leaders: keys.count("change_leaders", found),
        community_sages: keys.count("community_sages", found),
        vocational_sages: keys.count("vocational_sages", found),
        wisdom_leaders: keys.count("wisdom_leaders", found),
        capital_leaders: keys.count("capital_leaders", found),
        other: keys.count("other", found),
        networks: keys.count("networks", found),
    };
    keys.finish(found);
    draft
}

/// Yearly figures, each year once.
fn service(keys: &mut Keys, found: &mut Diagnostics) -> Vec<At<ServiceYear>> {
    let mut all: Vec<At<ServiceYear>> = Vec::new();
    for mut keys in keys.tables("service", found) {
        let span = keys.span_of("year");
        let year = keys.year("year", found);
        let visitors = keys.count("visitors", found);
        let groups = keys.count("groups", found);
        let satisfaction = keys.number("satisfaction", found);
        let percent = keys.number("satisfaction_percent", found);
        let file = keys.file().clone();
        keys.finish(found);
        let Some(year) = year else { continue };
        if let Some(first) = all.iter().find(|it| it.value.year == year) {
            let first = Place {
                file: file.clone(),
                span: first.span.clone(),
            };
            found.push(
                Diagnostic::error(Problem::RepeatedYear(year))
                    .at(&file, span)
                    .with_related(first),
            );
            continue;
        }
        let satisfaction_percent = percent.or(satisfaction.map(|it| it * 20.0));
        let value = ServiceYear {
            year,
            visitors,
            groups,
            satisfaction_percent,
            satisfaction,
        };
        all.push(At { value, span });
    }
    all
}

fn partners(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Partner> {
    let mut all = Vec::new();
    for mut keys in keys.tables("partners", found) {
        let name = keys.text("name", found);
        let sector = keys.word("sector", found);
        let url = keys.url("url", found);
        keys.finish(found);
        all.extend(name.map(|name| Partner { name, sector, url }));
    }
    all
}

fn links(mut keys: Keys, found: &mut Diagnostics) -> Links {
    let draft = Links {
        website: keys.url("website", found),
        facebook: keys.url("facebook", found),
        line: keys.url("line", found),
        youtube: keys.url("youtube", found),
        tiktok: keys.url("tiktok", found),
        instagram: keys.url("instagram", found),
    };
    keys.finish(found);
    draft
}

/// Markdown, or the path of a PDF where it is one line that ends so.
fn text_or_path(
    keys: &mut Keys,
    name: &'static str,
    found: &mut Diagnostics,
) -> Option<TextOrPath> {
    let span = keys.span_of(name);
    let text = keys.markdown(name, found)?;
    let line = text.th.text.trim();
    let is_path = !line.contains('\n') && line.to_ascii_lowercase().ends_with(".pdf");
    Some(if is_path {
        TextOrPath::Path(At {
            value: line.to_owned(),
            span,
        })
    } else {
        TextOrPath::Text(text)
    })
}
