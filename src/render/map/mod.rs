//! The maps: a province with its districts, a district with its sub-districts, and where in the province a centre is.
//!
//! In: the outlines of `areas.geojson`, counts and centres. Out: an SVG without script, style or tile. Its links are those of the list
//! beside it, each with name and count as `<title>`. Shapes are made once for all pages; a site without outlines has no map.
//! Never: a map that grows with the site: there are at most 100 districts and 60 centres on one, as points of a list 300.

mod borders;
mod credits;
mod names;
mod projection;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use borders::{Rings, thinned, together};
use names::{Label, Shown, labels};
use projection::{Dot, Frame, halved, path};

use crate::html::{escape, escaped};
use crate::model::area::Outline;
use crate::model::directory::CenterId;
use crate::model::{Areas, Center};
use crate::plan::listings::Counts;
use crate::plan::nearby::spot;
use crate::plan::{PAGE_SIZE, What};
use crate::render::context::Voice;
use crate::render::pages::home::DISTRICTS;
use crate::render::view::{Html, Map, Named};

/// The room of a map with links.
const LARGE: (i32, i32) = (720, 1120);
/// That of a district.
const MIDDLE: (i32, i32) = (720, 780);
/// That of a locator.
const SMALL: (i32, i32) = (300, 360);
/// How small a bend of a border may be, in units of area of the drawing.
const LARGE_BEND: i32 = 44;
const SMALL_BEND: i32 = 14;
/// How many centres are on a map.
const SPOTS: usize = 60;
/// How many are points where the map is a view of a list.
const LISTED: usize = 300;

/// Shapes that pages share; each kind is made when the first page asks.
#[derive(Debug, Default)]
pub struct Shapes {
    overview: OnceLock<Option<Overview>>,
    provinces: OnceLock<BTreeMap<String, Province>>,
}

/// The districts of a whole site.
#[derive(Debug)]
struct Overview {
    frame: Frame,
    /// By code.
    areas: BTreeMap<String, Rings>,
}

/// What all locators of a province share.
#[derive(Debug)]
struct Province {
    frame: Frame,
    /// The path of its outer line.
    line: String,
    /// Paths of its districts by code.
    districts: BTreeMap<String, String>,
}

