//! What else a reader of a record may want: centres near by, and others of the same topics.
//!
//! In: a centre or a practice. Out: a few others. Never: looks at more than a few dozen of them, however large the site is.

use std::cmp::Reverse;
use std::convert::Infallible;

use crate::model::center::Mission;
use crate::model::directory::{CenterId, PracticeId};
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::view::{Card, MissionLink, NearCenter, PracticeCard};

/// How many centres near by a page shows.
const NEARBY: usize = 6;
/// How many other centres of the same topics.
const RELATED: usize = 3;
/// How many other practices.
const PRACTICES: usize = 4;
/// How many centres around are looked at for topics.
const LOOKED_AT: usize = 40;
/// How many centres around are looked at for practices.
const AROUND: usize = 12;
/// How many of the newest practices of a topic or district are looked at.
const NEWEST: usize = 24;

/// The nearest centres; then those near by that share a topic and are not among the nearest.
pub(in crate::render) fn centers(
    context: &PageContext,
    id: CenterId,
) -> (Vec<NearCenter>, Vec<NearCenter>) {
    let directory = context.parts.directory;
    let topics = &directory.center(id).topics;
    let mut around = nearest(context, id, LOOKED_AT, &|_| true);
    let farther = around.split_off(NEARBY.min(around.len()));
    let related = farther.iter().filter(|other| {
        let theirs = &directory.center(**other).topics;
        theirs.iter().any(|it| topics.contains(it))
    });
    let view = |other: &CenterId| near_center(context, id, *other);
    (
        around.iter().map(view).collect(),
        related.take(RELATED).map(view).collect(),
    )
}

fn nearest(
    context: &PageContext,
    id: CenterId,
    count: usize,
    is_wanted: &dyn Fn(CenterId) -> bool,
) -> Vec<CenterId> {
    context.parts.listings.nearest(id, count, is_wanted)
}

fn near_center(context: &PageContext, from: CenterId, id: CenterId) -> NearCenter {
    let parts = context.parts;
    let far = parts.listings.distance(from, id);
    let make = || {
        let it = parts.directory.center(id);
        Ok::<_, Infallible>(NearCenter {
            center: context.center_link(id).into(),
            area: context.area(it).into(),
            distance: String::new(),
            status: context.closed_status(it).into(),
            is_example: it.example,
            topics: context.topics(&it.topics),
            fee: context.maybe(it.visit.fee.as_ref()).into(),
        })
    };
    let Ok(near) = parts.shared.near_centers[context.lang as usize].get(id.0, make);
    NearCenter {
        distance: far.map_or_else(String::new, |(km, is_about)| {
            distance(context, km, is_about)
        }),
        ..near
    }
}

/// How far in words: to a hundred metres below ten kilometres, else to a kilometre.
fn distance(context: &PageContext, km: f64, is_about: bool) -> String {
    if is_about && km < 0.05 {
        return context.word("distance_same").to_owned();
    }
    let text = if km < 9.95 {
        context.decimal(&format!("{:.1}", km.max(0.1)))
    } else {
        context.number(km.round() as i64).text
    };
    let word = if is_about {
        "distance_about"
    } else {
        "distance_km"
    };
    context.filled(word, &[("distance", &text)])
}

/// Other practices: those that share most topics and learning areas, then those told near by. Looked at are the newest of its topics and
/// its district, and those of the centres around.
pub(in crate::render) fn related_practices(
    context: &PageContext,
    id: PracticeId,
) -> Vec<Card<PracticeCard>> {
    let directory = context.parts.directory;
    let lists = context.parts.listings;
    let it = directory.practice(id);
    let tells = |other: CenterId| !lists.of_center(other).practices.is_empty();
    let around = nearest(context, it.center, AROUND, &tells);
    let own = std::iter::once(it.center);
    let of_centers = own.chain(around.iter().copied()).flat_map(|center| {
        let told = lists.of_center(center).practices.iter();
        told.take(PRACTICES + 1)
    });
    let of_topics = it
        .topics
        .iter()
        .flat_map(|topic| lists.of_topic(*topic).practices.iter().take(NEWEST));
    let district = lists.of_center(it.center).district;
    let of_district = district
        .into_iter()
        .flat_map(|number| lists.of_district(number).practices.iter().take(NEWEST));
    let others = of_centers.chain(of_topics).chain(of_district).copied();
    let others = others.filter(|other| {
        let is_shown = it.adapted_from == Some(*other) || it.adapted_by.contains(other);
        *other != id && !is_shown
    });
    let closeness = |other: PracticeId| {
        let compared = lists.similarity().practice(other);
        let near_by = match compared.center {
            center if center == it.center => 2,
            center if around.contains(&center) => 1,
            _ => 0,
        };
        (lists.similarity().of(id, other) + near_by, compared.date)
    };
    let mut nearest: Vec<_> = Vec::with_capacity(PRACTICES + 1);
    for other in others {
        let one = (Reverse(closeness(other)), other);
        // Most are farther than those that are known; some come by twice.
        if let Err(place) = nearest.binary_search(&one)
            && place < PRACTICES
        {
            nearest.insert(place, one);
            nearest.truncate(PRACTICES);
        }
    }
    let nearest: Vec<_> = nearest.into_iter().map(|it| it.1).collect();
    context.practice_cards(&nearest)
}

impl PageContext<'_> {
    /// Learning areas as tags.
    pub(in crate::render) fn missions(&self, missions: &[Mission]) -> Vec<MissionLink> {
        let link = |mission: &Mission| {
            let named = self.named(*mission);
            MissionLink {
                key: named.key,
                name: named.name,
                href: self.href(Route::Mission(*mission)),
            }
        };
        missions.iter().map(link).collect()
    }
}
