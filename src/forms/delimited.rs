//! A form as CSV: for another program, or a spreadsheet.
//!
//! In: a form. Out: UTF-8 with a byte order mark, without which spreadsheets take Thai for something else. No cell is ever a formula.

use super::document::{Block, Document};
use crate::value::formula::guarded;

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
