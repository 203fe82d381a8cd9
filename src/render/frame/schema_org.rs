//! The words of schema.org that pages use. A type is named as there, its fields stand in the order of the alphabet, and what is not known
//! is left out.

use serde::Serialize;

/// Everything that a page says of what it shows.
#[derive(Serialize)]
pub(super) struct Graph<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub nodes: Vec<Node<'a>>,
}

/// A thing, with the name under which others speak of it.
#[derive(Serialize)]
pub(super) struct Node<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(flatten)]
    pub item: Item<'a>,
}

/// A thing that is spoken of by its name.
#[derive(Serialize)]
pub(super) struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) enum Item<'a> {
    Article(Article<'a>),
    BreadcrumbList(BreadcrumbList<'a>),
    CollectionPage(WebPage<'a>),
    Dataset(Dataset<'a>),
    EducationalOrganization(EducationalOrganization<'a>),
    Event(Event<'a>),
    HowTo(HowTo<'a>),
    WebPage(WebPage<'a>),
    WebSite(WebSite<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Article<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<&'a str>,
    pub author: Organization<'a>,
    pub date_published: String,
    pub description: &'a str,
    pub headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    pub in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_based_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<GovernmentOrganization<'a>>,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BreadcrumbList<'a> {
    pub item_list_element: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct ListItem<'a> {
    pub item: String,
    pub name: &'a str,
    pub position: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dataset<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator: Option<GovernmentOrganization<'a>>,
    pub description: &'a str,
    pub distribution: Vec<DataDownload>,
    pub in_language: &'static str,
    pub is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    pub name: &'a str,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct DataDownload {
    pub content_url: String,
    pub encoding_format: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EducationalOrganization<'a> {
    pub address: PostalAddress<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub award: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub founding_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geo: Option<GeoCoordinates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub knows_about: Vec<&'a str>,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<&'a str>,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Event<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    pub end_date: String,
    #[serde(rename = "eventAttendanceMode")]
    pub attendance_mode: &'static str,
    #[serde(rename = "eventStatus")]
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    pub location: Place<'a>,
    pub name: &'a str,
    pub organizer: Organization<'a>,
    pub start_date: String,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Place<'a> {
    pub address: PostalAddress<'a>,
    pub name: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct PostalAddress<'a> {
    pub address_country: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_address: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct GeoCoordinates {
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Organization<'a> {
    pub name: &'a str,
    pub url: String,
}

/// Whoever publishes.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct GovernmentOrganization<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<&'a str>,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HowTo<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimated_cost: Option<MonetaryAmount>,
    pub in_language: &'static str,
    pub name: &'a str,
    pub step: Vec<HowToStep<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supply: Vec<HowToSupply<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct MonetaryAmount {
    pub currency: &'static str,
    pub value: u64,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct HowToStep<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    pub position: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct HowToSupply<'a> {
    pub name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WebPage<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub description: &'a str,
    pub in_language: &'static str,
    pub is_part_of: Reference,
    pub name: &'a str,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WebSite<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    pub in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_action: Option<SearchAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<GovernmentOrganization<'a>>,
    pub url: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct SearchAction {
    #[serde(rename = "query-input")]
    pub query_input: &'static str,
    pub target: EntryPoint,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct EntryPoint {
    pub url_template: String,
}
