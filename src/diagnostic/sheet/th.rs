//! Problems with spreadsheets, in Thai.

use super::SheetProblem;
use crate::diagnostic::expected::Expected;

/// The fact.
pub fn message(problem: &SheetProblem) -> String {
    use SheetProblem as P;
    match problem {
        P::Unreadable(words) => format!("ไฟล์นี้เสียหาย อ่านไม่ได้: {words}"),
        P::NotASpreadsheet("") => "ไฟล์นี้ไม่ใช่ตารางคำนวณ".to_owned(),
        P::NotASpreadsheet(it) => format!("ไฟล์นี้ไม่ใช่ตารางคำนวณ แต่เป็น {it}"),
        P::Old => "ไฟล์นี้เป็นสมุดงานรูปแบบก่อนปี 2007 (.xls)".to_owned(),
        P::Encrypted => "ไฟล์นี้ตั้งรหัสผ่านไว้".to_owned(),
        P::TooLarge { megabytes, limit } => {
            format!("ไฟล์นี้เมื่อขยายแล้วมีขนาด {megabytes} MB เกิน {limit} MB ซึ่งใหญ่เกินกว่าบัญชีรายชื่อศูนย์ฯ")
        }
        P::TooManyCells(limit) => format!("ไฟล์นี้มีมากกว่า {limit} เซลล์"),
        P::UnknownLetters => {
            "อ่านตัวอักษรในไฟล์นี้ไม่ได้ เพราะไม่ใช่ UTF-8, UTF-16 หรือ Windows-874".to_owned()
        }
        P::OtherThanNamed(it) => format!("ไฟล์นี้ไม่ตรงกับนามสกุลของไฟล์ จึงอ่านเป็น {it}"),
        P::NoFiles(it) => format!("โฟลเดอร์ “{it}” ไม่มีไฟล์ตารางคำนวณ"),
        P::NoKnownTable => "ไม่มีแผ่นงานใดในไฟล์นี้ที่มีหัวตารางตามแบบรายงาน".to_owned(),
        P::SheetLeftOut => "แผ่นงานนี้ไม่มีหัวตารางตามแบบรายงาน จึงไม่ได้นำเข้า".to_owned(),
        P::LevelUnclear => "ไม่ทราบว่ารายงานนี้เป็นระดับอำเภอหรือระดับตำบล".to_owned(),
        P::HeadingUnknown { written, .. } => format!("ไม่รู้จักหัวตาราง “{written}” จึงไม่ได้นำเข้าคอลัมน์นี้"),
        P::HeadingsShifted { is_right: true } => {
            "หัวตารางเลื่อนไปทางขวาของข้อมูลหนึ่งคอลัมน์ จึงไม่ได้นำเข้าตารางนี้".to_owned()
        }
        P::HeadingsShifted { .. } => {
            "หัวตารางเลื่อนไปทางซ้ายของข้อมูลหนึ่งคอลัมน์ จึงไม่ได้นำเข้าตารางนี้".to_owned()
        }
        P::HeadingTwice(it) => format!("มีคอลัมน์ “{it}” ซ้ำกัน จึงนำเข้าเฉพาะคอลัมน์แรก"),
        P::HiddenRead { rows, columns } => match (rows.as_str(), columns.as_str()) {
            ("", "") => "แผ่นงานนี้ซ่อนอยู่ แต่นำเข้าด้วย".to_owned(),
            (rows, "") => format!("แถวเหล่านี้ซ่อนอยู่ แต่นำเข้าด้วย: {rows}"),
            ("", columns) => format!("คอลัมน์เหล่านี้ซ่อนอยู่ แต่นำเข้าด้วย: {columns}"),
            (rows, columns) => format!("แถว {rows} และคอลัมน์ {columns} ซ่อนอยู่ แต่นำเข้าด้วย"),
        },
        P::CellNot {
            heading,
            written,
            expected,
        } => format!("“{written}” ไม่ใช่{} ({heading})", kind(*expected)),
        P::WordUnknown {
            heading, written, ..
        } => format!("“{written}” ไม่อยู่ในตัวเลือกของ{heading}"),
        P::DayUnclear(it) => format!("“{it}” ไม่ใช่วันที่ที่อ่านได้"),
        P::FormulaNotWorkedOut => "สูตรในเซลล์นี้ยังไม่มีผลลัพธ์ในไฟล์".to_owned(),
        P::FormulaFailed(it) => format!("สูตรในเซลล์นี้คำนวณไม่ได้: {it}"),
        P::BecameDay(heading) => format!("โปรแกรมตารางคำนวณเปลี่ยนค่านี้เป็นวันที่ ({heading})"),
        P::RowWithoutArea => "แถวนี้ไม่ได้ระบุว่าเป็นของอำเภอหรือตำบลใด".to_owned(),
        P::UnknownSubdistrict { written, .. } => format!("ไม่มีตำบลชื่อ “{written}”"),
        P::ActivityWithoutCenter => "ไม่ได้ระบุว่ากิจกรรมนี้เป็นของศูนย์ฯ ใด".to_owned(),
        P::PersonNotOffice => {
            "ช่องนี้เป็นชื่อบุคคล จึงไม่ได้นำเข้า เพราะผู้รายงานต้องเป็นหน่วยงานและจะเผยแพร่".to_owned()
        }
        P::CellMissing(heading) => format!("แถวนี้ไม่มีข้อมูลในช่อง{heading}"),
        P::SeveralCenters(paths) => format!("มีศูนย์ฯ ของพื้นที่นี้มากกว่าหนึ่งรายการ: {}", paths.join(", ")),
        P::PathElsewhere(path) => format!("รายการ “{path}” เป็นของพื้นที่อื่น ไม่ตรงกับอำเภอหรือตำบลในแถวนี้"),
        P::RepeatedRow(first) => format!("ข้อมูลซ้ำกับแถว {first}"),
        P::RowsDisagree { heading, first } => {
            format!("ข้อมูลของศูนย์ฯ เดียวกันไม่ตรงกับแถว {first} ({heading})")
        }
        P::EntryNotEditable(it) => format!("อ่าน “{it}” เป็น TOML ไม่ได้ จึงไม่ได้เพิ่มข้อมูลลงไป"),
        P::EntryKept { entry, keys } => format!(
            "ข้อมูลใน “{entry}” ไม่ตรงกับตาราง และไม่ได้แก้ไข: {}",
            keys.join(", ")
        ),
        P::ConsentTakenBack(it) => {
            format!("ชื่อบุคคลเปลี่ยนไป จึงยกเลิกความยินยอมของบุคคลเดิม ({it}.consent = false)")
        }
    }
}

