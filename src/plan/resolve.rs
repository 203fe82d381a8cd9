//! Where a link leads that staff wrote: a path to a file of `content/`, or an address from the site's root.
//!
//! In: where it was written, and what. Out: a page or a file of the site, or nothing. Never: addresses of other sites.

use super::address::document_address;
use super::output::Output;
use super::route::Route;
use super::site_plan::Plan;
use crate::markdown;
use crate::model::{Lang, SitePath};

/// Where a link of a story or a menu leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The page or file.
    pub to: TargetFile,
    /// What follows it, as written: `#story`, `?q=rice`, or nothing.
    pub suffix: String,
}

/// The page or file that a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetFile {
    /// A page, in the language of whoever reads, unless the link asks for another.
    Page(Route, usize, Option<Lang>),
    /// A file of the output: a photo, a document, a static file.
    File(String),
}

impl Plan {
    /// Where a destination leads that is written in a file of `content/`: a relative path to a file, or an address from the site's root.
    /// `None` where it leads nowhere. Addresses of other sites are not to be asked for.
    #[must_use]
    pub fn resolve(&self, from: &SitePath, destination: &str) -> Option<Target> {
        let cut = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, suffix) = destination.split_at(cut);
        let path = markdown::percent_decoded(path);
        let suffix = suffix.to_owned();
        let to = if path.is_empty() {
            TargetFile::Page(self.page_of(from)?, 1, None)
        } else if let Some(address) = path.strip_prefix('/') {
            self.at_address(address)?
        } else {
            self.at_file(&from.beside(&path)?)?
        };
        Some(Target { to, suffix })
    }

    /// What stands at an address from the site's root.
    fn at_address(&self, address: &str) -> Option<TargetFile> {
        let is_folder = address.is_empty() || address.ends_with('/');
        let path = if is_folder {
            format!("{address}index.html")
        } else {
            address.to_owned()
        };
        let output = self.files.get(&path).or_else(|| {
            let folder = format!("{path}/index.html");
            self.files.get(&folder)
        })?;
        Some(match output {
            Output::Page(page) | Output::Redirect(page) => {
                let asked = (page.lang != self.languages[0]).then_some(page.lang);
                TargetFile::Page(page.route, page.number, asked)
            }
            _ => TargetFile::File(path),
        })
    }

    /// What is made from a file of the site.
    fn at_file(&self, file: &SitePath) -> Option<TargetFile> {
        if let Some(route) = self.page_of(file) {
            return Some(TargetFile::Page(route, 1, None));
        }
        if let Some(address) = self.photos.get(file) {
            return Some(TargetFile::File(address.clone()));
        }
        // A folder stands for the entry in it.
        let entry = SitePath::new(format!("{file}/center.toml"));
        if let Some(route) = self.page_of(&entry) {
            return Some(TargetFile::Page(route, 1, None));
        }
        let address = file
            .as_str()
            .strip_prefix("static/")
            .map_or_else(|| document_address(file), str::to_owned);
        self.files
            .contains_key(&address)
            .then_some(TargetFile::File(address))
    }
}
