//! What `sala new` writes to show where something goes: in an entry it is no text.
//!
//! In: a file of an entry. Out: each such text that was left as it was. Never: minds remarks, or what could be true.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::source::Source;

/// Values and lines of the files that `sala new` makes and that nobody means.
const TEXTS: &[&str] = &[
    "ชื่อแนวปฏิบัติที่ดี",
    "Name of the practice",
    "ทำอะไร ได้ผลอย่างไร ในหนึ่งหรือสองประโยค",
    "What is done and what came of it, in one or two sentences",
    "กลุ่มที่นำไปใช้ได้",
    "ที่ใดใช้ไม่ได้ และเคยพลาดอะไร",
    "สิ่งที่ต้องมีก่อนเริ่ม",
    "เดิมเป็นอย่างไร และเดือดร้อนอย่างไร",
    "ทำอะไร ใครทำ และใช้อะไรบ้าง",
    "- อะไรที่ขาดไม่ได้",
    "ผู้ที่อยากทำตามควรเริ่มจากอะไร",
    "ชื่อกิจกรรม",
    "Name of the activity",
    "วาระหรือวันสำคัญ",
    "เกิดอะไรขึ้น ในหนึ่งหรือสองประโยค",
    "ได้อะไรจากกิจกรรมนี้",
    "เล่าว่าทำอะไร ใครมาร่วมบ้าง และบรรยากาศเป็นอย่างไร",
    "หนึ่งหรือสองประโยคที่ทำให้อยากมาเยี่ยมชม",
    "One or two sentences that make people come",
    "ชื่อศูนย์เรียนรู้หรือสถานที่ดำเนินกิจกรรม",
    "สิ่งที่ที่อื่นไม่มี",
    "เล่าสั้น ๆ",
    "ชื่อและนามสกุล",
    "ทำอะไรที่ฐานนี้",
    "ชื่อรางวัล",
    "บรรยายภาพสำหรับผู้ที่มองไม่เห็น",
];

static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| TEXTS.iter().copied().collect());

/// As many bytes as the longest of them has.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| TEXTS.iter().map(|it| it.len()).max().unwrap_or(0));

fn is_known(text: &str) -> bool {
    !text.is_empty() && text.len() <= *LONGEST && KNOWN.contains(text)
}

/// Reports what was left as `sala new` wrote it.
pub(super) fn watch(source: &Source, found: &mut Diagnostics) {
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let from = start;
        start += line.len();
        if line.starts_with('#') {
            continue;
        }
        let text = line.trim();
        let value = if is_known(text) {
            Some(text)
        } else {
            line.split('"').skip(1).step_by(2).find(|it| is_known(it))
        };
        if let Some(value) = value {
            let at = from + line.find(value).unwrap_or_default();
            let problem = Problem::TemplateText(value.trim_start_matches("- ").to_owned());
            found.push(Diagnostic::warning(problem).at(&source.path, at..at + value.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::source;

    const NEW: [&str; 6] = [
        include_str!("../command/new/th/center.toml"),
        include_str!("../command/new/en/center.toml"),
        include_str!("../command/new/th/best-practice.md"),
        include_str!("../command/new/en/best-practice.md"),
        include_str!("../command/new/th/activity.md"),
        include_str!("../command/new/en/activity.md"),
    ];

    fn left_in(text: &str) -> Vec<String> {
        let mut found = Diagnostics::default();
        let source = source("content/centers/a/center.toml", text);
        watch(&source, &mut found);
        let spans = found.iter().map(|it| it.place.clone().unwrap().span);
        spans.map(|it| text[it].to_owned()).collect()
    }

    #[test]
    fn each_of_them_is_what_new_files_say() {
        let all: BTreeSet<String> = NEW
            .iter()
            .flat_map(|it| left_in(&it.replace("# ", "")))
            .collect();
        let all: BTreeSet<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(all, *KNOWN);
    }

    #[test]
    fn remarks_and_what_is_true_are_none() {
        let center = NEW[0].replace("{{area}}", "");
        for text in [
            center.as_str(),
            "summary = \"ชื่อกิจกรรมของเรา\"\n",
            "# \"ชื่อรางวัล\"\n",
            "",
        ] {
            assert_eq!(left_in(text), [""; 0], "{text}");
        }
        let text = "needs = [\"ข้าว\", \"สิ่งที่ต้องมีก่อนเริ่ม\"]\r\n\r\nชื่อกิจกรรม\r\n";
        assert_eq!(left_in(text), ["สิ่งที่ต้องมีก่อนเริ่ม", "ชื่อกิจกรรม"]);
    }
}
