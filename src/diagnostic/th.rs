//! Problems in Thai.
#![expect(
    clippy::match_same_arms,
    reason = "one line for each problem, so that words can change one at a time"
)]

use super::expected::Expected;
use super::open_point::OpenPoint;
use super::problem::Belongs;
use super::{Problem, sheet};
use crate::value::Date;
use crate::value::date::THAI_MONTHS;

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
        Problem::LinkLeavesSite => {
            "ลิงก์สัญลักษณ์นี้ชี้ออกนอกโฟลเดอร์ของตน (content, static หรือ themes)".to_owned()
        }
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
        Problem::PhotoCutShort => "ไฟล์ภาพนี้ไม่ครบ ส่วนท้ายของภาพจะหายไป".to_owned(),
        Problem::PhotoUnreadable(it) => format!("เปิดภาพนี้ไม่ได้: {it}"),
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
        Problem::CannotWatch(it) => format!("ติดตามการแก้ไขไฟล์ไม่ได้: {it}"),
        Problem::AlreadyThere(it) => format!("มี “{it}” อยู่แล้ว จึงไม่เขียนทับ"),
        Problem::SettingsNotAdded(_) => "เพิ่มการตั้งค่าในไฟล์นี้ให้ไม่ได้ เพราะเขียนไม่ครบรูปแบบ".to_owned(),
        Problem::NotASlug { written, .. } => {
            format!("“{written}” ใช้เป็นที่อยู่ไม่ได้ ใช้ได้เฉพาะ a–z ตัวเล็ก 0–9 และขีดกลาง (-)")
        }
        Problem::NoSuchEpoch(it) => {
            format!("SOURCE_DATE_EPOCH ต้องเป็นจำนวนวินาที แต่มีค่าเป็น “{it}”")
        }
        Problem::CenterIsPlanned(it) => {
            format!("ศูนย์ฯ “{it}” ยังมีสถานะ planned จึงยังมีแนวปฏิบัติที่ดีหรือกิจกรรมไม่ได้")
        }
        Problem::NotInRegister { path, .. } => {
            format!("ไม่มีอำเภอหรือตำบลที่ตรงกับ “{path}” ใน content/areas.csv")
        }
        Problem::NoCenter(it) => format!("ไม่มีศูนย์ฯ ที่ “{it}”"),
        // What `check` finds.
        Problem::NoRegister => {
            "ไม่มีไฟล์ content/areas.csv หรือไฟล์ไม่มีรายชื่อพื้นที่ จึงตรวจชื่ออำเภอและตำบลไม่ได้".to_owned()
        }
        Problem::UnknownProvince { written, .. } => format!("ไม่มีจังหวัดชื่อ “{written}”"),
        Problem::UnknownDistrict { written, .. } => format!("ไม่มีอำเภอชื่อ “{written}”"),
        Problem::UnknownSubdistrict {
            written, district, ..
        } => format!("อำเภอ{district}ไม่มีตำบลชื่อ “{written}”"),
        Problem::SubdistrictElsewhere {
            written, district, ..
        } => format!("ตำบล “{written}” ไม่ได้อยู่ในอำเภอ{district}"),
        Problem::DistrictElsewhere { district, province } => {
            format!("อำเภอ{district}อยู่ในจังหวัด{province}")
        }
        Problem::AmbiguousArea { written, .. } => format!("มีหลายพื้นที่ชื่อ “{written}”"),
        Problem::PostalCodeDiffers {
            written,
            registered,
        } => format!("รหัสไปรษณีย์ที่ระบุคือ {written} แต่ในทะเบียนคือ {registered}"),
        Problem::PointOutside { district, km } => {
            format!("พิกัดนี้อยู่นอกเขตอำเภอ{district} ห่างออกไป {km:.1} กม.")
        }
        Problem::UnknownTopic { written, .. } => format!("ไม่มีหัวข้อรหัส “{written}”"),
        Problem::ConsentEnded(it) => {
            format!("ความยินยอมนี้สิ้นสุดเมื่อวันที่ {} จึงไม่เผยแพร่ข้อมูลบุคคลนี้", day(*it))
        }
        Problem::ConsentEnds { on, .. } => format!("ความยินยอมนี้จะสิ้นสุดในวันที่ {}", day(*on)),
        Problem::NotDecided(it) => match it {
            OpenPoint::Address(it) => format!("`base_url` ยังเป็นที่อยู่ตัวอย่าง ({it})"),
            OpenPoint::Contact => "ยังไม่มีช่องทางติดต่อหน่วยงาน".to_owned(),
            OpenPoint::License => "ยังไม่ได้กำหนดเงื่อนไขการใช้ข้อความและภาพ".to_owned(),
            OpenPoint::Official => "หน่วยงานยังไม่ได้รับรองว่าเป็นเว็บไซต์ของหน่วยงาน".to_owned(),
            OpenPoint::Controller => "ยังไม่ได้กำหนดผู้ควบคุมข้อมูลส่วนบุคคล".to_owned(),
            OpenPoint::ControllerContact(key) => {
                format!("หน่วยงานยังไม่มี `{key}` ที่เจ้าของข้อมูลส่วนบุคคลจะใช้ติดต่อ")
            }
            OpenPoint::Examples(count) => format!("ยังแสดงข้อมูลตัวอย่าง {count} รายการ"),
        },
        Problem::FutureDay(key) => format!("`{key}` เป็นวันที่ยังมาไม่ถึง"),
        Problem::DistantDay => "กิจกรรมนี้มีกำหนดในอีกกว่า 2 ปีข้างหน้า".to_owned(),
        Problem::BeforeProgramme(key) => {
            format!("`{key}` อยู่ก่อนวันที่ของหนังสือแจ้งโครงการ (13 มีนาคม 2565)")
        }
        Problem::VerifiedWithoutSource => {
            "ระบุว่าผู้อื่นตรวจสอบแล้ว แต่ไม่มีผลลัพธ์ใดบอกที่มา (`source`)".to_owned()
        }
        Problem::ReplicatedWithoutCopy => {
            "ระบุว่าที่อื่นทำตามได้ผลแล้ว แต่ไม่มีแนวปฏิบัติใดในทำเนียบระบุว่านำไปจากเรื่องนี้".to_owned()
        }
        Problem::CostNotFree => "`cost_baht` เป็น 0 แต่ `cost` บอกจำนวนเงินไว้".to_owned(),
        Problem::Unreachable => {
            "บุคคลนี้ยินยอมให้เผยแพร่ แต่ไม่มีโทรศัพท์ อีเมล หรือ LINE จึงแสดงช่องทางติดต่อของสำนักงานแทน".to_owned()
        }
        Problem::SeatWithoutName => "รายการนี้ไม่มีทั้งชื่อบุคคลและตำแหน่ง".to_owned(),
        Problem::SteeringAtSubdistrict => "ศูนย์ฯ ระดับตำบลไม่มีคณะกรรมการอำนวยการ".to_owned(),
        Problem::CountDiffers { written, listed } => {
            format!("จำนวนที่ระบุคือ {written} แต่มีรายชื่อ {listed} รายการ")
        }
        Problem::NotRelative(it) => format!("“{it}” ไม่ใช่ตำแหน่งไฟล์ที่อ้างจากไฟล์นี้"),
        Problem::PathOutside(it) => format!("“{it}” อยู่นอกโฟลเดอร์ content"),
        Problem::FileMissing { written, .. } => format!("ไม่มีไฟล์ “{written}”"),
        Problem::NotAPhoto(it) => format!("“{it}” ไม่ใช่ไฟล์ภาพที่แสดงได้"),
        Problem::NotADocument(it) => format!("“{it}” ไม่ใช่เอกสารที่เผยแพร่ได้"),
        Problem::MissingAlt(it) => format!("ภาพ “{it}” ไม่มีคำบรรยายภาพ"),
        Problem::WithheldPhoto(it) => format!("ไม่เผยแพร่ภาพ “{it}” เพราะบุคคลในภาพยังไม่ยินยอม"),
        Problem::WithheldCopy { copy, of } => {
            format!("“{copy}” เป็นภาพเดียวกับ “{of}” ซึ่งบุคคลในภาพยังไม่ยินยอม")
        }
        Problem::ImageElsewhere(it) => format!("ภาพ “{it}” ไม่ใช่ไฟล์ในโฟลเดอร์นี้"),
        Problem::BadAlias(it) => format!("“{it}” ใช้เป็นที่อยู่เดิมของเว็บไซต์นี้ไม่ได้"),
        Problem::AddressTaken(it) => format!("มีรายการอื่นใช้ที่อยู่ “{it}” แล้ว"),
        Problem::UnknownPractice { written, .. } => format!("ไม่มีแนวปฏิบัติที่ดี “{written}”"),
        Problem::AdaptedFromItself => "แนวปฏิบัติที่ดีนี้ระบุว่าปรับมาจากตัวเอง".to_owned(),
        Problem::AdaptedInACircle(it) => {
            format!(
                "แนวปฏิบัติที่ดีเหล่านี้ระบุต้นแบบต่อกันจนวนกลับมาที่เดิม: {}",
                it.join(" → ")
            )
        }
        Problem::PointsToDraft(it) => format!("“{it}” เป็นฉบับร่าง จึงยังไม่มีหน้าเว็บ"),
        Problem::PointsToExample(it) => format!("“{it}” เป็นตัวอย่าง และเว็บไซต์นี้ไม่แสดงตัวอย่าง"),
        Problem::EntryOfPlanned(it) => {
            format!("ศูนย์ฯ “{it}” ของรายการนี้ยังมีสถานะ planned จึงไม่มีหน้าเว็บ")
        }
        Problem::RepeatedOffice(it) => format!("มีข้อมูลสำนักงานของอำเภอ{it}อยู่แล้ว"),
        Problem::HeadingLevelOne(it) => format!("หัวข้อ “{it}” ขึ้นต้นด้วย # ตัวเดียว"),
        Problem::HtmlRemoved(it) => format!("แท็ก <{it}> ใช้ในเนื้อหาไม่ได้ จึงถูกตัดออก"),
        Problem::MarkLeft(it) => {
            format!("เครื่องหมาย {it} ตรงนี้จะแสดงบนหน้าเว็บตามที่พิมพ์ ไม่ทำให้ข้อความเป็นตัวหนา")
        }
        Problem::NoteMissing(it) => format!("ไม่มีข้อความของเชิงอรรถ [^{it}] จึงแสดงเครื่องหมายนี้ตามที่พิมพ์"),
        Problem::NoteUnused(it) => format!("ไม่มีข้อความใดอ้างถึงเชิงอรรถ [^{it}] จึงไม่แสดงบนหน้าเว็บ"),
        Problem::DefinitionUnused(it) => format!("บรรทัดที่ขึ้นต้นด้วย [{it}]: จะไม่แสดงบนหน้าเว็บ"),
        Problem::LinkLeft(it) => format!("“{it}” ไม่เป็นลิงก์หรือภาพ จะแสดงตามที่พิมพ์"),
        Problem::LineMakesHeading(it) => format!("เส้นใต้ “{it}” ทำให้ข้อความนี้กลายเป็นหัวข้อ"),
        Problem::NumberChanged { written, shown } => {
            format!("ข้อ {written} จะแสดงเป็นข้อ {shown} เพราะรายการนับเลขต่อกันเอง")
        }
        Problem::CellsLost { cells, columns } => {
            format!("แถวนี้มี {cells} ช่อง แต่ตารางมี {columns} คอลัมน์ ช่องที่เกินจะไม่แสดง")
        }
        Problem::TableLeft => "บรรทัดเหล่านี้ไม่เป็นตาราง จะแสดงเครื่องหมาย | ตามที่พิมพ์".to_owned(),
        Problem::CodeUnclosed => "ข้อความตั้งแต่บรรทัดนี้จนจบเรื่องกลายเป็นโค้ด เพราะไม่มีบรรทัดปิด".to_owned(),
        Problem::AddressCut(it) => format!("ลิงก์ {it} สิ้นสุดก่อนอักษรไทยที่ตามมา"),
        Problem::UnreadableLetter(it) => format!("อักขระ {} ตรงนี้ไม่มีใครอ่านออก", code_point(*it)),
        Problem::TornWord(it) => format!("“{it}” มีช่องว่างคั่นกลางคำ หรือสระอำหายไป"),
        Problem::InvisibleLetter(it) => format!("มีอักขระที่มองไม่เห็น ({}) อยู่ตรงนี้", code_point(*it)),
        Problem::StrayBackslash => "เครื่องหมาย \\ ในข้อความนี้ไม่มีความหมายตามรูปแบบ TOML".to_owned(),
        Problem::BackslashInPath(_) => "ที่อยู่ไฟล์ใช้ / ไม่ใช้ \\".to_owned(),
        // What parse finds.
        Problem::TomlSyntax(words) => {
            format!("บรรทัดนี้ไม่ถูกต้องตามรูปแบบ TOML (ข้อความเดิมของตัวอ่าน: {words})")
        }
        Problem::UnquotedText(_) => "ข้อความต้องอยู่ในเครื่องหมายอัญประกาศ".to_owned(),
        Problem::CurlyQuotes(_) => {
            "เครื่องหมายอัญประกาศแบบโค้ง “ ” ใช้ครอบข้อความไม่ได้ ต้องเป็นแบบตรง \"".to_owned()
        }
        Problem::QuotesInText(_) => "มีเครื่องหมาย \" อยู่ภายในข้อความ ข้อความจึงถูกปิดก่อนจบ".to_owned(),
        Problem::BadFlag { written, .. } => format!("“{written}” ไม่ใช่ true หรือ false"),
        Problem::BadNumber { written, .. } => format!("โปรแกรมอ่าน “{written}” เป็นตัวเลขไม่ได้"),
        Problem::NoEqualsSign(_) => "ไม่มีเครื่องหมาย = หลังชื่อคีย์".to_owned(),
        Problem::ForeignKey { written, .. } => {
            format!("“{written}” ใช้เป็นชื่อคีย์ไม่ได้ ชื่อคีย์เป็นอักษรอังกฤษ")
        }
        Problem::TrailingComma(_) => "มีเครื่องหมายจุลภาค (,) เกินมาท้ายบรรทัด".to_owned(),
        Problem::NoComma => "ไม่มีเครื่องหมายจุลภาค (,) คั่นระหว่างรายการ".to_owned(),
        Problem::UnclosedBracket(it) => format!("ไม่มี {it} ปิดท้าย"),
        Problem::UnclosedText => "ไม่มีเครื่องหมายอัญประกาศปิดท้าย".to_owned(),
        Problem::NoValue => "ไม่มีค่าหลังเครื่องหมาย =".to_owned(),
        Problem::RepeatedKey(key) => format!("มี “{key}” ซ้ำกัน"),
        Problem::DateNeedsQuotes(written) => {
            format!("{written} เป็นวันที่ตาม พ.ศ. ที่ถูกต้อง แต่ต้องอยู่ในเครื่องหมายอัญประกาศ")
        }
        Problem::NestedTooDeeply => "ตารางซ้อนกันหลายชั้นเกินไป".to_owned(),
        Problem::FrontMatterMissing => "ไฟล์ไม่ได้ขึ้นต้นด้วยส่วนข้อมูลระหว่างบรรทัด +++".to_owned(),
        Problem::FrontMatterUnclosed => "ส่วนข้อมูลเปิดด้วย +++ แต่ไม่มี +++ ปิดท้าย".to_owned(),
        Problem::FrontMatterUnwanted => "เรื่องเล่าของศูนย์ฯ ต้องไม่มีส่วนข้อมูลระหว่างบรรทัด +++".to_owned(),
        Problem::UnknownKey { key, .. } => format!("ไม่มีคีย์ชื่อ “{key}” ในส่วนนี้"),
        Problem::MissingKey(key) => format!("ยังไม่ได้ระบุ “{key}”"),
        Problem::WrongType { key, expected } => format!("“{key}” ต้องเป็น{}", kind(*expected)),
        Problem::UnknownWord { key, written, .. } => format!("“{key}” เป็น “{written}” ไม่ได้"),
        Problem::BlankText(key) => format!("“{key}” ไม่มีข้อความ"),
        Problem::TemplateText(it) => format!("“{it}” เป็นข้อความตัวอย่างที่ยังไม่ได้แก้"),
        Problem::EnglishWithoutThai(key) => format!("“{key}” มีภาษาอังกฤษแต่ไม่มีภาษาไทย"),
        Problem::ListLengths { key, thai, english } => {
            format!("“{key}” มีภาษาไทย {thai} รายการ แต่ภาษาอังกฤษ {english} รายการ")
        }
        Problem::NotInTranslation(key) => format!("“{key}” ไม่ใช่ข้อความที่ต้องแปล"),
        Problem::BadDate { written, .. } => format!("“{written}” ไม่ใช่วันที่"),
        Problem::NoSuchDay(written) => format!("ไม่มีวันที่ “{written}” ในปฏิทิน"),
        Problem::DateWithTime(written) => format!("“{written}” มีเวลาต่อท้ายวันที่"),
        Problem::FarYear { written, .. } => format!("ปีใน “{written}” ห่างจากปัจจุบันเกินไป"),
        Problem::BadYear(written) => format!("“{written}” ไม่ใช่ปี"),
        Problem::OutOfRange {
            key,
            written,
            min,
            max,
        } => match max {
            Some(max) => format!("“{key}” เป็น {written} แต่ต้องอยู่ระหว่าง {min} ถึง {max}"),
            None => format!("“{key}” เป็น {written} แต่ต้องเป็นจำนวนเต็มตั้งแต่ {min} ถึง 4294967295"),
        },
        Problem::BadPhone(written) => format!("“{written}” ไม่ใช่หมายเลขโทรศัพท์"),
        Problem::BadEmail(written) => format!("“{written}” ไม่ใช่ที่อยู่อีเมล"),
        Problem::BadUrl(written) => format!("“{written}” ไม่ใช่ที่อยู่เว็บไซต์"),
        Problem::BadBaseUrl(written) => format!("“{written}” ใช้เป็นที่อยู่ของเว็บไซต์ไม่ได้"),
        Problem::BadPostalCode(written) => format!("“{written}” ไม่ใช่รหัสไปรษณีย์"),
        Problem::BadPoint(written) => format!("“{written}” ไม่ใช่พิกัด"),
        Problem::TwoPoints(half) => format!("ระบุตำแหน่งสองแบบ มีทั้ง point และ {half}"),
        Problem::PointInHalf(written) => format!("“{written}” เป็นพิกัดทั้งคู่ ไม่ใช่ตัวเลขเดียว"),
        Problem::HalfAPoint(key) => format!("พิกัดมีไม่ครบ ยังขาด “{key}”"),
        Problem::GroupsReversed => "group_min มากกว่า group_max".to_owned(),
        Problem::DaysReversed => "วันสิ้นสุดของกิจกรรมอยู่ก่อนวันเริ่ม".to_owned(),
        Problem::RepeatedYear(year) => format!("มีปี {year} ซ้ำกัน"),
        Problem::RepeatedTopic(id) => format!("มีหัวข้อ “{id}” ซ้ำกัน"),
        Problem::UnknownLanguage(tag) => format!("โปรแกรมยังไม่รองรับภาษา “{tag}”"),
        Problem::RepeatedLanguage(tag) => format!("มีภาษา “{tag}” ซ้ำกัน"),
        Problem::BadMenuAddress(written) => format!("“{written}” ใช้เป็นที่อยู่ในเมนูไม่ได้"),
        Problem::NationalId => "ข้อความนี้มีลักษณะเป็นเลขประจำตัวประชาชน".to_owned(),
        Problem::BadSlug { written, .. } => format!("“{written}” ใช้เป็นส่วนหนึ่งของที่อยู่เว็บไม่ได้"),
        Problem::ReservedName(name) => format!("ชื่อ “{name}” สงวนไว้สำหรับเว็บไซต์หรือระบบ Windows"),
        Problem::EntryWithoutCenter(folder) => format!("โฟลเดอร์ {folder} ไม่มีไฟล์ center.toml"),
        Problem::TranslationWithoutOriginal(original) => {
            format!("ไฟล์นี้เป็นฉบับแปล แต่ไม่มีไฟล์ {original}")
        }
        Problem::StrayFile(_) => "ไม่มีส่วนใดของเว็บไซต์ใช้ไฟล์นี้".to_owned(),
        Problem::BadCsv(words) => format!("บรรทัดนี้ไม่ถูกต้องตามรูปแบบ CSV (ข้อความเดิมของตัวอ่าน: {words})"),
        Problem::OtherSeparator(it) => {
            format!("ไฟล์นี้คั่นคอลัมน์ด้วย{} ต้องคั่นด้วยจุลภาค (,)", separator(*it))
        }
        Problem::MissingColumn(column) => format!("ไม่มีคอลัมน์ {column}"),
        Problem::UnknownColumn { written, .. } => format!("ทะเบียนพื้นที่ไม่มีคอลัมน์ชื่อ “{written}”"),
        Problem::RowLength { fields, columns } => {
            format!("แถวนี้มี {fields} ช่อง แต่หัวตารางมี {columns} คอลัมน์")
        }
        Problem::EmptyField(column) => format!("ช่อง {column} ว่างอยู่"),
        Problem::BadField { column, written } => format!("ช่อง {column} เป็น “{written}” ไม่ได้"),
        Problem::RepeatedCode(code) => format!("มีรหัส {code} ซ้ำกัน"),
        Problem::CodeOutside { code, area } => format!("รหัส {code} ไม่ได้ขึ้นต้นด้วย {area}"),
        Problem::AreaNamedTwice { code, first, other } => {
            format!("รหัส {code} มีสองชื่อ คือ “{first}” และ “{other}”")
        }
        Problem::BadGeoJson(words) => {
            format!("ไฟล์ไม่ถูกต้องตามรูปแบบ GeoJSON (ข้อความเดิมของตัวอ่าน: {words})")
        }
        Problem::UnknownAreaCode(code) => format!("ทะเบียนพื้นที่ไม่มีรหัส {code}"),
        Problem::BadOutline(code) => {
            format!("ขอบเขตของ {code} ไม่ใช่ Polygon หรือ MultiPolygon ที่มีพิกัดถูกต้อง")
        }
        Problem::UnknownTheme { written, .. } => format!("ไม่มีธีมชื่อ “{written}”"),
        Problem::BrokenTemplate {
            message,
            built_in: Some(at),
        } => format!("เทมเพลต {at}: {message}"),
        Problem::BrokenTemplate { message, .. } => format!("เทมเพลตมีข้อผิดพลาด: {message}"),
        Problem::BrokenMeasures(it) => format!("อ่านขนาดของหน้าพิมพ์ของธีมไม่ได้: {it}"),
        Problem::BrokenWords(it) => format!("อ่านไฟล์คำของธีมไม่ได้: {it}"),
        Problem::WordsNotText(key) => format!("“{key}” ต้องเป็นข้อความ"),
        Problem::SameAddress(it) => format!("มีไฟล์หรือรายการมากกว่าหนึ่งที่ใช้ที่อยู่ “{it}”"),
        Problem::NoSuchAddress(it) => format!("เว็บไซต์นี้ไม่มีที่อยู่ “{it}”"),
        Problem::OwnMistake => "โปรแกรม sala ทำงานผิดพลาดเองขณะอ่านเนื้อหา".to_owned(),
        Problem::BadLink(it) => format!("ลิงก์ไปยัง “{it}” ไม่ได้"),
        Problem::BrokenLink { written, .. } => format!("ลิงก์ “{written}” ไม่มีปลายทาง"),
        Problem::BrokenFragment { written, .. } => format!("หน้าปลายทางไม่มีส่วน “#{written}”"),
        Problem::LinkToPlanned(it) => format!("“{it}” ยังมีสถานะ planned จึงไม่มีหน้าเว็บ"),
        Problem::Sheet(it) => sheet::th::message(it),
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
        | Problem::PhotoCutShort
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
        | Problem::SettingsNotAdded(_)
        | Problem::NotASlug { .. }
        | Problem::NoSuchEpoch(_)
        | Problem::CenterIsPlanned(_)
        | Problem::NoCenter(_) => None,
        // What `check` finds.
        Problem::UnknownProvince { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::UnknownDistrict { nearest, .. } => {
            nearest.as_ref().map(|(name, _)| did_you_mean(name))
        }
        Problem::UnknownSubdistrict { nearest, .. } => {
            nearest.as_ref().map(|(name, _)| did_you_mean(name))
        }
        Problem::SubdistrictElsewhere { elsewhere, .. } => {
            Some(format!("อยู่ในอำเภอ{}", elsewhere.join(" หรืออำเภอ")))
        }
        Problem::UnknownTopic { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::FileMissing { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::UnknownPractice { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::NoRegister
        | Problem::DistrictElsewhere { .. }
        | Problem::AmbiguousArea { .. }
        | Problem::PostalCodeDiffers { .. }
        | Problem::PointOutside { .. }
        | Problem::ConsentEnded(_)
        | Problem::ConsentEnds { .. }
        | Problem::NotDecided(_)
        | Problem::FutureDay(_)
        | Problem::DistantDay
        | Problem::BeforeProgramme(_)
        | Problem::VerifiedWithoutSource
        | Problem::ReplicatedWithoutCopy
        | Problem::CostNotFree
        | Problem::Unreachable
        | Problem::SeatWithoutName
        | Problem::SteeringAtSubdistrict
        | Problem::CountDiffers { .. }
        | Problem::NotRelative(_)
        | Problem::PathOutside(_)
        | Problem::NotAPhoto(_)
        | Problem::NotADocument(_)
        | Problem::MissingAlt(_)
        | Problem::WithheldPhoto(_)
        | Problem::WithheldCopy { .. }
        | Problem::ImageElsewhere(_)
        | Problem::BadAlias(_)
        | Problem::AddressTaken(_)
        | Problem::AdaptedFromItself
        | Problem::AdaptedInACircle(_)
        | Problem::PointsToDraft(_)
        | Problem::PointsToExample(_)
        | Problem::EntryOfPlanned(_)
        | Problem::RepeatedOffice(_)
        | Problem::HeadingLevelOne(_)
        | Problem::MarkLeft(_)
        | Problem::NoteMissing(_)
        | Problem::NoteUnused(_)
        | Problem::DefinitionUnused(_)
        | Problem::LinkLeft(_)
        | Problem::LineMakesHeading(_)
        | Problem::NumberChanged { .. }
        | Problem::CellsLost { .. }
        | Problem::TableLeft
        | Problem::CodeUnclosed
        | Problem::AddressCut(_)
        | Problem::UnreadableLetter(_)
        | Problem::TornWord(_)
        | Problem::InvisibleLetter(_)
        | Problem::StrayBackslash
        | Problem::HtmlRemoved(_) => None,
        Problem::BackslashInPath(right) => Some(format!("เขียนเป็น \"{right}\"")),
        // What parse finds.
        Problem::UnknownKey { nearest, .. }
        | Problem::UnknownWord { nearest, .. }
        | Problem::UnknownColumn { nearest, .. } => {
            nearest.as_ref().map(|it| format!("หมายถึง “{it}” ใช่ไหม"))
        }
        Problem::BadSlug { proposed, .. } => {
            proposed.as_ref().map(|it| format!("หมายถึง “{it}” ใช่ไหม"))
        }
        Problem::DateNeedsQuotes(written) => Some(format!("เขียนเป็น \"{written}\"")),
        Problem::UnquotedText(right)
        | Problem::CurlyQuotes(right)
        | Problem::QuotesInText(right)
        | Problem::NoEqualsSign(right)
        | Problem::TrailingComma(right)
        | Problem::BadDate { right, .. } => right.as_ref().map(|it| format!("เขียนเป็น {it}")),
        Problem::BadFlag { right, .. } => right.map(|it| format!("เขียนเป็น {it}")),
        Problem::BadNumber { right, .. } => Some(format!("เขียนเป็น {right}")),
        Problem::ForeignKey { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::FarYear { likely, .. } => likely.as_deref().map(did_you_mean),
        Problem::StrayFile(place) => place.as_ref().map(|it| format!("หมายถึง “{it}” ใช่ไหม")),
        Problem::UnknownTheme { nearest, .. } => nearest.as_ref().map(did_you_mean),
        Problem::NotInRegister { nearest, .. } => {
            nearest.as_ref().map(|it| format!("หมายถึง “{it}” ใช่ไหม"))
        }
        Problem::BrokenLink { nearest, .. } => nearest.as_deref().map(did_you_mean),
        Problem::BrokenFragment { nearest, .. } => {
            nearest.as_deref().map(|it| did_you_mean(format!("#{it}")))
        }
        Problem::Sheet(it) => sheet::th::label(it),
        _ => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::Sheet(it) => Some(sheet::th::help(it)),
        Problem::NotUtf8 => Some("บันทึกไฟล์ใหม่เป็น UTF-8 ในโปรแกรมแก้ไขข้อความ".to_owned()),
        Problem::NoSiteFolder(it) => Some(format!(
            "ระบุโฟลเดอร์ด้วย --root หรือสร้างใหม่ด้วย sala new site {it}"
        )),
        Problem::NoSiteToml => {
            Some("สั่งในโฟลเดอร์ของเว็บไซต์ ระบุโฟลเดอร์ด้วย --root หรือสร้างใหม่ด้วย sala new site".to_owned())
        }
        Problem::CannotRead(_) => Some("ตรวจสอบว่าไฟล์ยังอยู่และมีสิทธิ์อ่าน".to_owned()),
        Problem::NotAFile => Some("ย้ายออกจากโฟลเดอร์ของเว็บไซต์".to_owned()),
        Problem::PathNotUtf8 => Some("เปลี่ยนชื่อไฟล์เป็นอักษรภาษาอังกฤษตัวเล็ก ตัวเลข และขีดกลาง (-)".to_owned()),
        Problem::LinkLeavesSite => Some("คัดลอกไฟล์มาวางแทนลิงก์".to_owned()),
        Problem::LinkLoop => Some("ลบลิงก์นี้".to_owned()),
        Problem::LinkBroken => Some("ลบลิงก์นี้ หรือคัดลอกไฟล์มาวางแทน".to_owned()),
        Problem::TextTooLarge { .. } => Some("แบ่งเป็นหลายไฟล์ หรือย้ายข้อมูลที่ไม่ใช่ข้อความออก".to_owned()),
        Problem::PhotoTooLarge { .. } => Some("ย่อภาพก่อนนำมาวาง".to_owned()),
        Problem::PhotoTooManyPixels { .. } => Some("ย่อภาพให้ไม่เกิน 100 ล้านพิกเซล".to_owned()),
        Problem::PhotoCutShort => Some("คัดลอกหรือดาวน์โหลดไฟล์ภาพต้นฉบับใหม่อีกครั้ง".to_owned()),
        Problem::PhotoUnreadable(_) => {
            Some("เปิดในโปรแกรมแต่งภาพแล้วบันทึกใหม่เป็น JPEG หรือ PNG".to_owned())
        }
        Problem::CannotWrite { .. } => {
            Some("ตรวจสอบพื้นที่ว่างและสิทธิ์เขียน แล้วสั่งใหม่อีกครั้ง ไฟล์เดิมยังอยู่ครบ".to_owned())
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
        Problem::SettingsNotAdded(missing) => {
            Some(format!("แก้ไฟล์แล้วสั่งใหม่ หรือเพิ่มเอง: {}", missing.replace('\n', " ")))
        }
        Problem::NotASlug { proposed, .. } => {
            Some(if proposed.is_empty() {
                "ใช้คำภาษาอังกฤษ หรือคำไทยที่เขียนด้วยอักษรโรมัน เช่น weaving-day".to_owned()
            } else {
                format!("ลองใช้ “{proposed}”")
            })
        }
        Problem::NoSuchEpoch(_) => Some("ลบตัวแปรนี้ หรือระบุวันด้วย --today".to_owned()),
        Problem::CenterIsPlanned(_) => Some("เปลี่ยนเป็น status = \"open\" ในไฟล์นี้ก่อน".to_owned()),
        Problem::NotInRegister { .. } => {
            Some("ใช้ชื่อภาษาอังกฤษในทะเบียน ตัวพิมพ์เล็ก คั่นด้วยขีดกลาง (-) เช่น khueang-nai/hua-don".to_owned())
        }
        Problem::NoCenter(it) => Some(format!("สร้างศูนย์ฯ ก่อนด้วย sala new center {it}")),
        // What `check` finds.
        Problem::NoRegister => Some("วางทะเบียนอำเภอและตำบลไว้ที่ content/areas.csv".to_owned()),
        Problem::UnknownProvince { .. } => Some("ชื่อมาจาก content/areas.csv หรือ `province` ใน content/site.toml".to_owned()),
        Problem::UnknownDistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::UnknownSubdistrict { nearest, .. } => Some(from_the_register(nearest.as_ref())),
        Problem::SubdistrictElsewhere { .. } => Some("แก้ชื่ออำเภอหรือชื่อตำบลให้ตรงกัน".to_owned()),
        Problem::DistrictElsewhere { .. } => Some("แก้ชื่อจังหวัด หรือไม่ต้องระบุจังหวัด".to_owned()),
        Problem::AmbiguousArea { codes, .. } => Some(format!("ระบุเป็นรหัสแทน: {}", list_codes(codes))),
        Problem::PostalCodeDiffers { .. } => Some("แก้ให้ถูกต้อง หรือไม่ต้องระบุ ระบบจะใช้ค่าจาก content/areas.csv".to_owned()),
        Problem::PointOutside { .. } => Some("ตรวจสอบว่าเป็นพิกัดของศูนย์ฯ และไม่ได้สลับละติจูดกับลองจิจูด".to_owned()),
        Problem::UnknownTopic { .. } => Some("หัวข้อกำหนดไว้ใน [[topics]] ของ content/site.toml".to_owned()),
        Problem::ConsentEnded(_) => Some("ขอความยินยอมใหม่แล้วแก้วันที่ใน `consent_until` หรือนำข้อมูลบุคคลนี้ออก".to_owned()),
        Problem::ConsentEnds { build_on, .. } => Some(format!("ต่ออายุความยินยอม หรือสร้างและเผยแพร่เว็บไซต์ใหม่ในวันที่ {} ข้อมูลบุคคลนี้จึงจะหายไปจากเว็บไซต์", day(*build_on))),
        Problem::NotDecided(it) => Some(match it {
            OpenPoint::Address(_) => "เขียนที่อยู่จริงของเว็บไซต์ คิวอาร์โค้ดและลิงก์ที่แชร์ใช้ที่อยู่นี้".to_owned(),
            OpenPoint::Contact => "ใส่ phone, email หรือ line ใน [organization]".to_owned(),
            OpenPoint::License => "เมื่อหน่วยงานตัดสินใจแล้ว ให้เขียน เช่น license = \"CC BY 4.0\"".to_owned(),
            OpenPoint::Official => "เมื่อหน่วยงานรับรองแล้ว ให้เขียน official = true ใน [organization]".to_owned(),
            OpenPoint::Controller => "เขียนชื่อหน่วยงานใน controller ของ [organization]".to_owned(),
            OpenPoint::ControllerContact(key) => format!("เขียน {key} ใน [organization]"),
            OpenPoint::Examples(_) => "เมื่อมีข้อมูลจริงแล้ว ให้เขียน examples = false".to_owned(),
        }),
        Problem::FutureDay(_) => Some("ตรวจวัน เดือน และปีอีกครั้ง".to_owned()),
        Problem::DistantDay => Some("ตรวจปีอีกครั้ง".to_owned()),
        Problem::BeforeProgramme(_) => Some("ตรวจปีอีกครั้ง หากสถานที่เปิดมาก่อน ให้ระบุวันที่จัดตั้งเป็นศูนย์ผู้นำจิตอาสาพัฒนาชุมชน".to_owned()),
        Problem::VerifiedWithoutSource => Some("ระบุใน `source` ว่าใครตรวจสอบ เมื่อใด หรือเขียนเป็น evidence = \"measured\"".to_owned()),
        Problem::ReplicatedWithoutCopy => Some("เพิ่ม `adapted_from` ในแนวปฏิบัติที่นำไปทำตาม หรือเขียนเป็น evidence = \"measured\"".to_owned()),
        Problem::CostNotFree => Some("เขียนจำนวนเงินนั้นใน `cost_baht`".to_owned()),
        Problem::Unreachable => Some("ใส่ phone, email หรือ line อย่างน้อยหนึ่งอย่าง".to_owned()),
        Problem::SeatWithoutName => Some("ระบุ `name` หรือระบุ `position` หากเป็นกรรมการโดยตำแหน่ง".to_owned()),
        Problem::SteeringAtSubdistrict => Some("ย้ายรายชื่อไปไว้ใน [[committee.working]] (คณะทำงาน)".to_owned()),
        Problem::CountDiffers { .. } => Some("แก้จำนวนให้ถูกต้อง หรือไม่ต้องระบุจำนวนเมื่อมีรายชื่อครบแล้ว".to_owned()),
        Problem::NotRelative(_) => Some("วางไฟล์ไว้ในโฟลเดอร์เดียวกันแล้วเขียนชื่อไฟล์ เช่น photo.jpg".to_owned()),
        Problem::PathOutside(_) => Some("วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้".to_owned()),
        Problem::FileMissing { written, nearest, there } => Some(missing_file(written, nearest.as_deref(), there)),
        Problem::NotAPhoto(it) => Some(other_photo(it)),
        Problem::NotADocument(_) => Some("ใช้ไฟล์ pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt หรือ zip".to_owned()),
        Problem::MissingAlt(_) => Some("บอกสั้น ๆ ว่าในภาพมีอะไร ใน `alt`, `cover_alt` หรือ `photo_alt` ส่วนใน Markdown เขียนในวงเล็บเหลี่ยม".to_owned()),
        Problem::WithheldPhoto(_) => Some("ใช้ภาพอื่น หรือระบุ `consent = true` ใน [[photos]] ของภาพนี้เมื่อได้รับความยินยอมแล้ว".to_owned()),
        Problem::WithheldCopy { .. } => Some("นำไฟล์นี้ออก หากบุคคลในภาพยินยอมแล้วให้ระบุ consent = true ใน [[photos]] ของทุกรายการที่ใช้ภาพนี้".to_owned()),
        Problem::ImageElsewhere(_) => Some("เว็บไซต์นี้ไม่โหลดภาพจากที่อื่น บันทึกภาพไว้ในโฟลเดอร์ของรายการแล้วเขียนชื่อไฟล์".to_owned()),
        Problem::BadAlias(_) => Some("เขียนที่อยู่ในเว็บไซต์โดยขึ้นต้นด้วย / เช่น /centers/old-name/".to_owned()),
        Problem::AddressTaken(_) => Some("เปลี่ยนชื่อรายการใดรายการหนึ่ง หรือนำที่อยู่เดิม (aliases) ออก".to_owned()),
        Problem::UnknownPractice { .. } => Some("เขียนเป็น <ศูนย์ฯ>/best-practices/<ชื่อ> เช่น khueang-nai/hua-don/best-practices/indigo".to_owned()),
        Problem::AdaptedFromItself => Some("ระบุแนวปฏิบัติต้นแบบ หรือนำ `adapted_from` ออก".to_owned()),
        Problem::AdaptedInACircle(_) => Some("นำ `adapted_from` ออกจากเรื่องที่เป็นต้นแบบ".to_owned()),
        Problem::PointsToDraft(_) => Some("เผยแพร่โดยนำ `draft = true` ออก หรือนำการอ้างถึงนี้ออก".to_owned()),
        Problem::PointsToExample(_) => Some("นำการอ้างถึงนี้ออก หรือให้แสดงตัวอย่าง (`examples = true` ใน content/site.toml และไม่ใช้ --no-examples)".to_owned()),
        Problem::EntryOfPlanned(_) => Some("แก้เป็น `status = \"open\"` ใน center.toml ของศูนย์ฯ".to_owned()),
        Problem::RepeatedOffice(_) => Some("ให้แต่ละอำเภอมี [[offices]] เพียงรายการเดียว".to_owned()),
        Problem::HeadingLevelOne(_) => Some("ขึ้นต้นหัวข้อด้วย ## เพราะ # ตัวเดียวสงวนไว้สำหรับชื่อของหน้า".to_owned()),
        Problem::HtmlRemoved(it) => Some(if it == "img" { "เขียนภาพเป็น ![คำบรรยายภาพ](photo.jpg)".to_owned() } else { "เขียนด้วย Markdown เพราะเนื้อหารับเฉพาะ HTML อย่างง่ายที่ปลอดภัย".to_owned() }),
        Problem::MarkLeft(_) => Some("เขียน **ตัวหนา** ให้ครบทั้งสองด้านและชิดคำ หากต้องการแสดงดอกจันให้เขียน \\*".to_owned()),
        Problem::NoteMissing(it) => Some(format!("เพิ่มบรรทัด [^{it}]: ข้อความ ไว้ท้ายเรื่อง หรือลบเครื่องหมายนี้")),
        Problem::NoteUnused(it) => Some(format!("ใส่ [^{it}] ตรงข้อความที่อ้างถึง หรือลบเชิงอรรถนี้")),
        Problem::DefinitionUnused(_) => Some("ใส่ \\ หน้าวงเล็บเหลี่ยมเพื่อให้เป็นข้อความ หรือเขียนลิงก์เป็น [ข้อความ](ที่อยู่)".to_owned()),
        Problem::LinkLeft(_) => Some("เขียน [ข้อความ](ที่อยู่) หรือ ![คำบรรยายภาพ](photo.jpg) หากชื่อมีช่องว่างให้ใส่ <…> ครอบชื่อ".to_owned()),
        Problem::LineMakesHeading(_) => Some("เขียนหัวข้อด้วย ## หน้าข้อความ หากต้องการเพียงเส้นคั่นให้เว้นบรรทัดก่อนเส้น".to_owned()),
        Problem::NumberChanged { .. } => Some("เรียงเลขให้ต่อเนื่อง หรือใส่ \\ หน้าจุด (3\\.) เพื่อให้แสดงตามที่พิมพ์".to_owned()),
        Problem::CellsLost { .. } => Some("เพิ่มคอลัมน์ในแถวหัวตาราง หากเครื่องหมาย | เป็นข้อความให้เขียน \\|".to_owned()),
        Problem::TableLeft => Some("ใส่บรรทัด |---|---| ใต้แถวหัวตาราง ให้มีจำนวนช่องเท่ากัน".to_owned()),
        Problem::CodeUnclosed => Some("ลบบรรทัดนี้ หรือใส่บรรทัดเดียวกันไว้ท้ายโค้ด".to_owned()),
        Problem::AddressCut(_) => Some("หากอักษรไทยเป็นส่วนหนึ่งของที่อยู่ ให้ใส่ <…> ครอบทั้งที่อยู่ หากไม่ใช่ให้เว้นวรรค".to_owned()),
        Problem::UnreadableLetter(_) => Some("ลบแล้วพิมพ์ใหม่: มักติดมาจากไฟล์ PDF หรือแบบอักษรเฉพาะของโปรแกรมประมวลผลคำ".to_owned()),
        Problem::TornWord(_) => Some("พิมพ์คำนี้ใหม่: ข้อความที่คัดลอกจาก PDF มักเสียตรงสระอำและวรรณยุกต์".to_owned()),
        Problem::InvisibleLetter(_) => Some("ลบอักขระนี้ หรือพิมพ์บรรทัดนี้ใหม่".to_owned()),
        Problem::StrayBackslash => Some("ใช้ / แทน หรือเขียน \\\\ หากต้องการแสดง \\ หนึ่งตัว".to_owned()),
        Problem::BackslashInPath(_) => Some("วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้ แล้วเขียนชื่อไฟล์โดยใช้ /".to_owned()),
        // What parse finds.
        Problem::TomlSyntax(_) => Some("เขียนเป็น คีย์ = ค่า โดยข้อความอยู่ใน \"…\"".to_owned()),
        Problem::UnquotedText(_) => Some("ใส่ \" หน้าและหลังข้อความ".to_owned()),
        Problem::CurlyQuotes(_) => Some("พิมพ์ \" จากแป้นพิมพ์ในโปรแกรมแก้ไขข้อความธรรมดา โปรแกรมประมวลผลคำมักเปลี่ยนเป็นแบบโค้งเอง".to_owned()),
        Problem::QuotesInText(_) => Some("เครื่องหมาย \" ที่อยู่ภายในข้อความให้เขียนเป็น \\\" หรือใช้ “ ” แทน".to_owned()),
        Problem::BadFlag { .. } => Some("เขียน true (ใช่) หรือ false (ไม่ใช่) ด้วยตัวพิมพ์เล็ก ไม่ต้องมีเครื่องหมายอัญประกาศ".to_owned()),
        Problem::BadNumber { .. } => Some("เขียนตัวเลขอารบิกติดกัน โดยไม่มีหน่วย จุลภาค ช่องว่าง หรือเลข 0 นำหน้า".to_owned()),
        Problem::NoEqualsSign(_) => Some("เขียนเป็น คีย์ = ค่า โดยข้อความอยู่ใน \"…\"".to_owned()),
        Problem::ForeignKey { .. } => Some("ใช้ชื่อคีย์ภาษาอังกฤษตามไฟล์ที่คำสั่ง sala new สร้างให้ ใน [extra] ให้ใส่ชื่อไว้ใน \"…\"".to_owned()),
        Problem::TrailingComma(_) => Some("ลบจุลภาคท้ายบรรทัด จุลภาคใช้คั่นรายการภายใน [ ] หรือ { } เท่านั้น".to_owned()),
        Problem::NoComma => Some("ใส่ , ระหว่างรายการ เช่น [\"…\", \"…\"]".to_owned()),
        Problem::UnclosedBracket(it) => Some(format!("ใส่ {it} ปิดท้าย")),
        Problem::UnclosedText => Some("ใส่ \" ท้ายข้อความ หากมีอยู่ภายในข้อความให้เขียนเป็น \\\"".to_owned()),
        Problem::NoValue => Some("ใส่ค่า หรือลบบรรทัดนี้ออก".to_owned()),
        Problem::RepeatedKey(_) => Some("เก็บไว้เพียงแห่งเดียว".to_owned()),
        Problem::DateNeedsQuotes(_) => Some("ใส่เครื่องหมายอัญประกาศหน้าและหลังวันที่".to_owned()),
        Problem::NestedTooDeeply => Some("ลดจำนวนชั้น ข้อมูลของทำเนียบไม่มีส่วนใดซ้อนเกินสามชั้น".to_owned()),
        Problem::FrontMatterMissing => Some("ขึ้นต้นไฟล์ด้วยบรรทัด +++ ตามด้วย title = \"…\" แล้วปิดด้วยบรรทัด +++".to_owned()),
        Problem::FrontMatterUnclosed => Some("ใส่บรรทัดที่มีเพียง +++ คั่นระหว่างส่วนข้อมูลกับเนื้อหา".to_owned()),
        Problem::FrontMatterUnwanted => Some("ย้ายข้อมูลไปไว้ใน center.toml".to_owned()),
        Problem::UnknownKey { key, belongs: Some(Belongs::AboveTables), .. } => Some(format!("ย้าย {key} ขึ้นไปไว้เหนือบรรทัดแรกที่ขึ้นต้นด้วย [")),
        Problem::UnknownKey { key, belongs: Some(Belongs::Below(header)), .. } => Some(format!("ย้าย {key} ไปไว้ใต้บรรทัด {header} หากไม่มีบรรทัดนี้ให้เพิ่ม")),
        Problem::UnknownKey { known, .. } => Some(format!("คีย์ที่ใช้ได้คือ {}", known.join(", "))),
        Problem::MissingKey(key) => Some(format!("เพิ่ม {key}")),
        Problem::WrongType { expected, .. } => Some(format!("เขียนเป็น {}", example(*expected))),
        Problem::UnknownWord { allowed, .. } => Some(format!("เลือกจาก {}", allowed.join(", "))),
        Problem::BlankText(_) => Some("ใส่ข้อความ หรือลบคีย์นี้ออกหากไม่จำเป็นต้องมี".to_owned()),
        Problem::TemplateText(_) => Some("เขียนข้อมูลจริงแทน หรือลบออก ระหว่างที่ยังเขียนไม่เสร็จให้ใส่ draft = true".to_owned()),
        Problem::EnglishWithoutThai(_) => Some("ใส่ข้อความภาษาไทยก่อน แล้วจึงใส่คำแปลไว้คู่กัน".to_owned()),
        Problem::ListLengths { .. } => Some("แปลให้ครบทุกรายการตามลำดับเดียวกัน".to_owned()),
        Problem::NotInTranslation(_) => Some("เก็บไว้ในไฟล์ภาษาไทยเพียงแห่งเดียว".to_owned()),
        Problem::BadDate { .. } => Some("เขียนเป็น ปี-เดือน-วัน เช่น 2565-03-13".to_owned()),
        Problem::NoSuchDay(_) => Some("ตรวจสอบวันและเดือน ปีตั้งแต่ 2400 ขึ้นไปนับเป็น พ.ศ.".to_owned()),
        Problem::DateWithTime(_) => Some("ลบส่วนที่เป็นเวลาออก".to_owned()),
        Problem::FarYear { .. } => Some("ใช้ปี พ.ศ. ระหว่าง 2443 ถึง 2643 หรือปี ค.ศ. ระหว่าง 1900 ถึง 2100 โปรแกรมถือว่าปีตั้งแต่ 2400 ขึ้นไปเป็น พ.ศ. จึงไม่ต้องบวกหรือลบ 543 เอง".to_owned()),
        Problem::BadYear(_) => Some("เขียนเป็นตัวเลขสี่หลัก เช่น 2565".to_owned()),
        Problem::OutOfRange { .. } => Some("ตรวจสอบตัวเลข".to_owned()),
        Problem::BadPhone(_) => Some("เขียนเป็น 045-000000, 081-000-0000 หรือ +66 45 000000 หมายเลขภายในเขียนเป็น “ต่อ 12” หรือ “ext. 12” หมายเลขต่อเนื่องเขียนเช่น 045-000000-9".to_owned()),
        Problem::BadEmail(_) => Some("เขียนเป็น name@example.go.th".to_owned()),
        Problem::BadUrl(_) => Some("ขึ้นต้นด้วย https:// หรือ http://".to_owned()),
        Problem::BadBaseUrl(_) => Some("เขียนเป็น https://example.go.th/ หรือ https://example.go.th/folder/ โดยไม่มี ? และ #".to_owned()),
        Problem::BadPostalCode(_) => Some("เขียนเป็นตัวเลขห้าหลักในเครื่องหมายอัญประกาศ เช่น \"34150\"".to_owned()),
        Problem::BadPoint(_) => Some("เขียนละติจูดก่อนลองจิจูด เช่น point = \"15.3329, 104.6688\" ถ้าเป็นลิงก์ย่อ ให้เปิดแผนที่แล้วคัดลอกตัวเลขสองตัว".to_owned()),
        Problem::TwoPoints(half) => Some(format!("เหลือแบบเดียว ลบ point หรือลบ {half}")),
        Problem::PointInHalf(written) => Some(format!("เขียนทั้งคู่ในคีย์เดียว: point = \"{written}\"")),
        Problem::HalfAPoint(key) => Some(format!("เพิ่ม {key} หรือลบพิกัดอีกค่าหนึ่งออก")),
        Problem::GroupsReversed => Some("สลับตัวเลขทั้งสอง".to_owned()),
        Problem::DaysReversed => Some("ตรวจสอบ date และ end_date".to_owned()),
        Problem::RepeatedYear(_) => Some("รวมข้อมูลของปีเดียวกันไว้ใน [[service]] เดียว".to_owned()),
        Problem::RepeatedTopic(_) | Problem::RepeatedLanguage(_) => Some("ลบออกให้เหลือเพียงแห่งเดียว".to_owned()),
        Problem::UnknownLanguage(_) => Some("เลือก \"th\" หรือ \"en\"".to_owned()),
        Problem::BadMenuAddress(_) => Some("เขียนที่อยู่ในเว็บไซต์โดยขึ้นต้นด้วย / เช่น /best-practices/ หรือที่อยู่ที่ขึ้นต้นด้วย https://".to_owned()),
        Problem::NationalId => Some("ลบออก เลขประจำตัวประชาชนต้องไม่ถูกเผยแพร่".to_owned()),
        Problem::BadSlug { .. } => Some("เปลี่ยนชื่อให้มีเพียงอักษร a–z ตัวเล็ก ตัวเลข 0–9 และขีดกลาง (-) เพื่อให้ที่อยู่ยังอ่านได้เมื่อแชร์ต่อ".to_owned()),
        Problem::ReservedName(_) => Some("เปลี่ยนชื่อโฟลเดอร์หรือไฟล์".to_owned()),
        Problem::EntryWithoutCenter(folder) => Some(format!("เพิ่มไฟล์ {folder}/center.toml หรือย้ายไฟล์นี้ไปไว้ในโฟลเดอร์ของศูนย์ฯ")),
        Problem::TranslationWithoutOriginal(original) => Some(format!("เพิ่มฉบับภาษาไทยเป็นไฟล์ {original}")),
        Problem::StrayFile(_) => Some("ย้ายหรือเปลี่ยนชื่อไฟล์ หรือนำออกจาก content/".to_owned()),
        Problem::BadCsv(_) => Some("บันทึกตารางเป็น CSV แบบ UTF-8".to_owned()),
        Problem::OtherSeparator(_) => Some("บันทึกตารางใหม่เป็นไฟล์ CSV แบบ UTF-8 ที่คั่นด้วยจุลภาค".to_owned()),
        Problem::MissingColumn(column) => Some(format!("เพิ่ม {column} ในแถวแรก")),
        Problem::UnknownColumn { .. } => Some("เปลี่ยนชื่อหรือลบคอลัมน์นี้".to_owned()),
        Problem::RowLength { .. } => Some("ช่องที่มีเครื่องหมายจุลภาคอยู่ภายในต้องอยู่ในเครื่องหมายอัญประกาศ".to_owned()),
        Problem::EmptyField(_) => Some("กรอกให้ครบ".to_owned()),
        Problem::BadField { column, .. } => Some(field(column).to_owned()),
        Problem::RepeatedCode(_) => Some("แต่ละรหัสมีได้เพียงแถวเดียว ตรวจสอบทั้งสองแถว".to_owned()),
        Problem::CodeOutside { .. } => Some("ตรวจสอบรหัสในแถวนี้".to_owned()),
        Problem::AreaNamedTwice { .. } => Some("ใช้ชื่อเดียวกันทุกแถว".to_owned()),
        Problem::BadGeoJson(_) => Some("ส่งออกขอบเขตเป็น GeoJSON ใหม่".to_owned()),
        Problem::UnknownAreaCode(_) => Some("เพิ่มพื้นที่นี้ใน areas.csv หรือลบขอบเขตออก".to_owned()),
        Problem::BadOutline(_) => Some("ส่งออกขอบเขตใหม่ในระบบพิกัด WGS84".to_owned()),
        Problem::UnknownTheme { .. } => Some("สร้างโฟลเดอร์ themes/<ชื่อธีม>/ หรือนำ `theme` ออกเพื่อใช้ธีมที่มากับโปรแกรม".to_owned()),
        Problem::BrokenTemplate { built_in: Some(_), .. } => Some("ตรวจสอบไฟล์ของธีมในโฟลเดอร์ themes/ ที่เทมเพลตนี้เรียกใช้".to_owned()),
        Problem::BrokenTemplate { .. } => Some("แก้เทมเพลตตามตำแหน่งที่ระบุ ตัวแปรที่ใช้ได้อยู่ใน docs/reference/views.md".to_owned()),
        Problem::BrokenMeasures(_) => Some("คัดลอก themes/sala/paper.toml ทั้งไฟล์ แล้วแก้เฉพาะตัวเลข".to_owned()),
        Problem::BrokenWords(_) => Some("เขียนบรรทัดละหนึ่งคำ เช่น home = \"หน้าหลัก\"".to_owned()),
        Problem::WordsNotText(_) => Some("ใส่เครื่องหมายอัญประกาศหน้าและหลังข้อความ".to_owned()),
        Problem::SameAddress(_) => Some("เปลี่ยนชื่อไฟล์หรือรายการใดรายการหนึ่ง".to_owned()),
        Problem::NoSuchAddress(_) => None,
        Problem::OwnMistake => Some("ย้อนการแก้ไขล่าสุด แล้วแจ้งผู้พัฒนาพร้อมข้อความที่ขึ้นก่อนหน้านี้".to_owned()),
        Problem::BadLink(_) => Some("ใช้ที่อยู่ที่ขึ้นต้นด้วย https://, mailto: หรือ tel: ตำแหน่งไฟล์ หรือที่อยู่ในเว็บไซต์ที่ขึ้นต้นด้วย / เช่น /centers/".to_owned()),
        Problem::BrokenLink { .. } => Some("เขียนตำแหน่งไฟล์ของรายการโดยอ้างจากไฟล์นี้ หรือที่อยู่ในเว็บไซต์ที่ขึ้นต้นด้วย /".to_owned()),
        Problem::BrokenFragment { .. } => Some("ชื่อส่วนคือข้อความของหัวข้อ โดยแทนช่องว่างด้วยขีดกลาง (-)".to_owned()),
        Problem::LinkToPlanned(_) => Some("แก้เป็น `status = \"open\"` ใน center.toml ของศูนย์ฯ หรือลิงก์ไปยังหน้าอำเภอแทน".to_owned()),
    }
}

/// The question beside a misspelt word.
fn did_you_mean(it: impl std::fmt::Display) -> String {
    format!("หมายถึง “{it}” ใช่ไหม")
}

/// Where names of areas come from, with the code of the nearest.
fn from_the_register(nearest: Option<&(String, String)>) -> String {
    let code = nearest.map_or(String::new(), |(_, code)| format!(" ({code})"));
    format!("ชื่อมาจาก content/areas.csv เขียนเป็นชื่อหรือรหัสก็ได้{code}")
}

/// A character by its number: `U+00A0`.
fn code_point(it: char) -> String {
    format!("U+{:04X}", it as u32)
}

/// What stands between columns.
fn separator(it: char) -> &'static str {
    match it {
        ';' => "เครื่องหมาย ;",
        '\t' => "อักขระแท็บ",
        _ => "เครื่องหมาย |",
    }
}

fn list_codes(codes: &[(String, String)]) -> String {
    let codes: Vec<_> = codes
        .iter()
        .map(|(code, place)| format!("{code} ({place})"))
        .collect();
    codes.join(", ")
}

fn missing_file(written: &str, nearest: Option<&str>, there: &[String]) -> String {
    if nearest.is_some_and(|it| it.to_lowercase() == written.to_lowercase()) {
        "ตัวพิมพ์เล็กและตัวพิมพ์ใหญ่ต้องตรงกับชื่อไฟล์จริง".to_owned()
    } else if there.is_empty() {
        "วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้ หรือแก้ชื่อให้ถูกต้อง".to_owned()
    } else {
        format!(
            "วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้ หรือแก้ชื่อให้ถูกต้อง (ที่มีอยู่คือ {})",
            there.join(", ")
        )
    }
}

/// What to use instead of a photo that is none: telephones of Apple save HEIC.
fn other_photo(written: &str) -> String {
    let ending = written.rsplit_once('.').map_or("", |(_, it)| it);
    if ["heic", "heif"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it))
    {
        "แปลงเป็น JPEG ก่อน: ใน iPhone ตั้งค่า › กล้อง › รูปแบบ › เข้ากันได้มากที่สุด ใน Android ปิดภาพถ่าย HEIF ในการตั้งค่ากล้อง ใน Windows เปิดด้วย Photos แล้วบันทึกเป็น .jpg".to_owned()
    } else {
        "ใช้ไฟล์ jpg, jpeg, png, webp หรือ gif".to_owned()
    }
}

/// `31 ธันวาคม พ.ศ. 2569`
fn day(date: Date) -> String {
    let month = THAI_MONTHS[date.month() as usize - 1];
    format!("{} {month} พ.ศ. {}", date.day(), date.buddhist_year())
}

/// What a key takes.
fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "ข้อความในเครื่องหมายอัญประกาศ",
        Expected::Texts => "รายการข้อความ",
        Expected::Date => "วันที่",
        Expected::Year => "ปี",
        Expected::Count => "จำนวนเต็มตั้งแต่ 0 ขึ้นไป",
        Expected::Integer => "จำนวนเต็ม",
        Expected::Number => "ตัวเลข",
        Expected::Flag => " true หรือ false",
        Expected::Phones => "หมายเลขโทรศัพท์ในเครื่องหมายอัญประกาศ หรือรายการของหมายเลขโทรศัพท์",
        Expected::NumberOrText => "ตัวเลข หรือข้อความในเครื่องหมายอัญประกาศ",
        Expected::Table => "ตาราง",
        Expected::Tables => "ตารางที่เขียนหนึ่งตารางต่อหนึ่งรายการ",
    }
}

