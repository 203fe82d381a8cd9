//! The contact card of a centre (vCard 3.0, which the oldest phones read): whoever answers, with consent, else the office.

use crate::model::Center;
use crate::model::directory::CenterId;
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::feeds::content_lines::ContentLines;
use crate::render::pieces::contact;
use crate::render::view::{Contact, LocalizedText};

/// A contact card.
pub(in crate::render) fn card(context: &PageContext, id: CenterId) -> String {
    let it = context.parts.directory.center(id);
    let center_name = it.name.in_lang(context.lang).0;
    let contact = contact::of(context, it.coordinator.as_ref(), it);
    let contact = contact.as_ref();
    let is_person = contact.is_some_and(|it| it.kind == "person");
    let named = contact.and_then(|it| it.name.as_ref());
    // A person is saved under their name; an office that stands in, under the name of the centre that was looked up.
    let (name, organization) = match named {
        Some(named) if is_person => (named.text.as_str(), center_name),
        Some(office) => (center_name, office.text.as_str()),
        None => (center_name, center_name),
    };
    let mut lines = ContentLines::new();
    lines.plain("BEGIN", "VCARD");
    lines.plain("VERSION", "3.0");
    lines.plain("PRODID", "-//sala//contact card//TH");
    lines.text("FN", name);
    lines.texts("N", &["", name, "", "", ""], ';');
    lines.texts("ORG", &[organization], ';');
    let position = contact.and_then(|it| it.position.as_ref());
    if let Some(position) = position.filter(|_| is_person) {
        lines.text("TITLE", &position.text);
    }
    if let Some(contact) = contact {
        channels(&mut lines, contact);
    }
    place(&mut lines, context, it);
    lines.plain("URL", &context.absolute(Route::Center(id)));
    let note = note(context, it, contact);
    if !note.is_empty() {
        lines.text("NOTE", &note);
    }
    lines.plain("END", "VCARD");
    lines.finish()
}

fn channels(lines: &mut ContentLines, contact: &Contact) {
    for phone in &contact.phones {
        lines.plain("TEL;TYPE=WORK,VOICE", dialled(&phone.href).0);
    }
    if let Some(email) = &contact.email {
        lines.text("EMAIL;TYPE=INTERNET,WORK", email);
    }
}

/// The number of a `tel:` address, and whether an extension follows that a card cannot hold.
fn dialled(href: &str) -> (&str, bool) {
    let number = href.strip_prefix("tel:").unwrap_or(href);
    match number.split_once(';') {
        Some((number, _)) => (number, true),
        None => (number, false),
    }
}

/// Where the centre is. Digits are Arabic: maps read them.
fn place(lines: &mut ContentLines, context: &PageContext, center: &Center) {
    let it = &center.location;
    let areas = &context.parts.directory.areas;
    let numbered = |key, number: &String| context.filled(key, &[("number", number)]);
    let house = it.house_no.as_ref().map(|it| numbered("address_house", it));
    let village = it.village.as_ref();
    let village = village.map(|it| numbered("address_village", it));
    let village_name = it.village_name.as_ref();
    let village_name = village_name.map(|it| it.in_lang(context.lang).0.to_owned());
    let subdistrict = it.subdistrict.as_ref();
    let subdistrict = subdistrict
        .and_then(|it| areas.subdistricts.get(it))
        .map(|it| context.placed("place_subdistrict", &it.name));
    let street: Vec<String> = [house, village, village_name, subdistrict]
        .into_iter()
        .flatten()
        .collect();
    let district = areas.districts.get(&it.district);
    let district = district.map(|it| context.placed("place_district", &it.name));
    let province = context.province_of(center);
    let province = province.map(|it| context.placed("place_province", it));
    let or_empty = |it: &Option<String>| it.clone().unwrap_or_default();
    let parts = [
        String::new(),
        String::new(),
        street.join(" "),
        or_empty(&district),
        or_empty(&province),
        or_empty(&it.postal_code),
        String::new(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    lines.texts("ADR;TYPE=WORK", &parts, ';');
    if let Some(point) = it.point {
        let at = format!("{:.6};{:.6}", point.latitude, point.longitude);
        lines.plain("GEO", &at);
    }
}

/// What has no place of its own on a card: through whom, extensions, LINE, hours, and that an example is one.
fn note(context: &PageContext, center: &Center, contact: Option<&Contact>) -> String {
    let mut note = Vec::new();
    if center.example {
        note.push(context.word("example").to_owned());
    }
    if let Some(contact) = contact {
        let through = contact.through.as_ref();
        note.extend(through.map(|it: &LocalizedText| it.text.clone()));
        for phone in contact.phones.iter().filter(|it| dialled(&it.href).1) {
            note.push(context.filled("call", &[("phone", &phone.text)]));
        }
        let line = contact.line.as_ref();
        note.extend(line.map(|it| format!("LINE {}", it.href.as_ref().unwrap_or(&it.text))));
    }
    let hours = center.hours();
    note.extend(hours.map(|it| it.in_lang(context.lang).0.to_owned()));
    note.join("\n")
}
