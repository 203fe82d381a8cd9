//! Keys of all entries → the chunks in which a browser looks them up.
//!
//! In: entries as numbers. Out: blocks of keys with the entries that have each. Keys are gathered a share of the chunks at a time, so that
//! memory does not grow with the site.

use rayon::prelude::*;

use super::chunk::Block;
use super::key::{Key, Kind, Names, Part, Sound, each};

/// Of so many entries a single cluster knows its best: nobody reads more of what nearly every entry has.
const MOST_OF_ONE: usize = 400;
/// So many entries a word has where only its beginning was typed.
const MOST_OF_BEGINNING: usize = 20;
/// So many keys are gathered at once.
const AT_ONCE: usize = 6_000_000;

/// An entry as numbers: what is searched in its title, and in the rest.
#[derive(Debug)]
pub struct Numbered {
    /// The title.
    pub title: Vec<Part>,
    /// Everything else.
    pub rest: Vec<Part>,
}

/// A key that was met in an entry: the entry's number, doubled, and one more where its title has the key.
type Met = (Key, u32);

/// The blocks of all keys. `header` begins each of them.
#[must_use]
pub fn blocks(entries: &[Numbered], names: &Names, count: usize, header: &Block) -> Vec<Block> {
    let keys: usize = entries.par_iter().map(keys_of).sum();
    let shares = (keys / AT_ONCE + 1).min(count);
    let mut blocks = Vec::with_capacity(count);
    for share in 0..shares {
        let chunks = share * count / shares..(share + 1) * count / shares;
        let mut met: Vec<Met> = entries
            .par_iter()
            .enumerate()
            .flat_map_iter(|(number, entry)| {
                let chunk_of = |key| names.sound(key) as usize % count;
                let mut met = Vec::new();
                for (parts, title) in [(&entry.rest, 0), (&entry.title, 1)] {
                    each(parts, names, |key| {
                        // A word lies in up to three chunks, so all of them are looked at each time.
                        if shares == 1
                            || key.kind() == Kind::Word
                            || chunks.contains(&chunk_of(key))
                        {
                            met.push((key, number as u32 * 2 + title));
                        }
                    });
                }
                met.sort_unstable();
                met.dedup();
                met
            })
            .collect();
        met.par_sort_unstable();
        blocks.extend(share_of_blocks(&met, names, count, &chunks, header));
    }
    blocks
}

fn keys_of(entry: &Numbered) -> usize {
    let count = |part: &Part| match part {
        Part::Word(_) => 1,
        Part::Thai(run) => run.len() * 3,
    };
    entry.title.iter().chain(&entry.rest).map(count).sum()
}

/// A key with its letters and the entries that have it.
struct Found<'a> {
    chunk: usize,
    text: String,
    met: &'a [Met],
    most: usize,
}

fn share_of_blocks(
    met: &[Met],
    names: &Names,
    count: usize,
    chunks: &std::ops::Range<usize>,
    header: &Block,
) -> Vec<Block> {
    let groups: Vec<&[Met]> = met.chunk_by(|a, b| a.0 == b.0).collect();
    let mut found: Vec<Found> = groups
        .par_iter()
        .flat_map_iter(|met| {
            let key = met[0].0;
            let most = match key.kind() {
                Kind::One => MOST_OF_ONE,
                _ => usize::MAX,
            };
            let mut found = vec![Found {
                chunk: names.sound(key) as usize % count,
                text: names.text(key),
                met,
                most,
            }];
            let word = key.word().map(|it| &names.all[it as usize]);
            if let Some((word, skeleton)) = word {
                // Where less of it was typed, another chunk is asked for.
                for (end, _) in skeleton.char_indices().skip(1) {
                    let is_number = skeleton.starts_with(|it: char| it.is_ascii_digit());
                    if is_number {
                        continue;
                    }
                    let mut sound = Sound::new('@');
                    sound.add(&skeleton[..end]);
                    found.push(Found {
                        chunk: sound.0 as usize % count,
                        text: format!("~{word}"),
                        met,
                        most: MOST_OF_BEGINNING,
                    });
                }
            }
            found.retain(|it| chunks.contains(&it.chunk));
            found
        })
        .collect();
    found.par_sort_unstable_by(|a, b| (a.chunk, &a.text).cmp(&(b.chunk, &b.text)));
    chunks
        .clone()
        .into_par_iter()
        .map(|chunk| {
            let start = found.partition_point(|it| it.chunk < chunk);
            let end = found.partition_point(|it| it.chunk <= chunk);
            block(&found[start..end], header.clone())
        })
        .collect()
}

/// The keys of a chunk in order, each after what it shares with the one before, and then the entries of each.
fn block(found: &[Found], mut block: Block) -> Block {
    block.number(found.len() as u32);
    let mut lists = Vec::with_capacity(found.len());
    let mut before = "";
    for it in found {
        let shared = shared(before, &it.text);
        block.number(it.text[..shared].chars().count() as u32);
        block.text(&it.text[shared..]);
        before = &it.text;
        let all = entries(it.met);
        let kept = best(&all, it.most);
        let is_cut = kept.len() < all.len();
        block.number(kept.len() as u32 * 2 + u32::from(is_cut));
        if is_cut {
            block.number(all.len() as u32);
        }
        lists.push(kept);
    }
    for list in lists {
        let mut last = 0;
        for posting in list {
            block.number((posting / 2 - last) * 2 + posting % 2);
            last = posting / 2;
        }
    }
    block
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
    for (_, posting) in met {
        match entries.last_mut() {
            Some(last) if *last / 2 == posting / 2 => *last |= posting,
            _ => entries.push(*posting),
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
