//! Text dates with two readings, told when the whole sheet is read.

use jiff::civil::Date;

use crate::model::{Cell, Finding, FindingCode, Lang, Origin, Place, Value};

use super::cells::{Order, Reader};

/// What the text dates of a sheet with one reading say of those with two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// There is none: French and Arabic writers put the day first, and an English sheet is asked.
    None,
    /// All put the day first.
    DayFirst,
    /// All put the month first.
    MonthFirst,
    /// Some do and some don't: any sheet is asked.
    Mixed,
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
