//! Sets and numbers of a file for filtering, as few letters as JSON can hold.

/// A bit for each entry, the first in the lowest bit of the first byte.
pub(super) fn bits(total: usize, entries: &[usize]) -> String {
    let mut bytes = vec![0_u8; total.div_ceil(8)];
    for entry in entries {
        bytes[entry / 8] |= 1 << (entry % 8);
    }
    base64(&bytes)
}

/// Numbers in two bytes each, the lowest first, in four where the largest possible one needs them.
pub(super) fn packed(numbers: &[usize], most: usize) -> String {
    let size = if most <= 0xffff { 2 } else { 4 };
    let bytes: Vec<u8> = numbers
        .iter()
        .flat_map(|it| it.to_le_bytes().into_iter().take(size))
        .collect();
    base64(&bytes)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            if place <= three.len() {
                let digit = bits >> (18 - 6 * place) & 63;
                text.push(char::from(DIGITS[digit as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_browsers_read_them() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        assert_eq!(bits(10, &[0, 9]), base64(&[1, 2]));
        assert_eq!(packed(&[1, 258], 258), base64(&[1, 0, 2, 1]));
        assert_eq!(packed(&[1], 0x1_0000), base64(&[1, 0, 0, 0]));
    }
}
