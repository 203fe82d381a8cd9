//! The list of districts, province by province.

use crate::model::center::Level;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::map::{self, Spots};
use crate::render::pieces::areas::province_name;
use crate::render::pieces::rows::district_rows;
use crate::render::view::{Districts, ProvinceRow};

pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let directory = context.parts.directory;
    let lists = context.parts.listings;
    let mut provinces: Vec<(String, ProvinceRow, Vec<usize>)> = Vec::new();
    for (number, it) in lists.districts().iter().enumerate() {
        let code = &directory.areas.districts[&it.code].province;
        if provinces.last().is_none_or(|(last, ..)| last != code) {
            let name =
                province_name(directory, code).map(|it| context.placed("place_province", it));
            let row = ProvinceRow {
                name: name.map(|it| context.own(it)),
                centers: Vec::new(),
                districts: Vec::new(),
            };
            provinces.push((code.clone(), row, Vec::new()));
        }
        if let Some((_, row, numbers)) = provinces.last_mut() {
            numbers.push(number);
            let provincial = lists.centers_of_district(number).centers.iter().copied();
            let provincial = provincial.filter(|id| directory.center(*id).level == Level::Province);
            row.centers
                .extend(provincial.map(|id| context.center_card(id)));
        }
    }
    let view = Districts {
        provinces: provinces
            .into_iter()
            .map(|(_, row, numbers)| ProvinceRow {
                districts: district_rows(context, numbers.into_iter()),
                ..row
            })
            .collect(),
        map: map::overview(context, Spots::Seen(lists.centers())),
        total: context.count(lists.districts().len()),
    };
    let head = Head::of_list(
        context,
        "districts",
        "districts",
        "describe_districts",
        Route::Districts,
        None,
    );
    MadePage::new("districts.html", "districts", &view, head)
}
