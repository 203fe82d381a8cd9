//! What stands in texts: identity numbers, markup that would break a reader, scripts.

use super::*;

#[test]
fn national_identity_numbers_in_any_text() {
    reports([
        ("national-id", Center, "summary = \"ติดต่อ ⟦1101700230708⟧\""),
        ("national-id", Center, "[[resource_persons]]\nname = \"ก\"\nproof = \"⟦3-3405-00123-45-6⟧\""),
        ("national-id", Center, "[extra]\nnote = \"⟦๘๔๕๐๑๐๐๙๙๘๘๗๑⟧\""),
        ("national-id", Center, "# ⟦1101700230708⟧"),
        ("national-id", Practice, "limits = \"⟦๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘⟧\""),
        ("national-id", Story, "เลขประจำตัว ⟦1 1017 00230 70 8⟧ ของเขา\n"),
        ("national-id", Story, "⟦⟧เลข 110170023&#48;708\n"),
        ("national-id", File("content/centers/khueang-nai/hua-don/names.txt"), "สมาชิก\n⟦1.1017.00230.70.8⟧\n"),
        ("national-id", File("content/centers/khueang-nai/hua-don/center.md"), "เล่าเรื่อง\n\nเลข ⟦1101700230708⟧\n"),
        ("national-id", File("content/pages/about.en.md"), "+++\ntitle = \"About\"\n+++\nID ⟦1101700230708⟧\n"),
    ]);
}

#[test]
fn a_national_identity_number_in_the_register() {
    reports([(
        "national-id",
        File(AREAS),
        "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,⟦1101700230708⟧,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true
",
    )]);
}

#[test]
fn numbers_that_only_look_like_identity_numbers_pass() {
    let case = base().written(
        &Story,
        "บัญชี 1101700230709 บาร์โค้ด 9101700230708 ยาว 11101700230708 และ 1101700230708123 โทร 045344628\n",
    );
    assert_eq!(case.errors("numbers"), [""; 0]);
}

#[test]
fn national_ids_in_names_and_in_the_words_of_a_theme() {
    let practice = "+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n";
    reports_bytes(
        "national-id",
        "content/centers/khueang-nai/best-practices/1-1014-00000-00-6.md",
        practice.as_bytes(),
    );
    reports([(
        "national-id",
        File("themes/ours/i18n/th.toml"),
        "home = \"⟦1101400000006⟧\"\n",
    )]);
}

#[test]
fn text_that_would_break_a_careless_reader() {
    let nested = format!("{}x{}", "[".repeat(20_000), "]".repeat(20_000));
    let quotes = format!("{} x\n", "> ".repeat(5_000));
    let long = "ก".repeat(1_000_000);
    let attributes = (0..400_000).fold("<p".to_owned(), |tag, it| tag + &format!(" a{it}")) + ">ก</p>";
    for (name, story) in [
        ("brackets", nested.as_str()),
        ("quotes", &quotes),
        ("one long line", &long),
        ("html", &"<div>".repeat(20_000)),
        ("attributes", &attributes),
        ("stars", &"*a **b ".repeat(20_000)),
    ] {
        assert_eq!(base().written(&Story, story).errors(name), [""; 0]);
    }
    let arrays = format!(
        "extra = {{ a = {}{} }}\n",
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    reports_bytes("nested-too-deeply", CENTER, arrays.as_bytes());
    let json = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    reports_bytes("bad-geojson", "content/areas.geojson", json.as_bytes());
}

/// What could run in a reader's browser is cleaned away; it is no mistake.
#[test]
fn scripts_never_reach_a_page() {
    let story = r#"
<script>alert("evil-1")</script>
<img src="x" onerror="evil-2">
<a href="javascript:evil-3">ก</a> [ข](javascript:evil-4) [ค](JaVaScRiPt:evil-5) <javascript:evil-6>
[ง](data:text/html,evil-7) [จ](vbscript:evil-8) [ฉ](java&#115;cript:evil-9)
<iframe src="https://evil-10.example"></iframe><style>evil-11{}</style>
<svg onload="evil-12"><p style="evil-13">ช</p><form action="evil-14"></form>
<base href="https://evil-15.example/"><meta http-equiv="refresh" content="0;url=evil-16">
"#;
    let case = base().written(&Story, story).written(
        &Center,
        "name = \"<script>evil-17</script>\"\nsummary = \"\\\"><img src=x onerror=evil-18>\"\n[[highlights]]\ntitle = \"ก\"\ntext = \"<script>evil-19</script>[ข](javascript:evil-20)\"",
    );
    let built = case.site.on_disk().built(&[]);
    for (path, text) in built.pages() {
        for bad in [
            "<script>alert",
            "<script>evil",
            "onerror=\"evil",
            "onerror=evil-2",
            "href=\"javascript:",
            "href=\"JaVa",
            "href=\"data:",
            "href=\"vbscript:",
            "evil-10",
            "evil-11",
            "onload=",
            "style=\"evil",
            "evil-14",
            "evil-15",
            "evil-16",
            "<img src=x",
        ] {
            assert!(!text.contains(bad), "{path} holds {bad:?}");
        }
    }
}
