//! How a list is narrowed: the panel of its page, and the files with which a browser filters and sorts it.
//!
//! In: what `plan::facets` counted. Out: links with counts, and classic scripts that hand over columns, orders, points and cards: no page
//! carries more than its own part of the list, and nothing is asked for before a filter is touched.

use std::cmp::Reverse;

use serde_json::{Value as Json, json};

use crate::diagnostic::Diagnostic;
use crate::html;
use crate::model::center::{Facility, Level, Mission, Status};
use crate::model::date::BUDDHIST_ERA;
use crate::model::directory::TopicId;
use crate::model::practice::{CostBand, Evidence};
use crate::model::site::Digits;
use crate::model::text::ThaiOrder;
use crate::model::{Center, Lang, Text};
use crate::plan::facets::{Column, Facet, FacetFile, Facets, ListOf, Value};
use crate::plan::nearby::spot;
use crate::plan::{PAGE_SIZE, What, file_at};
use crate::render::context::Voice;
use crate::render::parts::Parts;
use crate::render::view::{FacetGroup, FacetValue, Finder, Named, Said};

/// How many values of a facet a page shows; where there are more, the browser fetches them.
const SHOWN: usize = 100;
/// Facets of up to so many values are open from the start, and topics: they are what most people look for.
const OPEN: usize = 8;

/// The panel of a list; none where the list is short.
pub(super) fn finder(voice: &Voice, list: ListOf) -> Option<Finder> {
    let facets = voice.parts.plan.facets(list);
    if !facets.is_offered() {
        return None;
    }
    let groups = facets.columns.iter().filter(|it| !is_yes(it.facet));
    let mut groups: Vec<_> = groups.map(|it| group(voice, list, it)).collect();
    let yes: Vec<_> = facets
        .columns
        .iter()
        .filter(|it| is_yes(it.facet))
        .flat_map(|it| values(voice, list, it))
        .collect();
    if !yes.is_empty() {
        groups.push(FacetGroup {
            name: voice.word("facet_more").to_owned(),
            is_open: true,
            values: yes,
            more: None,
            param: None,
        });
    }
    let sorts: &[&str] = match list {
        ListOf::Centers => &["district", "name", "newest"],
        ListOf::BestPractices => &["newest", "name", "copied"],
    };
    let address = facets.address(list, FacetFile::Columns);
    Some(Finder {
        list: list.word(),
        action: voice.href(list.what()),
        data: voice.links.href(&address),
        groups,
        sorts: sorts
            .iter()
            .map(|it| voice.named_key("sort_", it))
            .collect(),
        order: (list == ListOf::Centers && voice.lang == Lang::En).then_some("district"),
        words: words(voice, list).to_string(),
    })
}

/// A facet with one value: it is so, or nothing is asked.
fn is_yes(facet: Facet) -> bool {
    matches!(facet, Facet::Practice | Facet::Award)
}

fn group(voice: &Voice, list: ListOf, column: &Column) -> FacetGroup {
    let is_long = column.values.len() > SHOWN;
    let param = column.facet.word();
    FacetGroup {
        name: voice.word(&format!("facet_{param}")).to_owned(),
        is_open: column.values.len() <= OPEN || column.facet == Facet::Topic && !is_long,
        values: if is_long {
            Vec::new()
        } else {
            values(voice, list, column)
        },
        more: is_long.then(|| voice.href(What::Districts)),
        param: is_long.then_some(param),
    }
}

fn values(voice: &Voice, list: ListOf, column: &Column) -> Vec<FacetValue> {
    let mut values: Vec<_> = column
        .values
        .iter()
        .map(|it| {
            let what = match column.facet {
                Facet::District => Some(What::District(it.number)),
                Facet::Topic => Some(What::Topic(TopicId(it.number))),
                Facet::Mission => Some(What::Mission(Mission::ALL[it.number])),
                _ => None,
            };
            FacetValue {
                param: column.facet.word(),
                key: it.key.clone(),
                name: name(voice, column.facet, it),
                count: voice.count(it.entries.len()),
                href: what.map(|it| match (list, column.facet) {
                    // A district tells its centres first.
                    (ListOf::BestPractices, Facet::District) => voice.href(it) + "#best-practices",
                    _ => voice.href(it),
                }),
            }
        })
        .collect();
    if voice.lang == Lang::En && column.facet == Facet::District {
        values.sort_by(|a, b| a.name.text.cmp(&b.name.text));
    }
    values
}

fn name(voice: &Voice, facet: Facet, value: &Value) -> Said {
    let directory = voice.parts.directory;
    let number = value.number;
    let own = |named: Named| voice.own(named.name);
    match facet {
        Facet::District => {
            let near = &voice.parts.plan.neighbours.districts[number];
            voice.said(&directory.areas.districts[&near.code].name)
        }
        Facet::Topic => voice.said(&directory.site.topics[number].name),
        Facet::Mission => own(voice.named(Mission::ALL[number])),
        Facet::Level => own(voice.named(Level::ALL[number])),
        Facet::Status => own(voice.named(Status::ALL[number])),
        Facet::Facility => own(voice.named(Facility::ALL[number])),
        Facet::Evidence => own(voice.named(Evidence::ALL[number])),
        Facet::Cost => own(voice.cost_band(match CostBand::ALL[number] {
            CostBand::Free => 0,
            CostBand::UpTo5000 => 5_000,
            CostBand::UpTo50000 => 50_000,
            CostBand::More => u32::MAX,
        })),
        Facet::Year => voice.own(match voice.lang {
            Lang::Th => voice.digits(&(number + BUDDHIST_ERA as usize).to_string()),
            Lang::En => number.to_string(),
        }),
        Facet::Practice | Facet::Award => voice.own(voice.word(&format!("facet_{}", facet.word()))),
    }
}

