//! The register of areas and its outlines, as far as the site has them.
//!
//! In: `areas.csv`, `areas.geojson` and the province that the settings name. Out: the register, and what is wrong with it. It is read
//! again only where one of these is another, because everything else is compared with it.

use std::sync::Arc;

use super::{areas, outlines};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::Query;
use crate::model::{Areas, SitePath, Text};
use crate::parse::draft::SiteDraft;
use crate::source::{Source, Sources};

/// What the register is made from.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Register {
    table: Option<Arc<Source>>,
    outlines: Option<Arc<Source>>,
    /// The file of the settings, and the province that they name; `None` where there are no settings.
    site: Option<(SitePath, Option<Text>)>,
}

impl Register {
    /// That of a site.
    pub(super) fn of(sources: &Sources, site: Option<&SiteDraft>) -> Self {
        let text = |path| sources.texts.get(&SitePath::new(path)).cloned();
        Self {
            table: text("content/areas.csv"),
            outlines: text("content/areas.geojson"),
            site: site.map(|it| (it.file.clone(), it.record.facts.province.clone())),
        }
    }
}

impl Query for Register {
    type Answer = (Arc<Areas>, Diagnostics);

    fn answer(self) -> Self::Answer {
        let mut found = Diagnostics::default();
        (Arc::new(register(&self, &mut found)), found)
    }
}

fn register(from: &Register, found: &mut Diagnostics) -> Areas {
    let Some(table) = from.table.as_deref().and_then(Source::readable) else {
        return Areas::default();
    };
    let province = from.site.as_ref().and_then(|(_, it)| it.as_ref());
    let (mut areas, names_provinces) = areas::areas(table, province, found);
    if let Some((file, None)) = &from.site
        && !names_provinces
        && !areas.districts.is_empty()
    {
        let missing = Problem::MissingKey("province".to_owned());
        found.push(Diagnostic::error(missing).in_file(file));
    }
    if let Some(text) = from.outlines.as_deref().and_then(Source::readable) {
        areas.outlines = outlines::outlines(text, &areas, found);
    }
    areas
}
