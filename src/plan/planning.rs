//! A plan in the making: an address is given once.
//!
//! In: addresses with what stands there and which file of the site asks for it. Out: the plan, and what asked for an address in vain.
//! Never: lets one file hide another.

use std::collections::BTreeMap;

use super::names::Names;
use super::output::Output;
use super::site_plan::Plan;
use crate::diagnostic::{Diagnostic, Problem};
use crate::model::media::Place;
use crate::model::{Directory, SitePath};

/// A plan in the making.
pub(super) struct Planning<'a> {
    pub plan: Plan,
    pub names: &'a Names,
    /// Which file asked for an address.
    pub asked: BTreeMap<String, Asked>,
    pub clashes: Vec<Clash>,
}

/// A file of the site for which an address is asked.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// By itself: an entry, or a file that is copied.
    File(SitePath),
    /// By the entry that shows it.
    Photo(SitePath),
    /// By the entry that offers it.
    Document(SitePath),
}

/// An address that was asked for twice: by whom the second time, and by whom the first.
#[derive(Debug)]
pub(super) struct Clash {
    path: String,
    second: Option<Asked>,
    first: Option<Asked>,
}

impl Asked {
    /// Where that is said.
    fn place(&self, directory: &Directory) -> Place {
        let (file, shown) = match self {
            Self::File(file) => (file, None),
            Self::Photo(file) => (file, directory.photos.get(file)),
            Self::Document(file) => (file, directory.documents.get(file)),
        };
        shown.cloned().unwrap_or_else(|| Place {
            file: file.clone(),
            span: 0..0,
        })
    }
}

impl Clash {
    /// What is wrong, and where.
    pub(super) fn diagnostic(&self, directory: &Directory) -> Diagnostic {
        let path = &self.path;
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let mut diagnostic = Diagnostic::error(Problem::SameAddress(format!("/{address}")));
        // Where only one of the two is a file of the site, it is the one to be changed.
        let (one, other) = match (&self.second, &self.first) {
            (None, first) => (first, &None),
            both => both,
        };
        let place = |it: &Option<Asked>| it.as_ref().map(|it| it.place(directory));
        diagnostic.place = place(one);
        diagnostic.related.extend(place(other));
        diagnostic
    }
}

impl Planning<'_> {
    /// A file `centers` would stand where a folder `centers/` has to be.
    pub(super) fn files_in_the_way_of_folders(&mut self) {
        let mut clashes = Vec::new();
        for path in self.plan.files.keys() {
            let mut end = 0;
            while let Some(slash) = path[end..].find('/') {
                end += slash;
                if self.plan.files.contains_key(&path[..end]) {
                    clashes.push((path[..end].to_owned(), path.clone()));
                }
                end += 1;
            }
        }
        clashes.dedup_by(|a, b| a.0 == b.0);
        for (file, inside) in clashes {
            let second = self.asked.get(&file).cloned();
            let first = self.asked.get(&inside).cloned();
            self.clash(file, second, first);
        }
    }

    pub(super) fn add(&mut self, path: String, output: Output, asked: Option<Asked>) {
        if let Some(first) = self.plan.files.get(&path) {
            if matches!(output, Output::Static(_)) && gives_way(first, &path) {
                self.asked.extend(asked.map(|it| (path.clone(), it)));
                self.plan.files.insert(path, output);
                return;
            }
            // Two entries with one address were reported by `check`.
            let is_entry = |it: &Output| matches!(it, Output::Page(_) | Output::Redirect(_));
            let first_asked = self.asked.get(&path).cloned();
            let is_known = is_entry(first) && is_entry(&output);
            if !(is_known && first_asked.is_some() && asked.is_some()) {
                self.clash(path, asked, first_asked);
            }
            return;
        }
        if let Some(asked) = asked {
            self.asked.insert(path.clone(), asked);
        }
        self.plan.files.insert(path, output);
    }

    fn clash(&mut self, path: String, second: Option<Asked>, first: Option<Asked>) {
        self.clashes.push(Clash {
            path,
            second,
            first,
        });
    }
}

/// Whether a file of `static/` takes the place of what the program makes for hosts and browsers.
fn gives_way(made: &Output, path: &str) -> bool {
    match made {
        Output::Robots
        | Output::Headers
        | Output::Redirects
        | Output::Manifest(_)
        | Output::OpenSearch(_) => true,
        Output::ThemeFile(_) => path == "favicon.svg",
        _ => false,
    }
}
