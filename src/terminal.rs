//! The only code that speaks to a person: what went wrong, what was done, how far it is.
//!
//! In: diagnostics and facts. Out: words for people on stderr, data for programs on stdout.
//! A closed pipe is no error: whoever stopped reading has read enough.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use clap::ValueEnum;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Severity};
use crate::locale::both::both;
use crate::source::{Position, Source, Sources};
use crate::value::media::Place;
use crate::value::{Lang, SheetCell};

/// A line longer than this is pointed at, but not shown: nobody wrote it by hand.
const LONGEST_LINE_SHOWN: usize = 20_000;

/// How a person is spoken to.
#[derive(Debug)]
pub struct Terminal {
    /// In which language.
    pub lang: Lang,
    /// Whether in colours.
    pub has_color: bool,
    /// How much is said.
    pub volume: Volume,
    /// Progress last shown, in per cent; what has to be wiped away before something else is said.
    progress: AtomicUsize,
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Volume {
    /// Errors.
    Quiet,
    /// Warnings and the outcome too.
    Normal,
    /// Steps on the way too.
    Verbose,
}

/// How diagnostics are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the line in question.
    #[value(help = both!("สำหรับอ่าน พร้อมบรรทัดที่ผิด", "For people, with the line in question"))]
    Human,
    /// One JSON object a line, on stdout.
    #[value(help = both!("สำหรับโปรแกรม เป็นออบเจกต์ JSON บรรทัดละหนึ่งรายการ ทาง stdout", "One JSON object a line, on stdout"))]
    Json,
    /// Annotations of GitHub Actions, on stdout.
    #[value(help = both!("สำหรับแสดงที่บรรทัดใน GitHub Actions ทาง stdout", "Annotations of GitHub Actions, on stdout"))]
    Github,
}

/// No progress is on the screen.
const NO_PROGRESS: usize = usize::MAX;

/// What a build did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Built {
    /// Pages of the site.
    pub pages: usize,
    /// Pages that are new or changed.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
    /// From the first file read to the last one written.
    pub took: Duration,
    /// Warnings.
    pub warnings: usize,
}

impl Terminal {
    /// A terminal that says nothing yet.
    #[must_use]
    pub fn new(lang: Lang, has_color: bool, volume: Volume) -> Self {
        Self {
            lang,
            has_color,
            volume,
            progress: AtomicUsize::new(NO_PROGRESS),
        }
    }

    /// Shows what was found, sorted by file and line.
    pub fn show(&self, found: &Diagnostics, sources: &Sources) {
        let is_shown =
            |it: &&Diagnostic| self.volume != Volume::Quiet || it.severity == Severity::Error;
        let shown = found.sorted().into_iter().filter(is_shown);
        let said: String = shown
            .map(|it| human(it, sources, self.lang, self.has_color) + "\n")
            .collect();
        self.to_person(&said);
    }

    /// The same in the form asked for. `prefix` is the way from the current folder to the site, for annotations that a code host
    /// hangs on files of the repository.
    pub fn report(
        &self,
        found: &Diagnostics,
        sources: &Sources,
        format: Format,
        prefix: &str,
    ) -> Result<(), Diagnostic> {
        let sorted = found.sorted();
        let sorted = sorted.iter();
        let lines: String = match format {
            Format::Human => {
                self.show(found, sources);
                return Ok(());
            }
            Format::Json => sorted.map(|it| json(it, sources, self.lang)).collect(),
            Format::Github => sorted
                .map(|it| github(it, sources, self.lang, prefix))
                .collect(),
        };
        to_program(lines.as_bytes())
    }

    /// Shows one problem that stopped a step.
    pub fn show_one(&self, diagnostic: &Diagnostic) {
        self.to_person(&format!(
            "{}\n",
            human(diagnostic, &Sources::default(), self.lang, self.has_color)
        ));
    }

    /// Says one line, unless only errors are wanted.
    pub fn say(&self, th: &str, en: &str) {
        if self.volume > Volume::Quiet {
            self.to_person(&format!("{}\n", self.either(th, en)));
        }
    }

    /// Says one line where more is wanted.
    pub fn detail(&self, th: &str, en: &str) {
        if self.volume == Volume::Verbose {
            self.to_person(&format!("{}\n", self.either(th, en)));
        }
    }

