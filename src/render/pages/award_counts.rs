//! How many awards of which level in which year: the chart of the roll of honour, and the table that it stands in.
//!
//! In: every award of the site. Out: a row a year, newest first. Examples are never counted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::center::AwardLevel;
use crate::plan::listings::AwardOf;
use crate::render::context::PageContext;
use crate::render::view::{AwardCountRow, AwardCounts};

/// How many years are counted one by one; earlier ones are counted together.
const YEARS: usize = 12;

/// Counts by level; none for awards that do not say.
type ByLevel = BTreeMap<Option<AwardLevel>, usize>;

/// A row of the table.
struct Row {
    kind: &'static str,
    year: Option<i16>,
    counts: ByLevel,
}

/// The table; `None` where there is nothing to count.
pub(in crate::render) fn counts(context: &PageContext) -> Option<AwardCounts> {
    let directory = context.parts.directory;
    let is_counted = |it: &&AwardOf| match it.practice {
        Some(id) => !directory.practice(id).example,
        None => !directory.center(it.center).example,
    };
    let awards = context.parts.listings.awards().iter();
    let awards = awards
        .filter(is_counted)
        .map(|it| it.award(directory))
        .map(|it| (it.year.as_deref().copied(), it.level));
    let rows = by_year(awards);
    let mut total = ByLevel::new();
    for row in &rows {
        add(&mut total, &row.counts);
    }
    let largest = rows.iter().map(|it| sum(&it.counts)).max()?;
    let levels: BTreeSet<Option<AwardLevel>> = total.keys().copied().collect();
    let view = |row: &Row| {
        let of_level = |it: &Option<AwardLevel>| row.counts.get(it).copied().unwrap_or(0);
        let counts = levels.iter().rev().map(of_level);
        AwardCountRow {
            kind: row.kind,
            year: row.year.map(|it| context.fiscal_year(it)),
            counts: counts.map(|it| context.count(it)).collect(),
            total: context.count(sum(&row.counts)),
            percent: context.count((sum(&row.counts) * 100 / largest).min(100)),
        }
    };
    let named = |it: &Option<AwardLevel>| it.map(|it| context.named(it));
    Some(AwardCounts {
        levels: levels.iter().rev().map(named).collect(),
        rows: rows.iter().map(view).collect(),
        total: view(&Row {
            kind: "total",
            year: None,
            counts: total,
        }),
    })
}

/// Newest first, then all that are earlier, then those whose year nobody knows.
fn by_year(awards: impl Iterator<Item = (Option<i16>, Option<AwardLevel>)>) -> Vec<Row> {
    let mut years: BTreeMap<Reverse<Option<i16>>, ByLevel> = BTreeMap::new();
    for (year, level) in awards {
        let counts = years.entry(Reverse(year)).or_default();
        *counts.entry(level).or_default() += 1;
    }
    let mut rows: Vec<Row> = Vec::new();
    for (at, (Reverse(year), counts)) in years.into_iter().enumerate() {
        let (kind, year) = match year {
            None => ("unknown", None),
            Some(_) if at >= YEARS => ("earlier", None),
            Some(_) => ("year", year),
        };
        match rows.last_mut() {
            Some(last) if last.kind == "earlier" && kind == "earlier" => {
                add(&mut last.counts, &counts);
            }
            _ => rows.push(Row { kind, year, counts }),
        }
    }
    rows
}

fn add(sum: &mut ByLevel, counts: &ByLevel) {
    for (level, count) in counts {
        *sum.entry(*level).or_default() += count;
    }
}

fn sum(counts: &ByLevel) -> usize {
    counts.values().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_newest_first_and_old_ones_together() {
        let years = (2550..2570).map(Some).chain([None, None]);
        let awards = years.flat_map(|year| {
            [
                (year, Some(AwardLevel::Province)),
                (year, (year == Some(2569)).then_some(AwardLevel::National)),
            ]
        });
        let rows = by_year(awards);
        let shown: Vec<_> = rows
            .iter()
            .map(|it| (it.kind, it.year, sum(&it.counts)))
            .collect();
        assert_eq!(shown.len(), YEARS + 2);
        assert_eq!(shown[0], ("year", Some(2569), 2));
        assert_eq!(shown[YEARS - 1], ("year", Some(2558), 2));
        assert_eq!(shown[YEARS], ("earlier", None, 16));
        assert_eq!(shown[YEARS + 1], ("unknown", None, 4));
        assert_eq!(rows[0].counts[&Some(AwardLevel::National)], 1);
        assert!(by_year(std::iter::empty()).is_empty());
    }
}
