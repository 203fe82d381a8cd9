//! Words → lines and outlines: broken where Thai words end, shaped so that every mark stands where it belongs.

use std::sync::LazyLock;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, Direction, Font, GlyphId, Script, ShapeOptions, ShaperFont};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};
use zeno::{Command, PathBuilder as _};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Letters of a size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub weight: Weight,
    pub size_px: f32,
}

/// A letter or mark of a line, in units of the face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub id: u32,
    pub x: i32,
    pub y: i32,
    pub advance: i32,
}

/// A line may be that much looser than it is full, where it then ends after a whole phrase.
const PHRASE: f32 = 0.6;

fn face(weight: Weight) -> &'static Font {
    static REGULAR: LazyLock<Font> = LazyLock::new(|| font(include_bytes!("fonts/looped-400.ttf")));
    static BOLD: LazyLock<Font> = LazyLock::new(|| font(include_bytes!("fonts/looped-700.ttf")));
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

fn font(bytes: &'static [u8]) -> Font {
    Font::new(bytes, 0).expect("the font is part of the program, and a test reads it")
}

/// The letters of a line and where they stand. What the face lacks is left out.
pub(super) fn shaped(text: &str, weight: Weight) -> Vec<Glyph> {
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    let is_thai = text.contains(|it| ('\u{e01}'..='\u{e5b}').contains(&it));
    let script = if is_thai { Script::THAI } else { Script::LATIN };
    buffer.set_script(Some(script));
    buffer.set_direction(Direction::LeftToRight);
    let face = ShaperFont::new(face(weight));
    harfrust::shape(&face, &mut buffer, ShapeOptions::new())
        .expect("a line with a script and a direction can be shaped");
    let letters = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    letters
        .filter(|(letter, _)| letter.glyph_id != 0)
        .map(|(letter, at)| Glyph {
            id: letter.glyph_id,
            x: at.x_offset,
            y: at.y_offset,
            advance: at.x_advance,
        })
        .collect()
}

impl Type {
    fn scale(self) -> f32 {
        let units = face(self.weight).units_per_em();
        self.size_px / f32::from(units)
    }

    /// How wide a text is on one line.
    pub(super) fn width(self, text: &str) -> f32 {
        let units: i32 = shaped(text, self.weight).iter().map(|it| it.advance).sum();
        units as f32 * self.scale()
    }

