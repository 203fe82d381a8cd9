//! A text → the one form in which it is searched. `normalise` in `search-engine.js` is its twin.
//!
//! In: any text. Out: lower case without accents, Arabic digits, marks in one order, nothing invisible, abbreviations without their dots.
//! Never: words, which come from rules of letters alone.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// The form in which a text is searched.
#[must_use]
pub fn normalise(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    let lower = if apart.chars().all(has_no_capital) {
        apart
    } else {
        Cow::Owned(apart.to_lowercase())
    };
    let letters = lower.chars().filter(|it| !is_invisible(*it));
    let letters = one_spelling(letters.map(arabic_digit).collect());
    let letters = one_number(letters);
    without_dots(letters).into_iter().collect()
}

/// Thai letters and ASCII in lower case: nearly every letter there is.
fn has_no_capital(it: char) -> bool {
    matches!(it, '\0'..='@' | '['..='\x7f' | '\u{E00}'..='\u{E7F}')
}

/// Characters without width, and the accents of Latin letters.
fn is_invisible(it: char) -> bool {
    matches!(
        it,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}

fn arabic_digit(it: char) -> char {
    match it {
        '๐'..='๙' => char::from(b'0' + (it as u32 - '๐' as u32) as u8),
        _ => it,
    }
}

/// ํา → ำ with a tone before it, เเ → แ, and a tone after the vowel of its consonant.
fn one_spelling(letters: Vec<char>) -> Vec<char> {
    let is_other = |it: &[char]| match *it {
        ['\u{E4D}', _] | ['เ', 'เ'] => true,
        [it, next] => is_tone(it) && (next == '\u{E4D}' || is_vowel_mark(next)),
        _ => false,
    };
    if !letters.windows(2).any(is_other) {
        return letters;
    }
    let mut made: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let taken = match *rest {
            ['\u{E4D}', 'า', ..] => {
                made.push('ำ');
                2
            }
            ['\u{E4D}', tone, 'า', ..] | [tone, '\u{E4D}', 'า', ..] if is_tone(tone) => {
                made.extend([tone, 'ำ']);
                3
            }
            ['เ', 'เ', ..] => {
                made.push('แ');
                2
            }
            [tone, vowel, ..] if is_tone(tone) && is_vowel_mark(vowel) => {
                made.extend([vowel, tone]);
                2
            }
            [it, ..] => {
                made.push(it);
                1
            }
            [] => 1,
        };
        at += taken;
    }
    made
}

/// Digits of one number stand together: `045-344628`, `1,500`.
fn one_number(letters: Vec<char>) -> Vec<char> {
    if !letters.iter().any(|it| matches!(it, '-' | '–' | ',')) {
        return letters;
    }
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let is_inside = |at: usize| {
        at > 0
            && is_digit(at - 1)
            && match letters[at] {
                '-' | '–' => is_digit(at + 1),
                ',' => (1..=3).all(|it| is_digit(at + it)) && !is_digit(at + 4),
                _ => false,
            }
    };
    let kept = (0..letters.len()).filter(|at| !is_inside(*at));
    kept.map(|at| letters[at]).collect()
}

/// The dots of `กศน.` and `พ.ศ.` go; the one of `อ.` parts it from the name that follows.
fn without_dots(letters: Vec<char>) -> Vec<char> {
    if !letters.contains(&'.') {
        return letters;
    }
    let mut made = Vec::with_capacity(letters.len());
    for (at, letter) in letters.iter().enumerate() {
        if *letter != '.' || at == 0 || !is_consonant(letters[at - 1]) {
            made.push(*letter);
            continue;
        }
        let more = letters[at + 1..].iter();
        let more = more.take_while(|it| is_consonant(**it)).count();
        let goes_on = (1..=4).contains(&more) && letters.get(at + 1 + more) == Some(&'.');
        // Dots before this one are gone already.
        let is_single = made.len() < 2 || !is_thai(made[made.len() - 2]);
        if is_single && !goes_on {
            made.push(' ');
        }
    }
    made
}

/// ก to ฮ.
#[must_use]
pub fn is_consonant(it: char) -> bool {
    matches!(it, 'ก'..='ฮ')
}

/// Letters and marks of Thai words; ฯ is among them, and no cluster holds it.
#[must_use]
pub fn is_thai(it: char) -> bool {
    matches!(it, 'ก'..='\u{E3A}' | 'เ'..='\u{E4E}')
}

fn is_tone(it: char) -> bool {
    matches!(it, '\u{E48}'..='\u{E4B}')
}

fn is_vowel_mark(it: char) -> bool {
    matches!(it, '\u{E31}' | '\u{E34}'..='\u{E39}')
}
