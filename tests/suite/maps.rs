//! The maps of the real province, read back from the pages: whole, closed, without gap or overlap, and small.

use std::collections::{BTreeMap, BTreeSet};

use crate::fixture::repository;
use crate::folder::Folder;

type Dot = (i64, i64);

/// Settings and areas of the real site, without its entries.
fn province() -> Folder {
    let folder = Folder::new();
    for name in ["site.toml", "areas.csv", "areas.geojson"] {
        let path = format!("content/{name}");
        folder.put(&path, std::fs::read(repository().join(&path)).unwrap());
    }
    folder
}

/// The drawing with a class on a page.
fn drawing<'a>(html: &'a str, class: &str) -> &'a str {
    let start = html.find(&format!("<svg class=\"{class}\"")).unwrap();
    let end = html[start..]
        .find("</svg>\n")
        .or_else(|| html[start..].find("</svg>"))
        .unwrap();
    &html[start..start + end]
}

/// The rings of each path of a drawing.
fn paths(svg: &str) -> Vec<Vec<Vec<Dot>>> {
    let values = svg.split(" d=\"").skip(1);
    values
        .map(|it| rings(it.split('"').next().unwrap()))
        .collect()
}

/// `M12,34l5,-3 2,7z`, each ring closed.
fn rings(d: &str) -> Vec<Vec<Dot>> {
    assert!(d.ends_with('z'), "not closed: {d}");
    d.split_terminator('z')
        .map(|ring| {
            let (start, steps) = ring.strip_prefix('M').unwrap().split_once('l').unwrap();
            let mut at = pair(start);
            let mut ring = vec![at];
            // A minus sign after a digit begins a pair.
            let mut text = String::new();
            for letter in steps.chars() {
                if letter == '-' && text.ends_with(|it: char| it.is_ascii_digit()) {
                    text.push(' ');
                }
                text.push(letter);
            }
            for step in text.split(' ').map(pair) {
                at = (at.0 + step.0, at.1 + step.1);
                ring.push(at);
            }
            ring
        })
        .collect()
}

fn pair(text: &str) -> Dot {
    let (x, y) = text.split_once(',').unwrap();
    (x.parse().unwrap(), y.parse().unwrap())
}

/// Twice the area of a ring, above 0 where it is turned one way, below where it is turned the other.
fn twice_area(ring: &[Dot]) -> i64 {
    let next = |at: usize| ring[(at + 1) % ring.len()];
    let parts = ring.iter().enumerate();
    parts
        .map(|(at, (x, y))| x * next(at).1 - next(at).0 * y)
        .sum()
}

fn edges(rings: &[Vec<Dot>]) -> impl Iterator<Item = (Dot, Dot)> {
    rings.iter().flat_map(|ring| {
        (0..ring.len()).map(|at| {
            let (a, b) = (ring[at], ring[(at + 1) % ring.len()]);
            (a.min(b), a.max(b))
        })
    })
}

#[test]
fn the_districts_of_a_map_have_neither_gap_nor_overlap() {
    let built = province().built(&[]);
    for path in [
        "index.html",
        "districts/index.html",
        "districts/khueang-nai/index.html",
    ] {
        let html = built.text(path);
        let svg = drawing(html, "map");
        let areas = paths(svg);
        assert_eq!(
            areas.len(),
            if path.contains("nai") { 18 } else { 25 },
            "{path}"
        );
        let mut owners: BTreeMap<(Dot, Dot), usize> = BTreeMap::new();
        for edge in areas.iter().flat_map(|it| edges(it)) {
            *owners.entry(edge).or_default() += 1;
        }
        assert!(
            owners.values().all(|it| *it <= 2),
            "{path}: an edge of three areas"
        );
        let shared = owners.values().filter(|it| **it == 2).count();
        assert!(
            shared > owners.len() / 3,
            "{path}: {shared} of {} edges are shared",
            owners.len()
        );
        // What only one area has is one line around them all, and what it holds is what they hold.
        let mut outer: BTreeMap<Dot, BTreeSet<Dot>> = BTreeMap::new();
        for ((a, b), _) in owners.into_iter().filter(|(_, count)| *count == 1) {
            outer.entry(a).or_default().insert(b);
            outer.entry(b).or_default().insert(a);
        }
        assert!(
            outer.values().all(|it| it.len() == 2),
            "{path}: a line that ends"
        );
        let start = *outer.keys().next().unwrap();
        let mut line = vec![start];
        while let Some(next) = {
            let here = *line.last().unwrap();
            let ends = &outer[&here];
            let before = line.len().checked_sub(2).map(|it| line[it]);
            let forward = ends.iter().find(|it| Some(**it) != before);
            forward.copied().filter(|it| *it != start)
        } {
            line.push(next);
        }
        assert_eq!(line.len(), outer.len(), "{path}: more than one line");
        let held: i64 = areas.iter().flatten().map(|it| twice_area(it).abs()).sum();
        assert_eq!(held, twice_area(&line).abs(), "{path}");
        // All of it is on the drawing.
        let size = svg
            .split("viewBox=\"0 0 ")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (i64, i64) = (width.parse().unwrap(), height.parse().unwrap());
        let is_inside = |(x, y): &Dot| (0..=width).contains(x) && (0..=height).contains(y);
        assert!(areas.iter().flatten().flatten().all(is_inside), "{path}");
        assert!(svg.len() < 24_000, "{path}: {} bytes", svg.len());
    }
}

