//! Areas as people name them → the entry of their centre: its folder, and what follows from the area.
//!
//! In: names or codes. Out: an area of the register and its centre's entry, there already or yet to be. A name with a slip is asked
//! about with the nearest one, a name that several areas have with their codes. Never: takes the nearest for what was meant.

use crate::check::Register;
use crate::diagnostic::{Diagnostics, Problem, SheetProblem};
use crate::locale::one_form::normalise;
use crate::model::{Areas, District, Subdistrict, Text};
use crate::parse::draft::{CenterDraft, Drafts};
use crate::parse::web;
use crate::schema::field::NumberOrString;
use crate::value::words::{Level, Status};
use crate::value::{SitePath, Spanned};

/// An area for which the programme asks for a centre.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// Code of the district.
    pub district: String,
    /// Code of the sub-district, where the centre is one of a sub-district.
    pub subdistrict: Option<String>,
}

/// What the site says already, found by area.
pub struct Site<'a> {
    /// What was written.
    pub drafts: &'a Drafts,
    register: Register,
    /// Ids and names of topics.
    pub topics: Vec<(String, String)>,
}

/// The entry of an area's centre.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// The path of its folder.
    pub path: String,
    /// What it says already.
    pub draft: Option<&'a CenterDraft>,
}

impl<'a> Site<'a> {
    /// What a site says.
    #[must_use]
    pub fn new(drafts: &'a Drafts) -> Self {
        let topics = drafts.site.iter().flat_map(|it| &it.record.topics);
        let topics = topics.map(|it| (it.id.value.clone(), it.name.th.clone()));
        Self {
            drafts,
            register: Register::new(std::sync::Arc::clone(&drafts.areas)),
            topics: topics.collect(),
        }
    }

