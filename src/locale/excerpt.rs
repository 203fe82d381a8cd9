//! A text cut short, at a word: Thai writes no spaces, so words come from a dictionary.

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, WordSegmenter};

/// The text where it is at most `most` characters long, else its beginning up to the end of a word, and `…`.
///
/// It never ends inside the name of a king, a queen or whoever else is a สมเด็จพระ, which is whole or not there, nor inside an abbreviation or
/// between one and what it stands before (พ.ศ. ๒๕๖๕, อ.เขื่องใน), nor before ฯ or ๆ, nor inside a number. A text that begins with such a name says it whole.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    // A word that begins before the cut is seen whole, so that a break inside it is not taken for its end.
    let seen = text[cut..]
        .char_indices()
        .nth(40)
        .map_or(text, |(more, _)| &text[..cut + more]);
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut breaks: Vec<usize> = segmenter
        .segment_str(seen)
        .take_while(|it| *it <= cut)
        .filter(|it| *it > 0)
        .collect();
    let longest = breaks.last().copied();
    let names = royal_names(text);
    let end = loop {
        match breaks.pop() {
            Some(at)
                if may_end(text, at) && !names.iter().any(|it| it.start < at && at < it.end) =>
            {
                break at;
            }
            Some(_) => {}
            None => match names.first() {
                Some(name) if name.start == 0 => break name.end,
                _ => break longest.unwrap_or_else(|| end_of_cluster(seen, cut)),
            },
        }
    };
    if end == text.len() {
        return text.to_owned();
    }
    let kept =
        text[..end].trim_end_matches(|it: char| it.is_whitespace() || ",;:–-(“".contains(it));
    format!("{kept}…")
}

/// The most letters of a part of an abbreviation: `จอส.`, `เม.ย.`
const ABBREVIATED: usize = 4;

/// Whether a reader understands a text that ends here.
fn may_end(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let next = after.chars().next();
    // What repeats or shortens a word belongs to it, also after a space.
    if after.trim_start().starts_with(['ฯ', 'ๆ']) || next == Some('.') {
        return false;
    }
    let mut back = before.trim_end().chars().rev();
    let last = back.next();
    // An abbreviation wants what follows; the rest of it at least.
    if last == Some('.') && back.next().is_some_and(is_thai) {
        return false;
    }
    let letters = |it: &mut dyn Iterator<Item = char>| it.take_while(|it| is_thai(*it)).count();
    let (behind, ahead) = (
        letters(&mut before.chars().rev()),
        letters(&mut after.chars()),
    );
    let ends_in_dot = after.chars().nth(ahead) == Some('.');
    if behind > 0 && ahead > 0 && ends_in_dot && behind + ahead <= ABBREVIATED {
        return false;
    }
    // The day stays with its month: ๑๓ มี.ค.
    let rest = after.trim_start();
    let word = letters(&mut rest.chars());
    let is_month = (1..=ABBREVIATED).contains(&word) && rest.chars().nth(word) == Some('.');
    if is_month && before.trim_end().ends_with(char::is_numeric) {
        return false;
    }
    // A name after its abbreviation is one word, whatever a dictionary sees in it: ต.หัวดอน
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let parts: Vec<char> = word.chars().collect();
    let is_abbreviated = parts.windows(2).any(|it| is_thai(it[0]) && it[1] == '.');
    if is_abbreviated && next.is_some_and(is_thai) {
        return false;
    }
    let parts = |it: char| "-.,:/".contains(it);
    let is_number = |it: &str| it.starts_with(char::is_numeric);
    let ends_in_number = before.trim_end_matches(parts).ends_with(char::is_numeric);
    !(ends_in_number && is_number(after.trim_start_matches(parts)))
}

fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e2e}' | '\u{e30}'..='\u{e39}' | '\u{e40}'..='\u{e44}' | '\u{e47}'..='\u{e4d}')
}

/// How names of royalty and of the highest monks go on after a space.
const GOES_ON: [&str; 8] = [
    "พระ",
    "สมเด็จ",
    "กรม",
    "เจ้าฟ้า",
    "มหา",
    "บรม",
    "สยาม",
    "รัชกาลที่",
];

/// Where such names stand: from พระบาทสมเด็จพระ or สมเด็จพระ to the end of their last part, with the number of the reign.
fn royal_names(text: &str) -> Vec<Range<usize>> {
    const BEGINS: &str = "สมเด็จพระ";
    let mut names: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices(BEGINS) {
        if names.last().is_some_and(|it| at < it.end) {
            continue;
        }
        let before = text[..at].strip_suffix("พระบาท");
        let start = before.map_or(at, str::len);
        let part = |from: usize| {
            let length = text[from..].find(char::is_whitespace);
            length.map_or(text.len(), |it| from + it)
        };
        let mut end = part(at);
        while let Some(rest) = text[end..].strip_prefix(' ')
            && let Some(begins) = GOES_ON.iter().find(|it| rest.starts_with(**it))
        {
            let begun = end + 1;
            end = part(begun);
            let is_reign = text[begun..end] == **begins && text[end..].starts_with(' ');
            if is_reign && text[end + 1..].starts_with(char::is_numeric) {
                end = part(end + 1);
            }
        }
        names.push(start..end);
    }
    names
}

