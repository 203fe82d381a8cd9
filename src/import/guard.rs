//! What a spreadsheet takes for a formula: text that must never reach one bare.

/// Whether a character at the beginning of a cell may begin a formula; those of full width do in some programs.
#[must_use]
pub fn begins_formula(it: char) -> bool {
    matches!(
        it,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
    )
}

/// A field of csv that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(begins_formula) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn nothing_begins_as_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("＝1", "'＝1"),
            ("＠x", "'＠x"),
            ("-", "'-"),
            ("045-344628", "045-344628"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), expected);
        }
    }
}
