//! Digits that are equal wherever a text is a number, a telephone or a day.

/// The Arabic digit of a Thai one; any other letter as it is.
#[must_use]
pub fn arabic(it: char) -> char {
    match it {
        '๐'..='๙' => char::from(b'0' + (u32::from(it) - u32::from('๐')) as u8),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::arabic;

    #[test]
    fn thai_digits_are_arabic_ones() {
        let text: String = "๐๑๙ 7 ก".chars().map(arabic).collect();
        assert_eq!(text, "019 7 ก");
    }
}
