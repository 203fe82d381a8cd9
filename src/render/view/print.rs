//! Pages made for paper: leaflet and poster of a centre, how-to of a practice. Every text is cut so that the longest entry fits.

use serde::Serialize;

use super::cards::Photo;
use super::records::{Contact, Fact, Figure, Step};
use super::shared::{Cached, Html, Link, LocalizedText, Named, Number, TopicLink};

/// The leaflet or the poster of a centre.
#[derive(Clone, Debug, Serialize)]
pub struct CenterPrint {
    /// Path: unique; the woven pattern can be drawn from it.
    pub key: String,
    /// Its name, large.
    pub title: PrintTitle,
    /// Level.
    pub level: Named,
    /// Only where it is not open: say it before everything else.
    pub status: Option<Named>,
    /// Where, in short.
    pub area: LocalizedText,
    /// Its province: `จังหวัดอุบลราชธานี`.
    pub province: Option<LocalizedText>,
    /// One or two sentences.
    pub summary: Option<LocalizedText>,
    /// Topics; at most 4.
    pub topics: Vec<Cached<TopicLink>>,
    /// ความโดดเด่น; at most 3.
    pub highlights: Vec<PrintHighlight>,
    /// ฐานเรียนรู้; at most 6. Their texts only where they are few.
    pub stations: Vec<PrintItem>,
    /// Courses; at most 4.
    pub courses: Vec<PrintItem>,
    /// Its best practices, newest first; at most 3.
    pub best_practices: Vec<PrintItem>,
    /// Awards, newest first; at most 2.
    pub awards: Vec<PrintItem>,
    /// How to come, in this order: `hours` `booking` `notice_days` `group` `duration` `fee` `audience` `facilities`.
    pub visit: Vec<Fact>,
    /// Where it is, in this order: `place` `address` `directions`.
    pub location: Vec<Fact>,
    /// Where in its province, as on the centre's page; on the leaflet alone.
    pub locator: Option<Html>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The cover first, then others, each once; at most 4.
    pub photos: Vec<Photo>,
    /// Where paper leads.
    pub to: PrintTarget,
}

/// The how-to of a best practice.
#[derive(Clone, Debug, Serialize)]
pub struct HowTo {
    /// Address below `/`, unique.
    pub key: String,
    /// Its title, large.
    pub title: PrintTitle,
    /// One or two sentences.
    pub summary: LocalizedText,
    /// The centre that tells it, by its name.
    pub center: LocalizedText,
    /// Where.
    pub area: LocalizedText,
    /// The headline box, in this order: `cost` `duration` `people` `audience`.
    pub facts: Vec<Fact>,
    /// What one must have first; at most 6.
    pub needs: Vec<LocalizedText>,
    /// How to do it.
    pub steps: Vec<Step>,
    /// How many further steps the page has, where not all of them have room.
    pub more_steps: Option<Number>,
    /// How the steps are set: `roomy`, `normal`, `dense`.
    pub density: String,
    /// Whether the steps stand in two columns.
    pub is_in_columns: bool,
    /// Figures; at most 3.
    pub results: Vec<Figure>,
    /// What failed, where it does not fit.
    pub limits: Option<LocalizedText>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Where paper leads.
    pub to: PrintTarget,
}

/// The page that a piece of paper leads to.
#[derive(Clone, Debug, Serialize)]
pub struct PrintTarget {
    /// The page: its name, and a link for the screen.
    pub page: Link,
    /// Its whole address, to be printed beside the code.
    pub address: String,
    /// Its QR code: a square SVG with its margin. None where `[output] qr = false`.
    pub qr: Option<String>,
}

/// A name set large.
#[derive(Clone, Debug, Serialize)]
pub struct PrintTitle {
    /// The words that all centres' names begin with (`words.programme_center`); none where the name has no other.
    pub lead: Option<LocalizedText>,
    /// What is its own.
    pub main: LocalizedText,
    /// How long that is: `short`, `middle`, `long`, `longest`.
    pub length: &'static str,
}

/// A way in which a centre stands out, without markup.
#[derive(Clone, Debug, Serialize)]
pub struct PrintHighlight {
    /// `identity` `uniqueness` `expertise` `theme`
    pub kind: Option<Named>,
    /// In a few words.
    pub title: Option<LocalizedText>,
    /// In a sentence or two.
    pub text: Option<LocalizedText>,
}

/// A line of a list on paper.
#[derive(Clone, Debug, Serialize)]
pub struct PrintItem {
    /// Its name.
    pub title: LocalizedText,
    /// What follows it.
    pub text: Option<LocalizedText>,
}
