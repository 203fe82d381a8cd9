//! Directory → Plan: which pages and files exist, at which address, showing what.
//!
//! In: a checked directory, the theme's files, the photos and the names of static files. Out: every address of the site, once.
//! Never: renders anything, and never lets one file hide another: two sources of an address are an error that names both.

mod address;
mod addresses;
mod companions;
pub mod districts;
pub mod facets;
mod files;
mod listed;
pub mod listings;
mod names;
pub mod nearby;
mod output;
mod pages;
mod paging;
mod planning;
pub mod progress;
mod resolve;
mod route;
pub mod similarity;
mod site_plan;

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::media::photo;
use crate::memo::Memo;
use crate::model::Directory;
use crate::options::MakeIndex;
use crate::source::Sources;
use crate::theme::Theme;
use addresses::Addresses;
use listings::Listings;

pub use address::{document_address, file_at, guide_address};
pub use listed::{is_listed, updated};
pub use output::{CalendarOf, FeedOf, Output, SITEMAP_SIZE, Table, TableFormat};
pub use paging::{AWARDS_PAGE_SIZE, MOST_DISTRICTS, PAGE_SIZE, pages_of};
pub use resolve::{Target, TargetFile};
pub use route::{LocalizedRoute, Route};
pub use site_plan::{Copied, Plan};

/// What a plan is made of.
pub struct Ingredients<'a> {
    /// The checked content.
    pub directory: &'a Directory,
    /// Its lists.
    pub listings: &'a Listings,
    /// The look.
    pub theme: &'a Theme,
    /// Photos as served.
    pub photos: &'a photo::Made,
    /// Documents and static files.
    pub sources: &'a Sources,
    /// Whether what browsers ask a script for is named by what is in it.
    pub index: MakeIndex,
}

/// Plans a site. Addresses with two sources are found, and the first keeps the address.
pub fn pages(from: &Ingredients, memo: &Memo, found: &mut Diagnostics) -> Arc<Plan> {
    let (plan, clashes) = memo.get(Addresses::of(from));
    for clash in clashes.iter() {
        found.push(clash.diagnostic(from.directory));
    }
    plan
}
