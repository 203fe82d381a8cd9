//! What a site has of its own of a theme, by its path there.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::SitePath;
use crate::source::{File, Source, Sources};

/// What a site has of its own of a theme: all that it is made from, beside what is built in.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Own {
    pub name: String,
    pub texts: BTreeMap<SitePath, Arc<Source>>,
    /// Of other files only name and size are known here: whoever wants their bytes reads them.
    pub files: BTreeMap<SitePath, File>,
}

impl Own {
    pub(super) fn new(sources: &Sources, name: &str) -> Self {
        let folder = format!("themes/{name}/");
        Self {
            name: name.to_owned(),
            texts: inside(&sources.texts, &folder),
            files: inside(&sources.files, &folder),
        }
    }

    /// Its texts in a folder, by their path there.
    pub(super) fn texts(&self, folder: &str) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        let folder = format!("themes/{}/{folder}/", self.name);
        let texts = self.texts.iter();
        texts.filter_map(move |(path, text)| Some((path.as_str().strip_prefix(&folder)?, text)))
    }

    /// One of its texts.
    pub(super) fn text(&self, name: &str) -> Option<&Arc<Source>> {
        let path = format!("themes/{}/{name}", self.name);
        self.texts.get(&SitePath::new(path))
    }
}

fn inside<T: Clone>(all: &BTreeMap<SitePath, T>, folder: &str) -> BTreeMap<SitePath, T> {
    all.range(SitePath::new(folder)..)
        .take_while(|(path, _)| path.as_str().starts_with(folder))
        .map(|(path, it)| (path.clone(), it.clone()))
        .collect()
}