#[test]
fn a_locator_is_the_outline_of_its_province() {
    let folder = province();
    folder.put(
        "content/centers/khueang-nai/hua-don/center.toml",
        "name = \"ศูนย์หัวดอน\"\nlevel = \"subdistrict\"\n[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n\
         latitude = 15.33\nlongitude = 104.67\n",
    );
    let built = folder.built(&[]);
    let html = built.text("centers/khueang-nai/hua-don/index.html");
    let svg = drawing(html, "locator");
    let paths = paths(svg);
    assert_eq!(paths.len(), 2, "the province and the district");
    assert_eq!(paths[0].len(), 1, "a province in one piece");
    let share = twice_area(&paths[1][0]).abs() * 100 / twice_area(&paths[0][0]).abs();
    assert!((3..=8).contains(&share), "a district of {share} per cent");
    let line: BTreeSet<(Dot, Dot)> = edges(&paths[0]).collect();
    assert!(
        edges(&paths[1]).any(|it| line.contains(&it)),
        "it lies on the rim"
    );
    assert_eq!(svg.matches("<circle").count(), 1);
    assert!(svg.len() < 2_000, "{} bytes", svg.len());
    assert!(html.contains("href=\"geo:15.330000,104.670000?q=15.330000,104.670000\""));
}

/// A centre without coordinates in a sub-district of the real province, or in its district alone.
fn a_center(folder: &Folder, number: usize, place: &str) {
    let toml = format!("name = \"ศูนย์ที่ {number}\"\n{place}");
    folder.put(&format!("content/centers/c{number}/center.toml"), toml);
}

#[test]
fn the_map_of_a_list_has_a_point_for_every_entry_of_a_province_and_none_of_a_country() {
    const SUBDISTRICT: &str =
        "level = \"subdistrict\"\n[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n";
    const DISTRICT: &str = "level = \"district\"\n[location]\ndistrict = \"เขื่องใน\"\n";
    let folder = province();
    // What is not looked at here takes most of the time.
    let site = folder.text("content/site.toml");
    let output = "output = { previews = false, leaflets = false, qr = false, search = false }\n";
    folder.put("content/site.toml", output.to_owned() + &site);
    let mut count = 0;
    for (wanted, links, dots) in [(40, 40, 0), (41, 0, 41), (300, 0, 300), (301, 0, 0)] {
        while count < wanted {
            a_center(
                &folder,
                count,
                if count == 7 { DISTRICT } else { SUBDISTRICT },
            );
            count += 1;
        }
        let built = folder.built(&[]);
        for lang in ["", "en/"] {
            let html = built.text(&format!("{lang}centers/index.html"));
            let svg = drawing(html, "map");
            let places = |tag: &str| {
                let tags = svg.split(tag).skip(1);
                let of = |it: &str| {
                    it.split('>')
                        .next()?
                        .split_once("data-at=\"")?
                        .1
                        .split('"')
                        .next()?
                        .parse()
                        .ok()
                };
                tags.filter_map(of).collect::<BTreeSet<usize>>()
            };
            assert_eq!(places("<a ").len(), links, "{lang} of {wanted}: links");
            assert_eq!(places("<circle ").len(), dots, "{lang} of {wanted}: points");
            assert!(html.contains("href=\"#map\""), "{lang}: no way to the map");
            if wanted > 40 {
                let later = built.text(&format!("{lang}centers/page/2/index.html"));
                let href = format!("href=\"/{lang}centers/#map\"");
                assert!(later.contains(&href), "{lang}: page 2 leads to no map");
            }
        }
    }
}

#[test]
fn a_site_without_outlines_has_no_map() {
    let folder = province();
    folder.remove("content/areas.geojson");
    let built = folder.built(&[]);
    for (path, html) in built.pages() {
        let is_drawn = html.contains("class=\"map\"") || html.contains("locator");
        assert!(!is_drawn, "{path}");
    }
    assert!(built.text("index.html").contains("id=\"district-list\""));
}
