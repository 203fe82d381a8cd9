//! Whom to ask: a person who consented, else the district's office, else whoever publishes the site.

use crate::model::site::Organization;
use crate::model::{Center, Lang};
use crate::render::context::PageContext;
use crate::render::view::{self, LineLink, LocalizedText, PhoneLink};
use crate::schema::person::PersonFacts;
use crate::value::Phone;

pub(in crate::render) fn phone_links(context: &PageContext, phones: &[Phone]) -> Vec<PhoneLink> {
    phones
        .iter()
        .map(|it| PhoneLink {
            text: context.digits(&it.written),
            href: it.link.clone(),
        })
        .collect()
}

/// A LINE ID leads to LINE; what is neither an address nor an ID is only shown.
pub(in crate::render) fn line_link(written: &str) -> LineLink {
    let is_id = |id: &str| {
        !id.is_empty()
            && id
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || b"._-".contains(&it))
    };
    let small = written.to_ascii_lowercase();
    let is_address = small.starts_with("https://") || small.starts_with("http://");
    let href = if is_address {
        Some(written.to_owned())
    } else if let Some(id) = written.strip_prefix('@').filter(|it| is_id(it)) {
        Some(format!("https://line.me/R/ti/p/@{id}"))
    } else if is_id(written) {
        Some(format!("https://line.me/ti/p/~{written}"))
    } else {
        None
    };
    LineLink {
        text: written.to_owned(),
        href,
    }
}

/// Whom to ask about something of a centre: `asked` first, then who stands in. Nobody can be asked about an illustration.
pub(in crate::render) fn of(
    context: &PageContext,
    asked: Option<&PersonFacts>,
    center: &Center,
) -> Option<view::Contact> {
    if center.example {
        return None;
    }
    if let Some(person) = asked.filter(|it| it.is_reachable()) {
        return Some(view::Contact {
            kind: "person",
            name: context.maybe(person.name.as_ref()),
            position: context.maybe(person.position.as_ref()),
            through: None,
            phones: phone_links(context, &person.phone),
            email: person.email.as_deref().cloned(),
            line: person.line.as_deref().map(line_link),
            address: None,
        });
    }
    office(context, &center.location.district)
}

/// The office of a district, else its coordinator who consented, else whoever publishes.
pub(in crate::render) fn office(context: &PageContext, district: &str) -> Option<view::Contact> {
    let directory = context.parts.directory;
    let site = &directory.site;
    let office = site.offices.get(district);
    if let Some(office) = office {
        if office.organization.is_reachable() {
            return Some(organization(context, "office", &office.organization));
        }
        let coordinator = office.coordinator.as_ref();
        if let Some(person) = coordinator.filter(|it| it.is_reachable()) {
            let name = office.organization.name.as_ref();
            return Some(view::Contact {
                kind: "person",
                name: context.maybe(person.name.as_ref()),
                position: context.maybe(person.position.as_ref()),
                through: name.map(|it| through(context, it)),
                phones: phone_links(context, &person.phone),
                email: person.email.as_deref().cloned(),
                line: person.line.as_deref().map(line_link),
                address: context.maybe(office.organization.address.as_ref()),
            });
        }
    }
    site.organization
        .is_reachable()
        .then(|| organization(context, "organization", &site.organization))
}

fn organization(context: &PageContext, kind: &'static str, it: &Organization) -> view::Contact {
    view::Contact {
        kind,
        name: context.maybe(it.name.as_ref()),
        position: None,
        through: it.name.as_ref().map(|name| through(context, name)),
        phones: phone_links(context, &it.phone),
        email: it.email.as_deref().cloned(),
        line: it.line.as_deref().map(line_link),
        address: context.maybe(it.address.as_ref()),
    }
}

/// `ติดต่อผ่านสำนักงาน…`: one sentence in one language, Thai where the office has no English name.
fn through(context: &PageContext, name: &crate::model::Text) -> LocalizedText {
    let (name, lang) = name.in_lang(context.lang);
    let words = context.parts.theme.words(lang);
    let sentence = words
        .get("contact_through")
        .map_or("{name}", String::as_str);
    debug_assert!(lang == context.lang || lang == Lang::Th);
    context.text_in(&sentence.replace("{name}", name), lang)
}

#[cfg(test)]
mod tests {
    use super::line_link;

    #[test]
    fn a_line_id_leads_to_line() {
        for (written, href) in [
            ("@sj-ubon", Some("https://line.me/R/ti/p/@sj-ubon")),
            ("sj.ubon", Some("https://line.me/ti/p/~sj.ubon")),
            ("https://lin.ee/abc", Some("https://lin.ee/abc")),
            ("HTTPS://lin.ee/abc", Some("HTTPS://lin.ee/abc")),
            ("ศูนย์ฯ หัวดอน", None),
        ] {
            assert_eq!(line_link(written).href.as_deref(), href, "{written}");
        }
    }
}
