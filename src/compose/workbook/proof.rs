//! The proof of a formula: what a spreadsheet program will make of it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::data::Data;
use crate::model::Value;
use crate::model::book::{BookCell, ColumnRef, Criterion, Expression};
use crate::model::measure::Comparison;

/// Evaluates a formula over the data sheets; `None` where it looks at another sheet, or shows a blank.
pub(super) fn evaluate(data: &Data<'_>, expression: &Expression) -> Option<Decimal> {
    match expression {
        Expression::Sum(column) => Some(data.cells(*column).iter().filter_map(BookCell::number).sum()),
        Expression::Count(column) => {
            Some(Decimal::from(data.cells(*column).iter().filter(|cell| cell.number().is_some()).count()))
        }
        Expression::CountIfs(criteria) => Some(Decimal::from(lines(data, criteria).count())),
        Expression::SumIfs(column, criteria) => {
            let cells = data.cells(*column);
            Some(lines(data, criteria).filter_map(|line| cells.get(line)?.number()).sum())
        }
        Expression::Add(parts) => parts.iter().map(|part| evaluate(data, part)).sum(),
        Expression::Quotient(numerator, denominator, factor) => {
            evaluate(data, numerator)?.checked_div(evaluate(data, denominator)?)?.checked_mul(*factor)
        }
        Expression::Cell(_) | Expression::Attainment(..) => None,
    }
}

/// Says whether two numbers are the same to a spreadsheet, whose numbers have 15 digits.
pub(super) fn same(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= Decimal::new(1, 10) * one.abs().max(other.abs()).max(Decimal::ONE)
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
        Expression::Cell(_) | Expression::Attainment(..) => {}
    }
}

/// Gives the lines that meet every criterion.
fn lines<'a>(data: &'a Data<'_>, criteria: &'a [Criterion]) -> impl Iterator<Item = usize> + 'a {
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
    order.is_some_and(|order| match criterion.sign {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    })
}
