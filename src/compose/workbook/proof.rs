//! The proof of a formula: what a spreadsheet program will make of it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::data::Data;
use crate::model::Value;
use crate::model::book::{Book, BookCell, CellRef, ColumnCells, ColumnRef, Criterion, Expression};
use crate::model::measure::Comparison;

/// A column that does not stand.
pub(super) static NONE: ColumnCells = ColumnCells::new();

/// What a formula looks at.
pub(in crate::compose) trait Cells {
    /// Gives the cells of a column.
    fn cells(&self, column: ColumnRef) -> &ColumnCells;

    /// Gives the number in a cell.
    fn number(&self, cell: &CellRef) -> Option<Decimal>;
}

impl Cells for Data<'_> {
    fn cells(&self, column: ColumnRef) -> &ColumnCells {
        Data::cells(self, column)
    }

    /// The cells of pages are not laid out yet when the formulas over the data sheets are proved.
    fn number(&self, _: &CellRef) -> Option<Decimal> {
        None
    }
}

impl Cells for Book {
    fn cells(&self, column: ColumnRef) -> &ColumnCells {
        self.column(column).map_or(&NONE, |column| &column.cells)
    }

    fn number(&self, cell: &CellRef) -> Option<Decimal> {
        match Cells::cells(self, cell.column).get(cell.row)? {
            // To a spreadsheet, a blank counts nothing.
            BookCell::Empty => Some(Decimal::ZERO),
            cell => cell.number(),
        }
    }
}

/// Evaluates a formula; `None` where it looks at a cell without number, or shows a blank or a word.
pub(in crate::compose) fn evaluate(data: &impl Cells, expression: &Expression) -> Option<Decimal> {
    match expression {
        Expression::Sum(column) => Some(total(data.cells(*column).iter().filter_map(BookCell::number))),
        Expression::Count(column) => {
            Some(Decimal::from(data.cells(*column).iter().filter(|cell| cell.number().is_some()).count()))
        }
        Expression::CountIfs(criteria) => Some(Decimal::from(lines(data, criteria).count())),
        Expression::SumIfs(column, criteria) => {
            let cells = data.cells(*column);
            Some(total(lines(data, criteria).filter_map(|line| cells.get(line)?.number())))
        }
        Expression::Add(parts) => {
            Some(total(parts.iter().map(|part| evaluate(data, part)).collect::<Option<Vec<_>>>()?.into_iter()))
        }
        Expression::Quotient(numerator, denominator, factor) => {
            evaluate(data, numerator)?.checked_div(evaluate(data, denominator)?)?.checked_mul(*factor)
        }
        Expression::Difference(from, less) => evaluate(data, from)?.checked_sub(evaluate(data, less)?),
        Expression::Product(one, other) => evaluate(data, one)?.checked_mul(evaluate(data, other)?),
        Expression::Min(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(|part| evaluate(data, part)).collect();
            parts?.into_iter().min()
        }
        Expression::Cell(cell) => data.number(cell),
        Expression::Attainment(actual, baseline, target) => {
            let (actual, baseline, target) = (data.number(actual)?, data.number(baseline)?, data.number(target)?);
            actual.checked_sub(baseline)?.checked_div(target.checked_sub(baseline)?)
        }
        Expression::Word(..) => None,
    }
}

/// Sums numbers; a sum beyond what a number holds is proved to be no figure, and stops nothing.
fn total(numbers: impl Iterator<Item = Decimal>) -> Decimal {
    numbers.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// Tells which of the two words a formula shows; `None` where it shows no word, or compares what is no number.
pub(in crate::compose) fn word<'e>(data: &impl Cells, expression: &'e Expression) -> Option<&'e Value> {
    let Expression::Word(left, sign, right, then, otherwise) = expression else { return None };
    let difference = evaluate(data, left)?.checked_sub(evaluate(data, right)?)?.round_dp(6);
    Some(if holds(difference.cmp(&Decimal::ZERO), *sign) { then } else { otherwise })
}

/// Says whether two numbers are the same to a spreadsheet, whose numbers have 15 digits.
pub(in crate::compose) fn same(one: Decimal, other: Decimal) -> bool {
    one.saturating_sub(other).abs() <= Decimal::new(1, 10) * one.abs().max(other.abs()).max(Decimal::ONE)
}

/// Collects the columns that a formula looks at.
pub(super) fn columns(expression: &Expression, found: &mut BTreeSet<ColumnRef>) {
    match expression {
        Expression::Sum(column) | Expression::Count(column) => {
            found.insert(*column);
        }
        Expression::CountIfs(criteria) => found.extend(criteria.iter().map(|criterion| criterion.column)),
        Expression::SumIfs(column, criteria) => {
            found.insert(*column);
            found.extend(criteria.iter().map(|criterion| criterion.column));
        }
        Expression::Add(parts) => parts.iter().for_each(|part| columns(part, found)),
        Expression::Quotient(numerator, denominator, _) => {
            columns(numerator, found);
            columns(denominator, found);
        }
        Expression::Difference(one, other) | Expression::Product(one, other) | Expression::Word(one, _, other, ..) => {
            columns(one, found);
            columns(other, found);
        }
        Expression::Min(parts) => parts.iter().for_each(|part| columns(part, found)),
        Expression::Cell(_) | Expression::Attainment(..) => {}
    }
}

/// Gives the lines that meet every criterion.
pub(super) fn lines<'a>(data: &'a impl Cells, criteria: &'a [Criterion]) -> impl Iterator<Item = usize> + 'a {
    let height = criteria.first().map_or(0, |criterion| data.cells(criterion.column).len());
    (0..height).filter(move |&line| {
        criteria
            .iter()
            .all(|criterion| data.cells(criterion.column).get(line).is_some_and(|cell| meets(cell, criterion)))
    })
}

fn meets(cell: &BookCell, criterion: &Criterion) -> bool {
    let order = match &criterion.value {
        Value::Number(number, _) => cell.number().map(|own| own.cmp(number)),
        Value::Date(date) => match cell {
            BookCell::Value(Value::Date(own)) => Some(own.cmp(date)),
            _ => None,
        },
        word => {
            let equal = matches!(cell, BookCell::Value(own) if own == word);
            return equal == (criterion.sign == Comparison::Equal);
        }
    };
    order.is_some_and(|order| holds(order, criterion.sign))
}

fn holds(order: std::cmp::Ordering, sign: Comparison) -> bool {
    match sign {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}
