//! Numbers as a language writes them.

use super::Locale;

impl Locale {
    /// A number, its thousands separated.
    #[must_use]
    pub fn number(self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() + 4);
        if value < 0 {
            text.push('−');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        self.digits(&text)
    }

    /// Digits as written; with separators where it is a long number.
    #[must_use]
    pub fn decimal(self, digits: &str) -> String {
        let (whole, rest) = digits
            .find('.')
            .map_or((digits, ""), |at| digits.split_at(at));
        match whole.parse::<i64>() {
            Ok(value) if whole.len() > 3 => self.number(value) + &self.digits(rest),
            _ => self.digits(digits),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::value::Lang;
    use crate::value::words::Digits;

    #[test]
    fn thousands_are_separated_in_the_digits_of_the_language() {
        let thai = Locale {
            lang: Lang::Th,
            digits: Digits::Thai,
        };
        let english = Locale {
            lang: Lang::En,
            digits: Digits::Arabic,
        };
        for (value, in_thai, in_english) in [
            (0, "๐", "0"),
            (999, "๙๙๙", "999"),
            (1_250, "๑,๒๕๐", "1,250"),
            (-1_000_000, "−๑,๐๐๐,๐๐๐", "−1,000,000"),
        ] {
            assert_eq!(thai.number(value), in_thai);
            assert_eq!(english.number(value), in_english);
        }
        for (written, shown) in [("2.5", "2.5"), ("12000.50", "12,000.50"), ("1/2", "1/2")] {
            assert_eq!(english.decimal(written), shown);
        }
    }
}
