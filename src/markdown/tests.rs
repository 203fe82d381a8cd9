use proptest::prelude::*;

use super::slug::IDS_OF_PAGES;
use super::*;
use crate::testing::grows_with_its_length;
use crate::value::SitePath;
use crate::value::words::Digits;

const LABELS: Labels = Labels {
    table: "ตาราง",
    footnotes: "เชิงอรรถ",
    back: "กลับไปยังข้อความ",
    done: "ทำแล้ว",
    open: "ยังไม่ได้ทำ",
    digits: Digits::Arabic,
};

fn markdown(text: &str) -> Markdown {
    Markdown {
        text: text.to_owned().into(),
        file: SitePath::new("content/pages/a.md"),
        offset: 0,
        shifts: Vec::new(),
    }
}

/// Links lead where they say, `missing` nowhere; images are 4 by 3.
fn resolve(destination: &str, kind: ReferenceKind) -> Resolved {
    match kind {
        _ if destination == "missing" => Resolved::Broken,
        ReferenceKind::Link => {
            Resolved::Link(format!("/at{destination}").replace("/athttp", "http"))
        }
        ReferenceKind::Image => Resolved::Image {
            src: format!("/photos/{destination}"),
            width: 4,
            height: 3,
            sources: Vec::new(),
        },
    }
}

#[test]
fn lists_and_footnotes_are_numbered_in_the_digits_of_the_page() {
    let labels = Labels {
        digits: Digits::Thai,
        ..LABELS
    };
    for (text, expected) in [
        ("1. ก", "<ol class=\"thai\">\n<li>ก</li>\n</ol>\n"),
        (
            "3. ก\n\n<b>ข</b>",
            "<ol class=\"thai\" start=\"3\">\n<li>ก</li>\n</ol>\n<p><b>ข</b></p>\n",
        ),
    ] {
        let shown = html(&markdown(text), &labels, "", &mut resolve).0;
        assert_eq!(shown, expected, "written as {text:?}");
    }
    let note = "ก[^1]\n\n[^1]: ข";
    let shown = html(&markdown(note), &labels, "", &mut resolve).0;
    assert!(shown.contains("role=\"doc-noteref\">๑</a>"), "{shown}");
    assert!(
        shown.contains("<ol class=\"thai\">\n<li id=\"fn:1\">"),
        "{shown}"
    );
    assert!(self::shown(note).contains(">1</a>"));
}

pub(super) fn shown(text: &str) -> String {
    html(&markdown(text), &LABELS, "", &mut resolve).0
}

