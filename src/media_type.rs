//! What a file is, by its name: the one list of media types that pages, open data, hosts and the preview go by.

/// Kinds of files: how their names end, their media type, and whether they are text, which hosts send compressed.
const KINDS: &[(&str, &str, IsText)] = {
    use IsText::{No, Yes};
    &[
        // What is made for programs: a name that says more than its ending comes before it.
        ("schema.json", "application/schema+json", Yes),
        ("json", "application/json", Yes),
        ("geojson", "application/geo+json", Yes),
        ("webmanifest", "application/manifest+json", Yes),
        ("xml", "application/xml", Yes),
        ("csv", "text/csv", Yes),
        ("ics", "text/calendar", Yes),
        ("vcf", "text/vcard", Yes),
        // Pages and what they load.
        ("html", "text/html", Yes),
        ("css", "text/css", Yes),
        ("js", "text/javascript", Yes),
        ("mjs", "text/javascript", Yes),
        ("svg", "image/svg+xml", Yes),
        ("png", "image/png", No),
        ("jpg", "image/jpeg", No),
        ("jpeg", "image/jpeg", No),
        ("webp", "image/webp", No),
        ("avif", "image/avif", No),
        ("gif", "image/gif", No),
        ("ico", "image/x-icon", No),
        ("woff2", "font/woff2", No),
        ("woff", "font/woff", No),
        ("ttf", "font/ttf", No),
        // What lies beside them as it is.
        ("txt", "text/plain", Yes),
        ("md", "text/plain", Yes),
        ("pdf", "application/pdf", No),
        ("mp4", "video/mp4", No),
        ("mp3", "audio/mpeg", No),
    ]
};

/// Files whose kind is known by their whole name.
const NAMES: &[(&str, &str)] = &[
    ("feed.xml", "application/atom+xml"),
    ("opensearch.xml", "application/opensearchdescription+xml"),
    ("_headers", "text/plain"),
    ("_redirects", "text/plain"),
];

/// What nobody knows better.
const BYTES: &str = "application/octet-stream";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IsText {
    Yes,
    No,
}

/// The media type of a file.
#[must_use]
pub fn of(file: &str) -> &'static str {
    let name = file.rsplit('/').next().unwrap_or(file);
    let named = NAMES.iter().find(|(known, _)| *known == name);
    let kind = || kind(name).map(|(_, media_type, _)| media_type);
    named.map_or_else(|| kind().unwrap_or(BYTES), |(_, media_type)| media_type)
}

/// The media type of files whose names end so: `csv`, `schema.json`.
#[must_use]
pub fn of_extension(extension: &str) -> &'static str {
    let known = KINDS.iter().find(|(ending, ..)| *ending == extension);
    known.map_or(BYTES, |(_, media_type, _)| media_type)
}

/// The media type of a file as a host sends it: text is UTF-8. XML and JSON say so themselves.
#[must_use]
pub fn as_sent(file: &str) -> String {
    let media_type = of(file);
    if media_type.starts_with("text/") {
        format!("{media_type}; charset=utf-8")
    } else {
        media_type.to_owned()
    }
}

/// Whether a file is of a kind that hosts send compressed.
#[must_use]
pub fn is_text(file: &str) -> bool {
    kind(file).is_some_and(|(.., is_text)| is_text == IsText::Yes)
}

/// The kind by how a name ends, in small letters or large ones.
fn kind(name: &str) -> Option<(&'static str, &'static str, IsText)> {
    let ends_with = |ending: &str| {
        let (start, end) = name
            .as_bytes()
            .split_at(name.len().saturating_sub(ending.len()));
        start.ends_with(b".") && end.eq_ignore_ascii_case(ending.as_bytes())
    };
    KINDS.iter().copied().find(|(ending, ..)| ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_from_names() {
        for (file, expected, packs) in [
            ("index.html", "text/html; charset=utf-8", true),
            ("topics/rice/feed.xml", "application/atom+xml", true),
            ("sitemap.xml", "application/xml", true),
            ("data/centers.schema.json", "application/schema+json", true),
            ("data/centers.json", "application/json", true),
            ("_headers", "text/plain; charset=utf-8", false),
            ("a/LOGO.PNG", "image/png", false),
            ("a/แผน.CSV", "text/csv; charset=utf-8", true),
            ("a.b/unknown", BYTES, false),
            ("html", BYTES, false),
            ("", BYTES, false),
        ] {
            assert_eq!(as_sent(file), expected, "{file}");
            assert_eq!(is_text(file), packs, "{file}");
        }
    }
}