    /// The words for whoever reads.
    fn either<'a>(&self, th: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Th => th,
            Lang::En => en,
        }
    }

    /// The last line of a build.
    pub fn built(&self, built: &Built) {
        let Built { pages, changed, .. } = built;
        let seconds = built.took.as_secs_f64();
        self.say(
            &format!(
                "สร้าง {pages} หน้า (เปลี่ยน {changed} หน้า) ใน {seconds:.2} วินาที คำเตือน {} จุด",
                built.warnings
            ),
            &format!(
                "built {} ({changed} changed) in {seconds:.2} s, {}",
                many(*pages, "page"),
                many(built.warnings, "warning")
            ),
        );
        if built.removed > 0 {
            self.detail(
                &format!("ลบไฟล์ที่ไม่ใช้แล้ว {} ไฟล์", built.removed),
                &format!("removed {}", many(built.removed, "old file")),
            );
        }
    }

    /// The last line of a check or of a build that found errors: how much is wrong.
    pub fn counted(&self, found: &Diagnostics) {
        let errors = found.count(Severity::Error);
        let warnings = found.count(Severity::Warning);
        let (th, en) = (
            format!("พบข้อผิดพลาด {errors} จุด คำเตือน {warnings} จุด"),
            format!("{}, {}", many(errors, "error"), many(warnings, "warning")),
        );
        if errors + warnings == 0 {
            self.say("ตรวจแล้ว ไม่พบข้อผิดพลาด", "checked: nothing is wrong");
        } else if errors > 0 {
            self.to_person(&format!("{}\n", self.either(&th, &en)));
        } else {
            self.say(&th, &en);
        }
    }

    /// Shows how far long work is, where a person watches.
    pub fn progress(&self, done: usize, total: usize, th: &str, en: &str) {
        let percent = done * 100 / total.max(1);
        let is_watched = self.volume > Volume::Quiet && std::io::stderr().is_terminal();
        if is_watched && self.progress.swap(percent, Ordering::Relaxed) != percent {
            let _ = write!(
                std::io::stderr().lock(),
                "\r\x1b[K{} {done}/{total}",
                self.either(th, en)
            );
        }
    }

    /// Words to stderr, after wiping progress away.
    fn to_person(&self, words: &str) {
        let mut stderr = std::io::stderr().lock();
        if self.progress.swap(NO_PROGRESS, Ordering::Relaxed) != NO_PROGRESS {
            let _ = stderr.write_all(b"\r\x1b[K");
        }
        let _ = stderr.write_all(words.as_bytes());
        let _ = stderr.flush();
    }
}

/// Words to stderr before there is a terminal: what was typed cannot be read.
pub fn refuse(words: &str) {
    let _ = std::io::stderr().lock().write_all(words.as_bytes());
}

/// Data to stdout. Whoever closed it has read enough; that it is full is an error.
pub fn to_program(data: &[u8]) -> Result<(), Diagnostic> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(data).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Diagnostic::error(Problem::CannotWrite {
                path: "stdout".to_owned(),
                error: error.to_string(),
            }))
        }
        _ => Ok(()),
    }
}

