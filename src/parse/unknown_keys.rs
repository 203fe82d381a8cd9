//! Keys that a table does not have: which one was meant, or where it belongs.
//!
//! In: a table that was read. Out: a problem for each key that its record lacks, also in the translation.

use crate::diagnostic::Problem;
use crate::diagnostic::problem::Belongs;
use crate::parse::field::json;
use crate::parse::key_names::{headers_with, names, translated_names};
use crate::parse::nearest::nearest;
use crate::parse::reader::TableReader;
use crate::schema::Kind;

impl TableReader<'_, '_> {
    /// Reports every key that is not of this table, also in the translation.
    pub(super) fn report_unknown_keys(&mut self) {
        for (written, _) in self.table {
            let name = written.get_ref().as_ref();
            let span = self.document.in_file(written.span());
            let is_told = self.document.is_broken_at(&span);
            if self.is_known(name) || is_told || self.document.is_adrift(&span) {
                continue;
            }
            let belongs = self.belongs(name);
            let problem = Problem::UnknownKey {
                key: name.to_owned(),
                nearest: self.nearest(name).filter(|_| belongs.is_none()),
                belongs,
                known: names(self.keys).collect(),
            };
            self.found.push(self.document.error(problem, span));
        }
        self.report_what_is_no_translation();
    }

    fn report_what_is_no_translation(&mut self) {
        let Some((document, table)) = self.twin else {
            return;
        };
        for (written, value) in table {
            let name = written.get_ref().as_ref();
            let is_text = translated_names(self.keys).any(|it| it == name);
            let key = self.keys.iter().find(|it| it.name == name);
            let problem = match key.map(|it| it.kind) {
                _ if is_text => continue, // read with its Thai text
                Some(Kind::Table(_) | Kind::Tables(_)) if self.table.contains_key(name) => continue, // read with its Thai table
                Some(Kind::Table(_) | Kind::Tables(_)) => {
                    Problem::EnglishWithoutThai(format!("{}{name}", self.prefix))
                }
                // Said again as it is in the Thai file, it does no harm.
                Some(_)
                    if self.table.get(name).map(|it| json(it.get_ref()))
                        == Some(json(value.get_ref())) =>
                {
                    continue;
                }
                Some(_) => Problem::NotInTranslation(format!("{}{name}", self.prefix)),
                None => Problem::UnknownKey {
                    key: name.to_owned(),
                    nearest: self.nearest(name),
                    belongs: None,
                    known: translated_names(self.keys).collect(),
                },
            };
            if !document.is_broken_at(&document.in_file(value.span())) {
                let span = document.in_file(written.span());
                self.found.push(document.error(problem, span));
            }
        }
    }

    fn is_known(&self, name: &str) -> bool {
        self.keys.iter().any(|it| it.is(name))
    }

    /// Where a key belongs that this table lacks: TOML puts into the last table whatever stands below its header.
    fn belongs(&self, name: &str) -> Option<Belongs> {
        if self.root.iter().any(|it| it.is(name)) {
            return Some(Belongs::AboveTables);
        }
        let headers = headers_with(self.root, name, "");
        match &headers[..] {
            [header] => Some(Belongs::Below(header.clone())),
            _ => None,
        }
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let among =
            |stem: &str, names: Vec<String>| nearest(stem, names.iter().map(String::as_str));
        match name.strip_suffix("_en") {
            Some(stem) => {
                among(stem, translated_names(self.keys).collect()).map(|it| format!("{it}_en"))
            }
            None => among(name, names(self.keys).collect()),
        }
    }
}
