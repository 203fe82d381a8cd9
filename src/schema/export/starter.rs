//! Files to fill in, as `sala new` writes them: every key of a record, with what it means in the language of the person.
//!
//! What must be there, and what is known, is written; any other key stands behind a `#` with an example. Two of them, `##`, begin an explanation.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::schema::media::NamedPicture;
use crate::schema::{Bilingual, FILES, Key, Kind, Record};
use crate::value::Lang;

/// How a file is to be used: its first lines.
const USE: Bilingual = Bilingual {
    th: "## บรรทัดที่ขึ้นต้นด้วย ## เป็นคำอธิบาย บรรทัดที่ขึ้นต้นด้วย # เป็นตัวอย่าง นำ # ออกแล้วแก้เป็นข้อมูลจริง\n\
         ## ช่องข้อความเพิ่มภาษาอังกฤษได้ เช่น summary_en คู่กับ summary แก้ไขแล้วสั่ง sala check เพื่อตรวจ\n",
    en: "## Lines that begin with ## explain. Lines that begin with # are examples: take the # away and write what is true.\n\
         ## A text can have English beside it: summary_en beside summary. After a change run: sala check\n",
};

/// The stories that Markdown files begin with.
const STORIES: &[(&str, &str)] = &[
    ("best-practice", include_str!("starter/best-practice.md")),
    ("activity", include_str!("starter/activity.md")),
];

/// What is known of a file before anybody fills it in: values as TOML, by the path of their keys (`location.district`).
#[derive(Clone, Debug, Default)]
pub struct Values {
    values: BTreeMap<String, Value>,
}

#[derive(Clone, Debug)]
struct Value {
    toml: String,
    is_written: bool,
}

impl Values {
    /// A text that is known, and written.
    pub fn text(&mut self, path: &str, text: &str) {
        self.written(path, quoted(text));
    }

    /// A value that is known, and written.
    pub fn written(&mut self, path: &str, toml: String) {
        let is_written = true;
        self.values
            .insert(path.to_owned(), Value { toml, is_written });
    }

    /// A better example than that of the row.
    pub fn example(&mut self, path: &str, toml: String) {
        let is_written = false;
        self.values
            .insert(path.to_owned(), Value { toml, is_written });
    }

    fn is_written(&self, path: &str) -> bool {
        self.values.get(path).is_some_and(|it| it.is_written)
    }

    fn has_written_below(&self, path: &str) -> bool {
        let below = |it: &str| it.strip_prefix(path).is_some_and(|it| it.starts_with('.'));
        self.values
            .iter()
            .any(|(it, value)| value.is_written && below(it))
    }
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The file of a record, by its name in [`FILES`]; nothing for a record that there is not.
#[must_use]
pub fn starter(file: &str, values: &Values, lang: Lang) -> String {
    let keys = FILES.iter().find(|(name, _)| *name == file);
    let keys = keys.map_or(&[][..], |it| it.1);
    let mut text = format!("{}\n", USE.in_lang(lang));
    let writer = Writer { values, lang };
    writer.keys("", true, keys, &mut text);
    writer.tables("", keys, &mut text);
    match story(file) {
        Some(story) => format!("+++\n{text}+++\n\n{story}"),
        None => text,
    }
}

/// The story that a Markdown file begins with.
fn story(file: &str) -> Option<&'static str> {
    let story = STORIES.iter().find(|(name, _)| *name == file);
    story.map(|(_, story)| *story)
}

/// Texts of starters that no entry means: one that holds them was left as it was. Examples that are plainly made up, and the lines of stories.
pub fn made_up() -> impl Iterator<Item = &'static str> {
    fn collect(keys: &'static [Key], texts: &mut Vec<&'static str>) {
        for key in keys {
            if key.is_made_up {
                let example = key.example.unwrap_or_default();
                texts.extend(example.split('"').skip(1).step_by(2));
            }
            if let Some(inner) = key.kind.keys() {
                collect(inner, texts);
            }
        }
    }
    let mut texts = Vec::new();
    for (_, keys) in FILES.iter().filter(|(name, _)| *name != "site") {
        collect(keys, &mut texts);
    }
    let lines = STORIES.iter().flat_map(|(_, story)| story.lines());
    texts.extend(lines.filter(|it| !it.is_empty() && !it.starts_with('#')));
    texts.into_iter()
}

