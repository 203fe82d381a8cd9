//! `sala new`: a filled-in, commented, valid file to edit. Never overwrites: to a file that only says that a centre is planned it adds.
#![expect(clippy::disallowed_methods, reason = "a command that writes files")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

mod place;

use super::environment;
use crate::cli::{GlobalArgs, NewCommand};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::Memo;
use crate::model::Lang;
use crate::model::center::Status;
use crate::parse::draft::Drafts;
use crate::parse::{self, areas, web};
use crate::schema::export::starter::{Values, starter};
use crate::schema::export::stub::completed;
use crate::source::load;
use crate::terminal::Terminal;

/// Names stay well below what file systems take: each has an ending, and addresses are shared.
const LONGEST_NAME: usize = 100;
/// What the settings of a new site say until they are changed.
const SITE: &[(&str, &str)] = &[
    ("title", "ทำเนียบศูนย์ผู้นำจิตอาสาพัฒนาชุมชน"),
    (
        "title_en",
        "Directory of Community Development Volunteer Leader Centres",
    ),
    ("base_url", "https://example.go.th/"),
    (
        "description",
        "รวมศูนย์ผู้นำจิตอาสาพัฒนาชุมชน แนวปฏิบัติที่ดี และกิจกรรมของจังหวัด",
    ),
    (
        "description_en",
        "Centres, best practices and activities of the province",
    ),
    ("digits", "thai"),
    ("province", "อุบลราชธานี"),
    ("province_en", "Ubon Ratchathani"),
    ("organization.name", "สำนักงานพัฒนาชุมชนจังหวัด"),
    (
        "organization.name_en",
        "Provincial Community Development Office",
    ),
    ("topics.id", "organic-farming"),
    ("topics.name", "เกษตรอินทรีย์"),
    ("topics.name_en", "Organic farming"),
];

