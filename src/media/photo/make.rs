//! Bytes of a photo → pixels → the forms that are served.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::form::{MadePhoto, PhotoForm, PhotoFormat, WIDTHS};
use crate::diagnostic::Problem;
use crate::media::known_photos::PhotoFacts;
use crate::media::store::{Store, locked};

/// The longer side of a photo as served, at most.
const LONGEST_SIDE: u32 = 1600;
/// Quality of JPEG: a third of the bytes of the camera's, no difference that a visitor sees.
const JPEG_QUALITY: u8 = 80;
/// Quality of WebP, which looks the same with half of that; of the smallest form, which fine screens show small.
const WEBP_QUALITY: [f32; 2] = [76.0, 72.0];
/// How long WebP thinks, of 6: twice as long saves one byte in twenty, on the way to a phone alone worth the time.
const WEBP_EFFORT: [i32; 2] = [2, 4];
/// The most pixels.
const MOST_PIXELS: u64 = 100_000_000;
/// A photo with more pixels than this is decoded while no other such is.
const LARGE: u64 = 16_000_000;

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is what `map_err` hands over"
)]
fn unreadable(error: image::ImageError) -> Problem {
    Problem::PhotoUnreadable(error.to_string())
}

/// A decoder that knows the size, and stops before it needs more memory than a photo may.
fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder, Problem> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|it| Problem::PhotoUnreadable(it.to_string()))?;
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Problem::PhotoTooManyPixels { width, height });
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits).map_err(unreadable)?;
    Ok(decoder)
}

/// What a page needs to know of a photo, read from its beginning. One that may be transparent is opened.
pub(super) fn looked_at(bytes: &[u8], store: &Store) -> Result<PhotoFacts, Problem> {
    let mut decoder = decoder(bytes)?;
    if decoder.color_type().has_alpha() {
        return Ok(facts(&opened(bytes, store)?));
    }
    let orientation = decoder.orientation().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let (width, height) = bounds(width, height);
    let is_turned = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) = if is_turned {
        (height, width)
    } else {
        (width, height)
    };
    Ok(PhotoFacts {
        width,
        height,
        is_transparent: false,
        is_whole: false,
        is_cut_short: false,
    })
}

/// Whether a file ends before its picture does, as after a copy that was broken off: decoders fill the rest with grey.
pub(super) fn is_cut_short(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xd8") {
        return !jpeg_ends(bytes).unwrap_or(false);
    }
    if bytes.starts_with(b"\x89PNG") {
        return !png_ends(bytes).unwrap_or(false);
    }
    let riff = bytes.strip_prefix(b"RIFF").and_then(|it| it.get(..4));
    let size = riff
        .and_then(|it| it.try_into().ok())
        .map(u32::from_le_bytes);
    size.is_some_and(|size| bytes.len() < size as usize + 8)
}

/// Whether the mark of the end follows the beginning of the pixels; in what stands before, a small picture may have its own.
fn jpeg_ends(bytes: &[u8]) -> Option<bool> {
    let mut at = 2;
    loop {
        while bytes.get(at..at + 2)? == b"\xff\xff" {
            at += 1;
        }
        let &[0xff, mark] = bytes.get(at..at + 2)? else {
            return None;
        };
        if mark == 0xda {
            return Some(bytes[at..].windows(2).any(|it| it == b"\xff\xd9"));
        }
        let length = bytes.get(at + 2..at + 4)?;
        at += 2 + usize::from(u16::from_be_bytes(length.try_into().ok()?));
    }
}

/// Whether the last of its chunks is there.
fn png_ends(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        if bytes.get(at + 4..at + 8)? == b"IEND" {
            return Some(true);
        }
        at = at.checked_add(12)?.checked_add(length as usize)?;
    }
}

/// Decodes, bounds and turns upright.
pub(super) fn opened(bytes: &[u8], store: &Store) -> Result<DynamicImage, Problem> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let is_large = u64::from(width) * u64::from(height) > LARGE;
    let _large_ones_wait = is_large.then(|| locked(&store.is_alone));
    let orientation = decoder.orientation().map_err(unreadable)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    let mut picture = bounded(eight_bits(picture));
    if let Some(profile) = profile {
        to_srgb(&mut picture, &profile);
    }
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Colours as every screen shows them: what is served has no profile, and telephones and cameras have wider ones than the web.
/// A profile that cannot be read, or that is of other inks than red, green and blue, changes nothing.
fn to_srgb(picture: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let (layout, pixels): (_, &mut [u8]) = match picture {
        DynamicImage::ImageRgb8(it) => (Layout::Rgb, it),
        DynamicImage::ImageRgba8(it) => (Layout::Rgba, it),
        _ => return,
    };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    if let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, options) {
        let written = pixels.to_vec();
        if transform.transform(&written, pixels).is_err() {
            pixels.copy_from_slice(&written);
        }
    }
}

