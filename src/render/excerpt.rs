//! A text cut short, at a word: Thai writes no spaces, so words come from a dictionary.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, WordSegmenter};

/// The text where it is at most `most` characters long, else its beginning up to the end of a word, and `…`.
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
    let end = segmenter
        .segment_str(seen)
        .take_while(|it| *it <= cut)
        .last()
        .filter(|it| *it > 0)
        .unwrap_or_else(|| end_of_cluster(seen, cut));
    let kept =
        text[..end].trim_end_matches(|it: char| it.is_whitespace() || ",;:–-(“".contains(it));
    format!("{kept}…")
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
}