#[test]
fn writes_what_a_story_needs() {
    for (text, expected) in [
        ("ศาลา & *บ้าน*", "<p>ศาลา &amp; <em>บ้าน</em></p>\n"),
        ("# ข้าว", "<h2 id=\"ข้าว\">ข้าว</h2>\n"),
        (
            "## ปัญหา ที่พบ\n## ปัญหา ที่พบ",
            "<h2 id=\"ปัญหา-ที่พบ\">ปัญหา ที่พบ</h2>\n<h2 id=\"ปัญหา-ที่พบ-1\">ปัญหา ที่พบ</h2>\n",
        ),
        ("~~เก่า~~", "<p><del>เก่า</del></p>\n"),
        (
            "[ก](/x/ \"ข\")",
            "<p><a href=\"/at/x/\" title=\"ข\">ก</a></p>\n",
        ),
        ("[ก](missing)", "<p>ก</p>\n"),
        (
            "[ก](https://example.com/?a=1&b=2)",
            "<p><a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener\">ก</a></p>\n",
        ),
        ("[ก](javascript:alert(1))", "<p>ก</p>\n"),
        ("[ก](<java\tscript:alert(1)>)", "<p>ก</p>\n"),
        ("[ก](data:text/html,x)", "<p>ก</p>\n"),
        (
            "![ป้าย *หน้า* ศูนย์](a.jpg)",
            "<p><img src=\"/photos/a.jpg\" alt=\"ป้าย หน้า ศูนย์\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\"></p>\n",
        ),
        ("![ป้าย](missing)", "<p></p>\n"),
        (
            "- [x] ก\n- [ ] ข",
            "<ul>\n<li class=\"task\"><span class=\"task-done\" role=\"img\" aria-label=\"ทำแล้ว\">☑</span> ก</li>\n\
             <li class=\"task\"><span class=\"task-open\" role=\"img\" aria-label=\"ยังไม่ได้ทำ\">☐</span> ข</li>\n</ul>\n",
        ),
        (
            "ปี|คน\n-|-:\n2565|12",
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"ตาราง\"><table>\n\
             <thead><tr><th scope=\"col\">ปี</th><th scope=\"col\" class=\"align-right\">คน</th></tr></thead><tbody>\n\
             <tr><td>2565</td><td class=\"align-right\">12</td></tr>\n</tbody></table></div>\n",
        ),
        (
            "ก[^x] ข[^x]\n\n[^x]: ที่มา",
            "<p>ก<sup class=\"footnote\"><a id=\"fnref:1\" href=\"#fn:1\" role=\"doc-noteref\">1</a></sup> \
             ข<sup class=\"footnote\"><a id=\"fnref:1-2\" href=\"#fn:1\" role=\"doc-noteref\">1</a></sup></p>\n\
             <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"เชิงอรรถ\"><ol>\n<li id=\"fn:1\">\n<p>ที่มา \
             <a class=\"back\" href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"กลับไปยังข้อความ\">↩</a> \
             <a class=\"back\" href=\"#fnref:1-2\" role=\"doc-backlink\" aria-label=\"กลับไปยังข้อความ\">↩</a></p></li>\n</ol></section>\n",
        ),
        ("<!-- จดไว้ -->\n\nก <!-- ข --> ค", "<p>ก  ค</p>\n"),
    ] {
        assert_eq!(shown(text), expected, "for {text:?}");
    }
}

#[test]
fn raw_html_is_cleaned_as_one_body() {
    for (text, expected) in [
        // A tag that opens in one piece of raw HTML and closes in another.
        (
            "<details><summary>อ่านต่อ</summary>\n\n**ข้าว**\n\n</details>",
            "<details><summary>อ่านต่อ</summary>\n<p><strong>ข้าว</strong></p>\n</details>",
        ),
        ("ก <script>alert(1)</script> ข", "<p>ก  ข</p>\n"),
        ("ก <b onclick=\"x()\">ข</b>", "<p>ก <b>ข</b></p>\n"),
        ("<a href=\"/x/\">ก</a>", "<p><a href=\"/at/x/\">ก</a></p>\n"),
        ("<a href=\"javascript:x\">ก</a>", "<p><a>ก</a></p>\n"),
        ("<a href=\"missing\">ก</a>", "<p><a>ก</a></p>\n"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<x-photo src=\"https://evil.example/a\">", ""),
        ("<style>p{}</style>", ""),
        (
            "<p id=\"main\" style=\"color:red\" class=\"big\">ก</p>",
            "<p>ก</p>",
        ),
        // Ours stays ours.
        (
            "## ข้าว\n\n<b>ก</b> ![ข](a.jpg)",
            "<h2 id=\"ข้าว\">ข้าว</h2>\n<p><b>ก</b> <img src=\"/photos/a.jpg\" alt=\"ข\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\"></p>\n",
        ),
    ] {
        assert_eq!(shown(text).trim_end(), expected.trim_end(), "for {text:?}");
    }
}

#[test]
fn everything_of_ours_survives_cleaning() {
    let text = "## ก\n\nปี|คน\n-|-:\n2565|12[^a]\n\n- [x] ข\n\n[ค](/x/?a=1&b=2) [ง](https://example.com)\n\n```\nจ\n```\n\n3. ฉ\n\n[^a]: ช\n";
    let cleaned = shown(&format!("{text}\n<b>ซ</b>\n"));
    let plain = shown(text);
    let body = plain.split("<section").next().unwrap();
    assert!(cleaned.starts_with(body), "{cleaned}\n---\n{body}");
    let notes = plain.split("<section").nth(1).unwrap();
    assert!(cleaned.ends_with(notes), "{cleaned}\n---\n{notes}");
}

