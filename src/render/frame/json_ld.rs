//! schema.org in each page: what search engines read.

use super::head::Thing;
use crate::html::json_in_script;
use crate::media_type;
use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::model::{BestPractice, Center, Lang, Photo, Text};
use crate::plan::{Route, Table, TableFormat};
use crate::render::context::PageContext;
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
    context: &PageContext,
    head: &Head,
    url: &str,
    crumbs: &[(&Link, Route)],
) -> String {
    let mut items = match head.thing {
        Some(Thing::Site) => vec![Item::WebSite(web_site(context, url))],
        Some(Thing::Center(id)) => vec![Item::EducationalOrganization(center(context, id, url))],
        Some(Thing::Practice(id)) => practice(context, id, url),
        Some(Thing::Activity(id)) => vec![Item::Event(activity(context, id, url))],
        Some(Thing::Data) => vec![Item::Dataset(data_set(context, head, url))],
        Some(Thing::List) => vec![Item::CollectionPage(page(context, head, url))],
        None => vec![Item::WebPage(page(context, head, url))],
    };
    if !crumbs.is_empty() {
        items.push(Item::BreadcrumbList(breadcrumbs(
            context, head, url, crumbs,
        )));
    }
    let node = |item| Node {
        id: match item {
            Item::WebSite(_) => Some(site_id(context)),
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
    context: &PageContext,
    head: &'a Head,
    url: &str,
    crumbs: &[(&'a Link, Route)],
) -> BreadcrumbList<'a> {
    let above = crumbs
        .iter()
        .map(|(link, route)| (link.name.text.as_str(), context.absolute(*route)));
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

fn page<'a>(context: &PageContext, head: &'a Head, url: &'a str) -> WebPage<'a> {
    WebPage {
        description: &head.description,
        in_language: context.lang.tag(),
        is_part_of: Reference {
            id: site_id(context),
        },
        name: &head.heading.text,
        url,
    }
}

fn site_id(context: &PageContext) -> String {
    format!("{}#site", context.absolute(Route::Home))
}

fn web_site<'a>(context: &PageContext<'a>, url: &'a str) -> WebSite<'a> {
    let site = &context.parts.directory.site;
    WebSite {
        description: maybe(context, site.description.as_ref()),
        in_language: context.lang.tag(),
        license: license(context),
        name: text(context, &site.title),
        potential_action: site.output.search.then(|| search_action(context)),
        publisher: publisher(context),
        url,
    }
}

fn search_action(context: &PageContext) -> SearchAction {
    SearchAction {
        query_input: "required name=search_term_string",
        target: EntryPoint {
            url_template: query_template(context, "{search_term_string}"),
        },
    }
}

fn publisher<'a>(context: &PageContext<'a>) -> Option<GovernmentOrganization<'a>> {
    let site = &context.parts.directory.site;
    let it = &site.organization;
    Some(GovernmentOrganization {
        address: maybe(context, it.address.as_ref()),
        email: it.email.as_ref().map(|it| it.as_str()),
        name: text(context, site.publisher()?),
        telephone: it.phone.first().map(|it| telephone(&it.link)),
        url: it.url.as_ref().map(|it| it.as_str()),
    })
}

fn license(context: &PageContext) -> Option<String> {
    let name = context.parts.directory.site.license.as_deref()?;
    Some(
        license::license(name)
            .href
            .unwrap_or_else(|| name.to_owned()),
    )
}

fn center<'a>(
    context: &PageContext<'a>,
    id: CenterId,
    url: &'a str,
) -> EducationalOrganization<'a> {
    let parts = context.parts;
    let it = parts.directory.center(id);
    let person = it.coordinator.as_ref();
    let person = person.filter(|_| !it.example && it.is_open());
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    EducationalOrganization {
        address: address(context, it),
        alternate_name: other_name(context, &it.name),
        award: names(context, it.awards.iter().map(|it| &it.title)),
        description: maybe(context, it.summary.as_ref()),
        founding_date: it.opened.map(|it| it.to_string()),
        geo: it.location.point.map(|it| GeoCoordinates {
            latitude: it.latitude,
            longitude: it.longitude,
        }),
        image: photo(context, it.cover.as_ref()),
        knows_about: names(context, topics),
        name: text(context, &it.name),
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

fn address<'a>(context: &PageContext<'a>, center: &'a Center) -> PostalAddress<'a> {
    let areas = &context.parts.directory.areas;
    let district = areas.districts.get(&center.location.district);
    let code = center.location.subdistrict.as_ref();
    let subdistrict = code.and_then(|it| areas.subdistricts.get(it));
    let names = [subdistrict.map(|it| &it.name), district.map(|it| &it.name)];
    let mut locality: Vec<&str> = names
        .into_iter()
        .flatten()
        .map(|it| text(context, it))
        .collect();
    locality.dedup(); // a district and its subdistrict may share a name
    PostalAddress {
        address_country: "TH",
        address_locality: (!locality.is_empty()).then(|| locality.join(", ")),
        address_region: maybe(context, context.province_of(center)),
        postal_code: center.location.postal_code.as_deref(),
        street_address: maybe(context, center.location.place.as_ref()),
    }
}

fn practice<'a>(context: &PageContext<'a>, id: PracticeId, url: &'a str) -> Vec<Item<'a>> {
    let parts = context.parts;
    let it = parts.directory.practice(id);
    let topics = it.topics.iter();
    let topics = topics.map(|it| &parts.directory.site.topics[it.0].name);
    let source = it.adapted_from;
    let mut all = vec![Item::Article(Article {
        about: names(context, topics),
        author: organization(context, it.center),
        date_published: it.date.to_string(),
        description: text(context, &it.summary),
        headline: text(context, &it.title),
        image: photo(context, it.cover.as_ref()),
        in_language: context.lang.tag(),
        is_based_on: source.map(|it| context.absolute(Route::BestPractice(it))),
        license: license(context),
        publisher: publisher(context),
        url,
    })];
    if !it.steps.is_empty() {
        all.push(Item::HowTo(how_to(context, it)));
    }
    all
}

fn how_to<'a>(context: &PageContext<'a>, it: &'a BestPractice) -> HowTo<'a> {
    let steps = it.steps.iter().zip(1..);
    HowTo {
        estimated_cost: it.cost_baht.map(|it| MonetaryAmount {
            currency: "THB",
            value: it.into(),
        }),
        in_language: context.lang.tag(),
        name: text(context, &it.title),
        step: steps
            .map(|(step, position)| HowToStep {
                name: maybe(context, step.title.as_ref()),
                position,
                text: maybe(context, step.text.as_ref().or(step.title.as_ref())),
            })
            .collect(),
        supply: names(context, it.needs.iter())
            .into_iter()
            .map(|name| HowToSupply { name })
            .collect(),
    }
}

fn organization<'a>(context: &PageContext<'a>, id: CenterId) -> Organization<'a> {
    Organization {
        name: text(context, &context.parts.directory.center(id).name),
        url: context.absolute(Route::Center(id)),
    }
}

