//! Entries → the index that a browser searches: Thai without a dictionary.
//!
//! In: entries as pages show them, in one language. Out: chunks, each a classic script. Never: anything that no page shows, but for other
//! names of what one does. `themes/sala/scripts/search-engine.js` reads the index; what both must do alike is tested with the same cases.
//!
//! # The format
//! An index lies in `search/<hash of all chunks>/<language>/` and has two kinds of chunks, `<number>.js` in base 36 with keys, and
//! `r-<number>.js` with records. How many of the first there are is [`chunks`] of the entries; every entry has a record of its own.
//! Both follow from the number of entries alone: a page can name the index, and the plan its files, before there is one.
//!
//! A chunk is `salaSearch.take("<base64 of zlib>")`. Inside, numbers have seven bits a byte, the lowest first, and texts one byte
//! a letter ([`chunk::bytes`]).
//! - Keys: how many entries there are; how many of each kind, in the order of [`EntryKind`] and of their numbers, real ones
//!   and examples after them; how many keys; of each key
//!   how many letters it shares with the one before, the rest of its letters, and twice the number of its entries, one more where only the
//!   best are listed and the number of all follows; then the entries of each key as steps from one to the next, doubled, one more where the
//!   title has the key.
//! - A record: JSON, `[address, title, facts, texts, is_example, lang]`.
//!
//! A key begins with a sign for its kind: `1`, `2`, `3` clusters in a row, of which the last may be a leading vowel alone (a single
//! cluster lists its best 400 entries), `@` a word, `~` a word of which the beginning alone was typed (its best 20), or two clusters with
//! a single letter between them. The number of its chunk is the FNV-1a hash of that sign (for `~` of `@`, or `2`) and of the folded first
//! consonants of its clusters, each with a dot after it, or of up to three consonants of a word.

pub mod alias;
pub mod chunk;
pub mod cluster;
pub mod entry;
pub mod fold;
pub mod key;
pub mod normalise;
mod posting;

use rayon::prelude::*;

use chunk::{Block, Press};
use key::{Glossary, Names};
use posting::Numbered;

pub use entry::{EntryKind, IndexEntry};

/// How many chunks of keys an index of so many entries has: two an entry keep each at about a kilobyte. A large site's are
/// as small with fewer, for what most chunks have is then shared by many entries.
#[must_use]
pub fn chunks(entries: usize) -> usize {
    let few = (entries * 2).next_power_of_two().min(4096);
    (entries / 2).next_power_of_two().clamp(few, 8192)
}

/// The files of an index in its folder, in order: chunks of keys, then of records.
pub fn files(entries: usize) -> impl Iterator<Item = String> {
    let keys = (0..chunks(entries)).map(|it| format!("{}.js", base_36(it)));
    let records = (0..entries).map(|it| format!("r-{}.js", base_36(it)));
    keys.chain(records)
}

fn base_36(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits.reverse();
    digits.into_iter().map(char::from).collect()
}

/// An index in one language.
#[derive(Debug)]
pub struct Index {
    /// In the order of [`files`].
    chunks: Vec<Vec<u8>>,
}

impl Index {
    /// The index of entries.
    #[must_use]
    pub fn new(mut entries: Vec<IndexEntry>) -> Self {
        entries.sort_by_key(|it| (it.kind, it.is_example));
        let count = chunks(entries.len());
        let mut header = Block::default();
        header.number(entries.len() as u32);
        for kind in EntryKind::ALL {
            let of_kind = entries.iter().filter(|it| it.kind == kind);
            let (examples, real): (Vec<_>, Vec<_>) = of_kind.partition(|it| it.is_example);
            header.number(real.len() as u32);
            header.number(examples.len() as u32);
        }
        let size = entries.len().div_ceil(posting::GROUPS);
        let mut entries = entries.into_iter();
        let groups: Vec<Vec<IndexEntry>> = (0..posting::GROUPS)
            .map(|_| entries.by_ref().take(size).collect())
            .collect();
        // Texts become numbers: large sites have no memory for both.
        let groups: Vec<Group> = groups.into_par_iter().map(Group::new).collect();
        let names = Names::new(groups.iter().map(|it| &it.glossary));
        let mut numbered = Vec::new();
        let mut records = Vec::new();
        for mut group in groups {
            let numbers = names.numbers(&group.glossary);
            for it in &mut group.numbered {
                it.title.renumber(&numbers);
                it.rest.renumber(&numbers);
            }
            numbered.append(&mut group.numbered);
            records.append(&mut group.records);
        }
        let mut chunks = posting::chunks(&numbered, &names, count, &header);
        chunks.append(&mut records);
        Self { chunks }
    }

    /// A file of the index, by its place among [`files`].
    #[must_use]
    pub fn chunk(&self, at: usize) -> Option<&[u8]> {
        self.chunks.get(at).map(Vec::as_slice)
    }

    /// Adds every chunk to a hash.
    pub fn add_to(&self, hasher: &mut blake3::Hasher) {
        for chunk in &self.chunks {
            hasher.update(chunk);
        }
    }
}

/// Some entries in a row.
struct Group {
    /// What their numbers stand for.
    glossary: Glossary,
    numbered: Vec<Numbered>,
    records: Vec<Vec<u8>>,
}

impl Group {
    fn new(entries: Vec<IndexEntry>) -> Self {
        let mut glossary = Glossary::default();
        let mut press = Press::default();
        let mut numbered = Vec::with_capacity(entries.len());
        let mut records = Vec::with_capacity(entries.len());
        for it in entries {
            numbered.push(Numbered {
                title: glossary.parts(std::iter::once(&it.title).chain(&it.other_titles)),
                rest: glossary.parts(it.facts.iter().chain(&it.texts).chain(&it.other_names)),
            });
            records.push(press.script(&chunk::bytes(&record_of(&it))));
        }
        Self {
            glossary,
            numbered,
            records,
        }
    }
}

/// How many letters of a page its record holds: pages are long, and a question that reads many of them should cost little. What stands further
/// down is found all the same, and shown by how the page begins.
const LETTERS_OF_A_PAGE: usize = 1_600;

/// The passages that a record holds.
fn shown_texts(it: &IndexEntry) -> &[String] {
    if it.kind != EntryKind::Page {
        return &it.texts;
    }
    let mut letters = 0;
    let fits = it.texts.iter().take_while(|text| {
        letters += text.chars().count();
        letters <= LETTERS_OF_A_PAGE
    });
    &it.texts[..fits.count().max(1).min(it.texts.len())]
}

fn record_of(it: &IndexEntry) -> String {
    serde_json::json!([
        it.address,
        it.title,
        it.facts,
        shown_texts(it),
        u8::from(it.is_example),
        it.lang.unwrap_or_default(),
    ])
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: EntryKind) -> IndexEntry {
        IndexEntry {
            kind,
            address: "about/".to_owned(),
            title: "โครงการ".to_owned(),
            lang: None,
            facts: Vec::new(),
            texts: vec!["ก".repeat(1_000), "ข".repeat(1_000), "ค".repeat(1_000)],
            other_titles: Vec::new(),
            other_names: Vec::new(),
            is_example: false,
        }
    }

    #[test]
    fn the_record_of_a_long_page_holds_how_it_begins() {
        assert_eq!(shown_texts(&entry(EntryKind::Page)).len(), 1);
        assert_eq!(shown_texts(&entry(EntryKind::BestPractice)).len(), 3);
        let mut short = entry(EntryKind::Page);
        short.texts.truncate(1);
        assert_eq!(shown_texts(&short).len(), 1);
        short.texts.clear();
        assert!(shown_texts(&short).is_empty());
    }
}
