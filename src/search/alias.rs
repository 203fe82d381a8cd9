//! Other names of what a text says: abbreviations, and years of the other era.
//!
//! In: an entry's text. Out: words under which it shall be found too. They are searched and never shown.

use super::normalise::is_thai;

/// Names of one thing; whoever writes one of them is found by the others.
const SAME: [&[&str]; 18] = [
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
];

/// What one letter and a dot before a name stand for.
const SHORT: [(&str, &str); 4] = [
    ("อ.", "อำเภอ"),
    ("ต.", "ตำบล"),
    ("จ.", "จังหวัด"),
    ("บ.", "บ้าน"),
];

/// Other names of what a text says.
#[must_use]
pub fn of(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let lower = text.to_lowercase();
    for group in SAME {
        let (here, others): (Vec<&str>, Vec<&str>) =
            group.iter().partition(|it| stands_in(&lower, it));
        if !here.is_empty() {
            names.extend(others.into_iter().map(str::to_owned));
        }
    }
    for (short, long) in SHORT {
        for (at, _) in text.match_indices(short) {
            let is_alone = !text[..at].ends_with(|it: char| is_thai(it) || it == '.');
            let name = text[at + short.len()..].trim_start_matches(' ');
            let end = name.find(|it| !is_thai(it)).unwrap_or(name.len());
            if is_alone && end > 0 {
                names.push(format!("{long}{}", &name[..end]));
            }
        }
    }
    names.extend(other_years(text));
    names
}

/// Whether a text has a name. A short form that ends in a dot is one only where it is not the end of a longer word.
fn stands_in(text: &str, name: &str) -> bool {
    let mut places = text.match_indices(name);
    places.any(|(at, _)| {
        !name.ends_with('.') || !text[..at].ends_with(|it: char| is_thai(it) || it == '.')
    })
}

/// Years of the Common Era for those of the Buddhist Era, and the other way round.
fn other_years(text: &str) -> Vec<String> {
    let digits: String = text
        .chars()
        .map(|it| match it {
            '๐'..='๙' => char::from(b'0' + (it as u32 - '๐' as u32) as u8),
            _ => it,
        })
        .collect();
    digits
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse::<u32>().ok())
        .filter_map(|it| match it {
            2443..=2643 => Some(it - 543),
            1900..=2100 => Some(it + 543),
            _ => None,
        })
        .map(|it| it.to_string())
        .collect()
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
