//! The pages of many things: centres, practices, activities, districts, topics, awards.

use std::ops::Range;

use serde::Serialize;

use crate::model::center::{AwardLevel as Given, Level, Mission};
use crate::model::directory::{CenterId, PracticeId, TopicId};
use crate::model::{Directory, Text};
use crate::plan::facets::ListOf;
use crate::plan::listings::{AwardOf, Counts, DistrictNeighbours};
use crate::plan::{AWARDS_PAGE_SIZE, CalendarOf, FeedOf, PAGE_SIZE, What};
use crate::render::context::Voice;
use crate::render::feeds::calendar;
use crate::render::filters;
use crate::render::frame::head::Head;
use crate::render::frame::head::Thing;
use crate::render::frame::page::MadePage;
use crate::render::map::{self, Spots};
use crate::render::pages::award_counts;
use crate::render::pieces::contact;
use crate::render::view::{
    self, Activities, AwardLevel, AwardYear, Awards, BestPractices, Card, CenterCard, Centers,
    Coverage, District, DistrictRow, Districts, Group, Honour, Letter, Listed, MissionRow, Mixed,
    Month, PageLink, Pagination, ProvinceRow, SubdistrictRow, Topic, TopicRow, Topics,
};

/// Up to so many centres a list needs no letters to jump by.
const SHORT: usize = 40;
/// How many practices a district's page shows.
const PRACTICES: usize = 24;
/// How many activities it shows.
const SHOWN: usize = 6;

