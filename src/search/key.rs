//! The keys under which a text is found, and the chunk in which each key lies.
//!
//! A key is one, two or three clusters in a row, or a Latin word. The name of its chunk follows from the sounds of its clusters alone, so a
//! browser knows which chunk to ask for, and finds there what differs in a tone, a vowel or a letter of the same sound.

use std::collections::HashMap;

use super::cluster::{Run, runs};
use super::fold::{skeleton, word_skeleton};
use super::normalise::{is_thai, normalise};

/// Of what a key is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// A cluster.
    One,
    /// Two in a row.
    Two,
    /// Three in a row.
    Three,
    /// A Latin word or a number.
    Word,
    /// A Latin word of which only the beginning was typed.
    Begun,
    /// Two on both sides of a single letter: whoever leaves it out asks for these two in a row.
    Around,
}

impl KeyKind {
    const ALL: [Self; 6] = [
        Self::One,
        Self::Two,
        Self::Three,
        Self::Word,
        Self::Begun,
        Self::Around,
    ];

    /// What a browser writes before the letters of a key.
    const fn sign(self) -> char {
        match self {
            Self::One => '1',
            Self::Two => '2',
            Self::Three => '3',
            Self::Word => '@',
            Self::Begun | Self::Around => '~',
        }
    }
}

/// Texts as the numbers of what they are made of: clusters in a row and words, each row and each word with `END` after it.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<u32>);

const END: u32 = u32::MAX;
/// What tells the number of a word from that of a cluster.
const WORD: u32 = 1 << 31;

impl Parts {
    /// The same by other numbers.
    pub fn renumber(&mut self, numbers: &[u32]) {
        for it in self.0.iter_mut().filter(|it| **it != END) {
            *it = numbers[*it as usize];
        }
    }

    /// About how many keys there are.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.0.len() * 4
    }
}

/// What some entries are made of, numbered as it is met.
#[derive(Debug, Default)]
pub struct Glossary(HashMap<String, u32>);

impl Glossary {
    /// Texts as numbers.
    pub fn parts<'a>(&mut self, texts: impl Iterator<Item = &'a String>) -> Parts {
        let mut parts = Vec::new();
        for text in texts {
            for run in runs(&normalise(text)) {
                match run {
                    Run::Word(word) => parts.push(self.number(word)),
                    Run::Thai(clusters) => {
                        parts.extend(clusters.into_iter().map(|it| self.number(it)));
                    }
                }
                parts.push(END);
            }
        }
        Parts(parts)
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.0.get(name) {
            return *number;
        }
        let number = self.0.len() as u32;
        self.0.insert(name.to_owned(), number);
        number
    }
}

#[derive(Debug)]
struct Cluster {
    text: String,
    /// The letter that stands for how it begins; 0 where it has no consonant.
    sound: u16,
    /// The sounds of keys of one, two and three clusters that begin with it.
    begins: [Sound; 3],
    /// Where it begins with a vowel, the number of that vowel alone.
    lead: Option<u32>,
    /// Whether it is a consonant and nothing else.
    is_letter: bool,
}

#[derive(Debug)]
struct Word {
    text: String,
    /// Its sound, and those of what was typed of it: where less was typed, another chunk is asked for.
    sounds: Vec<Sound>,
}

/// Clusters and words of all entries, each by its place in the order of letters: what is alike stands together.
#[derive(Debug)]
pub struct Names {
    clusters: Vec<Cluster>,
    words: Vec<Word>,
}

