use super::tests::shown;
use super::*;

#[test]
fn what_surely_was_meant_is_read_so() {
    for (text, expected) in [
        // Marks beside brackets, quotation marks and Thai letters.
        (
            "โครงการ**(ศ.จอส.พช.)**เป็น",
            "<p>โครงการ<strong>(ศ.จอส.พช.)</strong>เป็น</p>\n",
        ),
        (
            "คำว่า**“จิตอาสา”**หมายถึง",
            "<p>คำว่า<strong>“จิตอาสา”</strong>หมายถึง</p>\n",
        ),
        ("ราคา**100฿**ต่อผืน", "<p>ราคา<strong>100฿</strong>ต่อผืน</p>\n"),
        ("**หมายเหตุ:**โปรด", "<p><strong>หมายเหตุ:</strong>โปรด</p>\n"),
        ("นี่คือ__สำคัญ__มาก", "<p>นี่คือ<strong>สำคัญ</strong>มาก</p>\n"),
        (
            "**ก “ข”**ค และ **ง**",
            "<p><strong>ก “ข”</strong>ค และ <strong>ง</strong></p>\n",
        ),
        (
            "**“ก”**ข**“ค”**",
            "<p><strong>“ก”</strong>ข<strong>“ค”</strong></p>\n",
        ),
        (
            "**[ก](/x/)**ข",
            "<p><strong><a href=\"/at/x/\">ก</a></strong>ข</p>\n",
        ),
        ("**สำคัญ **มาก", "<p><strong>สำคัญ</strong> มาก</p>\n"),
        ("นี่** สำคัญ**มาก", "<p>นี่ <strong>สำคัญ</strong>มาก</p>\n"),
        (
            "`a**(b)**c` __init__.py a__b__c",
            "<p><code>a**(b)**c</code> <strong>init</strong>.py a__b__c</p>\n",
        ),
        ("\\*\\*ก\\*\\*", "<p>**ก**</p>\n"),
        ("2*3*4 = 24", "<p>2*3*4 = 24</p>\n"),
        (
            "~100 คน และ ~200 คน ~~เก่า~~",
            "<p>~100 คน และ ~200 คน <del>เก่า</del></p>\n",
        ),
        ("10~20 และ 30~40", "<p>10~20 และ 30~40</p>\n"),
        // Paragraphs of letters of offices.
        (
            "    ด้วยชุมชน**ได้จัด**\nกิจกรรม",
            "<p>ด้วยชุมชน<strong>ได้จัด</strong>\nกิจกรรม</p>\n",
        ),
        (
            "\tย่อหน้า\n\n        อีกย่อหน้า",
            "<p>ย่อหน้า</p>\n<p>อีกย่อหน้า</p>\n",
        ),
        (
            "- ก\n\n      ข",
            "<ul>\n<li><p>ก</p>\n<p>ข</p>\n</li>\n</ul>\n",
        ),
        (
            "```\n    ก\n##ข\n```",
            "<pre tabindex=\"0\"><code>    ก\n##ข\n</code></pre>\n",
        ),
        // Headings and lists without a space, or with one that is none.
        ("##สภาพ", "<h2 id=\"สภาพ\">สภาพ</h2>\n"),
        ("##\u{A0}สภาพ", "<h2 id=\"สภาพ\">สภาพ</h2>\n"),
        ("#จิตอาสา #ชุมชน", "<p>#จิตอาสา #ชุมชน</p>\n"),
        (
            "-\u{A0}ก\n-\u{A0}ข",
            "<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>\n",
        ),
        ("-ก\n-ข", "<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>\n"),
        ("•ก\n• ข", "<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>\n"),
        (
            "\u{F0B7}\tก\n\u{F0B7}\tข",
            "<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>\n",
        ),
        ("– ก\n– ข", "<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>\n"),
        ("1.ก\n2.ข", "<ol>\n<li>ก</li>\n<li>ข</li>\n</ol>\n"),
        ("๑. ก\n๒. ข", "<ol>\n<li>ก</li>\n<li>ข</li>\n</ol>\n"),
        ("๓) ก", "<ol start=\"3\">\n<li>ก</li>\n</ol>\n"),
        ("-5 องศา\n-6 องศา", "<p>-5 องศา\n-6 องศา</p>\n"),
        ("1.5 กิโลเมตร", "<p>1.5 กิโลเมตร</p>\n"),
        ("๐๘.๓๐ น.", "<p>๐๘.๓๐ น.</p>\n"),
        (">60 ปี", "<p>&gt;60 ปี</p>\n"),
        ("📍 วัด\n📞 โทร", "<p>📍 วัด<br>\n📞 โทร</p>\n"),
        ("1.1 ก\n1.2 ข", "<p>1.1 ก<br>\n1.2 ข</p>\n"),
        // Names with spaces.
        (
            "[แผน](แผน งาน (1).pdf)",
            "<p><a href=\"/atแผน%20งาน%20(1).pdf\">แผน</a></p>\n",
        ),
        (
            "[ก] (https://a.co/)",
            "<p><a href=\"https://a.co/\" rel=\"noopener\">ก</a></p>\n",
        ),
        ("[หมายเหตุ] (ดูท้ายหน้า)", "<p>[หมายเหตุ] (ดูท้ายหน้า)</p>\n"),
        // Bare addresses.
        (
            "ดู https://a.co/x?a=1&b=2 ก",
            "<p>ดู <a href=\"https://a.co/x?a=1&amp;b=2\" rel=\"noopener\">https://a.co/x?a=1&amp;b=2</a> ก</p>\n",
        ),
        (
            "www.a.coครับ",
            "<p><a href=\"https://www.a.co\" rel=\"noopener\">www.a.co</a>ครับ</p>\n",
        ),
        ("a@b.co", "<p><a href=\"/atmailto:a@b.co\">a@b.co</a></p>\n"),
        (
            "[www.a.co](/x/) `www.a.co`",
            "<p><a href=\"/at/x/\">www.a.co</a> <code>www.a.co</code></p>\n",
        ),
    ] {
        assert_eq!(shown(text), expected, "written as {text:?}");
    }
}

