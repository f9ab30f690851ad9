//! Helper columns: values that the program computes row by row, so that formulas stay plain.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::data::{Data, heading};
use crate::model::book::{BookCell, ColumnCells, Tab};
use crate::model::figures::{Mark, Marks};
use crate::model::measure::{Comparison, Condition, Literal, Test};
use crate::model::{Cell, Code, Currency, Field, Figure, Money, Period, Sheet, Table, Value};

/// What a helper column holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Helper {
    /// 1 where the row stands in the scope and the period of the document.
    In,
    /// The amount of a column in the report currency.
    Converted(Field),
    /// A number of the row's activity.
    OfActivity(Field),
    /// 1 where a condition holds that a plain criterion can't ask.
    Holds(Condition),
    /// 1 where a figure keeps the row, the low end of what it counts for, or its weight in a mean.
    Mark(Code),
    /// The high end of what the row counts for in a figure.
    High(Code),
    /// What the row adds to a figure, or to the numerator of a quotient.
    Part(Code),
    /// What the row adds to the denominator of a quotient.
    Below(Code),
    /// 1 on a reading that the result of its indicator uses.
    Used,
}

impl Helper {
    /// Gives the heading.
    pub fn head(&self, tab: Tab, currency: &Currency) -> Value {
        let sheet = match tab {
            Tab::Data(sheet) => sheet,
            _ => Sheet::Activities,
        };
        match self {
            Helper::In => Value::key("workbook-helper-in"),
            Helper::Converted(field) => Value::phrase(
                "workbook-helper-converted",
                [("column", heading(sheet, *field)), ("currency", Value::code(currency))],
            ),
            Helper::OfActivity(field) => {
                Value::phrase("workbook-helper-activity", [("column", heading(Sheet::Activities, *field))])
            }
            Helper::Holds(condition) => {
                let sheet = if condition.operand.of_activity { Sheet::Activities } else { sheet };
                Value::phrase(
                    "workbook-helper-holds",
                    [("column", heading(sheet, condition.operand.field)), ("test", test_words(&condition.test))],
                )
            }
            Helper::Mark(code) => Value::phrase("workbook-helper-mark", [("code", Value::code(code))]),
            Helper::High(code) => Value::phrase("workbook-helper-high", [("code", Value::code(code))]),
            Helper::Part(code) => Value::phrase("workbook-helper-part", [("code", Value::code(code))]),
            Helper::Below(code) => Value::phrase("workbook-helper-below", [("code", Value::code(code))]),
            Helper::Used => Value::key("workbook-helper-used"),
        }
    }

    /// Gives the remark on the heading.
    pub fn note(&self) -> Value {
        Value::key(match self {
            Helper::In => "workbook-helper-in-note",
            Helper::Converted(_) => "workbook-helper-converted-note",
            Helper::OfActivity(_) => "workbook-helper-activity-note",
            Helper::Holds(_) => "workbook-helper-holds-note",
            Helper::Mark(_) | Helper::High(_) | Helper::Part(_) | Helper::Below(_) | Helper::Used => {
                "workbook-helper-mark-note"
            }
        })
    }

    /// Computes the cells of the column.
    pub fn cells(&self, data: &Data<'_>, tab: Tab) -> Option<ColumnCells> {
        let rows = data.rows.get(&tab)?;
        let sheet = match tab {
            Tab::Data(sheet) => sheet,
            _ => Sheet::Activities,
        };
        let table = data.inputs.dataset.table(sheet);
        let cells = match self {
            Helper::In => {
                let inside = data.figures.rows.get(&sheet).map_or(&[][..], Vec::as_slice);
                let inside: BTreeSet<u32> = inside.iter().copied().collect();
                rows.iter().map(|row| one(inside.contains(row))).collect()
            }
            Helper::Converted(field) => rows.iter().map(|&row| converted(data, table, row, *field)).collect(),
            Helper::OfActivity(field) => {
                rows.iter().map(|&row| amount(operand(data, table, row, *field, true).number())).collect()
            }
            Helper::Holds(condition) => rows.iter().map(|&row| one(holds(data, table, row, condition))).collect(),
            Helper::Mark(code) => marks(data, tab, &figure(data, code)?.marks, |mark| mark.low)?,
            Helper::High(code) | Helper::Part(code) => marks(data, tab, &figure(data, code)?.marks, |mark| mark.value)?,
            Helper::Below(code) => marks(data, tab, &figure(data, code)?.below.as_ref()?.marks, |mark| mark.value)?,
            Helper::Used => {
                let used: BTreeSet<u32> =
                    data.figures.results.iter().flat_map(|result| &result.rows).copied().collect();
                rows.iter().map(|row| one(used.contains(row))).collect()
            }
        };
        Some(cells)
    }
}

