//! Every address of a site, from all that any of them is made from.
//!
//! In: names of entries, lengths of lists, photos, documents, files of the theme and of `static/`. Out: the plan, and which address was
//! asked for twice. As long as these are the same the plan is, whatever entries say.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::facets::{FacetNames, ListOf};
use super::files::{STATIC, ThemeFileNames};
use super::listings::{Listings, has_page};
use super::names::Names;
use super::planning::{Clash, Planning};
use super::site_plan::{Copied, Plan};
use crate::media::photo::{self, MadePhoto};
use crate::memo::Query;
use crate::model::{Directory, SitePath};
use crate::options::MakeIndex;
use crate::source::{File, Sources};
use crate::theme::Theme;

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

/// All that addresses are made from.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Addresses {
    names: Arc<Names>,
    facets: [FacetNames; ListOf::ALL.len()],
    photos: Vec<(SitePath, MadePhoto)>,
    documents: Vec<(SitePath, Option<Copied>)>,
    theme: Vec<ThemeFileNames>,
    files: Vec<(SitePath, File)>,
    index: MakeIndex,
}

impl Hash for Addresses {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.names.centers.len().hash(state); // there is one in a run
    }
}

impl Addresses {
    /// Those of a site.
    pub(super) fn of(from: &Ingredients) -> Self {
        let (directory, sources) = (from.directory, from.sources);
        let facets = ListOf::ALL.map(|list| match from.index {
            MakeIndex::Now => FacetNames::by_content(directory, from.listings, list),
            MakeIndex::WhenAsked => FacetNames::fixed(match list {
                ListOf::Centers => directory.centers.iter().filter(|it| has_page(it)).count(),
                ListOf::BestPractices => directory.practices.len(),
            }),
        });
        let photos = directory.photos.keys();
        let photos = photos.filter_map(|it| Some((it.clone(), from.photos.get(it)?.clone())));
        let documents = directory.documents.keys().map(|file| {
            let on_disk = sources.files.get(file).cloned().map(Copied::Disk);
            let text = || sources.texts.get(file).cloned().map(Copied::Text);
            (file.clone(), on_disk.or_else(text))
        });
        let theme = from.theme.files.iter().map(|(path, file)| ThemeFileNames {
            path: path.clone(),
            address: file.address.clone(),
            source: file.source.clone(),
        });
        let files = sources.files.range(SitePath::new(STATIC)..);
        let files = files.take_while(|(path, _)| path.as_str().starts_with(STATIC));
        Self {
            names: Arc::new(Names::of(directory, from.listings)),
            facets,
            photos: photos.collect(),
            documents: documents.collect(),
            theme: theme.collect(),
            files: files.map(|(path, it)| (path.clone(), it.clone())).collect(),
            index: from.index,
        }
    }
}

impl Query for Addresses {
    type Answer = (Arc<Plan>, Arc<[Clash]>);

    fn answer(self) -> Self::Answer {
        let mut planning = Planning {
            plan: Plan {
                files: BTreeMap::new(),
                languages: self.names.languages.clone(),
                search: None,
                names: Arc::clone(&self.names),
                facets: self.facets,
                by_file: BTreeMap::new(),
                photos: BTreeMap::new(),
                copied: BTreeMap::new(),
            },
            names: &self.names,
            asked: BTreeMap::new(),
            clashes: Vec::new(),
        };
        planning.all_pages();
        planning.redirects();
        planning.mending();
        planning.feeds_and_data();
        planning.qr_codes();
        planning.previews();
        planning.calendars_and_cards();
        planning.offline();
        planning.facets();
        planning.photos(&self.photos);
        planning.documents(self.documents);
        planning.theme_files(self.theme);
        planning.static_files(self.files);
        planning.files_in_the_way_of_folders();
        let Planning {
            mut plan, clashes, ..
        } = planning;
        if self.names.output.search && self.index == MakeIndex::WhenAsked {
            plan.add_search("preview");
        }
        (Arc::new(plan), clashes.into())
    }
}
