//! The how-to of a best practice: its numbered steps on one page of paper.
//!
//! The room of the page is counted in millimetres, and the steps are set as large as they fit: whole texts first, shorter ones where
//! even small letters would not hold them, and at last fewer steps, with a word about the rest.

use super::page;
use crate::locale::excerpt::{excerpt, width};
use crate::model::directory::PracticeId;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::page::MadePage;
use crate::render::pages::practice;
use crate::render::pieces::contact;
use crate::render::view::{self, Fact, LocalizedText, PrintTitle};
use crate::schema::Outlet;
use crate::theme::measures::{Density, Sheet};

const NEEDS: usize = 6;
const RESULTS: usize = 3;
/// How much of a step's text must be left, in letters.
const GIST: usize = 130;
/// Up to so many steps stand in one column.
const ONE_COLUMN: usize = 4;
/// A step while it is fitted.
#[derive(Clone)]
struct Draft {
    title: Option<LocalizedText>,
    text: Option<LocalizedText>,
}

pub(in crate::render) fn page(context: &PageContext, id: PracticeId) -> MadePage {
    let view = view(context, id);
    let route = Route::BestPractice(id);
    let mut head = page::head(context, "sheet", route, &view.to.page.name);
    let it = context.parts.directory.practice(id);
    head.is_draft = it.draft;
    head.is_example = it.example;
    MadePage::new("sheet.html", "sheet", &view, head)
}

fn view(context: &PageContext, id: PracticeId) -> view::HowTo {
    let sheet = &context.parts.theme.measures.how_to;
    let directory = context.parts.directory;
    let it = directory.practice(id);
    let at = directory.center(it.center);
    let facts = practice::facts(context, it, Outlet::Paper);
    let needs: Vec<LocalizedText> = it
        .needs
        .iter()
        .take(NEEDS)
        .map(|it| context.excerpt(it, 64))
        .collect();
    let results: Vec<view::Figure> = it
        .results
        .iter()
        .take(RESULTS)
        .map(|it| short_figure(practice::result(context, it)))
        .collect();
    let limits = it.limits.as_ref().map(|it| context.excerpt(it, 170));
    let title = page::title(context, &it.title);
    let summary = context.excerpt(&it.summary, 170);
    let center = context.excerpt(&at.name, 90);
    let area = context.area_in_full(at);
    let facts = page::short(facts, 60);
    let place = format!("{} {}", center.text, area.text);
    let drafts: Vec<Draft> = it
        .steps
        .iter()
        .map(|it| Draft {
            title: it.title.as_ref().map(|it| context.excerpt(it, 70)),
            text: context.maybe(it.text.as_ref()),
        })
        .collect();
    let count = drafts.len();
    let head = head_height(sheet, &title, &place, &summary, &facts);
    let room = sheet.page - sheet.frame - head;
    let for_needs = if needs.is_empty() {
        0.0
    } else {
        let tallest = needs.iter().map(|it| lines(&it.text, sheet.need_width));
        let tallest = tallest.fold(1.0, f64::max);
        sheet.heading + needs.len().div_ceil(2) as f64 * (tallest * sheet.line + sheet.need_gap)
    };
    let for_limits = limits.as_ref().map_or(0.0, |it| {
        sheet.heading + lines(&it.text, sheet.width) * sheet.line
    });
    let for_results = if results.is_empty() {
        0.0
    } else {
        sheet.heading + 4.0 * sheet.line
    };
    // The steps are what a how-to is for: what else it tells makes room for them, the figures first.
    let rooms = [
        room - for_needs - for_limits - for_results,
        room - for_needs - for_limits,
        room - for_needs,
        room,
    ];
    let (left_out, fit) = fitted_in_one_of(sheet, &drafts, &rooms);
    let Fit { density, steps, .. } = fit;
    let left = count - steps.len();
    let results = if left_out < 1 { results } else { Vec::new() };
    let limits = limits.filter(|_| left_out < 2);
    let needs = if left_out < 3 { needs } else { Vec::new() };
    view::HowTo {
        key: context.key(Route::BestPractice(id)),
        title,
        summary,
        center,
        area,
        facts,
        needs,
        more_steps: (left > 0).then(|| context.count(left)),
        density,
        is_in_columns: count > ONE_COLUMN,
        steps: steps
            .into_iter()
            .enumerate()
            .map(|(at, it)| view::Step {
                number: context.count(at + 1),
                title: it.title,
                text: it.text,
            })
            .collect(),
        results,
        limits,
        contact: contact::of(context, it.asked(at), at).map(|it| page::short_contact(it, 1)),
        to: page::to(context, Route::BestPractice(id), &it.title),
    }
}

/// How high title, place, summary and facts stand.
fn head_height(
    sheet: &Sheet,
    title: &PrintTitle,
    place: &str,
    summary: &LocalizedText,
    facts: &[Fact],
) -> f64 {
    let set = sheet.title.of(title.length);
    let mut height = lines(&title.main.text, set.width) * set.line;
    height += (lines(place, sheet.width) + lines(&summary.text, sheet.width)) * sheet.line;
    if !facts.is_empty() {
        let width = sheet.width / facts.len() as f64 - 3.0;
        let tallest = facts.iter().map(|it| {
            let values = it.values.iter().map(|it| it.text.as_str());
            lines(&values.collect::<Vec<_>>().join(" "), width)
        });
        height += sheet.facts + tallest.fold(1.0, f64::max) * sheet.line;
    }
    height
}

