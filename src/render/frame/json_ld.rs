//! schema.org in each page: what search engines read.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::html::json_in_script;
use crate::media_type;
use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::model::person::PublicPerson;
use crate::model::{BestPractice, Center, Lang, Photo, Text};
use crate::plan::{Form, Table, What};
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::site;
use crate::render::host::open_search;
use crate::render::view::Link;

/// What a page is about.
#[derive(Clone, Copy)]
pub(in crate::render) enum Thing {
    /// The site itself.
    Site,
    /// A centre.
    Center(CenterId),
    /// A best practice.
    Practice(PracticeId),
    /// An activity.
    Activity(ActivityId),
    /// A list.
    List,
    /// The open data.
    Data,
}

/// A value of the graph. It borrows what it says, and leaves out of an object whatever is [`Ld::Nothing`].
enum Ld<'a> {
    Nothing,
    Truth(bool),
    Count(usize),
    Number(f64),
    Words(Cow<'a, str>),
    List(Vec<Ld<'a>>),
    /// By key, in order of the alphabet.
    Object(Vec<(&'static str, Ld<'a>)>),
}

fn object<'a, const N: usize>(mut fields: [(&'static str, Ld<'a>); N]) -> Ld<'a> {
    fields.sort_unstable_by_key(|it| it.0);
    let is_said = |it: &(_, Ld)| !matches!(it.1, Ld::Nothing);
    Ld::Object(fields.into_iter().filter(is_said).collect())
}

impl Serialize for Ld<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::Truth(it) => serializer.serialize_bool(*it),
            Self::Count(it) => serializer.serialize_u64(*it as u64),
            Self::Number(it) => serializer.serialize_f64(*it),
            Self::Words(it) => serializer.serialize_str(it),
            Self::List(it) => serializer.collect_seq(it),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'a> From<&'a str> for Ld<'a> {
    fn from(it: &'a str) -> Self {
        Self::Words(Cow::Borrowed(it))
    }
}

impl From<String> for Ld<'_> {
    fn from(it: String) -> Self {
        Self::Words(Cow::Owned(it))
    }
}

impl<'a, T: Into<Ld<'a>>> From<Option<T>> for Ld<'a> {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Nothing, Into::into)
    }
}

/// The graph of a page, safe inside `<script>`.
pub(in crate::render) fn graph(
    voice: &Voice,
    head: &Head,
    url: &str,
    crumbs: &[(&Link, What)],
) -> String {
    let mut graph = match head.thing {
        Some(Thing::Site) => vec![web_site(voice, url)],
        Some(Thing::Center(id)) => vec![center(voice, id, url)],
        Some(Thing::Practice(id)) => practice(voice, id, url),
        Some(Thing::Activity(id)) => vec![activity(voice, id, url)],
        Some(Thing::Data) => vec![data_set(voice, head, url)],
        Some(Thing::List) => vec![page("CollectionPage", voice, head, url)],
        None => vec![page("WebPage", voice, head, url)],
    };
    if !crumbs.is_empty() {
        graph.push(breadcrumbs(voice, head, url, crumbs));
    }
    json_in_script(&object([
        ("@context", "https://schema.org".into()),
        ("@graph", Ld::List(graph)),
    ]))
}

fn breadcrumbs<'a>(
    voice: &Voice,
    head: &'a Head,
    url: &'a str,
    crumbs: &[(&'a Link, What)],
) -> Ld<'a> {
    let item = |at: usize, name: &'a str, url: Ld<'a>| {
        object([
            ("@type", "ListItem".into()),
            ("item", url),
            ("name", name.into()),
            ("position", Ld::Count(at)),
        ])
    };
    let mut items: Vec<Ld> = crumbs
        .iter()
        .enumerate()
        .map(|(at, (link, what))| item(at + 1, &link.name.text, voice.absolute(*what).into()))
        .collect();
    items.push(item(items.len() + 1, &head.heading.text, url.into()));
    object([
        ("@type", "BreadcrumbList".into()),
        ("itemListElement", Ld::List(items)),
    ])
}

fn page<'a>(kind: &'static str, voice: &Voice, head: &'a Head, url: &'a str) -> Ld<'a> {
    object([
        ("@type", kind.into()),
        ("description", not_empty(&head.description).into()),
        ("inLanguage", voice.lang.tag().into()),
        ("isPartOf", object([("@id", site_id(voice).into())])),
        ("name", head.heading.text.as_str().into()),
        ("url", url.into()),
    ])
}

fn site_id(voice: &Voice) -> String {
    format!("{}#site", voice.absolute(What::Home))
}

fn web_site<'a>(voice: &Voice<'a>, url: &'a str) -> Ld<'a> {
    let site = &voice.parts.directory.site;
    object([
        ("@id", site_id(voice).into()),
        ("@type", "WebSite".into()),
        ("description", maybe(voice, site.description.as_ref())),
        ("inLanguage", voice.lang.tag().into()),
        ("license", license(voice).into()),
        ("name", text(voice, &site.title).into()),
        ("potentialAction", search_action(voice)),
        ("publisher", publisher(voice)),
        ("url", url.into()),
    ])
}

