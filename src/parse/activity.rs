//! An activity's file → the activity as written.

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::activity::OnPaper;
use crate::parse::draft::ActivityDraft;
use crate::parse::front_matter::{ALIASES, DRAFT, EXAMPLE, EXTRA, Entry};
use crate::parse::keys::{Key, Kind, key, required};
use crate::parse::media;
use crate::source::Source;

/// The keys of an activity's front matter.
pub const KEYS: &[Key] = &[
    required("title", Kind::Text, "ชื่อกิจกรรม", "title"),
    required("date", Kind::Date, "วันที่จัด", "its first day"),
    key("end_date", Kind::Date, "วันสิ้นสุด", "its last day"),
    key("occasion", Kind::Text, "วาระหรือวันสำคัญ", "occasion"),
    key("place", Kind::Text, "สถานที่", "where, else at the centre"),
    key(
        "participants",
        Kind::Count,
        "จำนวนผู้เข้าร่วม (คน)",
        "how many took part",
    ),
    key(
        "summary",
        Kind::Text,
        "สรุปหนึ่งหรือสองประโยค",
        "one or two sentences",
    ),
    key("results", Kind::Text, "ผลการดำเนินงาน", "what came of it"),
    key("partners", Kind::Texts, "ภาคีที่ร่วมจัด", "who helped"),
    key(
        "reported_by",
        Kind::Text,
        "หน่วยงานผู้รายงาน",
        "the office that reported it",
    ),
    key(
        "problems",
        Kind::Text,
        "ปัญหา อุปสรรค (เฉพาะแบบรายงาน ไม่เผยแพร่)",
        "problems, for the paper report only",
    ),
    key(
        "suggestions",
        Kind::Text,
        "ข้อเสนอแนะ (เฉพาะแบบรายงาน ไม่เผยแพร่)",
        "suggestions, for the paper report only",
    ),
    key("topics", Kind::Strings, "รหัสหัวข้อ", "topic ids of site.toml"),
    media::COVER,
    media::COVER_ALT,
    key("photos", Kind::Tables(media::PHOTO), "ภาพถ่าย", "photos"),
    DRAFT,
    EXAMPLE,
    ALIASES,
    EXTRA,
];

/// An activity: its file and the twin of it.
pub fn activity(
    center: &str,
    slug: &str,
    th: &Source,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<ActivityDraft> {
    let entry = Entry::read(th, en, KEYS, found)?;
    let mut keys = entry.keys(KEYS);
    let mut draft = ActivityDraft {
        front: entry.shared(&mut keys, found),
        center: center.to_owned(),
        slug: slug.to_owned(),
        title: keys.text("title", found),
        date: keys.date("date", found),
        end_date: keys.date("end_date", found),
        occasion: keys.text("occasion", found),
        place: keys.text("place", found),
        participants: keys.count("participants", found),
        summary: keys.text("summary", found),
        results: keys.text("results", found),
        partners: keys.texts("partners", found),
        reported_by: keys.text("reported_by", found),
        on_paper: OnPaper {
            problems: keys.text("problems", found),
            suggestions: keys.text("suggestions", found),
        },
        topics: keys.topics("topics", found),
        cover: media::named_photo(&mut keys, "cover", "cover_alt", found),
        photos: media::photos(&mut keys, found),
        is_example: keys.flag("example", found).unwrap_or(false),
    };
    if draft.end_date.is_some() && draft.end_date < draft.date {
        keys.report(Problem::DaysReversed, keys.span_of("end_date"), found);
        draft.end_date = None;
    }
    keys.finish(found);
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{codes, source};

    #[test]
    fn reads_an_activity_and_its_mistakes() {
        for (facts, expected) in [
            (
                "title = \"ก\"\ndate = 2565-03-13\nend_date = 2565-03-13",
                &[][..],
            ),
            (
                "title = \"ก\"\ndate = \"๒๕๖๕-๐๓-๑๓\"\nend_date = 2565-03-12",
                &["days-reversed"],
            ),
            (
                "title = \"ก\"\ndate = 2565-03-13T09:00:00Z",
                &["date-with-time"],
            ),
            ("title = \"ก\"\ndate = 13", &["wrong-type"]),
            (
                "title = \"ก\"\ndate = 2565-03-13\nparticipants = \"๔๕\"",
                &[],
            ),
            (
                "title = \"ก\"\ndate = 2565-03-13\nparticipants = \"many\"",
                &["wrong-type"],
            ),
            ("title = \" \"\n", &["missing-key", "blank-text"]),
        ] {
            let mut found = Diagnostics::default();
            let text = format!("+++\n{facts}\n+++\n");
            let source = source("content/centers/a/activities/b.md", &text);
            assert!(activity("a", "b", &source, None, &mut found).is_some());
            assert_eq!(codes(&found), expected, "for {facts}");
        }
    }
}