/// Writes keys and tables of a record.
pub(super) struct Writer<'a> {
    pub values: &'a Values,
    pub lang: Lang,
}

impl Writer<'_> {
    /// The keys of a table that are none themselves, in the order in which one fills them in: those that must be there, those that are known, those that somebody sees,
    /// the rest. Where their table is there, so is what it is nothing without.
    pub fn keys(&self, above: &str, is_there: bool, keys: &[Key], text: &mut String) {
        let mut keys: Vec<&Key> = keys.iter().filter(|it| is_line(it)).collect();
        keys.sort_by_key(|it| {
            let is_seen = !it.shown.is_empty() || !it.forms.is_empty();
            let is_known = self.values.is_written(&path_of(above, it.name));
            (!it.is_required, !is_known, !is_seen)
        });
        for key in keys {
            self.key(above, is_there, key, text);
        }
    }

    /// A key: what it means, then itself.
    fn key(&self, above: &str, is_there: bool, key: &Key, text: &mut String) {
        let path = path_of(above, key.name);
        let value = self.values.values.get(&path);
        let is_known = value.is_some_and(|it| it.is_written);
        let is_written = is_known || (key.is_required && is_there);
        let toml = value.map_or_else(|| example(key).to_owned(), |it| it.toml.clone());
        let mark = if is_written { "" } else { "# " };
        let _ = writeln!(
            text,
            "## {}\n{mark}{} = {toml}",
            explanation(key, self.lang),
            key.name
        );
        if let Kind::Photo = key.kind {
            let alt = NamedPicture::KEYS.iter().find(|it| it.name == "alt");
            let alt = alt.map_or("\"\"", example);
            let _ = writeln!(text, "{mark}{}_alt = {alt}", key.name);
        }
        let twin = format!("{path}_en");
        if let Some(value) = self.values.values.get(&twin) {
            let _ = writeln!(text, "{mark}{}_en = {}", key.name, value.toml);
        }
    }

    /// The tables below some keys.
    pub fn tables(&self, above: &str, keys: &[Key], text: &mut String) {
        for key in keys.iter().filter(|it| !is_line(it)) {
            let path = path_of(above, key.name);
            let is_there = key.is_required || self.values.has_written_below(&path);
            let mark = if is_there { "" } else { "# " };
            let header = match key.kind {
                Kind::Tables(_) => format!("[[{path}]]"),
                _ => format!("[{path}]"),
            };
            let _ = writeln!(text, "\n## {}\n{mark}{header}", explanation(key, self.lang));
            let inner = key.kind.keys().unwrap_or_default();
            self.keys(&path, is_there, inner, text);
            self.tables(&path, inner, text);
        }
    }
}

/// Whether it is written on a line, and is no table.
fn is_line(key: &Key) -> bool {
    key.kind.keys().is_none() && !matches!(key.kind, Kind::Free)
}

fn path_of(above: &str, name: &str) -> String {
    if above.is_empty() {
        name.to_owned()
    } else {
        format!("{above}.{name}")
    }
}

/// A value that can stand there: its example, else its default.
fn example(key: &Key) -> &'static str {
    key.example.or(key.default).unwrap_or("\"\"")
}

