//! The theme that is part of the program, and which of its files are templates.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

/// The theme that is part of the program.
pub(super) static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/sala");

/// Its name.
pub const BUILT_IN_NAME: &str = "sala";

/// The files of a folder of the built-in theme, by their path in it.
pub(super) fn built_in(folder: &str) -> BTreeMap<String, &'static [u8]> {
    fn walk(dir: &'static Dir<'static>, root: &str, files: &mut BTreeMap<String, &'static [u8]>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some(inside) = path.strip_prefix(root) {
                files.insert(inside.to_owned(), file.contents());
            }
        }
        for dir in dir.dirs() {
            walk(dir, root, files);
        }
    }
    let mut files = BTreeMap::new();
    if let Some(dir) = BUILT_IN.get_dir(folder) {
        walk(dir, &format!("{folder}/"), &mut files);
    }
    files
}

pub(super) fn built_in_templates() -> BTreeMap<String, &'static str> {
    built_in("templates")
        .into_iter()
        .filter(|(name, _)| is_template(name))
        .filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)))
        .collect()
}

pub(super) fn is_template(path: &str) -> bool {
    let extension = Path::new(path).extension();
    extension.is_some_and(|it| it == "html" || it == "xml" || it == "txt" || it == "svg")
}
