//! What a page is about → the picture that LINE and Facebook show for a link to it: 1200 × 630 pixels.
//!
//! In: a [`Drawing`], words and a cover. Out: a PNG, the same bytes on every machine: letters are shaped and outlined by code of the
//! program, with a font of the program, and no step depends on what a processor can do.
//! Never: a disk, and nothing that a page would not say.

mod canvas;
mod palette;
#[cfg(test)]
mod tests;
mod text;

use image::RgbImage;

use crate::locale::excerpt::excerpt;
use crate::theme::look::{Color, Colors};
use crate::theme::pattern::{HALF, Pattern, Thread};
use canvas::{Canvas, mixed};
use text::{Type, Weight};

/// Width in pixels.
pub const WIDTH_PX: u32 = 1200;
/// Height in pixels.
pub const HEIGHT_PX: u32 = 630;
/// How many bytes a picture may have.
pub const MOST_BYTES: usize = 200_000;
/// Width of the photo, or of the pattern that stands where there is none.
pub const COVER_WIDTH_PX: u32 = 380;

/// Part of the name of every picture: another one for another way of drawing, so that none is taken for what it was.
const VERSION: &[u8] = b"sala preview 4";

/// What a preview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The name of the site, above everything; none on its own picture.
    pub site: Option<String>,
    /// What it is: a kind or a level.
    pub kind: Option<String>,
    /// Its name, as large as fits.
    pub title: String,
    /// Where it is.
    pub place: Option<String>,
    /// What its pattern is drawn from.
    pub key: String,
    /// The dye of its topic, of six; none for that of its pattern.
    pub dye: Option<usize>,
    /// The colours of the look.
    pub colors: Colors,
}

/// The sign of the site, 48 units wide: the roof of a sala above two rivers.
const ROOF: &str = "M24 2.5c2 5.5 6.5 10.5 13 13.5H11c6.5-3 11-8 13-13.5zM10 18h28c1.8 2.4 4.2 4 7.3 5-.8 1.3-2.3 2-4.3 2H7c-2 0-3.5-.7-4.3-2 3.1-1 5.5-2.6 7.3-5zM11.5 25H15v8.5h-3.5zM33 25h3.5v8.5H33zM22.2 25h3.6v8.5h-3.6z";
const MUN: &str = "M4 37.5c3.3-2.6 6.7-2.6 10 0s6.7 2.6 10 0";
const MEKONG: &str = "M24 37.5c3.3-2.6 6.7-2.6 10 0s6.7 2.6 10 0M4 43.5c3.3-2.6 6.7-2.6 10 0s6.7 2.6 10 0 6.7-2.6 10 0 6.7 2.6 10 0";

/// Where words begin and how wide they may be: what cuts a square out of the middle still shows how lines begin.
const LEFT: f32 = 444.0;
const MEASURE: f32 = 700.0;
/// More of a text is not looked at: no picture holds more.
const MOST_CHARACTERS: usize = 160;
/// The most lines of a name.
const TITLE_LINES: usize = 4;
/// How far lines of a name stand apart: Thai marks need room above and below.
const LEADING: f32 = 1.42;

