use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::media::photo;
use crate::memo::Memo;
use crate::model::Lang;
use crate::model::site::MenuItem;
use crate::model::{SitePath, Text};
use crate::options::MakeIndex;
use crate::plan::listings::Listings;
use crate::schema::field::Link;
use crate::testing::{SiteBuilder, a_center, a_page, a_practice, a_site, at};
use crate::{check, plan, theme};

/// The problems of links alone, each as `code label`; every page has the parts `main` and `map`.
fn problems(site: &SiteBuilder) -> Vec<String> {
    let (drafts, sources) = site.parts();
    let mut found = Diagnostics::default();
    let memo = Memo::off();
    let directory = check::directory(drafts, &sources, &site.options(), &memo, &mut found);
    let directory = Arc::new(directory.unwrap().0);
    let from = plan::Ingredients {
        directory: &directory,
        listings: &Listings::new(&directory, &memo),
        theme: &theme::prepare(&sources, None, &memo, &mut found),
        photos: &photo::Made::default(),
        sources: &sources,
        index: MakeIndex::WhenAsked,
    };
    let plan = plan::pages(&from, &memo, &mut found);
    let mut found = Diagnostics::default();
    let page = |path: &str| {
        assert!(plan.files.contains_key(path), "{path}");
        Some("<main id=\"main\"><div class=a id=map>".to_owned())
    };
    super::links(&directory, &plan, &sources, &page, &mut found);
    let shown = found.sorted().into_iter().map(|it| {
        let label = it.label(Lang::En).unwrap_or_default();
        format!("{} {label}", it.problem.code()).trim().to_owned()
    });
    shown.collect()
}

#[test]
fn links_lead_somewhere() {
    for (link, expected) in [
        // Files of entries.
        ("best-practices/x.md", ""),
        ("./best-practices/x.md", ""),
        ("../b/center.toml", ""),
        ("../b/center.md", ""),
        ("../b/", ""),
        ("../../pages/about.md", ""),
        (
            "best-practices/y.md",
            "broken-link did you mean \"best-practices/x.md\"?",
        ),
        (
            "../c/center.toml",
            "broken-link did you mean \"../b/center.toml\"?",
        ),
        ("../../../../secret.md", "broken-link"),
        // Addresses.
        ("/", ""),
        ("/centers/b/", ""),
        ("/centers/b", ""),
        ("/centers/", ""),
        ("/districts/khueang-nai/", ""),
        ("/topics/rice/", ""),
        ("/feed.xml", ""),
        ("/about/", ""),
        (
            "/sj/centers/b/",
            "broken-link did you mean \"/centers/b/\"?",
        ), // the site stands at /sj/
        ("/abuot/", "broken-link did you mean \"/about/\"?"),
        // Other places.
        ("https://example.com/a?b#c", ""),
        ("mailto:a@example.com", ""),
        ("tel:+6645344628", ""),
        ("https://", "bad-link"),
        ("ftp://example.com/", "bad-link"),
        ("javascript:x", "bad-link"),
        ("//example.com/", "bad-link"),
        ("", "bad-link"),
        // Parts of pages.
        ("#ข้าว", ""),
        ("#%E0%B8%82%E0%B9%89%E0%B8%B2%E0%B8%A7", ""),
        ("#main", ""),
        ("#", ""),
        ("#ข้าวว", "broken-fragment"),
        ("../b/center.toml#map", ""),
        ("/centers/#map", ""),
        ("/centers/#mpa", "broken-fragment did you mean \"#map\"?"),
        ("/abuot/#map", "broken-link did you mean \"/about/\"?"),
        // What has no page.
        ("../p/center.toml", "link-to-planned"),
        ("../p/", "link-to-planned"),
        ("/centers/p/", "link-to-planned"),
        ("best-practices/d.md", "points-to-draft"),
        ("/centers/a/best-practices/d/", "points-to-draft"),
        ("../../pages/later.md", "points-to-draft"),
        ("/later/", "points-to-draft"),
        // What has mistakes of its own.
        ("../f/center.toml", ""),
        ("/centers/f/", ""),
    ] {
        let site = a_site()
            .with(a_center("a").telling(&format!("## ข้าว\n\n[ก](<{link}>)")))
            .with(a_center("b"))
            .with(a_center("p").planned())
            .with(a_center("f").about("no-such-topic"))
            .with(a_practice("a", "x").telling("ก"))
            .with(a_practice("a", "d").draft())
            .with(a_page("about"))
            .with(a_page("later").draft())
            .with_text("content/centers/a/center.toml")
            .with_text("content/centers/b/center.toml");
        let expected: Vec<_> = Some(expected)
            .filter(|it| !it.is_empty())
            .into_iter()
            .collect();
        assert_eq!(problems(&site), expected, "for {link:?}");
    }
}

#[test]
fn examples_that_are_off_cannot_be_linked_to() {
    let site = |link: &str| {
        a_site()
            .with(a_center("a").telling(link))
            .with(a_center("e").example())
    };
    for link in ["[ก](../e/center.toml)", "[ก](/centers/e/)"] {
        assert_eq!(problems(&site(link)), [""; 0]);
        assert_eq!(
            problems(&site(link).without_examples()),
            ["points-to-example"]
        );
        assert_eq!(
            problems(&site(link).with_examples_switched_off()),
            ["points-to-example"]
        );
    }
}

#[test]
fn drafts_may_point_to_drafts() {
    let site = a_site()
        .with(a_center("a"))
        .with(a_practice("a", "x").draft().telling("[ก](y.md)"))
        .with(a_practice("a", "y").draft());
    assert_eq!(problems(&site), [""; 0]);
    assert_eq!(problems(&site.with_drafts()), [""; 0]);
}

#[test]
fn text_inside_entries_is_read_too() {
    let site = a_site().with(a_center("a").highlighting("[ก](/nowhere-at-all/)"));
    assert_eq!(problems(&site), ["broken-link"]);
}

#[test]
fn the_menu_leads_somewhere() {
    let item = |url: &str| MenuItem {
        name: Text::thai("ก"),
        url: at(Link(url.to_owned())),
    };
    let site = a_site()
        .with_menu(item("/centers/"))
        .with_menu(item("https://example.com/"))
        .with_menu(item("/center/"));
    assert_eq!(problems(&site), ["broken-link did you mean \"/centers/\"?"]);
}

#[test]
fn a_file_is_named_from_another() {
    let from = SitePath::new("content/centers/a/best-practices/x.md");
    for (to, expected) in [
        ("content/centers/a/best-practices/y.md", "y.md"),
        ("content/centers/b/center.toml", "../../b/center.toml"),
        ("content/pages/about.md", "../../../pages/about.md"),
    ] {
        assert_eq!(from.way_to(to), expected);
    }
}
