//! A licence as pages name it: the Creative Commons ones are known, and linked.

use crate::render::view;

/// A licence; the Creative Commons ones are known by their names.
pub(in crate::render) fn license(name: &str) -> view::License {
    let mut words = name.split_ascii_whitespace();
    let href = match (words.next(), words.next(), words.next()) {
        (Some("CC0"), _, _) => {
            Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned())
        }
        (Some("CC"), Some(kind), version) => {
            let kind = kind.to_ascii_lowercase();
            let version = version.unwrap_or("4.0");
            ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
                .contains(&kind.as_str())
                .then(|| format!("https://creativecommons.org/licenses/{kind}/{version}/"))
        }
        _ => None,
    };
    view::License {
        name: name.to_owned(),
        href,
    }
}

#[cfg(test)]
mod tests {
    use super::license;

    #[test]
    fn creative_commons_licences_have_an_address() {
        let by = license("CC BY 4.0").href;
        assert_eq!(
            by.as_deref(),
            Some("https://creativecommons.org/licenses/by/4.0/")
        );
        let sa = license("CC BY-SA 3.0").href;
        assert_eq!(
            sa.as_deref(),
            Some("https://creativecommons.org/licenses/by-sa/3.0/")
        );
        assert_eq!(license("สงวนลิขสิทธิ์").href, None);
    }
}
