//! What stands beside a page and says part of it in a form of its own: calendars, contact cards, and pages made for paper.
//!
//! Which of them there are follows from `[output]` and from the day: a single activity has a calendar file while it is to come.

use super::output::{CalendarOf, Item};
use super::planning::Planning;
use super::route::What;
use super::site_plan::Plan;
use crate::model::Lang;
use crate::model::directory::{ActivityId, CenterId, PracticeId};

impl Plan {
    /// Where a calendar is, whether or not it is made.
    #[must_use]
    pub fn calendar_address(&self, of: CalendarOf, lang: Lang) -> String {
        let what = match of {
            CalendarOf::Site => What::Home,
            CalendarOf::District(number) => What::District(number),
            CalendarOf::Activity(id) => What::Activity(id),
        };
        self.address(what, lang) + "calendar.ics"
    }

    /// Where the contact card of a centre is, whether or not it is made.
    #[must_use]
    pub fn card_address(&self, id: CenterId, lang: Lang) -> String {
        self.address(What::Center(id), lang) + "contact.vcf"
    }
}

impl<'a> Planning<'a> {
    pub(super) fn previews(&mut self) {
        let districts = (0..self.names.districts.len()).map(What::District);
        let records = self.records();
        for what in [What::Home].into_iter().chain(records).chain(districts) {
            for lang in self.names.languages.iter().copied() {
                if let Some(address) = self.plan.preview_address(what, lang) {
                    self.add(address, Item::Preview(what, lang), None);
                }
            }
        }
    }

    pub(super) fn qr_codes(&mut self) {
        for what in self.records() {
            for lang in self.names.languages.iter().copied() {
                if let Some(address) = self.plan.qr_address(what, lang) {
                    self.add(address, Item::Qr(what, lang), None);
                }
            }
        }
    }

    /// Centres with a page, and practices.
    fn records(&self) -> impl Iterator<Item = What> + use<'a> {
        let names = self.names;
        let practices = 0..names.practices.len();
        let practices = practices.map(|it| What::BestPractice(PracticeId(it)));
        let centers = names.shown_centers();
        centers.map(What::Center).chain(practices)
    }

    /// What keeps the site where there is no network, or takes back what did.
    pub(super) fn offline(&mut self) {
        let output = &self.names.output;
        if output.offline || self.names.takes_worker_back {
            self.add("sw.js".to_owned(), Item::Worker, None);
        }
    }

    /// A leaflet and a poster of each centre, a sheet of each practice that has steps.
    pub(super) fn paper_pages(&self) -> Vec<What> {
        if !self.names.output.leaflets {
            return Vec::new();
        }
        let centers = self.names.shown_centers();
        let centers = centers.flat_map(|id| [What::Leaflet(id), What::Poster(id)]);
        let practices = self.names.practices.iter().enumerate();
        let practices = practices
            .filter(|(_, it)| it.has_steps)
            .map(|(number, _)| What::Sheet(PracticeId(number)));
        centers.chain(practices).collect()
    }

    /// Calendars of the site, of districts and of activities to come, and the contact cards of centres.
    pub(super) fn calendars_and_cards(&mut self) {
        let names = self.names;
        let mut calendars = Vec::new();
        if names.output.calendar {
            calendars.push(CalendarOf::Site);
            calendars.extend((0..names.districts.len()).map(CalendarOf::District));
            let activities = names.activities.iter().enumerate();
            let upcoming = activities.filter(|(_, it)| it.is_upcoming);
            calendars.extend(upcoming.map(|(at, _)| CalendarOf::Activity(ActivityId(at))));
        }
        for lang in names.languages.iter().copied() {
            for of in calendars.iter().copied() {
                let address = self.plan.calendar_address(of, lang);
                self.add(address, Item::Calendar(of, lang), None);
            }
            if names.output.contact_cards {
                for id in names.shown_centers() {
                    let address = self.plan.card_address(id, lang);
                    self.add(address, Item::ContactCard(id, lang), None);
                }
            }
        }
    }
}
