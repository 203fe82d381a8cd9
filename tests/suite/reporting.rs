//! `sala report`: forms filled in from a site, what stands on them, and who may read them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::folder::Folder;
use crate::test_site::TestSite;

const AREAS: &str = "\
district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target,letter_order
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.4,104.5,true,2
3404,เขื่องใน,Khueang Nai,340413,หัวดอน,Hua Don,34150,15.33,104.66,true,2
3404,เขื่องใน,Khueang Nai,340414,ในเมือง,Nai Mueang,34150,15.34,104.67,false,2
3405,เขมราฐ,Khemarat,340501,เขมราฐ,Khemarat,34170,16.0,105.2,true,1
";

const CENTER: &str = r#"name = "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน"
level = "subdistrict"

[location]
place = "=HYPERLINK(\"http://x\")"
house_no = "12/3"
village = 9
subdistrict = "หัวดอน"
district = "เขื่องใน"

[[highlights]]
title = "ผ้าย้อมคราม"
text = "เรียน**จริง**"
kind = "identity"

[coordinator]
name = "นางสาวลับ ประสานงาน"
position = "นักวิชาการพัฒนาชุมชน"
phone = "045-000001"

[chair]
name = "นายลับ ประธานศูนย์"
phone = "081-000-0001"
as = "chair"

[committee]
order = "12/2569"
order_date = 2569-01-15

[[committee.advisers]]
name = "นายลับ ที่ปรึกษา"
position = "กำนันตำบลหัวดอน"

[[committee.working]]
name = "นายลับ หัวหน้า"
role = "head"
"#;

const ACTIVITY: &str = r#"+++
title = "อบรมผู้นำ"
date = 2568-12-05
end_date = 2568-12-06
participants = 45
problems = "ฝนตกหนัก"
suggestions = "ควรจัดก่อนฤดูฝน"
+++
"#;

/// Every person whom the site names; none consented.
const PEOPLE: [&str; 4] = [
    "นางสาวลับ ประสานงาน",
    "นายลับ ประธานศูนย์",
    "นายลับ ที่ปรึกษา",
    "นายลับ หัวหน้า",
];

pub fn site() -> Folder {
    let site = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\ninspection_region = 14\n";
    let planned = "name = \"ศูนย์ฯ อำเภอเขมราฐ\"\nlevel = \"district\"\nstatus = \"planned\"\n\n[location]\ndistrict = \"เขมราฐ\"\n";
    let example = "name = \"ศูนย์ฯ ตัวอย่าง\"\nlevel = \"subdistrict\"\nexample = true\n\n[location]\nplace = \"ที่ตัวอย่าง\"\nsubdistrict = \"340501\"\ndistrict = \"เขมราฐ\"\n";
    TestSite::of(&[
        ("content/site.toml", site),
        ("content/areas.csv", AREAS),
        ("content/centers/khueang-nai/hua-don/center.toml", CENTER),
        (
            "content/centers/khueang-nai/hua-don/activities/training.md",
            ACTIVITY,
        ),
        ("content/centers/khemarat/center.toml", planned),
        ("content/centers/examples/one/center.toml", example),
    ])
    .on_disk()
}

/// A report as the text that was written.
fn report(folder: &Folder, arguments: &[&str], file: &str) -> String {
    let run = folder.sala(&[&["report"], arguments].concat());
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    folder.text(&format!("reports/{file}"))
}

#[test]
fn an_area_report_holds_every_target_in_the_order_of_the_letter() {
    let folder = site();
    let text = report(
        &folder,
        &["areas-subdistricts", "--format", "csv"],
        "areas-subdistricts.csv",
    );
    let rows: Vec<&str> = text
        .lines()
        .filter(|it| it.starts_with(['๑', '๒', '๓', '๔']))
        .collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert_eq!(rows[0], "๑,,,,เขมราฐ,เขมราฐ,,");
    assert!(rows[2].starts_with("๓,\"'=HYPERLINK("), "{text}");
    assert!(
        rows[2].ends_with(",๑๒/๓,๙,หัวดอน,เขื่องใน,นายลับ ประธานศูนย์ (ประธาน),๐๘๑-๐๐๐-๐๐๐๑"),
        "{text}"
    );
    assert!(text.contains("เขตตรวจราชการที่ ๑๔ จังหวัดอุบลราชธานี"), "{text}");
    // The same as the page of progress says.
    assert!(
        text.contains("รวมเป้าหมาย ๓ ตำบล มีข้อมูลในทำเนียบแล้ว ๑ ตำบล"),
        "{text}"
    );
    assert!(!text.contains("ที่ตัวอย่าง"), "{text}");
    let data = folder.built(&[]);
    let progress = data.text("progress/index.html");
    let progress = progress.replace('\u{a0}', " ");
    let said = "มีข้อมูลแล้ว 1 จากเป้าหมาย 3 แห่ง";
    assert!(progress.contains(said), "{progress}");

    let text = report(
        &folder,
        &["areas-districts", "--format", "csv"],
        "areas-districts.csv",
    );
    assert!(
        text.contains("\r\n๑,,,,,เขมราฐ,,\r\n๒,,,,,เขื่องใน,,\r\n"),
        "{text}"
    );
    let one = [
        "areas-districts",
        "--district",
        "อำเภอเขมราฐ",
        "--format",
        "csv",
    ];
    let text = report(&folder, &one, "areas-districts-khemarat.csv");
    assert!(
        text.contains("อำเภอเขมราฐ") && !text.contains("เขื่องใน"),
        "{text}"
    );
}

