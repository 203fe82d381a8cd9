//! What every page made for paper has: its head, the page that it leads to, a title in the size that fits, facts cut short.

use crate::locale::excerpt::{excerpt, width};
use crate::model::Text;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::view::{self, Fact, LocalizedText, PrintTarget, PrintTitle};

/// The longest name, in columns.
const NAME: usize = 110;

/// The head of a page made for paper: kind and name.
pub(super) fn head(
    context: &PageContext,
    kind: &'static str,
    of: Route,
    name: &LocalizedText,
) -> Head {
    let values = [("name", name.text.as_str())];
    let heading = context.own(context.filled(&format!("title_{kind}"), &values));
    let description = context.filled(&format!("describe_{kind}"), &values);
    let mut head = Head::new(kind, heading, &description);
    head.breadcrumbs = vec![(name.clone(), of)];
    head.is_print = true;
    head
}

/// The page that a piece of paper leads to.
pub(super) fn to(context: &PageContext, route: Route, name: &Text) -> PrintTarget {
    PrintTarget {
        page: context.link(context.text(name), route),
        address: context.absolute(route),
        qr: context.qr(route),
    }
}

/// A name in two parts where it begins as all of them do, and how large it may be set.
pub(super) fn title(context: &PageContext, name: &Text) -> PrintTitle {
    let (text, lang) = name.in_lang(context.lang);
    let words = context.parts.theme.words(lang);
    let common = words.get("programme_center").filter(|it| !it.is_empty());
    let own = common.and_then(|common| {
        let rest = text.strip_prefix(common.as_str())?;
        let rest = rest.trim_start_matches([' ', ',']);
        (!rest.is_empty()).then_some((common, rest))
    });
    let (lead, main) = match own {
        Some((common, rest)) => (Some(context.text_in(common, lang)), rest),
        None => (None, text),
    };
    let main = excerpt(main, NAME);
    PrintTitle {
        lead,
        length: match width(&main) {
            0..=16 => "short",
            17..=34 => "middle",
            35..=60 => "long",
            _ => "longest",
        },
        main: context.text_in(&main, lang),
    }
}

/// Facts with their values cut.
pub(super) fn short(facts: Vec<Fact>, most: usize) -> Vec<Fact> {
    let mut facts = facts;
    for fact in &mut facts {
        let most = most / fact.values.len().max(1);
        for value in &mut fact.values {
            value.text = excerpt(&value.text, most.max(12));
        }
    }
    facts
}

/// Facts in a room of so many letters: short ones leave theirs to long ones, and none is longer than `most`. The one that matters most is cut
/// only where it alone is longer.
pub(super) fn fitted(facts: Vec<Fact>, first: &str, room: usize, most: usize) -> Vec<Fact> {
    let length = |it: &Fact| {
        it.values
            .iter()
            .map(|it| it.text.chars().count())
            .sum::<usize>()
    };
    let own = facts.iter().filter(|it| it.key == first).map(length);
    let own = own.sum::<usize>().min(most);
    let others = facts.iter().filter(|it| it.key != first);
    let mut lengths: Vec<usize> = others.map(length).collect();
    lengths.sort_unstable();
    let mut room = room.saturating_sub(own);
    let mut each = most;
    for (at, length) in lengths.iter().enumerate() {
        let share = room / (lengths.len() - at);
        if *length > share {
            each = share;
            break;
        }
        room -= length;
    }
    let limit = |it: &Fact| {
        if it.key == first {
            most
        } else {
            each.min(most)
        }
    };
    let facts = facts.into_iter();
    facts
        .flat_map(|it| {
            let most = limit(&it);
            short(vec![it], most)
        })
        .collect()
}

/// Whom to ask, with no more than so many telephones and no long names; one of them does where there is little room.
pub(super) fn short_contact(mut it: view::Contact, phones: usize) -> view::Contact {
    it.phones.truncate(phones);
    if phones == 1 && !it.phones.is_empty() {
        it.email = None;
        it.line = None;
    }
    let texts = [
        &mut it.name,
        &mut it.position,
        &mut it.through,
        &mut it.address,
    ];
    for text in texts.into_iter().flatten() {
        text.text = excerpt(&text.text, 24 * (phones + 1));
    }
    it
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(key: &'static str, letters: usize) -> Fact {
        Fact {
            key,
            label: String::new(),
            values: vec![LocalizedText {
                text: "ก ".repeat(letters / 2),
                lang: None,
            }],
            href: None,
            iso: None,
        }
    }

    #[test]
    fn what_others_leave_goes_to_what_is_long() {
        let lengths = |facts: Vec<Fact>| -> Vec<usize> {
            let facts = fitted(facts, "hours", 100, 80);
            let letters = facts.iter().map(|it| it.values[0].text.chars().count());
            letters.collect()
        };
        assert_eq!(lengths(vec![fact("hours", 70), fact("fee", 10)]), [70, 10]);
        let cut = lengths(vec![fact("hours", 78), fact("fee", 4), fact("booking", 90)]);
        assert_eq!(cut[..2], [78, 4]);
        assert!(cut[2] <= 20, "{cut:?}");
        let longest = lengths(vec![fact("hours", 200)]);
        assert!(longest[0] <= 80 && longest[0] > 60, "{longest:?}");
    }
}
