//! Previews as pictures, and their letters as HarfBuzz sets them.

use image::{ImageFormat, Rgb};

use super::text::shaped;
use super::*;

fn drawing(kind: &str, title: &str, place: &str) -> Drawing {
    Drawing {
        site: Some("ทำเนียบศูนย์ผู้นำจิตอาสาพัฒนาชุมชน จังหวัดอุบลราชธานี".to_owned()),
        kind: Some(kind.to_owned()),
        title: title.to_owned(),
        place: Some(place.to_owned()),
        key: "khemarat".to_owned(),
        dye: None,
        colors: Colors::built_in(),
    }
}

fn long() -> Drawing {
    drawing(
        "แนวปฏิบัติที่ดี",
        "ย้อมครามธรรมชาติ สืบสานภูมิปัญญาผ้าทอลุ่มน้ำโขง สู่รายได้ที่ยั่งยืนของกลุ่มสตรี ปีที่ 12",
        "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน อำเภอเขมราฐ",
    )
}

/// Letters of a title that is measured by hand.
const BOLD: Type = Type {
    weight: Weight::Bold,
    size_px: 60.0,
};

#[test]
fn thai_letters_stand_where_harfbuzz_puts_them() {
    let reference = include_str!("fonts/harfbuzz.txt");
    let mut lines = reference.lines();
    let mut count = 0;
    while let (Some(text), Some(expected)) = (lines.next(), lines.next()) {
        let (weight, text) = text.split_once(' ').unwrap();
        let weight = match weight {
            "400" => Weight::Regular,
            _ => Weight::Bold,
        };
        let set: Vec<String> = shaped(text, weight)
            .iter()
            .map(|it| format!("{},{},{},{}", it.id, it.x, it.y, it.advance))
            .collect();
        assert_eq!(set.join(" "), expected, "{text}");
        count += 1;
    }
    assert_eq!(count, 22);
}

/// A picture that a person has looked at. Where this fails on purpose, look at the new one and raise [`VERSION`].
#[test]
fn a_preview_looks_as_it_did() {
    let png = long().png(None);
    assert!(
        png == include_bytes!("tests.png"),
        "the preview is another one: is it drawn better? then VERSION is another one, too"
    );
}

#[test]
fn every_preview_is_a_small_picture_of_its_size() {
    let noise = RgbImage::from_fn(COVER_WIDTH_PX, HEIGHT_PX, |x, y| {
        let hash = blake3::hash(&[x.to_le_bytes(), y.to_le_bytes()].concat());
        Rgb([hash.as_bytes()[0], hash.as_bytes()[1], hash.as_bytes()[2]])
    });
    let soft = RgbImage::from_fn(COVER_WIDTH_PX, HEIGHT_PX, |x, y| {
        Rgb([(x / 2) as u8, (y / 3) as u8, ((x + y) / 4) as u8])
    });
    assert!(long().png(Some(&noise)).len() < MOST_BYTES);
    let bare = Drawing {
        site: None,
        kind: None,
        title: String::new(),
        place: None,
        key: String::new(),
        dye: Some(7),
        colors: Colors::built_in(),
    };
    for drawing in [
        long(),
        bare,
        drawing("", &"ก".repeat(400), &"x".repeat(900)),
        drawing(
            "ศูนย์ฯ ระดับตำบล",
            &"ศูนย์เรียนรู้ ".repeat(60),
            "🙂 漢字 \u{200b}\n\t",
        ),
        drawing("Centre", "e\u{301}\u{301}\u{301} กุ้้้้้ืื์์์", "\u{202e}abc"),
    ] {
        for cover in [None, Some(&soft)] {
            let png = drawing.png(cover);
            assert!(png.len() < MOST_BYTES, "{} bytes: {drawing:?}", png.len());
            let seen = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
            assert_eq!((seen.width(), seen.height()), (WIDTH_PX, HEIGHT_PX));
            // Nothing is written over the cover or beyond the measure.
            let right = seen.crop_imm(1160, 0, 40, HEIGHT_PX).into_rgb8();
            assert!(
                right.pixels().all(|it| it.0 == Colors::built_in().deep),
                "{drawing:?}"
            );
        }
    }
}

