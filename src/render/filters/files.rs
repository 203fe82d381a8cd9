//! The files with which a browser filters and sorts a list: columns, orders, points and cards.
//!
//! In: the list and its facets. Out: classic scripts that hand over one value each. Never: asked for before a filter is touched.

use std::cmp::Reverse;

use serde_json::{Value as Json, json};

use super::packing::{bits, packed};
use super::panel::SHOWN;
use crate::diagnostic::Diagnostic;
use crate::html;
use crate::model::text::ThaiOrder;
use crate::model::{Center, Lang, Text};
use crate::plan::facets::{FacetFile, Facets, ListOf};
use crate::plan::nearby::spot;
use crate::plan::{PAGE_SIZE, file_at};
use crate::render::parts::Parts;

/// One of the files that a browser filters with.
pub(in crate::render) fn file(
    parts: &Parts,
    list: ListOf,
    file: FacetFile,
) -> Result<String, Diagnostic> {
    let facets = parts.listings.facets(list);
    let value = match file {
        FacetFile::Columns => columns(parts, list, facets),
        FacetFile::Order(lang) => order(parts, list, lang),
        FacetFile::Points => points(parts, list),
        FacetFile::Cards(lang, at) => cards(parts, list, lang, at)?,
    };
    Ok(format!("salaFacets({value})\n"))
}

/// Which entry has which value. A facet is `[name, keys, packed]`: of few values, or where an entry can have several, a bit for each entry
/// and value, else the number of its value for each entry, one after the last for none. Names stand in it where no page has them.
/// `before` and `examples` say which entry of the search is which of the list.
fn columns(parts: &Parts, list: ListOf, facets: &Facets) -> Json {
    let total = facets.total;
    let columns: Vec<_> = facets
        .columns
        .iter()
        .map(|column| {
            let keys: Vec<_> = column.values.iter().map(|it| it.key.as_str()).collect();
            let packed = if column.facet.is_multiple() || keys.len() <= 8 {
                let bits = column.values.iter().map(|it| bits(total, &it.entries));
                json!(bits.collect::<Vec<_>>())
            } else {
                let mut numbers = vec![keys.len(); total];
                for (number, value) in column.values.iter().enumerate() {
                    for entry in &value.entries {
                        numbers[*entry] = number;
                    }
                }
                json!(packed(&numbers, keys.len()))
            };
            let mut row = vec![json!(column.facet.word()), json!(keys), packed];
            if column.values.len() > SHOWN {
                let names = column.values.iter().map(|it| {
                    let name = &parts.district(it.number).name;
                    json!({"th": name.in_lang(Lang::Th).0, "en": name.in_lang(Lang::En).0})
                });
                row.push(names.collect());
            }
            Json::Array(row)
        })
        .collect();
    let lists = parts.listings;
    let is_example = |at: &usize| lists.is_example(parts.directory, list, *at);
    let names = parts.plan.facet_names(list);
    let examples: Vec<usize> = (0..total).filter(is_example).collect();
    json!({
        "total": total,
        "size": PAGE_SIZE,
        "slices": names.slices,
        "version": names.version,
        "columns": columns,
        "before": lists.entries_before(list),
        "examples": bits(total, &examples),
    })
}

/// Other orders of the list: the places of its entries, one after the other.
fn order(parts: &Parts, list: ListOf, lang: Lang) -> Json {
    let directory = parts.directory;
    let lists = parts.listings;
    let thai = ThaiOrder::new();
    let name = |it: &Text| thai.key(it.in_lang(lang).0);
    match list {
        ListOf::Centers => {
            let center = |at: usize| directory.center(lists.centers()[at]);
            let total = lists.centers().len();
            json!({
                "name": sorted(total, |at| name(&center(at).name)),
                "newest": sorted(total, |at| Reverse(center(at).opened)),
                "district": match lang {
                    Lang::Th => None,
                    Lang::En => {
                        let places = lists.places_in_english();
                        Some(sorted(total, |at| places[lists.centers()[at].0]))
                    }
                },
            })
        }
        ListOf::BestPractices => {
            let practice = |at: usize| directory.practice(lists.practices()[at]);
            let total = lists.practices().len();
            json!({
                "name": sorted(total, |at| name(&practice(at).title)),
                "copied": sorted(total, |at| Reverse(practice(at).adapted_by.len())),
            })
        }
    }
}

fn sorted<K: Ord>(total: usize, key: impl Fn(usize) -> K) -> String {
    let mut places: Vec<usize> = (0..total).collect();
    places.sort_by_cached_key(|at| key(*at));
    packed(&places, total)
}

/// Where entries are, in 65,535 steps of the box around all of them; and which of these places are guesses or not known.
fn points(parts: &Parts, list: ListOf) -> Json {
    let directory = parts.directory;
    let lists = parts.listings;
    let centers: Vec<&Center> = match list {
        ListOf::Centers => lists
            .centers()
            .iter()
            .map(|id| directory.center(*id))
            .collect(),
        ListOf::BestPractices => {
            let practices = lists.practices().iter();
            practices
                .map(|id| directory.center(directory.practice(*id).center))
                .collect()
        }
    };
    let spots: Vec<_> = centers.iter().map(|it| spot(directory, it)).collect();
    let along = |of: &dyn Fn(crate::model::area::Point) -> f64| {
        let all = || spots.iter().flatten().map(|it| of(it.point));
        let low = all().fold(f64::INFINITY, f64::min);
        let high = all().fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            return (0.0, 0.0, String::new());
        }
        let step = if high > low {
            (high - low) / 65_535.0
        } else {
            1.0
        };
        let numbers = spots
            .iter()
            .map(|it| it.map_or(0, |it| ((of(it.point) - low) / step).round() as usize));
        (low, step, packed(&numbers.collect::<Vec<_>>(), 65_535))
    };
    let places = |wanted: &dyn Fn(usize) -> bool| {
        let places: Vec<_> = (0..spots.len()).filter(|at| wanted(*at)).collect();
        bits(spots.len(), &places)
    };
    let (south, up, latitudes) = along(&|it| it.latitude);
    let (west, right, longitudes) = along(&|it| it.longitude);
    json!({
        "axes": [[south, up, latitudes], [west, right, longitudes]],
        "about": places(&|at| spots[at].is_some_and(|it| it.is_about)),
        "unknown": places(&|at| spots[at].is_none()),
    })
}

/// The cards of a part of the list, as they stand in its pages.
fn cards(parts: &Parts, list: ListOf, lang: Lang, at: usize) -> Result<Json, Diagnostic> {
    // Results stand on the first page of the list: links are those of that page.
    let page = parts.plan.address(list.route(), lang);
    let context = parts.context(lang, &file_at(&page));
    let lists = parts.listings;
    let range = |total: usize| at * PAGE_SIZE..total.min((at + 1) * PAGE_SIZE);
    let short = |card: &str| {
        if parts.shared.minifies {
            html::minified(card)
        } else {
            card.to_owned()
        }
    };
    let cards: Vec<_> = match list {
        ListOf::Centers => {
            let ids = &lists.centers()[range(lists.centers().len())];
            let cards = context.center_cards(ids);
            cards.iter().map(|it| short(it.html())).collect()
        }
        ListOf::BestPractices => {
            let ids = &lists.practices()[range(lists.practices().len())];
            let cards = context.practice_cards(ids);
            cards.iter().map(|it| short(it.html())).collect()
        }
    };
    match context.failed.take() {
        Some(problem) => Err(problem),
        None => Ok(json!(cards)),
    }
}
