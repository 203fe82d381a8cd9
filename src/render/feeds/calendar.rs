//! Calendars (RFC 5545): what is to come and what was lately, of the site, of a district, or one activity.

use crate::model::directory::ActivityId;
use crate::model::{Activity, Center, Date};
use crate::plan::{CalendarOf, Route, is_listed};
use crate::render::context::PageContext;
use crate::render::feeds::content_lines::ContentLines;

/// How many activities a calendar has: those to come first, then the latest.
const ENTRIES: usize = 100;

/// When each entry was written, as far as a calendar asks: a moment that the day of the build does not move.
const STAMP: &str = "20220313T000000Z";

/// A calendar file.
pub(in crate::render) fn calendar(context: &PageContext, of: CalendarOf) -> String {
    let parts = context.parts;
    let directory = parts.directory;
    let site_title = directory.site.title.in_lang(context.lang).0;
    let mut lines = ContentLines::new();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//sala//calendar//TH");
    lines.plain("CALSCALE", "GREGORIAN");
    let activities: Vec<ActivityId> = match of {
        // A file with one entry is imported, not subscribed to: it has no name of its own.
        CalendarOf::Activity(id) => vec![id],
        CalendarOf::Site => {
            name(&mut lines, site_title);
            shown(context, parts.listings.activities())
        }
        CalendarOf::District(number) => {
            let place = context.placed("place_district", &parts.district(number).name);
            let values = [("title", site_title), ("name", place.as_str())];
            name(&mut lines, &context.filled("feed_of", &values));
            shown(context, &parts.listings.of_district(number).activities)
        }
    };
    bangkok(&mut lines);
    for id in activities {
        event(&mut lines, context, id);
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// The href of a calendar; none where it is not made.
pub(in crate::render) fn href(context: &PageContext, of: CalendarOf) -> Option<String> {
    let parts = context.parts;
    let address = parts.plan.calendar_address(of, context.lang);
    context.file_href(&address)
}

/// Whether a calendar of these activities has anything in it.
pub(in crate::render) fn has_any(context: &PageContext, activities: &[ActivityId]) -> bool {
    let directory = context.parts.directory;
    let listed = |id: &ActivityId| is_listed(directory, Route::Activity(*id));
    activities.iter().any(listed)
}

/// The nearest of a list, by day.
fn shown(context: &PageContext, activities: &[ActivityId]) -> Vec<ActivityId> {
    let directory = context.parts.directory;
    let mut shown: Vec<ActivityId> = activities
        .iter()
        .copied()
        .filter(|id| is_listed(directory, Route::Activity(*id)))
        .take(ENTRIES)
        .collect();
    shown.sort_by_key(|id| (directory.activity(*id).date, *id));
    shown
}

/// The name of a calendar, and how often to ask for it, in the words of the standard and in those that older programs know.
fn name(lines: &mut ContentLines, name: &str) {
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.plain("X-WR-TIMEZONE", "Asia/Bangkok");
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.plain("X-PUBLISHED-TTL", "P1D");
}

/// The time of Thailand. A calendar must have a part, also before its first entry.
fn bangkok(lines: &mut ContentLines) {
    for (name, value) in [
        ("BEGIN", "VTIMEZONE"),
        ("TZID", "Asia/Bangkok"),
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19700101T000000"),
        ("TZOFFSETFROM", "+0700"),
        ("TZOFFSETTO", "+0700"),
        ("TZNAME", "+07"),
        ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ] {
        lines.plain(name, value);
    }
}

fn event(lines: &mut ContentLines, context: &PageContext, id: ActivityId) {
    let parts = context.parts;
    let directory = parts.directory;
    let it = directory.activity(id);
    let center = directory.center(it.center);
    let route = Route::Activity(id);
    let first_language = parts.plan.languages[0];
    let first = parts
        .shared
        .absolute(&parts.plan.address(route, first_language));
    lines.plain("BEGIN", "VEVENT");
    // The same in every language, and for as long as the page has its address.
    lines.text("UID", first.split_once("://").map_or(&first, |(_, it)| it));
    lines.plain("DTSTAMP", STAMP);
    lines.plain("DTSTART;VALUE=DATE", &compact(it.date));
    // The day after the last one: the end of a calendar entry is not part of it.
    let end = it.last_day().plus_days(1);
    lines.plain("DTEND;VALUE=DATE", &compact(end));
    lines.text("SUMMARY", it.title.in_lang(context.lang).0);
    lines.text("LOCATION", &location(context, it, center));
    if let (Some(point), None) = (center.location.point, &it.place) {
        let at = format!("{:.6};{:.6}", point.latitude, point.longitude);
        lines.plain("GEO", &at);
    }
    let url = context.absolute(route);
    lines.text("DESCRIPTION", &description(context, it, center, &url));
    lines.plain("URL", &url);
    let topics: Vec<&str> = it
        .topics
        .iter()
        .map(|topic| directory.site.topics[topic.0].name.in_lang(context.lang).0)
        .collect();
    if !topics.is_empty() {
        lines.texts("CATEGORIES", &topics, ',');
    }
    // It takes a day of the calendar, not of the reader.
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("END", "VEVENT");
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Where it is, as a map understands it.
fn location(context: &PageContext, it: &Activity, center: &Center) -> String {
    let place = it.place.as_ref().or(center.location.place.as_ref());
    let place = place.map(|it| it.in_lang(context.lang).0.to_owned());
    let area = context.area_in_full(center).text;
    let province = context.province_of(center);
    let province = province.map(|it| context.placed("place_province", it));
    let parts: Vec<String> = place.into_iter().chain([area]).chain(province).collect();
    parts.join(", ")
}

fn description(context: &PageContext, it: &Activity, center: &Center, url: &str) -> String {
    let example = it.example.then(|| context.word("example"));
    let summary = it.summary.as_ref().map(|it| it.in_lang(context.lang).0);
    let name = center.name.in_lang(context.lang).0;
    let lines = example.into_iter().chain(summary).chain([name, url]);
    lines.collect::<Vec<_>>().join("\n")
}
