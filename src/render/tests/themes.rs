//! Themes of a site, and the mistakes in them.

use super::*;
use crate::render::Body;

#[test]
fn a_mistake_in_a_template_has_its_place() {
    for (template, line, column) in [
        ("<p>\n{{ site.title | nothing }}</p>", 2, 17),
        ("<p>\nก {% if %}</p>", 2, 9),
    ] {
        let path = SitePath::new("themes/sala/templates/404.html");
        let site = a_site().with(path.as_str(), template);
        let sources = site.sources();
        let (_, found) = site.prepare(&on_the_day());
        let found = found.sorted();
        assert_eq!(found.len(), 1, "{found:?}");
        let place = found[0].place.clone().unwrap();
        assert_eq!(place.file, path);
        let at = sources.positions(&place).unwrap().0;
        assert_eq!((at.line, at.column), (line, column), "{found:?}");
    }
}

#[test]
fn a_mistake_that_shows_when_a_page_is_made_has_its_place() {
    let site = a_site()
        .with(
            "themes/sala/templates/404.html",
            "<p>\n{{ site.title.none.more }}</p>",
        )
        .ready();
    assert!(site.found.sorted().is_empty());
    let error = site.render("404.html").unwrap_err();
    assert!(
        matches!(
            &error.problem,
            Problem::BrokenTemplate { built_in: None, .. }
        ),
        "{error:?}"
    );
    assert_eq!(
        error.place.unwrap().file.as_str(),
        "themes/sala/templates/404.html"
    );
}

#[test]
fn a_theme_of_the_site_lies_over_the_built_in_one() {
    let site = a_site()
        .with(SETTINGS, format!("theme = \"ours\"\n{SITE}"))
        .with(
            "themes/ours/templates/404.html",
            "{{ words.home }} {{ words.districts }} {{ site.assets[\"own.css\"] }}",
        )
        .with("themes/ours/i18n/th.toml", "home = \"บ้าน\"")
        .with("themes/ours/static/own.css", "a{}")
        .ready();
    assert!(site.problems().is_empty(), "{:?}", site.problems());
    let hash = blake3::hash(b"a{}").to_hex();
    assert_eq!(
        site.text("404.html"),
        format!("บ้าน อำเภอ /own.{}.css", &hash[..12])
    );
    let list = site.text("centers/index.html");
    assert!(
        list.contains("<html"),
        "other templates are the built-in ones"
    );

    let misspelt = a_site()
        .with(SETTINGS, format!("theme = \"sara\"\n{SITE}"))
        .ready();
    let expected = Problem::UnknownTheme {
        written: "sara".to_owned(),
        nearest: Some("sala".to_owned()),
    };
    assert_eq!(misspelt.found.sorted()[0].problem, expected);
}

#[test]
fn a_theme_says_how_feeds_search_fields_and_old_addresses_are_written() {
    let renamed = CENTER.replacen("level", "aliases = [\"/centers/old/\"]\nlevel", 1);
    let opened = renamed.replacen("level", "opened = 2022-06-15\nlevel", 1);
    let site = a_site()
        .with("content/site.toml", format!("theme = \"ours\"\n{SITE}"))
        .with("content/centers/khueang-nai/hua-don/center.toml", opened)
        .with(
            "themes/ours/templates/feed.xml",
            "{{ site.home }} {{ words.home }}{% for it in feed.entries %} {{ it.title.text }} {{ it.updated }}{% endfor %}",
        )
        .with(
            "themes/ours/templates/opensearch.xml",
            "{{ site.home }} {{ words.home }} {{ open_search.results }}",
        )
        .with(
            "themes/ours/templates/redirect.html",
            "{{ site.home }} {{ words.home }} {{ redirect.name.text }} {{ redirect.href }}",
        )
        .ready();
    assert!(site.problems().is_empty(), "{:?}", site.problems());
    for (file, expected) in [
        (
            "feed.xml",
            "/ หน้าหลัก ย้อมคราม 2025-11-20T00:00:00+07:00 ศูนย์หัวดอน 2022-06-15T00:00:00+07:00",
        ),
        (
            "en/opensearch.xml",
            "/en/ Home https://example.go.th/en/search/?q={searchTerms}",
        ),
        (
            "centers/old/index.html",
            "/ หน้าหลัก ศูนย์หัวดอน /centers/khueang-nai/hua-don/",
        ),
    ] {
        assert_eq!(site.text(file), expected, "{file}");
    }
}

#[test]
fn previews_have_the_colours_that_the_theme_says() {
    let preview = |site: &PreparedSite| match site.render("share.png") {
        Ok(Body::Picture(picture)) => picture,
        other => panic!("{other:?}"),
    };
    let themed = |css: &str| {
        a_site()
            .with("content/site.toml", format!("theme = \"ours\"\n{SITE}"))
            .with("themes/ours/static/own.css", css)
            .ready()
    };
    let [built_in, same, own] = [
        preview(&a_site().ready()),
        preview(&themed(":root { --other: #123d31; }")),
        preview(&themed(":root { --deep: #123d31; }")),
    ];
    assert_eq!(same.hash(), built_in.hash());
    assert_ne!(own.hash(), built_in.hash());
    let png = image::load_from_memory(&own.bytes().unwrap()).unwrap();
    assert_eq!(png.into_rgb8().get_pixel(1190, 10).0, [0x12, 0x3d, 0x31]);
}