#[test]
fn a_photo_keeps_its_colours() {
    let photo = RgbImage::from_fn(COVER_WIDTH_PX, HEIGHT_PX, |_, y| {
        Rgb(if y < 300 {
            [200, 30, 20]
        } else {
            [20, 120, 40]
        })
    });
    let png = long().png(Some(&photo));
    let seen = image::load_from_memory(&png).unwrap().into_rgb8();
    assert_eq!(seen.get_pixel(10, 10).0, [200, 30, 20]);
    assert_eq!(seen.get_pixel(370, 620).0, [20, 120, 40]);
}

#[test]
fn lines_break_between_words_and_best_between_phrases() {
    for (title, expected) in [
        (
            "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ตำบลหัวดอน",
            &["ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน", "ตำบลหัวดอน"][..],
        ),
        (
            "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนอำเภอเขมราฐ",
            &["ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน", "อำเภอเขมราฐ"],
        ),
        ("น้ำยืน", &["น้ำยืน"]),
        ("Natural indigo dyeing", &["Natural", "indigo dyeing"]),
    ] {
        let (_, lines, _) = fitting(title);
        assert_eq!(lines, expected);
    }
    let words = "ธนาคารข้าวชุมชนช่วยครัวเรือนยากจนให้มีข้าวกินตลอดปีโดยไม่ต้องกู้เงินนอกระบบ";
    let lines = BOLD.lines(words, MEASURE);
    assert_eq!(lines.concat(), words);
    assert_eq!(
        lines,
        [
            "ธนาคารข้าวชุมชนช่วย",
            "ครัวเรือนยากจนให้มี",
            "ข้าวกินตลอดปีโดยไม่",
            "ต้องกู้เงินนอกระบบ"
        ]
    );
}

#[test]
fn no_mark_is_parted_from_its_letter() {
    let one_word = "กุ้ก๊ำกี่กึ้กู้กั๊".repeat(20);
    for most in [1, 2, 5] {
        let lines = BOLD.at_most(most, &one_word, MEASURE);
        assert!(lines.len() <= most);
        for line in lines {
            let first = line.chars().next().unwrap();
            let is_mark =
                matches!(first, '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
            assert!(!is_mark, "{line}");
            assert!(BOLD.width(&line) <= MEASURE, "{line}");
        }
    }
}

#[test]
fn a_name_tells_everything_that_is_drawn() {
    let one = long();
    let mut names = vec![one.hash(None), one.hash(Some("a")), one.hash(Some("b"))];
    for change in [
        |it: &mut Drawing| it.site = None,
        |it: &mut Drawing| it.kind = None,
        |it: &mut Drawing| it.kind = Some(String::new()),
        |it: &mut Drawing| it.title.push('!'),
        |it: &mut Drawing| it.place = None,
        |it: &mut Drawing| it.key.push('!'),
        |it: &mut Drawing| it.dye = Some(1),
        |it: &mut Drawing| it.dye = Some(2),
    ] {
        let mut other = one.clone();
        change(&mut other);
        names.push(other.hash(None));
    }
    let mut unequal = names.clone();
    unequal.sort_by_key(|it| *it.as_bytes());
    unequal.dedup();
    assert_eq!(unequal.len(), names.len());
    assert_eq!(one.hash(None), long().hash(None));
}

#[test]
fn previews_have_the_sign_of_the_look() {
    let mark = include_str!("../../../themes/sala/templates/mark.html");
    for drawn in [ROOF, MUN, MEKONG] {
        assert!(mark.contains(&format!("d=\"{drawn}\"")), "{drawn}");
    }
}
