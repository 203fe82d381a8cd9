//! Lists of an entry in the order in which the site has them.

use crate::model::center::Award;

/// Awards by year, the newest first, those without a year last.
pub(super) fn newest_first(mut awards: Vec<Award>) -> Vec<Award> {
    awards.sort_by_key(|it| std::cmp::Reverse(it.year.as_ref().map(|it| it.0)));
    awards
}

/// Each value once, in order.
pub(super) fn each_once<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}
