//! Problems in Thai.

use super::Problem;

/// The fact.
#[must_use]
pub fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "ไฟล์ไม่ใช่ข้อความแบบ UTF-8".to_owned(),
        Problem::NoSiteFolder(it) => format!("ไม่มีโฟลเดอร์เว็บไซต์ “{it}”"),
        Problem::NoSiteToml => "ไม่มีไฟล์ content/site.toml ในโฟลเดอร์เว็บไซต์".to_owned(),
        Problem::CannotRead(it) => format!("อ่านไม่ได้: {it}"),
        Problem::NotAFile => "ไม่ใช่ไฟล์และไม่ใช่โฟลเดอร์".to_owned(),
        Problem::PathNotUtf8 => "ชื่อไฟล์ไม่ใช่ข้อความแบบ UTF-8".to_owned(),
        Problem::LinkLeavesSite => "ลิงก์สัญลักษณ์นี้ชี้ออกนอกโฟลเดอร์เว็บไซต์".to_owned(),
        Problem::LinkLoop => "ลิงก์สัญลักษณ์นี้วนกลับไปยังโฟลเดอร์ที่ลิงก์อยู่".to_owned(),
        Problem::LinkBroken => "ลิงก์สัญลักษณ์นี้ชี้ไปยังไฟล์ที่ไม่มี".to_owned(),
        Problem::TextTooLarge { megabytes, limit } => {
            format!("ไฟล์ข้อความใหญ่เกินไป ({megabytes} MB เกิน {limit} MB)")
        }
        Problem::PhotoTooLarge { megabytes, limit } => {
            format!("ไฟล์ภาพใหญ่เกินไป ({megabytes} MB เกิน {limit} MB)")
        }
        Problem::PhotoTooManyPixels { width, height } => {
            format!("ภาพมีจำนวนพิกเซลมากเกินไป ({width} × {height})")
        }
        Problem::PhotoUnreadable(it) => format!("เปิดภาพนี้ไม่ได้: {it}"),
        Problem::PhotoNotKept(it) => format!("เขียนภาพที่ย่อแล้วลงแคชไม่ได้: {it}"),
        Problem::CannotWrite { path, error } => format!("เขียน “{path}” ไม่ได้: {error}"),
        Problem::OutputRefused(it) => {
            format!("ใช้ “{it}” เป็นโฟลเดอร์ผลลัพธ์ไม่ได้ เพราะทับซ้อนกับไฟล์ของเว็บไซต์")
        }
        Problem::OutputTaken { path, others: 0 } => {
            format!("มีไฟล์ “{path}” ที่ sala ไม่ได้เขียนอยู่แล้ว จึงไม่เขียนทับ")
        }
        Problem::OutputTaken { path, others } => {
            format!("มีไฟล์ “{path}” และอีก {others} ไฟล์ที่ sala ไม่ได้เขียนอยู่แล้ว จึงไม่เขียนทับ")
        }
        Problem::OutputLink(it) => format!("“{it}” ในโฟลเดอร์ผลลัพธ์เป็นลิงก์สัญลักษณ์ จึงไม่เขียนผ่านลิงก์"),
        Problem::NameTooLong(it) => format!("ที่อยู่ “{it}” ยาวเกินกว่าจะเป็นชื่อไฟล์"),
        Problem::FileAndFolder { file, path } => format!("“{file}” เป็นทั้งไฟล์และโฟลเดอร์ของ “{path}”"),
        Problem::CaseClash { one, other } => {
            format!("ที่อยู่ “{one}” กับ “{other}” ต่างกันเพียงตัวพิมพ์เล็กใหญ่")
        }
        Problem::CannotListen { address, error } => {
            format!("เปิดหน้าตัวอย่างที่ {address} ไม่ได้: {error}")
        }
        Problem::CannotWatch(it) => format!("เฝ้าดูการแก้ไขไฟล์ไม่ได้: {it}"),
        Problem::AlreadyThere(it) => format!("มี “{it}” อยู่แล้ว จึงไม่เขียนทับ"),
        Problem::NotASlug { written, .. } => {
            format!("“{written}” ใช้เป็นที่อยู่ไม่ได้ ใช้ได้เฉพาะ a–z ตัวเล็ก 0–9 และขีดกลาง")
        }
        Problem::NoCenter(it) => format!("ไม่มีศูนย์ฯ ที่ “{it}”"),
    }
}

