//! The register of [`a_site`](super::a_site).

use std::collections::BTreeMap;

use crate::model::area::{District, Outline, Point, Province, Subdistrict};
use crate::model::{Areas, Text};

/// Two provinces; two districts called เมือง, two sub-districts called โนนสูง; a square for an outline of เขื่องใน.
pub fn areas() -> Areas {
    let name = |th: &str, en: &str| Text {
        th: th.to_owned(),
        en: Some(en.to_owned()),
    };
    let mut areas = Areas::default();
    for (code, th, en) in [
        ("34", "อุบลราชธานี", "Ubon Ratchathani"),
        ("35", "ยโสธร", "Yasothon"),
    ] {
        let province = Province {
            code: code.to_owned(),
            name: name(th, en),
        };
        areas.provinces.insert(code.to_owned(), province);
    }
    let here = Point {
        latitude: 15.5,
        longitude: 104.5,
    };
    for (code, th, en, subdistricts) in [
        ("3401", "เมือง", "Mueang Ubon", &[][..]),
        (
            "3404",
            "เขื่องใน",
            "Khueang Nai",
            &[
                ("340412", "หัวดอน", "Hua Don"),
                ("340413", "โนนสูง", "Non Sung"),
                ("340414", "โนนสูง", "Non Sung"),
            ],
        ),
        (
            "3405",
            "เขมราฐ",
            "Khemarat",
            &[("340501", "นาแวง", "Na Waeng")],
        ),
        ("3501", "เมือง", "Mueang Yasothon", &[]),
    ] {
        for (subdistrict, th, en) in subdistricts {
            let subdistrict = Subdistrict {
                code: (*subdistrict).to_owned(),
                name: name(th, en),
                district: code.to_owned(),
                postal_code: "34150".to_owned(),
                point: here,
                is_target: true,
            };
            areas
                .subdistricts
                .insert(subdistrict.code.clone(), subdistrict);
        }
        let district = District {
            code: code.to_owned(),
            name: name(th, en),
            province: code[..2].to_owned(),
            slug: en.to_lowercase().replace(' ', "-"),
            letter_order: None,
            subdistricts: subdistricts.iter().map(|it| it.0.to_owned()).collect(),
        };
        areas.districts.insert(code.to_owned(), district);
    }
    let corner = |latitude, longitude| Point {
        latitude,
        longitude,
    };
    let ring = vec![
        corner(15.0, 104.0),
        corner(15.0, 105.0),
        corner(16.0, 105.0),
        corner(16.0, 104.0),
        corner(15.0, 104.0),
    ];
    areas.outlines = BTreeMap::from([("3404".to_owned(), Outline { rings: vec![ring] })]);
    areas
}
