//! What the search finds: the entries of the index in one language, as their pages show them.
//!
//! In: the views of pages, and the Markdown of stories. Out: texts. Never: what a page does not show, but for its names in other languages,
//! and never what all pages share, such as menus.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::markdown;
use crate::model::center::{InlineText, TextOrDocument};
use crate::model::directory::{ActivityId, CenterId, PageId, PracticeId, TopicId};
use crate::model::media::Story;
use crate::model::{Center, Lang, Text};
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::pages::{activity, center, practice};
use crate::render::parts::Parts;
use crate::render::pieces::areas::province_name;
use crate::render::pieces::contact;
use crate::render::view::{Contact, Fact, LocalizedText};
use crate::schema::Outlet;
use crate::search::{EntryKind, IndexEntry, alias};

/// Every entry of the site in a language, kind by kind, each in the order of its list.
#[must_use]
pub fn all(parts: &Parts, lang: Lang) -> Vec<IndexEntry> {
    let lists = parts.listings;
    let directory = parts.directory;
    let mut all = Vec::with_capacity(parts.plan.entries());
    all.extend((0..lists.districts().len()).map(Route::District));
    all.extend((0..directory.site.topics.len()).map(|it| Route::Topic(TopicId(it))));
    all.extend(lists.centers().iter().copied().map(Route::Center));
    all.extend(lists.practices().iter().copied().map(Route::BestPractice));
    all.extend(lists.activities().iter().copied().map(Route::Activity));
    all.extend((0..directory.pages.len()).map(|it| Route::Page(PageId(it))));
    let places = Places::new(parts, lang);
    all.into_par_iter()
        .filter_map(|route| {
            let context = parts.context(lang, "");
            let telling = Telling::new(&context, route);
            Some(match route {
                Route::District(number) => telling.district(number),
                Route::Topic(id) => telling.topic(id),
                Route::Center(id) => telling.center(id),
                Route::BestPractice(id) => telling.practice(id),
                Route::Activity(id) => telling.activity(id),
                Route::Page(id) => telling.page(id, &places),
                _ => return None,
            })
        })
        .collect()
}

/// An entry in the making.
struct Telling<'a> {
    context: &'a PageContext<'a>,
    address: String,
    facts: Vec<String>,
    texts: Vec<String>,
    other_names: Vec<String>,
}

impl<'a> Telling<'a> {
    fn new(context: &'a PageContext<'a>, route: Route) -> Self {
        Self {
            context,
            address: context.address(route),
            facts: Vec::new(),
            texts: Vec::new(),
            other_names: Vec::new(),
        }
    }

    fn district(mut self, number: usize) -> IndexEntry {
        let context = self.context;
        let areas = &context.parts.directory.areas;
        let it = context.parts.district(number);
        let province = province_name(context.parts.directory, &it.province);
        self.facts
            .extend(province.map(|it| context.placed("place_province", it)));
        let mut names = Vec::new();
        for code in &context.parts.listings.districts().get(number).subdistricts {
            let area = &areas.subdistricts[code];
            names.push(context.placed("place_subdistrict", &area.name));
            self.named(&area.name);
        }
        self.texts.push(names.join(match context.lang {
            Lang::Th => " ",
            Lang::En => ", ",
        }));
        let title = LocalizedText {
            text: context.placed("place_district", &it.name),
            lang: None,
        };
        self.entry(EntryKind::District, title, &it.name, false)
    }

    fn topic(self, id: TopicId) -> IndexEntry {
        let it = &self.context.parts.directory.site.topics[id.0];
        let title = self.context.text(&it.name);
        self.entry(EntryKind::Topic, title, &it.name, false)
    }

