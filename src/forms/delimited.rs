//! A form as CSV: for another program, or a spreadsheet.
//!
//! In: a form. Out: UTF-8 with a byte order mark, without which spreadsheets take Thai for something else. No cell is ever a formula.

use super::document::{Block, Document};

/// The bytes of a form as CSV.
///
/// # Panics
/// Never: memory takes whatever is written into it.
#[must_use]
pub fn bytes(document: &Document) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".to_owned().into_bytes());
    let mut write = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|it| guarded(it)).collect();
        writer
            .write_record(&cells)
            .expect("writing to memory does not fail");
    };
    for part in &document.parts {
        for block in &part.blocks {
            match block {
                Block::Heading(text) | Block::Paragraph(text) | Block::Line(_, text) => {
                    write(&[text]);
                }
                Block::Fields(fields) => {
                    for field in fields {
                        write(&[&field.label, field.value.as_deref().unwrap_or_default()]);
                    }
                }
                Block::Table(table) => {
                    let heads: Vec<&str> = table.columns.iter().map(|it| it.heading).collect();
                    write(&heads);
                    for row in &table.rows {
                        let row = row.iter().map(|it| it.as_deref().unwrap_or_default());
                        write(&row.collect::<Vec<_>>());
                    }
                }
                Block::Signature(lines) => {
                    for line in lines {
                        write(&[line]);
                    }
                }
                Block::Emblem | Block::Rule | Block::NextPage(_) => {}
            }
        }
    }
    writer
        .into_inner()
        .expect("writing to memory does not fail")
}

/// A text that no spreadsheet takes for a formula: where it begins as one, also in full-width letters, behind spaces, a tab or a line break, an
/// apostrophe stands before it.
#[must_use]
pub fn guarded(text: &str) -> String {
    const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let is_formula = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(BEGINS);
    if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for text in [
            "=1+1", "+1", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", "\t=1", "\r=1", "\n=1",
            " =1", "\u{a0}=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in ["ก", "๐๔๕-๐๐๐๐๐๐", "1-2", ""] {
            assert_eq!(guarded(text), text);
        }
    }
}
