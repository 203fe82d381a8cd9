//! schema.org in each page: what search engines read.

use serde_json::{Value, json};

use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::model::person::PublicPerson;
use crate::model::{Center, Lang, Text};
use crate::plan::{Form, Table, What};
use crate::render::head::Head;
use crate::render::html::json_in_script;
use crate::render::search_page;
use crate::render::site;
use crate::render::view::Link;
use crate::render::voice::Voice;

/// What a page is about.
#[derive(Clone, Copy)]
pub(super) enum Thing {
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

/// The graph of a page, safe inside `<script>`.
pub(super) fn graph(voice: &Voice, head: &Head, url: &str, crumbs: &[(&Link, What)]) -> String {
    let about = match head.thing {
        Some(Thing::Site) => web_site(voice, url),
        Some(Thing::Center(id)) => vec![center(voice, id, url)],
        Some(Thing::Practice(id)) => practice(voice, id, url),
        Some(Thing::Activity(id)) => vec![activity(voice, id, url)],
        Some(Thing::Data) => vec![data_set(voice, head, url)],
        Some(Thing::List) => vec![page("CollectionPage", voice, head, url)],
        None => vec![page("WebPage", voice, head, url)],
    };
    let mut graph: Vec<Value> = about.into_iter().map(without_nulls).collect();
    if !crumbs.is_empty() {
        graph.push(breadcrumbs(voice, head, url, crumbs));
    }
    json_in_script(&json!({"@context": "https://schema.org", "@graph": graph}))
}

fn breadcrumbs(voice: &Voice, head: &Head, url: &str, crumbs: &[(&Link, What)]) -> Value {
    let mut items: Vec<Value> = crumbs
        .iter()
        .enumerate()
        .map(|(at, (link, what))| {
            json!({"@type": "ListItem", "position": at + 1, "name": link.name.text, "item": voice.absolute(*what)})
        })
        .collect();
    items.push(json!({"@type": "ListItem", "position": items.len() + 1, "name": head.heading.text, "item": url}));
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

fn page(kind: &str, voice: &Voice, head: &Head, url: &str) -> Value {
    json!({
        "@type": kind,
        "url": url,
        "name": head.heading.text,
        "description": not_empty(&head.description),
        "inLanguage": voice.lang.tag(),
        "isPartOf": {"@id": site_id(voice)},
    })
}

fn site_id(voice: &Voice) -> String {
    format!("{}#site", voice.absolute(What::Home))
}

fn web_site(voice: &Voice, url: &str) -> Vec<Value> {
    let site = &voice.parts.directory.site;
    vec![json!({
        "@type": "WebSite",
        "@id": site_id(voice),
        "url": url,
        "name": text(voice, &site.title),
        "description": site.description.as_ref().map(|it| text(voice, it)),
        "inLanguage": voice.lang.tag(),
        "license": license(voice),
        "publisher": publisher(voice),
        "potentialAction": search_action(voice),
    })]
}

fn search_action(voice: &Voice) -> Option<Value> {
    let has_search = voice.parts.directory.site.output.search;
    has_search.then(|| {
        let target = search_page::query_template(voice, "{search_term_string}");
        json!({
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        })
    })
}

fn publisher(voice: &Voice) -> Value {
    let it = &voice.parts.directory.site.organization;
    let Some(name) = &it.name else {
        return Value::Null;
    };
    without_nulls(json!({
        "@type": "GovernmentOrganization",
        "name": text(voice, name),
        "url": it.url,
        "telephone": it.phones.first().map(|it| telephone(&it.link)),
        "email": it.email,
        "address": it.address.as_ref().map(|it| text(voice, it)),
    }))
}

fn license(voice: &Voice) -> Option<String> {
    let name = voice.parts.directory.site.license.as_deref()?;
    Some(site::license(name).href.unwrap_or_else(|| name.to_owned()))
}

fn center(voice: &Voice, id: CenterId, url: &str) -> Value {
    let parts = voice.parts;
    let it = parts.directory.center(id);
    let person = it
        .coordinator
        .as_ref()
        .and_then(|it| it.published(parts.directory.today));
    let location = &it.location;
    json!({
        "@type": "EducationalOrganization",
        "@id": format!("{url}#center"),
        "url": url,
        "name": text(voice, &it.name),
        "alternateName": other_name(voice, &it.name),
        "description": it.summary.as_ref().map(|it| text(voice, it)),
        "foundingDate": it.opened.map(|it| it.to_string()),
        "image": it.cover.as_ref().and_then(|it| photo(voice, it)),
        "telephone": person.and_then(PublicPerson::first_phone).map(telephone),
        "address": address(voice, it),
        "geo": location.point.map(|it| json!({"@type": "GeoCoordinates", "latitude": it.latitude, "longitude": it.longitude})),
        "knowsAbout": names(voice, it.topics.iter().map(|it| &parts.directory.site.topics[it.0].name)),
        "award": names(voice, it.awards.iter().map(|it| &it.title)),
        "sameAs": some(it.links.all().iter().map(|(_, url)| json!(url)).collect()),
    })
}

fn address(voice: &Voice, center: &Center) -> Value {
    let areas = &voice.parts.directory.areas;
    let district = areas.districts.get(&center.location.district);
    let code = center.location.subdistrict.as_ref();
    let subdistrict = code.and_then(|it| areas.subdistricts.get(it));
    without_nulls(json!({
        "@type": "PostalAddress",
        "streetAddress": center.location.place.as_ref().map(|it| text(voice, it)),
        "addressLocality": subdistrict.map(|it| text(voice, &it.name))
            .into_iter()
            .chain(district.map(|it| text(voice, &it.name)))
            .reduce(|a, b| format!("{a}, {b}")),
        "addressRegion": voice.province_of(center).map(|it| text(voice, it)),
        "postalCode": center.location.postal_code,
        "addressCountry": "TH",
    }))
}

fn practice(voice: &Voice, id: PracticeId, url: &str) -> Vec<Value> {
    let parts = voice.parts;
    let it = parts.directory.practice(id);
    let center = parts.directory.center(it.center);
    let mut all = vec![json!({
        "@type": "Article",
        "url": url,
        "headline": text(voice, &it.title),
        "description": text(voice, &it.summary),
        "datePublished": it.date.to_string(),
        "inLanguage": voice.lang.tag(),
        "image": it.cover.as_ref().and_then(|it| photo(voice, it)),
        "author": {"@type": "Organization", "name": text(voice, &center.name), "url": voice.absolute(What::Center(it.center))},
        "publisher": publisher(voice),
        "license": license(voice),
        "about": names(voice, it.topics.iter().map(|it| &parts.directory.site.topics[it.0].name)),
        "isBasedOn": it.adapted_from.map(|it| voice.absolute(What::BestPractice(it))),
    })];
    if !it.steps.is_empty() {
        let steps: Vec<Value> = it
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| {
                without_nulls(json!({
                    "@type": "HowToStep",
                    "position": at + 1,
                    "name": step.title.as_ref().map(|it| text(voice, it)),
                    "text": step.text.as_ref().or(step.title.as_ref()).map(|it| text(voice, it)),
                }))
            })
            .collect();
        all.push(json!({
            "@type": "HowTo",
            "name": text(voice, &it.title),
            "inLanguage": voice.lang.tag(),
            "step": steps,
            "supply": some(it.needs.iter().map(|it| json!({"@type": "HowToSupply", "name": text(voice, it)})).collect()),
            "estimatedCost": it.cost_baht.map(|it| json!({"@type": "MonetaryAmount", "currency": "THB", "value": it})),
        }));
    }
    all
}

fn activity(voice: &Voice, id: ActivityId, url: &str) -> Value {
    let parts = voice.parts;
    let it = parts.directory.activity(id);
    let center = parts.directory.center(it.center);
    let place = it
        .place
        .as_ref()
        .or(center.location.place.as_ref())
        .unwrap_or(&center.name);
    json!({
        "@type": "Event",
        "url": url,
        "name": text(voice, &it.title),
        "description": it.summary.as_ref().map(|it| text(voice, it)),
        "startDate": it.date.to_string(),
        "endDate": it.last_day().to_string(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "image": it.cover.as_ref().and_then(|it| photo(voice, it)),
        "location": {"@type": "Place", "name": text(voice, place), "address": address(voice, center)},
        "organizer": {"@type": "Organization", "name": text(voice, &center.name), "url": voice.absolute(What::Center(it.center))},
    })
}

fn data_set(voice: &Voice, head: &Head, url: &str) -> Value {
    let parts = voice.parts;
    let files: Vec<Value> = Table::ALL
        .into_iter()
        .flat_map(|(name, table)| table.forms().iter().map(move |form| (name, *form)))
        .filter(|(_, form)| *form != Form::Schema)
        .map(|(name, form)| {
            let address = format!("data/{name}.{}", form.extension());
            json!({
                "@type": "DataDownload",
                "encodingFormat": form.media_type(),
                "contentUrl": parts.shared.absolute(&address),
            })
        })
        .collect();
    json!({
        "@type": "Dataset",
        "url": url,
        "name": text(voice, &parts.directory.site.title),
        "description": head.description,
        "inLanguage": voice.lang.tag(),
        "license": license(voice),
        "creator": publisher(voice),
        "isAccessibleForFree": true,
        "distribution": files,
    })
}

fn text(voice: &Voice, text: &Text) -> String {
    text.in_lang(voice.lang).0.to_owned()
}

fn other_name(voice: &Voice, name: &Text) -> Option<String> {
    match voice.lang {
        Lang::Th => name.en.clone(),
        Lang::En => name.en.as_ref().map(|_| name.th.clone()),
    }
}

fn names<'a>(voice: &Voice, all: impl Iterator<Item = &'a Text>) -> Value {
    some(all.map(|it| json!(text(voice, it))).collect())
}

fn some(all: Vec<Value>) -> Value {
    if all.is_empty() {
        Value::Null
    } else {
        Value::Array(all)
    }
}

fn photo(voice: &Voice, photo: &crate::model::Photo) -> Option<String> {
    let made = voice.parts.photos.get(&photo.file)?;
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

fn without_nulls(mut value: Value) -> Value {
    if let Value::Object(map) = &mut value {
        map.retain(|_, it| !it.is_null());
    }
    value
}