fn one(holds: bool) -> BookCell {
    BookCell::Value(Value::Number(if holds { Decimal::ONE } else { Decimal::ZERO }, 0))
}

fn amount(number: Option<Decimal>) -> BookCell {
    number.map_or(BookCell::Empty, |number| {
        BookCell::Value(Value::Number(number, if number.is_integer() { 0 } else { 2 }))
    })
}

/// Gives a figure by its code.
fn figure<'a>(data: &Data<'a>, code: &Code) -> Option<&'a Figure> {
    let results = || data.figures.results.iter().find(|result| result.code == *code).map(|result| &result.figure);
    data.figures.cross.get(code).or_else(results)
}

/// Adds marks up by line; `None` where a mark stands on no line of the sheet.
fn marks(data: &Data<'_>, tab: Tab, marks: &Marks, of: fn(&Mark) -> Decimal) -> Option<ColumnCells> {
    let rows = data.rows.get(&tab)?;
    let items = data.items.get(&tab);
    let item = |at: usize| items.map_or(&[][..], |items| items[at].as_slice());
    let lines: BTreeMap<(u32, &[Code]), usize> =
        rows.iter().enumerate().rev().map(|(at, &row)| ((row, item(at)), at)).collect();
    let mut sums = vec![Decimal::ZERO; rows.len()];
    for mark in marks.told() {
        let key = if items.is_some() { mark.item.as_slice() } else { &[] };
        let at = *lines.get(&(mark.row, key))?;
        sums[at] = sums[at].checked_add(of(&mark))?;
    }
    Some(sums.into_iter().map(|sum| amount(Some(sum))).collect())
}

/// Converts an amount at the rate of the row's own day, or of the cut-off where it has none.
fn converted(data: &Data<'_>, table: &Table, row: u32, field: Field) -> BookCell {
    let settings = data.inputs.settings;
    let line = &table.rows[row as usize];
    let Some(amount) = table.cell(line, field).number() else { return BookCell::Empty };
    let currency = match table.cell(line, Field::Currency).code() {
        Some(currency) => currency.clone(),
        None => return BookCell::Empty,
    };
    let day = own_day(data, table, row, field).map_or(settings.cutoff(), |own| own.to.min(settings.cutoff()));
    match settings.rates.convert(&Money { amount, currency }, day) {
        Some(number) => BookCell::Value(Value::Number(number, 2)),
        None => BookCell::Value(Value::key("workbook-no-rate")),
    }
}

/// Gives the days that an amount of a row belongs to: its last one has the rate, unless it lies after the cut-off. Those
/// of an application depend on the amount: what was signed and received has the day of its passage.
fn own_day(data: &Data<'_>, table: &Table, row: u32, field: Field) -> Option<Period> {
    let line = &table.rows[row as usize];
    let own = match (table.sheet, field) {
        (Sheet::Activities, _) => return None,
        (Sheet::Funding, Field::AmountSigned) => return passage(data, table, row, "contracted"),
        (Sheet::Funding, Field::AmountReceived) => return passage(data, table, row, "first-instalment"),
        (Sheet::Funding, Field::AmountAwarded) => Field::DecisionDate,
        (Sheet::Funding, _) => Field::SubmissionDate,
        (Sheet::Indicators, _) => Field::Period,
        _ => Field::Date,
    };
    table.cell(line, own).period()
}

