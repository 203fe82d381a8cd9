//! Themes of a site, and the mistakes in them.

use super::*;

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
