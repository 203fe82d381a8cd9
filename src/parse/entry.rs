//! The file of a best practice or an activity → the entry as written.

use crate::diagnostic::Diagnostics;
use crate::parse::draft::EntryDraft;
use crate::parse::front_matter::Entry;
use crate::schema::Record;
use crate::source::Source;

/// An entry below a centre: its file and the twin of it. `None` where the facts cannot be told from the body.
pub fn entry<T: Record>(
    center: &str,
    slug: &str,
    th: &Source,
    en: Option<&Source>,
    found: &mut Diagnostics,
) -> Option<EntryDraft<T>> {
    let entry = Entry::read(th, en, T::KEYS, found)?;
    let (read, spans, story) = entry.record(found);
    Some(EntryDraft {
        file: th.path.clone(),
        spans,
        center: center.to_owned(),
        slug: slug.to_owned(),
        is_whole: read.is_whole,
        record: read.record,
        story,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::draft::PracticeDraft;
    use crate::schema::activity::ActivityRecord;
    use crate::schema::practice::PracticeRecord;
    use crate::testing::{codes, source};
    use crate::value::Figure;

    const SMALLEST: &str = "title = \"ธนาคารข้าว\"\nsummary = \"สรุป\"\ndate = 2565-03-13\n";

    fn read(facts: &str, twin: Option<&str>) -> (Option<PracticeDraft>, Vec<&'static str>) {
        let mut found = Diagnostics::default();
        let th = source(
            "content/centers/a/best-practices/b.md",
            &format!("+++\n{facts}+++\n## ก\n"),
        );
        let en = twin.map(|it| source("content/centers/a/best-practices/b.en.md", it));
        let draft = entry::<PracticeRecord>("a", "b", &th, en.as_ref(), &mut found);
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
        let record = draft.record;
        assert_eq!(found, [""; 0]);
        assert_eq!(record.facts.title.en.as_deref(), Some("Rice bank"));
        assert_eq!(record.facts.summary.en, None);
        assert_eq!(record.facts.needs[1].en.as_deref(), Some("Rice"));
        let titles: Vec<_> = record
            .steps
            .iter()
            .map(|it| it.title.clone().unwrap().en)
            .collect();
        assert_eq!(titles, [Some("One".to_owned()), None]);
        assert!(
            matches!(&record.results[0].value, Figure::Words(it) if it.en.as_deref() == Some("much"))
        );
        assert_eq!(&*draft.story.en.unwrap().text, "Body\n");
    }

    #[test]
    fn a_twin_may_be_a_story_alone() {
        let (draft, found) = read(SMALLEST, Some("## A story\n"));
        assert_eq!(found, [""; 0]);
        assert!(draft.unwrap().story.en.is_some());
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
            let digits = match draft.unwrap().record.results.remove(0).value {
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
            assert!(entry::<ActivityRecord>("a", "b", &source, None, &mut found).is_some());
            assert_eq!(codes(&found), expected, "for {facts}");
        }
    }
}
