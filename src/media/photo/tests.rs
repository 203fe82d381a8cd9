//! Photos as staff put them there, and what is served of them.
#![expect(clippy::disallowed_methods, reason = "tests put photos onto a disk")]

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::media::picture::{Picture, Recipe};
use crate::testing::Folder;

/// Red above, blue below.
fn flag(width: u32, height: u32) -> DynamicImage {
    let color = |y| {
        if y < height / 2 {
            Rgb([200, 20, 20])
        } else {
            Rgb([20, 20, 200])
        }
    };
    RgbImage::from_fn(width, height, |_, y| color(y)).into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with an EXIF block: turned by 90°, a camera, and a GPS latitude of 15° 14' 42".
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value,
        ]
        .concat()
    };
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend(entry(0x010f, 2, 4, *b"SPY\0")); // maker
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0])); // orientation: turn right
    tiff.extend(entry(0x8825, 4, 1, 50_u32.to_le_bytes())); // where the GPS block is
    tiff.extend(0_u32.to_le_bytes());
    tiff.extend(2_u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, 80_u32.to_le_bytes()));
    tiff.extend(0_u32.to_le_bytes());
    for part in [15_u32, 1, 14, 1, 42, 1] {
        tiff.extend(part.to_le_bytes());
    }
    let mut block = b"Exif\0\0".to_vec();
    block.extend(tiff);
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &block, &jpeg[2..]].concat()
}

struct Room {
    site: Folder,
    store: Arc<Store>,
}

impl Room {
    fn new() -> Self {
        Self::of(Store::kept_in)
    }

    fn of(store: impl FnOnce(PathBuf) -> Store) -> Self {
        let site = Folder::new();
        let store = Arc::new(store(site.path().join(".sala-cache")));
        Self { site, store }
    }

    /// The same site, seen by another run.
    fn again(&mut self, store: impl FnOnce(PathBuf) -> Store) {
        self.store = Arc::new(store(self.site.path().join(".sala-cache")));
    }

    fn prepare(&self, bytes: &[u8]) -> Result<MadePhoto, &'static str> {
        self.site.put("content/a/photo", bytes);
        self.look()
    }

    fn look(&self) -> Result<MadePhoto, &'static str> {
        let path = SitePath::new("content/a/photo");
        let entry = SitePath::new("content/a/center.toml");
        let mut sources = Sources::default();
        let disk = self.site.path().join(path.as_str());
        let size = std::fs::metadata(&disk).map_or(0, |it| it.len());
        sources.files.insert(path.clone(), File { disk, size });
        let place = Place {
            file: entry.clone(),
            span: 7..9,
        };
        let photos = BTreeMap::from([(path.clone(), place.clone())]);
        let mut found = Diagnostics::default();
        let made = prepare(&photos, &sources, &self.store, &|_, _| {}, &mut found);
        match found.sorted()[..] {
            [] => Ok(made.get(&path).unwrap().clone()),
            [only] => {
                assert_eq!(only.place.as_ref(), Some(&place));
                Err(only.problem.code())
            }
            _ => panic!("{found:?}"),
        }
    }

    fn served(&self, form: PhotoForm) -> Vec<u8> {
        let recipe = Recipe::Photo(form);
        let store = Arc::clone(&self.store);
        Picture { recipe, store }.bytes().unwrap()
    }

    fn all(&self, photo: &MadePhoto) -> Vec<Vec<u8>> {
        let forms = photo.forms().into_iter();
        forms.map(|it| self.served(it)).collect()
    }

    /// What lies in the cache, but for the list.
    fn kept(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.site.path().join(".sala-cache")) else {
            return Vec::new();
        };
        let mut kept: Vec<_> = entries.map(|it| it.unwrap().path()).collect();
        kept.retain(|it| it.extension().is_some());
        kept.sort();
        kept
    }
}

