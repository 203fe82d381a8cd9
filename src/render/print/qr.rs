//! The absolute address of a page → its QR code as a picture for paper.
//!
//! Drawn as one path of dark runs on white, with the margin of four modules that readers need: it can be printed at any size.
//! The masking pattern is a fixed one. Readers take it from the code itself, and weighing all eight costs thirty times as much.

use std::fmt::Write;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Light modules on every side.
const QUIET_ZONE: i32 = 4;

/// The code of an address; `None` where the address is longer than any code.
pub(in crate::render) fn svg(url: &str) -> Option<String> {
    let segments = [QrSegment::make_bytes(url.as_bytes())];
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium, // a seventh of it may be dirty or torn; more where that needs no larger code
        Version::MIN,
        Version::MAX,
        Some(Mask::new(0)),
        true,
    )
    .ok()?;
    let side = code.size() + 2 * QUIET_ZONE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{px}\" height=\"{px}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"none\" stroke=\"#000\" d=\"",
        px = side * 8,
    );
    for y in 0..code.size() {
        // A row is one line of dashes through the middle of its modules.
        let mut pen = None;
        let mut x = 0;
        while x < code.size() {
            let is_dark = code.get_module(x, y);
            let end = (x..code.size())
                .find(|it| code.get_module(*it, y) != is_dark)
                .unwrap_or(code.size());
            if is_dark {
                _ = match pen {
                    None => write!(svg, "M{} {}.5", x + QUIET_ZONE, y + QUIET_ZONE),
                    Some(pen) => write!(svg, "m{} 0", x - pen),
                };
                _ = write!(svg, "h{}", end - x);
                pen = Some(end);
            }
            x = end;
        }
    }
    svg.push_str("\"/></svg>\n");
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pixels a module is wide in these tests.
    const SCALE: usize = 3;

    /// What a printer makes of a code: its dashes as dark pixels.
    fn printed(svg: &str) -> Vec<Vec<bool>> {
        let after = |mark| svg.split(mark).nth(1).unwrap();
        let side: usize = after("viewBox=\"0 0 ")
            .split(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let mut pixels = vec![vec![false; side * SCALE]; side * SCALE];
        let path = after("stroke=\"#000\" d=\"").split('"').next().unwrap();
        let (mut x, mut y) = (0, 0);
        let mut rest = path;
        while let Some(command) = rest.chars().next() {
            rest = &rest[1..];
            let end = rest.find(char::is_alphabetic).unwrap_or(rest.len());
            let numbers: Vec<usize> = rest[..end]
                .split(' ')
                .map(|it| it.trim_end_matches(".5").parse().unwrap())
                .collect();
            rest = &rest[end..];
            match command {
                'M' => (x, y) = (numbers[0], numbers[1]),
                'm' => x += numbers[0],
                'h' => {
                    for row in &mut pixels[y * SCALE..(y + 1) * SCALE] {
                        row[x * SCALE..(x + numbers[0]) * SCALE].fill(true);
                    }
                    x += numbers[0];
                }
                other => panic!("{other}"),
            }
        }
        pixels
    }

    /// What a telephone reads.
    fn read(pixels: &[Vec<bool>]) -> Vec<String> {
        let dark = |x: usize, y: usize| if pixels[y][x] { 0 } else { 255 };
        let mut seen =
            rqrr::PreparedImage::prepare_from_greyscale(pixels.len(), pixels.len(), dark);
        let codes = seen.detect_grids();
        codes.iter().map(|it| it.decode().unwrap().1).collect()
    }

    #[test]
    fn a_telephone_reads_the_address() {
        for length in [0, 10, 23, 57, 100, 180, 300] {
            let long = "indigo-".repeat(length);
            let url = format!("https://sj.example.go.th/ubon/centers/khueang-nai/{long}/");
            let code = printed(&svg(&url).unwrap());
            assert_eq!(read(&code), [url]);
        }
    }

    #[test]
    fn every_side_has_four_light_modules() {
        let code = printed(&svg("https://example.go.th/").unwrap());
        let margin = 4 * SCALE;
        let inner = margin..code.len() - margin;
        for (y, row) in code.iter().enumerate() {
            for (x, is_dark) in row.iter().enumerate() {
                assert!(!is_dark || inner.contains(&x) && inner.contains(&y));
            }
        }
        assert!(code[margin][margin] && code[margin][code.len() - margin - 1]);
    }

    #[test]
    fn an_address_longer_than_any_code_has_none() {
        assert_eq!(svg(&"x".repeat(3_000)), None);
    }
}
