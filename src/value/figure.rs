//! A figure that an entry tells.

use crate::value::Text;

/// A number, or words that stand for one.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A finite number, with as many decimals as were written.
    Number {
        /// Its value.
        value: f64,
        /// Its digits as written, Arabic, without separators: `12.50`.
        digits: String,
    },
    /// Words: `ลดลงครึ่งหนึ่ง`.
    Words(Text),
}

impl Default for Figure {
    fn default() -> Self {
        Self::Words(Text::default())
    }
}
