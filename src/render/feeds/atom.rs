//! Atom feeds: everything, a district, a topic. How they are written is said by the template `feed.xml`.

use std::cmp::Reverse;

use crate::model::directory::CenterId;
use crate::model::{Date, Text};
use crate::plan::{FeedOf, Route, is_listed, updated};
use crate::render::context::PageContext;
use crate::render::view::{Feed, FeedEntry};

/// How many entries a feed has.
const ENTRIES: usize = 50;

/// What stands in a feed, newest first.
pub(in crate::render) fn feed(context: &PageContext, of: FeedOf) -> Feed {
    let parts = context.parts;
    let directory = parts.directory;
    let lists = parts.listings;
    let site_title = directory.site.title.in_lang(context.lang).0;
    let (title, page, centers, practices, activities) = match of {
        FeedOf::Site => (
            site_title.to_owned(),
            Route::Home,
            lists.centers().to_vec(),
            lists.practices(),
            lists.activities(),
        ),
        FeedOf::District(number) => {
            let it = lists.centers_of_district(number);
            let name = context.placed("place_district", &parts.district(number).name);
            let in_subdistricts = it.subdistricts.iter().flatten();
            let centers: Vec<CenterId> =
                it.centers.iter().chain(in_subdistricts).copied().collect();
            let title = context.filled("feed_of", &[("title", site_title), ("name", &name)]);
            let records = lists.of_district(number);
            (
                title,
                Route::District(number),
                centers,
                &*records.practices,
                &*records.activities,
            )
        }
        FeedOf::Topic(id) => {
            let records = lists.of_topic(id);
            let name = directory.site.topics[id.0].name.in_lang(context.lang).0;
            let title = context.filled("feed_of", &[("title", site_title), ("name", name)]);
            (
                title,
                Route::Topic(id),
                lists.centers_of_topic(id).to_vec(),
                &*records.practices,
                &*records.activities,
            )
        }
    };
    let mut entries: Vec<(Reverse<Date>, Route)> = centers
        .iter()
        .map(|id| Route::Center(*id))
        .chain(practices.iter().map(|id| Route::BestPractice(*id)))
        .chain(activities.iter().map(|id| Route::Activity(*id)))
        .filter(|route| is_listed(directory, *route))
        .filter_map(|route| Some((Reverse(updated(directory, route)?), route)))
        .collect();
    entries.sort_unstable();
    entries.truncate(ENTRIES);
    let newest = entries.first().map(|(Reverse(date), _)| *date);

    let site = &directory.site;
    let author = site.publisher().unwrap_or(&site.title);
    let own = parts.plan.feed_address(of, context.lang);
    Feed {
        lang: context.lang.tag(),
        title,
        url: parts.shared.absolute(&own),
        page: context.absolute(page),
        updated: moment(newest.unwrap_or(Date::PROGRAMME_START)),
        author: author.in_lang(context.lang).0.to_owned(),
        rights: directory.site.license.clone(),
        entries: entries
            .into_iter()
            .filter_map(|(Reverse(date), route)| entry(context, route, date))
            .collect(),
    }
}

fn moment(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}

fn entry(context: &PageContext, route: Route, date: Date) -> Option<FeedEntry> {
    let directory = context.parts.directory;
    let (title, summary, center): (&Text, Option<&Text>, CenterId) = match route {
        Route::BestPractice(id) => {
            let it = directory.practice(id);
            (&it.title, Some(&it.summary), it.center)
        }
        Route::Activity(id) => {
            let it = directory.activity(id);
            (&it.title, it.summary.as_ref(), it.center)
        }
        Route::Center(id) => {
            let it = directory.center(id);
            (&it.name, it.summary.as_ref(), id)
        }
        _ => return None,
    };
    let author = &directory.center(center).name;
    let day = match route {
        Route::Activity(id) => Some(directory.activity(id).date),
        _ => None,
    };
    let summary = summary.map(|it| it.in_lang(context.lang).0.to_owned());
    let said: Vec<_> = day
        .map(|it| context.day(it).long)
        .into_iter()
        .chain(summary)
        .collect();
    Some(FeedEntry {
        title: context.text(title),
        url: context.absolute(route),
        updated: moment(date),
        author: author.in_lang(context.lang).0.to_owned(),
        summary: (!said.is_empty()).then(|| said.join(" · ")),
    })
}