impl Drawing {
    /// The name of the picture: another one for everything that would look different. `cover` names the photo.
    #[must_use]
    pub fn hash(&self, cover: Option<&str>) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        let dye = self.dye.map(|it| it.to_string());
        let parts = [
            self.site.as_deref(),
            self.kind.as_deref(),
            Some(self.title.as_str()),
            self.place.as_deref(),
            Some(self.key.as_str()),
            dye.as_deref(),
            cover,
        ];
        hasher.update(VERSION);
        for part in parts {
            // A length before each part: no two drawings are one text.
            let length = part.map_or(u64::MAX, |it| it.len() as u64);
            hasher.update(&length.to_le_bytes());
            hasher.update(part.unwrap_or_default().as_bytes());
        }
        if self.colors != Colors::built_in() {
            for color in self.colors.all() {
                hasher.update(&color);
            }
        }
        hasher.finalize()
    }

    /// The picture, as a PNG. A cover is as wide as [`COVER_WIDTH_PX`] and as high as the picture.
    #[must_use]
    pub fn png(&self, cover: Option<&RgbImage>) -> Vec<u8> {
        let mut canvas = Canvas::new(WIDTH_PX as usize, HEIGHT_PX as usize, self.colors.deep);
        if cover.is_none() {
            self.pattern(&mut canvas);
        }
        hem(&mut canvas, self.colors.gold);
        self.write(&mut canvas);
        palette::png(canvas, cover, MOST_BYTES)
    }

    /// The pattern of the name: six pixels a thread.
    fn pattern(&self, canvas: &mut Canvas) {
        const CELL: i32 = 6;
        /// How much every other thread of the ground shines.
        const SHEEN: u8 = 13;
        let pattern = Pattern::of(&self.key);
        let Colors {
            dyes,
            field,
            corner,
            flowers,
            ..
        } = &self.colors;
        let ground = dyes[self.dye.unwrap_or(pattern.dye) % dyes.len()];
        let laid = |(thread, cover): (Color, u8)| mixed(ground, thread, cover.into());
        let (width, height) = (COVER_WIDTH_PX.cast_signed(), HEIGHT_PX.cast_signed());
        let (columns, rows) = (width / CELL + 1, height / CELL + 1);
        // A whole lozenge further down the pattern is the same again.
        let repeated = (2 * HALF).min(rows);
        for row in 0..repeated {
            for column in 0..columns {
                let color = match pattern.thread_at(column - columns / 2, row - rows / 2) {
                    Some(Thread::Field) => laid(*field),
                    Some(Thread::Corner) => laid(*corner),
                    Some(Thread::Flower) => flowers[pattern.thread % flowers.len()],
                    None if column % 2 == 0 => laid((field.0, SHEEN)),
                    None => ground,
                };
                let (x, y) = (column * CELL, row * CELL);
                canvas.fill((x, y), (CELL.min(width - x), CELL), color);
            }
        }
        canvas.repeat_down((repeated * CELL) as usize, width as usize);
    }

    fn write(&self, canvas: &mut Canvas) {
        let short = |it: &Option<String>| it.as_ref().map(|it| excerpt(it, MOST_CHARACTERS));
        let (site, kind, place) = (short(&self.site), short(&self.kind), short(&self.place));
        let title = excerpt(&self.title, MOST_CHARACTERS);
        let regular = |size_px| Type {
            weight: Weight::Regular,
            size_px,
        };
        let bold = |size_px| Type {
            weight: Weight::Bold,
            size_px,
        };
        let mark = match &site {
            Some(site) => {
                let head = regular(27.0);
                let lines = head.at_most(2, site, MEASURE - 92.0);
                let middle = 84.0 - lines.len() as f32 * 19.0;
                write_lines(
                    canvas,
                    head,
                    &lines,
                    (LEFT + 88.0, middle + 29.0),
                    38.0,
                    self.colors.quiet,
                );
                (48.0, 1.45)
            }
            None => (64.0, 2.2),
        };
        draw_mark(canvas, (LEFT, mark.0), mark.1, &self.colors);

        let (letters, lines, leading) = fitting(&title);
        let places = place.map_or_else(Vec::new, |it| regular(32.0).at_most(2, &it, MEASURE));
        let kinds = kind.map_or_else(Vec::new, |it| bold(29.0).at_most(1, &it, MEASURE));
        let (kind_height, place_height) = (kinds.len() as f32 * 54.0, places.len() as f32 * 47.0);
        let height = kind_height + lines.len() as f32 * leading + place_height;
        let top = if site.is_some() { 130.0 } else { 190.0 };
        let mut y = top + ((HEIGHT_PX as f32 - 40.0 - top - height) / 2.0).max(0.0);
        write_lines(
            canvas,
            bold(29.0),
            &kinds,
            (LEFT, y + 36.0),
            54.0,
            self.colors.gold,
        );
        y += kind_height;
        let baseline = y + leading * 0.74;
        write_lines(
            canvas,
            letters,
            &lines,
            (LEFT, baseline),
            leading,
            self.colors.cotton,
        );
        y += lines.len() as f32 * leading;
        write_lines(
            canvas,
            regular(32.0),
            &places,
            (LEFT, y + 42.0),
            47.0,
            self.colors.quiet,
        );
    }
}

/// The largest letters in which a name fits, its lines, and how far they stand apart. Somewhat smaller ones are better where they let
/// every line end with a phrase.
fn fitting(title: &str) -> (Type, Vec<String>, f32) {
    let bold = |size_px| Type {
        weight: Weight::Bold,
        size_px,
    };
    let mut largest = None;
    for (size_px, most) in [
        (84.0, 1),
        (74.0, 2),
        (66.0, 2),
        (60.0, 3),
        (56.0, 3),
        (52.0, 3),
    ] {
        let letters = bold(size_px);
        let lines = letters.lines(title, MEASURE);
        // A word that is too long for a line is a reason for smaller letters, too.
        if lines.len() > most || !letters.has_room_for_words(title, MEASURE) {
            continue;
        }
        let own: Vec<String> = lines.iter().map(|it| (*it).to_owned()).collect();
        if ends_phrases(title, &lines) {
            return (letters, own, size_px * LEADING);
        }
        largest.get_or_insert((letters, own, size_px * LEADING));
    }
    largest.unwrap_or_else(|| {
        let small = bold(45.0);
        let lines = small.at_most(TITLE_LINES, title, MEASURE);
        (small, lines, small.size_px * LEADING)
    })
}

/// Whether every line ends where a phrase does.
fn ends_phrases(title: &str, lines: &[&str]) -> bool {
    lines.iter().all(|line| {
        let start = line.as_ptr() as usize - title.as_ptr() as usize;
        text::ends_phrase(title, start + line.len())
    })
}

/// Eave boards between cover and words.
fn hem(canvas: &mut Canvas, gold: Color) {
    const STEP: i32 = 6;
    let x = COVER_WIDTH_PX.cast_signed();
    let height = HEIGHT_PX.cast_signed();
    canvas.fill((x, 0), (STEP, height), gold);
    for row in 0..height / STEP {
        let depth = 4 - ((row % 8) - 4).abs();
        canvas.fill((x + 2 * STEP, row * STEP), (depth * STEP, STEP), gold);
    }
}

fn draw_mark(canvas: &mut Canvas, (x, y): (f32, f32), scale: f32, colors: &Colors) {
    canvas.draw_svg(ROOF, None, (x, y), scale, colors.gold);
    canvas.draw_svg(MUN, Some(2.6), (x, y), scale, colors.rivers[0]);
    canvas.draw_svg(MEKONG, Some(2.6), (x, y), scale, colors.rivers[1]);
}

fn write_lines(
    canvas: &mut Canvas,
    letters: Type,
    lines: &[String],
    (x, mut baseline): (f32, f32),
    leading: f32,
    color: Color,
) {
    for line in lines {
        canvas.fill_outlines(&letters.outlines(line, (x, baseline)), color);
        baseline += leading;
    }
}
