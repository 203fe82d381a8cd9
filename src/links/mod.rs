//! Links of stories, of text in entries and of the menu: each leads somewhere, to the very heading that it names.
//!
//! In: the directory and the plan, so that every address is known. Out: what is wrong, with the nearest that is right.
//! Images and links to files beside an entry were looked up with the stories.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::markdown;
use crate::model::center::Status;
use crate::model::directory::{LeftOut, Link};
use crate::model::{Directory, Lang, SitePath};
use crate::parse::nearest;
use crate::plan::{Plan, TargetFile, file_at};
use crate::source::Sources;

/// So many times in a run the nearest right address is looked for: a site whose every link is broken is not worth the time.
const SUGGESTIONS: usize = 50;

/// Checks every link of the site. `page` renders a file of the output, for links to parts of pages that no story wrote.
pub fn links(
    directory: &Directory,
    plan: &Plan,
    sources: &Sources,
    page: &dyn Fn(&str) -> Option<String>,
    found: &mut Diagnostics,
) {
    let mut links = Links {
        directory,
        plan,
        sources,
        page,
        planned: directory
            .centers
            .iter()
            .filter(|it| it.status == Status::Planned)
            .map(|it| (&it.file, it.name.th.as_str()))
            .collect(),
        ids: BTreeMap::new(),
        suggestions: SUGGESTIONS,
        found,
    };
    for link in directory.links.iter().flat_map(|it| it.iter()) {
        links.link(link);
    }
    links.menu();
}

/// What links are compared with.
struct Links<'a> {
    directory: &'a Directory,
    plan: &'a Plan,
    sources: &'a Sources,
    page: &'a dyn Fn(&str) -> Option<String>,
    /// Names of centres without a page, by file.
    planned: BTreeMap<&'a SitePath, &'a str>,
    /// Ids of pages that were rendered, by their file in the output.
    ids: BTreeMap<String, BTreeSet<String>>,
    suggestions: usize,
    found: &'a mut Diagnostics,
}

impl Links<'_> {
    fn link(&mut self, link: &Link) {
        let Link { place, lang, .. } = link;
        let is_heading = link.is_to_own_heading;
        if let Some(problem) = self.problem(*lang, &place.file, &link.destination, is_heading) {
            self.found
                .push(Diagnostic::error(problem).at(&place.file, place.span.clone()));
        }
    }

    fn menu(&mut self) {
        let file = SitePath::new("content/site.toml");
        for item in &self.directory.site.menu {
            let lang = self.plan.languages[0];
            if let Some(problem) = self.problem(lang, &file, &item.url.value, false) {
                let span = item.url.span.clone();
                self.found.push(Diagnostic::error(problem).at(&file, span));
            }
        }
    }

    /// What is wrong with a link. `is_to_own_heading` where its text has the heading that it names.
    fn problem(
        &mut self,
        lang: Lang,
        from: &SitePath,
        written: &str,
        is_to_own_heading: bool,
    ) -> Option<Problem> {
        if let Some(scheme) = markdown::scheme(written) {
            return outside(&scheme, written);
        }
        if written.is_empty() || written.starts_with("//") {
            return Some(Problem::BadLink(written.to_owned()));
        }
        let Some(target) = self.plan.resolve(from, written) else {
            return self.broken(from, written);
        };
        let fragment = target.suffix.split_once('#')?.1;
        let fragment = markdown::percent_decoded(fragment);
        if matches!(fragment.as_str(), "" | "top") || fragment.starts_with(":~:") {
            return None;
        }
        let path = match target.to {
            TargetFile::Page(route, number, asked) => {
                if is_to_own_heading {
                    return None;
                }
                let spoken = |it: &Lang| self.plan.languages.contains(it);
                let lang = asked.or(Some(lang)).filter(spoken);
                let lang = lang.unwrap_or(self.plan.languages[0]);
                file_at(&self.plan.page_address(route, lang, number))
            }
            TargetFile::File(_) => return None, // `#page=2` of a document is its reader's affair
        };
        let ids = self.ids_of(&path)?;
        if ids.contains(&fragment) {
            return None;
        }
        Some(Problem::BrokenFragment {
            nearest: nearest(&fragment, ids.iter().map(String::as_str)),
            written: fragment,
        })
    }

    /// The ids of a page; `None` where it cannot be rendered, which says so itself.
    fn ids_of(&mut self, path: &str) -> Option<&BTreeSet<String>> {
        if !self.ids.contains_key(path) {
            let ids = ids(&(self.page)(path)?);
            self.ids.insert(path.to_owned(), ids);
        }
        self.ids.get(path)
    }

    /// Why a link leads nowhere; `None` where its target has mistakes of its own.
    fn broken(&mut self, from: &SitePath, written: &str) -> Option<Problem> {
        let path = markdown::percent_decoded(written.split(['#', '?']).next().unwrap_or(written));
        let files = match path.strip_prefix('/') {
            Some(address) => files_of(address),
            None => from
                .beside(&path)
                .map_or_else(Vec::new, |it| originals(&it)),
        };
        for file in &files {
            if let Some(name) = self.planned.get(file) {
                return Some(Problem::LinkToPlanned((*name).to_owned()));
            }
            match self.directory.left_out.get(file) {
                Some(LeftOut::Draft) => return Some(Problem::PointsToDraft(written.to_owned())),
                Some(LeftOut::Example) => {
                    return Some(Problem::PointsToExample(written.to_owned()));
                }
                Some(LeftOut::Faulty) => return None,
                None => {}
            }
        }
        Some(Problem::BrokenLink {
            nearest: self.nearest(from, &path),
            written: written.to_owned(),
        })
    }

    /// The nearest address or file, written as the link would have to be.
    fn nearest(&mut self, from: &SitePath, path: &str) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        if path.starts_with("www.") {
            return Some(format!("https://{path}"));
        }
        if let Some(address) = path.strip_prefix('/') {
            // An address from the root of the host works until the site moves; one from the root of the site always does.
            let base = self.directory.site.base_url.splitn(4, '/').nth(3);
            if let Some(rest) = address.strip_prefix(base.unwrap_or("/"))
                && self.plan.resolve(from, &format!("/{rest}")).is_some()
            {
                return Some(format!("/{rest}"));
            }
            let pages = self.plan.files.keys();
            let addresses = pages.filter_map(|it| it.strip_suffix("index.html"));
            return nearest(address, addresses).map(|it| format!("/{it}"));
        }
        let meant = from.beside(path)?;
        let is_page = |it: &&SitePath| self.plan.page_of(it).is_some();
        // The right name in another folder is as likely as a wrong name in the right one.
        let texts = || self.sources.texts.keys().filter(is_page);
        let same_name = || texts().filter(|it| it.file_name() == meant.file_name());
        let is_common = matches!(meant.file_name(), "center.toml" | "center.md");
        let near = if is_common {
            let others = same_name().filter(|it| it.folder() != from.folder());
            nearest(meant.as_str(), others.map(SitePath::as_str))
        } else {
            let here = texts().filter(|it| it.folder() == meant.folder());
            nearest(meant.as_str(), here.map(SitePath::as_str))
                .or_else(|| same_name().next().map(|it| it.as_str().to_owned()))
        };
        Some(from.way_to(&near?))
    }
}

