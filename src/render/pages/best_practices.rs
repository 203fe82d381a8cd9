//! The showcase: the list of all best practices.

use super::pagination::{listed, page_of, range_of};
use crate::plan::Route;
use crate::plan::facets::ListOf;
use crate::render::context::PageContext;
use crate::render::filters::panel;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::BestPractices;

pub(in crate::render) fn page(context: &PageContext, number: usize) -> MadePage {
    let all = context.parts.listings.practices();
    let range = range_of(all.len(), number);
    let cards = context.practice_cards(&all[range.clone()]);
    let route = Route::BestPractices;
    let total = context.tally(Unit::Practices, Saying::Found, all);
    let list = listed(context, route, number, total, range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let head = Head::of_list(
        context,
        "best-practices",
        "best_practices",
        "describe_best_practices",
        route,
        page_of,
    );
    MadePage::new(
        "best-practices.html",
        "best_practices",
        &BestPractices {
            list,
            finder: panel::finder(context, ListOf::BestPractices),
        },
        head,
    )
}
