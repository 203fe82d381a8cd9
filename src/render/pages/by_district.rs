//! Centres of a long list under their districts, and the letters by which a reader jumps to them.

use crate::model::directory::CenterId;
use crate::plan::{PAGE_SIZE, Route};
use crate::render::context::PageContext;
use crate::render::view::{Card, CenterCard, Group, Letter};

/// Up to so many centres a list needs no letters to jump by.
pub(super) const SHORT: usize = 40;

/// Centres under the names of their districts, in the order in which they stand.
pub(super) fn groups(
    context: &PageContext,
    ids: &[CenterId],
    cards: &[Card<CenterCard>],
) -> Vec<Group<Card<CenterCard>>> {
    let lists = context.parts.listings;
    let mut groups: Vec<Group<_>> = Vec::new();
    let mut last = None;
    for (id, card) in ids.iter().zip(cards) {
        let number = lists.of_center(*id).district;
        if groups.is_empty() || number != last {
            let district = number.map(|it| context.parts.district(it));
            let name =
                district.map_or_else(String::new, |it| context.placed("place_district", &it.name));
            groups.push(Group {
                id: district
                    .map_or_else(|| "others".to_owned(), |it| format!("district-{}", it.slug)),
                name: context.own(name),
                href: number.map(|it| context.href(Route::District(it))),
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
pub(super) fn letters(
    context: &PageContext,
    route: Route,
    centers: &[CenterId],
    before: usize,
) -> Vec<Letter> {
    let parts = context.parts;
    let lists = parts.listings;
    let mut letters: Vec<Letter> = Vec::new();
    if centers.len() <= SHORT {
        return letters;
    }
    let mut last = None;
    for (at, id) in centers.iter().enumerate() {
        let number = lists.of_center(*id).district;
        if number == last {
            continue;
        }
        last = number;
        let Some(number) = number else {
            continue;
        };
        let district = parts.district(number);
        let letter = first_letter(district.name.in_lang(context.lang).0);
        if letters.iter().all(|it| it.letter != letter) {
            let page = (before + at) / PAGE_SIZE + 1;
            let address = parts.plan.page_address(route, context.lang, page);
            let href = format!(
                "{}#district-{}",
                context.links.href(&address),
                district.slug
            );
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_under_its_first_consonant() {
        assert_eq!(first_letter("เขื่องใน"), "ข");
        assert_eq!(first_letter("โขงเจียม"), "ข");
        assert_eq!(first_letter("กุดข้าวปุ้น"), "ก");
    }
}
