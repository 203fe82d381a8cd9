//! The home page.

use std::cmp::Reverse;

use crate::model::Directory;
use crate::model::center::Status;
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::plan::{MOST_DISTRICTS, Route};
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::map::{self, Spots};
use crate::render::pieces::rows::{district_rows, topic_row};
use crate::render::view::{FigureTile, Home};

/// How many of each kind are shown: a row of a wide screen. The whole page comes in the first flight of a new connection, 14 kB.
const SHOWN: usize = 3;
/// How many topics are shown.
const TOPICS: usize = 24;

pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let directory = context.parts.directory;
    let lists = context.parts.listings;
    let districts = lists.districts().len();
    let upcoming = lists.upcoming();
    let past = &lists.activities()[upcoming.len()..];
    let topics = (0..directory.site.topics.len()).map(TopicId);
    let home = Home {
        figures: figures(context),
        best_practices: context.practice_cards(&best(directory, lists.practices())),
        upcoming: context.activity_cards(&upcoming[..upcoming.len().min(SHOWN)]),
        activities: context.activity_cards(&past[..past.len().min(SHOWN)]),
        centers: context.center_cards(&most_documented(directory, lists.centers())),
        districts: if districts <= MOST_DISTRICTS {
            district_rows(context, 0..districts)
        } else {
            Vec::new()
        },
        map: map::overview(context, Spots::Seen(lists.centers())),
        topics: topics
            .filter(|id| lists.has_entries(*id))
            .take(TOPICS)
            .map(|id| topic_row(context, id))
            .collect(),
    };
    let title = context.text(&directory.site.title);
    let description = context.maybe(directory.site.description.as_ref());
    let description = description.map_or_else(String::new, |it| it.text);
    let mut head = Head::new("home", title, &description);
    head.thing = Some(Thing::Site);
    head.section = Some(Route::Home);
    MadePage::new("home.html", "home", &home, head)
}

/// Those with an award first, then newest.
fn best(directory: &Directory, newest: &[PracticeId]) -> Vec<PracticeId> {
    let has_award = |id: &&PracticeId| !directory.practice(**id).awards.is_empty();
    let with = newest.iter().filter(has_award);
    let without = newest.iter().filter(|id| !has_award(id));
    with.chain(without).take(SHOWN).copied().collect()
}

/// Open centres that document most, real ones before examples.
fn most_documented(directory: &Directory, centers: &[CenterId]) -> Vec<CenterId> {
    let mut open: Vec<_> = centers
        .iter()
        .enumerate()
        .filter(|(_, id)| directory.center(**id).is_open())
        .map(|(at, id)| {
            let it = directory.center(*id);
            (it.example, Reverse(it.documented.len()), at, *id)
        })
        .collect();
    if open.len() > SHOWN {
        open.select_nth_unstable(SHOWN);
        open.truncate(SHOWN);
    }
    open.sort_unstable();
    open.into_iter().map(|(.., id)| id).collect()
}

fn figures(context: &PageContext) -> Vec<FigureTile> {
    let directory = context.parts.directory;
    let counts = context.parts.listings.progress().total();
    let centers = || {
        let all = directory.centers.iter();
        all.filter(|it| !it.example && it.status != Status::Planned)
    };
    let practices = directory.practices.iter();
    let practices = practices.filter(|it| !it.example && !it.draft).count();
    let stations = centers().map(|it| it.learning_stations.len()).sum();
    let visitors: u64 = centers()
        .flat_map(|it| &it.service)
        .filter_map(|it| it.visitors)
        .map(u64::from)
        .sum();
    if counts.recorded == 0 && practices == 0 {
        return Vec::new();
    }
    let target = (counts.target > 0).then_some(counts.target);
    [
        ("open_centers", counts.recorded, target),
        ("practices", practices, None),
        ("stations", stations, None),
        ("visitors", visitors as usize, None),
    ]
    .into_iter()
    .filter(|(_, count, target)| *count > 0 || target.is_some())
    .map(|(key, count, target)| FigureTile {
        what: context.named_key("figure", key),
        count: context.count(count),
        target: target.map(|it| context.count(it)),
    })
    .collect()
}