/// What a key means, with its words, unit, range and default.
fn explanation(key: &Key, lang: Lang) -> String {
    let said = |th: &'static str, en: &'static str| Bilingual { th, en }.in_lang(lang);
    let sentence = |it: Bilingual| match lang {
        Lang::Th => it.th,
        Lang::En => it.en.trim().trim_end_matches('.'),
    };
    let (label, help) = (sentence(key.label), sentence(key.help));
    let mut text = if help.contains(label) {
        help.to_owned()
    } else {
        format!("{label}: {help}")
    };
    if let Some(words) = key.kind.vocabulary() {
        let words: Vec<String> = words
            .words
            .iter()
            .map(|it| {
                let name = Bilingual {
                    th: it.th,
                    en: it.en,
                };
                format!("{} = {}", it.word, name.in_lang(lang))
            })
            .collect();
        let _ = write!(text, " ({})", words.join(", "));
    }
    if let Some(unit) = key.unit {
        let _ = write!(text, " ({}{})", said("หน่วย: ", "in "), unit.in_lang(lang));
    }
    if let Some((least, most)) = key.range {
        let _ = write!(text, " ({least} {} {most})", said("ถึง", "to"));
    }
    if let Some(default) = key.default {
        let _ = write!(text, " ({}{default})", said("ถ้าไม่ระบุคือ ", "default: "));
    }
    if let Kind::Tables(_) = key.kind {
        text.push_str(said(" (เพิ่มได้หลายรายการ)", " (as many as there are)"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key, inner ones with the path of their table.
    fn every_key(above: &str, keys: &[Key], into: &mut Vec<String>) {
        for key in keys {
            let path = path_of(above, key.name);
            into.push(match key.kind {
                Kind::Table(_) | Kind::Free => format!("[{path}]"),
                Kind::Tables(_) => format!("[[{path}]]"),
                _ => format!("{} = ", key.name),
            });
            every_key(&path, key.kind.keys().unwrap_or_default(), into);
        }
    }

    #[test]
    fn every_key_stands_in_the_starter_of_its_record() {
        for (file, keys) in FILES.iter().filter(|(name, _)| *name != "areas") {
            for lang in [Lang::Th, Lang::En] {
                let text = starter(file, &Values::default(), lang);
                let mut wanted = Vec::new();
                every_key("", keys, &mut wanted);
                let lines = text.lines().filter(|it| !it.starts_with("##"));
                let lines: Vec<&str> = lines.map(|it| it.trim_start_matches("# ")).collect();
                for key in wanted {
                    assert!(lines.iter().any(|it| it.starts_with(&key)), "{file}: {key}");
                }
            }
        }
    }

    #[test]
    fn every_key_has_a_value_that_can_stand_there() {
        fn look(file: &str, keys: &[Key]) {
            for key in keys {
                if is_line(key) {
                    let line = format!("{} = {}", key.name, example(key));
                    assert!(!line.ends_with("\"\""), "{file}: {line}");
                    assert!(
                        toml::from_str::<toml::Table>(&line).is_ok(),
                        "{file}: {line}"
                    );
                }
                look(file, key.kind.keys().unwrap_or_default());
            }
        }
        for (file, keys) in FILES.iter().filter(|(name, _)| *name != "areas") {
            look(file, keys);
        }
    }

    #[test]
    fn a_text_that_stands_there_unasked_is_told_of_until_it_is_changed() {
        let texts: Vec<&str> = made_up().collect();
        for file in ["best-practice", "activity"] {
            let text = starter(file, &Values::default(), Lang::Th);
            let written = text.lines().filter(|it| !it.starts_with('#'));
            let values = written.filter_map(|it| it.split_once(" = \""));
            let mut count = 0;
            for (key, value) in values {
                count += 1;
                let value = value.trim_end_matches('"');
                assert!(texts.contains(&value), "{file}: {key} = {value}");
            }
            assert!(count > 0, "{file}");
        }
    }

    #[test]
    fn what_is_known_is_written() {
        let mut values = Values::default();
        values.text("name", "ศูนย์ฯ \"ก\"");
        values.text("name_en", "Centre");
        values.text("location.district", "เขื่องใน");
        values.example("topics", "[\"weaving\"]".to_owned());
        let text = starter("center", &values, Lang::En);
        for part in [
            "\nname = 'ศูนย์ฯ \"ก\"'\nname_en = \"Centre\"\n",
            "\n[location]\n## District",
            "\ndistrict = \"เขื่องใน\"\n",
            "\n# topics = [\"weaving\"]\n",
            "\n# [visit]\n",
            "\n# [[committee.advisers]]\n",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
