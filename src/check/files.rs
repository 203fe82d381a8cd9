//! Photos and documents as referred to → files that exist and may be published.
//!
//! In: relative paths, and the names of every file of the site. Out: [`Photo`]s and [`Document`]s, and the list of all that the
//! site shows. A photo without the consent of those in it is published nowhere, whoever refers to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::markdown;
use crate::model::media::{Document, Photo, Place};
use crate::model::{SitePath, Text};
use crate::parse::draft::Drafts;
use crate::parse::nearest;
use crate::schema::field::NamedPhoto;
use crate::schema::media::NamedPicture;
use crate::source::Sources;
use crate::value::{Date, Spanned};

const PHOTOS: &[&str] = &["jpg", "jpeg", "jfif", "jpe", "png", "webp", "gif"];
const DOCUMENTS: &[&str] = &[
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "zip",
];

/// What a reference may be to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Photo,
    Document,
    Pdf,
}

impl FileKind {
    /// What a path is by its ending, if it is either.
    pub(super) fn of(path: &str) -> Option<Self> {
        Self::of_ending(path.rsplit_once('.')?.1)
    }

    /// The same of an ending alone.
    pub(super) fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        if PHOTOS.contains(&ending.as_str()) {
            Some(Self::Photo)
        } else if DOCUMENTS.contains(&ending.as_str()) {
            Some(Self::Document)
        } else {
            None
        }
    }

    fn accepts(self, path: &str) -> bool {
        match self {
            Self::Pdf => path.to_ascii_lowercase().ends_with(".pdf"),
            _ => Self::of(path) == Some(self),
        }
    }

    fn refusal(self, written: &str) -> Problem {
        match self {
            Self::Photo => Problem::NotAPhoto(written.to_owned()),
            Self::Document | Self::Pdf => Problem::NotADocument(written.to_owned()),
        }
    }
}

/// The files of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SiteFiles {
    files: BTreeSet<SitePath>,
    /// Those that are there and cannot be read, which was reported.
    refused: BTreeSet<SitePath>,
    /// Photos that may be published nowhere.
    pub(super) withheld: BTreeMap<SitePath, Place>,
    /// The day for which the site is made.
    today: Date,
}

/// The files of a site, and which of them an entry shows.
pub(super) struct EntryFiles<'a> {
    site: &'a SiteFiles,
    pub(super) photos: Vec<(SitePath, Place)>,
    pub(super) documents: Vec<(SitePath, Place)>,
}

impl SiteFiles {
    /// Also of drafts and examples that are left out: a consent that is missing there is missing everywhere.
    pub(super) fn new(sources: &Sources, drafts: &Drafts, today: Date) -> Self {
        let centers = drafts.centers.iter();
        let centers = centers.map(|it| (&it.file, &it.record.photos));
        let practices = drafts.practices.iter();
        let practices = practices.map(|it| (&it.file, &it.record.photos));
        let activities = drafts.activities.iter();
        let activities = activities.map(|it| (&it.file, &it.record.photos));
        let mut withheld = BTreeMap::new();
        for (file, photos) in centers.chain(practices).chain(activities) {
            for photo in photos.iter().filter(|it| is_withheld(it, today)) {
                let path = file.beside(&photo.file.value);
                withheld.extend(path.map(|it| (it, place(file, &photo.file.span))));
            }
        }
        Self {
            files: sources.files.keys().cloned().collect(),
            refused: sources.refused.clone(),
            withheld,
            today,
        }
    }
}

/// Whether persons can be recognised in a photo and did not agree: it may be published nowhere.
fn is_withheld(it: &NamedPicture, today: Date) -> bool {
    it.people.0 && !it.agreed().holds_on(today)
}

impl<'a> EntryFiles<'a> {
    /// Of an entry that shows nothing yet.
    pub(super) fn new(site: &'a SiteFiles) -> Self {
        Self {
            site,
            photos: Vec::new(),
            documents: Vec::new(),
        }
    }

