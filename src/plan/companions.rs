//! What stands beside a page and says part of it in a form of its own: calendars, contact cards, and pages made for paper.
//!
//! Which of them there are follows from `[output]` and from the day: a single activity has a calendar file while it is to come.

use super::output::{CalendarOf, Item};
use super::planning::Planning;
use super::route::What;
use super::site_plan::Plan;
use crate::model::directory::{CenterId, PracticeId};
use crate::model::{Directory, Lang};

impl Plan {
    /// Where a calendar is, whether or not it is made.
    #[must_use]
    pub fn calendar_address(&self, directory: &Directory, of: CalendarOf, lang: Lang) -> String {
        let what = match of {
            CalendarOf::Site => What::Home,
            CalendarOf::District(number) => What::District(number),
            CalendarOf::Activity(id) => What::Activity(id),
        };
        self.address(directory, what, lang) + "calendar.ics"
    }

    /// Where the contact card of a centre is, whether or not it is made.
    #[must_use]
    pub fn card_address(&self, directory: &Directory, id: CenterId, lang: Lang) -> String {
        self.address(directory, What::Center(id), lang) + "contact.vcf"
    }
}

impl Planning<'_> {
    pub(super) fn previews(&mut self) {
        let directory = self.directory;
        let near = &self.plan.neighbours;
        let centers = near.centers.iter().copied().map(What::Center);
        let practices = (0..directory.practices.len()).map(|it| What::BestPractice(PracticeId(it)));
        let districts = (0..near.districts.len()).map(What::District);
        let all = [What::Home].into_iter().chain(centers).chain(practices);
        for what in all.chain(districts).collect::<Vec<_>>() {
            for lang in self.plan.languages.clone() {
                if let Some(address) = self.plan.preview_address(directory, what, lang) {
                    self.add(address, Item::Preview(what, lang), None);
                }
            }
        }
    }

    pub(super) fn qr_codes(&mut self) {
        let directory = self.directory;
        let centers = self.plan.neighbours.centers.iter().copied();
        let centers = centers.map(What::Center);
        let practices = (0..directory.practices.len()).map(|it| What::BestPractice(PracticeId(it)));
        for what in centers.chain(practices).collect::<Vec<_>>() {
            for lang in self.plan.languages.clone() {
                if let Some(address) = self.plan.qr_address(directory, what, lang) {
                    self.add(address, Item::Qr(what, lang), None);
                }
            }
        }
    }

    /// What keeps the site where there is no network, or takes back what did.
    pub(super) fn offline(&mut self) {
        let output = &self.directory.site.output;
        if output.offline || self.directory.site.takes_worker_back {
            self.add("sw.js".to_owned(), Item::Worker, None);
        }
    }

    /// A leaflet and a poster of each centre, a sheet of each practice that has steps.
    pub(super) fn paper_pages(&self) -> impl Iterator<Item = What> + use<> {
        let directory = self.directory;
        let is_wanted = directory.site.output.leaflets;
        let centers = self.plan.neighbours.centers.iter();
        let centers = centers.flat_map(|id| [What::Leaflet(*id), What::Poster(*id)]);
        let practices = directory.practices.iter().enumerate();
        let practices = practices
            .filter(|(_, it)| !it.steps.is_empty())
            .map(|(number, _)| What::Sheet(PracticeId(number)));
        let all: Vec<What> = centers.chain(practices).filter(|_| is_wanted).collect();
        all.into_iter()
    }

    /// Calendars of the site, of districts and of activities to come, and the contact cards of centres.
    pub(super) fn calendars_and_cards(&mut self) {
        let directory = self.directory;
        let output = &directory.site.output;
        let near = &self.plan.neighbours;
        let mut calendars = Vec::new();
        if output.calendar {
            calendars.push(CalendarOf::Site);
            calendars.extend((0..near.districts.len()).map(CalendarOf::District));
            let upcoming = &near.activities[..near.upcoming];
            calendars.extend(upcoming.iter().map(|id| CalendarOf::Activity(*id)));
        }
        let cards = if output.contact_cards {
            near.centers.clone()
        } else {
            Vec::new()
        };
        for lang in self.plan.languages.clone() {
            for of in calendars.iter().copied() {
                let address = self.plan.calendar_address(directory, of, lang);
                self.add(address, Item::Calendar(of, lang), None);
            }
            for id in cards.iter().copied() {
                let address = self.plan.card_address(directory, id, lang);
                self.add(address, Item::ContactCard(id, lang), None);
            }
        }
    }
}
