//! The index of the search: made once for a site, whoever asks first.
//!
//! In: what pages say. Out: the index of a language, and the name under which all of them are served.

use super::entries;
use crate::model::Lang;
use crate::render::parts::Parts;
use crate::search::Index;

/// Makes the search index of every language, and says by what name it goes: the hash of what is in it.
#[must_use]
pub fn index_name(parts: &Parts) -> String {
    let mut hasher = blake3::Hasher::new();
    for lang in &parts.plan.languages {
        of(parts, *lang).add_to(&mut hasher);
    }
    hasher.finalize().to_hex()[..10].to_owned()
}

/// The search index of a language. Making it takes all workers: it is first asked for outside of them.
pub(in crate::render) fn of<'a>(parts: &Parts<'a>, lang: Lang) -> &'a Index {
    parts.shared.indexes[lang as usize].get_or_init(|| Index::new(entries::all(parts, lang)))
}
