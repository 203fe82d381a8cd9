//! What a browser filters a country's centres with: 8,200 of them, a part of the list at a time.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use sala::Options;

use crate::laws::synthetic;
use crate::test_site::{PreparedSite, TestSite, options};

fn prepared(districts: usize) -> PreparedSite {
    let mut site = TestSite::default();
    for (path, text) in synthetic::site_of(districts) {
        // Stories are not looked at here.
        if !path.ends_with("center.md") {
            site = site.with(&path, text);
        }
    }
    let prepared = site.prepared(&Options {
        minifies: true,
        ..options("2026-02-05")
    });
    assert!(!prepared.found.has_errors());
    prepared
}

/// Bytes of a file as sent.
fn weight(site: &PreparedSite, file: &str) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::new(9));
    gzip.write_all(site.text(file).as_bytes()).unwrap();
    gzip.finish().unwrap().len()
}

#[test]
fn a_country_is_filtered_with_little() {
    let site = prepared(820);
    let files: Vec<&str> = site
        .addresses()
        .filter(|it| it.starts_with("facets/"))
        .collect();
    let of = |start: &str| -> Vec<&str> {
        files
            .iter()
            .copied()
            .filter(|it| it.starts_with(start))
            .collect()
    };
    // The first of these comes when a filter is touched, the others when a reader sorts.
    for (name, count, limit) in [
        ("facets/centers.", 1, 36 * 1024),
        ("facets/centers-order-th.", 1, 32 * 1024),
        ("facets/centers-points.", 1, 38 * 1024),
        ("facets/best-practices.", 1, 56 * 1024),
        ("facets/best-practices-order-th.", 1, 42 * 1024),
        ("facets/centers-th-", 8_200 / 40, 12 * 1024),
    ] {
        let named = of(name);
        assert_eq!(named.len(), count, "{name}");
        let sample = named.iter().step_by(named.len().div_ceil(8));
        let largest = sample.map(|it| weight(&site, it)).max().unwrap();
        assert!(largest <= limit, "{name}: {largest} B");
    }
    // A page of the list is no heavier than one of a province.
    let province = prepared(25);
    for page in ["centers/index.html", "best-practices/index.html"] {
        let (large, small) = (weight(&site, page), weight(&province, page));
        assert!(
            large <= small + 512,
            "{page}: {large} B, of a province {small} B"
        );
        assert!(large <= 25 * 1024, "{page}: {large} B");
    }
}
