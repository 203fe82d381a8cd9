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
    forms, home, practice, progress, search_page, topic, topics,
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
            let context = parts.context(to.lang, path);
            by_template(
                &context,
                "redirect.html",
                "redirect",
                &redirects::page(&context, *to),
            )?
        }
        Output::Feed(of, lang) => {
            let context = parts.context(*lang, path);
            by_template(&context, "feed.xml", "feed", &atom::feed(&context, *of))?
        }
        Output::Calendar(of, lang) => calendar::calendar(&parts.context(*lang, path), *of),
        Output::ContactCard(id, lang) => contact_card::card(&parts.context(*lang, path), *id),
        Output::Data(table, form) => data::file(parts, *table, *form),
        Output::BlankForm(form) => return forms::blank(path, *form).map(Body::Bytes),
        Output::DataPackage => data::package(parts),
        Output::Sitemap => sitemap::sitemap(parts),
        Output::SitemapPart(part) => sitemap::part(parts, *part),
        Output::Worker => worker::worker(parts),
        Output::Robots => robots::robots(parts),
        Output::Manifest(lang) => manifest::manifest(&parts.context(*lang, path)),
        Output::OpenSearch(lang) => {
            let context = parts.context(*lang, path);
            by_template(
                &context,
                "opensearch.xml",
                "open_search",
                &open_search::view(&context),
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
                preview::recipe(&parts.context(*lang, path), *route),
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
    let context = parts.context(at.lang, path);
    let number = at.number;
    let made = match at.route {
        Route::Home => home::page(&context),
        Route::Centers => centers::page(&context, number),
        Route::Center(id) => center::page(&context, id),
        Route::Leaflet(id) => leaflet::leaflet(&context, id),
        Route::Poster(id) => leaflet::poster(&context, id),
        Route::HowTo(id) => how_to::page(&context, id),
        Route::BestPractices => best_practices::page(&context, number),
        Route::BestPractice(id) => practice::page(&context, id),
        Route::Activities => activities::page(&context, number),
        Route::Activity(id) => activity::page(&context, id),
        Route::Districts => districts::page(&context),
        Route::District(district) => district::page(&context, district, number),
        Route::Topics => topics::page(&context),
        Route::Topic(id) => topic::page(&context, id, number),
        Route::Mission(mission) => topic::mission(&context, mission, number),
        Route::Awards => awards::page(&context, number),
        Route::Progress => progress::page(&context),
        Route::Data => data::page(&context),
        Route::Forms => forms::page(&context),
        Route::Search => search_page::page(&context),
        Route::Page(id) => article::page(&context, id),
        Route::Mending(_) => article::mending(&context),
        Route::NotFound => article::not_found(&context),
        Route::Offline => article::offline(&context),
    };
    made.bytes(&context, at)
}

fn picture(parts: &Parts, recipe: Recipe) -> Body {
    Body::Picture(Picture {
        recipe,
        store: Arc::clone(parts.pictures),
    })
}
