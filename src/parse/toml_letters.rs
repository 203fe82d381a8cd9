//! TOML as people paste it → TOML as the parser takes it, byte for byte as long.
//!
//! In: a text with spaces that are none, letters that nobody sees and the wide signs of other keyboards. Out: the same with plain spaces
//! and signs in their place, and the paths that Windows wrote. Never: touches what stands in a text between quotation marks, but for
//! the backslashes of a path.

use std::ops::Range;

use crate::locale::one_form::is_invisible;

/// A path with backslashes: where its text stands, quotation marks and all, and how it is to be written.
pub(super) struct WindowsPath {
    pub(super) span: Range<usize>,
    pub(super) right: String,
}

/// The text with plain letters; `None` where it has no others.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    walk(text, |piece| match piece {
        Piece::Outside(letters) => outside(letters, &mut plain),
        Piece::Text(letters) => match right(letters) {
            Some(path) => plain.push_str(&path),
            None => plain.push_str(letters),
        },
        Piece::Kept(letters) => plain.push_str(letters),
    });
    debug_assert_eq!(
        plain.len(),
        text.len(),
        "places would no longer be those of the file"
    );
    (plain != text).then_some(plain)
}

/// The paths of a text that Windows wrote.
pub(super) fn windows_paths(text: &str) -> Vec<WindowsPath> {
    let mut found = Vec::new();
    if !text.contains('\\') {
        return found;
    }
    let mut at = 0;
    walk(text, |piece| {
        let (Piece::Outside(letters) | Piece::Text(letters) | Piece::Kept(letters)) = piece;
        if let (Piece::Text(_), Some(path)) = (&piece, right(letters)) {
            found.push(WindowsPath {
                span: at..at + letters.len(),
                right: path.trim_matches('"').trim_end().to_owned(),
            });
        }
        at += letters.len();
    });
    found
}

/// What a TOML text is made of.
enum Piece<'a> {
    /// Keys, signs, numbers.
    Outside(&'a str),
    /// A text of one line between `"`.
    Text(&'a str),
    /// Remarks, and texts of another kind.
    Kept(&'a str),
}

fn walk<'a>(text: &'a str, mut take: impl FnMut(Piece<'a>)) {
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(['"', '\'', '#']).unwrap_or(rest.len());
        if start > 0 {
            take(Piece::Outside(&rest[..start]));
            rest = &rest[start..];
            continue;
        }
        let long = ["\"\"\"", "'''"]
            .into_iter()
            .find(|it| rest.starts_with(it));
        let length = if rest.starts_with('#') {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(quotes) = long {
            rest[3..].find(quotes).map_or(rest.len(), |it| it + 6)
        } else {
            line_text(rest)
        };
        let (piece, behind) = rest.split_at(length);
        take(if piece.starts_with('"') && long.is_none() {
            Piece::Text(piece)
        } else {
            Piece::Kept(piece)
        });
        rest = behind;
    }
}

/// How long a text of one line is, with its quotation marks; to the end of the line where it is not closed.
fn line_text(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return at,
            _ if is_escaped => is_escaped = false,
            b'\\' if quote == b'"' => is_escaped = true,
            _ if byte == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A path with `/`, where a text is one with backslashes; as long as the text.
fn right(text: &str) -> Option<String> {
    const ENDINGS: [&str; 19] = [
        "jpg", "jpeg", "jfif", "png", "webp", "gif", "heic", "pdf", "docx", "xlsx", "pptx", "odt",
        "ods", "odp", "csv", "txt", "zip", "md", "toml",
    ];
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    let (_, ending) = inside.rsplit_once('.')?;
    let is_path = ENDINGS.iter().any(|it| ending.eq_ignore_ascii_case(it));
    let is_wide = inside.contains("\\\\");
    if !is_path || !inside.contains('\\') || is_wide {
        return None;
    }
    let path = inside.replace('\\', "/");
    let is_elsewhere = path.get(1..2) == Some(":") || path.starts_with('/');
    let name = if is_elsewhere {
        path.rsplit('/').next()? // on the disk of whoever wrote it
    } else {
        &path
    };
    Some(format!("\"{name:<width$}\"", width = width(name, inside)))
}

/// How many letters a name has with the spaces that make it as long as a text.
fn width(name: &str, text: &str) -> usize {
    name.chars().count() + (text.len() - name.len())
}

/// Letters between texts: what nobody sees is a space behind the word that it stands in.
fn outside(letters: &str, plain: &mut String) {
    let mut owed = 0;
    for letter in letters.chars() {
        let is_word = letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':' | '+');
        let meant = match letter {
            '＝' => '=',
            '，' => ',',
            '［' => '[',
            '］' => ']',
            '｛' => '{',
            '｝' => '}',
            '＂' => '"',
            '．' => '.',
            '＿' => '_',
            '－' => '-',
            '０'..='９' => char::from(b'0' + (letter as u32 - '０' as u32) as u8),
            'ａ'..='ｚ' => char::from(b'a' + (letter as u32 - 'ａ' as u32) as u8),
            _ if is_space(letter) => ' ',
            _ if is_invisible(letter) && !matches!(letter, '\n' | '\r' | '\t') => {
                owed += letter.len_utf8();
                continue;
            }
            _ => letter,
        };
        if !is_word && letter == meant {
            pay(&mut owed, plain);
        }
        plain.push(meant);
        owed += letter.len_utf8() - meant.len_utf8();
        if !is_word || is_space(letter) {
            pay(&mut owed, plain);
        }
    }
    pay(&mut owed, plain);
}

fn pay(owed: &mut usize, plain: &mut String) {
    plain.extend(std::iter::repeat_n(' ', *owed));
    *owed = 0;
}

/// Whether a letter is drawn as a space, and TOML takes it for none.
fn is_space(it: char) -> bool {
    matches!(
        it,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_that_nobody_sees_are_none() {
        for (text, expected) in [
            (
                "\u{200B}level = \"ก\u{A0}\"",
                "level   ".to_owned() + " = \"ก\u{A0}\"",
            ),
            ("\u{A0}a\u{A0}=\u{A0}1", "  a  =  1".to_owned()),
            ("le\u{200B}vel = 1", "level    = 1".to_owned()),
            ("a ＝ ２５", "a =   25    ".to_owned()),
            ("[a\u{FEFF}]", "[a   ]".to_owned()),
            ("a = \"p\\new.jpg\"", "a = \"p/new.jpg\"".to_owned()),
            ("a = \"ก\\nข\"", "a = \"ก\\nข\"".to_owned()),
            (
                "# \u{A0} ก\na = '\u{A0}'",
                "# \u{A0} ก\na = '\u{A0}'".to_owned(),
            ),
        ] {
            assert_eq!(
                plain(text).unwrap_or_else(|| text.to_owned()),
                expected,
                "of {text:?}"
            );
        }
    }

    #[test]
    fn paths_are_written_with_slashes() {
        let text = "file = \"photos\\weaving.jpg\"\ncover = \"C:\\Users\\a\\b.jpg\"";
        let found = windows_paths(text);
        let right: Vec<_> = found.iter().map(|it| it.right.as_str()).collect();
        assert_eq!(right, ["photos/weaving.jpg", "b.jpg"]);
        assert_eq!(&text[found[0].span.clone()], "\"photos\\weaving.jpg\"");
    }

    proptest! {
        #[test]
        fn places_stay_those_of_the_file(text in "(.|[\u{A0}\u{200B}＝２\"'#\n\\\\]){0,40}") {
            prop_assert_eq!(plain(&text).map_or(text.len(), |it| it.len()), text.len());
        }
    }
}