pub(in crate::render) fn centers(voice: &Voice, number: usize) -> MadePage {
    let parts = voice.parts;
    let near = &parts.plan.neighbours;
    let all = near.centers_in(parts.directory, voice.lang);
    let range = range_of(all.len(), number);
    let ids = &all[range.clone()];
    let cards = voice.center_cards(ids);
    let groups = groups(voice, ids, &cards);
    let list = listed(voice, What::Centers, number, all.len(), range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let map = (number == 1)
        .then(|| map::overview(voice, Spots::Listed(all)))
        .flatten();
    let map_href = if map.is_some() {
        Some("#map".to_owned())
    } else {
        let is_elsewhere = number > 1 && map::is_there(voice);
        is_elsewhere.then(|| voice.href(What::Centers) + "#map")
    };
    let view = Centers {
        list,
        groups,
        map,
        map_href,
        letters: letters(voice, What::Centers, all, 0),
        finder: filters::finder(voice, ListOf::Centers),
    };
    let head = list_head(
        voice,
        "centers",
        "centers",
        "describe_centers",
        What::Centers,
        page_of,
    );
    MadePage::new("centers.html", "centers", &view, head)
}

/// Centres under the names of their districts, in the order in which they stand.
fn groups(
    voice: &Voice,
    ids: &[CenterId],
    cards: &[Card<CenterCard>],
) -> Vec<Group<Card<CenterCard>>> {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours;
    let mut groups: Vec<Group<_>> = Vec::new();
    let mut last = None;
    for (id, card) in ids.iter().zip(cards) {
        let number = near.by_center[id.0].district;
        if groups.is_empty() || number != last {
            let district = number.map(|it| &directory.areas.districts[&near.districts[it].code]);
            let name =
                district.map_or_else(String::new, |it| voice.placed("place_district", &it.name));
            groups.push(Group {
                id: district
                    .map_or_else(|| "others".to_owned(), |it| format!("district-{}", it.slug)),
                name: voice.own(name),
                href: number.map(|it| voice.href(What::District(it))),
                items: Vec::new(),
            });
            last = number;
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(card.clone());
        }
    }
    groups
}

/// A letter for each beginning of a district that has a centre, and where the first of them stands; none for a short list. `before` are
/// other items that stand before the centres.
fn letters(voice: &Voice, what: What, centers: &[CenterId], before: usize) -> Vec<Letter> {
    let parts = voice.parts;
    let near = &parts.plan.neighbours;
    let mut letters: Vec<Letter> = Vec::new();
    if centers.len() <= SHORT {
        return letters;
    }
    let mut last = None;
    for (at, id) in centers.iter().enumerate() {
        let number = near.by_center[id.0].district;
        if number == last {
            continue;
        }
        last = number;
        let Some(number) = number else {
            continue;
        };
        let district = &parts.directory.areas.districts[&near.districts[number].code];
        let letter = first_letter(district.name.in_lang(voice.lang).0);
        if letters.iter().all(|it| it.letter != letter) {
            let page = (before + at) / PAGE_SIZE + 1;
            let address = parts
                .plan
                .page_address(parts.directory, what, voice.lang, page);
            let href = format!("{}#district-{}", voice.links.href(&address), district.slug);
            letters.push(Letter { letter, href });
        }
    }
    letters
}

/// The letter under which a dictionary has a name: its first consonant, not the vowel before it.
fn first_letter(name: &str) -> String {
    let is_leading_vowel = |it: &char| ('เ'..='ไ').contains(it);
    let first = name.chars().find(|it| !is_leading_vowel(it));
    first.map_or_else(String::new, |it| it.to_uppercase().to_string())
}

pub(in crate::render) fn best_practices(voice: &Voice, number: usize) -> MadePage {
    let all = &voice.parts.plan.neighbours.practices;
    let range = range_of(all.len(), number);
    let cards = voice.practice_cards(&all[range.clone()]);
    let what = What::BestPractices;
    let list = listed(voice, what, number, all.len(), range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let head = list_head(
        voice,
        "best-practices",
        "best_practices",
        "describe_best_practices",
        what,
        page_of,
    );
    MadePage::new(
        "best-practices.html",
        "best_practices",
        &BestPractices {
            list,
            finder: filters::finder(voice, ListOf::BestPractices),
        },
        head,
    )
}

pub(in crate::render) fn activities(voice: &Voice, number: usize) -> MadePage {
    let near = &voice.parts.plan.neighbours;
    let all = &near.activities;
    let range = range_of(all.len(), number);
    let cards = voice.activity_cards(&all[range.clone()]);
    let mut months: Vec<Month> = Vec::new();
    for ((at, id), card) in range.clone().zip(&all[range.clone()]).zip(&cards) {
        let is_upcoming = at < near.upcoming;
        let date = voice.parts.directory.activity(*id).date;
        let iso = format!("{:04}-{:02}", date.year(), date.month());
        let is_same = |it: &Month| it.iso == iso && it.is_upcoming == is_upcoming;
        if !months.last().is_some_and(is_same) {
            months.push(Month {
                name: voice.month(date),
                iso,
                is_upcoming,
                items: Vec::new(),
            });
        }
        if let Some(month) = months.last_mut() {
            month.items.push(card.clone());
        }
    }
    let what = What::Activities;
    let list = listed(voice, what, number, all.len(), range, cards);
    let page_of = page_of(list.pagination.as_ref());
    let head = list_head(
        voice,
        "activities",
        "activities",
        "describe_activities",
        what,
        page_of,
    );
    MadePage::new(
        "activities.html",
        "activities",
        &Activities {
            list,
            months,
            calendar: calendar::has_any(voice, all)
                .then(|| calendar::href(voice, CalendarOf::Site))
                .flatten(),
        },
        head,
    )
}

pub(in crate::render) fn districts(voice: &Voice) -> MadePage {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours;
    let mut provinces: Vec<(String, ProvinceRow)> = Vec::new();
    for (number, it) in near.districts.iter().enumerate() {
        let code = &directory.areas.districts[&it.code].province;
        if provinces.last().is_none_or(|(last, _)| last != code) {
            let name = province_name(directory, code).map(|it| voice.placed("place_province", it));
            let row = ProvinceRow {
                name: name.map(|it| voice.own(it)),
                centers: Vec::new(),
                districts: Vec::new(),
            };
            provinces.push((code.clone(), row));
        }
        if let Some((_, row)) = provinces.last_mut() {
            row.districts.push(district_row(voice, number));
            let provincial = it.centers.iter().copied();
            let provincial = provincial.filter(|id| directory.center(*id).level == Level::Province);
            row.centers
                .extend(provincial.map(|id| voice.center_card(id)));
        }
    }
    let view = Districts {
        provinces: provinces.into_iter().map(|(_, row)| row).collect(),
        map: map::overview(voice, Spots::Seen(&near.centers)),
        total: voice.count(near.districts.len()),
    };
    let head = list_head(
        voice,
        "districts",
        "districts",
        "describe_districts",
        What::Districts,
        None,
    );
    MadePage::new("districts.html", "districts", &view, head)
}

pub(in crate::render) fn province_name<'a>(
    directory: &'a Directory,
    code: &str,
) -> Option<&'a Text> {
    let province = directory.areas.provinces.get(code).map(|it| &it.name);
    province.or(directory.site.province.as_ref())
}

