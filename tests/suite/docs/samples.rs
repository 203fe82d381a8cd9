//! Each document is followed from top to bottom, in a site folder, as a reader would: its files are put there, its commands run.

use clap::error::ErrorKind;
use sala::cli::command;
use sala::value::Lang;

use super::document::{Document, all, read};
use crate::fixture::repository;
use crate::folder::Folder;
use crate::pictures::png;
use crate::program::{Run, finish, program};
use crate::test_site::TestSite;

/// The day on which the samples are true, 21 November 2569, in seconds since 1970.
const TODAY: &str = "1795219200";

/// A folder with the settings and the register of the real site, and how far down its folders the reader has gone.
struct Reader {
    folder: Folder,
    inside: String,
}

impl Reader {
    fn new(document: &Document) -> Self {
        let folder = Folder::new();
        let real = |file: &str| std::fs::read_to_string(repository().join(file)).unwrap();
        folder.put("content/areas.csv", real("content/areas.csv"));
        let mut settings = real("content/site.toml");
        let mut paths = document.blocks().into_iter().filter_map(|it| it.path);
        if paths.any(|it| it.starts_with("themes/mine/")) {
            settings = format!("theme = \"mine\"\n{settings}");
        }
        folder.put("content/site.toml", settings);
        Self {
            folder,
            inside: String::new(),
        }
    }

    /// A file of the site, with the pictures that it names.
    fn put(&self, path: &str, text: &str) {
        let path = format!("{}{path}", self.inside);
        let (entry, _) = path.rsplit_once('/').unwrap();
        for line in text.lines() {
            for key in ["file = \"", "cover = \"", "photo = \""] {
                if let Some(photo) = line.strip_prefix(key) {
                    let photo = photo.trim_end_matches('"');
                    self.folder.put(&format!("{entry}/{photo}"), png(40, 30));
                }
            }
        }
        self.folder.put(&path, text);
    }

    fn sala(&self, arguments: &[&str]) -> Run {
        let mut command = program();
        command
            .args(arguments)
            .args(["--color", "never"])
            .current_dir(self.folder.path().join(&self.inside))
            .env("SOURCE_DATE_EPOCH", TODAY);
        finish(&mut command)
    }

    /// A line that is typed: sala is run, but for its preview, which does not end by itself; other programs are not ours to run.
    fn types(&mut self, line: &str) -> bool {
        let line = line.replace("cargo run --release --", "sala");
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["cd", into] if self.folder.path().join(&self.inside).join(into).is_dir() => {
                self.inside = format!("{}{into}/", self.inside);
                false
            }
            ["sala", arguments @ ..] => {
                if let Err(error) = command(Lang::En).try_get_matches_from(&words) {
                    assert!(!error.use_stderr(), "{line}: {error}");
                }
                if arguments.first() != Some(&"serve") {
                    let run = self.sala(arguments);
                    assert_eq!(run.code, Some(0), "{line}: {}", run.err);
                }
                true
            }
            _ => false,
        }
    }
}

#[test]
fn each_document_can_be_followed() {
    let mut commands = 0;
    let mut samples = 0;
    for document in all() {
        let mut reader = Reader::new(&document);
        let mut has_samples = false;
        for block in document.blocks() {
            if let Some(path) = &block.path {
                has_samples = true;
                samples += 1;
                reader.put(path, &block.text);
            } else if block.language == "sh" {
                for line in block.text.lines() {
                    commands += usize::from(reader.types(line.trim()));
                }
            }
        }
        if has_samples {
            let run = reader.sala(&["check", "--strict", "--lang", "en"]);
            assert_eq!(run.code, Some(0), "{}: {}", document.path, run.err);
        }
    }
    assert!(commands >= 10, "{commands} commands");
    assert!(samples >= 10, "{samples} files");
}

#[test]
fn every_toml_block_is_toml() {
    for document in all() {
        for block in document.blocks() {
            if block.language == "toml"
                && let Err(error) = toml::from_str::<toml::Table>(&block.text)
            {
                panic!("{}: {error}\n{}", document.path, block.text);
            }
        }
    }
}

/// `sala …` in the text, too: verbs and flags exist; a value may be a name for one.
#[test]
fn every_command_it_names_exists() {
    let mut count = 0;
    for document in all() {
        for span in document.code_spans() {
            let words: Vec<&str> = span.split_whitespace().collect();
            if words.len() < 2 || words[0] != "sala" {
                continue;
            }
            count += 1;
            if let Err(error) = command(Lang::En).try_get_matches_from(&words) {
                let is_unfinished = matches!(
                    error.kind(),
                    ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                        | ErrorKind::MissingRequiredArgument
                        | ErrorKind::InvalidValue
                        | ErrorKind::ValueValidation
                );
                let is_fine = is_unfinished || !error.use_stderr();
                assert!(is_fine, "{}: {span}: {error}", document.path);
            }
        }
    }
    assert!(count >= 10, "{count} commands");
}

/// The mistake that the guides show: the district of their sample is misspelt.
#[test]
fn the_diagnostics_it_shows_are_what_the_program_says() {
    for lang in ["th", "en"] {
        let document = read(&format!("docs/guide/{lang}.md"));
        let blocks = document.blocks();
        let entry = blocks
            .iter()
            .find(|it| {
                it.path
                    .as_deref()
                    .is_some_and(|it| it.ends_with("center.toml"))
            })
            .unwrap();
        let misspelt = entry
            .text
            .replace("district = \"เขื่องใน\"", "district = \"เขื่องไน\"");
        assert_ne!(misspelt, entry.text);
        let reader = Reader::new(&document);
        reader.put(entry.path.as_deref().unwrap(), &misspelt);
        let run = reader.sala(&["check", "--lang", lang]);
        assert_eq!(run.code, Some(1), "{}", run.err);
        let trimmed = |text: &str| -> String {
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            lines.join("\n")
        };
        let shown = blocks
            .iter()
            .find(|it| it.text.contains("[unknown-district]: "))
            .unwrap();
        assert!(
            trimmed(&run.err).contains(&trimmed(&shown.text)),
            "{} does not show this:\n{}",
            document.path,
            run.err
        );
    }
}

/// A server of one's own sends what `_headers` asks of hosts that read it.
#[test]
fn the_servers_send_the_headers_of_the_site() {
    let site = TestSite::of(&[(
        "content/site.toml",
        "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/\"\n",
    )]);
    let built = site.on_disk().built(&[]);
    let headers = built.text("_headers");
    let document = read("docs/hosting.md");
    let blocks = document.blocks();
    let nginx = blocks.iter().find(|it| it.language == "nginx").unwrap();
    let apache = std::fs::read_to_string(repository().join("static/.htaccess")).unwrap();
    for (server, word, says) in [
        ("nginx", "add_header", &nginx.text),
        ("Apache", "Header always set", &apache),
    ] {
        let mut count = 0;
        for line in headers.lines().skip(1).take_while(|it| it.starts_with(' ')) {
            let (name, value) = line.trim().split_once(": ").unwrap();
            let wanted = format!("{word} {name} \"{value}\"");
            assert!(says.contains(&wanted), "{server} lacks {wanted}");
            count += 1;
        }
        assert!(count >= 5, "{headers}");
    }
}
