//! Where the name of an area stands on a map, and whether there is room for it.
//!
//! In: rings and names. Out: a place for each name, and at which sizes it can be read without lying on another. Widths are estimates:
//! a page's font is not known here, so a name is left out rather than squeezed.

use super::borders::Rings;
use super::frame::Dot;

/// Size of names where the window is wide, in units of the drawing; themes have the same sizes in their styles.
const WIDE: i32 = 23;
/// Size of names on a phone.
const NARROW: i32 = 28;
/// Lines of a label: the name, and the count below it.
const LINES: i32 = 2;

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

/// A label: the middle of its first line, and where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands.
    pub at: Dot,
    /// Where there is room for it.
    pub shown: Shown,
}

/// A label for each area of a drawing; those with most room choose first.
pub fn labels<'a>(
    areas: impl Iterator<Item = (&'a Rings, &'a str)>,
    (width, height): (i32, i32),
) -> Vec<Label> {
    let rooms: Vec<(Room, &str)> = areas.map(|(it, name)| (widest(it), name)).collect();
    let mut labels: Vec<Label> = rooms
        .iter()
        .map(|(room, _)| Label {
            at: room.middle,
            shown: Shown::Nowhere,
        })
        .collect();
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(rooms[*at].0.across), *at));
    for (size, shown) in [(WIDE, Shown::Wide), (NARROW, Shown::Everywhere)] {
        let mut taken: Vec<Area> = Vec::new();
        for at in order.iter().copied() {
            let (room, name) = &rooms[at];
            let area = Area::around(room.middle, width_of(name, size), size * LINES * 5 / 4);
            let is_inside =
                area.left >= 0 && area.top >= 0 && area.right <= width && area.bottom <= height;
            // A name may reach a little over its borders.
            let has_room = (area.right - area.left) * 4 <= room.across * 5;
            if is_inside && has_room && taken.iter().all(|it| !it.overlaps(&area)) {
                labels[at].shown = shown;
                taken.push(area);
            }
        }
    }
    labels
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

/// The widest place of an area for two lines.
struct Room {
    middle: Dot,
    across: i32,
}

fn widest(rings: &Rings) -> Room {
    let ys = || rings.iter().flatten().map(|it| it.1);
    let (top, bottom) = (ys().min().unwrap_or(0), ys().max().unwrap_or(0));
    let reach = WIDE * LINES / 2;
    let mut best = Room {
        middle: (0, 0),
        across: 0,
    };
    // Nearest to the middle first: of two equal places it is the better one.
    let steps = 32;
    let mut lines: Vec<i32> = (1..steps)
        .map(|step| top + (bottom - top) * step / steps)
        .collect();
    lines.sort_by_key(|y| ((y - i32::midpoint(top, bottom)).abs(), *y));
    for y in lines {
        let [above, at, below] = [y - reach, y, y + reach].map(|it| inside(rings, it));
        for (left, right) in common(&common(&above, &at), &below) {
            if right - left > best.across {
                best = Room {
                    middle: (i32::midpoint(left, right), y),
                    across: right - left,
                };
            }
        }
    }
    best
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
    fn around((x, y): Dot, width: i32, height: i32) -> Self {
        Self {
            left: x - width / 2,
            top: y - height / 2,
            right: x + width / 2,
            bottom: y + height / 2,
        }
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
        let labels = labels(areas, (720, 1120));
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
        let room = widest(&foot);
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
                (block(100, 300, 66, 200), "นาตาล"),
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
    fn marks_have_no_width() {
        assert_eq!(width_of("ที่", 20), width_of("ท", 20));
        assert!(width_of("กา", 20) > width_of("ก", 20));
    }
}
