//! Maps.

use serde::Serialize;

use super::shared::{Html, Named, Prose};

/// A drawn map; beside it stands a list with the same links.
#[derive(Clone, Debug, Serialize)]
pub struct Map {
    /// `<svg class="map">`: `.areas` (links with one of the classes of `tints`), `.spots` (centres: plain, `.example`, `.rough`) and
    /// `.names` (those with the class `wide` fit only where the window is wide).
    pub svg: Html,
    /// What the tints of its areas mean, those that it has: words `map_tint_none` `map_tint_some` `map_tint_most` `map_tint_all` of
    /// districts, `map_area_none` `map_area_all` of sub-districts; `key` is the class.
    pub tints: Vec<Named>,
    /// Points are places of centres.
    pub has_spots: bool,
    /// Some points are places of examples.
    pub has_example_spots: bool,
    /// Some points are the middle of a sub-district: its centre has no coordinates.
    pub has_rough_spots: bool,
    /// `[extra] credits` of `site.toml`, its licences linked: to be shown under the map.
    pub credits: Option<Prose>,
}
