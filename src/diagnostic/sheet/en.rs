//! Problems with spreadsheets, in English.

use super::SheetProblem;
use crate::diagnostic::expected::Expected;

/// The fact.
pub fn message(problem: &SheetProblem) -> String {
    use SheetProblem as P;
    match problem {
        P::Unreadable(words) => format!("this file is damaged and cannot be read: {words}"),
        P::NotASpreadsheet("") => "this is not a spreadsheet".to_owned(),
        P::NotASpreadsheet(it) => format!("this is not a spreadsheet but {it}"),
        P::Old => "this is a workbook of before 2007 (.xls)".to_owned(),
        P::Encrypted => "this file is protected by a password".to_owned(),
        P::TooLarge { megabytes, limit } => {
            format!(
                "this file unfolds into {megabytes} MB, more than {limit} MB: no list of centres is that large"
            )
        }
        P::TooManyCells(limit) => format!("this file has more than {limit} cells"),
        P::UnknownLetters => {
            "the letters of this file cannot be read: it is neither UTF-8, UTF-16 nor Windows-874"
                .to_owned()
        }
        P::OtherThanNamed(it) => {
            format!("this file is not what its name says: it was read as {it}")
        }
        P::NoFiles(it) => format!("the folder \"{it}\" holds no spreadsheet"),
        P::NoKnownTable => {
            "no sheet of this file has the headings of a form that is known".to_owned()
        }
        P::SheetLeftOut => "this sheet has no headings that are known and was not read".to_owned(),
        P::LevelUnclear => "this may be the report of districts or of sub-districts".to_owned(),
        P::HeadingUnknown { written, .. } => {
            format!("the heading \"{written}\" is not known, and its column was not read")
        }
        P::HeadingsShifted { is_right: true } => "the headings stand one column to the right of what they mean, so nothing of this table was read".to_owned(),
        P::HeadingsShifted { .. } => "the headings stand one column to the left of what they mean, so nothing of this table was read".to_owned(),
        P::HeadingTwice(it) => format!("two columns say \"{it}\"; the first one was read"),
        P::HiddenRead { rows, columns } => match (rows.as_str(), columns.as_str()) {
            ("", "") => "this sheet is hidden, and was read".to_owned(),
            (rows, "") => format!("these rows are hidden, and were read: {rows}"),
            ("", columns) => format!("these columns are hidden, and were read: {columns}"),
            (rows, columns) => {
                format!("rows {rows} and columns {columns} are hidden, and were read")
            }
        },
        P::CellNot {
            heading,
            written,
            expected,
        } => {
            format!("\"{written}\" is not {} ({heading})", kind(*expected))
        }
        P::WordUnknown {
            heading, written, ..
        } => format!("\"{written}\" is no choice of {heading}"),
        P::DayUnclear(it) => format!("\"{it}\" is not a date that can be read"),
        P::FormulaNotWorkedOut => "this formula has no result in the file".to_owned(),
        P::FormulaFailed(it) => format!("this formula failed: {it}"),
        P::BecameDay(heading) => format!("the spreadsheet turned this into a date ({heading})"),
        P::RowWithoutArea => {
            "this row does not say of which district or sub-district it is".to_owned()
        }
        P::UnknownSubdistrict { written, .. } => format!("no sub-district is called \"{written}\""),
        P::ActivityWithoutCenter => "nothing says which centre held this activity".to_owned(),
        P::PersonNotOffice => "this is the name of a person, and was not taken: who reports is an office, and is published".to_owned(),
        P::CellMissing(heading) => format!("this row lacks {heading}"),
        P::SeveralCenters(paths) => {
            format!("several entries stand for this area: {}", paths.join(", "))
        }
        P::PathElsewhere(path) => {
            format!("the entry \"{path}\" is of another area than this row says")
        }
        P::RepeatedRow(first) => format!("row {first} says the same"),
        P::RowsDisagree { heading, first } => {
            format!("row {first} says something else of the same centre ({heading})")
        }
        P::EntryNotEditable(it) => {
            format!("\"{it}\" cannot be read as TOML, so nothing was put into it")
        }
        P::EntryKept { entry, keys } => format!(
            "\"{entry}\" says something else and was not changed: {}",
            keys.join(", ")
        ),
        P::ConsentTakenBack(it) => format!(
            "another name stands here, so the consent of the person before was taken back ({it}.consent = false)"
        ),
    }
}

/// The nearest right thing.
pub fn label(problem: &SheetProblem) -> Option<String> {
    use SheetProblem as P;
    match problem {
        P::HeadingUnknown { nearest, .. }
        | P::WordUnknown { nearest, .. }
        | P::UnknownSubdistrict { nearest, .. } => {
            nearest.as_ref().map(|it| format!("did you mean \"{it}\"?"))
        }
        _ => None,
    }
}

