//! Photos, previews and QR codes of a whole site: each is there, is what a page says, and costs nothing a second time.

use std::collections::BTreeSet;
use std::fs;
use std::time::SystemTime;

use crate::fixture::{fixture, showcase};
use crate::folder::Folder;

/// A picture of one colour, as PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([180, 120, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// Values of an attribute, in order.
fn values<'a>(html: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    let parts = html.split(before).skip(1);
    parts.map(|it| it.split('"').next().unwrap())
}

fn base_url(folder: &Folder) -> String {
    let settings = folder.text("content/site.toml");
    let url = values(&settings, "base_url = \"").next().unwrap();
    url.to_owned()
}

/// A code as a telephone sees it, two pixels a module.
fn read_code(svg: &str) -> String {
    let side: usize = values(svg, "viewBox=\"0 0 ")
        .next()
        .and_then(|it| it.split(' ').next()?.parse().ok())
        .unwrap();
    let mut is_dark = vec![vec![false; side]; side];
    let path = values(svg, "stroke=\"#000\" d=\"").next().unwrap();
    let (mut x, mut y) = (0, 0);
    for step in path
        .split_inclusive(|it: char| it.is_alphabetic())
        .collect::<Vec<_>>()
        .windows(2)
    {
        let numbers = step[1].trim_end_matches(|it: char| it.is_alphabetic());
        let first = numbers.split(' ').next().unwrap();
        match step[0].chars().last().unwrap() {
            'M' => {
                let row = numbers.split(' ').nth(1).unwrap().trim_end_matches(".5");
                (x, y) = (first.parse().unwrap(), row.parse().unwrap());
            }
            'm' => x += first.parse::<usize>().unwrap(),
            _ => {
                let end = x + first.parse::<usize>().unwrap();
                is_dark[y][x..end].fill(true);
                x = end;
            }
        }
    }
    let seen = |x: usize, y: usize| if is_dark[y / 2][x / 2] { 0 } else { 255 };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side * 2, side * 2, seen);
    let codes = seen.detect_grids();
    assert_eq!(codes.len(), 1);
    codes[0].decode().unwrap().1
}

#[test]
fn codes_lead_to_pages_of_the_site() {
    let folder = showcase();
    let base_url = base_url(&folder);
    let built = folder.built(&[]);
    let mut count = 0;
    for (path, _) in built.iter().filter(|it| it.0.ends_with("/qr.svg")) {
        let page = path.replace("qr.svg", "index.html");
        let address = read_code(built.text(path));
        let expected = format!("{base_url}{}", page.replace("index.html", ""));
        assert_eq!(address, expected);
        let canonical = format!("<link rel=\"canonical\" href=\"{address}\">");
        assert!(built.text(&page).contains(&canonical), "{page}");
        count += 1;
    }
    assert_eq!(count, 10);
}

#[test]
fn every_page_names_a_preview_that_is_there() {
    let folder = showcase();
    let base_url = base_url(&folder);
    let built = folder.built(&[]);
    let mut own = BTreeSet::new();
    for (path, html) in built.pages() {
        let Some(url) = values(html, "property=\"og:image\" content=\"").next() else {
            continue; // a page at an old address
        };
        let address = url.strip_prefix(&base_url).unwrap();
        assert!(built.contains_key(address), "{path} names {address}");
        for (measure, expected) in [("width", "1200"), ("height", "630")] {
            let named = format!("property=\"og:image:{measure}\" content=\"");
            assert_eq!(values(html, &named).next(), Some(expected), "{path}");
        }
        let alt = values(html, "property=\"og:image:alt\" content=\"").next();
        assert!(alt.is_some_and(|it| !it.is_empty()), "{path}");
        let folder = path.rsplit_once('/').map_or("", |it| it.0);
        let is_paper = ["leaflet", "poster", "sheet"].contains(&folder.rsplit('/').next().unwrap());
        if path.replace("index.html", "share.png") == address {
            own.insert(address.to_owned());
        } else if is_paper {
            let record = folder.rsplit_once('/').unwrap().0;
            assert_eq!(address, format!("{record}/share.png"));
        } else {
            let home = if path.starts_with("en/") {
                "en/share.png"
            } else {
                "share.png"
            };
            assert_eq!(address, home, "{path}");
        }
    }
    let drawn: BTreeSet<String> = built
        .keys()
        .filter(|it| it.ends_with("share.png"))
        .cloned()
        .collect();
    assert_eq!(own, drawn, "those that are drawn are those that are named");
    for kind in [
        "centers/khueang-nai/share.png",
        "/indigo/share.png",
        "districts/khueang-nai/share.png",
    ] {
        assert!(own.iter().any(|it| it.ends_with(kind)), "{kind}");
    }
    for address in &drawn {
        let bytes = &built[address];
        assert!(bytes.len() < 200_000, "{address}: {} bytes", bytes.len());
        let picture = image::load_from_memory(bytes).unwrap();
        assert_eq!(
            (picture.width(), picture.height()),
            (1200, 630),
            "{address}"
        );
    }
    assert_ne!(built["share.png"], built["en/share.png"]);
}

