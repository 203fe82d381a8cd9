//! Where the name of an area stands on a map, and whether there is room for it.
//!
//! In: rings and names. Out: a place for each name, and at which sizes it can be read without lying on another. Widths are estimates:
//! a page's font is not known here, so a name is left out rather than squeezed.

use crate::render::geometry::borders::Rings;
use crate::render::geometry::projection::Dot;

/// Size of names where the window is wide, in units of the drawing; themes have the same sizes in their styles.
const WIDE: i32 = 23;
/// Size of names on a phone.
const NARROW: i32 = 28;
/// At how many heights of an area a name is tried.
const TRIES: i32 = 32;
/// How far a point reaches around its middle, with a little air.
const SPOT: i32 = 13;

/// At which sizes a label is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In every window.
    Everywhere,
    /// In wide windows.
    Wide,
    /// There is no room.
    Nowhere,
}

/// A label: its lines, its middle, and where it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name, in two lines where it has a space and no room in one.
    pub name: (String, Option<String>),
    /// The middle of all its lines.
    pub at: Dot,
    /// Where there is room for it.
    pub shown: Shown,
}

/// A label for each area of a drawing; those with most room choose first. `below` is how many lines follow each name.
/// Names do not lie on each other, and on as few spots as there is a place for: the middle of a room is tried before its sides.
pub fn labels<'a>(
    areas: impl Iterator<Item = (&'a Rings, &'a str)>,
    below: i32,
    spots: &[Dot],
    (width, height): (i32, i32),
) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut rooms: Vec<[(i32, Vec<Room>); 2]> = Vec::new();
    for (rings, name) in areas {
        labels.push(Label {
            name: (name.to_owned(), None),
            at: (0, 0),
            shown: Shown::Nowhere,
        });
        rooms.push([1, 2].map(|lines| (lines + below, rooms_of(rings, lines + below))));
    }
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by_key(|at| {
        let widest = rooms[*at][0].1.first().map_or(0, |it| it.across);
        (std::cmp::Reverse(widest), *at)
    });
    let is_inside =
        |it: &Area| it.left >= 0 && it.top >= 0 && it.right <= width && it.bottom <= height;
    let mut taken: Vec<Area> = Vec::new();
    for at in order.iter().copied() {
        let label = &mut labels[at];
        let halves = halves(&label.name.0);
        let mut ways = vec![((label.name.0.clone(), None), &rooms[at][0])];
        ways.extend(halves.map(|it| (it, &rooms[at][1])));
        let places = ways.iter().flat_map(|(name, (lines, rooms))| {
            let places = rooms.iter().flat_map(|room| {
                let width = Area::around((0, 0), name, *lines, NARROW).width();
                let aside = (room.across - width).max(0) / 2;
                let (x, y) = room.middle;
                [0, -aside, aside, -aside / 2, aside / 2].map(|by| (room, (x + by, y)))
            });
            places.map(move |(room, middle)| (name, *lines, room, middle))
        });
        let fitting = places.filter_map(|(name, lines, room, middle)| {
            let area = Area::around(middle, name, lines, WIDE);
            let is_free = room.has_space_for(&area, WIDE)
                && is_inside(&area)
                && taken.iter().all(|it| !it.overlaps(&area));
            let on_a_phone = Area::around(middle, name, lines, NARROW);
            let covered = [&area, &on_a_phone]
                .map(|area| spots.iter().filter(|it| area.covers(**it)).count());
            is_free.then_some((covered, name, middle, area))
        });
        // The first of those that cover fewest: rooms come with the best first.
        if let Some((_, name, middle, area)) = fitting.min_by_key(|(covered, ..)| *covered) {
            label.at = middle;
            label.shown = Shown::Wide;
            label.name = name.clone();
            taken.push(area);
        }
    }
    let mut taken: Vec<Area> = Vec::new();
    for at in order {
        let label = &mut labels[at];
        if label.shown == Shown::Nowhere {
            continue;
        }
        let (lines, rooms) = &rooms[at][usize::from(label.name.1.is_some())];
        let room = rooms.iter().find(|it| it.middle.1 == label.at.1);
        let area = Area::around(label.at, &label.name, *lines, NARROW);
        let has_space = room.is_some_and(|it| it.has_space_for(&area, NARROW));
        if has_space && is_inside(&area) && taken.iter().all(|it| !it.overlaps(&area)) {
            label.shown = Shown::Everywhere;
            taken.push(area);
        }
    }
    labels
}

