//! The sitemap: every page that search engines may list, with its other languages.

use crate::html::escape;
use crate::model::Lang;
use crate::plan::{LocalizedRoute, SITEMAP_SIZE, updated};
use crate::render::parts::Parts;

const START: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// The whole sitemap, or the index of its parts where it is too long for one file.
pub(in crate::render) fn sitemap(parts: &Parts) -> String {
    let pages: Vec<_> = parts.plan.listed_pages().collect();
    if pages.len() <= SITEMAP_SIZE {
        return urls(parts, &pages);
    }
    let mut xml = START.to_owned();
    xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for part in 1..=pages.len().div_ceil(SITEMAP_SIZE) {
        xml.push_str("<sitemap><loc>");
        escape(
            &mut xml,
            &parts.shared.absolute(&format!("sitemap-{part}.xml")),
        );
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// One of the parts, from 1.
pub(in crate::render) fn part(parts: &Parts, part: usize) -> String {
    let pages: Vec<_> = parts
        .plan
        .listed_pages()
        .skip((part - 1) * SITEMAP_SIZE)
        .take(SITEMAP_SIZE)
        .collect();
    urls(parts, &pages)
}

fn urls(parts: &Parts, pages: &[LocalizedRoute]) -> String {
    let languages = &parts.plan.languages;
    let mut xml = String::with_capacity(START.len() + pages.len() * 300);
    xml.push_str(START);
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    if languages.len() > 1 {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for page in pages {
        let url = |lang: Lang| {
            let plan = parts.plan;
            let address = plan.page_address(page.route, lang, page.number);
            parts.shared.absolute(&address)
        };
        xml.push_str("<url><loc>");
        escape(&mut xml, &url(page.lang));
        xml.push_str("</loc>");
        if let Some(date) =
            updated(parts.directory, page.route).filter(|it| *it <= parts.directory.today)
        {
            xml.push_str("<lastmod>");
            xml.push_str(&date.to_string());
            xml.push_str("</lastmod>");
        }
        if languages.len() > 1 {
            let default = std::iter::once(("x-default", languages[0]));
            for (tag, lang) in languages.iter().map(|it| (it.tag(), *it)).chain(default) {
                xml.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
                xml.push_str(tag);
                xml.push_str("\" href=\"");
                escape(&mut xml, &url(lang));
                xml.push_str("\"/>");
            }
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
