//! The list of all activities: those to come, then past ones, month by month.

use super::pagination::{listed, page_of, range_of};
use crate::plan::{CalendarOf, Route};
use crate::render::context::PageContext;
use crate::render::feeds::calendar;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::{Activities, Month};

pub(in crate::render) fn page(context: &PageContext, number: usize) -> MadePage {
    let lists = context.parts.listings;
    let all = lists.activities();
    let range = range_of(all.len(), number);
    let cards = context.activity_cards(&all[range.clone()]);
    let mut months: Vec<Month> = Vec::new();
    for ((at, id), card) in range.clone().zip(&all[range.clone()]).zip(&cards) {
        let is_upcoming = at < lists.upcoming().len();
        let date = context.parts.directory.activity(*id).date;
        let iso = format!("{:04}-{:02}", date.year(), date.month());
        let is_same = |it: &Month| it.iso == iso && it.is_upcoming == is_upcoming;
        if !months.last().is_some_and(is_same) {
            months.push(Month {
                name: context.month(date),
                iso,
                is_upcoming,
                items: Vec::new(),
            });
        }
        if let Some(month) = months.last_mut() {
            month.items.push(card.clone());
        }
    }
    let route = Route::Activities;
    let total = context.tally(Unit::Activities, Saying::Found, all);
    let list = listed(context, route, number, total, range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let head = Head::of_list(
        context,
        "activities",
        "activities",
        "describe_activities",
        route,
        page_of,
    );
    MadePage::new(
        "activities.html",
        "activities",
        &Activities {
            list,
            months,
            calendar: calendar::has_any(context, all)
                .then(|| calendar::href(context, CalendarOf::Site))
                .flatten(),
        },
        head,
    )
}
