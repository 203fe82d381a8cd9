//! The panel of a list: by what it can be narrowed and sorted, with counts.
//!
//! In: what `plan::facets` counted. Out: links that work without a script, and what a browser needs to filter. Never: more than a hundred
//! values of a facet.

use serde_json::Value as Json;

use crate::model::Lang;
use crate::model::center::{Facility, Level, Mission, Status};
use crate::model::date::BUDDHIST_ERA;
use crate::model::directory::TopicId;
use crate::model::practice::{CostBand, Evidence};
use crate::model::site::Digits;
use crate::plan::Route;
use crate::plan::facets::{Column, Facet, FacetFile, ListOf, Value};
use crate::render::context::PageContext;
use crate::render::pieces::tally::Unit;
use crate::render::view::{FacetGroup, FacetValue, Finder, LocalizedText, Named, Tally};

/// How many values of a facet a page shows; where there are more, the browser fetches them.
pub(super) const SHOWN: usize = 100;

/// Facets of up to so many values are open from the start, and topics: they are what most people look for.
const OPEN: usize = 8;

/// The panel of a list; none where the list is short.
pub(in crate::render) fn finder(context: &PageContext, list: ListOf) -> Option<Finder> {
    let facets = context.parts.listings.facets(list);
    if !facets.is_offered() {
        return None;
    }
    let groups = facets.columns.iter().filter(|it| !is_yes(it.facet));
    let mut groups: Vec<_> = groups.map(|it| group(context, list, it)).collect();
    let yes: Vec<_> = facets
        .columns
        .iter()
        .filter(|it| is_yes(it.facet))
        .flat_map(|it| values(context, list, it))
        .collect();
    if !yes.is_empty() {
        groups.push(FacetGroup {
            name: context.word("facet_more").to_owned(),
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
    let address = context.parts.plan.facet_address(list, FacetFile::Columns);
    Some(Finder {
        list: list.word(),
        action: context.href(list.route()),
        data: context.links.href(&address),
        groups,
        sorts: sorts
            .iter()
            .map(|it| match (list, *it) {
                // Centres have no day of publication: the newest ones were opened last.
                (ListOf::Centers, "newest") => Named {
                    key: it,
                    ..context.named_key("sort", "opened")
                },
                _ => context.named_key("sort", it),
            })
            .collect(),
        order: (list == ListOf::Centers && context.lang == Lang::En).then_some("district"),
        words: words(context, list).to_string(),
    })
}

/// A facet with one value: it is so, or nothing is asked.
fn is_yes(facet: Facet) -> bool {
    matches!(facet, Facet::Practice | Facet::Award)
}

fn group(context: &PageContext, list: ListOf, column: &Column) -> FacetGroup {
    let is_long = column.values.len() > SHOWN;
    let param = column.facet.word();
    FacetGroup {
        name: context.word(&format!("facet_{param}")).to_owned(),
        is_open: column.values.len() <= OPEN || column.facet == Facet::Topic && !is_long,
        values: if is_long {
            Vec::new()
        } else {
            values(context, list, column)
        },
        more: is_long.then(|| context.href(Route::Districts)),
        param: is_long.then_some(param),
    }
}

fn values(context: &PageContext, list: ListOf, column: &Column) -> Vec<FacetValue> {
    let mut values: Vec<_> = column
        .values
        .iter()
        .map(|it| {
            let route = match column.facet {
                Facet::District => Some(Route::District(it.number)),
                Facet::Topic => Some(Route::Topic(TopicId(it.number))),
                Facet::Mission => Some(Route::Mission(Mission::ALL[it.number])),
                _ => None,
            };
            FacetValue {
                param: column.facet.word(),
                key: it.key.clone(),
                name: name(context, column.facet, it),
                count: count(context, list, &it.entries),
                href: route.map(|it| match (list, column.facet) {
                    // A district tells its centres first.
                    (ListOf::BestPractices, Facet::District) => {
                        context.href(it) + "#best-practices"
                    }
                    _ => context.href(it),
                }),
            }
        })
        .collect();
    if context.lang == Lang::En && column.facet == Facet::District {
        values.sort_by(|a, b| a.name.text.cmp(&b.name.text));
    }
    values
}

/// How many entries of a list have a value: a number; where there are only examples, how many of these.
fn count(context: &PageContext, list: ListOf, entries: &[usize]) -> Tally {
    let (directory, lists) = (context.parts.directory, context.parts.listings);
    let is_example = |at: &&usize| lists.is_example(directory, list, **at);
    let examples = entries.iter().filter(is_example).count();
    let real = entries.len() - examples;
    Tally {
        value: entries.len(),
        text: if real == 0 && examples > 0 {
            context.filled("examples", &[("count", &context.count(examples).text)])
        } else {
            context.count(real).text
        },
    }
}

fn name(context: &PageContext, facet: Facet, value: &Value) -> LocalizedText {
    let directory = context.parts.directory;
    let number = value.number;
    let own = |named: Named| context.own(named.name);
    match facet {
        Facet::District => context.text(&context.parts.district(number).name),
        Facet::Topic => context.text(&directory.site.topics[number].name),
        Facet::Mission => own(context.named(Mission::ALL[number])),
        Facet::Level => own(context.named(Level::ALL[number])),
        Facet::Status => own(context.named(Status::ALL[number])),
        Facet::Facility => own(context.named(Facility::ALL[number])),
        Facet::Evidence => own(context.named(Evidence::ALL[number])),
        Facet::Cost => own(context.cost_band(match CostBand::ALL[number] {
            CostBand::Free => 0,
            CostBand::UpTo5000 => 5_000,
            CostBand::UpTo50000 => 50_000,
            CostBand::More => u32::MAX,
        })),
        Facet::Year => context.own(match context.lang {
            Lang::Th => context.digits(&(number + BUDDHIST_ERA as usize).to_string()),
            Lang::En => number.to_string(),
        }),
        Facet::Practice | Facet::Award => {
            context.own(context.word(&format!("facet_{}", facet.word())))
        }
    }
}

/// What the script says, in the page's language.
fn words(context: &PageContext, list: ListOf) -> Json {
    let (found, found_one, unit) = match list {
        ListOf::Centers => ("found_centers", "found_center_one", Unit::Centers),
        ListOf::BestPractices => ("found_practices", "found_practice_one", Unit::Practices),
    };
    let is_thai = context.parts.directory.site.digits == Digits::Thai && context.lang == Lang::Th;
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
        ("example", "examples"),
    ];
    let mut words: serde_json::Map<String, Json> = keys
        .iter()
        .map(|(key, word)| ((*key).to_owned(), context.word(word).into()))
        .collect();
    let (one, many) = context.example_words(unit);
    words.insert("exampleOne".to_owned(), one.into());
    words.insert("exampleMany".to_owned(), many.into());
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