    /// The outlines of a line that begins at a point of its baseline.
    pub(super) fn outlines(self, text: &str, (x, y): (f32, f32)) -> Vec<Command> {
        let drawn = face(self.weight).outline_glyphs();
        let mut pen = Pen {
            outlines: Vec::new(),
            scale: self.scale(),
            x,
            y,
        };
        let mut along = 0;
        for glyph in shaped(text, self.weight) {
            pen.x = x + (along + glyph.x) as f32 * pen.scale;
            pen.y = y - glyph.y as f32 * pen.scale;
            if let Some(outline) = drawn.get(GlyphId::new(glyph.id)) {
                // A letter that cannot be drawn leaves its place empty.
                _ = outline.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen);
            }
            along += glyph.advance;
        }
        pen.outlines
    }

    /// A text in as few lines of a width as it needs, about equally long, broken between words and best between phrases.
    pub(super) fn lines(self, text: &str, width_px: f32) -> Vec<&str> {
        let pieces = self.pieces(text, width_px);
        if pieces.is_empty() {
            return Vec::new();
        }
        // Where a line that ends before piece `end` begins best, and what all lines to there cost: their count first, then their shape.
        let mut best: Vec<(usize, f32, usize)> = vec![(0, 0.0, 0)];
        for end in 1..=pieces.len() {
            let mut found = (usize::MAX, f32::MAX, end - 1);
            let mut width = pieces[end - 1].width;
            for start in (0..end).rev() {
                if start < end - 1 {
                    width += pieces[start].width_with_space;
                    if width > width_px {
                        break;
                    }
                }
                let slack = 1.0 - (width / width_px).min(1.0);
                let cut = if pieces[end - 1].ends_phrase {
                    0.0
                } else {
                    PHRASE
                };
                let (lines, cost, _) = best[start];
                let this = (lines + 1, cost + slack * slack + cut, start);
                if (this.0, this.1) < (found.0, found.1) {
                    found = this;
                }
            }
            best.push(found);
        }
        let mut lines = Vec::new();
        let mut end = pieces.len();
        while end > 0 {
            let start = best[end].2;
            lines.push(text[pieces[start].start..pieces[end - 1].end].trim());
            end = start;
        }
        lines.reverse();
        lines
    }

    /// The same in at most so many lines; what is too much ends in `…`.
    pub(super) fn at_most(self, most: usize, text: &str, width_px: f32) -> Vec<String> {
        let own = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect();
        let lines = self.lines(text, width_px);
        if lines.len() <= most {
            return own(lines);
        }
        let pieces = self.pieces(text, width_px);
        let mut room = width_px * most as f32;
        let could_fit = pieces.iter().take_while(|it| {
            room -= it.width_with_space;
            room > 0.0
        });
        let could_fit = could_fit.count() + 1;
        for piece in pieces.iter().take(could_fit).rev() {
            let kept = text[..piece.start].trim_end();
            let cut = format!("{kept}…");
            let lines = self.lines(&cut, width_px);
            if lines.len() <= most {
                return own(lines);
            }
        }
        Vec::new()
    }

    /// Whether every word fits on a line of a width.
    pub(super) fn has_room_for_words(self, text: &str, width_px: f32) -> bool {
        let breaks = LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text);
        let mut start = 0;
        breaks.filter(|it| *it > 0).all(|end| {
            let word = &text[start..end];
            start = end;
            self.width(word.trim_end()) <= width_px
        })
    }

    /// What may not be broken: words with what clings to them; of a word that is longer than a line its letters with their marks.
    fn pieces(self, text: &str, width_px: f32) -> Vec<Piece> {
        let breaks = LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text);
        let mut pieces = Vec::new();
        let mut start = 0;
        for end in breaks.filter(|it| *it > 0) {
            let piece = self.piece(text, start, end);
            if piece.width <= width_px {
                pieces.push(piece);
            } else {
                let clusters = GraphemeClusterSegmenter::new().segment_str(&text[start..end]);
                let mut from = start;
                for at in clusters.filter(|it| *it > 0) {
                    pieces.push(self.piece(text, from, start + at));
                    from = start + at;
                }
            }
            start = end;
        }
        pieces
    }

    fn piece(self, text: &str, start: usize, end: usize) -> Piece {
        let words = &text[start..end];
        let kept = words.trim_end();
        Piece {
            start,
            end,
            width: self.width(kept),
            width_with_space: self.width(words),
            ends_phrase: ends_phrase(text, start + kept.len()),
        }
    }
}

/// Words that begin a phrase where Thai writes no space before them: names of centres end with a place.
const PLACES: [&str; 3] = ["ตำบล", "อำเภอ", "จังหวัด"];

/// Whether a phrase ends at a place in a text.
pub(super) fn ends_phrase(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let begins_another = PLACES.iter().any(|it| rest.starts_with(it));
    rest.is_empty() || rest.starts_with(char::is_whitespace) || begins_another
}

/// A part of a text that stays on one line.
struct Piece {
    start: usize,
    end: usize,
    /// Its width at the end of a line.
    width: f32,
    /// Its width before another one.
    width_with_space: f32,
    ends_phrase: bool,
}

/// Draws a letter of the face onto the canvas, whose rows go down.
struct Pen {
    outlines: Vec<Command>,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [self.x + x * self.scale, self.y - y * self.scale]
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.outlines.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.outlines.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (over, to) = (self.at(x1, y1), self.at(x, y));
        self.outlines.quad_to(over, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (over, under, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.outlines.curve_to(over, under, to);
    }

    fn close(&mut self) {
        self.outlines.close();
    }
}