    /// A photo, unless it may not be published or does not exist.
    pub(super) fn photo(
        &mut self,
        named: NamedPhoto,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Option<Photo> {
        let Spanned { value, span } = named.file;
        let path = self.find(&value, FileKind::Photo, file, &span, found)?;
        let path = self.shown_photo(path, &value, file, &span, found)?;
        let alt = named.alt.unwrap_or_else(|| {
            found.push(Diagnostic::error(Problem::MissingAlt(value)).at(file, span));
            Text::default()
        });
        Some(Photo {
            file: path,
            alt,
            caption: None,
            credit: None,
        })
    }

    /// The photos of a gallery that may be published.
    pub(super) fn photos(
        &mut self,
        pictures: Vec<NamedPicture>,
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Vec<Photo> {
        let mut photos = Vec::new();
        for it in pictures {
            if is_withheld(&it, self.site.today) {
                // As the entry itself says; but the file must exist.
                let Spanned { value, span } = it.file;
                self.find(&value, FileKind::Photo, file, &span, found);
                continue;
            }
            let named = NamedPhoto {
                file: it.file,
                alt: it.alt,
            };
            photos.extend(self.photo(named, file, found).map(|photo| Photo {
                caption: it.caption,
                credit: it.credit,
                ..photo
            }));
        }
        photos
    }

    /// Takes a photo into the site, unless somebody in it did not agree.
    pub(super) fn shown_photo(
        &mut self,
        path: SitePath,
        written: &str,
        file: &SitePath,
        span: &Range<usize>,
        found: &mut Diagnostics,
    ) -> Option<SitePath> {
        if let Some(place) = self.site.withheld.get(&path) {
            let problem = Problem::WithheldPhoto(written.to_owned());
            let diagnostic = Diagnostic::warning(problem).at(file, span.clone());
            found.push(diagnostic.with_related(place.clone()));
            return None;
        }
        self.photos.push((path.clone(), place(file, span)));
        Some(path)
    }

    /// A document, taken into the site.
    pub(super) fn document(
        &mut self,
        written: &str,
        form: FileKind,
        file: &SitePath,
        span: &Range<usize>,
        found: &mut Diagnostics,
    ) -> Option<Document> {
        let path = self.find(written, form, file, span, found)?;
        self.documents.push((path.clone(), place(file, span)));
        Some(Document { file: path })
    }

    /// The file that a relative path means.
    pub(super) fn find(
        &self,
        written: &str,
        form: FileKind,
        file: &SitePath,
        span: &Range<usize>,
        found: &mut Diagnostics,
    ) -> Option<SitePath> {
        let problem = match self.look_up(written, form, file) {
            Ok(path) => return Some(path),
            Err(problem) => problem,
        };
        let path = file.beside(written);
        if path.is_some_and(|it| self.site.refused.contains(&it)) {
            return None; // nobody may say that it is missing
        }
        found.push(Diagnostic::error(problem).at(file, span.clone()));
        None
    }

    fn look_up(&self, written: &str, form: FileKind, file: &SitePath) -> Result<SitePath, Problem> {
        if written.is_empty() || written.starts_with('/') || markdown::scheme(written).is_some() {
            return Err(Problem::NotRelative(written.to_owned()));
        }
        if written.contains('\\') {
            return Err(Problem::BackslashInPath(written.replace('\\', "/")));
        }
        let outside = || Problem::PathOutside(written.to_owned());
        let path = file.beside(written).ok_or_else(outside)?;
        if !path.as_str().starts_with("content/") {
            return Err(outside());
        }
        if !form.accepts(path.as_str()) {
            return Err(form.refusal(written));
        }
        if self.site.files.contains(&path) {
            return Ok(path);
        }
        Err(Problem::FileMissing {
            nearest: self.nearest_file(written, &path, form, file),
            written: written.to_owned(),
            there: self.there(&path, form, file),
        })
    }

    /// A file of this name elsewhere in the centre's folder, in `photos/` say, written as the entry would have to.
    fn same_name_around(&self, name: &str, form: FileKind, file: &SitePath) -> Option<String> {
        let top = format!("{}/", around(file));
        let files = self.site.files.range(SitePath::new(top.as_str())..);
        let mut same = files
            .map(SitePath::as_str)
            .take_while(|it| it.starts_with(&top))
            .filter(|it| form.accepts(it));
        let small = name.to_lowercase();
        let is_it = |it: &&str| {
            it.rsplit('/')
                .next()
                .is_some_and(|it| it.to_lowercase() == small)
        };
        let found = same.find(is_it)?;
        Some(file.way_to(found))
    }

    /// What lies in the folder that was named, or else around the entry: some of it, written as the entry would have to.
    fn there(&self, path: &SitePath, form: FileKind, file: &SitePath) -> Vec<String> {
        const MOST: usize = 6;
        let folders = [path.folder(), around(file)];
        let names = folders.into_iter().map(|folder| {
            let top = format!("{folder}/");
            let files = self.site.files.range(SitePath::new(top.as_str())..);
            let inside = files
                .map(SitePath::as_str)
                .take_while(|it| it.starts_with(&top))
                .filter(|it| form.accepts(it));
            inside.take(MOST).map(|it| file.way_to(it)).collect()
        });
        let mut names = names.filter(|it: &Vec<String>| !it.is_empty());
        names.next().unwrap_or_default()
    }

    /// The name of the nearest file in the folder, written as the entry would have to.
    fn nearest_file(
        &self,
        written: &str,
        path: &SitePath,
        form: FileKind,
        file: &SitePath,
    ) -> Option<String> {
        let meant = SitePath::new(format!(
            "{}/",
            file.beside(&written.replace('\\', "/"))?.folder()
        ));
        let files = self.site.files.range(meant.clone()..);
        let names: Vec<_> = files
            .take_while(|it| it.as_str().starts_with(meant.as_str()))
            .filter(|it| it.folder().len() + 1 == meant.as_str().len() && form.accepts(it.as_str()))
            .map(SitePath::file_name)
            .collect();
        let name = path.file_name().rsplit('\\').next()?;
        let same = names
            .iter()
            .find(|it| it.to_lowercase() == name.to_lowercase());
        let near = match same {
            Some(it) => (*it).to_owned(),
            None => match nearest(name, names) {
                Some(it) => it,
                None => return self.same_name_around(name, form, file),
            },
        };
        let folder = written.replace('\\', "/");
        Some(match folder.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{near}"),
            None => near,
        })
    }
}

/// The folder of the centre to which a file belongs, else its own.
fn around(file: &SitePath) -> &str {
    let folder = file.folder();
    let inside = ["/best-practices", "/activities"];
    let center = inside.iter().find_map(|it| folder.strip_suffix(it));
    center.unwrap_or(folder)
}

fn place(file: &SitePath, span: &Range<usize>) -> Place {
    Place {
        file: file.clone(),
        span: span.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::SitePath;
    use crate::testing::{a_center, a_photo, a_practice, a_site, an_activity};

    #[test]
    fn a_photo_exists_beside_its_entry() {
        for (written, expected) in [
            ("hall.jpg", None),
            ("./photos/../hall.jpg", None),
            ("Hall.JPG", Some("did you mean \"hall.jpg\"?")),
            ("hal.jpg", Some("did you mean \"hall.jpg\"?")),
            ("photos\\hall.jpg", Some("error[backslash-in-path]")),
            ("hall.bmp", Some("error[not-a-photo]")),
            ("/hall.jpg", Some("error[not-a-relative-path]")),
            (
                "https://example.com/hall.jpg",
                Some("error[not-a-relative-path]"),
            ),
            ("../../../../../hall.jpg", Some("error[path-outside]")),
            ("../../../static/hall.jpg", Some("error[path-outside]")),
            ("", Some("error[not-a-relative-path]")),
        ] {
            let center = a_center("a").with_photo(a_photo(written));
            let found = a_site()
                .with_file("content/centers/a/hall.jpg")
                .with(center)
                .problems();
            match expected {
                None => assert_eq!(found, [""; 0], "for {written:?}"),
                Some(part) => {
                    assert_eq!(found.len(), 1, "{found:?} for {written:?}");
                    assert!(found[0].contains(part), "{found:?} for {written:?}");
                }
            }
        }
    }

    #[test]
    fn a_photo_in_another_folder_of_the_centre_is_offered() {
        let practice = a_practice("a", "b").with_photo(a_photo("weaving.jpg"));
        let center = a_center("a").with_photo(a_photo("weaving.jpg"));
        let found = a_site()
            .with_file("content/centers/a/photos/2/Weaving.JPG")
            .with_file("content/centers/b/other.jpg")
            .with(center)
            .with(practice)
            .problems();
        assert!(
            found[0].contains("\"../photos/2/Weaving.JPG\""),
            "{found:?}"
        );
        assert!(found[1].contains("\"photos/2/Weaving.JPG\""), "{found:?}");
    }

    #[test]
    fn a_difference_of_case_says_so() {
        let center = a_center("a").with_photo(a_photo("HALL.jpg"));
        let found = a_site()
            .with_file("content/centers/a/hall.jpg")
            .with(center)
            .problems();
        assert!(found[0].contains("capital and small letters"), "{found:?}");
    }

    #[test]
    fn a_photo_needs_words() {
        let center = a_center("a").with_photo(a_photo("hall.jpg").without_alt());
        let site = a_site()
            .with_file("content/centers/a/hall.jpg")
            .with(center);
        assert_eq!(site.codes(), ["error[missing-alt]"]);
    }

    #[test]
    fn a_withheld_photo_is_published_nowhere() {
        let withheld = || a_photo("hall.jpg").withheld();
        let hall = || a_photo("hall.jpg");
        let shown_elsewhere = || a_photo("../a/hall.jpg");
        let with_hall = || a_site().with_file("content/centers/a/hall.jpg");
        for (site, warnings) in [
            (with_hall().with(a_center("a").with_photo(withheld())), 0),
            (
                with_hall().with(a_center("a").with_photo(withheld()).with_cover(hall())),
                1,
            ),
            (
                with_hall().with(a_center("a").with_photo(hall()).with_photo(withheld())),
                1,
            ),
            (
                with_hall().with(a_center("a").with_photo(withheld()).with_station(hall())),
                1,
            ),
            (
                with_hall()
                    .with(a_center("a").with_photo(withheld()))
                    .with(a_center("b").with_cover(shown_elsewhere())),
                1,
            ),
            (
                with_hall().with(
                    a_center("a")
                        .with_photo(withheld())
                        .telling("![ศาลา](hall.jpg)"),
                ),
                1,
            ),
            (
                with_hall().with(
                    a_center("a")
                        .with_photo(withheld())
                        .telling("[ดูภาพ](hall.jpg)"),
                ),
                1,
            ),
            (
                with_hall().with(
                    a_center("a")
                        .with_photo(withheld())
                        .highlighting("![ศาลา](hall.jpg)"),
                ),
                1,
            ),
            // What a draft or an example that is left out withholds stays withheld.
            (
                with_hall().with(a_center("a").with_cover(hall())).with(
                    an_activity("a", "x")
                        .with_photo(a_photo("../hall.jpg").withheld())
                        .draft(),
                ),
                1,
            ),
            (
                with_hall()
                    .without_examples()
                    .with(
                        a_center("b")
                            .example()
                            .with_photo(a_photo("../a/hall.jpg").withheld()),
                    )
                    .with(a_center("a").with_cover(hall())),
                1,
            ),
        ] {
            let (directory, found) = site.check();
            let directory = directory.unwrap();
            assert_eq!(found.len(), warnings, "{found:?}");
            assert!(
                found
                    .iter()
                    .all(|it| it.starts_with("warning[withheld-photo]")),
                "{found:?}"
            );
            assert!(directory.photos.is_empty(), "{:?}", directory.photos);
            for center in &directory.centers {
                assert_eq!((&center.cover, center.photos.len()), (&None, 0));
                assert!(center.learning_stations.iter().all(|it| it.photo.is_none()));
            }
        }
    }

    #[test]
    fn every_photo_that_is_shown_is_listed_once() {
        let practice = a_practice("a", "x")
            .with_cover(a_photo("../hall.jpg"))
            .telling("![นา](../rice.png)");
        let (directory, found) = a_site()
            .with_file("content/centers/a/hall.jpg")
            .with_file("content/centers/a/rice.png")
            .with_file("content/centers/a/unused.png")
            .with(a_center("a").with_photo(a_photo("hall.jpg")))
            .with(practice)
            .check();
        assert_eq!(found, [""; 0]);
        let photos: Vec<_> = directory.unwrap().photos.into_keys().collect();
        let expected = ["content/centers/a/hall.jpg", "content/centers/a/rice.png"];
        assert_eq!(photos, expected.map(SitePath::new));
    }

    #[test]
    fn documents_exist_and_are_documents() {
        let site = || {
            a_site()
                .with_file("content/centers/a/rules.pdf")
                .with_file("content/centers/a/form.exe")
        };
        for (file, expected) in [
            ("rules.pdf", None),
            ("rule.pdf", Some("did you mean \"rules.pdf\"?")),
            ("form.exe", Some("error[not-a-document]")),
            ("../../site.toml", Some("error[not-a-document]")),
        ] {
            let found = site().with(a_center("a").with_knowledge(file)).problems();
            match expected {
                None => assert_eq!(found, [""; 0], "for {file:?}"),
                Some(part) => assert!(found[0].contains(part), "{found:?} for {file:?}"),
            }
        }
        let (directory, found) = site().with(a_center("a").ruled_by("rules.pdf")).check();
        assert_eq!(found, [""; 0]);
        assert_eq!(directory.unwrap().documents.len(), 1);
        let (directory, found) = site()
            .with(a_center("a").telling("[ระเบียบ](rules.pdf)"))
            .check();
        assert_eq!(found, [""; 0]);
        assert_eq!(directory.unwrap().documents.len(), 1);
        let planned = a_center("a").ruled_by("rules.pdf").planned();
        let (directory, found) = site().with(planned).check();
        assert_eq!(found, [""; 0]);
        assert!(directory.unwrap().documents.is_empty());
    }

    #[test]
    fn images_of_stories_are_files_with_words() {
        for (story, expected) in [
            ("![ศาลา](hall.jpg)", ""),
            ("![ศาลา](hall%2Ejpg)", ""),
            ("![](hall.jpg)", "error[missing-alt]"),
            ("![ศาลา](hal.jpg)", "error[file-missing]"),
            ("![ศาลา](/hall.jpg)", "error[image-elsewhere]"),
            (
                "![ศาลา](https://example.com/hall.jpg)",
                "error[image-elsewhere]",
            ),
        ] {
            let site = a_site()
                .with_file("content/centers/a/hall.jpg")
                .with(a_center("a").telling(story));
            let expected: Vec<_> = Some(expected)
                .filter(|it| !it.is_empty())
                .into_iter()
                .collect();
            assert_eq!(site.codes(), expected, "for {story:?}");
        }
    }
}
