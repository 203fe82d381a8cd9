//! What lies near: points of centres in a tree, so that a page finds its neighbours without looking at every other centre.
//!
//! In: points of entries by number. Out: the nearest of them with their distances. Never: compares all with all.

use crate::model::area::Point;
use crate::model::{Center, Directory};

/// Where a centre is, as well as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its own point, else one of its area.
    pub point: Point,
    /// It is the area's: a distance from it is said with "about".
    pub is_about: bool,
}

/// Where a centre is: its pin, else its sub-district's point, else the middle of its district's sub-districts.
#[must_use]
pub fn spot(directory: &Directory, center: &Center) -> Option<Spot> {
    if let Some(point) = center.location.point {
        return Some(Spot {
            point,
            is_about: false,
        });
    }
    let areas = &directory.areas;
    let subdistrict = center.location.subdistrict.as_ref();
    let point = subdistrict.and_then(|code| Some(areas.subdistricts.get(code)?.point));
    let middle = || {
        let district = areas.districts.get(&center.location.district)?;
        let points = district.subdistricts.iter();
        let points: Vec<_> = points
            .filter_map(|code| Some(areas.subdistricts.get(code)?.point))
            .collect();
        let count = points.len() as f64;
        (!points.is_empty()).then(|| Point {
            latitude: points.iter().map(|it| it.latitude).sum::<f64>() / count,
            longitude: points.iter().map(|it| it.longitude).sum::<f64>() / count,
        })
    };
    point.or_else(middle).map(|point| Spot {
        point,
        is_about: true,
    })
}

/// Points of the earth as a k-d tree of directions from its middle: distances are right at every latitude and across 180°.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// In the order of the tree: the middle of a range parts it, its depth says along which axis.
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    direction: [f64; 3],
    number: usize,
}

impl Tree {
    /// A tree of numbered points.
    #[must_use]
    pub fn new(points: impl Iterator<Item = (usize, Point)>) -> Self {
        let mut nodes: Vec<_> = points
            .map(|(number, point)| Node {
                direction: direction(point),
                number,
            })
            .collect();
        part(&mut nodes, 0);
        Self { nodes }
    }

    /// The numbers of the nearest points that are wanted, nearest first, those equally far in order of number.
    #[must_use]
    pub fn nearest(
        &self,
        from: Point,
        count: usize,
        is_wanted: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut search = Search {
            from: direction(from),
            count,
            is_wanted,
            found: Vec::with_capacity(count + 1),
        };
        if count > 0 {
            search.look(&self.nodes, 0);
        }
        search.found.into_iter().map(|(_, number)| number).collect()
    }
}

/// A search under way.
struct Search<'a> {
    from: [f64; 3],
    count: usize,
    is_wanted: &'a dyn Fn(usize) -> bool,
    /// Squared length of the chord, and the number; nearest first, at most `count`.
    found: Vec<(f64, usize)>,
}

impl Search<'_> {
    fn look(&mut self, nodes: &[Node], depth: usize) {
        let middle = nodes.len() / 2;
        let Some(node) = nodes.get(middle) else {
            return;
        };
        self.meet(*node);
        let axis = depth % 3;
        let beyond = self.from[axis] - node.direction[axis];
        let (before, after) = (&nodes[..middle], &nodes[middle + 1..]);
        let (near, far) = if beyond < 0.0 {
            (before, after)
        } else {
            (after, before)
        };
        self.look(near, depth + 1);
        // Equal distances are looked at too: then the number decides, not the shape of the tree.
        let is_full = self.found.len() == self.count;
        if !is_full || beyond * beyond <= self.found[self.count - 1].0 {
            self.look(far, depth + 1);
        }
    }

    fn meet(&mut self, node: Node) {
        if !(self.is_wanted)(node.number) {
            return;
        }
        let chord = (0..3)
            .map(|axis| (node.direction[axis] - self.from[axis]).powi(2))
            .sum::<f64>();
        let place = self
            .found
            .partition_point(|it| it.0 < chord || (it.0 <= chord && it.1 < node.number));
        if place < self.count {
            self.found.insert(place, (chord, node.number));
            self.found.truncate(self.count);
        }
    }
}

fn direction(point: Point) -> [f64; 3] {
    let (latitude, longitude) = (point.latitude.to_radians(), point.longitude.to_radians());
    [
        latitude.cos() * longitude.cos(),
        latitude.cos() * longitude.sin(),
        latitude.sin(),
    ]
}

/// Puts the middle along an axis into the middle, and so on in both halves: as deep as the logarithm of the number of points.
fn part(nodes: &mut [Node], depth: usize) {
    if nodes.len() < 2 {
        return;
    }
    let middle = nodes.len() / 2;
    let axis = depth % 3;
    nodes.select_nth_unstable_by(middle, |a, b| {
        let by_axis = a.direction[axis].total_cmp(&b.direction[axis]);
        by_axis.then(a.number.cmp(&b.number))
    });
    part(&mut nodes[..middle], depth + 1);
    part(&mut nodes[middle + 1..], depth + 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point {
            latitude,
            longitude,
        }
    }

    #[test]
    fn the_nearest_come_first() {
        let places = [(15.2, 104.8), (15.3, 104.8), (18.8, 98.9), (15.2, 104.9)];
        let tree = Tree::new(
            places
                .iter()
                .enumerate()
                .map(|(at, it)| (at, point(it.0, it.1))),
        );
        let here = point(15.2, 104.8);
        assert_eq!(tree.nearest(here, 3, &|_| true), [0, 3, 1]);
        assert_eq!(tree.nearest(here, 9, &|it| it != 0), [3, 1, 2]);
        assert!(tree.nearest(here, 0, &|_| true).is_empty());
        assert!(Tree::default().nearest(here, 3, &|_| true).is_empty());
    }

    #[test]
    fn places_that_are_one_stand_in_order() {
        let tree = Tree::new((0..9).map(|it| (it, point(15.0, 104.0))));
        assert_eq!(tree.nearest(point(15.0, 104.0), 4, &|_| true), [0, 1, 2, 3]);
    }

    #[test]
    fn the_other_side_of_the_date_line_is_near() {
        let tree = Tree::new([(0, point(0.0, -179.9)), (1, point(0.0, 170.0))].into_iter());
        assert_eq!(tree.nearest(point(0.0, 179.9), 1, &|_| true), [0]);
    }

    proptest! {
        #[test]
        fn nothing_nearer_is_missed(
            places in prop::collection::vec((-90.0..90.0, -180.0..180.0), 0..60),
            from in (-90.0..90.0, -180.0..180.0),
            count in 0_usize..8,
        ) {
            let here = point(from.0, from.1);
            let points: Vec<_> = places.iter().map(|it| point(it.0, it.1)).collect();
            let tree = Tree::new(points.iter().copied().enumerate());
            let far = |it: &usize| here.distance_km(points[*it]);
            let found: Vec<_> = tree.nearest(here, count, &|_| true).iter().map(far).collect();
            let mut expected: Vec<_> = (0..points.len()).map(|it| far(&it)).collect();
            expected.sort_by(f64::total_cmp);
            expected.truncate(count);
            prop_assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(&expected) {
                prop_assert!((a - b).abs() < 1e-3, "{found:?} {expected:?}");
            }
        }
    }
}
