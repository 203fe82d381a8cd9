//! A pattern for a name: what stands where a record has no photo, drawn as cloth is woven.
//!
//! In: any text. Out: an SVG for a page, always the same for the text. Each row is one thread across the pattern, whose dashes are where it
//! floats on top, as in khit: so a few bytes fill any width, and no pattern needs a request or an id.
//! Never: a colour. The classes say which dye, which thread; the theme's style knows what they are by day, by night and on paper.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

/// Half a lozenge: the distance between the middles of a lozenge and of the one that it touches, in cells.
pub const HALF: i32 = 10;
/// The width that is drawn. Whole lozenges and a cell, so that one stands in the middle; half of it is what a pattern is moved by.
const WIDTH: i32 = 401;
/// Rows on each side of the middle of a strip: one row of lozenges.
const STRIP: i32 = 10;
/// The same of a whole pattern: its field, and a hem on both sides.
const FIELD: i32 = 17;
const WHOLE: i32 = 24;

/// How many dyes and threads there are.
const DYES: usize = 6;
const THREADS: usize = 3;

/// How much of the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One row of lozenges: 21 rows.
    Strip,
    /// A field with a hem above and below: 49 rows.
    Whole,
}

impl Size {
    /// Rows on each side of the middle, without a hem.
    fn field(self) -> i32 {
        match self {
            Self::Strip => STRIP,
            Self::Whole => FIELD,
        }
    }
}

/// A pattern before it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// Which of six dyes.
    pub dye: usize,
    /// Which of three threads its flowers have.
    pub thread: usize,
    /// Which of the kinds of lozenges, of flowers in them, and of what stands between them.
    ring: usize,
    flower: usize,
    corner: usize,
}

/// What lies on top in a cell of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thread {
    /// The field between lozenges: class `a`.
    Field,
    /// The flower in a lozenge: class `b`.
    Flower,
    /// What stands between four of them: class `c`.
    Corner,
}

impl Pattern {
    /// The pattern of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut choice = Choice::of(text);
        Self {
            dye: choice.below(DYES),
            thread: choice.below(THREADS),
            ring: choice.below(RINGS),
            flower: choice.below(FLOWERS.len()),
            corner: choice.below(CORNERS.len()),
        }
    }

    /// What lies on top, by a cell's distance from the middle of a lozenge; `None` where the dyed ground is seen.
    #[must_use]
    pub fn thread_at(&self, x: i32, y: i32) -> Option<Thread> {
        let (u, v) = (folded(x, HALF), folded(y, HALF));
        if is_corner(self.corner, u, v) {
            Some(Thread::Corner)
        } else if is_flower(self.flower, u, v) {
            Some(Thread::Flower)
        } else {
            is_ring(self.ring, u, v).then_some(Thread::Field)
        }
    }
}

/// Patterns as SVG. Names are many, but each pattern is one of few rings, flowers and corners, and what was drawn once is not drawn again.
#[derive(Debug, Default)]
pub struct Patterns {
    rings: Drawn<RINGS>,
    flowers: Drawn<{ FLOWERS.len() }>,
    corners: Drawn<{ CORNERS.len() }>,
    hem: OnceLock<String>,
}

/// The threads of one colour, a strip and a whole pattern of each kind.
#[derive(Debug)]
struct Drawn<const KINDS: usize>([[OnceLock<String>; 2]; KINDS]);

impl<const KINDS: usize> Default for Drawn<KINDS> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Default::default()))
    }
}

impl<const KINDS: usize> Drawn<KINDS> {
    fn get(&self, kind: usize, size: Size, draw: impl FnOnce(i32) -> String) -> &str {
        self.0[kind][size as usize].get_or_init(|| draw(size.field()))
    }
}

impl Patterns {
    /// The pattern of a text.
    #[must_use]
    pub fn svg(&self, text: &str, size: Size) -> String {
        let Pattern {
            dye,
            thread,
            ring,
            flower,
            corner,
        } = Pattern::of(text);
        let ring = self.rings.get(ring, size, |rows| {
            threads('a', rows, |u, v, _| is_ring(ring, u, v))
        });
        let flower = self.flowers.get(flower, size, |rows| {
            threads('b', rows, |u, v, _| is_flower(flower, u, v))
        });
        let corner = self.corners.get(corner, size, |rows| {
            threads('c', rows, |u, v, _| is_corner(corner, u, v))
        });
        let hem = match size {
            Size::Strip => "",
            Size::Whole => self.hem.get_or_init(|| {
                threads('b', WHOLE, |u, _, row| match row - FIELD {
                    2 | 7 => true,
                    3..=6 => (u + 5) % HALF == 5 || folded(u, 5) < row - FIELD - 2,
                    _ => false,
                })
            }),
        };
        [
            r#"<svg class="weave dye-"#,
            DIGITS[dye],
            " thread-",
            DIGITS[thread],
            r#"" aria-hidden="true"><svg x="50%" y="50%" overflow="visible"><g transform="scale(3)"><svg x="-200.5" overflow="visible">"#,
            ring,
            flower,
            corner,
            hem,
            "</svg></g></svg></svg>",
        ]
        .concat()
    }
}

