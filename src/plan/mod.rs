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

use addresses::Addresses;

use crate::diagnostic::Diagnostics;
use crate::memo::Memo;

pub use address::{document_address, file_at, guide_address};
pub use addresses::Ingredients;
pub use listed::{is_listed, updated};
pub use output::{CalendarOf, FeedOf, Output, SITEMAP_SIZE, Table, TableFormat, form_address};
pub use paging::{AWARDS_PAGE_SIZE, MOST_DISTRICTS, PAGE_SIZE, pages_of};
pub use resolve::{Target, TargetFile};
pub use route::{LocalizedRoute, Route};
pub use site_plan::{Copied, Plan};

/// Plans a site. Addresses with two sources are found, and the first keeps the address.
pub fn pages(from: &Ingredients, memo: &Memo, found: &mut Diagnostics) -> Arc<Plan> {
    let (plan, clashes) = memo.get(Addresses::of(from));
    for clash in clashes.iter() {
        found.push(clash.diagnostic(from.directory));
    }
    plan
}
