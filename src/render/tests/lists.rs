//! Lists: their pages, letters and filters, what is near, and the foot of every page.

use super::addresses::hrefs;
use super::*;

#[test]
fn long_lists_are_split_and_say_so() {
    let mut site = a_site();
    for number in 0..85 {
        let text = CENTER.replace("ศูนย์หัวดอน", &format!("ศูนย์ที่ {number}"));
        site = site.with(
            &format!("content/centers/many/c{number}/center.toml"),
            &text,
        );
    }
    let site = site.ready();
    for list in ["centers", "topics/weaving", "districts/khueang-nai"] {
        let second = site.text(&format!("{list}/page/2/index.html"));
        assert!(second.contains("หน้า ๒ จาก ๓"), "{list}");
        assert!(
            site.plan
                .files
                .contains_key(&format!("en/{list}/page/3/index.html"))
        );
        assert!(
            !site
                .plan
                .files
                .contains_key(&format!("{list}/page/4/index.html"))
        );
    }
}

#[test]
fn the_foot_of_a_page_does_not_grow_with_the_site() {
    let mut site = a_site();
    for number in 10..70 {
        let text = format!("+++\ntitle = \"เรื่อง\"\nweight = {}\n+++\n", 70 - number);
        site = site.with(&format!("content/pages/story-{number}.md"), &text);
    }
    let home = site.ready().text("index.html");
    let named: Vec<_> = hrefs(&home)
        .into_iter()
        .filter(|it| it.starts_with("/story-"))
        .collect();
    let lightest = (50..70).rev().map(|it| format!("/story-{it}/"));
    assert_eq!(named, lightest.collect::<Vec<_>>());
}

/// Sixty centres of six districts, whose Thai and English names begin with different letters in different orders.
fn a_long_list() -> PreparedSite {
    let mut areas = AREAS.lines().next().unwrap().to_owned() + "\n";
    let mut site = a_site();
    let names = [
        ("กุดข้าวปุ้น", "Zuk"),
        ("เขมราฐ", "Yot"),
        ("เขื่องใน", "Bua"),
        ("ดอนมดแดง", "Don"),
        ("เดชอุดม", "Chan"),
        ("อื่น", "Ann"),
    ];
    for (number, (th, en)) in names.into_iter().enumerate() {
        let code = 3404 + number;
        let rest = format!("{code}04,หัวดอน,Hua Don,34150,15.{number},104.6,true\n");
        areas += &[&code.to_string(), th, en, &rest].join(",");
        for place in 0..10 {
            let text = CENTER.replace("\"เขื่องใน\"", &format!("\"{th}\""))
                + "[[courses]]\ntitle = \"หลักสูตร\"\nmission = \"vocational\"\n";
            let path = format!("content/centers/d{number}/c{place}/center.toml");
            site = site.with(&path, &text);
        }
    }
    site.with("content/areas.csv", &areas).ready()
}

#[test]
fn letters_lead_to_where_they_begin_in_lists_of_both_languages() {
    let site = a_long_list();
    for list in ["centers", "topics/weaving", "missions/vocational"] {
        for (folder, expected) in [("", "กขดอ"), ("en/", "ABCDYZ")] {
            let page = format!("{folder}{list}/index.html");
            let html = site.text(&page);
            let letters = html.split_once("class=\"letters\"").unwrap().1;
            let letters = letters.split_once("</ul>").unwrap().0;
            let links = letters.split("href=\"").skip(1).map(|it| {
                let (href, rest) = it.split_once('"').unwrap();
                (href, rest[1..].split_once('<').unwrap().0)
            });
            let links: Vec<_> = links.collect();
            let shown: String = links.iter().map(|it| it.1).collect();
            assert_eq!(shown, expected, "{page}");
            for (href, letter) in links {
                let (address, id) = href[1..].split_once('#').unwrap();
                let target = site.text(&format!("{address}index.html"));
                let place = target.find(&format!("id=\"{id}\""));
                let place = place.unwrap_or_else(|| panic!("{page}: {href} leads nowhere"));
                // It is the first heading of the letter: on the page before, no district begins with it.
                let before = &target[..place];
                let heading = if folder.is_empty() {
                    format!(">อำเภอ{letter}")
                } else {
                    format!("id=\"district-{}", letter.to_lowercase())
                };
                let earlier = before.matches(&heading).count();
                assert_eq!(earlier, 0, "{page}: {href} is not the first");
            }
        }
    }
}

#[test]
fn the_nearest_come_first_and_guesses_are_said() {
    let pin = |site: TestSite, name: &str, more: &str| {
        let path = format!("content/centers/khueang-nai/{name}/center.toml");
        site.with(&path, &(CENTER.replace("ศูนย์หัวดอน", name) + more))
    };
    let at = |north: &str| format!("latitude = {north}\nlongitude = 104.6\n");
    let site = pin(a_site(), "here", &at("15.30"));
    let site = pin(site, "near", &at("15.31"));
    let site = pin(site, "far", &at("15.50"));
    let site = pin(site, "no-pin", "");
    let closed = CENTER.replace("level =", "status = \"closed\"\nlevel =");
    let site = site.with(
        "content/centers/khueang-nai/closed/center.toml",
        &(closed + &at("15.3001")),
    );
    let site = site.ready();
    let html = site.text("centers/khueang-nai/here/index.html");
    let nearby = html.split_once("id=\"nearby\"").unwrap().1;
    let nearby = nearby.split_once("</section>").unwrap().0;
    let order: Vec<_> = ["no-pin", "near", "far"]
        .map(|name| nearby.find(&format!("/centers/khueang-nai/{name}/")))
        .to_vec();
    assert!(order.iter().all(Option::is_some), "{nearby}");
    assert!(order.is_sorted(), "{nearby}");
    assert!(!nearby.contains("/khueang-nai/closed/"), "{nearby}");
    for words in ["ห่าง ๑.๑ กม.", "ห่าง ๒๒ กม.", "ในพื้นที่เดียวกัน"]
    {
        assert!(nearby.contains(words), "{words}: {nearby}");
    }
}

#[test]
fn parts_of_filters_hold_the_cards_of_their_entries() {
    let site = a_long_list();
    for (lang, folder) in [("th", ""), ("en", "en/")] {
        let part = |at: usize| {
            let start = format!("facets/centers-{lang}-{at}.");
            let path = site.plan.files.keys().find(|it| it.starts_with(&start));
            let text = site.text(path.unwrap());
            let json = text.trim().strip_prefix("salaFacets(").unwrap();
            let json = json.strip_suffix(')').unwrap();
            serde_json::from_str::<Vec<String>>(json).unwrap()
        };
        let cards = [part(0), part(1)].concat();
        assert_eq!(cards.len(), 61, "the sixty and the one of every test");
        let centers = site.listings.centers();
        for (card, id) in cards.iter().zip(centers) {
            let href = format!(
                "href=\"/{folder}centers/{}/\"",
                site.directory.center(*id).path
            );
            assert!(card.contains(&href), "{card}");
        }
    }
}
