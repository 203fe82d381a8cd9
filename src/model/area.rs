//! The administration: provinces, districts and sub-districts of the register, and their polygons.
//!
//! In: checked rows of `areas.csv` and features of `areas.geojson`. Out: look-ups by code, and whether a point lies in an area.

use std::collections::BTreeMap;

use crate::model::Text;
pub use crate::value::Point;

/// Official four-digit code of a district (DOPA), kept as text.
pub type DistrictCode = String;
/// Official six-digit code of a sub-district (DOPA), kept as text.
pub type SubdistrictCode = String;

/// A province of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Official two-digit code: the first two digits of its districts' codes.
    pub code: String,
    /// Without จังหวัด.
    pub name: Text,
}

/// A district (อำเภอ) of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Official code.
    pub code: DistrictCode,
    /// Without อำเภอ; the English one always exists.
    pub name: Text,
    /// Code of its province.
    pub province: String,
    /// Its address under `/districts/`, unique in the site.
    pub slug: String,
    /// Its number on the forms.
    pub letter_order: Option<u32>,
    /// Codes of its sub-districts, in order of code.
    pub subdistricts: Vec<SubdistrictCode>,
}

/// A sub-district (ตำบล) of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Subdistrict {
    /// Official code.
    pub code: SubdistrictCode,
    /// Without ตำบล; the English one always exists.
    pub name: Text,
    /// Code of its district.
    pub district: DistrictCode,
    /// Five digits.
    pub postal_code: String,
    /// A point for a pin on an overview map; not the place of a centre.
    pub point: Point,
    /// Whether the programme asks for a centre here.
    pub is_target: bool,
}

/// The outline of an area: rings of points, holes among them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Outline {
    /// Closed rings; a point is inside where an odd number of them surround it.
    pub rings: Vec<Vec<Point>>,
}

impl Outline {
    /// Whether the point lies inside (even-odd rule).
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        let mut inside = false;
        for ring in &self.rings {
            for pair in ring.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                if (a.latitude > point.latitude) != (b.latitude > point.latitude) {
                    let share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
                    if point.longitude < a.longitude + share * (b.longitude - a.longitude) {
                        inside = !inside;
                    }
                }
            }
        }
        inside
    }

    /// The shortest distance in kilometres from a point to the outline; infinite where there is none.
    /// Edges are taken as straight on a map that is true to scale around the point: enough for areas of a country.
    #[must_use]
    pub fn distance_km(&self, point: Point) -> f64 {
        let km_per_degree = 6371.0_f64.to_radians();
        let east = km_per_degree * point.latitude.to_radians().cos();
        let flat = |it: Point| {
            (
                (it.longitude - point.longitude) * east,
                (it.latitude - point.latitude) * km_per_degree,
            )
        };
        let edges = self.rings.iter().flat_map(|ring| ring.windows(2));
        edges
            .map(|edge| {
                let ((ax, ay), (bx, by)) = (flat(edge[0]), flat(edge[1]));
                let (dx, dy) = (bx - ax, by - ay);
                let length = dx * dx + dy * dy;
                let share = if length > 0.0 {
                    (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0)
                } else {
                    0.0
                };
                (ax + share * dx).hypot(ay + share * dy)
            })
            .fold(f64::INFINITY, f64::min)
    }
}

/// The register of areas, and their polygons where the site has any.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Areas {
    /// By code.
    pub provinces: BTreeMap<String, Province>,
    /// By code.
    pub districts: BTreeMap<DistrictCode, District>,
    /// By code.
    pub subdistricts: BTreeMap<SubdistrictCode, Subdistrict>,
    /// Outlines of districts and sub-districts by code; empty without `areas.geojson`.
    pub outlines: BTreeMap<String, Outline>,
}