/// A name in two lines, broken at the space nearest to its middle.
fn halves(name: &str) -> Option<(String, Option<String>)> {
    let middle = width_of(name, 100) / 2;
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    let at = spaces.min_by_key(|at| (width_of(&name[..*at], 100) - middle).abs())?;
    Some((name[..at].to_owned(), Some(name[at + 1..].to_owned())))
}

/// A name's width: marks above and below have none.
fn width_of(name: &str, size: i32) -> i32 {
    let hundredths: i32 = name
        .chars()
        .map(|it| match it {
            '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => 0,
            ' ' => 28,
            'i' | 'l' | 'j' | 't' | 'f' | 'r' | 'I' | '-' | '.' | '/' => 36,
            'm' | 'w' | 'M' | 'W' => 88,
            _ => 60,
        })
        .sum();
    hundredths * size / 100
}

/// A level place inside an area.
struct Room {
    middle: Dot,
    across: i32,
}

impl Room {
    /// A name may reach a little over its borders, on a phone a little more.
    fn has_space_for(&self, it: &Area, size: i32) -> bool {
        let over = if size == NARROW { 140 } else { 125 };
        let reach = (it.right - self.middle.0).max(self.middle.0 - it.left);
        reach * 200 <= self.across * over
    }
}

/// Where an area has room for so many lines: the widest place of each height, the widest first; of two equal ones that nearer to the
/// middle is better.
fn rooms_of(rings: &Rings, lines: i32) -> Vec<Room> {
    let ys = || rings.iter().flatten().map(|it| it.1);
    let (top, bottom) = (ys().min().unwrap_or(0), ys().max().unwrap_or(0));
    let reach = WIDE * lines / 2;
    let middle = i32::midpoint(top, bottom);
    let mut rooms: Vec<Room> = (1..TRIES)
        .filter_map(|step| {
            let y = top + (bottom - top) * step / TRIES;
            let [above, at, below] = [y - reach, y, y + reach].map(|it| inside(rings, it));
            let free = common(&common(&above, &at), &below);
            let (left, right) = free.into_iter().max_by_key(|(left, right)| right - left)?;
            Some(Room {
                middle: (i32::midpoint(left, right), y),
                across: right - left,
            })
        })
        .collect();
    rooms.sort_by_key(|it| {
        let (x, y) = it.middle;
        (std::cmp::Reverse(it.across), (y - middle).abs(), x, y)
    });
    rooms
}

/// Where a level line is inside an area.
fn inside(rings: &Rings, y: i32) -> Vec<(i32, i32)> {
    let mut crossings = Vec::new();
    for ring in rings {
        for (at, a) in ring.iter().enumerate() {
            let b = ring[(at + 1) % ring.len()];
            if (a.1 > y) != (b.1 > y) {
                let along = i64::from(y - a.1) * i64::from(b.0 - a.0) / i64::from(b.1 - a.1);
                crossings.push(a.0 + i32::try_from(along).unwrap_or(0));
            }
        }
    }
    crossings.sort_unstable();
    crossings
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect()
}

fn common(a: &[(i32, i32)], b: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let pairs = a
        .iter()
        .flat_map(|one| b.iter().map(move |other| (one, other)));
    pairs
        .map(|(one, other)| (one.0.max(other.0), one.1.min(other.1)))
        .filter(|(left, right)| left < right)
        .collect()
}

/// The ground that a label covers.
struct Area {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Area {
    fn around((x, y): Dot, name: &(String, Option<String>), lines: i32, size: i32) -> Self {
        let second = name.1.as_ref().map_or(0, |it| width_of(it, size));
        let width = width_of(&name.0, size).max(second);
        let height = size * lines * 5 / 4;
        Self {
            left: x - width / 2,
            top: y - height / 2,
            right: x + width / 2,
            bottom: y + height / 2,
        }
    }

    fn width(&self) -> i32 {
        self.right - self.left
    }

