//! The context of one page: its language, its digits, its words and its links.
//!
//! In: what all pages are made from, and which file is made. Out: texts, numbers, days and links as they stand on that page. Never: what the
//! page is about.

use std::cell::RefCell;

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::excerpt::excerpt;
use crate::model::date::BUDDHIST_ERA;
use crate::model::practice::{CostBand, Figure};
use crate::model::site::Digits;
use crate::model::{Date, Lang, Text, Word};
use crate::plan::Route;
use crate::render::href::Links;
use crate::render::parts::Parts;
use crate::render::view::{Day, Days, Link, LocalizedText, Named, Number};
use crate::theme::Words;

/// What everything on one page is made with.
pub struct PageContext<'a> {
    /// Everything that pages are made from.
    pub parts: &'a Parts<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// Its links.
    pub links: Links,
    /// The theme's words in its language.
    pub words: &'a Words,
    /// What went wrong in a part of the page: it is not to be used then.
    pub failed: RefCell<Option<Diagnostic>>,
}

impl Parts<'_> {
    /// The context of a page, by its file in the output.
    pub(super) fn context(&self, lang: Lang, path: &str) -> PageContext<'_> {
        let links = if self.shared.is_portable {
            Links::Portable {
                depth: path.matches('/').count(),
            }
        } else {
            Links::Prefixed(self.shared.prefix.clone())
        };
        PageContext {
            parts: self,
            lang,
            links,
            words: self.theme.words(lang),
            failed: RefCell::default(),
        }
    }
}

