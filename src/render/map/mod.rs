//! The maps: a province with its districts, a district with its sub-districts, and where in the province a centre is.
//!
//! In: the outlines of `areas.geojson`, counts and centres. Out: an SVG without script, style or tile. Its links are those of the list
//! beside it, each with name and count as `<title>`. Shapes are made once for all pages; a site without outlines has no map.
//! Never: a map that grows with the site: there are at most 100 districts and 60 centres on one, as points of a list 300.

mod credits;
mod names;
mod spots;
mod svg;
mod tint;

pub(super) use spots::Spots;

use std::fmt::Write as _;

use crate::html::escaped;
use crate::model::Center;
use crate::model::directory::CenterId;
use crate::plan::Route;
use crate::plan::progress::Counts;
use crate::render::context::PageContext;
use crate::render::geometry::projection::Frame;
use crate::render::geometry::shapes::{LARGE_BEND, MIDDLE, drawn};
use crate::render::view::{Html, Map};
use names::labels;
use spots::placed;
use svg::Svg;
use tint::Tint;

/// Whether the site has that map.
pub(super) fn is_there(context: &PageContext) -> bool {
    let parts = context.parts;
    parts.shared.maps.overview().is_some()
}

/// The site's districts, each a link with its name and count.
pub(super) fn overview(context: &PageContext, spots: Spots) -> Option<Map> {
    let parts = context.parts;
    let overview = parts.shared.maps.overview()?;
    let lists = parts.listings;
    let shown = || {
        let districts = lists.districts().iter().enumerate();
        districts.filter_map(|(at, it)| {
            let rings = overview.areas.get(&it.code)?;
            let counts = lists.progress_of(at).counts.total();
            Some((at, counts, parts.district(at), rings))
        })
    };
    let mut svg = Svg::new(overview.frame, &context.filled("map_of_districts", &[]));
    let mut tints = [false; Tint::ALL.len()];
    svg.open_areas();
    for (at, counts, district, rings) in shown() {
        let tint = Tint::of(counts);
        tints[tint as usize] = true;
        let mut title = context.placed("place_district", &district.name);
        if counts.recorded > 0 {
            title = format!("{title} {}", coverage(context, counts));
        }
        svg.link(&context.href(Route::District(at)), tint.class(), &title);
        svg.area(rings);
        svg.text.push_str("</a>");
    }
    svg.close();
    let names: Vec<String> = shown()
        .map(|(_, _, it, _)| context.text(&it.name).text)
        .collect();
    let areas = shown().zip(&names);
    let areas = areas.map(|((.., rings), name)| (rings, name.as_str()));
    let spots = placed(context, overview.frame, spots, false);
    let labels = labels(areas, 1, &spots.dots(), svg.size());
    let counts = shown().map(|(_, counts, ..)| {
        let (recorded, target) = (context.count(counts.recorded), context.count(counts.target));
        (recorded.value > 0).then(|| format!("{}/{}", recorded.text, target.text))
    });
    svg.names(&labels, counts);
    let has_spots = svg.spots(context, &spots);
    let named = |it: &Tint| context.named_key("map_tint", it.class());
    let tints = Tint::ALL.iter().filter(|it| tints[**it as usize]);
    Some(svg.map(context, tints.map(named).collect(), has_spots))
}

/// A district's sub-districts, and centres as links.
pub(super) fn district(context: &PageContext, number: usize, centers: &[CenterId]) -> Option<Map> {
    let directory = context.parts.directory;
    let district = context.parts.district(number);
    let lists = context.parts.listings;
    let codes = &lists.districts().get(number).subdistricts;
    let (frame, shapes) = drawn(&directory.areas, codes.iter(), MIDDLE, LARGE_BEND)?;
    let heading = context.placed("place_district", &district.name);
    let mut svg = Svg::new(
        frame,
        &context.filled("map_of_district", &[("name", &heading)]),
    );
    let shown = || {
        let centers = &lists.centers_of_district(number).subdistricts;
        codes.iter().zip(centers).filter_map(|(code, centers)| {
            let area = &directory.areas.subdistricts[code];
            Some((centers, area, shapes.get(code)?))
        })
    };
    let mut tints = [false; 2];
    svg.open_areas();
    for (centers, area, rings) in shown() {
        let has = !centers.is_empty();
        tints[usize::from(has)] = true;
        svg.text
            .push_str(if has { "<g class=\"all\">" } else { "<g>" });
        svg.title(&context.placed("place_subdistrict", &area.name));
        svg.area(rings);
        svg.text.push_str("</g>");
    }
    svg.close();
    let names: Vec<String> = shown()
        .map(|(_, it, _)| context.text(&it.name).text)
        .collect();
    let areas = shown().zip(&names);
    let areas = areas.map(|((.., rings), name)| (rings, name.as_str()));
    let spots = placed(context, frame, Spots::Links(centers), true);
    let labels = labels(areas, 0, &spots.dots(), svg.size());
    svg.names(&labels, std::iter::repeat(None));
    let has_spots = svg.spots(context, &spots);
    let named = |(has, key)| {
        let is_there: bool = tints[has];
        is_there.then(|| context.named_key("map_area", key))
    };
    let tints = [(0_usize, "none"), (1, "all")]
        .into_iter()
        .filter_map(named);
    Some(svg.map(context, tints.collect(), has_spots))
}

/// Where in its province a centre is: the outline, its district and, where it is known, its place.
pub(super) fn locator(context: &PageContext, center: &Center) -> Option<Html> {
    let directory = context.parts.directory;
    let areas = &directory.areas;
    let district = areas.districts.get(&center.location.district)?;
    let shapes = &context.parts.shared.maps;
    let province = shapes.province(&district.province)?;
    let here = province.districts.get(&district.code)?;
    let name = context.placed("place_district", &district.name);
    let title = match context.province_of(center) {
        Some(it) => {
            let province = context.placed("place_province", it);
            context.filled("map_locator", &[("province", &province), ("name", &name)])
        }
        None => name,
    };
    let mut svg = String::with_capacity(province.line.len() + here.len() + 400);
    let Frame { width, height, .. } = province.frame;
    let _ = write!(
        svg,
        "<svg class=\"locator\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">\
         <path d=\"{}\"/><path class=\"here\" d=\"{here}\"/>",
        escaped(&title),
        province.line,
    );
    let at = center.location.point.and_then(|it| province.frame.dot(it));
    if let Some((x, y)) = at {
        let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"11\"/>");
    }
    svg.push_str("</svg>");
    Some(Html(svg))
}

fn coverage(context: &PageContext, counts: Counts) -> String {
    let (recorded, target) = (context.count(counts.recorded), context.count(counts.target));
    let values = [
        ("recorded", recorded.text.as_str()),
        ("target", target.text.as_str()),
    ];
    context.filled("coverage", &values)
}
