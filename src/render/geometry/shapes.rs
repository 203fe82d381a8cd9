//! Shapes of areas as maps draw them; those that pages share are made once.
//!
//! In: the outlines of `areas.geojson`. Out: rings and paths on the grid of a drawing. Never: a name, a count or a link.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::borders::{Rings, thinned, together};
use super::projection::{Frame, path};
use crate::memo::{Identity, Query};
use crate::model::Areas;
use crate::model::area::Outline;
use crate::plan::MOST_DISTRICTS;

/// The room of a map with links.
const LARGE: (i32, i32) = (720, 1120);

/// That of a locator.
const SMALL: (i32, i32) = (300, 360);

/// That of a district.
pub(in crate::render) const MIDDLE: (i32, i32) = (720, 780);

/// How small a bend of a border may be, in units of area of the drawing.
pub(in crate::render) const LARGE_BEND: i32 = 44;

const SMALL_BEND: i32 = 14;

/// Shapes that pages share; each kind is made when the first page asks.
#[derive(Debug)]
pub struct Shapes {
    areas: Arc<Areas>,
    overview: OnceLock<Option<Overview>>,
    provinces: OnceLock<BTreeMap<String, Province>>,
}

/// The districts of a whole site.
#[derive(Debug)]
pub(in crate::render) struct Overview {
    pub frame: Frame,
    /// By code.
    pub areas: BTreeMap<String, Rings>,
}

/// What all locators of a province share.
#[derive(Debug)]
pub(in crate::render) struct Province {
    pub frame: Frame,
    /// The path of its outer line.
    pub line: String,
    /// Paths of its districts by code.
    pub districts: BTreeMap<String, String>,
}

/// The shapes of a register: they are drawn anew only where it is another.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::render) struct ShapesOf(pub Identity<Areas>);

impl Query for ShapesOf {
    type Answer = Arc<Shapes>;

    fn answer(self) -> Self::Answer {
        Arc::new(Shapes {
            areas: self.0.0,
            overview: OnceLock::new(),
            provinces: OnceLock::new(),
        })
    }
}

impl Shapes {
    pub(in crate::render) fn overview(&self) -> Option<&Overview> {
        let areas = &self.areas;
        let make = || {
            let codes = areas.districts.keys();
            let (frame, shapes) = drawn(areas, codes, LARGE, LARGE_BEND)?;
            let areas = shapes.into_iter().map(|(code, it)| (code.clone(), it));
            let areas = areas.collect();
            Some(Overview { frame, areas })
        };
        let is_readable = areas.districts.len() <= MOST_DISTRICTS;
        self.overview
            .get_or_init(|| is_readable.then(make).flatten())
            .as_ref()
    }

    pub(in crate::render) fn province(&self, code: &str) -> Option<&Province> {
        let areas = &self.areas;
        let make = || {
            let mut codes: BTreeMap<&String, Vec<&String>> = BTreeMap::new();
            for district in areas.districts.values() {
                let all = codes.entry(&district.province).or_default();
                all.push(&district.code);
            }
            codes
                .into_iter()
                .filter_map(|(code, districts)| {
                    let (frame, shapes) = drawn(areas, districts.into_iter(), SMALL, SMALL_BEND)?;
                    let line = path(&together(shapes.values()));
                    let districts = shapes.into_iter();
                    let districts = districts.map(|(code, it)| (code.clone(), path(&it)));
                    let province = Province {
                        frame,
                        line,
                        districts: districts.collect(),
                    };
                    Some((code.clone(), province))
                })
                .collect()
        };
        self.provinces.get_or_init(make).get(code)
    }
}

/// The shapes of the areas that have an outline.
pub(in crate::render) fn drawn<'a>(
    areas: &Areas,
    codes: impl Iterator<Item = &'a String>,
    room: (i32, i32),
    least: i32,
) -> Option<(Frame, BTreeMap<&'a String, Rings>)> {
    let outlines: Vec<(&String, &Outline)> = codes
        .filter_map(|code| Some((code, areas.outlines.get(code)?)))
        .collect();
    let frame = Frame::around(outlines.iter().map(|(_, it)| *it), room)?;
    let fine: Vec<Rings> = outlines
        .iter()
        .map(|(_, it)| frame.fine_rings(it))
        .collect();
    let codes = outlines.into_iter().map(|(code, _)| code);
    Some((frame, codes.zip(thinned(&fine, least)).collect()))
}