    /// Whether a point there would touch it.
    fn covers(&self, (x, y): Dot) -> bool {
        (self.left - SPOT..=self.right + SPOT).contains(&x)
            && (self.top - SPOT..=self.bottom + SPOT).contains(&y)
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(left: i32, top: i32, width: i32, height: i32) -> Rings {
        vec![vec![
            (left, top),
            (left + width, top),
            (left + width, top + height),
            (left, top + height),
        ]]
    }

    fn shown(areas: &[(Rings, &str)]) -> Vec<Shown> {
        let areas = areas.iter().map(|(rings, name)| (rings, *name));
        let labels = labels(areas, 1, &[], (720, 1120));
        labels.into_iter().map(|it| it.shown).collect()
    }

    #[test]
    fn a_name_stands_where_its_area_is_widest() {
        // A thin neck above, a wide foot below.
        let foot = vec![vec![
            (100, 0),
            (120, 0),
            (120, 200),
            (400, 200),
            (400, 400),
            (0, 400),
            (0, 200),
            (100, 200),
        ]];
        let rooms = rooms_of(&foot, 2);
        let room = &rooms[0];
        assert_eq!(room.across, 400);
        assert_eq!(room.middle.0, 200);
        assert!((200..=400).contains(&room.middle.1), "{:?}", room.middle);
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let long = "ศูนย์ที่มีชื่อยาวมากจนไม่มีที่";
        assert_eq!(
            shown(&[
                (block(0, 0, 300, 200), "นาตาล"),
                (block(100, 300, 58, 200), "นาตาล"),
                (block(200, 300, 40, 40), "นาตาล"),
                (block(0, 600, 100, 100), long),
                (Rings::new(), "นาตาล"),
            ]),
            [
                Shown::Everywhere,
                Shown::Wide,
                Shown::Nowhere,
                Shown::Nowhere,
                Shown::Nowhere,
            ]
        );
    }

    #[test]
    fn names_do_not_lie_on_each_other() {
        let two = [
            (block(100, 0, 130, 100), "เขมราฐ"),
            (block(100, 10, 120, 100), "นาตาล"),
        ];
        assert_eq!(shown(&two), [Shown::Everywhere, Shown::Nowhere]);
    }

    #[test]
    fn a_name_keeps_clear_of_spots() {
        let area = block(0, 0, 300, 300);
        let areas = || std::iter::once((&area, "นาตาล"));
        let alone = labels(areas(), 1, &[], (720, 1120));
        let spot = alone[0].at;
        assert_eq!(spot, (150, 150));
        let beside = labels(areas(), 1, &[spot], (720, 1120));
        let (x, y) = beside[0].at;
        let is_clear = |by: i32, of: i32| by.abs() >= of / 2 + SPOT;
        let (across, high) = (width_of("นาตาล", NARROW), 2 * NARROW);
        assert!(
            is_clear(x - spot.0, across) || is_clear(y - spot.1, high),
            "{beside:?}"
        );
        // A row of points through all heights leaves the sides.
        let row: Vec<Dot> = (0..300).map(|y| (150, y)).collect();
        let aside = labels(areas(), 1, &row, (720, 1120));
        assert!(is_clear(aside[0].at.0 - 150, across), "{aside:?}");
        let everywhere: Vec<Dot> = (0..300)
            .flat_map(|y| [(75, y), (150, y), (225, y)])
            .collect();
        let among = labels(areas(), 1, &everywhere, (720, 1120));
        assert_eq!(
            among[0].shown,
            Shown::Everywhere,
            "better there than nowhere"
        );
    }

    #[test]
    fn a_long_name_with_a_space_has_two_lines() {
        let area = block(0, 0, 170, 200);
        let areas = std::iter::once((&area, "Mueang Ubon Ratchathani"));
        let label = labels(areas, 1, &[], (720, 1120)).remove(0);
        let (first, second) = ("Mueang Ubon".to_owned(), "Ratchathani".to_owned());
        assert_eq!(label.name, (first, Some(second)));
        assert_ne!(label.shown, Shown::Nowhere);
    }

    #[test]
    fn marks_have_no_width() {
        assert_eq!(width_of("ที่", 20), width_of("ท", 20));
        assert!(width_of("กา", 20) > width_of("ก", 20));
    }
}