fn search_action<'a>(voice: &Voice<'a>) -> Ld<'a> {
    if !voice.parts.directory.site.output.search {
        return Ld::Nothing;
    }
    let target = open_search::query_template(voice, "{search_term_string}");
    let entry = object([
        ("@type", "EntryPoint".into()),
        ("urlTemplate", target.into()),
    ]);
    object([
        ("@type", "SearchAction".into()),
        ("query-input", "required name=search_term_string".into()),
        ("target", entry),
    ])
}

fn publisher<'a>(voice: &Voice<'a>) -> Ld<'a> {
    let it = &voice.parts.directory.site.organization;
    let Some(name) = &it.name else {
        return Ld::Nothing;
    };
    object([
        ("@type", "GovernmentOrganization".into()),
        ("address", maybe(voice, it.address.as_ref())),
        ("email", it.email.as_deref().into()),
        ("name", text(voice, name).into()),
        (
            "telephone",
            it.phones.first().map(|it| telephone(&it.link)).into(),
        ),
        ("url", it.url.as_deref().into()),
    ])
}

fn license(voice: &Voice) -> Option<String> {
    let name = voice.parts.directory.site.license.as_deref()?;
    Some(site::license(name).href.unwrap_or_else(|| name.to_owned()))
}

fn center<'a>(voice: &Voice<'a>, id: CenterId, url: &'a str) -> Ld<'a> {
    let parts = voice.parts;
    let it = parts.directory.center(id);
    let person = it
        .coordinator
        .as_ref()
        .and_then(|it| it.published(parts.directory.today));
    let geo = it.location.point.map(|it| {
        object([
            ("@type", "GeoCoordinates".into()),
            ("latitude", Ld::Number(it.latitude)),
            ("longitude", Ld::Number(it.longitude)),
        ])
    });
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    let links = it.links.all();
    let links = links.iter().map(|(_, url)| url.to_string().into());
    object([
        ("@id", format!("{url}#center").into()),
        ("@type", "EducationalOrganization".into()),
        ("address", address(voice, it)),
        ("alternateName", other_name(voice, &it.name).into()),
        ("award", names(voice, it.awards.iter().map(|it| &it.title))),
        ("description", maybe(voice, it.summary.as_ref())),
        ("foundingDate", it.opened.map(|it| it.to_string()).into()),
        ("geo", geo.unwrap_or(Ld::Nothing)),
        ("image", photo(voice, it.cover.as_ref()).into()),
        ("knowsAbout", names(voice, topics)),
        ("name", text(voice, &it.name).into()),
        ("sameAs", some(links.collect())),
        (
            "telephone",
            person
                .and_then(PublicPerson::first_phone)
                .map(telephone)
                .into(),
        ),
        ("url", url.into()),
    ])
}

fn address<'a>(voice: &Voice<'a>, center: &'a Center) -> Ld<'a> {
    let areas = &voice.parts.directory.areas;
    let district = areas.districts.get(&center.location.district);
    let code = center.location.subdistrict.as_ref();
    let subdistrict = code.and_then(|it| areas.subdistricts.get(it));
    let names = [subdistrict.map(|it| &it.name), district.map(|it| &it.name)];
    let mut locality: Vec<&str> = names
        .into_iter()
        .flatten()
        .map(|it| text(voice, it))
        .collect();
    locality.dedup(); // a district and its subdistrict may share a name
    let locality = (!locality.is_empty()).then(|| locality.join(", "));
    let province = voice.province_of(center);
    let province = province.map(|it| text(voice, it).to_owned());
    object([
        ("@type", "PostalAddress".into()),
        ("addressCountry", "TH".into()),
        ("addressLocality", locality.into()),
        ("addressRegion", province.into()),
        ("postalCode", center.location.postal_code.as_deref().into()),
        (
            "streetAddress",
            maybe(voice, center.location.place.as_ref()),
        ),
    ])
}

fn practice<'a>(voice: &Voice<'a>, id: PracticeId, url: &'a str) -> Vec<Ld<'a>> {
    let parts = voice.parts;
    let it = parts.directory.practice(id);
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    let source = it
        .adapted_from
        .map(|it| voice.absolute(What::BestPractice(it)));
    let mut all = vec![object([
        ("@type", "Article".into()),
        ("about", names(voice, topics)),
        ("author", organization(voice, it.center)),
        ("datePublished", it.date.to_string().into()),
        ("description", text(voice, &it.summary).into()),
        ("headline", text(voice, &it.title).into()),
        ("image", photo(voice, it.cover.as_ref()).into()),
        ("inLanguage", voice.lang.tag().into()),
        ("isBasedOn", source.into()),
        ("license", license(voice).into()),
        ("publisher", publisher(voice)),
        ("url", url.into()),
    ])];
    if !it.steps.is_empty() {
        all.push(how_to(voice, it));
    }
    all
}

