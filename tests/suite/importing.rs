//! `sala import` and `sala report template`: spreadsheets as offices send them, and what becomes of the entries.

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use crate::fixture::repository;
use crate::folder::{Folder, files_of};
use crate::program::Run;

const SITE: &str = "title = \"ทำเนียบ\"\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\n\
    [[topics]]\nid = \"weaving\"\nname = \"ผ้าทอ\"\n";

/// A site with the real register, and no centres.
fn a_site() -> Folder {
    let folder = Folder::new();
    folder.put("content/site.toml", SITE);
    let areas = std::fs::read(repository().join("content/areas.csv")).unwrap();
    folder.put("content/areas.csv", areas);
    folder
}

fn entry(path: &str) -> String {
    format!("content/centers/{path}/center.toml")
}

/// The bytes of a workbook with one sheet.
fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// The bytes of a workbook with these texts, `|` between cells.
fn rows(lines: &[&str]) -> Vec<u8> {
    xlsx(|sheet| write(sheet, 0, lines))
}

fn write(sheet: &mut Worksheet, first: u32, lines: &[&str]) {
    for (row, line) in (first..).zip(lines) {
        for (column, cell) in (0..).zip(line.split('|')).filter(|(_, it)| !it.is_empty()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
}

fn import(folder: &Folder, arguments: &[&str]) -> Run {
    let lang: &[&str] = if arguments.contains(&"--lang") { &[] } else { &["--lang", "en"] };
    let run = folder.inside(&[&["import"], arguments, lang].concat());
    assert!(run.code.is_some_and(|it| it <= 1), "{run:?}");
    run
}

/// What is wrong: code and place, one a line.
fn told(run: &Run) -> Vec<String> {
    let mut lines = run.err.lines().peekable();
    let mut all = Vec::new();
    while let Some(line) = lines.next() {
        if line.starts_with("error[") || line.starts_with("warning[") {
            let code = line.split(']').next().unwrap();
            let place = lines.next().unwrap_or_default().trim_start();
            let place = place.strip_prefix("--> ").unwrap_or("");
            all.push(format!("{code}] {place}"));
        }
    }
    all
}

fn is_clean(folder: &Folder) {
    let run = folder.inside(&["check", "--lang", "en", "--today", "2569-11-30"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

/// The columns of the area report.
const AREAS: &str = "ลำดับ|ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม|เลขที่|หมู่|ตำบล|อำเภอ|ประธาน/ผู้แทน/ผู้นำจิตอาสา|หมายเลขโทรศัพท์";

#[test]
fn a_report_of_subdistricts_becomes_entries() {
    let folder = a_site();
    let bytes = xlsx(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 7, "แบบรายงานข้อมูลพื้นที่เป้าหมาย ระดับตำบล", &plain).unwrap();
        sheet.merge_range(1, 0, 1, 7, "เขตตรวจราชการที่ ๑๔ จังหวัดอุบลราชธานี", &plain).unwrap();
        // Two lines of headings, the address above its parts.
        sheet.merge_range(3, 2, 3, 5, "ที่ตั้ง", &plain).unwrap();
        for (column, name) in [(0, "ลำดับ"), (1, "ชื่อศูนย์เรียนรู้/ สถานที่ดำเนินกิจกรรม"), (6, "ประธาน / ผู้แทน / ผู้นำจิตอาสา"), (7, "เบอร์โทร.")] {
            sheet.merge_range(3, column, 4, column, name, &plain).unwrap();
        }
        write(sheet, 4, &["||เลขที่|หมู่ที่|ตำบล|อำเภอ"]);
        write(sheet, 5, &["๑|วัดบ้านตัวอย่าง|๑๒/๓|หมู่ ๙|ต.หัวดอน|อ.เขื่องใน|นายสมมติ ตัวอย่าง (ประธาน)"]);
        sheet.write_number(5, 7, 810_000_000).unwrap();
        // The district stands once for both rows.
        write(sheet, 6, &["๒|ศาลากลางบ้าน|-|๔|ชีทวน||นางสมมติ ตัวอย่าง|๐๔๕-๐๐๐๐๐๐"]);
        write(sheet, 8, &["|รวมทั้งสิ้น ๒ แห่ง", "||||||ลงชื่อ.....................ผู้รายงาน"]);
        sheet.write_blank(40, 3, &plain).unwrap();
    });
    folder.put("ตำบล.xlsx", bytes);
    let dry = import(&folder, &["ตำบล.xlsx", "--dry-run"]);
    assert_eq!(dry.code, Some(0), "{}", dry.err);
    assert!(dry.err.ends_with("would become: 2 new\n"), "{}", dry.err);
    assert!(!folder.has("content/centers"));

    let run = import(&folder, &["ตำบล.xlsx"]);
    assert_eq!((run.code, told(&run)), (Some(0), vec![]), "{}", run.err);
    let expected = "name = \"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน\"\n\
        name_en = \"Community Development Volunteer Leader Centre, Hua Don Subdistrict\"\n\
        level = \"subdistrict\"\nstatus = \"open\"\n\n\
        [location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\nplace = \"วัดบ้านตัวอย่าง\"\nhouse_no = \"12/3\"\nvillage = 9\n\n\
        [chair]\nas = \"chair\"\nname = \"นายสมมติ ตัวอย่าง\"\nphone = \"081-000-0000\"\nconsent = false\n";
    assert_eq!(folder.text(&entry("khueang-nai/hua-don")), expected);
    let other = folder.text(&entry("khueang-nai/chi-thuan"));
    assert!(other.contains("phone = \"045-000000\"") && !other.contains("house_no"), "{other}");
    is_clean(&folder);

    let again = import(&folder, &["ตำบล.xlsx", "--update"]);
    assert!(again.err.ends_with("nothing changed\n"), "{}", again.err);
}

#[test]
fn a_report_of_districts_is_read_in_any_letters() {
    let text = format!(
        "แบบรายงานข้อมูลพื้นที่เป้าหมาย ระดับอำเภอ,,,,,,,\r\n{}\r\n\
         1,วัดตัวอย่าง,,9,หัวดอน,เขื่องใน,นายสมมติ ตัวอย่าง,81-000-0000\r\n\
         2,ศาลาตัวอย่าง,,1,ขามใหญ่,เมือง,นางสมมติ ตัวอย่าง,\r\n",
        AREAS.replace('|', ",")
    );
    let (thai, _, _) = encoding_rs::WINDOWS_874.encode(&text);
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes().to_vec(), format!("\u{FEFF}{text}").into_bytes(), thai.into_owned(), wide] {
        let folder = a_site();
        folder.put("in/a.csv", bytes);
        let run = import(&folder, &["in"]);
        assert_eq!((run.code, told(&run)), (Some(0), vec![]), "{}", run.err);
        let district = folder.text(&entry("khueang-nai"));
        for part in ["level = \"district\"", "subdistrict = \"หัวดอน\"", "phone = \"081-000-0000\"", "consent = false"] {
            assert!(district.contains(part), "{part}: {district}");
        }
        assert!(folder.has(&entry("mueang-ubon-ratchathani")));
        is_clean(&folder);
    }
}

#[test]
fn what_is_wrong_is_named_by_its_cell_and_holds_nothing_back() {
    let folder = a_site();
    let bytes = xlsx(|sheet| {
        write(sheet, 0, &["รายงาน ระดับตำบล", AREAS]);
        write(
            sheet,
            2,
            &[
                "1|วัดดี||1|หัวดอน|เขื่องใน|นายสมมติ ตัวอย่าง|081-000-0000",
                "2|วัดสอง||1|หัวดอก|เขื่องใน|นายสมมติ ตัวอย่าง|",
                "3|วัดสาม||1|หัวดอน|เขื่องไน|นายสมมติ ตัวอย่าง|",
                "4|วัดสี่||1|ชีทวน|เขื่องใน|นายสมมติ ตัวอย่าง|08100",
                "5|วัดห้า||1|นาแวง|เขื่องใน|นายสมมติ ตัวอย่าง|",
                "6|วัดหก||||เขื่องใน|นายสมมติ ตัวอย่าง|",
                "7|วัดเจ็ด||2|หัวดอน|เขื่องใน|นายสมมติ ตัวอย่าง|081-000-0000",
                "8|วัดแปด||1|สร้างถ่อ|เขื่องใน|1101700203450|",
            ],
        );
        let date = Format::new().set_num_format("d/m/yyyy");
        let day = ExcelDateTime::from_ymd(2022, 3, 12).unwrap();
        write(sheet, 10, &["9|วัดเก้า|||บ้านกอก|เขื่องใน"]);
        sheet.write_datetime_with_format(10, 2, &day, &date).unwrap();
        sheet.set_row_hidden(2).unwrap();
    });
    folder.put("อำเภอ.xlsx", bytes);
    let run = import(&folder, &["อำเภอ.xlsx"]);
    assert_eq!(run.code, Some(1));
    let at = "อำเภอ.xlsx · Sheet1 · ";
    let expected = [
        format!("warning[hidden-read] {at}3"),
        format!("error[unknown-subdistrict] {at}E4"),
        format!("error[unknown-district] {at}F5"),
        format!("error[bad-phone] {at}H6"),
        format!("error[subdistrict-elsewhere] {at}E7"),
        format!("error[row-without-area] {at}8"),
        format!("error[rows-disagree] {at}B9"),
        format!("error[rows-disagree] {at}D9"),
        format!("error[national-id] {at}G10"),
        format!("error[became-day] {at}C11"),
    ];
    assert_eq!(told(&run), expected, "{}", run.err);
    assert!(run.err.contains("did you mean \"หัวดอน\"?") && run.err.contains("did you mean \"เขื่องใน\"?"));
    // The good row is there, and what was said first of its centre.
    assert!(folder.text(&entry("khueang-nai/hua-don")).contains("วัดดี"));
    assert_eq!(folder.files("content/centers").len(), 1);

    let strict = a_site();
    strict.put("a.xlsx", std::fs::read(folder.path().join("อำเภอ.xlsx")).unwrap());
    assert_eq!(import(&strict, &["a.xlsx", "--strict"]).code, Some(1));
    assert!(!strict.has("content/centers"));

    let json = folder.inside(&["import", "อำเภอ.xlsx", "--dry-run", "--format", "json", "--lang", "th"]);
    let lines: Vec<serde_json::Value> = json.out.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let phone = lines.iter().find(|it| it["code"] == "bad-phone").unwrap();
    assert_eq!((&phone["file"], &phone["sheet"], &phone["cell"]), (&"อำเภอ.xlsx".into(), &"Sheet1".into(), &"H6".into()));
    assert!(lines.iter().any(|it| it["action"] == "refused"));
}

#[test]
fn an_entry_that_is_there_changes_only_where_it_was_asked_for() {
    let folder = a_site();
    let path = entry("khueang-nai/hua-don");
    let before = "# ข้อมูลปี ๒๕๖๙\nname = 'ศูนย์ฯ หัวดอน' # ชื่อ\nlevel = \"subdistrict\"\n\n[location]\nsubdistrict = \"ต.หัวดอน\"\ndistrict   =   \"3404\"\n\
        village = \"๙\"\nplace = \"วัดเดิม\"  # เดิม\n\n[chair]\nname = \"นายเดิม ตัวอย่าง\"\nconsent = true\nemail = \"a@example.go.th\"\n# ท้ายไฟล์\n";
    let sheet = rows(&["ระดับตำบล", AREAS, "1|วัดใหม่||9|หัวดอน|เขื่องใน|นางใหม่ ตัวอย่าง|081-000-0000"]);
    folder.put("a.xlsx", sheet);
    folder.put(&path, before);
    let kept = import(&folder, &["a.xlsx"]);
    assert_eq!(told(&kept), ["warning[entry-kept] a.xlsx · Sheet1 · 3"], "{}", kept.err);
    assert_eq!((kept.code, folder.text(&path).as_str()), (Some(0), before));

    let changed = import(&folder, &["a.xlsx", "--update"]);
    assert_eq!(told(&changed), ["warning[consent-taken-back] a.xlsx · Sheet1 · G3"]);
    let expected = before
        .replace("วัดเดิม", "วัดใหม่")
        .replace("นายเดิม", "นางใหม่")
        .replace("consent = true", "consent = false")
        .replace("go.th\"\n", "go.th\"\nphone = \"081-000-0000\"\n");
    assert_eq!(folder.text(&path), expected);
    is_clean(&folder);
}

#[test]
fn a_planned_centre_is_filled() {
    let folder = a_site();
    let path = entry("khueang-nai/hua-don");
    let stub = "# รอแบบรายงาน\nname = \"ศูนย์ฯ หัวดอน\"\nlevel = \"subdistrict\"\nstatus = \"planned\" # ยัง\n\n[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n";
    folder.put(&path, stub);
    folder.put("a.xlsx", rows(&["ระดับตำบล", AREAS, "1|วัดใหม่||9|หัวดอน|เขื่องใน||"]));
    let run = import(&folder, &["a.xlsx"]);
    assert_eq!((run.code, told(&run)), (Some(0), vec![]), "{}", run.err);
    let expected = stub.replace("\"planned\"", "\"open\"") + "place = \"วัดใหม่\"\nvillage = 9\n";
    assert_eq!(folder.text(&path), expected);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let folder = a_site();
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 512], &name].concat()
    };
    for (name, bytes, expected) in [
        ("a.xlsx", compound("EncryptedPackage"), "error[sheet-encrypted] a.xlsx"),
        ("b.xls", compound("Workbook"), "error[old-spreadsheet] b.xls"),
        ("c.xlsx", b"%PDF-1.4\n".to_vec(), "error[not-a-spreadsheet] c.xlsx"),
        ("d.xlsx", b"<html><table><tr><td>1</td></tr></table>".to_vec(), "error[not-a-spreadsheet] d.xlsx"),
        ("e.xlsx", rows(&["งบประมาณ|ยอด", "1|2"]), "error[no-known-table] e.xlsx"),
        ("f.xlsx", rows(&["ระดับตำบล"])[..400].to_vec(), "error[sheet-unreadable] f.xlsx"),
        ("g.xlsx", bomb(), "error[sheet-too-large] g.xlsx"),
        ("h.csv", Vec::new(), "error[no-known-table] h.csv"),
        ("i.csv", vec![0xFF; 64], "error[unknown-letters] i.csv"),
    ] {
        folder.put(name, bytes);
        let run = import(&folder, &[name]);
        assert_eq!((run.code, told(&run)), (Some(1), vec![expected.to_owned()]), "{}", run.err);
    }
    let csv = format!("ระดับตำบล\n{}\n1,วัด,,1,หัวดอน,เขื่องใน,,\n", AREAS.replace('|', ","));
    folder.put("j.xlsx", csv);
    let run = import(&folder, &["j.xlsx"]);
    assert_eq!(told(&run), ["warning[other-than-named] j.xlsx"]);
    assert!(folder.has(&entry("khueang-nai/hua-don")));
}

