//! Problems in Thai.

use super::Problem;

/// The fact.
#[must_use]
pub fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "ไฟล์ไม่ใช่ข้อความแบบ UTF-8".to_owned(),
    }
}

/// The nearest right thing, for beside the place.
#[must_use]
pub fn label(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => None,
    }
}

/// The next action.
#[must_use]
pub fn help(problem: &Problem) -> Option<String> {
    match problem {
        Problem::NotUtf8 => Some("บันทึกไฟล์ใหม่เป็น UTF-8 ในโปรแกรมแก้ไขข้อความ".to_owned()),
    }
}
