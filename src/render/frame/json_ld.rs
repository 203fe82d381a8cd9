//! schema.org in each page: what search engines read.

use super::head::Thing;
use crate::html::json_in_script;
use crate::media_type;
use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::model::{BestPractice, Center, Lang, Photo, Text};
use crate::plan::{Route, Table, TableFormat};
use crate::render::context::Voice;
use crate::render::frame::head::Head;
use crate::render::frame::schema_org::{
    Article, BreadcrumbList, DataDownload, Dataset, EducationalOrganization, EntryPoint, Event,
    GeoCoordinates, GovernmentOrganization, Graph, HowTo, HowToStep, HowToSupply, Item, ListItem,
    MonetaryAmount, Node, Organization, Place, PostalAddress, Reference, SearchAction, WebPage,
    WebSite,
};
use crate::render::pieces::license;
use crate::render::pieces::search_box::query_template;
use crate::render::view::Link;
use crate::schema::person::PersonFacts;

/// The graph of a page, safe inside `<script>`.
pub(in crate::render) fn graph(
    voice: &Voice,
    head: &Head,
    url: &str,
    crumbs: &[(&Link, Route)],
) -> String {
    let mut items = match head.thing {
        Some(Thing::Site) => vec![Item::WebSite(web_site(voice, url))],
        Some(Thing::Center(id)) => vec![Item::EducationalOrganization(center(voice, id, url))],
        Some(Thing::Practice(id)) => practice(voice, id, url),
        Some(Thing::Activity(id)) => vec![Item::Event(activity(voice, id, url))],
        Some(Thing::Data) => vec![Item::Dataset(data_set(voice, head, url))],
        Some(Thing::List) => vec![Item::CollectionPage(page(voice, head, url))],
        None => vec![Item::WebPage(page(voice, head, url))],
    };
    if !crumbs.is_empty() {
        items.push(Item::BreadcrumbList(breadcrumbs(voice, head, url, crumbs)));
    }
    let node = |item| Node {
        id: match item {
            Item::WebSite(_) => Some(site_id(voice)),
            Item::EducationalOrganization(_) => Some(format!("{url}#center")),
            _ => None,
        },
        item,
    };
    json_in_script(&Graph {
        context: "https://schema.org",
        nodes: items.into_iter().map(node).collect(),
    })
}

fn breadcrumbs<'a>(
    voice: &Voice,
    head: &'a Head,
    url: &str,
    crumbs: &[(&'a Link, Route)],
) -> BreadcrumbList<'a> {
    let above = crumbs
        .iter()
        .map(|(link, route)| (link.name.text.as_str(), voice.absolute(*route)));
    let own = (head.heading.text.as_str(), url.to_owned());
    let all = above.chain([own]).zip(1..);
    BreadcrumbList {
        item_list_element: all
            .map(|((name, item), position)| ListItem {
                item,
                name,
                position,
            })
            .collect(),
    }
}

fn page<'a>(voice: &Voice, head: &'a Head, url: &'a str) -> WebPage<'a> {
    WebPage {
        description: &head.description,
        in_language: voice.lang.tag(),
        is_part_of: Reference { id: site_id(voice) },
        name: &head.heading.text,
        url,
    }
}

fn site_id(voice: &Voice) -> String {
    format!("{}#site", voice.absolute(Route::Home))
}

fn web_site<'a>(voice: &Voice<'a>, url: &'a str) -> WebSite<'a> {
    let site = &voice.parts.directory.site;
    WebSite {
        description: maybe(voice, site.description.as_ref()),
        in_language: voice.lang.tag(),
        license: license(voice),
        name: text(voice, &site.title),
        potential_action: site.output.search.then(|| search_action(voice)),
        publisher: publisher(voice),
        url,
    }
}

fn search_action(voice: &Voice) -> SearchAction {
    SearchAction {
        query_input: "required name=search_term_string",
        target: EntryPoint {
            url_template: query_template(voice, "{search_term_string}"),
        },
    }
}

fn publisher<'a>(voice: &Voice<'a>) -> Option<GovernmentOrganization<'a>> {
    let it = &voice.parts.directory.site.organization;
    Some(GovernmentOrganization {
        address: maybe(voice, it.address.as_ref()),
        email: it.email.as_ref().map(|it| it.as_str()),
        name: text(voice, it.name.as_ref()?),
        telephone: it.phone.first().map(|it| telephone(&it.link)),
        url: it.url.as_ref().map(|it| it.as_str()),
    })
}

fn license(voice: &Voice) -> Option<String> {
    let name = voice.parts.directory.site.license.as_deref()?;
    Some(
        license::license(name)
            .href
            .unwrap_or_else(|| name.to_owned()),
    )
}

fn center<'a>(voice: &Voice<'a>, id: CenterId, url: &'a str) -> EducationalOrganization<'a> {
    let parts = voice.parts;
    let it = parts.directory.center(id);
    let person = it.coordinator.as_ref();
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    EducationalOrganization {
        address: address(voice, it),
        alternate_name: other_name(voice, &it.name),
        award: names(voice, it.awards.iter().map(|it| &it.title)),
        description: maybe(voice, it.summary.as_ref()),
        founding_date: it.opened.map(|it| it.to_string()),
        geo: it.location.point.map(|it| GeoCoordinates {
            latitude: it.latitude,
            longitude: it.longitude,
        }),
        image: photo(voice, it.cover.as_ref()),
        knows_about: names(voice, topics),
        name: text(voice, &it.name),
        same_as: it
            .links
            .all()
            .iter()
            .map(|(_, url)| url.to_string())
            .collect(),
        telephone: person.and_then(PersonFacts::first_phone).map(telephone),
        url,
    }
}

