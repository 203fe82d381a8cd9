//! Pixels, and what is laid onto them: areas, letters, a photo. A pixel is the number of its colour in a palette from the beginning:
//! there are few colours, a file with a palette is a quarter of one without, and nothing has to look for them afterwards.

use std::collections::HashMap;

use zeno::{Cap, Command, Mask, Placement, Stroke, Transform};

use crate::theme::look::Color;

/// The most colours of a palette.
pub(super) const MOST_COLORS: usize = 256;
/// Steps from ground to ink at the edge of a letter: enough to look smooth.
const STEPS: usize = 16;

/// A picture in the making.
pub(super) struct Canvas {
    pub width: usize,
    pub height: usize,
    /// Numbers of colours, row by row.
    pub pixels: Vec<u8>,
    pub palette: Vec<Color>,
    numbers: HashMap<Color, u8>,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, ground: Color) -> Self {
        let mut canvas = Self {
            width,
            height,
            pixels: vec![0; width * height],
            palette: Vec::with_capacity(MOST_COLORS),
            numbers: HashMap::new(),
        };
        canvas.number(ground);
        canvas
    }

    /// The number of a colour, a new one where there is room.
    fn number(&mut self, color: Color) -> u8 {
        if let Some(number) = self.numbers.get(&color) {
            return *number;
        }
        if self.palette.len() == MOST_COLORS {
            return self.nearest(color);
        }
        let number = self.palette.len() as u8;
        self.palette.push(color);
        self.numbers.insert(color, number);
        number
    }

    fn nearest(&self, color: Color) -> u8 {
        let distance = |other: &Color| -> u32 {
            let channels = color.iter().zip(other);
            channels.map(|(a, b)| u32::from(a.abs_diff(*b))).sum()
        };
        let all = self.palette.iter().zip(0..=u8::MAX);
        let nearest = all.min_by_key(|(other, _)| distance(other));
        nearest.map_or(0, |it| it.1)
    }

    /// Fills an area, as far as it lies on the canvas.
    pub(super) fn fill(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), color: Color) {
        let number = self.number(color);
        let across = on(x, width, self.width);
        for row in on(y, height, self.height) {
            let row = &mut self.pixels[row * self.width..(row + 1) * self.width];
            row[across.clone()].fill(number);
        }
    }

    /// Repeats the rows above: `rows` of them from `top`, down to the end of the canvas, in its first columns.
    pub(super) fn repeat_down(&mut self, rows: usize, columns: usize) {
        for row in rows..self.height {
            let from = (row - rows) * self.width;
            self.pixels
                .copy_within(from..from + columns, row * self.width);
        }
    }

    /// Fills outlines, whose measures are pixels of the canvas.
    pub(super) fn fill_outlines(&mut self, outlines: &[Command], color: Color) {
        let (mask, at) = Mask::new(outlines).render();
        self.ink(&mask, at, color);
    }

    /// Draws a path as SVG writes it, moved and scaled: filled, or with a pen so many units wide.
    pub(super) fn draw_svg(
        &mut self,
        path: &str,
        pen: Option<f32>,
        (x, y): (f32, f32),
        scale: f32,
        color: Color,
    ) {
        let moved = Transform::scale(scale, scale).then_translate(x, y);
        let mut line = Stroke::new(pen.unwrap_or_default());
        line.cap(Cap::Round);
        let mut mask = Mask::new(path);
        mask.transform(Some(moved));
        if pen.is_some() {
            mask.style(line);
        }
        let (mask, at) = mask.render();
        self.ink(&mask, at, color);
    }

    fn ink(&mut self, mask: &[u8], at: Placement, color: Color) {
        // The number of each mixture, once it was needed.
        let mut mixtures = vec![None; MOST_COLORS * STEPS];
        for (y, row) in mask.chunks_exact((at.width as usize).max(1)).enumerate() {
            let Some(y) = inside(at.top, y, self.height) else {
                continue;
            };
            for (x, covered) in row.iter().enumerate() {
                if *covered < 8 {
                    continue;
                }
                let step = (usize::from(*covered) + 8) / 17;
                if let Some(x) = inside(at.left, x, self.width) {
                    let pixel = y * self.width + x;
                    let ground = usize::from(self.pixels[pixel]);
                    let mixture = ground * STEPS + step;
                    let number = mixtures[mixture].unwrap_or_else(|| {
                        self.number(mixed(self.palette[ground], color, step as u16 * 17))
                    });
                    mixtures[mixture] = Some(number);
                    self.pixels[pixel] = number;
                }
            }
        }
    }
}

/// A colour that covers another so far, of 255.
pub(super) fn mixed(ground: Color, ink: Color, covered: u16) -> Color {
    std::array::from_fn(|at| {
        let (ground, ink) = (u16::from(ground[at]), u16::from(ink[at]));
        ((ground * (255 - covered) + ink * covered + 127) / 255) as u8
    })
}

/// The part of a stretch that lies on the canvas.
fn on(start: i32, length: i32, most: usize) -> std::ops::Range<usize> {
    let clamped = |it: i32| usize::try_from(it).unwrap_or(0).min(most);
    clamped(start)..clamped(start + length)
}

fn inside(start: i32, offset: usize, most: usize) -> Option<usize> {
    let at = usize::try_from(start + i32::try_from(offset).ok()?).ok()?;
    (at < most).then_some(at)
}