#[test]
fn nothing_tells_where_or_with_what_a_photo_was_taken() {
    let room = Room::new();
    let taken = with_exif(&encoded(&flag(64, 32), ImageFormat::Jpeg));
    let mut decoder = ImageReader::new(Cursor::new(&taken))
        .with_guessed_format()
        .unwrap()
        .into_decoder()
        .unwrap();
    assert!(
        decoder.exif_metadata().unwrap().is_some(),
        "the test's own photo has metadata"
    );
    let made = room.prepare(&taken).unwrap();
    // Upright: it was turned right, so what was above is now on the right.
    assert_eq!((made.width, made.height), (32, 64));
    for served in room.all(&made) {
        for trace in [&b"Exif"[..], b"EXIF", b"SPY", b"GPS", b"\xff\xe1"] {
            assert!(
                !served.windows(trace.len()).any(|it| it == trace),
                "{trace:?}"
            );
        }
        let picture = image::load_from_memory(&served).unwrap().into_rgb8();
        assert!(picture.get_pixel(28, 32)[0] > 150 && picture.get_pixel(4, 32)[2] > 150);
    }
}

#[test]
fn photos_come_in_widths_and_keep_their_shape() {
    let room = Room::new();
    let webp = |widths: &[(u32, u32)]| -> Vec<(u32, u32, &str)> {
        widths.iter().map(|it| (it.0, it.1, "webp")).collect()
    };
    for (size, modern, fallback) in [
        (
            (4000, 3000),
            &[(640, 480), (960, 720), (1600, 1200)][..],
            (960, 720),
        ),
        (
            (3000, 4000),
            &[(640, 853), (960, 1280), (1200, 1600)],
            (960, 1280),
        ),
        ((1601, 10), &[(640, 4), (960, 6), (1600, 10)], (960, 6)),
        ((900, 600), &[(640, 427), (900, 600)], (900, 600)),
        ((5, 4000), &[(2, 1600)], (2, 1600)),
        ((300, 200), &[(300, 200)], (300, 200)),
        ((1, 1), &[(1, 1)], (1, 1)),
    ] {
        let made = room
            .prepare(&encoded(&flag(size.0, size.1), ImageFormat::Png))
            .unwrap();
        let mut expected = webp(modern);
        expected.push((fallback.0, fallback.1, "jpg"));
        let forms = made.forms();
        let shapes: Vec<_> = forms
            .iter()
            .map(|it| (it.width, it.height, it.format.extension()))
            .collect();
        assert_eq!(shapes, expected);
        for form in forms {
            let served = image::load_from_memory(&room.served(form.clone())).unwrap();
            assert_eq!((served.width(), served.height()), (form.width, form.height));
        }
    }
}

#[test]
fn modern_forms_are_smaller() {
    let room = Room::new();
    let cloth = RgbImage::from_fn(900, 700, |x, y| {
        let wave = ((x * x + 3 * y * y) / 97 % 256) as u8;
        Rgb([wave, (x / 4) as u8, (y / 3) as u8])
    });
    let made = room
        .prepare(&encoded(&cloth.into(), ImageFormat::Png))
        .unwrap();
    let modern = made.modern().pop().unwrap();
    let (modern, fallback) = (
        room.served(modern).len(),
        room.served(made.fallback()).len(),
    );
    assert!(modern * 10 < fallback * 8, "{modern} and {fallback} bytes");
}

#[test]
fn transparent_pictures_stay_so() {
    let room = Room::new();
    let glass: DynamicImage = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 90])).into();
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let made = room.prepare(&encoded(&glass, format)).unwrap();
        assert_eq!(made.fallback().format, PhotoFormat::Png, "{format:?}");
        for served in room.all(&made) {
            let picture = image::load_from_memory(&served).unwrap().into_rgba8();
            assert_eq!(picture.get_pixel(4, 4)[3], 90);
        }
    }
    for format in [ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Jpeg] {
        let made = room.prepare(&encoded(&flag(8, 8), format)).unwrap();
        assert_eq!(made.fallback().format, PhotoFormat::Jpeg, "{format:?}");
    }
}

