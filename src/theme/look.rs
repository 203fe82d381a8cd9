//! What of the look is needed outside of style sheets, read from them: the colours of link previews, the tint of a topic, the width of a
//! story.
//!
//! In: the style sheets of a site's theme, and `sala.css` of the built-in one, which has what they do not say. Out: values. Never: more of
//! CSS than rules whose selectors and values stand there as they are asked for; of several the first one counts, which is that of the day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::built_in::BUILT_IN;
use super::drawings::is_a;
use super::own::Own;

/// Red, green and blue.
pub type Color = [u8; 3];

/// What of the look is needed outside of style sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Of link previews.
    pub colors: Colors,
    /// How wide the text of a story is, as CSS says it.
    pub story_width: String,
    /// Which of the dyes a topic has, by its icon; the first one where none is said.
    tints: BTreeMap<String, usize>,
}

/// The colours of link previews: those of the masthead, of its sign, and of cloth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colors {
    /// The ground.
    pub deep: Color,
    /// Words on it.
    pub cotton: Color,
    /// Words that step back.
    pub quiet: Color,
    /// What leads.
    pub gold: Color,
    /// The rivers of the sign.
    pub rivers: [Color; 2],
    /// What cloth is dyed with.
    pub dyes: [Color; 6],
    /// The threads of its field, and how much of them covers the dye, of 255.
    pub field: (Color, u8),
    /// The same of what stands between four of its lozenges.
    pub corner: (Color, u8),
    /// Its flowers.
    pub flowers: [Color; 3],
}

static BUILT_IN_LOOK: LazyLock<Look> = LazyLock::new(|| {
    let sheets = Sheets::new([built_in_sheet()]);
    sheets
        .look()
        .expect("the built-in style says all of it, and a test reads it")
});

impl Look {
    /// As a site's theme has it.
    pub(super) fn of(own: &Own) -> Self {
        let is_built_in = |path: &str| BUILT_IN.contains(format!("static/{path}"));
        // A style sheet of a name of its own is there to change what `sala.css` says.
        let (first, last): (Vec<_>, Vec<_>) = own
            .texts("static")
            .filter(|(path, _)| *path == SHEET || is_a(path, "css") && !is_built_in(path))
            .partition(|(path, _)| *path != SHEET);
        if first.is_empty() && last.is_empty() {
            return BUILT_IN_LOOK.clone();
        }
        let texts = first.into_iter().chain(last);
        let texts = texts.map(|(_, source)| &*source.text);
        let sheets = Sheets::new(texts.chain([built_in_sheet()]));
        sheets.look().unwrap_or_else(|| BUILT_IN_LOOK.clone())
    }

    /// The dye of a topic, by its icon.
    #[must_use]
    pub fn tint(&self, icon: &str) -> usize {
        self.tints.get(icon).copied().unwrap_or_default()
    }
}

impl Colors {
    /// Those of the built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        BUILT_IN_LOOK.colors
    }

    /// All of them, in an order that never changes.
    pub fn all(&self) -> impl Iterator<Item = Color> {
        [self.deep, self.cotton, self.quiet, self.gold]
            .into_iter()
            .chain(self.rivers)
            .chain(self.dyes)
            .chain([
                self.field.0,
                self.corner.0,
                [self.field.1, self.corner.1, 0],
            ])
            .chain(self.flowers)
    }
}

/// The style sheet of every page.
const SHEET: &str = "sala.css";

fn built_in_sheet() -> &'static str {
    let file = BUILT_IN.get_file(format!("static/{SHEET}"));
    file.and_then(|it| it.contents_utf8()).unwrap_or_default()
}

