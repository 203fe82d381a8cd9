//! What strings look like that stand for numbers, days, telephones and addresses, as regular expressions of JSON Schema.
//!
//! They let pass what the reader takes; what needs arithmetic (29 February) or more than a string is left to `sala check`. Thai and Arabic digits are
//! equal, and `D` stands for one of either. No look-ahead, so that every engine reads them.

/// A day from 1900 to 2100 of either era.
pub(super) fn date() -> String {
    let month_and_day = "(?:[0๐][13578๑๓๕๗๘]|[1๑][02๐๒])-(?:[0๐][1-9๑-๙]|[12๑๒]D|[3๓][01๐๑])\
                         |(?:[0๐][469๔๖๙]|[1๑][1๑])-(?:[0๐][1-9๑-๙]|[12๑๒]D|[3๓][0๐])\
                         |[0๐][2๒]-(?:[0๐][1-9๑-๙]|[12๑๒]D)";
    whole(&format!("(?:{YEAR})-(?:{month_and_day})"))
}

/// A year from 1900 to 2100 of either era.
pub(super) fn year() -> String {
    whole(YEAR)
}

/// The same years as whole numbers: of the Common Era, of the Buddhist Era.
pub(super) const YEARS: [(i16, i16); 2] = [(1900, 2100), (2443, 2643)];

const YEAR: &str = "[1๑][9๙]DD|[2๒][0๐]DD|[2๒][1๑][0๐][0๐]\
                    |[2๒][4๔](?:[4๔][3-9๓-๙]|[5-9๕-๙]D)|[2๒][5๕]DD|[2๒][6๖](?:[0-3๐-๓]D|[4๔][0-3๐-๓])";

/// A whole number from 0, thousands perhaps parted by commas.
pub(super) fn count() -> String {
    whole("[D,]*D[D,]*")
}

/// A whole number.
pub(super) fn integer() -> String {
    whole("-?[D,]*D[D,]*")
}

/// A number.
pub(super) fn number() -> String {
    whole("-?[D,]*D[D,]*(?:\\.[D,]*D[D,]*)?")
}

/// A telephone as it is dialled inside the country, with +66 or short; perhaps with the last digits of a range and an extension.
pub(super) fn phone() -> String {
    let gap = "[ .()\u{2010}-\u{2014}-]*";
    let digits = |count: usize| format!("(?:{gap}D){{{count}}}");
    let subscriber = format!("[2-7๒-๗]{}|[689๖๘๙]{}", digits(7), digits(8));
    let number = format!(
        "\\(?[0๐]{gap}(?:{subscriber})|\\+[6๖][6๖]{gap}(?:\\([0๐]\\){gap})?(?:{subscriber})|[1-9๑-๙]D{{2,3}}"
    );
    let range = "(?: *[\u{2010}-\u{2014}-] *D{1,2})?";
    let extension = "(?: *(?:ต่อ|[Ee][Xx][Tt]\\.?) *D{1,6})?";
    whole(&format!("(?:{number}){range}{extension}"))
}

/// An e-mail address.
pub(super) fn email() -> String {
    whole("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[^\\s@.]+(?:\\.[^\\s@.]+)+")
}

/// An http or https address.
pub(super) fn url() -> String {
    whole(URL)
}

/// An address of the site from its root, or an http or https address.
pub(super) fn link() -> String {
    whole(&format!("/|/[^/\\s\\\\][^\\s\\\\]*|{URL}"))
}

const URL: &str = "[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@<>\"\\\\`{}|^]+(?:[/?#][^\\s<>\"\\\\`{}|^]*)?";

/// What is not only spaces.
pub(super) const SPEAKS: &str = "\\S";

/// `true`, `false`, `1` or `0`, as spreadsheets write them.
pub(super) fn flag() -> String {
    whole("[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[01]")
}

/// The same, or nothing: a field of a row that may be left empty.
pub(super) fn or_empty(pattern: &str) -> String {
    format!("^\\s*$|{pattern}")
}

/// A whole string, spaces around it or not.
fn whole(inner: &str) -> String {
    let inner = inner.replace("[D,]", "[0-9๐-๙,]").replace('D', "[0-9๐-๙]");
    format!("^\\s*(?:{inner})\\s*$")
}
