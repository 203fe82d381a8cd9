//! Rows of facts: the keys of a record that are shown somewhere, in the order of the schema.
//!
//! In: the facts of a record, and where they are to be shown. Out: rows for a `<dl>`. A key that the schema gains is a row here without another
//! line; a page says only what it shows in its own way, or elsewhere.

use crate::model::Date;
use crate::render::context::PageContext;
use crate::render::view::{Fact, LocalizedText};
use crate::schema::reader::FactValue;
use crate::schema::{self, Key, Outlet};

/// How a page shows a key.
pub(in crate::render) enum Row {
    /// As its type asks.
    Usual,
    /// In another place of the page, or not at all.
    Elsewhere,
    /// In the page's own way; `None` where there is nothing to show.
    Own(Option<Fact>),
}

/// The rows of a record.
pub(in crate::render) fn rows(
    context: &PageContext,
    facts: Vec<schema::Fact>,
    outlet: Outlet,
    row: impl Fn(&'static Key) -> Row,
) -> Vec<Fact> {
    let shown = facts.into_iter().filter(|it| it.key.is_shown(outlet));
    shown
        .filter_map(|fact| match row(fact.key) {
            Row::Usual => usual(context, &fact),
            Row::Elsewhere => None,
            Row::Own(fact) => fact,
        })
        .collect()
}

/// A row as the type of its values asks.
fn usual(context: &PageContext, fact: &schema::Fact) -> Option<Fact> {
    let values = fact.values.iter().map(|it| value(context, fact.key, it));
    let row = context.fact_of(fact.key.name, values.collect())?;
    let href = match fact.values[..] {
        [FactValue::Link(href)] => Some(href.to_owned()),
        [FactValue::Phone(phone)] => Some(phone.link.clone()),
        _ => None,
    };
    let iso = match fact.values[..] {
        [FactValue::Date(day)] => Some(day.to_string()),
        _ => None,
    };
    Some(Fact { href, iso, ..row })
}

fn value(context: &PageContext, key: &Key, value: &FactValue) -> LocalizedText {
    let with_unit = |number: String| {
        let unit = key.unit.map(|it| it.in_lang(context.lang));
        context.own(unit.map_or(number.clone(), |unit| format!("{number} {unit}")))
    };
    match value {
        FactValue::Text(text) => context.text(text),
        FactValue::Markdown(text) => {
            let text = context.inline_text(text);
            LocalizedText {
                text: crate::markdown::plain(&text.text),
                ..text
            }
        }
        FactValue::String(text) | FactValue::Link(text) => context.own(*text),
        FactValue::Word(list, word) => context.own(context.named_key(list.name, word).name),
        FactValue::Date(day) => context.own(context.day(*day).long),
        FactValue::Year(year) => context.own(context.fiscal_year(*year)),
        FactValue::Integer(number) => with_unit(context.number(*number).text),
        FactValue::Number(number) => with_unit(context.decimal(&number.to_string())),
        FactValue::Flag(flag) => context.own(context.word(if *flag { "yes" } else { "no" })),
        FactValue::Phone(phone) => context.own(context.digits(&phone.written)),
        FactValue::Figure(figure) => context.figure(figure),
    }
}

impl PageContext<'_> {
    /// A row of facts; `None` without a value.
    pub(in crate::render) fn fact(
        &self,
        key: &'static str,
        value: Option<LocalizedText>,
    ) -> Option<Fact> {
        self.fact_of(key, value.into_iter().collect())
    }

    /// A row with several values.
    pub(in crate::render) fn fact_of(
        &self,
        key: &'static str,
        values: Vec<LocalizedText>,
    ) -> Option<Fact> {
        (!values.is_empty()).then(|| Fact {
            key,
            label: self.word(&format!("fact_{key}")).to_owned(),
            values,
            href: None,
            iso: None,
        })
    }

    /// A row that counts people.
    pub(in crate::render) fn people(&self, count: u32) -> LocalizedText {
        let key = if count == 1 {
            "people_count_one"
        } else {
            "people_count"
        };
        let number = self.number(count.into()).text;
        self.own(self.filled(key, &[("count", &number)]))
    }

    /// A row with a day or several; one day is for `<time>`.
    pub(in crate::render) fn fact_days(
        &self,
        key: &'static str,
        first: Date,
        last: Option<Date>,
    ) -> Option<Fact> {
        let days = self.days(first, last);
        let fact = self.fact(key, Some(self.own(days.text)))?;
        Some(Fact {
            iso: days.end.is_none().then_some(days.start.iso),
            ..fact
        })
    }
}
