//! A photo → what is served of it: bounded, upright, without a trace of camera, place or time.
//!
//! In: the photos that a site shows. Out: where each will stand, its size, and its file in the cache.
//! The cache is keyed by the photo's bytes and the wanted form; losing it costs time and changes no byte of the output.
//! Never holds more than one photo's pixels per worker, and of large photos one at a time.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads photos and keeps what it made of them"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::SitePath;
use crate::model::media::Place;
use crate::source::{File, Sources};

/// The longer side of a photo as served, at most.
const LONGEST_SIDE: u32 = 1600;
/// Quality of JPEG: a third of the bytes of the camera's, no difference that a visitor sees.
const JPEG_QUALITY: u8 = 82;
/// Names what is made of a photo; changes when that changes, so that an old cache is not taken for a new one.
const FORM: &str = "a1600";
/// The largest file.
const LARGEST_FILE: u64 = 30_000_000;
/// The most pixels.
const MOST_PIXELS: u64 = 100_000_000;
/// A photo with more pixels than this is decoded while no other such is.
const LARGE: u64 = 16_000_000;

/// Where made photos are kept between runs, and what is known about files that did not change.
#[derive(Debug, Default)]
pub struct Cache {
    /// The folder; `None` where nothing is kept.
    folder: Option<PathBuf>,
    /// Whether new photos are put into it.
    is_filled: bool,
    /// What was made of a file of this size and time, so that a long-running preview reads no photo twice.
    known: Mutex<BTreeMap<PathBuf, Known>>,
}

/// What was made of a file, and how that file looked from outside.
#[derive(Debug)]
struct Known {
    size: u64,
    modified: Option<SystemTime>,
    made: MadePhoto,
}

impl Cache {
    /// A cache in a folder, which is made when something is put into it.
    #[must_use]
    pub fn kept_in(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            is_filled: true,
            ..Self::default()
        }
    }

    /// A cache that is read and never written: photos that are not in it are looked at, and not kept.
    #[must_use]
    pub fn read_from(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            ..Self::default()
        }
    }
}

/// Every photo of a site as served.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made(BTreeMap<SitePath, MadePhoto>);

/// One photo as served.
#[derive(Clone, Debug, PartialEq)]
pub struct MadePhoto {
    /// Its address, the same for the same picture: `photos/<hash>.jpg`.
    pub address: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its file in the cache; is there unless the cache is only read.
    pub disk: PathBuf,
}

impl Made {
    /// What is served of a photo; `None` where it could not be made, which was reported.
    #[must_use]
    pub fn get(&self, photo: &SitePath) -> Option<&MadePhoto> {
        self.0.get(photo)
    }

    /// All of them, by the photo as staff put it there.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &MadePhoto)> {
        self.0.iter()
    }

    /// A photo that was made elsewhere.
    pub fn insert(&mut self, photo: SitePath, made: MadePhoto) {
        self.0.insert(photo, made);
    }
}

/// Makes what is served of every photo. What is wrong with one is reported where an entry names it.
pub fn prepare(
    photos: &BTreeMap<SitePath, Place>,
    sources: &Sources,
    cache: &Cache,
    progress: &(dyn Fn(usize, usize) + Sync),
    found: &mut Diagnostics,
) -> Made {
    let kept = cache.folder.as_deref().map(entries).unwrap_or_default();
    let is_alone = Mutex::new(());
    let done = AtomicUsize::new(0);
    let all: Vec<_> = photos
        .par_iter()
        .filter_map(|(path, place)| Some((path, place, sources.files.get(path)?)))
        .map(|(path, place, file)| {
            let made = one(file, cache, &kept, &is_alone);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, photos.len());
            (path, place, made)
        })
        .collect();
    let mut made = Made::default();
    for (path, place, one) in all {
        match one {
            Ok(photo) => made.insert(path.clone(), photo),
            Err(problem) => {
                let diagnostic = Diagnostic::error(problem);
                found.push(diagnostic.at(&place.file, place.span.clone()));
            }
        }
    }
    made
}

/// The names in the cache, by what they begin with: the hash of the photo and the form.
fn entries(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    entries
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some((Entry::read(&name)?.key, name)))
        .collect()
}

/// The name of a file of the cache says everything about it: `<hash of the photo>-<form>-<width>x<height>-<hash of the file>.jpg`.
struct Entry {
    key: String,
    width: u32,
    height: u32,
    content: String,
    extension: &'static str,
}

impl Entry {
    fn read(name: &str) -> Option<Self> {
        let (stem, extension) = name.rsplit_once('.')?;
        let extension = match extension {
            "jpg" => "jpg",
            "png" => "png",
            _ => return None,
        };
        let mut parts = stem.split('-');
        let (hash, form) = (parts.next()?, parts.next()?);
        let (width, height) = parts.next()?.split_once('x')?;
        let content = parts.next()?.to_owned();
        if form != FORM || parts.next().is_some() {
            return None;
        }
        Some(Self {
            key: hash.to_owned(),
            width: width.parse().ok()?,
            height: height.parse().ok()?,
            content,
            extension,
        })
    }

