//! Files that are missing, unreadable, in the way, or not what their names say.

use super::*;
use crate::folder::Folder;

#[test]
fn files_that_are_not_there() {
    reports([
        ("file-missing", Center, "cover = ⟦\"cover.jpg\"⟧\ncover_alt = \"ภาพ\""),
        ("file-missing", Center, "[[photos]]\nfile = ⟦\"a.jpg\"⟧\nalt = \"ภาพ\""),
        ("file-missing", Center, "[[photos]]\nfile = ⟦\"Photo.PNG\"⟧\nalt = \"ภาพ\""),
        ("file-missing", Center, "[[learning_stations]]\ntitle = \"ฐาน\"\nphoto = ⟦\"a.jpg\"⟧\nphoto_alt = \"ภาพ\""),
        ("file-missing", Center, "[[knowledge]]\ntitle = \"คู่มือ\"\nfile = ⟦\"guide.pdf\"⟧"),
        ("file-missing", Center, "rules = ⟦\"rules.pdf\"⟧"),
        ("file-missing", Practice, "cover = ⟦\"cover.jpg\"⟧\ncover_alt = \"ภาพ\""),
        ("file-missing", Activity, "[[photos]]\nfile = ⟦\"a.jpg\"⟧\nalt = \"ภาพ\""),
        ("path-outside", Center, "cover = ⟦\"../../../../../../etc/passwd\"⟧\ncover_alt = \"ภาพ\""),
        ("not-a-relative-path", Center, "[[knowledge]]\ntitle = \"คู่มือ\"\nfile = ⟦\"/etc/passwd\"⟧"),
    ]);
}

#[test]
fn photos_that_are_none() {
    // A PNG header that asks for 60,000 × 60,000 pixels: eleven gigabytes in memory.
    let mut bomb = png(8, 6);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let whole = png(64, 64);
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    for (name, bytes) in [
        ("text.jpg", &b"not a photo"[..]),
        ("empty.png", b""),
        ("cut.png", &whole[..whole.len() / 2]),
        ("bomb.png", &bomb),
        ("script.jpg", svg),
    ] {
        let text = format!("[[photos]]\nfile = ⟦\"{name}\"⟧\nalt = \"ภาพ\"");
        let case = base().with(&beside(name), bytes).written(&Center, &text);
        let code = if name == "bomb.png" {
            "photo-too-many-pixels"
        } else {
            "photo-unreadable"
        };
        assert_eq!(case.difference(code, name), None);
    }
}

/// A consent that is missing does not come with another name.
#[test]
fn copies_of_photos_without_consent() {
    let withheld = "[[photos]]\nfile = \"group.png\"\nalt = \"ภาพหมู่\"\npeople = true\n";
    for (copy, place, text) in [
        ("content/centers/khueang-nai/hua-don/b.png", Center, format!("cover = ⟦\"b.png\"⟧\ncover_alt = \"ภาพ\"\n{withheld}")),
        ("content/centers/khueang-nai/c.png", Center, format!("cover = ⟦\"../c.png\"⟧\ncover_alt = \"ภาพ\"\n{withheld}")),
        ("static/group.png", Center, withheld.to_owned()),
    ] {
        let case = base().with(&beside("group.png"), png(20, 10)).written(&place, &text);
        let case = case.with(copy, png(10, 20));
        assert_eq!(case.errors(copy), [""; 0]);
        let mut case = case.with(copy, png(20, 10));
        if case.spots.is_empty() {
            case.spots.push(format!("{copy}:1:1-1:1"));
        }
        assert_eq!(case.difference("withheld-copy", copy), None);
    }
}

#[test]
fn files_that_are_no_text() {
    reports_bytes("not-utf8", CENTER, b"name = \"\xff\xfe\"\n");
    reports_bytes("not-utf8", PAGE, b"+++\ntitle = \"x\"\n+++\n\xe0\xb8");
    reports_bytes("not-utf8", AREAS, b"district_code\n\xa1\xa2\xa3");
    reports_bytes(
        "not-utf8",
        SITE,
        "title = 1"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .chain([0xff])
            .collect::<Vec<_>>()
            .as_slice(),
    );
    reports_bytes("toml-syntax", CENTER, b"name = \"a\0b\"\n");
    reports([
        ("no-value", Center, "name = ⟦⟧"),
        ("unclosed-bracket", Center, "[visit⟦⟧\nhours = \"x\""),
        ("front-matter-unclosed", File(PRACTICE), "⟦+++⟧\ntitle = \"ก\"\n\nเรื่อง\n"),
        ("front-matter-missing", File(PAGE), "\n⟦# เรื่อง⟧\n"),
        ("front-matter-missing", File(ACTIVITY), "⟦---⟧\ntitle: ก\n---\n"),
        ("front-matter-missing", File(PAGE), "⟦⟧"),
    ]);
}

/// A text that is not read is told of once, not also as missing.
#[test]
fn texts_that_are_too_large() {
    let large = " ".repeat(20_000_000);
    for path in [SITE, DISTRICT, CENTER, PAGE] {
        reports_bytes("text-too-large", path, large.as_bytes());
    }
}