fn how_to<'a>(voice: &Voice<'a>, it: &'a BestPractice) -> Ld<'a> {
    let steps = it.steps.iter().enumerate().map(|(at, step)| {
        let words = step.text.as_ref().or(step.title.as_ref());
        object([
            ("@type", "HowToStep".into()),
            ("name", maybe(voice, step.title.as_ref())),
            ("position", Ld::Count(at + 1)),
            ("text", maybe(voice, words)),
        ])
    });
    let supplies = it.needs.iter().map(|it| {
        object([
            ("@type", "HowToSupply".into()),
            ("name", text(voice, it).into()),
        ])
    });
    let cost = it.cost_baht.map(|it| {
        object([
            ("@type", "MonetaryAmount".into()),
            ("currency", "THB".into()),
            ("value", Ld::Count(it as usize)),
        ])
    });
    object([
        ("@type", "HowTo".into()),
        ("estimatedCost", cost.unwrap_or(Ld::Nothing)),
        ("inLanguage", voice.lang.tag().into()),
        ("name", text(voice, &it.title).into()),
        ("step", Ld::List(steps.collect())),
        ("supply", some(supplies.collect())),
    ])
}

fn organization<'a>(voice: &Voice<'a>, id: CenterId) -> Ld<'a> {
    object([
        ("@type", "Organization".into()),
        (
            "name",
            text(voice, &voice.parts.directory.center(id).name).into(),
        ),
        ("url", voice.absolute(What::Center(id)).into()),
    ])
}

fn activity<'a>(voice: &Voice<'a>, id: ActivityId, url: &'a str) -> Ld<'a> {
    let parts = voice.parts;
    let it = parts.directory.activity(id);
    let center = parts.directory.center(it.center);
    let place = it
        .place
        .as_ref()
        .or(center.location.place.as_ref())
        .unwrap_or(&center.name);
    let place = object([
        ("@type", "Place".into()),
        ("address", address(voice, center)),
        ("name", text(voice, place).into()),
    ]);
    let attendance = "https://schema.org/OfflineEventAttendanceMode";
    object([
        ("@type", "Event".into()),
        ("description", maybe(voice, it.summary.as_ref())),
        ("endDate", it.last_day().to_string().into()),
        ("eventAttendanceMode", attendance.into()),
        ("eventStatus", "https://schema.org/EventScheduled".into()),
        ("image", photo(voice, it.cover.as_ref()).into()),
        ("location", place),
        ("name", text(voice, &it.title).into()),
        ("organizer", organization(voice, it.center)),
        ("startDate", it.date.to_string().into()),
        ("url", url.into()),
    ])
}

fn data_set<'a>(voice: &Voice<'a>, head: &'a Head, url: &'a str) -> Ld<'a> {
    let parts = voice.parts;
    let files = Table::ALL
        .into_iter()
        .flat_map(|(name, table)| table.forms().iter().map(move |form| (name, *form)))
        .filter(|(_, form)| *form != Form::Schema)
        .map(|(name, form)| {
            let address = format!("data/{name}.{}", form.extension());
            object([
                ("@type", "DataDownload".into()),
                ("contentUrl", parts.shared.absolute(&address).into()),
                ("encodingFormat", media_type::of(&address).into()),
            ])
        });
    object([
        ("@type", "Dataset".into()),
        ("creator", publisher(voice)),
        ("description", head.description.as_str().into()),
        ("distribution", Ld::List(files.collect())),
        ("inLanguage", voice.lang.tag().into()),
        ("isAccessibleForFree", Ld::Truth(true)),
        ("license", license(voice).into()),
        ("name", text(voice, &parts.directory.site.title).into()),
        ("url", url.into()),
    ])
}

fn text<'a>(voice: &Voice, text: &'a Text) -> &'a str {
    text.in_lang(voice.lang).0
}

fn maybe<'a>(voice: &Voice, written: Option<&'a Text>) -> Ld<'a> {
    written.map(|it| text(voice, it)).into()
}

fn other_name<'a>(voice: &Voice, name: &'a Text) -> Option<&'a str> {
    match voice.lang {
        Lang::Th => name.en.as_deref(),
        Lang::En => name.en.as_ref().map(|_| name.th.as_str()),
    }
}

fn names<'a>(voice: &Voice, all: impl Iterator<Item = &'a Text>) -> Ld<'a> {
    some(all.map(|it| text(voice, it).into()).collect())
}

fn some(all: Vec<Ld>) -> Ld {
    if all.is_empty() {
        Ld::Nothing
    } else {
        Ld::List(all)
    }
}

fn photo(voice: &Voice, photo: Option<&Photo>) -> Option<String> {
    let made = voice.parts.photos.get(&photo?.file)?;
    Some(voice.parts.shared.absolute(&made.fallback().address()))
}

/// `tel:+6645344628;ext=12` → `+6645344628`
fn telephone(link: &str) -> String {
    let number = link.strip_prefix("tel:").unwrap_or(link);
    number.split(';').next().unwrap_or(number).to_owned()
}

fn not_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
