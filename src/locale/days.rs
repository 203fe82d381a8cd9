//! Days as a language writes them: in Thai with the year of the Buddhist Era.

use super::Locale;
use crate::value::date::{ENGLISH_MONTHS, THAI_MONTHS, THAI_MONTHS_SHORT};
use crate::value::{Date, Lang};

impl Locale {
    /// `13 มีนาคม 2565`, `13 March 2022`.
    #[must_use]
    pub fn long_day(self, date: Date) -> String {
        let month = date.month() as usize - 1;
        let (year, name) = match self.lang {
            Lang::Th => (date.buddhist_year(), THAI_MONTHS[month]),
            Lang::En => (date.year(), ENGLISH_MONTHS[month]),
        };
        self.digits(&format!("{} {name} {year}", date.day()))
    }

    /// `13 มี.ค. 65`, `13 Mar 2022`.
    #[must_use]
    pub fn short_day(self, date: Date) -> String {
        let month = date.month() as usize - 1;
        let day = date.day();
        self.digits(&match self.lang {
            Lang::Th => {
                let (name, year) = (THAI_MONTHS_SHORT[month], date.buddhist_year() % 100);
                format!("{day} {name} {year:02}")
            }
            Lang::En => format!("{day} {} {}", &ENGLISH_MONTHS[month][..3], date.year()),
        })
    }

    /// Several days: `13–15 มีนาคม 2565`; what both have in common is said once.
    #[must_use]
    pub fn days(self, start: Date, end: Date) -> String {
        let first = self.long_day(start);
        let until = match () {
            () if start.year() != end.year() => first,
            () if start.month() != end.month() => {
                let (without_year, _) = first.rsplit_once(' ').unwrap_or_default();
                without_year.to_owned()
            }
            () => self.digits(&start.day().to_string()),
        };
        format!("{until}–{}", self.long_day(end))
    }

    /// `พฤศจิกายน 2568`
    #[must_use]
    pub fn month(self, date: Date) -> String {
        let long = self.long_day(date);
        long.split_once(' ')
            .map_or_else(String::new, |(_, it)| it.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::value::words::Digits;
    use crate::value::{Date, Lang};

    #[test]
    fn days_of_one_month_or_year_name_it_once() {
        let [thai, english] = [(Lang::Th, Digits::Thai), (Lang::En, Digits::Arabic)]
            .map(|(lang, digits)| Locale { lang, digits });
        let day = |year, month, day| Date::new(year, month, day).unwrap();
        let first = day(2022, 3, 13);
        assert_eq!(thai.short_day(first), "๑๓ มี.ค. ๖๕");
        assert_eq!(english.short_day(first), "13 Mar 2022");
        assert_eq!(thai.month(first), "มีนาคม ๒๕๖๕");
        for (end, expected) in [
            (day(2022, 3, 15), "13–15 March 2022"),
            (day(2022, 4, 1), "13 March–1 April 2022"),
            (day(2023, 1, 2), "13 March 2022–2 January 2023"),
        ] {
            assert_eq!(english.days(first, end), expected);
        }
    }
}
