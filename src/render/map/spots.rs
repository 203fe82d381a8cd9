//! Which centres are points of a map, and where they lie.
//!
//! In: centres in the order of a list. Out: points with what is known of their places. Never: more than can be told apart.

use crate::model::directory::CenterId;
use crate::plan::PAGE_SIZE;
use crate::plan::nearby::spot;
use crate::render::context::PageContext;
use crate::render::geometry::projection::{Dot, Frame};

/// How many centres are on a map.
const SPOTS: usize = 60;

/// How many are points where the map is a view of a list.
const LISTED: usize = 300;

/// Which centres are points of a map.
#[derive(Clone, Copy)]
pub(in crate::render) enum Spots<'a> {
    /// They are seen: the page has no list of them.
    Seen(&'a [CenterId]),
    /// They are links.
    Links(&'a [CenterId]),
    /// They are those of the whole list, each with its place there, by which a filter hides it: links where one page lists them all.
    Listed(&'a [CenterId]),
}

/// Which points a map has: centres where they are, examples, and those that stand for an area because the place is not known.
#[derive(Clone, Copy, Default)]
pub(super) struct HasSpots {
    pub exact: bool,
    pub example: bool,
    pub rough: bool,
}

/// A centre on a map.
pub(super) struct Spot {
    pub id: CenterId,
    pub at: Dot,
    /// It stands in the middle of its sub-district, or of its district.
    pub is_rough: bool,
}

/// The centres of a map.
pub(super) struct Placed {
    pub all: Vec<Spot>,
    pub are_links: bool,
    pub are_listed: bool,
}

impl Placed {
    pub(super) fn dots(&self) -> Vec<Dot> {
        self.all.iter().map(|it| it.at).collect()
    }
}

/// Where centres lie. One without coordinates stands in the middle of its sub-district, where the map is of these.
pub(super) fn placed(
    context: &PageContext,
    frame: Frame,
    spots: Spots,
    with_rough: bool,
) -> Placed {
    let (ids, are_links, most) = match spots {
        Spots::Seen(ids) => (ids, false, SPOTS),
        Spots::Links(ids) => (ids, true, SPOTS),
        Spots::Listed(ids) => (ids, ids.len() <= PAGE_SIZE, LISTED),
    };
    let directory = context.parts.directory;
    let are_listed = matches!(spots, Spots::Listed(_));
    let spot = |id: &CenterId| {
        let center = directory.center(*id);
        let it = spot(directory, center)?;
        // Without a sub-district it would stand in the middle of the district, among centres that are there: a list alone wants it.
        let is_wanted = with_rough && center.location.subdistrict.is_some() || are_listed;
        let at = frame.dot(it.point)?;
        (!it.is_about || is_wanted).then_some(Spot {
            id: *id,
            at,
            is_rough: it.is_about,
        })
    };
    let mut all: Vec<Spot> = ids.iter().filter_map(spot).take(most + 1).collect();
    if are_links {
        all.truncate(most);
    } else if all.len() > most {
        // Some of many would look like all of them.
        all.clear();
    }
    Placed {
        all,
        are_links,
        are_listed,
    }
}