#[test]
fn a_text_inside_a_line_has_no_blocks() {
    for (text, expected) in [
        (
            "**ข้าว** [ก](/x/)",
            "<strong>ข้าว</strong> <a href=\"/at/x/\">ก</a>",
        ),
        ("ก\n\nข", "ก<br>ข"),
        ("# ก\n- ข\n- ค", "ก<br>ข<br>ค"),
    ] {
        assert_eq!(
            inline_html(&markdown(text), &mut resolve),
            expected,
            "for {text:?}"
        );
    }
}

#[test]
fn finds_links_images_and_headings() {
    let text = "## ก\n\n[ข](a.md#c) ![ค](b.jpg) <x@y.th>\n\n<div><a href=\"/z/\">ง</a></div>\n\n[อ้าง]: /q/\n[จ][อ้าง]";
    let found: Vec<_> = references(text)
        .into_iter()
        .map(|it| (it.destination, it.kind, it.alt, text[it.span].to_owned()))
        .collect();
    let expected = [
        ("a.md#c", ReferenceKind::Link, "ข", "[ข](a.md#c)"),
        ("b.jpg", ReferenceKind::Image, "ค", "![ค](b.jpg)"),
        ("mailto:x@y.th", ReferenceKind::Link, "x@y.th", "<x@y.th>"),
        ("/z/", ReferenceKind::Link, "", "/z/"),
        ("/q/", ReferenceKind::Link, "จ", "[จ][อ้าง]"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(to, kind, alt, at)| (to.to_owned(), kind, alt.to_owned(), at.to_owned()))
        .collect();
    assert_eq!(found, expected);
    let found = headings("# ชื่อ `ก`\n\n### Step 1: *go!*\n\n## !!");
    let found: Vec<_> = found.iter().map(|it| (it.level, it.id.as_str())).collect();
    assert_eq!(found, [(1, "ชื่อ-ก"), (3, "step-1-go"), (2, "section")]);
}

#[test]
fn bare_words_are_one_line() {
    let text =
        "## ข้าว\n\nปลูก *เอง*\nขายเอง[^1] ![รูป](a.jpg)\n\n- ก\n- ข\n\n```\nx\n```\n\n[^1]: ที่มา";
    assert_eq!(plain(text), "ข้าว ปลูก เอง ขายเอง ก ข");
}

#[test]
fn says_which_raw_tags_go() {
    let text = "<!-- ก -->\n\n<iframe src=\"x\"></iframe> <b>ข</b> <img src=y>\n";
    let tags: Vec<_> = removed(text).into_iter().map(|it| it.tag).collect();
    assert_eq!(tags, ["iframe", "img"]);
    assert_eq!(removed("ก <b>ข</b> 1 < 2"), []);
}

#[test]
fn hides_no_scheme() {
    for (address, expected) in [
        ("javascript:x", Some("javascript")),
        (" java\nscript:x", Some("javascript")),
        ("\u{1}JavaScript:x", Some("javascript")),
        ("a/b:c", None),
        ("#a:b", None),
        ("?a:b", None),
        ("HTTPS://x", Some("https")),
        ("a.md", None),
    ] {
        assert_eq!(scheme(address).as_deref(), expected, "for {address:?}");
    }
}

#[test]
fn percent_signs_are_read() {
    for (written, expected) in [
        ("a%20b.jpg", "a b.jpg"),
        ("%E0%B8%81.jpg", "ก.jpg"),
        ("100%.jpg", "100%.jpg"),
        ("%ff.jpg", "%ff.jpg"),
        ("%+1.jpg", "%+1.jpg"),
    ] {
        assert_eq!(percent_decoded(written), expected);
    }
}

/// Hostile sizes end soon: were one of them quadratic, the suite would hang.
#[test]
fn a_megabyte_of_nesting_is_harmless() {
    let million = 1_000_000;
    for text in [
        ">".repeat(million),
        "[".repeat(million),
        "*a_".repeat(million / 3),
        "<div>".repeat(million / 5),
        "<b>".repeat(600) + &"x\n\n".repeat(1_000),
        "- ".repeat(2_000),
        "![".repeat(million / 2),
        "a[^1] ".repeat(million / 6) + "\n\n[^1]: b",
        "# a\n".repeat(20_000),
    ] {
        let out = shown(&text);
        assert_harmless(&out);
        let _ = (
            references(&text),
            headings(&text),
            plain(&text),
            removed(&text),
        );
    }
}

/// Reads tags as a browser does and fails on any tag, attribute or address that a story may not hold.
fn assert_harmless(html: &str) {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let rest_of_tag = rest.strip_prefix('/').unwrap_or(rest);
        let name: String = rest_of_tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        assert!(
            !name.is_empty()
                && ![
                    "script", "style", "iframe", "object", "svg", "math", "form", "input", "base",
                    "meta", "link"
                ]
                .contains(&name.as_str()),
            "<{name} in {html}"
        );
        let mut tag = &rest_of_tag[name.len()..];
        loop {
            tag = tag.trim_start();
            if let Some(after) = tag.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = tag.find(['=', ' ', '>']).expect("a tag ends");
            let attribute = &tag[..end];
            assert!(
                [
                    "href",
                    "rel",
                    "id",
                    "class",
                    "title",
                    "lang",
                    "role",
                    "tabindex",
                    "aria-label",
                    "src",
                    "alt",
                    "width",
                    "height",
                    "loading",
                    "decoding",
                    "scope",
                    "start",
                    "value",
                    "datetime",
                    "colspan",
                    "rowspan"
                ]
                .contains(&attribute),
                "{attribute} in {html}"
            );
            tag = &tag[end..];
            if let Some(value) = tag.strip_prefix("=\"") {
                let end = value.find('"').expect("a value ends");
                if matches!(attribute, "href" | "src") {
                    assert!(is_safe(&value[..end].replace("&amp;", "&")), "{html}");
                }
                tag = &value[end + 1..];
            }
        }
    }
}

