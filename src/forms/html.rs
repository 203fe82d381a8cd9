//! A form as a page that prints on A4 from any browser: one file by itself, without scripts, with the fonts that a government computer has.

use std::fmt::Write as _;

use super::document::{Block, Cell, Document, Field, Look, Orientation, Table, dots, thai};
use crate::html::escape;
use crate::value::words::Digits;

const STYLE: &str = include_str!("paper.css");

/// The bytes of a form as HTML.
#[must_use]
pub fn bytes(document: &Document) -> Vec<u8> {
    let mut html = String::new();
    let (class, margin) = match document.orientation {
        Orientation::Portrait => ("portrait", ""),
        Orientation::Landscape => ("landscape", "@page { margin: 15mm }\n"),
    };
    let title = shown(&document.title);
    let _ = writeln!(
        html,
        "<!doctype html>\n<html lang=\"th\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
         <style>\n@page {{ size: A4 {class} }}\n{STYLE}{margin}</style>\n</head>\n<body class=\"{class}\">"
    );
    for part in &document.parts {
        let pages = pages(&part.blocks);
        let is_order = pages.len() > 1;
        for (number, (blocks, next)) in (1..).zip(pages) {
            let class = if is_order { "page whole" } else { "page" };
            let _ = writeln!(html, "<section class=\"{class}\">");
            if number > 1 {
                let _ = writeln!(html, "<p class=\"number\">- {} -</p>", thai(number));
            }
            for block in blocks {
                write(&mut html, block);
            }
            if let Some(next) = next {
                let _ = writeln!(html, "<p class=\"next\">{}</p>", shown(next));
            }
            html.push_str("</section>\n");
        }
    }
    html.push_str("</body>\n</html>\n");
    html.into_bytes()
}

/// The blocks of each page, and what its last line says of the next.
fn pages(blocks: &[Block]) -> Vec<(Vec<&Block>, Option<&str>)> {
    let mut pages = Vec::new();
    let mut page = Vec::new();
    for block in blocks {
        match block {
            Block::NextPage(next) => pages.push((std::mem::take(&mut page), Some(next.as_str()))),
            other => page.push(other),
        }
    }
    pages.push((page, None));
    pages
}

fn write(html: &mut String, block: &Block) {
    let _ = match block {
        Block::Emblem => writeln!(html, "<div class=\"emblem\"></div>"),
        Block::Heading(text) => writeln!(html, "<p class=\"heading\">{}</p>", shown(text)),
        Block::Rule => writeln!(html, "<hr>"),
        Block::Paragraph(text) => writeln!(html, "<p class=\"paragraph\">{}</p>", shown(text)),
        Block::Line(step, text) => writeln!(html, "<p class=\"line{step}\">{}</p>", shown(text)),
        Block::Fields(fields) => {
            let fields: Vec<String> = fields.iter().map(field).collect();
            writeln!(html, "<p class=\"fields\">{}</p>", fields.join(" "))
        }
        Block::Table(it) => {
            table(html, it);
            Ok(())
        }
        Block::Signature(lines) => {
            let lines: Vec<String> = lines.iter().map(|it| shown(it)).collect();
            writeln!(html, "<p class=\"signature\">{}</p>", lines.join("<br>"))
        }
        Block::NextPage(_) => Ok(()),
    };
}

fn field(field: &Field) -> String {
    let label = shown(&field.label);
    match &field.value {
        Some(value) => format!("{label} <b>{}</b>", shown(value)),
        None => format!("<span class=\"open\">{label} <i></i></span>"),
    }
}

fn table(html: &mut String, table: &Table) {
    let class = match table.look {
        Look::Ruled => "ruled",
        Look::List => "list",
    };
    let all: u32 = table.columns.iter().map(|it| u32::from(it.width)).sum();
    let _ = writeln!(html, "<table class=\"{class}\">\n<colgroup>");
    for column in &table.columns {
        let percent = f64::from(column.width) * 100.0 / f64::from(all.max(1));
        let _ = writeln!(html, "<col style=\"width:{percent:.2}%\">");
    }
    html.push_str("</colgroup>\n<thead><tr>");
    for column in &table.columns {
        let _ = write!(html, "<th scope=\"col\">{}</th>", shown(column.heading));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        html.push_str("<tr>");
        for it in row {
            cell(html, it, table.look);
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
}

fn cell(html: &mut String, cell: &Cell, look: Look) {
    let _ = match (cell, look) {
        (Some(text), _) => {
            let lines: Vec<String> = text.lines().map(shown).collect();
            write!(html, "<td>{}</td>", lines.join("<br>"))
        }
        (None, Look::Ruled) => write!(html, "<td class=\"open\"></td>"),
        (None, Look::List) => write!(html, "<td class=\"dots\">{}</td>", dots(40)),
    };
}

/// A text with the digits of official papers; words of other letters, such as addresses, keep theirs.
fn shown(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        if word.contains(|it: char| it.is_ascii_alphabetic()) {
            word.to_owned()
        } else {
            Digits::Thai.shown(word)
        }
    });
    let mut html = String::new();
    escape(&mut html, &words.collect::<Vec<_>>().join(" "));
    html
}