fn address<'a>(voice: &Voice<'a>, center: &'a Center) -> PostalAddress<'a> {
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
    PostalAddress {
        address_country: "TH",
        address_locality: (!locality.is_empty()).then(|| locality.join(", ")),
        address_region: maybe(voice, voice.province_of(center)),
        postal_code: center.location.postal_code.as_deref(),
        street_address: maybe(voice, center.location.place.as_ref()),
    }
}

fn practice<'a>(voice: &Voice<'a>, id: PracticeId, url: &'a str) -> Vec<Item<'a>> {
    let parts = voice.parts;
    let it = parts.directory.practice(id);
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    let source = it.adapted_from;
    let mut all = vec![Item::Article(Article {
        about: names(voice, topics),
        author: organization(voice, it.center),
        date_published: it.date.to_string(),
        description: text(voice, &it.summary),
        headline: text(voice, &it.title),
        image: photo(voice, it.cover.as_ref()),
        in_language: voice.lang.tag(),
        is_based_on: source.map(|it| voice.absolute(Route::BestPractice(it))),
        license: license(voice),
        publisher: publisher(voice),
        url,
    })];
    if !it.steps.is_empty() {
        all.push(Item::HowTo(how_to(voice, it)));
    }
    all
}

fn how_to<'a>(voice: &Voice<'a>, it: &'a BestPractice) -> HowTo<'a> {
    let steps = it.steps.iter().zip(1..);
    HowTo {
        estimated_cost: it.cost_baht.map(|it| MonetaryAmount {
            currency: "THB",
            value: it.into(),
        }),
        in_language: voice.lang.tag(),
        name: text(voice, &it.title),
        step: steps
            .map(|(step, position)| HowToStep {
                name: maybe(voice, step.title.as_ref()),
                position,
                text: maybe(voice, step.text.as_ref().or(step.title.as_ref())),
            })
            .collect(),
        supply: names(voice, it.needs.iter())
            .into_iter()
            .map(|name| HowToSupply { name })
            .collect(),
    }
}

fn organization<'a>(voice: &Voice<'a>, id: CenterId) -> Organization<'a> {
    Organization {
        name: text(voice, &voice.parts.directory.center(id).name),
        url: voice.absolute(Route::Center(id)),
    }
}

fn activity<'a>(voice: &Voice<'a>, id: ActivityId, url: &'a str) -> Event<'a> {
    let parts = voice.parts;
    let it = parts.directory.activity(id);
    let center = parts.directory.center(it.center);
    let place = it
        .place
        .as_ref()
        .or(center.location.place.as_ref())
        .unwrap_or(&center.name);
    Event {
        description: maybe(voice, it.summary.as_ref()),
        end_date: it.last_day().to_string(),
        attendance_mode: "https://schema.org/OfflineEventAttendanceMode",
        status: "https://schema.org/EventScheduled",
        image: photo(voice, it.cover.as_ref()),
        location: Place {
            address: address(voice, center),
            name: text(voice, place),
        },
        name: text(voice, &it.title),
        organizer: organization(voice, it.center),
        start_date: it.date.to_string(),
        url,
    }
}

fn data_set<'a>(voice: &Voice<'a>, head: &'a Head, url: &'a str) -> Dataset<'a> {
    let parts = voice.parts;
    let files = Table::ALL
        .into_iter()
        .flat_map(|(name, table)| table.forms().iter().map(move |form| (name, *form)))
        .filter(|(_, form)| *form != TableFormat::Schema);
    Dataset {
        creator: publisher(voice),
        description: &head.description,
        distribution: files
            .map(|(name, form)| {
                let address = format!("data/{name}.{}", form.extension());
                DataDownload {
                    content_url: parts.shared.absolute(&address),
                    encoding_format: media_type::of(&address),
                }
            })
            .collect(),
        in_language: voice.lang.tag(),
        is_accessible_for_free: true,
        license: license(voice),
        name: text(voice, &parts.directory.site.title),
        url,
    }
}

fn text<'a>(voice: &Voice, text: &'a Text) -> &'a str {
    text.in_lang(voice.lang).0
}

fn maybe<'a>(voice: &Voice, written: Option<&'a Text>) -> Option<&'a str> {
    written.map(|it| text(voice, it))
}

fn other_name<'a>(voice: &Voice, name: &'a Text) -> Option<&'a str> {
    match voice.lang {
        Lang::Th => name.en.as_deref(),
        Lang::En => name.en.as_ref().map(|_| name.th.as_str()),
    }
}

fn names<'a>(voice: &Voice, all: impl Iterator<Item = &'a Text>) -> Vec<&'a str> {
    all.map(|it| text(voice, it)).collect()
}

fn photo(voice: &Voice, photo: Option<&Photo>) -> Option<String> {
    let made = voice.parts.photos.get(&photo?.file)?;
    Some(voice.parts.shared.absolute(&made.fallback().address()))
}

/// `tel:+6645344628;ext=12` → `+6645344628`
fn telephone(link: &str) -> &str {
    let number = link.strip_prefix("tel:").unwrap_or(link);
    number.split(';').next().unwrap_or(number)
}
