//! Spans of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The days from `from` to `to`, both included.
///
/// ```
/// use bilan::model::Period;
/// let year: Period = Period::parse("2026").unwrap();
/// let half = Period::parse("2026-S2").unwrap();
/// assert!(year.overlaps(&half) && half.contains(jiff::civil::date(2026, 7, 1)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// Makes the period of one day.
    pub const fn day(day: Date) -> Self {
        Period { from: day, to: day }
    }

    /// Says whether a day lies in the period.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Says whether the two periods share a day.
    pub fn overlaps(&self, other: &Period) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Reads `2026`, `2026-S1`, `2026-T3` or `2026-Q3`, `2026-05`, `2026-05-17`, `2025-2026`, or two days with `/` between.
    pub fn parse(text: &str) -> Option<Period> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once('/') {
            let (from, to): (Date, Date) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
            return (from <= to).then_some(Period { from, to });
        }
        if let Ok(day) = text.parse::<Date>() {
            return Some(Period::day(day));
        }
        let (head, tail) = text.split_once(['-', ' ', '–']).unwrap_or((text, ""));
        let year: i16 = head.parse().ok().filter(|year| (1900..=2200).contains(year))?;
        let tail = tail.trim();
        let months = |first: i8, last: i8| {
            let from = Date::new(year, first, 1).ok()?;
            let to = Date::new(year, last, 1).ok()?.last_of_month();
            Some(Period { from, to })
        };
        match tail.chars().next() {
            None => months(1, 12),
            Some('S' | 's' | 'H' | 'h') => {
                let half: i8 = tail[1..].parse().ok().filter(|half| (1..=2).contains(half))?;
                months(half * 6 - 5, half * 6)
            }
            Some('T' | 't' | 'Q' | 'q') => {
                let quarter: i8 = tail[1..].parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
                months(quarter * 3 - 2, quarter * 3)
            }
            Some(_) if tail.len() == 4 => {
                let last: i16 = tail.parse().ok().filter(|last| *last >= year)?;
                Some(Period { from: Date::new(year, 1, 1).ok()?, to: Date::new(last, 12, 31).ok()? })
            }
            Some(_) => {
                let month: i8 = tail.parse().ok().filter(|month| (1..=12).contains(month))?;
                months(month, month)
            }
        }
    }
}
