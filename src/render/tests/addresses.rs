//! Addresses: every link leads to a file, and nothing hides another.

use super::*;

/// The values of every `href` and `src` of a page.
pub fn hrefs(html: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for name in [" href=\"", " src=\""] {
        let parts = html.split(name).skip(1);
        all.extend(parts.filter_map(|it| it.split('"').next()));
    }
    all
}

#[test]
fn every_link_leads_to_a_file_in_all_three_forms() {
    let bases = [
        (BaseUrl::FromSite, "/"),
        (
            BaseUrl::Url("https://example.go.th/sub/".to_owned()),
            "/sub/",
        ),
        (BaseUrl::Portable, ""),
    ];
    for (base, prefix) in bases {
        let about = "+++\ntitle = \"เกี่ยวกับ\"\nmenu = true\n+++\n\n[ศูนย์ฯ](../centers/khueang-nai/hua-don/center.toml#x)\n";
        let site = a_site().with("content/pages/about.md", about);
        let site = site.prepared(&Options {
            base_url: base,
            ..on_the_day()
        });
        let mut count = 0;
        for (path, text) in site
            .all()
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            for href in hrefs(text) {
                let is_elsewhere = ["http:", "https:", "tel:", "mailto:", "#"];
                if is_elsewhere.iter().any(|it| href.starts_with(it)) {
                    continue;
                }
                let target = href.split(['#', '?']).next().unwrap();
                let address = if prefix.is_empty() {
                    assert!(!href.starts_with('/'), "{href} in {path} is not relative");
                    SitePath::new(*path).beside(target).unwrap().to_string()
                } else {
                    let address = target.strip_prefix(prefix);
                    plan::file_at(address.unwrap_or_else(|| panic!("{href} in {path}")))
                };
                assert!(site.plan.files.contains_key(&address), "{href} in {path}");
                count += 1;
            }
        }
        assert!(count > 500, "{count} links were looked at");
    }
}

#[test]
fn a_file_never_hides_a_page() {
    for (path, code) in [
        (
            "static/centers/index.html",
            "same-address static/centers/index.html",
        ),
        ("static/centers", "same-address static/centers"),
        ("static/sitemap.xml", "same-address static/sitemap.xml"),
    ] {
        assert_eq!(a_site().with(path, "").ready().problems(), [code]);
    }
    let page = "+++\ntitle = \"หน้าที่ชนกับรายการ\"\n+++\n";
    let site = a_site().with("content/pages/districts.md", page).ready();
    assert!(
        site.problems()
            .contains(&"same-address content/pages/districts.md".to_owned())
    );
    assert!(
        a_site()
            .with("static/img/logo.png", "")
            .ready()
            .problems()
            .is_empty()
    );
}

#[test]
fn an_old_address_leads_on_in_every_language() {
    let renamed = "aliases = [\"/centers/old-name/\"]\nlevel";
    let site = a_site().replacing(HUA_DON, "level", renamed).ready();
    for (file, to) in [
        (
            "centers/old-name/index.html",
            "/centers/khueang-nai/hua-don/",
        ),
        (
            "en/centers/old-name/index.html",
            "/en/centers/khueang-nai/hua-don/",
        ),
    ] {
        assert!(
            site.text(file)
                .contains(&format!("content=\"0; url={to}\"")),
            "{file}"
        );
    }
    assert!(
        site.text("_redirects")
            .contains("/centers/old-name/ /centers/khueang-nai/hua-don/ 301\n")
    );
    assert!(!site.text("sitemap.xml").contains("old-name"));
}
