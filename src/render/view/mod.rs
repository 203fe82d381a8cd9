//! What templates see: the contract between `render` and a theme. `docs/reference/views.md` is made of its
//! comments, for authors of themes.
//!
//! Every page is made by the template of its kind from four variables: `site` ([`Site`]), `page` ([`Page`]), `words` (the theme's
//! `i18n/<lang>.toml` by key) and one named after the kind, with `_` for `-`:
//!
//! | template | variable | struct |
//! |---|---|---|
//! | `home.html` | `home` | [`Home`] |
//! | `centers.html` | `centers` | [`Centers`] |
//! | `center.html` | `center` | [`Center`] |
//! | `best-practices.html` | `best_practices` | [`BestPractices`] |
//! | `best-practice.html` | `best_practice` | [`BestPractice`] |
//! | `leaflet.html` | `leaflet` | [`CenterPrint`] |
//! | `poster.html` | `poster` | [`CenterPrint`] |
//! | `sheet.html` | `sheet` | [`HowTo`] |
//! | `activities.html` | `activities` | [`Activities`] |
//! | `activity.html` | `activity` | [`Activity`] |
//! | `districts.html` | `districts` | [`Districts`] |
//! | `district.html` | `district` | [`District`] |
//! | `topics.html` | `topics` | [`Topics`] |
//! | `topic.html` | `topic` | [`Topic`] |
//! | `mission.html` | `mission` | [`Mission`] |
//! | `awards.html` | `awards` | [`Awards`] |
//! | `progress.html` | `progress` | [`Progress`] |
//! | `data.html` | `data` | [`Data`] |
//! | `forms.html` | `forms` | [`Forms`] |
//! | `search.html` | `search` | [`Search`] |
//! | `page.html` | `article` (`page` is taken) | [`Article`] |
//! | `404.html`, `mending.html`, `offline.html` | none | |
//!
//! What other programs read is made the same way, without a `page`:
//!
//! | template | variable | struct |
//! |---|---|---|
//! | `feed.xml` | `feed` | [`Feed`] |
//! | `opensearch.xml` | `open_search` | [`OpenSearch`] |
//! | `redirect.html` | `redirect` | [`Redirect`] |
//!
//! How values are used in a template:
//! - Everything is escaped. [`Html`] is already safe: `{{ center.story.html }}` needs no `safe`.
//! - [`LocalizedText`] is text that may be in another language than the page: `{{ center.name | say }}` gives escaped text, inside
//!   `<span lang="th">` where needed; in attributes `{{ center.name.text }}`.
//! - A [`Number`] prints as `{{ it.text }}` and compares as `it.value`; a [`Day`] as
//!   `<time datetime="{{ it.iso }}">{{ it.long }}</time>`; a [`Named`] as `{{ it.name }}`, its stable `key` serves classes and icons.
//! - `{{ words.found_centers | fill(count=centers.list.total) }}` puts values into words: a `Number`, `Named`, `Day` or text by its
//!   text, a `LocalizedText` with its `lang`. In attributes fill with `.text` of a `LocalizedText`.
//! - What is missing is none or an empty list, never undefined: `{% if center.notice %}`.
//! - An `href` is ready to use: relative in a portable site, else under the site's base path. Nothing is to be glued to it but a fragment.
//! - Only what may be published is here. There is no way from a view to anything else.

mod cards;
mod lists;
mod maps;
mod print;
mod programs;
mod records;
mod shared;

pub use cards::*;
pub use lists::*;
pub use maps::*;
pub use print::*;
pub use programs::*;
pub use records::*;
pub use shared::*;
