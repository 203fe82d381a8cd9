//! Text as people type it → text as the site keeps it.
//!
//! In: any string. Out: one way to write each Thai word (NFC, one `แ`, one `ำ`, marks in order, nothing invisible), so that
//! comparing, searching and sorting need no second thought; and Thai digits as Arabic ones where a string is a number.
//! Never: changes a word's spelling.

use crate::value::digits;
use icu_normalizer::ComposingNormalizerBorrowed;

/// A text in its one form, without spaces around it.
#[must_use]
pub fn normalise(written: &str) -> String {
    let text = untrimmed(written);
    let trimmed = text.trim();
    if trimmed.len() == text.len() {
        text
    } else {
        trimmed.to_owned()
    }
}

/// Whether a text, in its one form, shows nothing: letters that are drawn as spaces are not all spaces to a computer.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let is_filler = |it: char| {
        matches!(
            it,
            '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'
        )
    };
    text.chars().all(|it| it.is_whitespace() || is_filler(it))
}

/// Markdown in its one form, and where lengths changed: from which byte of the result on the original is how much further.
#[must_use]
pub fn normalise_lines(written: &str) -> (String, Vec<(usize, isize)>) {
    let mut text = String::with_capacity(written.len());
    let mut shifts = Vec::new();
    let mut shift = 0;
    for line in written.split_inclusive('\n') {
        let before = text.len();
        text.push_str(&untrimmed(line));
        let change = line.len().cast_signed() - (text.len() - before).cast_signed();
        if change != 0 {
            shift += change;
            shifts.push((text.len(), shift));
        }
    }
    (text, shifts)
}

/// The beginning of the character that a byte belongs to.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A string with Arabic digits for Thai ones.
#[must_use]
pub fn arabic_digits(written: &str) -> String {
    written.chars().map(arabic_digit).collect()
}

fn arabic_digit(it: char) -> char {
    match it {
        // As keyboards for Chinese and Japanese write them.
        '０'..='９' => char::from(b'0' + (it as u32 - '０' as u32) as u8),
        '－' | '−' => '-',
        '．' => '.',
        '＋' => '+',
        _ => digits::arabic(it),
    }
}

fn untrimmed(written: &str) -> String {
    if is_in_its_one_form(written) {
        return written.to_owned();
    }
    rewritten(written)
}

/// Whether nothing is to change, seen at a glance; nearly every text is so. `false` where a second look is needed.
pub fn is_in_its_one_form(written: &str) -> bool {
    let mut before = ' ';
    written.chars().all(|it| {
        let is_fine = match it {
            'ก'..='ฮ' | ' '..='~' | '\n' | '\t' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' => {
                true
            }
            NIKHAHIT => false,
            'เ' => before != 'เ',
            _ if is_mark(it) => {
                before != SARA_AM && (!is_mark(before) || place(before) < place(it))
            }
            _ => is_thai(it),
        };
        before = it;
        is_fine
    })
}

fn rewritten(written: &str) -> String {
    let composer = ComposingNormalizerBorrowed::new_nfc();
    let drawn: String;
    let written = if written.contains(is_drawn_form) {
        drawn = written.chars().map(meant_by_form).collect();
        &drawn
    } else {
        written
    };
    let composed = composer.normalize(written);
    let mut has_lost_some = false;
    let mut text = String::with_capacity(composed.len());
    // The marks on the consonant before, kept until the letter after them is known.
    let mut marks: Vec<char> = Vec::new();
    let mut letters = composed.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{200D}' if !text.ends_with(is_thai) && text.ends_with(is_pictorial) => {
                text.push(letter); // It joins the parts of one emoji.
            }
            _ if is_invisible(letter) => has_lost_some = true,
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    flush(&mut marks, &mut text);
                    text.push('\n');
                }
            }
            _ if is_mark(letter) => marks.push(letter),
            _ if letter == SARA_AM || (letter == 'า' && marks.contains(&NIKHAHIT)) => {
                marks.retain(|it| *it != NIKHAHIT);
                // A tone typed after it belongs before it; what else follows stays where it is.
                let mut others = Vec::new();
                let has_consonant = text.ends_with(|it| matches!(it, 'ก'..='ฮ'));
                let follows = |it: &char| has_consonant && (is_mark(*it) || is_invisible(*it));
                while let Some(mark) = letters.next_if(follows) {
                    if is_tone(mark) {
                        marks.push(mark);
                    } else if is_mark(mark) {
                        others.push(mark);
                    }
                }
                flush(&mut marks, &mut text);
                text.push(SARA_AM);
                marks = others;
            }
            'เ' if marks.is_empty() && text.ends_with('เ') => {
                text.pop();
                text.push('แ');
            }
            _ => {
                flush(&mut marks, &mut text);
                text.push(letter);
            }
        }
    }
    flush(&mut marks, &mut text);
    if has_lost_some {
        // What stood apart may now belong together.
        return composer.normalize(&text).into_owned();
    }
    text
}

/// Whether a letter is a form of a Thai one that old fonts of Windows and Mac draw, as it is copied out of a PDF.
fn is_drawn_form(it: char) -> bool {
    matches!(it, '\u{F700}'..='\u{F71A}')
}