/// The nearest right thing.
pub fn label(problem: &SheetProblem) -> Option<String> {
    use SheetProblem as P;
    match problem {
        P::HeadingUnknown { nearest, .. }
        | P::WordUnknown { nearest, .. }
        | P::UnknownSubdistrict { nearest, .. } => {
            nearest.as_ref().map(|it| format!("หมายถึง “{it}” ใช่ไหม"))
        }
        _ => None,
    }
}

/// The next action.
pub fn help(problem: &SheetProblem) -> String {
    use SheetProblem as P;
    match problem {
        P::Unreadable(_) => "เปิดด้วยโปรแกรมตารางคำนวณ แล้วบันทึกใหม่เป็น .xlsx".to_owned(),
        P::NotASpreadsheet(_) => "เปิดด้วยโปรแกรมตารางคำนวณ แล้วบันทึกเป็น .xlsx, .ods หรือ .csv".to_owned(),
        P::Old => "เปิดด้วยโปรแกรมตารางคำนวณ แล้วบันทึกเป็น .xlsx".to_owned(),
        P::Encrypted => "เปิดด้วยรหัสผ่าน ยกเลิกรหัสผ่าน (ไฟล์ › ข้อมูล › ป้องกันสมุดงาน) แล้วบันทึกใหม่".to_owned(),
        P::TooLarge { .. } | P::TooManyCells(_) => "คัดลอกเฉพาะแถวของรายงานไปไว้ในสมุดงานใหม่".to_owned(),
        P::UnknownLetters => "บันทึกใหม่เป็น CSV UTF-8".to_owned(),
        P::OtherThanNamed(it) => format!("เปลี่ยนนามสกุลของไฟล์เป็น .{it}"),
        P::NoFiles(_) => "ไฟล์ที่นำเข้าได้คือ .xlsx, .xlsm, .ods และ .csv".to_owned(),
        P::NoKnownTable => "ต้องมีแถวหัวตารางตามแบบรายงาน ได้แก่ ตำบล, อำเภอ, ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม, ประธาน/ผู้แทน/ผู้นำจิตอาสา, หมายเลขโทรศัพท์ หรือกรอกในสมุดงานที่ได้จากคำสั่ง sala report template".to_owned(),
        P::SheetLeftOut => "หากแผ่นงานนี้ไม่ใช่ส่วนหนึ่งของรายงาน ไม่ต้องทำอะไร".to_owned(),
        P::LevelUnclear => "ระบุคำว่า ระดับอำเภอ หรือ ระดับตำบล ในชื่อรายงาน หรือเพิ่ม --level district หรือ --level subdistrict".to_owned(),
        P::HeadingUnknown { .. } => "แก้หัวตารางให้ตรงกับแบบรายงาน หากคอลัมน์นี้ไม่ใช่ส่วนหนึ่งของแบบ ไม่ต้องทำอะไร".to_owned(),
        P::HeadingsShifted { .. } => "เลื่อนหัวตารางให้ตรงกับคอลัมน์ของข้อมูล".to_owned(),
        P::HeadingTwice(_) => "แก้หัวตารางของอีกคอลัมน์หนึ่งให้ต่างกัน".to_owned(),
        P::HiddenRead { .. } => "ตรวจดูข้อมูลที่ซ่อนอยู่ เพราะแถวที่ตัวกรองซ่อนไว้ก็เป็นส่วนหนึ่งของรายงาน หากไม่ใช่ให้ลบออก".to_owned(),
        P::CellNot { expected, .. } => format!("เขียนเป็น{}", example(*expected)),
        P::WordUnknown { allowed, .. } => format!("เลือกจาก: {}", allowed.join(", ")),
        P::DayUnclear(_) => "เขียนวัน เดือน และปี พ.ศ. เช่น 13 มี.ค. 2565 หรือ 13/03/2565".to_owned(),
        P::FormulaNotWorkedOut => "เปิดไฟล์ด้วยโปรแกรมตารางคำนวณแล้วบันทึก หรือพิมพ์ค่าแทนสูตร".to_owned(),
        P::FormulaFailed(_) => "พิมพ์ค่าแทนสูตร".to_owned(),
        P::BecameDay(_) => "จัดรูปแบบเซลล์เป็นข้อความ แล้วพิมพ์ใหม่ เช่น 12/3".to_owned(),
        P::RowWithoutArea => "ระบุอำเภอและตำบลในแถวนี้".to_owned(),
        P::UnknownSubdistrict { .. } => "ชื่อมาจาก content/areas.csv เขียนเป็นชื่อหรือรหัสก็ได้ และระบุอำเภอด้วย".to_owned(),
        P::ActivityWithoutCenter => "ระบุตำบลและอำเภอของศูนย์ฯ ไว้เหนือตาราง หรือในคอลัมน์ ตำบล และ อำเภอ".to_owned(),
        P::PersonNotOffice => "ระบุชื่อหน่วยงาน เช่น สำนักงานพัฒนาชุมชนอำเภอเขื่องใน".to_owned(),
        P::CellMissing(_) => "กรอกข้อมูลในช่องนี้".to_owned(),
        P::SeveralCenters(_) => "แก้ไขรายการเหล่านี้ด้วยมือ หรือระบุที่อยู่ของรายการที่ต้องการในคอลัมน์ path ของแบบกรอก".to_owned(),
        P::PathElsewhere(_) => "จัดแถวให้กลับเป็นลำดับเดิม หรือลบค่าในคอลัมน์ที่อยู่ แล้วระบบจะใช้ชื่ออำเภอและตำบลแทน".to_owned(),
        P::RepeatedRow(_) => "ลบแถวใดแถวหนึ่งออก".to_owned(),
        P::RowsDisagree { .. } => "เก็บแถวที่ถูกต้องไว้ แล้วลบอีกแถวออก".to_owned(),
        P::EntryNotEditable(_) => "แก้ไขตามที่ sala check พบก่อน".to_owned(),
        P::EntryKept { .. } => "ตรวจดูส่วนที่ต่างกัน หากต้องการใช้ข้อมูลในตารางให้เพิ่ม --update".to_owned(),
        P::ConsentTakenBack(_) => "หากบุคคลนี้ยินยอมด้วย ให้ระบุในคอลัมน์ ความยินยอม".to_owned(),
    }
}

/// What a column takes.
fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "วันที่",
        Expected::Year => "ปี",
        Expected::Count | Expected::Integer => "จำนวนเต็ม",
        Expected::Number => "ตัวเลข",
        Expected::Flag => "คำตอบว่าใช่หรือไม่ใช่",
        Expected::Phones => "หมายเลขโทรศัพท์",
        _ => "ข้อความ",
    }
}

/// How a value is written.
fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "วัน/เดือน/ปี พ.ศ. เช่น 13/03/2565",
        Expected::Year => "ปี พ.ศ. เช่น 2565",
        Expected::Count | Expected::Integer => "ตัวเลขเท่านั้น เช่น 45",
        Expected::Number => "ตัวเลขเท่านั้น เช่น 4.5",
        Expected::Flag => " ใช่ หรือ ไม่ใช่ (ยินยอม หรือ ไม่ยินยอม)",
        Expected::Phones => "หมายเลข เช่น 081-000-0000",
        _ => "ข้อความ",
    }
}
