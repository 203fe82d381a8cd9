//! A chunk of the index as a browser loads it: a classic script that hands over a deflated block.
//!
//! No fetch, no module: the same file works on a host, below a path and from a folder on a stick, under the strictest policy.

use flate2::{Compress, Compression, FlushCompress};

/// Bytes in the making.
#[derive(Clone, Debug, Default)]
pub struct Block(Vec<u8>);

impl Block {
    /// A number: seven bits a byte, the lowest first.
    pub fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text and its length before it.
    pub fn text(&mut self, text: &str) {
        let bytes = bytes(text);
        self.number(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.0.extend(bytes);
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A text in windows-874, which every browser can read: one byte for a Thai letter, so half the length of UTF-8 and a sixth less once
/// deflated. Any other letter is written as JSON writes it: `\u00e9`.
#[must_use]
pub fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\0'..='\x7f' => bytes.push(letter as u8),
            'ก'..='\u{E3A}' | '฿'..='๛' => bytes.push((letter as u32 - 0xd60) as u8),
            _ => {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    bytes.extend(format!("\\u{unit:04x}").bytes());
                }
            }
        }
    }
    bytes
}

/// Makes scripts. It is made once for many: what deflating begins with is larger than most chunks.
#[derive(Debug)]
pub struct Press {
    deflate: Compress,
    deflated: Vec<u8>,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            // The best would be a thousandth smaller, and take half as long again.
            deflate: Compress::new(Compression::default(), true),
            deflated: Vec::new(),
        }
    }
}

impl Press {
    /// The script that hands over a block.
    ///
    /// # Panics
    /// Never: memory can always be written to.
    pub fn script(&mut self, block: &[u8]) -> Vec<u8> {
        self.deflate.reset();
        self.deflated.clear();
        // Never more than this: what does not grow smaller is stored, with some bytes for each stretch of it.
        self.deflated.reserve(block.len() + block.len() / 8 + 64);
        self.deflate
            .compress_vec(block, &mut self.deflated, FlushCompress::Finish)
            .expect("writing to memory cannot fail");
        let mut script = b"salaSearch.take(\"".to_vec();
        base64(&self.deflated, &mut script);
        script.extend(b"\")\n");
        script
    }
}

fn base64(bytes: &[u8], out: &mut Vec<u8>) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| {
            (bits << 8) | three.get(at).map_or(0, |it| usize::from(*it))
        });
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at)) & 63];
            out.push(if at > three.len() { b'=' } else { letter });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_has_its_base64() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            let mut out = Vec::new();
            base64(bytes.as_bytes(), &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }

    #[test]
    fn a_thai_letter_is_one_byte() {
        assert_eq!(bytes("aก๙–"), b"a\xa1\xf9\\u2013");
        let mut block = Block::default();
        block.number(300);
        block.text("ก");
        assert_eq!(block.0, [0xac, 2, 1, 0xa1]);
    }
}
