//! Leaves that every view is made of, and the two values that every template sees: [`Site`] and [`Page`].

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

/// A text as it is said to a reader. Filter `say` makes HTML of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LocalizedText {
    /// The words, not escaped.
    pub text: String,
    /// `"th"` or `"en"` where they are not in the page's language; else none.
    pub lang: Option<&'static str>,
}

/// How many there are, examples told apart: `พบ ๗ แห่ง · ตัวอย่าง ๓ แห่ง`.
#[derive(Clone, Debug, Serialize)]
pub struct Tally {
    /// How many are listed, examples with them: 0 for none at all.
    pub value: usize,
    /// What is said: only what is real is counted.
    pub text: String,
}

/// HTML that is already safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(pub String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// A view that stands on many pages and is turned into a value once: to a template it is what it is made of.
#[derive(Debug)]
pub struct Cached<T>(tera::Value, PhantomData<fn() -> T>);

impl<T: Serialize> From<T> for Cached<T> {
    fn from(view: T) -> Self {
        Self(tera::Value::from_serializable(&view), PhantomData)
    }
}

impl<T> Clone for Cached<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> Serialize for Cached<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// An item of a list, rendered once from its template (`center-card.html`, `practice-card.html`, with `it` and `words`) and shown
/// wherever it stands: `{{ it }}`.
pub type Card<T> = Cached<Rendered<T>>;

/// The HTML of a view.
#[derive(Debug)]
pub struct Rendered<T>(PhantomData<fn() -> T>);

impl<T> Card<T> {
    /// What its template made of it.
    pub fn new(html: &str) -> Self {
        Self(tera::Value::safe_string(html), PhantomData)
    }

