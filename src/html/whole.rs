//! What a line of Thai keeps whole: a number and its unit, a date, ๆ and its word, the King's name.
//!
//! In: a page as its template made it. Out: the same page with spaces that do not break, and the words of the royal name in `<span class="whole">`
//! with breaks between them alone. The head of a page is left as it is. Attributes are read like text: a space that does not break is a space
//! to whoever reads them, and no address holds one between a number and a Thai letter.

use memchr::{memchr_iter, memmem};

use crate::value::date::{THAI_MONTHS, THAI_MONTHS_SHORT};

/// Words that a number belongs to when it follows.
const BEFORE_A_NUMBER: [&str; 14] = [
    "วันที่",
    "พ.ศ.",
    "ค.ศ.",
    "หมู่ที่",
    "หมู่",
    "เลขที่",
    "ครั้งที่",
    "ลำดับที่",
    "ข้อที่",
    "ข้อ",
    "มาตรา",
    "เวลา",
    "หน้า",
    "โทร.",
];

/// What ends words that a number follows: วันที่, หมู่ที่.
const ORDINAL: &str = "ที่";

/// The parts of royal and clerical names, in the order in which they follow each other. None breaks inside.
const NAMES: [&[&str]; 2] = [
    &[
        "พระบาทสมเด็จ",
        "พระปรเมนทรรามาธิบดี",
        "ศรีสินทรมหาวชิราลงกรณ",
        " ",
        "พระวชิรเกล้าเจ้าอยู่หัว",
    ],
    &["สมเด็จ", "พระมหาธีราจารย์"],
];

/// The page with what belongs together kept together.
#[must_use]
pub fn whole(html: Vec<u8>) -> Vec<u8> {
    let head = memmem::find(&html, b"<body").unwrap_or(0);
    let html = joined(html, head);
    NAMES.iter().fold(html, |html, parts| named(html, parts))
}

/// With spaces that do not break after a head of so many bytes.
fn joined(html: Vec<u8>, head: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut copied = 0;
    for at in memchr_iter(b' ', &html[head..]) {
        let at = head + at;
        let (before, after) = (&html[..at], &html[at + 1..]);
        if is_one_word(before, after) {
            out.reserve(html.len() + 256);
            out.extend_from_slice(&html[copied..at]);
            if before.ends_with(ORDINAL.as_bytes()) && starts_with_digit(after) {
                // วันที่ and the like are two words to a browser: no line ends between them.
                out.truncate(out.len() - ORDINAL.len());
                out.extend_from_slice("\u{2060}".as_bytes());
                out.extend_from_slice(ORDINAL.as_bytes());
            }
            out.extend_from_slice("\u{a0}".as_bytes());
            copied = at + 1;
        }
    }
    if copied == 0 {
        return html;
    }
    out.extend_from_slice(&html[copied..]);
    out
}

/// Whether nothing may come between what stands before and after a space.
fn is_one_word(before: &[u8], after: &[u8]) -> bool {
    if after.starts_with("ๆ".as_bytes()) {
        return true;
    }
    if is_thai_letter(after) {
        return ends_with_digit(before);
    }
    starts_with_digit(after)
        && before.last().is_some_and(|it| *it == b'.' || *it >= 0x80)
        && BEFORE_A_NUMBER
            .iter()
            .chain(&THAI_MONTHS)
            .chain(&THAI_MONTHS_SHORT)
            .any(|it| before.ends_with(it.as_bytes()))
}

fn is_thai_letter(text: &[u8]) -> bool {
    // ก to ฺ and เ to ๎; digits and signs are no unit.
    matches!(
        text,
        [0xe0, 0xb8, 0x81..=0xba, ..] | [0xe0, 0xb9, 0x80..=0x86, ..]
    )
}

fn starts_with_digit(text: &[u8]) -> bool {
    matches!(text, [b'0'..=b'9', ..] | [0xe0, 0xb9, 0x90..=0x99, ..])
}

/// Whether a text ends with a digit, an element around it notwithstanding.
fn ends_with_digit(text: &[u8]) -> bool {
    let inner = ["</b>", "</strong>"]
        .iter()
        .find_map(|it| text.strip_suffix(it.as_bytes()));
    matches!(
        inner.unwrap_or(text),
        [.., b'0'..=b'9'] | [.., 0xe0, 0xb9, 0x90..=0x99]
    )
}