/// Pieces that make trouble when they meet.
fn trouble() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>",
        "</script>",
        "<img src=x onerror=a()>",
        "<a href=\"javascript:a\" onclick='b'>",
        "</a>",
        "javascript:",
        "![",
        "[a]",
        "](",
        ")",
        "<svg/onload=a>",
        "<math>",
        "<style>",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "- [ ] ",
        "|",
        "-|-\n",
        "[^a]",
        "[^a]: ",
        "&#106;avascript:",
        "<!--",
        "-->",
        "\"",
        "'",
        "<b>",
        "</b>",
        "<table>",
        "<x-photo src=\"javascript:a\">",
        "# ",
        "<",
        ">",
        "ก็",
        "\t",
        "data:",
        "*",
        "_",
        "&lt;",
        "<p",
        "=",
    ]);
    prop::collection::vec(
        prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => ".{0,3}"],
        0..24,
    )
    .prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn no_story_holds_anything_that_runs(text in trouble()) {
        let mut as_written = |destination: &str, kind| match kind {
            ReferenceKind::Link => Resolved::Link(destination.to_owned()),
            ReferenceKind::Image => Resolved::Image { src: destination.to_owned(), width: 1, height: 1, sources: Vec::new() },
        };
        assert_harmless(&html(&markdown(&text), &LABELS, "", &mut as_written).0);
        assert_harmless(&inline_html(&markdown(&text), &mut as_written));
    }

    #[test]
    fn every_span_is_within_the_text(text in trouble()) {
        for found in references(&text) {
            prop_assert!(text.get(found.span).is_some());
        }
        for found in headings(&text) {
            prop_assert!(text.get(found.span).is_some());
        }
    }
}

