//! Districts of a register and their sub-districts as people see them: in Thai order.
//!
//! In: the register alone, so that no entry changes the number of a district. Out: a number for each, and where a centre stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::memo::{Identity, Query};
use crate::model::center::Level;
use crate::model::text::ThaiOrder;
use crate::model::{Areas, Center, DistrictCode, SubdistrictCode};

/// Districts by province, each in Thai order.
#[derive(Debug, PartialEq, Eq)]
pub struct Districts {
    all: Vec<District>,
    numbers: BTreeMap<DistrictCode, usize>,
}

/// A district, as far as addresses and lists go.
#[derive(Debug, PartialEq, Eq)]
pub struct District {
    /// Its code.
    pub code: DistrictCode,
    /// Its part of addresses.
    pub slug: String,
    /// Its sub-districts in Thai order.
    pub subdistricts: Vec<SubdistrictCode>,
}

/// The districts of a register, which is sorted only where it is another one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct DistrictsOf(pub Identity<Areas>);

impl Query for DistrictsOf {
    type Answer = Arc<Districts>;

    fn answer(self) -> Self::Answer {
        Arc::new(Districts::new(&self.0.0))
    }
}

impl Districts {
    fn new(areas: &Areas) -> Self {
        let order = ThaiOrder::new();
        let mut sorted: Vec<_> = areas.districts.values().collect();
        sorted.sort_by_cached_key(|it| {
            let province = areas.provinces.get(&it.province);
            let province = province.map(|it| order.key(&it.name.th));
            (province, order.key(&it.name.th), it.code.clone())
        });
        let all: Vec<_> = sorted
            .into_iter()
            .map(|it| {
                let mut subdistricts = it.subdistricts.clone();
                subdistricts.sort_by_cached_key(|code| {
                    let area = areas.subdistricts.get(code);
                    (area.map(|it| order.key(&it.name.th)), code.clone())
                });
                District {
                    code: it.code.clone(),
                    slug: it.slug.clone(),
                    subdistricts,
                }
            })
            .collect();
        let numbers = all.iter().enumerate();
        let numbers = numbers.map(|(number, it)| (it.code.clone(), number));
        Self {
            numbers: numbers.collect(),
            all,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, District> {
        self.all.iter()
    }

    /// One of them, by its number.
    #[must_use]
    pub fn get(&self, number: usize) -> &District {
        &self.all[number]
    }

    /// The number of the district of a code.
    #[must_use]
    pub fn number(&self, code: &str) -> Option<usize> {
        self.numbers.get(code).copied()
    }

    /// The district in which a centre is listed, and of a centre of a sub-district which of its sub-districts.
    pub(super) fn place_of(&self, center: &Center) -> Option<(usize, Option<usize>)> {
        let number = self.number(&center.location.district)?;
        let code = match center.level {
            Level::Subdistrict => center.location.subdistrict.as_ref(),
            Level::District | Level::Province => None,
        };
        let all = &self.all[number].subdistricts;
        let subdistrict = code.and_then(|code| all.iter().position(|it| it == code));
        Some((number, subdistrict))
    }
}

impl<'a> IntoIterator for &'a Districts {
    type Item = &'a District;
    type IntoIter = std::slice::Iter<'a, District>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
