//! A normalised text → words of Latin letters and digits, and Thai runs cut into character clusters by rule.
//!
//! A cluster is what one writes without lifting the pen: leading vowel, consonant, vowels and tone; a letter silenced by ์ joins the cluster
//! before it. No dictionary, so what is cut here and what a browser cuts never differ. `cut` in `search-engine.js` is its twin.

use super::normalise::{is_consonant, is_thai};

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// A word of Latin letters and digits.
    Word(&'a str),
    /// Clusters of Thai letters that only spaces part.
    Thai(Vec<&'a str>),
}

/// The stretches of a normalised text. Spaces between Thai letters part no run, as Thai writes them where it likes, but no cluster goes
/// across them.
#[must_use]
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    // Whether nothing but spaces stands between the last run and what follows.
    let mut goes_on = false;
    while let Some(first) = rest.chars().next() {
        let kind = |it: char| (is_thai(it), is_latin(it));
        let is_seen = is_thai(first) || is_latin(first);
        let end = if is_seen {
            rest.find(|it| kind(it) != kind(first))
        } else {
            Some(first.len_utf8())
        };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if is_thai(first) {
            match runs.last_mut() {
                Some(Run::Thai(run)) if goes_on => run.extend(clusters(piece)),
                _ => runs.push(Run::Thai(clusters(piece).collect())),
            }
            goes_on = true;
        } else if is_seen {
            runs.push(Run::Word(piece));
            goes_on = false;
        } else {
            goes_on &= first == ' ';
        }
    }
    runs.retain(|it| !matches!(it, Run::Thai(clusters) if clusters.is_empty()));
    runs
}

/// Letters of Latin words, in lower case, and digits.
fn is_latin(it: char) -> bool {
    matches!(it, 'a'..='z' | '0'..='9')
}

/// The clusters of a stretch of Thai letters.
pub fn clusters(piece: &str) -> impl Iterator<Item = &str> {
    let mut rest = piece;
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            let length = cluster(rest).unwrap_or(0);
            if length > 0 {
                let (cluster, after) = rest.split_at(length);
                rest = after;
                return Some(cluster);
            }
            // ฯ belongs to no word.
            rest = &rest[first.len_utf8()..];
        }
    })
}

/// The length of the cluster with which a text begins, in bytes; every Thai letter has three.
fn cluster(text: &str) -> Option<usize> {
    let mut ahead = text.chars();
    let mut letters = [None; 6];
    letters.fill_with(|| ahead.next());
    let first = letters[0]?;
    let tone = |at: usize| usize::from(matches!(letters[at], Some('\u{E48}'..='\u{E4B}')));
    let ends = |at: usize| !letters[at].is_some_and(is_vowel);
    let consonant = |at: usize| letters[at].is_some_and(is_consonant);
    // เ-ีย, เ-ือ, -ัว: vowels that hold a consonant letter, unless it has a vowel of its own.
    let whole = match (first, letters[1], letters[2]) {
        ('เ', Some(_), Some('\u{E35}')) if consonant(1) => Some((3, 'ย')),
        ('เ', Some(_), Some('\u{E37}')) if consonant(1) => Some((3, 'อ')),
        (_, Some('\u{E31}'), _) if is_consonant(first) => Some((2, 'ว')),
        _ => None,
    };
    let whole = whole.and_then(|(at, last)| {
        let at = at + tone(at);
        (letters[at] == Some(last) && ends(at + 1)).then_some(at + 1)
    });
    let count = whole.or_else(|| {
        let lead = usize::from(matches!(first, 'เ'..='ไ'));
        if !consonant(lead) {
            return None;
        }
        let marks = text.chars().skip(lead + 1).take_while(|it| is_mark(*it));
        Some(lead + 1 + marks.count())
    });
    let Some(count) = count else {
        return matches!(first, 'ะ'..='\u{E4E}').then_some(first.len_utf8());
    };
    let mut after = text.chars().skip(count);
    let mut silenced = 0;
    if after.next().is_some_and(is_consonant) {
        silenced = match (after.next(), after.next()) {
            (Some('\u{E4C}'), _) => 2,
            (Some('\u{E34}' | '\u{E38}'), Some('\u{E4C}')) => 3,
            _ => 0,
        };
    }
    Some((count + silenced) * first.len_utf8())
}

/// Vowels after and above, and tones: what tells that a consonant begins a cluster.
fn is_vowel(it: char) -> bool {
    matches!(it, 'ะ'..='\u{E3A}' | '\u{E47}'..='\u{E4B}')
}

fn is_mark(it: char) -> bool {
    is_vowel(it) || matches!(it, '\u{E4D}' | '\u{E4E}' | 'ๅ')
}