    /// The same.
    pub fn html(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

/// A count or a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// For comparisons, and for `data-` attributes.
    pub value: i64,
    /// In the site's digits, thousands separated: `๑,๒๓๔`.
    pub text: String,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2025-11-20`
    pub iso: String,
    /// `๒๐ พฤศจิกายน ๒๕๖๘`, in English `20 November 2025`.
    pub long: String,
    /// `๒๐ พ.ย. ๖๘`, in English `20 Nov 2025`.
    pub short: String,
}

/// A day or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Days {
    /// The first.
    pub start: Day,
    /// The last, where there is more than one.
    pub end: Option<Day>,
    /// Both in words: `๓–๕ มีนาคม ๒๕๖๘`.
    pub text: String,
}

/// One of a closed set of words: a level, a status, a mission, a sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Stable, as in content files: `subdistrict`, `quality-of-life`.
    pub key: &'static str,
    /// In the page's language, from the theme's words: `level_subdistrict`, `mission_quality_of_life`.
    pub name: String,
}

/// A link to a page of the site or to elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its text.
    pub name: LocalizedText,
    /// Where it leads.
    pub href: String,
}

/// A topic as a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicLink {
    /// `organic-farming`: for the tint.
    pub id: String,
    /// Its name.
    pub name: LocalizedText,
    /// Name of one of the look's icons.
    pub icon: Option<String>,
    /// Its page.
    pub href: String,
}

/// A telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhoneLink {
    /// As written, in the site's digits.
    pub text: String,
    /// `tel:+66…`
    pub href: String,
}

/// A LINE ID or address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineLink {
    /// As written.
    pub text: String,
    /// Where it leads: none for what cannot be linked.
    pub href: Option<String>,
}

/// The site as a whole: equal on every page of a language.
#[derive(Clone, Debug, Serialize)]
pub struct Site {
    /// Title.
    pub title: LocalizedText,
    /// One or two sentences.
    pub description: Option<LocalizedText>,
    /// The home page in this language.
    pub home: String,
    /// Absolute address, ending in `/`: `https://example.go.th/sj/`.
    pub base_url: String,
    /// Main menu, in order.
    pub menu: Vec<MenuItem>,
    /// The site's other pages (contact, privacy, accessibility …) and the open data: for the foot.
    pub footer: Vec<MenuItem>,
    /// Who publishes.
    pub organization: Organization,
    /// Whether the site is the organization's own, as it has said: `[organization] official`.
    pub is_official: bool,
    /// The page that tells staff how an entry is sent (`publish`), else that of contacts; none where neither is written.
    pub how_to_send: Option<String>,
    /// Who answers for personal data; none until it is decided.
    pub controller: Option<LocalizedText>,
    /// The day for which everything that is counted is true.
    pub today: Day,
    /// Licence of text and photos, `CC BY 4.0`, and where it can be read if it is a Creative Commons one.
    pub license: Option<License>,
    /// Files of the theme's `static/` by their path there: `{{ site.assets["style.css"] }}` is the href, with the content hash in its
    /// name where it is a style or a script.
    pub assets: BTreeMap<String, String>,
    /// The lists of the site.
    pub lists: Lists,
    /// What a search box needs; none where `[output] search = false`.
    pub search: Option<SearchBox>,
    /// `sw.js`, to be registered: none in a preview, in a portable site and where `[output] offline = false`.
    pub worker: Option<String>,
    /// The Atom feed of everything.
    pub feed: String,
    /// `site.webmanifest`
    pub manifest: String,
    /// The content security policy, for `<meta http-equiv="Content-Security-Policy">`, which must be the first in `head`.
    pub csp: String,
    /// `sala` and its version, for `<meta name="generator">`.
    pub generator: String,
    /// Whether the site has another language.
    pub is_multilingual: bool,
    /// Whether its pages are opened from a folder.
    pub is_portable: bool,
    /// What the site makes beside its pages, by key of `[output]`.
    pub output: BTreeMap<&'static str, bool>,
    /// `[extra]` of `site.toml`.
    pub extra: serde_json::Value,
    /// The theme's `head.html`, rendered once for all pages of a language with `site`, `words` and `lang`; empty without it.
    pub head: Html,
    /// The theme's `brand.html`, likewise.
    pub brand: Html,
    /// The theme's `foot.html`, likewise.
    pub foot: Html,
}

/// What a search box needs: a form with `method="get"` and a field `q`.
#[derive(Clone, Debug, Serialize)]
pub struct SearchBox {
    /// The page of results: the form's `action`.
    pub href: String,
    /// `opensearch.xml`, for `<link rel="search">`.
    pub open_search: String,
    /// How a script writes numbers, as `Intl.NumberFormat` wants it: `th-u-nu-thai`, `th-u-nu-latn`, `en`.
    pub numbers: &'static str,
    /// The file that says where the index in the page's language is: `/search/th.js`. The engine reads it from `data-search` of
    /// `<html>`.
    pub guide: String,
}

/// An item of the main menu or of the foot. It is the current one where `item.address == page.section`; then
/// `aria-current` is `page` where `item.address == page.address`, else `true`.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    /// Its words.
    pub name: LocalizedText,
    /// Where it leads.
    pub href: String,
    /// Address from the site's root, `/en/centers/`; of another site the whole address.
    pub address: String,
    /// Whether it leaves the site.
    pub is_external: bool,
}

/// The organisation that publishes.
#[derive(Clone, Debug, Serialize)]
pub struct Organization {
    /// Its name.
    pub name: Option<LocalizedText>,
    /// Its address.
    pub address: Option<LocalizedText>,
    /// Telephones.
    pub phones: Vec<PhoneLink>,
    /// E-mail: link it as `mailto:`.
    pub email: Option<String>,
    /// LINE.
    pub line: Option<LineLink>,
    /// Website.
    pub url: Option<String>,
}

/// A licence.
#[derive(Clone, Debug, Serialize)]
pub struct License {
    /// As written: `CC BY 4.0`.
    pub name: String,
    /// Its text, where it is a known one.
    pub href: Option<String>,
}

/// Links to the lists of the site.
#[derive(Clone, Debug, Serialize)]
pub struct Lists {
    /// All centres.
    pub centers: String,
    /// Best practices.
    pub best_practices: String,
    /// Districts.
    pub districts: String,
    /// Topics.
    pub topics: String,
    /// Activities.
    pub activities: String,
    /// Roll of honour.
    pub awards: String,
    /// Progress.
    pub progress: String,
    /// Open data; none where `[output] data = false`.
    pub data: Option<String>,
}

