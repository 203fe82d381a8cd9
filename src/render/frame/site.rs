//! The view of the site as a whole.

use crate::model::directory::PageId;
use crate::model::site::Organization;
use crate::plan::{FeedOf, TargetFile, What};
use crate::render::context::Voice;
use crate::render::host;
use crate::render::pages::search_page;
use crate::render::pieces::contact::{line_link, phone_links};
use crate::render::view::{self, Html, Lists, MenuItem, Said};

/// How many pages of a site the foot names beside those of the menu: those that weigh least. It stands on every page, and so must not grow
/// with the site.
const IN_FOOT: usize = 20;

pub(in crate::render) fn view(voice: &Voice) -> view::Site {
    let parts = voice.parts;
    let site = &parts.directory.site;
    let (menu, footer) = menus(voice);
    let output = site.output;
    let feed = parts
        .plan
        .feed_address(parts.directory, FeedOf::Site, voice.lang);
    let home = voice.address(What::Home);
    view::Site {
        title: voice.said(&site.title),
        description: voice.maybe(site.description.as_ref()),
        home: voice.href(What::Home),
        base_url: parts.shared.base_url.clone(),
        menu,
        footer,
        organization: organization(voice, &site.organization),
        license: site.license.as_deref().map(license),
        assets: parts
            .theme
            .files
            .iter()
            .map(|(path, file)| (path.clone(), voice.links.href(&file.address)))
            .collect(),
        lists: Lists {
            centers: voice.href(What::Centers),
            best_practices: voice.href(What::BestPractices),
            districts: voice.href(What::Districts),
            topics: voice.href(What::Topics),
            activities: voice.href(What::Activities),
            awards: voice.href(What::Awards),
            progress: voice.href(What::Progress),
            data: output.data.then(|| voice.href(What::Data)),
        },
        search: search_page::search_box(voice),
        worker: (output.offline).then(|| voice.file_href("sw.js")).flatten(),
        feed: voice.links.href(&feed),
        manifest: voice.links.href(&format!("{home}site.webmanifest")),
        csp: host::page_policy(parts.shared.is_portable),
        generator: concat!("sala ", env!("CARGO_PKG_VERSION")).to_owned(),
        is_multilingual: parts.plan.languages.len() > 1,
        is_portable: parts.shared.is_portable,
        output: [
            ("search", output.search),
            ("data", output.data),
            ("calendar", output.calendar),
            ("contact_cards", output.contact_cards),
            ("leaflets", output.leaflets),
            ("previews", output.previews),
            ("qr", output.qr),
            ("offline", output.offline),
        ]
        .into(),
        extra: site.extra.clone(),
        head: Html::default(),
        brand: Html::default(),
        foot: Html::default(),
    }
}

fn organization(voice: &Voice, it: &Organization) -> view::Organization {
    view::Organization {
        name: voice.maybe(it.name.as_ref()),
        address: voice.maybe(it.address.as_ref()),
        phones: phone_links(voice, &it.phones),
        email: it.email.clone(),
        line: it.line.as_deref().map(line_link),
        url: it.url.clone(),
    }
}

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

/// The main menu, and what the foot names beside it.
fn menus(voice: &Voice) -> (Vec<MenuItem>, Vec<MenuItem>) {
    let parts = voice.parts;
    let directory = parts.directory;
    let own = |what: What, name: Said| MenuItem {
        name,
        href: voice.href(what),
        address: format!("/{}", voice.address(what)),
        is_external: false,
    };
    let list = |what, key| own(what, voice.own(voice.word(key)));
    let near = &parts.plan.neighbours;
    let page = |id: &PageId| own(What::Page(*id), voice.said(&directory.pages[id.0].title));
    let mut menu: Vec<MenuItem> = if directory.site.menu.is_empty() {
        let mut menu = vec![
            list(What::Centers, "centers"),
            list(What::BestPractices, "menu_best_practices"),
            list(What::Activities, "activities"),
            list(What::Districts, "districts"),
            list(What::Topics, "topics"),
        ];
        menu.extend(near.menu_pages.iter().map(page));
        menu
    } else {
        let items = directory.site.menu.iter();
        items.map(|it| written(voice, it)).collect()
    };
    let mut footer = vec![
        list(What::Awards, "awards"),
        list(What::Progress, "progress"),
    ];
    if directory.site.output.data {
        footer.push(list(What::Data, "data"));
    }
    let is_in_menu = |it: &MenuItem| menu.iter().any(|other| other.address == it.address);
    footer.retain(|it| !is_in_menu(it));
    let others = near.pages.iter().map(page);
    footer.extend(others.filter(|it| !is_in_menu(it)).take(IN_FOOT));
    menu.dedup_by(|a, b| a.address == b.address);
    (menu, footer)
}

/// An item as `site.toml` has it: an address of the site leads to the page in the reader's language.
fn written(voice: &Voice, item: &crate::model::site::MenuItem) -> MenuItem {
    let parts = voice.parts;
    let file = crate::model::SitePath::new("content/site.toml");
    let name = voice.said(&item.name);
    let is_external = !item.url.starts_with('/') || item.url.starts_with("//");
    let target = if is_external {
        None
    } else {
        parts.plan.resolve(&file, &item.url)
    };
    let Some(target) = target else {
        let href = match item.url.strip_prefix('/') {
            Some(address) if !is_external => voice.links.href(address),
            _ => item.url.clone(),
        };
        return MenuItem {
            name,
            href,
            address: item.url.clone(),
            is_external,
        };
    };
    let address = match target.to {
        TargetFile::Page(what, number, asked) => {
            let lang = asked.unwrap_or(voice.lang);
            parts.plan.page_address(parts.directory, what, lang, number)
        }
        TargetFile::File(address) => address,
    };
    MenuItem {
        name,
        href: voice.links.href(&address) + &target.suffix,
        address: format!("/{address}"),
        is_external: false,
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
