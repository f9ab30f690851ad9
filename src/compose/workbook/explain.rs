//! What stands beside a figure to explain it, in columns that open at a click.

use super::indicators::id;
use crate::compose::wording;
use crate::model::Value;
use crate::model::book::{BookCell, BookColumn, ColumnClass};
use crate::reference::Indicator;

/// Makes columns of figures: behind the unit stand those that explain the figure.
pub(super) fn columns(columns: &[(u16, &'static str, u8)]) -> Vec<BookColumn> {
    let details = [
        (id::DEFINITION, "workbook-head-definition", 60),
        (id::MEASURE, "workbook-head-measure", 60),
        (id::SOURCE, "workbook-head-source", 40),
    ];
    let plain = |&(id, key, width): &(u16, &'static str, u8)| BookColumn::new(id, Value::key(key), width);
    let mut made: Vec<BookColumn> = columns.iter().map(plain).collect();
    made.splice(3..3, details.iter().map(|each| BookColumn { class: ColumnClass::Detail, ..plain(each) }));
    made
}

/// Gives what explains a figure: its definition, its formula in words, its source.
pub(super) fn cells(indicator: &Indicator) -> [BookCell; 3] {
    [Value::from(&indicator.definitions), wording::measure(&indicator.measure), Value::from(&*indicator.source)]
        .map(BookCell::Value)
}
