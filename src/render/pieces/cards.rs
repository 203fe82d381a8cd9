//! Items of lists, and the small things that they share with the pages of their own.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::center::Visit;
use crate::model::directory::{ActivityId, CenterId, PracticeId, TopicId};
use crate::model::{BestPractice, Center};
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::context::fill;
use crate::render::pieces::story::photo;
use crate::render::view::{
    ActivityCard, Cached, Card, CenterCard, Link, LocalizedText, Named, PracticeCard, TopicLink,
};
use crate::value::digits;

/// How long the summary of a card may be.
const SUMMARY: usize = 200;

impl PageContext<'_> {
    /// A centre in a list; made once where it may be kept.
    pub(in crate::render) fn center_card(&self, id: CenterId) -> Card<CenterCard> {
        let kept = &self.parts.shared.center_cards[self.lang as usize];
        let make = || self.rendered("center-card.html", &self.center_card_view(id));
        self.sound(kept.get(id.0, make))
    }

    fn center_card_view(&self, id: CenterId) -> CenterCard {
        let it = self.parts.directory.center(id);
        let own = self.parts.listings.of_center(id);
        CenterCard {
            key: it.path.clone(),
            name: self.text(&it.name),
            href: self.href(Route::Center(id)),
            level: self.named(it.level),
            status: self.closed_status(it),
            notice: self.maybe(it.notice.as_ref()),
            is_example: it.example,
            area: self.area(it),
            summary: it.summary.as_ref().map(|it| self.excerpt(it, SUMMARY)),
            topics: self.topics(&it.topics),
            hours: self.maybe(it.hours()),
            group: self.group(&it.visit, "group_between", "group_from", "group_up_to"),
            fee: self.maybe(it.visit.fee.as_ref()),
            audience: self.maybe(it.visit.audience.as_ref()),
            practices: self.count(own.practices.len()),
            awards: self.count(it.awards.len()),
            photo: it.cover.as_ref().and_then(|it| photo(self, it)),
        }
    }

    /// A card's HTML.
    fn rendered<T: Serialize>(&self, template: &str, it: &T) -> Result<Card<T>, Diagnostic> {
        let mut values = tera::Context::new();
        values.insert("it", it);
        values.insert_value("words", self.parts.theme.words_value(self.lang));
        let html = self.parts.theme.render(template, &values)?;
        Ok(Card::new(html.trim()))
    }

    /// The card, or an empty one and a page that fails with what is wrong.
    fn sound<T>(&self, card: Result<Card<T>, Diagnostic>) -> Card<T> {
        card.unwrap_or_else(|problem| {
            self.failed.replace(Some(problem));
            Card::new("")
        })
    }

    /// A best practice in a list; made once where it may be kept.
    pub(in crate::render) fn practice_card(&self, id: PracticeId) -> Card<PracticeCard> {
        let kept = &self.parts.shared.practice_cards[self.lang as usize];
        let make = || self.rendered("practice-card.html", &self.practice_card_view(id));
        self.sound(kept.get(id.0, make))
    }

    fn practice_card_view(&self, id: PracticeId) -> PracticeCard {
        let it = self.parts.directory.practice(id);
        let center = self.parts.directory.center(it.center);
        PracticeCard {
            key: self.key(Route::BestPractice(id)),
            title: self.text(&it.title),
            href: self.href(Route::BestPractice(id)),
            summary: self.excerpt(&it.summary, SUMMARY),
            center: self.center_link(it.center),
            area: self.area(center),
            date: self.day(it.date),
            topics: self.topics(&it.topics),
            missions: it.missions.iter().map(|it| self.named(*it)).collect(),
            evidence: it.evidence.map(|it| self.named(it)),
            cost: self.cost(it),
            cost_band: it.cost_baht.map(|it| self.cost_band(it)),
            duration: self.maybe(it.duration.as_ref()),
            audience: self.maybe(it.audience.as_ref()),
            copied: self.count(it.adapted_by.len()),
            awards: self.count(it.awards.len()),
            is_example: it.example,
            is_draft: it.draft,
            photo: it.cover.as_ref().and_then(|it| photo(self, it)),
        }
    }

    /// An activity in a list.
    pub(in crate::render) fn activity_card(&self, id: ActivityId) -> ActivityCard {
        let it = self.parts.directory.activity(id);
        let center = self.parts.directory.center(it.center);
        ActivityCard {
            key: self.key(Route::Activity(id)),
            title: self.text(&it.title),
            href: self.href(Route::Activity(id)),
            summary: it.summary.as_ref().map(|it| self.excerpt(it, SUMMARY)),
            days: self.days(it.date, it.end_date),
            is_upcoming: self.is_upcoming(it),
            center: self.center_link(it.center),
            place: it
                .place
                .as_ref()
                .map_or_else(|| self.area(center), |it| self.text(it)),
            occasion: self.maybe(it.occasion.as_ref()),
            participants: it.participants.map(|it| self.number(it.into())),
            topics: self.topics(&it.topics),
            is_example: it.example,
            is_draft: it.draft,
            photo: it.cover.as_ref().and_then(|it| photo(self, it)),
        }
    }

    /// Cards of several.
    pub(in crate::render) fn practice_cards(&self, ids: &[PracticeId]) -> Vec<Card<PracticeCard>> {
        ids.iter().map(|id| self.practice_card(*id)).collect()
    }

    /// Cards of several.
    pub(in crate::render) fn activity_cards(&self, ids: &[ActivityId]) -> Vec<ActivityCard> {
        ids.iter().map(|id| self.activity_card(*id)).collect()
    }

    /// Cards of several.
    pub(in crate::render) fn center_cards(&self, ids: &[CenterId]) -> Vec<Card<CenterCard>> {
        ids.iter().map(|id| self.center_card(*id)).collect()
    }

    /// The address of something below the language: the same in every language.
    pub(in crate::render) fn key(&self, route: Route) -> String {
        let parts = self.parts;
        parts.plan.address(route, parts.plan.languages[0])
    }

    /// A link to a centre by its name.
    pub(in crate::render) fn center_link(&self, id: CenterId) -> Link {
        let name = self.text(&self.parts.directory.center(id).name);
        self.link(name, Route::Center(id))
    }

    /// Whether an activity is not over.
    pub(in crate::render) fn is_upcoming(&self, activity: &Activity) -> bool {
        activity.last_day() >= self.parts.directory.today
    }

    /// The status where a visitor must know it first.
    pub(in crate::render) fn closed_status(&self, center: &Center) -> Option<Named> {
        (!center.is_open()).then(|| self.named(center.status))
    }

    /// A topic as a tag.
    pub(in crate::render) fn topic(&self, id: TopicId) -> TopicLink {
        let topic = &self.parts.directory.site.topics[id.0];
        TopicLink {
            id: topic.id.clone(),
            name: self.text(&topic.name),
            icon: topic.icon.clone(),
            href: self.href(Route::Topic(id)),
        }
    }

    /// Topics as tags, each made once where it may be kept.
    pub(in crate::render) fn topics(&self, ids: &[TopicId]) -> Vec<Cached<TopicLink>> {
        let kept = &self.parts.shared.topics[self.lang as usize];
        let ready = |id: &TopicId| {
            let make = || self.topic(*id).into();
            kept.get(id.0)
                .map_or_else(make, |it| it.get_or_init(make).clone())
        };
        ids.iter().map(ready).collect()
    }

    /// What a practice costs: the sum to begin, and the words beside it.
    pub(in crate::render) fn cost(&self, it: &BestPractice) -> Option<LocalizedText> {
        let words = self.maybe(it.cost.as_ref());
        let Some(baht) = it.cost_baht else {
            return words;
        };
        let Some(words) = words else {
            return Some(self.own(match baht {
                0 => self.word("cost_free").to_owned(),
                _ => self.filled("baht", &[("amount", &self.number(baht.into()).text)]),
            }));
        };
        if baht == 0 || names_sum(&words.text, baht) {
            return Some(words);
        }
        let lang = words.lang.map_or(self.lang, |_| Lang::Th);
        let sentence = self.parts.theme.words(lang).get("cost_sum");
        let sum = self.locale_of(lang).number(baht.into());
        let values = [("amount", sum.as_str()), ("words", words.text.as_str())];
        let text = fill(sentence.map_or("{words}", String::as_str), &values);
        Some(LocalizedText { text, ..words })
    }

    /// How large a group may be, in words.
    pub(in crate::render) fn group(
        &self,
        visit: &Visit,
        between: &str,
        from: &str,
        up_to: &str,
    ) -> Option<String> {
        let text = |count: u32| self.number(count.into()).text;
        match (visit.group_min, visit.group_max) {
            (Some(min), Some(max)) => {
                let (min, max) = (text(min), text(max));
                Some(self.filled(between, &[("min", &min), ("max", &max)]))
            }
            (Some(min), None) => Some(self.filled(from, &[("min", &text(min))])),
            (None, Some(max)) => Some(self.filled(up_to, &[("max", &text(max))])),
            (None, None) => None,
        }
    }
}

/// Whether words name a sum themselves, in whatever digits.
fn names_sum(words: &str, baht: u32) -> bool {
    let arabic: String = (words.chars())
        .filter(|it| *it != ',')
        .map(digits::arabic)
        .collect();
    let sum = baht.to_string();
    let mut found = arabic.split(|it: char| !it.is_ascii_digit());
    found.any(|it| it == sum)
}