/// `1 page`, `2 pages`.
fn many(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// For a person: the fact, the place with its line, the nearest right thing, and what to do.
#[must_use]
pub fn human(diagnostic: &Diagnostic, sources: &Sources, lang: Lang, has_color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // In the language of the message; programs get the English words of `json` and `github`.
    let (name, note, help_name) = match (lang, diagnostic.severity) {
        (Lang::Th, Severity::Error) => ("ข้อผิดพลาด", "หมายเหตุ", "วิธีแก้"),
        (Lang::Th, Severity::Warning) => ("คำเตือน", "หมายเหตุ", "วิธีแก้"),
        (Lang::En, it) => (it.word(), "note", "help"),
    };
    let note = Level::NOTE.with_name(note);
    let message = one_line(&diagnostic.message(lang)).into_owned();
    let mut group = level
        .with_name(name)
        .primary_title(message)
        .id(diagnostic.problem.code())
        .elements(std::iter::empty::<Origin<'_>>());
    let label = diagnostic.label(lang).map(|it| one_line(&it).into_owned());
    let mut label_is_shown = label.is_none();
    if let Some(place) = &diagnostic.place {
        (group, label_is_shown) = match &diagnostic.cell {
            Some(cell) => {
                let path = format!("{} · {cell}", place.file);
                (
                    group.element(Origin::path(one_line(&path).into_owned())),
                    false,
                )
            }
            None => with_place(group, place, sources, label.clone()),
        };
    }
    if let Some(label) = label.filter(|_| !label_is_shown) {
        group = group.element(note.clone().message(label));
    }
    if let Some(help) = diagnostic.help(lang) {
        group = group.element(
            Level::HELP
                .with_name(help_name)
                .message(one_line(&help).into_owned()),
        );
    }
    let mut groups = vec![group];
    for place in &diagnostic.related {
        let here = match lang {
            Lang::Th => "เกี่ยวข้องกับจุดนี้",
            Lang::En => "together with this",
        };
        let group = Group::with_title(note.clone().secondary_title(here));
        groups.push(with_place(group, place, sources, None).0);
    }
    let renderer = if has_color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut words = renderer.render(&groups);
    words.push('\n');
    words
}

/// A group that points at a place, and whether the label stands there too.
fn with_place<'a>(
    group: Group<'a>,
    place: &'a Place,
    sources: &'a Sources,
    label: Option<String>,
) -> (Group<'a>, bool) {
    let path = one_line(place.file.as_str());
    let Some(source) = sources.texts.get(&place.file) else {
        return (group.element(Origin::path(path)), false);
    };
    let at = source.position(place.span.start);
    if let Some((lines, start)) = lines_of(source, &place.span)
        && place.span != (0..0)
    {
        let end = (place.span.end.min(source.text.len()) - start).min(lines.len());
        let from = (place.span.start - start).min(end);
        let annotation = AnnotationKind::Primary.span(from..end).label(label);
        let snippet = Snippet::source(lines)
            .line_start(at.line)
            .path(path)
            .annotation(annotation);
        return (group.element(snippet), true);
    }
    let origin = Origin::path(path).line(at.line).char_column(at.column);
    (group.element(origin), false)
}

/// The line in which a span begins, and its first byte; `None` where the line is too long to be shown, or the span is not in the text.
#[must_use]
pub fn lines_of<'a>(source: &'a Source, span: &std::ops::Range<usize>) -> Option<(&'a str, usize)> {
    let text: &str = &source.text;
    let is_inside = span.start <= span.end
        && text.is_char_boundary(span.start)
        && text.is_char_boundary(span.end);
    if !is_inside {
        return None;
    }
    // No further than what would be shown: a long line may hold thousands of mistakes.
    let bytes = text.as_bytes();
    let first = span.start.saturating_sub(LONGEST_LINE_SHOWN + 1);
    let before = bytes[first..span.start].iter().rposition(|it| *it == b'\n');
    let start = before.map_or(first, |it| first + it + 1);
    let last = text.len().min(span.start + LONGEST_LINE_SHOWN + 1);
    let after = bytes[span.start..last].iter().position(|it| *it == b'\n');
    let end = after.map_or(last, |it| span.start + it);
    if end - start > LONGEST_LINE_SHOWN
        || !text.is_char_boundary(start)
        || !text.is_char_boundary(end)
    {
        return None;
    }
    let line = text[start..end].trim_end_matches('\r');
    (line.len() <= LONGEST_LINE_SHOWN).then_some((line, start))
}

