//! The names that keys go by: their own, and those of their twins.
//!
//! In: keys of the schema. Out: names, what a name takes, and the headers of the tables that have one.

use crate::schema::{Key, Kind};

/// The names that keys go by in a table: a photo has one for what it shows.
pub(super) fn names(keys: &'static [Key]) -> impl Iterator<Item = String> {
    keys.iter().flat_map(|it| {
        let alt = matches!(it.kind, Kind::Photo).then(|| format!("{}_alt", it.name));
        std::iter::once(it.name.to_owned()).chain(alt)
    })
}

/// The names of those that have a translation.
pub(super) fn translated_names(keys: &'static [Key]) -> impl Iterator<Item = String> {
    let texts = keys.iter().filter(|it| it.kind.is_translated());
    let alts = keys.iter().filter(|it| matches!(it.kind, Kind::Photo));
    texts
        .map(|it| it.name.to_owned())
        .chain(alts.map(|it| format!("{}_alt", it.name)))
}

/// What a key of this name takes, in every table that has one.
pub(super) fn kinds_of(keys: &[Key], name: &str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for key in keys {
        if key.is(name) {
            let is_alt = matches!(key.kind, Kind::Photo) && name != key.name;
            kinds.push(if is_alt { Kind::Text } else { key.kind });
        }
        kinds.extend(
            key.kind
                .keys()
                .into_iter()
                .flat_map(|it| kinds_of(it, name)),
        );
    }
    kinds
}

/// The headers of all tables that have a key, as TOML writes them.
pub(super) fn headers_with(keys: &[Key], name: &str, prefix: &str) -> Vec<String> {
    let mut headers = Vec::new();
    for key in keys {
        let (inner, [open, close]) = match key.kind {
            Kind::Table(inner) => (inner, ["[", "]"]),
            Kind::Tables(inner) => (inner, ["[[", "]]"]),
            _ => continue,
        };
        let path = format!("{prefix}{}", key.name);
        if inner.iter().any(|it| it.is(name)) {
            headers.push(format!("{open}{path}{close}"));
        }
        headers.extend(headers_with(inner, name, &format!("{path}.")));
    }
    headers
}
