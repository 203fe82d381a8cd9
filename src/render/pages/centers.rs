//! The list of all centres.

use super::by_district::{groups, letters};
use super::pagination::{listed, page_of, range_of};
use crate::plan::Route;
use crate::plan::facets::ListOf;
use crate::render::context::PageContext;
use crate::render::filters::panel;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::map::{self, Spots};
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::Centers;

pub(in crate::render) fn page(context: &PageContext, number: usize) -> MadePage {
    let parts = context.parts;
    let all = parts.listings.centers_in(context.lang);
    let range = range_of(all.len(), number);
    let ids = &all[range.clone()];
    let cards = context.center_cards(ids);
    let groups = groups(context, ids, &cards);
    let total = context.tally(Unit::Centers, Saying::Found, all);
    let list = listed(context, Route::Centers, number, total, range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let map = (number == 1)
        .then(|| map::overview(context, Spots::Listed(all)))
        .flatten();
    let map_href = if map.is_some() {
        Some("#map".to_owned())
    } else {
        let is_elsewhere = number > 1 && map::is_there(context);
        is_elsewhere.then(|| context.href(Route::Centers) + "#map")
    };
    let view = Centers {
        list,
        groups,
        map,
        map_href,
        letters: letters(context, Route::Centers, all, 0),
        finder: panel::finder(context, ListOf::Centers),
    };
    let head = Head::of_list(
        context,
        "centers",
        "centers",
        "describe_centers",
        Route::Centers,
        page_of,
    );
    MadePage::new("centers.html", "centers", &view, head)
}