/// Text on one line, without characters that could steer a terminal.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        let visible = |it: char| match it {
            '\n' | '\r' | '\t' => ' ',
            other if other.is_control() => char::REPLACEMENT_CHARACTER,
            other => other,
        };
        Cow::Owned(text.chars().map(visible).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Where a file begins that is no text, such as a photo: programs want a line for every file.
const START: Position = Position { line: 1, column: 1 };

/// For a program: one JSON object on a line.
#[must_use]
pub fn json(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let place = diagnostic.place.as_ref();
    let (start, end) = place
        .map(|it| match &diagnostic.cell {
            Some(cell) => (position_of(cell), position_of(cell)),
            None => sources.positions(it).unwrap_or((START, START)),
        })
        .unzip();
    let mut object = serde_json::json!({
        "severity": diagnostic.severity.word(),
        "code": diagnostic.problem.code(),
        "message": diagnostic.message(lang),
        "label": diagnostic.label(lang),
        "help": diagnostic.help(lang),
        "file": place.map(|it| it.file.as_str()),
        "line": start.map(|it| it.line),
        "column": start.map(|it| it.column),
        "end_line": end.map(|it| it.line),
        "end_column": end.map(|it| it.column),
    });
    if let Some(cell) = &diagnostic.cell {
        object["sheet"] = (*cell.sheet).into();
        object["cell"] = cell.name().into();
    }
    format!("{object}\n")
}

/// A cell as a line and a column.
fn position_of(cell: &SheetCell) -> Position {
    Position {
        line: cell.row as usize + 1,
        column: cell.column.map_or(1, |it| it as usize + 1),
    }
}

/// For GitHub Actions: a workflow command that annotates the line.
#[must_use]
pub fn github(diagnostic: &Diagnostic, sources: &Sources, lang: Lang, prefix: &str) -> String {
    let mut command = format!("::{} ", diagnostic.severity.word());
    if let Some(place) = &diagnostic.place {
        let file = format!("{prefix}{}", place.file);
        let _ = write!(command, "file={},", escaped_property(&file));
        if let Some((start, end)) = sources.positions(place) {
            let _ = write!(
                command,
                "line={},col={},endLine={},endColumn={},",
                start.line, start.column, end.line, end.column
            );
        }
    }
    let mut words = diagnostic.message(lang);
    for more in [diagnostic.label(lang), diagnostic.help(lang)]
        .into_iter()
        .flatten()
    {
        words.push('\n');
        words.push_str(&more);
    }
    let _ = writeln!(
        command,
        "title={}::{}",
        diagnostic.problem.code(),
        escaped_data(&words)
    );
    command
}

/// Text of a workflow command.
fn escaped_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value among the properties of a workflow command.
fn escaped_property(text: &str) -> String {
    escaped_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problem;
    use crate::testing::TestSite;
    use crate::value::SitePath;

    fn sources(text: &str) -> Sources {
        TestSite::of(&[("content/a.toml", text)]).sources()
    }

    fn slug_at(span: std::ops::Range<usize>) -> Diagnostic {
        let problem = Problem::NotASlug {
            written: "เขื่องไน".to_owned(),
            proposed: "khueang-nai".to_owned(),
        };
        Diagnostic::error(problem).at(&SitePath::new("content/a.toml"), span)
    }

    #[test]
    fn carets_stand_under_what_is_seen() {
        let text = "# ก\nเขต = \"เขื่องไน\" # น้ำ\n";
        let start = text.find("เขื่องไน").unwrap();
        let shown = human(
            &slug_at(start..start + "เขื่องไน".len()),
            &sources(text),
            Lang::En,
            false,
        );
        insta::assert_snapshot!(shown, @r#"
        error[not-a-slug]: "เขื่องไน" cannot be an address: only a–z, 0–9 and hyphens
         --> content/a.toml:2:8
          |
        2 | เขต = "เขื่องไน" # น้ำ
          |        ^^^^^^
          |
          = help: try khueang-nai
        "#);
    }

    #[test]
    fn nothing_quoted_can_steer_the_terminal() {
        let text = "a = \"\u{1b}[31mred\u{7}\u{202e}\"\n";
        let mut diagnostic = slug_at(4..10);
        diagnostic.problem = Problem::NoCenter("x\u{1b}]0;y\nz".to_owned());
        let shown = human(&diagnostic, &sources(text), Lang::Th, false);
        assert!(
            !shown.contains(['\u{1b}', '\u{7}', '\u{202e}']),
            "{shown:?}"
        );
        assert!(shown.starts_with("ข้อผิดพลาด[no-center]: "), "{shown}");
        assert_eq!(shown.matches("ข้อผิดพลาด").count(), 1, "{shown}");
    }

    #[test]
    fn a_place_outside_the_text_is_still_shown() {
        for span in [0..0, 3..999, 999..1_000, 1..2] {
            let shown = human(&slug_at(span.clone()), &sources("ก"), Lang::En, false);
            assert!(shown.contains("--> content/a.toml:1:"), "{span:?}: {shown}");
        }
        let shown = human(&slug_at(0..1), &Sources::default(), Lang::En, false);
        assert!(shown.contains("--> content/a.toml\n"), "{shown}");
    }

    #[test]
    fn a_line_that_nobody_wrote_is_not_shown() {
        let text = "a".repeat(3_000_000);
        let shown = human(
            &slug_at(2_000_000..2_000_001),
            &sources(&text),
            Lang::En,
            false,
        );
        assert!(
            shown.len() < 400 && shown.contains("a.toml:1:2000001"),
            "{shown}"
        );
        let text = "a".repeat(5_000);
        let shown = human(&slug_at(4_000..4_001), &sources(&text), Lang::En, false);
        assert!(
            shown.len() < 1_000 && shown.contains("a.toml:1:4001"),
            "{shown}"
        );
    }

    #[test]
    fn programs_get_columns_that_count_characters() {
        let text = "ก = \"เขื่องไน\"\n";
        let start = text.find("เขื่องไน").unwrap();
        let diagnostic = slug_at(start..start + "เขื่องไน".len());
        let line = json(&diagnostic, &sources(text), Lang::En);
        let object: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(
            (&object["line"], &object["column"], &object["end_column"]),
            (&1.into(), &6.into(), &14.into())
        );
        assert_eq!(line.lines().count(), 1);
        let line = github(&diagnostic, &sources(text), Lang::En, "site/");
        assert!(
            line.starts_with("::error file=site/content/a.toml,line=1,col=6,endLine=1,endColumn=14,title=not-a-slug::"),
            "{line}"
        );
        assert_eq!(line.lines().count(), 1);
    }
}
