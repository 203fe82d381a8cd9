//! Photos that lie beside entries and that no entry names.

use super::matter::{Kind, Known, Matter, district_of};
use crate::model::SitePath;

/// A matter for each of them.
pub(super) fn unnamed(known: &Known) -> Vec<Matter> {
    let shown = &known.office.directory.photos;
    let withheld = &known.office.paper.withheld;
    let beside = known.sources.files.keys().filter(|it| is_photo(it));
    let unnamed = beside.filter(|it| {
        !shown.contains_key(*it) && !withheld.contains_key(*it) && !is_named(known, it)
    });
    unnamed
        .map(|it| Matter {
            kind: Kind::Photo,
            district: district_of(known, it),
            file: it.clone(),
            on: None,
            words: (
                "ไม่มีรายการใดใช้ภาพนี้".to_owned(),
                "no entry names this photo".to_owned(),
            ),
            person: None,
        })
        .collect()
}

fn is_photo(path: &SitePath) -> bool {
    let extension = path
        .file_name()
        .rsplit_once('.')
        .map(|it| it.1.to_ascii_lowercase());
    let is_image = matches!(
        extension.as_deref(),
        Some("jpg" | "jpeg" | "png" | "webp" | "gif")
    );
    is_image && path.as_str().starts_with("content/centers/")
}

/// Whether a draft, an example, a planned centre or an entry with mistakes names it: these show no photos.
fn is_named(known: &Known, photo: &SitePath) -> bool {
    let mut texts = known.sources.texts.iter();
    texts.any(|(path, source)| {
        path.as_str().starts_with("content/centers/") && source.text.contains(photo.file_name())
    })
}