/// A page has an id once, though a story says what a section of the page is called.
#[test]
fn a_heading_has_the_id_that_is_written_after_it() {
    for (written, id, text) in [
        ("## ปัญหา {#problem}", "problem", "ปัญหา"),
        ("## ปัญหา **ใหญ่** {#problem}", "problem", "ปัญหา ใหญ่"),
        ("## ปัญหา {#steps}", "steps-1", "ปัญหา"),
        ("## {#problem}", "problem", "{#problem}"),
        ("## สูตร {ก}", "สูตร-ก", "สูตร {ก}"),
        ("## ปัญหา {#ปัญหา}", "ปัญหา-ปัญหา", "ปัญหา {#ปัญหา}"),
    ] {
        let headings = headings(written);
        assert_eq!(
            (headings[0].id.as_str(), headings[0].text.as_str()),
            (id, text),
            "written as {written:?}"
        );
    }
    assert_eq!(
        shown("## ปัญหา {#problem}").trim(),
        "<h2 id=\"problem\">ปัญหา</h2>"
    );
}

#[test]
fn headings_leave_the_ids_of_pages_alone() {
    let ids: Vec<String> = headings("## Steps\n\n## Steps\n\n## main\n\n## ขั้นตอน\n")
        .into_iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(ids, ["steps-1", "steps-2", "main-1", "ขั้นตอน"]);
    let templates = [
        include_str!("../../themes/sala/templates/base.html"),
        include_str!("../../themes/sala/templates/head.html"),
        include_str!("../../themes/sala/templates/foot.html"),
        include_str!("../../themes/sala/templates/components.html"),
        include_str!("../../themes/sala/templates/center.html"),
        include_str!("../../themes/sala/templates/best-practice.html"),
        include_str!("../../themes/sala/templates/activity.html"),
        include_str!("../../themes/sala/templates/page.html"),
    ];
    let mut found: Vec<&str> = templates
        .iter()
        .flat_map(|it| it.split(" id=\"").skip(1))
        .filter_map(|it| it.split('"').next())
        .filter(|it| !it.contains('{'))
        .collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, IDS_OF_PAGES);
}

/// What takes time by its depth or its number: each piece, so many times, before and after the words.
const CONSTRUCTS: &[(&str, &str)] = &[
    ("![a", "](x.png)"),
    ("[![a", "](x.png)](/b)"),
    ("![a [b", "](/c)](x.png)"),
    ("[a", "](/b)"),
    ("[a", "][b]"),
    ("*a ", " b*"),
    ("**a ", "**"),
    ("*", ""),
    ("~~a ", "~~"),
    ("_a ", ""),
    ("`a ", ""),
    ("> ", ""),
    ("- a\n", ""),
    ("- ", ""),
    ("1. a\n", ""),
    ("# a\n", ""),
    ("# [a](/b) ![c](d.png)\n", ""),
    ("[^a]", ""),
    ("a[^1]\n\n[^1]: b\n\n", ""),
    ("> [^1]: ", ""),
    ("[^1]: > ", ""),
    ("|a", ""),
    ("|a|\n|-|\n|b|\n\n", ""),
    ("|a|\n|-|\n", "|b|\n"),
    ("<b>", "</b>"),
    ("<a href=\"/b\">c", "</a>"),
    ("<a href=\"/b\">c</a>\n\n", ""),
    ("<!-- ", ""),
    ("<!-- a -->", ""),
    ("<![CDATA[", ""),
    ("<?", ""),
    ("&amp;", ""),
    ("\\", ""),
    ("![a](x.png)", ""),
    ("https://example.go.th/ ", ""),
    ("<https://example.go.th/>", ""),
    ("[a]: /b\n", ""),
    ("![a\n", "](x.png)"),
    ("a  \n", ""),
    ("```\na\n", ""),
    ("    a\n\n", ""),
    ("- [ ] a\n", ""),
];

/// Everything that a run does with a text.
fn everything(text: &str) {
    shown(text);
    inline_html(&markdown(text), &mut resolve);
    let _ = (
        references(text),
        headings(text),
        passages(text),
        removed(text),
    );
}

#[test]
fn time_grows_with_the_text_and_not_with_its_square() {
    for (before, after) in CONSTRUCTS {
        let of = |bytes: usize| {
            let times = bytes / (before.len() + after.len());
            format!("{}a{}", before.repeat(times), after.repeat(times))
        };
        grows_with_its_length(&format!("{before:?} {after:?}"), of, everything);
    }
}