/// With a name that never breaks inside its parts, where it stands in text.
fn named(html: Vec<u8>, parts: &[&str]) -> Vec<u8> {
    let name = parts.concat();
    if memmem::find(&html, name.as_bytes()).is_none() {
        return html;
    }
    let marked: String = parts
        .iter()
        .map(|it| match *it {
            " " => " ".to_owned(),
            part => format!("<span class=\"whole\">{part}</span><wbr>"),
        })
        .collect();
    let marked = marked.trim_end_matches("<wbr>").replace("<wbr> ", " ");
    let mut out = Vec::with_capacity(html.len() + 512);
    let mut copied = 0;
    for at in memmem::find_iter(&html, name.as_bytes()) {
        if is_in_text(&html[..at]) {
            out.extend_from_slice(&html[copied..at]);
            out.extend_from_slice(marked.as_bytes());
            copied = at + name.len();
        }
    }
    out.extend_from_slice(&html[copied..]);
    out
}

/// Whether what follows is text: neither in a tag nor in an element that holds text alone.
fn is_in_text(before: &[u8]) -> bool {
    let open = memchr::memrchr(b'<', before);
    let is_in_tag = open > memchr::memrchr(b'>', before);
    let is_bare = |name: &str| open.is_some_and(|at| before[at + 1..].starts_with(name.as_bytes()));
    !is_in_tag
        && !["title", "script", "style", "textarea", "option"]
            .into_iter()
            .any(is_bare)
}

#[cfg(test)]
mod tests {
    use super::whole;

    fn kept(html: &str) -> String {
        let html = String::from_utf8(whole(html.as_bytes().to_vec())).unwrap();
        html.replace('\u{a0}', "~").replace('\u{2060}', "+")
    }

    #[test]
    fn numbers_stay_with_units_dates_are_whole_and_nothing_else_is_joined() {
        for (html, expected) in [
            ("<p>มี ๒๕ แห่ง และ 16.00 น.", "<p>มี ๒๕~แห่ง และ 16.00~น."),
            ("วันที่ ๒๘ กรกฎาคม ๒๕๖๕", "วัน+ที่~๒๘~กรกฎาคม~๒๕๖๕"),
            ("๑ ม.ค. ๒๕๖๙ ถึง", "๑~ม.ค.~๒๕๖๙~ถึง"),
            ("<b>๙</b> ฐาน", "<b>๙</b>~ฐาน"),
            ("หมู่ที่ ๙ ตำบล", "หมู่+ที่~๙~ตำบล"),
            ("ต่าง ๆ <i>a</i>", "ต่าง~ๆ <i>a</i>"),
            ("๑ ๒ 3 4", "๑ ๒ 3 4"),
            ("25 centres in ตำบล", "25 centres in ตำบล"),
            ("ตำบล ๒ แห่ง", "ตำบล ๒~แห่ง"),
            ("<a href=\"/x\" class=\"y\">", "<a href=\"/x\" class=\"y\">"),
            (
                "<title>๓ แห่ง</title><body>๓ แห่ง",
                "<title>๓ แห่ง</title><body>๓~แห่ง",
            ),
        ] {
            assert_eq!(kept(html), expected);
        }
    }

    #[test]
    fn the_royal_name_breaks_between_its_parts_alone() {
        let name = "พระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ พระวชิรเกล้าเจ้าอยู่หัว";
        let html = kept(&format!(
            "<title>{name}</title><p title=\"{name}\">ถวาย {name} <b>x"
        ));
        let marked = "<span class=\"whole\">พระบาทสมเด็จ</span><wbr>\
            <span class=\"whole\">พระปรเมนทรรามาธิบดี</span><wbr>\
            <span class=\"whole\">ศรีสินทรมหาวชิราลงกรณ</span> \
            <span class=\"whole\">พระวชิรเกล้าเจ้าอยู่หัว</span>";
        assert_eq!(
            html,
            format!("<title>{name}</title><p title=\"{name}\">ถวาย {marked} <b>x")
        );
    }
}