/// What every page has.
#[derive(Clone, Debug, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts that a template asks for"
)]
pub struct Page {
    /// Its kind, as its template is called: `best-practice`, `404`.
    pub kind: &'static str,
    /// `th` or `en`: `<html lang>`.
    pub lang: &'static str,
    /// For `<title>`: name, page number of a list, site title.
    pub title: String,
    /// The heading as it is read away from the page, in a message or a list of results: `[ตัวอย่าง] …` for an illustration.
    pub shared_title: String,
    /// The `<h1>`.
    pub heading: LocalizedText,
    /// For `<meta name="description">` and link previews; cut at a word.
    pub description: String,
    /// Absolute address; none for 404.
    pub canonical: Option<String>,
    /// `hreflang` links, `x-default` among them; empty on a site of one language and on 404.
    pub alternates: Vec<Alternate>,
    /// The same page in the other language.
    pub other: Option<OtherLanguage>,
    /// Preview picture.
    pub image: Option<PreviewImage>,
    /// `website` or `article`: `og:type`.
    pub og_type: &'static str,
    /// From home to the page's parent; empty on home and 404.
    pub breadcrumbs: Vec<Link>,
    /// Address from the site's root: `/en/centers/x/`.
    pub address: String,
    /// The address of the menu item that the page belongs to; none where none does.
    pub section: Option<String>,
    /// The items of the main menu, from `menu.html`.
    pub menu: Cached<Html>,
    /// Keep it out of search engines: `<meta name="robots" content="noindex">`.
    pub noindex: bool,
    /// An illustration: badge `words.example`.
    pub is_example: bool,
    /// A draft: badge `words.draft`.
    pub is_draft: bool,
    /// Content of `<script type="application/ld+json">`; none on 404.
    pub json_ld: Option<Html>,
    /// Feeds for `<link rel="alternate" type="application/atom+xml">`: the site's, and the district's or topic's own.
    pub feeds: Vec<Link>,
    /// Share row of records (centre, practice, activity) and of districts.
    pub share: Option<Share>,
    /// Where a correction of this record can be sent, naming it (`mailto:`), else the page or telephone of whoever publishes.
    pub correction: Option<String>,
    /// Where the text is shown in Thai for want of a translation: say `words.shown_in_thai`.
    pub is_untranslated: bool,
}

/// A `hreflang` link.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// `th`, `en` or `x-default`.
    pub lang: &'static str,
    /// Absolute address.
    pub href: String,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct OtherLanguage {
    /// `th` or `en`.
    pub lang: &'static str,
    /// The language in itself: `English`, `ไทย`.
    pub name: &'static str,
    /// The page.
    pub href: String,
}

/// The picture of link previews.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewImage {
    /// Absolute address.
    pub url: String,
    /// Pixels; none where not known.
    pub width: Option<u32>,
    /// Pixels; none where not known.
    pub height: Option<u32>,
    /// What it shows.
    pub alt: String,
}

/// Share links of a record; what is copied is `page.canonical`.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    /// LINE.
    pub line: String,
    /// Facebook.
    pub facebook: String,
}

/// The pages of a list; none where it has only one.
#[derive(Clone, Debug, Serialize)]
pub struct Pagination {
    /// This page.
    pub page: Number,
    /// How many there are.
    pub pages: Number,
    /// `หน้า 2 จาก 9`
    pub text: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// First, last, current and its neighbours, with gaps.
    pub links: Vec<PageLink>,
}

/// A page number, or a gap between them.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// None for a gap (`…`).
    pub number: Option<Number>,
    /// None for a gap.
    pub href: Option<String>,
    /// Whether it is the page shown.
    pub is_current: bool,
}

/// One page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Listed<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// How many items all pages have.
    pub total: Tally,
    /// Number of the first item of this page; 0 where there is none.
    pub first: Number,
    /// Number of the last item of this page.
    pub last: Number,
    /// The other pages.
    pub pagination: Option<Pagination>,
}

/// A passage in Markdown, made HTML.
#[derive(Clone, Debug, Serialize)]
pub struct Prose {
    /// Blocks, or inline where the contract says so. Headings have ids and begin at `h2`.
    pub html: Html,
    /// `"th"` or `"en"` where it is not in the page's language: put it on the element around it.
    pub lang: Option<&'static str>,
}
