//! Days and periods as people write them.
//!
//! - A day is three numbers with the year first or last, or a day, a month in words and a year, in any order; a weekday,
//!   a time and words such as `le` beside it are passed over. A year of two digits lies between 1970 and 2069.
//! - `20260315` is a day; so is the number of days that spreadsheets count, such as `46096`.
//! - `03/04/2026` has two readings. A part over 12 decides; else the other text dates of the sheet do; else French and
//!   Arabic sheets take the day first, as their writers do, and an English sheet is asked. A sheet that writes both
//!   orders is asked in any language.
//! - `mars 2026`, `03/2026` and `2026` are no days: [`month_or_year`] gives their first and last, which a column of
//!   starts or of ends takes, and tells.
//! - `début 2026`, `T3 2026`, `12 mois` are no days at all. A year of the Islamic calendar is [told](islamic) as such.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::model::Period;
use crate::reference::fold;

use super::text::plain;

/// The years in which a date is likely.
pub const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// A day read from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// One reading, which says nothing of the writer's order of day and month.
    Day(Date),
    /// One reading, with the day first.
    DayFirst(Date),
    /// One reading, with the month first.
    MonthFirst(Date),
    /// Two readings.
    Either {
        /// With the day first.
        day_first: Date,
        /// With the month first.
        month_first: Date,
    },
}

/// Month names in French, English and the Arabic of Morocco and of the Middle East.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan", "january", "يناير", "كانون الثاني"],
    &["février", "févr", "fév", "fevr", "feb", "february", "فبراير", "شباط"],
    &["mars", "mar", "march", "مارس", "آذار"],
    &["avril", "avr", "apr", "april", "أبريل", "نيسان"],
    &["mai", "may", "ماي", "مايو", "أيار"],
    &["juin", "jun", "june", "يونيو", "يونيه", "حزيران"],
    &["juillet", "juil", "jul", "july", "يوليوز", "يوليو", "يوليه", "تموز"],
    &["août", "aug", "august", "غشت", "أغسطس", "آب"],
    &["septembre", "sept", "sep", "september", "شتنبر", "سبتمبر", "أيلول"],
    &["octobre", "oct", "october", "أكتوبر", "تشرين الأول"],
    &["novembre", "nov", "november", "نونبر", "نوفمبر", "تشرين الثاني"],
    &["décembre", "déc", "dec", "december", "دجنبر", "ديسمبر", "كانون الأول"],
];

/// Weekdays and other words beside a day, folded.
const BESIDE: &[&str] = &[
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "الاثنين",
    "الاتنين",
    "الثلاثاء",
    "الثلاثا",
    "الاربعاء",
    "الاربعا",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
    "يوم",
    "le",
    "du",
    "de",
    "of",
    "the",
    "on",
    "من",
    "شهر",
    "سنه",
    "في",
];

