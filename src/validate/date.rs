//! Days and periods as people write them.
//!
//! `03/04/2026` has two readings. A part over 12 decides; else the other text dates of the sheet do; else French and
//! Arabic sheets take the day first, as their writers do, and an English sheet is asked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::model::Period;
use crate::reference::fold;

use super::text::trim;

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
    &["juin", "jun", "june", "يونيو", "حزيران"],
    &["juillet", "juil", "jul", "july", "يوليوز", "يوليو", "تموز"],
    &["août", "aug", "august", "غشت", "أغسطس", "آب"],
    &["septembre", "sept", "sep", "september", "شتنبر", "سبتمبر", "أيلول"],
    &["octobre", "oct", "october", "أكتوبر", "تشرين الأول"],
    &["novembre", "nov", "november", "نونبر", "نوفمبر", "تشرين الثاني"],
    &["décembre", "déc", "dec", "december", "دجنبر", "ديسمبر", "كانون الأول"],
];

static MONTH_NAMES: LazyLock<BTreeMap<String, i8>> = LazyLock::new(|| {
    (1..).zip(MONTHS).flat_map(|(month, names)| names.iter().map(move |name| (fold(name), month))).collect()
});

/// Reads a day from a text.
pub fn parse(text: &str) -> Option<Reading> {
    let text = western(trim(text));
    let head = text.split(['T', ' ']).next().unwrap_or("");
    if let Ok(day) = head.parse::<Date>() {
        return Some(Reading::Day(day));
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    if let [first, second, third] = parts[..]
        && let (Some(first_number), Some(second_number), Some(third_number)) =
            (number(first), number(second), number(third))
    {
        if first.len() == 4 {
            return Date::new(first_number, second_number as i8, third_number as i8).ok().map(Reading::Day);
        }
        let year = if third.len() <= 2 { 2000 + third_number } else { third_number };
        let of = |day: i16, month: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
        return match (of(first_number, second_number), of(second_number, first_number)) {
            (Some(day), None) => Some(Reading::DayFirst(day)),
            (None, Some(day)) => Some(Reading::MonthFirst(day)),
            (Some(day), Some(same)) if day == same => Some(Reading::Day(day)),
            // Points between the parts are the custom of writers who put the day first.
            (Some(day), Some(_)) if text.contains('.') => Some(Reading::DayFirst(day)),
            (Some(day_first), Some(month_first)) => Some(Reading::Either { day_first, month_first }),
            (None, None) => None,
        };
    }
    named(&text).and_then(|(day, month, year)| Date::new(year, month, day?).ok()).map(Reading::Day)
}

/// Reads a period from a text: everything that [`Period::parse`] reads, `mars 2026`, `S1 2026`, or a day.
pub fn parse_period(text: &str) -> Option<Period> {
    let text = western(trim(text));
    if let Some(period) = Period::parse(&text) {
        return Some(period);
    }
    if let Some((part, year)) = text.split_once([' ', '-', '/'])
        && let Some(period) = Period::parse(&format!("{}-{}", year.trim(), part.trim()))
    {
        return Some(period);
    }
    if let Some((None, month, year)) = named(&text) {
        let from = Date::new(year, month, 1).ok()?;
        return Some(Period { from, to: from.last_of_month() });
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

/// Reads a day, month and year from words: `15 mars 2026`, `March 15, 2026`, `مارس 2026`.
fn named(text: &str) -> Option<(Option<i8>, i8, i16)> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
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
        } else {
            let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
            match (digits.len(), number(digits)?) {
                (4, found) => year.replace(found).is_none().then_some(())?,
                (1 | 2, found) => day.replace(found as i8).is_none().then_some(())?,
                _ => return None,
            }
        }
        at += 1;
    }
    Some((day, month?, year?))
}

fn number(text: &str) -> Option<i16> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Turns the digits of other scripts into western ones.
fn western(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\u{200E}' | '\u{200F}'))
        .map(|letter| match letter {
            '٠'..='٩' => char::from(b'0' + (letter as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (letter as u32 - '۰' as u32) as u8),
            other => other,
        })
        .collect()
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
        ] {
            check(text, Some(Reading::Day(day)));
        }
        for text in ["15/03/2026", "15.03.2026", "15-3-26", "١٥/٠٣/٢٠٢٦"] {
            check(text, Some(Reading::DayFirst(day)));
        }
        check("03/15/2026", Some(Reading::MonthFirst(day)));
        check("1er août 2026", Some(Reading::Day(date(2026, 8, 1))));
        check("12 غشت 2026", Some(Reading::Day(date(2026, 8, 12))));
        check("05.04.2026", Some(Reading::DayFirst(date(2026, 4, 5))));
        check("05/04/2026", Some(Reading::Either { day_first: date(2026, 4, 5), month_first: date(2026, 5, 4) }));
        for text in ["31/02/2026", "mars 2026", "2026", "bientôt", "15/03", "courant 2026"] {
            check(text, None);
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