fn activity<'a>(context: &PageContext<'a>, id: ActivityId, url: &'a str) -> Event<'a> {
    let parts = context.parts;
    let it = parts.directory.activity(id);
    let center = parts.directory.center(it.center);
    let place = it
        .place
        .as_ref()
        .or(center.location.place.as_ref())
        .unwrap_or(&center.name);
    Event {
        description: maybe(context, it.summary.as_ref()),
        end_date: it.last_day().to_string(),
        attendance_mode: "https://schema.org/OfflineEventAttendanceMode",
        status: "https://schema.org/EventScheduled",
        image: photo(context, it.cover.as_ref()),
        location: Place {
            address: address(context, center),
            name: text(context, place),
        },
        name: text(context, &it.title),
        organizer: organization(context, it.center),
        start_date: it.date.to_string(),
        url,
    }
}

fn data_set<'a>(context: &PageContext<'a>, head: &'a Head, url: &'a str) -> Dataset<'a> {
    let parts = context.parts;
    let files = Table::ALL
        .into_iter()
        .flat_map(|(name, table)| table.forms().iter().map(move |form| (name, *form)))
        .filter(|(_, form)| *form != TableFormat::Schema);
    Dataset {
        creator: publisher(context),
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
        in_language: context.lang.tag(),
        is_accessible_for_free: true,
        license: license(context),
        name: text(context, &parts.directory.site.title),
        url,
    }
}

fn text<'a>(context: &PageContext, text: &'a Text) -> &'a str {
    text.in_lang(context.lang).0
}

fn maybe<'a>(context: &PageContext, written: Option<&'a Text>) -> Option<&'a str> {
    written.map(|it| text(context, it))
}

fn other_name<'a>(context: &PageContext, name: &'a Text) -> Option<&'a str> {
    match context.lang {
        Lang::Th => name.en.as_deref(),
        Lang::En => name.en.as_ref().map(|_| name.th.as_str()),
    }
}

fn names<'a>(context: &PageContext, all: impl Iterator<Item = &'a Text>) -> Vec<&'a str> {
    all.map(|it| text(context, it)).collect()
}

fn photo(context: &PageContext, photo: Option<&Photo>) -> Option<String> {
    let made = context.parts.photos.get(&photo?.file)?;
    Some(context.parts.shared.absolute(&made.fallback().address()))
}

/// `tel:+6645344628;ext=12` → `+6645344628`
fn telephone(link: &str) -> &str {
    let number = link.strip_prefix("tel:").unwrap_or(link);
    number.split(';').next().unwrap_or(number)
}
