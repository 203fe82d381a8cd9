//! Rows of districts, topics and learning areas, with their counts.

use crate::model::center::Mission;
use crate::model::directory::TopicId;
use crate::plan::Route;
use crate::plan::progress::Counts;
use crate::render::context::Voice;
use crate::render::view::{Coverage, DistrictRow, MissionRow, TopicRow};

pub(in crate::render) fn district_row(voice: &Voice, number: usize) -> DistrictRow {
    let it = voice.parts.district(number);
    let lists = voice.parts.listings;
    DistrictRow {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: voice.said(&it.name),
        href: voice.href(Route::District(number)),
        coverage: coverage(voice, lists.progress_of(number).counts.total()),
        practices: voice.count(lists.of_district(number).practices.len()),
    }
}

pub(in crate::render) fn coverage(voice: &Voice, it: Counts) -> Coverage {
    Coverage {
        target: voice.count(it.target),
        established: voice.count(it.established),
        documented: voice.count(it.documented),
        overdue: voice.count(it.overdue),
        percent: voice.count((it.established * 100).checked_div(it.target).unwrap_or(0)),
    }
}

pub(in crate::render) fn topic_row(voice: &Voice, id: TopicId) -> TopicRow {
    let lists = voice.parts.listings;
    TopicRow {
        topic: voice.topic(id),
        centers: voice.count(lists.centers_of_topic(id).len()),
        practices: voice.count(lists.of_topic(id).practices.len()),
    }
}

/// A learning area in a list; none where no entry teaches it.
pub(in crate::render) fn mission_row(voice: &Voice, mission: Mission) -> Option<MissionRow> {
    let (centers, practices) = voice.parts.listings.of_mission(mission);
    let is_empty = centers.is_empty() && practices.is_empty();
    (!is_empty).then(|| MissionRow {
        mission: voice.named(mission),
        href: voice.href(Route::Mission(mission)),
        centers: voice.count(centers.len()),
        practices: voice.count(practices.len()),
    })
}