pub(in crate::render) fn district_row(voice: &Voice, number: usize) -> DistrictRow {
    let near = &voice.parts.plan.neighbours.districts[number];
    let it = &voice.parts.directory.areas.districts[&near.code];
    DistrictRow {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: voice.said(&it.name),
        href: voice.href(What::District(number)),
        coverage: coverage(voice, near.progress.total()),
        practices: voice.count(near.practices.len()),
    }
}

pub(in crate::render) fn coverage(voice: &Voice, it: Counts) -> Coverage {
    Coverage {
        target: voice.count(it.target),
        established: voice.count(it.established),
        documented: voice.count(it.documented),
        overdue: voice.count(it.overdue),
        percent: voice.count((it.established * 100).checked_div(it.target).unwrap_or(0)),
    }
}

pub(in crate::render) fn district(voice: &Voice, number: usize, page: usize) -> MadePage {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours.districts[number];
    let it = &directory.areas.districts[&near.code];
    let what = What::District(number);
    let feed = FeedOf::District(number);
    let pagination = pagination(voice, what, page, near.pages.len());
    let page_of = page_of(pagination.as_ref());
    let province = province_name(directory, &it.province);
    let shown: &[CenterId] = if page == 1 { &near.centers } else { &[] };
    let rows = near.pages.get(page - 1).map_or(&[][..], Vec::as_slice);
    let of_rows = rows
        .iter()
        .flat_map(|(at, range)| &near.subdistricts[*at].centers[range.clone()]);
    let on_page: Vec<CenterId> = shown.iter().chain(of_rows).copied().collect();
    let (provincial, centers): (Vec<CenterId>, Vec<CenterId>) = shown
        .iter()
        .partition(|id| directory.center(**id).level == Level::Province);
    let view = District {
        key: it.slug.clone(),
        code: it.code.clone(),
        name: voice.said(&it.name),
        province: province.map(|it| voice.own(voice.placed("place_province", it))),
        coverage: coverage(voice, near.progress.total()),
        map: map::district(voice, number, &on_page),
        provincial_centers: voice.center_cards(&provincial),
        centers: voice.center_cards(&centers),
        is_center_planned: near.is_center_planned,
        subdistricts: subdistricts(voice, near, page),
        subdistricts_total: voice.count(near.subdistricts.len()),
        pagination,
        best_practices: voice
            .practice_cards(&near.practices[..near.practices.len().min(PRACTICES)]),
        best_practices_all: (near.practices.len() > PRACTICES)
            .then(|| format!("{}?district={}", voice.href(What::BestPractices), it.slug)),
        best_practices_total: voice.count(near.practices.len()),
        activities: voice.activity_cards(&near.activities[..near.activities.len().min(SHOWN)]),
        office: contact::office(voice, &near.code),
        feed: voice
            .links
            .href(&voice.parts.plan.feed_address(directory, feed, voice.lang)),
        calendar: calendar::has_any(voice, &near.activities)
            .then(|| calendar::href(voice, CalendarOf::District(number)))
            .flatten(),
    };
    let heading = voice.own(voice.placed("place_district", &it.name));
    let description = voice.filled("describe_district", &[("name", &view.name.text)]);
    let mut head = Head::new("district", heading.clone(), &description);
    head.breadcrumbs = vec![(voice.own(voice.word("districts")), What::Districts)];
    head.section = Some(What::Districts);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("district.html", "district", &view, head)
}

fn subdistricts(voice: &Voice, near: &DistrictNeighbours, page: usize) -> Vec<SubdistrictRow> {
    let rows: &[(usize, Range<usize>)] = near.pages.get(page - 1).map_or(&[], Vec::as_slice);
    rows.iter()
        .map(|(at, range)| {
            let it = &near.subdistricts[*at];
            let area = &voice.parts.directory.areas.subdistricts[&it.code];
            SubdistrictRow {
                code: it.code.clone(),
                name: voice.said(&area.name),
                centers: voice.center_cards(&it.centers[range.clone()]),
                is_planned: it.is_planned,
                is_target: area.is_target,
            }
        })
        .collect()
}

