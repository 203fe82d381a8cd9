//! Atom feeds: everything, a district, a topic.

use std::cmp::Reverse;

use crate::html::escape;
use crate::model::directory::CenterId;
use crate::model::{Date, Directory, Text};
use crate::plan::listings::is_listed;
use crate::plan::{FeedOf, What};
use crate::render::context::Voice;

/// How many entries a feed has.
const ENTRIES: usize = 50;

/// What stands in a feed, newest first.
pub(in crate::render) fn atom(voice: &Voice, of: FeedOf) -> String {
    let parts = voice.parts;
    let directory = parts.directory;
    let near = &parts.plan.neighbours;
    let site_title = directory.site.title.in_lang(voice.lang).0;
    let (title, page, centers, practices, activities) = match of {
        FeedOf::Site => (
            site_title.to_owned(),
            What::Home,
            near.centers.clone(),
            &near.practices,
            &near.activities,
        ),
        FeedOf::District(number) => {
            let it = &near.districts[number];
            let name = &directory.areas.districts[&it.code].name;
            let name = voice.placed("place_district", name);
            let in_subdistricts = it.subdistricts.iter().flat_map(|it| &it.centers);
            let centers: Vec<CenterId> =
                it.centers.iter().chain(in_subdistricts).copied().collect();
            let title = voice.filled("feed_of", &[("title", site_title), ("name", &name)]);
            (
                title,
                What::District(number),
                centers,
                &it.practices,
                &it.activities,
            )
        }
        FeedOf::Topic(id) => {
            let it = &near.topics[id.0];
            let name = directory.site.topics[id.0].name.in_lang(voice.lang).0;
            let title = voice.filled("feed_of", &[("title", site_title), ("name", name)]);
            (
                title,
                What::Topic(id),
                it.centers.clone(),
                &it.practices,
                &it.activities,
            )
        }
    };
    let mut entries: Vec<(Reverse<Date>, What)> = centers
        .iter()
        .map(|id| What::Center(*id))
        .chain(practices.iter().map(|id| What::BestPractice(*id)))
        .chain(activities.iter().map(|id| What::Activity(*id)))
        .filter(|what| is_listed(directory, *what))
        .filter_map(|what| Some((Reverse(updated(directory, what)?), what)))
        .collect();
    entries.sort_unstable();
    entries.truncate(ENTRIES);
    let newest = entries.first().map(|(Reverse(date), _)| *date);

    let mut xml = String::with_capacity(4_096);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml.push_str(voice.lang.tag());
    xml.push_str("\">\n");
    let url = voice.absolute(page);
    let own = parts
        .shared
        .absolute(&parts.plan.feed_address(directory, of, voice.lang));
    element(&mut xml, "title", &title);
    element(&mut xml, "id", &own);
    link(&mut xml, "self", &own);
    link(&mut xml, "alternate", &url);
    element(
        &mut xml,
        "updated",
        &moment(newest.unwrap_or_else(beginning)),
    );
    let publisher = directory
        .site
        .organization
        .name
        .as_ref()
        .unwrap_or(&directory.site.title);
    author(&mut xml, publisher.in_lang(voice.lang).0);
    if let Some(license) = &directory.site.license {
        element(&mut xml, "rights", license);
    }
    for (Reverse(date), what) in entries {
        entry(&mut xml, voice, what, date);
    }
    xml.push_str("</feed>\n");
    xml
}

/// When something last changed, as far as it says.
pub(in crate::render) fn updated(directory: &Directory, what: What) -> Option<Date> {
    match what {
        What::Center(id) => {
            let it = directory.center(id);
            it.checked_on.or(it.opened)
        }
        What::BestPractice(id) => Some(directory.practice(id).date),
        What::Activity(id) => Some(directory.activity(id).date),
        _ => None,
    }
}

/// The programme's first day: the date of a feed without entries.
fn beginning() -> Date {
    Date::new(2022, 3, 13).expect("13 March 2022 is a day")
}

fn moment(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}

fn entry(xml: &mut String, voice: &Voice, what: What, date: Date) {
    let directory = voice.parts.directory;
    let (title, summary, center): (&Text, Option<&Text>, CenterId) = match what {
        What::BestPractice(id) => {
            let it = directory.practice(id);
            (&it.title, Some(&it.summary), it.center)
        }
        What::Activity(id) => {
            let it = directory.activity(id);
            (&it.title, it.summary.as_ref(), it.center)
        }
        What::Center(id) => {
            let it = directory.center(id);
            (&it.name, it.summary.as_ref(), id)
        }
        _ => return,
    };
    let url = voice.absolute(what);
    let (text, lang) = title.in_lang(voice.lang);
    xml.push_str("<entry");
    if lang != voice.lang {
        xml.push_str(" xml:lang=\"");
        xml.push_str(lang.tag());
        xml.push('"');
    }
    xml.push_str(">\n");
    element(xml, "title", text);
    element(xml, "id", &url);
    link(xml, "alternate", &url);
    element(xml, "updated", &moment(date));
    author(xml, directory.center(center).name.in_lang(voice.lang).0);
    if let Some(summary) = summary {
        element(xml, "summary", summary.in_lang(voice.lang).0);
    }
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.push('<');
    xml.push_str(name);
    xml.push('>');
    escape(xml, text);
    xml.push_str("</");
    xml.push_str(name);
    xml.push_str(">\n");
}

fn link(xml: &mut String, rel: &str, href: &str) {
    xml.push_str("<link rel=\"");
    xml.push_str(rel);
    xml.push_str("\" href=\"");
    escape(xml, href);
    xml.push_str("\"/>\n");
}

fn author(xml: &mut String, name: &str) {
    xml.push_str("<author><name>");
    escape(xml, name);
    xml.push_str("</name></author>\n");
}
