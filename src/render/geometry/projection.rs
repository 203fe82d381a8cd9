//! Degrees → the grid of a drawing, and rings on it → the shortest path that an SVG can have.
//!
//! In: points of outlines. Out: whole numbers, north at the top, true to scale at the middle of what is shown.

use crate::model::area::{Outline, Point};

/// A place on the grid of a drawing.
pub type Dot = (i32, i32);

/// How many steps finer than the grid borders are thinned: what two areas share is told by equal dots.
pub const FINE: i32 = 64;

/// Where on a drawing a part of the earth lies: degrees east times the cosine of the middle, degrees north, both times one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    west: f64,
    north: f64,
    per_degree_east: f64,
    per_degree_north: f64,
    /// Of the drawing.
    pub width: i32,
    /// Of the drawing.
    pub height: i32,
}

/// Room around what is shown, for lines that lie on its rim.
const RIM: f64 = 6.0;

impl Frame {
    /// The largest drawing of all outlines that fits into a width and a height; `None` where they span nothing.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a drawing is no larger than what it has to fit into"
    )]
    pub fn around<'a>(
        outlines: impl Iterator<Item = &'a Outline>,
        (width, height): (i32, i32),
    ) -> Option<Self> {
        let (mut west, mut south) = (f64::INFINITY, f64::INFINITY);
        let (mut east, mut north) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for point in outlines.flat_map(|it| it.rings.iter().flatten()) {
            west = west.min(point.longitude);
            east = east.max(point.longitude);
            south = south.min(point.latitude);
            north = north.max(point.latitude);
        }
        let middle = f64::midpoint(south, north).to_radians().cos();
        let (across, down) = ((east - west) * middle, north - south);
        if !(across > 0.0 && down > 0.0) {
            return None;
        }
        let room = (f64::from(width) - 2.0 * RIM, f64::from(height) - 2.0 * RIM);
        let scale = (room.0 / across).min(room.1 / down);
        Some(Self {
            west: west - RIM / (scale * middle),
            north: north + RIM / scale,
            per_degree_east: scale * middle,
            per_degree_north: scale,
            width: (across * scale + 2.0 * RIM).ceil() as i32,
            height: (down * scale + 2.0 * RIM).ceil() as i32,
        })
    }

    /// Where a point lies, on a grid so many times finer than that of the drawing.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast keeps to the largest number, and a centre far outside its province is not drawn"
    )]
    fn at(&self, point: Point, times: i32) -> Dot {
        let times = f64::from(times);
        let x = (point.longitude - self.west) * self.per_degree_east * times;
        let y = (self.north - point.latitude) * self.per_degree_north * times;
        (x.round() as i32, y.round() as i32)
    }

    /// Where a point lies; `None` outside the drawing.
    pub fn dot(&self, point: Point) -> Option<Dot> {
        let (x, y) = self.at(point, 1);
        let is_inside = (0..=self.width).contains(&x) && (0..=self.height).contains(&y);
        is_inside.then_some((x, y))
    }

    /// The rings of an outline on the fine grid, without the repeated last point.
    pub fn fine_rings(&self, outline: &Outline) -> Vec<Vec<Dot>> {
        let rings = outline.rings.iter();
        rings
            .map(|ring| {
                let mut dots: Vec<Dot> = ring.iter().map(|it| self.at(*it, FINE)).collect();
                dots.dedup();
                if dots.len() > 1 && dots.first() == dots.last() {
                    dots.pop();
                }
                dots
            })
            .collect()
    }
}

/// Rings at half their size, for a drawing that shows them twice as large: numbers are shorter by a digit, and borders that areas share
/// stay the same line.
pub fn halved(rings: &[Vec<Dot>]) -> Vec<Vec<Dot>> {
    let half = |(x, y): &Dot| ((x + 1).div_euclid(2), (y + 1).div_euclid(2));
    let halved = |ring: &Vec<Dot>| {
        let mut dots: Vec<Dot> = ring.iter().map(half).collect();
        dots.dedup();
        dots
    };
    rings.iter().map(halved).collect()
}