pub fn run(
    what: &NewCommand,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let lang = terminal.lang;
    let files = match what {
        NewCommand::Site { dir } => site(dir, lang),
        NewCommand::Center { path } => {
            let path = address(path, global)?;
            let file = global
                .root
                .join(format!("content/centers/{path}/center.toml"));
            let drafts = drafts(global)?;
            if file.symlink_metadata().is_ok() {
                return fill(&file, &drafts, terminal);
            }
            let mut values = for_entries(&drafts);
            place::facts(&path, &drafts, &mut values)?;
            vec![(file, starter("center", &values, lang))]
        }
        NewCommand::BestPractice { path, slug } => {
            let (file, values) = beside(global, path, "best-practices", slug)?;
            vec![(file, starter("best-practice", &values, lang))]
        }
        NewCommand::Activity { path, slug } => {
            let (file, values) = beside(global, path, "activities", slug)?;
            vec![(file, starter("activity", &values, lang))]
        }
    };
    for (path, _) in &files {
        refuse_existing(path)?;
    }
    for (path, text) in &files {
        create(path, text)?;
        let path = path.display();
        terminal.say(&format!("สร้าง {path}"), &format!("made {path}"));
    }
    if let NewCommand::Site { dir } = what {
        let dir = dir.display();
        terminal.say(
            &format!("ดูหน้าเว็บด้วย: sala serve --root {dir} --open"),
            &format!("look at it with: sala serve --root {dir} --open"),
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn site(dir: &Path, lang: Lang) -> Vec<(PathBuf, String)> {
    let mut values = Values::default();
    for (key, text) in SITE {
        values.text(key, text);
    }
    values.written("languages", "[\"th\", \"en\"]".to_owned());
    [
        ("content/site.toml", starter("site", &values, lang)),
        (
            "content/areas.csv",
            include_str!("new/areas.csv").to_owned(),
        ),
        (
            "content/pages/about.md",
            include_str!("new/about.md").to_owned(),
        ),
        (
            "content/pages/about.en.md",
            include_str!("new/about.en.md").to_owned(),
        ),
        (".gitignore", include_str!("new/gitignore").to_owned()),
    ]
    .map(|(path, text)| (dir.join(path), text))
    .into()
}

/// What every new entry can say: the day, and a topic that the site has.
fn for_entries(drafts: &Drafts) -> Values {
    let today = environment::today_in_bangkok();
    let today = format!(
        "{:04}-{:02}-{:02}",
        today.buddhist_year(),
        today.month(),
        today.day()
    );
    let mut values = Values::default();
    values.written("date", today.clone());
    values.example("end_date", today.clone());
    values.example("checked_on", today);
    let topics = drafts.site.iter().flat_map(|it| &it.record.topics);
    if let Some(topic) = topics.map(|it| &it.id.value).next() {
        values.example("topics", format!("[\"{topic}\"]"));
    }
    values
}

/// Fills a file that only says that a centre is planned; any other is left alone.
fn fill(file: &Path, drafts: &Drafts, terminal: &Terminal) -> Result<ExitCode, Diagnostic> {
    let before = std::fs::read_to_string(file).ok();
    let is_link = file.is_symlink();
    let filled = before
        .as_deref()
        .filter(|_| !is_link)
        .and_then(|it| completed(it, &for_entries(drafts), terminal.lang).map(|text| (it, text)));
    let Some((before, text)) = filled else {
        return refuse_existing(file).map(|()| ExitCode::FAILURE);
    };
    replace(file, before, &text).map_err(|error| cannot_write(file, &error))?;
    let path = file.display();
    terminal.say(
        &format!("เพิ่มช่องให้กรอกใน {path} ข้อมูลเดิมอยู่ครบ เมื่อกรอกแล้วเปลี่ยน status เป็น \"open\""),
        &format!("added what is to be filled in to {path}; what it said is kept. When it is done, set status to \"open\""),
    );
    Ok(ExitCode::SUCCESS)
}

/// Puts a text in the place of another one: the file holds the one or the other whole, whatever happens.
fn replace(file: &Path, before: &str, text: &str) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside
        .as_file()
        .set_permissions(std::fs::metadata(file)?.permissions())?;
    beside.as_file().sync_all()?;
    if std::fs::read(file)? != before.as_bytes() {
        return Err(std::io::Error::other("somebody changed it just now"));
    }
    beside.persist(file)?;
    Ok(())
}

/// What the site says already; its mistakes are not this command's business.
fn drafts(global: &GlobalArgs) -> Result<Drafts, Diagnostic> {
    let (sources, _) = load::site(&global.root)?;
    Ok(parse::drafts(
        &sources,
        &Memo::off(),
        &mut Diagnostics::default(),
    ))
}

/// The path of a centre: slugs joined by `/`. Who writes the names of areas is told their addresses.
fn address(written: &str, global: &GlobalArgs) -> Result<String, Diagnostic> {
    let path = written
        .trim_matches('/')
        .trim_start_matches("content/")
        .trim_start_matches("centers/");
    let is_reserved = |it: &str| {
        matches!(
            it,
            "page" | "leaflet" | "poster" | "best-practices" | "activities"
        )
    };
    refuse_long(path)?;
    if path
        .split('/')
        .all(|it| web::is_slug(it) && !is_reserved(it))
    {
        return Ok(path.to_owned());
    }
    let areas = drafts(global).map_or_else(|_| Arc::default(), |it| it.areas);
    let mut above = None;
    let proposed: Vec<String> = path
        .split('/')
        .map(|part| areas::slug_of(part, &areas, &mut above).unwrap_or_else(|| slug_of(part)))
        .filter(|it| !it.is_empty() && !is_reserved(it))
        .collect();
    Err(Diagnostic::error(Problem::NotASlug {
        written: written.to_owned(),
        proposed: proposed.join("/"),
    }))
}

/// Refuses what would be too long for the name of a folder or a file.
fn refuse_long(path: &str) -> Result<(), Diagnostic> {
    match path.split('/').find(|it| it.len() > LONGEST_NAME) {
        Some(part) => Err(Diagnostic::error(Problem::NameTooLong(part.to_owned()))),
        None => Ok(()),
    }
}

/// The address that a name becomes; empty where nothing of it can be one.
fn slug_of(name: &str) -> String {
    web::slug(name).unwrap_or_default()
}

/// The file of a practice or an activity of a centre that exists and is open to have one.
fn beside(
    global: &GlobalArgs,
    path: &str,
    folder: &str,
    slug: &str,
) -> Result<(PathBuf, Values), Diagnostic> {
    let path = address(path, global)?;
    refuse_long(slug)?;
    if !web::is_slug(slug) || slug == "page" {
        return Err(Diagnostic::error(Problem::NotASlug {
            written: slug.to_owned(),
            proposed: slug_of(slug),
        }));
    }
    let drafts = drafts(global)?;
    let center = drafts.centers.iter().find(|it| it.path == path);
    let center = center.ok_or_else(|| Diagnostic::error(Problem::NoCenter(path.clone())))?;
    if center.record.facts.status == Status::Planned {
        let planned = Diagnostic::error(Problem::CenterIsPlanned(path.clone()));
        return Err(planned.in_file(&center.file));
    }
    let file = format!("content/centers/{path}/{folder}/{slug}.md");
    Ok((global.root.join(file), for_entries(&drafts)))
}

fn refuse_existing(path: &Path) -> Result<(), Diagnostic> {
    if path.symlink_metadata().is_ok() {
        let path = path.display().to_string();
        return Err(Diagnostic::error(Problem::AlreadyThere(path)));
    }
    Ok(())
}

/// Writes a new file; never one that is there.
fn create(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let write = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::File::create_new(path)?.write_all(text.as_bytes())
    };
    write().map_err(|error: std::io::Error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotWrite {
        path: path.display().to_string(),
        error: error.to_string(),
    })
}