    /// The register.
    #[must_use]
    pub fn areas(&self) -> &'a Areas {
        &self.drafts.areas
    }

    /// The district that a name or a code means.
    pub fn district(&self, written: &str, province: Option<&str>) -> Result<&'a District, Problem> {
        let name = normalise(written);
        let bare = name.trim_start_matches("กิ่ง");
        let bare = ["อำเภอ", "อ."]
            .iter()
            .find_map(|it| bare.strip_prefix(it))
            .unwrap_or(bare);
        // Everybody calls the capital's district by the first half of its name.
        if bare.trim() == "เมือง" {
            let districts = self.areas().districts.values();
            let mut capitals = districts.filter(|it| {
                let province = self.areas().provinces.get(&it.province);
                province.is_some_and(|province| it.name.th == format!("เมือง{}", province.name.th))
            });
            if let (Some(capital), None) = (capitals.next(), capitals.next()) {
                return Ok(capital);
            }
        }
        let province = province.map(spanned);
        let mut found = Diagnostics::default();
        let file = SitePath::new("");
        let district = self
            .register
            .district(&spanned(bare), province.as_ref(), &file, &mut found);
        let code = district.map(|it| it.code.clone());
        match code.and_then(|it| self.areas().districts.get(&it)) {
            Some(district) => Ok(district),
            None => Err(problem(&found)),
        }
    }

    /// The sub-district that a name or a code means, in a district or, where only one has that name, in any.
    pub fn subdistrict(
        &self,
        written: &str,
        district: Option<&District>,
    ) -> Result<&'a Subdistrict, Problem> {
        let areas = self.areas();
        let Some(district) = district else {
            let name = normalise(written);
            let bare = ["ตำบล", "ต."]
                .iter()
                .find_map(|it| name.strip_prefix(it))
                .unwrap_or(&name)
                .trim();
            let same: Vec<&Subdistrict> = areas
                .subdistricts
                .values()
                .filter(|it| it.name.th == bare || it.code == bare)
                .collect();
            return match same.as_slice() {
                [one] => Ok(one),
                [] => Err(SheetProblem::UnknownSubdistrict {
                    written: written.to_owned(),
                    nearest: crate::parse::nearest(
                        bare,
                        areas.subdistricts.values().map(|it| it.name.th.as_str()),
                    ),
                }
                .into()),
                several => Err(Problem::AmbiguousArea {
                    written: written.to_owned(),
                    codes: several
                        .iter()
                        .map(|it| {
                            (
                                it.code.clone(),
                                areas.districts[&it.district].name.th.clone(),
                            )
                        })
                        .collect(),
                }),
            };
        };
        let mut found = Diagnostics::default();
        let file = SitePath::new("");
        let subdistrict = self
            .register
            .subdistrict(&spanned(written), district, &file, &mut found);
        let code = subdistrict.map(|it| it.code.clone());
        match code.and_then(|it| areas.subdistricts.get(&it)) {
            Some(subdistrict) => Ok(subdistrict),
            None => Err(problem(&found)),
        }
    }

    /// The one district that a text names: of a title, a sheet or a file.
    #[must_use]
    pub fn district_in(&self, text: &str, is_name: bool) -> Option<&'a District> {
        let text: String = normalise(text)
            .chars()
            .filter(|it| !it.is_whitespace())
            .collect();
        let mut found: Vec<&District> = self
            .areas()
            .districts
            .values()
            .filter(|it| {
                let name = &it.name.th;
                ["อำเภอ", "อ."]
                    .iter()
                    .any(|kind| text.contains(&format!("{kind}{name}")))
                    || (is_name && text.contains(name.as_str()))
            })
            .collect();
        // ดอนมดแดง holds no other name, but เขื่อง would be held by เขื่องใน.
        let names: Vec<String> = found.iter().map(|it| it.name.th.clone()).collect();
        found.retain(|it| {
            !names
                .iter()
                .any(|other| *other != it.name.th && other.contains(&it.name.th))
        });
        match found.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The area of a centre that is written.
    #[must_use]
    pub fn area_of(&self, draft: &CenterDraft) -> Option<Area> {
        let location = &draft.record.location;
        let province = location.province.as_ref().map(|it| it.value.0.as_str());
        let district = self
            .district(&location.district.as_ref()?.value, province)
            .ok()?;
        let subdistrict = match (draft.record.facts.level, &location.subdistrict) {
            (Level::Subdistrict, Some(it)) => Some(
                self.subdistrict(&it.value, Some(district))
                    .ok()?
                    .code
                    .clone(),
            ),
            (Level::Subdistrict, None) => return None,
            _ => None,
        };
        Some(Area {
            district: district.code.clone(),
            subdistrict,
        })
    }

    /// The centre of a path.
    #[must_use]
    pub fn center(&self, path: &str) -> Option<&'a CenterDraft> {
        let centers = &self.drafts.centers;
        let at = centers
            .binary_search_by(|it| it.path.as_str().cmp(path))
            .ok()?;
        Some(&centers[at])
    }

    /// The entry of an area's centre. `in_area` are the centres that stand there.
    pub fn target(&self, area: &Area, in_area: &[&'a CenterDraft]) -> Result<Target<'a>, Problem> {
        let path = self.path_of(area);
        if let Some(draft) = in_area.iter().find(|it| it.path == path) {
            let draft = Some(*draft);
            return Ok(Target { path, draft });
        }
        match in_area {
            [draft] => Ok(Target {
                path: draft.path.clone(),
                draft: Some(draft),
            }),
            [] => match self.center(&path) {
                Some(_) => Err(Problem::AddressTaken(path)),
                None => Ok(Target { path, draft: None }),
            },
            several => {
                let paths = several.iter().map(|it| it.path.clone());
                Err(SheetProblem::SeveralCenters(paths.collect()).into())
            }
        }
    }

    /// The folder of an area's centre, as `sala new center` takes it.
    #[must_use]
    pub fn path_of(&self, area: &Area) -> String {
        let areas = self.areas();
        let district = &areas.districts[&area.district];
        let Some(code) = &area.subdistrict else {
            return district.slug.clone();
        };
        let slug_of = |code: &String| {
            let subdistrict = areas.subdistricts.get(code)?;
            web::slug(subdistrict.name.en.as_deref()?)
        };
        let slug = slug_of(code).unwrap_or_else(|| code.clone());
        let same = district
            .subdistricts
            .iter()
            .filter(|it| slug_of(it).as_ref() == Some(&slug));
        if same.count() > 1 {
            format!("{}/{slug}-{code}", district.slug)
        } else {
            format!("{}/{slug}", district.slug)
        }
    }

    /// What follows from the area of a centre that has no entry yet: keys and texts.
    #[must_use]
    pub fn facts(&self, area: &Area) -> Vec<(&'static str, String)> {
        let areas = self.areas();
        let district = &areas.districts[&area.district];
        let subdistrict = area.subdistrict.as_ref().map(|it| &areas.subdistricts[it]);
        let (level, name) = match subdistrict {
            Some(it) => (Level::Subdistrict, &it.name),
            None => (Level::District, &district.name),
        };
        let mut facts = names(level, name);
        facts.push(("level", level.word().to_owned()));
        facts.push(("status", Status::Open.word().to_owned()));
        if let Some(it) = subdistrict {
            facts.push(("location.subdistrict", subdistrict_key(areas, it)));
        }
        facts.push(("location.district", district_key(areas, &district.code)));
        facts
    }
}

fn spanned(written: &str) -> Spanned<NumberOrString> {
    Spanned {
        value: NumberOrString(normalise(written)),
        span: 0..0,
    }
}

/// What was found wrong with a name.
fn problem(found: &Diagnostics) -> Problem {
    let first = found.iter().next();
    first.map_or(Problem::NoRegister, |it| it.problem.clone())
}

/// What a centre is called after the area that it stands for.
#[must_use]
pub fn names(level: Level, area: &Text) -> Vec<(&'static str, String)> {
    let (kind_th, kind_en) = match level {
        Level::Province => ("จังหวัด", ""),
        Level::District => ("อำเภอ", " District"),
        Level::Subdistrict => ("ตำบล", " Subdistrict"),
    };
    let mut names = vec![("name", format!("ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน{kind_th}{}", area.th))];
    if let Some(name) = &area.en {
        let name = format!("Community Development Volunteer Leader Centre, {name}{kind_en}");
        names.push(("name_en", name));
    }
    names
}

/// The name of a district, or its code where two share the name.
#[must_use]
pub fn district_key(areas: &Areas, code: &str) -> String {
    let name = &areas.districts[code].name.th;
    let same = areas.districts.values().filter(|it| it.name.th == *name);
    if same.count() == 1 {
        name.clone()
    } else {
        code.to_owned()
    }
}

/// The name of a sub-district, or its code where two of the district share the name.
#[must_use]
pub fn subdistrict_key(areas: &Areas, subdistrict: &Subdistrict) -> String {
    let same = areas
        .subdistricts
        .values()
        .filter(|it| it.name.th == subdistrict.name.th && it.district == subdistrict.district);
    if same.count() == 1 {
        subdistrict.name.th.clone()
    } else {
        subdistrict.code.clone()
    }
}
