//! A best practice's file → the practice as written.

use crate::diagnostic::Diagnostics;
use crate::model::center::Mission;
use crate::model::practice::{Evidence, ResultFigure, Step};
use crate::parse::draft::PracticeDraft;
use crate::parse::front_matter::{ALIASES, DRAFT, EXAMPLE, EXTRA, Entry};
use crate::parse::keys::{Key, Keys, Kind, key, required, words};
use crate::parse::{media, person};
use crate::source::Source;

/// The keys of a practice's front matter.
pub const KEYS: &[Key] = &[
    required("title", Kind::Text, "ชื่อเรื่อง", "title"),
    required(
        "summary",
        Kind::Text,
        "สรุปหนึ่งหรือสองประโยค",
        "one or two sentences",
    ),
    required("date", Kind::Date, "วันที่เขียน", "when it was written down"),
    key("topics", Kind::Strings, "รหัสหัวข้อ", "topic ids of site.toml"),
    key(
        "missions",
        Kind::Words(words::<Mission>),
        "ด้านการเรียนรู้",
        "learning areas",
    ),
    media::COVER,
    media::COVER_ALT,
    DRAFT,
    EXAMPLE,
    key("audience", Kind::Text, "เหมาะสำหรับ", "whom it suits"),
    key("cost", Kind::Text, "ค่าใช้จ่าย", "what it costs, in words"),
    key(
        "cost_baht",
        Kind::Count,
        "ค่าใช้จ่ายเริ่มต้น (บาท)",
        "what it costs to begin, baht",
    ),
    key("duration", Kind::Text, "ระยะเวลา", "how long it takes"),
    key("people", Kind::Text, "ผู้ดำเนินการ", "who it takes"),
    key(
        "evidence",
        Kind::Word(words::<Evidence>),
        "หลักฐานของผล",
        "how well it is proven",
    ),
    key(
        "limits",
        Kind::Text,
        "ข้อจำกัด",
        "what failed, where it does not fit",
    ),
    key(
        "needs",
        Kind::Texts,
        "สิ่งที่ต้องมีก่อนเริ่ม",
        "what one must have first",
    ),
    key("results", Kind::Tables(RESULT), "ผลที่วัดได้", "figures"),
    key(
        "steps",
        Kind::Tables(STEP),
        "ขั้นตอน",
        "how to do it, numbered",
    ),
    key(
        "awards",
        Kind::Tables(media::AWARD),
        "รางวัลเชิดชูเกียรติ",
        "awards",
    ),
    key("photos", Kind::Tables(media::PHOTO), "ภาพถ่าย", "photos"),
    key(
        "adapted_from",
        Kind::String,
        "แนวปฏิบัติต้นแบบที่นำมาปรับใช้",
        "the practice it was copied from",
    ),
    key(
        "contact",
        Kind::Table(person::PERSON),
        "ผู้ให้ข้อมูล",
        "whom to ask",
    ),
    ALIASES,
    EXTRA,
];

const RESULT: &[Key] = &[
    required("label", Kind::Text, "สิ่งที่วัด", "what was counted"),
    required("value", Kind::Figure, "ผล", "how much: a number or words"),
    key("unit", Kind::Text, "หน่วย", "in what"),
    key("before", Kind::Figure, "ค่าก่อนเริ่ม", "how much before"),
    key("period", Kind::Text, "ช่วงเวลา", "in what time"),
    key("source", Kind::Text, "แหล่งที่มา", "who says so"),
];

const STEP: &[Key] = &[
    key("title", Kind::Text, "ชื่อขั้นตอน", "in a few words"),
    key("text", Kind::Text, "วิธีทำ", "how"),
];

