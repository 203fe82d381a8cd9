//! How long lists are split into pages.

/// How many items a page of a list has.
pub const PAGE_SIZE: usize = 40;

/// How many awards a page of the roll of honour has: they are short.
pub const AWARDS_PAGE_SIZE: usize = 100;

/// How many pages a list has; an empty one has one.
#[must_use]
pub fn pages_of(items: usize) -> usize {
    items.div_ceil(PAGE_SIZE).max(1)
}

/// Up to so many districts are shown together: at home, on a map, in a table.
pub const MOST_DISTRICTS: usize = 100;
