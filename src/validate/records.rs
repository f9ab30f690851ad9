//! One row of cells to one record.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::model::{Cell, Code, Field, Finding, FindingCode, Kind, Origin, Place, RawValue, Row, Sheet, Value, schema};

use super::cells::{Judged, Order, Reader, shown, words};
use super::{aims, readings};

/// One cell on its way into a record.
pub struct Incoming<'r> {
    /// The position of its column in the schema.
    pub at: usize,
    /// Its source column; `None` for a constant of a profile.
    pub column: Option<u16>,
    /// What stands there.
    pub value: Cow<'r, RawValue>,
}

/// A text date with two readings.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The position of its column in the schema.
    pub at: usize,
    /// Where it stands.
    pub origin: Origin,
    /// The text.
    pub found: Value,
    /// The day with the day first.
    pub day_first: Date,
    /// The day with the month first.
    pub month_first: Date,
}

/// A record, and what is to be remembered beside it.
pub struct Record {
    /// The row.
    pub row: Row,
    /// The source columns of its cells that are not empty.
    pub columns: Box<[u16]>,
    /// Its dates with two readings.
    pub doubts: Vec<Doubt>,
    /// What its other dates say about the order of day and month.
    pub orders: Vec<Order>,
}

/// Judges one row.
///
/// `currencies` are those that headings name, by schema position; `absent` the required columns that the sheet lacks,
/// which keep every row out and were told once.
pub fn judge(
    reader: &Reader<'_>,
    sheet: Sheet,
    origin: Origin,
    cells: &[Incoming<'_>],
    currencies: &[Option<Code>],
    absent: &[Field],
    findings: &mut Vec<Finding>,
) -> Record {
    let columns = schema::columns(sheet);
    let mut row = Row::blank(sheet, origin);
    row.held = !absent.is_empty();
    row.cells.reserve(cells.len() + columns.iter().filter(|column| column.derived).count());
    let mut record = Record {
        columns: cells.iter().filter_map(|cell| cell.column).collect(),
        doubts: Vec::new(),
        orders: Vec::new(),
        row,
    };
    let place = |column: Option<u16>| Place::Cell(column.map_or(origin, |column| origin.at(column)));
    let mut judged: Vec<(usize, Option<u16>, Judged)> = Vec::with_capacity(cells.len());
    for cell in cells {
        let result = reader.read(&columns[cell.at], &cell.value, place(cell.column), findings);
        match result.order {
            Some(Order::Doubt(day_first, month_first)) => record.doubts.push(Doubt {
                at: cell.at,
                origin: cell.column.map_or(origin, |column| origin.at(column)),
                found: shown(&words(&cell.value)),
                day_first,
                month_first,
            }),
            Some(order) => record.orders.push(order),
            None => {}
        }
        record.row.cells.set(cell.at, result.cell.clone());
        judged.push((cell.at, cell.column, result));
    }
    money(sheet, &mut record.row, &judged, currencies, &place, findings);
    required(sheet, &mut record.row, &judged, absent, &place, findings);
    if sheet == Sheet::Indicators {
        readings::complete(reader.reference, &mut record.row, &judged, absent, &place, findings);
    }
    if sheet == Sheet::Activities {
        aims::complete(reader, &mut record.row, cells, &place, findings);
    }
    record
}

/// Settles the currency of a row: its column, else the sign beside an amount, else the heading.
fn money(
    sheet: Sheet,
    row: &mut Row,
    judged: &[(usize, Option<u16>, Judged)],
    currencies: &[Option<Code>],
    place: &dyn Fn(Option<u16>) -> Place,
    findings: &mut Vec<Finding>,
) {
    let Some(currency_at) = schema::position(sheet, Field::Currency) else { return };
    let columns = schema::columns(sheet);
    let amounts: Vec<_> = judged
        .iter()
        .filter(|(at, _, judged)| columns[*at].kind == Kind::Money && judged.cell.number().is_some())
        .map(|(at, column, judged)| {
            let heading = currencies.get(*at).cloned().flatten();
            (*at, *column, judged.currency.map(Code::from).or(heading))
        })
        .collect();
    if amounts.is_empty() {
        return;
    }
    if !row.cells[currency_at].is_present() && row.cells[currency_at] != Cell::Held {
        match amounts.iter().find_map(|(_, _, sign)| sign.clone()) {
            Some(sign) => row.cells.set(currency_at, Cell::Code(sign)),
            None if columns[currency_at].required => return,
            None => {
                let (at, column, _) = &amounts[0];
                findings.push(
                    Finding::new(FindingCode::CurrencyMissing, place(*column))
                        .with("field", Value::Column(sheet, columns[*at].field)),
                );
            }
        }
    }
    let currency = row.cells[currency_at].code().cloned();
    for (at, column, sign) in amounts {
        match (&currency, sign) {
            (None, _) => row.cells.set(at, Cell::Held),
            (Some(currency), Some(sign)) if sign != *currency => {
                findings.push(
                    Finding::new(FindingCode::CurrencyMismatch, place(column))
                        .with("found", Value::Code(sign.as_str().into()))
                        .with("expected", Value::Code(currency.as_str().into())),
                );
                row.cells.set(at, Cell::Held);
            }
            _ => {}
        }
    }
}

/// Keeps a row out that lacks a required cell.
fn required(
    sheet: Sheet,
    row: &mut Row,
    judged: &[(usize, Option<u16>, Judged)],
    absent: &[Field],
    place: &dyn Fn(Option<u16>) -> Place,
    findings: &mut Vec<Finding>,
) {
    for (at, column) in schema::columns(sheet).iter().enumerate().filter(|(_, column)| column.required) {
        match row.cells[at] {
            Cell::Held => row.held = true,
            Cell::Missing | Cell::NotApplicable => {
                row.held = true;
                if !absent.contains(&column.field) {
                    let source = judged.iter().find(|(found, _, _)| *found == at).and_then(|(_, column, _)| *column);
                    findings.push(
                        Finding::new(FindingCode::Required, place(source))
                            .with("field", Value::Column(sheet, column.field)),
                    );
                }
            }
            _ => {}
        }
    }
}
