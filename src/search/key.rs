//! The keys under which a text is found, and the chunk in which each key lies.
//!
//! A key is one, two or three clusters in a row, or a Latin word. The name of its chunk follows from the sounds of its clusters alone, so a
//! browser knows which chunk to ask for, and finds there what differs in a tone, a vowel or a letter of the same sound.

use std::collections::HashMap;

use super::cluster::{Run, runs};
use super::fold::{skeleton, word_skeleton};
use super::normalise::normalise;

/// Of what a key is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A cluster.
    One,
    /// Two in a row.
    Two,
    /// Three in a row.
    Three,
    /// A Latin word or a number.
    Word,
}

/// Clusters and words by number.
#[derive(Debug, Default)]
pub struct Names {
    /// Each once, with the sound that stands for it; of a word, its skeleton.
    pub all: Vec<(String, String)>,
    /// Of each cluster that begins with a vowel, the number of that vowel alone.
    leads: Vec<Option<u32>>,
    numbers: HashMap<String, u32>,
}

/// So many clusters and words have a number of their own: far more than a language has. Later ones have no keys.
const MOST: usize = 1 << 20;

/// A text as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Clusters in a row.
    Thai(Vec<u32>),
    /// A word.
    Word(u32),
}

impl Names {
    /// The number of a cluster or a word.
    fn number(&mut self, name: &str) -> Option<u32> {
        if let Some(number) = self.numbers.get(name) {
            return Some(*number);
        }
        let number = u32::try_from(self.all.len()).ok()?;
        if self.all.len() == MOST {
            return None;
        }
        let is_word = !name.starts_with(super::normalise::is_thai);
        let sound = if is_word {
            word_skeleton(name)
        } else {
            skeleton(name).into_iter().collect()
        };
        self.all.push((name.to_owned(), sound));
        self.leads.push(None);
        self.numbers.insert(name.to_owned(), number);
        if let Some(lead @ 'เ'..='ไ') = name.chars().next() {
            let lead = self.number(lead.encode_utf8(&mut [0; 4]))?;
            self.leads[number as usize] = Some(lead);
        }
        Some(number)
    }

    /// A text as numbers.
    pub fn parts(&mut self, text: &str) -> Vec<Part> {
        let normal = normalise(text);
        let mut parts = Vec::new();
        for run in runs(&normal) {
            match run {
                Run::Word(word) => parts.extend(self.number(word).map(Part::Word)),
                Run::Thai(clusters) => {
                    let numbers = clusters.iter().filter_map(|it| self.number(it));
                    parts.push(Part::Thai(numbers.collect()));
                }
            }
        }
        parts
    }

    /// The letters of a key, after a sign for its kind.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        let mut text = String::from(match key.kind() {
            Kind::One => "1",
            Kind::Two => "2",
            Kind::Three => "3",
            Kind::Word => "@",
        });
        for number in key.numbers() {
            text.push_str(&self.all[number as usize].0);
        }
        text
    }

    /// What names the chunk of a key.
    #[must_use]
    pub fn sound(&self, key: Key) -> u32 {
        let mut hash = Sound::new(match key.kind() {
            Kind::One => '1',
            Kind::Two => '2',
            Kind::Three => '3',
            Kind::Word => '@',
        });
        for number in key.numbers() {
            hash.add(&self.all[number as usize].1);
            if key.kind() != Kind::Word {
                hash.add(".");
            }
        }
        hash.0
    }
}

/// A key as a number: its kind and up to three clusters, or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u64);

impl Key {
    fn new(kind: Kind, numbers: &[u32]) -> Self {
        let packed = numbers
            .iter()
            .fold(kind as u64, |key, number| (key << 20) | u64::from(*number));
        Self(packed << (20 * (3 - numbers.len())))
    }

    /// Of what it is made.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.0 >> 60 {
            0 => Kind::One,
            1 => Kind::Two,
            2 => Kind::Three,
            _ => Kind::Word,
        }
    }

    fn numbers(self) -> impl Iterator<Item = u32> {
        let count = match self.kind() {
            Kind::One | Kind::Word => 1,
            Kind::Two => 2,
            Kind::Three => 3,
        };
        (0..count).map(move |at| (self.0 >> (40 - 20 * at)) as u32 & 0xf_ffff)
    }

    /// The word's number.
    #[must_use]
    pub fn word(self) -> Option<u32> {
        self.numbers().next().filter(|_| self.kind() == Kind::Word)
    }
}

/// Calls back with every key of a text. Where a row ends in a cluster that begins with a vowel, whoever types has typed that vowel first,
/// and nobody knows its consonant yet: there is a key for that moment, too.
pub fn each(parts: &[Part], names: &Names, mut found: impl FnMut(Key)) {
    for part in parts {
        match part {
            Part::Word(word) => found(Key::new(Kind::Word, &[*word])),
            Part::Thai(run) => {
                for (kind, count) in [(Kind::One, 1), (Kind::Two, 2), (Kind::Three, 3)] {
                    for row in run.windows(count) {
                        found(Key::new(kind, row));
                        let lead = names.leads[row[count - 1] as usize];
                        if let (Some(lead), true) = (lead, count > 1) {
                            let mut typed = [0; 3];
                            typed[..count].copy_from_slice(row);
                            typed[count - 1] = lead;
                            found(Key::new(kind, &typed[..count]));
                        }
                    }
                }
            }
        }
    }
}

/// FNV-1a over UTF-16, as browsers count letters.
#[derive(Clone, Copy, Debug)]
pub struct Sound(pub u32);

impl Sound {
    /// Begins with the sign of a kind.
    #[must_use]
    pub fn new(kind: char) -> Self {
        let mut hash = Self(0x811c_9dc5);
        hash.add(kind.encode_utf8(&mut [0; 4]));
        hash
    }

    /// Goes on with letters.
    pub fn add(&mut self, text: &str) {
        for unit in text.encode_utf16() {
            self.0 = (self.0 ^ u32::from(unit)).wrapping_mul(0x0100_0193);
        }
    }
}