/// Rings as the `d` of a path: `M12,34l5,-3 2,7z`. The comma in every pair keeps digits of many numbers from reading as one:
/// whoever looks for telephone or identity numbers in a page finds none in its maps.
pub fn path(rings: &[Vec<Dot>]) -> String {
    let mut d = String::new();
    for ring in rings {
        let Some((first, rest)) = ring.split_first() else {
            continue;
        };
        d.push('M');
        push_pair(&mut d, *first);
        let mut last = *first;
        for (at, dot) in rest.iter().enumerate() {
            let step = (dot.0 - last.0, dot.1 - last.1);
            match at {
                0 => d.push('l'),
                // A minus sign parts two pairs as well as a space does.
                _ if step.0 >= 0 => d.push(' '),
                _ => {}
            }
            push_pair(&mut d, step);
            last = *dot;
        }
        d.push('z');
    }
    d
}

fn push_pair(d: &mut String, (x, y): Dot) {
    d.push_str(&x.to_string());
    d.push(',');
    d.push_str(&y.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: f64, latitude: f64) -> Point {
        Point {
            latitude,
            longitude,
        }
    }

    fn square(west: f64, south: f64, side: f64) -> Outline {
        let (east, north) = (west + side, south + side);
        Outline {
            rings: vec![vec![
                at(west, south),
                at(east, south),
                at(east, north),
                at(west, north),
                at(west, south),
            ]],
        }
    }

    #[test]
    fn a_drawing_is_true_to_scale_and_fills_its_room() {
        let outline = square(104.0, 15.0, 1.0);
        let frame = Frame::around(std::iter::once(&outline), (720, 1120)).unwrap();
        assert_eq!(frame.width, 720);
        // A degree east is shorter than a degree north by the cosine of the middle, 15.5°.
        let expected = f64::from(720 - 12) / 15.5_f64.to_radians().cos() + 12.0;
        assert!(
            (f64::from(frame.height) - expected).abs() <= 1.0,
            "{frame:?}"
        );
        assert_eq!(frame.dot(at(104.0, 16.0)), Some((6, 6)), "north is up");
        let (x, y) = frame.dot(at(105.0, 15.0)).unwrap();
        assert_eq!((x, y), (714, frame.height - 6));
        assert_eq!(frame.dot(at(107.0, 15.0)), None);
        assert_eq!(frame.dot(at(f64::MAX, f64::MIN)), None);
    }

    #[test]
    fn nothing_has_no_drawing() {
        assert_eq!(Frame::around(std::iter::empty(), (720, 720)), None);
        let flat = Outline {
            rings: vec![vec![at(104.0, 15.0), at(105.0, 15.0), at(104.0, 15.0)]],
        };
        assert_eq!(Frame::around(std::iter::once(&flat), (720, 720)), None);
    }

    #[test]
    fn a_path_is_short() {
        let rings = [
            vec![(12, 34), (17, 31), (19, 38)],
            vec![(0, 0), (-5, 5), (5, 5)],
        ];
        assert_eq!(path(&rings), "M12,34l5,-3 2,7zM0,0l-5,5 10,0z");
        assert_eq!(path(&[Vec::new()]), "");
    }

    #[test]
    fn at_half_its_size_a_ring_has_no_dot_twice() {
        let rings = vec![vec![(10, 20), (11, 21), (12, 21), (-3, 7)]];
        assert_eq!(halved(&rings), [[(5, 10), (6, 11), (-1, 4)]]);
    }

    #[test]
    fn a_ring_is_closed_without_its_last_point() {
        let outline = square(104.0, 15.0, 1.0);
        let frame = Frame::around(std::iter::once(&outline), (720, 1120)).unwrap();
        let rings = frame.fine_rings(&outline);
        assert_eq!(rings.len(), 1);
        assert_eq!(rings[0].len(), 4);
    }
}
