//! Other names of what a text says: abbreviations, and years of the other era.
//!
//! In: an entry's text. Out: words under which it shall be found too. They are searched and never shown.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::normalise::is_thai;

/// Names of one thing; whoever writes one of them is found by the others.
const SAME: [&[&str]; 21] = [
    &["หมู่ที่", "หมู่", "ม."],
    &[
        "ศ.จอส.พช.",
        "ศจอส.พช.",
        "ศูนย์เรียนรู้ชุมชน",
        "ศูนย์จิตอาสาพัฒนาชุมชน",
        "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
        "community learning center",
        "community learning centre",
    ],
    &["พช.", "พัฒนาชุมชน", "กรมการพัฒนาชุมชน", "cdd"],
    &["สพจ.", "สำนักงานพัฒนาชุมชนจังหวัด"],
    &["สพอ.", "สำนักงานพัฒนาชุมชนอำเภอ"],
    &["อช.", "อาสาพัฒนาชุมชน"],
    &["อปท.", "องค์กรปกครองส่วนท้องถิ่น"],
    &["อบต.", "องค์การบริหารส่วนตำบล"],
    &["อบจ.", "องค์การบริหารส่วนจังหวัด"],
    &["กพสอ.", "คณะกรรมการพัฒนาสตรีอำเภอ"],
    &["กทบ.", "กองทุนหมู่บ้าน"],
    &["บวร", "บ้าน วัด โรงเรียน"],
    &["กศน.", "สกร.", "การศึกษานอกโรงเรียน", "ส่งเสริมการเรียนรู้"],
    &["รพ.สต.", "โรงพยาบาลส่งเสริมสุขภาพตำบล"],
    &["อสม.", "อาสาสมัครสาธารณสุข"],
    &["โอทอป", "otop", "หนึ่งตำบลหนึ่งผลิตภัณฑ์"],
    &["เบอร์โทร", "โทรศัพท์", "โทร."],
    &["best practice", "แนวปฏิบัติที่ดี", "แนวปฏิบัติที่เป็นเลิศ", "ต้นแบบ"],
    // As it is spelled, and as it often is.
    &["จักสาน", "จักรสาน"],
    &["กะเพรา", "กระเพรา"],
    &["สับปะรด", "สัปปะรด"],
];

/// What one letter and a dot before a name stand for.
const SHORT: [(&str, &str); 4] = [
    ("อ.", "อำเภอ"),
    ("ต.", "ตำบล"),
    ("จ.", "จังหวัด"),
    ("บ.", "บ้าน"),
];

/// Finds every name of [`SAME`] and then every one of [`SHORT`], in one walk through a text.
static NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let same = SAME.iter().flat_map(|group| group.iter().copied());
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(same.chain(SHORT.map(|it| it.0)))
        .expect("these few names are no more than an automaton holds")
});

/// Other names of what a text says.
#[must_use]
pub fn of(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_here = [false; NAMES_OF_SAME];
    for found in NAMES.find_overlapping_iter(text) {
        let number = found.pattern().as_usize();
        let name = &text[found.range()];
        // A short form that ends in a dot is one only where it is not the end of a longer word.
        let before = &text[..found.start()];
        if name.ends_with('.') && before.ends_with(|it: char| is_thai(it) || it == '.') {
            continue;
        }
        match SHORT.get(number.wrapping_sub(NAMES_OF_SAME)) {
            None => is_here[number] = true,
            Some((_, long)) => {
                let name = text[found.end()..].trim_start_matches(' ');
                let end = name.find(|it| !is_thai(it)).unwrap_or(name.len());
                if end > 0 {
                    names.push(format!("{long}{}", &name[..end]));
                }
            }
        }
    }
    let mut first = 0;
    for group in SAME {
        let is_here = &is_here[first..first + group.len()];
        if is_here.contains(&true) {
            let others = group.iter().zip(is_here).filter(|it| !it.1);
            names.extend(others.map(|it| (*it.0).to_owned()));
        }
        first += group.len();
    }
    names.extend(other_years(text));
    names
}

/// How many names [`SAME`] has.
const NAMES_OF_SAME: usize = {
    let (mut count, mut at) = (0, 0);
    while at < SAME.len() {
        count += SAME[at].len();
        at += 1;
    }
    count
};

/// Years of the Common Era for those of the Buddhist Era, and the other way round.
fn other_years(text: &str) -> impl Iterator<Item = String> {
    let digit = |it: char| match it {
        '๐'..='๙' => Some(it as u32 - '๐' as u32),
        _ => it.to_digit(10),
    };
    text.split(move |it| digit(it).is_none())
        .filter(|it| !it.is_empty() && it.chars().count() == 4)
        .map(move |it| {
            it.chars()
                .filter_map(digit)
                .fold(0, |year, it| year * 10 + it)
        })
        .filter_map(|it| match it {
            2443..=2643 => Some(it - 543),
            1900..=2100 => Some(it + 543),
            _ => None,
        })
        .map(|it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_text_has_other_names() {
        for (text, name) in [
            ("อบรม กศน. ตำบล", "สกร."),
            ("ผู้นำ อช. ดีเด่น", "อาสาพัฒนาชุมชน"),
            ("ต.ชีทวน อ. เขื่องใน", "อำเภอเขื่องใน"),
            ("ต.ชีทวน", "ตำบลชีทวน"),
            ("ตั้งเมื่อ พ.ศ. ๒๕๖๕", "2022"),
            ("since 2022", "2565"),
            ("Best Practice", "ต้นแบบ"),
            ("โทร. ๐๔๕-๓๔๔๖๒๘", "เบอร์โทร"),
            ("เครื่องจักสานไม้ไผ่", "จักรสาน"),
        ] {
            assert!(
                of(text).iter().any(|it| it == name),
                "{text}: {:?}",
                of(text)
            );
        }
        assert!(of("ปลูกข้าว 105 ไร่ พ.อ.สมชาย").is_empty());
    }
}
