//! `content/site.toml` → the site's settings as written.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::parse::document::Document;
use crate::parse::draft::SiteDraft;
use crate::parse::key_spans::KeySpans;
use crate::parse::{reader, web};
use crate::schema::Record;
use crate::schema::site::{SiteRecord, TopicRecord};
use crate::source::Source;
use crate::value::{Lang, Place, SitePath, Spanned};

/// Where the keys of the settings stand.
#[must_use]
pub fn key_spans(source: &Source) -> KeySpans {
    let mut told = Diagnostics::default();
    let document = Document::read(source, 0..source.text.len(), SiteRecord::KEYS, &mut told);
    reader::key_spans(&document)
}

/// The settings. What is required and cannot be read was reported and is stood in for, so that entries are checked against the rest.
pub fn site(source: &Source, found: &mut Diagnostics) -> SiteDraft {
    let document = Document::read(source, 0..source.text.len(), SiteRecord::KEYS, found);
    let mut record: SiteRecord = reader::record(&document, None, found).record;
    let file = source.path.clone();
    let languages = languages(&record.languages, &file, found);
    let title = &mut record.facts.title;
    if languages.contains(&Lang::En)
        && !title.th.is_empty()
        && title.en.is_none()
        && !document.is_broken()
    {
        let problem = Problem::MissingKey("title_en".to_owned());
        found.push(Diagnostic::error(problem).at(&file, 0..0));
    }
    if title.th.is_empty() {
        "–".clone_into(&mut title.th);
    }
    if record.facts.base_url.is_empty() {
        "https://example.invalid/".clone_into(&mut record.facts.base_url.0);
    }
    check_topics(&mut record.topics, &file, found);
    SiteDraft {
        file,
        record,
        languages,
    }
}

fn languages(written: &[Spanned<String>], file: &SitePath, found: &mut Diagnostics) -> Vec<Lang> {
    let mut languages = Vec::new();
    for Spanned { value: tag, span } in written {
        let problem = match Lang::from_tag(tag) {
            Some(lang) if !languages.contains(&lang) => {
                languages.push(lang);
                continue;
            }
            Some(_) => Problem::RepeatedLanguage(tag.clone()),
            None => Problem::UnknownLanguage(tag.clone()),
        };
        found.push(Diagnostic::error(problem).at(file, span.clone()));
    }
    if languages.is_empty() {
        languages.push(Lang::Th);
    }
    languages
}

/// Keeps topics whose id can be a part of an address, each once, and reports the others.
fn check_topics(topics: &mut Vec<TopicRecord>, file: &SitePath, found: &mut Diagnostics) {
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    topics.retain(|it| {
        let Spanned { value: id, span } = &it.id;
        if !web::is_slug(id) {
            let problem = Problem::BadSlug {
                written: id.clone(),
                proposed: web::slug(id),
            };
            found.push(Diagnostic::error(problem).at(file, span.clone()));
            return false;
        }
        if let Some(first) = places.get(id) {
            let repeated = Diagnostic::error(Problem::RepeatedTopic(id.clone()));
            found.push(repeated.at(file, span.clone()).with_related(first.clone()));
            return false;
        }
        let place = Place {
            file: file.clone(),
            span: span.clone(),
        };
        places.insert(id.clone(), place);
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{codes, source};
    use crate::value::Text;

    const SMALLEST: &str = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/sj\"\n";

    #[test]
    fn the_smallest_site_has_defaults() {
        let mut found = Diagnostics::default();
        let site = site(&source("content/site.toml", SMALLEST), &mut found);
        assert_eq!(codes(&found), [""; 0]);
        assert_eq!(*site.record.facts.base_url, "https://example.go.th/sj/");
        assert_eq!(site.languages, [Lang::Th]);
        let SiteRecord { facts, output, .. } = site.record;
        assert!(facts.examples && output.search && output.offline);
    }

    #[test]
    fn every_mistake_of_a_site_is_reported() {
        for (more, expected) in [
            ("languages = [\"th\", \"en\"]", "missing-key"),
            ("languages = [\"fr\"]", "unknown-language"),
            ("languages = [\"th\", \"th\"]", "repeated-language"),
            ("digits = \"roman\"", "unknown-word"),
            ("examples = \"yes\"", "wrong-type"),
            ("inspection_region = -1", "out-of-range"),
            ("desciption = \"x\"", "unknown-key"),
            ("description_en = \"x\"", "english-without-thai"),
            ("[organization]\nphone = \"1\"", "bad-phone"),
            ("[organization]\nurl = \"javascript:x\"", "bad-url"),
            ("[organization]\nfax = \"1\"", "unknown-key"),
            ("[[offices]]\nname = \"x\"", "missing-key"),
            ("[output]\nqr = 1", "wrong-type"),
            ("[output]\nseach = true", "unknown-key"),
            ("[[topics]]\nid = \"Rice Bank\"\nname = \"x\"", "bad-slug"),
            ("[[topics]]\nid = \"a\"\nname = \" \"", "blank-text"),
            (
                "[[topics]]\nid = \"a\"\nname = \"ก\"\n[[topics]]\nid = \"a\"\nname = \"ข\"",
                "repeated-topic",
            ),
            ("[[deadlines]]\nlevel = \"district\"", "missing-key"),
            (
                "[[deadlines]]\nlevel = \"district\"\ndue = 2565-03-23T10:00:00",
                "date-with-time",
            ),
            (
                "[[menu]]\nname = \"x\"\nurl = \"best-practices/\"",
                "bad-menu-address",
            ),
            (
                "[[menu]]\nname = \"x\"\nurl = \"//evil.example/\"",
                "bad-menu-address",
            ),
            ("[menu]\nname = \"x\"\nurl = \"/x/\"", "wrong-type"),
        ] {
            let mut found = Diagnostics::default();
            let text = format!("{SMALLEST}{more}\n");
            site(&source("content/site.toml", &text), &mut found);
            assert_eq!(codes(&found), [expected], "for {more}");
        }
    }

    #[test]
    fn one_mistake_never_hides_the_next() {
        let text = "titel = \"x\"\nbase_url = \"./\"\ndigits = 5\nprovince = \"ยโสธร\"\n[organization]\nemail = \"x\"\nphone = \"x\"\n";
        let mut found = Diagnostics::default();
        let site = site(&source("content/site.toml", text), &mut found);
        assert_eq!(
            codes(&found),
            [
                "missing-key",
                "unknown-key",
                "bad-base-url",
                "wrong-type",
                "bad-email",
                "bad-phone"
            ]
        );
        assert_eq!(site.record.facts.province, Some(Text::thai("ยโสธร")));
    }
}
