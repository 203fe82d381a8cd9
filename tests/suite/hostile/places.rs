//! Where something lies and where it leads: areas, addresses, links, entries.

use super::*;

#[test]
fn areas_that_the_register_lacks() {
    reports([
        ("unknown-district", Center, "location = { subdistrict = \"หัวดอน\", district = ⟦\"เขื่องไน\"⟧ }"),
        ("unknown-subdistrict", Center, "location = { subdistrict = ⟦\"หัวดอม\"⟧, district = \"เขื่องใน\" }"),
        ("subdistrict-elsewhere", Center, "location = { subdistrict = ⟦\"ในเมือง\"⟧, district = \"เขื่องใน\" }"),
        ("unknown-subdistrict", Center, "location = { subdistrict = ⟦\"340499\"⟧, district = \"3404\" }"),
        ("unknown-province", Center, "location = { subdistrict = \"หัวดอน\", district = \"เขื่องใน\", province = ⟦\"ศรีสะเกษ\"⟧ }"),
        ("unknown-district", Site, "[[offices]]\ndistrict = ⟦\"เขื่อง\"⟧\nname = \"สำนักงาน\""),
    ]);
}

#[test]
fn a_broken_register() {
    let head = "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target\n";
    let town = "3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,340101,ในเมือง,Nai Mueang,34000,15.2417,104.85348,false\n";
    let rest = "3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true\n";
    for (code, text) in [
        ("row-length", format!("{head}{rest}⟦3401,เมืองอุบลราชธานี,Mueang⟧\n")),
        (
            "repeated-code",
            format!(
                "{head}{rest}{town}3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,⟦340101⟧,หัวเรือ,Hua Ruea,34000,15.36,104.84,true\n"
            ),
        ),
        ("bad-field", format!("{head}{rest}{}", town.replace("15.2417", "⟦เหนือ⟧"))),
        ("bad-field", format!("{head}{rest}{}", town.replace("340101", "⟦34x101⟧"))),
        ("bad-field", format!("{head}{rest}{}", town.replace("false", "⟦maybe⟧"))),
        ("missing-column", format!("⟦{}⟧{}", head.trim_end().replace(",lon", ""), "\n")),
    ] {
        let mut case = base().written(&File(AREAS), &text);
        if code == "missing-column" {
            case.site.files.retain(|path, _| !path.starts_with("content/centers/"));
        }
        assert_eq!(case.difference(code, &text), None);
    }
    reports_bytes(
        "bad-geojson",
        "content/areas.geojson",
        b"{\"type\": \"FeatureCollection\", ",
    );
    reports_bytes("bad-geojson", "content/areas.geojson", b"[1, 2, 3]");
    reports_bytes(
        "bad-outline",
        "content/areas.geojson",
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"3404"},"geometry":{"type":"Polygon","coordinates":[[["a","b"]]]}}]}"#,
    );
}

#[test]
fn two_sources_of_one_address() {
    reports_all(
        "address-taken",
        [
            (Center, "name = \"ก\""),
            (File("content/pages/centers/khueang-nai/hua-don.md"), "+++\ntitle = ⟦\"ข\"⟧\n+++\n"),
        ],
    );
    reports_all(
        "same-address",
        [(
            File("content/pages/best-practices.md"),
            "⟦⟧+++\ntitle = \"ก\"\n+++\n",
        )],
    );
    reports_all("address-taken", [(Center, "aliases = [⟦\"/about/\"⟧]")]);
    reports_all(
        "address-taken",
        [
            (Center, "aliases = [\"/old/\"]"),
            (Page, "aliases = [⟦\"/old/\"⟧]"),
        ],
    );
    reports_all(
        "address-taken",
        [(Page, "aliases = [\"/old/\", ⟦\"/old/\"⟧]")],
    );
    reports_all(
        "same-address",
        [(File("static/about/index.html"), "⟦⟧<p>x")],
    );
    reports_all("same-address", [(File("static/sitemap.xml"), "⟦⟧<x/>")]);
}