/// What is wrong with a link to another site, a mail address or a telephone.
fn outside(scheme: &str, written: &str) -> Option<Problem> {
    let rest = written.split_once(':').map_or("", |(_, rest)| rest);
    let is_good = match scheme {
        "http" | "https" => {
            let host = rest.strip_prefix("//").unwrap_or("");
            let host = host.split(['/', '?', '#']).next().unwrap_or("");
            !host.is_empty() && !written.contains(char::is_whitespace)
        }
        "mailto" => rest.contains('@'),
        "tel" => rest.contains(|it: char| it.is_ascii_digit()),
        _ => false,
    };
    (!is_good).then(|| Problem::BadLink(written.to_owned()))
}

/// The values of all `id` attributes of a page.
fn ids(html: &str) -> BTreeSet<String> {
    let after = html
        .match_indices(" id=")
        .map(|(at, it)| &html[at + it.len()..]);
    after
        .filter_map(|rest| match rest.as_bytes().first()? {
            quote @ (b'"' | b'\'') => rest[1..].split(char::from(*quote)).next(),
            _ => rest.split([' ', '>']).next(),
        })
        .map(str::to_owned)
        .collect()
}

/// The file in which an entry is described, of any file of it.
fn originals(file: &SitePath) -> Vec<SitePath> {
    let path = file.as_str();
    let folder = match path
        .strip_suffix("/center.md")
        .or_else(|| path.strip_suffix("/center.en.md"))
    {
        Some(folder) => format!("{folder}/center.toml"),
        None => match path.strip_suffix(".en.md") {
            Some(stem) => format!("{stem}.md"),
            None => path.to_owned(),
        },
    };
    // A link may name the folder of a centre.
    vec![
        SitePath::new(folder),
        SitePath::new(format!("{path}/center.toml")),
    ]
}

/// The files that would be the page at an address, in the default language or another.
fn files_of(address: &str) -> Vec<SitePath> {
    let address = address.trim_end_matches('/');
    let other = Lang::ALL
        .iter()
        .find_map(|it| address.strip_prefix(it.tag())?.strip_prefix('/'));
    let address = other.unwrap_or(address);
    vec![
        SitePath::new(format!("content/{address}/center.toml")),
        SitePath::new(format!("content/{address}.md")),
        SitePath::new(format!("content/pages/{address}.md")),
    ]
}

#[cfg(test)]
mod tests;