/// What style sheets say, the most telling first: the selectors of each rule and what it declares.
struct Sheets<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Sheets<'a> {
    fn new(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let blocks = texts.into_iter().flat_map(|it| it.split('}'));
        let rules = blocks.filter_map(|block| {
            let (before, declarations) = block.rsplit_once('{')?;
            let selectors = before.rsplit(['{', ';', '/']).next()?;
            Some((selectors, declarations))
        });
        Self(rules.collect())
    }

    /// The first value of a property of a selector that can be read.
    fn value<T>(
        &self,
        selector: &str,
        property: &str,
        read: impl Fn(&'a str) -> Option<T>,
    ) -> Option<T> {
        let is_of = |selectors: &str| selectors.split(',').any(|it| it.trim() == selector);
        let rules = self.0.iter().filter(|(selectors, _)| is_of(selectors));
        let declared = rules.flat_map(|(_, declarations)| declarations.split(';'));
        declared
            .filter_map(|it| it.split_once(':'))
            .filter(|(name, _)| name.trim() == property)
            .find_map(|(_, value)| read(value.trim()))
    }

    fn look(&self) -> Option<Look> {
        let opaque = |written| color(written).map(|it| it.0);
        let token = |name: &str| self.value(":root", name, opaque);
        let stroke = |selector: &str| self.value(selector, "stroke", opaque);
        let thread = |selector: &str| self.value(selector, "stroke", color);
        let mut dyes = [Color::default(); 6];
        for (number, dye) in dyes.iter_mut().enumerate() {
            *dye = token(&format!("--dye-{number}"))?;
        }
        Some(Look {
            colors: Colors {
                deep: token("--deep")?,
                cotton: token("--on-deep")?,
                quiet: token("--on-deep-quiet")?,
                gold: token("--gold")?,
                rivers: [stroke(".mark-mun")?, stroke(".mark-mekong")?],
                dyes,
                field: thread(".weave .a")?,
                corner: thread(".weave .c")?,
                flowers: [
                    stroke(".weave .b")?,
                    stroke(".thread-1 .b")?,
                    stroke(".thread-2 .b")?,
                ],
            },
            story_width: self.value(".prose", "max-width", |it| Some(it.to_owned()))?,
            tints: self.tints(),
        })
    }

    /// Which dye the class of an icon names: `.is-leaf { --dye: var(--dye-4); }`
    fn tints(&self) -> BTreeMap<String, usize> {
        let mut tints = BTreeMap::new();
        for (selectors, declarations) in &self.0 {
            let dye = declarations.split(';').find_map(|it| {
                let (name, value) = it.split_once(':')?;
                let number = value.trim().strip_prefix("var(--dye-")?.strip_suffix(')')?;
                (name.trim() == "--dye").then(|| number.parse().ok())?
            });
            let icons = selectors.split(',');
            for icon in icons.filter_map(|it| it.trim().strip_prefix(".is-")) {
                if let Some(dye) = dye {
                    tints.entry(icon.to_owned()).or_insert(dye);
                }
            }
        }
        tints
    }
}

/// A colour and how much of it covers, of 255: `#182f5c`, `#182f5c80` or `#18f`. Any other way to write a colour is not read.
fn color(written: &str) -> Option<(Color, u8)> {
    let digits = written.strip_prefix('#')?;
    let level = |at: usize| {
        let (start, length) = if digits.len() < 6 {
            (at, 1)
        } else {
            (2 * at, 2)
        };
        let level = u8::from_str_radix(digits.get(start..start + length)?, 16).ok()?;
        Some(if length == 1 { level * 17 } else { level })
    };
    let cover = match digits.len() {
        3 | 6 => 255,
        4 | 8 => level(3)?,
        _ => return None,
    };
    Some(([level(0)?, level(1)?, level(2)?], cover))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_style_sheets_write_them() {
        for (written, expected) in [
            ("#182f5c", Some(([0x18, 0x2f, 0x5c], 255))),
            ("#182f5c80", Some(([0x18, 0x2f, 0x5c], 0x80))),
            ("#18F", Some(([0x11, 0x88, 0xff], 255))),
            ("#18F8", Some(([0x11, 0x88, 0xff], 0x88))),
            ("#18", None),
            ("#18ก", None),
            ("indigo", None),
            ("rgb(1 2 3)", None),
        ] {
            assert_eq!(color(written), expected, "{written}");
        }
    }

    #[test]
    fn the_look_of_a_site_lies_over_the_built_in_one() {
        let built_in = &*BUILT_IN_LOOK;
        assert_eq!(built_in.colors.deep, [0x18, 0x2f, 0x5c]);
        assert_eq!(built_in.story_width, "44rem");
        let tints = ["leaf", "water", "coin", "weave", "other", "nothing"];
        assert_eq!(tints.map(|it| built_in.tint(it)), [4, 2, 5, 3, 0, 0]);

        let own = "/* Ours. */ @media (min-width: 1rem) { :root { --deep: #123 } }\n\
            .prose, .narrow { max-width: 40rem; }\n.is-water { --dye: var(--dye-1); }\n\
            :root { --gold: gold; --deep: #000; }";
        let look = Sheets::new([own, built_in_sheet()]).look().unwrap();
        assert_eq!(look.colors.deep, [0x11, 0x22, 0x33]);
        assert_eq!(look.colors.gold, built_in.colors.gold);
        assert_eq!(look.story_width, "40rem");
        assert_eq!(tints.map(|it| look.tint(it)), [4, 1, 5, 3, 0, 0]);
    }
}
