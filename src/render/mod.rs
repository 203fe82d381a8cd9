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
mod kept;
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
use crate::plan::{Copied, LocalizedRoute, Output, Route};
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
    let output = parts.plan.files.get(path).ok_or_else(nothing)?;
    let text = match output {
        Output::Page(at) => return Ok(Body::Bytes(page(parts, path, *at)?)),
        Output::Redirect(to) => {
            let voice = parts.voice(to.lang, path);
            by_template(
                &voice,
                "redirect.html",
                "redirect",
                &redirects::page(&voice, *to),
            )?
        }
        Output::Feed(of, lang) => {
            let voice = parts.voice(*lang, path);
            by_template(&voice, "feed.xml", "feed", &atom::feed(&voice, *of))?
        }
        Output::Calendar(of, lang) => calendar::calendar(&parts.voice(*lang, path), *of),
        Output::ContactCard(id, lang) => contact_card::card(&parts.voice(*lang, path), *id),
        Output::Data(table, form) => data::file(parts, *table, *form),
        Output::DataPackage => data::package(parts),
        Output::Sitemap => sitemap::sitemap(parts),
        Output::SitemapPart(part) => sitemap::part(parts, *part),
        Output::Worker => worker::worker(parts),
        Output::Robots => robots::robots(parts),
        Output::Manifest(lang) => manifest::manifest(&parts.voice(*lang, path)),
        Output::OpenSearch(lang) => {
            let voice = parts.voice(*lang, path);
            by_template(
                &voice,
                "opensearch.xml",
                "open_search",
                &open_search::view(&voice),
            )?
        }
        Output::Headers => headers::headers(parts),
        Output::Redirects => redirects::list(parts),
        Output::NoJekyll => String::new(),
        Output::SearchGuide(lang) => search_box::guide(parts, *lang),
        Output::Search(lang, at) => {
            let chunk = index::of(parts, *lang).chunk(*at);
            return Ok(Body::Bytes(chunk.ok_or_else(nothing)?.to_vec()));
        }
        Output::Qr(route, lang) => {
            let address = parts.plan.address(*route, *lang);
            let too_long = || Diagnostic::error(Problem::NameTooLong(address.clone()));
            qr::svg(&parts.shared.absolute(&address)).ok_or_else(too_long)?
        }
        Output::Facets(list, file) => files::file(parts, *list, *file)?,
        Output::Photo(form) => return Ok(picture(parts, Recipe::Photo(form.clone()))),
        Output::Preview(route, lang) => {
            return Ok(picture(
                parts,
                preview::recipe(&parts.voice(*lang, path), *route),
            ));
        }
        Output::Document(source) | Output::Static(source) => {
            return Ok(match parts.plan.copied(source).ok_or_else(nothing)? {
                Copied::Disk(on_disk) => Body::Disk(on_disk.disk.clone()),
                Copied::Text(source) => Body::Bytes(source.text.as_bytes().to_vec()),
            });
        }
        Output::ThemeFile(name) => {
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

fn page(parts: &Parts, path: &str, at: LocalizedRoute) -> Result<Vec<u8>, Diagnostic> {
    let voice = parts.voice(at.lang, path);
    let number = at.number;
    let made = match at.route {
        Route::Home => home::page(&voice),
        Route::Centers => centers::page(&voice, number),
        Route::Center(id) => center::page(&voice, id),
        Route::Leaflet(id) => leaflet::leaflet(&voice, id),
        Route::Poster(id) => leaflet::poster(&voice, id),
        Route::HowTo(id) => how_to::page(&voice, id),
        Route::BestPractices => best_practices::page(&voice, number),
        Route::BestPractice(id) => practice::page(&voice, id),
        Route::Activities => activities::page(&voice, number),
        Route::Activity(id) => activity::page(&voice, id),
        Route::Districts => districts::page(&voice),
        Route::District(district) => district::page(&voice, district, number),
        Route::Topics => topics::page(&voice),
        Route::Topic(id) => topic::page(&voice, id, number),
        Route::Mission(mission) => topic::mission(&voice, mission, number),
        Route::Awards => awards::page(&voice, number),
        Route::Progress => progress::page(&voice),
        Route::Data => data::page(&voice),
        Route::Search => search_page::page(&voice),
        Route::Page(id) => article::page(&voice, id),
        Route::NotFound => article::not_found(&voice),
        Route::Offline => article::offline(&voice),
    };
    made.bytes(&voice, at)
}

fn picture(parts: &Parts, recipe: Recipe) -> Body {
    Body::Picture(Picture {
        recipe,
        store: Arc::clone(parts.pictures),
    })
}
