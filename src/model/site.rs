//! The site's own settings: `content/site.toml`.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::model::DistrictCode;
use crate::schema::person::PersonFacts;
use crate::schema::site::SiteFacts;
pub use crate::schema::site::{Deadline, MenuItem, Organization, Output};
pub use crate::value::words::Digits;
use crate::value::{Lang, Text};

/// The settings of a site. They read as their facts: `site.title`.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// What is said of the site itself.
    pub facts: SiteFacts,
    /// At least one, each once; the first is the default, at `/`.
    pub languages: Vec<Lang>,
    /// The look: a folder of `themes/`, or the built-in theme.
    pub theme: Option<String>,
    /// Who publishes.
    pub organization: Organization,
    /// Whether the site is the organization's own, as it has said.
    pub is_official: bool,
    /// Who answers for personal data; none until it is decided.
    pub controller: Option<Text>,
    /// District offices by district.
    pub offices: BTreeMap<DistrictCode, Office>,
    /// What is made beside pages, feeds and sitemap.
    pub output: Output,
    /// Whether the worker of an earlier site, which kept copies with its readers, is taken back: on a host, where there is no offline copy.
    pub takes_worker_back: bool,
    /// Whether it offers the blank paper forms: it says its inspection region, which stands on them.
    pub offers_forms: bool,
    /// In the order of the file.
    pub topics: Vec<Topic>,
    /// Due dates of the area reports.
    pub deadlines: Vec<Deadline>,
    /// The main menu; empty where the theme's default serves.
    pub menu: Vec<MenuItem>,
    /// The free table `[extra]` for themes, as JSON.
    pub extra: serde_json::Value,
}

impl Deref for Site {
    type Target = SiteFacts;

    fn deref(&self) -> &SiteFacts {
        &self.facts
    }
}

impl Site {
    /// The name of whoever publishes, where they have said that the site is theirs.
    #[must_use]
    pub fn publisher(&self) -> Option<&Text> {
        let name = self.organization.name.as_ref();
        name.filter(|_| self.is_official)
    }

    /// Whether entries are measured against a deadline on the site.
    #[must_use]
    pub fn shows_deadlines(&self) -> bool {
        self.deadlines.iter().any(|it| it.show)
    }
}

/// A district's Community Development Office.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// Its name and channels.
    pub organization: Organization,
    /// The programme's coordinator there, where they consented.
    pub coordinator: Option<PersonFacts>,
}

/// What centres and practices are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its slug: `/topics/<id>/`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// One of the look's icons.
    pub icon: Option<String>,
}