/// Which centres are points of a map.
#[derive(Clone, Copy)]
pub(super) enum Spots<'a> {
    /// They are seen: the page has no list of them.
    Seen(&'a [CenterId]),
    /// They are links.
    Links(&'a [CenterId]),
    /// They are those of the whole list, each with its place there, by which a filter hides it: links where one page lists them all.
    Listed(&'a [CenterId]),
}

impl Shapes {
    fn overview(&self, areas: &Areas) -> Option<&Overview> {
        let make = || {
            let codes = areas.districts.keys();
            let (frame, shapes) = drawn(areas, codes, LARGE, LARGE_BEND)?;
            let areas = shapes.into_iter().map(|(code, it)| (code.clone(), it));
            let areas = areas.collect();
            Some(Overview { frame, areas })
        };
        let is_readable = areas.districts.len() <= DISTRICTS;
        self.overview
            .get_or_init(|| is_readable.then(make).flatten())
            .as_ref()
    }

    fn province(&self, areas: &Areas, code: &str) -> Option<&Province> {
        let make = || {
            let mut codes: BTreeMap<&String, Vec<&String>> = BTreeMap::new();
            for district in areas.districts.values() {
                let all = codes.entry(&district.province).or_default();
                all.push(&district.code);
            }
            codes
                .into_iter()
                .filter_map(|(code, districts)| {
                    let (frame, shapes) = drawn(areas, districts.into_iter(), SMALL, SMALL_BEND)?;
                    let line = path(&together(shapes.values()));
                    let districts = shapes.into_iter();
                    let districts = districts.map(|(code, it)| (code.clone(), path(&it)));
                    let province = Province {
                        frame,
                        line,
                        districts: districts.collect(),
                    };
                    Some((code.clone(), province))
                })
                .collect()
        };
        self.provinces.get_or_init(make).get(code)
    }
}

/// The shapes of the areas that have an outline.
fn drawn<'a>(
    areas: &Areas,
    codes: impl Iterator<Item = &'a String>,
    room: (i32, i32),
    least: i32,
) -> Option<(Frame, BTreeMap<&'a String, Rings>)> {
    let outlines: Vec<(&String, &Outline)> = codes
        .filter_map(|code| Some((code, areas.outlines.get(code)?)))
        .collect();
    let frame = Frame::around(outlines.iter().map(|(_, it)| *it), room)?;
    let fine: Vec<Rings> = outlines
        .iter()
        .map(|(_, it)| frame.fine_rings(it))
        .collect();
    let codes = outlines.into_iter().map(|(code, _)| code);
    Some((frame, codes.zip(thinned(&fine, least)).collect()))
}

/// Whether the site has that map.
pub(super) fn is_there(voice: &Voice) -> bool {
    let parts = voice.parts;
    let shapes = &parts.shared.maps;
    shapes.overview(&parts.directory.areas).is_some()
}

/// The site's districts, each a link with its name and count.
pub(super) fn overview(voice: &Voice, spots: Spots) -> Option<Map> {
    let parts = voice.parts;
    let directory = parts.directory;
    let overview = parts.shared.maps.overview(&directory.areas)?;
    let near = &parts.plan.neighbours;
    let shown = || {
        near.districts.iter().enumerate().filter_map(|(at, it)| {
            let rings = overview.areas.get(&it.code)?;
            Some((at, it, &directory.areas.districts[&it.code], rings))
        })
    };
    let mut svg = Svg::new(overview.frame, &voice.filled("map_of_districts", &[]));
    let mut tints = [false; Tint::ALL.len()];
    svg.open_areas();
    for (at, it, district, rings) in shown() {
        let counts = it.progress.total();
        let tint = Tint::of(counts);
        tints[tint as usize] = true;
        let title = format!(
            "{} {}",
            voice.placed("place_district", &district.name),
            coverage(voice, counts)
        );
        svg.link(&voice.href(What::District(at)), tint.class(), &title);
        svg.area(rings);
        svg.text.push_str("</a>");
    }
    svg.close();
    let names: Vec<String> = shown()
        .map(|(_, _, it, _)| voice.said(&it.name).text)
        .collect();
    let areas = shown().zip(&names);
    let areas = areas.map(|((.., rings), name)| (rings, name.as_str()));
    let spots = placed(voice, overview.frame, spots, false);
    let labels = labels(areas, 1, &spots.dots(), svg.size());
    let counts = shown().map(|(_, it, ..)| {
        let counts = it.progress.total();
        let (established, target) = (voice.count(counts.established), voice.count(counts.target));
        Some(format!("{}/{}", established.text, target.text))
    });
    svg.names(&labels, counts);
    let has_spots = svg.spots(voice, &spots);
    let named = |it: &Tint| voice.named_key("map_tint_", it.class());
    let tints = Tint::ALL.iter().filter(|it| tints[**it as usize]);
    Some(svg.map(voice, tints.map(named).collect(), has_spots))
}

/// A district's sub-districts, and centres as links.
pub(super) fn district(voice: &Voice, number: usize, centers: &[CenterId]) -> Option<Map> {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours.districts[number];
    let codes = near.subdistricts.iter().map(|it| &it.code);
    let (frame, shapes) = drawn(&directory.areas, codes, MIDDLE, LARGE_BEND)?;
    let district = &directory.areas.districts[&near.code];
    let heading = voice.placed("place_district", &district.name);
    let mut svg = Svg::new(
        frame,
        &voice.filled("map_of_district", &[("name", &heading)]),
    );
    let shown = || {
        near.subdistricts.iter().filter_map(|it| {
            let area = &directory.areas.subdistricts[&it.code];
            Some((it, area, shapes.get(&it.code)?))
        })
    };
    let mut tints = [false; 2];
    svg.open_areas();
    for (it, area, rings) in shown() {
        let has = !it.centers.is_empty();
        tints[usize::from(has)] = true;
        svg.text
            .push_str(if has { "<g class=\"all\">" } else { "<g>" });
        svg.title(&voice.placed("place_subdistrict", &area.name));
        svg.area(rings);
        svg.text.push_str("</g>");
    }
    svg.close();
    let names: Vec<String> = shown()
        .map(|(_, it, _)| voice.said(&it.name).text)
        .collect();
    let areas = shown().zip(&names);
    let areas = areas.map(|((.., rings), name)| (rings, name.as_str()));
    let spots = placed(voice, frame, Spots::Links(centers), true);
    let labels = labels(areas, 0, &spots.dots(), svg.size());
    svg.names(&labels, std::iter::repeat(None));
    let has_spots = svg.spots(voice, &spots);
    let named = |(has, key)| {
        let is_there: bool = tints[has];
        is_there.then(|| voice.named_key("map_area_", key))
    };
    let tints = [(0_usize, "none"), (1, "all")]
        .into_iter()
        .filter_map(named);
    Some(svg.map(voice, tints.collect(), has_spots))
}

/// Where in its province a centre is: the outline, its district and, where it is known, its place.
pub(super) fn locator(voice: &Voice, center: &Center) -> Option<Html> {
    let directory = voice.parts.directory;
    let areas = &directory.areas;
    let district = areas.districts.get(&center.location.district)?;
    let shapes = &voice.parts.shared.maps;
    let province = shapes.province(areas, &district.province)?;
    let here = province.districts.get(&district.code)?;
    let name = voice.placed("place_district", &district.name);
    let title = match voice.province_of(center) {
        Some(it) => {
            let province = voice.placed("place_province", it);
            voice.filled("map_locator", &[("province", &province), ("name", &name)])
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

fn coverage(voice: &Voice, counts: Counts) -> String {
    let (established, target) = (voice.count(counts.established), voice.count(counts.target));
    let values = [
        ("established", established.text.as_str()),
        ("target", target.text.as_str()),
    ];
    voice.filled("coverage", &values)
}

/// How much of a district's target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tint {
    None,
    Some,
    Most,
    All,
}

impl Tint {
    const ALL: [Self; 4] = [Self::None, Self::Some, Self::Most, Self::All];

    fn of(counts: Counts) -> Self {
        match counts.established {
            0 => Self::None,
            it if it >= counts.target => Self::All,
            it if it * 2 >= counts.target => Self::Most,
            _ => Self::Some,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Some => "some",
            Self::Most => "most",
            Self::All => "all",
        }
    }
}

/// Which points a map has: centres where they are, examples, and those that stand for an area because the place is not known.
#[derive(Clone, Copy, Default)]
struct HasSpots {
    exact: bool,
    example: bool,
    rough: bool,
}

/// A centre on a map.
struct Spot {
    id: CenterId,
    at: Dot,
    /// It stands in the middle of its sub-district, or of its district.
    is_rough: bool,
}

/// The centres of a map.
struct Placed {
    all: Vec<Spot>,
    are_links: bool,
    are_listed: bool,
}

impl Placed {
    fn dots(&self) -> Vec<Dot> {
        self.all.iter().map(|it| it.at).collect()
    }
}

/// Where centres lie. One without coordinates stands in the middle of its sub-district, where the map is of these.
fn placed(voice: &Voice, frame: Frame, spots: Spots, with_rough: bool) -> Placed {
    let (ids, are_links, most) = match spots {
        Spots::Seen(ids) => (ids, false, SPOTS),
        Spots::Links(ids) => (ids, true, SPOTS),
        Spots::Listed(ids) => (ids, ids.len() <= PAGE_SIZE, LISTED),
    };
    let directory = voice.parts.directory;
    let are_listed = matches!(spots, Spots::Listed(_));
    let spot = |id: &CenterId| {
        let center = directory.center(*id);
        let it = spot(directory, center)?;
        // Without a sub-district it would stand in the middle of the district, among centres that are there: a list alone wants it.
        let is_wanted = with_rough && center.location.subdistrict.is_some() || are_listed;
        let at = frame.dot(it.point)?;
        (!it.is_about || is_wanted).then_some(Spot {
            id: *id,
            at,
            is_rough: it.is_about,
        })
    };
    let mut all: Vec<Spot> = ids.iter().filter_map(spot).take(most + 1).collect();
    if are_links {
        all.truncate(most);
    } else if all.len() > most {
        // Some of many would look like all of them.
        all.clear();
    }
    Placed {
        all,
        are_links,
        are_listed,
    }
}

/// A drawing in the making.
struct Svg {
    frame: Frame,
    text: String,
}

impl Svg {
    fn new(frame: Frame, label: &str) -> Self {
        let Frame { width, height, .. } = frame;
        let label = escaped(label);
        let text = format!(
            "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" aria-label=\"{label}\">"
        );
        Self { frame, text }
    }

    fn open_areas(&mut self) {
        self.text
            .push_str("<g class=\"areas\" transform=\"scale(2)\">");
    }

    fn close(&mut self) {
        self.text.push_str("</g>");
    }

    fn title(&mut self, title: &str) {
        self.text.push_str("<title>");
        escape(&mut self.text, title);
        self.text.push_str("</title>");
    }

    fn link(&mut self, href: &str, class: &str, title: &str) {
        self.text.push_str("\n<a href=\"");
        escape(&mut self.text, href);
        let _ = write!(self.text, "\" class=\"{class}\">");
        self.title(title);
    }

    fn area(&mut self, rings: &Rings) {
        let _ = write!(self.text, "<path d=\"{}\"/>", path(&halved(rings)));
    }

    fn size(&self) -> (i32, i32) {
        (self.frame.width, self.frame.height)
    }

    /// Centres as points.
    fn spots(&mut self, voice: &Voice, spots: &Placed) -> HasSpots {
        let mut has = HasSpots::default();
        if spots.all.is_empty() {
            return has;
        }
        // A pin is drawn once; around it is room for a finger.
        self.text.push_str(if spots.are_links {
            "\n<defs><g id=\"map-pin\"><circle class=\"reach\" r=\"32\"/><circle r=\"11\"/></g></defs><g class=\"spots\">"
        } else {
            "\n<g class=\"spots\" aria-hidden=\"true\">"
        });
        for Spot { id, at, is_rough } in &spots.all {
            let (x, y) = at;
            let center = voice.parts.directory.center(*id);
            let (kind, class) = match (is_rough, center.is_example) {
                (true, _) => (&mut has.rough, " class=\"rough\""),
                (_, true) => (&mut has.example, " class=\"example\""),
                _ => (&mut has.exact, ""),
            };
            *kind = true;
            let all = &voice.parts.plan.neighbours.centers;
            let place = all.iter().position(|it| it == id);
            let place = place.filter(|_| spots.are_listed);
            let place = place.map_or_else(String::new, |it| format!(" data-at=\"{it}\""));
            if !spots.are_links {
                let _ = write!(
                    self.text,
                    "<circle{class}{place} cx=\"{x}\" cy=\"{y}\" r=\"9\"/>"
                );
                continue;
            }
            let mut title = voice.said(&center.name).text;
            if let Some(status) = voice.closed_status(center) {
                let _ = write!(title, " ({})", status.name);
            }
            if center.is_example {
                let _ = write!(title, " ({})", voice.word("example"));
            }
            self.text.push_str("\n<a href=\"");
            escape(&mut self.text, &voice.href(What::Center(*id)));
            let _ = write!(
                self.text,
                "\" data-key=\"{}\"{class}{place}>",
                escaped(&center.path)
            );
            self.title(&title);
            let _ = write!(
                self.text,
                "<use href=\"#map-pin\" x=\"{x}\" y=\"{y}\"/></a>"
            );
        }
        self.close();
        has
    }

    /// Names where there is room for them; links and lists have them too, so nobody hears them twice. The lines of a name stand
    /// around its middle, a count below.
    fn names(&mut self, labels: &[Label], counts: impl Iterator<Item = Option<String>>) {
        self.text
            .push_str("\n<g class=\"names\" aria-hidden=\"true\">");
        for (label, count) in labels.iter().zip(counts) {
            let class = match label.shown {
                Shown::Everywhere => "",
                Shown::Wide => " class=\"wide\"",
                Shown::Nowhere => continue,
            };
            let (x, y) = label.at;
            let (first, second) = &label.name;
            // Each line below the first lifts it by half a line.
            let lift = match (second, &count) {
                (None, None) => ".3",
                (Some(_), Some(_)) => "-.9",
                _ => "-.3",
            };
            let _ = write!(
                self.text,
                "<text{class} x=\"{x}\" y=\"{y}\" dy=\"{lift}em\">"
            );
            escape(&mut self.text, first);
            let lines = [(second, ""), (&count, " class=\"count\"")];
            for (line, class) in lines {
                if let Some(line) = line {
                    let _ = write!(self.text, "<tspan{class} x=\"{x}\" dy=\"1.2em\">");
                    escape(&mut self.text, line);
                    self.text.push_str("</tspan>");
                }
            }
            self.text.push_str("</text>");
        }
        self.close();
    }

    fn map(mut self, voice: &Voice, tints: Vec<Named>, has: HasSpots) -> Map {
        self.text.push_str("</svg>");
        Map {
            svg: Html(self.text),
            tints,
            has_spots: has.exact,
            has_example_spots: has.example,
            has_rough_spots: has.rough,
            credits: credits::credits(voice),
        }
    }
}
