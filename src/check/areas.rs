//! Areas as written → areas of the register.
//!
//! In: names or codes, with or without อำเภอ, ตำบล and จังหวัด. Out: codes that fit together, and a location in which they are right.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::area::{District, Subdistrict};
use crate::model::center::{Level, Location};
use crate::model::{Areas, DistrictCode, SitePath, SubdistrictCode};
use crate::parse::nearest;
use crate::schema::center::LocationRecord;
use crate::schema::field::NumberOrString;
use crate::value::digits;
use crate::value::{Point, Spanned};

/// Coordinates this close to a district's outline may be right: outlines are simplified.
const TOLERANCE_KM: f64 = 0.5;

/// The register, found by name.
#[derive(Debug)]
pub(crate) struct Register {
    areas: Arc<Areas>,
    /// Codes by name.
    districts: HashMap<String, Vec<DistrictCode>>,
    subdistricts: HashMap<String, Vec<SubdistrictCode>>,
}

impl Register {
    /// The register.
    pub(crate) fn new(areas: Arc<Areas>) -> Self {
        let mut districts: HashMap<_, Vec<_>> = HashMap::new();
        for district in areas.districts.values() {
            let name = key(&district.name.th, &[]);
            districts
                .entry(name)
                .or_default()
                .push(district.code.clone());
        }
        let mut subdistricts: HashMap<_, Vec<_>> = HashMap::new();
        for subdistrict in areas.subdistricts.values() {
            let name = key(&subdistrict.name.th, &[]);
            subdistricts
                .entry(name)
                .or_default()
                .push(subdistrict.code.clone());
        }
        Self {
            areas,
            districts,
            subdistricts,
        }
    }

