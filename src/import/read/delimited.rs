//! csv in UTF-8, UTF-16 or Windows-874, parted by commas, semicolons or tabs.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874};

use super::container::is_utf16;
use super::xlsx::text_value;
use super::{Allowance, damaged};
use crate::diagnostic::SheetProblem;
use crate::import::workbook::{Cell, Row, Sheet};
use crate::value::formula;

pub(super) fn sheet(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    let text = decoded(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut allowance = Allowance::new();
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut line = 0_u32;
    while reader.read_record(&mut record).map_err(damaged)? {
        let start = record.position().map_or(0, |it| it.byte() as usize);
        line += empty_lines(&text, start);
        let mut cells = Vec::new();
        for (column, field) in record.iter().enumerate() {
            if let Some(value) = text_value(unguarded(field).to_owned()) {
                allowance.take()?;
                let column = column as u32;
                cells.push(Cell { column, value });
            }
        }
        if !cells.is_empty() {
            let number = line;
            rows.push(Row { number, cells });
        }
        line += 1;
    }
    Ok(Sheet {
        rows,
        ..Sheet::default()
    })
}

/// How many empty lines stand at a place: the reader leaves them out, and people count them.
fn empty_lines(text: &str, at: usize) -> u32 {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    // The second half of the line end before.
    let rest = match rest.strip_prefix('\n') {
        Some(rest) if before.ends_with('\r') => rest,
        _ => rest,
    };
    let lines = rest.split_inclusive('\n');
    lines
        .take_while(|it| it.trim_end_matches(['\r', '\n']).is_empty())
        .count() as u32
}

/// The text of a field that was kept from becoming a formula: `'=1` says `=1`.
fn unguarded(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if formula::may_begin(rest) => rest,
        _ => field,
    }
}

/// The text of a file, in whatever letters it was saved.
fn decoded(bytes: &[u8]) -> Result<String, SheetProblem> {
    let with = |encoding: &'static Encoding| {
        let (text, _, is_bad) = encoding.decode(bytes);
        (!is_bad).then(|| text.into_owned())
    };
    let text = if is_utf16(&bytes[..bytes.len().min(4096) & !1]) {
        let is_end = |it: &[u8]| matches!(it, [0, b'\n' | b',' | b'\t']);
        let is_big = bytes.starts_with(&[0xFE, 0xFF])
            || (!bytes.starts_with(&[0xFF, 0xFE]) && bytes.chunks_exact(2).any(is_end));
        with(if is_big { UTF_16BE } else { UTF_16LE })
    } else {
        with(UTF_8).or_else(|| with(WINDOWS_874))
    };
    text.ok_or(SheetProblem::UnknownLetters)
}

/// What parts the fields: whatever stands most often in the first lines.
fn delimiter(text: &str) -> u8 {
    let start: String = text.lines().take(20).collect();
    let count = |it: &u8| start.bytes().filter(|byte| byte == it).count();
    let mut best = b',';
    for candidate in [b';', b'\t'] {
        if count(&candidate) > count(&best) {
            best = candidate;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::workbook::Value;

    fn shown(bytes: &[u8]) -> Vec<String> {
        let sheet = sheet(bytes).unwrap();
        let row = |it: &Row| {
            let cells = it.cells.iter().map(|it| match &it.value {
                Value::Text(text) => text.to_string(),
                other => format!("{other:?}"),
            });
            format!("{}: {}", it.number + 1, cells.collect::<Vec<_>>().join("|"))
        };
        sheet.rows.iter().map(row).collect()
    }

    #[test]
    fn letters_of_every_kind_are_read() {
        let text = "ตำบล,โทร\r\nหัวดอน,'+66 45 344 628\r\n";
        let expected = ["1: ตำบล|โทร", "2: หัวดอน|+66 45 344 628"];
        let (thai, _, _) = WINDOWS_874.encode(text);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{FEFF}{text}").into_bytes(),
            thai.into_owned(),
            little.clone(),
            big.clone(),
            [&[0xFF, 0xFE], little.as_slice()].concat(),
            [&[0xFE, 0xFF], big.as_slice()].concat(),
            text.replace(',', "\t").into_bytes(),
            text.replace(',', ";").into_bytes(),
        ] {
            assert_eq!(shown(&bytes), expected);
        }
    }

    #[test]
    fn rows_are_counted_as_people_count_them() {
        assert_eq!(shown(b"a\r\n\r\n\r\nc\r\n"), ["1: a", "4: c"]);
        assert_eq!(
            shown(b"a,b\n\n\nc,\"d\ne\"\nf\n"),
            ["1: a|b", "4: c|d\ne", "5: f"]
        );
    }
}
