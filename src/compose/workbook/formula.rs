//! Measures as formulas: a count becomes `COUNTIFS`, a sum `SUMIFS`, what needs marks the sum of a mark column.

use rust_decimal::Decimal;

use super::data::Data;
use super::helper::Helper;
use super::indicators;
use super::proof::{evaluate, same};
use crate::model::book::{ColumnRef, Criterion, Expression, Tab};
use crate::model::measure::{Comparison, Condition, Literal, Operand, Selection, Test};
use crate::model::{Field, Figure, Kind, List, Measure, Sheet, Value, schema};

/// The most terms that a formula may add up; beyond, a helper column tests the condition.
const MOST_TERMS: usize = 8;

/// Which number of a figure a formula is to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The figure, or the numerator of a quotient.
    Above,
    /// The denominator of a quotient.
    Below,
}

/// Gives the formula of a number that a measure makes, proved to give it.
///
/// Where the figure marks its rows, the marks say more than the conditions and go first.
pub(super) fn number(
    data: &mut Data<'_>,
    figure: &Figure,
    measure: &Measure,
    side: Side,
    expected: Decimal,
) -> Option<Expression> {
    let prove = |data: &Data<'_>, expression: Expression| {
        evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
    };
    let helper = match (side, measure) {
        (Side::Below, _) => Helper::Below(figure.code.clone()),
        (_, Measure::Distinct(..) | Measure::Count(..)) => Helper::Mark(figure.code.clone()),
        _ => Helper::Part(figure.code.clone()),
    };
    for column in mark_columns(data, figure, side, &helper) {
        if let Some(proved) = prove(data, Expression::Sum(column)) {
            return Some(proved);
        }
    }
    let (selection, summed) = match measure {
        Measure::Count(selection) => (selection, None),
        Measure::Sum(selection, operand) => (selection, Some(*operand)),
        _ => return None,
    };
    if selection.once.is_some() {
        return None;
    }
    if selection.table == Sheet::Attainments {
        return prove(data, attained(selection)?);
    }
    let summed = match summed {
        None => None,
        Some(operand) => Some(value(data, selection.table, operand)?),
    };
    let alternatives = criteria(data, &selection.conditions, selection.table)?;
    let column = data.helper(Tab::Data(selection.table), Helper::In)?;
    let inside = Criterion { column, sign: Comparison::Equal, value: Value::Number(Decimal::ONE, 0) };
    let terms = alternatives.into_iter().map(|criteria| {
        let criteria = std::iter::once(inside.clone()).chain(criteria).collect();
        match summed {
            None => Expression::CountIfs(criteria),
            Some(column) => Expression::SumIfs(column, criteria),
        }
    });
    let mut terms: Vec<Expression> = terms.collect();
    let expression = if terms.len() == 1 { terms.pop()? } else { Expression::Add(terms) };
    prove(data, expression)
}

/// Gives the formula that counts the rows of one value of a distribution, proved: over the rows that the figure keeps,
/// where it marks them, else over those that meet its conditions.
pub(super) fn counted(
    data: &mut Data<'_>,
    figure: &Figure,
    selection: &Selection,
    operand: Operand,
    value: &str,
    expected: u64,
) -> Option<Expression> {
    let is = |column, value| Criterion { column, sign: Comparison::Equal, value };
    let one = || Value::Number(Decimal::ONE, 0);
    let has = Condition { operand, test: Test::Compare(Comparison::Equal, Literal::Text(value.into())) };
    let kept = mark_columns(data, figure, Side::Above, &Helper::Mark(figure.code.clone())).first().copied();
    let mut alternatives = match kept {
        Some(kept) => vec![vec![is(kept, one())]],
        None => {
            let inside = data.helper(Tab::Data(selection.table), Helper::In)?;
            let mut alternatives = criteria(data, &selection.conditions, selection.table)?;
            alternatives.iter_mut().for_each(|criteria| criteria.insert(0, is(inside, one())));
            alternatives
        }
    };
    let [valued] = &criteria(data, &[has], selection.table)?[..] else { return None };
    alternatives.iter_mut().for_each(|criteria| criteria.extend(valued.iter().cloned()));
    let mut terms: Vec<Expression> = alternatives.into_iter().map(Expression::CountIfs).collect();
    let expression = if terms.len() == 1 { terms.pop()? } else { Expression::Add(terms) };
    evaluate(data, &expression).is_some_and(|found| same(found, expected.into())).then_some(expression)
}

/// Gives the formulas of a mean: what is weighted, and the weights.
pub(super) fn weighted(data: &mut Data<'_>, figure: &Figure, sides: [Decimal; 2]) -> [Option<Expression>; 2] {
    let helpers = [Helper::Part(figure.code.clone()), Helper::Mark(figure.code.clone())];
    let mut proved = helpers.iter().zip(sides).map(|(helper, expected)| {
        let column = mark_columns(data, figure, Side::Above, helper).first().copied()?;
        let sum = Expression::Sum(column);
        evaluate(data, &sum).is_some_and(|found| same(found, expected)).then_some(sum)
    });
    [proved.next().flatten(), proved.next().flatten()]
}