    fn name(&self) -> String {
        let Self {
            key,
            width,
            height,
            content,
            extension,
        } = self;
        format!("{key}-{FORM}-{width}x{height}-{content}.{extension}")
    }

    fn made(&self, folder: &Path) -> MadePhoto {
        MadePhoto {
            address: format!("photos/{}.{}", self.key, self.extension),
            width: self.width,
            height: self.height,
            disk: folder.join(self.name()),
        }
    }
}

/// The first 20 hexadecimal digits of a hash: enough for more photos than there are.
fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().to_hex()[..20].to_owned()
}

/// One photo: from memory, from the cache, or made.
fn one(
    file: &File,
    cache: &Cache,
    kept: &BTreeMap<String, String>,
    is_alone: &Mutex<()>,
) -> Result<MadePhoto, Problem> {
    let folder = cache.folder.as_deref().unwrap_or(Path::new(""));
    let metadata =
        std::fs::metadata(&file.disk).map_err(|it| Problem::CannotRead(it.to_string()))?;
    let (size, modified) = (metadata.len(), metadata.modified().ok());
    if size > LARGEST_FILE {
        return Err(Problem::PhotoTooLarge {
            megabytes: size.div_ceil(1_000_000),
            limit: LARGEST_FILE / 1_000_000,
        });
    }
    let known = || cache.known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known().get(&file.disk)
        && (known.size, known.modified) == (size, modified)
        && modified.is_some()
        && (!cache.is_filled || known.made.disk.is_file())
    {
        return Ok(known.made.clone());
    }
    let bytes = std::fs::read(&file.disk).map_err(|it| Problem::CannotRead(it.to_string()))?;
    let key = short_hash(&[FORM.as_bytes(), b"\n", &bytes]);
    let from_cache = kept.get(&key).and_then(|name| {
        let entry = Entry::read(name)?;
        let is_whole = short_hash(&[&std::fs::read(folder.join(name)).ok()?]) == entry.content;
        is_whole.then(|| entry.made(folder))
    });
    let made = if let Some(made) = from_cache {
        made
    } else {
        let (served, entry) = make(&bytes, key, is_alone)?;
        if cache.is_filled {
            keep(folder, &entry.name(), &served)
                .map_err(|it| Problem::PhotoNotKept(it.to_string()))?;
        }
        entry.made(folder)
    };
    known().insert(
        file.disk.clone(),
        Known {
            size,
            modified,
            made: made.clone(),
        },
    );
    Ok(made)
}

/// Puts a file into the cache, whole or not at all.
fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::fs::create_dir_all(folder)?;
    let beside = folder.join(format!("new-{}-{number}", std::process::id()));
    let written = std::fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| std::fs::rename(&beside, folder.join(name)));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Decodes, turns upright, bounds and encodes.
fn make(bytes: &[u8], key: String, is_alone: &Mutex<()>) -> Result<(Vec<u8>, Entry), Problem> {
    let unreadable = |it: image::ImageError| Problem::PhotoUnreadable(it.to_string());
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|it| Problem::PhotoUnreadable(it.to_string()))?;
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(Problem::PhotoTooManyPixels { width, height });
    }
    let _large_ones_wait =
        (pixels > LARGE).then(|| is_alone.lock().unwrap_or_else(PoisonError::into_inner));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits).map_err(unreadable)?;
    let orientation = decoder.orientation().map_err(unreadable)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    let mut picture = bounded(eight_bits(picture));
    picture.apply_orientation(orientation);

    let mut served = Vec::new();
    let extension = if is_transparent(&picture) {
        picture
            .write_with_encoder(PngEncoder::new(&mut served))
            .map_err(unreadable)?;
        "png"
    } else {
        picture
            .to_rgb8()
            .write_with_encoder(JpegEncoder::new_with_quality(&mut served, JPEG_QUALITY))
            .map_err(unreadable)?;
        "jpg"
    };
    let entry = Entry {
        key,
        width: picture.width(),
        height: picture.height(),
        content: short_hash(&[&served]),
        extension,
    };
    Ok((served, entry))
}

/// Eight bits a channel, with an alpha channel only where there was one.
fn eight_bits(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    }
}

/// Whether anything shines through.
fn is_transparent(picture: &DynamicImage) -> bool {
    picture
        .as_rgba8()
        .is_some_and(|it| it.pixels().any(|pixel| pixel.0[3] < u8::MAX))
}