/// What a page needs to know of a picture.
pub(super) fn facts(picture: &DynamicImage) -> PhotoFacts {
    PhotoFacts {
        width: picture.width(),
        height: picture.height(),
        is_transparent: is_transparent(picture),
        is_whole: true,
        is_cut_short: false,
    }
}

/// Every form of a picture, each made smaller from the one before.
pub(super) fn forms(
    picture: DynamicImage,
    photo: &MadePhoto,
) -> Result<Vec<(PhotoForm, Vec<u8>)>, Problem> {
    let mut picture = if photo.is_transparent {
        picture
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    let mut all = photo.forms();
    all.sort_by_key(|it| std::cmp::Reverse(it.width));
    let mut made = Vec::with_capacity(all.len());
    for form in all {
        if form.width < picture.width() {
            picture = picture.resize_exact(form.width, form.height, FilterType::CatmullRom);
        }
        let bytes = encoded(&picture, form.format)?;
        made.push((form, bytes));
    }
    Ok(made)
}

fn encoded(picture: &DynamicImage, format: PhotoFormat) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    match format {
        PhotoFormat::WebP => {
            let failed = || Problem::PhotoUnreadable("WebP".to_owned());
            let mut config = webp::WebPConfig::new().map_err(|()| failed())?;
            let is_for_phones = usize::from(picture.width() <= WIDTHS[0]);
            config.quality = WEBP_QUALITY[is_for_phones];
            config.method = WEBP_EFFORT[is_for_phones];
            let encoder = webp::Encoder::from_image(picture).map_err(|_| failed())?;
            bytes = encoder
                .encode_advanced(&config)
                .map_err(|_| failed())?
                .to_vec();
        }
        PhotoFormat::Jpeg => picture
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
            .map_err(unreadable)?,
        PhotoFormat::Png => picture
            .write_with_encoder(PngEncoder::new(&mut bytes))
            .map_err(unreadable)?,
    }
    Ok(bytes)
}

/// A form of a photo that fills an area, cut at its sides.
pub fn filling(
    form: &[u8],
    (width, height): (u32, u32),
    ground: [u8; 3],
) -> Result<RgbImage, Problem> {
    let picture = image::load_from_memory(form).map_err(unreadable)?;
    // Cut first: what is not seen need not be made smaller.
    let part = |of: u32, wide: u32, high: u32| {
        (u64::from(of) * u64::from(wide) / u64::from(high)).max(1) as u32
    };
    let wide = picture.width().min(part(picture.height(), width, height));
    let high = picture.height().min(part(picture.width(), height, width));
    let (left, top) = ((picture.width() - wide) / 2, (picture.height() - high) / 2);
    let seen = picture.crop_imm(left, top, wide, high);
    let filled = seen.resize_exact(width, height, FilterType::CatmullRom);
    let DynamicImage::ImageRgba8(seen) = filled else {
        return Ok(filled.into_rgb8());
    };
    Ok(RgbImage::from_fn(width, height, |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let alpha = u16::from(alpha);
        let mixed = |ink: u8, ground: u8| {
            ((u16::from(ink) * alpha + u16::from(ground) * (255 - alpha)) / 255) as u8
        };
        let [a, b, c] = ground;
        image::Rgb([mixed(red, a), mixed(green, b), mixed(blue, c)])
    }))
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

/// Not larger than what is served. Large photos are made smaller by averaging, which needs little memory and time.
fn bounded(picture: DynamicImage) -> DynamicImage {
    let (width, height) = bounds(picture.width(), picture.height());
    if (width, height) == (picture.width(), picture.height()) {
        picture
    } else if picture.width().max(picture.height()) >= LONGEST_SIDE * 2 {
        picture.thumbnail_exact(width, height)
    } else {
        picture.resize_exact(width, height, FilterType::CatmullRom)
    }
}

/// Width and height of what is served.
fn bounds(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= LONGEST_SIDE {
        return (width, height);
    }
    let (max, to) = (u64::from(longest), u64::from(LONGEST_SIDE));
    let side = |it: u32| ((u64::from(it) * to + max / 2) / max).max(1) as u32;
    (side(width), side(height))
}
