//! What was typed while the keyboard was set to Thai → the Latin letters on the same keys.
//!
//! In: a line. Out: the line as it would have been, on the layout that every keyboard in Thailand has (Kedmanee). Never: guesses whether
//! that was meant; who asks compares it with what it knows.

/// The keys of the layout: the Thai letter, the Latin one.
const KEYS: &[(&str, &str)] = &[
    ("ๅ/-ภถุึคตจขช", "1234567890-="),
    ("ๆไำพะัีรนยบลฃ", "qwertyuiop[]\\"),
    ("ฟหกดเ้่าสวง", "asdfghjkl;'"),
    ("ผปแอิืทมใฝ", "zxcvbnm,./"),
    ("๑๒๓๔ู฿๕๖๗๘๙", "@#$%^&*()_+"),
    ("๐\"ฎฑธํ๊ณฯญฐ", "QWERTYUIOP{"),
    ("ฤฆฏโฌ็๋ษศซ.", "ASDFGHJKL:\""),
    ("()ฉฮฺ์?ฒฬฦ", "ZXCVBNM<>?"),
];

/// A line in the Latin letters of its keys; `None` where a letter is on no key. Letters that are Latin already stay, as spaces do.
pub(super) fn latin(written: &str) -> Option<String> {
    written.chars().map(key).collect()
}

fn key(it: char) -> Option<char> {
    if it.is_ascii() {
        return Some(it);
    }
    KEYS.iter().find_map(|(thai, latin)| {
        let number = thai.chars().position(|letter| letter == it)?;
        latin.chars().nth(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_keyboard() {
        assert!(
            KEYS.iter()
                .all(|(a, b)| a.chars().count() == b.chars().count())
        );
        for (written, expected) in [
            ("บแนนพกรืฟะนพล", Some("[coordinator]")),
            ("สำอำส ช", Some("level =")),
            ("ดีก้าป๘ำื", Some("fudhkx_en")),
            ("“", None),
        ] {
            assert_eq!(latin(written).as_deref(), expected, "for {written}");
        }
    }
}