/// The month names of spreadsheets: what they write when they take an identifier such as `1-2` for a day.
const SHORT_MONTHS: &[&str] = &[
    "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc", "Jan", "Feb", "Mar",
    "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

static MONTH_NAMES: LazyLock<BTreeMap<String, i8>> = LazyLock::new(|| {
    (1..).zip(MONTHS).flat_map(|(month, names)| names.iter().map(move |name| (fold(name), month))).collect()
});

/// Reads a day from a text.
pub fn parse(text: &str) -> Option<Reading> {
    let text = plain(text);
    // The years of neighbouring columns and centuries are read too: the caller tells that they are out of range.
    if let Some(day) = text.split(['T', ' ']).next().and_then(|head| head.parse::<Date>().ok()) {
        return Some(Reading::Day(day));
    }
    let text = without_time(&text);
    match parts(&text)[..] {
        [serial] if serial.len() == 5 => from_serial(serial.parse().ok()?).map(Reading::Day),
        [first, second, third] => numeric(&text, first, second, third),
        _ => named(&text).and_then(|(day, month, year)| Date::new(year, month, day?).ok()).map(Reading::Day),
    }
}

/// Reads three numbers.
fn numeric(text: &str, first: &str, second: &str, third: &str) -> Option<Reading> {
    let year = match (first.len(), third.len()) {
        (4, 1 | 2) => {
            let month = i8::try_from(number(second)?).ok()?;
            return Date::new(number(first)?, month, number(third)? as i8).ok().map(Reading::Day);
        }
        (1 | 2, 4) => number(third)?,
        (1 | 2, 2) => century(number(third)?),
        _ => return None,
    };
    let (first, second) = (number(first)? as i8, number(second).filter(|second| *second < 100)? as i8);
    let of = |day: i8, month: i8| Date::new(year, month, day).ok();
    match (of(first, second), of(second, first)) {
        (Some(day), None) => Some(Reading::DayFirst(day)),
        (None, Some(day)) => Some(Reading::MonthFirst(day)),
        (Some(day), Some(same)) if day == same => Some(Reading::Day(day)),
        // Points between the parts are the custom of writers who put the day first.
        (Some(day), Some(_)) if text.contains('.') => Some(Reading::DayFirst(day)),
        (Some(day_first), Some(month_first)) => Some(Reading::Either { day_first, month_first }),
        (None, None) => None,
    }
}

/// Reads a month or a year from a text: `mars 2026`, `03/2026`, `2026-03`, `2026`.
pub fn month_or_year(text: &str) -> Option<Period> {
    let text = plain(text);
    let (month, year) = match parts(&text)[..] {
        [year] if year.len() == 4 => (None, number(year)?),
        [month, year] if year.len() == 4 && month.len() <= 2 => (Some(number(month)? as i8), number(year)?),
        [year, month] if year.len() == 4 && month.len() == 2 => (Some(number(month)? as i8), number(year)?),
        [] => match named(&text)? {
            (None, month, year) => (Some(month), year),
            _ => return None,
        },
        _ => return None,
    };
    let from = Date::new(year, month.unwrap_or(1), 1).ok().filter(|from| YEARS.contains(&from.year()))?;
    let to = Date::new(year, month.unwrap_or(12), 1).ok()?.last_of_month();
    Some(Period { from, to })
}

/// Says whether a text seems to be a day of the Islamic calendar: its year is of the fourteenth or fifteenth century.
pub fn islamic(text: &str) -> bool {
    let text = plain(text);
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.any(|digits| digits.len() == 4 && (1350..=1500).contains(&number(digits).unwrap_or(0)))
}

/// Says whether a text is what a spreadsheet makes of an identifier that it took for a day: `mars-01`, `1-févr`.
pub fn mangled(text: &str) -> bool {
    let text = plain(text);
    let month = |part: &str| SHORT_MONTHS.contains(&part.trim_end_matches('.'));
    let digits = |part: &str| number(part).is_some() && part.len() <= 2;
    text.split_once('-').is_some_and(|(left, right)| (month(left) && digits(right)) || (digits(left) && month(right)))
}

/// Reads a period from a text: everything that [`Period::parse`] reads, `mars 2026`, `S1 2026`, or a day.
pub fn parse_period(text: &str) -> Option<Period> {
    let text = plain(text);
    if let Some(period) = Period::parse(&text) {
        return Some(period);
    }
    if let Some((part, year)) = text.split_once([' ', '-', '/'])
        && let Some(period) = Period::parse(&format!("{}-{}", year.trim(), part.trim()))
    {
        return Some(period);
    }
    if let Some(period) = month_or_year(&text) {
        return Some(period);
    }
    match parse(&text)? {
        Reading::Day(day) | Reading::DayFirst(day) | Reading::MonthFirst(day) => Some(Period::day(day)),
        Reading::Either { .. } => None,
    }
}

/// Gives the day of a spreadsheet's serial number, 1 being the first of January 1900.
pub fn from_serial(serial: f64) -> Option<Date> {
    // Days before March 1900 are counted with a 29 February that never was; dates here are long after it.
    if !(32_874.0..73_416.0).contains(&serial) {
        return None;
    }
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(serial as i64)).ok()
}

