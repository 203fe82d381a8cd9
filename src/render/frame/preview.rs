//! What the preview of a page shows, in the page's language.

use crate::media::picture::Recipe;
use crate::media::preview::{COVER_WIDTH_PX, Drawing, HEIGHT_PX};
use crate::model::center::Center;
use crate::model::directory::TopicId;
use crate::model::media::Photo;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::pieces::areas::province_name;

/// What is drawn for a page. Pages without a preview of their own are taken for the home page.
pub(in crate::render) fn recipe(context: &PageContext, route: Route) -> Recipe {
    let directory = context.parts.directory;
    let site = context.text(&directory.site.title).text;
    let key = context.key(route);
    let colors = context.parts.theme.look.colors;
    match route {
        Route::Center(id) => {
            let it = directory.center(id);
            let drawing = Drawing {
                site: Some(site),
                kind: Some(kind(context, &context.named(it.level).name, it, it.example)),
                title: context.text(&it.name).text,
                place: Some(place(context, it)),
                key: it.path.clone(),
                dye: dye(context, &it.topics),
                colors,
            };
            with_cover(context, drawing, it.cover.as_ref())
        }
        Route::BestPractice(id) => {
            let it = directory.practice(id);
            let at = directory.center(it.center);
            let drawing = Drawing {
                site: Some(site),
                kind: Some(kind(context, context.word("best_practice"), at, it.example)),
                title: context.text(&it.title).text,
                place: Some(context.text(&at.name).text),
                key,
                dye: dye(context, &it.topics),
                colors,
            };
            with_cover(context, drawing, it.cover.as_ref().or(at.cover.as_ref()))
        }
        Route::District(number) => {
            let it = context.parts.district(number);
            let province = province_name(directory, &it.province);
            let drawing = Drawing {
                site: Some(site),
                kind: None,
                title: context.placed("place_district", &it.name),
                place: province.map(|it| context.placed("place_province", it)),
                key,
                dye: None,
                colors,
            };
            with_cover(context, drawing, None)
        }
        _ => {
            let publisher = context.maybe(directory.site.publisher());
            let drawing = Drawing {
                site: None,
                kind: None,
                title: site,
                place: publisher.map(|it| it.text),
                key: directory.site.title.th.clone(),
                dye: Some(0),
                colors,
            };
            with_cover(context, drawing, None)
        }
    }
}

/// What it is, after what must be said first: that it is an illustration, or that the centre is not open.
fn kind(context: &PageContext, what: &str, center: &Center, is_example: bool) -> String {
    let status = context.closed_status(center).map(|it| it.name);
    let example = is_example.then(|| context.word("example").to_owned());
    let said = [example, status, Some(what.to_owned())];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(" · ")
}

fn with_cover(context: &PageContext, drawing: Drawing, cover: Option<&Photo>) -> Recipe {
    let made = cover.and_then(|it| context.parts.photos.get(&it.file));
    let form = made.map(|it| it.filling(COVER_WIDTH_PX, HEIGHT_PX));
    Recipe::Preview(Box::new(drawing), form)
}

/// Where a centre is, with its province: a link travels far.
fn place(context: &PageContext, center: &Center) -> String {
    let area = context.area_in_full(center).text;
    let province = context.province_of(center);
    let province = province.map(|it| context.placed("place_province", it));
    [Some(area), province]
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(context.word("place_separator"))
}

/// The dye of the first topic with an icon.
fn dye(context: &PageContext, topics: &[TopicId]) -> Option<usize> {
    let all = &context.parts.directory.site.topics;
    let icon = topics.iter().find_map(|it| all[it.0].icon.as_deref())?;
    Some(context.parts.theme.look.tint(icon))
}