    fn center(mut self, id: CenterId) -> IndexEntry {
        let context = self.context;
        let it = context.parts.directory.center(id);
        self.place(it);
        if !it.is_open() {
            self.facts.push(context.named(it.status).name);
        }
        self.maybe(it.summary.as_ref());
        self.maybe(it.notice.as_ref());
        for it in &it.highlights {
            self.maybe(it.title.as_ref());
            self.inline(it.text.as_ref());
        }
        self.names(it.topics.iter().map(|it| context.topic(*it).name));
        self.names(
            it.missions
                .iter()
                .map(|it| context.own(context.named(*it).name)),
        );
        for it in &it.learning_stations {
            self.maybe(Some(&it.title));
            self.maybe(it.text.as_ref());
        }
        for it in &it.courses {
            self.maybe(Some(&it.title));
            self.maybe(it.audience.as_ref());
            self.maybe(it.text.as_ref());
        }
        for it in center::resource_persons(context, it) {
            self.names(
                [it.name, it.expertise, it.station, it.proof]
                    .into_iter()
                    .flatten(),
            );
        }
        for it in &it.knowledge {
            self.maybe(it.title.as_ref());
            self.maybe(it.text.as_ref());
        }
        self.answers(
            center::visit(context, it, Outlet::Search),
            ["audience", "fee"],
        );
        self.values(center::location(context, it, Outlet::Search));
        if let Some(chair) = center::chair(context, it) {
            self.names([chair.name, chair.position].into_iter().flatten());
        }
        self.contact(contact::of(context, it.coordinator.as_ref(), it));
        for it in &it.partners {
            self.maybe(Some(&it.name));
        }
        self.awards(&it.awards);
        if let Some(committee) = it
            .committee
            .as_ref()
            .and_then(|it| center::committee(context, it))
        {
            let seats = committee.bodies.into_iter().flat_map(|it| it.seats);
            self.names(seats.flat_map(|it| [it.name, it.position]).flatten());
        }
        for text in [&it.rules, &it.plan].into_iter().flatten() {
            if let TextOrDocument::Text(text) = text {
                self.inline(Some(text));
            }
        }
        self.story(&it.story);
        let title = context.text(&it.name);
        self.entry(EntryKind::Center, title, &it.name, it.example)
    }

    fn practice(mut self, id: PracticeId) -> IndexEntry {
        let context = self.context;
        let directory = context.parts.directory;
        let it = directory.practice(id);
        let at = directory.center(it.center);
        self.facts.push(context.text(&at.name).text);
        self.place(at);
        self.maybe(Some(&it.summary));
        self.names(it.topics.iter().map(|it| context.topic(*it).name));
        self.names(
            it.missions
                .iter()
                .map(|it| context.own(context.named(*it).name)),
        );
        self.answers(
            practice::facts(context, it, Outlet::Search),
            ["audience", "cost"],
        );
        for it in &it.results {
            self.maybe(Some(&it.label));
        }
        self.names(it.needs.iter().map(|it| context.text(it)));
        for it in &it.steps {
            self.maybe(it.title.as_ref());
            self.maybe(it.text.as_ref());
        }
        self.maybe(it.limits.as_ref());
        self.story(&it.story);
        self.awards(&it.awards);
        self.contact(contact::of(context, it.asked(at), at));
        let title = context.text(&it.title);
        self.entry(EntryKind::BestPractice, title, &it.title, it.example)
    }

    fn activity(mut self, id: ActivityId) -> IndexEntry {
        let context = self.context;
        let directory = context.parts.directory;
        let it = directory.activity(id);
        let at = directory.center(it.center);
        self.facts.push(context.days(it.date, it.end_date).text);
        self.facts.push(context.text(&at.name).text);
        self.place(at);
        self.maybe(it.summary.as_ref());
        self.values(activity::facts(context, it, Outlet::Search));
        self.names(it.topics.iter().map(|it| context.topic(*it).name));
        self.maybe(it.results.as_ref());
        self.story(&it.story);
        let title = context.text(&it.title);
        self.entry(EntryKind::Activity, title, &it.title, it.example)
    }

    fn page(mut self, id: PageId, places: &Places) -> IndexEntry {
        let context = self.context;
        let it = &context.parts.directory.pages[id.0];
        self.maybe(it.summary.as_ref());
        self.story(&it.story);
        places.named_in(&it.title.th, &mut self.other_names);
        for text in &self.texts {
            places.named_in(text, &mut self.other_names);
        }
        let title = context.text(&it.title);
        self.entry(EntryKind::Page, title, &it.title, false)
    }

    /// The same names in the other language are found too.
    fn named(&mut self, name: &Text) {
        let (shown, _) = name.in_lang(self.context.lang);
        let other = if self.context.lang == Lang::Th {
            name.en.as_deref()
        } else {
            Some(name.th.as_str())
        };
        self.other_names
            .extend(other.filter(|it| *it != shown).map(str::to_owned));
    }

    /// Where a centre is.
    fn place(&mut self, center: &Center) {
        let context = self.context;
        let areas = &context.parts.directory.areas;
        self.facts.push(context.area(center).text);
        let subdistrict = center.location.subdistrict.as_ref();
        let subdistrict = subdistrict.and_then(|it| areas.subdistricts.get(it));
        let district = areas.districts.get(&center.location.district);
        let names = [
            subdistrict.map(|it| ("place_subdistrict", &it.name)),
            district.map(|it| ("place_district", &it.name)),
            context.province_of(center).map(|it| ("place_province", it)),
        ];
        for (key, name) in names.into_iter().flatten() {
            // In full, too: `อ.เขื่องใน` is asked for as อำเภอเขื่องใน.
            self.other_names.push(context.placed(key, name));
            self.named(name);
        }
    }

