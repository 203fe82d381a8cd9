//! Why what was typed is refused, in Thai. In English clap says it itself.
//!
//! In: clap's error: its kind, and what it is about. Out: words. Never: an exit code.

use std::error::Error as _;
use std::fmt::Write as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Unreadable;
use super::in_lang::{USAGE, usage};
use crate::locale::both::half;
use crate::value::Lang;

/// The fact, what to do, and how the command is used.
#[must_use]
pub fn thai(error: &Error) -> String {
    let mut said = format!("ข้อผิดพลาด: {}\n", fact(error));
    if let Some(remedy) = remedy(error) {
        let _ = writeln!(said, "\n  วิธีแก้: {remedy}");
    }
    if let Some(ContextValue::StyledStr(rendered)) = error.get(ContextKind::Usage) {
        let usage = usage(rendered, Lang::Th);
        let _ = writeln!(said, "\n{}: {usage}", half(USAGE, Lang::Th));
    }
    said + "\nดูรายละเอียดทั้งหมดด้วย --help\n"
}

fn fact(error: &Error) -> String {
    let argument = || of(error, ContextKind::InvalidArg);
    let value = || of(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("ไม่มีตัวเลือกหรือค่า “{}” ในคำสั่งนี้", argument()),
        ErrorKind::InvalidSubcommand => {
            format!("ไม่มีคำสั่ง “{}”", of(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value().is_empty() => {
            format!("ต้องระบุค่าหลัง “{}”", argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("ค่า “{}” ใช้กับ “{}” ไม่ได้", value(), argument())
        }
        ErrorKind::MissingRequiredArgument => format!("ยังไม่ได้ระบุ {}", argument()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "ยังไม่ได้ระบุคำสั่ง".to_owned()
        }
        ErrorKind::ArgumentConflict => {
            let other = of(error, ContextKind::PriorArg);
            if other == argument() || other.is_empty() {
                format!("ระบุ “{}” ได้เพียงครั้งเดียว", argument())
            } else {
                format!("ใช้ “{}” ร่วมกับ “{other}” ไม่ได้", argument())
            }
        }
        ErrorKind::TooManyValues => format!("ค่า “{}” เกินจากที่ “{}” รับได้", value(), argument()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("จำนวนค่าของ “{}” ไม่ถูกต้อง", argument())
        }
        ErrorKind::NoEquals => format!("ต้องมีเครื่องหมาย = หลัง “{}”", argument()),
        ErrorKind::InvalidUtf8 => "ค่าที่พิมพ์ไม่ใช่ข้อความแบบ UTF-8".to_owned(),
        _ => "อ่านคำสั่งที่พิมพ์ไม่ได้".to_owned(),
    }
}

/// What was probably meant, or what can be typed instead.
fn remedy(error: &Error) -> Option<String> {
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let suggested = suggested.into_iter().find_map(|it| error.get(it));
    if let Some(it) = suggested {
        return Some(format!(
            "หมายถึง “{}” ใช่ไหม",
            words(it).replace(", ", "” หรือ “")
        ));
    }
    let allowed = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let mut allowed = allowed.into_iter().map(|it| of(error, it));
    if let Some(it) = allowed.find(|it| !it.is_empty()) {
        return Some(format!("เลือกจาก {it}"));
    }
    let reason = error.source()?.downcast_ref::<Unreadable>()?;
    Some(half(reason.0, Lang::Th).to_owned())
}

/// What an error says of something, as words.
fn of(error: &Error, what: ContextKind) -> String {
    error.get(what).map(words).unwrap_or_default()
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(it) => it.clone(),
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::StyledStr(it) => it.to_string(),
        ContextValue::Number(it) => it.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    fn refused(line: &str) -> String {
        let error = command(Lang::Th)
            .try_get_matches_from(line.split(' '))
            .unwrap_err();
        thai(&error)
    }

    #[test]
    fn a_refusal_is_thai_and_says_what_to_do() {
        for (line, fact, remedy) in [
            ("sala buidl", "ไม่มีคำสั่ง “buidl”", "หมายถึง “build” ใช่ไหม"),
            (
                "sala build --draft",
                "ไม่มีตัวเลือกหรือค่า “--draft” ในคำสั่งนี้",
                "หมายถึง “--drafts” ใช่ไหม",
            ),
            (
                "sala check --format xml",
                "ค่า “xml” ใช้กับ “--format <รูปแบบ>” ไม่ได้",
                "เลือกจาก human, json, github",
            ),
            (
                "sala check --format jsn",
                "ค่า “jsn” ใช้กับ “--format <รูปแบบ>” ไม่ได้",
                "หมายถึง “json” ใช่ไหม",
            ),
            (
                "sala build --jobs 0",
                "ค่า “0” ใช้กับ “--jobs <จำนวน>” ไม่ได้",
                "เขียนเป็นจำนวนตั้งแต่ 1 ถึง 256",
            ),
            (
                "sala build --today 2569-02-30",
                "ค่า “2569-02-30” ใช้กับ “--today <ปปปป-ดด-วว>” ไม่ได้",
                "ไม่มีวันนี้ในปฏิทิน",
            ),
            (
                "sala serve --port x",
                "ค่า “x” ใช้กับ “--port <พอร์ต>” ไม่ได้",
                "เขียนเป็นจำนวนตั้งแต่ 0 ถึง 65535",
            ),
            (
                "sala serve --bind x",
                "ค่า “x” ใช้กับ “--bind <ที่อยู่>” ไม่ได้",
                "เขียนเป็นหมายเลข IP",
            ),
            ("sala new center", "ยังไม่ได้ระบุ <ที่อยู่>", ""),
            (
                "sala build -q -v",
                "ใช้ “--quiet” ร่วมกับ “--verbose” ไม่ได้",
                "",
            ),
            ("sala check --root", "ต้องระบุค่าหลัง “--root <โฟลเดอร์>”", ""),
            (
                "sala check --root a --root b",
                "ระบุ “--root <โฟลเดอร์>” ได้เพียงครั้งเดียว",
                "",
            ),
        ] {
            let said = refused(line);
            assert!(
                said.starts_with(&format!("ข้อผิดพลาด: {fact}\n")),
                "{line}: {said}"
            );
            assert!(said.contains(remedy), "{line}: {said}");
            assert!(
                !said.contains("OPTIONS") && !said.contains("COMMAND"),
                "{line}: {said}"
            );
        }
    }
}
