//! Text dates with two readings, told when the whole file is read.
//!
//! What the other dates of the sheet say decides; where they say nothing, those of the other sheets of the file; where
//! these say nothing either, the language of the sheet.

use jiff::civil::Date;

use crate::model::{Cell, Finding, FindingCode, Lang, Origin, Place, Sheet, Value};
use crate::reference::Reference;

use super::book::Book;
use super::cells::{Order, Reader};
use super::records::Doubt;

/// What the text dates of a sheet with one reading say of those with two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Evidence {
    /// There is none: French and Arabic writers put the day first, and an English sheet is asked.
    #[default]
    None,
    /// All put the day first.
    DayFirst,
    /// All put the month first.
    MonthFirst,
    /// Some do and some don't: any sheet is asked.
    Mixed,
}

impl Evidence {
    /// Puts together what two sheets say.
    pub fn and(self, other: Evidence) -> Evidence {
        match (self, other) {
            (Evidence::None, said) | (said, Evidence::None) => said,
            (one, other) if one == other => one,
            _ => Evidence::Mixed,
        }
    }
}

/// A date that waits for what the rest of its file says.
pub struct Waiting {
    /// The table and the row of its record.
    pub record: (Sheet, usize),
    /// The date.
    pub doubt: Doubt,
    /// What the other dates of its sheet say.
    pub own: Evidence,
    /// The language of its sheet.
    pub lang: Lang,
    /// True where the file can hold nothing but text.
    pub text_only: bool,
}

/// The dates of one file that wait, and what its sheets say together.
#[derive(Default)]
pub struct Dates {
    /// What the sheets read so far say.
    pub said: Evidence,
    /// The dates.
    pub waiting: Vec<Waiting>,
}

/// Settles the dates of the file that was read.
pub fn settle(reference: &Reference, book: &mut Book) {
    let Dates { said, waiting } = std::mem::take(&mut book.dates);
    for Waiting { record: (sheet, row), doubt, own, lang, text_only } in waiting {
        let reader = Reader { reference, lang, text_only, decimal: None };
        let evidence = if own == Evidence::None { said } else { own };
        let (day, month) = (doubt.day_first, doubt.month_first);
        let cell = tell(&reader, doubt.origin, &doubt.found, day, month, evidence, &mut book.findings);
        book.settle(sheet, row, &doubt, cell);
    }
}

/// Tells what a date with two readings comes to.
pub fn tell(
    reader: &Reader<'_>,
    origin: Origin,
    found: &Value,
    day_first: Date,
    month_first: Date,
    evidence: Evidence,
    findings: &mut Vec<Finding>,
) -> Cell {
    let day = match (evidence, reader.lang) {
        (Evidence::DayFirst, _) | (Evidence::None, Lang::Fr | Lang::Ar) => day_first,
        (Evidence::MonthFirst, Lang::En) => month_first,
        // A French or Arabic sheet with the month first is a surprise: its other dates may come from elsewhere.
        _ => {
            findings.push(
                Finding::new(FindingCode::DateAmbiguous, Place::Cell(origin))
                    .with("found", found.clone())
                    .with("first", Value::Date(day_first))
                    .with("second", Value::Date(month_first)),
            );
            return Cell::Held;
        }
    };
    if !reader.text_only {
        findings.push(
            Finding::new(FindingCode::DateAsText, Place::Cell(origin))
                .with("found", found.clone())
                .with("read", Value::Date(day)),
        );
    }
    Cell::Date(day)
}

/// Gives what the text dates of a sheet say together.
pub fn agreed(orders: &[Order]) -> Evidence {
    match (orders.contains(&Order::DayFirst), orders.contains(&Order::MonthFirst)) {
        (true, true) => Evidence::Mixed,
        (true, false) => Evidence::DayFirst,
        (false, true) => Evidence::MonthFirst,
        (false, false) => Evidence::None,
    }
}