/// Gives the count of attainments that a selection asks for, over their column on the sheet of figures.
fn attained(selection: &Selection) -> Option<Expression> {
    let column = ColumnRef { tab: Tab::Indicators, block: indicators::RESULTS, id: indicators::id::ATTAINMENT };
    let [Condition { operand, test }] = &selection.conditions[..] else { return None };
    match test {
        _ if operand.field != Field::Value => None,
        Test::Present => Some(Expression::Count(column)),
        Test::Compare(sign, Literal::Number(number)) if *sign != Comparison::NotEqual => {
            let value = Value::Number(*number, 0);
            Some(Expression::CountIfs(vec![Criterion { column, sign: *sign, value }]))
        }
        _ => None,
    }
}

/// Gives the formulas of the two ends of an interval, proved.
pub(super) fn interval(
    data: &mut Data<'_>,
    figure: &Figure,
    low: Decimal,
    high: Decimal,
) -> Option<(Expression, Expression)> {
    let ends = [(false, low), (true, high)].map(|(high, expected)| {
        let helper = if high { Helper::High(figure.code.clone()) } else { Helper::Mark(figure.code.clone()) };
        let column = mark_columns(data, figure, Side::Above, &helper).first().copied()?;
        let expression = Expression::Sum(column);
        evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
    });
    let [low, high] = ends;
    low.zip(high)
}

/// Gives the columns that hold the marks of a figure: on the link sheet of its items, or beside its rows.
fn mark_columns(data: &mut Data<'_>, figure: &Figure, side: Side, helper: &Helper) -> Vec<ColumnRef> {
    let (table, marks) = match (side, &figure.below) {
        (Side::Above, _) => (figure.table, &figure.marks),
        (Side::Below, Some(below)) => (Some(below.table), &below.marks),
        (Side::Below, None) => return Vec::new(),
    };
    let (Some(table), Some(first)) = (table, marks.told().next()) else { return Vec::new() };
    let linked: &[Tab] = match (table, first.item.len()) {
        (Sheet::Activities, 1) => &[Tab::Places, Tab::Themes],
        (Sheet::Activities, 2) => &[Tab::Pairs],
        _ => &[],
    };
    linked.iter().copied().chain([Tab::Data(table)]).filter_map(|tab| data.helper(tab, helper.clone())).collect()
}

/// Gives the column that a sum adds up: money in the report currency, a number of the activity, or the column itself.
fn value(data: &mut Data<'_>, table: Sheet, operand: Operand) -> Option<ColumnRef> {
    if operand.of_activity {
        return data.helper(Tab::Data(table), Helper::OfActivity(operand.field));
    }
    let money = schema::columns(table).iter().any(|column| column.field == operand.field && column.kind == Kind::Money);
    if money {
        return data.helper(Tab::Data(table), Helper::Converted(operand.field));
    }
    data.column(table, operand.field)
}

/// Turns conditions into alternatives of criteria, whose counts add up.
fn criteria(data: &mut Data<'_>, conditions: &[Condition], table: Sheet) -> Option<Vec<Vec<Criterion>>> {
    let mut alternatives = vec![Vec::new()];
    for condition in conditions {
        let choices = match plain(data, table, condition) {
            Some(choices) if choices.len() * alternatives.len() <= MOST_TERMS => choices,
            _ => {
                let column = data.helper(Tab::Data(table), Helper::Holds(condition.clone()))?;
                vec![Criterion { column, sign: Comparison::Equal, value: Value::Number(Decimal::ONE, 0) }]
            }
        };
        alternatives = alternatives
            .iter()
            .flat_map(|before| {
                choices.iter().map(move |choice| before.iter().cloned().chain([choice.clone()]).collect())
            })
            .collect();
    }
    Some(alternatives)
}

/// Gives the criteria of a condition that a plain comparison with a column can ask; one of them must hold.
fn plain(data: &Data<'_>, table: Sheet, condition: &Condition) -> Option<Vec<Criterion>> {
    let field = condition.operand.field;
    if condition.operand.of_activity {
        return None;
    }
    let column = data.column(table, field)?;
    let kind = schema::columns(table).get(usize::from(column.id))?.kind;
    let criterion = |sign, value| Criterion { column, sign, value };
    let word = |literal: &Literal| match (literal, kind) {
        (Literal::Text(code), Kind::One(List::Indicators)) => Some(Value::code(code)),
        (Literal::Text(code), Kind::One(list)) if data.inputs.reference.is_distinct(list) => {
            Some(Value::Name(list, code.as_ref().into()))
        }
        _ => None,
    };
    match &condition.test {
        Test::Compare(Comparison::Equal, literal @ Literal::Text(_)) => {
            Some(vec![criterion(Comparison::Equal, word(literal)?)])
        }
        Test::Compare(Comparison::NotEqual, literal @ Literal::Text(_)) if field == Field::Group => {
            Some(vec![criterion(Comparison::NotEqual, word(literal)?)])
        }
        Test::In(literals) => {
            literals.iter().map(|literal| Some(criterion(Comparison::Equal, word(literal)?))).collect()
        }
        Test::Compare(sign, Literal::Number(number))
            if *sign != Comparison::NotEqual && matches!(kind, Kind::Number | Kind::Count | Kind::Money) =>
        {
            Some(vec![criterion(*sign, Value::Number(*number, 0))])
        }
        Test::Compare(sign, Literal::Cutoff) if *sign != Comparison::NotEqual && kind == Kind::Date => {
            Some(vec![criterion(*sign, Value::Date(data.inputs.settings.cutoff()))])
        }
        _ => None,
    }
}
