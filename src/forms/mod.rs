//! The programme's paper forms, filled in: what entries say, with what only the office may see.
//!
//! In: a checked directory, its [`PaperRecords`](crate::check::PaperRecords), and what is asked for. Out: forms as data, and these as a page for
//! paper, a workbook or a table. Never: reads or writes a file, and never leaves anything in the output of a site; the blank forms, which
//! the site offers, are made from the register alone.

mod activities;
mod areas;
pub mod delimited;
pub mod document;
pub mod html;
mod office;
mod orders;
pub mod status;
mod summary;
pub mod workbook;

pub use document::Document;
pub use office::{Month, Office, Wanted};

use crate::schema::PaperForm;

/// A form, filled in with what the office knows. `month` is that of the activity report.
#[must_use]
pub fn filled(form: PaperForm, office: &Office, wanted: &Wanted, month: Month) -> Document {
    match form {
        PaperForm::AreasDistricts => areas::districts(office, wanted),
        PaperForm::AreasSubdistricts => areas::subdistricts(office, wanted),
        PaperForm::Summary => summary::filled(office, wanted),
        PaperForm::OrderDistrict => orders::districts(office, wanted),
        PaperForm::OrderSubdistricts => orders::subdistricts(office, wanted),
        PaperForm::Activities => activities::filled(office, wanted, month),
    }
}

/// A form to be filled in by hand: a dotted line for whatever is to be said.
#[must_use]
pub fn blank(form: PaperForm) -> Document {
    match form {
        PaperForm::AreasDistricts | PaperForm::AreasSubdistricts => areas::blank(form),
        PaperForm::Summary => summary::blank(),
        PaperForm::OrderDistrict => orders::blank_district(),
        PaperForm::OrderSubdistricts => orders::blank_subdistricts(),
        PaperForm::Activities => activities::blank(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::activity::ActivityRecord;
    use crate::schema::center::CenterRecord;
    use crate::schema::{Key, Record};

    /// Every heading of the forms that a key is told to stand under, with its form.
    fn headings(keys: &[Key], all: &mut Vec<(PaperForm, &'static str)>) {
        for key in keys {
            all.extend(key.forms);
            headings(key.kind.keys().unwrap_or_default(), all);
        }
    }

    #[test]
    fn every_key_stands_under_the_heading_that_the_schema_tells() {
        let mut all = Vec::new();
        headings(CenterRecord::KEYS, &mut all);
        headings(ActivityRecord::KEYS, &mut all);
        assert!(all.len() > 40, "{all:?}");
        for form in PaperForm::ALL {
            let text = String::from_utf8(delimited::bytes(&blank(form))).unwrap();
            for (_, heading) in all.iter().filter(|it| it.0 == form) {
                // The number of an order stands below its name.
                let heading = heading.strip_prefix("คำสั่ง").unwrap_or(heading);
                assert!(text.contains(heading), "{form:?} lacks {heading}: {text}");
            }
        }
    }

    #[test]
    fn a_report_is_due_by_the_tenth() {
        let day = |month, day| crate::model::Date::new(2026, month, day).unwrap();
        for (today, expected) in [
            (day(12, 1), "พฤศจิกายน ๒๕๖๙"),
            (day(12, 10), "พฤศจิกายน ๒๕๖๙"),
            (day(12, 11), "ธันวาคม ๒๕๖๙"),
            (day(1, 10), "ธันวาคม ๒๕๖๘"),
        ] {
            assert_eq!(Month::due_on(today).in_thai(), expected, "{today}");
        }
        let december = Month::of(day(12, 31));
        let due = december.report_due().unwrap();
        assert_eq!(due.to_string(), "2027-01-10");
    }
}