/// An output folder that cannot be does not hide what is wrong with the content.
#[test]
fn mistakes_and_an_output_that_is_a_file() {
    let secret = "secret = ".repeat(3_000_000);
    let case = base().with(PAGE, secret).with("public", "a file");
    let built = case.site.on_disk().sala(&["build"]);
    assert_eq!(built.code, Some(1), "{built:?}");
    for code in ["text-too-large", "cannot-write"] {
        assert!(built.err.contains(code), "{code}: {built:?}");
    }
}

#[test]
fn a_site_without_its_settings() {
    let mut case = base();
    case.site.files.remove(SITE);
    assert_eq!(case.errors("no site.toml").len(), 1);
    assert_eq!(errors(&Folder::new(), "an empty folder").len(), 1);
}

#[test]
fn marks_of_other_editors_are_no_mistake() {
    let mut case = base();
    for path in [SITE, AREAS, CENTER, PRACTICE, ACTIVITY, PAGE] {
        let windows = case.site.text(path).replace('\n', "\r\n");
        case = case.with(path, format!("\u{feff}{windows}"));
    }
    assert_eq!(case.errors("Windows"), [""; 0]);
}

#[test]
fn entries_whose_last_ending_windows_hides() {
    for path in [
        "content/centers/khueang-nai/hua-don/center.toml.txt",
        "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md.txt",
        "content/pages/contact.md.txt",
    ] {
        reports_bytes("stray-file", path, b"x");
    }
}

/// Who opens a pipe waits for somebody at its other end.
#[cfg(unix)]
#[test]
fn pipes_where_files_should_be() {
    let pipe = |path: std::path::PathBuf| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    for path in [
        "content/pages/pipe.md",
        "content/centers/khueang-nai/hua-don/cover.png",
        "static/pipe",
        "themes/sala/templates/page.html",
    ] {
        let case = base().written(&Center, "cover = \"cover.png\"\ncover_alt = \"ภาพ\"");
        let case = case.with(&beside("cover.png"), png(8, 6)).with(path, "");
        let folder = case.site.on_disk();
        folder.remove(path);
        pipe(folder.path().join(path));
        assert_eq!(
            folder.sala(&["build"]).code,
            Some(1),
            "{path}"
        );
        let checked = folder.sala(&["check", "--format", "json"]);
        let said: Vec<&str> = checked.out.lines().collect();
        assert!(said.len() == 1 && said[0].contains("\"not-a-file\""), "{path}: {said:#?}");
    }
    let folder = base().site.on_disk();
    folder.built(&[]);
    let list = "public/.sala-files";
    folder.remove(list);
    pipe(folder.path().join(list));
    assert_eq!(folder.sala(&["build"]).code, Some(1));
}

#[test]
fn links_out_of_the_site_folder() {
    let elsewhere = Folder::new();
    elsewhere.put("secret.txt", "secret");
    elsewhere.put("center.toml", "name = \"x\"");
    for (link, target) in [
        ("content/centers/khueang-nai/hua-don/secret.png", "secret.txt"),
        ("content/centers/elsewhere", "."),
        ("static/elsewhere", "."),
        ("static/history", "../../.git"),
        ("static/entries", "../../content"),
        ("content/centers/khueang-nai/hua-don/notes.txt", "../../.git/config"),
    ] {
        let site = base().site.on_disk();
        site.put("static/robots-extra.txt", "");
        site.put(".git/config", "token");
        let link_at = site.path().join(link);
        let target = match target.strip_prefix("../../") {
            Some(inside) => site.path().join(inside),
            None => elsewhere.path().join(target),
        };
        std::os::unix::fs::symlink(target, link_at).unwrap();
        let said = errors(&site, link);
        assert_eq!(said, [format!("link-leaves-site {link}:1:1-1:1")]);
    }
}

#[test]
fn a_broken_theme_of_the_site() {
    let site = "theme = \"ours\"\n";
    for (code, path, text) in [
        ("broken-template", "themes/ours/templates/home.html", "<p>{{ site.title | ⟦n⟧osuch }}</p>"),
        ("broken-template", "themes/ours/templates/home.html", "<p>\n{% if site %}\n"),
        ("broken-template", "themes/ours/templates/home.html", "{% extends \"nothing.html\" %}"),
        ("broken-template", "themes/ours/templates/home.html", "<p>{{ no_such_thing.at_all }}</p>"),
        ("broken-template", "themes/ours/templates/home.html", "{{ }}"),
        (
            "broken-measures",
            "themes/ours/paper.toml",
            "[poster]\nitem = -1\n",
        ),
        ("broken-words", "themes/ours/i18n/th.toml", "home = \n"),
        ("words-not-text", "themes/ours/i18n/th.toml", "a = \"b\"\nhome = ⟦5⟧\n"),
    ] {
        let case = base().written(&Site, site).written(&File(path), text);
        let said = case.errors(text);
        let start = case
            .spots
            .first()
            .map_or(format!("{code} {path}:"), |it| format!("{code} {it}"));
        assert!(
            said.len() == 1 && said[0].starts_with(&start),
            "{text}\nexpected {start}\n    said {said:?}"
        );
    }
    reports([
        ("unknown-theme", Site, "theme = ⟦\"nosuch\"⟧"),
        ("unknown-theme", Site, "theme = ⟦\"../content\"⟧"),
    ]);
}