/// How a value is written.
fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "\"…\"",
        Expected::Texts => "[\"…\", \"…\"]",
        Expected::Date => "ปี-เดือน-วัน เช่น 2565-03-13",
        Expected::Year => "ตัวเลขสี่หลัก เช่น 2565",
        Expected::Count => "ตัวเลขเท่านั้น เช่น 12",
        Expected::Integer => "ตัวเลขเท่านั้น เช่น 10",
        Expected::Number => "ตัวเลขเท่านั้น เช่น 4.5",
        Expected::Flag => "true หรือ false โดยไม่มีเครื่องหมายอัญประกาศ",
        Expected::Phones => "\"045-000000\"",
        Expected::NumberOrText => "12 หรือ \"…\"",
        Expected::Table => "[คีย์] ในบรรทัดของตนเอง แล้วใส่ค่าไว้ด้านล่าง",
        Expected::Tables => "[[คีย์]] ในบรรทัดของตนเอง แล้วใส่ค่าไว้ด้านล่าง หนึ่งครั้งต่อหนึ่งรายการ",
    }
}

/// What a column of the register holds.
fn field(column: &str) -> &'static str {
    match column {
        "province_code" => "เขียนเป็นตัวเลขสองหลัก",
        "district_code" => "เขียนเป็นตัวเลขสี่หลัก",
        "subdistrict_code" => "เขียนเป็นตัวเลขหกหลัก",
        "postal_code" => "เขียนเป็นตัวเลขห้าหลัก",
        "lat" => "เขียนเป็นองศาระหว่าง -90 ถึง 90",
        "lon" => "เขียนเป็นองศาระหว่าง -180 ถึง 180",
        "target" => "เขียนเป็น true หรือ false",
        "letter_order" => "เขียนเป็นจำนวนเต็มตั้งแต่ 1 และเหมือนกันทุกแถวของอำเภอ",
        _ => "ตรวจสอบช่องนี้",
    }
}
