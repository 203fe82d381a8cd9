//! Pixels → a PNG with a palette; a photo on it with as many colours as leave the file small.

use image::RgbImage;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::canvas::{Canvas, MOST_COLORS};
use crate::theme::look::Color;

/// How many colours a photo may have, tried one after the other until the file is small enough.
const PHOTO_COLORS: [usize; 5] = [128, 64, 32, 16, 8];

/// The PNG of a finished canvas, with a photo laid onto its upper left.
pub(super) fn png(mut canvas: Canvas, photo: Option<&RgbImage>, most_bytes: usize) -> Vec<u8> {
    let Some(photo) = photo else {
        return encoded(&canvas);
    };
    let own = canvas.palette.len();
    let mut bytes = Vec::new();
    for colors in PHOTO_COLORS {
        let boxes = Boxes::of(photo, colors.min(MOST_COLORS - own));
        canvas.palette.truncate(own);
        canvas.palette.extend(&boxes.colors);
        let columns = (photo.width() as usize).min(canvas.width);
        let rows = canvas.pixels.chunks_exact_mut(canvas.width);
        for (row, seen) in rows.zip(photo.rows()) {
            for (pixel, seen) in row[..columns].iter_mut().zip(seen) {
                *pixel = (own + boxes.number(seen.0)).min(MOST_COLORS - 1) as u8;
            }
        }
        bytes = encoded(&canvas);
        if bytes.len() <= most_bytes {
            break;
        }
    }
    bytes
}

/// Colours of a photo in boxes of alike ones (median cut), five bits a channel.
struct Boxes {
    /// The average of each box.
    colors: Vec<Color>,
    /// The box of each colour.
    numbers: Vec<u8>,
}

/// Pixels of one colour of five bits a channel.
#[derive(Clone, Copy)]
struct Bin {
    at: usize,
    count: u64,
    sums: [u64; 3],
}

impl Bin {
    /// The middle of its channel.
    fn level(&self, channel: usize) -> usize {
        (self.at >> (10 - 5 * channel)) & 31
    }
}

fn bin_of(color: Color) -> usize {
    color
        .iter()
        .fold(0, |at, it| at << 5 | usize::from(it >> 3))
}

impl Boxes {
    fn of(photo: &RgbImage, most: usize) -> Self {
        let mut all: Vec<Bin> = (0..1 << 15)
            .map(|at| Bin {
                at,
                count: 0,
                sums: [0; 3],
            })
            .collect();
        for pixel in photo.pixels() {
            let bin = &mut all[bin_of(pixel.0)];
            bin.count += 1;
            for (sum, level) in bin.sums.iter_mut().zip(pixel.0) {
                *sum += u64::from(level);
            }
        }
        let mut bins: Vec<Bin> = all.into_iter().filter(|it| it.count > 0).collect();
        let mut numbers = vec![0; 1 << 15];
        if bins.is_empty() {
            return Self {
                colors: Vec::new(),
                numbers,
            };
        }
        // Ranges of `bins`; the one with most pixels spread widest is cut in two.
        let mut boxes = Vec::with_capacity(most);
        boxes.push(0..bins.len());
        while boxes.len() < most {
            let widest = boxes
                .iter()
                .enumerate()
                .filter_map(|(at, range)| {
                    let (channel, spread) = widest_channel(&bins[range.clone()]);
                    let count: u64 = bins[range.clone()].iter().map(|it| it.count).sum();
                    (spread > 0).then_some((spread as u64 * spread as u64 * count, at, channel))
                })
                .max_by_key(|(weight, at, _)| (*weight, std::cmp::Reverse(*at)));
            let Some((_, at, channel)) = widest else {
                break;
            };
            let range = boxes[at].clone();
            let inside = &mut bins[range.clone()];
            inside.sort_unstable_by_key(|it| (it.level(channel), it.at));
            let half: u64 = inside.iter().map(|it| it.count).sum::<u64>() / 2;
            let mut seen = 0;
            let cut = inside.iter().position(|it| {
                seen += it.count;
                seen > half
            });
            let cut = range.start + cut.unwrap_or(0).clamp(1, inside.len() - 1);
            boxes[at] = range.start..cut;
            boxes.push(cut..range.end);
        }
        let mut colors = Vec::with_capacity(boxes.len());
        for (number, range) in boxes.into_iter().enumerate() {
            let bins = &bins[range];
            let count: u64 = bins.iter().map(|it| it.count).sum();
            colors.push(std::array::from_fn(|channel| {
                let sum: u64 = bins.iter().map(|it| it.sums[channel]).sum();
                ((sum + count / 2) / count.max(1)) as u8
            }));
            for bin in bins {
                numbers[bin.at] = number as u8;
            }
        }
        Self { colors, numbers }
    }

    fn number(&self, color: Color) -> usize {
        usize::from(self.numbers[bin_of(color)])
    }
}

/// The channel in which colours differ most, and by how much.
fn widest_channel(bins: &[Bin]) -> (usize, usize) {
    let spread = |channel: usize| {
        let levels = bins.iter().map(|it| it.level(channel));
        let (least, most) = levels.fold((31, 0), |(least, most), it| (it.min(least), it.max(most)));
        most.saturating_sub(least)
    };
    // Eyes tell greens apart best.
    [1, 0, 2]
        .into_iter()
        .map(|channel| (channel, spread(channel)))
        .fold((1, 0), |best, it| if it.1 > best.1 { it } else { best })
}

fn encoded(canvas: &Canvas) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, canvas.width as u32, canvas.height as u32);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(canvas.palette.concat());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    encoder
        .write_header()
        .and_then(|mut it| it.write_image_data(&canvas.pixels))
        .expect(
            "a palette, an index for every pixel and memory to write into are all that a PNG needs",
        );
    bytes
}