    fn maybe(&mut self, text: Option<&Text>) {
        self.names(text.map(|it| self.context.text(it)));
    }

    /// Short texts, as one passage.
    fn names(&mut self, names: impl IntoIterator<Item = LocalizedText>) {
        let names: Vec<String> = names.into_iter().map(|it| it.text).collect();
        if !names.is_empty() {
            self.texts.push(names.join(" · "));
        }
    }

    fn values(&mut self, facts: Vec<Fact>) {
        for it in facts {
            self.names(it.values);
        }
    }

    /// Facts of which some are what a reader asks of a list item: for whom, for how much. They stand there where they are in its language.
    fn answers(&mut self, facts: Vec<Fact>, keys: [&str; 2]) {
        let is_asked =
            |it: &Fact| keys.contains(&it.key) && it.values.iter().all(|it| it.lang.is_none());
        let (asked, others): (Vec<_>, Vec<_>) = facts.into_iter().partition(is_asked);
        let asked = asked.into_iter().flat_map(|it| it.values);
        self.facts.extend(asked.map(|it| it.text));
        self.values(others);
    }

    fn contact(&mut self, contact: Option<Contact>) {
        let Some(it) = contact else { return };
        self.names([it.name, it.position].into_iter().flatten());
        let phones: Vec<String> = it.phones.into_iter().map(|it| it.text).collect();
        if !phones.is_empty() {
            self.texts.push(phones.join(" · "));
        }
    }

    fn awards(&mut self, awards: &[crate::model::center::Award]) {
        for it in center::awards(self.context, awards) {
            let year = it.year.map(|it| self.context.own(it));
            self.names([Some(it.title), year, it.by].into_iter().flatten());
        }
    }

    fn inline(&mut self, text: Option<&InlineText>) {
        if let Some(text) = text {
            let english = text.en.as_ref().filter(|_| self.context.lang == Lang::En);
            self.plain(&english.unwrap_or(&text.th).text);
        }
    }

    fn story(&mut self, story: &Story) {
        if let Some((markdown, _)) = story.in_lang(self.context.lang) {
            self.plain(&markdown.text);
        }
    }

    /// The words of Markdown, a passage for each of its paragraphs.
    fn plain(&mut self, text: &str) {
        for paragraph in markdown::passages(text) {
            self.texts.push(paragraph);
        }
    }

    fn entry(
        mut self,
        kind: EntryKind,
        title: LocalizedText,
        name: &Text,
        is_example: bool,
    ) -> IndexEntry {
        let mut other_titles = Vec::new();
        let named = self.other_names.len();
        self.named(name);
        other_titles.extend(self.other_names.drain(named..));
        let told = std::iter::once(&title.text)
            .chain(&self.facts)
            .chain(&self.texts);
        let mut names = std::mem::take(&mut self.other_names);
        names.extend(told.flat_map(|it| alias::of(it)));
        names.sort_unstable();
        names.dedup();
        IndexEntry {
            kind,
            address: self.address,
            title: title.text,
            lang: title.lang,
            facts: self.facts,
            texts: self.texts,
            other_titles,
            other_names: names,
            is_example,
        }
    }
}

/// English names by the Thai ones.
type Names<'a> = BTreeMap<&'a str, &'a str>;

fn names<'a>(of: impl Iterator<Item = &'a Text>) -> Names<'a> {
    of.filter_map(|it| Some((it.th.as_str(), it.en.as_deref()?)))
        .collect()
}

/// Areas of the register by their names, to find them where a page speaks of them.
struct Places<'a> {
    /// With what each kind of area is introduced, and its names in both languages.
    kinds: Vec<(&'static str, Names<'a>)>,
}

impl<'a> Places<'a> {
    /// Only Thai texts are looked through.
    fn new(parts: &Parts<'a>, lang: Lang) -> Self {
        let areas = &parts.directory.areas;
        let kinds = vec![
            ("จังหวัด", names(areas.provinces.values().map(|it| &it.name))),
            ("อำเภอ", names(areas.districts.values().map(|it| &it.name))),
            (
                "ตำบล",
                names(areas.subdistricts.values().map(|it| &it.name)),
            ),
        ];
        Self {
            kinds: if lang == Lang::Th { kinds } else { Vec::new() },
        }
    }

    /// The English names of areas that a text speaks of.
    fn named_in(&self, text: &str, found: &mut Vec<String>) {
        for (word, names) in &self.kinds {
            for (at, _) in text.match_indices(word) {
                let rest = &text[at + word.len()..];
                let ends = rest.char_indices().map(|(at, it)| at + it.len_utf8());
                let longest = ends
                    .take(40)
                    .filter_map(|end| names.get(&rest[..end]))
                    .last();
                found.extend(longest.map(|it| (*it).to_owned()));
            }
        }
    }
}