/// What the script says, in the page's language.
fn words(voice: &Voice, list: ListOf) -> Json {
    let (found, found_one) = match list {
        ListOf::Centers => ("found_centers", "found_center_one"),
        ListOf::BestPractices => ("found_practices", "found_practice_one"),
    };
    let is_thai = voice.parts.directory.site.digits == Digits::Thai && voice.lang == Lang::Th;
    let keys = [
        ("found", found),
        ("one", found_one),
        ("showing", "showing"),
        ("page", "page_of"),
        ("previous", "previous"),
        ("next", "next"),
        ("remove", "filter_remove"),
        ("clear", "filter_clear"),
        ("none", "filter_none"),
        ("failed", "filter_failed"),
        ("nothing", "search_nothing"),
        ("close", "search_near"),
        ("instead", "list_instead"),
        ("everywhere", "search_everywhere"),
        ("denied", "filter_denied"),
        ("km", "distance_km"),
        ("about", "distance_about"),
    ];
    let mut words: serde_json::Map<String, Json> = keys
        .iter()
        .map(|(key, word)| ((*key).to_owned(), voice.word(word).into()))
        .collect();
    words.insert(
        "digits".to_owned(),
        if is_thai {
            "๐๑๒๓๔๕๖๗๘๙"
        } else {
            ""
        }
        .into(),
    );
    Json::Object(words)
}

/// One of the files that a browser filters with.
pub(super) fn file(parts: &Parts, list: ListOf, file: FacetFile) -> Result<String, Diagnostic> {
    let facets = parts.plan.facets(list);
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
                let near = &parts.plan.neighbours.districts;
                let names = column.values.iter().map(|it| {
                    let name = &parts.directory.areas.districts[&near[it.number].code].name;
                    json!({"th": name.in_lang(Lang::Th).0, "en": name.in_lang(Lang::En).0})
                });
                row.push(names.collect());
            }
            Json::Array(row)
        })
        .collect();
    let near = &parts.plan.neighbours;
    let is_example = |at: &usize| match list {
        ListOf::Centers => parts.directory.center(near.centers[*at]).is_example,
        ListOf::BestPractices => parts.directory.practice(near.practices[*at]).is_example,
    };
    let examples: Vec<usize> = (0..total).filter(is_example).collect();
    json!({
        "total": total,
        "size": PAGE_SIZE,
        "slices": facets.slices,
        "version": facets.version,
        "columns": columns,
        "before": list.entries_before(parts.directory, near),
        "examples": bits(total, &examples),
    })
}

/// Other orders of the list: the places of its entries, one after the other.
fn order(parts: &Parts, list: ListOf, lang: Lang) -> Json {
    let directory = parts.directory;
    let near = &parts.plan.neighbours;
    let thai = ThaiOrder::new();
    let name = |it: &Text| thai.key(it.in_lang(lang).0);
    match list {
        ListOf::Centers => {
            let center = |at: usize| directory.center(near.centers[at]);
            let total = near.centers.len();
            json!({
                "name": sorted(total, |at| name(&center(at).name)),
                "newest": sorted(total, |at| Reverse(center(at).opened)),
                "district": match lang {
                    Lang::Th => None,
                    Lang::En => {
                        let places = near.places_in_english(directory);
                        Some(sorted(total, |at| places[near.centers[at].0]))
                    }
                },
            })
        }
        ListOf::BestPractices => {
            let practice = |at: usize| directory.practice(near.practices[at]);
            let total = near.practices.len();
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
    let near = &parts.plan.neighbours;
    let centers: Vec<&Center> = match list {
        ListOf::Centers => near
            .centers
            .iter()
            .map(|id| directory.center(*id))
            .collect(),
        ListOf::BestPractices => {
            let practices = near.practices.iter();
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
    let page = parts.plan.address(parts.directory, list.what(), lang);
    let voice = parts.voice(lang, &file_at(&page));
    let near = &parts.plan.neighbours;
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
            let ids = &near.centers[range(near.centers.len())];
            let cards = voice.center_cards(ids);
            cards.iter().map(|it| short(it.html())).collect()
        }
        ListOf::BestPractices => {
            let ids = &near.practices[range(near.practices.len())];
            let cards = voice.practice_cards(ids);
            cards.iter().map(|it| short(it.html())).collect()
        }
    };
    match voice.failed.take() {
        Some(problem) => Err(problem),
        None => Ok(json!(cards)),
    }
}

/// A bit for each entry, the first in the lowest bit of the first byte.
fn bits(total: usize, entries: &[usize]) -> String {
    let mut bytes = vec![0_u8; total.div_ceil(8)];
    for entry in entries {
        bytes[entry / 8] |= 1 << (entry % 8);
    }
    base64(&bytes)
}

/// Numbers in two bytes each, the lowest first, in four where the largest possible one needs them.
fn packed(numbers: &[usize], most: usize) -> String {
    let size = if most <= 0xffff { 2 } else { 4 };
    let bytes: Vec<u8> = numbers
        .iter()
        .flat_map(|it| it.to_le_bytes().into_iter().take(size))
        .collect();
    base64(&bytes)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            if place <= three.len() {
                let digit = bits >> (18 - 6 * place) & 63;
                text.push(char::from(DIGITS[digit as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_browsers_read_them() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        assert_eq!(bits(10, &[0, 9]), base64(&[1, 2]));
        assert_eq!(packed(&[1, 258], 258), base64(&[1, 0, 2, 1]));
        assert_eq!(packed(&[1], 0x1_0000), base64(&[1, 0, 0, 0]));
    }
}
