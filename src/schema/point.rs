//! A place as people copy it from a map: two numbers, or an address that carries them.

use crate::diagnostic::Problem;
use crate::schema::field::Single;
use crate::schema::key::{Key, Kind};
use crate::schema::reader::Reader;
use crate::value::Point;
use crate::value::digits;

/// What stands before the two numbers in the addresses of maps.
const BEFORE: [&str; 6] = ["@", "?q=", "&q=", "query=", "?ll=", "&ll="];

impl Single for Point {
    const KIND: Kind = Kind::String;

    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
        reader.parsed(key, from_map)
    }
}

/// One half of a position. Who writes both numbers into it is told of the key that takes them.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Degrees(pub f64);

impl Single for Degrees {
    const KIND: Kind = Kind::Number;

    fn read_one<R: Reader>(reader: &mut R, key: &'static Key) -> Option<Self> {
        if let Some(written) = reader.written(key.name).filter(|it| from_map(it).is_ok()) {
            reader.report(key.name, Problem::PointInHalf(written));
            return None;
        }
        reader.number(key).map(Self)
    }
}

/// The point of `15.3329, 104.6688`, or of a map's address such as `https://…/@15.3329,104.6688,17z` or `https://…?q=15.3329,104.6688`.
pub fn from_map(written: &str) -> Result<Point, Problem> {
    let text: String = written.chars().map(as_typed).collect();
    let text = text
        .replace("%2C", ",")
        .replace("%2c", ",")
        .replace('+', " ");
    let numbers = if text.contains("://") {
        let after = |it: &&str| text.split_once(*it).map(|(_, rest)| rest);
        BEFORE.iter().filter_map(after).find_map(pair)
    } else {
        pair(&text).filter(|_| text.trim_end().ends_with(|it: char| it.is_ascii_digit()))
    };
    let fits = |it: &Point| it.latitude.abs() <= 90.0 && it.longitude.abs() <= 180.0;
    numbers
        .filter(fits)
        .ok_or_else(|| Problem::BadPoint(written.to_owned()))
}

/// The two numbers that a text begins with, between them a comma or a space.
fn pair(text: &str) -> Option<Point> {
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, '.' | '-');
    let (latitude, rest) = split(text.trim_start(), is_number);
    let rest = rest.trim_start_matches([',', ' ']);
    let (longitude, _) = split(rest, is_number);
    Some(Point {
        latitude: latitude.parse().ok()?,
        longitude: longitude.parse().ok()?,
    })
}

/// What a text begins with, and the rest.
fn split(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|it| !belongs(it)).unwrap_or(text.len());
    text.split_at(end)
}

/// Thai digits as Arabic ones, and signs of other keyboards as the usual ones.
fn as_typed(it: char) -> char {
    match it {
        '，' | '、' => ',',
        '−' | '–' => '-',
        _ => digits::arabic(it),
    }
}

#[cfg(test)]
mod tests {
    use super::from_map;

    #[test]
    fn a_point_is_read_as_maps_give_it() {
        for (written, expected) in [
            ("15.3329, 104.6688", Some((15.3329, 104.6688))),
            ("15.3329,104.6688", Some((15.3329, 104.6688))),
            ("  15.3329 104.6688 ", Some((15.3329, 104.6688))),
            ("๑๕.๓๓๒๙, ๑๐๔.๖๖๘๘", Some((15.3329, 104.6688))),
            ("-33.9， 18.4", Some((-33.9, 18.4))),
            (
                "https://www.google.com/maps/place/x/@15.3329,104.6688,17z/data=!3m1",
                Some((15.3329, 104.6688)),
            ),
            (
                "https://maps.google.com/?q=15.3329,104.6688",
                Some((15.3329, 104.6688)),
            ),
            (
                "https://www.google.com/maps/search/?api=1&query=15.3329%2C104.6688",
                Some((15.3329, 104.6688)),
            ),
            ("https://maps.app.goo.gl/abc", None),
            ("104.6688, 15.3329", None),
            ("15.3329", None),
            ("15.3329, 104.6688 บ้านหัวดอน", None),
            ("15°19'58\"N 104°40'07\"E", None),
            ("", None),
        ] {
            let read = from_map(written).ok();
            let read = read.map(|it| (it.latitude, it.longitude));
            assert_eq!(read, expected, "for {written:?}");
        }
    }
}