impl PageContext<'_> {
    /// A word of the theme; the key itself where a theme lacks it.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// Words with their `{…}` filled in.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.word(key), values)
    }

    /// A text.
    pub fn text(&self, text: &Text) -> LocalizedText {
        let (text, lang) = text.in_lang(self.lang);
        self.text_in(text, lang)
    }

    /// A text in Markdown, as written.
    pub fn inline_text(&self, text: &crate::value::InlineText) -> LocalizedText {
        match (self.lang, &text.en) {
            (Lang::En, Some(en)) => self.text_in(&en.text, Lang::En),
            _ => self.text_in(&text.th.text, Lang::Th),
        }
    }

    /// A text that may be missing.
    pub fn maybe(&self, text: Option<&Text>) -> Option<LocalizedText> {
        text.map(|it| self.text(it))
    }

    /// A text cut short.
    pub fn excerpt(&self, text: &Text, most: usize) -> LocalizedText {
        let (text, lang) = text.in_lang(self.lang);
        self.text_in(&excerpt(text, most), lang)
    }

    /// Words in the page's own language.
    #[expect(clippy::unused_self, reason = "it reads as its siblings do")]
    pub fn own(&self, text: impl Into<String>) -> LocalizedText {
        let text = text.into();
        LocalizedText { text, lang: None }
    }

    /// A text of a known language.
    pub fn text_in(&self, text: &str, lang: Lang) -> LocalizedText {
        LocalizedText {
            text: text.to_owned(),
            lang: (lang != self.lang).then(|| lang.tag()),
        }
    }

    /// One of a closed set of words.
    pub fn named<T: Word>(&self, word: T) -> Named {
        self.named_key(T::VOCABULARY.name, word.word())
    }

    /// The same by the names of the list and the word: `level` and `district` are called `level_district`.
    pub fn named_key(&self, list: &str, key: &'static str) -> Named {
        let mut word = String::with_capacity(list.len() + 1 + key.len());
        word.push_str(list);
        word.push('_');
        word.extend(key.chars().map(|it| if it == '-' { '_' } else { it }));
        Named {
            key,
            name: self.digits(self.word(&word)),
        }
    }

    /// What it costs to begin.
    pub fn cost_band(&self, baht: u32) -> Named {
        let band = CostBand::of(baht);
        let named = self.named_key("cost", band.word());
        let least = self.number(5_000 + 1).text;
        let amount = match band {
            CostBand::UpTo5000 => 5_000,
            CostBand::Free | CostBand::UpTo50000 | CostBand::More => 50_000,
        };
        let values = [
            ("least", least.as_str()),
            ("amount", &self.number(amount).text),
        ];
        Named {
            name: fill(&named.name, &values),
            ..named
        }
    }

    /// A count.
    pub fn count(&self, count: usize) -> Number {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A number, its thousands separated.
    pub fn number(&self, value: i64) -> Number {
        let text = self.locale().number(value);
        Number { value, text }
    }

    /// Digits as written, in the site's digits; with separators where it is a long number.
    pub fn decimal(&self, digits: &str) -> String {
        self.locale().decimal(digits)
    }

    /// Arabic digits in a text as the site shows them.
    pub fn digits(&self, text: &str) -> String {
        self.locale().digits(text)
    }

    /// How the page writes numbers and days: English ones know Arabic digits alone.
    fn locale(&self) -> Locale {
        self.locale_of(self.lang)
    }

    /// How numbers are written in a language of the site.
    pub(super) fn locale_of(&self, lang: Lang) -> Locale {
        Locale {
            lang,
            digits: match lang {
                Lang::Th => self.parts.directory.site.digits,
                Lang::En => Digits::Arabic,
            },
        }
    }

    /// A number as written, or words that stand for one.
    pub fn figure(&self, it: &Figure) -> LocalizedText {
        match it {
            Figure::Number { digits, .. } => self.own(self.decimal(digits)),
            Figure::Words(words) => self.text(words),
        }
    }

    /// A day.
    pub fn day(&self, date: Date) -> Day {
        let locale = self.locale();
        Day {
            iso: date.to_string(),
            long: locale.long_day(date),
            short: locale.short_day(date),
        }
    }

    /// A day or several.
    pub fn days(&self, start: Date, end: Option<Date>) -> Days {
        let first = self.day(start);
        let Some(end) = end.filter(|it| *it != start) else {
            return Days {
                text: first.long.clone(),
                start: first,
                end: None,
            };
        };
        Days {
            text: self.locale().days(start, end),
            start: first,
            end: Some(self.day(end)),
        }
    }

    /// `พฤศจิกายน ๒๕๖๘`
    pub fn month(&self, date: Date) -> String {
        self.locale().month(date)
    }

    /// A fiscal year: `ปีงบประมาณ พ.ศ. ๒๕๖๘`, `2025 (B.E. 2568)`.
    pub fn fiscal_year(&self, buddhist: i16) -> String {
        let common = (buddhist - BUDDHIST_ERA).to_string();
        let year = self.digits(&buddhist.to_string());
        self.filled("fiscal_year", &[("year", &year), ("common", &common)])
    }

    /// The href of something in the page's language.
    pub fn href(&self, route: Route) -> String {
        self.links.href(&self.address(route))
    }

    /// The href of its QR code.
    pub fn qr(&self, route: Route) -> Option<String> {
        let parts = self.parts;
        let address = parts.plan.qr_address(route, self.lang)?;
        Some(self.links.href(&address))
    }

    /// The href of a page that not every site has.
    pub fn page_href(&self, route: Route) -> Option<String> {
        let address = self.address(route);
        let file = crate::plan::file_at(&address);
        let is_made = self.parts.plan.files.contains_key(&file);
        is_made.then(|| self.links.href(&address))
    }

    /// The href of a file beside the pages; none where it is not made.
    pub fn file_href(&self, address: &str) -> Option<String> {
        let is_made = self.parts.plan.files.contains_key(address);
        is_made.then(|| self.links.href(address))
    }

    /// Its address from the site's root, without the first `/`.
    pub fn address(&self, route: Route) -> String {
        let parts = self.parts;
        parts.plan.address(route, self.lang)
    }

    /// Its absolute address.
    pub fn absolute(&self, route: Route) -> String {
        self.parts.shared.absolute(&self.address(route))
    }

    /// A link to something with a text of its own.
    pub fn link(&self, name: LocalizedText, route: Route) -> Link {
        let href = self.href(route);
        Link { name, href }
    }
}

/// Words with their `{…}` filled in; what has no value stays as it is.
pub(super) fn fill(words: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            text.push_str(value);
        } else {
            text.push('{');
            text.push_str(name);
            text.push('}');
        }
        rest = after;
    }
    text.push_str(rest);
    text
}
