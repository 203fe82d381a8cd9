//! What only the office and its paper forms may see.
//!
//! In: entries as written. Out: every person whom they name, whether they consented or not, and what entries say for the monthly report alone.
//! Never: reaches a page. The [`Directory`](crate::model::Directory) is made without these values, and no room that renders is given them.

use std::collections::BTreeMap;

use crate::model::DistrictCode;
use crate::schema::person::{Chair, Committee, Person, ResourcePerson};
use crate::value::{Place, SitePath, Text};

/// What the site's entries say that is not, or not surely, for everyone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperRecords {
    /// Inspection region (เขตตรวจราชการ) of the forms.
    pub inspection_region: Option<u32>,
    /// The programme's coordinators in district offices.
    pub offices: BTreeMap<DistrictCode, Person>,
    /// By path of the centre; those that name nobody are left out.
    pub centers: BTreeMap<String, CenterPaper>,
    /// Whom practices name, by file.
    pub contacts: BTreeMap<SitePath, Person>,
    /// By file of the activity; those that say nothing for the report alone are left out.
    pub activities: BTreeMap<SitePath, ActivityPaper>,
    /// Every photo of people who did not agree, and where an entry says so; their bytes are published nowhere, whatever they are called.
    pub withheld: BTreeMap<SitePath, Place>,
}

/// The people whom a centre's entry names, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CenterPaper {
    /// Who answers.
    pub coordinator: Option<Person>,
    /// Who signs the area report.
    pub chair: Option<Chair>,
    /// The committee order with its names.
    pub committee: Option<Committee>,
    /// Who teaches.
    pub resource_persons: Vec<ResourcePerson>,
}

/// What an activity's entry says for the monthly report alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActivityPaper {
    /// ปัญหา อุปสรรค
    pub problems: Option<Text>,
    /// ข้อเสนอแนะ
    pub suggestions: Option<Text>,
}

/// What one entry says for the office alone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum EntryPaper {
    Center(String, Box<CenterPaper>),
    Contact(SitePath, Person),
    Activity(SitePath, ActivityPaper),
}

impl PaperRecords {
    pub(super) fn take(&mut self, paper: EntryPaper) {
        match paper {
            EntryPaper::Center(path, it) => {
                self.centers.insert(path, *it);
            }
            EntryPaper::Contact(file, it) => {
                self.contacts.insert(file, it);
            }
            EntryPaper::Activity(file, it) => {
                self.activities.insert(file, it);
            }
        }
    }
}
