//! The roll of honour.

use super::pagination::{page_of, pagination};
use crate::model::center::AwardLevel as Given;
use crate::plan::listings::AwardOf;
use crate::plan::{AWARDS_PAGE_SIZE, Route};
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::pages::award_counts;
use crate::render::view::{AwardLevel, AwardYear, Awards, Honour};

pub(in crate::render) fn page(voice: &Voice, number: usize) -> MadePage {
    let directory = voice.parts.directory;
    let all = voice.parts.listings.awards();
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
                year: award_year.map(|it| voice.fiscal_year(it)),
                levels: Vec::new(),
            };
            years.push((award_year, year));
        }
        let Some((_, year)) = years.last_mut() else {
            continue;
        };
        if year.levels.is_empty() || last_level != award.level {
            year.levels.push(AwardLevel {
                level: award.level.map(|it| voice.named(it)),
                awards: Vec::new(),
            });
            last_level = award.level;
        }
        if let Some(level) = year.levels.last_mut() {
            level.awards.push(honour(voice, *it));
        }
    }
    let pagination = pagination(voice, Route::Awards, number, pages);
    let page_of = page_of(pagination.as_ref());
    let view = Awards {
        total: voice.count(all.len()),
        counts: (number == 1).then(|| award_counts::counts(voice)).flatten(),
        years: years.into_iter().map(|(_, it)| it).collect(),
        pagination,
    };
    let head = Head::of_list(
        voice,
        "awards",
        "awards",
        "describe_awards",
        Route::Awards,
        page_of,
    );
    MadePage::new("awards.html", "awards", &view, head)
}

fn honour(voice: &Voice, it: AwardOf) -> Honour {
    let directory = voice.parts.directory;
    let award = it.award(directory);
    let center = directory.center(it.center);
    let practice = it.practice.map(|id| directory.practice(id));
    Honour {
        title: voice.said(&award.title),
        by: voice.maybe(award.by.as_ref()),
        center: voice.center_link(it.center),
        practice: it.practice.map(|id| {
            let title = voice.said(&directory.practice(id).title);
            voice.link(title, Route::BestPractice(id))
        }),
        area: voice.area(center),
        is_example: practice.map_or(center.example, |it| it.example),
    }
}
