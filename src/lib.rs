//! sala: from a community's TOML and Markdown to a public directory.
//!
//! ```text
//! disk ─load→ Sources ─parse→ Drafts ─check→ Directory ─plan→ Plan ─render→ Body ─write→ disk
//!             text in         as written,    only what        pages and     bytes of    or serve→ browser
//!             memory          with positions is true          addresses     one address
//! ```
//!
//! [`prepare`] is this journey from texts to everything that is needed to render any address. `build` renders all of them and writes,
//! `check` renders and throws away, `serve` renders what a browser asks for: there is one road.
//!
//! # What stays true
//! - The middle is pure: from [`parse`] to [`render`] no disk, network, clock or environment; the day and the language are arguments.
//!   The same sources and [`Options`] make the same bytes on every machine. (Photos are looked at by [`media::photo`], once, before the plan.)
//! - Parse, then trust. Doubt ends in [`check`]: what is in a [`model::Directory`] is true, and nobody downstream looks again.
//! - Every mistake of a run is found, not the first: [`diagnostic::Problem`] is a fact, `th.rs` and `en.rs` have the words.
//! - What may not be published is gone before the plan, so that no page, feed or data file has to remember to leave it out.
//! - A page is a pure function of directory, theme and address: pages render in parallel, in any order, on request, or twice.
//! - An address is a value until a page is rendered: base path, portable site and language are one mechanism.
//! - The old site or the new one: [`write`](mod@write) begins when everything was rendered once, and removes only what it wrote.
//! - Arrows point one way, down in the picture below: no two files need each other, and no room knows one beside or above it. Only `source::load`,
//!   `media`, `write`, `serve` and `command` touch the disk.
//!
//! # The house
//! ```text
//! command                   what was typed, environment and clock → one recipe a verb
//! set_aside                 the site without entries that have mistakes
//! serve  write              → a browser · → the output folder, the whole site or nothing
//! render  links             one address → its bytes · every link leads somewhere
//!   search  print           what a page says to the index · what is made for paper
//!   pages  data  host       one file a kind of page · open data · what hosts and browsers read
//!   frame  feeds            what stands around a page · Atom, calendars, contact cards
//!   map  filters            maps · how a list is narrowed
//!   pieces                  what pages share: cards, facts, stories, contacts
//!   context                 how one page speaks: its language, its words, its links
//!   parts                   what all pages are made from
//!   geometry  view          shapes of areas · what templates see: the contract with themes
//! forms                     entries and the office's own records → paper forms, and how the site stands
//! plan                      directory → every page and file at its address
//! import                    spreadsheets ⇄ entries
//! check  media  cli         drafts → what is true · photos, previews, their cache · what may be typed
//! parse  theme  terminal    texts → drafts · templates, words, patterns · what a person is told
//! source  model  markdown   disk → texts · what is true and may be published · CommonMark → safe HTML
//! schema  locale  options   each record described once · numbers, days, excerpts · what was chosen for a run
//! diagnostic                what is wrong, where, and what to do, in two languages
//! value  html  media_type   what facts are made of · text as HTML · what a file is by its name
//! memo  search              one way to remember · the index that a browser searches
//! ```
//!
//! Each file begins by saying what comes in, what goes out and what it never does. `docs/architecture.md` has the reasons, and where
//! something new goes.

// The road, from what was typed to what is written.
pub mod cli;
pub mod command;
pub mod options;
pub mod set_aside;

pub mod source;

pub mod parse;

pub mod check;
pub mod model;

pub mod plan;

mod links;

pub mod render;

pub mod serve;
pub mod write;

// Beside the road: spreadsheets become entries.
pub mod import;
// Beside the road: papers of the office.
pub mod forms;

// What the road is paved with.
pub mod diagnostic;
pub mod html;
pub mod locale;
pub mod markdown;
pub mod media;
pub mod media_type;
pub mod memo;
pub mod schema;
pub mod search;
pub mod terminal;
pub mod theme;
pub mod value;

#[cfg(test)]
extern crate self as sala; // so that tests of both sides share what makes their sites
#[cfg(test)]
mod testing;

use std::sync::Arc;

pub use memo::Memo;
pub use options::{BaseUrl, MakeIndex, Options};

use check::PaperRecords;
use diagnostic::{Diagnostic, Diagnostics};
use media::photo;
use model::Directory;
use plan::Plan;
use plan::listings::Listings;
use render::Body;
use source::Sources;
use theme::Theme;

/// Everything needed to render any address of a site.
#[derive(Debug)]
pub struct Prepared {
    /// What is true, and may be published.
    pub directory: Arc<Directory>,
    /// What only the office and its paper forms may see: nothing that renders is given it.
    pub paper: PaperRecords,
    /// How it looks.
    pub theme: Arc<Theme>,
    /// What is served of each photo.
    pub photos: photo::Made,
    /// Where pictures are kept.
    pub pictures: Arc<media::Store>,
    /// Every address, once, and what it shows.
    pub plan: Arc<Plan>,
    /// Who stands beside whom.
    pub listings: Listings,
    /// What all pages share.
    shared: render::Shared,
}