/// Reads a day, month and year from words: `15 mars 2026`, `March 15, 2026`, `مارس 2026`, `15-mars-26`.
fn named(text: &str) -> Option<(Option<i8>, i8, i16)> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !BESIDE.contains(word)).collect();
    let (mut day, mut month, mut year) = (None, None, None);
    let mut at = 0;
    while at < words.len() {
        let pair = words.get(at..at + 2).map(|pair| pair.join(" "));
        if let Some(found) = pair.as_deref().and_then(|pair| MONTH_NAMES.get(pair)) {
            month.replace(*found).is_none().then_some(())?;
            at += 2;
            continue;
        }
        let word = words[at];
        if let Some(found) = MONTH_NAMES.get(word) {
            month.replace(*found).is_none().then_some(())?;
        } else if word == "فاتح" {
            day.replace(1).is_none().then_some(())?;
        } else {
            let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
            match (digits.len(), number(digits)?) {
                (4, found) => year.replace(found).is_none().then_some(())?,
                // After a day and a month, two digits are the year.
                (2, found) if day.is_some() && month.is_some() => {
                    year.replace(century(found)).is_none().then_some(())?;
                }
                (1 | 2, found) => day.replace(found as i8).is_none().then_some(())?,
                _ => return None,
            }
        }
        at += 1;
    }
    Some((day, month?, year?))
}