/// Not larger than what is served. Large photos are halved by averaging first, which needs little memory.
fn bounded(picture: DynamicImage) -> DynamicImage {
    let longest = picture.width().max(picture.height());
    if longest <= LONGEST_SIDE {
        return picture;
    }
    let picture = if longest > LONGEST_SIDE * 2 {
        let (width, height) = scaled(&picture, LONGEST_SIDE * 2);
        picture.thumbnail_exact(width, height)
    } else {
        picture
    };
    let (width, height) = scaled(&picture, LONGEST_SIDE);
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

/// Width and height with a given longer side.
fn scaled(picture: &DynamicImage, longest: u32) -> (u32, u32) {
    let (width, height) = (u64::from(picture.width()), u64::from(picture.height()));
    let side = |it: u64| {
        let max = width.max(height);
        ((it * u64::from(longest) + max / 2) / max).max(1) as u32
    };
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TempSite;
    use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

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
        site: TempSite,
        cache: Cache,
    }

    impl Room {
        fn new() -> Self {
            let site = TempSite::new();
            let cache = Cache::kept_in(site.root().join(".sala-cache"));
            Self { site, cache }
        }

        fn prepare(&self, bytes: &[u8]) -> Result<MadePhoto, &'static str> {
            self.site.write("content/a/photo", bytes);
            let path = SitePath::new("content/a/photo");
            let entry = SitePath::new("content/a/center.toml");
            let mut sources = Sources::default();
            let disk = self.site.root().join(path.as_str());
            let size = bytes.len() as u64;
            sources.files.insert(path.clone(), File { disk, size });
            let place = Place {
                file: entry.clone(),
                span: 7..9,
            };
            let photos = BTreeMap::from([(path.clone(), place.clone())]);
            let mut found = Diagnostics::default();
            let made = prepare(&photos, &sources, &self.cache, &|_, _| {}, &mut found);
            match found.sorted()[..] {
                [] => Ok(made.get(&path).unwrap().clone()),
                [only] => {
                    assert_eq!(only.place.as_ref(), Some(&place));
                    Err(only.problem.code())
                }
                _ => panic!("{found:?}"),
            }
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
        let served = std::fs::read(&made.disk).unwrap();
        for trace in [&b"Exif"[..], b"SPY", b"GPS", b"\xff\xe1"] {
            assert!(
                !served.windows(trace.len()).any(|it| it == trace),
                "{trace:?}"
            );
        }
        // Upright: it was turned right, so what was above is now on the right.
        assert_eq!((made.width, made.height), (32, 64));
        let picture = image::load_from_memory(&served).unwrap().into_rgb8();
        assert!(picture.get_pixel(28, 32)[0] > 150 && picture.get_pixel(4, 32)[2] > 150);
    }

    #[test]
    fn photos_are_bounded_and_keep_their_shape() {
        let room = Room::new();
        for (size, expected) in [
            ((4000, 3000), (1600, 1200)),
            ((1601, 10), (1600, 10)),
            ((5, 4000), (2, 1600)),
            ((300, 200), (300, 200)),
        ] {
            let made = room
                .prepare(&encoded(&flag(size.0, size.1), ImageFormat::Png))
                .unwrap();
            assert_eq!((made.width, made.height), expected);
            assert!(
                made.address.contains(".jpg"),
                "a picture without transparency"
            );
            assert_eq!(image::image_dimensions(&made.disk).unwrap(), expected);
        }
    }

    #[test]
    fn transparent_pictures_stay_so() {
        let room = Room::new();
        let glass: DynamicImage = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 90])).into();
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let made = room.prepare(&encoded(&glass, format)).unwrap();
            assert!(made.address.contains(".png"), "{format:?}");
        }
        for format in [ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Jpeg] {
            let made = room.prepare(&encoded(&flag(8, 8), format)).unwrap();
            assert!(made.address.contains(".jpg"), "{format:?}");
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
        let room = Room::new();
        let bytes = encoded(&flag(64, 64), ImageFormat::Png);
        let made = room.prepare(&bytes).unwrap();
        let served = std::fs::read(&made.disk).unwrap();
        for damage in [&served[..20], b"", b"garbage"] {
            std::fs::write(&made.disk, damage).unwrap();
            let fresh = Room {
                site: TempSite::new(),
                cache: Cache::kept_in(room.site.root().join(".sala-cache")),
            };
            assert_eq!(fresh.prepare(&bytes).unwrap(), made);
            assert_eq!(std::fs::read(&made.disk).unwrap(), served);
        }
        std::fs::remove_file(&made.disk).unwrap();
        assert_eq!(room.prepare(&bytes).unwrap(), made);
        assert!(
            made.disk.is_file(),
            "what a long run remembers is still looked for"
        );
    }

    #[test]
    fn a_check_writes_nothing() {
        let mut room = Room::new();
        room.cache = Cache::read_from(room.site.root().join(".sala-cache"));
        let made = room
            .prepare(&encoded(&flag(8, 8), ImageFormat::Png))
            .unwrap();
        assert_eq!((made.width, made.height), (8, 8));
        assert!(!room.site.root().join(".sala-cache").exists());
    }
}