pub(in crate::render) fn topics(voice: &Voice) -> MadePage {
    let count = voice.parts.directory.site.topics.len();
    let missions = Mission::ALL.iter().filter_map(|it| mission_row(voice, *it));
    let view = Topics {
        topics: (0..count).map(|it| topic_row(voice, TopicId(it))).collect(),
        missions: missions.collect(),
    };
    let head = list_head(
        voice,
        "topics",
        "topics",
        "describe_topics",
        What::Topics,
        None,
    );
    MadePage::new("topics.html", "topics", &view, head)
}

pub(in crate::render) fn topic_row(voice: &Voice, id: TopicId) -> TopicRow {
    let near = &voice.parts.plan.neighbours.topics[id.0];
    TopicRow {
        topic: voice.topic(id),
        centers: voice.count(near.centers.len()),
        practices: voice.count(near.practices.len()),
    }
}

/// A learning area in a list; none where no entry teaches it.
fn mission_row(voice: &Voice, mission: Mission) -> Option<MissionRow> {
    let (centers, practices) = voice.parts.plan.of_mission(mission);
    let is_empty = centers.is_empty() && practices.is_empty();
    (!is_empty).then(|| MissionRow {
        mission: voice.named(mission),
        href: voice.href(What::Mission(mission)),
        centers: voice.count(centers.len()),
        practices: voice.count(practices.len()),
    })
}

fn mixed(
    voice: &Voice,
    what: What,
    number: usize,
    practices: &[PracticeId],
    centers: &[CenterId],
) -> Mixed {
    let parts = voice.parts;
    let near = &parts.plan.neighbours;
    let centers = near.sorted_in(parts.directory, voice.lang, centers.to_vec());
    let (before, total) = (practices.len(), practices.len() + centers.len());
    let range = range_of(total, number);
    let of_practices = range.start.min(before)..range.end.min(before);
    let ids = &centers[range.start.max(before) - before..range.end.max(before) - before];
    let cards = voice.center_cards(ids);
    Mixed {
        best_practices: voice.practice_cards(&practices[of_practices]),
        best_practices_total: voice.count(practices.len()),
        centers_total: voice.count(centers.len()),
        groups: if centers.len() > SHORT {
            groups(voice, ids, &cards)
        } else {
            Vec::new()
        },
        centers: cards,
        letters: letters(voice, what, &centers, before),
        pagination: pagination(voice, what, number, pages_of(total)),
    }
}

pub(in crate::render) fn topic(voice: &Voice, id: TopicId, number: usize) -> MadePage {
    let directory = voice.parts.directory;
    let near = &voice.parts.plan.neighbours.topics[id.0];
    let what = What::Topic(id);
    let feed = FeedOf::Topic(id);
    let entries = mixed(voice, what, number, &near.practices, &near.centers);
    let page_of = page_of(entries.pagination.as_ref());
    let view = Topic {
        topic: voice.topic(id),
        entries,
        feed: voice
            .links
            .href(&voice.parts.plan.feed_address(directory, feed, voice.lang)),
    };
    let heading = view.topic.name.clone();
    let description = voice.filled("describe_topic", &[("name", &heading.text)]);
    let mut head = Head::new("topic", heading.clone(), &description);
    head.breadcrumbs = vec![(voice.own(voice.word("topics")), What::Topics)];
    head.section = Some(What::Topics);
    head.thing = Some(Thing::List);
    head.feed = Some((heading, feed));
    head.page_of = page_of;
    MadePage::new("topic.html", "topic", &view, head)
}

pub(in crate::render) fn mission(voice: &Voice, mission: Mission, number: usize) -> MadePage {
    let (centers, practices) = voice.parts.plan.of_mission(mission);
    let what = What::Mission(mission);
    let entries = mixed(voice, what, number, &practices, &centers);
    let page_of = page_of(entries.pagination.as_ref());
    let view = view::Mission {
        mission: voice.named(mission),
        entries,
    };
    let description = voice.filled("describe_mission", &[("name", &view.mission.name)]);
    let heading = voice.filled("mission_heading", &[("name", &view.mission.name)]);
    let heading = voice.own(heading);
    let mut head = Head::new("mission", heading, &description);
    head.breadcrumbs = vec![(voice.own(voice.word("topics")), What::Topics)];
    head.section = Some(What::Topics);
    head.thing = Some(Thing::List);
    head.page_of = page_of;
    MadePage::new("mission.html", "mission", &view, head)
}