/// A workbook whose sheet unfolds into a gigabyte.
fn bomb() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", options).unwrap();
    archive.write_all(b"<workbook/>").unwrap();
    archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..320 {
        archive.write_all(&spaces).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

/// A workbook whose one sheet is this XML.
fn raw(sheet: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for (name, text) in [
        ("_rels/.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
        ("xl/workbook.xml", format!("<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

#[test]
fn a_formula_gives_its_result_and_nothing_else() {
    let folder = a_site();
    let text = |cell: &str, text: &str| format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let head: String = ('A'..).zip(AREAS.split('|')).map(|(column, it)| text(&format!("{column}2"), it)).collect();
    let row = |number: u32, subdistrict: &str, place: &str| {
        let area = text(&format!("E{number}"), subdistrict) + &text(&format!("F{number}"), "เขื่องใน");
        format!("<row r=\"{number}\">{}{area}</row>", place.replace("B?", &format!("B{number}")))
    };
    let sheet = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{head}</row>{}{}{}{}",
        text("A1", "ระดับตำบล"),
        row(3, "หัวดอน", "<c r=\"B?\" t=\"str\"><f>\"วัด\"&amp;A3</f><v>วัดหนึ่ง</v></c>"),
        row(4, "ชีทวน", "<c r=\"B?\"><f>A3</f></c>"),
        row(5, "บ้านไทย", "<c r=\"B?\" t=\"e\"><f>A3</f><v>#REF!</v></c>"),
        // A cell at the far end of the sheet is one cell.
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    );
    folder.put("a.xlsx", raw(&sheet));
    let run = import(&folder, &["a.xlsx"]);
    let expected = ["error[formula-not-worked-out] a.xlsx · Sheet1 · B4", "error[formula-failed] a.xlsx · Sheet1 · B5"];
    assert_eq!(told(&run), expected, "{}", run.err);
    let entry = folder.text(&entry("khueang-nai/hua-don"));
    assert!(entry.contains("place = \"วัดหนึ่ง\"\n"), "{entry}");
    assert_eq!(folder.files("content/centers").len(), 1);
}

/// A sheet of LibreOffice with these rows.
fn ods(table: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"แผ่น1\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

#[test]
fn a_sheet_of_libreoffice_is_read() {
    let folder = a_site();
    let text = |it: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{it}</text:p></table:table-cell>");
    let head: String = AREAS.split('|').chain(["วันที่จัดตั้ง"]).map(text).collect();
    let empty = "<table:table-cell/>";
    let table = format!(
        "<table:table-row><table:table-cell table:number-columns-spanned=\"9\"><text:p>แบบรายงาน ระดับตำบล</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
         <table:table-row>{head}</table:table-row>\
         <table:table-row table:visibility=\"filter\">{}{}{empty}<table:table-cell office:value-type=\"float\" office:value=\"9\"><text:p>๙</text:p></table:table-cell>{}\
         <table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><office:annotation><text:p>หมายเหตุของผู้กรอก</text:p></office:annotation><text:p>เขื่องใน</text:p></table:table-cell>\
         {empty}<table:table-cell office:value-type=\"float\" office:value=\"810000000\"><text:p>810000000</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2022-03-13\"><text:p>13/3/65</text:p></table:table-cell></table:table-row>\
         <table:table-row>{}{}{empty}{empty}{}<table:covered-table-cell/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>",
        text("1"), text("วัด<text:s text:c=\"2\"/>ดี &amp; งาม"), text("หัวดอน"), text("2"), text("วัดสอง"), text("ชีทวน"),
    );
    folder.put("a.ods", ods(&table));
    let run = import(&folder, &["a.ods"]);
    assert_eq!(told(&run), ["warning[hidden-read] a.ods · แผ่น1 · 5"], "{}", run.err);
    let text = folder.text(&entry("khueang-nai/hua-don"));
    for part in ["opened = 2565-03-13", "place = \"วัด  ดี & งาม\"", "village = 9", "phone = \"081-000-0000\""] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(folder.has(&entry("khueang-nai/chi-thuan")));
    is_clean(&folder);
}

#[test]
fn the_template_of_the_real_site_changes_nothing() {
    let folder = Folder::new();
    for (path, bytes) in files_of(&repository().join("content")) {
        folder.put(&format!("content/{path}"), bytes);
    }
    for format in ["xlsx", "csv"] {
        let run = folder.inside(&["report", "template", "--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let file = format!("reports/template.{format}");
        let run = import(&folder, &[&file, "--update", "--dry-run"]);
        assert_eq!(run.err, "nothing would change\n");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(folder.path().join(&file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}

#[test]
fn a_template_that_was_filled_in_makes_241_centres() {
    let folder = a_site();
    let run = folder.inside(&["report", "template", "--format", "csv"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let template = folder.text("reports/template.csv");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(template.as_bytes());
    let mut written = Vec::new();
    let mut count = 0;
    for (number, row) in reader.records().enumerate() {
        let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        if number == 1 {
            written.push(cells);
            continue;
        }
        let paths = written.get(1).cloned().unwrap_or_default();
        let mut put = |path: &str, value: String| {
            let at = paths.iter().position(|it| it == path).unwrap();
            cells[at] = value;
        };
        if number > 1 {
            count += 1;
            put("location.place", format!("วัดตัวอย่าง =๑+{number}"));
            put("location.village", format!("หมู่ {}", number % 20 + 1));
            put("chair.name", "นายสมมติ ตัวอย่าง".to_owned());
            put("chair.phone", format!("80000{number:04}"));
            put("topics", "ผ้าทอ".to_owned());
            put("opened", "13/3/2565".to_owned());
            put("visit.facilities", "ที่จอดรถ, ห้องน้ำ".to_owned());
        }
        written.push(cells);
    }
    assert_eq!(count, 241);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &written {
        writer.write_record(row).unwrap();
    }
    let comma = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let (thai, _, _) = encoding_rs::WINDOWS_874.encode(&comma);
    let book = xlsx(|sheet| {
        for (row, cells) in (7..).zip(&written) {
            for (column, cell) in (2..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    });
    for (name, bytes) in [("a.csv", thai.into_owned()), ("a.xlsx", book)] {
        let folder = a_site();
        folder.put(name, bytes);
        let run = import(&folder, &[name]);
        assert_eq!((run.code, told(&run)), (Some(0), vec![]), "{}", run.err);
        assert!(run.err.ends_with("imported: 241 new\n"), "{}", run.err);
        is_clean(&folder);
        let run = folder.inside(&["report", "template"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let run = import(&folder, &["reports/template.xlsx", "--update", "--dry-run"]);
        assert_eq!(run.err, "nothing would change\n");
    }
}

const CENTER: &str = "name = \"ศูนย์ฯ หัวดอน\"\nlevel = \"subdistrict\"\n[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n";
const ACTIVITIES: &str = "ลำดับ|วัน เดือน ปี|ชื่อกิจกรรม|วาระ/วันสำคัญ|สถานที่|จำนวนผู้เข้าร่วม (คน)|ผลการดำเนินงาน|ปัญหา อุปสรรค และข้อเสนอแนะ|ภาพถ่าย|ผู้รายงาน";

#[test]
fn a_report_of_activities_becomes_activities() {
    let folder = a_site();
    folder.put(&entry("khueang-nai/hua-don"), CENTER);
    folder.put("a.xlsx", rows(&[
        "แบบรายงานกิจกรรม ประจำเดือนพฤศจิกายน ๒๕๖๙",
        "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ตำบลหัวดอน อำเภอเขื่องใน จังหวัดอุบลราชธานี",
        ACTIVITIES,
        "๑|๕-๖ พ.ย. ๒๕๖๙|ปลูกต้นไม้|วันพ่อแห่งชาติ|วัดตัวอย่าง|๔๕ คน|ปลูกได้ ๑๐๐ ต้น|ฝนตก||สำนักงานพัฒนาชุมชนอำเภอเขื่องใน",
        "๒|6/11/2569|ทำความสะอาด|||||||นายสมมติ ตัวอย่าง",
        "๓|7/11/2569||||มากมาย|ดี",
        "๔|31/11/2569|วันผิด",
        "|รวม|๓ กิจกรรม",
    ]));
    let run = import(&folder, &["a.xlsx"]);
    let expected = [
        "warning[person-not-office] a.xlsx · Sheet1 · J5",
        "error[bad-cell] a.xlsx · Sheet1 · F6",
        "error[no-such-day] a.xlsx · Sheet1 · B7",
    ];
    assert_eq!(told(&run), expected, "{}", run.err);
    let text = folder.text("content/centers/khueang-nai/hua-don/activities/2569-11-05.md");
    let expected = "+++\ntitle = \"ปลูกต้นไม้\"\ndate = 2569-11-05\nend_date = 2569-11-06\noccasion = \"วันพ่อแห่งชาติ\"\nplace = \"วัดตัวอย่าง\"\n\
        participants = 45\nreported_by = \"สำนักงานพัฒนาชุมชนอำเภอเขื่องใน\"\nresults = \"ปลูกได้ ๑๐๐ ต้น\"\nproblems = \"ฝนตก\"\n+++\n\n";
    assert_eq!(text, expected);
    assert_eq!(folder.files("content/centers/khueang-nai/hua-don/activities").len(), 2);
    is_clean(&folder);
    let again = import(&folder, &["a.xlsx", "--update", "--dry-run"]);
    assert!(again.err.ends_with("2 errors, 1 warning\nnothing would change\n"), "{}", again.err);

    let other = a_site();
    other.put("a.xlsx", rows(&["รายงาน ต.หัวดอน อ.เขื่องใน", ACTIVITIES, "1|5/11/2569|ก"]));
    assert_eq!(told(&import(&other, &["a.xlsx"])), ["error[no-center] a.xlsx · Sheet1 · 3"]);
    other.put("a.xlsx", rows(&[ACTIVITIES, "1|5/11/2569|ก|||||||นายสมมติ ตัวอย่าง"]));
    let run = import(&other, &["a.xlsx"]);
    assert_eq!(told(&run), ["error[activity-without-center] a.xlsx · Sheet1 · 2", "warning[person-not-office] a.xlsx · Sheet1 · J2"]);
}

#[test]
fn a_summary_of_a_centre_becomes_its_entry() {
    let folder = a_site();
    folder.put("a.xlsx", rows(&[
        "แบบสรุปข้อมูลศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
        "๑. ชื่อศูนย์ฯ|ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน อำเภอเขื่องใน",
        "๒. ที่ตั้ง วัดตัวอย่าง เลขที่ ๑๒ หมู่ที่ ๙ ตำบลหัวดอน อำเภอเขื่องใน จังหวัดอุบลราชธานี",
        "๓. ความโดดเด่น (อัตลักษณ์ เอกลักษณ์ ความเชี่ยวชาญเฉพาะ หรือธีม)",
        "อัตลักษณ์: ผ้าทอของกลุ่มสตรี",
        "ปลูกผักปลอดสาร..............................",
        "๔. ผู้ประสานงาน",
        "ชื่อ-สกุล|นางสมมติ ตัวอย่าง|ตำแหน่ง|พัฒนากร|หมายเลขโทรศัพท์|๐๘๑-๐๐๐-๐๐๐๐",
        "๕. โครงสร้างคณะกรรมการ",
        "๕.๑ ที่ปรึกษา จำนวน ๗ คน",
        "๕.๒ คณะกรรมการอำนวยการ จำนวน ๒ คน",
        "๑|นายสมมติ ตัวอย่าง|นายอำเภอเขื่องใน|ประธานกรรมการ",
        "๒|เกษตรอำเภอ||กรรมการ",
        "ลงชื่อ ........................ ผู้รายงาน",
    ]));
    let run = import(&folder, &["a.xlsx"]);
    assert_eq!((run.code, told(&run)), (Some(0), vec![]), "{}", run.err);
    let text = folder.text(&entry("khueang-nai"));
    let expected = "name = \"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน อำเภอเขื่องใน\"\n\
        name_en = \"Community Development Volunteer Leader Centre, Khueang Nai District\"\nlevel = \"district\"\nstatus = \"open\"\n\n\
        [location]\ndistrict = \"เขื่องใน\"\nplace = \"วัดตัวอย่าง\"\nhouse_no = \"12\"\nvillage = 9\nsubdistrict = \"หัวดอน\"\n\n\
        [coordinator]\nname = \"นางสมมติ ตัวอย่าง\"\nposition = \"พัฒนากร\"\nphone = \"081-000-0000\"\nconsent = false\n\n\
        [committee]\nadvisers_count = 7\nconsent = false\n\n\
        [[committee.steering]]\nname = \"นายสมมติ ตัวอย่าง\"\nposition = \"นายอำเภอเขื่องใน\"\nrole = \"chair\"\n\n\
        [[committee.steering]]\nposition = \"เกษตรอำเภอ\"\nrole = \"member\"\n\n\
        [[highlights]]\ntext = \"ผ้าทอของกลุ่มสตรี\"\nkind = \"identity\"\n\n[[highlights]]\ntext = \"ปลูกผักปลอดสาร\"\n";
    assert_eq!(text, expected);
    is_clean(&folder);
    let again = import(&folder, &["a.xlsx", "--update", "--dry-run"]);
    assert_eq!(again.err, "nothing would change\n");
}

#[test]
fn sixty_thousand_rows_are_read_and_told_of() {
    let folder = a_site();
    let mut lines = vec!["ระดับตำบล".to_owned(), AREAS.replace('|', ",")];
    lines.extend((0..60_000).map(|it| format!("{it},วัด,,1,หัวดอน,เขื่องใน,,")));
    folder.put("a.csv", lines.join("\n"));
    let run = import(&folder, &["a.csv", "--dry-run", "--quiet"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_table_is_found_where_it_stands() {
    let folder = a_site();
    let own = AREAS.replace("|อำเภอ", "");
    for (name, lines, expected) in [
        ("shifted", &["ระดับตำบล", &format!("|{AREAS}"), "1|วัด||9|หัวดอน|เขื่องใน|นายสมมติ ตัวอย่าง"][..], &["error[headings-shifted] a.xlsx · Sheet1 · G2"][..]),
        ("nobody says the level", &[AREAS, "1|วัด||9|หัวดอน|เขื่องใน|นายสมมติ ตัวอย่าง"], &["error[level-unclear] a.xlsx · Sheet1 · 1"]),
        ("a heading with a slip", &["ระดับตำบล", &AREAS.replace("ตำบล", "ตำบน"), "1|วัด||9|หัวดอน|เขื่องใน"], &["error[row-without-area] a.xlsx · Sheet1 · 3", "warning[unknown-heading] a.xlsx · Sheet1 · E2"]),
        ("lines between rows say the district", &["ระดับตำบล", &own, "อำเภอเขื่องใน", "1|วัด||9|หัวดอน|", "อำเภอเขมราฐ", "1|วัด||9|นาแวง|"], &[]),
        ("two tables", &["ระดับตำบล อำเภอเขื่องใน", &own, "1|วัด||9|หัวดอน|", "|รวม", "ระดับตำบล อำเภอเขมราฐ", &own, "(1)|(2)|(3)|(4)", "1|วัด||9|นาแวง|"], &[]),
        ("a sub-district of no district", &["ระดับตำบล", &own, "1|วัด||9|หัวดอก|"], &["error[unknown-subdistrict-name] a.xlsx · Sheet1 · E3"]),
    ] {
        folder.put("a.xlsx", rows(lines));
        let run = import(&folder, &["a.xlsx", "--dry-run"]);
        let mut told = told(&run);
        told.sort();
        assert_eq!(told, expected, "{name}: {}", run.err);
        if expected.is_empty() {
            assert!(run.err.ends_with("would become: 2 new\n"), "{name}: {}", run.err);
        }
    }
    let run = import(&folder, &["a.xlsx", "--dry-run", "--lang", "th"]);
    assert!(run.err.contains("ไม่มีตำบลชื่อ “หัวดอก”") && run.err.contains("หมายถึง “หัวดอน” ใช่ไหม"), "{}", run.err);
}

/// Values that spreadsheets, TOML and people write in many ways.
const TRICKY: &[&str] = &[
    "name = '=1+1'\nlevel = \"subdistrict\"\nopened = \"2567-02-29\"\nchecked_on = 2022-03-13\nsummary = \"\"\"\nหนึ่ง\nสอง \"สาม\"\n\"\"\"\ntopics = [\"weaving\"]\n\
     location = { subdistrict = \"340412\", district = \"อ.เขื่องใน\", village = \"๙\", house_no = \"1/2\", place = \"＝วัด\" }\n",
    "name = \"+66\"\nlevel = \"subdistrict\"\nstatus = \"paused\"\nlocation.subdistrict = \"หัวดอน\"\nlocation.district = \"เขื่องใน\"\nlocation.latitude = 15.3\nlocation.longitude = 104\n\
     [chair]\nname = \"-นายสมมติ ตัวอย่าง\"\nphone = [\"๐๔๕-๐๐๐๐๐๐ ต่อ ๑๒\", \"+66 45 000 000\"]\nas = \"representative\"\nconsent = true\nconsent_until = 2571-09-30\n",
    "name = \"@ก_x0041_ข\"\nlevel = \"subdistrict\"\nstatus = \"planned\"\nlocation = { subdistrict = \"ชีทวน\", district = \"3404\" }\n\
     [visit]\nlanguages = [\"ไทย, ลาว\", \"อีสาน\"]\nfacilities = [\"wifi\", \"parking\"]\nfee = \"ไม่มี\"\ngroup_max = 40\n[leaders]\nother = 0\n",
];

#[test]
fn the_template_of_any_directory_changes_nothing() {
    let folder = a_site();
    for (path, text) in ["khueang-nai/hua-don", "other/place", "khueang-nai/chi-thuan"].iter().zip(TRICKY) {
        folder.put(&entry(path), text);
    }
    for format in ["xlsx", "csv"] {
        let run = folder.inside(&["report", "template", "--format", format, "--district", "เขื่องใน"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let file = format!("reports/template-khueang-nai.{format}");
        let run = import(&folder, &[&file, "--update", "--dry-run"]);
        assert_eq!(run.err, "nothing would change\n", "{format}");
    }
    // What begins as a formula is a text in the one and guarded in the other.
    let bytes = std::fs::read(folder.path().join("reports/template-khueang-nai.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for at in 0..archive.len() {
        let mut text = String::new();
        let mut part = archive.by_index(at).unwrap();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        assert!(!text.contains("<f>") && !text.contains("<f "));
    }
    let text = folder.text("reports/template-khueang-nai.csv");
    for cell in ["'=1+1", "'+66", "'＝วัด", "'-นายสมมติ ตัวอย่าง"] {
        assert!(text.contains(cell), "{cell}");
    }
    assert!(!text.contains(",=") && !text.contains(",+") && !text.contains(",＝"));
}