/// Steps as they are set.
struct Fit {
    density: String,
    steps: Vec<Draft>,
    /// Whether all of them are there, with no less than the gist of each.
    is_whole: bool,
}

/// The first of some rooms that holds the steps well, else the last.
fn fitted_in_one_of(sheet: &Sheet, drafts: &[Draft], rooms: &[f64]) -> (usize, Fit) {
    let fits = rooms
        .iter()
        .map(|room| fitted(sheet, drafts.to_vec(), *room));
    let mut fits = fits.enumerate().peekable();
    loop {
        match (fits.next(), fits.peek()) {
            (Some((at, fit)), next) if fit.is_whole || next.is_none() => return (at, fit),
            (Some(_), _) => {}
            (None, _) => return (0, fitted(sheet, drafts.to_vec(), 0.0)),
        }
    }
}

/// The steps as they fit into so many millimetres.
fn fitted(sheet: &Sheet, mut drafts: Vec<Draft>, room: f64) -> Fit {
    let is_in_columns = drafts.len() > ONE_COLUMN;
    for density in &sheet.densities {
        if height(sheet, &drafts, density, is_in_columns) <= room {
            return Fit {
                density: density.name.clone(),
                steps: drafts,
                is_whole: true,
            };
        }
    }
    let dense = (sheet.densities.last()).expect("a theme without densities is refused");
    for most in [520, 430, 360, 300, 250, 210, 170, 130, 90, 60] {
        for text in drafts.iter_mut().filter_map(|it| it.text.as_mut()) {
            text.text = excerpt(&text.text, most);
        }
        if height(sheet, &drafts, dense, is_in_columns) <= room {
            return Fit {
                density: dense.name.clone(),
                steps: drafts,
                is_whole: most >= GIST,
            };
        }
    }
    while drafts.len() > 1 && height(sheet, &drafts, dense, is_in_columns) > room {
        drafts.pop();
    }
    Fit {
        density: dense.name.clone(),
        steps: drafts,
        is_whole: false,
    }
}

/// How high the steps stand.
fn height(sheet: &Sheet, steps: &[Draft], density: &Density, is_in_columns: bool) -> f64 {
    // The number of a step takes some of its width.
    let width = if is_in_columns {
        (density.width - sheet.gutter) / 2.0 - sheet.column_number
    } else {
        density.width - sheet.step_number
    };
    let heights = steps.iter().map(|it| {
        let texts = [&it.title, &it.text].into_iter().flatten();
        let lines: f64 = texts.map(|it| lines(&it.text, width)).sum();
        lines.max(1.5) * density.line + sheet.step_gap
    });
    let (all, tallest) = heights.fold((0.0, 0.0), |(all, tallest): (f64, f64), it| {
        (all + it, tallest.max(it))
    });
    // Columns break between steps: one of the two may be half a step longer.
    sheet.heading
        + if is_in_columns {
            f64::midpoint(all, tallest)
        } else {
            all
        }
}

/// How many lines a text takes: words do not fill them to the end.
fn lines(text: &str, letters: f64) -> f64 {
    (width(text) as f64 * 1.06 / letters).ceil()
}

fn short_figure(mut it: view::Figure) -> view::Figure {
    let cut = |said: &mut LocalizedText, most| said.text = excerpt(&said.text, most);
    cut(&mut it.label, 46);
    cut(&mut it.value, 16);
    for said in [&mut it.unit, &mut it.before].into_iter().flatten() {
        cut(said, 20);
    }
    it
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::measures::Measures;

    fn step(letters: usize) -> Draft {
        let said = |text: String| Some(LocalizedText { text, lang: None });
        Draft {
            title: said("เตรียมถัง".to_owned()),
            text: said("หมักไว้ ".repeat(letters / 8)),
        }
    }

    #[test]
    fn few_steps_stand_large_and_many_still_fit() {
        let sheet = &Measures::built_in().how_to;
        let few = fitted(sheet, vec![step(80); 3], 100.0);
        assert_eq!((few.density.as_str(), few.steps.len()), ("roomy", 3));
        let more = fitted(sheet, vec![step(400); 6], 100.0);
        assert_eq!((more.density.as_str(), more.steps.len()), ("dense", 6));
        for count in 0..60 {
            for letters in [0, 40, 400, 4_000] {
                let fit = fitted(sheet, vec![step(letters); count], 80.0);
                let density = sheet.densities.iter().find(|it| it.name == fit.density);
                assert!(height(sheet, &fit.steps, density.unwrap(), count > ONE_COLUMN) <= 80.0);
                let shown = fit.steps.len();
                assert!(
                    shown == count || shown >= 6,
                    "{shown} of {count} × {letters}"
                );
            }
        }
    }

    #[test]
    fn what_else_is_told_makes_room_for_the_steps() {
        let sheet = &Measures::built_in().how_to;
        let rooms = [20.0, 60.0, 90.0, 120.0];
        assert_eq!(fitted_in_one_of(sheet, &vec![step(80); 3], &rooms).0, 1);
        assert_eq!(fitted_in_one_of(sheet, &vec![step(200); 10], &rooms).0, 3);
        let (left_out, fit) = fitted_in_one_of(sheet, &vec![step(900); 40], &rooms);
        assert!(left_out == 3 && fit.steps.len() >= 10 && fit.steps.len() < 40);
    }
}