    /// Where a centre is; `None` where that cannot be said, which was reported here or by `parse`.
    pub(super) fn location(
        &self,
        written: LocationRecord,
        level: Level,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Option<Location> {
        let written_district = written.district.as_ref()?;
        let district = self.district(written_district, written.province.as_ref(), file, found)?;
        let subdistrict = match &written.subdistrict {
            Some(written) => Some(self.subdistrict(written, district, file, found)?),
            None if level == Level::Subdistrict => return None,
            None => None,
        };
        let facts = written.facts;
        if let (Some(written), Some(it)) = (&facts.postal_code, subdistrict)
            && *written.value != it.postal_code
        {
            let problem = Problem::PostalCodeDiffers {
                written: written.value.to_string(),
                registered: it.postal_code.clone(),
            };
            found.push(Diagnostic::warning(problem).at(file, written.span.clone()));
        }
        let point = written.latitude.zip(written.longitude);
        let point = written.point.or(point.map(|(latitude, longitude)| Spanned {
            value: Point {
                latitude: latitude.value.0,
                longitude: longitude.value.0,
            },
            span: latitude.span,
        }));
        if let Some(point) = &point
            && let Some(outline) = self.areas.outlines.get(&district.code)
            && !outline.contains(point.value)
        {
            let km = outline.distance_km(point.value);
            if km > TOLERANCE_KM {
                let problem = Problem::PointOutside {
                    district: district.name.th.clone(),
                    km,
                };
                found.push(Diagnostic::warning(problem).at(file, point.span.clone()));
            }
        }
        let written_code = facts.postal_code.as_ref().map(|it| it.value.to_string());
        Some(Location {
            subdistrict: subdistrict.map(|it| it.code.clone()),
            district: district.code.clone(),
            postal_code: written_code.or_else(|| subdistrict.map(|it| it.postal_code.clone())),
            point: point.map(|it| it.value),
            facts,
        })
    }

    /// The district that a name or a code means.
    pub(crate) fn district(
        &self,
        written: &Spanned<NumberOrString>,
        province: Option<&Spanned<NumberOrString>>,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Option<&District> {
        if self.areas.districts.is_empty() {
            let problem = Problem::NoRegister; // told once, whoever meets it first
            found.push(Diagnostic::error(problem).at(file, written.span.clone()));
            return None;
        }
        let province = match province {
            Some(written) => Some(self.province(written, file, found)?),
            None => None,
        };
        let name = key(&written.value, &["อำเภอ", "อ.", "เขต"]);
        let named = match self.areas.districts.get(&name) {
            Some(district) => vec![district],
            None => of_codes(self.districts.get(&name), &self.areas.districts),
        };
        let problem = match named.as_slice() {
            [] => Problem::UnknownDistrict {
                written: written.value.to_string(),
                nearest: self.nearest_district(&name),
            },
            &[district] => match province {
                Some(code) if district.province != code => Problem::DistrictElsewhere {
                    district: district.name.th.clone(),
                    province: self.province_name(&district.province),
                },
                _ => return Some(district),
            },
            several => {
                let here: Vec<_> = several
                    .iter()
                    .filter(|it| province.is_some_and(|code| it.province == code))
                    .collect();
                if let [district] = here.as_slice() {
                    return Some(district);
                }
                let codes = several.iter();
                Problem::AmbiguousArea {
                    written: written.value.to_string(),
                    codes: codes
                        .map(|it| (it.code.clone(), self.province_name(&it.province)))
                        .collect(),
                }
            }
        };
        found.push(Diagnostic::error(problem).at(file, written.span.clone()));
        None
    }

    /// The sub-district of a district that a name or a code means.
    pub(crate) fn subdistrict(
        &self,
        written: &Spanned<NumberOrString>,
        district: &District,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Option<&Subdistrict> {
        let name = key(&written.value, &["ตำบล", "ต.", "แขวง"]);
        let named = match self.areas.subdistricts.get(&name) {
            Some(subdistrict) => vec![subdistrict],
            None => of_codes(self.subdistricts.get(&name), &self.areas.subdistricts),
        };
        let here: Vec<_> = named
            .iter()
            .filter(|it| it.district == district.code)
            .collect();
        let problem = match (here.as_slice(), named.as_slice()) {
            ([subdistrict], _) => return Some(subdistrict),
            ([], []) => Problem::UnknownSubdistrict {
                written: written.value.to_string(),
                district: district.name.th.clone(),
                nearest: self.nearest_subdistrict(&name, district),
            },
            ([], elsewhere) => Problem::SubdistrictElsewhere {
                written: written.value.to_string(),
                district: district.name.th.clone(),
                elsewhere: elsewhere
                    .iter()
                    .map(|it| self.district_name(&it.district))
                    .collect(),
            },
            (several, _) => Problem::AmbiguousArea {
                written: written.value.to_string(),
                codes: several
                    .iter()
                    .map(|it| (it.code.clone(), district.name.th.clone()))
                    .collect(),
            },
        };
        found.push(Diagnostic::error(problem).at(file, written.span.clone()));
        None
    }

    /// The code of a province.
    fn province(
        &self,
        written: &Spanned<NumberOrString>,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Option<&str> {
        let name = key(&written.value, &["จังหวัด", "จ."]);
        let provinces = self.areas.provinces.values();
        let province = provinces
            .clone()
            .find(|it| it.code == name || key(&it.name.th, &[]) == name);
        // Where none has a name, the settings lack it, which was reported.
        let are_named = provinces.clone().any(|it| !it.name.th.is_empty());
        if province.is_none() && are_named {
            let names = provinces.clone().map(|it| it.name.th.as_str());
            let in_english = provinces
                .clone()
                .find(|it| is_english(it.name.en.as_deref(), &name));
            let problem = Problem::UnknownProvince {
                written: written.value.to_string(),
                nearest: in_english
                    .map(|it| it.name.th.clone())
                    .or_else(|| nearest(&name, names)),
            };
            found.push(Diagnostic::error(problem).at(file, written.span.clone()));
        }
        province.map(|it| it.code.as_str())
    }

    fn nearest_district(&self, name: &str) -> Option<(DistrictCode, String)> {
        let all = self.areas.districts.values();
        let mut in_english = all
            .clone()
            .filter(|it| is_english(it.name.en.as_deref(), name));
        if let Some(it) = in_english.next() {
            return Some((it.name.th.clone(), it.code.clone()));
        }
        let near = nearest(name, all.map(|it| it.name.th.as_str()))?;
        let code = self.districts.get(&key(&near, &[]))?.first()?.clone();
        Some((near, code))
    }

    fn nearest_subdistrict(&self, name: &str, district: &District) -> Option<(String, String)> {
        let here = || {
            let codes = district.subdistricts.iter();
            codes.filter_map(|code| self.areas.subdistricts.get(code))
        };
        let near = here()
            .find(|it| is_english(it.name.en.as_deref(), name))
            .map(|it| it.name.th.clone())
            .or_else(|| nearest(name, here().map(|it| it.name.th.as_str())))?;
        let code = here().find(|it| it.name.th == near)?.code.clone();
        Some((near, code))
    }

    fn district_name(&self, code: &str) -> String {
        let district = self.areas.districts.get(code);
        district.map_or_else(|| code.to_owned(), |it| it.name.th.clone())
    }

    fn province_name(&self, code: &str) -> String {
        let province = self.areas.provinces.get(code);
        province.map_or_else(|| code.to_owned(), |it| it.name.th.clone())
    }
}

fn of_codes<'a, T>(codes: Option<&Vec<String>>, areas: &'a BTreeMap<String, T>) -> Vec<&'a T> {
    let codes = codes.into_iter().flatten();
    codes.filter_map(|code| areas.get(code)).collect()
}

fn is_english(english: Option<&str>, name: &str) -> bool {
    english.is_some_and(|it| key(&it.to_lowercase(), &[]) == name.to_lowercase())
}

/// What names are compared by: no blanks, no prefix, Arabic digits.
fn key(written: &str, prefixes: &[&str]) -> String {
    let key: String = written
        .chars()
        .filter(|it| !it.is_whitespace())
        .map(digits::arabic)
        .collect();
    let without = prefixes.iter().find_map(|it| key.strip_prefix(it));
    match without {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::a_center;

    #[test]
    fn areas_are_known_by_name_or_code() {
        for (district, subdistrict) in [
            ("เขื่องใน", "หัวดอน"),
            ("อำเภอเขื่องใน", "ตำบล หัวดอน"),
            ("อ. เขื่องใน", "ต.หัวดอน"),
            ("3404", "340412"),
            ("๓๔๐๔", "๓๔๐๔๑๒"),
        ] {
            let center = a_center("a").in_area(district, subdistrict).checked();
            assert_eq!(center.location.district, "3404", "as {district:?}");
            assert_eq!(center.location.subdistrict.as_deref(), Some("340412"));
            assert_eq!(center.location.postal_code.as_deref(), Some("34150"));
        }
    }

    #[test]
    fn areas_that_do_not_fit_are_reported() {
        for (district, subdistrict, expected) in [
            ("เขื่องไน", "หัวดอน", "error[unknown-district] เขื่องใน"),
            ("khueang nai", "หัวดอน", "error[unknown-district] เขื่องใน"),
            ("เขื่องใน", "หัวดอก", "error[unknown-subdistrict] หัวดอน"),
            ("เขื่องใน", "Hua Don", "error[unknown-subdistrict] หัวดอน"),
            ("เขื่องใน", "นาแวง", "error[subdistrict-elsewhere] เขมราฐ"),
            ("เขื่องใน", "340501", "error[subdistrict-elsewhere] เขมราฐ"),
            ("เขื่องใน", "โนนสูง", "error[ambiguous-area] "),
            ("เมือง", "หัวดอน", "error[ambiguous-area] "),
        ] {
            let found = a_center("a").in_area(district, subdistrict).problems();
            assert_eq!(found.len(), 1, "{found:?}");
            let (code, nearest) = expected.split_once(' ').unwrap();
            assert!(
                found[0].starts_with(code),
                "{found:?} for {district} {subdistrict}"
            );
            assert!(
                found[0].contains(nearest),
                "{found:?} for {district} {subdistrict}"
            );
        }
    }

    #[test]
    fn a_province_tells_districts_of_one_name_apart() {
        let center = a_center("a")
            .at_level("district")
            .in_district("เมือง")
            .in_province("จังหวัดยโสธร");
        assert_eq!(center.checked().location.district, "3501");
        let center = a_center("a")
            .at_level("district")
            .in_district("เขื่องใน")
            .in_province("ยโสธร");
        assert_eq!(center.codes(), ["error[district-elsewhere]"]);
        let center = a_center("a")
            .at_level("district")
            .in_district("เขื่องใน")
            .in_province("อุบล");
        assert_eq!(center.codes(), ["error[unknown-province]"]);
    }

    #[test]
    fn a_district_centre_need_not_name_a_subdistrict() {
        let center = a_center("a").in_district("เขื่องใน").at_level("district");
        assert_eq!(center.checked().location.subdistrict, None);
    }

    #[test]
    fn a_postal_code_is_compared_with_the_register() {
        let center = a_center("a").with_postal_code("34000");
        assert_eq!(center.codes(), ["warning[postal-code-differs]"]);
    }

    #[test]
    fn a_point_far_outside_its_district_is_suspicious() {
        for (point, expected) in [
            ((15.5, 104.5), None),
            ((15.5, 105.003), None), // within the tolerance: 0.3 km
            ((15.5, 105.5), Some("53.")),
            ((104.5, 15.5), Some("km")),
        ] {
            let found = a_center("a").at_point(point.0, point.1).problems();
            match expected {
                None => assert_eq!(found, [""; 0], "for {point:?}"),
                Some(part) => assert!(found[0].contains(part), "{found:?} for {point:?}"),
            }
        }
    }

    #[test]
    fn without_a_register_that_is_said_once() {
        let site = crate::testing::a_site()
            .without_areas()
            .with(a_center("a"))
            .with(a_center("b"));
        assert_eq!(site.codes(), ["error[no-register]"]);
    }
}
