//! A centre that is on the target list alone: its file becomes one to fill in, and nothing of it is lost.

use toml::{Table, Value};

use super::starter::{Values, Writer};
use crate::schema::center::{CenterRecord, LocationRecord};
use crate::schema::{Key, Record};
use crate::value::Lang;
use crate::value::words::Status;

/// What a file that only says that a centre is planned may hold beside its location.
const FACTS: [&str; 5] = ["name", "level", "status", "topics", "example"];

/// The table that it ends with.
const LOCATION: &str = "[location]";

/// The file with every key that it lacks, to be filled in: each of its own bytes stays, in its order. `None` where it holds more than a stub does.
#[must_use]
pub fn completed(stub: &str, values: &Values, lang: Lang) -> Option<String> {
    let written: Table = toml::from_str(stub).ok()?;
    if !is_stub(&written) {
        return None;
    }
    let start = start_of_location(stub)?;
    let (facts, location) = stub.split_at(start);
    let inside = written.get("location")?.as_table()?;

    let writer = Writer { values, lang };
    let mut text = String::new();
    let (own, rest) = facts.split_at(end_of_values(facts));
    text.push_str(own);
    let mut more = String::new();
    writer.keys("", true, &missing(CenterRecord::KEYS, &written), &mut more);
    text.push_str(&as_in(stub, &format!("\n{}\n", more.trim_end())));
    text.push_str(rest);

    let (own, rest) = location.split_at(end_of_values(location));
    text.push_str(own);
    if !own.ends_with('\n') {
        text.push_str(&as_in(stub, "\n"));
    }
    let mut more = String::new();
    let lacking = missing(LocationRecord::KEYS, inside);
    writer.keys("location", true, &lacking, &mut more);
    text.push_str(&as_in(stub, &more));
    text.push_str(rest);
    if !rest.is_empty() && !rest.ends_with('\n') {
        text.push_str(&as_in(stub, "\n"));
    }
    let mut more = String::new();
    writer.tables("", &missing(CenterRecord::KEYS, &written), &mut more);
    text.push_str(&as_in(stub, &more));

    let is_the_same = toml::from_str::<Table>(&text).is_ok_and(|it| it == written);
    is_the_same.then_some(text)
}

/// Whether a file says no more than that a centre is planned, and where.
fn is_stub(written: &Table) -> bool {
    let is_fact = |name: &str| {
        let facts = CenterRecord::KEYS.iter();
        let mut facts = facts.filter(|it| FACTS.contains(&it.name));
        name == "location" || facts.any(|it| it.is(name))
    };
    let is_planned = written.get("status").and_then(Value::as_str) == Some(Status::Planned.word());
    let location = written.get("location").and_then(Value::as_table);
    is_planned
        && written.keys().all(|it| is_fact(it))
        && location.is_some_and(|it| !it.values().any(|it| it.is_table() || it.is_array()))
}

/// Where its one table begins.
fn start_of_location(stub: &str) -> Option<usize> {
    let mut start = 0;
    for line in stub.split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        if code.trim() == LOCATION {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// The end of the last line that is neither empty nor a remark.
fn end_of_values(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            end = at;
        }
    }
    end
}

/// The keys of a table that are not written.
fn missing(keys: &[Key], written: &Table) -> Vec<Key> {
    let is_missing = |it: &&Key| !written.contains_key(it.name);
    keys.iter().filter(is_missing).copied().collect()
}

/// Lines that end as those of a text do.
fn as_in(text: &str, lines: &str) -> String {
    if text.contains("\r\n") {
        lines.replace('\n', "\r\n")
    } else {
        lines.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUB: &str = "# ยังไม่ได้รับแบบรายงาน\n\nname = \"ศูนย์ฯ ก\" # ชื่อ\nlevel = \"subdistrict\"\nstatus = \"planned\"\ntopics = [\n  \"weaving\",\n]\n\n\
        # ที่ตั้ง\n[location] # ตามทะเบียน\nsubdistrict = \"ก\"\ndistrict = \"ข\"\n# ท้ายไฟล์";

    fn filled(stub: &str) -> Option<String> {
        completed(stub, &Values::default(), Lang::Th)
    }

    /// Whether the lines of one stand in the other, in their order.
    fn holds(text: &str, stub: &str) -> bool {
        let mut lines = text.split_inclusive('\n');
        stub.lines()
            .all(|wanted| lines.any(|it| it.trim_end_matches(['\r', '\n']) == wanted))
    }

    #[test]
    fn what_a_stub_says_stays_and_what_it_lacks_is_offered() {
        for stub in [
            STUB.to_owned(),
            STUB.replace('\n', "\r\n"),
            format!("{STUB}\n"),
            STUB.replace("\n# ท้ายไฟล์", ""),
            STUB.replace("\n# ท้ายไฟล์", "\nvillage = 9"),
        ] {
            let text = filled(&stub).unwrap();
            assert!(holds(&text, &stub), "{text}");
            for part in ["# opened = ", "# place = ", "# [visit]", "# [[photos]]"] {
                assert_eq!(text.matches(part).count(), 1, "{part}: {text}");
            }
            assert!(!text.contains("# topics = ") && !text.contains("# [location]"));
            let is_windows = stub.contains("\r\n");
            let ends = text.matches("\r\n").count();
            assert_eq!(
                ends,
                if is_windows {
                    text.matches('\n').count()
                } else {
                    0
                }
            );
            assert!(text.ends_with('\n'));
        }
    }

    #[test]
    fn what_is_more_than_a_stub_is_not_touched() {
        for text in [
            STUB.replace("planned", "open"),
            STUB.replace("status", "summary = \"มีแล้ว\"\nstatus"),
            format!("{STUB}\n[visit]\nfee = \"ฟรี\"\n"),
            STUB.replace("level", "location.province = \"ค\"\nlevel"),
            "name = \"ก\"\nstatus = \"planned\"\nlocation = { district = \"ข\" }\n".to_owned(),
            "name = ".to_owned(),
            String::new(),
        ] {
            assert_eq!(filled(&text), None, "{text}");
        }
    }
}
