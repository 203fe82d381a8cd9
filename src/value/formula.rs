//! What a spreadsheet takes for a formula: text that must never reach one bare.

/// Signs that begin a formula; those of full width do in some programs.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a text may begin a formula, also behind spaces, a tab or a line break.
#[must_use]
pub fn may_begin(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(SIGNS)
}

/// A field of CSV that no spreadsheet takes for a formula: an apostrophe stands before one that looks like it.
#[must_use]
pub fn guarded(text: &str) -> String {
    if may_begin(text) {
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

    #[test]
    fn no_cell_is_a_formula() {
        for text in [
            "=1+1", "+1", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", "\t=1", "\r=1", "\n=1",
            " =1", "\u{a0}=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in ["ก", "๐๔๕-๐๐๐๐๐๐", "1-2", ""] {
            assert_eq!(guarded(text), text);
        }
    }
}