/// A practice: its file and the twin of it.
pub fn practice(
    center: &str,
    slug: &str,
    th: &Source,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<PracticeDraft> {
    let entry = Entry::read(th, en, KEYS, found)?;
    let mut keys = entry.keys(KEYS);
    let draft = PracticeDraft {
        front: entry.shared(&mut keys, found),
        center: center.to_owned(),
        slug: slug.to_owned(),
        title: keys.text("title", found),
        summary: keys.text("summary", found),
        date: keys.date("date", found),
        topics: keys.topics("topics", found),
        missions: keys.some_words("missions", found),
        cover: media::named_photo(&mut keys, "cover", "cover_alt", found),
        is_example: keys.flag("example", found).unwrap_or(false),
        audience: keys.text("audience", found),
        cost: keys.text("cost", found),
        cost_baht: keys.count("cost_baht", found),
        duration: keys.text("duration", found),
        people: keys.text("people", found),
        evidence: keys.word("evidence", found),
        limits: keys.text("limits", found),
        needs: keys.texts("needs", found),
        results: results(&mut keys, found),
        steps: steps(&mut keys, found),
        awards: media::awards(&mut keys, found),
        photos: media::photos(&mut keys, found),
        adapted_from: keys.string("adapted_from", found),
        contact: keys
            .table("contact", found)
            .map(|it| person::whole_person(it, found)),
    };
    keys.finish(found);
    Some(draft)
}

fn results(keys: &mut Keys, found: &mut Diagnostics) -> Vec<ResultFigure> {
    let mut all = Vec::new();
    for mut keys in keys.tables("results", found) {
        let (label, value) = (keys.text("label", found), keys.figure("value", found));
        let unit = keys.text("unit", found);
        let before = keys.figure("before", found);
        let period = keys.text("period", found);
        let source = keys.text("source", found);
        keys.finish(found);
        if let (Some(label), Some(value)) = (label, value) {
            all.push(ResultFigure {
                label,
                value,
                unit,
                before,
                period,
                source,
            });
        }
    }
    all
}

fn steps(keys: &mut Keys, found: &mut Diagnostics) -> Vec<Step> {
    let mut all = Vec::new();
    for mut keys in keys.tables("steps", found) {
        all.push(Step {
            title: keys.text("title", found),
            text: keys.text("text", found),
        });
        keys.finish(found);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::practice::Figure;
    use crate::testing::{codes, source};

    const SMALLEST: &str = "title = \"ธนาคารข้าว\"\nsummary = \"สรุป\"\ndate = 2565-03-13\n";

    fn read(facts: &str, twin: Option<&str>) -> (Option<PracticeDraft>, Vec<&'static str>) {
        let mut found = Diagnostics::default();
        let th = source(
            "content/centers/a/best-practices/b.md",
            &format!("+++\n{facts}+++\n## ก\n"),
        );
        let en = twin.map(|it| source("content/centers/a/best-practices/b.en.md", it));
        let draft = practice("a", "b", &th, en.as_ref(), &mut found);
        (draft, codes(&found))
    }

    #[test]
    fn a_twin_translates_texts() {
        let facts = format!(
            "{SMALLEST}needs = [\"ยุ้ง\", \"ข้าว\"]\n[[steps]]\ntitle = \"หนึ่ง\"\n[[steps]]\ntitle = \"สอง\"\n\
             [[results]]\nlabel = \"ข้าว\"\nvalue = \"มาก\"\nunit = \"ถัง\"\n"
        );
        let twin = "+++\ntitle = \"Rice bank\"\nneeds = [\"A barn\", \"Rice\"]\n[[steps]]\ntitle = \"One\"\n\
                    [[results]]\nvalue = \"much\"\n+++\nBody\n";
        let (draft, found) = read(&facts, Some(twin));
        let draft = draft.unwrap();
        assert_eq!(found, [""; 0]);
        assert_eq!(draft.title.unwrap().en.as_deref(), Some("Rice bank"));
        assert_eq!(draft.summary.unwrap().en, None);
        assert_eq!(draft.needs[1].en.as_deref(), Some("Rice"));
        let titles: Vec<_> = draft
            .steps
            .iter()
            .map(|it| it.title.clone().unwrap().en)
            .collect();
        assert_eq!(titles, [Some("One".to_owned()), None]);
        assert!(
            matches!(&draft.results[0].value, Figure::Words(it) if it.en.as_deref() == Some("much"))
        );
        assert_eq!(&*draft.front.story.en.unwrap().text, "Body\n");
    }

    #[test]
    fn a_twin_may_be_a_story_alone() {
        let (draft, found) = read(SMALLEST, Some("## A story\n"));
        assert_eq!(found, [""; 0]);
        assert!(draft.unwrap().front.story.en.is_some());
    }

    #[test]
    fn what_is_no_translation_is_reported() {
        for (twin, expected) in [
            ("date = 2565-03-13", ""), // said again
            ("date = 2565-03-14", "not-in-translation"),
            ("titel = \"x\"", "unknown-key"),
            ("limits = \"x\"", "english-without-thai"),
            ("needs = [\"x\"]", "list-lengths"),
            ("[[steps]]\ntitle = \"x\"", "english-without-thai"),
            ("title = 5", "wrong-type"),
        ] {
            let (_, found) = read(SMALLEST, Some(&format!("+++\n{twin}\n+++\n")));
            assert_eq!(found.join(" "), expected, "for {twin}");
        }
    }

    #[test]
    fn figures_keep_their_digits() {
        for (written, expected) in [
            ("12.50", Some("12.50")),
            ("1_200", Some("1200")),
            ("+7", Some("7")),
            ("\"๑,๒๐๐.๕๐\"", Some("1200.50")),
            ("0x10", Some("16")),
            ("\"ครึ่งหนึ่ง\"", None),
            ("\"1-2\"", None),
        ] {
            let (draft, found) = read(
                &format!("{SMALLEST}[[results]]\nlabel = \"ก\"\nvalue = {written}\n"),
                None,
            );
            assert_eq!(found, [""; 0], "for {written}");
            let digits = match draft.unwrap().results.remove(0).value {
                Figure::Number { digits, .. } => Some(digits),
                Figure::Words(_) => None,
            };
            assert_eq!(digits.as_deref(), expected, "for {written}");
        }
    }

    #[test]
    fn every_mistake_of_a_practice_is_reported() {
        for (more, expected) in [
            ("cost_baht = -5", "out-of-range"),
            ("cost_baht = 5.5", "wrong-type"),
            ("cost_baht = 99999999999999999999999", "out-of-range"),
            ("evidence = \"tolt\"", "unknown-word"),
            ("missions = [\"leadership\", \"money\"]", "unknown-word"),
            ("needs = \"x\"", "wrong-type"),
            ("needs = [1]", "wrong-type"),
            ("[[results]]\nlabel = \"x\"", "missing-key"),
            ("[[results]]\nlabel = \"x\"\nvalue = nan", "wrong-type"),
            ("[[awards]]\nlevel = \"district\"", "missing-key"),
            ("[[awards]]\ntitle = \"x\"\nyear = 65", "bad-year"),
            ("[[photos]]\nalt = \"x\"", "missing-key"),
            ("[contact]\nconsent = \"yes\"", "wrong-type"),
            ("[contact]\nemail = \"x\"", "bad-email"),
        ] {
            let (draft, found) = read(&format!("{SMALLEST}{more}\n"), None);
            assert!(draft.is_some());
            assert_eq!(found, [expected], "for {more}");
        }
        assert_eq!(read("", None).1, ["missing-key"; 3]);
    }
}