#[test]
fn addresses_that_nobody_can_type() {
    let center = "name = \"ศูนย์\"\nlevel = \"district\"\nlocation = { district = \"3401\" }\n";
    let practice = "+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n";
    for (code, path, text) in [
        ("bad-slug", "content/centers/Mueang/center.toml", center),
        ("bad-slug", "content/centers/เมือง/center.toml", center),
        ("bad-slug", "content/centers/mueang ubon/center.toml", center),
        ("bad-slug", "content/centers/-mueang/center.toml", center),
        ("bad-slug", "content/centers/mueang_ubon/center.toml", center),
        ("reserved-name", "content/centers/page/center.toml", center),
        ("reserved-name", "content/centers/mueang/leaflet/center.toml", center),
        ("reserved-name", "content/centers/poster/nai-mueang/center.toml", center),
        ("reserved-name", "content/centers/khueang-nai/con/center.toml", center),
        ("reserved-name", "content/centers/khueang-nai/best-practices/lpt1.md", practice),
        ("reserved-name", "content/pages/nul.md", "+++\ntitle = \"ก\"\n+++\n"),
        ("bad-slug", "content/centers/khueang-nai/best-practices/ธนาคารข้าว.md", practice),
        ("bad-slug", "content/centers/khueang-nai/best-practices/Rice.md", practice),
        ("bad-slug", "content/pages/About-Us.md", "+++\ntitle = \"ก\"\n+++\n"),
        ("bad-slug", "content/pages/ติดต่อ.md", "+++\ntitle = \"ก\"\n+++\n"),
    ] {
        reports_bytes(code, path, text.as_bytes());
    }
    reports([
        ("bad-alias", Center, "aliases = [⟦\"../../etc/\"⟧]"),
        ("bad-alias", Center, "aliases = [⟦\"/a/../../b/\"⟧]"),
        ("bad-alias", Center, "aliases = [⟦\"https://example.org/\"⟧]"),
        ("bad-alias", Page, "aliases = [⟦\"/\"⟧]"),
        ("bad-alias", Page, "aliases = [⟦\"/a\\nb/ 301\"⟧]"),
        ("bad-slug", Site, "topics = [{ id = ⟦\"ข้าว\"⟧, name = \"ข้าว\" }]"),
        ("bad-slug", Site, "topics = [{ id = ⟦\"../x\"⟧, name = \"ข้าว\" }]"),
    ]);
}

#[test]
fn links_and_images_that_lead_nowhere() {
    reports([
        ("broken-link", Story, "⟦[ก](../../nowhere/center.toml)⟧\n"),
        ("broken-link", Story, "⟦[ก](/centers/nowhere/)⟧\n"),
        ("broken-link", Story, "⟦[ก](rice-bnak.md)⟧\n"),
        ("broken-link", Story, "⟦[ก](www.example.com)⟧\n"),
        ("broken-link", Story, "ดู ⟦[ก][1]⟧\n\n[1]: /nowhere/\n"),
        ("broken-fragment", Story, "## ที่มา\n\n⟦[ก](#ไม่มี)⟧\n"),
        ("broken-fragment", Story, "⟦[ก](/about/#nothing)⟧\n"),
        ("file-missing", Story, "⟦![ต้นข้าว](rice.jpg)⟧\n"),
        ("path-outside", Story, "⟦![ต้นข้าว](../../../../../../../etc/passwd)⟧\n"),
        ("missing-alt", Story, "⟦![](../photo.png)⟧\n"),
        ("broken-link file-missing", File("content/centers/khueang-nai/hua-don/center.md"), "⟦[ก](x.md)⟧ และ ⟦![ข](y.png)⟧\n"),
        ("broken-link", Center, "[[highlights]]\ntitle = \"ผ้า\"\ntext = \"ดู ⟦[ก](/nowhere/)⟧\""),
        ("broken-link", Site, "[[menu]]\nname = \"x\"\nurl = ⟦\"/nowhere/\"⟧"),
        ("broken-link", File("content/pages/about.en.md"), "+++\ntitle = \"About\"\n+++\n⟦[x](/nowhere/)⟧\n"),
    ]);
}

#[test]
fn practices_adapted_from_nothing() {
    reports([
        ("unknown-practice", Practice, "adapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice\"⟧"),
        ("adapted-from-itself", Practice, "adapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice-bank\"⟧"),
    ]);
    reports_all(
        "adapted-in-a-circle",
        [
            (File("content/centers/khueang-nai/best-practices/indigo.md"), "+++\ntitle = \"คราม\"\nsummary = \"ข\"\ndate = 2025-01-01\nadapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice-bank\"⟧\n+++\n"),
            (Practice, "adapted_from = \"khueang-nai/best-practices/indigo\""),
        ],
    );
}

#[test]
fn entries_in_the_wrong_place() {
    reports([
        ("entry-without-center", File("content/centers/nowhere/activities/planting.md"), "⟦⟧+++\ntitle = \"ก\"\ndate = 2025-01-01\n+++\n"),
        ("entry-without-center", File("content/centers/nowhere/best-practices/rice.md"), "⟦⟧+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n"),
    ]);
    reports_all(
        "entry-of-planned entry-of-planned",
        [
            (Activity, "title = ⟦\"ก\"⟧"),
            (Practice, "title = ⟦\"ก\"⟧"),
            (Center, "status = \"planned\""),
        ],
    );
}

#[test]
fn days_still_to_come() {
    reports([
        ("future-day", Center, "opened = ⟦2596-11-18⟧"),
        ("future-day", Center, "area_reported_on = ⟦2579-11-12⟧"),
        ("future-day", Center, "checked_on = ⟦\"2579-11-20\"⟧"),
    ]);
}