pub(in crate::render) fn awards(voice: &Voice, number: usize) -> MadePage {
    let directory = voice.parts.directory;
    let all = &voice.parts.plan.neighbours.awards;
    let start = ((number - 1) * AWARDS_PAGE_SIZE).min(all.len());
    let end = (start + AWARDS_PAGE_SIZE).min(all.len());
    let pages = all.len().div_ceil(AWARDS_PAGE_SIZE).max(1);
    let mut years: Vec<(Option<i16>, AwardYear)> = Vec::new();
    let mut last_level: Option<Given> = None;
    for it in &all[start..end] {
        let award = it.award(directory);
        if years.last().is_none_or(|(year, _)| *year != award.year) {
            let year = AwardYear {
                year: award.year.map(|it| voice.fiscal_year(it)),
                levels: Vec::new(),
            };
            years.push((award.year, year));
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
    let pagination = pagination(voice, What::Awards, number, pages);
    let page_of = page_of(pagination.as_ref());
    let view = Awards {
        total: voice.count(all.len()),
        counts: (number == 1).then(|| award_counts::counts(voice)).flatten(),
        years: years.into_iter().map(|(_, it)| it).collect(),
        pagination,
    };
    let head = list_head(
        voice,
        "awards",
        "awards",
        "describe_awards",
        What::Awards,
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
            voice.link(title, What::BestPractice(id))
        }),
        area: voice.area(center),
        is_example: practice.map_or(center.is_example, |it| it.is_example),
    }
}

/// The head of a list that is its own item of the menu.
pub(in crate::render) fn list_head(
    voice: &Voice,
    kind: &'static str,
    word: &str,
    description: &str,
    what: What,
    page_of: Option<String>,
) -> Head {
    let mut head = Head::new(kind, voice.own(voice.word(word)), voice.word(description));
    head.section = Some(what);
    head.thing = Some(Thing::List);
    head.page_of = page_of;
    head
}

fn pages_of(items: usize) -> usize {
    items.div_ceil(PAGE_SIZE).max(1)
}

fn range_of(items: usize, number: usize) -> Range<usize> {
    let start = ((number - 1) * PAGE_SIZE).min(items);
    start..(start + PAGE_SIZE).min(items)
}

fn page_of(pagination: Option<&Pagination>) -> Option<String> {
    pagination.map(|it| it.text.clone())
}

fn listed<T: Serialize>(
    voice: &Voice,
    what: What,
    number: usize,
    total: usize,
    range: Range<usize>,
    items: Vec<T>,
) -> Listed<T> {
    Listed {
        first: voice.count(if range.is_empty() { 0 } else { range.start + 1 }),
        last: voice.count(range.end),
        items,
        total: voice.count(total),
        pagination: pagination(voice, what, number, pages_of(total)),
    }
}

/// The pages of a list: none for one page; else first, last, the current one and its neighbours, gaps between.
fn pagination(voice: &Voice, what: What, number: usize, pages: usize) -> Option<Pagination> {
    if pages < 2 {
        return None;
    }
    let parts = voice.parts;
    let href = |page: usize| {
        let address = parts
            .plan
            .page_address(parts.directory, what, voice.lang, page);
        voice.links.href(&address)
    };
    let links = shown_pages(number, pages)
        .into_iter()
        .map(|page| PageLink {
            number: page.map(|it| voice.count(it)),
            href: page.map(href),
            is_current: page == Some(number),
        })
        .collect();
    let (page, all) = (voice.count(number), voice.count(pages));
    Some(Pagination {
        text: voice.filled("page_of", &[("page", &page.text), ("pages", &all.text)]),
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

    #[test]
    fn a_name_stands_under_its_first_consonant() {
        assert_eq!(first_letter("เขื่องใน"), "ข");
        assert_eq!(first_letter("โขงเจียม"), "ข");
        assert_eq!(first_letter("กุดข้าวปุ้น"), "ก");
    }
}