#[test]
fn bad_photos_are_reported_where_they_are_named() {
    let room = Room::new();
    let good = encoded(&flag(600, 600), ImageFormat::Png);
    assert_eq!(room.prepare(b"<svg/>"), Err("photo-unreadable"));
    assert_eq!(room.prepare(b""), Err("photo-unreadable"));
    assert_eq!(
        room.prepare(&good[..good.len() / 2]),
        Err("photo-unreadable")
    );
    assert_eq!(room.prepare(&vec![0; 30_000_001]), Err("photo-too-large"));
    // A header that promises 60,000 × 60,000 pixels.
    let mut bomb = good.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let mut check = flate2::Crc::new();
    check.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&check.sum().to_be_bytes());
    assert_eq!(room.prepare(&bomb), Err("photo-too-many-pixels"));
}

#[test]
fn the_cache_is_used_mended_and_never_believed_blindly() {
    let mut room = Room::new();
    let made = room
        .prepare(&encoded(&flag(64, 64), ImageFormat::Png))
        .unwrap();
    let served = room.all(&made);
    let kept = room.kept();
    assert_eq!(kept.len(), served.len());
    let whole: Vec<_> = kept.iter().map(|it| std::fs::read(it).unwrap()).collect();
    for damage in [&whole[0][..20], b"", b"garbage"] {
        std::fs::write(&kept[0], damage).unwrap();
        std::fs::write(room.site.path().join(".sala-cache/photos"), damage).unwrap();
        room.again(Store::kept_in);
        assert_eq!(room.look().unwrap(), made);
        assert_eq!(room.all(&made), served);
        assert_eq!(std::fs::read(&kept[0]).unwrap(), whole[0]);
    }
    std::fs::remove_dir_all(room.site.path().join(".sala-cache")).unwrap();
    assert_eq!(room.look().unwrap(), made);
    assert_eq!(room.all(&made), served, "a long run loses its cache");
}

#[test]
fn a_photo_that_did_not_change_is_not_read_again() {
    let mut room = Room::new();
    let bytes = encoded(&flag(64, 64), ImageFormat::Png);
    room.site.put("content/a/photo", &bytes);
    let disk = room.site.path().join("content/a/photo");
    let is_believed = |room: &Room| {
        let list = std::fs::read_to_string(room.site.path().join(".sala-cache/photos")).unwrap();
        let modified = list.split(' ').nth(2).unwrap();
        modified != "0"
    };
    let made = room.look().unwrap();
    assert!(!is_believed(&room), "it was written this very moment");
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    room.again(Store::kept_in);
    assert_eq!(room.look().unwrap(), made);
    assert!(is_believed(&room));
    room.again(Store::kept_in);
    assert_eq!(room.look().unwrap(), made);
    // Another photo of the same length, with the time of the old one.
    let old = std::fs::metadata(&disk).unwrap().modified().unwrap();
    let mut other = bytes.clone();
    let last = other.len() - 1;
    other[last] ^= 1;
    std::fs::write(&disk, other).unwrap();
    let file = std::fs::File::options().write(true).open(&disk).unwrap();
    file.set_modified(old).unwrap();
    room.again(Store::kept_in);
    assert_ne!(room.look(), Ok(made));
}

#[test]
fn a_cover_shows_the_middle() {
    let wide = RgbImage::from_fn(900, 300, |x, _| {
        Rgb(if (300..600).contains(&x) {
            [20, 120, 40]
        } else {
            [200, 20, 20]
        })
    });
    for (picture, side) in [
        (DynamicImage::from(wide.clone()), 300),
        (DynamicImage::from(wide).rotate90(), 100),
        (
            DynamicImage::from(RgbImage::from_pixel(1, 1, Rgb([20, 120, 40]))),
            9,
        ),
    ] {
        let seen = filling(&encoded(&picture, ImageFormat::Png), (side, side), [0; 3]).unwrap();
        assert_eq!(seen.dimensions(), (side, side));
        assert!(seen.pixels().all(|it| it.0 == [20, 120, 40]));
    }
    // Cut to the shape of a preview's cover, nothing is stretched.
    let round = RgbImage::from_fn(1000, 700, |x, y| {
        let (x, y) = (f64::from(x) - 500.0, f64::from(y) - 350.0);
        Rgb(if x.hypot(y) < 150.0 { [0; 3] } else { [255; 3] })
    });
    let seen = filling(
        &encoded(&round.into(), ImageFormat::Png),
        (380, 630),
        [0; 3],
    )
    .unwrap();
    let dark = |mut pixels: Vec<u8>| {
        pixels.retain(|it| *it < 128);
        pixels.len()
    };
    let across = dark((0..380).map(|x| seen.get_pixel(x, 315)[0]).collect());
    let down = dark((0..630).map(|y| seen.get_pixel(190, y)[0]).collect());
    assert!(
        across.abs_diff(down) <= 2 && across > 250,
        "{across} and {down}"
    );
}

