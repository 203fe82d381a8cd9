//! What `sala new` writes to show where something goes: in an entry it is no text.
//!
//! In: a file of an entry. Out: each such text that was left as it was. Never: minds remarks, or what could be true.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::schema::export::starter;
use crate::source::Source;

static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| starter::made_up().collect());

/// As many bytes as the longest of them has.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| KNOWN.iter().map(|it| it.len()).max().unwrap_or(0));

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
    use crate::value::Lang;

    /// Each file of an entry as it is new, with every example used.
    fn used(lang: Lang) -> impl Iterator<Item = String> {
        ["center", "best-practice", "activity"]
            .into_iter()
            .map(move |file| {
                let text = starter::starter(file, &starter::Values::default(), lang);
                text.replace("\n# ", "\n")
            })
    }

    fn left_in(text: &str) -> Vec<String> {
        let mut found = Diagnostics::default();
        let source = source("content/centers/a/center.toml", text);
        watch(&source, &mut found);
        let spans = found.iter().map(|it| it.place.clone().unwrap().span);
        spans.map(|it| text[it].to_owned()).collect()
    }

    #[test]
    fn each_of_them_is_what_new_files_say() {
        for lang in [Lang::Th, Lang::En] {
            let all: BTreeSet<String> = used(lang).flat_map(|it| left_in(&it)).collect();
            let all: BTreeSet<&str> = all.iter().map(String::as_str).collect();
            assert_eq!(all, *KNOWN);
        }
    }

    #[test]
    fn remarks_and_what_is_true_are_none() {
        let mut values = starter::Values::default();
        values.text("name", "ศูนย์ฯ ตำบลหัวดอน");
        let center = starter::starter("center", &values, Lang::Th);
        for text in [
            center.as_str(),
            "summary = \"วันที่ผู้นำรุ่นใหม่ฝึกนำเวทีประชาคม\"\n",
            "# place = \"บ้านตัวอย่าง\"\n",
            "",
        ] {
            assert_eq!(left_in(text), [""; 0], "{text}");
        }
        let text = "partners = [\"วัด\", \"โรงเรียนบ้านตัวอย่าง\"]\r\n\r\n- อะไรที่ขาดไม่ได้\r\n";
        assert_eq!(left_in(text), ["โรงเรียนบ้านตัวอย่าง", "- อะไรที่ขาดไม่ได้"]);
    }
}
