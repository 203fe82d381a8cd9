//! Where something is, in the words of a page: names of areas, in full and in short.

use crate::model::{Center, Directory, Lang, Text};
use crate::render::context::PageContext;
use crate::render::view::LocalizedText;

/// The name of a province: as the register has it, else the one that the site names.
pub(in crate::render) fn province_name<'a>(
    directory: &'a Directory,
    code: &str,
) -> Option<&'a Text> {
    let province = directory.areas.provinces.get(code).map(|it| &it.name);
    province.or(directory.site.province.as_ref())
}

impl<'a> PageContext<'a> {
    /// The province of a centre.
    pub(in crate::render) fn province_of(&self, center: &Center) -> Option<&'a Text> {
        let directory = self.parts.directory;
        let district = directory.areas.districts.get(&center.location.district);
        district
            .and_then(|it| directory.areas.provinces.get(&it.province))
            .map(|it| &it.name)
            .or(directory.site.province.as_ref())
    }

    /// Where a centre is, in short, for tables and lists: `ต.หัวดอน อ.เขื่องใน`.
    pub(in crate::render) fn area(&self, center: &Center) -> LocalizedText {
        self.area_as(center, "short_subdistrict", "short_district")
    }

    /// Where a centre is, for an address: `ตำบลหัวดอน อำเภอเขื่องใน`.
    pub(in crate::render) fn area_in_full(&self, center: &Center) -> LocalizedText {
        self.area_as(center, "place_subdistrict", "place_district")
    }

    fn area_as(&self, center: &Center, of_subdistrict: &str, of_district: &str) -> LocalizedText {
        let areas = &self.parts.directory.areas;
        let code = center.location.subdistrict.as_ref();
        let subdistrict = code.and_then(|it| areas.subdistricts.get(it));
        let district = areas.districts.get(&center.location.district);
        let mut names = Vec::with_capacity(2);
        names.extend(subdistrict.map(|it| self.placed(of_subdistrict, &it.name)));
        names.extend(district.map(|it| self.placed(of_district, &it.name)));
        self.own(names.join(match self.lang {
            Lang::Th => " ",
            Lang::En => ", ",
        }))
    }

    /// `ตำบลหัวดอน`, `Hua Don Subdistrict`: names of the register exist in every language.
    pub(in crate::render) fn placed(&self, key: &str, name: &Text) -> String {
        let (name, _) = name.in_lang(self.lang);
        self.filled(key, &[("name", name)])
    }
}
