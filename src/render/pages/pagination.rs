//! The pages of a list: which entries stand on one, and how its other pages are reached.

use std::ops::Range;

use serde::Serialize;

use crate::plan::{PAGE_SIZE, Route, pages_of};
use crate::render::context::PageContext;
use crate::render::view::{Listed, PageLink, Pagination, Tally};

pub(super) fn range_of(items: usize, number: usize) -> Range<usize> {
    let start = ((number - 1) * PAGE_SIZE).min(items);
    start..(start + PAGE_SIZE).min(items)
}

pub(super) fn page_of(pagination: Option<&Pagination>) -> Option<String> {
    pagination.map(|it| it.text.clone())
}

pub(super) fn listed<T: Serialize>(
    context: &PageContext,
    route: Route,
    number: usize,
    total: Tally,
    range: Range<usize>,
    items: Vec<T>,
) -> Listed<T> {
    Listed {
        first: context.count(if range.is_empty() { 0 } else { range.start + 1 }),
        last: context.count(range.end),
        items,
        pagination: pagination(context, route, number, pages_of(total.value)),
        total,
    }
}

/// The pages of a list: none for one page; else first, last, the current one and its neighbours, gaps between.
pub(super) fn pagination(
    context: &PageContext,
    route: Route,
    number: usize,
    pages: usize,
) -> Option<Pagination> {
    if pages < 2 {
        return None;
    }
    let parts = context.parts;
    let href = |page: usize| {
        let address = parts.plan.page_address(route, context.lang, page);
        context.links.href(&address)
    };
    let links = shown_pages(number, pages)
        .into_iter()
        .map(|page| PageLink {
            number: page.map(|it| context.count(it)),
            href: page.map(href),
            is_current: page == Some(number),
        })
        .collect();
    let (page, all) = (context.count(number), context.count(pages));
    Some(Pagination {
        text: context.filled("page_of", &[("page", &page.text), ("pages", &all.text)]),
        page,
        pages: all,
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < pages).then(|| href(number + 1)),
        links,
    })
}

/// Which page numbers are shown; `None` for a gap of at least two.
fn shown_pages(number: usize, pages: usize) -> Vec<Option<usize>> {
    let mut shown: Vec<Option<usize>> = Vec::new();
    let mut last = 0;
    let near = number.saturating_sub(1)..=number + 1;
    for page in (1..=pages).filter(|it| *it == 1 || *it == pages || near.contains(it)) {
        match page - last {
            1 => {}
            2 => shown.push(Some(page - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(page));
        last = page;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_have_gaps() {
        for (number, pages, expected) in [
            (1, 2, "1 2"),
            (1, 9, "1 2 … 9"),
            (3, 9, "1 2 3 4 … 9"),
            (4, 9, "1 2 3 4 5 … 9"),
            (5, 9, "1 … 4 5 6 … 9"),
            (9, 9, "1 … 8 9"),
            (2, 4, "1 2 3 4"),
        ] {
            let shown: Vec<_> = shown_pages(number, pages)
                .into_iter()
                .map(|it| it.map_or("…".to_owned(), |it| it.to_string()))
                .collect();
            assert_eq!(shown.join(" "), expected, "page {number} of {pages}");
        }
    }
}