/// Gives the first day on which an application passed to a stage.
fn passage(data: &Data<'_>, table: &Table, row: u32, stage: &str) -> Option<Period> {
    let application = table.cell(&table.rows[row as usize], Field::ApplicationId).code()?;
    let passages = data.inputs.dataset.table(Sheet::Passages);
    let own = passages.live().filter(|passage| {
        let is = |field, code: &str| passages.cell(passage, field).code().is_some_and(|own| *own == *code);
        is(Field::ApplicationId, application) && is(Field::Stage, stage)
    });
    own.filter_map(|passage| passages.cell(passage, Field::Date).date()).min().map(Period::day)
}

/// Gives the cell that an operand means: the row's, or its activity's.
fn operand<'a>(data: &'a Data<'_>, table: &'a Table, row: u32, field: Field, of_activity: bool) -> &'a Cell {
    static MISSING: Cell = Cell::Missing;
    let line = &table.rows[row as usize];
    if !of_activity {
        return table.cell(line, field);
    }
    let activities = data.inputs.dataset.table(Sheet::Activities);
    let id = table.cell(line, Field::ActivityId).codes().first();
    let activity = id.and_then(|id| data.activities.get(id)).map(|&at| &activities.rows[at as usize]);
    activity.map_or(&MISSING, |activity| activities.cell(activity, field))
}

/// Judges a condition on a row, as the algebra defines it.
fn holds(data: &Data<'_>, table: &Table, row: u32, condition: &Condition) -> bool {
    let cell = operand(data, table, row, condition.operand.field, condition.operand.of_activity);
    let cutoff = data.inputs.settings.cutoff();
    match &condition.test {
        Test::Present => cell.is_present(),
        Test::Missing => !cell.is_present(),
        Test::Has(Literal::Text(text)) => cell.codes().iter().any(|code| *code == **text),
        Test::Has(_) => false,
        Test::In(values) => values.iter().any(|value| compare(cell, Comparison::Equal, value, cutoff)),
        Test::Compare(Comparison::NotEqual, value) if !cell.is_present() => {
            condition.operand.field == Field::Group && !matches!(value, Literal::Number(_))
        }
        Test::Compare(sign, value) => compare(cell, *sign, value, cutoff),
    }
}

fn compare(cell: &Cell, sign: Comparison, value: &Literal, cutoff: Date) -> bool {
    let order = match value {
        Literal::Number(number) => {
            let own = cell.number().or_else(|| cell.code().and_then(|code| code.parse().ok()));
            own.map(|own| own.cmp(number))
        }
        Literal::Cutoff => cell.date().map(|date| date.cmp(&cutoff)),
        Literal::Text(text) => match cell.codes() {
            [code] => Some(code.as_str().cmp(text)),
            [] => cell.text().map(|own| own.cmp(text)),
            _ => None,
        },
    };
    order.is_some_and(|order| match sign {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    })
}

/// Says what a helper column tests, in the heading.
fn test_words(test: &Test) -> Value {
    let literal = |literal: &Literal| match literal {
        Literal::Text(text) => Value::code(text),
        Literal::Number(number) => Value::code(number.to_string()),
        Literal::Cutoff => Value::key("workbook-cutoff"),
    };
    match test {
        Test::Present => Value::key("workbook-test-present"),
        Test::Missing => Value::key("workbook-test-missing"),
        Test::Has(value) => Value::phrase("workbook-test-has", [("value", literal(value))]),
        Test::In(values) => {
            Value::phrase("workbook-test-in", [("values", Value::List(values.iter().map(literal).collect()))])
        }
        Test::Compare(sign, value) => {
            let sign = match sign {
                Comparison::Equal => "=",
                Comparison::NotEqual => "≠",
                Comparison::Less => "<",
                Comparison::AtMost => "≤",
                Comparison::More => ">",
                Comparison::AtLeast => "≥",
            };
            Value::phrase("workbook-test-compare", [("sign", Value::code(sign)), ("value", literal(value))])
        }
    }
}
