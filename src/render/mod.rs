//! One address of the plan → its bytes.
//!
//! In: a checked directory, its theme, its photos and the plan. Out: the bytes of a page, feed, sitemap or data file.
//! Never: disk, clock or anything that may not be published; two calls give the same bytes.

mod context;
mod data;
mod feeds;
mod filters;
mod frame;
mod geometry;
mod host;
pub mod href;
mod map;
mod pages;
mod parts;
mod pieces;
mod print;
mod search;
#[cfg(test)]
mod tests;
pub mod view;

pub use parts::{Parts, Shared};
pub use search::index::index_name;

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::media::picture::{Picture, Recipe};
use crate::plan::{Copied, Item, PageItem, What};
use crate::theme::Content;
use feeds::{atom, calendar, contact_card};
use filters::files;
use frame::page::by_template;
use frame::preview;
use host::{headers, manifest, open_search, redirects, robots, sitemap, worker};
use pages::{
    activities, activity, article, awards, best_practices, center, centers, district, districts,
    home, practice, progress, search_page, topic, topics,
};
use pieces::search_box;
use print::{how_to, leaflet, qr};
use search::index;

/// The bytes of an address.
#[derive(Clone, Debug)]
pub enum Body {
    /// Made.
    Bytes(Vec<u8>),
    /// Part of the program.
    Static(&'static [u8]),
    /// A file to be copied.
    Disk(PathBuf),
    /// Made when its bytes are wanted.
    Picture(Picture),
}

/// The bytes of a file of the plan, by its path in the output. `Err` holds what is wrong with a template or a missing address.
pub fn file(parts: &Parts, path: &str) -> Result<Body, Diagnostic> {
    let nothing = || Diagnostic::error(Problem::NoSuchAddress(path.to_owned()));
    let item = parts.plan.files.get(path).ok_or_else(nothing)?;
    let text = match item {
        Item::Page(item) => return Ok(Body::Bytes(page(parts, path, *item)?)),
        Item::Redirect(item) => {
            let voice = parts.voice(item.lang, path);
            by_template(
                &voice,
                "redirect.html",
                "redirect",
                &redirects::page(&voice, *item),
            )?
        }
        Item::Feed(of, lang) => {
            let voice = parts.voice(*lang, path);
            by_template(&voice, "feed.xml", "feed", &atom::feed(&voice, *of))?
        }
        Item::Calendar(of, lang) => calendar::calendar(&parts.voice(*lang, path), *of),
        Item::ContactCard(id, lang) => contact_card::card(&parts.voice(*lang, path), *id),
        Item::Data(table, form) => data::file(parts, *table, *form),
        Item::DataPackage => data::package(parts),
        Item::Sitemap => sitemap::sitemap(parts),
        Item::SitemapPart(part) => sitemap::part(parts, *part),
        Item::Worker => worker::worker(parts),
        Item::Robots => robots::robots(parts),
        Item::Manifest(lang) => manifest::manifest(&parts.voice(*lang, path)),
        Item::OpenSearch(lang) => {
            let voice = parts.voice(*lang, path);
            by_template(
                &voice,
                "opensearch.xml",
                "open_search",
                &open_search::view(&voice),
            )?
        }
        Item::Headers => headers::headers(parts),
        Item::Redirects => redirects::list(parts),
        Item::NoJekyll => String::new(),
        Item::SearchGuide(lang) => search_box::guide(parts, *lang),
        Item::Search(lang, at) => {
            let chunk = index::of(parts, *lang).chunk(*at);
            return Ok(Body::Bytes(chunk.ok_or_else(nothing)?.to_vec()));
        }
        Item::Qr(what, lang) => {
            let address = parts.plan.address(*what, *lang);
            let too_long = || Diagnostic::error(Problem::NameTooLong(address.clone()));
            qr::svg(&parts.shared.absolute(&address)).ok_or_else(too_long)?
        }
        Item::Facets(list, file) => files::file(parts, *list, *file)?,
        Item::Photo(form) => return Ok(picture(parts, Recipe::Photo(form.clone()))),
        Item::Preview(what, lang) => {
            return Ok(picture(
                parts,
                preview::recipe(&parts.voice(*lang, path), *what),
            ));
        }
        Item::Document(source) | Item::Static(source) => {
            return Ok(match parts.plan.copied(source).ok_or_else(nothing)? {
                Copied::Disk(on_disk) => Body::Disk(on_disk.disk.clone()),
                Copied::Text(source) => Body::Bytes(source.text.as_bytes().to_vec()),
            });
        }
        Item::ThemeFile(name) => {
            let file = parts.theme.files.get(name).ok_or_else(nothing)?;
            return Ok(match &file.content {
                Content::BuiltIn(bytes) => Body::Static(bytes),
                Content::Text(source) => Body::Bytes(source.text.as_bytes().to_vec()),
                Content::Made(code) => Body::Bytes(code.as_bytes().to_vec()),
                Content::Disk(disk) => Body::Disk(disk.clone()),
            });
        }
    };
    Ok(Body::Bytes(text.into_bytes()))
}

fn page(parts: &Parts, path: &str, item: PageItem) -> Result<Vec<u8>, Diagnostic> {
    let voice = parts.voice(item.lang, path);
    let number = item.number;
    let made = match item.what {
        What::Home => home::page(&voice),
        What::Centers => centers::page(&voice, number),
        What::Center(id) => center::page(&voice, id),
        What::Leaflet(id) => leaflet::leaflet(&voice, id),
        What::Poster(id) => leaflet::poster(&voice, id),
        What::Sheet(id) => how_to::page(&voice, id),
        What::BestPractices => best_practices::page(&voice, number),
        What::BestPractice(id) => practice::page(&voice, id),
        What::Activities => activities::page(&voice, number),
        What::Activity(id) => activity::page(&voice, id),
        What::Districts => districts::page(&voice),
        What::District(district) => district::page(&voice, district, number),
        What::Topics => topics::page(&voice),
        What::Topic(id) => topic::page(&voice, id, number),
        What::Mission(mission) => topic::mission(&voice, mission, number),
        What::Awards => awards::page(&voice, number),
        What::Progress => progress::page(&voice),
        What::Data => data::page(&voice),
        What::Search => search_page::page(&voice),
        What::Page(id) => article::page(&voice, id),
        What::NotFound => article::not_found(&voice),
        What::Offline => article::offline(&voice),
    };
    made.bytes(&voice, item)
}

fn picture(parts: &Parts, recipe: Recipe) -> Body {
    Body::Picture(Picture {
        recipe,
        store: Arc::clone(parts.pictures),
    })
}