impl Prepared {
    /// The path of every file of the output, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.plan.files.keys().map(String::as_str)
    }

    /// The bytes of a file of the output. Pure: two calls give the same bytes.
    pub fn render(&self, file: &str) -> Result<Body, Diagnostic> {
        render::file(&self.parts(), file)
    }

    fn parts(&self) -> render::Parts<'_> {
        render::Parts {
            directory: &self.directory,
            theme: &self.theme,
            photos: &self.photos,
            pictures: &self.pictures,
            plan: &self.plan,
            listings: &self.listings,
            shared: &self.shared,
        }
    }

    /// Whether the output has a file.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.plan.files.contains_key(file)
    }
}

/// A step of the journey, for whoever wants to know how long each takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Texts are in memory.
    Load,
    /// Drafts are made.
    Parse,
    /// The directory is true, and the theme is ready.
    Check,
    /// Photos are made.
    Photos,
    /// Every address is known, and every link leads somewhere.
    Plan,
    /// Every page was rendered once.
    Render,
    /// The output is the site.
    Write,
}

impl Step {
    /// Its name in Thai and in English.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Load => ("อ่านไฟล์", "load"),
            Self::Parse => ("แยกข้อมูล", "parse"),
            Self::Check => ("ตรวจสอบ", "check"),
            Self::Photos => ("เตรียมภาพ", "photos"),
            Self::Plan => ("วางแผนหน้า", "plan"),
            Self::Render => ("สร้างหน้า", "render"),
            Self::Write => ("เขียนไฟล์", "write"),
        }
    }
}

/// What happens on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A step is done.
    Done(Step),
    /// A photo is done.
    Photo {
        /// How many are.
        done: usize,
        /// Of how many.
        total: usize,
    },
}

/// From texts to everything needed to render any address, and everything found wrong on the way.
///
/// `None` where the content or the theme leaves no site to render. Where there is one in spite of errors, its pages can be rendered to find more
/// of them, and must not be written. The texts of entries are let go of on the way: who wants to show a mistake keeps them, or reads
/// them again. What `memo` knows from earlier runs is not made again, which changes no byte of the output.
pub fn prepare(
    mut sources: Sources,
    options: &Options,
    pictures: &Arc<media::Store>,
    memo: &Memo,
    seen: &(dyn Fn(Event) + Sync),
) -> (Option<Prepared>, Diagnostics) {
    let mut found = Diagnostics::default();
    let drafts = parse::drafts(&sources, memo, &mut found);
    sources.forget_entries();
    let sources = &sources;
    seen(Event::Done(Step::Parse));
    let theme_name = drafts.site.as_ref().and_then(|it| it.record.theme.clone());
    let wanted = check::Options {
        today: options.today,
        with_drafts: options.with_drafts,
        with_examples: options.with_examples,
    };
    let mut found_in_theme = Diagnostics::default();
    let (directory, theme) = rayon::join(
        || check::directory(drafts, sources, &wanted, memo, &mut found),
        || theme::prepare(sources, theme_name.as_ref(), memo, &mut found_in_theme),
    );
    found.append(found_in_theme);
    seen(Event::Done(Step::Check));
    let Some((mut directory, paper)) = directory else {
        return (None, found);
    };
    // Copies are kept of a site on a host, neither of a preview nor of one that is opened from a folder.
    let is_hosted = options.base_url != BaseUrl::Portable && options.index == MakeIndex::Now;
    directory.site.output.offline &= is_hosted;
    directory.site.takes_worker_back = is_hosted && !directory.site.output.offline;
    let progress = |done, total| seen(Event::Photo { done, total });
    let photos = photo::prepare(&directory.photos, sources, pictures, &progress, &mut found);
    photo::refuse_copies(&paper.withheld, &directory, sources, &mut found);
    seen(Event::Done(Step::Photos));
    let directory = Arc::new(directory);
    let listings = Listings::new(&directory, memo);
    let ingredients = plan::Ingredients {
        directory: &directory,
        listings: &listings,
        theme: &theme,
        photos: &photos,
        sources,
        index: options.index,
    };
    let plan = plan::pages(&ingredients, memo, &mut found);
    let shared = render::Shared::new(&directory, options, memo);
    let mut site = Prepared {
        directory,
        paper,
        theme,
        photos,
        pictures: Arc::clone(pictures),
        plan,
        listings,
        shared,
    };
    if site.directory.site.output.search && !site.plan.has_search() {
        let name = render::index_name(&site.parts());
        Arc::make_mut(&mut site.plan).add_search(&name);
    }
    let page = |path: &str| match site.render(path) {
        Ok(Body::Bytes(bytes)) => String::from_utf8(bytes).ok(),
        Ok(_) | Err(_) => None,
    };
    links::links(&site.directory, &site.plan, sources, &page, &mut found);
    memo.end_run();
    seen(Event::Done(Step::Plan));
    // Templates that cannot be read would be blamed once more on every page.
    let site = (!site.theme.is_broken).then_some(site);
    (site, found)
}