/// The next action.
pub fn help(problem: &SheetProblem) -> String {
    use SheetProblem as P;
    match problem {
        P::Unreadable(_) => "open it in a spreadsheet program and save it again as .xlsx".to_owned(),
        P::NotASpreadsheet(_) => "open it in a spreadsheet program and save it as .xlsx, .ods or .csv".to_owned(),
        P::Old => "open it in a spreadsheet program and save it as .xlsx".to_owned(),
        P::Encrypted => "open it with its password, take the password away (File › Info › Protect Workbook) and save it again".to_owned(),
        P::TooLarge { .. } | P::TooManyCells(_) => "copy the rows of the report alone into a new workbook".to_owned(),
        P::UnknownLetters => "save it again as CSV UTF-8".to_owned(),
        P::OtherThanNamed(it) => format!("rename it so that it ends in .{it}"),
        P::NoFiles(_) => "files that end in .xlsx, .xlsm, .ods or .csv are read".to_owned(),
        P::NoKnownTable => "the row of headings must be there, as on the form: ตำบล, อำเภอ, ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม, ประธาน/ผู้แทน/ผู้นำจิตอาสา, หมายเลขโทรศัพท์; or fill in the workbook that sala report template makes".to_owned(),
        P::SheetLeftOut => "nothing is to be done where it is not part of the report".to_owned(),
        P::LevelUnclear => "write ระดับอำเภอ or ระดับตำบล into the title of the report, or add --level district or --level subdistrict".to_owned(),
        P::HeadingUnknown { .. } => "write the heading as on the form; nothing is to be done where the column is not part of it".to_owned(),
        P::HeadingsShifted { .. } => "move the headings above their columns".to_owned(),
        P::HeadingTwice(_) => "give the other one its own heading".to_owned(),
        P::HiddenRead { .. } => "look at them: what a filter hides is part of the report; delete what is not".to_owned(),
        P::CellNot { expected, .. } => format!("write {}", example(*expected)),
        P::WordUnknown { allowed, .. } => format!("one of: {}", allowed.join(", ")),
        P::DayUnclear(_) => "write day, month and Buddhist year, such as 13 มี.ค. 2565 or 13/03/2565".to_owned(),
        P::FormulaNotWorkedOut => "open the file in a spreadsheet program and save it, or write the value itself".to_owned(),
        P::FormulaFailed(_) => "write the value itself".to_owned(),
        P::BecameDay(_) => "format the cell as text and write it again, such as 12/3".to_owned(),
        P::RowWithoutArea => "write district and sub-district into the row".to_owned(),
        P::UnknownSubdistrict { .. } => "names come from content/areas.csv; write the name or the code, and the district".to_owned(),
        P::ActivityWithoutCenter => "write the sub-district and the district of the centre above the table, or into columns ตำบล and อำเภอ".to_owned(),
        P::PersonNotOffice => "write the office, such as สำนักงานพัฒนาชุมชนอำเภอเขื่องใน".to_owned(),
        P::CellMissing(_) => "fill the cell in".to_owned(),
        P::SeveralCenters(_) => "change these entries by hand, or write the path of one into the column path of the template".to_owned(),
        P::PathElsewhere(_) => "put the rows back in their order, or clear the cell of the path: the area then says which entry it is".to_owned(),
        P::RepeatedRow(_) => "remove one of the two rows".to_owned(),
        P::RowsDisagree { .. } => "keep the row that is right, and remove the other".to_owned(),
        P::EntryNotEditable(_) => "correct what sala check finds in it first".to_owned(),
        P::EntryKept { .. } => "look at the difference; --update takes what the sheet says".to_owned(),
        P::ConsentTakenBack(_) => "where this person agreed too, say so in a column ความยินยอม".to_owned(),
    }
}

/// What a column takes.
fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "a date",
        Expected::Year => "a year",
        Expected::Count | Expected::Integer => "a whole number",
        Expected::Number => "a number",
        Expected::Flag => "yes or no",
        Expected::Phones => "a telephone number",
        _ => "a text",
    }
}

/// How a value is written.
fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "13/03/2565",
        Expected::Year => "2565",
        Expected::Count | Expected::Integer => "digits alone, such as 45",
        Expected::Number => "digits alone, such as 4.5",
        Expected::Flag => "ใช่ or ไม่ใช่ (ยินยอม or ไม่ยินยอม)",
        Expected::Phones => "081-000-0000",
        _ => "words",
    }
}