#[test]
fn a_workbook_holds_texts_and_never_a_formula() {
    let folder = site();
    let run = folder.sala(&["report", "areas-subdistricts", "--format", "xlsx"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let bytes = std::fs::read(folder.path().join("reports/areas-subdistricts.xlsx")).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["ระดับตำบล"]);
    let cells = book.worksheet_range("ระดับตำบล").unwrap();
    let is_text = |it: &Data| matches!(it, Data::Empty | Data::String(_));
    assert!(cells.cells().all(|(_, _, it)| is_text(it)), "{cells:?}");
    let texts: Vec<String> = cells.cells().map(|it| it.2.to_string()).collect();
    assert!(
        texts.iter().any(|it| it == "=HYPERLINK(\"http://x\")"),
        "{texts:?}"
    );
    let formulas = book.worksheet_formula("ระดับตำบล").unwrap();
    assert!(formulas.cells().all(|it| it.2.is_empty()), "{formulas:?}");
    let again = folder.sala(&["report", "areas-subdistricts", "--format", "xlsx"]);
    assert_eq!(again.code, Some(0));
    let same = std::fs::read(folder.path().join("reports/areas-subdistricts.xlsx")).unwrap();
    assert!(same == bytes, "the same site makes the same bytes");
}

#[test]
fn a_summary_has_the_bodies_of_its_level() {
    let folder = site();
    let of_subdistrict = ["summary", "--center", "khueang-nai/hua-don"];
    let text = report(&folder, &of_subdistrict, "summary-khueang-nai-hua-don.html");
    for said in [
        "ผ้าย้อมคราม เรียนจริง",
        "(อัตลักษณ์)",
        "นางสาวลับ ประสานงาน",
        "๐๔๕-๐๐๐๐๐๑",
        "๕.๒ คณะทำงาน จำนวน",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(
        !text.contains("อำนวยการ") && !text.contains("๕.๓"),
        "{text}"
    );
    let text = report(
        &folder,
        &["summary", "--center", "khemarat"],
        "summary-khemarat.html",
    );
    assert!(text.contains("๕.๒ คณะกรรมการอำนวยการ จำนวน") && text.contains("๕.๓ คณะทำงาน จำนวน"));
    // Planned centres have no summary unless one is asked for.
    let text = report(&folder, &["summary"], "summary.html");
    assert_eq!(text.matches("<section").count(), 1, "{text}");
}

#[test]
fn orders_look_like_orders() {
    let folder = site();
    let of_subdistricts = ["order-subdistricts", "--district", "3404"];
    let text = report(
        &folder,
        &of_subdistricts,
        "order-subdistricts-khueang-nai.html",
    );
    for said in [
        "คำสั่งอำเภอเขื่องใน",
        "ที่ ๑๒/๒๕๖๙",
        "/๒. แต่งตั้งที่ปรึกษาและคณะทำงาน…",
        "- ๓ -",
        "๒. แต่งตั้งที่ปรึกษาและคณะทำงานศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ตำบลหัวดอน",
        "พัฒนากรผู้ประสานงานตำบล",
        "นายลับ หัวหน้า",
        "สั่ง ณ วันที่ ๑๕ มกราคม ๒๕๖๙",
        "นายอำเภอเขื่องใน",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Ten lines for each working group, whoever is known.
    assert_eq!(text.matches("๑๐)").count(), 2, "{text}");
    let text = report(
        &folder,
        &["order-district", "--district", "เขื่องใน"],
        "order-district-khueang-nai.html",
    );
    for said in [
        "(ก) ที่ปรึกษา",
        "/(ข) คณะกรรมการอำนวยการ…",
        "เกษตรอำเภอ",
        "ผู้อำนวยการศูนย์ส่งเสริมการเรียนรู้ระดับอำเภอ",
        "กรรมการและผู้ช่วยเลขานุการ",
        "สั่ง ณ วันที่ ........ เดือน",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn an_activity_report_is_that_of_its_month() {
    let folder = site();
    let december = ["activities", "--month", "2568-12", "--format", "csv"];
    let text = report(&folder, &december, "activities-2568-12.csv");
    for said in [
        "ประจำเดือน ธันวาคม ๒๕๖๘",
        "๑,๕–๖ ธันวาคม ๒๕๖๘,อบรมผู้นำ,",
        "๔๕",
        "ฝนตกหนัก\nข้อเสนอแนะ: ควรจัดก่อนฤดูฝน",
        "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน ตำบลหัวดอน อำเภอเขื่องใน",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // On 15 January the report of January is the next one.
    let text = report(&folder, &["activities"], "activities-2569-01.html");
    assert!(text.contains("ไม่มีกิจกรรมในเดือนนี้"), "{text}");
}

#[test]
fn blank_forms_name_nobody() {
    let folder = site();
    for form in [
        "areas-districts",
        "areas-subdistricts",
        "summary",
        "order-district",
        "order-subdistricts",
        "activities",
    ] {
        for format in ["html", "csv", "xlsx"] {
            let run = folder.sala_on_any_day(&["report", "blank", form, "--format", format]);
            assert_eq!(run.code, Some(0), "{form} {format}: {}", run.err);
            assert!(folder.has(&format!("reports/blank-{form}.{format}")));
        }
        let text = folder.text(&format!("reports/blank-{form}.html"));
        assert!(PEOPLE.iter().all(|it| !text.contains(it)), "{text}");
        assert!(
            !text.contains("<script") && !text.contains("http"),
            "{text}"
        );
    }
}

#[cfg(unix)]
#[test]
fn reports_are_for_their_maker_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = site();
    let text = report(&folder, &["areas-subdistricts"], "areas-subdistricts.html");
    assert!(text.contains(PEOPLE[1]), "{text}");
    let path = folder.path().join("reports/areas-subdistricts.html");
    let mode = std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // Nothing of it is part of the site, and the folder is no place for one.
    let output = folder.built(&[]);
    assert!(output.keys().all(|it| !it.contains("report")));
    assert!(
        output
            .pages()
            .all(|(_, it)| PEOPLE.iter().all(|name| !it.contains(name)))
    );
    let reports = folder.path().join("reports");
    let run = folder.sala(&["build", "--output", reports.to_str().unwrap()]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    folder.remove("reports");
    symlink(folder.path().join("public"), &reports).unwrap();
    let run = folder.sala(&["report", "areas-districts"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
}

#[test]
fn what_cannot_be_reported_is_told() {
    let folder = site();
    for (arguments, code) in [
        (
            &["report", "summary", "--center", "nowhere"][..],
            "no-center",
        ),
        (
            &["report", "areas-districts", "--district", "เขื่องไน"],
            "unknown-district",
        ),
    ] {
        let run = folder.sala(arguments);
        assert_eq!(run.code, Some(1), "{arguments:?}");
        assert!(run.err.contains(code), "{}", run.err);
    }
    folder.put(
        "content/centers/khemarat/center.toml",
        "name = \"x\"\nlevel = \"district\"\n",
    );
    let run = folder.sala(&["report", "areas-districts"]);
    assert_eq!(run.code, Some(1));
    assert!(
        !folder.has("reports"),
        "a report that lacks an entry is none"
    );
}

#[test]
fn the_site_offers_blank_forms_where_it_says_its_region() {
    let folder = site();
    let output = folder.built(&[]);
    let page = output.text("forms/index.html");
    for form in ["areas-districts", "summary", "activities"] {
        assert!(page.contains(&format!("{form}.xlsx\"")), "{page}");
        assert!(output.contains_key(&format!("forms/{form}.xlsx")));
    }
    // Nothing in it can run, nothing brings styles of its own.
    assert!(output.keys().all(|it| !it.starts_with("forms/")
        || it.rsplit('.').next() == Some("xlsx")
        || it.ends_with("index.html")));
    assert!(output.text("sitemap.xml").contains("/forms/"));
    assert!(output.text("index.html").contains("forms/"));
    folder.replace("content/site.toml", "inspection_region = 14\n", "");
    let output = folder.built(&[]);
    assert!(output.keys().all(|it| !it.starts_with("forms/")));
}