impl Names {
    /// All that glossaries have.
    #[must_use]
    pub fn new<'a>(glossaries: impl Iterator<Item = &'a Glossary>) -> Self {
        let met = glossaries.flat_map(|it| it.0.keys().map(String::as_str));
        let leads = ["เ", "แ", "โ", "ใ", "ไ"];
        let mut names: Vec<&str> = met.chain(leads).collect();
        names.sort_unstable();
        names.dedup();
        let (clusters, words): (Vec<&str>, Vec<&str>) =
            names.into_iter().partition(|it| it.starts_with(is_thai));
        let lead_of = |it: &str| {
            let vowel = leads.iter().find(|vowel| it.starts_with(**vowel))?;
            clusters.binary_search(vowel).ok().map(|it| it as u32)
        };
        let cluster = |it: &&str| {
            let sound = skeleton(it).map_or(0, |it| it as u16);
            Cluster {
                text: (*it).to_owned(),
                sound,
                begins: [KeyKind::One, KeyKind::Two, KeyKind::Three]
                    .map(|it| Sound::of(it).with(sound)),
                lead: lead_of(it),
                is_letter: sound != 0 && it.chars().count() == 1,
            }
        };
        let word = |it: &str| {
            let skeleton = word_skeleton(it);
            let is_number = it.starts_with(|it: char| it.is_ascii_digit());
            let typed = skeleton.char_indices().skip(1);
            let typed = typed.filter(|_| !is_number).map(|it| &skeleton[..it.0]);
            let sounds = std::iter::once(skeleton.as_str()).chain(typed);
            Word {
                text: it.to_owned(),
                sounds: sounds.map(Sound::of_word).collect(),
            }
        };
        Self {
            words: words.into_iter().map(word).collect(),
            clusters: clusters.iter().map(cluster).collect(),
        }
    }

    /// The numbers that the names of a glossary have here, by those that they have there.
    #[must_use]
    pub fn numbers(&self, glossary: &Glossary) -> Vec<u32> {
        let mut numbers = vec![END; glossary.0.len()];
        let place = |name: &str| {
            if name.starts_with(is_thai) {
                let place = self
                    .clusters
                    .binary_search_by(|it| it.text.as_str().cmp(name));
                place.ok().map(|it| it as u32)
            } else {
                let place = self.words.binary_search_by(|it| it.text.as_str().cmp(name));
                place.ok().map(|it| it as u32 | WORD)
            }
        };
        #[expect(
            clippy::iter_over_hash_type,
            reason = "each name has a place of its own"
        )]
        for (name, number) in &glossary.0 {
            numbers[*number as usize] = place(name).unwrap_or(END);
        }
        numbers
    }

    /// Calls back with every key of texts and its sound. Where a row ends in a cluster that begins with a vowel, whoever types has typed
    /// that vowel first, and nobody knows its consonant yet: there is a key for that moment, too.
    pub fn each_key(&self, parts: &Parts, mut found: impl FnMut(Key, Sound)) {
        for run in parts.0.split(|it| *it == END) {
            if let [word @ WORD..=u32::MAX] = *run {
                let word = word - WORD;
                for (at, sound) in self.words[word as usize].sounds.iter().enumerate() {
                    let kind = if at == 0 {
                        KeyKind::Word
                    } else {
                        KeyKind::Begun
                    };
                    found(Key::new(kind, [word, 0, 0]), *sound);
                }
                continue;
            }
            for (at, &a) in run.iter().enumerate() {
                let first = &self.clusters[a as usize];
                found(Key::new(KeyKind::One, [a, 0, 0]), first.begins[0]);
                let Some(&b) = run.get(at + 1) else { continue };
                let second = &self.clusters[b as usize];
                found(
                    Key::new(KeyKind::Two, [a, b, 0]),
                    first.begins[1].with(second.sound),
                );
                if let Some(lead) = second.lead {
                    found(
                        Key::new(KeyKind::Two, [a, lead, 0]),
                        first.begins[1].with(0),
                    );
                }
                let Some(&c) = run.get(at + 2) else { continue };
                let third = &self.clusters[c as usize];
                let sound = first.begins[2].with(second.sound);
                found(Key::new(KeyKind::Three, [a, b, c]), sound.with(third.sound));
                if second.is_letter {
                    let sound = first.begins[1].with(third.sound);
                    found(Key::new(KeyKind::Around, [a, c, 0]), sound);
                }
                if let Some(lead) = third.lead {
                    found(Key::new(KeyKind::Three, [a, b, lead]), sound.with(0));
                }
            }
        }
    }

    /// The letters of a key, after a sign for its kind.
    pub fn write(&self, key: Key, text: &mut String) {
        let kind = key.kind();
        text.clear();
        text.push(kind.sign());
        let count = match kind {
            KeyKind::Word | KeyKind::Begun => {
                return text.push_str(&self.words[key.number(0)].text);
            }
            KeyKind::One => 1,
            KeyKind::Two | KeyKind::Around => 2,
            KeyKind::Three => 3,
        };
        for at in 0..count {
            text.push_str(&self.clusters[key.number(at)].text);
        }
    }
}

/// A key as a number below 2⁹⁰: its kind and three clusters, or a word. Keys are in the order of their letters, but for clusters that begin
/// others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub u128);

/// More clusters than any memory holds.
const BITS: usize = 29;

impl Key {
    fn new(kind: KeyKind, numbers: [u32; 3]) -> Self {
        let [a, b, c] = numbers.map(u128::from);
        Self((kind as u128) << (3 * BITS) | a << (2 * BITS) | b << BITS | c)
    }

    /// Of what it is made.
    #[must_use]
    pub fn kind(self) -> KeyKind {
        KeyKind::ALL[(self.0 >> (3 * BITS)) as usize]
    }

    fn number(self, at: usize) -> usize {
        (self.0 >> ((2 - at) * BITS)) as usize & ((1 << BITS) - 1)
    }
}

/// What names a chunk: FNV-1a over UTF-16, as browsers count letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound(u32);

impl Sound {
    const fn of(kind: KeyKind) -> Self {
        Self(0x811c_9dc5).and(kind.sign() as u16)
    }

    fn of_word(skeleton: &str) -> Self {
        let letters = skeleton.encode_utf16();
        letters.fold(Self::of(KeyKind::Word), Self::and)
    }

    /// Goes on with a cluster.
    const fn with(self, sound: u16) -> Self {
        let it = if sound == 0 { self } else { self.and(sound) };
        it.and(b'.' as u16)
    }

    const fn and(self, unit: u16) -> Self {
        Self((self.0 ^ unit as u32).wrapping_mul(0x0100_0193))
    }

    /// The number of its chunk among so many, a power of two.
    #[must_use]
    pub fn chunk(self, count: usize) -> usize {
        self.0 as usize & (count - 1)
    }
}