#[test]
fn a_check_writes_nothing() {
    let room = Room::of(Store::read_from);
    let made = room
        .prepare(&encoded(&flag(8, 8), ImageFormat::Png))
        .unwrap();
    assert_eq!((made.width, made.height), (8, 8));
    assert!(!room.site.path().join(".sala-cache").exists());
}

#[test]
fn a_preview_waits_for_no_photo() {
    let room = Room::of(|it| Store::kept_in(it).looking_at_sizes());
    for bytes in [
        encoded(&flag(900, 600), ImageFormat::Jpeg),
        with_exif(&encoded(&flag(900, 600), ImageFormat::Jpeg)),
        encoded(&flag(2000, 1001), ImageFormat::WebP),
    ] {
        let made = room.prepare(&bytes).unwrap();
        assert_eq!(room.kept(), Vec::<PathBuf>::new(), "nothing was made yet");
        let whole = Room::new();
        let same = whole.prepare(&bytes).unwrap();
        assert_eq!((made.width, made.height), (same.width, same.height));
        assert_eq!(made.key, same.key);
        assert_eq!(room.all(&made), whole.all(&same));
        std::fs::remove_dir_all(room.site.path().join(".sala-cache")).unwrap();
    }
    assert_eq!(room.prepare(b"<svg/>"), Err("photo-unreadable"));
}

#[test]
fn photos_are_made_where_nothing_can_be_kept() {
    let room = Room::new();
    room.site
        .put(".sala-cache", b"a file where the folder should be");
    let bytes = encoded(&flag(900, 600), ImageFormat::Jpeg);
    let made = room.prepare(&bytes).unwrap();
    let whole = Room::new();
    let same = whole.prepare(&bytes).unwrap();
    assert_eq!(room.all(&made), whole.all(&same));
}

#[test]
fn a_file_that_ends_before_its_picture_is_told_of_in_every_run() {
    let mut room = Room::new();
    let whole = with_exif(&encoded(&flag(64, 64), ImageFormat::Jpeg));
    assert!(room.prepare(&whole).is_ok());
    let cut = &whole[..whole.len() - 40];
    assert_eq!(room.prepare(cut), Err("photo-cut-short"));
    room.again(Store::kept_in);
    assert_eq!(room.look(), Err("photo-cut-short"), "as remembered");
    // What a camera writes behind the picture is no harm.
    let more = [&whole[..], b"more"].concat();
    assert!(room.prepare(&more).is_ok());
    room.again(|it| Store::kept_in(it).looking_at_sizes());
    let png = encoded(&flag(64, 64), ImageFormat::Png);
    assert_eq!(room.prepare(&png[..png.len() - 20]), Err("photo-cut-short"));
}

/// Who opens a pipe waits for somebody at its other end.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_cache_is_no_list() {
    let mut room = Room::new();
    let photo = encoded(&flag(64, 64), ImageFormat::Png);
    assert!(room.prepare(&photo).is_ok());
    let cache = room.site.path().join(".sala-cache");
    for entry in std::fs::read_dir(&cache).unwrap().flatten() {
        std::fs::remove_file(entry.path()).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(entry.path())
            .status();
        assert!(made.unwrap().success());
    }
    room.again(Store::kept_in);
    let made = room.look().unwrap();
    assert!(!room.served(made.fallback()).is_empty());
}
