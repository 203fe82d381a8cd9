//! Old and new addresses: every one leads to one place.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::markdown::percent_decoded;
use crate::model::SitePath;
use crate::model::media::Place;
use crate::value::Spanned;

/// The addresses that an entry claims.
#[derive(Debug, Default)]
pub(super) struct AddressClaims {
    /// That of its page.
    pub(super) page: Option<(String, Place)>,
    /// Its old ones, in the order in which it names them.
    aliases: Vec<(String, Place)>,
}

impl AddressClaims {
    /// Takes the old addresses of a page; those that are addresses come back as the model has them.
    pub(super) fn aliases(
        &mut self,
        written: &[Spanned<String>],
        file: &SitePath,
        found: &mut Diagnostics,
    ) -> Vec<String> {
        let mut addresses = Vec::new();
        for alias in written {
            let Some(address) = address(&alias.value) else {
                let problem = Problem::BadAlias(alias.value.clone());
                found.push(Diagnostic::error(problem).at(file, alias.span.clone()));
                continue;
            };
            let place = Place {
                file: file.clone(),
                span: alias.span.clone(),
            };
            self.aliases.push((address.clone(), place));
            addresses.push(address);
        }
        addresses
    }
}

/// Who wants which address.
#[derive(Default)]
pub(super) struct Addresses {
    pages: HashMap<String, Place>,
    /// Old addresses, in the order in which entries name them.
    aliases: Vec<(String, Place)>,
}

impl Addresses {
    /// Gives an entry its address, unless another has it.
    pub(super) fn take(&mut self, addresses: &AddressClaims, found: &mut Diagnostics) -> bool {
        self.aliases.extend(addresses.aliases.iter().cloned());
        let Some((address, place)) = &addresses.page else {
            return true;
        };
        if let Some(first) = self.pages.get(address) {
            found.push(taken(address, place.clone(), first));
            return false;
        }
        self.pages.insert(address.clone(), place.clone());
        true
    }

    /// Reports old addresses that are those of pages, or of two entries, and says which of which file lead nowhere for that.
    pub(super) fn finish(mut self, found: &mut Diagnostics) -> BTreeSet<(SitePath, String)> {
        let mut refused = BTreeSet::new();
        for (address, place) in self.aliases {
            match self.pages.get(&address) {
                Some(first) => {
                    refused.insert((place.file.clone(), address.clone()));
                    found.push(taken(&address, place, first));
                }
                None => {
                    self.pages.insert(address, place);
                }
            }
        }
        refused
    }
}

fn taken(address: &str, place: Place, first: &Place) -> Diagnostic {
    Diagnostic::error(Problem::AddressTaken(format!("/{address}")))
        .at(&place.file, place.span)
        .with_related(first.clone())
}

/// An address of the site as the model has it: without leading `/`, ending in `/`; `%E0%B8%81` as copied from a browser is `ก`.
fn address(written: &str) -> Option<String> {
    let written = percent_decoded(written);
    let path = written.strip_prefix('/').unwrap_or(&written);
    let path = path.strip_suffix('/').unwrap_or(path);
    let is_good = !path.is_empty()
        && path.split('/').all(|part| {
            !matches!(part, "" | "." | "..")
                && part.len() <= 255
                && !part.contains(|it: char| {
                    it.is_control()
                        || it.is_whitespace()
                        || matches!(
                            it,
                            '\\' | '%' | ':' | '?' | '#' | '*' | '"' | '<' | '>' | '|'
                        )
                })
        });
    is_good.then(|| format!("{path}/"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{a_center, a_page, a_practice, a_site};

    #[test]
    fn old_addresses_are_paths_of_the_site() {
        for (alias, expected) in [
            ("/centers/old/", Some("centers/old/")),
            ("centers/old", Some("centers/old/")),
            ("/หัวดอน/", Some("หัวดอน/")),
            ("/%E0%B8%AB%e0%b8%b1%E0%B8%A7/", Some("หัว/")),
            ("/%2e%2e/x/", None),
            ("/..%2f", None),
            ("/a%0Ab/", None),
            ("/a%ffb/", None),
            ("/100%/", None),
            ("/old.html", Some("old.html/")),
            ("/", None),
            ("", None),
            ("//example.com/", None),
            ("https://example.com/", None),
            ("../old", None),
            ("/a/./b", None),
            ("/a?b", None),
            ("/a b/", None),
        ] {
            let (directory, found) = a_site().with(a_center("a").formerly(alias)).check();
            match expected {
                Some(expected) => {
                    assert_eq!(directory.unwrap().centers[0].aliases, [expected], "{alias}");
                }
                None => assert!(
                    found[0].starts_with("error[bad-alias]"),
                    "{found:?} for {alias}"
                ),
            }
        }
    }

    #[test]
    fn an_address_leads_to_one_place() {
        let old = "/centers/old/";
        for site in [
            a_site()
                .with(a_center("a").formerly(old))
                .with(a_center("b").formerly(old)),
            a_site()
                .with(a_center("a").formerly(old))
                .with(a_center("old")),
            a_site()
                .with(a_center("old"))
                .with(a_center("z").formerly("centers/old")),
            a_site().with(a_center("a").formerly("/centers/a/")),
            a_site().with(a_center("a").formerly(old).formerly(old)),
            a_site().with(a_center("a")).with(a_page("centers/a")),
            a_site()
                .with(a_center("a"))
                .with(a_practice("a", "x").formerly("/about/"))
                .with(a_page("about")),
        ] {
            let (directory, found) = site.check();
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with("error[address-taken]"), "{found:?}");
            // Nobody downstream has to find it again.
            let directory = directory.unwrap();
            let centers = directory.centers.iter();
            let addresses = centers.flat_map(|it| {
                it.aliases
                    .iter()
                    .cloned()
                    .chain([format!("centers/{}/", it.path)])
            });
            let practices = directory.practices.iter().flat_map(|it| it.aliases.clone());
            let pages = directory.pages.iter().map(|it| format!("{}/", it.path));
            let mut addresses: Vec<_> = addresses.chain(practices).chain(pages).collect();
            let all = addresses.len();
            addresses.sort();
            addresses.dedup();
            assert_eq!(addresses.len(), all, "{addresses:?}");
        }
    }

    #[test]
    fn what_has_no_page_has_no_address() {
        for site in [
            a_site()
                .with(a_center("a").formerly("/centers/old/"))
                .with(a_center("old").planned()),
            a_site()
                .with(a_center("a").formerly("/about/"))
                .with(a_page("about").draft()),
        ] {
            assert_eq!(site.codes(), [""; 0]);
        }
    }
}
