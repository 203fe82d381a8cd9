//! The list of districts, province by province.

use crate::model::center::Level;
use crate::plan::Route;
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::map::{self, Spots};
use crate::render::pieces::areas::province_name;
use crate::render::pieces::rows::district_row;
use crate::render::view::{Districts, ProvinceRow};

pub(in crate::render) fn page(voice: &Voice) -> MadePage {
    let directory = voice.parts.directory;
    let lists = voice.parts.listings;
    let mut provinces: Vec<(String, ProvinceRow)> = Vec::new();
    for (number, it) in lists.districts().iter().enumerate() {
        let code = &directory.areas.districts[&it.code].province;
        if provinces.last().is_none_or(|(last, _)| last != code) {
            let name = province_name(directory, code).map(|it| voice.placed("place_province", it));
            let row = ProvinceRow {
                name: name.map(|it| voice.own(it)),
                centers: Vec::new(),
                districts: Vec::new(),
            };
            provinces.push((code.clone(), row));
        }
        if let Some((_, row)) = provinces.last_mut() {
            row.districts.push(district_row(voice, number));
            let provincial = lists.centers_of_district(number).centers.iter().copied();
            let provincial = provincial.filter(|id| directory.center(*id).level == Level::Province);
            row.centers
                .extend(provincial.map(|id| voice.center_card(id)));
        }
    }
    let view = Districts {
        provinces: provinces.into_iter().map(|(_, row)| row).collect(),
        map: map::overview(voice, Spots::Seen(lists.centers())),
        total: voice.count(lists.districts().len()),
    };
    let head = Head::of_list(
        voice,
        "districts",
        "districts",
        "describe_districts",
        Route::Districts,
        None,
    );
    MadePage::new("districts.html", "districts", &view, head)
}
