//! Keys of all entries → the chunks in which a browser looks them up.
//!
//! In: entries as numbers. Out: chunks of keys with the entries that have each. Keys are gathered a share of the chunks at a time, so that
//! memory does not grow with the site.

use std::ops::Range;

use rayon::prelude::*;

use super::chunk::{Block, Press};
use super::key::{Key, KeyKind, Names, Parts};

/// Of so many entries a single cluster knows its best: nobody reads more of what nearly every entry has.
const MOST_OF_ONE: usize = 400;
/// So many entries a word has where only its beginning was typed.
const MOST_OF_BEGINNING: usize = 20;
/// So many keys are gathered at once, and of a very large site a sixteenth: each time all of its texts are gone through.
const AT_ONCE: usize = 10_000_000;
const TIMES: usize = 16;
/// In so many groups entries are gone through at once, on any number of processors.
pub const GROUPS: usize = 32;

/// An entry as numbers: what is searched in its title, and in the rest.
#[derive(Debug)]
pub struct Numbered {
    /// The title.
    pub title: Parts,
    /// Everything else.
    pub rest: Parts,
}

/// A key that was met in an entry: after the key, the entry's number and whether its title has the key, as in the index.
type Met = u128;

fn met(Key(key): Key, posting: u32) -> Met {
    key << 32 | u128::from(posting)
}

/// The chunks of all keys, a power of two. `header` begins each of them.
#[must_use]
pub fn chunks(entries: &[Numbered], names: &Names, count: usize, header: &Block) -> Vec<Vec<u8>> {
    let keys: usize = entries
        .iter()
        .map(|it| it.title.keys() + it.rest.keys())
        .sum();
    let shares = (keys / AT_ONCE + 1).min(TIMES).min(count);
    let mut scripts = Vec::with_capacity(count);
    for share in 0..shares {
        let chunks = share * count / shares..(share + 1) * count / shares;
        let size = entries.len().div_ceil(GROUPS).max(1);
        let groups: Vec<Gathered> = entries
            .par_chunks(size)
            .enumerate()
            .map(|(at, group)| Gathered::new(group, at * size, names, count, &chunks))
            .collect();
        scripts.par_extend(chunks.clone().into_par_iter().map_init(
            Press::default,
            |press, chunk| {
                let groups = groups.iter().flat_map(|it| it.of(chunk - chunks.start));
                let mut met: Vec<Met> = groups.copied().collect();
                met.sort_unstable();
                met.dedup();
                press.script(block(&met, names, header.clone()).bytes())
            },
        ));
    }
    scripts
}

/// What was met in a group of entries, chunk by chunk.
struct Gathered {
    met: Vec<Met>,
    /// Where each chunk begins, and the end.
    starts: Vec<usize>,
}

impl Gathered {
    /// Entries from a number on: first how many keys each chunk has, then each key in its place.
    fn new(
        entries: &[Numbered],
        first: usize,
        names: &Names,
        all: usize,
        chunks: &Range<usize>,
    ) -> Self {
        let mut found: Vec<(u32, Met)> = Vec::new();
        let mut starts = vec![0; chunks.len() + 1];
        for (entry, number) in entries.iter().zip(first as u32..) {
            for (parts, title) in [(&entry.rest, 0), (&entry.title, 1)] {
                names.each_key(parts, |key, sound| {
                    let chunk = sound.chunk(all);
                    if chunks.contains(&chunk) {
                        let chunk = chunk - chunks.start;
                        starts[chunk + 1] += 1;
                        found.push((chunk as u32, met(key, number * 2 + title)));
                    }
                });
            }
        }
        for chunk in 0..chunks.len() {
            starts[chunk + 1] += starts[chunk];
        }
        let mut met = vec![0; found.len()];
        let mut ends = starts.clone();
        for (chunk, it) in found {
            let end = &mut ends[chunk as usize];
            met[*end] = it;
            *end += 1;
        }
        Self { met, starts }
    }

    fn of(&self, chunk: usize) -> &[Met] {
        &self.met[self.starts[chunk]..self.starts[chunk + 1]]
    }
}

/// The keys of a chunk in order, each after what it shares with the one before, and then the entries of each.
fn block(met: &[Met], names: &Names, mut block: Block) -> Block {
    let keys = || met.chunk_by(|a, b| key_of(*a) == key_of(*b));
    block.number(keys().count() as u32);
    let mut lists = Vec::with_capacity(met.len());
    let (mut text, mut before) = (String::new(), String::new());
    for met in keys() {
        let key = key_of(met[0]);
        names.write(key, &mut text);
        let shared = shared(&before, &text);
        block.number(text[..shared].chars().count() as u32);
        block.text(&text[shared..]);
        std::mem::swap(&mut text, &mut before);
        let all = entries(met);
        let most = match key.kind() {
            KeyKind::One => MOST_OF_ONE,
            KeyKind::Begun => MOST_OF_BEGINNING,
            _ => usize::MAX,
        };
        let kept = best(&all, most);
        let is_cut = kept.len() < all.len();
        block.number(kept.len() as u32 * 2 + u32::from(is_cut));
        if is_cut {
            block.number(all.len() as u32);
        }
        let mut last = 0;
        for posting in kept {
            lists.push((posting / 2 - last) * 2 + posting % 2);
            last = posting / 2;
        }
    }
    for it in lists {
        block.number(it);
    }
    block
}

fn key_of(met: Met) -> Key {
    Key(met >> 32)
}

/// How many bytes two texts begin with together, in whole letters.
fn shared(a: &str, b: &str) -> usize {
    let pairs = a.chars().zip(b.chars());
    let same = pairs.take_while(|(a, b)| a == b);
    same.map(|(it, _)| it.len_utf8()).sum()
}

/// Each entry once, with its title's mark where it has one.
fn entries(met: &[Met]) -> Vec<u32> {
    let mut entries: Vec<u32> = Vec::with_capacity(met.len());
    for posting in met.iter().map(|it| *it as u32) {
        match entries.last_mut() {
            Some(last) if *last / 2 == posting / 2 => *last |= posting,
            _ => entries.push(posting),
        }
    }
    entries
}

/// The first of them that have the key in their titles, then the first of the others, in order.
fn best(all: &[u32], most: usize) -> Vec<u32> {
    if all.len() <= most {
        return all.to_vec();
    }
    let titles = all.iter().filter(|it| *it % 2 == 1);
    let others = all.iter().filter(|it| *it % 2 == 0);
    let mut best: Vec<u32> = titles.chain(others).take(most).copied().collect();
    best.sort_unstable();
    best
}