#[test]
fn a_site_without_previews_names_the_picture_of_its_theme() {
    let folder = showcase();
    folder.replace("content/site.toml", "previews = true", "previews = false");
    folder.replace("content/site.toml", "qr = true", "qr = false");
    let built = folder.built(&[]);
    assert!(
        !built
            .keys()
            .any(|it| it.ends_with("share.png") || it.ends_with("qr.svg"))
    );
    let url = values(built.text("index.html"), "property=\"og:image\" content=\"").next();
    assert_eq!(
        url,
        Some(format!("{}preview.png", base_url(&folder)).as_str())
    );
}

#[test]
fn pages_offer_photos_in_widths() {
    let folder = showcase();
    let photo = "content/centers/khueang-nai/hua-don/photos/wide.png";
    folder.put(photo, png(2000, 1200));
    let path = "content/centers/khueang-nai/hua-don/center.md";
    let story = folder.text(path);
    folder.put(path, format!("{story}\n\n![ทุ่งนา](photos/wide.png)\n"));
    let built = folder.built(&[]);
    let html = built.text("centers/khueang-nai/hua-don/index.html");
    let at = html.find("alt=\"ทุ่งนา\"").unwrap();
    let start = html[..at].rfind("<picture>").unwrap();
    let picture = &html[start..at + html[at..].find("</picture>").unwrap()];
    let srcset = values(picture, "<source type=\"image/webp\" srcset=\"")
        .next()
        .unwrap();
    let widths: Vec<&str> = srcset
        .split(", ")
        .map(|it| it.split(' ').nth(1).unwrap())
        .collect();
    assert_eq!(widths, ["640w", "960w", "1600w"]);
    assert!(
        picture.contains("width=\"1600\" height=\"960\" loading=\"lazy\""),
        "{picture}"
    );
    let prefix = base_url(&folder);
    let prefix = prefix.find("://").map(|it| &prefix[it + 3..]).unwrap();
    let prefix = &prefix[prefix.find('/').unwrap()..];
    let fallback = values(picture, "<img src=\"").next().unwrap();
    let candidates = srcset.split(", ").map(|it| it.split(' ').next().unwrap());
    for (href, width) in candidates.chain([fallback]).zip([640, 960, 1600, 960]) {
        let served = &built[href.strip_prefix(prefix).unwrap()];
        assert_eq!(image::load_from_memory(served).unwrap().width(), width);
    }
}

/// When the files of the cache were last written.
fn cache_times(folder: &Folder) -> Vec<(String, SystemTime)> {
    let entries = fs::read_dir(folder.path().join(".sala-cache")).unwrap();
    let mut times: Vec<_> = entries
        .map(|it| it.unwrap())
        .filter(|it| it.path().extension().is_some())
        .map(|it| {
            let name = it.file_name().into_string().unwrap();
            (name, it.metadata().unwrap().modified().unwrap())
        })
        .collect();
    times.sort();
    times
}

#[test]
fn the_cache_changes_no_byte_and_is_filled_once() {
    let folder = showcase();
    let first = folder.built(&[]);
    let kept = cache_times(&folder);
    assert!(!kept.is_empty());
    assert_eq!(folder.built(&["--jobs", "1"]), first);
    assert_eq!(cache_times(&folder), kept, "nothing is made twice");
    // The cache serves another output folder.
    folder.forget_output();
    assert_eq!(folder.built(&[]), first);
    assert_eq!(cache_times(&folder), kept);
    // Without it everything is made again, and the same.
    folder.remove(".sala-cache");
    folder.forget_output();
    assert_eq!(folder.built(&[]), first);
    // Where it cannot be, the site is built all the same.
    folder.remove(".sala-cache");
    folder.forget_output();
    folder.put(".sala-cache", "in the way of the folder");
    assert_eq!(folder.built(&[]), first);
}

#[test]
fn pictures_that_went_missing_come_back() {
    let folder = showcase();
    let first = folder.built(&[]);
    folder.remove("public/share.png");
    let photo = first.keys().find(|it| it.starts_with("photos/")).unwrap();
    folder.remove(&format!("public/{photo}"));
    folder.remove(".sala-cache");
    assert_eq!(folder.built(&[]), first);
}

#[test]
fn what_no_build_used_for_a_month_leaves_the_cache() {
    let folder = showcase();
    let first = folder.built(&[]);
    let cache = folder.path().join(".sala-cache");
    let names = || -> BTreeSet<String> {
        let times = cache_times(&folder).into_iter();
        times.map(|(name, _)| name).collect()
    };
    let kept = names();
    let of_cover: BTreeSet<String> = {
        // What changes when the cover does: its forms, and the previews that it stands on.
        folder.put(
            "content/centers/khueang-nai/hua-don/cover.png",
            png(640, 480),
        );
        folder.built(&[]);
        let now = names();
        assert!(now.is_superset(&kept), "nothing goes before its time");
        now.difference(&kept).cloned().collect()
    };
    assert!(!of_cover.is_empty());
    let long_ago = SystemTime::now() - std::time::Duration::from_secs(40 * 24 * 60 * 60);
    for name in names() {
        let file = fs::File::options().write(true).open(cache.join(name));
        file.unwrap().set_modified(long_ago).unwrap();
    }
    let cover = "content/centers/khueang-nai/hua-don/cover.png";
    folder.put(cover, &fixture("showcase-plain").site().files[cover]);
    assert_eq!(folder.built(&[]), first);
    assert_eq!(names(), kept);
}