#[test]
fn what_cannot_be_meant_is_told_where_it_stands() {
    for (text, expected) in [
        ("**ก", "MarkLeft(\"**\") at **"),
        ("ก ** ข ** ค", "MarkLeft(\"**\") at **"),
        ("ลงชื่อ __________ วันที่ __/__/__", ""),
        ("ก[^1] ข[^2]\n\n[^2]: ค", "NoteMissing(\"1\") at [^1]"),
        ("ก\n\n[^x]: ข", "NoteUnused(\"x\") at [^x]:"),
        ("[ก][ref]", "LinkLeft(\"[ก][ref]\") at [ก][ref]"),
        ("![a](b c)", "LinkLeft(\"![a](b c)\") at ![a](b c)"),
        (
            "[note]: อ่านก่อน",
            "DefinitionUnused(\"note\") at [note]: อ่านก่อน",
        ),
        ("[ก][a]\n\n[a]: /x/", ""),
        ("ขอบคณ\n----", "LineMakesHeading(\"ขอบคณ\") at ขอบคณ\n----"),
        ("## ก\n\nข\n\n---\n", ""),
        (
            "1. ก\n3. ข",
            "NumberChanged { written: 3, shown: 2 } at 3. ข",
        ),
        ("1. ก\n1. ข\n1. ค", ""),
        ("๑. ก\n๒. ข", ""),
        (
            "ก|ข\n-|-\n1|2|3",
            "CellsLost { cells: 3, columns: 2 } at 1|2|3",
        ),
        ("|ก|ข|\n|-|-|\n|1|2|", ""),
        ("|ก|ข|\n|1|2|", "TableLeft at |ก|ข|\n|1|2|"),
        ("ก\n\n```\nข", "CodeUnclosed at ```"),
        ("```\nข\n```", ""),
        (
            "https://a.co/จอง",
            "AddressCut(\"https://a.co/\") at https://a.co/",
        ),
        ("##ก **ข**\n\n1.ค [^1]", "NoteMissing(\"1\") at [^1]"),
    ] {
        let found = unmeant(text).into_iter();
        let found: Vec<_> = found
            .map(|(span, fact)| format!("{fact:?} at {}", text[span].trim_end()))
            .collect();
        assert_eq!(found.join("; "), expected, "in {text:?}");
    }
}
