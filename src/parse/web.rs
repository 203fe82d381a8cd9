//! Web addresses, e-mail addresses and slugs.
//!
//! In: strings. Out: whether they can be what they are meant to be. Never: asks the network.

use crate::diagnostic::Problem;

/// An http or https address.
pub fn url(written: &str) -> Result<String, Problem> {
    let text = written.trim();
    is_http(text)
        .then(|| text.to_owned())
        .ok_or_else(|| Problem::BadUrl(written.to_owned()))
}

/// The address of a site: absolute, http or https, without query and fragment; made to end in `/`.
pub fn base_url(written: &str) -> Result<String, Problem> {
    let text = written.trim().trim_end_matches('/');
    let (_, rest) = text.split_once("://").unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, "-"));
    let has_port = |it: &str| it.parse::<u16>().is_ok();
    let is_good_host = host.rsplit_once(':').is_none_or(|(_, port)| has_port(port));
    // `//` would begin the address of another host; dots lead elsewhere.
    let is_folder = |it: &str| !matches!(it, "" | "." | "..") && !it.to_lowercase().contains("%2e");
    let is_clean = !text.contains(['?', '#']) && path.split('/').all(is_folder);
    if is_http(text) && is_good_host && is_clean {
        Ok(format!("{text}/"))
    } else {
        Err(Problem::BadBaseUrl(written.to_owned()))
    }
}

/// An address of the site from its root, or an http or https address.
pub fn link(written: &str) -> Result<String, Problem> {
    let is_in_site = written.starts_with('/')
        && !written.starts_with("//")
        && !written.contains(|it: char| it.is_whitespace() || it == '\\');
    if is_in_site {
        return Ok(written.to_owned());
    }
    url(written).map_err(|_| Problem::BadMenuAddress(written.to_owned()))
}

/// An e-mail address that a letter could reach.
pub fn email(written: &str) -> Result<String, Problem> {
    let text = written.trim();
    let is_local = |it: &str| {
        !it.is_empty()
            && !it.starts_with('.')
            && !it.ends_with('.')
            && !it.contains("..")
            && it
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&it))
    };
    match text.rsplit_once('@') {
        Some((local, domain)) if is_local(local) && domain.contains('.') && is_host(domain) => {
            Ok(text.to_owned())
        }
        _ => Err(Problem::BadEmail(written.to_owned())),
    }
}

/// Whether it can be a part of an address of the site.
#[must_use]
pub fn is_slug(written: &str) -> bool {
    !written.is_empty()
        && !written.starts_with('-')
        && !written.ends_with('-')
        && written
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

/// The slug of an English name: `Khueang Nai` → `khueang-nai`; `None` where nothing of it can be kept.
#[must_use]
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !matches!(letter, '\'' | '’') && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

fn is_http(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return false;
    }
    let is_clean = |it: char| {
        !it.is_whitespace()
            && !it.is_control()
            && !matches!(it, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
    };
    if !rest.chars().all(is_clean) {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.rsplit_once(':') {
        Some((host, port)) => is_host(host) && port.parse::<u16>().is_ok_and(|it| it > 0),
        None => is_host(authority),
    }
}

/// Labels between dots, in any script, as browsers take them.
fn is_host(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|it| it.is_ascii_alphanumeric() || it == '-' || !it.is_ascii())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_http() {
        for (written, is_right) in [
            ("https://example.go.th/", true),
            ("http://example.go.th", true),
            ("HTTPS://Example.go.th/a?b=c#d", true),
            ("https://ตัวอย่าง.ไทย/หน้า", true),
            ("http://127.0.0.1:8080/", true),
            ("javascript:alert(1)", false),
            ("ftp://example.go.th", false),
            ("www.example.go.th", false),
            ("https://", false),
            ("https:///a", false),
            ("https://exa mple.go.th", false),
            ("https://user@example.go.th", false),
            ("https://example.go.th:99999", false),
            ("https://a..th/\"onclick=", false),
        ] {
            assert_eq!(url(written).is_ok(), is_right, "for {written:?}");
        }
    }

    #[test]
    fn a_site_stands_at_an_address() {
        for (written, expected) in [
            (
                "https://example.go.th/sj/",
                Some("https://example.go.th/sj/"),
            ),
            (
                "https://example.go.th/sj",
                Some("https://example.go.th/sj/"),
            ),
            ("https://example.go.th", Some("https://example.go.th/")),
            ("https://example.go.th/?a", None),
            ("https://example.go.th/#a", None),
            ("./", None),
            ("/sj/", None),
            ("", None),
        ] {
            assert_eq!(
                base_url(written).ok().as_deref(),
                expected,
                "for {written:?}"
            );
        }
    }

    #[test]
    fn letters_need_an_address() {
        for (written, is_right) in [
            ("khemarat@example.go.th", true),
            ("a.b+c@example.co.th", true),
            ("a@b", false),
            ("a b@example.go.th", false),
            ("a@@example.go.th", false),
            ("@example.go.th", false),
            ("ชื่อ@example.go.th", false),
        ] {
            assert_eq!(email(written).is_ok(), is_right, "for {written:?}");
        }
    }

    #[test]
    fn slugs_come_from_english_names() {
        for (name, expected) in [
            ("Khueang Nai", Some("khueang-nai")),
            ("Kut Khaopun", Some("kut-khaopun")),
            ("  Ban  Maet (2) ", Some("ban-maet-2")),
            ("เขื่องใน", None),
        ] {
            assert_eq!(slug(name).as_deref(), expected, "for {name:?}");
            assert!(expected.is_none_or(is_slug));
        }
    }
}
