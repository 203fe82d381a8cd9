//! What stands beside a page and says part of it in a form of its own: calendars, contact cards, and pages made for paper.
//!
//! Which of them there are follows from `[output]` and from the day: a single activity has a calendar file while it is to come.

use super::output::{CalendarOf, Output};
use super::planning::Planning;
use super::route::Route;
use super::site_plan::Plan;
use crate::model::Lang;
use crate::model::directory::{ActivityId, CenterId, PracticeId};

impl Plan {
    /// Where a calendar is, whether or not it is made.
    #[must_use]
    pub fn calendar_address(&self, of: CalendarOf, lang: Lang) -> String {
        let route = match of {
            CalendarOf::Site => Route::Home,
            CalendarOf::District(number) => Route::District(number),
            CalendarOf::Activity(id) => Route::Activity(id),
        };
        self.address(route, lang) + "calendar.ics"
    }

    /// Where the contact card of a centre is, whether or not it is made.
    #[must_use]
    pub fn card_address(&self, id: CenterId, lang: Lang) -> String {
        self.address(Route::Center(id), lang) + "contact.vcf"
    }
}

impl<'a> Planning<'a> {
    pub(super) fn previews(&mut self) {
        let districts = (0..self.names.districts.len()).map(Route::District);
        let records = self.records();
        for route in [Route::Home].into_iter().chain(records).chain(districts) {
            for lang in self.names.languages.iter().copied() {
                if let Some(address) = self.plan.preview_address(route, lang) {
                    self.add(address, Output::Preview(route, lang), None);
                }
            }
        }
    }

    pub(super) fn qr_codes(&mut self) {
        for route in self.records() {
            for lang in self.names.languages.iter().copied() {
                if let Some(address) = self.plan.qr_address(route, lang) {
                    self.add(address, Output::Qr(route, lang), None);
                }
            }
        }
    }

    /// Centres with a page, and practices.
    fn records(&self) -> impl Iterator<Item = Route> + use<'a> {
        let names = self.names;
        let practices = 0..names.practices.len();
        let practices = practices.map(|it| Route::BestPractice(PracticeId(it)));
        let centers = names.shown_centers();
        centers.map(Route::Center).chain(practices)
    }

    /// What keeps the site where there is no network, or takes back what did.
    pub(super) fn offline(&mut self) {
        let output = &self.names.output;
        if output.offline || self.names.takes_worker_back {
            self.add("sw.js".to_owned(), Output::Worker, None);
        }
    }

    /// A leaflet and a poster of each centre that is open, a how-to of each practice that has steps.
    pub(super) fn print_pages(&self) -> Vec<Route> {
        if !self.names.output.leaflets {
            return Vec::new();
        }
        let open = self.names.shown_centers();
        let open = open.filter(|id| self.names.centers[id.0].is_open);
        let centers = open.flat_map(|id| [Route::Leaflet(id), Route::Poster(id)]);
        let practices = self.names.practices.iter().enumerate();
        let practices = practices
            .filter(|(_, it)| it.has_steps)
            .map(|(number, _)| Route::HowTo(PracticeId(number)));
        centers.chain(practices).collect()
    }

    /// Calendars of the site, of districts and of activities to come, and the contact cards of centres that are open.
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
                self.add(address, Output::Calendar(of, lang), None);
            }
            if names.output.contact_cards {
                let asked = |id: &CenterId| {
                    let it = &names.centers[id.0];
                    it.is_open && !it.is_example
                };
                for id in names.shown_centers().filter(asked) {
                    let address = self.plan.card_address(id, lang);
                    self.add(address, Output::ContactCard(id, lang), None);
                }
            }
        }
    }
}
