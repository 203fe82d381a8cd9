//! Words, numbers and days in both languages.

use include_dir::{Dir, include_dir};

use super::*;

#[test]
fn thai_pages_have_the_digits_of_the_site_and_english_ones_arabic() {
    let site = a_site().ready();
    let path = "centers/khueang-nai/hua-don/best-practices/indigo/index.html";
    let thai = site.text(path);
    assert!(thai.contains("๒๐ พฤศจิกายน ๒๕๖๘"), "{thai}");
    assert!(thai.contains("datetime=\"2025-11-20\""));
    let english = site.text(&format!("en/{path}"));
    assert!(english.contains("20 November 2025"));
    let is_thai_digit = |it: char| ('๐'..='๙').contains(&it);
    assert!(!english.contains(is_thai_digit));
}

#[test]
fn days_are_said_in_both_eras() {
    let site = a_site().ready();
    let parts = site.parts();
    let (thai, english) = (parts.context(Lang::Th, ""), parts.context(Lang::En, ""));
    let day = |year, month, day| Date::new(year, month, day).unwrap();
    for (start, end, th, en) in [
        (day(2022, 3, 3), None, "๓ มีนาคม ๒๕๖๕", "3 March 2022"),
        (
            day(2022, 3, 3),
            Some(day(2022, 3, 3)),
            "๓ มีนาคม ๒๕๖๕",
            "3 March 2022",
        ),
        (
            day(2022, 3, 3),
            Some(day(2022, 3, 5)),
            "๓–๕ มีนาคม ๒๕๖๕",
            "3–5 March 2022",
        ),
        (
            day(2022, 3, 30),
            Some(day(2022, 4, 2)),
            "๓๐ มีนาคม–๒ เมษายน ๒๕๖๕",
            "30 March–2 April 2022",
        ),
        (
            day(2022, 12, 31),
            Some(day(2023, 1, 1)),
            "๓๑ ธันวาคม ๒๕๖๕–๑ มกราคม ๒๕๖๖",
            "31 December 2022–1 January 2023",
        ),
    ] {
        assert_eq!(thai.days(start, end).text, th);
        assert_eq!(english.days(start, end).text, en);
    }
    assert_eq!(thai.day(day(2022, 3, 13)).short, "๑๓ มี.ค. ๖๕");
    assert_eq!(english.day(day(2022, 3, 13)).short, "13 Mar 2022");
    assert_eq!(thai.number(-1_234_567).text, "−๑,๒๓๔,๕๖๗");
    assert_eq!(english.number(999).text, "999");
    assert_eq!(thai.decimal("12345.60"), "๑๒,๓๔๕.๖๐");
    assert_eq!(thai.decimal("12.50"), "๑๒.๕๐");
}

#[test]
fn every_word_that_the_program_says_is_in_the_built_in_theme() {
    let site = a_site().ready();
    let (th, en) = (site.theme.words(Lang::Th), site.theme.words(Lang::En));
    assert!(
        th.keys().eq(en.keys()),
        "both languages have the same words"
    );
    // What the sources of this room ask for by name.
    let sources: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/render");
    let mut folders = vec![&sources];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs().filter(|it| !it.path().ends_with("tests")));
        let sources = folder.files().filter_map(|it| it.contents_utf8());
        for source in sources {
            for (call, prefix) in [
                (".word(\"", ""),
                (".filled(\"", ""),
                (".placed(\"", ""),
                ("fact(\"", "fact_"),
                ("fact_of(\"", "fact_"),
                ("fact_days(\"", "fact_"),
            ] {
                for part in source.split(call).skip(1) {
                    let key = format!("{prefix}{}", part.split('"').next().unwrap());
                    assert!(th.contains_key(&key), "{key}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 50, "{count} words were looked for");
}

#[test]
fn the_directory_speaks_of_what_it_knows_itself() {
    let site = a_site().ready();
    for (lang, claims) in [
        (
            Lang::Th,
            ["จัดตั้งแล้ว", "เกินกำหนด", "ยังไม่รายงาน", "ยังไม่ได้รับแบบรายงาน"],
        ),
        (
            Lang::En,
            ["Established", " established", "verdue", "not yet received"],
        ),
    ] {
        for (key, word) in site.theme.words(lang) {
            let claim = claims.iter().find(|it| word.contains(**it));
            assert_eq!(claim, None, "{key}: {word}");
        }
    }
}

#[test]
fn coordinates_can_be_pasted_into_a_map() {
    let center = "name = \"ศูนย์ฯ เขื่องใน\"\nlevel = \"district\"\n\n[location]\ndistrict = \"เขื่องใน\"\npoint = \"15.33288, 104.66877\"\n";
    let path = "content/centers/khueang-nai/center.toml";
    let site = a_site().with(path, center).ready();
    let page = site.text("centers/khueang-nai/index.html");
    assert!(page.contains("15.33288, 104.66877"), "{page}");
}