/// The nearest right thing, for beside the place.
#[must_use]
pub fn label(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8
        | Problem::NoSiteFolder(_)
        | Problem::NoSiteToml
        | Problem::CannotRead(_)
        | Problem::NotAFile
        | Problem::PathNotUtf8
        | Problem::LinkLeavesSite
        | Problem::LinkLoop
        | Problem::LinkBroken
        | Problem::TextTooLarge { .. }
        | Problem::PhotoTooLarge { .. }
        | Problem::PhotoTooManyPixels { .. }
        | Problem::PhotoUnreadable(_)
        | Problem::PhotoNotKept(_)
        | Problem::CannotWrite { .. }
        | Problem::OutputRefused(_)
        | Problem::OutputTaken { .. }
        | Problem::OutputLink(_)
        | Problem::NameTooLong(_)
        | Problem::FileAndFolder { .. }
        | Problem::CaseClash { .. }
        | Problem::CannotListen { .. }
        | Problem::CannotWatch(_)
        | Problem::AlreadyThere(_)
        | Problem::NotASlug { .. }
        | Problem::NoCenter(_) => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => Some("บันทึกไฟล์ใหม่เป็น UTF-8 ในโปรแกรมแก้ไขข้อความ".to_owned()),
        Problem::NoSiteFolder(it) => Some(format!(
            "ระบุโฟลเดอร์ด้วย --root หรือสร้างใหม่ด้วย sala new site {it}"
        )),
        Problem::NoSiteToml => {
            Some("สั่งในโฟลเดอร์ของเว็บไซต์ ระบุโฟลเดอร์ด้วย --root หรือสร้างใหม่ด้วย sala new site".to_owned())
        }
        Problem::CannotRead(_) => Some("ตรวจสอบว่าไฟล์ยังอยู่และมีสิทธิ์อ่าน".to_owned()),
        Problem::NotAFile => Some("ย้ายออกจากโฟลเดอร์ของเว็บไซต์".to_owned()),
        Problem::PathNotUtf8 => Some("เปลี่ยนชื่อไฟล์เป็นอักษรภาษาอังกฤษตัวเล็ก ตัวเลข และขีดกลาง".to_owned()),
        Problem::LinkLeavesSite => Some("คัดลอกไฟล์มาวางแทนลิงก์".to_owned()),
        Problem::LinkLoop => Some("ลบลิงก์นี้".to_owned()),
        Problem::LinkBroken => Some("ลบลิงก์นี้ หรือคัดลอกไฟล์มาวางแทน".to_owned()),
        Problem::TextTooLarge { .. } => Some("แบ่งเป็นหลายไฟล์ หรือย้ายข้อมูลที่ไม่ใช่ข้อความออก".to_owned()),
        Problem::PhotoTooLarge { .. } => Some("ย่อภาพก่อนนำมาวาง".to_owned()),
        Problem::PhotoTooManyPixels { .. } => Some("ย่อภาพให้ไม่เกิน 100 ล้านพิกเซล".to_owned()),
        Problem::PhotoUnreadable(_) => {
            Some("เปิดในโปรแกรมแต่งภาพแล้วบันทึกใหม่เป็น JPEG หรือ PNG".to_owned())
        }
        Problem::PhotoNotKept(_) => {
            Some("ตรวจสอบพื้นที่ว่างและสิทธิ์เขียนของโฟลเดอร์ .sala-cache".to_owned())
        }
        Problem::CannotWrite { .. } => {
            Some("ตรวจสอบพื้นที่ว่างและสิทธิ์เขียน เว็บไซต์เดิมยังเปิดได้ตามปกติ แล้วสั่งใหม่อีกครั้ง".to_owned())
        }
        Problem::OutputRefused(_) => Some("เลือกโฟลเดอร์อื่นด้วย --output เช่น public".to_owned()),
        Problem::OutputTaken { .. } => Some("ย้ายไฟล์นั้นออก หรือเลือกโฟลเดอร์ว่างด้วย --output".to_owned()),
        Problem::OutputLink(_) => Some("ลบลิงก์นั้น".to_owned()),
        Problem::NameTooLong(_) => Some("ใช้ชื่อที่สั้นลง".to_owned()),
        Problem::FileAndFolder { .. } => Some("เปลี่ยนชื่อไฟล์ใดไฟล์หนึ่ง".to_owned()),
        Problem::CaseClash { .. } => {
            Some("เปลี่ยนชื่อไฟล์ใดไฟล์หนึ่ง เพราะ Windows และ macOS ถือเป็นไฟล์เดียวกัน".to_owned())
        }
        Problem::CannotListen { .. } => Some("เลือกพอร์ตอื่นด้วย --port".to_owned()),
        Problem::CannotWatch(_) => Some("หน้าตัวอย่างจะตรวจไฟล์ทุกหนึ่งวินาทีแทน".to_owned()),
        Problem::AlreadyThere(_) => Some("แก้ไขไฟล์นั้นได้เลย หรือเลือกชื่ออื่น".to_owned()),
        Problem::NotASlug { proposed, .. } => {
            (!proposed.is_empty()).then(|| format!("ลองใช้ {proposed}"))
        }
        Problem::NoCenter(it) => Some(format!("สร้างศูนย์ฯ ก่อนด้วย sala new center {it}")),
    }
}