/// Numbers of dyes and threads.
const DIGITS: [&str; DYES] = ["0", "1", "2", "3", "4", "5"];

/// The threads of one colour. `is_on` is asked for a cell by its distance from the middle of the nearest lozenge, across and
/// down, and by its row from the middle of the pattern; rows that are alike share a path.
fn threads(class: char, rows: i32, is_on: impl Fn(i32, i32, i32) -> bool) -> String {
    let mut svg = String::new();
    let mut by_dashes: BTreeMap<String, Vec<i32>> = BTreeMap::new();
    for y in -rows..=rows {
        let cells: Vec<bool> = (0..2 * HALF)
            .map(|x| is_on(folded(x, HALF), folded(y, HALF), y.abs()))
            .collect();
        if cells.contains(&true) {
            by_dashes.entry(dashes(&cells)).or_default().push(y);
        }
    }
    if by_dashes.is_empty() {
        return svg;
    }
    let mut paths: Vec<(String, Vec<i32>)> = by_dashes.into_iter().collect();
    paths.sort_by_key(|(_, ys)| ys[0]);
    let _ = write!(svg, r#"<g class="{class}">"#);
    for (dashes, ys) in paths {
        svg.push_str(r#"<path d=""#);
        for y in ys {
            let space = if y < 0 { "" } else { " " };
            let _ = write!(svg, "M0{space}{y}H{WIDTH}");
        }
        if cells_all_on(&dashes) {
            svg.push_str(r#""/>"#);
        } else {
            let _ = write!(svg, r#"" stroke-dasharray="{dashes}"/>"#);
        }
    }
    svg.push_str("</g>");
    svg
}

/// Runs of a row, on and off in turn and beginning with on: `2 13 5 0`.
fn dashes(cells: &[bool]) -> String {
    let mut runs = vec![0_u32];
    let mut is_on = true;
    for cell in cells {
        if *cell != is_on {
            is_on = *cell;
            runs.push(0);
        }
        if let Some(run) = runs.last_mut() {
            *run += 1;
        }
    }
    if runs.len() % 2 == 1 {
        runs.push(0);
    }
    let runs: Vec<String> = runs.iter().map(u32::to_string).collect();
    runs.join(" ")
}

/// A row without a gap needs no dashes.
fn cells_all_on(dashes: &str) -> bool {
    dashes.split_once(' ').is_some_and(|(_, rest)| rest == "0")
}

/// The distance from the nearest multiple of two halves.
fn folded(at: i32, half: i32) -> i32 {
    let at = at.rem_euclid(2 * half);
    at.min(2 * half - at)
}

/// How many kinds of lozenges there are.
const RINGS: usize = 10;

/// Whether the field has a cell. Distance 10 is where two lozenges touch: what is drawn on both sides of it is drawn for both.
fn is_ring(kind: usize, u: i32, v: i32) -> bool {
    let d = u + v;
    match kind {
        0 => d == 8 || d == 12 || (d == 10 && u % 2 == 0),
        1 => d == 7 || d == 10 || d == 13,
        2 => (9..=11).contains(&d),
        3 => matches!(d, 7 | 9 | 11 | 13),
        4 => d == 9 || d == 11 || ((d == 7 || d == 13) && u % 2 == 1),
        5 => d == 10 || ((d == 8 || d == 12) && u % 3 == 0),
        6 => matches!(u / 2 + v / 2, 4 | 5),
        7 => d == 10 || (u == v && (5..16).contains(&d)),
        8 => d == 9 || d == 10 || (d == 12 && v % 2 == 0),
        _ => matches!(d, 8 | 9 | 11 | 12),
    }
}

/// A quarter of a flower, row by row from its middle.
type Quarter = &'static [&'static str];

/// What stands in a lozenge.
const FLOWERS: [Quarter; 12] = [
    &["###", "##", "#"],
    &["# ###", " ###", "###", "##", "#"],
    &["## ##", "# ##", " ##", "##", "#"],
    &[" ##", "# ##", "## #", " ##"],
    &["## #", "# #", " # ##", "# ##", "  #"],
    &["#  #", " ##", " ###", "# ##"],
    &["# ##", " ##", "## #", "# #"],
    &[" # #", "# # #", " # #", "# #", " #"],
    &["##  ##", "# #  #", " # #", "  # #", "## #"],
    &["  ##", " # #", "# #", "##"],
    &["# # ##", " ## #", "## #", " ##", "##"],
    &["####", "#", "# ##", "# ##"],
];

/// What stands between four of them.
const CORNERS: [Quarter; 9] = [
    &[" "],
    &["#"],
    &["##", "#"],
    &["# #", " #", "# #"],
    &[" ##", "# #", "##"],
    &["##", "# #", " #"],
    &[" #", "#"],
    &["# ##", " ##", "##", "#"],
    &["## #", "# #", " #", "#"],
];

fn is_flower(kind: usize, u: i32, v: i32) -> bool {
    u + v < HALF - 1 && has(FLOWERS[kind], u, v)
}

fn is_corner(kind: usize, u: i32, v: i32) -> bool {
    has(CORNERS[kind], HALF - u, HALF - v)
}

fn has(quarter: Quarter, u: i32, v: i32) -> bool {
    let cell = |v: usize, u: usize| quarter.get(v)?.as_bytes().get(u);
    match (usize::try_from(u), usize::try_from(v)) {
        (Ok(u), Ok(v)) => cell(v, u) == Some(&b'#'),
        _ => false,
    }
}

/// Numbers drawn from a text, always the same ones.
struct Choice(u64);

impl Choice {
    fn of(text: &str) -> Self {
        let hash = blake3::hash(text.as_bytes());
        let bytes = hash.as_bytes()[..8].iter();
        Self(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// The next one, below a small number.
    fn below(&mut self, of: usize) -> usize {
        let of = of as u64;
        let drawn = self.0 % of;
        self.0 /= of;
        usize::try_from(drawn).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The rows of a pattern as cells, a hash sign for one on top, around its middle.
    fn drawn(svg: &str) -> BTreeSet<(i32, i32)> {
        let mut cells = BTreeSet::new();
        for path in svg.split("<path ").skip(1) {
            let attribute = |name: &str| {
                let (_, rest) = path.split_once(&format!("{name}=\""))?;
                rest.split_once('"').map(|it| it.0)
            };
            let runs: Vec<i32> = attribute("stroke-dasharray").map_or(vec![1, 0], |it| {
                it.split(' ').map(|it| it.parse().unwrap()).collect()
            });
            for part in attribute("d").unwrap().split("M0").skip(1) {
                let (row, _) = part.split_once('H').unwrap();
                let row: i32 = row.trim().parse().unwrap();
                let mut x = -WIDTH / 2;
                'row: for (at, run) in runs.iter().cycle().enumerate() {
                    for _ in 0..*run {
                        if x > WIDTH / 2 {
                            break 'row;
                        }
                        if at % 2 == 0 {
                            cells.insert((x, row));
                        }
                        x += 1;
                    }
                }
            }
        }
        cells
    }

    #[test]
    fn a_pattern_is_the_same_for_a_name_and_another_for_another() {
        let patterns = Patterns::default();
        let of = |name: &str| patterns.svg(name, Size::Whole);
        assert_eq!(of("khueang-nai/hua-don"), of("khueang-nai/hua-don"));
        let all: BTreeSet<String> = (0..241).map(|it| of(&format!("center/{it}"))).collect();
        assert!(all.len() > 230, "only {} of 241 patterns differ", all.len());
    }

    #[test]
    fn every_pattern_is_drawn_alike_from_its_middle_to_all_sides() {
        let patterns = Patterns::default();
        for name in 0..24 {
            for (size, rows) in [(Size::Strip, STRIP), (Size::Whole, WHOLE)] {
                let svg = patterns.svg(&name.to_string(), size);
                let cells = drawn(&svg);
                assert!(!cells.is_empty(), "{svg}");
                for (x, y) in &cells {
                    assert!(y.abs() <= rows, "{svg}");
                    assert!(cells.contains(&(-x, *y)), "{x} {y} of {svg}");
                    assert!(cells.contains(&(*x, -y)), "{x} {y} of {svg}");
                }
            }
        }
    }

    #[test]
    fn a_strip_stays_small() {
        let patterns = Patterns::default();
        for name in 0..100 {
            let svg = patterns.svg(&name.to_string(), Size::Strip);
            assert!(svg.len() < 2_500, "{} bytes: {svg}", svg.len());
        }
    }

    #[test]
    fn runs_begin_with_a_dash_and_come_in_pairs() {
        for (cells, expected) in [
            ("##..", "2 2"),
            ("..##", "0 2 2 0"),
            ("#..#", "1 2 1 0"),
            ("####", "4 0"),
        ] {
            let row: Vec<bool> = cells.chars().map(|it| it == '#').collect();
            assert_eq!(dashes(&row), expected, "{cells}");
        }
    }
}