/// Gives the year of two digits.
fn century(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn number(text: &str) -> Option<i16> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Gives the numbers of a text that holds nothing else but marks between them, else nothing.
fn parts(text: &str) -> Vec<&str> {
    let mark = |letter: char| matches!(letter, '/' | '.' | '-' | '\\' | '_' | ' ');
    if !text.starts_with(|letter: char| letter.is_ascii_digit())
        || !text.chars().all(|letter| letter.is_ascii_digit() || mark(letter))
    {
        return Vec::new();
    }
    text.split(mark).filter(|part| !part.is_empty()).collect()
}

/// Cuts a time off: words with `:`, `10h30`, and those that belong to them.
fn without_time(text: &str) -> String {
    let time = |word: &&str| {
        let hours = word.split_once(['h', 'H', ':']).map_or("", |(hours, _)| hours);
        let beside = matches!(*word, "à" | "at" | "AM" | "PM" | "am" | "pm" | "الساعة" | "على");
        beside || (!hours.is_empty() && hours.len() <= 2 && number(hours).is_some())
    };
    text.split(' ').filter(|word| !time(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Reading>) {
        assert_eq!(parse(text), expected, "{text:?}");
    }

    #[test]
    fn days_as_people_write_them() {
        let day = date(2026, 3, 15);
        for text in [
            "2026-03-15",
            "2026-03-15T00:00:00",
            "2026/3/15",
            "15 mars 2026",
            "15 March 2026",
            "March 15, 2026",
            "١٥ مارس ٢٠٢٦",
            "dimanche 15 mars 2026",
            "Le 15 mars 2026 à 10h30",
            "15-mars-26",
            "15-mars-2026",
            "الأحد 15 مارس 2026",
            "15 من شهر مارس 2026",
            "2026-03-15 08:00",
            "20260315",
            "46096",
            "15\u{A0}mars\u{A0}2026",
            "\u{200F}2026-03-15\u{200E}",
        ] {
            check(text, Some(Reading::Day(day)));
        }
        for text in
            ["15/03/2026", "15.03.2026", "15-3-26", "١٥/٠٣/٢٠٢٦", "15/03/2026 10:30", "15 / 03 / 2026", "15 03 2026"]
        {
            check(text, Some(Reading::DayFirst(day)));
        }
        check("03/15/2026", Some(Reading::MonthFirst(day)));
        check("1er août 2026", Some(Reading::Day(date(2026, 8, 1))));
        check("12 غشت 2026", Some(Reading::Day(date(2026, 8, 12))));
        for (text, month) in [
            ("1 يناير 2026", 1),
            ("1 ماي 2026", 5),
            ("فاتح ماي 2026", 5),
            ("1 يوليوز 2026", 7),
            ("1 شتنبر 2026", 9),
            ("1 نونبر 2026", 11),
            ("1 دجنبر 2026", 12),
            ("1er avril 2026", 4),
            ("1 déc. 2026", 12),
            ("1st Sept 2026", 9),
        ] {
            check(text, Some(Reading::Day(date(2026, month, 1))));
        }
        check("15/03/97", Some(Reading::DayFirst(date(1997, 3, 15))));
        check("15/03/1026", Some(Reading::DayFirst(date(1026, 3, 15))));
        check("05.04.2026", Some(Reading::DayFirst(date(2026, 4, 5))));
        check("05/04/2026", Some(Reading::Either { day_first: date(2026, 4, 5), month_first: date(2026, 5, 4) }));
        for text in [
            "31/02/2026",
            "2026-13-01",
            "2026-15-03",
            "1900-01-00",
            "mars 2026",
            "mars-26",
            "2026",
            "5",
            "bientôt",
            "15/03",
            "courant 2026",
            "début 2026",
            "T3 2026",
            "12 mois",
            "32 mars 2026",
            "15/3/026",
            "12 جمادى الأولى 1447",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn months_and_years() {
        for text in ["mars 2026", "03/2026", "2026-03", "مارس 2026", "Mars\u{A0}2026", "3/2026"] {
            assert_eq!(month_or_year(text), Period::parse("2026-03"), "{text:?}");
        }
        assert_eq!(month_or_year("2026"), Period::parse("2026"));
        for text in ["T3 2026", "début 2026", "1447", "15 mars 2026", "26", "13/2026", "2206", ""] {
            assert_eq!(month_or_year(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_day_of_this_calendar_or_no_day_at_all() {
        for text in ["1447/05/12", "12/05/1447", "12 جمادى الأولى 1447", "١٢/٠٥/١٤٤٧ هـ"] {
            assert!(islamic(text), "{text:?}");
        }
        for text in ["15/03/2026", "15/03/1026", "bientôt"] {
            assert!(!islamic(text), "{text:?}");
        }
        for text in ["mars-01", "1-févr", "01-mars", "janv.-26", "Mar-01"] {
            assert!(mangled(text), "{text:?}");
        }
        for text in ["A-01", "MARS-01", "mars-2026", "1-2", "mars"] {
            assert!(!mangled(text), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_day_is_read_back_however_it_is_written(days in 0_i32..36_000, form in 0_usize..7) {
            let day = date(1995, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let (y, m, d) = (day.year(), day.month(), day.day());
            let names = MONTHS[usize::from(m.unsigned_abs()) - 1];
            let text = match form {
                0 => day.to_string(),
                1 => format!("{d:02}/{m:02}/{y}"),
                2 => format!("{d} {} {y}", names[0]),
                3 => format!("{}, {d} {y}", names[0]),
                4 => format!("{y}/{m}/{d}"),
                5 => format!("{y}{m:02}{d:02}"),
                _ => format!("{d} {} {y}", names[names.len() - 1]),
            };
            let read = match parse(&text) {
                Some(Reading::Day(read) | Reading::DayFirst(read) | Reading::Either { day_first: read, .. }) => Some(read),
                _ => None,
            };
            proptest::prop_assert_eq!(read, Some(day), "{}", text);
        }

        #[test]
        fn no_text_stops_the_reading(text in "\\PC{0,24}|[-0-9/. :hT]{0,16}") {
            let _ = (parse(&text), parse_period(&text), month_or_year(&text), islamic(&text), mangled(&text));
        }
    }

    #[test]
    fn periods_as_people_write_them() {
        let half = Period { from: date(2026, 1, 1), to: date(2026, 6, 30) };
        assert_eq!(parse_period("S1 2026"), Some(half));
        assert_eq!(parse_period("2026-S1"), Some(half));
        assert_eq!(parse_period("mars 2026"), Period::parse("2026-03"));
        assert_eq!(parse_period("15/03/2026"), Period::parse("2026-03-15"));
        assert_eq!(parse_period("un jour"), None);
        assert_eq!(from_serial(46_096.0), Some(date(2026, 3, 15)));
    }
}
