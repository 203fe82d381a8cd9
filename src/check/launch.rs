//! What must be decided before a site goes public: what nobody but the office can say, and what is still an illustration.
//!
//! In: a directory and its settings as written. Out: a warning for each open point, at the key that settles it.

use crate::diagnostic::open_point::OpenPoint;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::Directory;
use crate::parse;
use crate::source::Source;

/// What is still open.
pub fn open_points(directory: &Directory, settings: &Source) -> Diagnostics {
    let site = &directory.site;
    let office = &site.organization;
    let examples = directory.centers.iter().filter(|it| it.example).count()
        + directory.practices.iter().filter(|it| it.example).count()
        + directory.activities.iter().filter(|it| it.example).count();
    let points = [
        is_sample(&site.base_url)
            .then(|| ("base_url", OpenPoint::Address(site.base_url.to_string()))),
        (!office.is_reachable()).then_some(("organization", OpenPoint::Contact)),
        site.license
            .is_none()
            .then_some(("license", OpenPoint::License)),
        (!site.is_official).then_some(("organization", OpenPoint::Official)),
        site.controller
            .is_none()
            .then_some(("organization", OpenPoint::Controller)),
        office
            .address
            .is_none()
            .then_some(("organization", OpenPoint::ControllerContact("address"))),
        office
            .email
            .is_none()
            .then_some(("organization", OpenPoint::ControllerContact("email"))),
        (examples > 0).then_some(("examples", OpenPoint::Examples(examples))),
    ];
    let spans = parse::site::key_spans(settings);
    let mut found = Diagnostics::default();
    for (key, point) in points.into_iter().flatten() {
        let warning = Diagnostic::warning(Problem::NotDecided(point));
        found.push(warning.at(&settings.path, spans.of(key)));
    }
    found
}

/// Whether an address is one that nobody can own, or that leads to the computer itself.
fn is_sample(address: &str) -> bool {
    let host = address.split("//").nth(1).unwrap_or(address);
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    let mut labels = host.split('.');
    labels.any(|it| it.eq_ignore_ascii_case("example"))
        || host.starts_with("127.")
        || ["test", "invalid", "localhost", "local"].iter().any(|it| {
            host.rsplit('.')
                .next()
                .is_some_and(|last| last.eq_ignore_ascii_case(it))
        })
}

#[cfg(test)]
mod tests {
    use super::is_sample;

    #[test]
    fn an_address_that_nobody_owns_is_a_sample() {
        for (address, expected) in [
            ("https://sj-ubon.example.go.th/", true),
            ("https://example.com/sj/", true),
            ("http://localhost:1111/", true),
            ("http://127.0.0.1/", true),
            ("https://site.invalid/", true),
            ("https://ubon.cdd.go.th/sj/", false),
            ("https://examples.go.th/", false),
        ] {
            assert_eq!(is_sample(address), expected, "{address}");
        }
    }
}
