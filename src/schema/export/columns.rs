//! The columns that a record becomes in a spreadsheet: one a key, those of its tables among them.
//!
//! In: the rows of a record. Out: columns with the path of their key, and under what heading a paper form has it. Lists of tables are no columns.

use crate::schema::{Key, Kind, PaperForm};

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The names of the tables and of the key: `location.house_no`.
    pub path: String,
    /// The key.
    pub key: &'static Key,
    /// What it is called where it stands among keys of other tables.
    pub heading: String,
}

/// Every key of a record that fits into a cell, in the order of the rows.
#[must_use]
pub fn columns(keys: &'static [Key]) -> Vec<Column> {
    let mut all = Vec::new();
    each("", "", keys, None, &mut all);
    all
}

/// Those that a paper form carries, each under the form's own heading.
#[must_use]
pub fn columns_of(form: PaperForm, keys: &'static [Key]) -> Vec<Column> {
    let mut all = Vec::new();
    each("", "", keys, Some(form), &mut all);
    all
}

fn each(
    above: &str,
    group: &str,
    keys: &'static [Key],
    form: Option<PaperForm>,
    into: &mut Vec<Column>,
) {
    for key in keys {
        let path = if above.is_empty() {
            key.name.to_owned()
        } else {
            format!("{above}.{}", key.name)
        };
        if let Kind::Table(inner) = key.kind {
            // A table that is on forms is on no others: the chair is not on the summary, although a person's name is.
            let is_on = form.is_none_or(|form| {
                key.forms.is_empty() || key.forms.iter().any(|(it, _)| *it == form)
            });
            if is_on {
                each(&path, key.label.th, inner, form, into);
            }
            continue;
        }
        if !fits(key.kind) {
            continue;
        }
        let heading = match form {
            Some(form) => match key.forms.iter().find(|(it, _)| *it == form) {
                Some((_, heading)) => (*heading).to_owned(),
                None => continue,
            },
            None if group.is_empty() || above == "location" || above == "visit" => {
                key.label.th.to_owned()
            }
            None => format!("{group}: {}", key.label.th),
        };
        into.push(Column { path, key, heading });
    }
}

/// Whether a value of a kind stands in one cell, and a person would write it there.
fn fits(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Table(_) | Kind::Tables(_) | Kind::Free | Kind::Photo | Kind::Document
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Record;
    use crate::schema::center::CenterRecord;

    #[test]
    fn a_form_has_its_own_columns() {
        let columns = columns_of(PaperForm::AreasDistricts, CenterRecord::KEYS);
        let paths: Vec<&str> = columns.iter().map(|it| it.path.as_str()).collect();
        let expected = [
            "location.place",
            "location.house_no",
            "location.village",
            "location.subdistrict",
            "location.district",
            "chair.name",
            "chair.phone",
            "chair.as",
        ];
        assert_eq!(paths, expected);
        let columns = columns_of(PaperForm::Summary, CenterRecord::KEYS);
        assert!(columns.iter().all(|it| !it.path.starts_with("chair")));
        assert!(columns.iter().any(|it| it.path == "coordinator.phone"));
    }

    #[test]
    fn every_heading_is_another() {
        let mut headings: Vec<String> = columns(CenterRecord::KEYS)
            .into_iter()
            .map(|it| it.heading)
            .collect();
        let count = headings.len();
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), count, "{headings:#?}");
    }
}
