//! What the path of a new centre says about it: level, names and area.

use crate::diagnostic::{Diagnostic, Problem};
use crate::import::target;
use crate::model::center::{Level, Status};
use crate::model::{Areas, Text};
use crate::parse;
use crate::parse::draft::Drafts;
use crate::parse::web;
use crate::schema::export::starter::Values;

/// The folder of the provincial centre.
const PROVINCE: &str = "province";

/// The facts that follow from a path: level, names and area.
pub(super) fn facts(path: &str, drafts: &Drafts, values: &mut Values) -> Result<(), Diagnostic> {
    let place = Guess::from_path(path, drafts)?;
    for (key, name) in target::names(place.level, &place.name) {
        values.text(key, &name);
    }
    values.text("level", place.level.word());
    values.text("status", Status::Open.word());
    for (key, value) in &place.area {
        values.text(&format!("location.{key}"), value);
    }
    Ok(())
}

/// What a path says about a centre.
struct Guess {
    level: Level,
    name: Text,
    /// Keys of `[location]` and their values.
    area: Vec<(&'static str, String)>,
}

impl Guess {
    fn from_path(path: &str, drafts: &Drafts) -> Result<Self, Diagnostic> {
        let areas = &drafts.areas;
        let parts: Vec<&str> = path.split('/').collect();
        let (last, before) = parts.split_last().expect("a path has a last part");
        if *last == PROVINCE && before.is_empty() {
            return Self::province(path, drafts);
        }
        // The nearest district above the last part; `a/a` is the sub-district of the same name.
        let above = before.iter().rev().find_map(|part| district(areas, part));
        let subdistrict = areas
            .subdistricts
            .values()
            .filter(|it| above.is_none_or(|district| it.district == district.code))
            .find(|it| it.name.en.as_deref().and_then(web::slug).as_deref() == Some(*last));
        let own = district(areas, last);
        match (above, subdistrict, own) {
            (Some(_), Some(it), _) | (None, Some(it), None) => {
                let district = &areas.districts[&it.district];
                Ok(Self {
                    level: Level::Subdistrict,
                    name: it.name.clone(),
                    area: vec![
                        ("subdistrict", target::subdistrict_key(areas, it)),
                        ("district", target::district_key(areas, &district.code)),
                    ],
                })
            }
            (None, _, Some(it)) => Ok(Self {
                level: Level::District,
                name: it.name.clone(),
                area: vec![("district", target::district_key(areas, &it.code))],
            }),
            _ => Err(Self::not_in_register(
                path,
                above.map(|it| it.code.as_str()),
                areas,
            )),
        }
    }

    /// The provincial centre stands in the district that the provincial capital gives its name to, else in the first.
    fn province(path: &str, drafts: &Drafts) -> Result<Self, Diagnostic> {
        let areas = &drafts.areas;
        let site = drafts
            .site
            .as_ref()
            .and_then(|it| it.record.facts.province.clone());
        let name = site
            .or_else(|| areas.provinces.values().next().map(|it| it.name.clone()))
            .unwrap_or_default();
        let capital = areas
            .districts
            .values()
            .find(|it| it.name.th.starts_with("เมือง"))
            .or_else(|| areas.districts.values().next())
            .ok_or_else(|| Self::not_in_register(path, None, areas))?;
        Ok(Self {
            level: Level::Province,
            name,
            area: vec![("district", target::district_key(areas, &capital.code))],
        })
    }

    fn not_in_register(path: &str, above: Option<&str>, areas: &Areas) -> Diagnostic {
        let (folder, last) = path
            .rsplit_once('/')
            .map_or(("", path), |(folder, last)| (folder, last));
        let slugs: Vec<String> = match above {
            Some(code) => areas
                .subdistricts
                .values()
                .filter(|it| it.district == code)
                .filter_map(|it| it.name.en.as_deref().and_then(web::slug))
                .collect(),
            None => areas.districts.values().map(|it| it.slug.clone()).collect(),
        };
        let nearest = parse::nearest(last, slugs.iter().map(String::as_str));
        Diagnostic::error(Problem::NotInRegister {
            path: path.to_owned(),
            nearest: nearest.map(|it| {
                if folder.is_empty() {
                    it
                } else {
                    format!("{folder}/{it}")
                }
            }),
        })
    }
}

fn district<'a>(areas: &'a Areas, slug: &str) -> Option<&'a crate::model::District> {
    areas.districts.values().find(|it| it.slug == slug)
}
