//! How the files are called that a browser filters a list with.
//!
//! In: a list and its facets. Out: names that change with what the files are made from, so that a browser keeps each as long as it is
//! right; of a preview, which browsers keep nothing of, names that never change. Never: the files themselves.

use super::{FacetFile, ListOf, is_offered};
use crate::model::directory::CenterId;
use crate::model::{Directory, Lang};
use crate::plan::listings::Listings;
use crate::plan::paging::PAGE_SIZE;

/// Changes whenever the files that a browser filters with change their form.
const FORM: &str = concat!(env!("CARGO_PKG_VERSION"), " 2");
/// What stands in names that never change.
const FIXED: &str = "preview";

/// Names of the files of a list; none for one that is too short to be narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetNames {
    /// Of everything that the files are made from, but for the cards.
    pub version: String,
    /// Of each [`PAGE_SIZE`] entries: which they are.
    pub slices: Vec<String>,
}

impl FacetNames {
    /// Names that never change, of a list of so many entries.
    #[must_use]
    pub fn fixed(total: usize) -> Self {
        if !is_offered(total) {
            return Self::default();
        }
        Self {
            version: FIXED.to_owned(),
            slices: vec![FIXED.to_owned(); total.div_ceil(PAGE_SIZE)],
        }
    }

    /// Names by what the files are made from. Cards are read anew as pages are, so theirs say which entries they are of, and nothing has
    /// to be rendered to name them.
    #[must_use]
    pub fn by_content(directory: &Directory, listings: &Listings, list: ListOf) -> Self {
        let facets = listings.facets(list);
        if !facets.is_offered() {
            return Self::default();
        }
        let mut slices = Vec::new();
        let mut all = FORM.as_bytes().to_vec();
        for column in &facets.columns {
            for value in &column.values {
                all.extend(value.key.as_bytes());
                for entry in &value.entries {
                    all.extend(entry.to_le_bytes());
                }
                all.push(b'\n');
            }
        }
        for district in directory.areas.districts.values() {
            all.extend(district.name.th.as_bytes());
            all.extend(district.name.in_lang(Lang::En).0.as_bytes());
        }
        for area in directory.areas.subdistricts.values() {
            all.extend(area.point.latitude.to_le_bytes());
            all.extend(area.point.longitude.to_le_bytes());
        }
        all.extend(listings.entries_before(list).to_le_bytes());
        let mut slice = Vec::new();
        for (at, id) in centers(list, directory, listings).into_iter().enumerate() {
            if at > 0 && at % PAGE_SIZE == 0 {
                slices.push(short(&slice));
                slice.clear();
            }
            let center = directory.center(id);
            let (name, date, is_example) = match list {
                ListOf::Centers => (&center.name, center.opened, center.example),
                ListOf::BestPractices => {
                    let practice = directory.practice(listings.practices()[at]);
                    slice.extend(practice.slug.as_bytes());
                    slice.push(b' ');
                    all.extend(practice.adapted_by.len().to_le_bytes());
                    (&practice.title, Some(practice.date), practice.example)
                }
            };
            all.push(u8::from(is_example));
            slice.extend(center.path.as_bytes());
            slice.push(b'\n');
            for text in [Some(&name.th), name.en.as_ref()].into_iter().flatten() {
                all.extend(text.as_bytes());
                all.push(0);
            }
            if let Some(date) = date {
                all.extend(date.year().to_le_bytes());
                all.extend([date.month() as u8, date.day() as u8]);
            }
            let location = &center.location;
            if let Some(point) = location.point {
                all.extend(point.latitude.to_le_bytes());
                all.extend(point.longitude.to_le_bytes());
            } else {
                all.extend(location.subdistrict.iter().flat_map(String::as_bytes));
                all.extend(location.district.as_bytes());
            }
            all.push(b'\n');
        }
        slices.push(short(&slice));
        all.extend(slices.concat().as_bytes());
        Self {
            version: short(&all),
            slices,
        }
    }

    /// Every file that a browser filters the list with.
    #[must_use]
    pub fn files(&self, languages: &[Lang]) -> Vec<FacetFile> {
        if self.slices.is_empty() {
            return Vec::new();
        }
        let mut files = vec![FacetFile::Columns, FacetFile::Points];
        for lang in languages {
            files.push(FacetFile::Order(*lang));
            files.extend((0..self.slices.len()).map(|it| FacetFile::Cards(*lang, it)));
        }
        files
    }

    /// The address of one of them.
    #[must_use]
    pub fn address(&self, list: ListOf, file: FacetFile) -> String {
        let (list, version) = (list.word(), &self.version);
        match file {
            FacetFile::Columns => format!("facets/{list}.{version}.js"),
            FacetFile::Points => format!("facets/{list}-points.{version}.js"),
            FacetFile::Order(lang) => format!("facets/{list}-order-{}.{version}.js", lang.tag()),
            FacetFile::Cards(lang, at) => {
                format!("facets/{list}-{}-{at}.{}.js", lang.tag(), self.slices[at])
            }
        }
    }
}

/// The centre of each entry, in order.
fn centers(list: ListOf, directory: &Directory, listings: &Listings) -> Vec<CenterId> {
    match list {
        ListOf::Centers => listings.centers().to_vec(),
        ListOf::BestPractices => {
            let practices = listings.practices().iter();
            practices.map(|id| directory.practice(*id).center).collect()
        }
    }
}

fn short(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..10].to_owned()
}
