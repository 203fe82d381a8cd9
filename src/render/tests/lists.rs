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

#[test]
fn what_is_to_come_expects_people_and_what_was_had_them() {
    let activity =
        |date: &str| format!("+++\ntitle = \"ตลาด\"\ndate = {date}\nparticipants = 600\n+++\n");
    let at = |slug: &str| format!("content/centers/khueang-nai/hua-don/activities/{slug}.md");
    let site = a_site()
        .with(&at("coming"), activity("2569-12-24"))
        .with(&at("past"), activity("2568-12-24"))
        .ready();
    let page = |slug: &str| {
        site.text(&format!(
            "centers/khueang-nai/hua-don/activities/{slug}/index.html"
        ))
    };
    assert!(page("coming").contains("คาดว่ามีผู้เข้าร่วม"));
    let facts = |slug: &str| {
        page(slug)
            .split("<dl class=\"facts\">")
            .nth(1)
            .unwrap()
            .split("</dl>")
            .next()
            .unwrap()
            .to_owned()
    };
    assert!(!facts("past").contains("คาดว่า"));
    let list = site.text("activities/index.html");
    assert!(list.contains("คาดว่ามีผู้เข้าร่วม ๖๐๐ คน"), "{list}");
    assert!(list.contains("<span>ผู้เข้าร่วม ๖๐๐ คน"), "{list}");
    let feed = site.text("feed.xml");
    assert!(
        !feed.contains("2026-12-24"),
        "updated never lies ahead: {feed}"
    );
    assert!(feed.contains("๒๔ ธันวาคม ๒๕๖๙"), "{feed}");
}

#[test]
fn who_cannot_come_is_not_invited() {
    let visit =
        "\n[visit]\nhours = \"วันพุธ เช้า\"\nbooking = \"โทรนัดก่อน\"\nnotice_days = 3\nfee = \"ฟรี\"\n";
    for status in ["open", "paused", "closed"] {
        let center = CENTER.replacen("level", &format!("status = \"{status}\"\nlevel"), 1);
        let site = a_site().with(HUA_DON, center + visit).ready();
        let folder = "centers/khueang-nai/hua-don";
        let page = site.text(&format!("{folder}/index.html"));
        let is_open = status == "open";
        for said in ["วันพุธ เช้า", "โทรนัดก่อน", "poster/", "leaflet/", "contact.vcf"]
        {
            assert_eq!(page.contains(said), is_open, "{status}: {said}");
        }
        assert_eq!(
            site.text("centers/index.html").contains("วันพุธ เช้า"),
            is_open,
            "{status}"
        );
        assert!(page.contains("ฟรี"), "{status}");
        let poster = format!("{folder}/poster/index.html");
        assert_eq!(site.plan.files.contains_key(poster.as_str()), is_open);
        let actions = page.split("<ul class=\"actions").nth(1).unwrap();
        assert_eq!(
            actions.split("</ul>").next().unwrap().contains("tel:"),
            is_open,
            "{status}"
        );
    }
}

#[test]
fn an_example_shows_nobodys_telephone() {
    let example = CENTER.replacen("level", "example = true\nlevel", 1);
    let coordinator = "\n[coordinator]\nname = \"ก ข\"\nphone = \"081-000-0000\"\nconsent = true\n";
    let site = a_site().with(HUA_DON, example + coordinator).ready();
    for (path, text) in site.all() {
        let main = text.split("<footer").next().unwrap();
        let is_own = path.contains("khueang-nai/hua-don");
        assert!(
            !is_own || !main.contains("tel:") && !main.contains("081-000"),
            "{path}"
        );
    }
}

#[test]
fn a_cost_says_its_sum_once() {
    for (cost, expected) in [
        (
            "cost = \"สมุดและเสื้อ\"\ncost_baht = 9500\n",
            "ประมาณ ๙,๕๐๐ บาท: สมุดและเสื้อ",
        ),
        (
            "cost = \"เสื้อ 9,500 บาท\"\ncost_baht = 9500\n",
            ">เสื้อ 9,500 บาท",
        ),
        ("cost_baht = 9500\n", ">๙,๕๐๐ บาท"),
        ("cost_baht = 0\n", "ไม่มีค่าใช้จ่าย"),
    ] {
        let site = a_site()
            .replacing(INDIGO, "topics", &format!("{cost}topics"))
            .ready();
        let page = site.text("centers/khueang-nai/hua-don/best-practices/indigo/index.html");
        assert!(page.contains(expected), "{expected}: {page}");
    }
}
