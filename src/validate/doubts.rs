//! Text dates with two readings, told when the whole sheet is read.

use jiff::civil::Date;

use crate::model::{Cell, Finding, FindingCode, Lang, Origin, Place, Value};

use super::cells::{Order, Reader};

/// Tells what a date with two readings comes to.
///
/// `order` is what the other text dates of the sheet say, where they agree. Else French and Arabic writers put the day
/// first, and an English sheet is asked.
pub fn tell(
    reader: &Reader<'_>,
    origin: Origin,
    found: &Value,
    day_first: Date,
    month_first: Date,
    order: Option<Order>,
    findings: &mut Vec<Finding>,
) -> Cell {
    let day = match (order, reader.lang) {
        (Some(Order::DayFirst), _) | (None, Lang::Fr | Lang::Ar) => day_first,
        (Some(Order::MonthFirst), Lang::En) => month_first,
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

/// Gives what the text dates of a sheet say together; nothing where they disagree.
pub fn agreed(orders: &[Order]) -> Option<Order> {
    let day_first = orders.contains(&Order::DayFirst);
    let month_first = orders.contains(&Order::MonthFirst);
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}
