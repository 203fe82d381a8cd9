//! Outlines for a screen: fewer points, and what two areas share stays shared.
//!
//! In: rings on the fine grid of a frame. Out: rings on its grid. A border between two areas is thinned once, whichever of them asks,
//! so there is neither gap nor overlap; the outline of several areas is what only one of them has.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use super::projection::{Dot, FINE};

/// The rings of one area.
pub type Rings = Vec<Vec<Dot>>;

/// The areas with no bend left that spans less than an area of the grid, and on the grid.
/// What is too small for it is left out, unless it is all that an area has: this becomes a square of a finger's width.
pub fn thinned(areas: &[Rings], least: i32) -> Vec<Rings> {
    let junctions = Junctions::of(areas);
    let least = 2 * i64::from(least) * i64::from(FINE) * i64::from(FINE);
    areas
        .iter()
        .map(|rings| {
            let mut thin: Rings = rings
                .iter()
                .map(|ring| on_the_grid(&thinned_ring(ring, &junctions, least)))
                .filter(|ring| ring.len() > 2)
                .collect();
            if thin.is_empty() {
                thin.extend(rings.first().and_then(|it| it.first()).copied().map(square));
            }
            thin
        })
        .collect()
}

/// The outer line of areas together: the edges that an odd number of them have.
pub fn together<'a>(areas: impl Iterator<Item = &'a Rings>) -> Rings {
    let mut edges: BTreeSet<(Dot, Dot)> = BTreeSet::new();
    for ring in areas.flatten() {
        for (at, dot) in ring.iter().enumerate() {
            let next = ring[(at + 1) % ring.len()];
            let edge = ((*dot).min(next), (*dot).max(next));
            if !edges.remove(&edge) {
                edges.insert(edge);
            }
        }
    }
    let mut ends: BTreeMap<Dot, BTreeSet<Dot>> = BTreeMap::new();
    for (a, b) in edges {
        ends.entry(a).or_default().insert(b);
        ends.entry(b).or_default().insert(a);
    }
    let mut rings = Vec::new();
    // As many edges come to a dot as rings leave it, so each walk ends where it began.
    while let Some((&start, _)) = ends.first_key_value() {
        let mut ring = vec![start];
        let mut here = start;
        while let Some(next) = ends.get(&here).and_then(|it| it.first().copied()) {
            part(&mut ends, here, next);
            part(&mut ends, next, here);
            if next == start {
                break;
            }
            ring.push(next);
            here = next;
        }
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    rings
}

fn part(ends: &mut BTreeMap<Dot, BTreeSet<Dot>>, from: Dot, to: Dot) {
    if let Some(others) = ends.get_mut(&from) {
        others.remove(&to);
        if others.is_empty() {
            ends.remove(&from);
        }
    }
}

/// Where borders meet: dots at which rings do not all go on to the same two neighbours.
struct Junctions(HashMap<Dot, (Dot, Dot, bool)>);

impl Junctions {
    fn of(areas: &[Rings]) -> Self {
        let mut seen: HashMap<Dot, (Dot, Dot, bool)> = HashMap::new();
        for ring in areas.iter().flatten() {
            for (at, dot) in ring.iter().enumerate() {
                let before = ring[(at + ring.len() - 1) % ring.len()];
                let after = ring[(at + 1) % ring.len()];
                let (a, b) = (before.min(after), before.max(after));
                let known = seen.entry(*dot).or_insert((a, b, false));
                known.2 |= (known.0, known.1) != (a, b);
            }
        }
        Self(seen)
    }

    fn has(&self, dot: Dot) -> bool {
        self.0.get(&dot).is_some_and(|it| it.2)
    }
}

fn thinned_ring(ring: &[Dot], junctions: &Junctions, least: i64) -> Vec<Dot> {
    let count = ring.len();
    if count < 3 {
        return Vec::new();
    }
    let mut stops: Vec<usize> = (0..count).filter(|at| junctions.has(ring[*at])).collect();
    if stops.is_empty() {
        // An island: whoever has its line begins at the same dot.
        stops.extend((0..count).min_by_key(|at| ring[*at]));
    }
    let mut thin = Vec::new();
    for (number, start) in stops.iter().enumerate() {
        let end = stops.get(number + 1).map_or(stops[0] + count, |it| *it);
        let line: Vec<Dot> = (*start..=end).map(|at| ring[at % count]).collect();
        let line = thinned_line(line, least);
        thin.extend_from_slice(&line[..line.len() - 1]);
    }
    thin
}

/// A line between two fixed ends, thinned alike from either of them.
fn thinned_line(mut line: Vec<Dot>, least: i64) -> Vec<Dot> {
    let (first, last) = (
        [line[0], line[1]],
        [line[line.len() - 1], line[line.len() - 2]],
    );
    let is_turned = last < first;
    if is_turned {
        line.reverse();
    }
    // A line that comes back to its start has to stay a ring.
    let kept = if line[0] == line[line.len() - 1] {
        2
    } else {
        0
    };
    let mut thin = without_small_bends(&line, least, kept);
    if is_turned {
        thin.reverse();
    }
    thin
}

/// Visvalingam: the dot with the smallest triangle goes, until every triangle is large enough (`least` is twice its area).
fn without_small_bends(line: &[Dot], least: i64, kept: usize) -> Vec<Dot> {
    let count = line.len();
    let twice_area = |a: usize, b: usize, c: usize| {
        let [a, b, c] = [a, b, c].map(|it| (i64::from(line[it].0), i64::from(line[it].1)));
        ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs()
    };
    let mut before: Vec<usize> = (0..count).map(|it| it.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let mut bend = vec![i64::MAX; count];
    let mut smallest = BinaryHeap::new();
    for (at, bend) in bend.iter_mut().enumerate().take(count - 1).skip(1) {
        *bend = twice_area(at - 1, at, at + 1);
        smallest.push(Reverse((*bend, at)));
    }
    let mut left = count - 2;
    let mut is_gone = vec![false; count];
    while let Some(Reverse((area, at))) = smallest.pop() {
        if is_gone[at] || area != bend[at] {
            continue;
        }
        if area >= least || left <= kept {
            break;
        }
        is_gone[at] = true;
        left -= 1;
        let (from, to) = (before[at], after[at]);
        after[from] = to;
        before[to] = from;
        for it in [from, to] {
            if it > 0 && it < count - 1 {
                bend[it] = twice_area(before[it], it, after[it]).max(area);
                smallest.push(Reverse((bend[it], it)));
            }
        }
    }
    let all = line.iter().zip(&is_gone);
    all.filter(|(_, is_gone)| !**is_gone)
        .map(|(dot, _)| *dot)
        .collect()
}

fn on_the_grid(ring: &[Dot]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = ring.iter().copied().map(coarse).collect();
    dots.dedup();
    while dots.len() > 1 && dots.first() == dots.last() {
        dots.pop();
    }
    dots
}

fn coarse((x, y): Dot) -> Dot {
    let near = |it: i32| (it + FINE / 2).div_euclid(FINE);
    (near(x), near(y))
}

fn square(dot: Dot) -> Vec<Dot> {
    const SIDE: i32 = 24;
    let (x, y) = coarse(dot);
    let (x, y) = ((x - SIDE / 2).max(0), (y - SIDE / 2).max(0));
    vec![(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Dots of the fine grid, from numbers of the grid.
    fn fine(dots: &[(i32, i32)]) -> Vec<Dot> {
        dots.iter().map(|it| (it.0 * FINE, it.1 * FINE)).collect()
    }

    /// Two areas side by side; their border goes from (100, 0) to (100, 90) with bends of every size.
    fn neighbours() -> [Rings; 2] {
        let border: Vec<(i32, i32)> = (0..=30)
            .map(|step: i32| {
                let is_end = step == 0 || step == 30;
                (
                    100 + if is_end { 0 } else { step * step * 7 % 23 },
                    step * 3,
                )
            })
            .collect();
        let mut left = vec![(0, 90), (0, 0)];
        left.extend(&border);
        let mut right = border;
        right.extend([(200, 90), (200, 0)]);
        [vec![fine(&left)], vec![fine(&right)]]
    }

    fn edges(rings: &Rings) -> BTreeSet<(Dot, Dot)> {
        let ring = &rings[0];
        (0..ring.len())
            .map(|at| {
                let (a, b) = (ring[at], ring[(at + 1) % ring.len()]);
                (a.min(b), a.max(b))
            })
            .collect()
    }

    #[test]
    fn what_two_areas_share_stays_shared() {
        for least in [0, 5, 40, 200, 2000] {
            let thin = thinned(&neighbours(), least);
            let (left, right) = (edges(&thin[0]), edges(&thin[1]));
            let shared = left.intersection(&right).count();
            assert_eq!(shared, left.len() - 3, "all but three sides, at {least}");
            assert_eq!(shared, right.len() - 3, "all but three sides, at {least}");
            assert!(shared >= 1);
        }
        let (few, many) = (thinned(&neighbours(), 200), thinned(&neighbours(), 0));
        assert!(few[0][0].len() < many[0][0].len() / 2);
    }

    #[test]
    fn areas_together_have_their_outer_line() {
        let thin = thinned(&neighbours(), 40);
        let whole = together(thin.iter());
        assert_eq!(whole.len(), 1);
        let corners: BTreeSet<Dot> = whole[0].iter().copied().collect();
        let expected = [(0, 0), (0, 90), (100, 0), (100, 90), (200, 0), (200, 90)];
        assert_eq!(corners, expected.into_iter().collect());
        assert_eq!(together(std::iter::empty()), Rings::new());
    }

    #[test]
    fn areas_that_touch_in_a_dot_have_two_lines() {
        let a = vec![vec![(0, 0), (10, 0), (10, 10), (0, 10)]];
        let b = vec![vec![(10, 10), (20, 10), (20, 20), (10, 20)]];
        let whole = together([&a, &b].into_iter());
        let dots: usize = whole.iter().map(Vec::len).sum();
        assert_eq!(dots, 8);
    }

    #[test]
    fn an_island_stays_an_area() {
        let hole = [(40, 40), (60, 40), (61, 50), (60, 60), (40, 60)];
        let mut turned = hole;
        turned.reverse();
        turned.rotate_left(2);
        let lake = vec![fine(&[(0, 0), (90, 0), (90, 90), (0, 90)]), fine(&hole)];
        let island = vec![fine(&turned)];
        let thin = thinned(&[lake, island], 20);
        assert_eq!(thin[0].len(), 2);
        assert_eq!(thin[0][1].len(), 4, "the small bend is gone");
        let hole = vec![thin[0][1].clone()];
        assert_eq!(edges(&hole), edges(&thin[1]));
    }

    #[test]
    fn nothing_becomes_nothing_to_click_on() {
        let speck = vec![vec![(640, 640), (645, 640), (645, 645)]];
        let thin = thinned(&[speck, Vec::new(), vec![Vec::new()]], 20);
        assert_eq!(thin[0], [[(0, 0), (24, 0), (24, 24), (0, 24)]]);
        assert!(thin[1].is_empty() && thin[2].is_empty());
    }

    proptest! {
        /// Rings that nobody should draw: crossing themselves, empty, all on a line.
        #[test]
        fn whatever_is_drawn_stays_inside_and_is_an_area(
            areas in prop::collection::vec(
                prop::collection::vec(prop::collection::vec((0..40, 0..40), 0..12), 0..3),
                0..4,
            ),
            least in 0..60,
        ) {
            let areas: Vec<Rings> = areas
                .iter()
                .map(|rings| rings.iter().map(|ring| fine(ring)).collect())
                .collect();
            let thin = thinned(&areas, least);
            prop_assert_eq!(thin.len(), areas.len());
            for (before, after) in areas.iter().zip(&thin) {
                let is_there = before.iter().any(|it| !it.is_empty());
                prop_assert!(!is_there || before[0].is_empty() || !after.is_empty());
                for ring in after {
                    prop_assert!(ring.len() > 2);
                    prop_assert!(ring.iter().all(|it| (0..=64).contains(&it.0) && (0..=64).contains(&it.1)));
                }
            }
            for ring in together(thin.iter()) {
                prop_assert!(ring.len() > 2);
            }
        }
    }
}
