//! Directory → Plan: which pages and files exist, at which address, showing what.
//!
//! In: a checked directory, the theme's files, the photos and the names of static files. Out: every address of the site, once.
//! Never: renders anything, and never lets one file hide another: two sources of an address are an error that names both.

mod address;
mod companions;
pub mod facets;
mod files;
mod listed;
pub mod listings;
mod memory;
pub mod nearby;
mod output;
mod pages;
mod paging;
mod planning;
mod resolve;
mod route;
pub mod similarity;
mod site_plan;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::media::photo;
use crate::model::Directory;
use crate::source::Sources;
use crate::theme::Theme;
use facets::{Facets, ListOf};
use listings::Neighbours;
use planning::Planning;

pub use address::{document_address, file_at, guide_address};
pub use listed::{is_listed, updated};
pub use memory::Memory;
pub use output::{CalendarOf, FeedOf, Item, SITEMAP_SIZE, Table, TableFormat};
pub use paging::{AWARDS_PAGE_SIZE, MOST_DISTRICTS, PAGE_SIZE, pages_of};
pub use resolve::{Target, TargetFile};
pub use route::{PageItem, What};
pub use site_plan::{Copied, Plan};

/// Plans a site. Addresses with two sources are found, and the first keeps the address.
#[must_use]
pub fn pages(
    directory: &Directory,
    theme: &Theme,
    photos: &photo::Made,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Plan {
    let neighbours = Neighbours::new(directory);
    let facets = ListOf::ALL.map(|list| Facets::new(directory, &neighbours, list));
    let mut planning = Planning {
        plan: Plan {
            files: BTreeMap::new(),
            neighbours,
            facets,
            languages: directory.site.languages.clone(),
            search: None,
            by_file: BTreeMap::new(),
            photos: BTreeMap::new(),
            copied: BTreeMap::new(),
        },
        directory,
        places: BTreeMap::new(),
        found,
    };
    planning.all_pages();
    planning.redirects();
    planning.feeds_and_data();
    planning.qr_codes();
    planning.previews();
    planning.calendars_and_cards();
    planning.offline();
    planning.facets();
    planning.photos_and_documents(photos, sources);
    planning.static_files(theme, sources);
    planning.files_in_the_way_of_folders();
    planning.plan
}
