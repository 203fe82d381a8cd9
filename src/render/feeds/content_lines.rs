//! Content lines: what calendars (RFC 5545) and contact cards (RFC 2426) are written in.
//!
//! Lines end in CRLF and are folded at 75 octets, never inside a letter; what a text may not hold is escaped or left out.

/// The most octets of a line, its CRLF not counted.
const WIDTH: usize = 75;

/// A file in the making.
pub(in crate::render) struct ContentLines(String);

impl ContentLines {
    /// An empty file.
    pub fn new() -> Self {
        Self(String::with_capacity(1_024))
    }

    /// The file.
    pub fn finish(self) -> String {
        self.0
    }

    /// A line whose value is no text: a keyword, a day, a number, an address. Its parameters stand in the name.
    pub fn plain(&mut self, name: &str, value: &str) {
        let mut line = String::with_capacity(name.len() + value.len() + 1);
        line.push_str(name);
        line.push(':');
        line.extend(value.chars().filter(|it| !it.is_control()));
        self.push(&line);
    }

    /// A line with a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.texts(name, &[value], ',');
    }

    /// A line with several texts, as a list (`,`) or as the parts of one value (`;`).
    pub fn texts(&mut self, name: &str, values: &[&str], separator: char) {
        let mut line = String::with_capacity(128);
        line.push_str(name);
        line.push(':');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                line.push(separator);
            }
            escape(&mut line, value);
        }
        self.push(&line);
    }

    fn push(&mut self, line: &str) {
        let mut rest = line;
        let mut room = WIDTH;
        while rest.len() > room {
            let end = (0..=room).rev().find(|at| rest.is_char_boundary(*at));
            let end = end.unwrap_or(rest.len());
            self.0.push_str(&rest[..end]);
            self.0.push_str("\r\n ");
            rest = &rest[end..];
            // The space that continues a line counts.
            room = WIDTH - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

fn escape(line: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => line.extend(['\\', letter]),
            '\n' => line.push_str("\\n"),
            it if it.is_control() => {}
            it => line.push(it),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader makes of a file: its lines, unfolded.
    fn unfolded(file: &str) -> Vec<String> {
        let joined = file.replace("\r\n ", "");
        joined.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let mut lines = ContentLines::new();
        lines.text("SUMMARY", &"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน".repeat(4));
        let file = lines.finish();
        assert!(file.ends_with("\r\n"));
        let widths: Vec<usize> = file.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(widths, [74, 73, 73, 73, 43], "{file}");
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        let mut lines = ContentLines::new();
        lines.text("NOTE", "ก, ข; ค\\ง\r\nจ:ฉ\u{7}");
        lines.texts("ADR", &["", "a;b", "c"], ';');
        lines.plain("URL", "https://example.go.th/\r\nX-EVIL:1");
        assert_eq!(
            lines.finish(),
            "NOTE:ก\\, ข\\; ค\\\\ง\\nจ:ฉ\r\nADR:;a\\;b;c\r\nURL:https://example.go.th/X-EVIL:1\r\n"
        );
    }

    proptest! {
        /// Whatever a text holds, it stays one line, no longer than allowed, and unfolds to itself.
        #[test]
        fn any_text_stays_one_line(text in ".{0,200}") {
            let mut lines = ContentLines::new();
            lines.text("DESCRIPTION", &text);
            let file = lines.finish();
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= WIDTH && !line.contains(['\r', '\n']));
            }
            let lines = unfolded(&file);
            prop_assert_eq!(lines.len(), 1);
            let mut read = String::new();
            let mut letters = lines[0]["DESCRIPTION:".len()..].chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => read.extend(letters.next().map(|it| if it == 'n' { '\n' } else { it })),
                    it => read.push(it),
                }
            }
            let kept: String = text.chars().filter(|it| *it == '\n' || !it.is_control()).collect();
            prop_assert_eq!(read, kept);
        }
    }
}
