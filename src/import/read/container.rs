//! What a file is by its bytes, and that it does not unfold into more than memory holds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Kind;
use crate::diagnostic::SheetProblem;

/// What all parts that are read may take when they are unfolded: 60,000 rows take a tenth of it.
const LARGEST_UNFOLDED: u64 = 300_000_000;
/// Workbooks have some dozens of parts, and a picture each may have one.
const MOST_PARTS: usize = 10_000;

/// What a file is, where it can be read.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, SheetProblem> {
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(compound(bytes));
    }
    let start = &bytes[..bytes.len().min(1024)];
    let small = String::from_utf8_lossy(start).to_lowercase();
    let begins = |words: &[&str]| {
        let text = small.trim_start_matches('\u{FEFF}').trim_start();
        words.iter().any(|it| text.starts_with(it))
    };
    let is_binary = start.contains(&0) && !is_utf16(start);
    if begins(&["<!doctype html", "<html", "<table", "<head", "<meta"]) {
        return Err(SheetProblem::NotASpreadsheet("HTML"));
    }
    if begins(&["<?xml", "<workbook", "mime-version"]) {
        return Err(SheetProblem::NotASpreadsheet("XML"));
    }
    if begins(&["%pdf"]) {
        return Err(SheetProblem::NotASpreadsheet("PDF"));
    }
    if is_binary
        || start.starts_with(&[0x89, b'P', b'N', b'G'])
        || start.starts_with(&[0xFF, 0xD8, 0xFF])
    {
        return Err(SheetProblem::NotASpreadsheet(""));
    }
    Ok(Kind::Delimited)
}

/// Whether a text is in UTF-16, with its mark or without: every other byte of Latin letters and digits is nothing.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    // Without a mark: commas and line ends have an empty half, always on the same side.
    let odd = bytes
        .iter()
        .skip(1)
        .step_by(2)
        .filter(|it| **it == 0)
        .count();
    let even = bytes.iter().step_by(2).filter(|it| **it == 0).count();
    let is_line = |it: &[u8]| matches!(it, [b'\n' | b',' | b'\t', 0] | [0, b'\n' | b',' | b'\t']);
    (odd == 0) != (even == 0) && bytes.chunks_exact(2).any(is_line)
}

/// An OLE file: a workbook behind a password, or one of before 2007.
fn compound(bytes: &[u8]) -> SheetProblem {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let is_encrypted = bytes.windows(name.len()).any(|it| it == name.as_slice());
    if is_encrypted {
        SheetProblem::Encrypted
    } else {
        SheetProblem::Old
    }
}

/// A zip: which kind of workbook, looked at part by part before anything of it is taken into memory.
fn zipped(bytes: &[u8]) -> Result<Kind, SheetProblem> {
    let damaged = |it: zip::result::ZipError| super::damaged(it);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(SheetProblem::TooManyCells(MOST_PARTS));
    }
    let has = |name: &str| {
        archive
            .file_names()
            .flatten()
            .any(|it| it.eq_ignore_ascii_case(name))
    };
    let kind = if has("xl/workbook.xml") {
        Kind::Xlsx
    } else if has("content.xml") {
        Kind::Ods
    } else {
        return Err(SheetProblem::NotASpreadsheet("ZIP"));
    };
    if has("META-INF/manifest.xml") && kind == Kind::Ods {
        let mut text = Vec::new();
        let part = archive.by_name("META-INF/manifest.xml").map_err(damaged)?;
        part.take(1_000_000)
            .read_to_end(&mut text)
            .map_err(super::damaged)?;
        if text.windows(15).any(|it| it == b"encryption-data") {
            return Err(SheetProblem::Encrypted);
        }
    }
    let too_large = |bytes: u64| SheetProblem::TooLarge {
        megabytes: bytes / 1_000_000,
        limit: LARGEST_UNFOLDED / 1_000_000,
    };
    // What the list of parts says is believed where it says too much; where it says little, the parts are unfolded into nothing to see.
    let mut said = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(damaged)?;
        if part.encrypted() {
            return Err(SheetProblem::Encrypted);
        }
        if part.name().is_ok_and(|it| is_read(&it)) {
            said = said.saturating_add(part.size());
        }
    }
    if said > LARGEST_UNFOLDED {
        return Err(too_large(said));
    }
    let mut unfolded = 0;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        if !part.name().is_ok_and(|it| is_read(&it)) {
            continue;
        }
        let mut rest = part.take(LARGEST_UNFOLDED - unfolded + 1);
        unfolded += std::io::copy(&mut rest, &mut std::io::sink()).map_err(super::damaged)?;
        if unfolded > LARGEST_UNFOLDED {
            return Err(too_large(unfolded));
        }
    }
    Ok(kind)
}

/// Whether a part is read: what cells say, and not pictures.
fn is_read(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    [".xml", ".rels"].iter().any(|it| small.ends_with(it))
}