/// How many columns a text takes on a line: Thai vowels and tones above and below take none.
#[must_use]
pub fn width(text: &str) -> usize {
    let is_mark =
        |it: char| matches!(it, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    text.chars().filter(|it| !is_mark(*it)).count()
}

/// Where a word is longer than the whole excerpt: the end of a letter with all its marks.
fn end_of_cluster(text: &str, most: usize) -> usize {
    let breaks = GraphemeClusterSegmenter::new().segment_str(text);
    breaks.take_while(|it| *it <= most).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_words() {
        assert_eq!(excerpt("ศูนย์เรียนรู้", 40), "ศูนย์เรียนรู้");
        let text = "โรงเรียนชาวนากลางทุ่ง เรียนรู้ธนาคารข้าว";
        assert_eq!(excerpt(text, 12), "โรงเรียน…");
        assert_eq!(excerpt(text, 23), "โรงเรียนชาวนากลางทุ่ง…");
        assert_eq!(excerpt("one two three", 9), "one two…");
    }

    #[test]
    fn never_cuts_inside_a_cluster() {
        let text = "กำ้กื้ก่๊กิ้";
        for most in 0..text.chars().count() {
            let cut = excerpt(text, most);
            let next = text[cut.len() - '…'.len_utf8()..].chars().next();
            let is_mark = next.is_some_and(
                |it| matches!(it, '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'),
            );
            assert!(!is_mark || cut == "…", "{most}: {cut}");
        }
    }

    #[test]
    fn a_royal_name_is_whole_or_not_there() {
        let name = "พระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ พระวชิรเกล้าเจ้าอยู่หัว รัชกาลที่ ๑๐";
        let text = format!("ปลูกต้นไม้ถวายเป็นพระราชกุศล {name} เนื่องในโอกาสเฉลิมพระชนมพรรษา");
        let start = text.chars().count() - text.split_once(name).unwrap().1.chars().count();
        let mut seen = [false; 2];
        for most in 1..text.chars().count() {
            let cut = excerpt(&text, most);
            let is_whole = cut.contains(name);
            assert!(is_whole || !cut.contains("สมเด็จ"), "{most}: {cut}");
            assert_eq!(is_whole, most >= start, "{most}: {cut}");
            seen[usize::from(is_whole)] = true;
        }
        assert_eq!(seen, [true; 2]);
        // Nothing stands before it that could be left.
        assert_eq!(
            excerpt(&format!("{name} ทรงพระราชทาน"), 20),
            format!("{name}…")
        );
        let princess = "งานสมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี ที่ตำบล";
        assert_eq!(excerpt(princess, 40), "งาน…");
    }

    #[test]
    fn an_abbreviation_stays_with_what_it_stands_before() {
        for (text, expected) in [
            ("เปิดมาตั้งแต่ พ.ศ. ๒๕๖๕ โดยชาวบ้าน", "เปิดมาตั้งแต่"),
            ("ตั้งอยู่ที่ ต.หัวดอน อ.เขื่องใน จังหวัดอุบลราชธานี", "ตั้งอยู่ที่"),
            ("อบรมโดย ศ.จอส.พช. ทุกเดือน", "อบรมโดย"),
            ("จัดงานวันที่ ๑๓ มี.ค. ๖๕ ที่วัด", "จัดงานวันที่"),
        ] {
            let whole = ["๒๕๖๕", "หัวดอน", "ทุก", "๖๕"];
            let most = text.chars().count();
            for most in expected.chars().count()..most {
                let cut = excerpt(text, most);
                let kept = cut.trim_end_matches('…');
                let is_sound = !kept.ends_with('.') && !text[kept.len()..].starts_with('.');
                assert!(is_sound, "{most}: {cut}");
                let has_dot = kept.contains('.');
                assert!(
                    !has_dot || whole.iter().any(|it| kept.contains(it)),
                    "{most}: {cut}"
                );
            }
            assert_eq!(
                excerpt(text, expected.chars().count() + 4),
                format!("{expected}…")
            );
        }
    }

    #[test]
    fn numbers_and_repeated_words_stay_whole() {
        assert_eq!(excerpt("โทรศัพท์ 045-344628 ต่อ 12", 14), "โทรศัพท์…");
        for most in 8..16 {
            let cut = excerpt("ชุมชนต่าง ๆ ร่วมกับศูนย์ฯ ทุกแห่ง", most);
            assert!(cut != "ชุมชนต่าง…", "{most}: {cut}");
        }
        assert_eq!(excerpt("ร่วมกับศูนย์ฯ ทุกแห่ง", 12), "ร่วมกับ…");
    }
}
