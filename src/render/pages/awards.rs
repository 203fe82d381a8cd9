//! The roll of honour.

use super::pagination::{page_of, pagination};
use crate::model::center::AwardLevel as Given;
use crate::plan::listings::AwardOf;
use crate::plan::{AWARDS_PAGE_SIZE, Route};
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pages::award_counts;
use crate::render::pieces::tally::{Saying, Unit};
use crate::render::view::{AwardLevel, AwardYear, Awards, Honour};

pub(in crate::render) fn page(context: &PageContext, number: usize) -> MadePage {
    let directory = context.parts.directory;
    let all = context.parts.listings.awards();
    let start = ((number - 1) * AWARDS_PAGE_SIZE).min(all.len());
    let end = (start + AWARDS_PAGE_SIZE).min(all.len());
    let pages = all.len().div_ceil(AWARDS_PAGE_SIZE).max(1);
    let mut years: Vec<(Option<i16>, AwardYear)> = Vec::new();
    let mut last_level: Option<Given> = None;
    for it in &all[start..end] {
        let award = it.award(directory);
        let award_year = award.year.as_deref().copied();
        if years.last().is_none_or(|(year, _)| *year != award_year) {
            let year = AwardYear {
                year: award_year.map(|it| context.fiscal_year(it)),
                levels: Vec::new(),
            };
            years.push((award_year, year));
        }
        let Some((_, year)) = years.last_mut() else {
            continue;
        };
        if year.levels.is_empty() || last_level != award.level {
            year.levels.push(AwardLevel {
                level: award.level.map(|it| context.named(it)),
                awards: Vec::new(),
            });
            last_level = award.level;
        }
        if let Some(level) = year.levels.last_mut() {
            level.awards.push(honour(context, *it));
        }
    }
    let pagination = pagination(context, Route::Awards, number, pages);
    let page_of = page_of(pagination.as_ref());
    let directory = context.parts.directory;
    let of_example = all.iter().filter(|it| {
        directory.center(it.center).example
            || it.practice.is_some_and(|id| directory.practice(id).example)
    });
    let examples = of_example.count();
    let view = Awards {
        total: context.tally_of(Unit::Awards, Saying::Found, all.len() - examples, examples),
        counts: (number == 1)
            .then(|| award_counts::counts(context))
            .flatten(),
        years: years.into_iter().map(|(_, it)| it).collect(),
        pagination,
    };
    let head = Head::of_list(
        context,
        "awards",
        "awards",
        "describe_awards",
        Route::Awards,
        page_of,
    );
    MadePage::new("awards.html", "awards", &view, head)
}

fn honour(context: &PageContext, it: AwardOf) -> Honour {
    let directory = context.parts.directory;
    let award = it.award(directory);
    let center = directory.center(it.center);
    let practice = it.practice.map(|id| directory.practice(id));
    Honour {
        title: context.text(&award.title),
        by: context.maybe(award.by.as_ref()),
        center: context.center_link(it.center),
        practice: it.practice.map(|id| {
            let title = context.text(&directory.practice(id).title);
            context.link(title, Route::BestPractice(id))
        }),
        area: context.area(center),
        is_example: practice.map_or(center.example, |it| it.example),
    }
}