/// The letter that such a form draws: higher, lower or further left than its own.
fn meant_by_form(it: char) -> char {
    const MEANT: [char; 27] = [
        '\u{0E10}', '\u{0E34}', '\u{0E35}', '\u{0E36}', '\u{0E37}', '\u{0E48}', '\u{0E49}',
        '\u{0E4A}', '\u{0E4B}', '\u{0E4C}', '\u{0E48}', '\u{0E49}', '\u{0E4A}', '\u{0E4B}',
        '\u{0E4C}', '\u{0E0D}', '\u{0E31}', '\u{0E4D}', '\u{0E47}', '\u{0E48}', '\u{0E49}',
        '\u{0E4A}', '\u{0E4B}', '\u{0E4C}', '\u{0E38}', '\u{0E39}', '\u{0E3A}',
    ];
    let number = (it as u32).checked_sub(0xF700);
    let meant = number.and_then(|it| MEANT.get(it as usize));
    meant.copied().unwrap_or(it)
}

const NIKHAHIT: char = '\u{0E4D}';
const SARA_AM: char = 'ำ';

/// Writes the marks of one consonant: vowel, tone, silencer; each once.
fn flush(marks: &mut Vec<char>, text: &mut String) {
    marks.sort_by_key(|it| place(*it));
    marks.dedup();
    text.extend(marks.drain(..));
}

/// Where a mark stands among those of one consonant.
fn place(mark: char) -> u8 {
    match mark {
        '\u{0E48}'..='\u{0E4B}' => 1,
        '\u{0E4C}' | '\u{0E4E}' => 2,
        _ => 0,
    }
}

fn is_mark(it: char) -> bool {
    matches!(it, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}')
}

fn is_tone(it: char) -> bool {
    matches!(it, '\u{0E48}'..='\u{0E4B}')
}

fn is_thai(it: char) -> bool {
    matches!(it, '\u{0E00}'..='\u{0E7F}')
}

fn is_pictorial(it: char) -> bool {
    it >= '\u{2190}'
}

/// Characters without width, direction marks, and controls that no page and no feed may carry.
pub(crate) fn is_invisible(it: char) -> bool {
    matches!(it,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_shows_nothing_is_blank() {
        for (written, expected) in [
            ("", true),
            (" \u{A0}\u{3000}", true),
            ("\u{3164}\u{2800}", true),
            ("\u{200B}\u{2060}", true),
            ("⠓⠑⠇\u{2800}", false), // Braille has words
            ("ก", false),
        ] {
            assert_eq!(is_blank(&normalise(written)), expected, "for {written:?}");
        }
    }

    #[test]
    fn one_way_to_write_each_word() {
        for (written, expected) in [
            ("เเม่", "แม่"),
            ("c\u{7f}\u{30c}", "č"),
            ("น\u{0E49}\u{0E4D}า", "น้ำ"),
            ("น\u{0E4D}\u{0E49}า", "น้ำ"),
            ("นำ\u{0E49}", "น้ำ"),
            ("น\u{0E4D}า\u{0E49}", "น้ำ"),
            ("ก\u{0E48}ี", "กี่"),
            ("ที่\u{0E48}", "ที่"),
            ("ผู\u{0E49}\u{0E49}นำ", "ผู้นำ"),
            ("ศูนย\u{200B}์ฯ\u{FEFF}", "ศูนย์ฯ"),
            ("สิทธ\u{0E4C}ิ", "สิทธิ์"),
            ("  ก ข \n", "ก ข"),
            ("ก\r\nข", "ก\nข"),
            ("Cafe\u{301}\0", "Café"),
            ("👩\u{200D}🌾", "👩\u{200D}🌾"),
            ("๒๕๖๕", "๒๕๖๕"),
            (
                "ท\u{F701}\u{F70A} ผู\u{F70B} ป\u{F710}น",
                "ที่ ผู้ ปัน".replace("ที่", "ทิ่").as_str(),
            ),
        ] {
            assert_eq!(normalise(written), expected, "written as {written:?}");
        }
    }

    #[test]
    fn lines_keep_their_place() {
        let written = "เเม่\n[x](y)\n";
        let (text, shifts) = normalise_lines(written);
        assert_eq!(text, "แม่\n[x](y)\n");
        assert_eq!(shifts, [("แม่\n".len(), 3)]);
    }

    proptest! {
        #[test]
        fn what_is_in_its_one_form_at_a_glance_is_so_at_a_second_look(
            text in "[ก-๛ -~]{0,12}|[กเแาำ\u{0E34}-\u{0E3A}\u{0E47}-\u{0E4E}]{0,8}|.{0,12}"
        ) {
            if is_in_its_one_form(&text) {
                prop_assert_eq!(rewritten(&text), text);
            }
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(written in "[เแาำ\u{0E48}-\u{0E4D}ิีกน \u{200B}\u{200D}👩]{0,12}") {
            let once = normalise(&written);
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn normalising_any_text_twice_changes_nothing(written in ".*") {
            let once = normalise(&written);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
